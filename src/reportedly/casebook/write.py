"""Writing to a casebook: inputs that wait, and outcomes, each batch in one transaction.

In: a DuckDB connection, source rows, outcomes. Out: nothing. What a killed writer leaves is what its last whole
transaction left. The content does not depend on how outcomes were cut into batches.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import duckdb
import pyarrow as pa

from reportedly.casebook.arrow import KEYED, storable_source, table_of, tables_of
from reportedly.casebook.outcome import Outcome
from reportedly.casebook.schema import quoted
from reportedly.errors import State
from reportedly.record import Record, SourceRow


def register(connection: duckdb.DuckDBPyConnection, rows: Iterable[SourceRow]) -> None:
    """Insert the sources whose names are not known yet; the others stay as they are."""
    unique = {row.name: row for row in map(storable_source, rows)}
    if unique:
        with transaction(connection), lent(connection, incoming=table_of("sources", list(unique.values()))):
            connection.execute("INSERT INTO sources BY NAME SELECT * FROM incoming ANTI JOIN sources USING (name)")


def write(connection: duckdb.DuckDBPyConnection, outcomes: Sequence[Outcome]) -> None:
    """Replace the outcomes' sources, insert their articles, and remove articles that no source gives any longer."""
    unique = {o.source.name: o for o in (Outcome(storable_source(o.source), o.record) for o in outcomes)}
    if not unique:
        return
    sources = table_of("sources", [o.source for o in unique.values()])
    with transaction(connection), lent(connection, incoming=sources):
        before = _column(connection, "SELECT DISTINCT document FROM sources SEMI JOIN incoming USING (name)")
        connection.execute("DELETE FROM sources WHERE name IN (SELECT name FROM incoming)")
        connection.execute("INSERT INTO sources BY NAME SELECT * FROM incoming")
        records = [o.record for o in unique.values() if o.record and o.source.state == State.READ]
        _insert(connection, records)
        _remove(
            connection, [d for d in before if d], "AND id NOT IN (SELECT document FROM sources WHERE document <> '')"
        )


def _insert(connection: duckdb.DuckDBPyConnection, records: Sequence[Record]) -> None:
    """Insert articles. Where several inputs give the same article, the one with the lowest hash of bytes is kept, so
    that what is stored does not depend on their order; a record made by another version replaces the stored one."""
    chosen: dict[str, Record] = {}
    for record in records:
        key, other = record.document.id, chosen.get(record.document.id)
        if other is None or record.document.source_hash <= other.document.source_hash:
            chosen[key] = record
    with lent(connection, wanted=pa.table({"id": pa.array(list(chosen), type=pa.string())})):
        stored = connection.execute("SELECT id, source_hash, made_with FROM document SEMI JOIN wanted USING (id)")
        for key, source_hash, made_with in stored.fetchall():
            record = chosen[key]
            if made_with == record.made_with and (source_hash or "") < record.document.source_hash:
                del chosen[key]
            else:
                _remove(connection, [key])
    if chosen:
        tables = tables_of([chosen[key] for key in sorted(chosen)])
        for name, rows in tables.items():
            with lent(connection, rows=rows):
                connection.execute(f"INSERT INTO {quoted(name)} BY NAME SELECT * FROM rows")


def _remove(connection: duckdb.DuckDBPyConnection, documents: Sequence[str], condition: str = "") -> None:
    """Remove articles with all their rows, those of `documents` that meet `condition`."""
    if not documents:
        return
    with lent(connection, wanted=pa.table({"id": pa.array(documents, type=pa.string())})):
        gone = _column(connection, f"SELECT id FROM document WHERE id IN (SELECT id FROM wanted) {condition}")
    if gone:
        with lent(connection, gone=pa.table({"id": pa.array(gone, type=pa.string())})):
            connection.execute("DELETE FROM document WHERE id IN (SELECT id FROM gone)")
            for table in KEYED:
                connection.execute(f"DELETE FROM {quoted(table)} WHERE document IN (SELECT id FROM gone)")


def _column(connection: duckdb.DuckDBPyConnection, query: str) -> list[Any]:
    return [value for (value,) in connection.execute(query).fetchall()]


@contextmanager
def lent(connection: duckdb.DuckDBPyConnection, **tables: Any) -> Iterator[None]:
    """Inside, Arrow tables can be named in SQL."""
    for name, table in tables.items():
        connection.register(name, table)
    try:
        yield
    finally:
        for name in tables:
            with suppress(duckdb.Error):
                connection.unregister(name)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Inside, everything or nothing."""
    connection.execute("BEGIN TRANSACTION")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):  # a failed COMMIT has ended it already
            connection.execute("ROLLBACK")
        raise
