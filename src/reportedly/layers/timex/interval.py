"""What days a TIMEX3 value covers: a pure function from a value to the first day, the last day and the unit.

In: a value as the rules make it. Out: an `Interval`, empty where the value names no days: a length, a set, `PAST_REF`, a
year that is not known (`XXXX-03-05`), a day that is none. A season is that of the northern calendar, as TIMEX3 writes
it: three whole months, and winter bears the year in which it begins.
"""

import re
from datetime import date
from typing import NamedTuple

from reportedly.layers.timex import calendar

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which TIMEX3's season begins, in the meteorologist's reckoning of the northern half of the earth."""

FORMS = {
    "day": r"(\d{4})-(\d\d)-(\d\d)",
    "time": r"(\d{4})-(\d\d)-(\d\d)T.*",
    "week": r"(\d{4})-W(\d\d)",
    "weekend": r"(\d{4})-W(\d\d)-WE",
    "weekday": r"(\d{4})-W(\d\d)-([1-7])",
    "month": r"(\d{4})-(\d\d)",
    "quarter": r"(\d{4})-Q([1-4])",
    "season": r"(\d{4})-(SP|SU|FA|WI)",
    "half_year": r"(\d{4})-H([12])",
    "year": r"(\d{4})",
    "decade": r"(\d{3})X?",
    "century": r"(\d{2})(?:XX)?",
}


LENGTHS = {
    "D": "day", "NI": "day", "WE": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade",
    "CE": "century",
}  # fmt: skip


class Interval(NamedTuple):
    """The first and the last day, both included, and the unit that is named; all None where no days are known."""

    begin: date | None = None
    end: date | None = None
    precision: str | None = None


NONE = Interval()


def interval(value: str) -> Interval:
    """The days that a TIMEX3 value of type DATE or TIME covers; `NONE` for any other text. It raises nothing."""
    for form, pattern in FORMS.items():
        if found := re.fullmatch(pattern, value, re.ASCII):
            return _covered(form, found.groups())
    return NONE


def covered(value: str, begin_point: str, end_point: str) -> Interval:
    """The days of a value; of a length those from the first of its begin point to the last of its end point, and the
    unit that it counts in. `NONE` where a point is not known or they run backwards."""
    if not (length := re.fullmatch(r"P(T?)[\dX.]+([A-Z]+)", value)):
        return interval(value)
    begin, end = interval(begin_point).begin, interval(end_point).end
    precision = "time" if length[1] else LENGTHS.get(length[2])
    return Interval(begin, end, precision) if precision and begin and end and begin <= end else NONE


def _covered(form: str, parts: tuple[str, ...]) -> Interval:
    if form in ("day", "time"):
        d = calendar.day(int(parts[0]), int(parts[1]), int(parts[2]))
        return Interval(d, d, form) if d else NONE
    if form in ("week", "weekend", "weekday"):
        return _of_week(form, parts)
    if form in ("decade", "century"):
        width = 10 if form == "decade" else 100
        first = int(parts[0]) * width
        return _months(max(1, first), 1, 12 * (first + width - max(1, first)), form)
    year = int(parts[0])
    if form == "year":
        return _months(year, 1, 12, form)
    if form == "month":
        return _months(year, int(parts[1]), 1, form)
    if form == "quarter":
        return _months(year, 3 * int(parts[1]) - 2, 3, form)
    if form == "half_year":
        return _months(year, 6 * int(parts[1]) - 5, 6, form)
    return _months(year, SEASONS[parts[1]], 3, form)


def _of_week(form: str, parts: tuple[str, ...]) -> Interval:
    try:
        monday = date.fromisocalendar(int(parts[0]), int(parts[1]), 1)
    except ValueError:
        return NONE
    first, last = {"week": (0, 6), "weekend": (5, 6)}.get(form) or (int(parts[2]) - 1,) * 2
    begin, end = calendar.plus(monday, first), calendar.plus(monday, last)
    return Interval(begin, end, "week" if form == "week" else "day") if begin and end else NONE


def _months(year: int, month: int, count: int, precision: str) -> Interval:
    """`count` whole months from `month` of `year` on."""
    begin = calendar.day(year, month, 1)
    last = month + count - 1
    end = calendar.month_end(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return Interval(begin, end, precision) if begin and end else NONE
