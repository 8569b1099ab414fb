"""Reading a casebook: sources, articles, records, all in a fixed order.

In: a DuckDB connection and ids. Out: rows and records. Ids that are no article's give nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from reportedly.casebook.arrow import KEYED, ORDER, rows_of, storable
from reportedly.casebook.schema import quoted
from reportedly.casebook.write import lent
from reportedly.document import Document
from reportedly.errors import State
from reportedly.record import ARTICLE_TABLES, DocumentRow, Record, SourceRow
from reportedly.record.record import document_of

CHUNK = 100
"""How many articles are loaded at a time where many are read: a few megabytes."""

MOST_WORDS = 50
"""Words of a title that are looked for."""

BY_DAY = "ORDER BY published NULLS LAST, outlet NULLS LAST, title NULLS LAST, id"
"""Articles in the order in which people want them listed."""


def sources(connection: duckdb.DuckDBPyConnection) -> list[SourceRow]:
    """Every input, by name."""
    return rows_of("sources", _arrow(connection, "SELECT * FROM sources ORDER BY name"))


def known(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> dict[str, SourceRow]:
    """The rows of the inputs with these names, as far as there are any."""
    wanted = pa.table({"name": pa.array([storable(n) for n in names], type=pa.string())})
    with lent(connection, wanted=wanted):
        found = _arrow(connection, "SELECT * FROM sources SEMI JOIN wanted USING (name) ORDER BY name")
    return {row.name: row for row in rows_of("sources", found)}


def counts(connection: duckdb.DuckDBPyConnection) -> dict[State, int]:
    """How many inputs are in each state; every state is there."""
    found = dict(connection.execute("SELECT state, count(*) FROM sources GROUP BY state").fetchall())
    return {state: int(found.get(state.value, 0)) for state in State}


def document_ids(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Every article's id, in the order of `documents`."""
    return [str(i) for (i,) in connection.execute(f"SELECT id FROM document {BY_DAY}").fetchall()]


def documents(connection: duckdb.DuckDBPyConnection) -> list[DocumentRow]:
    """Every article, by day, outlet, title and id; those without a day last."""
    return rows_of("document", _arrow(connection, f"SELECT * FROM document {BY_DAY}"))


def document_rows(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[DocumentRow]:
    """The rows of these articles in `document`, in the order given, a few loaded at a time."""
    for first in range(0, len(ids), CHUNK):
        chunk = ids[first : first + CHUNK]
        loaded = _by_article(connection, "document", chunk)
        yield from (row for key in chunk for row in loaded.get(key, []))


def records(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[tuple[str, Record]]:
    """The stored ids and records of these articles, in the order given; ids that are no article's are passed over.

    Raises `ValueError` where a stored row is none that `record` can hold, as after a change by hand.
    """
    for first in range(0, len(ids), CHUNK):
        chunk = ids[first : first + CHUNK]
        loaded = {table: _by_article(connection, table, chunk) for table in ("document", *KEYED)}
        for key in chunk:
            if key in loaded["document"]:
                own: dict[str, Any] = {table: tuple(loaded[table].get(key, ())) for table in ARTICLE_TABLES}
                row = loaded["document"][key][0]
                document: Document = document_of(row, loaded["blocks"].get(key, []))
                yield key, Record(document, row.made_with, contexts=row.contexts, **own)


def _by_article(connection: duckdb.DuckDBPyConnection, table: str, ids: Sequence[str]) -> dict[str, list[Any]]:
    key = "id" if table == "document" else "document"
    order = ", ".join(quoted(c) for c in ORDER[table])
    with lent(connection, wanted=pa.table({"wanted_id": pa.array(ids, type=pa.string())})):
        query = f"SELECT * FROM {quoted(table)} WHERE {key} IN (SELECT wanted_id FROM wanted) ORDER BY {order}"
        data = _arrow(connection, query)
    grouped: dict[str, list[Any]] = {}
    for owner, row in zip(data.column(key).to_pylist(), rows_of(table, data), strict=True):
        grouped.setdefault(owner, []).append(row)
    return grouped


def find(connection: duckdb.DuckDBPyConnection, text: str) -> list[DocumentRow]:
    """The articles that `text` may mean, in the order of `documents`: those whose id begins with it, or else those
    that the input of this name gave, or else those whose title holds all of its words."""
    text = storable(text.strip())
    words = text.lower().split()[:MOST_WORDS]
    in_title = " AND ".join("contains(lower(title), ?)" for _ in words)
    ways = (
        ("starts_with(id, ?)", [text]),
        ("id IN (SELECT document FROM sources WHERE name = ?)", [text]),
        (in_title, words),
    )
    for condition, values in ways if words else ():
        query = f"SELECT * FROM document WHERE {condition} {BY_DAY}"
        if found := rows_of("document", _arrow(connection, query, values)):
            return found
    return []


def _arrow(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> Any:
    """What a query gives, as an Arrow table. `sql` spares a copy that `execute` makes."""
    return connection.sql(query, params=list(values) or None).to_arrow_table()
