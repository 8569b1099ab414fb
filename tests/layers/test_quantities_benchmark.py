"""The benchmark of figures: its data is well formed, and what it calls right is right."""

from collections import Counter

import pytest

import quantities
from quantities import BadInput, Counted, Phrase, lookalikes, outcome, phrases
from reportedly.document import Span

TEXT = "The raid killed at least 15 people and wounded 30 in Hesk."


def row(words: str, low, high, approximate=False, unit=None) -> Counted:
    start = TEXT.find(words)
    return Counted(low, high, approximate, unit, (Span(start, start + len(words)),), words)


PHRASE = Phrase("open", "bound-low", TEXT, "at least 15", approximate=False, low=15)


def test_both_halves_hold_150_phrases_of_the_same_families():
    halves = {s: Counter(p.family for p in phrases() if p.split == s) for s in quantities.SPLITS}
    assert {s: half.total() for s, half in halves.items()} == {"open": 150, "held": 150}
    assert halves["open"] == halves["held"]


def test_no_sentence_is_there_twice():
    texts = [*(p.text for p in phrases()), *(t for _, t in lookalikes()), *(b.text for b in quantities.inputs())]
    assert [t for t, n in Counter(texts).items() if n > 1] == []
    assert (len(lookalikes()), len(quantities.inputs())) == (120, 60)


@pytest.mark.parametrize("phrase", phrases(), ids=lambda p: f"{p.split} {p.words}")
def test_a_phrase_stands_once_in_a_news_sentence_and_has_a_range(phrase):
    assert phrase.text.count(phrase.words) == 1
    assert 8 <= len(phrase.text.split()) <= 25
    assert (phrase.low, phrase.high) != (None, None)
    assert None in (phrase.low, phrase.high) or phrase.low <= phrase.high
    assert phrase.unit is None or phrase.unit in {"percent", "USD", "EUR", "GBP", "JPY", "CHF", *quantities.LENGTHS}


@pytest.mark.parametrize("bad", quantities.inputs(), ids=lambda b: f"{b.kind} {b.text[:20]}")
def test_a_bad_input_has_a_rule_and_its_reading_keeps_it(bad):
    assert bad.never or bad.has_reading or bad.empty
    assert bad.text.count(bad.words) == 1 or not bad.words
    assert not {bad.low, bad.high} & set(bad.never)
    reading = Counted(bad.low, bad.high, False, None, (), "")
    assert bad.allows(reading)


def test_the_row_that_shares_most_characters_reads_the_phrase():
    at_least, bare, other = row("at least 15 people", 15, None), row("15 people", 15, 15), row("30", 30, 30)
    assert outcome(PHRASE, [other, bare, at_least]).whole
    assert not outcome(PHRASE, [other, bare]).value
    assert outcome(PHRASE, [other]).row is None


def test_of_two_that_share_as_much_the_shorter_reads_it():
    short, long = row("at least 15", 15, None), row("killed at least 15 people", 0, None)
    assert outcome(PHRASE, [long, short]).row == short


def test_right_is_the_range_and_whole_is_the_rest_too():
    rough = outcome(PHRASE, [row("at least 15 people", 15, None, approximate=True)])
    assert (rough.value, rough.approximate, rough.whole) == (True, False, False)
    money = outcome(PHRASE, [row("at least 15 people", 15, None, unit="USD")])
    assert (money.value, money.unit, money.whole) == (True, False, False)


@pytest.mark.parametrize(
    ("wanted", "found", "is_same"),
    [
        ((2, 2, "week"), (14, 14, "day"), True),
        ((1.5, 1.5, "year"), (18, 18, "month"), True),
        ((18, 18, "month"), (540, 540, "day"), False),
        ((10, None, "day"), (10, None, "day"), True),
        ((10, None, "day"), (10, 10, "day"), False),
        ((50, 50, "percent"), (0.5, 0.5, "percent"), False),
    ],
)
def test_lengths_of_time_are_compared_in_whatever_unit(wanted, found, is_same):
    assert quantities.same(wanted, found) is is_same


@pytest.mark.parametrize(
    ("bad", "value", "is_allowed"),
    [
        (BadInput("", TEXT, empty=True), (15, None), False),
        (BadInput("", TEXT, empty=True), (None, None), True),
        (BadInput("", TEXT, never=(15,)), (15, 20), False),
        (BadInput("", TEXT, never=(15,)), (16, 20), True),
        (BadInput("", TEXT, low=15, high=15), (15, 15), True),
        (BadInput("", TEXT, low=15, high=15), (15, None), False),
        (BadInput("", TEXT, low=15, high=15, empty=True), (15, 15), True),
        (BadInput("", TEXT, never=(1,)), (20, 15), False),
        (BadInput("", TEXT, never=(1,)), (float("inf"), None), False),
        (BadInput("", TEXT, never=(1,)), (float("nan"), None), False),
    ],
)
def test_a_row_of_a_bad_input_keeps_its_rules(bad, value, is_allowed):
    assert bad.allows(row("at least 15", *value)) is is_allowed


def test_rules_are_about_the_rows_of_their_words():
    bad = BadInput("", TEXT, words="wounded 30", empty=True)
    assert bad.of([row("at least 15", 15, None), row("30", 30, 30)]) == [row("30", 30, 30)]


def test_rows_of_the_held_half_are_not_shown(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["quantities.py", "--split", "held", "--losses", "3"])
    with pytest.raises(SystemExit):
        quantities.main()
    assert "held half" in capsys.readouterr().err
    monkeypatch.setattr(quantities, "read_texts", lambda texts, processes: [()] * len(texts))
    assert quantities.measure_phrases("held")[1] == []
    assert len(quantities.measure_phrases("open")[1]) == 150
