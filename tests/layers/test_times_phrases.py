"""What a time's words mean: phrases with the day of publication and the TIMEX3 value, read without a parse.

Tests of tense build their parse by hand, in `test_times.py`.
"""

import pytest

from plain import plain
from reportedly.layers.times import read_times

WEDNESDAY = "2025-03-05"
PHRASES = [
    # days
    ("on October 7, 2023", WEDNESDAY, "2023-10-07"),
    ("on 7 October 2023", WEDNESDAY, "2023-10-07"),
    ("on the 7th of October 2023", WEDNESDAY, "2023-10-07"),
    ("on Oct. 7, 2023", WEDNESDAY, "2023-10-07"),
    ("on March 4", WEDNESDAY, "2025-03-04"),
    ("on 4 March", WEDNESDAY, "2025-03-04"),
    ("on December 30", WEDNESDAY, "2024-12-30"),
    ("by March 31", WEDNESDAY, "2025-03-31"),
    ("on 2018-04-05", WEDNESDAY, "2018-04-05"),
    ("on 10/26/1989", WEDNESDAY, "1989-10-26"),
    ("on 31 November", WEDNESDAY, None),
    ("on 10/11/1989", WEDNESDAY, None),
    ("on New Year's Eve", WEDNESDAY, "2024-12-31"),
    ("at Christmas", WEDNESDAY, "2024-12-25"),
    ("today", WEDNESDAY, "2025-03-05"),
    ("yesterday", WEDNESDAY, "2025-03-04"),
    ("tomorrow", WEDNESDAY, "2025-03-06"),
    ("the day before yesterday", WEDNESDAY, "2025-03-03"),
    ("last night", WEDNESDAY, "2025-03-04TNI"),
    ("this morning", WEDNESDAY, "2025-03-05TMO"),
    ("on Wednesday", WEDNESDAY, "2025-03-05"),
    ("on Tuesday", WEDNESDAY, "2025-03-04"),
    ("on Thursday", WEDNESDAY, "2025-02-27"),
    ("last Wednesday", WEDNESDAY, "2025-02-26"),
    ("next Wednesday", WEDNESDAY, "2025-03-12"),
    ("on Monday night", WEDNESDAY, "2025-03-03TNI"),
    ("at 9 a.m. today", WEDNESDAY, "2025-03-05T09:00"),
    ("at 10:30 p.m. on Tuesday", WEDNESDAY, "2025-03-04T22:30"),
    ("at 0210 GMT", WEDNESDAY, "2025-03-05T02:10"),
    # weeks, months, seasons, quarters, years
    ("last week", WEDNESDAY, "2025-W09"),
    ("next week", WEDNESDAY, "2025-W11"),
    ("last weekend", WEDNESDAY, "2025-W09-WE"),
    ("this month", WEDNESDAY, "2025-03"),
    ("last month", WEDNESDAY, "2025-02"),
    ("early last month", WEDNESDAY, "2025-02"),
    ("last year", WEDNESDAY, "2024"),
    ("in January", WEDNESDAY, "2025-01"),
    ("in October", WEDNESDAY, "2024-10"),
    ("in early March", WEDNESDAY, "2025-03"),
    ("in October 2023", WEDNESDAY, "2023-10"),
    ("last summer", WEDNESDAY, "2024-SU"),
    ("in the summer of 2017", WEDNESDAY, "2017-SU"),
    ("in the third quarter of 2018", WEDNESDAY, "2018-Q3"),
    ("in the fourth quarter", WEDNESDAY, "2024-Q4"),
    ("in the first half of 2018", WEDNESDAY, "2018-H1"),
    ("in 1997", WEDNESDAY, "1997"),
    ("since 2016", WEDNESDAY, "2016"),
    ("in the 1990s", WEDNESDAY, "199"),
    ("in the late 1980s", WEDNESDAY, "198"),
    ("in the 19th century", WEDNESDAY, "18"),
    ("by the end of the year", WEDNESDAY, "2025"),
    # so long ago
    ("seven years ago", "2018-04-01", "2011"),
    ("a week ago", "2018-04-05", "2018-W13"),
    ("two months ago", WEDNESDAY, "2025-01"),
    ("three days ago", WEDNESDAY, "2025-03-02"),
    ("a decade ago", WEDNESDAY, "201"),
    ("years ago", WEDNESDAY, "PAST_REF"),
    # lengths and what comes again
    ("for three days", WEDNESDAY, "P3D"),
    ("in the past three days", WEDNESDAY, "P3D"),
    ("for at least 72 hours", WEDNESDAY, "PT72H"),
    ("a 42-day truce", WEDNESDAY, "P42D"),
    ("for six and a half years", WEDNESDAY, "P6.5Y"),
    ("for half an hour", WEDNESDAY, "PT30M"),
    ("for several months", WEDNESDAY, "PXM"),
    ("a decades-long feud", WEDNESDAY, "PXDE"),
    ("over the past year", WEDNESDAY, "P1Y"),
    ("daily", WEDNESDAY, "P1D"),
    ("every day", WEDNESDAY, "P1D"),
    ("twice a week", WEDNESDAY, "P1W"),
    ("every Friday", WEDNESDAY, "XXXX-WXX-5"),
    # now, then, later
    ("now", WEDNESDAY, "PRESENT_REF"),
    ("recently", WEDNESDAY, "PAST_REF"),
    ("over recent weeks", WEDNESDAY, "PAST_REF"),
    ("soon", WEDNESDAY, "FUTURE_REF"),
    ("in the coming weeks", WEDNESDAY, "FUTURE_REF"),
    # without a day of publication
    ("on Wednesday", None, None),
    ("last month", None, None),
    ("yesterday", None, None),
    ("two years ago", None, None),
    ("on March 5", None, "XXXX-03-05"),
    ("on 31 November", None, None),
    ("in October 2023", None, "2023-10"),
    ("for three days", None, "P3D"),
    ("recently", None, "PAST_REF"),
    # the calendar's ends
    ("ten years ago", "0005-01-01", None),
    ("next century", "9990-01-01", None),
]


