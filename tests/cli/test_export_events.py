"""The verb export with the formats of events: columns first, statuses by choice, wrong ones said."""

import csv
import io
import json

import pytest

from reportedly.cli.codes import ExitCode


def statuses(text: str) -> list[str]:
    return [row["EventStatus"] for row in csv.DictReader(io.StringIO(text), delimiter="\t")]


def test_events_go_out_with_their_columns_once(run, book):
    ended = run("export", book, "--format", "cameo")
    assert ended.code == ExitCode.FINE
    assert ended.out.count("GLOBALEVENTID") == 1
    assert statuses(ended.out) == ["actual", "ongoing", "denied", "possible", "actual"] * 2


def test_statuses_are_kept_by_choice(run, book, tmp_path):
    ended = run("export", book, "--format", "cameo", "--status", "actual", "--status", "ongoing")
    assert statuses(ended.out) == ["actual", "ongoing", "actual"] * 2
    run("export", book, "--format", "plover", "--status", "denied", "-o", f"{tmp_path}/out/")
    assert [json.loads(p.read_text(encoding="utf-8"))["event_text"] for p in sorted((tmp_path / "out").iterdir())] == [["met"], ["met"]]  # fmt: skip
    assert len(json.loads(run("export", book, "--format", "json", "--status", "possible").out)[0]["events"]) == 1


def test_a_book_without_lethal_attacks_is_a_line_of_columns(run, book):
    assert run("export", book, "--format", "ged").out.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--status", "certain"), "there is no status 'certain'; there are actual, ongoing, planned"),
        (("--format", "parquet", "-o", "x/", "--status", "actual"), "Parquet holds the whole casebook"),
        (("--format", "gdelt"), "there is no format 'gdelt'; there are json, jsonl, text, plover, cameo, ged"),
    ],
)
def test_what_there_is_not_is_said_before_anything_is_written(run, book, arguments, sentence):
    ended = run("export", book, *arguments)
    assert (ended.code, ended.out) == (ExitCode.USAGE, "")
    assert sentence in ended.err
