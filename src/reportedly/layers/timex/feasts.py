"""Makers of feasts and of days and months of other calendars: from a fit of a rule to a day of our own.

A day that the tables do not reach, or that falls twice in the year that the words name, has no value. Islamic dates hang
on when the moon is seen: their mod is `APPROX`.
"""

from datetime import date

from reportedly.knowledge import load
from reportedly.layers.timex import calendar, calendars
from reportedly.layers.timex.rules import Fit
from reportedly.layers.timex.values import Here, Made, mods, year_of


def holiday(fit: Fit, here: Here) -> Made:
    """A feast, in the year beside it or the one that is nearest by tense."""
    name = calendars.spelled(fit["holiday"])
    said = load("times")["feasts"][name]
    mod = mods().get(fit["mod"], "") or ("APPROX" if "hijri" in said else "")
    if fit["year"]:
        days = calendars.feast(name, year_of(fit["year"]))
        return Made("DATE", days[0].isoformat() if len(days) == 1 else "", mod)
    if here.published is None:
        fixed = said.get("day")
        return Made("DATE", f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "", mod)
    tense = {"last": "past", "next": "future"}.get(fit["which"], here.tense)
    year = here.published.year
    near = calendar.nearest(here.published, (d for y in (-1, 0, 1) for d in calendars.feast(name, year + y)), tense)
    return Made("DATE", near.isoformat() if near else "", mod)


def other_day(fit: Fit, here: Here) -> Made:
    """A day of the Islamic or the Jewish calendar."""
    kind, month = _month(fit)
    day_number = int(fit["day"].rstrip("stndrh"))
    count = {"hijri": calendars.hijri, "hebrew": calendars.hebrew}.get(kind)
    mod = "APPROX" if kind == "hijri" else ""
    if count is None or (not fit["otheryear"] and here.published is None):
        return Made("DATE", "", mod)
    if fit["otheryear"]:
        found = count(int(fit["otheryear"]), month, day_number)
    else:
        published = here.published or date.min
        now = calendars.hijri_year(published) if kind == "hijri" else published.year + 3760
        days = [count(now + step, month, day_number) for step in (-1, 0, 1, 2)] if now else []
        found = calendar.nearest(published, days, here.tense)
    return Made("DATE", found.isoformat() if found else "", mod)


def other_month(fit: Fit, here: Here) -> Made:
    """A month of another calendar: a length with its first and last day, as it is no month of ours."""
    kind, month = _month(fit)
    months = {"hijri": calendars.hijri_month, "hebrew": calendars.hebrew_month}.get(kind)
    found = months(int(fit["otheryear"]), month) if months else None
    return _whole(found, "APPROX" if kind == "hijri" else "")


def ramadan(fit: Fit, here: Here) -> Made:
    """Ramadan, of the year beside it or the nearest by tense; one that goes on is the one that is meant."""
    said = fit["otheryear"] or fit["year"]
    if said:
        found = calendars.ramadans(int(said)) if int(said) > 1500 else (calendars.hijri_month(int(said), 9),)
        return _whole(found[0] if len(found) == 1 else None, "APPROX")
    if here.published is None:
        return _whole(None, "APPROX")
    published = here.published
    near = [pair for y in (-1, 0, 1) for pair in calendars.ramadans(published.year + y)]
    now = next((pair for pair in near if pair[0] <= published <= pair[1]), None)
    first = calendar.nearest(published, (a for a, _ in near), here.tense)
    return _whole(now or next((pair for pair in near if pair[0] == first), None), "APPROX")


def _month(fit: Fit) -> tuple[str, int]:
    """Which calendar a month is of, and its number there."""
    name = calendars.spelled(fit["moon"])
    for kind, months in load("times")["calendars"].items():
        for number, forms in enumerate(months, 1):
            if name in forms:
                return kind, number
    return "", 0


def _whole(ends: tuple[date, date] | None, mod: str) -> Made:
    if ends is None:
        return Made("DURATION", "", mod)
    first, last = ends
    return Made("DURATION", f"P{(last - first).days + 1}D", mod, first.isoformat(), last.isoformat())
