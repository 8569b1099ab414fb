"""The verb `why`: an event of a casebook, what was weighed for it, and what is said where that is not known."""

import json
from dataclasses import replace

import pytest

from reportedly import api
from reportedly.casebook import Casebook, Outcome
from reportedly.cli.codes import ExitCode
from reportedly.cli.why_words import phrase, stands_as
from reportedly.knowledge import load
from reportedly.layers.happening.deciding import SIGNALS
from reportedly.record import SourceRow

STORY = """Ruvo's army shelled Oss

The army of Ruvo shelled the town of Oss on Monday, the foreign ministry of Mardun said.

The ministry condemned the shelling. "We demand that Ruvo withdraw its troops," said Ana Brun, its spokeswoman.
"""


def written(path, record):
    with Casebook(path) as opened:
        source = SourceRow(name="story.txt", format="text", state="read", document=record.document.id)
        opened.write([Outcome(source, record)])
    return path


@pytest.fixture(scope="module")
def record():
    return api.read(STORY, outlet="The Post", title="Ruvo's army shelled Oss")


@pytest.fixture(scope="module")
def told(record, tmp_path_factory):
    """A casebook of the story."""
    return written(tmp_path_factory.mktemp("why") / "story.duckdb", record)


@pytest.fixture(scope="module")
def shelling(record):
    return next(e for e in record.events if "shell" in record.words(e.words))


def test_an_event_is_explained_on_a_screen(run, told, shelling):
    ended = run("why", told, shelling.id)
    assert (ended.code, ended.err) == (ExitCode.FINE, "")
    assert "\x1b" not in ended.out
    assert len(ended.out.splitlines()) <= 45
    head, *_ = ended.out.splitlines()
    assert head.startswith(f"E1 ({shelling.id}) “shelled” in “Ruvo's army shelled Oss”, The Post")
    for words in (
        "[EVENT: shelled]", "ASSAULT (material conflict): Acts on purpose", "mode heavy-weapons", "the encoder alone: ASSAULT",
        "the lexicon: verb:shell", "ahead of none", "the rules alone say actual", "✓ ", "nobody", "Voice", "Also at",
        "one event with those before by +",
    ):  # fmt: skip
        assert words in ended.out


def test_an_event_is_named_by_the_beginning_of_its_id_or_its_label(run, told, shelling):
    whole = run("why", told, shelling.id).out
    assert run("why", told, shelling.id[:6]).out == whole
    assert run("why", told, "E1").out == whole
    assert run("why", told, "E1", "--article", "shelled oss").out == whole


def test_the_attributions_that_hold_an_event_are_its_chain(run, told, record):
    held = next(e for e in record.events if e.within)
    out = run("why", told, held.id).out
    holder = next(a for a in record.attributions if a.id == held.within)
    assert " › ".join(holder.chain) in " ".join(out.split())
    assert f"{record.words(holder.source)} | {record.words(holder.cue)} | {holder.stance}" in " ".join(out.split())


def test_all_that_was_weighed_is_there_as_json(run, told, record, shelling):
    found = json.loads(run("why", told, shelling.id, "--json").out)
    assert (found["found_again"], found["made_with"]) == (True, found["read_again_with"])
    assert (found["event"]["id"], found["event"]["type"]) == (shelling.id, "ASSAULT")
    assert [m["words"] for m in found["mentions"]] == [record.words(w) for w in (shelling.words, *shelling.mentions)]
    first = found["mentions"][0]
    assert {"shares", "encoder", "lexical", "rivals", "bar"} <= set(first["type"])
    assert {c["name"] for c in first["actor"]["candidates"] if c["actor"] in shelling.actor} != {None}


def test_a_record_made_with_other_versions_is_said_first(run, tmp_path, record, shelling):
    old = written(
        tmp_path / "old.duckdb", replace(record, made_with=record.made_with.replace("knowledge ", "knowledge 0"))
    )
    ended = run("why", old, shelling.id)
    assert ended.code == ExitCode.FINE
    assert ended.out.startswith("The record was made with knowledge 0")
    assert "✓" in ended.out


def test_an_event_that_is_not_found_again_is_shown_as_it_is_stored(run, tmp_path, record, shelling):
    lost = replace(shelling, id="e00000000")
    rows = tuple(lost if e is shelling else e for e in record.events)
    book = written(tmp_path / "lost.duckdb", replace(record, events=rows, _labels={}))
    ended = run("why", book, "e00000000")
    assert ended.code == ExitCode.WRONG
    assert "What the casebook has" in ended.out
    assert "ASSAULT" in ended.out
    assert "gives no event e00000000; its words are now a mention of “shelled”, ASSAULT" in ended.err
    assert json.loads(run("why", book, "e00000000", "--json").out)["mentions"] == []


