"""Makers of times that lean on another one: so long ago, a year earlier, the quarter that the text speaks of.

What they lean on is publication or a time that the text named before; without it they have no value.
"""

import re

from reportedly.knowledge import load
from reportedly.layers.timex import calendar
from reportedly.layers.timex.days import calendar_day
from reportedly.layers.timex.rules import Fit
from reportedly.layers.timex.values import BELOW_A_DAY, Here, Made, mods, number, unit_of


def shift(fit: Fit, here: Here) -> Made:
    """So long before or after publication ("ago") or the time that the text named last ("later"), in its own unit."""
    way, mod = fit["way"], mods().get(fit["mod"], "")
    unit, n = unit_of(fit["unit"]), number(fit["n"])
    back = way in ("ago", "earlier", "before", "previously")
    from_now = way in ("ago", "from now", "from today", "hence")
    if unit in BELOW_A_DAY or n == "X":
        return Made("DATE", "PAST_REF" if way == "ago" else "", mod)
    if way in ("ago", "earlier", "before") and unit == "Y" and n == "1" and here.quarter_is_near:
        return Made("DATE", _a_year_before(here.quarter), mod)
    anchor = here.published if from_now else here.last_date(unit)
    if anchor is None and way == "earlier" and unit in ("Y", "M", "Q"):
        anchor = here.published
    if anchor is None:
        return Made("DATE", "", mod)
    if "." in n:
        months = round(float(n) * {"Y": 12, "DE": 120}.get(unit, 0))
        return Made("DATE", calendar.stepped(anchor, -months if back else months, "M") if months else "", mod)
    steps = int(n) if len(n) < 5 else 0
    return Made("DATE", calendar.stepped(anchor, -steps if back else steps, unit) if steps else "", mod)


def year_ago(fit: Fit, here: Here) -> Made:
    """The year before, or the quarter of that year where the words or the sentences before speak of a quarter."""
    if fit["ordinal"] and (named := ordinal_quarter(fit, here)):
        return Made("DATE", _a_year_before(named))
    if fit["period"] == "quarter" or here.quarter_is_near:
        return Made("DATE", _a_year_before(here.quarter or _last_full_quarter(here)))
    return Made("DATE", f"{here.published.year - 1:04d}" if here.published and here.published.year > 1 else "")


def ordinal_quarter(fit: Fit, here: Here) -> str:
    """The quarter of the year with the number that the words say: the last that has begun, or the next."""
    n = load("times")["ordinals"][fit["ordinal"]]
    if here.published is None or n > 4:
        return ""
    now, year = calendar.quarter_of(here.published), here.published.year
    if fit["which"]:
        year += {"last": -1, "next": 1}.get(fit["which"], 0)
    elif here.tense == "future":
        year += n < now - 1
    else:
        year -= n > now
    return calendar.quarter(year, n)


def the_quarter(fit: Fit, here: Here) -> Made:
    """ "The latest quarter", "the quarter ended Sept. 30": that of its last day, the one that the text has named, or the
    last that was over when the article came out."""
    if fit["month"]:
        last = calendar_day(fit, here).day
        return Made("DATE", calendar.quarter(last.year, calendar.quarter_of(last)) if last else "")
    if fit["at"] in ("current", "present") and here.published:
        return Made("DATE", calendar.stepped(here.published, 0, "Q"))
    return Made("DATE", here.quarter or _last_full_quarter(here))


def _last_full_quarter(here: Here) -> str:
    return calendar.stepped(here.published, -1, "Q") if here.published else ""


def _a_year_before(quarter: str) -> str:
    """The same quarter of the year before; nothing for none."""
    found = re.fullmatch(r"(\d{4})-Q([1-4])", quarter)
    return calendar.quarter(int(found[1]) - 1, int(found[2])) if found else ""


def fuzzy(fit: Fit, here: Here) -> Made:
    """Now, then or later."""
    for value, phrases in load("times")["fuzzy"].items():
        if fit["fuzzy"] in phrases:
            return Made("DATE", value)
    return Made("DATE")
