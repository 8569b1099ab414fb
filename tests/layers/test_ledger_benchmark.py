"""The invented articles with annotated figures are in form, and the benchmark counts what it says it counts."""

import json
import sys
from datetime import date

import pytest

import invented_articles
import ledger
import ledger_gold

TEXT = "The blast in Orsk killed 12 people on Monday, 5 of them nurses, Varn said.\n\nIt injured 20."
GOLD = """
document: {outlet: The Echo, published: 2018-03-06}
figures:
  - {id: F1, words: "12 people", low: 12, high: 12, approximate: false, unit: null, what: killed, who: people,
     place: Orsk, period: "on Monday", as_of: null, tally: incident, method: null, speaker: Varn}
  - {id: F2, words: "5", low: 5, high: 5, approximate: false, unit: null, what: killed, who: [people, "of them"],
     place: Orsk, period: "on Monday", as_of: null, tally: incident, method: null, part_of: F1, speaker: Varn}
  - {id: F3, words: "20", low: 20, high: 20, approximate: false, unit: null, what: injured, who: null,
     place: Orsk, period: null, as_of: 2018-03-05, tally: null, method: null, speaker: outlet}
checks:
  - {kind: part, figures: [F1, F2], holds: true}
"""


@pytest.fixture
def story(tmp_path) -> ledger_gold.Story:
    (tmp_path / "blast.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "blast.gold.yaml").write_text(GOLD, encoding="utf-8")
    return ledger_gold.story(tmp_path / "blast.gold.yaml")


def figure(id_: str, words: str, value: int, **fields) -> ledger.Row:
    start = TEXT.index(words)
    row = {
        "id": id_, "words": words, "spans": [[start, start + len(words)]], "low": value, "high": value,
        "approximate": False, "unit": None, "what": "killed", "who": {"words": "", "spans": []}, "place": None,
        "period": None, "as_of": None, "tally": None, "method": None, "part_of": None, "within": None,
    }  # fmt: skip
    return row | fields


def table(story: ledger_gold.Story, *figures: ledger.Row, checks=(), attributions=()) -> dict[str, dict[str, float]]:
    tally = ledger.Tally()
    record = {"document": {"text": TEXT}, "figures": figures, "checks": checks, "attributions": attributions}
    ledger.compare(tally, story, record)
    return tally.table()


def rates(row: dict[str, float]) -> tuple[float, float]:
    return row["precision"], row["recall"]


@pytest.mark.parametrize("split", invented_articles.SPLITS)
def test_every_annotation_is_in_form(split):
    assert [p for story in ledger_gold.stories(split) for p in ledger_gold.problems(story)] == []


def test_articles_are_as_many_and_as_long_as_their_page_says():
    read = {split: ledger_gold.stories(split) for split in invented_articles.SPLITS}
    assert {split: len(found) for split, found in read.items()} == {"open": 36, "held": 24}
    assert all(90 <= len(s.text.split()) <= 250 for found in read.values() for s in found)
    misfits = {
        s.name for found in read.values() for s in found for c in s.checks if c["kind"] == "sum" and not c["holds"]
    }
    assert len(misfits) == 20


def test_problems_of_an_annotation_are_named(tmp_path):
    (tmp_path / "blast.txt").write_text(TEXT, encoding="utf-8")
    wrong = (
        GOLD.replace('"12 people"', '"13 people"').replace("part_of: F1", "part_of: F9").replace("low: 20", "low: 21")
    )
    (tmp_path / "blast.gold.yaml").write_text(wrong.replace("speaker: outlet", "speaker: Ruvo"), encoding="utf-8")
    found = "\n".join(ledger_gold.problems(ledger_gold.story(tmp_path / "blast.gold.yaml")))
    assert found.splitlines() == [
        "blast F1: its words are not in the text",
        "blast F2: is part of nothing",
        "blast F3: its speaker is not in the text",
        "blast F3: the least is more than the most",
    ]


def test_a_story_says_what_the_program_is_told(story):
    assert (story.name, story.outlet, story.published) == ("blast", "The Echo", date(2018, 3, 6))


def test_a_figure_is_found_by_its_number(story):
    got = table(story, figure("a", "12 people", 12), figure("b", "20", 2))
    assert rates(got["found"]) == (1.0, 0.667)
    assert rates(got["value"]) == (0.5, 0.333)
    assert got["what"]["accuracy"] == 0.5


def test_words_that_touch_but_share_no_number_are_no_pair(story):
    assert rates(table(story, figure("a", "people on Monday, 5", 5))["found"]) == (1.0, 0.333)
    assert rates(table(story, figure("a", "nurses", 1))["found"]) == (0.0, 0.0)


def test_fields_count_where_they_are_given_and_where_they_are_wanted(story):
    monday, who = {"id": "t", "words": "Monday"}, {"words": "the people", "spans": []}
    got = table(
        story,
        figure("a", "12 people", 12, period=monday, who=who, tally="incident"),
        figure("b", "20", 20, period=monday, as_of="2018-03-05", tally="running", what="injured"),
    )
    assert rates(got["period"]) == (0.5, 1.0)
    assert rates(got["who"]) == rates(got["as_of"]) == (1.0, 1.0)
    assert rates(got["tally"]) == (0.5, 1.0)
    assert rates(got["place"]) == (0.0, 0.0)
    assert got["place, near"] == {"accuracy": 0.0, "of": 1}


def test_any_of_several_wordings_is_right(story):
    got = [table(story, figure("b", "5", 5, who={"words": w, "spans": []})) for w in ("of them", "people", "nurses")]
    assert [rates(g["who"]) for g in got] == [(1.0, 1.0), (1.0, 1.0), (0.0, 0.0)]


def test_a_part_is_of_the_row_that_stands_for_its_whole(story):
    whole = figure("a", "12 people", 12)
    assert rates(table(story, whole, figure("b", "5", 5, part_of="a"))["part_of"]) == (1.0, 1.0)
    assert rates(table(story, figure("b", "5", 5, part_of="x"), whole)["part_of"]) == (0.0, 0.0)


@pytest.mark.parametrize(("speaker", "right"), [("Varn", 1.0), ("Republic of Ruvo", 0.0), (None, 0.0)])
def test_the_claimant_is_the_source_or_the_outlet(story, speaker, right):
    said = [{"id": "s", "source": None, "speaker": [speaker]}] if speaker else []
    row = figure("a", "12 people", 12, within="s" if speaker else None)
    assert table(story, row, attributions=said)["speaker"]["accuracy"] == right


def test_a_check_is_the_one_that_uses_the_same_figures(story):
    rows = figure("a", "12 people", 12), figure("b", "5", 5), figure("c", "20", 20, what="injured")
    right = {"kind": "part", "figures": ["a", "b"], "holds": True}
    wrong = {"kind": "sum", "figures": ["c", "a", "b"], "holds": False}
    got = table(story, *rows, checks=[right, wrong])
    assert rates(got["checks found"]) == (0.5, 1.0)
    assert got["checks, holds"]["accuracy"] == got["checks, kind"]["accuracy"] == 1.0
    assert rates(got["misfits found"]) == (0.0, 0.0)


def test_a_number_that_is_said_again_is_the_same_figure():
    toll = {"low": 12, "high": 12, "unit": None, "what": "killed"}
    rows = [toll | {"id": "F1"}, toll | {"id": "F2", "what": "injured"}, toll | {"id": "F3"}]
    assert ledger.restated(rows) == {"F1": "F1", "F2": "F2", "F3": "F1"}


def test_what_is_lost_in_the_held_articles_is_not_shown(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["ledger.py", "--split", "held", "--losses", "3"])
    with pytest.raises(SystemExit, match="only measure"):
        ledger.main()


def test_the_command_prints_figures_and_losses(monkeypatch, capsys, story):
    monkeypatch.setattr(ledger, "stories", lambda *_: [story])
    monkeypatch.setattr(ledger, "read", lambda _: {
        "document": {"text": TEXT}, "figures": [figure("a", "12 people", 12)], "checks": [], "attributions": [],
    })  # fmt: skip
    monkeypatch.setattr(sys, "argv", ["ledger.py", "--losses", "1"])
    ledger.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "found           precision 1.000  recall 0.333  F1 0.500  (1 given, 3 wanted)"
    assert lines[-1] == "blast F2 [5] missed"
    monkeypatch.setattr(sys, "argv", ["ledger.py", "--json"])
    ledger.main()
    assert json.loads(capsys.readouterr().out)["approximate"] == {"accuracy": 1.0, "of": 1}


def test_another_text_is_refused(story):
    with pytest.raises(SystemExit, match="not the article's"):
        ledger.compare(ledger.Tally(), story, {"document": {"text": "Another."}, "figures": []})
