"""Who acts, on whom, where and when: the arguments of a trigger as ids of the record's rows.

In: a trigger and the rows of actors, places and times. Out: ids, in the order of the text. Empty where the words of the
argument name no row, or more than one place or time stands in the trigger's clause.
"""

from collections.abc import Iterable, Sequence

from reportedly.document import Span
from reportedly.language.analysis import Analysis
from reportedly.layers.happening import syntax
from reportedly.layers.happening.lexicon import Lexicon
from reportedly.layers.happening.triggers import Trigger, slot
from reportedly.layers.lookup import Actors
from reportedly.record import Place, Time

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
