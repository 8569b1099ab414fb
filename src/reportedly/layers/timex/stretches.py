"""Makers of weeks, months, quarters, years and longer periods: from a fit of a rule to what it says.

What hangs on a day that is not known has no value.
"""

from reportedly.knowledge import load
from reportedly.layers.timex import calendar
from reportedly.layers.timex.context import ordinal_quarter
from reportedly.layers.timex.days import calendar_day
from reportedly.layers.timex.interval import interval
from reportedly.layers.timex.rules import Fit
from reportedly.layers.timex.values import Here, Made, mods, number, unit_of, year_of

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
        anchor = here.last_date(unit)
    if unit == "Q" and which in ("that", "the same") and here.quarter:
        return Made("DATE", here.quarter, mod)
    if anchor is None:
        return Made("DATE", "", mod)
    steps = -1 if which in BACK else 1 if which in ON else 0
    return Made("DATE", calendar.stepped(anchor, steps, unit), mod, dated="fiscal" not in which)


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
    """A quarter of a year; without a year the last one that has begun, or the next. Of a fiscal year, and of one that
    ends on another day than the calendar's, the days are not known."""
    n, mod = load("times")["ordinals"][fit["ordinal"]], mods().get(fit["mod"], "")
    value = calendar.quarter(year_of(fit["year"]), n) if fit["year"] else ordinal_quarter(fit, here)
    last = calendar_day(fit, here).day if fit["month"] else interval(value).end
    return Made("DATE", value, mod, dated=last == interval(value).end and not fit["fiscal"] and not fit["fiscalyear"])


def half(fit: Fit, here: Here) -> Made:
    """A half of a year."""
    n = "1" if fit["ordinal"] == "first" else "2"
    if fit["year"] or fit["fiscalyear"]:
        return Made("DATE", f"{year_of(fit['year'] or fit['fiscalyear'])}-H{n}", dated=not fit["fiscalyear"])
    if here.published is None:
        return Made("DATE")
    return Made("DATE", f"{here.published.year + {'last': -1, 'next': 1}.get(fit['which'], 0)}-H{n}")


def spoken_year(fit: Fit, here: Here) -> Made:
    """A year in words: "nineteen ninety-one", "the year two thousand"."""
    hundreds = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(fit["hundreds"], 2000)
    rest = sum(int(number(fit[g])) for g in ("tens", "ones", "more") if fit[g])
    return Made("DATE", f"{hundreds + rest:04d}")


def year(fit: Fit, here: Here) -> Made:
    """A year."""
    return Made("DATE", f"{year_of(fit['year']):04d}", mods().get(fit["mod"], ""), dated=not fit["fiscal"])


def era(fit: Fit, here: Here) -> Made:
    """A year before or after the turn of the era; one of another era has no value."""
    n = int(fit["count"] or fit["countlast"])
    letters = (fit["era"] or fit["erafirst"]).replace(".", "")
    if letters == "ah" or not n:
        return Made("DATE")
    return Made("DATE", f"BC{n:04d}" if letters.startswith("bc") else f"{n:04d}")


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
