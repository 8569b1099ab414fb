"""Days of other calendars, and feasts that have another day each year. Pure functions of numbers and names.

In: a year, month and day of the Islamic or the Jewish calendar, or a feast of the knowledge file `times` and a year of our
own. Out: the day in the Gregorian calendar, or None where the calendar has no such day or the tables do not reach it.
The Islamic calendar is that of Umm al-Qura (`hijridate`, 1343 to 1500); where the new moon is looked for, months begin a day
earlier or later. Jewish days (`pyluach`) are named by their daylight. Easter is that of `dateutil`.
"""

import re
from datetime import date

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri
from pyluach.dates import HebrewDate

from reportedly.knowledge import load
from reportedly.layers.timex import calendar

RAMADAN = 9
EASTERS = range(1583, 4100)
"""The years whose Easter `dateutil` reckons."""


def hijri(year: int, month: int, day: int) -> date | None:
    """A day of the Islamic calendar."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """The first and the last day of a month of the Islamic calendar."""
    first, after = hijri(year, month, 1), hijri(year + month // 12, month % 12 + 1, 1)
    last = calendar.plus(after, -1) if after else None
    return (first, last) if first and last else None


def hijri_year(d: date) -> int | None:
    """The year of the Islamic calendar that a day lies in."""
    try:
        return Gregorian(d.year, d.month, d.day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def hebrew(year: int, month: int, day: int) -> date | None:
    """A day of the Jewish calendar; months count from Nisan, and Adar (12) of a leap year is its second."""
    try:
        if month == 12 and _is_leap(year):
            month = 13
        found: date = HebrewDate(year, month, day).to_pydate()
    except (ValueError, OverflowError):
        return None
    return found


def hebrew_month(year: int, month: int) -> tuple[date, date] | None:
    """The first and the last day of a month of the Jewish calendar."""
    first = hebrew(year, month, 1)
    for length in (30, 29):
        if first and (last := hebrew(year, month, length)):
            return first, last
    return None


def _is_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def feast(name: str, year: int) -> tuple[date, ...]:
    """The days on which a feast falls in a year of our own calendar: none, one, or two of a shorter year."""
    said = load("times")["feasts"][name]
    if "easter" in said:
        method = EASTER_ORTHODOX if said.get("orthodox") else EASTER_WESTERN
        found = [calendar.plus(easter(year, method), said["easter"])] if year in EASTERS else []
    elif "weekday" in said:
        found = [calendar.nth_weekday(year, said["month"], said["weekday"], said["nth"])]
    elif "hijri" in said:
        month, day = said["hijri"]
        found = [hijri(y, month, day) for y in _hijri_years(year)]
    elif "hebrew" in said:
        month, day = said["hebrew"]
        found = [hebrew(y, month, day) for y in (year + 3760, year + 3761)]
    else:
        found = [calendar.day(year, *said["day"])]
    return tuple(d for d in found if d and d.year == year)


def ramadans(year: int) -> tuple[tuple[date, date], ...]:
    """The first and last day of each Ramadan that begins in a year of our own calendar."""
    found = (hijri_month(y, RAMADAN) for y in _hijri_years(year))
    return tuple(pair for pair in found if pair and pair[0].year == year)


def _hijri_years(year: int) -> range:
    """The years of the Islamic calendar that touch a year of our own; none where the tables do not reach it."""
    first = hijri_year(date(year, 1, 1)) if 1 <= year <= 9999 else None
    return range(first, first + 3) if first else range(0)


def spelled(name: str) -> str:
    """A name of a feast or month as the knowledge file writes it: small, with plain hyphens and apostrophes."""
    return re.sub(r" ?['’]", "'", re.sub(r" ?[-–‑] ?", "-", name.lower()))
