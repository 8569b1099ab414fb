"""The verb `naming`, and what `show` says of names and voices."""

import json
from dataclasses import replace

import pytest

from reportedly.casebook import Casebook, Outcome
from reportedly.cli.codes import ExitCode
from reportedly.record import SourceRow
from support_record import rich_record


def flat(text):
    return " ".join(text.split())


def test_outlets_are_laid_side_by_side(run, book):
    ended = run("naming", book)
    assert (ended.code, ended.err) == (ExitCode.FINE, "")
    for words in (
        "Whose words",
        "On whose authority",
        "How actors are named",
        "Arden Gazette",
        "own: Dockers' Union ×2",
    ):
        assert words in ended.out
    assert "bias" not in ended.out.lower()


def test_more_outlets_than_stand_beside_each_other_stand_below(run, book, monkeypatch):
    from reportedly.cli import naming

    monkeypatch.setattr(naming, "BESIDE", 0)
    monkeypatch.setattr(naming, "MOST", 1)
    ended = run("naming", book)
    assert "In others' voices" in ended.out
    assert "more actors; --json has all" in ended.err


def test_one_actor_is_shown_voice_by_voice(run, book):
    ended = run("naming", book, "--actor", "cassia's government")
    assert ended.code == ExitCode.FINE
    assert "Ida Rehn “regime” ×2 label: regime ×2" in flat(ended.out)
    nobody = run("naming", book, "--actor", "nobody at all")
    assert (nobody.code, nobody.out) == (ExitCode.WRONG, "")
    assert "names 'nobody at all'" in nobody.err


def test_the_comparison_as_json(run, book):
    found = json.loads(run("naming", book, "--outlet", "arden gazette", "--json").out)
    (outlet,) = found["outlets"]
    assert (outlet["outlet"], outlet["articles"]) == ("Arden Gazette", 2)
    words = outlet["words"]
    assert words["own"] + words["paraphrased"] + words["quoted"] == words["all"]
    assert sum(v["words"] for v in outlet["voices"]) == words["all"]
    union = next(a for a in found["actors"] if a["actor"] == "Dockers' Union")
    assert union["outlets"][0]["voices"][0]["names"][0] == {"words": "Dockers' Union", "count": 2, "quoted": 0}


def test_an_outlet_that_is_not_known_has_one_name_in_json(run, tmp_path):
    record = rich_record()
    nobodys = replace(record.document, metadata=replace(record.document.metadata, outlet=""))
    path = tmp_path / "nobodys.duckdb"
    with Casebook(path) as opened:
        source = SourceRow(name="story.txt", format="text", state="read", document=nobodys.id)
        opened.write([Outcome(source, replace(record, document=nobodys, _labels={}))])
    found = json.loads(run("naming", path, "--json").out)
    assert [o["outlet"] for o in found["outlets"]] == [""]
    assert {o["outlet"] for a in found["actors"] for o in a["outlets"]} == {""}
    assert "not known" in run("naming", path).out


def test_an_outlet_without_an_article_is_said(run, book):
    ended = run("naming", book, "--outlet", "The Post")
    assert (ended.code, ended.err) == (ExitCode.USAGE, "no article is by 'The Post'; there are Arden Gazette\n")


@pytest.mark.parametrize("words", ["Of 144 words 33% own", "different origins: 6", "How actors are named"])
def test_an_article_shows_its_balance_and_its_names(run, book, words):
    assert words in flat(run("show", book, "one.txt").out)
