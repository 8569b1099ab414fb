"""Sentence limits survive quotations and abbreviations: rules over words, no model."""

import pytest

from reportedly.language.sentences import sentence_starts


def cut(text: str) -> list[str]:
    """The sentences of `text`, whose tokens are parted by blanks; `<` and `>` are marks that open and close."""
    words = text.split()
    opening = {i for i, w in enumerate(words) if w == "<"}
    closing = {i for i, w in enumerate(words) if w == ">"}
    starts = [i for i, begins in enumerate(sentence_starts(words, opening, closing, 100)) if begins]
    return [" ".join(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "< Will you come ? > he asked .",
        "< We won ! > President Ana Veska said .",
        "< We go . > said the minister .",
        "< We go , > She said .",
        "The U.S. Treasury paid .",
        "Gen. Olm met Lt. Col. Rahn and Dr . Teel .",
        "They met J. R. Olm in No. 5 and Sen. Rahn at 5 p.m. Monday .",
        "It fell on Jan. 5 and ended .",
        "He ran ( slowly ) .",
        "The plan … was his .",
        "< It is ... I do not know . >",
    ],
)
def test_what_goes_on_is_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("He left . She stayed .", "She stayed ."),
        ("< We go . > She stayed .", "She stayed ."),
        ("< We go . > < We win . >", "< We win . >"),
        ("He lives in the U.S. The army left .", "The army left ."),
        ("It was vitamin C. He knew .", "He knew ."),
        ("( He ran . ) She stayed .", "She stayed ."),
        ("Will he come ? Nobody knows .", "Nobody knows ."),
        ("He fell . al-Rahn said so .", "al-Rahn said so ."),
        ("They were 12 . 5 of them left .", "5 of them left ."),
    ],
)
def test_a_full_stop_ends_a_sentence(text: str, second: str) -> None:
    assert cut(text)[1:] == [second]


def test_a_closing_mark_never_begins_a_sentence() -> None:
    assert cut("< He left . > ) .")[1:] == []


def test_a_sentence_without_end_is_cut() -> None:
    assert len(cut("word " * 250)) == 3
