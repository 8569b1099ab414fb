"""Attributions: speaker, mode, stance, anonymity, nesting and chain of hand-made statements."""

from dataclasses import replace

import attribution_sentences as sentences
import pytest
from naming_sentences import read
from row_makers import actor, at

from reportedly.layers.attributions import read_attributions
from reportedly.layers.statement import Statement
from reportedly.layers.statements import read_statements
from reportedly.record import Record


def rows(sentence, *actors, outlet="Valley Post"):
    """The attributions of a sentence whose actors are called `actors`."""
    document, analysis = read(sentence, outlet=outlet)
    known = [actor(document, f"p{n}", *((name,) if isinstance(name, str) else name)) for n, name in enumerate(actors)]
    found = read_attributions(document, analysis, read_statements(document, analysis), known)
    assert list(Record(document, "test", attributions=tuple(found), actors=tuple(known)).problems()) == []
    return found


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        (sentences.SAID, "assert"),
        (sentences.VOWED, "promise"),
        (sentences.NOT_DENIED, "decline"),
        (sentences.REFUSED, "decline"),
        (sentences.BELIEVED, "believe"),
        (sentences.UNCLEAR, "decline"),
        (sentences.TOLD, "demand"),
    ],
)
def test_the_stance_is_the_cues_own_turned_by_negation_and_content(sentence, stance):
    assert [a.stance for a in rows(sentence)] == [stance]


def test_an_accusation_and_a_demand_differ():
    assert [a.stance for a in rows(sentences.URGED)] == ["accuse", "demand"]


@pytest.mark.parametrize(
    ("sentence", "anonymity"),
    [
        (sentences.SAID, "named"),
        (sentences.REPORT, "document"),
        (sentences.ACCORDING, "described"),
        (sentences.SECRET, "anonymous"),
        (sentences.HEDGE, "anonymous"),
        (sentences.BELIEVED, "anonymous"),
    ],
)
def test_a_source_is_named_described_anonymous_or_a_document(sentence, anonymity):
    assert rows(sentence)[0].anonymity == anonymity


@pytest.mark.parametrize(
    ("sentence", "mode"), [(sentences.SAID, "indirect"), (sentences.BEFORE, "direct"), (sentences.SCARE, "mixed")]
)
def test_the_mode_is_how_much_stands_in_quotation_marks(sentence, mode):
    assert rows(sentence)[0].mode == mode


def test_a_statement_inside_a_content_lies_within_it_and_its_chain_is_longer():
    outer, inner = rows(sentences.NESTED)
    assert inner.within == outer.id
    assert outer.within is None
    assert outer.chain == ("Valley Post", "Brun")
    assert inner.chain == ("Valley Post", "Brun", "the governor")


def test_one_who_is_cited_comes_behind_the_medium_in_the_chain():
    outer, inner = rows(sentences.CITING)
    assert inner.cited_by == outer.id
    assert inner.chain == ("Valley Post", "The Herald", "two officials")


def test_a_chain_begins_with_the_outlet_even_where_its_name_is_unknown():
    assert rows(sentences.HEDGE, outlet="")[0].chain == ("outlet", "unnamed")


def test_the_speaker_is_the_actor_who_heads_the_source():
    (row,) = rows(sentences.SAID, "Ana Brun", "the minister")
    assert row.speaker == ("p0",)


def test_a_first_person_in_a_quotation_is_whoever_is_quoted():
    inner, outer = sorted(rows(sentences.FIRST_PERSON, "Brun"), key=lambda a: a.within is None)
    assert inner.speaker == outer.speaker == ("p0",)
    assert inner.chain == ("Valley Post", "Brun", "Brun")


def test_no_actor_no_speaker():
    assert rows(sentences.SAID)[0].speaker == ()


def test_swapped_names_swap_the_rows_and_change_nothing_else():
    document, analysis = read(sentences.TWO)
    swapped, other = read(sentences.TWO.replace("Brun", "#").replace("Costa", "Brun").replace("#", "Costa"))
    names = {"Brun": "Costa", "Costa": "Brun"}
    plain = [(names[document.words(s.source)], s.made_by) for s in read_statements(document, analysis)]
    assert plain == [(swapped.words(s.source), s.made_by) for s in read_statements(swapped, other)]


def test_a_quotation_without_a_cue_is_the_last_quoted_speakers():
    document, analysis = read(sentences.WENT_ON)
    brun = actor(document, "p0", "Brun")
    first = Statement(
        source=(at(document, "Brun"),), cue=(at(document, "said"),), content=(at(document, "“It rained,”"),),
        cue_lemma="say", made_by="test",
    )  # fmt: skip
    second = Statement(content=(at(document, "“It snowed.”"),), made_by="test")
    found = read_attributions(document, analysis, [first, second], [brun])
    assert [a.speaker for a in found] == [("p0",), ("p0",)]
    assert [a.anonymity for a in found] == ["named", "named"]
    assert read_attributions(document, analysis, [second], [brun])[0].speaker == ()


def test_the_encoder_and_the_rules_weigh_a_stance_together():
    document, analysis = read(sentences.SAID)
    (plain,) = read_statements(document, analysis)
    sure = {"assert": -9.0, "deny": -0.01}
    told = replace(plain, stances=sure)
    assert read_attributions(document, analysis, [plain], [])[0].stance == "assert"
    assert read_attributions(document, analysis, [told], [])[0].stance == "deny"
