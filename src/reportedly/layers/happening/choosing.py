"""Which actors a trigger's sides are: the candidates, what speaks for each of them, and how likely that makes them.

In: an article's actors and attributions, and triggers in text order. Out: for each trigger and side the actors with their
shares of all that speaks for anybody and for nobody. Candidates are the actors that the sentence names, those named last
before it and next behind it, the sides of the event before, and who speaks. The weights are data, in the knowledge file
`arguments`, fitted by `training/events/fit_arguments.py`: a conditional logit over the candidates and "nobody", where all
mentions of one actor speak for it (as for antecedents: Denis and Baldridge, 2008).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis
from reportedly.layers.happening.choosing_mentions import Mention, Mentions, Speakers
from reportedly.layers.happening.choosing_slots import Standing, kind, path, standings
from reportedly.layers.happening.lexicon import Lexicon
from reportedly.layers.happening.syntax import with_conjuncts
from reportedly.layers.happening.triggers import Trigger, fill
from reportedly.record import Actor, Attribution

SIDES = ("actor", "recipient")
BESIDE = 40
"""Mentions of one sentence that are weighed, the nearest: a bound on time in texts without full stops."""
BACK, AHEAD = 2, 1
"""Sentences before and behind a trigger's from which candidates come. On world_news a wider window held two more in a
hundred of the arguments, and many times more that are none."""
Link = Callable[[Trigger, str, int], float]
"""What an encoder gives a trigger, a side and the token at the head of a mention."""
_OVER = 6
"""Steps up a parse in which verbs over a trigger are looked for."""
_UP = 60
"""Steps up a parse that are followed; a bound on time in texts without full stops."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may fill a side, with what speaks for it."""

    actor: str
    head: int
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """What speaks for a side's candidates and for nobody; `shares` sums each actor's, `nobody` is the rest."""

    candidates: tuple[Candidate, ...]
    nothing: Mapping[str, float]
    shares: Mapping[str, float]
    heads: Mapping[str, int]
    """The likeliest mention of each actor."""


@dataclass(slots=True)
class Before:
    """The sides of the triggers before: of the last one, and of the last one of each type."""

    last: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    sentence: int = -9
    by_type: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    by_lemma: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is looked up once for a trigger, and the same for all its candidates."""

    trigger: Trigger
    sort: str
    stands: Mapping[int, Standing]
    speakers: frozenset[str]
    holders: frozenset[str]
    clause: int
    sentence: int
    entry: tuple[frozenset[int], frozenset[int]]
    above: Mapping[int, str]
    """The verbs over the trigger, each with the type that the lexicon first gives it, or `verb`: who condemns a deed is not who
    did it."""
    """What fills the slots of the lexicon's entry, or of an entry of the same word and type."""
    acting: Mapping[str, float]
    """For the recipient's side each actor's share as the actor."""


def _bars() -> Mapping[str, Mapping[str, float]]:
    found: Mapping[str, Mapping[str, float]] = load("arguments")
    return found


def _weights() -> Mapping[str, float]:
    return _bars()["weights"]


