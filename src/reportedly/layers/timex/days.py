"""Makers of days and of times of day: from a fit of a rule to what it says, counted from publication or a day named before.

A day that does not exist (31 November), whose figures could change places (11/02/89) or that hangs on an unknown day
has no value.
"""

import re
from datetime import date

from reportedly.layers.timex import calendar
from reportedly.layers.timex.feasts import holiday
from reportedly.layers.timex.rules import Fit
from reportedly.layers.timex.values import Here, Made, mods, number_of, part_suffix, year_of


def calendar_day(fit: Fit, here: Here) -> Made:
    """A month, a day of it or a part of that day, with or without its year."""
    found = _calendar_date(fit, here)
    if not fit["part"]:
        return found
    return Made("TIME", f"{found.value}{part_suffix(fit['part'])}" if found.day else "", found.mod)


def _calendar_date(fit: Fit, here: Here) -> Made:
    numbers, mod = number_of("months"), mods().get(fit["mod"], "")
    month_number = numbers[fit["month"]]
    day_number = int(re.sub(r"\D", "", fit["day"])) if fit["day"] else 0
    if fit["year"]:
        year: int | None = year_of(fit["year"])
    elif fit["untilyear"]:
        later = number_of("months")[fit["until"]] < month_number
        year = year_of(fit["untilyear"]) - later
    elif fit["yearsaid"] and here.published:
        year = here.published.year + {"last": -1, "next": 1}.get(fit["yearsaid"], 0)
    elif here.published is None:
        known = f"-{day_number:02d}" if day_number else ""
        exists = not day_number or calendar.day(2000, month_number, day_number)
        return Made("DATE", f"XXXX-{month_number:02d}{known}" if exists else "", mod)
    elif day_number:
        tense = {"last": "past", "next": "future"}.get(fit["which"], here.tense)
        year = calendar.nearest_year(here.published, month_number, day_number, tense)
    else:
        year = _year_of_month(fit, here, here.published, month_number)
    if year is None or not 1 <= year <= 9999:
        return Made("DATE", "", mod)
    if not day_number:
        return Made("DATE", calendar.month(year, month_number), mod)
    d = calendar.day(year, month_number, day_number)
    return Made("DATE", d.isoformat() if d else "", mod)


JUST_OVER = 2
"""Months. A month that was over so lately is not meant by its next return, whatever the tense. Not tuned."""


def _year_of_month(fit: Fit, here: Here, published: date, month_number: int) -> int:
    which = fit["which"]
    if which in ("last", "the previous", "this past"):
        return published.year - (month_number >= published.month)
    just_over = 0 < (published.month - month_number) % 12 <= JUST_OVER
    if which in ("next", "the following", "this coming") or (not which and here.tense == "future" and not just_over):
        later = month_number > published.month or (not which and month_number == published.month)
        return published.year + (not later)
    if which == "this":
        return published.year
    return published.year - (month_number > published.month)


def numeric(fit: Fit, here: Here) -> Made:
    """Figures alone; a day and a month that could change places have no value."""
    year = int(fit["year"])
    year += (2000 if year < 40 else 1900) if year < 100 else 0
    if fit["monthnumber"]:
        d = calendar.day(year, int(fit["monthnumber"]), int(fit["daynumber"]))
    else:
        one, two = int(fit["one"]), int(fit["two"])
        clear = one == two or one > 12 or two > 12
        d = (calendar.day(year, one, two) or calendar.day(year, two, one)) if clear else None
    return Made("DATE", d.isoformat() if d else "")


def _weekday(fit: Fit, here: Here) -> date | None:
    """The day that a weekday names. "Next Friday" on a Thursday is not tomorrow, nor "last Friday" on a Saturday
    yesterday: those have names of their own."""
    start, which = here.published, fit["which"]
    if which in ("the following", "the previous") and here.last_day:
        start = here.last_day
    if start is None:
        return None
    forward = which in ("next", "the following", "this coming") or (not which and here.tense == "future")
    if which == "this":
        forward = here.tense in ("future", "present")
    away = {"": 0, "this": 0, "last": 2, "next": 2}.get(which, 1)
    start = calendar.plus(start, away if forward else -away) or start
    return calendar.weekday(start, number_of("weekdays")[fit["weekday"]], forward)


