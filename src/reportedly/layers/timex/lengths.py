"""Makers of lengths of time and of what comes again: from a fit of a rule to what it says.

A length that the words leave open counts `X`; one that the words fix in time, as "the past three days" do, has the
values that it begins and ends at, counted from publication, and none where that day is not known.
"""

from datetime import date

from reportedly.knowledge import load
from reportedly.layers.timex import calendar
from reportedly.layers.timex.days import calendar_day
from reportedly.layers.timex.rules import Fit
from reportedly.layers.timex.values import (
    BELOW_A_DAY,
    Here,
    Made,
    mods,
    number,
    number_of,
    part_suffix,
    unit_of,
    year_of,
)

LONGEST = 99
"""Years that a range of years may span; wider ones are other numbers. Not tuned."""
MONTHS = {"M": 1, "Q": 3, "3M": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS = {"D": 1, "NI": 1, "W": 7, "2W": 14}


def period_value(n: str, unit: str) -> str:
    """A length as TIMEX3 writes it: `P3D`, `PT2H`, `P6.5Y`; half an hour is thirty minutes."""
    if unit == "2W":
        return f"P{2 * int(n)}W" if n.isdecimal() else "PXW"
    if unit in ("DE", "CE") and n.isdecimal():
        return f"P{int(n) * (10 if unit == 'DE' else 100)}Y"
    if unit == "3M":
        return f"P{3 * int(n)}M" if n.isdecimal() else "PXM"
    if unit == "TH" and n.endswith(".5"):
        return f"PT{n.removesuffix('.5')}H30M" if n != "0.5" else "PT30M"
    if unit == "TM" and n.endswith(".5"):
        return f"PT{n.removesuffix('.5')}M30S"
    return f"PT{n}{unit[1:]}" if unit in BELOW_A_DAY else f"P{n}{unit}"


def duration(fit: Fit, here: Here) -> Made:
    """A length of time in a unit; fixed in time by "past", "next", "ended Sept. 30"."""
    unit = unit_of(fit["unit"] or fit["unithalf"])
    n = number(fit["n"]) if fit["n"] else "1"
    if "half" in fit.rule.name and n.isdecimal():
        n += ".5"
    mod = mods().get(fit["mod"] or fit["lead"], "")
    begin, end = _ends(fit, here, n, unit)
    return Made("DURATION", period_value(n, unit) if unit else "", mod, begin, end)


def _ends(fit: Fit, here: Here, n: str, unit: str) -> tuple[str, str]:
    """The values of the days that a length begins and ends at; empty where the words or an unknown day leave them open."""
    if fit["month"]:
        last = calendar_day(fit, here).day
        after = calendar.plus(last, 1) if last else None
        first = _moved(after, n, unit, -1) if after else None
        return (first.isoformat(), last.isoformat()) if first and last else ("", "")
    edge, published = fit["edge"], here.published
    back = edge in ("past", "last", "recent")
    ahead = edge in ("next", "coming") and here.tense != "past"
    if published is None or not (back or ahead):
        return "", ""
    there = _moved(published, n, unit, -1 if back else 1)
    if there is None:
        return "", ""
    return (there.isoformat(), published.isoformat()) if back else (published.isoformat(), there.isoformat())


def _moved(start: date, n: str, unit: str, sign: int) -> date | None:
    """The day that lies `n` units from `start`; None for a part of a day, a part of a unit, and beyond the calendar."""
    if not n.isdecimal() or len(n) > 5:
        return None
    steps = sign * int(n)
    if unit == "TH":
        return calendar.plus(start, steps // 24) if steps % 24 == 0 else None
    if unit in MONTHS:
        return calendar.plus_months(start, steps * MONTHS[unit])
    return calendar.plus(start, steps * DAYS[unit]) if unit in DAYS else None


def half_unit(fit: Fit, here: Here) -> Made:
    """Half a unit: half an hour is 30 minutes, half a year six months."""
    halves = {"TH": "PT30M", "TM": "PT30S", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "TS": "PT0.5S"}
    return Made("DURATION", halves.get(unit_of(fit["unit"]), ""), mods().get(fit["mod"], ""))


def vague_duration(fit: Fit, here: Here) -> Made:
    """Some length in a unit: `PXM`; one unit for "a day-long siege"."""
    n = "1" if fit["one"] else "X"
    return Made("DURATION", period_value(n, unit_of(fit["units"] or fit["many"] or fit["few"] or fit["one"])))


def days_between(fit: Fit, here: Here) -> Made:
    """Days of one month from one to another, both included: "March 5-9"."""
    first = calendar_day(fit, here).day
    last = calendar.day(first.year, first.month, int(fit["last"].rstrip("stndrh"))) if first else None
    if not first or not last or last <= first:
        return Made("DURATION")
    return Made("DURATION", f"P{(last - first).days + 1}D", "", first.isoformat(), last.isoformat())


def years_between(fit: Fit, here: Here) -> Made:
    """Years from one to another, both included: "1997-99"."""
    first, last = year_of(fit["first"]), int(fit["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + LONGEST:
        return Made("DURATION")
    return Made("DURATION", f"P{last - first + 1}Y", "", f"{first:04d}", f"{last:04d}")


EVERY = {
    "daily": "P1D", "hourly": "PT1H", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "nightly": "P1NI", "biweekly": "P2W", "bimonthly": "P2M",
}  # fmt: skip


def every(fit: Fit, here: Here) -> Made:
    """What comes again: `P1D` for each day, `XXXX-WXX-5` for Fridays."""
    if fit["every"]:
        return Made("SET", EVERY[fit["every"]])
    if named := fit["weekday"] or fit["weekdays"].removesuffix("s"):
        return Made("SET", f"XXXX-WXX-{number_of('weekdays')[named] + 1}{part_suffix(fit['part'])}")
    if fit["month"]:
        return Made("SET", f"XXXX-{number_of('months')[fit['month']]:02d}")
    if fit["season"]:
        return Made("SET", f"XXXX-{load('times')['seasons'][fit['season']]}")
    n = "2" if fit["other"] else number(fit["n"]) if fit["n"] and fit.rule.name == "every week" else "1"
    unit = unit_of(fit["unit"])
    return Made("SET", period_value(n, unit) if unit else "")