class Chooser:
    """Weighs the candidates of an article's triggers, which are handed over in text order."""

    def __init__(
        self,
        analysis: Analysis,
        actors: Sequence[Actor],
        attributions: Sequence[Attribution],
        lexicon: Lexicon,
        link: Link | None = None,
    ) -> None:
        self.analysis = analysis
        self._speakers = Speakers(analysis, attributions)
        self.mentions = Mentions(analysis, actors, self._speakers)
        self._clauses: dict[int, int] = {}
        self._lexicon = lexicon
        self._light, self._undergo = lexicon.grammar["light"], lexicon.grammar["undergo"]
        self._link = link
        self.before = Before()

    def see(self, trigger: Trigger) -> Seen:
        """What is the same for all candidates of a trigger."""
        a = self.analysis
        token = a.tokens[trigger.index]
        rest = [i for i in trigger.words if i != trigger.index]
        return Seen(
            trigger=trigger,
            sort=kind(token),
            stands=standings(a, [trigger.index, *rest], self._light, self._undergo),
            speakers=self._speakers.cued((trigger.index, *trigger.words)),
            holders=frozenset(self._speakers.held(trigger.index)),
            clause=self._clause(trigger.index),
            sentence=token.sentence,
            entry=self._filled(trigger),
            above=self._above(trigger),
            acting={},
        )

    def _above(self, trigger: Trigger) -> dict[int, str]:
        found: dict[int, str] = {}
        token = self.analysis.tokens[trigger.index]
        for _ in range(_OVER):
            if token.head == token.index:
                break
            token = self.analysis.head(token)
            if token.pos == "VERB" and token.index not in trigger.words:
                entries = self._lexicon.of(token.lemma, "verb")
                found[token.index] = entries[-1].type if entries else "verb"
        return found

    def _accuses(self, seen: Seen, head: int) -> bool:
        """Whether somebody is the subject of a verb over the trigger that condemns or accuses: what is condemned is never taken
        for the condemner's own deed."""
        token = self.analysis.tokens[head]
        return token.dep in _SUBJECTS and seen.above.get(token.head) == "ACCUSE"

    def _clause(self, index: int) -> int:
        """The verb over a word."""
        if index not in self._clauses:
            token = self.analysis.tokens[index]
            for _ in range(_UP):
                if token.pos in {"VERB", "AUX"} or token.head == token.index:
                    break
                token = self.analysis.head(token)
            self._clauses[index] = token.index
        return self._clauses[index]

    def _filled(self, trigger: Trigger) -> tuple[frozenset[int], frozenset[int]]:
        """What the slots of a trigger's entry hold; without one, those of the entries of its words that are of its type."""
        if trigger.entry is not None:
            return frozenset(trigger.actors), frozenset(trigger.recipients)
        for index in (trigger.index, *trigger.words):
            token = self.analysis.tokens[index]
            pos = kind(token)
            entries = [e for e in self._lexicon.of(token.lemma, pos) if e.type == trigger.type]
            if entries:
                acting = fill(self.analysis, token, entries[-1].actor, pos)
                done_to = fill(self.analysis, token, entries[-1].recipient, pos)
                return frozenset(acting), frozenset(done_to) - frozenset(acting)
        return frozenset(), frozenset()

    def choose(self, seen: Seen, side: str) -> Choice:
        """The candidates of one side of a trigger with their shares."""
        rows = self._candidates(seen, side)
        nothing = self._nothing(seen, side, rows)
        weights = _weights()
        scores = [sum(weights.get(f, 0.0) * x for f, x in c.features.items()) for c in rows]
        none = sum(weights.get(f, 0.0) * x for f, x in nothing.items())
        top = max([none, *scores])
        total = exp(none - top) + sum(exp(s - top) for s in scores)
        shares: dict[str, float] = {}
        heads: dict[str, int] = {}
        best: dict[str, float] = {}
        for c, score in zip(rows, scores, strict=True):
            shares[c.actor] = shares.get(c.actor, 0.0) + exp(score - top) / total
            if score > best.get(c.actor, float("-inf")):
                best[c.actor], heads[c.actor] = score, c.head
        return Choice(tuple(rows), nothing, shares, heads)

    def remember(self, trigger: Trigger, acting: Sequence[str], done_to: Sequence[str]) -> None:
        """Keeps a trigger's sides for those that follow."""
        token = self.analysis.tokens[trigger.index]
        sides = (frozenset(acting), frozenset(done_to))
        self.before.last, self.before.sentence = sides, token.sentence
        if acting or done_to:
            self.before.by_type[trigger.type] = sides
            self.before.by_lemma[token.lemma.lower()] = sides

    def _candidates(self, seen: Seen, side: str) -> list[Candidate]:
        by_sentence = self.mentions.by_sentence
        here = by_sentence[seen.sentence]
        at = bisect_left([m.head for m in here], seen.trigger.index)
        here = here[max(0, at - BESIDE // 2) : at + BESIDE // 2]
        at = bisect_left([m.head for m in here], seen.trigger.index)
        words = frozenset(seen.trigger.words)
        rows = []
        for n, m in enumerate(here):
            if side == "actor" and self._accuses(seen, m.head):
                continue
            own = m.head in words
            rank = at - n if n < at else n - at + 1
            rows.append(Candidate(m.actor, m.head, self._near(seen, side, m, (rank, own))))
        known = {m.actor for m in here}
        elsewhere: dict[str, tuple[int, int]] = {}
        for step in (*range(-1, -BACK - 1, -1), *range(1, AHEAD + 1)):
            if 0 <= seen.sentence + step < len(by_sentence):
                mentions = by_sentence[seen.sentence + step]
                for m in reversed(mentions[-BESIDE:]) if step < 0 else mentions[:BESIDE]:
                    elsewhere.setdefault(m.actor, (step, m.head))
        others = [*self.before.last[0], *self.before.last[1], *seen.speakers, *seen.holders, *self.mentions.topics]
        for sides in (self.before.by_type.get(seen.trigger.type), self._by_lemma(seen)):
            others += [x for side_ in sides or () for x in side_]
        places = self.mentions.places
        for actor in sorted(({*elsewhere, *others} - known) & places.keys(), key=lambda i: places[i]):
            step, head = elsewhere.get(actor, (9, -1))
            rows.append(Candidate(actor, head, self._far(seen, side, actor, (step, head))))
        return rows

    def _by_lemma(self, seen: Seen) -> tuple[frozenset[str], frozenset[str]] | None:
        return self.before.by_lemma.get(self.analysis.tokens[seen.trigger.index].lemma.lower())

    def _near(self, seen: Seen, side: str, m: Mention, order: tuple[int, bool]) -> dict[str, float]:
        """What speaks for a mention in the trigger's sentence."""
        a, trigger = self.analysis, seen.trigger
        token = a.tokens[m.head]
        stands = seen.stands.get(m.head)
        slot, where = (stands.slot, stands.where) if stands else ("none", "")
        start = side[0]
        sort = f"{start} {seen.sort}"
        before = m.head < trigger.index
        rank, own = order
        whole, short = path(a, trigger.index, m.head)
        found = {
            f"{sort} {slot}, {where}": 1.0,
            f"{sort} {slot}": 1.0,
            f"{start} {trigger.type} {slot}": float(where == "is"),
            f"{sort} path {whole}": 1.0,
            f"{sort} way {short}": 1.0,
            f"{sort} {'before' if before else 'behind'} {min(rank, 4)}": 1.0,
            f"{start} {trigger.type} {'before' if before else 'behind'}": 1.0,
            f"{start} tokens between": log(1 + abs(m.head - trigger.index)),
            f"{sort} same clause": float(self._clause(m.head) == seen.clause),
            f"{start} is {token.dep}": 1.0,
            f"{start} subject, {'before' if before else 'behind'}": float(token.dep in _SUBJECTS),
            f"{start} pronoun": float(m.pronoun),
            f"{start} in the trigger": float(own),
            f"{start} joined to one before": float(token.dep == "conj"),
            f"{start} subject over it, of {seen.above.get(token.head, 'none')}": float(
                token.head in seen.above and token.dep in _SUBJECTS
            ),
            f"{start} link": self._link(trigger, side, m.head) if self._link else 0.0,
        }
        for name, heads in (("actor", seen.entry[0]), ("recipient", seen.entry[1])):
            found[f"{start} entry's {name}"] = float(m.head in heads)
            found[f"{start} below entry's {name}"] = float(token.head in heads)
        return _told(found | self._any(seen, side, m.actor))

    def _far(self, seen: Seen, side: str, actor: str, place: tuple[int, int]) -> dict[str, float]:
        """What speaks for an actor that the trigger's sentence does not name."""
        step, head = place
        start = side[0]
        found = {
            f"{start} {step} sentences on": 1.0,
            f"{start} elsewhere": 1.0,
            f"{start} elsewhere, {seen.sort}": 1.0,
            f"{start} elsewhere, {seen.trigger.type}": 1.0,
            f"{start} {step} sentences on, subject": float(head >= 0 and self.analysis.tokens[head].dep in _SUBJECTS),
        }
        return _told(found | {f"{name}, elsewhere": x for name, x in self._any(seen, side, actor).items()})

    def _any(self, seen: Seen, side: str, actor: str) -> dict[str, float]:
        """What speaks for an actor wherever it is named."""
        start, kinds = side[0], seen.trigger.type
        row = self.mentions.actors[actor]
        same_type = self.before.by_type.get(kinds)
        same_lemma = self._by_lemma(seen)
        recent = seen.sentence - self.before.sentence <= 1
        found = {
            f"{start} kind {row.kind}": 1.0,
            f"{start} {kinds} kind {row.kind}": 1.0,
            f"{start} sector {row.sector}": 1.0,
            f"{start} {kinds} sector {row.sector}": float(row.sector in {"GOV", "MIL", "REB", "CVL", "COP", "MED"}),
            f"{start} speaks": float(actor in seen.speakers),
            f"{start} holds": float(actor in seen.holders),
            f"{start} {kinds} holds": float(actor in seen.holders),
            f"{start} often": log(self.mentions.counts.get(actor, 1)),
            f"{start} topic {self.mentions.topics.get(actor, 'none')}": 1.0,
            f"{start} was actor": float(recent and actor in self.before.last[0]),
            f"{start} was recipient": float(recent and actor in self.before.last[1]),
        }
        for name, sides in (("type", same_type), ("lemma", same_lemma)):
            if sides:
                found[f"{start} was actor of {name}"] = float(actor in sides[0])
                found[f"{start} was recipient of {name}"] = float(actor in sides[1])
        if seen.acting:
            found[f"{start} acts"] = seen.acting.get(actor, 0.0)
        return found

    def _nothing(self, seen: Seen, side: str, rows: Sequence[Candidate]) -> dict[str, float]:
        """What speaks for nobody."""
        start, trigger = side[0], seen.trigger
        filled = {c.head for c in rows}
        heads = {s.slot: i for i, s in sorted(seen.stands.items(), reverse=True) if s.where == "is"}
        found = {
            f"{start} nobody": 1.0,
            f"{start} nobody, {seen.sort}": 1.0,
            f"{start} nobody, {trigger.type}": 1.0,
            f"{start} nobody, none named": float(all(c.head < 0 for c in rows)),
            f"{start} nobody, speaker": float(bool(seen.speakers)),
            f"{start} nobody, no holder": float(not seen.holders),
        }
        for slot in ("subject", "object", "possessor", "prep by", "prep of", "prep with", "prep on", "prep against"):
            if slot in heads:
                state = "actor" if heads[slot] in filled else self.analysis.tokens[heads[slot]].pos
                found[f"{start} nobody, {seen.sort} {slot} is {state}"] = 1.0
            else:
                found[f"{start} nobody, {seen.sort} no {slot}"] = 1.0
        return _told(found)


def _told(found: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in found.items() if value}


def pick(a: Analysis, choice: Choice, side: str, taken: Sequence[str] = ()) -> tuple[str, ...]:
    """The actors of a side, in the order of the text, by the bars of the knowledge file.

    The likeliest, where its share reaches `least`, and `against_nobody` of nobody's; those joined to it by "and" whose share
    reaches `joined` of its own; others whose share reaches `beside` of its own. Those in `taken` fill the other side already:
    the rest is weighed as if they were not there.
    """
    left = 1 - sum(choice.shares.get(i, 0.0) for i in taken)
    shares = {i: share / left for i, share in choice.shares.items() if i not in taken and left > 0}
    if not shares:
        return ()
    bars = _bars()
    best = max(shares, key=lambda i: (shares[i], -choice.heads[i]))
    nobody = 1 - sum(shares.values())
    if shares[best] < max(bars["least"][side], bars["against_nobody"][side] * nobody):
        return ()
    group = _group(a, choice.heads[best])
    found = [
        i
        for i, share in shares.items()
        if i == best or share >= shares[best] * bars["joined" if choice.heads[i] in group else "beside"][side]
    ]
    return tuple(sorted(found, key=lambda i: choice.heads[i]))


def _group(a: Analysis, head: int) -> frozenset[int]:
    """The nouns that are joined to a noun, itself included; empty for an actor named elsewhere."""
    if head < 0:
        return frozenset()
    token = a.tokens[head]
    while token.dep == "conj":
        token = a.head(token)
    return frozenset(with_conjuncts(a, token.index))
