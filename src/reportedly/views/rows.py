"""A record's rows as people read them: short labels instead of ids, names instead of references, ranges in words.

In: a `Record`. Out: one dataclass a row. A reference that leads nowhere (see `reportedly verify`) is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.record import ARTICLE_TABLES, Record


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution. `chain` runs from the outlet inwards; `depth` counts the attributions around it."""

    label: str
    id: str
    source: str
    cue: str
    content: str
    speaker: tuple[str, ...]
    speaker_labels: tuple[str, ...]
    mode: str
    stance: str
    anonymity: str
    chain: tuple[str, ...]
    within: str | None
    cited_by: str | None
    depth: int
    made_by: str
    confidence: float | None

    @property
    def voice(self) -> str:
        """Who speaks, by name: the chain's innermost member."""
        return self.chain[-1] if self.chain else ""


@dataclass(frozen=True, slots=True)
class Happened:
    """An event. `voice` says who claims it; `claimed_by` is that attribution's label, None in the outlet's voice.
    `date` is the article's words with their TIMEX3 value in brackets."""

    label: str
    id: str
    words: str
    mentions: tuple[str, ...]
    type: str
    mode: str | None
    status: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: str | None
    date: str | None
    voice: str
    claimed_by: str | None
    made_by: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure. `range` is its least and most in words; `part_of` the label of the figure that it is a part of;
    `method` how it was counted, in the article's words."""

    label: str
    id: str
    words: str
    low: float | None
    high: float | None
    range: str
    approximate: bool
    unit: str | None
    what: str
    who: str
    place: str | None
    period: str | None
    as_of: date | None
    tally: str | None
    method: str
    part_of: str | None
    voice: str
    claimed_by: str | None
    made_by: str

    @property
    def scope(self) -> tuple[str, ...]:
        """What the count covers, in words: the place, the time, the day that it describes, one incident or a running
        total, how it was counted."""
        day = f"as of {self.as_of.isoformat()}" if self.as_of else None
        tally = {"incident": "one incident", "running": "running total"}.get(self.tally or "")
        method = f"counted by {self.method}" if self.method else None
        return tuple(filter(None, (self.place, self.period, day, tally, method)))


