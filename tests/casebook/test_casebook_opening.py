"""Which files open as a casebook, and what is said of those that do not."""

import json
import sqlite3
import subprocess
import sys

import duckdb
import pytest

from casebook.articles import outcome
from reportedly.casebook import Casebook
from reportedly.casebook.connect import translated
from reportedly.casebook.migrations import MIGRATIONS, Migration, applied, migrate
from reportedly.errors import CasebookBusy, CasebookError, CasebookFull, CasebookTooNew, Misuse, NotACasebook
from reportedly.record import SCHEMA_VERSION, TABLES


def elsewhere(code: str, *arguments: object) -> subprocess.CompletedProcess:
    """Run code in another process; it prints JSON."""
    head = "import json, sys\nfrom reportedly.casebook import Casebook\nfrom casebook.articles import *\n"
    env = {"PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", head + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


OPEN = """
try:
    with Casebook(sys.argv[1], read_only="read" in sys.argv) as book:
        print(json.dumps([len(book.documents()), ""]))
except Exception as error:
    print(json.dumps([type(error).__name__, str(error)]))
"""


def test_a_file_of_another_kind_is_no_casebook(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Nothing to see here.")
    for read_only in (True, False):
        with pytest.raises(NotACasebook, match="some other file"):
            Casebook(path, read_only=read_only)
    assert path.read_text() == "Nothing to see here."


def test_an_sqlite_file_is_refused_without_looking_for_an_extension(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE sources (name TEXT)")
    with pytest.raises(NotACasebook, match="some other file"):
        Casebook(path)


def test_another_duckdb_database_is_no_casebook(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE sources (name VARCHAR)")
    with pytest.raises(NotACasebook, match="no casebook"):
        Casebook(path)
    duckdb.connect(str(path)).close()  # and it is let go


@pytest.mark.parametrize("length", [0, 100, 4096, 12287, 12288])
def test_what_a_run_leaves_that_was_ended_as_it_made_its_casebook_becomes_one(tmp_path, length):
    path = tmp_path / "book.duckdb"
    duckdb.connect(str(path)).close()
    path.write_bytes(path.read_bytes()[:length])
    with Casebook(path) as book:
        assert book.documents() == []


def test_what_is_not_there_cannot_be_read_nor_made_in_a_missing_folder(tmp_path):
    with pytest.raises(NotACasebook, match="no such casebook"):
        Casebook(tmp_path / "book.duckdb", read_only=True)
    with pytest.raises(CasebookError, match="no folder"):
        Casebook(tmp_path / "missing" / "book.duckdb")


def test_a_later_version_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "book.duckdb"
    with Casebook(path) as book:
        book.connection.execute("INSERT INTO casebook_schema VALUES (?, 'later')", [SCHEMA_VERSION + 1])
    for read_only in (True, False):
        with pytest.raises(CasebookTooNew, match=r"later version of this program.*install"):
            Casebook(path, read_only=read_only)


def test_a_second_writer_in_the_same_program_is_refused(tmp_path):
    path = tmp_path / "book.duckdb"
    with Casebook(path) as book:
        for read_only in (True, False):
            with pytest.raises(CasebookBusy, match="open already in this program"):
                Casebook(path, read_only=read_only)
        book.write([outcome(1)])
    Casebook(path).close()


def test_a_second_writer_in_another_process_is_refused_with_the_first_ones_number(tmp_path):
    path = tmp_path / "book.duckdb"
    with Casebook(path):
        for way in ("write", "read"):
            kind, message = json.loads(elsewhere(OPEN, path, way).stdout)
            assert kind == "CasebookBusy"
            assert "is open in another process (number" in message
            assert "wait until it has ended" in message


def test_readers_do_not_hinder_each_other(tmp_path):
    path = tmp_path / "book.duckdb"
    with Casebook(path) as book:
        book.write([outcome(1)])
    with Casebook(path, read_only=True) as one, Casebook(path, read_only=True) as other:
        assert one.documents() == other.documents()
        assert json.loads(elsewhere(OPEN, path, "read").stdout) == [1, ""]
        other.close()
        assert json.loads(elsewhere(OPEN, path, "write").stdout)[0] == "CasebookBusy"
        with pytest.raises(Misuse, match="read only"):
            one.write([outcome(2)])
    with pytest.raises(Misuse, match="closed"):
        one.documents()


def test_a_query_of_ones_own_that_is_not_read_to_its_end_disturbs_nothing(tmp_path):
    with Casebook(tmp_path / "book.duckdb") as book:
        book.write([outcome(n) for n in range(3)])
        assert book.connection.execute("SELECT id FROM document").fetchone()
        book.write([outcome(4)])
        assert len(book.documents()) == 4


FILL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (800_000, resource.RLIM_INFINITY))
book = Casebook(sys.argv[1])
number = 0
try:
    while number < 5000:
        book.write([outcome(n) for n in range(number, number + 50)])
        number += 50
    print(json.dumps(["nothing", "", number]))
except Exception as error:
    print(json.dumps([type(error).__name__, str(error), number]))
"""


def test_a_full_disk_is_said_and_what_was_written_is_kept(tmp_path):
    path = tmp_path / "book.duckdb"
    kind, message, written = json.loads(elsewhere(FILL, path).stdout)
    assert (kind, "no room left" in message) == ("CasebookFull", True)
    assert 0 < written < 5000
    with Casebook(path) as book:
        assert len(book.documents()) == written
        assert book.verify() == []


@pytest.mark.parametrize(
    "message",
    ['IO Error: Could not write file "x": No space left on device', "Disk quota exceeded", "File too large"],
)
def test_every_way_of_having_no_room_is_told(tmp_path, message):
    assert isinstance(translated(message, tmp_path), CasebookFull)


STEPS = [
    Migration(SCHEMA_VERSION + 1, "add_weather", ("ALTER TABLE document ADD COLUMN weather VARCHAR",)),
    Migration(SCHEMA_VERSION + 2, "fill_weather", ("UPDATE document SET weather = 'rain'",)),
]


def test_migrations_are_applied_once_each_and_in_order(tmp_path):
    with Casebook(tmp_path / "book.duckdb") as book:
        book.write([outcome(1)])
        assert migrate(book.connection, STEPS[::-1]) == ["add_weather", "fill_weather"]
        assert migrate(book.connection, STEPS) == []
        names = [name for _, name in applied(book.connection)]
        assert names == ["created", "add_weather", "fill_weather"]
        assert book.connection.execute("SELECT weather FROM document").fetchall() == [("rain",)]


def test_a_migration_that_fails_leaves_the_version_before_it(tmp_path):
    wrong = Migration(SCHEMA_VERSION + 2, "wrong", ("UPDATE document SET weather = 'sun'", "SELECT nonsense"))
    with Casebook(tmp_path / "book.duckdb") as book:
        book.write([outcome(1)])
        with pytest.raises(duckdb.Error):
            migrate(book.connection, [STEPS[0], wrong])
        assert applied(book.connection)[-1] == (SCHEMA_VERSION + 1, "add_weather")
        assert book.connection.execute("SELECT weather FROM document").fetchall() == [(None,)]


def test_there_is_a_migration_for_every_version_but_the_first():
    assert [m.version for m in MIGRATIONS] == list(range(2, SCHEMA_VERSION + 1))


def as_version_1(path):
    """Make a casebook what version 1 of the tables would have made it."""
    with duckdb.connect(str(path)) as old:
        for (view,) in old.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
            old.execute(f'DROP VIEW "{view}"')
        for table, class_ in TABLES.items():
            for column in class_.columns():
                if column.since > 1:
                    old.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column.name}"')
        old.execute("UPDATE casebook_schema SET version = 1")


def test_a_casebook_of_version_1_is_brought_up_and_takes_new_articles(tmp_path):
    path = tmp_path / "book.duckdb"
    with Casebook(path) as book:
        book.write([outcome(1)])
    as_version_1(path)
    with Casebook(path) as book:
        book.write([outcome(2)])
        assert book.verify() == []
        book.tables_to_parquet(tmp_path / "parquet")
        assert len(book.documents()) == 2
    with Casebook(tmp_path / "parquet", read_only=True) as book:
        assert len(book.documents()) == 2
