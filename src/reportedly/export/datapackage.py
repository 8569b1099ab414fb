"""Figures, checks, wording and articles as a Frictionless Data Package: CSV files and the JSON that describes them.

In: records. Out: a folder with `figures.csv`, `checks.csv`, `wording.csv`, `articles.csv` and `datapackage.json`, each whole or
not at all, the last one written last. The same records give the same bytes: no day of making and no name of a folder stands
in them. What a column means is said once, in the record's classes. Refuses, with `Misuse`, a place that cannot be written,
and, with `CasebookError`, a record whose ids do not resolve.

The description is that of Data Package, Tabular Data Resource, Table Schema and CSV Dialect, versions 1, which readers of
version 2 take as well; `commentRows` alone is version 2's.
"""

import hashlib
import json
import math
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from reportedly.export import figures
from reportedly.export.scene import Scene
from reportedly.export.tables import BETWEEN, SPANS, Field, Table, claimed, column, key, keys, places_of_words
from reportedly.export.writing import open_file
from reportedly.record import Actor, Check, DocumentRow, Record, Wording
from reportedly.record.kinds import TEXT, Choice, Choices, Day, Flag, Kind, Number, Pattern, Whole

NAME = "datapackage.json"

ABOUT = (
    "What news articles report, as Reportedly read it: every row is what an article says and on whose authority, not what is "
    "the case. `start`, `end` and `spans` count Unicode code points of the article's text, half-open. White space in a text is "
    "folded, control characters are made visible, and a text that a spreadsheet would take for a formula has an apostrophe "
    "before it."
)

GEONAMES = {"title": "GeoNames (numbers and points of places), CC BY 4.0", "path": "https://www.geonames.org"}


def _target(scene: Scene, wording: Wording) -> Actor | None:
    return scene.actor(wording.target)


CHECKS = Table(
    "checks",
    Check.HELP,
    (
        *keys(),
        column(Check, "kind"),
        Field(
            "figures", TEXT, "The ids of the figures that it used, the total or whole first.",
            lambda s, c: BETWEEN.join(str(key(s, s.figure(f).id)) for f in c.figures), True,
        ),
        Field(
            "figure_words", TEXT, "The words of these figures.",
            lambda s, c: BETWEEN.join(s.words(s.figure(f).words) for f in c.figures), True,
        ),
        column(Check, "holds"),
        column(Check, "words"),
        column(Check, "made_by"),
    ),
    lambda record: record.checks,
)  # fmt: skip

WORDING = Table(
    "wording",
    Wording.HELP,
    (
        *keys(),
        column(Wording, "words"),
        column(Wording, "kind"),
        column(Actor, "name", of=_target, called="target"),
        column(Actor, "identity", of=_target, called="target_identity"),
        *claimed(lambda wording: wording.voice),
        *places_of_words(),
        column(Wording, "made_by"),
    ),
    lambda record: record.wording,
)

ARTICLES = Table(
    "articles",
    "Each article and where it came from, without its text.",
    tuple(column(DocumentRow, c.name) for c in DocumentRow.columns() if c.name != "text"),
    lambda record: record.rows("document"),
)
"""Articles without their texts, which belong to their publishers; a sentence stands with each row of the other tables."""

TABLES = (figures.TABLE, CHECKS, WORDING, ARTICLES)


def to_datapackage(records: Iterable[Record], folder: Path, hashtags: bool = False) -> int:
    """Write records as a data package, one record at a time; how many there were.

    With `hashtags`, a row of HXL's hashtags stands under the header of the figures, which the description calls a comment.
    """
    count = 0
    with ExitStack() as stack:
        files = [(table, stack.enter_context(open_file(_file(folder, table)))) for table in TABLES]
        for table, out in files:
            out.write(f"{table.header}\n" + (f"{table.hashtags}\n" if hashtags and table.hashtags else ""))
        for record in records:
            scene = Scene(record)
            for table, out in files:
                out.writelines(f"{line}\n" for line in table.lines(scene))
            count += 1
    with open_file(folder / NAME) as out:
        out.write(json.dumps(_package(folder, hashtags), ensure_ascii=False, indent=1) + "\n")
    return count


def _file(folder: Path, table: Table) -> Path:
    return folder / f"{table.name}.csv"


def _package(folder: Path, hashtags: bool) -> dict[str, Any]:
    """The description of the files that are in the folder."""
    return {
        "profile": "tabular-data-package",
        "name": "reportedly",
        "title": "What news articles report: figures, checks and wording",
        "description": ABOUT,
        "sources": [GEONAMES],
        "resources": [_resource(_file(folder, table), table, hashtags) for table in TABLES],
    }


def _resource(path: Path, table: Table, hashtags: bool) -> dict[str, Any]:
    dialect: dict[str, Any] = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True}
    if hashtags and table.hashtags:
        # Version 1 knows comments by how they begin; no other row does so, as an article's id stands first.
        dialect |= {"commentChar": "#", "commentRows": [2]}
    with path.open("rb") as file:
        made = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.name.capitalize(),
        "description": table.help,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{made}",
        "dialect": dialect,
        "schema": schema(table),
    }


def schema(table: Table) -> dict[str, Any]:
    """A table in the terms of Table Schema."""
    links = [
        {
            "fields": field.name,
            # A table's own rows are those of the resource without a name.
            "reference": {"resource": "" if field.refers == table.name else field.refers, "fields": "id"},
        }
        for field in table.fields
        if field.refers
    ]
    described = {"fields": [_field(f) for f in table.fields], "missingValues": [""], "primaryKey": table.fields[0].name}
    return described | ({"foreignKeys": links} if links else {})


def _field(field: Field) -> dict[str, Any]:
    unit = f" Unit: {field.unit}." if field.unit else ""
    described = {
        "name": field.name,
        "type": _type(field.kind),
        "title": field.name.replace("_", " ").capitalize(),
        "description": field.help + unit,
    }
    constraints = ({"required": True} if field.required else {}) | _constraints(field.kind)
    return described | ({"constraints": constraints} if constraints else {})


def _type(kind: Kind) -> str:
    """Table Schema's type of a kind of value; a list in one cell is text."""
    if kind is SPANS:
        return "array"
    named = ((Flag, "boolean"), (Day, "date"), (Whole, "integer"), (Number, "number"))
    return next((name for of, name in named if isinstance(kind, of)), "string")


def _constraints(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, Choice) and not isinstance(kind, Choices):
        return {"enum": list(kind.of)}
    if isinstance(kind, Pattern):
        return {"pattern": kind.form}
    if isinstance(kind, Whole):
        return {"minimum": kind.least}
    if isinstance(kind, Number):
        ends = {"minimum": kind.least, "maximum": kind.most}
        return {name: end for name, end in ends.items() if math.isfinite(end)}
    return {}