@pytest.mark.parametrize(("phrase", "published", "value"), PHRASES, ids=[f"{p[0]} ({p[1]})" for p in PHRASES])
def test_a_phrase_has_its_value(phrase, published, value):
    document, analysis = plain(f"The envoys said it {phrase} .", published)
    assert [r.value for r in read_times(document, analysis)] == [value]


@pytest.mark.parametrize(
    ("phrase", "mod"),
    [
        ("early last month", "START"),
        ("in late 1997", "END"),
        ("in mid-October 2023", "MID"),
        ("for about three days", "APPROX"),
        ("for more than three days", "MORE_THAN"),
        ("for at least three days", "EQUAL_OR_MORE"),
        ("for up to three days", "EQUAL_OR_LESS"),
    ],
)
def test_a_modifier_is_part_of_the_words_and_sets_the_mod(phrase, mod):
    document, analysis = plain(f"The envoys said it {phrase} .", WEDNESDAY)
    assert [r.mod for r in read_times(document, analysis)] == [mod]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on the city.",
        "Rebels march to Varn.",
        "Theresa May said so.",
        "The shop is open 24/7.",
        "It was Friday the 13th.",
        "The Sunday Times said so.",
        "The 21-year-old was there.",
        "He was 30 years old.",
        "They counted 2000 soldiers.",
        "He was in his twenties.",
        "It was the second time.",
        "They won 10:3 there.",
        "They paid $1997 there.",
        "They are the spring of hope.",
    ],
)
def test_words_that_only_look_like_times_are_none(text):
    document, analysis = plain(text, WEDNESDAY)
    assert [document.words(r.words) for r in read_times(document, analysis)] == []


def test_the_preposition_is_no_part_of_a_time():
    document, analysis = plain("The envoys said it on Wednesday in October.", WEDNESDAY)
    assert [document.words(r.words) for r in read_times(document, analysis)] == ["Wednesday", "October"]


def test_the_attacks_of_2001_have_their_day():
    document, analysis = plain("It was the worst since 9/11.", WEDNESDAY)
    assert [r.value for r in read_times(document, analysis)] == ["2001-09-11"]
