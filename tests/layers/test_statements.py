"""Statements by cue verbs, phrases, nouns, adjectives, hedges and colons: what each sentence must give."""

import attribution_sentences as sentences
import pytest
from naming_sentences import read

from reportedly.layers.statements import read_statements


def rows(sentence):
    """Source, cue and content of each statement, in words."""
    document, analysis = read(sentence)
    found = read_statements(document, analysis)
    return [(document.words(s.source), document.words(s.cue), document.words(s.content)) for s in found]


def test_a_source_keeps_its_apposition_and_a_content_loses_its_complementiser():
    assert rows(sentences.SAID) == [("Ana Brun, the minister", "said", "the dam had failed")]


def test_a_cue_may_stand_behind_its_content_and_a_second_one_shares_its_source():
    assert rows(sentences.AFTERWARDS) == [
        ("the ministry", "said", "The dam held"),
        ("the ministry", "adding", "nobody was hurt"),
    ]


def test_a_relative_pronoun_is_a_piece_of_the_source_behind_the_noun_that_it_stands_for():
    assert rows(sentences.RELATIVE) == [("Ana Brun … who", "said", "the dam had failed")]


def test_a_paper_says_what_it_alleges():
    assert rows(sentences.REPORT)[0] == ("A report", "alleging", "the dam failed")


def test_an_accusation_keeps_its_preposition_and_a_demand_the_one_who_is_to_act():
    assert rows(sentences.URGED) == [
        ("The union", "accused", "of fraud"),
        ("The union", "urged", "it to resign"),
    ]


def test_an_intention_is_an_infinitive():
    assert rows(sentences.VOWED) == [("The rebels", "vowed", "to hold the dam")]


def test_a_cue_has_its_auxiliaries_and_negation():
    assert rows(sentences.NOT_DENIED) == [("The envoy", "has not denied", "she met the rebels")]


def test_a_refusal_to_say_is_one_row():
    assert rows(sentences.REFUSED) == [("The ministry", "declined", "to confirm that the dam failed")]


def test_a_passive_without_an_agent_has_no_source_and_its_subject_is_content():
    assert rows(sentences.BELIEVED) == [("", "are believed", "The rebels … to hold ten villages")]


def test_according_to_gives_the_clause_that_it_stands_in():
    assert rows(sentences.ACCORDING) == [("two officials", "according to", "The dam failed at night")]


def test_a_hedge_has_no_source():
    assert rows(sentences.HEDGE) == [("", "reportedly", "The dam … failed on Monday")]


def test_a_noun_is_a_cue_and_its_owner_the_source():
    assert rows(sentences.CLAIM) == [("The ministry's", "claim", "the dam held")]


def test_what_is_unclear_has_no_source():
    assert rows(sentences.UNCLEAR) == [("", "was unclear", "whether the dam would hold")]


def test_a_dateline_is_no_part_of_a_source():
    assert rows(sentences.DATELINE) == [("The ministry", "said", "the dam held")]


def test_a_headline_with_a_colon_is_a_statement():
    assert rows(sentences.HEADLINE) == [("Brun", ":", "The dam will hold")]


def test_a_turn_of_a_transcript_is_a_statement():
    assert rows(sentences.TURN) == [("BRUN", ":", "The dam will hold this year")]


def test_an_act_and_a_speech_without_content_are_none():
    assert rows(sentences.PLAIN) == []


@pytest.mark.parametrize(("sentence", "outer"), [(sentences.CITING, "reported"), (sentences.QUOTED, "quoted")])
def test_what_a_medium_hands_on_is_a_row_of_the_one_whom_it_cites(sentence, outer):
    document, analysis = read(sentence)
    first, second = read_statements(document, analysis)
    assert document.words(first.cue) == outer
    assert second.content == first.content
    assert (first.cited_by, second.cited_by) == (None, 0)
