"""Who acts, on whom, where and when: the arguments of triggers as ids of the record's rows.

In: an article's triggers in text order and the rows of actors, attributions, places and times. Out: ids, in the order of
the text. Empty where nobody is likely enough (`choosing.py`), or where not one place or time alone stands with the trigger.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.document import Span
from reportedly.language.analysis import Analysis
from reportedly.layers.happening import syntax
from reportedly.layers.happening.choosing import Chooser, Link, pick
from reportedly.layers.happening.lexicon import Lexicon
from reportedly.layers.happening.triggers import Trigger, slot
from reportedly.layers.lookup import Actors
from reportedly.record import Actor, Attribution, Place, Time

_APART = frozenset({"ccomp", "xcomp", "relcl", "acl", "parataxis", "dep"})
"""Relations by which a clause may have a place and a time of its own."""
_UP = 30
"""Steps up a parse that are climbed; a bound on time in texts without full stops."""
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "csubj"})


def _inside(a: Analysis, index: int) -> list[int]:
    """The nouns that stand in a noun phrase beside its head: owner, modifiers and what is in them ("US-led"), "of …"."""
    found: list[int] = []
    for t in a.below(index, "poss", "compound", "amod", "nmod"):
        found += [t.index, *(x.index for x in a.below(t.index, "npadvmod", "compound", "advmod", "amod", "poss"))]
    found += [t.index for of in a.below(index, "prep") if of.lower == "of" for t in a.below(of.index, "pobj")]
    return found


def _ids(a: Analysis, indices: Iterable[int], actors: Actors, lexicon: Lexicon, of_deeds: bool = False) -> list[str]:
    """The actors that noun phrases name: by their head, their apposition, or whose forces or officials they are.

    With `of_deeds` a phrase whose head is no actor gives whose it is: who rejects a party's claim rejects the party.
    """
    parts = lexicon.classes["force"] | lexicon.classes["weapon"] | lexicon.classes["polity"]
    found: list[str] = []
    for i in indices:
        token = a.tokens[i]
        at = actors.at(i)
        if at is None:
            at = next((x for t in a.below(i, "appos") if (x := actors.at(t.index))), None)
        if at is None and (
            of_deeds or {token.lemma.lower(), token.lower} & parts or token.pos == "ADJ" or token.tag == "VBN"
        ):
            children = [t.index for t in a.below(i, "npadvmod", "compound", "advmod")]
            at = next((x for n in [*_inside(a, i), *children] if (x := actors.at(n))), None)
        if at is not None and at not in found:
            found.append(at)
    return found


def _carrier(a: Analysis, index: int, lexicon: Lexicon) -> tuple[int | None, str]:
    """For a noun, the verb that says that it takes place, and what the verb's subject is to it (`actor`, `recipient`)."""
    token = a.tokens[index]
    head = a.head(token)
    if token.dep == "conj" and head.pos == "NOUN":
        token, head = head, a.head(head)
    verb = a.head(head) if head.dep == "prep" else head
    if verb.pos not in {"VERB", "AUX"} or token.dep not in {"dobj", "pobj", "nsubjpass", "attr"}:
        return None, ""
    if verb.lemma.lower() in lexicon.grammar["undergo"]:
        return verb.index, "recipient"
    return (verb.index, "actor") if verb.lemma.lower() in lexicon.grammar["light"] else (None, "")


