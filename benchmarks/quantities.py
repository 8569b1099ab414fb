"""Figures of invented sentences: phrases of every family that news writes, look-alikes, and numbers in a bad form.

usage: quantities.py [--split open|held] [--losses N] [--processes N] [--json]

In: `quantity_phrases.toml` and `quantity_lookalikes.toml` beside this file; what is right is said at the top of each.
A phrase is read by the row that shares most characters with it, the shorter of two that share as many. It is *right*
with the low and the high wanted, and *whole* where `approximate` and `unit` are right too. A look-alike is right
without any row. A bad input is *without a wrong value* where no row breaks its rules, and its reading is *found* where
a row has it, among those that want one.

Out: a table of these shares. `--losses` prints so many wrong rows of each part, of the open half alone: refuses to
show rows of the held half, which would make it one to learn from.
"""

import argparse
import json
import math
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

import attribution
from reportedly.document import Document, Metadata, Span
from reportedly.pipeline import read_until

PHRASES = Path(__file__).with_name("quantity_phrases.toml")
LOOKALIKES = Path(__file__).with_name("quantity_lookalikes.toml")
SPLITS = ("open", "held")

LENGTHS: dict[str, tuple[str, float]] = {
    "second": ("hour", 1 / 3600), "minute": ("hour", 1 / 60), "hour": ("hour", 1), "day": ("hour", 24),
    "week": ("hour", 168), "fortnight": ("hour", 336), "month": ("month", 1), "quarter": ("month", 3),
    "year": ("month", 12), "decade": ("month", 120), "century": ("month", 1200),
}  # fmt: skip
"""Units of time, each in the unit that it is a fixed number of: no month is a fixed number of hours."""

Row = dict[str, float | int]
Value = tuple[float | None, float | None, str | None]
"""Low, high, unit."""


@dataclass(frozen=True)
class Counted:
    """A figure row: its value, and where and what its words are."""

    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    spans: tuple[Span, ...]
    words: str

    def shared(self, other: Span) -> int:
        """How many characters its words share with a span."""
        return sum(max(0, min(s.end, other.end) - max(s.start, other.start)) for s in self.spans)

    def __str__(self) -> str:
        shown = " ".join([_shown(self.low, self.high), *(["approximate"] * self.approximate), self.unit or ""])
        return f"[{self.words}] {shown.strip()}"


@dataclass(frozen=True)
class Phrase:
    """A quantity phrase, the sentence that holds it, and what it says."""

    split: str
    family: str
    text: str
    words: str
    approximate: bool
    low: float | None = None
    high: float | None = None
    unit: str | None = None

    @property
    def span(self) -> Span:
        """Where the phrase stands in its sentence."""
        start = self.text.index(self.words)
        return Span(start, start + len(self.words))


@dataclass(frozen=True)
class BadInput:
    """A number in a bad form, and the rules that rows must keep."""

    kind: str
    text: str
    words: str = ""
    never: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None
    empty: bool = False

    @property
    def has_reading(self) -> bool:
        """Whether there is one right reading."""
        return self.low is not None or self.high is not None

    def of(self, rows: Iterable[Counted]) -> list[Counted]:
        """The rows that the rules are about."""
        start = self.text.index(self.words)
        return [row for row in rows if not self.words or row.shared(Span(start, start + len(self.words)))]

    def allows(self, row: Counted) -> bool:
        """Whether a row keeps the rules."""
        values = [v for v in (row.low, row.high) if v is not None]
        if any(not math.isfinite(v) or v in self.never for v in values) or values != sorted(values):
            return False
        if not values or not (self.has_reading or self.empty):
            return True
        return self.has_reading and (row.low, row.high) == (self.low, self.high)