@dataclass(frozen=True, slots=True)
class Checked:
    """A sum between figures and whether it fits."""

    label: str
    id: str
    kind: str
    figures: tuple[str, ...]
    holds: bool
    words: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A time, its TIMEX3 value, and its days where it has any; `points` are the values that a length begins and ends at."""

    label: str
    id: str
    words: str
    type: str
    value: str | None
    mod: str | None
    begin: date | None
    end: date | None
    points: tuple[str, ...]
    made_by: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place; without a name the text does not settle which one is meant."""

    label: str
    id: str
    words: str
    name: str | None
    kind: str | None
    country: str | None
    division: str | None
    latitude: float | None
    longitude: float | None
    made_by: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Worded:
    """A loaded word, the actor that it colours and the voice that uses it."""

    label: str
    id: str
    words: str
    kind: str
    target: str | None
    voice: str
    claimed_by: str | None
    made_by: str


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, its names with how often each stands, and the labels of what it says, does and has done to it."""

    label: str
    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    names: tuple[tuple[str, int], ...]
    says: tuple[str, ...]
    does: tuple[str, ...]
    undergoes: tuple[str, ...]
    identity: str | None
    made_by: str


class Rows:
    """The rows of one record by table, each with a label: the letter of its table and its number there."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.labels = {
            (table, row.id): f"{kind.PREFIX.upper()}{number}"
            for table, kind in ARTICLE_TABLES.items()
            for number, row in enumerate(record.rows(table), 1)
        }
        self._names = {a.id: a.name for a in record.actors}
        self._words = {p.id: record.words(p.words) for p in record.places} | {
            t.id: record.words(t.words) + (f" ({t.value})" if t.value else "") for t in record.times
        }
        self._said = {a.id: a for a in record.attributions}

    def label(self, table: str, id: str | None) -> str | None:
        """The label of a row by its id; None for no such row."""
        return self.labels.get((table, id)) if id is not None else None

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of actors."""
        return tuple(self._names[i] for i in ids if i in self._names)

    def outlet(self) -> str:
        """The outlet's name, or words for it."""
        return self.record.document.metadata.outlet or "the outlet"

    def voice(self, attribution: str | None) -> str:
        """Who speaks inside an attribution; the outlet outside of any."""
        row = self._said.get(attribution) if attribution is not None else None
        return (row.chain[-1] if row.chain else "unnamed source") if row else self.outlet()

    def depth(self, attribution: str) -> int:
        """How many attributions hold or cite this one; a circle ends where it closes."""
        met = {attribution}
        while row := self._said.get(attribution):
            attribution = row.within or row.cited_by or ""
            if attribution not in self._said or attribution in met:
                break
            met.add(attribution)
        return len(met) - 1

    def attributions(self) -> Iterator[Said]:
        """Who said what."""
        of, words = "attributions", self.record.words
        for a in self.record.attributions:
            speakers = [s for s in a.speaker if s in self._names]
            yield Said(
                self.labels[of, a.id], a.id, words(a.source), words(a.cue), words(a.content), self.names(speakers),
                tuple(self.labels["actors", s] for s in speakers), a.mode, a.stance, a.anonymity, a.chain,
                self.label(of, a.within), self.label(of, a.cited_by), self.depth(a.id), a.made_by, a.confidence,
            )  # fmt: skip

    def events(self) -> Iterator[Happened]:
        """What happened."""
        words = self.record.words
        for e in self.record.events:
            yield Happened(
                self.labels["events", e.id], e.id, words(e.words), tuple(map(words, e.mentions)), e.type, e.mode,
                e.status, self.names(e.actor), self.names(e.recipient), self._words.get(e.place or ""),
                self._words.get(e.date or ""), self.voice(e.within), self.label("attributions", e.within), e.made_by,
                e.confidence,
            )  # fmt: skip

    def figures(self) -> Iterator[Counted]:
        """How many."""
        words = self.record.words
        for f in self.record.figures:
            yield Counted(
                self.labels["figures", f.id], f.id, words(f.words), f.low, f.high, range_words(f.low, f.high, f.unit),
                f.approximate, f.unit, f.what, words(f.who), self._words.get(f.place or ""),
                self._words.get(f.period or ""), f.as_of, f.tally, words(f.method), self.label("figures", f.part_of), self.voice(f.within),
                self.label("attributions", f.within), f.made_by,
            )  # fmt: skip

    def checks(self) -> Iterator[Checked]:
        """What adds up."""
        for c in self.record.checks:
            figures = tuple(label for f in c.figures if (label := self.label("figures", f)))
            yield Checked(self.labels["checks", c.id], c.id, c.kind, figures, c.holds, c.words, c.made_by)

    def times(self) -> Iterator[Timed]:
        """When."""
        for t in self.record.times:
            points = tuple(p for p in (t.begin_point, t.end_point) if p)
            yield Timed(
                self.labels["times", t.id], t.id, self.record.words(t.words), t.type, t.value, t.mod, t.begin, t.end,
                points, t.made_by,
            )  # fmt: skip

    def places(self) -> Iterator[Located]:
        """Where."""
        for p in self.record.places:
            yield Located(
                self.labels["places", p.id], p.id, self.record.words(p.words), p.name, p.kind, p.country, p.division,
                p.latitude, p.longitude, p.made_by, p.confidence,
            )  # fmt: skip

    def wording(self) -> Iterator[Worded]:
        """In whose words."""
        for w in self.record.wording:
            target = next(iter(self.names((w.target,) if w.target else ())), None)
            yield Worded(
                self.labels["wording", w.id], w.id, self.record.words(w.words), w.kind, target, self.voice(w.voice),
                self.label("attributions", w.voice), w.made_by,
            )  # fmt: skip

    def actors(self) -> Iterator[Named]:
        """Who is in it, those that the article turns to most first."""
        record, rows = self.record, []
        says = self._by_actor("attributions", ((x.id, x.speaker) for x in record.attributions))
        does = self._by_actor("events", ((x.id, x.actor) for x in record.events))
        undergoes = self._by_actor("events", ((x.id, x.recipient) for x in record.events))
        for a in record.actors:
            names: dict[str, int] = {}
            for mention in a.names:
                names[record.words(mention)] = names.get(record.words(mention), 0) + 1
            rows.append(
                Named(
                    self.labels["actors", a.id], a.id, a.name, a.kind, a.country, a.sector, tuple(names.items()),
                    says.get(a.id, ()), does.get(a.id, ()), undergoes.get(a.id, ()), a.identity, a.made_by,
                )
            )  # fmt: skip
        yield from sorted(rows, key=lambda r: -sum(n for _, n in r.names) - 2 * len(r.says) - len(r.does))

    def _by_actor(self, table: str, rows: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
        """The labels of rows by the actors that they name."""
        found: dict[str, tuple[str, ...]] = {}
        for row, actors in rows:
            for actor in dict.fromkeys(actors):
                found[actor] = (*found.get(actor, ()), self.labels[table, row])
        return found


def range_words(low: float | None, high: float | None, unit: str | None = None) -> str:
    """A figure's range for people: `59`, `from 59`, `up to 24`, `24 to 99`; `not known` where it has no bound."""
    ends = [f"{x:,.15g}" if x is not None else "" for x in (low, high)]  # 15 digits are what a float keeps
    if low is None and high is None:
        return "not known"
    if high is None:
        shown = f"from {ends[0]}"
    elif low is None:
        shown = f"up to {ends[1]}"
    else:
        shown = ends[0] if low == high else f"{ends[0]} to {ends[1]}"
    if unit == "day" and (low, high) != (1, 1):
        unit = "days"
    return f"{shown} {unit}" if unit else shown
