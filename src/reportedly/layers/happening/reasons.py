"""Why an event's row is as it is: what was weighed for its type, its sides, its status and its mentions, as plain data.

In: an event that `read_events` gave, and what that layer was given. Out: `Reasons`. It decides nothing: it runs the parts
that decided once more and lists what they weighed, as terms that add up to a score (a signal times its weight, in logarithms
of odds). It refuses nothing: an event that the layer does not give here has no reasons. Raises `KnowledgeError` as the layer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reportedly import knowledge
from reportedly.document import Span, Words
from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads
from reportedly.language.encoder.session import card
from reportedly.layers.attribution.features import UNFIT
from reportedly.layers.events import Drafting, decided
from reportedly.layers.happening.choosing import Choice, Chooser, Seen, pick
from reportedly.layers.happening.deciding import CHOICES, SIGNALS, Decided
from reportedly.layers.happening.lexicon import Entry, Lexicon, lexicon
from reportedly.layers.happening.linking import Linking, status_of
from reportedly.layers.happening.merge import Draft, Rows, merge
from reportedly.layers.happening.modes import mode_of
from reportedly.layers.happening.status import Status
from reportedly.layers.happening.triggers import Trigger, find_triggers
from reportedly.record import Actor, Attribution, Event, Place, Time, vocabulary

SHOWN_TYPES = 3
SHOWN_CANDIDATES = 5
LEAST = 0.005
"""Terms that add less are left out: weights are rounded to two places."""


@dataclass(frozen=True, slots=True)
class Term:
    """A signal, and what it adds to a score."""

    signal: str
    adds: float


@dataclass(frozen=True, slots=True)
class Rival:
    """Another choice: its probability, how far behind the chosen one it is, and the terms that make up that distance."""

    choice: str
    share: float
    behind: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry of the lexicon, with its conditions in words."""

    key: str
    type: str
    mode: str | None
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexical:
    """What the lexicon says of a word. `found` is "fits" (with the entry), "another type" (with the entry that gives it),
    "unfit" (with the entries whose conditions are not met) or "absent"."""

    found: str
    entries: tuple[Entered, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeReasons:
    """Why a word names an event of its type.

    `shares` are the probabilities of the likeliest types and of "none", `encoder` those of the encoder alone. `rivals` are
    "none" and the second-best type, the likelier first. `bar` is the probability from which a word names an event.
    """

    shares: tuple[tuple[str, float], ...]
    encoder: tuple[tuple[str, float], ...]
    lexical: Lexical
    rivals: tuple[Rival, ...]
    bar: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that may fill a side, or nobody (`actor` is None): its share, and what speaks for its likeliest mention.

    `place` is that mention's word; None for one that is named too far off, and for nobody. `standing` is the slot of the
    event's word in which the mention stands, and where in it (`is`, `owner`, …); None where it stands in none. `turned`: it
    is the recipient as one of those that act on each other, of whom the first is the actor.
    """

    actor: str | None
    share: float
    chosen: bool
    terms: tuple[Term, ...]
    place: Span | None = None
    standing: tuple[str, str] | None = None
    turned: bool = False


@dataclass(frozen=True, slots=True)
class SideReasons:
    """Who may be the actor, or the recipient, the likeliest first; `needed` is the share from which an actor is taken."""

    candidates: tuple[Candidate, ...]
    needed: float

    @property
    def is_filled(self) -> bool:
        """Whether somebody was taken."""
        return any(c.chosen and c.actor for c in self.candidates)


@dataclass(frozen=True, slots=True)
class StatusReasons:
    """Why a mention has its status. `rules` is the verdict of the rules alone; `rival` the runner-up with the terms of the
    chosen status less its own."""

    status: str
    share: float
    rules: str
    rival: Rival


@dataclass(frozen=True, slots=True)
class Joined:
    """Why a mention was joined to the mentions before it: the terms, and what their sum had to exceed."""

    terms: tuple[Term, ...]
    bar: float


@dataclass(frozen=True, slots=True)
class MentionReasons:
    """One mention of the event. `mode_by` says what gave it its mode: "words" (the event's own or beside it, by the rules
    of modes), "entry" (the lexicon's), or None where it has none. `joined` is None for the first."""

    words: Words
    sentence: Span
    type: TypeReasons
    mode: str | None
    mode_by: str | None
    actor: SideReasons
    recipient: SideReasons
    status: StatusReasons
    within: str | None
    joined: Joined | None


@dataclass(frozen=True, slots=True)
class Reasons:
    """An event with the reasons of its mentions, in text order."""

    event: Event
    mentions: tuple[MentionReasons, ...]


def reasons_of(
    event: Event,
    *,
    analysis: Analysis,
    heads: Sequence[Heads],
    times: Sequence[Time],
    places: Sequence[Place],
    actors: Sequence[Actor],
    attributions: Sequence[Attribution],
) -> Reasons | None:
    """The reasons of an event among those of `read_events`, which takes the same; None where it is not one of them.

    Spans count code points of the article's text.
    """
    for read in heads:
        weighed = decided(analysis, read, attributions)
        drafting = Drafting(analysis, read, actors, attributions)
        drafts = drafting.drafts([(t, round(w.confidence, 3)) for t, w in weighed], places, times)
        alone = [replace(d, others=[]) for d in drafts]
        row = next((r for r in merge(analysis, drafts) if _is(analysis, r, event)), None)
        if row is not None:
            wanted = {d.trigger.index for d in (row, *row.others)}
            asked = _Asked(analysis, read, actors, attributions)
            joined = _joined(analysis, alone, row)
            sides = asked.sides(alone, wanted)
            of_word = {t.index: w for t, w in weighed}
            mentions = [
                asked.mention(d, of_word[i], sides[i], joined.get(i)) for d in alone if (i := d.trigger.index) in wanted
            ]
            return Reasons(event, tuple(mentions))
    return None


def _is(a: Analysis, draft: Draft, event: Event) -> bool:
    trigger = draft.trigger
    return trigger.type == event.type and a.pieces(list(trigger.words)) == tuple(event.words)


def _terms(adds: Mapping[str, float] | Iterable[tuple[str, float]]) -> tuple[Term, ...]:
    """Terms, the weightiest first; equal ones by name."""
    rows = adds.items() if isinstance(adds, Mapping) else adds
    found = [Term(name, round(float(x), 3)) for name, x in rows if abs(x) >= LEAST]
    return tuple(sorted(found, key=lambda t: (-abs(t.adds), t.signal)))


def _weighed(features: Mapping[str, float], weights: Mapping[str, float]) -> tuple[Term, ...]:
    return _terms({name: x * weights.get(name, 0.0) for name, x in features.items()})


def _joined(a: Analysis, drafts: Sequence[Draft], row: Draft) -> dict[int, Joined]:
    """For the later mentions of a row, by the token of their triggers, why they were joined to it.

    The rows up to each are built again as `merge` built them, but told where each draft belongs.
    """
    told = knowledge.load("merging")
    home = {d.trigger.index: row.trigger.index for d in row.others}
    rows, found = Rows(a), dict[int, Joined]()
    first: Draft | None = None
    for draft in drafts:
        index = draft.trigger.index
        if index not in home:
            rows.add(draft, None)
            first = draft if index == row.trigger.index else first
            continue
        signals = next((s for r, s in rows.candidates(draft) if r is first), {})
        found[index] = Joined(_weighed(signals, told["weights"]), float(told["bar"]))
        rows.add(draft, first)
    return found


class _Asked:
    """The parts that decided an article's events, set up to be asked again."""

    def __init__(
        self, analysis: Analysis, heads: Heads, actors: Sequence[Actor], attributions: Sequence[Attribution]
    ) -> None:
        self._a = analysis
        self._heads = heads
        self._lexicon = lexicon()
        self._entries = {i: t.entry for t in find_triggers(analysis, self._lexicon) for i in t.words if t.entry}
        self._said = {row.id: row for row in attributions}
        self._chooser = Chooser(analysis, actors, attributions, self._lexicon, Linking(analysis, heads).link)
        self._status = Status(analysis)

    def sides(self, drafts: Sequence[Draft], wanted: set[int]) -> dict[int, tuple[SideReasons, SideReasons]]:
        """Both sides of the `wanted` triggers. All drafts are handed over in text order, since the sides of those before
        speak for those behind."""
        found: dict[int, tuple[SideReasons, SideReasons]] = {}
        for draft in drafts:
            trigger = draft.trigger
            if trigger.index in wanted:
                seen = self._chooser.see(trigger)
                acting = self._chooser.choose(seen, "actor")
                done_to = self._chooser.choose(replace(seen, acting=acting.shares), "recipient")
                taken = pick(self._a, acting, "actor")
                found[trigger.index] = (
                    self._side(acting, "actor", draft.actor, seen),
                    self._side(done_to, "recipient", draft.recipient, seen, taken),
                )
            self._chooser.remember(trigger, draft.actor, draft.recipient)
        return found

    def _side(
        self, choice: Choice, side: str, chosen: Sequence[str], seen: Seen, taken: Sequence[str] = ()
    ) -> SideReasons:
        """The likeliest actors, those chosen whatever their share, and nobody; `taken` act already."""
        told = knowledge.load("arguments")
        ranked = sorted(choice.shares, key=lambda i: (-choice.shares[i], i))
        features = {(c.actor, c.head): c.features for c in choice.candidates}
        found = []
        for actor in dict.fromkeys([*ranked[:SHOWN_CANDIDATES], *chosen]):
            head = choice.heads[actor]
            place = self._a.tokens[head].span if head >= 0 else None
            terms = _weighed(features[actor, head], told["weights"])
            stands = seen.stands.get(head)
            standing = (stands.slot, stands.where) if stands else None
            is_chosen = actor in chosen
            share = round(choice.shares[actor], 3)
            found.append(Candidate(actor, share, is_chosen, terms, place, standing, is_chosen and actor in taken))
        nobody = 1 - sum(choice.shares.values())
        found.append(Candidate(None, round(nobody, 3), not chosen, _weighed(choice.nothing, told["weights"])))
        # Who is taken is left out before the bars are asked (`choosing.pick`): the share needed shrinks with the rest.
        left = 1 - sum(choice.shares.get(i, 0.0) for i in taken)
        needed = max(told["least"][side] * left, told["against_nobody"][side] * nobody)
        return SideReasons(tuple(sorted(found, key=lambda c: -c.share)), round(float(needed), 3))

    def mention(
        self, draft: Draft, word: Decided, sides: tuple[SideReasons, SideReasons], joined: Joined | None
    ) -> MentionReasons:
        """All reasons of one mention."""
        a, trigger = self._a, draft.trigger
        sentence = a.sentence_of(a.tokens[trigger.index])
        by = "words" if mode_of(a, trigger.words, trigger.type) else "entry"
        return MentionReasons(
            words=a.pieces(list(trigger.words)),
            sentence=a.span(sentence.first, sentence.end),
            type=self._type(trigger, word),
            mode=trigger.mode,
            mode_by=by if trigger.mode else None,
            actor=sides[0],
            recipient=sides[1],
            status=self._of_status(draft),
            within=draft.within,
            joined=joined,
        )

    def _type(self, trigger: Trigger, word: Decided) -> TypeReasons:
        weights = card().weights["event"]
        factors = np.array([weights[name] for name in SIGNALS])
        rows = word.signals * factors
        best = CHOICES.index(trigger.type)
        ranked = [i for i in np.argsort(-word.probabilities, kind="stable").tolist() if i]
        second = next(i for i in ranked if i != best)
        rivals = [
            Rival(
                CHOICES[i], round(float(word.probabilities[i]), 3), round(float((rows[best] - rows[i]).sum()), 3),
                _terms(zip(SIGNALS, rows[best] - rows[i], strict=True)),
            )
            for i in sorted((0, second), key=lambda i: -word.probabilities[i])
        ]  # fmt: skip
        alone = np.exp(word.head - word.head.max())
        by_encoder = np.argsort(-alone, kind="stable").tolist()[:SHOWN_TYPES]
        return TypeReasons(
            shares=tuple((CHOICES[i], round(float(word.probabilities[i]), 3)) for i in [*ranked[:SHOWN_TYPES], 0]),
            encoder=tuple((CHOICES[i], round(float(alone[i] / alone.sum()), 3)) for i in by_encoder),
            lexical=self._lexical(trigger, word),
            rivals=tuple(rivals),
            bar=float(weights["bar"]),
        )

    def _lexical(self, trigger: Trigger, word: Decided) -> Lexical:
        entry = trigger.entry or self._entries.get(word.index)
        if entry is not None:
            return Lexical("fits" if entry.type == trigger.type else "another type", (_entered(entry, self._lexicon),))
        if word.lexical != UNFIT:
            return Lexical("absent")
        token = self._a.tokens[word.index]
        pos = "verb" if token.pos in {"VERB", "AUX"} else "noun"
        entries = self._lexicon.of(token.lemma, pos) or self._lexicon.of(token.lower, pos)
        return Lexical("unfit", tuple(_entered(e, self._lexicon) for e in entries))

    def _of_status(self, draft: Draft) -> StatusReasons:
        told = knowledge.load("factuality_weights")
        holder = self._said.get(draft.within) if draft.within else None
        adds: dict[str, dict[str, float]] = {
            sign: told["weights"].get(sign, {}) for sign in self._status.signs(draft.trigger, holder)
        }
        heard = status_of(self._heads, self._a.tokens[draft.trigger.index].span)
        if heard is not None:
            adds["encoder"] = {status: float(told["encoder"]) * log for status, log in heard.items()}
        scores = {s: sum(of.get(s, 0.0) for of in adds.values()) for s in vocabulary.STATUSES}
        top = max(scores.values())
        total = sum(np.exp(x - top) for x in scores.values())
        shares = {s: round(float(np.exp(x - top) / total), 3) for s, x in scores.items()}
        rival = max((s for s in scores if s != draft.status), key=lambda s: scores[s])
        apart = {sign: of.get(draft.status, 0.0) - of.get(rival, 0.0) for sign, of in adds.items()}
        behind = round(scores[draft.status] - scores[rival], 3)
        return StatusReasons(
            draft.status,
            shares[draft.status],
            self._status.verdict(draft.trigger, holder),
            Rival(rival, shares[rival], behind, _terms(apart)),
        )


def _entered(entry: Entry, words: Lexicon) -> Entered:
    """An entry with its conditions in words."""
    found = [f"needs {' or '.join(entry.needs)}"] if entry.needs else []
    for name in ("subject", "object", "modifier"):
        for start, members in (("one", getattr(entry, name)), ("none", getattr(entry, f"not_{name}"))):
            if members:
                found.append(f"{name} {start} of {_classes(members, words)}")
    if entry.not_in:
        found.append(f"not in talk of {', '.join(sorted(entry.not_in))}")
    return Entered(entry.key, entry.type, entry.mode, tuple(found))


def _classes(members: frozenset[str], words: Lexicon) -> str:
    """The widest classes that make up a set of words, and the words that no class has."""
    found, left = [], set(members)
    for name, inside in sorted(words.classes.items(), key=lambda c: (-len(c[1]), c[0])):
        if inside <= members and inside & left:
            found.append(f"@{name}")
            left -= inside
    rest = sorted(left)
    return ", ".join([*found, *rest[:5], *(["…"] if len(rest) > 5 else [])])