@dataclass(frozen=True)
class Outcome:
    """What became of a phrase: the row that read it, and what of that row is right."""

    phrase: Phrase
    row: Counted | None

    @property
    def value(self) -> bool:
        """Whether low and high are right."""
        wanted, found = (self.phrase.low, self.phrase.high, self.phrase.unit), self._found()
        return found is not None and same(wanted, found)

    @property
    def unit(self) -> bool:
        """Whether the unit is right, or one of the same length."""
        found = self._found()
        return found is not None and _base(self.phrase.unit) == _base(found[2])

    @property
    def approximate(self) -> bool:
        """Whether the row says rightly if the phrase is rough."""
        return self.row is not None and self.row.approximate == self.phrase.approximate

    @property
    def whole(self) -> bool:
        """Whether all of it is right."""
        return self.value and self.unit and self.approximate

    def _found(self) -> Value | None:
        return None if self.row is None else (self.row.low, self.row.high, self.row.unit)

    def __str__(self) -> str:
        p = self.phrase
        wanted = " ".join([_shown(p.low, p.high), *(["approximate"] * p.approximate), p.unit or ""]).strip()
        return f"{p.family}: {p.text} | {p.words!r} wants {wanted} | {self.row or 'nothing'}"


def _shown(low: float | None, high: float | None) -> str:
    ends = ["none" if v is None else f"{v:.15g}" for v in (low, high)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _base(unit: str | None) -> str | None:
    return LENGTHS[unit][0] if unit in LENGTHS else unit


def same(wanted: Value, found: Value) -> bool:
    """Whether two ranges are one, lengths of time in whatever unit; without units of time, units are not compared."""
    scales = 1.0, 1.0
    if wanted[2] in LENGTHS and found[2] in LENGTHS and _base(wanted[2]) == _base(found[2]):
        scales = LENGTHS[wanted[2]][1], LENGTHS[found[2]][1]
    return all(
        a is b if a is None or b is None else math.isclose(a * scales[0], b * scales[1])
        for a, b in zip(wanted[:2], found[:2], strict=True)
    )


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases, of both halves."""
    return tuple(Phrase(**row) for row in tomllib.loads(PHRASES.read_text(encoding="utf-8"))["phrases"])


@cache
def lookalikes() -> tuple[tuple[str, str], ...]:
    """Sentences whose numbers are no figures, each behind its field."""
    groups = tomllib.loads(LOOKALIKES.read_text(encoding="utf-8"))["sentences"]
    return tuple((group["field"], text) for group in groups for text in group["texts"])


@cache
def inputs() -> tuple[BadInput, ...]:
    """The numbers in a bad form."""
    rows = tomllib.loads(LOOKALIKES.read_text(encoding="utf-8"))["inputs"]
    return tuple(BadInput(**{**row, "never": tuple(row.get("never", ()))}) for row in rows)


def read_text(text: str) -> tuple[Counted, ...]:
    """The figures of a text; each of its lines is a paragraph."""
    document = Document(text, attribution.paragraphs(text), Metadata(language="en"))
    return tuple(
        Counted(f.low, f.high, f.approximate, f.unit, f.words, document.words(f.words))
        for f in read_until("checks", document)["figures"]
    )


def read_texts(texts: Sequence[str], processes: int) -> list[tuple[Counted, ...]]:
    """The figures of each text, in their order, by so many processes."""
    if processes < 2:
        return [read_text(text) for text in texts]
    # Not forked: a session of ONNX Runtime that this process may hold does not live on in a copy of it.
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        return list(pool.map(read_text, texts, chunksize=16))


def outcome(phrase: Phrase, rows: Iterable[Counted]) -> Outcome:
    """The phrase with the row that reads it."""
    span = phrase.span
    near = [row for row in rows if row.shared(span)]
    return Outcome(phrase, min(near, key=lambda row: (-row.shared(span), len(row.words)), default=None))


def share(done: Sequence[bool]) -> Row:
    """A row of the table."""
    return {"accuracy": round(sum(done) / len(done), 3) if done else 0.0, "of": len(done)}


def by_group(pairs: Iterable[tuple[str, bool]], title: str) -> dict[str, Row]:
    """A row of the table for each group, in the order in which the groups come."""
    groups: dict[str, list[bool]] = {}
    for group, done in pairs:
        groups.setdefault(group, []).append(done)
    return {f"{title} {group}": share(done) for group, done in groups.items()}


def measure_phrases(split: str, processes: int = 1) -> tuple[dict[str, Row], list[str]]:
    """Figures of a half by name, and, of the open half, a line for each phrase that is not whole."""
    wanted = [p for p in phrases() if p.split == split]
    readings = read_texts([p.text for p in wanted], processes)
    done = [outcome(p, rows) for p, rows in zip(wanted, readings, strict=True)]
    read = [o for o in done if o.value]
    figures = {
        f"{split} right": share([o.value for o in done]),
        f"{split} whole": share([o.whole for o in done]),
        f"{split} approximate, where right": share([o.approximate for o in read]),
        f"{split} unit, where right": share([o.unit for o in read]),
        **by_group(((o.phrase.family, o.value) for o in done), split),
    }
    return figures, [str(o) for o in done if not o.whole and split == "open"]


def measure_lookalikes(processes: int = 1) -> tuple[dict[str, Row], list[str]]:
    """Figures of look-alikes and bad inputs by name, and a line for each that is not as it should be."""
    alike, bad = lookalikes(), inputs()
    readings = read_texts([*(text for _, text in alike), *(b.text for b in bad)], processes)
    quiet, loud = readings[: len(alike)], readings[len(alike) :]
    about = [b.of(rows) for b, rows in zip(bad, loud, strict=True)]
    tame = [all(b.allows(row) for row in rows) for b, rows in zip(bad, about, strict=True)]
    # A reading that may be left out is none to find.
    found = [
        any((row.low, row.high) == (b.low, b.high) for row in rows) if b.has_reading and not b.empty else None
        for b, rows in zip(bad, about, strict=True)
    ]
    wrong = [
        f"look-alike, {field}: {text} | {_rows(rows)}" for (field, text), rows in zip(alike, quiet, strict=True) if rows
    ]
    wrong += [
        f"bad input, {b.kind}: {b.text[:120]!r} wants {_wanted(b)} | {_rows(rows)}"
        for b, rows, is_tame, is_found in zip(bad, about, tame, found, strict=True)
        if not is_tame or is_found is False
    ]
    return {
        "look-alikes without figure": share([not rows for rows in quiet]),
        "bad inputs without a wrong value": share(tame),
        "bad inputs, reading found": share([f for f in found if f is not None]),
        **by_group(((field, not rows) for (field, _), rows in zip(alike, quiet, strict=True)), "look-alike"),
    }, wrong


def _wanted(bad: BadInput) -> str:
    parts = [_shown(bad.low, bad.high)] * bad.has_reading + ["no value"] * bad.empty
    return " or ".join(parts) or f"never {', '.join(map(str, bad.never))}"


def _rows(rows: Iterable[Counted]) -> str:
    return "; ".join(map(str, rows))[:240] or "nothing"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=SPLITS, help="this half alone, without look-alikes")
    parser.add_argument("--losses", type=int, default=0, metavar="N")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.losses and options.split == "held":
        parser.error("rows of the held half are not shown: what is seen of it can be learned from")
    figures: dict[str, Row] = {}
    losses: list[str] = []
    for part in (options.split,) if options.split else (*SPLITS, "lookalikes"):
        measure = measure_lookalikes if part == "lookalikes" else partial(measure_phrases, part)
        rows, wrong = measure(processes=options.processes)
        figures |= rows
        losses += wrong[: options.losses]
    if options.json:
        print(json.dumps(figures | ({"losses": losses} if losses else {}), indent=1, ensure_ascii=False))
        return
    for name, row in figures.items():
        print(f"{name:36s}{row['accuracy']:8.3f} of {row['of']}")
    print(*losses, sep="\n")


if __name__ == "__main__":
    main()
