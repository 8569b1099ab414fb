"""Even-handed: swapping two parties' names in an article swaps them in its record and changes nothing else."""

import re

import pytest

import reportedly
from reportedly.record import ARTICLE_TABLES

# Names of equal length, so that every span stays where it was.
PARTIES = {"Sorvia": "Tolmar", "Tolmar": "Sorvia", "Sorvian": "Tolmari", "Tolmari": "Sorvian"}
ARTICLE = """Talks on Orlen dam fail

PORT ISOLA, October 4, 2024 — Sorvia accused Tolmar on Friday of shelling the Orlen dam. The Sorvian army said 14
people were killed. Tolmar denied it. "We did not fire," a Tolmari general said. The Tolmari government urged Sorvia to
admit inspectors, and the Sorvian government rejected the demand. Officials said both would meet on Monday.
"""


def swapped(text: str, names: dict[str, str]) -> str:
    return re.sub("|".join(sorted(names, key=len, reverse=True)), lambda m: names[m.group()], text)


def shape(record: reportedly.Record) -> list[tuple]:
    """Every row with its spans and closed values, without names and without ids."""
    out = []
    for table in ARTICLE_TABLES:
        for row in record.rows(table):
            kept = []
            for c in row.columns():
                value = getattr(row, c.name)
                if c.kind.name in {"words", "list of words", "choice", "true or false", "number", "a TIMEX3 value"}:
                    kept.append((c.name, value))
                elif c.kind.name in {"reference", "references"} and value:
                    ids = value if isinstance(value, tuple) else (value,)
                    kept.append((c.name, tuple(place(record, c.kind.table, i) for i in ids)))
            out.append((table, tuple(kept)))
    return out


def place(record: reportedly.Record, table: str, row_id: str) -> int:
    return [r.id for r in record.rows(table)].index(row_id)


def test_invented_parties_can_be_swapped():
    one, other = reportedly.read(ARTICLE), reportedly.read(swapped(ARTICLE, PARTIES))
    assert one.attributions
    assert one.events
    assert shape(one) == shape(other)


def attributions(record: reportedly.Record) -> list[tuple]:
    return [row for row in shape(record) if row[0] == "attributions"]


@pytest.mark.parametrize(("a", "b"), [("France", "Norway"), ("Israel", "Russia")])
def test_real_countries_can_be_swapped(a, b):
    text = f"{a} accused {b} of lying. {b} denied the charge. {b} said {a} had threatened it. Officials in {a} declined to comment."
    one, other = reportedly.read(text), reportedly.read(swapped(text, {a: b, b: a}))
    assert len(attributions(one)) >= 3
    assert attributions(one) == attributions(other)
