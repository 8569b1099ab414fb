"""The days that a TIMEX3 value covers: examples of every form, and what must hold for all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.layers.timex import calendar
from reportedly.layers.timex.interval import NONE, covered, interval
from reportedly.record.vocabulary import PRECISIONS

EXAMPLES = [
    ("2018-04-05", "2018-04-05", "2018-04-05", "day"),
    ("2018-04-05T09:30", "2018-04-05", "2018-04-05", "time"),
    ("2018-04-05TNI", "2018-04-05", "2018-04-05", "time"),
    ("2018-W01", "2018-01-01", "2018-01-07", "week"),
    ("2020-W53", "2020-12-28", "2021-01-03", "week"),
    ("2018-W03-WE", "2018-01-20", "2018-01-21", "day"),
    ("2018-W03-5", "2018-01-19", "2018-01-19", "day"),
    ("2016-02", "2016-02-01", "2016-02-29", "month"),
    ("2018-Q3", "2018-07-01", "2018-09-30", "quarter"),
    ("2018-SP", "2018-03-01", "2018-05-31", "season"),
    ("2018-WI", "2018-12-01", "2019-02-28", "season"),
    ("2018-H2", "2018-07-01", "2018-12-31", "half_year"),
    ("1997", "1997-01-01", "1997-12-31", "year"),
    ("199", "1990-01-01", "1999-12-31", "decade"),
    ("199X", "1990-01-01", "1999-12-31", "decade"),
    ("19", "1900-01-01", "1999-12-31", "century"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("00", "0001-01-01", "0099-12-31", "century"),
    ("99", "9900-01-01", "9999-12-31", "century"),
]
NOTHING = [
    "", "PAST_REF", "PRESENT_REF", "FUTURE_REF", "P3D", "PXM", "PT72H", "P1W", "XXXX-03-05", "XXXX-WXX-5", "2018-11-31",
    "2019-W53", "2018-13", "2018-00", "0000", "BC0044", "T09:00", "2018-03-XX", "2018-WXX", "9999-WI", "９９９９", "1997\n",
]  # fmt: skip


@pytest.mark.parametrize(("value", "begin", "end", "precision"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_a_value_covers_its_days(value, begin, end, precision):
    assert interval(value) == (date.fromisoformat(begin), date.fromisoformat(end), precision)


@pytest.mark.parametrize("value", NOTHING)
def test_what_names_no_days_covers_none(value):
    assert interval(value) == NONE


def test_a_length_between_two_values_runs_from_the_first_day_to_the_last():
    assert covered("P2Y", "2014", "2016-02") == (date(2014, 1, 1), date(2016, 2, 29), "year")
    assert covered("PT72H", "2018-01-01", "2018-01-04") == (date(2018, 1, 1), date(2018, 1, 4), "time")
    assert covered("P2Y", "2016", "2014") == NONE
    assert covered("P2Y", "", "2014") == NONE
    assert covered("2014", "", "") == interval("2014")


@given(st.dates())
def test_each_unit_that_a_day_lies_in_covers_it(day):
    values = [calendar.stepped(day, 0, unit) for unit in ("D", "NI", "W", "M", "Q", "Y", "DE", "CE")]
    for value in values:
        found = interval(value)
        if found != NONE:
            assert found.begin <= day <= found.end
            assert found.precision in PRECISIONS
    assert interval(values[0]) == (day, day, "day")


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)), st.sampled_from(["D", "W", "M", "Q", "Y"]))
def test_neighbouring_periods_touch_and_do_not_overlap(day, unit):
    one, next_one = interval(calendar.stepped(day, 0, unit)), interval(calendar.stepped(day, 1, unit))
    assert one.end + timedelta(1) == next_one.begin


@given(st.text(alphabet="0123456789XWQHSPUFATEINMO-:_", max_size=12))
def test_no_text_breaks_it_and_its_days_are_in_order(value):
    found = interval(value)
    assert found == NONE or (found.begin <= found.end and found.precision in PRECISIONS)


@given(st.dates(), st.integers(-40_000, 40_000))
def test_months_step_forth_and_back_to_the_same_month(day, months):
    there = calendar.plus_months(day, months)
    if there:
        back = calendar.plus_months(there, -months)
        assert (back.year, back.month) == (day.year, day.month)
        assert back.day <= day.day
