"""What brings a casebook of an earlier version up to this one: numbered, named, each applied once.

In: a DuckDB connection and the list of migrations. Out: the casebook at the last migration's version, with the name of
each in its table `casebook_schema`. A migration is one transaction: it is there whole or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

CREATED = "created"
"""The name under which `casebook_schema` holds the version that a casebook was made with."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: SQL `statements` that lead from the version before `version` to it. `name` says what they do."""

    version: int
    name: str
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        2,
        "intervals_of_times_confidence_of_places_identity_of_actors",
        (
            'ALTER TABLE times ADD COLUMN "begin" DATE',
            'ALTER TABLE times ADD COLUMN "end" DATE',
            "ALTER TABLE times ADD COLUMN precision VARCHAR",
            "ALTER TABLE times ADD COLUMN begin_point VARCHAR",
            "ALTER TABLE times ADD COLUMN end_point VARCHAR",
            "ALTER TABLE places ADD COLUMN confidence DOUBLE",
            "ALTER TABLE actors ADD COLUMN identity VARCHAR",
        ),
    ),
    Migration(3, "contexts_of_articles", ("ALTER TABLE document ADD COLUMN contexts VARCHAR[]",)),
    Migration(
        4,
        "tally_and_method_of_figures",
        (
            "ALTER TABLE figures ADD COLUMN tally VARCHAR",
            'ALTER TABLE figures ADD COLUMN method STRUCT("start" INTEGER, "end" INTEGER)[]',
        ),
    ),
)
"""Every migration, in order: one for each `SCHEMA_VERSION` after the first. Later columns stand at a table's end, so
whoever writes or copies a table names its columns."""


def applied(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, str]]:
    """The versions that a casebook has been through, with the names of the steps."""
    rows = connection.execute("SELECT version, name FROM casebook_schema ORDER BY version").fetchall()
    return [(int(version), str(name)) for version, name in rows]


def migrate(connection: duckdb.DuckDBPyConnection, migrations: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Apply the migrations that a casebook has not been through; the names of those applied now."""
    reached = max(version for version, _ in applied(connection))
    done = []
    for migration in sorted(migrations, key=lambda m: m.version):
        if migration.version <= reached:
            continue
        connection.execute("BEGIN TRANSACTION")
        try:
            for statement in migration.statements:
                connection.execute(statement)
            connection.execute("INSERT INTO casebook_schema VALUES (?, ?)", [migration.version, migration.name])
            connection.execute("COMMIT")
        except duckdb.Error:
            connection.execute("ROLLBACK")
            raise
        done.append(migration.name)
    return done
