"""PLOVER types between a marked source and a marked target: the pair given to the pair reader, and found end to end.

In: a file of PLV (Hu et al., "Zero-Shot PLOVER", 2024), tab-separated, with `marked_sentence`, `gold_root` and
`gold_penta`. Out: figures and wrong pairs. Refuses, with `ValueError` and the line, a mark that is not closed.

PLV has 15 roots: YIELD is CONCEDE or RETREAT. Its four classes (`gold_penta` 1 to 4) are verbal and material
cooperation, verbal and material conflict; YIELD is material cooperation. A macro-F1 is the mean F1 over the roots or
classes that the gold has; a pair for which nothing is found is missed by its own root and is no other's.

End to end, a sentence is an article of its own. A marked side is *right* where one of the row's parties on that side
has a mention that shares a character with the mark, *wrong* where the row names others there, and *empty* where it
names nobody; a side that is not marked is none of these. AGREE, CONSULT and COOPERATE are what several do together:
for them a party of either side counts for both. Of the rows of a sentence the one is taken with most sides right,
then fewest wrong, then told as done (`actual`, `ongoing`), then named first. A row without a right side is taken only
where none is wrong. `both sides` takes a row only where each marked side is right.

What is planned is read as the manual of PLOVER (2024) has it: CONSULT, SUPPORT, COOPERATE and AID to come are AGREE.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from events_rows import Party, Reading, Told, read_texts
from reportedly.document import Span
from reportedly.knowledge.loader import load
from reportedly.layers.pairs import read_pair

Row = dict[str, float | int]
PairReader = Callable[[str, Sequence[Span], Sequence[Span]], dict[str, float]]

QUADS = {"verbal cooperation": "1", "material cooperation": "2", "verbal conflict": "3", "material conflict": "4"}
YIELD = frozenset({"CONCEDE", "RETREAT"})
AGREED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Types that PLOVER codes as AGREE while they are still to come."""
DONE = frozenset({"actual", "ongoing"})
_MARK = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True)
class Pair:
    """A sentence without its marks, the spans of source and target (none where unmarked), its root and its class."""

    text: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]
    root: str
    quad: str


