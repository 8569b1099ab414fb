"""What a table is that leaves the program as CSV: its fields, each with what it holds, what it means, and how it is filled.

In: columns of the record's classes, from which a field takes its kind, unit and help, and fields of the exports' own. Out:
`Table`, which gives a header and a line for each row of a record. Refuses, with `CasebookError`, a record whose ids do not
resolve.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.document import Words
from reportedly.export.cells import Cell, line
from reportedly.export.scene import Scene, ends
from reportedly.record import Attribution, Record, Row
from reportedly.record.kinds import ID, TEXT, Kind, Whole

BETWEEN = " | "
"""Stands between the members of a list in one cell, as in the other exports."""

SPANS = Kind(name="JSON array of pairs of whole numbers")
"""Where words stand, all pieces of them: as JSON, for a spreadsheet takes `3-12` for a day and `3:12` for a time of day."""

Lead = Callable[[Scene, Any], Any]
"""From a row to another one that it leads to, or None."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a table.

    `cell` fills it for a row. `required`: it is never empty. `refers` is the table whose `id` it names, `tag` HXL's hashtag.
    """

    name: str
    kind: Kind
    help: str
    cell: Callable[[Scene, Any], Cell]
    required: bool = False
    unit: str = ""
    refers: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row of it is, its fields in order, the first of which identifies the row, and which rows it has."""

    name: str
    help: str
    fields: tuple[Field, ...]
    rows: Callable[[Record], Sequence[Any]]

    @property
    def header(self) -> str:
        """The line of names."""
        return line([f.name for f in self.fields], ",")

    @property
    def hashtags(self) -> str:
        """HXL's line of hashtags, which may stand under the header; empty for a table without any."""
        tags = [f.tag for f in self.fields]
        return ",".join(tags) if any(tags) else ""

    def lines(self, scene: Scene) -> Iterator[str]:
        """A line for each row of a record, in the record's order, without its end."""
        for row in self.rows(scene.record):
            yield line([f.cell(scene, row) for f in self.fields], ",")


def column(row: type[Row], name: str, *, of: Lead | None = None, called: str = "", tag: str = "") -> Field:
    """The record's column `name` of the class `row` as a field: of the table's own rows, or of those that `of` leads to."""
    known = {c.name: c for c in row.columns()}[name]

    def cell(scene: Scene, item: Any) -> Cell:
        found = of(scene, item) if of is not None else item
        return shown(scene, known.kind, getattr(found, name)) if found is not None else None

    help = f"In `{row.TABLE}`: {known.help}" if of is not None else known.help
    return Field(called or name, known.kind, help, cell, known.required and of is None, known.unit, tag=tag)


def shown(scene: Scene, kind: Kind, value: Any) -> Cell:
    """A value as its kind leaves the program, in one cell: words as characters, a list with bars between its members."""
    if value in (None, "", ()):
        return None
    value = kind.show(value, scene.record)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(value)
    cell: Cell = value["words"] if isinstance(value, dict) else value
    return cell


def key(scene: Scene, id: str | None) -> str | None:
    """A row's id that no row of another article has: the article's id, a hyphen, and the row's."""
    return f"{scene.id}-{id}" if id is not None else None


def keys() -> tuple[Field, ...]:
    """The fields by which a row and its article are found again."""
    return (
        Field(
            "id", ID, "The article's id, a hyphen, and the row's id in the record.", lambda s, r: key(s, r.id), True,
            tag="#meta+id",
        ),
        Field(
            "article", ID, "The article's id.", lambda s, _: s.id, True, refers="articles",
            tag="#meta+id+article",
        ),
    )  # fmt: skip


def places_of_words() -> tuple[Field, ...]:
    """Where a row's `words` stand, and the sentence that holds them."""
    begins, ends_at = "Where the words begin in the article's text.", "Where their last piece ends, not included."
    pieces = "Every piece of the words as [start, end], for words of which others stand in between."
    return (
        Field("start", Whole(), begins, lambda _, r: ends(r.words)[0], True, "code points"),
        Field("end", Whole(), ends_at, lambda _, r: ends(r.words)[1], True, "code points"),
        Field("spans", SPANS, pieces, lambda _, r: _spans(r.words), True, "code points"),
        Field(
            "sentence", TEXT, "The sentence in which the words begin.", lambda s, r: _sentence(s, r.words), True,
            tag="#description",
        ),
    )  # fmt: skip


def claimed(by: Callable[[Any], str | None]) -> tuple[Field, ...]:
    """Who says so, where `by` gives the id of the attribution that claims a row, or None for the outlet's own voice."""

    def claim(scene: Scene, row: Any) -> Attribution | None:
        return scene.attribution(by(row))

    return (
        Field(
            "attribution", ID, "The id in the record of the attribution that claims it; empty in the outlet's own voice.",
            lambda s, r: key(s, by(r)),
        ),
        Field(
            "chain", TEXT, "Names from the outlet inwards to who says so, `>` between them; the outlet alone in its own voice.",
            lambda s, r: s.chain_text(by(r)), True, tag="#meta+source+chain",
        ),
        Field(
            "origin", TEXT, "The chain's innermost member.", lambda s, r: next(reversed(s.chain(by(r))), None), True,
            tag="#meta+source+innermost",
        ),
        column(Attribution, "anonymity", of=claim, tag="#meta+source+type"),
        column(Attribution, "stance", of=claim),
    )  # fmt: skip


def _spans(words: Words) -> str:
    return json.dumps([list(span) for span in words])


def _sentence(scene: Scene, words: Words) -> str:
    return scene.sentence(ends(words)[0]).of(scene.document.text)
