"""The day of publication: printed, or reasoned out with its reasons in words, or unknown with what is missing."""

from datetime import date

import pytest

from reportedly.document import Basis
from reportedly.ingest.dateline import find_dateline
from reportedly.ingest.dates import Published, publication_day
from reportedly.ingest.text import from_text

BODY = "The army left Port Olm, the ministry said on Wednesday."
PAST = "The war began in October 2029."


def day(dateline: str, *paragraphs: str, not_after: date | None = None, printed: tuple[str, ...] = ()) -> Published:
    lead = f"{dateline} {paragraphs[0] if paragraphs else ''}"
    return publication_day([lead, *paragraphs[1:]], find_dateline(lead), printed, not_after)


def test_a_dateline_with_its_year_is_the_day() -> None:
    found = day("PORT OLM, March 5, 2031 (XNA) --", BODY)
    assert (found.day, found.basis) == (date(2031, 3, 5), Basis.DATELINE)


def test_a_weekday_and_a_past_month_give_the_year() -> None:
    found = day("PORT OLM, March 5 (XNA) --", BODY, PAST)
    assert (found.day, found.basis) == (date(2031, 3, 5), Basis.INFERRED)
    for reason in ("March 5 without a year", "“on Wednesday”", "October 2029 as past", "2031 is the first"):
        assert reason in found.reasons


def test_a_weekday_beside_the_day_is_enough_with_a_past_month() -> None:
    found = day("PORT OLM, Wednesday, March 5 (XNA) --", "It rained.")
    assert found.day is None
    assert day("PORT OLM (XNA), March 5 --", BODY).day is None
    text = "The army left on Wednesday, March 5. It rained on Monday."
    assert day("PORT OLM, March 5 (XNA) --", text, PAST).day == date(2031, 3, 5)


@pytest.mark.parametrize(
    "future",
    [
        "Veska will be neutral by 2045.",
        "The plan calls for neutrality in 2045.",
        "The minister said the election in June 2045 would be free.",
        "The treaty was extended until 2045.",
        "It runs from 2031 to 2045.",
        "Some 2045 people were counted.",
        "Flat 2045 was burned.",
    ],
)
def test_a_year_to_come_is_no_past(future: str) -> None:
    assert day("PORT OLM, March 5 (XNA) --", BODY, PAST, future).day == date(2031, 3, 5)
    assert day("PORT OLM, March 5 (XNA) --", BODY, future).day is None


@pytest.mark.parametrize(
    ("paragraphs", "missing"),
    [
        ((BODY,), "no year that the text speaks of as past"),
        (("It rained.", PAST), "no weekday"),
        ((BODY, "The old treaty was signed in 1986."), "no year soon after"),
        ((BODY, "It had rained on Monday.", PAST), "no weekday"),
        ((BODY.replace("Wednesday", "Friday"), PAST), "no year soon after"),
    ],
)
def test_what_the_text_does_not_settle_stays_unknown(paragraphs: tuple[str, ...], missing: str) -> None:
    found = day("PORT OLM, March 5 (XNA) --", *paragraphs)
    assert (found.day, found.basis) == (None, None)
    assert missing in found.reasons


def test_two_bounds_that_leave_one_year_give_it() -> None:
    found = day("PORT OLM, March 5 (XNA) --", "It rained.", PAST, not_after=date(2030, 8, 1))
    assert (found.day, found.basis) == (date(2030, 3, 5), Basis.INFERRED)
    assert "2030 alone" in found.reasons
    assert day("PORT OLM, March 5 (XNA) --", "It rained.", not_after=date(2030, 8, 1)).day is None


def test_a_day_after_the_article_was_found_is_not_its_day() -> None:
    found = day("PORT OLM, March 5, 2031 (XNA) --", not_after=date(2030, 8, 1))
    assert found.day is None
    assert "2030-08-01" in found.reasons


@pytest.mark.parametrize("printed", ["November 31", "Feb. 30, 2031", "March 5, 2999"])
def test_a_day_that_is_in_no_calendar_is_none(printed: str) -> None:
    found = day(f"PORT OLM, {printed} (XNA) --", BODY, PAST)
    assert found.day is None
    assert printed in found.reasons


def test_a_weekday_that_the_day_was_not_leaves_it_unknown() -> None:
    found = day("PORT OLM, Monday, March 5, 2031 (XNA) --", BODY)
    assert found.day is None
    assert "Wednesday" in found.reasons


def test_a_leap_day_is_only_in_leap_years() -> None:
    assert day("PORT OLM, Feb. 29 (XNA) --", BODY.replace("Wednesday", "Sunday"), "It began in June 2031.").day == date(
        2032, 2, 29
    )


def test_lines_that_say_when_it_was_put_up() -> None:
    assert day("It rained.", printed=("Published: 5 March 2031 | Updated: 7 March 2031",)).day == date(2031, 3, 5)
    assert day("It rained.", printed=("Updated March 7, 2031",)).day == date(2031, 3, 7)
    assert day("It rained.", printed=("2031-03-05",)).day == date(2031, 3, 5)
    assert day("It rained.", printed=("5 March 2031", "6 March 2031")).day is None
    assert day("It rained.", printed=("Published on 31 November 2031",)).day is None


def test_may_is_also_a_verb_and_march_a_walk() -> None:
    assert day("Veska may 5 times deny it.", BODY, PAST).day is None
    assert find_dateline("They march 5 miles (AP) --") is None


def test_no_dateline_says_what_is_missing() -> None:
    assert from_text("The army left Port Olm on Wednesday. The war began in October 2029.").metadata.reasons != ""


def test_time_is_linear() -> None:
    from time import perf_counter

    begin = perf_counter()
    day("PORT OLM, March 5 (XNA) --", "in 2029 it rained " * 20_000, "May " * 20_000, "(" * 50_000, "Monday " * 20_000)
    assert perf_counter() - begin < 10
