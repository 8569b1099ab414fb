"""Days, weeks, months and years as TIMEX3 writes them, and how to step between them. Pure functions of dates."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

LATEST = date(9999, 12, 31)
FAR_PAST, SOON = 300, 65
"""Days. A day of the month whose last return lies further back than the first and whose next is nearer than the
second is the coming one, whatever the tense, and the other way round: news names a day without its year when it is near. Not tuned."""


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where there is none, as for 31 November."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def month_end(year: int, month: int) -> date | None:
    """The last day of a month, or None beyond the calendar."""
    return day(year, month, monthrange(year, month)[1]) if 1 <= year <= 9999 and 1 <= month <= 12 else None


def plus_months(start: date, months: int) -> date | None:
    """The same day so many months later, or the last day of that month where it is shorter; None beyond the calendar."""
    year, month = start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1
    return day(year, month, start.day) or month_end(year, month)


def plus(start: date, days: int) -> date | None:
    """The day so many days later, or None beyond the calendar's ends."""
    return start + timedelta(days) if -start.toordinal() < days <= LATEST.toordinal() - start.toordinal() else None


def week(d: date) -> str:
    """The ISO week of a day, as `2018-W13`."""
    year, number, _ = d.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(year: int, number: int) -> str:
    """A month; `number` may run beyond 1 to 12, into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{year:04d}-{number:02d}" if 1 <= year <= 9999 else ""


def quarter(year: int, number: int) -> str:
    """A quarter; `number` may run beyond 1 to 4."""
    return f"{year + (number - 1) // 4:04d}-Q{(number - 1) % 4 + 1}"


def quarter_of(d: date) -> int:
    """The quarter that a day lies in, 1 to 4."""
    return (d.month + 2) // 3


def stepped(d: date, steps: int, unit: str) -> str:
    """The period of TIMEX3's `unit` that lies `steps` from the one that `d` is in; empty beyond the calendar."""
    if unit in ("D", "W", "WE", "2W", "NI"):
        there = plus(d, steps * {"D": 1, "NI": 1, "2W": 14}.get(unit, 7))
        if there is None:
            return ""
        if unit in ("W", "2W"):
            return week(there)
        return week(there) + "-WE" if unit == "WE" else there.isoformat() + ("TNI" if unit == "NI" else "")
    if unit == "M":
        return month(d.year, d.month + steps)
    if unit == "Q":
        return quarter(d.year, quarter_of(d) + steps)
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if years is None or not 1 <= d.year + steps * years <= 9999:
        return ""
    year = f"{d.year + steps * years:04d}"
    return year[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def weekday(d: date, number: int, forward: bool) -> date | None:
    """The nearest day with weekday `number` (0 is Monday) on or after `d`, or on or before it."""
    gap = (number - d.weekday()) % 7 if forward else -((d.weekday() - number) % 7)
    return plus(d, gap)


def nth_weekday(year: int, month: int, number: int, nth: int) -> date | None:
    """The nth day of a month with weekday `number` (0 is Monday); the last one for -1."""
    if nth > 0:
        first = day(year, month, 1)
        start = weekday(first, number, forward=True) if first else None
        return plus(start, 7 * (nth - 1)) if start else None
    last = month_end(year, month)
    return weekday(last, number, forward=False) if last else None


def nearest(published: date, days: Iterable[date | None], tense: str) -> date | None:
    """Which of some days is meant, none more than about a year away: by tense, or else the nearest to publication."""
    there = sorted(d for d in days if d is not None)
    before, after = [d for d in there if d <= published], [d for d in there if d >= published]
    if not before or not after:
        return before[-1] if before else after[0] if after else None
    back, ahead = (published - before[-1]).days, (after[0] - published).days
    if tense == "future" and not (ahead > FAR_PAST and back < SOON):
        return after[0]
    if tense == "past" and not (back > FAR_PAST and ahead < SOON):
        return before[-1]
    return before[-1] if back <= ahead else after[0]


def nearest_year(published: date, number: int, day_number: int, tense: str) -> int | None:
    """The year of a day that the text names without one."""
    found = nearest(published, (day(published.year + step, number, day_number) for step in (-1, 0, 1)), tense)
    return found.year if found else None
