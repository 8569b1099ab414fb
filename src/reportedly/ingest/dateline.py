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

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]*[A-ZÀ-Þ.](?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’]*)*"
_NAME = rf"(?!(?:{WEEKDAY}|{MONTH})(?:\W|$))[A-ZÀ-Þ][\w.'’]+(?:-\w+)*(?:[ /](?:[A-ZÀ-Þ][\w.'’]*(?:-\w+)*|de|del|al|el|am|la|sur)){{0,3}}"
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
    agency is printed), and what they name. `year` is None where none is printed; `month` and `day` are 0 without a
    day, and `misprint` is a day as printed that the calendar does not have.
    """

    start: int
    end: int
    place: str = ""
    agency: str = ""
    month: int = 0
    day: int = 0
    year: int | None = None
    weekday: int | None = None
    misprint: str = ""


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
    paragraph = paragraph[: 2 * _LONGEST]
    found = _DATELINE.match(paragraph)
    if not found or found.end() > _LONGEST or found["place"].upper() in _NO_PLACE:
        return None
    place, (start, end) = found["place"], found.span("printed")
    credit = found["agency"] or found["bare"] or ""
    if not credit and not found["when"] and is_known_agency(last := place.rpartition(", ")[2].rstrip("-")):
        credit, place, end = last, place.rpartition(", ")[0], start + len(place.rpartition(", ")[0])
    agency = agency_name(credit)
    if credit and not (agency and (found["agency"] or is_known_agency(credit))):
        return None
    if not agency and not (found["when"] and found["dash"].strip()) and not _is_bare_place(found, paragraph):
        return None
    month, day, year, weekday = day_of(found) if found["when"] else (0, 0, None, None)
    misprint = found["when"] if found["when"] and not month else ""
    return Dateline(start, end, place, agency, month, day, year, weekday, misprint)


def _is_bare_place(found: re.Match[str], paragraph: str) -> bool:
    """Whether capitals before a dash are a place, though neither day nor agency says so: few words, and a sentence begins."""
    capitals, dash = found["capitals"] or "", found["dash"]
    if len(re.sub(r"\W", "", capitals)) < 4 or len(capitals.split()) > 3 or not dash.strip() or ":" in dash:
        return False
    beyond = found["place"].removeprefix(capitals)
    spaced = dash != dash.lstrip() or not dash.startswith("-")
    return (
        spaced
        and not re.search("[A-Z]{3}", beyond)
        and re.match(r"[\"“‘'(]*[A-Z0-9]|$", paragraph[found.end() :]) is not None
    )


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
