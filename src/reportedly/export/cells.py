"""Rows of text tables whose cells do nothing: neither in a terminal, nor in a spreadsheet, nor to the table's own form.

In: values. Out: a line without its end. White space in a text is folded, so that no cell holds a separator of lines or a
tab; controls are made visible; a text that a spreadsheet would take for a formula has an apostrophe before it, as OWASP
recommends against "CSV injection". Numbers stand as numbers. Refuses nothing.
"""

import csv
import hashlib
import io
from collections.abc import Sequence

from reportedly.views import visible

Cell = str | int | float | None

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, full-width forms included."""

IDS = 1_000_000_000_000_000
"""So many numbers can be an id: 15 digits are what every program that reads numbers as doubles, spreadsheets too, keeps."""


def line(cells: Sequence[Cell], separator: str) -> str:
    """A row in the form of RFC 4180 with `separator` between its cells."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="").writerow([_shown(c) for c in cells])
    return out.getvalue()


def number(*parts: str) -> int:
    """An id as a number below `IDS`, made from what it names: the same parts, the same number."""
    made = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return int(made, 16) % IDS


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = " ".join(visible(cell).split())
        return f"'{text}" if text.startswith(FORMULAS) else text
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
