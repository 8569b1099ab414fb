"""Sentences that only look like events, and inputs in a bad form; all of them made up, in `lookalikes.toml`.

Out: how many look-alikes have no row, and the rows that are there; how many bad inputs are *tame*, of how many the
wanted types are found, and the processor time of the slowest. An input is tame with at most one row and two more for
each ten words; a text of real news has one row in forty words (`world_news`), so this is the bound of the absurd, not
of the right. Refuses nothing.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from events_rows import Reading, read_texts

FILE = Path(__file__).with_name("lookalikes.toml")
Row = dict[str, float | int]


@dataclass(frozen=True)
class BadInput:
    """A text in a bad form, what is bad about it, and the type of each event that it tells all the same."""

    kind: str
    text: str
    wanted: tuple[str, ...]


def sentences() -> list[tuple[str, str]]:
    """The look-alikes, each behind its field of life."""
    groups = tomllib.loads(FILE.read_text(encoding="utf-8"))["sentences"]
    return [(group["field"], text) for group in groups for text in group["texts"]]


def inputs() -> list[BadInput]:
    """The bad inputs, written out."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["inputs"]
    return [
        BadInput(
            row["kind"], row.get("joint", "").join([row["text"]] * row.get("repeat", 1)), tuple(row.get("wanted", ()))
        )
        for row in rows
    ]


def most_rows(text: str) -> int:
    """How many rows a tame text may have at most."""
    return 1 + 2 * len(text.split()) // 10


def found_of(bad: BadInput, reading: Reading) -> int:
    """How many of the wanted events have a row of their type, each row once."""
    return (Counter(bad.wanted) & Counter(told.type for told in reading.events)).total()


def measure(processes: int = 1) -> tuple[dict[str, Row], list[str]]:
    """Figures by name, and a line for each look-alike with a row and each bad input that is not as it should be."""
    alike, bad = sentences(), inputs()
    readings = read_texts([*(text for _, text in alike), *(b.text for b in bad)], processes=processes)
    quiet, loud = readings[: len(alike)], readings[len(alike) :]
    wrong = [
        f"look-alike, {field}: {text} | {_rows(r)}" for (field, text), r in zip(alike, quiet, strict=True) if r.events
    ]
    tame = found = wanted = 0
    for b, reading in zip(bad, loud, strict=True):
        is_tame, right = len(reading.events) <= most_rows(b.text), found_of(b, reading)
        tame += is_tame
        found += right
        wanted += len(b.wanted)
        if not is_tame or right < len(b.wanted):
            wrong.append(
                f"bad input, {b.kind}: {b.text[:120]!r} wants {', '.join(b.wanted) or 'nothing'} | {_rows(reading)}"
            )
    false_rows = sum(len(r.events) for r in quiet)
    slowest = max(reading.seconds for reading in loud)
    return {
        "look-alikes without event": {
            "accuracy": round(sum(not r.events for r in quiet) / len(quiet), 3), "of": len(quiet),
        },
        "look-alikes, rows": {"count": false_rows, "of": len(quiet)},
        "bad inputs tame": {"accuracy": round(tame / len(bad), 3), "of": len(bad)},
        "bad inputs, type found": {"accuracy": round(found / wanted, 3), "of": wanted},
        "bad inputs, rows": {"count": sum(len(r.events) for r in loud), "of": len(bad)},
        "bad inputs, slowest": {"seconds": round(slowest, 2), "of": len(bad)},
    }, wrong  # fmt: skip


def _rows(reading: Reading) -> str:
    return "; ".join(f"{told.type} [{told.words}]" for told in reading.events) or "nothing"
