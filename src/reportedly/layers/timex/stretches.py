"""Makers of weeks, months, quarters, years, lengths of time and what comes again: from a fit of a rule to what it says.

What hangs on a day that is not known has no value; a length that the words leave open counts `X`.
"""

import re

from reportedly.knowledge import load
from reportedly.layers.timex import calendar
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

BACK, ON = (
    ("last", "the previous", "this past", "the preceding"),
    ("next", "the following", "this coming", "the coming"),
)


def which_period(fit: Fit, here: Here) -> Made:
    """A week, month, year or other period beside that of publication, or the one that the text named."""
    word = fit["period"] or fit["edge"] or fit["middle"]
    unit, which = unit_of(word), fit["which"]
    mod = mods().get(fit["mod"], "") or ("END" if fit["edge"] else "MID" if fit["middle"] else "")
    anchor = here.published
    if which in ("the same", "that", "the following", "the previous", "the preceding"):
        anchor = here.last_day
    if anchor is None:
        return Made("DATE", "", mod)
    steps = -1 if which in BACK else 1 if which in ON else 0
    return Made("DATE", calendar.stepped(anchor, steps, unit), mod)


def weekend(fit: Fit, here: Here) -> Made:
    """The weekend that is over, or the one to come."""
    if here.published is None:
        return Made("DATE")
    steps = 0 if here.tense == "future" or here.published.weekday() >= 5 else -1
    return Made("DATE", calendar.stepped(here.published, steps, "WE"))


def season(fit: Fit, here: Here) -> Made:
    """A season of a year; winter bears the year in which it begins."""
    code, mod, which = load("times")["seasons"][fit["season"]], mods().get(fit["mod"], ""), fit["which"]
    if fit["year"]:
        return Made("DATE", f"{year_of(fit['year'])}-{code}", mod)
    if here.published is None:
        return Made("DATE", "", mod)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year, began = here.published.year, here.published.month >= begins
    forward = which in ON or (not which and here.tense == "future")
    if forward:
        year += began and which in ON
    elif which in BACK:
        over = here.published.month >= begins + 3
        year -= not over
    elif which != "this":
        year -= not began
    return Made("DATE", f"{year}-{code}", mod)


def quarter(fit: Fit, here: Here) -> Made:
    """A quarter of a year; without a year the last one that has begun, or the next."""
    n, mod = load("times")["ordinals"][fit["ordinal"]], mods().get(fit["mod"], "")
    if fit["year"]:
        return Made("DATE", calendar.quarter(year_of(fit["year"]), n), mod)
    if here.published is None or n > 4:
        return Made("DATE", "", mod)
    now, year = calendar.quarter_of(here.published), here.published.year
    if fit["which"]:
        year += {"last": -1, "next": 1}.get(fit["which"], 0)
    elif here.tense == "future":
        year += n < now - 1
    else:
        year -= n > now
    return Made("DATE", calendar.quarter(year, n), mod)


def half(fit: Fit, here: Here) -> Made:
    """A half of a year."""
    n = "1" if fit["ordinal"] == "first" else "2"
    if fit["year"] or fit["fiscalyear"]:
        return Made("DATE", f"{year_of(fit['year'] or fit['fiscalyear'])}-H{n}")
    if here.published is None:
        return Made("DATE")
    return Made("DATE", f"{here.published.year + {'last': -1, 'next': 1}.get(fit['which'], 0)}-H{n}")


def year(fit: Fit, here: Here) -> Made:
    """A year."""
    return Made("DATE", f"{year_of(fit['year']):04d}", mods().get(fit["mod"], ""))


TENS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def decade(fit: Fit, here: Here) -> Made:
    """A decade, as its first three figures."""
    mod = mods().get(fit["mod"], "")
    if fit["digits"]:
        return Made("DATE", fit["digits"][:3], mod)
    tens = int(fit["short"][0]) if fit["short"] else TENS[fit["word"]]
    return Made("DATE", f"{20 if tens < 2 else 19}{tens}", mod)


CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}


def century(fit: Fit, here: Here) -> Made:
    """A century, as its first two figures."""
    n = int(fit["century"]) if fit["century"] else CENTURIES.get(fit["named"], 21)
    return Made("DATE", f"{n - 1:02d}" if 0 < n <= 22 else "", mods().get(fit["mod"], ""))


