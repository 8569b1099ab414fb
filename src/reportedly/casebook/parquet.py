"""A casebook as Parquet, one folder a table, and such a folder as a casebook.

In: a DuckDB connection, or a folder. Out: `FOLDER/TABLE/part-0.parquet` for every table, equal bytes for equal
casebooks with the same version of pyarrow; or a connection whose views are called as a casebook's tables. Refuses a
folder that holds other things in the tables' places, and one that is no casebook.
"""

import os
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.casebook.arrow import ORDER, schema
from reportedly.casebook.connect import CONFIG, said
from reportedly.casebook.schema import check_version, create_views, quoted, stored_tables
from reportedly.errors import Misuse, NotACasebook
from reportedly.record import SCHEMA_VERSION

PART = "part-0.parquet"
VERSION_KEY = b"reportedly.schema_version"
GROUP = 8192
"""Rows in a row group. Fixed, so that the bytes hang on the rows alone; at 6 KB an article a group holds 50 MB."""


def tables_to_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write every table of a casebook. Each file appears whole or not at all."""
    for table in stored_tables():
        place = folder / table
        others = sorted(p.name for p in place.iterdir() if p.name != PART) if place.is_dir() else []
        if others:
            raise Misuse(f"{place} holds other files, such as {others[0]}; name another folder")
    for table in stored_tables():
        place = folder / table
        with said(folder):
            place.mkdir(parents=True, exist_ok=True)
            written = place / f".{PART}.unfinished"
            try:
                _write(connection, table, written)
                os.replace(written, place / PART)
            finally:
                written.unlink(missing_ok=True)


def _write(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    target = schema(table).with_metadata({VERSION_KEY: str(SCHEMA_VERSION).encode()})
    order = ", ".join(quoted(c) for c in ORDER[table])
    # A table that was brought up from an earlier version has its later columns at its end.
    chosen = ", ".join(quoted(c) for c in target.names)
    reader = connection.sql(f"SELECT {chosen} FROM {quoted(table)} ORDER BY {order}").to_arrow_reader(GROUP)
    with pq.ParquetWriter(path, target, compression="zstd") as writer:
        waiting: list[Any] = []
        for batch in reader:
            waiting.append(batch)
            while sum(b.num_rows for b in waiting) >= GROUP:
                whole = pa.Table.from_batches(waiting)
                writer.write_table(_whole(whole.slice(0, GROUP), target), row_group_size=GROUP)
                waiting = whole.slice(GROUP).to_batches()
        if waiting:
            writer.write_table(_whole(pa.Table.from_batches(waiting), target), row_group_size=GROUP)


def _whole(data: Any, target: Any) -> Any:
    """Rows in one piece: how they came in pieces must not show in the file."""
    return data.cast(target).combine_chunks()


def connect_folder(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection in memory in which a folder's Parquet files are the tables of a casebook.

    Raises `NotACasebook` where a table is missing, `CasebookTooNew` for a later version.
    """
    connection = duckdb.connect(":memory:", config=dict(CONFIG))
    try:
        for table in stored_tables():
            parts = sorted((folder / table).glob("*.parquet"))
            if not parts:
                raise NotACasebook(f"{folder} is no casebook: it has no Parquet files of the table {table}")
            for part in parts:
                _check(part, table, folder)
            files = "[" + ", ".join("'" + str(p).replace("'", "''") + "'" for p in parts) + "]"
            connection.execute(f"CREATE VIEW {quoted(table)} AS SELECT * FROM read_parquet({files})")
        connection.execute("CREATE TABLE casebook_schema (version INTEGER, name VARCHAR)")
        connection.execute("INSERT INTO casebook_schema VALUES (?, 'parquet')", [SCHEMA_VERSION])
        create_views(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(part: Path, table: str, folder: Path) -> None:
    try:
        found = pq.read_schema(part)
    except (pa.ArrowException, OSError) as error:
        raise NotACasebook(f"{folder} is no casebook: {part} cannot be read as Parquet") from error
    version = (found.metadata or {}).get(VERSION_KEY, b"")
    if not version.isdigit():
        raise NotACasebook(f"{folder} is no casebook: {part} does not say which version of a casebook it is")
    check_version(int(version), folder)
    if found.names != schema(table).names:
        raise NotACasebook(f"{folder} is no casebook of this version: {part} has other columns than the table {table}")