def sides(a: Analysis, trigger: Trigger, actors: Actors, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actor's and the recipient's ids of a trigger."""
    acting, done_to = list(trigger.actors), list(trigger.recipients)
    entry = trigger.entry
    if entry is not None and entry.pos == "noun":
        carrier, role = _carrier(a, trigger.index, lexicon)
        if carrier is not None:
            verb = a.tokens[carrier]
            if role == "recipient":
                done_to = done_to or syntax.subjects(a, verb)
            else:
                if not _ids(a, acting, actors, lexicon):
                    acting = syntax.subjects(a, verb)
                for name in entry.recipient:
                    if not done_to and name not in {"object", "possessor"}:
                        done_to = [i for i in slot(a, verb, name, "verb") if i != trigger.index]
    left, right = _ids(a, acting, actors, lexicon), _ids(a, done_to, actors, lexicon, of_deeds=True)
    if entry is not None and entry.pair and not right and len(left) > 1:
        left, right = left[:1], left[1:]
    return tuple(left), tuple(r for r in right if r not in left)


@dataclass(frozen=True, slots=True)
class Named:
    """A place or a time where a sentence names it: its row's id, its first token, the words over it, those of its clause."""

    row: str
    first: int
    over: frozenset[int]
    clause: frozenset[int]


class Arguments:
    """Finds who acts on whom, for triggers that are handed over in text order.

    `link` is what an encoder gives a trigger, a side ("actor", "recipient") and the token at the head of a mention; None
    where there is none.
    """

    def __init__(
        self,
        analysis: Analysis,
        actors: Sequence[Actor],
        attributions: Sequence[Attribution],
        lexicon: Lexicon,
        link: Link | None = None,
    ) -> None:
        self._analysis = analysis
        self._chooser = Chooser(analysis, actors, attributions, lexicon, link)

    def sides(self, trigger: Trigger) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The actor's and the recipient's ids of a trigger; empty where nobody is likely enough."""
        seen = self._chooser.see(trigger)
        acting = self._chooser.choose(seen, "actor")
        left = pick(self._analysis, acting, "actor")
        done_to = self._chooser.choose(replace(seen, acting=acting.shares), "recipient")
        right = pick(self._analysis, done_to, "recipient", left)
        self._chooser.remember(trigger, left, right)
        return left, right


class Settings:
    """Finds where and when, for the triggers of one article.

    A place or a time belongs to a trigger that it hangs on, else to the one whose clause it stands in, else to one whose
    clause is a part of that clause, where it is the only one of the sentence and no other trigger claims it. What is said or
    meant to be done, and what a relative clause tells, may be of another day than the clause around it. It is empty where two
    stand there: the text settles neither. The day of publication is never taken.
    """

    def __init__(
        self, analysis: Analysis, triggers: Sequence[Trigger], places: Sequence[Place], times: Sequence[Time]
    ) -> None:
        self._analysis = analysis
        self._in_sentence: dict[int, set[int]] = {}
        for trigger in triggers:
            known = self._in_sentence.setdefault(analysis.tokens[trigger.index].sentence, set())
            known |= {trigger.index, self._verb(trigger)}
        self._places = _by_sentence(analysis, places)
        self._times = _by_sentence(analysis, [t for t in times if t.type in {"DATE", "TIME"}])

    def of(self, trigger: Trigger) -> tuple[str | None, str | None]:
        """The ids of the place and the time of a trigger."""
        sentence = self._analysis.tokens[trigger.index].sentence
        return self._one(trigger, self._places.get(sentence, ())), self._one(trigger, self._times.get(sentence, ()))

    def _verb(self, trigger: Trigger) -> int:
        """The verb of a trigger's clause."""
        token = self._analysis.tokens[trigger.index]
        for _ in range(_UP):
            if token.pos in {"VERB", "AUX"} or token.head == token.index:
                break
            token = self._analysis.head(token)
        return token.index

    def _one(self, trigger: Trigger, rows: Sequence[Named]) -> str | None:
        if not rows:
            return None
        verb = self._verb(trigger)
        for inside in (
            {n.row for n in rows if trigger.index in n.over},
            {n.row for n in rows if verb in n.clause},
        ):
            if inside:
                return inside.pop() if len(inside) == 1 else None
        claims = self._in_sentence[self._analysis.tokens[trigger.index].sentence]
        if len({n.row for n in rows}) > 1 or any(n.clause & claims for n in rows):
            return None
        around = list(self._around(trigger))
        fits = all(any(v in n.clause and n.first < before for v, before in around) for n in rows)
        return rows[0].row if fits else None

    def _around(self, trigger: Trigger) -> Iterator[tuple[int, int]]:
        """The verbs of whose clauses a trigger's clause is a part, and up to which token: of one joined by "and" its start."""
        token, before = self._analysis.tokens[trigger.index], len(self._analysis.tokens)
        for _ in range(_UP):
            if token.head == token.index or token.dep in _APART:
                return
            before = trigger.index if token.dep == "conj" else before
            token = self._analysis.head(token)
            if token.pos in {"VERB", "AUX"}:
                yield token.index, before


def _by_sentence(a: Analysis, rows: Sequence[Place] | Sequence[Time]) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = {}
    for row in rows:
        for span in row.words:
            over: set[int] = set()
            clause: set[int] = set()
            tokens = a.at(span)
            for token in tokens:
                inner = True
                for _ in range(_UP):
                    over.add(token.index)
                    clause |= {token.index} if inner else set()
                    inner = inner and not (token.dep in _CLAUSES and token.pos in {"VERB", "AUX"})
                    token = a.head(token)
            if tokens:
                named = Named(row.id, tokens[0].index, frozenset(over), frozenset(clause))
                found.setdefault(tokens[0].sentence, []).append(named)
    return found


def _clause(a: Analysis, index: int) -> list[int]:
    """The tokens of the clause of a trigger, without the clauses inside it."""
    top = a.tokens[index]
    while top.pos not in {"VERB", "AUX"} and top.head != top.index:
        top = a.head(top)
    found, queue = [], [top.index]
    while queue:
        i = queue.pop()
        found.append(i)
        queue += [t.index for t in a.below(i) if not (t.dep in _CLAUSES and t.pos in {"VERB", "AUX"})]
    return found


def _one(a: Analysis, trigger: Trigger, rows: Sequence[Place] | Sequence[Time]) -> str | None:
    """The one row that stands under the trigger, else the one in its clause."""
    if not rows:
        return None
    for tokens in (a.subtree(trigger.index), _clause(a, trigger.index)):
        spans: list[Span] = [a.tokens[i].span for i in tokens]
        inside = [r for r in rows if any(w.overlaps(s) for w in r.words for s in spans)]
        if len(inside) == 1:
            return inside[0].id
        if inside:
            return None
    return None


def setting(
    a: Analysis, trigger: Trigger, places: Sequence[Place], times: Sequence[Time]
) -> tuple[str | None, str | None]:
    """The place and the date of a trigger."""
    sentence = a.sentence_of(a.tokens[trigger.index])
    bounds = a.span(sentence.first, sentence.end)
    here = [p for p in places if any(bounds.overlaps(w) for w in p.words)]
    when = [t for t in times if t.type in {"DATE", "TIME"} and any(bounds.overlaps(w) for w in t.words)]
    return _one(a, trigger, here), _one(a, trigger, when)
