"""Each kind of value: what it takes, what it refuses in words, and that what is stored comes back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.document import Span
from reportedly.record import kinds
from reportedly.record.kinds import (
    CONFIDENCE,
    COUNTRY,
    DAY,
    FLAG,
    TIMEX,
    WORDS,
    WORDS_LIST,
    Choice,
    Choices,
    Number,
    Whole,
)


@st.composite
def words(draw) -> tuple[Span, ...]:
    """Spans in text order that do not overlap."""
    cuts = sorted(draw(st.sets(st.integers(0, 500), max_size=8)))
    return tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


@given(words())
def test_words_in_order_are_taken_and_come_back_from_the_store(spans):
    assert WORDS.check(spans) is None
    assert WORDS.restore(WORDS.store(spans)) == spans


@given(st.lists(words().filter(bool), max_size=4).map(tuple))
def test_lists_of_words_come_back_from_the_store(value):
    assert WORDS_LIST.check(value) is None
    assert WORDS_LIST.restore(WORDS_LIST.store(value)) == value


@pytest.mark.parametrize("wrong", [(Span(3, 3),), (Span(5, 2),), (Span(-1, 2),), (Span(4, 8), Span(6, 9)), "words"])
def test_words_that_are_empty_turned_round_or_overlapping_are_refused(wrong):
    assert WORDS.check(wrong)


@pytest.mark.parametrize(
    "value",
    ["2025", "2025-03", "2025-03-05", "2025-W10", "2025-Q1", "2025-SU", "199", "20", "XXXX-03", "2025-W10-WE", "2025-03-05T14:30",
     "2025-03-05TMO", "P42D", "PT36H", "P2Y", "PXD", "PTXH", "P1.5Y", "PAST_REF", "PRESENT_REF", "FUTURE_REF"],
)  # fmt: skip
def test_timex3_values_are_taken(value):
    assert TIMEX.check(value) is None


@pytest.mark.parametrize("value", ["yesterday", "2025-3-5", "2025/03/05", "P", "", "42D", "SOON_REF"])
def test_what_is_no_timex3_value_is_refused(value):
    assert TIMEX.check(value)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (COUNTRY, "QAT", "Qatar"),
        (DAY, date(2025, 3, 5), "2025-03-05"),
        (FLAG, False, 0),
        (CONFIDENCE, 0.93, 1.2),
        (Number(), 1600, True),
        (Whole(), 3, -1),
        (Choice(of=("a", "b")), "a", "c"),
        (Choices(of=("a", "b")), ("a", "b"), ("a", "c")),
    ],
)
def test_a_kind_takes_what_is_right_and_says_what_is_wrong(kind, right, wrong):
    assert kind.check(right) is None
    assert repr(wrong) in kind.check(wrong) or "vocabulary" in kind.check(wrong)


def test_a_whole_number_stays_whole_through_the_store():
    assert Number().restore(Number().store(48000)) == 48000
    assert isinstance(Number().restore(48000.0), int)
    assert Number().restore(12.5) == 12.5


def test_every_kind_describes_itself():
    found = [k for k in vars(kinds).values() if isinstance(k, kinds.Kind)]
    assert len(found) > 8
    assert all(k.describe() for k in found)
