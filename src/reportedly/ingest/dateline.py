"""Datelines: `PORT OLM, March 5 (AP) --` and its kin, and days of the month as printed.

In: a paragraph. Out: where its dateline lies, and what place, day and agency it names. It refuses nothing: what is not
surely a dateline is none, since `Ana Veska - the minister` looks much like one.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from reportedly import knowledge

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)"
YEAR = r"(?:1[89]|20)\d\d"
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
DAY = (
    rf"(?:(?P<weekday>{WEEKDAY}),? )?(?:(?P<month>{MONTH}) (?P<day>{_DAY_NUMBER})|"
    rf"(?P<day2>{_DAY_NUMBER}) (?P<month2>{MONTH}))(?!\w)(?:,? (?P<year>\d{{4}})(?!\d))?"
)
"""A day of the month with or without its weekday and year; `day_of` reads a match."""

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*[A-ZÀ-Þ.](?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*)*"
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /-](?:[A-ZÀ-Þ][\w.'’-]*|de|del|al|el|am|la|sur)){0,3}"
_PLACE = rf"(?P<place>(?P<capitals>{_CAPITALS})(?:, (?:[A-Z]\.){{1,2}}|, {_NAME}){{0,2}}|{_NAME}(?:, {_NAME})?)"
_DASH = r"(?:\s*(?:--+|[—–―])\s*|\s+[-_:](?:\s+|$)|(?<=[\w)])[-:]\s+)"
_DATELINE = re.compile(
    rf"(?P<lead>(?:By [^.\n]{{3,60}}\. ?)?)(?P<printed>{_PLACE}(?:[,.]? (?P<when>\(?{DAY}\)?))?)"
    rf"(?:,? ?[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]]|, (?P<bare>[A-Z][\w-]{{1,12}}(?: News Agency)?))?(?P<dash>{_DASH}|\s*$)"
)
_AGENCY_ALONE = re.compile(rf"[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]]{_DASH}")
_BEHIND = re.compile(r"\s*,?\s*(?:[(\[][^()\[\]]{2,40}[)\]])?[\s\-–—_:.,]*")
_NO_PLACE = {
    "BREAKING", "EXCLUSIVE", "UPDATE", "UPDATED", "WATCH", "VIDEO", "ANALYSIS", "OPINION", "COMMENT", "CORRECTION",
    "LIVE", "EDITORIAL", "REVIEW", "PHOTOS", "INTERVIEW", "FACTBOX", "EXPLAINER", "NEWS", "BREAKING NEWS", "ABSTRACT",
    "FULL TEXT", "READ", "NOTE", "QUESTION", "ANSWER", "Q", "A", "FILE", "FILE PHOTO", "FACT CHECK", "TIMELINE", "LISTEN",
}  # fmt: skip
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline within its paragraph: `start` and `end` of place and day as printed, in code points (equal where only an
    agency is printed), and what they name. `year` is None where none is printed; `month` and `day` are 0 without a day.
    """

    start: int
    end: int
    place: str = ""
    agency: str = ""
    month: int = 0
    day: int = 0
    year: int | None = None
    weekday: int | None = None


@cache
def _agencies() -> dict[str, str]:
    return {form: a["name"] for a in knowledge.load("agencies")["agency"] for form in a["forms"]}


def agency_name(words: str) -> str:
    """The wire service that `words` name; as printed where it is capitals that no list knows; empty for anything else."""
    words = " ".join(words.split())
    if known := _agencies().get(words) or _agencies().get(words.removeprefix("The ").removeprefix("the ")):
        return known
    parts = re.split(r"\s*[/,;&]\s*|\s+and\s+", words)
    if len(parts) > 1:
        return next((_agencies()[p] for p in parts if p in _agencies()), "")
    return words if re.fullmatch("[A-Z]{2,7}", words) else ""


def is_known_agency(words: str) -> bool:
    """Whether the list of wire services holds `words`."""
    return words in _agencies() or words.removeprefix("The ").removeprefix("the ") in _agencies()


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with, if it surely does."""
    if found := _AGENCY_ALONE.match(paragraph):
        name = agency_name(found["agency"])
        return Dateline(0, 0, agency=name) if name else None
    found = _DATELINE.match(paragraph)
    if not found or found.end() > _LONGEST or found["place"].upper() in _NO_PLACE:
        return None
    agency = agency_name(found["agency"] or "")
    if found["bare"]:
        if not is_known_agency(found["bare"]):
            return None
        agency = agency_name(found["bare"])
    if found["agency"] and not agency:
        return None
    dashed = bool(found["dash"].strip())
    in_capitals = bool(found["capitals"]) and len(re.sub(r"\W", "", found["capitals"])) >= 4
    spaced = found["dash"] != found["dash"].lstrip() or not found["dash"].startswith("-")
    if not (agency or (found["when"] and dashed) or (in_capitals and dashed and spaced and ":" not in found["dash"])):
        return None
    month, day, year, weekday = day_of(found) if found["when"] else (0, 0, None, None)
    start, end = found.span("printed")
    return Dateline(start, end, found["place"], agency, month, day, year, weekday)


def reads_as_dateline(line: str) -> bool:
    """Whether a whole line is nothing but a dateline."""
    found = find_dateline(line)
    return found is not None and _BEHIND.fullmatch(line, found.end) is not None


def day_of(found: re.Match[str]) -> tuple[int, int, int | None, int | None]:
    """Month, day, year and weekday (0 is Monday) of a match of `DAY`; month and day are 0 where there is no such day."""
    month = month_number(found["month"] or found["month2"])
    day = int(re.sub(r"\D", "", found["day"] or found["day2"]))
    year = int(found["year"]) if found["year"] else None
    weekday = weekday_number(found["weekday"]) if found["weekday"] else None
    if not is_day(year or 2000, month, day) or (year is not None and not 1800 <= year <= 2099):
        return 0, 0, None, weekday
    return month, day, year, weekday


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or its abbreviation."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word.lower().rstrip(".")[:3]))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