def test_an_event_that_is_not_there_is_said(run, book):
    ended = run("why", book, "e9")
    assert (ended.code, ended.out) == (ExitCode.WRONG, "")
    assert "holds no event e9" in ended.err
    assert run("why", book, "E1", "--article", "nothing like it").code == ExitCode.WRONG


def test_what_may_mean_several_events_lists_them(run, book):
    ended = run("why", book, "e1")
    assert ended.code == ExitCode.WRONG
    assert ended.out.count("stormed") == 2
    assert "--article" in ended.err


def test_a_casebook_that_is_none_is_said(run, tmp_path):
    ended = run("why", tmp_path / "missing", "e1")
    assert ended.code == ExitCode.WRONG
    assert "there is no such casebook" in ended.err


@pytest.mark.parametrize(
    ("kind", "signals"),
    [
        ("type", SIGNALS),
        ("side", tuple(load("arguments")["weights"])),
        ("status", tuple(load("factuality_weights")["weights"])),
        ("mention", tuple(load("merging")["weights"])),
    ],
)
def test_every_signal_that_is_weighed_has_a_phrase(kind, signals):
    bare = [signal[2:] if kind == "side" else signal for signal in signals]
    assert [b for b, s in zip(bare, signals, strict=True) if phrase(kind, s) == b] == []


@pytest.mark.parametrize(
    ("slot", "where", "words"),
    [
        ("subject", "is", "the subject"),
        ("object", "owner", "inside the object"),
        ("prep with", "is", "the “with …”"),
        ("light dobj: subject", "is", "the subject of the verb around it"),
        ("xcomp: object above", "is", "the object of the word above"),
        ("xcomp on", "inside", "inside the “on …” of the clause below"),
        ("other possessor", "is", "the owner"),
    ],
)
def test_where_an_actor_stands_is_told_in_words(slot, where, words):
    assert stands_as(slot, where) == words


LOADED = """Mardun's regime met in Oss

The regime of Mardun neutralised five fighters on Monday, said Ana Brun, a colonel. Its “humane” policy is over, she said.
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A casebook of a story with loaded words, and its record."""
    record = api.read(LOADED, outlet="The Post", title="Mardun's regime met in Oss")
    return written(tmp_path_factory.mktemp("why") / "loaded.duckdb", record), record


def test_a_row_of_wording_says_whose_word_it_is_and_who_warns_of_it(run, loaded):
    path, record = loaded
    row = next(w for w in record.wording if record.words(w.words) == "neutralised")
    ended = run("why", path, row.id)
    assert (ended.code, ended.err) == (ExitCode.FINE, "")
    out = " ".join(ended.out.split())
    for words in ("“neutralised” in “Mardun's regime met in Oss”", "armies and police", "Orwell 1946", "martyr"):
        assert words in out


def test_a_row_of_wording_is_told_as_json_and_one_in_scare_quotes_by_its_form(run, loaded):
    path, record = loaded
    label = next(f"W{n}" for n, w in enumerate(record.wording, 1) if record.words(w.words) == "regime")
    entry = json.loads(run("why", path, label, "--json").out)["entry"]
    assert (entry["name"], entry["other_side"]["name"]) == ("regime", "legitimate government")
    scare = next(w for w in record.wording if w.kind == "scare_quotes")
    assert "by its form" in run("why", path, scare.id).out


def test_a_row_of_wording_whose_entry_is_gone_is_shown_with_that_said(run, loaded, tmp_path):
    _, record = loaded
    rows = tuple(replace(w, made_by="wording of old") for w in record.wording)
    book = written(tmp_path / "gone.duckdb", replace(record, wording=rows, _labels={}))
    ended = run("why", book, rows[0].id)
    assert ended.code == ExitCode.WRONG
    assert "no entry for 'wording of old'" in ended.err


def test_a_list_of_one_s_own_need_not_say_whose_word_it_is(run, loaded, tmp_path, monkeypatch):
    _, record = loaded
    mine = {"name": "mine", "kind": "label", "pos": "noun", "words": ["regime"]}
    monkeypatch.setattr("reportedly.layers.diction.lists.entries", lambda: (mine,))
    rows = tuple(replace(w, made_by="wording mine") for w in record.wording)
    ended = run("why", written(tmp_path / "mine.duckdb", replace(record, wording=rows, _labels={})), rows[0].id)
    assert (ended.code, ended.err) == (ExitCode.FINE, "")
    assert "wording mine" in ended.out
    assert "whose word" not in ended.out


def test_wording_that_is_not_there_is_said(run, book):
    ended = run("why", book, "w0")
    assert (ended.code, ended.out) == (ExitCode.WRONG, "")
    assert "holds no row of wording w0" in ended.err
