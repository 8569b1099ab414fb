"""The analysis of a document through the shipped pipeline."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.errors import Misuse
from reportedly.language import analyse, pipeline_version


def document(*paragraphs: str, title: str = "", **metadata: object) -> Document:
    text, blocks = "", []
    for kind, words in [(BlockKind.TITLE, title)] * bool(title) + [(BlockKind.PARAGRAPH, p) for p in paragraphs]:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Document(text, tuple(blocks), Metadata(**metadata))  # type: ignore[arg-type]


def sentences(doc: Document) -> list[str]:
    a = analyse(doc)
    return [a.span(s.first, s.end).of(doc.text) for s in a.sentences]


def test_words_heads_and_names_are_taken_over() -> None:
    doc = document("Anna Larsen said on Monday that the army left Port Olm.", published=date(2031, 3, 5))
    a = analyse(doc)
    said = next(t for t in a.tokens if t.text == "said")
    assert (said.lemma, said.pos, said.head) == ("say", "VERB", said.index)
    assert [a.span(n.first, n.end).of(doc.text) for n in a.names if n.label == "PERSON"] == ["Anna Larsen"]
    assert a.pipeline == pipeline_version()


def test_quoted_questions_stay_with_their_speakers() -> None:
    doc = document('"Will the army come?" President Ana Veska asked. "It will," Gen. Olm told the U.S. envoy. He left.')
    assert sentences(doc) == [
        '"Will the army come?" President Ana Veska asked.',
        '"It will," Gen. Olm told the U.S. envoy.',
        "He left.",
    ]


def test_marks_without_blanks_are_tokens() -> None:
    a = analyse(document("He said “no,”she said “yes”—and left (XNA)-- fast."))
    words = [t.text for t in a.tokens]
    assert {"no", "she", "yes", "—", "XNA", ")", "--"} <= set(words)


def test_the_title_is_flagged_and_paragraphs_are_counted() -> None:
    a = analyse(document("The army left. It rained.", "Nobody spoke.", title="Army leaves Port Olm"))
    assert [(s.paragraph, s.is_title) for s in a.sentences] == [(0, True), (1, False), (1, False), (2, False)]


def test_the_dateline_stands_apart_from_the_first_sentence() -> None:
    text = "PORT OLM, March 5 (XNA) -- The army has left."
    doc = document(text, dateline=Span(0, len("PORT OLM, March 5")))
    assert sentences(doc) == ["PORT OLM, March 5 (XNA) --", "The army has left."]


def test_the_credit_of_an_agency_stands_apart_too() -> None:
    assert sentences(document("(Reuters) - The army has left.")) == ["(Reuters) -", "The army has left."]
    text = "Port Olm, SANA- The army has left."
    assert sentences(document(text, dateline=Span(0, len("Port Olm")))) == ["Port Olm, SANA-", "The army has left."]


def test_what_is_not_seen_is_within_words() -> None:
    doc = document("The gov\u00adern\u200bment \n  of\u00a0Olm\ud800 left\x00.")
    assert [t.text for t in analyse(doc).tokens][:3] == ["The", "gov\u00adern\u200bment", "of"]


def test_a_pipeline_that_is_not_here_is_refused_by_name() -> None:
    with pytest.raises(Misuse, match="en_core_web_none"):
        analyse(document("Rain."), pipeline="en_core_web_none")
    with pytest.raises(Misuse, match="install"):
        pipeline_version("no such thing; really")
    with pytest.raises(Misuse):
        pipeline_version("json")


def test_an_empty_document_has_an_empty_analysis() -> None:
    assert analyse(Document("")).tokens == ()
    assert analyse(document("\u200b\u200b")).sentences == ()


@pytest.mark.parametrize("unit", ["(", "((( ", "a-", "\u202e", ". ", '" ', "word "])
def test_hostile_paragraphs_take_linear_time(unit: str) -> None:
    analyse(document("Warm."))
    begin = time.perf_counter()
    analyse(document(unit * (8_000 // len(unit))))
    assert time.perf_counter() - begin < 20


def test_the_same_document_gives_the_same_analysis() -> None:
    doc = document("“We left,” Ana Veska said. “The army of Olm fired 20 shells.”", "It rained in Port Olm on Monday.")
    first = analyse(doc)
    analyse(document("Something else was said by Rahn."))
    assert analyse(doc) == first


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="aB.?\"'“”‘’ \n\u00a0\u200b\ud800\x00-—(1$", max_size=60), max_size=4))
def test_spans_give_their_words_and_sentences_tile_the_tokens(paragraphs: list[str]) -> None:
    doc = document(*paragraphs)
    a = analyse(doc)
    blocks = doc.body()
    last = 0
    for t in a.tokens:
        assert t.span.of(doc.text) == t.text != ""
        assert t.span.start >= last
        last = t.span.end
    at = 0
    for i, s in enumerate(a.sentences):
        assert (s.index, s.first) == (i, at)
        assert s.end > s.first
        at = s.end
        assert s.first <= s.root < s.end
        for t in a.in_sentence(s):
            assert t.sentence == i
            assert s.first <= t.head < s.end
            assert (t.head == t.index) == (t.index == s.root)
            assert blocks[s.paragraph].span.holds(t.span)
    assert at == len(a.tokens)
    for n in a.names:
        assert a.tokens[n.first].sentence == a.tokens[n.end - 1].sentence
