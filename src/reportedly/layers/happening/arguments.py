"""Who acts, on whom, where and when: the arguments of triggers as ids of the record's rows.

In: an article's triggers in text order and the rows of actors, attributions, places and times. Out: ids, in the order of
the text. Empty where nobody is likely enough (`choosing.py`), or where not one place or time alone stands with the trigger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.language.analysis import Analysis
from reportedly.layers.happening.choosing import Choice, Chooser, Link, Seen, pick
from reportedly.layers.happening.lexicon import Lexicon
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import Actor, Attribution, Place, Time

_APART = frozenset({"ccomp", "xcomp", "relcl", "acl", "parataxis", "dep"})
"""Relations by which a clause may have a place and a time of its own."""
_UP = 30
"""Steps up a parse that are climbed; a bound on time in texts without full stops."""
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "csubj"})


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
        if not right and len(left) > 1 and self._each_other(seen, acting, left):
            left, right = left[:1], left[1:]
        self._chooser.remember(trigger, left, right)
        return left, right

    @staticmethod
    def _each_other(seen: Seen, acting: Choice, left: Sequence[str]) -> bool:
        """Whether all that act do it with each other ("talks between A and B"): the first is then the actor."""
        if seen.trigger.entry is not None and seen.trigger.entry.pair:
            return True
        slots = [seen.stands[h].slot if h in seen.stands else "" for h in (acting.heads[i] for i in left)]
        return all(slot.endswith(" between") for slot in slots)


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