def shift(fit: Fit, here: Here) -> Made:
    """So long before or after publication ("ago") or the day that the text named last ("later"), in its own unit."""
    way, mod = fit["way"], mods().get(fit["mod"], "")
    unit, n = unit_of(fit["unit"]), number(fit["n"])
    back = way in ("ago", "earlier", "before", "previously")
    from_now = way in ("ago", "from now", "from today", "hence")
    anchor = here.published if from_now else here.last_day
    if way == "earlier" and unit in ("Y", "M", "Q") and here.last_day is None:
        anchor = here.published
    if unit in BELOW_A_DAY or n == "X":
        return Made("DATE", "PAST_REF" if way == "ago" else "", mod)
    if way in ("ago", "earlier", "before") and unit == "Y" and n == "1" and (beside := _quarter_before(here)):
        return Made("DATE", beside, mod)
    if anchor is None:
        return Made("DATE", "", mod)
    if "." in n:
        months = round(float(n) * {"Y": 12, "DE": 120}.get(unit, 0))
        return Made("DATE", calendar.stepped(anchor, -months if back else months, "M") if months else "", mod)
    steps = int(n) if len(n) < 5 else 0
    return Made("DATE", calendar.stepped(anchor, -steps if back else steps, unit) if steps else "", mod)


def year_ago(fit: Fit, here: Here) -> Made:
    """The year, or the quarter, before the one that the text speaks of."""
    return Made("DATE", _quarter_before(here) or (f"{here.published.year - 1:04d}" if here.published else ""))


def _quarter_before(here: Here) -> str:
    """The same quarter of the year before, where the text has just spoken of one."""
    for m in here.before:
        if found := re.fullmatch(r"(\d{4})-Q([1-4])", m.value):
            return f"{int(found[1]) - 1}-Q{found[2]}"
    return ""


def period_value(n: str, unit: str) -> str:
    """A length as TIMEX3 writes it: `P3D`, `PT2H`, `P6.5Y`; half an hour is thirty minutes."""
    if unit == "2W":
        return f"P{2 * int(n)}W" if n.isdecimal() else "PXW"
    if unit == "3M":
        return f"P{3 * int(n)}M" if n.isdecimal() else "PXM"
    if unit == "TH" and n.endswith(".5"):
        return f"PT{n.removesuffix('.5')}H30M" if n != "0.5" else "PT30M"
    if unit == "TM" and n.endswith(".5"):
        return f"PT{n.removesuffix('.5')}M30S"
    return f"PT{n}{unit[1:]}" if unit in BELOW_A_DAY else f"P{n}{unit}"


def duration(fit: Fit, here: Here) -> Made:
    """A length of time in a unit."""
    unit = unit_of(fit["unit"] or fit["unithalf"])
    n = number(fit["n"]) if fit["n"] else "1"
    if "half" in fit.rule.name and n.isdecimal():
        n += ".5"
    mod = mods().get(fit["mod"], "")
    return Made("DURATION", period_value(n, unit) if unit else "", mod)


def half_unit(fit: Fit, here: Here) -> Made:
    """Half a unit: half an hour is 30 minutes, half a year six months."""
    halves = {"TH": "PT30M", "TM": "PT30S", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "TS": "PT0.5S"}
    return Made("DURATION", halves.get(unit_of(fit["unit"]), ""), mods().get(fit["mod"], ""))


def vague_duration(fit: Fit, here: Here) -> Made:
    """Some length in a unit: `PXM`."""
    return Made("DURATION", period_value("X", unit_of(fit["units"] or fit["many"])))


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
    n = "2" if fit["other"] else number(fit["n"]) if fit["n"] and fit.rule.name == "every week" else "1"
    unit = unit_of(fit["unit"])
    return Made("SET", period_value(n, unit) if unit else "")


def fuzzy(fit: Fit, here: Here) -> Made:
    """Now, then or later."""
    for value, phrases in load("times")["fuzzy"].items():
        if fit["fuzzy"] in phrases:
            return Made("DATE", value)
    return Made("DATE")
