"""The articles whose wording is annotated have the form that their page describes, and the benchmark calls right what is right."""

import re
from collections import Counter

import pytest

import invented_articles
import wording
import wording_gold
from invented_articles import Tally
from reportedly.record.vocabulary import WORDING_KINDS

STORIES = {split: wording_gold.stories(split) for split in invented_articles.SPLITS}
EVERY = [of for stories in STORIES.values() for of in stories]


def test_thirty_articles_are_open_and_twenty_held():
    assert {split: len(stories) for split, stories in STORIES.items()} == {"open": 30, "held": 20}
    assert len({of.name for of in EVERY}) == 50


@pytest.mark.parametrize("of", EVERY, ids=lambda of: of.name)
def test_an_annotation_resolves(of):
    assert list(wording_gold.problems(of)) == []
    assert 90 <= len(of.text.split()) <= 250
    assert of.outlet


def test_every_kind_is_in_both_halves_often():
    for stories in STORIES.values():
        counts = Counter(row["kind"] for of in stories for row in of.wording)
        assert set(counts) == set(WORDING_KINDS)
        assert min(counts.values()) >= 30


def test_no_paragraph_is_in_two_articles():
    paragraphs = Counter(p for of in EVERY for p in re.split(r"\n\n", of.text.strip()))
    assert [p for p, n in paragraphs.items() if n > 1] == []


TEXT = "Brave Varn fled. Ruvo said Varn was a “liar”.\n"
GOLD = """
document: {outlet: The Echo, published: 2018-03-05}
attributions:
  - {id: A1, source: Ruvo, speaker: Ruvo, cue: said, content: ["Varn was a “liar”"]}
wording:
  - {words: Brave, kind: intensifier, target: Varn, voice: outlet}
  - {words: liar, kind: scare_quotes, target: Varn, voice: A1}
actors: [{name: Varn, names: [Varn]}]
"""


@pytest.fixture
def of(tmp_path):
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "story.gold.yaml").write_text(GOLD, encoding="utf-8")
    return wording_gold.story(tmp_path / "story.gold.yaml")


def row(words: str, kind: str, target: str | None, voice: str | None) -> dict[str, object]:
    start = TEXT.index(words)
    return {
        "words": words, "spans": [[start, start + len(words)]], "kind": kind, "target": target and {"id": target},
        "voice": voice or "outlet",
    }  # fmt: skip


def compared(of, *rows: dict[str, object]) -> Tally:
    actors = [{"id": "a1", "name": "Varn", "names": []}, {"id": "a2", "name": "Ruvo", "names": []}]
    attributions = [{"id": "s1", "speaker": ["Ruvo"], "source": {"words": "Ruvo"}}]
    tally = Tally()
    document = {"text": TEXT.rstrip("\n")}
    wording.compare(tally, of, {"document": document, "wording": rows, "actors": actors, "attributions": attributions})
    return tally


def test_a_record_like_gold_is_all_right(of):
    tally = compared(of, row("Brave", "intensifier", "a1", None), row("“liar”", "scare_quotes", "a1", "s1"))
    assert tally.losses == []
    assert tally.table()["found"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "given": 2, "wanted": 2}
    assert tally.table()["speaker"] == {"accuracy": 1.0, "of": 1}


def test_each_error_is_counted_where_it_belongs(of):
    tally = compared(of, row("liar", "label", "a2", None), row("fled", "label", None, None))
    table = tally.table()
    assert (table["found"]["precision"], table["found"]["recall"]) == (0.5, 0.5)
    assert table["found, label"]["given"] == 2
    assert table["kind"]["accuracy"] == table["target, all"]["accuracy"] == table["outlet or not"]["accuracy"] == 0.0
    assert sorted(line.split("] ")[1].split(":")[0] for line in tally.losses) == [
        "extra", "kind", "missed", "target", "voice",
    ]  # fmt: skip


def test_a_slip_in_an_annotation_is_told(tmp_path):
    slips = (
        GOLD.replace("words: Brave", "words: Bold")
        .replace("voice: A1", "voice: A9")
        .replace("names: [Varn]", "names: [Oltenz]")
    )
    (tmp_path / "slips.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "slips.gold.yaml").write_text(slips, encoding="utf-8")
    told = " ".join(wording_gold.problems(wording_gold.story(tmp_path / "slips.gold.yaml")))
    assert "[Bold]: its words are not in the text" in told
    assert "[liar]: its voice does not say its words" in told
    assert "the name Oltenz is not in the text" in told
