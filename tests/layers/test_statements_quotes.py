"""Statements by quotation marks: where a quotation's cue stands, and how far it runs."""

import attribution_sentences as sentences
from naming_sentences import read
from test_statements import rows

from reportedly.layers.statements import read_statements


def test_a_cue_with_a_colon_stands_before_its_quotation():
    assert rows(sentences.BEFORE) == [("Ana Brun", "said", '"The dam broke at night."')]


def test_a_quotation_around_its_cue_is_one_content_in_two_pieces():
    assert rows(sentences.AROUND) == [("Brun", "told", '"The dam broke," … "and we ran."')]


def test_a_quotation_that_follows_at_once_runs_on():
    assert rows(sentences.RUNS_ON) == [("Ana Brun", "said", '"It rained," … "The dam broke. We ran."')]


def test_a_quotation_with_a_cue_of_its_own_does_not_run_on():
    assert rows(sentences.TWO) == [("Brun", "said", '"It rained,"'), ("Costa", "replied", '"It did not,"')]


def test_a_clause_that_is_partly_quoted_is_one_content():
    assert rows(sentences.SCARE) == [("Brun", "claimed", 'the dam "has the strength of a castle."')]


def test_a_title_in_quotation_marks_is_no_speech_of_its_own():
    assert rows(sentences.TITLE) == [("Brun", "said", 'The minister appeared on "Meet the Valley,"')]


def test_a_text_of_quotation_marks_alone_gives_nothing():
    document, analysis = read('"_ " PUNCT/`` punct 2 | " " PUNCT/`` ROOT 0')
    assert read_statements(document, analysis) == []
