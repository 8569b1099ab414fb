"""The SQL of a casebook, all of it made from the record's classes: its tables, and views with the words filled in.

In: the classes in `record`. Out: statements, and a connection that has them. Refuses a database that is something else
and a casebook of a later version.
"""

from pathlib import Path

import duckdb

from reportedly.casebook.arrow import KEYED, columns, types
from reportedly.casebook.migrations import CREATED, applied, migrate
from reportedly.errors import CasebookError, CasebookTooNew, NotACasebook
from reportedly.record import ARTICLE_TABLES, SCHEMA_VERSION, TABLES, Column
from reportedly.record.kinds import Reference, References, WordsKind, WordsList

SHOWN = ("outlet", "published")
"""The columns of `document` that every view carries beside its own."""


def quoted(name: str) -> str:
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def ddl(table: str) -> str:
    """The statement that makes a table."""
    parts = ", ".join(f"{quoted(name)} {types(kind)[1]}" for name, kind in columns(table).items())
    return f"CREATE TABLE {quoted(table)} ({parts})"


def view(table: str) -> str:
    """The statement that makes a table's view, called `<table>_in_words`: spans become the words that they cover,
    ids of actors, places and times become names and words.

    `substr` counts code points, as spans do.
    """
    own = [f"{_in_words(c)} AS {quoted(c.name)}" for c in TABLES[table].columns()]
    names = {c.name for c in TABLES[table].columns()}
    shown = [f"d.{quoted(c)} AS {quoted(c)}" for c in SHOWN if c not in names]
    chosen = ", ".join(["x.document AS document", "x.n AS n", *shown, *own])
    return (
        f"CREATE OR REPLACE VIEW {quoted(table + '_in_words')} AS SELECT {chosen} "
        f"FROM {quoted(table)} x JOIN document d ON d.id = x.document ORDER BY x.document, x.n"
    )


def _in_words(c: Column) -> str:
    value = f"x.{quoted(c.name)}"
    if isinstance(c.kind, WordsList):
        return f"list_transform({value}, lambda place: {_cut('place', 'd.text')})"
    if isinstance(c.kind, WordsKind):
        return _cut(value, "d.text")
    if isinstance(c.kind, Reference) and c.kind.labelled:
        label = "y.name" if c.kind.table == "actors" else _cut("y.words", "d.text")
        where = f"FROM {quoted(c.kind.table)} y WHERE y.document = x.document"
        if isinstance(c.kind, References):
            return (
                f"(SELECT list({label} ORDER BY list_position({value}, y.id)) {where} AND list_contains({value}, y.id))"
            )
        return f"(SELECT any_value({label}) {where} AND y.id = {value})"
    return value


def _cut(spans: str, text: str) -> str:
    """The words at a list of spans, pieces joined by an ellipsis as in `Document.words`; NULL for none."""
    piece = f'substr({text}, s."start" + 1, s."end" - s."start")'
    return f"nullif(array_to_string(list_transform({spans}, lambda s: {piece}), ' … '), '')"


def prepare(connection: duckdb.DuckDBPyConnection, path: Path, read_only: bool) -> None:
    """Make a new database a casebook, bring an older casebook up, and refuse what is neither.

    Raises `NotACasebook`, `CasebookTooNew`, and `CasebookError` for an older one that may only be read.
    """
    found = {str(name) for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not found and not read_only:
        _create(connection)
        return
    if "casebook_schema" not in found:
        raise NotACasebook(f"{path} is a DuckDB database, but no casebook; name another file")
    versions = applied(connection)
    check_version(max((version for version, _ in versions), default=0), path)
    if versions and versions[-1][0] == SCHEMA_VERSION:
        return
    if read_only:
        raise CasebookError(f"{path} is a casebook of an earlier version; open it for writing once to bring it up")
    if not versions:
        raise NotACasebook(f"{path} does not say which version of a casebook it is")
    migrate(connection)
    create_views(connection)


def check_version(version: int, path: Path) -> None:
    """Raises `CasebookTooNew` for a version later than this program's."""
    if version > SCHEMA_VERSION:
        raise CasebookTooNew(
            f"{path} was written by a later version of this program (its tables are version {version}, "
            f"this program knows {SCHEMA_VERSION}); install the later version to open it"
        )


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Make, or make again, the views with words."""
    for table in ARTICLE_TABLES:
        connection.execute(view(table))


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("BEGIN TRANSACTION")
    connection.execute("CREATE TABLE casebook_schema (version INTEGER, name VARCHAR)")
    for table in TABLES:
        connection.execute(ddl(table))
    create_views(connection)
    connection.execute("INSERT INTO casebook_schema VALUES (?, ?)", [SCHEMA_VERSION, CREATED])
    connection.execute("COMMIT")


def stored_tables() -> tuple[str, ...]:
    """The names of the tables of a casebook that come from the record."""
    return ("sources", "document", *KEYED)