def unmarked(marked: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """A sentence without `<s>` and `<t>`, and what they held, without blanks at the ends."""
    text, last = "", 0
    opened: dict[str, int] = {}
    found: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        closes, side = mark.groups()
        if not closes:
            opened[side] = len(text)
        elif side in opened:
            held = text[opened[side] :]
            start = opened.pop(side) + len(held) - len(held.lstrip())
            found[side].append(Span(start, start + len(held.strip())))
        else:
            raise ValueError(f"</{side}> closes nothing: {marked!r}")
    if opened:
        raise ValueError(f"a mark is not closed: {marked!r}")
    return text + marked[last:], tuple(found["s"]), tuple(found["t"])


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file, in its order."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            yield Pair(*unmarked(row["marked_sentence"]), row["gold_root"], row["gold_penta"])


def root_of(kind: str) -> str:
    """PLV's root of a PLOVER type."""
    return "YIELD" if kind in YIELD else kind


def quad_of(root: str) -> str:
    """PLV's class of one of its roots."""
    return "2" if root == "YIELD" else QUADS[load("plover")["types"][root]["quad"]]


def macro_f1(answers: Sequence[tuple[str, str | None]]) -> float:
    """The mean F1 over the classes of gold; `answers` are (gold, found), found `None` for nothing."""
    right = Counter(gold for gold, found in answers if gold == found)
    golds, founds = Counter(gold for gold, _ in answers), Counter(found for _, found in answers)
    scores = [2 * right[c] / (golds[c] + founds[c]) for c in sorted(golds)]
    return sum(scores) / len(scores) if scores else 0.0


def _figures(roots: Sequence[tuple[str, str | None]], quads: Sequence[tuple[str, str | None]]) -> dict[str, Row]:
    def accuracy(answers: Sequence[tuple[str, str | None]]) -> float:
        return round(sum(g == f for g, f in answers) / len(answers), 3) if answers else 0.0

    return {
        "root": {"macro_f1": round(macro_f1(roots), 3), "accuracy": accuracy(roots), "of": len(roots)},
        "quad": {"macro_f1": round(macro_f1(quads), 3), "accuracy": accuracy(quads), "of": len(quads)},
    }


def likeliest(chances: dict[str, float]) -> str:
    """The root whose types have the greatest probability together; of equals the first by name."""
    total: dict[str, float] = {}
    for kind, chance in sorted(chances.items()):
        total[root_of(kind)] = total.get(root_of(kind), 0.0) + chance
    return min(total, key=lambda root: (-total[root], root))


@dataclass
class Score:
    """Figures by name, and a line for each wrong pair."""

    figures: dict[str, Row] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def given(held: Sequence[Pair], reader: PairReader = read_pair) -> Score:
    """What the pair reader says of pairs that it is given: the likeliest root, and the class of that root."""
    roots: list[tuple[str, str | None]] = []
    quads: list[tuple[str, str | None]] = []
    score = Score()
    for pair in held:
        root = likeliest(reader(pair.text, pair.sources, pair.targets))
        roots.append((pair.root, root))
        quads.append((pair.quad, quad_of(root)))
        if root != pair.root:
            score.wrong.append(f"{pair.root}, found {root}: {shown(pair)}")
    score.figures = {f"pair given {k}": v for k, v in _figures(roots, quads).items()}
    return score


def sides(told: Told, pair: Pair) -> tuple[int, int]:
    """How many of the marked sides a row has right, and how many wrong."""
    right = wrong = 0
    for parties, marked in zip(told.ends(), (pair.sources, pair.targets), strict=True):
        if marked and parties:
            fits = any(party.at(marked) for party in parties)
            right += fits
            wrong += not fits
    return right, wrong


def nearest(reading: Reading, pair: Pair) -> tuple[Told | None, bool]:
    """The row of a reading that speaks of a pair, and whether it has each marked side right."""
    best: tuple[int, int, int, int] | None = None
    for number, told in enumerate(reading.events):
        right, wrong = sides(told, pair)
        if right or not wrong:
            rank = (-right, wrong, told.status not in DONE, number)
            best = min(best, rank) if best else rank
    if best is None:
        return None, False
    return reading.events[best[3]], -best[0] == bool(pair.sources) + bool(pair.targets)


def kind_of(told: Told) -> str:
    """The type of a row as PLOVER codes it, which has no status."""
    return "AGREE" if told.status == "planned" and told.type in AGREED else told.type


def found(held: Sequence[Pair], readings: Sequence[Reading]) -> Score:
    """What the rows of whole readings say of pairs."""
    answers: dict[str, list[tuple[Pair, str | None]]] = {"end to end": [], "both sides": []}
    score = Score()
    for pair, reading in zip(held, readings, strict=True):
        told, whole = nearest(reading, pair)
        root = root_of(kind_of(told)) if told else None
        answers["end to end"].append((pair, root))
        answers["both sides"].append((pair, root if whole else None))
        if root != pair.root:
            rows = "; ".join(_row(t) for t in reading.events)
            score.wrong.append(f"{pair.root}, found {root}: {shown(pair)} | {rows}")
    for name, rows_of in answers.items():
        roots = [(p.root, root) for p, root in rows_of]
        quads = [(p.quad, quad_of(root) if root else None) for p, root in rows_of]
        score.figures |= {f"{name} {k}": v for k, v in _figures(roots, quads).items()}
        count = sum(root is not None for _, root in rows_of)
        score.figures[f"{name} found"] = {"accuracy": round(count / max(1, len(roots)), 3), "of": len(roots)}
    return score


def _row(told: Told) -> str:
    def names(parties: Sequence[Party]) -> str:
        return ", ".join(party.name for party in parties) or "-"

    return f"{told.type} {told.status} [{told.words}] {names(told.actors)} > {names(told.recipients)}"


def shown(pair: Pair) -> str:
    """A pair for people: its sentence, with source and target behind it."""
    ends = (", ".join(span.of(pair.text) for span in spans) or "-" for spans in (pair.sources, pair.targets))
    return f"{pair.text} ({' > '.join(ends)})"


def end_to_end(held: Sequence[Pair], processes: int = 1) -> Score:
    """Every pair's sentence read by the whole pipeline, and what its rows say of the pair."""
    return found(held, read_texts([pair.text for pair in held], processes=processes))