def weekday(fit: Fit, here: Here) -> Made:
    """A weekday: the last one up to publication, or the next one where the clause speaks of what is to come."""
    d = _weekday(fit, here)
    kind = "TIME" if fit["part"] else "DATE"
    return Made(kind, d.isoformat() + part_suffix(fit["part"]) if d else "", mods().get(fit["mod"], ""))


STEPS = {
    "today": (0, ""), "yesterday": (-1, ""), "tomorrow": (1, ""), "tonight": (0, "TNI"), "this morning": (0, "TMO"),
    "this afternoon": (0, "TAF"), "this evening": (0, "TEV"), "last night": (-1, "TNI"), "last evening": (-1, "TEV"),
    "after tomorrow": (2, ""), "before yesterday": (-2, ""),
}  # fmt: skip


def deictic(fit: Fit, here: Here) -> Made:
    """Today, yesterday, tonight, counted from publication."""
    days, suffix = STEPS[fit["deictic"]]
    suffix = suffix or part_suffix(fit["part"])
    d = calendar.plus(here.published, days) if here.published else None
    return Made("TIME" if suffix else "DATE", d.isoformat() + suffix if d else "", mods().get(fit["mod"], ""))


def overnight(fit: Fit, here: Here) -> Made:
    """The night before publication, or the one to come."""
    days = 0 if here.tense == "future" else -1
    d = calendar.plus(here.published, days) if here.published else None
    return Made("TIME", d.isoformat() + "TNI" if d else "")


def same_day(fit: Fit, here: Here) -> Made:
    """The day that the text named last; "later in the day" without one is the day of publication."""
    d = here.last_day or (None if fit["part"] else here.published)
    return Made("TIME" if fit["part"] else "DATE", d.isoformat() + part_suffix(fit["part"]) if d else "")


def next_day(fit: Fit, here: Here) -> Made:
    """The day beside the one that the text named last, or a part of it."""
    step = -1 if (fit["step"] or fit["stepped"]) in ("previous", "before") else 1
    d = calendar.plus(here.last_day, step) if here.last_day else None
    kind = "TIME" if fit["part"] else "DATE"
    return Made(kind, d.isoformat() + part_suffix(fit["part"]) if d else "")


def week_of(fit: Fit, here: Here) -> Made:
    """The week that a day of the calendar lies in."""
    d = calendar_day(fit, here).day
    return Made("DATE", calendar.week(d) if d else "", mods().get(fit["mod"], ""))


def beside(fit: Fit, here: Here) -> Made:
    """The day before or after a weekday, a holiday or a day of the calendar."""
    base = weekday if fit["weekday"] else holiday if fit["holiday"] else calendar_day
    d = base(fit, here).day
    there = calendar.plus(d, -1 if fit["side"] == "before" else 1) if d else None
    return Made("DATE", there.isoformat() if there else "")


def clock(fit: Fit, here: Here) -> Made:
    """A time of day, on the day beside it, the day named just before, or that of publication."""
    if fit["military"]:
        at = f"{fit['military'][:2]}:{fit['military'][2:]}"
    elif fit["named"]:
        at = "24:00" if fit["named"] == "midnight" else "12:00"
    else:
        hour, half = int(fit["hour"]), fit["half"][:1]
        if hour > 23 or (half and not 1 <= hour <= 12):
            return Made("TIME")
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        at = f"{hour:02d}:{fit['minute'] or '00'}"
    d: date | None
    if fit["weekday"]:
        d = _weekday(fit, here)
    elif fit["month"]:
        d = calendar_day(fit, here).day
    elif fit["deictic"]:
        d = deictic(fit, here).day
    else:
        d = here.day_of_paragraph or here.published
    return Made("TIME", f"{d.isoformat()}T{at}" if d else f"T{at}", mods().get(fit["mod"], ""))
