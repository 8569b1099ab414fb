"""A casebook as Parquet: equal casebooks give equal bytes, and the folder opens as a casebook."""

import pyarrow.parquet as pq
import pytest

from casebook.articles import failed, outcome
from reportedly.casebook import Casebook, parquet
from reportedly.errors import CasebookTooNew, Misuse, NotACasebook
from reportedly.record import TABLES


def written(folder) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("parquet")
    with Casebook(place / "book.duckdb") as book:
        book.write([*(outcome(n) for n in range(5)), failed("empty.txt")])
        book.tables_to_parquet(place / "out")
    return place / "out"


def test_there_is_one_folder_a_table_each_with_one_file(folder):
    assert list(written(folder)) == sorted(f"{table}/part-0.parquet" for table in TABLES)


def test_equal_casebooks_give_equal_bytes(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "GROUP", parquet.GROUP)
    with Casebook(tmp_path / "other.duckdb") as book:
        for n in (3, 1, 4, 2, 0):
            book.write([outcome(9, name=f"story-{n}.txt")])
            book.write([outcome(n)])
        book.write([failed("empty.txt")])
        book.tables_to_parquet(tmp_path / "out")
    assert written(tmp_path / "out") == written(folder)


def test_rows_are_ordered_and_cut_into_groups_of_one_size(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "GROUP", 4)
    with Casebook(tmp_path / "book.duckdb") as book:
        book.write([outcome(n) for n in range(5)])
        book.tables_to_parquet(tmp_path / "out")
    file = pq.ParquetFile(tmp_path / "out" / "events" / "part-0.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [4, 4, 2]
    rows = [(r["document"], r["n"]) for r in file.read().to_pylist()]
    assert rows == sorted(rows)


def test_the_folder_opens_as_a_casebook(folder):
    with Casebook(folder) as book:
        assert book.read_only
        assert len(book.documents()) == 5
        assert sum(book.counts().values()) == 6
        assert book.verify() == []
        assert len(book.search("militia")) == 5
        assert book.connection.execute("SELECT DISTINCT cue FROM attributions_in_words").fetchall() == [("said",)]
        with pytest.raises(Misuse, match="read only"):
            book.write([outcome(7)])


def test_writing_again_replaces_and_a_folder_with_other_things_is_refused(folder, tmp_path):
    with Casebook(folder) as book:
        book.tables_to_parquet(tmp_path)
        book.tables_to_parquet(tmp_path)
        assert written(tmp_path) == written(folder)
        (tmp_path / "events" / "mine.parquet").touch()
        with pytest.raises(Misuse, match=r"other files, such as mine\.parquet"):
            book.tables_to_parquet(tmp_path)


def test_a_folder_without_the_tables_is_no_casebook(tmp_path):
    with pytest.raises(NotACasebook, match="no Parquet files of the table"):
        Casebook(tmp_path)


def test_a_folder_of_other_parquet_or_of_a_later_version_is_refused(folder, tmp_path):
    with Casebook(folder) as book:
        book.tables_to_parquet(tmp_path)
    file = tmp_path / "times" / "part-0.parquet"
    data = pq.read_table(file)
    pq.write_table(data.replace_schema_metadata({parquet.VERSION_KEY: b"999"}), file)
    with pytest.raises(CasebookTooNew, match="later version"):
        Casebook(tmp_path)
    pq.write_table(data.replace_schema_metadata(None), file)
    with pytest.raises(NotACasebook, match="which version"):
        Casebook(tmp_path)
    file.write_bytes(b"PAR1 no more")
    with pytest.raises(NotACasebook, match="cannot be read as Parquet"):
        Casebook(tmp_path)
