"""Arrow schemas made from the record's classes, and rows to Arrow and back.

In: row classes and rows. Out: `pyarrow` schemas and tables, DuckDB's names for the same types, rows. Refuses (with
`TypeError`, `ValueError` or one of pyarrow's errors) a value that its column's kind cannot store, such as text with a
lone surrogate.

Every table but `sources` and `document` has two columns before those of its class: `document`, the article's id, and
`n`, the row's place among that article's rows.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pyarrow as pa

from reportedly.record import ARTICLE_TABLES, TABLES, Record, Row, SourceRow

KEYED = ("blocks", *ARTICLE_TABLES)
"""The tables whose rows belong to an article, and so have `document` and `n` before their own columns."""

KEYS = {"document": "string", "n": "int32"}

ORDER = {"sources": ("name",), "document": ("id",)} | dict.fromkeys(KEYED, ("document", "n"))
"""The columns by which each table is ordered wherever it is read or written."""

_PLAIN = {
    "string": (pa.string(), "VARCHAR"),
    "bool": (pa.bool_(), "BOOLEAN"),
    "int32": (pa.int32(), "INTEGER"),
    "int64": (pa.int64(), "BIGINT"),
    "double": (pa.float64(), "DOUBLE"),
    "date32": (pa.date32(), "DATE"),
}


@cache
def types(name: str) -> tuple[Any, str]:
    """The Arrow type that a kind's `arrow` names, and DuckDB's name for it. Raises `ValueError` for no such type."""
    if name in _PLAIN:
        return _PLAIN[name]
    outer, _, inner = name.partition("<")
    if not inner.endswith(">"):
        raise ValueError(f"{name} is no type that a casebook stores")
    if outer == "list":
        arrow, duck = types(inner[:-1])
        return pa.list_(arrow), f"{duck}[]"
    if outer == "struct":
        parts = [part.strip().partition(":") for part in inner[:-1].split(",")]
        fields = [(field.strip(), types(kind.strip())) for field, _, kind in parts]
        duck = ", ".join(f'"{field}" {kind[1]}' for field, kind in fields)
        return pa.struct([(field, kind[0]) for field, kind in fields]), f"STRUCT({duck})"
    raise ValueError(f"{name} is no type that a casebook stores")


def columns(table: str) -> dict[str, str]:
    """Every stored column of a table, with its Arrow type by name, in order."""
    own = {c.name: c.kind.arrow for c in TABLES[table].columns()}
    return KEYS | own if table in KEYED else own


@cache
def schema(table: str) -> Any:
    """The Arrow schema of a table."""
    return pa.schema([(name, types(kind)[0]) for name, kind in columns(table).items()])


def table_of(table: str, rows: Sequence[Row], keys: Sequence[tuple[str, int]] = ()) -> Any:
    """Rows of one table as Arrow. `keys` are (`document`, `n`) for each row of a table in `KEYED`."""
    arrays = []
    if table in KEYED:
        arrays = [
            pa.array([key[0] for key in keys], type=pa.string()),
            pa.array([key[1] for key in keys], type=pa.int32()),
        ]
    for c in TABLES[table].columns():
        stored = [c.kind.store(getattr(row, c.name)) for row in rows]
        arrays.append(pa.array(stored, type=types(c.kind.arrow)[0]))
    return pa.Table.from_arrays(arrays, schema=schema(table))


def tables_of(records: Sequence[Record]) -> dict[str, Any]:
    """The tables of several records, `document` and `blocks` included, as Arrow, in the records' order."""
    made = {"document": table_of("document", [r.rows("document")[0] for r in records])}
    ids = [r.document.id for r in records]
    for table in KEYED:
        rows: list[Row] = []
        keys: list[tuple[str, int]] = []
        for document, record in zip(ids, records, strict=True):
            own = record.rows(table)
            rows.extend(own)
            keys.extend((document, n) for n in range(len(own)))
        made[table] = table_of(table, rows, keys)
    return made


def rows_of(table: str, data: Any) -> list[Any]:
    """The rows that an Arrow table holds, without their keys; the way back from `table_of`."""
    kinds = list(TABLES[table].columns())
    cells = [[c.kind.restore(v) for v in data.column(c.name).to_pylist()] for c in kinds]
    names = [c.name for c in kinds]
    return [TABLES[table](**dict(zip(names, row, strict=True))) for row in zip(*cells, strict=True)]


def storable(text: str) -> str:
    """A name or detail that UTF-8 can hold: a lone surrogate, as in the name of a file whose bytes are no UTF-8,
    becomes its escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def storable_source(row: SourceRow) -> SourceRow:
    """A source's row with every text of it as `storable` gives it."""
    texts = {c.name: getattr(row, c.name) for c in row.columns()}
    changed: dict[str, Any] = {name: storable(value) for name, value in texts.items() if isinstance(value, str)}
    return replace(row, **{name: value for name, value in changed.items() if value != texts[name]})
