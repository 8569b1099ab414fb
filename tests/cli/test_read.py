"""`reportedly read`: records to output, to files, into a casebook; failures named; exit codes that mean something."""

import io
import json
import sys
from datetime import date

import pytest

from reportedly.casebook import Casebook
from reportedly.cli.codes import ExitCode

pytestmark = pytest.mark.usefixtures("plain_engine")


def test_one_article_gives_its_record_as_json_and_nothing_else(run):
    ended = run("read", "a.txt")
    assert ended.code == ExitCode.FINE
    assert json.loads(ended.out)["document"]["outlet"] == "Arden Gazette"
    assert ended.err == ""


def test_several_articles_give_a_list(run):
    ended = run("read", "a.txt", "b.txt")
    assert [r["document"]["title"] for r in json.loads(ended.out)] == ["Title of a.txt", "Title of b.txt"]
    assert ended.err == "2 articles read, 0 failed, 0 skipped\n"


def test_lines_and_ledgers_are_formats_too(run):
    assert run("read", "a.txt", "b.txt", "--format", "jsonl").out.count("\n") == 2
    assert "WHO SAID WHAT" in run("read", "a.txt", "--format", "text").out


def test_a_failure_is_named_with_its_reason_and_costs_no_other(run):
    ended = run("read", "bad.bin", "a.txt", "french.txt")
    assert ended.code == ExitCode.SOME_FAILED
    assert json.loads(ended.out)["document"]["title"] == "Title of a.txt"
    assert ended.err.splitlines() == [
        "bad.bin: failed: its bytes are not text and no known format (␛[2J) [binary]",
        "french.txt: skipped: it is not written in a language that the program reads (fr) [language]",
        "1 article read, 1 failed, 1 skipped",
    ]


def test_where_nothing_is_read_nothing_is_written(run, tmp_path):
    ended = run("read", "bad.bin")
    assert (ended.code, ended.out) == (ExitCode.WRONG, "")
    assert "bad.bin: failed" in ended.err


def test_many_failures_are_not_all_named(run):
    err = run("read", *(f"bad{n}" for n in range(50))).err.splitlines()
    assert len(err) == 22
    assert err[-2:] == ["more inputs were not read", "0 articles read, 50 failed, 0 skipped"]


def test_a_folder_gets_a_file_for_each_article(run, tmp_path):
    ended = run("read", "x/a.txt", "y/a.txt", "bad", "--format", "json", "-o", f"{tmp_path}/records/")
    assert ended.out == ""
    assert sorted(p.name for p in (tmp_path / "records").iterdir()) == ["a-2.json", "a.json"]
    assert json.loads((tmp_path / "records" / "a.json").read_text())["document"]["title"] == "Title of x/a.txt"


def test_a_file_gets_all_records(run, tmp_path):
    run("read", "a", "b", "-o", tmp_path / "all.jsonl")
    assert len((tmp_path / "all.jsonl").read_text().splitlines()) == 2
    run("read", "a", "--format", "text", "-o", tmp_path / "ledger")
    assert "WHO SAID WHAT" in (tmp_path / "ledger").read_text()


def test_any_other_path_is_a_casebook(run, tmp_path):
    ended = run("read", "a.txt", "bad.bin", "-o", tmp_path / "book")
    assert (ended.code, ended.out) == (ExitCode.SOME_FAILED, "")
    assert "2 inputs = 1 read + 0 skipped + 1 failed + 0 pending" in ended.err
    with Casebook(tmp_path / "book", read_only=True) as book:
        assert [d.title for d in book.documents()] == ["Title of a.txt"]


def test_what_was_read_before_is_said(run, tmp_path):
    run("read", "a.txt", "-o", tmp_path / "book")
    ended = run("read", "a.txt", "b.txt", "-o", tmp_path / "book")
    assert ended.code == ExitCode.FINE
    assert "2 articles read (1 of them by an earlier run), 0 failed, 0 skipped" in ended.err


def test_what_is_known_of_the_articles_is_handed_on(run, plain_engine):
    run(
        "read", "a", "--outlet", "The Post", "--published", "2025-03-05", "--column", "text=body", "--column",
        "published=day", "--follow", "--input-format", "csv", "--any-language", "--workers", "3", "--pipeline", "xx",
    )  # fmt: skip
    ((inputs, options, workers, pipeline),) = plain_engine
    assert (inputs, workers, pipeline) == (["a"], 3, "xx")
    assert (options.outlet, options.published) == ("The Post", date(2025, 3, 5))
    assert (dict(options.columns), options.follow) == ({"text": "body", "published": "day"}, True)
    assert (options.format, options.check_language) == ("csv", False)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("a", "--published", "yesterday"), "--published takes a day such as 2025-03-05, and not 'yesterday'"),
        (("a", "--column", "body"), "--column takes FIELD=COLUMN, such as text=body, and not 'body'"),
        (("a", "--format", "yaml"), "there is no format 'yaml'; there are json, jsonl, text"),
        (("a", "--force"), "--force is for a casebook; without one, everything is read each time"),
        ((), "reportedly read: Missing argument 'INPUT'. Try `reportedly read --help`."),
        (("a", "--workers", "0"), "reportedly read: Invalid value for '--workers'"),
    ],
)
def test_what_it_does_not_take_is_said_in_a_sentence(run, arguments, sentence):
    ended = run("read", *arguments)
    assert (ended.code, ended.out) == (ExitCode.USAGE, "")
    assert ended.err.startswith(sentence)
    assert ended.err.count("\n") == 1


def test_a_file_that_is_no_casebook_is_refused(run, tmp_path):
    (tmp_path / "notes").write_text("some notes that are long enough to be something")
    ended = run("read", "a", "-o", tmp_path / "notes")
    assert ended.code == ExitCode.WRONG
    assert "is no casebook" in ended.err
    assert (tmp_path / "notes").read_text().startswith("some notes")


def test_an_interruption_is_quiet_and_leaves_no_half_file(run, tmp_path):
    ended = run("read", "a", "interrupted", "-o", tmp_path / "all.jsonl")
    assert (ended.code, ended.err) == (ExitCode.INTERRUPTED, "interrupted\n")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_is_one_sentence_and_its_traceback_an_option(run, monkeypatch, capsys):
    ended = run("read", "fault")
    assert ended.code == ExitCode.FAULT
    assert ended.err.count("\n") == 1
    assert "the program has a fault (ZeroDivisionError); please report it" in ended.err
    from reportedly.cli import main

    monkeypatch.setenv("REPORTEDLY_DEBUG", "1")
    assert main(["read", "fault"]) == ExitCode.FAULT
    assert "Traceback" in capsys.readouterr().err


def test_a_folder_wants_a_format(run, tmp_path):
    ended = run("read", "a", "-o", f"{tmp_path}/records/")
    assert (ended.code, ended.err) == (
        ExitCode.USAGE,
        f"{tmp_path}/records/ is a folder; say with --format what its files shall be\n",
    )


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_sees_a_bar_with_rate_and_a_failure_above_it(monkeypatch, plain_engine, capsys):
    from reportedly.cli.reading import bar
    from reportedly.engine import Progress
    from reportedly.record import SourceRow

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with bar() as (progress, log):
        for n in range(1, 4):
            progress(Progress(n, 4, True, SourceRow(name=str(n), state="read")))
        log("bad.bin: failed: \x1b[2J [link=x]")
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "3/4" in shown
    assert "bad.bin: failed: ␛[2J [link=x]" in shown
    assert capsys.readouterr().out == ""


def test_without_a_terminal_there_is_no_bar(run):
    assert "reading" not in run("read", "a", "b").err
