"""The verbs export and read with the formats of figures: a table, a folder, hashtags where they are asked for."""

import csv
import io

import pytest

from reportedly.casebook import Casebook
from reportedly.cli.codes import ExitCode
from support_package import read_package


def whats(text: str) -> list[str]:
    return [row["what"] for row in csv.DictReader(io.StringIO(text))]


def test_figures_go_out_with_their_columns_once(run, book, tmp_path):
    ended = run("export", book, "--format", "figures")
    assert ended.code == ExitCode.FINE
    assert whats(ended.out) == (["injured"] * 5 + ["arrested", "released", "held"]) * 2
    run("export", book, "--format", "figures", "-o", tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text(encoding="utf-8") == ended.out


def test_articles_are_read_into_figures_on_the_spot(run, tmp_path, plain_engine):
    assert len(whats(run("read", "a.txt", "b.txt", "--format", "figures").out)) == 16
    run("read", "a.txt", "b.txt", "--format", "figures", "-o", f"{tmp_path}/out/")
    assert [len(whats(p.read_text(encoding="utf-8"))) for p in sorted((tmp_path / "out").iterdir())] == [8, 8]


def test_a_package_is_a_folder(run, book, tmp_path):
    ended = run("export", book, "--format", "datapackage", "-o", tmp_path / "ledger")
    assert (ended.code, ended.err) == (ExitCode.FINE, f"2 records written to {tmp_path / 'ledger'}\n")
    assert len(read_package(tmp_path / "ledger")["figures"]) == 16


def test_hashtags_are_a_second_line(run, book, tmp_path):
    lines = run("export", book, "--format", "figures", "--hxl").out.splitlines()
    assert lines[1].startswith("#meta+id,")
    run("export", book, "--format", "datapackage", "--hxl", "-o", tmp_path)
    assert (tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines() == lines
    assert len(read_package(tmp_path)["figures"]) == 16


def test_a_folder_of_parquet_leaves_as_a_package_too(run, book, tmp_path):
    run("export", book, "--format", "parquet", "-o", tmp_path / "pq")
    for source, name in ((book, "a"), (tmp_path / "pq", "b")):
        assert run("export", source, "--format", "datapackage", "-o", tmp_path / name).code == ExitCode.FINE
    assert (tmp_path / "a" / "datapackage.json").read_bytes() == (tmp_path / "b" / "datapackage.json").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--format", "datapackage"), "A data package is a folder; name it with -o"),
        (
            ("--format", "datapackage", "--status", "actual", "-o", "x/"),
            "A data package holds figures, checks, wording",
        ),
        (("--format", "figures", "--status", "actual"), "the format figures holds no events"),
        (("--format", "jsonl", "--hxl"), "the format jsonl has no hashtags; these have: figures, datapackage"),
        (("--format", "parquet", "--hxl", "-o", "x/"), "Parquet has no hashtags"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(run, book, arguments, sentence):
    ended = run("export", book, *arguments)
    assert (ended.code, ended.out) == (ExitCode.USAGE, "")
    assert sentence in ended.err


def test_a_casebook_whose_ids_lead_nowhere_leaves_no_package(run, book, tmp_path):
    with Casebook(book) as opened:
        opened.connection.execute("UPDATE figures SET part_of = 'gone' WHERE id = 'f2'")
    ended = run("export", book, "--format", "datapackage", "-o", tmp_path / "ledger")
    assert ended.code == ExitCode.WRONG
    assert "`reportedly verify` lists what is wrong" in ended.err
    assert list((tmp_path / "ledger").iterdir()) == []
