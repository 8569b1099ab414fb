"""The verbs that open a casebook: show, sources, verify, export, search."""

import json

import pytest

from reportedly.casebook import Casebook
from reportedly.cli.codes import ExitCode


def test_several_articles_are_listed_where_none_is_named(run, book):
    ended = run("show", book)
    assert ended.code == ExitCode.FINE
    assert "Title of one.txt" in ended.out
    assert "2 articles; name one" in ended.err


def test_an_article_is_shown_with_labels_in_the_margin_and_its_tables(run, book):
    ended = run("show", book, "one.txt")
    assert ended.code == ExitCode.FINE
    assert "A1 PORT ARDEN, March 5 (CNA) — Police on Wednesday stormed" in ended.out
    for words in ("Who said what", "cited by A4", "does not fit", "from 59", "scare quotes", "Smoke over the docks"):
        assert words in ended.out
    assert "\x1b" not in ended.out


def test_an_article_that_is_not_there_is_said(run, book):
    ended = run("show", book, "nothing like it")
    assert (ended.code, ended.out) == (ExitCode.WRONG, "")
    assert "holds no article that 'nothing like it' may mean" in ended.err


def test_words_that_mean_several_articles_list_them(run, book):
    ended = run("show", book, "title of")
    assert ended.code == ExitCode.WRONG
    assert "Title of two.txt" in ended.out


def test_a_record_is_shown_as_json(run, book):
    assert json.loads(run("show", book, "two.txt", "--json").out)["document"]["title"] == "Title of two.txt"


def test_a_page_is_written_that_stands_alone(run, book, tmp_path):
    ended = run("show", book, "two.txt", "--html", tmp_path / "new" / "page.html")
    assert (ended.code, ended.out) == (ExitCode.FINE, "")
    assert (tmp_path / "new" / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert run("show", book, "two.txt", "--html", "-").out.startswith("<!DOCTYPE html>")


def test_an_article_can_be_read_on_the_spot(run, plain_engine, tmp_path):
    ended = run("show", tmp_path / "one.txt", "--outlet", "The Post")
    assert ended.code == ExitCode.FINE
    assert "Who said what" in ended.out
    assert plain_engine[0][1].outlet == "The Post"
    assert run("show", "bad.bin").code == ExitCode.WRONG


def test_the_account_adds_up_and_says_why(run, book):
    ended = run("sources", book)
    assert "3 inputs = 2 read + 0 skipped + 1 failed + 0 pending" in ended.out
    assert "its bytes are not text and no known format" in ended.out
    assert "\x1b" not in ended.out
    assert "␛[2J" in ended.out


def test_the_account_of_one_state(run, book):
    shown = run("sources", book, "--state", "failed").out
    assert "bad.bin" in shown
    assert "one.txt" not in shown


def test_the_account_as_json(run, book):
    found = json.loads(run("sources", book, "--format", "json").out)
    assert found["counts"] == {"read": 2, "skipped": 0, "failed": 1, "pending": 0}
    assert found["inputs"] == len(found["sources"]) == 3
    lines = run("sources", book, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["bad.bin", "one.txt", "two.txt"]


def test_a_casebook_that_holds_together_is_fine(run, tmp_path, plain_engine):
    run("read", "a.txt", "-o", tmp_path / "sound")
    ended = run("verify", tmp_path / "sound")
    assert (ended.code, ended.err) == (ExitCode.FINE, "")
    assert "1 article, nothing wrong" in ended.out


def test_what_is_wrong_is_listed(run, book):
    with Casebook(book) as opened:
        opened.connection.execute("UPDATE attributions SET content = [{'start': 0, 'end': 999999}] WHERE id = 'a1'")
    ended = run("verify", book)
    assert ended.code == ExitCode.WRONG
    assert "leaves the text" in ended.out
    assert "2 things are wrong" in ended.err


def test_records_are_exported(run, book, tmp_path):
    assert len(run("export", book).out.splitlines()) == 2
    run("export", book, "--format", "json", "-o", f"{tmp_path}/out/")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["one.json", "two.json"]
    assert run("export", book, "--format", "parquet", "-o", tmp_path / "pq").code == ExitCode.FINE
    assert "Title of one.txt" in run("show", tmp_path / "pq").out


def test_parquet_wants_a_folder(run, book):
    ended = run("export", book, "--format", "parquet")
    assert (ended.code, ended.err) == (ExitCode.USAGE, "Parquet is a folder; name it with -o\n")


def test_words_are_found(run, book):
    ended = run("search", book, "crane", "drivers")
    assert ended.code == ExitCode.FINE
    assert "striking crane drivers" in " ".join(ended.out.split())
    hits = json.loads(run("search", book, "crane", "--format", "json").out)
    assert [h["title"] for h in hits] == ["Title of one.txt", "Title of two.txt"]
    assert hits[0]["published"] == "2025-03-05"
    assert len(run("search", book, "crane", "--limit", "1", "--format", "jsonl").out.splitlines()) == 1


def test_words_that_stand_nowhere_are_said(run, book):
    ended = run("search", book, "zebra")
    assert (ended.code, ended.out) == (ExitCode.WRONG, "")
    assert "no article" in ended.err


@pytest.mark.parametrize("verb", [("sources",), ("verify",), ("export",), ("search", "x")])
def test_a_casebook_that_is_none_is_said_in_a_sentence(run, tmp_path, verb):
    name, *more = verb
    ended = run(name, tmp_path / "missing", *more)
    assert (ended.code, ended.out) == (ExitCode.WRONG, "")
    assert "there is no such casebook" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [("sources",), ("search", "x")])
def test_a_listing_has_three_formats(run, book, arguments):
    name, *more = arguments
    ended = run(name, book, *more, "--format", "xml")
    assert ended.code == ExitCode.USAGE
    assert "text, json, jsonl" in ended.err


def test_a_format_can_be_said_by_the_name_of_the_file(run, book, tmp_path):
    run("export", book, "-o", tmp_path / "all.json")
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))) == 2
    run("export", book, "-o", f"{tmp_path}/tables.parquet/")
    assert (tmp_path / "tables.parquet" / "attributions").is_dir()


def test_a_record_with_loose_ends_is_no_fault_of_the_program(run, book):
    with Casebook(book) as opened:
        opened.connection.execute("UPDATE attributions SET speaker = ['gone'] WHERE id = 'a1'")
    ended = run("export", book)
    assert ended.code == ExitCode.WRONG
    assert "`reportedly verify` lists what is wrong" in ended.err
    assert run("show", book, "one.txt").code == ExitCode.FINE
