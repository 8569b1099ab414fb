"""Which figures count the victims of which attack, and what they add up to.

In: a record's `Scene`. Out: for each attack its figures, and a `Toll`. The rules, which `docs/export.md` repeats:

- An attack is an ASSAULT that the record calls actual or ongoing.
- A figure belongs to the attack that is nearest to it among those that its sentence names and that the same attribution
  claims (or the outlet's own voice, both): nearest by the commas, dashes and conjunctions between them, then by characters.
  A part of a figure goes with its whole. A figure with a time of its own that lies outside the attack's belongs to none. No
  figure belongs to two attacks.
- In one sentence, figures of which none is part of another are added up where each has counted people of its own;
  otherwise they must agree, or the toll is open. Sentences that disagree give a range: the least of the low ends, and the
  greatest of the high ends where they count the same people.
- A toll has a best value only where it is one exact number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly import knowledge
from reportedly.export.scene import Scene, spans_of
from reportedly.record import Event, Figure

HAPPENED = ("actual", "ongoing")

_BOUNDARY = re.compile(r"[,;:—–]|\b(?:and|but|while)\b")
"""What divides clauses: "attacked A, killing four, and bombed B, killing nine"."""

Range = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Toll:
    """What figures of one attack add up to: people. `best` is None unless they give one exact number."""

    low: float | None = None
    high: float | None = None
    best: float | None = None
    figures: tuple[Figure, ...] = ()


def attacks(scene: Scene) -> tuple[Event, ...]:
    """The attacks of a record."""
    return tuple(e for e in scene.record.events if e.type == "ASSAULT" and e.status in HAPPENED)


def allotted(scene: Scene, what: str) -> dict[str, tuple[Figure, ...]]:
    """The figures of one kind (`killed`, `injured`) of each attack that has some, by the event's id."""
    events = attacks(scene)
    named: dict[int, list[tuple[int, int, Event]]] = {}
    for event in events:
        for start, end in spans_of(event.words, event.mentions):
            named.setdefault(scene.sentence(start).start, []).append((start, end, event))
    figures = [f for f in scene.record.figures if f.what == what and f.unit is None and f.words]
    whole = {f.id: f for f in figures}
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        if (attack := _attack(scene, _whole_of(figure, whole), named)) is not None:
            found.setdefault(attack.id, []).append(figure)
    return {event: tuple(held) for event, held in found.items()}


def _whole_of(figure: Figure, known: Mapping[str, Figure]) -> Figure:
    """The figure that a part goes with: the outermost whole of it. A circle ends where it closes."""
    met = {figure.id}
    while (whole := known.get(figure.part_of or "")) is not None and whole.id not in met:
        met.add(whole.id)
        figure = whole
    return figure


def _attack(scene: Scene, figure: Figure, named: Mapping[int, list[tuple[int, int, Event]]]) -> Event | None:
    """The attack that a figure belongs to; of two that are equally near the one named first."""
    first, last = figure.words[0].start, figure.words[-1].end
    text = scene.document.text
    near = [
        (
            len(_BOUNDARY.findall(text[min(end, last) : max(start, first)])),
            max(0, start - last, first - end),
            start,
            event,
        )
        for start, end, event in named.get(scene.sentence(first).start, ())
        if event.within == figure.within and _meet(scene, event, figure)
    ]
    return min(near, key=lambda n: n[:3])[3] if near else None


def _meet(scene: Scene, event: Event, figure: Figure) -> bool:
    """Whether a figure's own time, if it has one, meets the attack's, if it has one."""
    of_event, of_figure = scene.days(event.date), scene.days(figure.period)
    if of_event is None or of_figure is None:
        return True
    return of_event[0] <= of_figure[0] and of_figure[1] <= of_event[1]


def toll(scene: Scene, figures: Sequence[Figure]) -> Toll:
    """What the figures of one attack add up to."""
    held = wholes(figures)
    by_sentence: dict[int, list[Figure]] = {}
    for figure in held:
        by_sentence.setdefault(scene.sentence(figure.words[0].start).start, []).append(figure)
    ranges = [_sum(scene, group) for group in by_sentence.values()]
    settled = [r for r in ranges if r is not None]
    if not settled or len(settled) < len(ranges):
        return Toll(figures=tuple(figures))
    if len(set(settled)) == 1:
        low, high = settled[0]
        exact = low is not None and low == high and not any(f.approximate for f in held)
        return Toll(low, high, low if exact else None, tuple(figures))
    same = len({who for f in held if (who := counted_words(scene, f)) and not is_anybody(who)}) <= 1
    lows, highs = [low for low, _ in settled], [high for _, high in settled]
    return Toll(_least(lows), _greatest(highs) if same else None, None, tuple(figures))


def wholes(figures: Iterable[Figure]) -> list[Figure]:
    """Those figures that are no part of another of them."""
    held = tuple(figures)
    ids = {f.id for f in held}
    return [f for f in held if f.part_of not in ids]


def _sum(scene: Scene, group: Sequence[Figure]) -> Range | None:
    """The range of the figures of one sentence; None where the sentence does not say how they add up."""
    ranges = {(f.low, f.high) for f in group}
    if len(group) == 1:
        return group[0].low, group[0].high
    who = [counted_words(scene, f) for f in group]
    if all(who) and len(set(who)) == len(who) and not any(is_anybody(w) for w in who):
        return _total([f.low for f in group]), _total([f.high for f in group])
    return next(iter(ranges)) if len(ranges) == 1 else None


def counted_words(scene: Scene, figure: Figure) -> tuple[str, ...]:
    """The words for those whom a figure counts, in small letters."""
    return tuple(scene.words(figure.who).lower().split())


def counted(words: Iterable[str]) -> str:
    """Whom words count: `civilians`, `state`, `armed`, or nothing where they are several of these or none."""
    found = {
        side for word in words for side in ("civilians", "state", "armed") if word.strip(",.;:()'\"’”") in _people(side)
    }
    return next(iter(found)) if len(found) == 1 else ""


def kills(trigger: str) -> bool:
    """Whether an attack's trigger says by itself that somebody died."""
    known, words = knowledge.load("ged")["kills"], trigger.lower().split()
    return any(w in known["words"] for w in words) or " ".join(words).endswith(tuple(known["endings"]))


def is_anybody(words: Iterable[str]) -> bool:
    """Whether words for those counted say nothing of who they are ("people"); so do no words."""
    return all(word in _people("anybody") for word in words)


@cache
def _people(side: str) -> frozenset[str]:
    return frozenset(knowledge.load("ged")["counted"][side])


def _total(numbers: Sequence[float | None]) -> float | None:
    known = [n for n in numbers if n is not None]
    return sum(known) if len(known) == len(numbers) else None


def _least(numbers: Sequence[float | None]) -> float | None:
    known = [n for n in numbers if n is not None]
    return min(known) if len(known) == len(numbers) else None


def _greatest(numbers: Sequence[float | None]) -> float | None:
    known = [n for n in numbers if n is not None]
    return max(known) if len(known) == len(numbers) else None


def parts_of(whole: Figure, figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures that are direct parts of another."""
    return (f for f in figures if f.part_of == whole.id)
