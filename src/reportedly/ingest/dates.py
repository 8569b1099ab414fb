"""The day of publication: as the article prints it, or reasoned out and the reasons kept in words.

In: the article's body, its dateline, the lines that say when it was put up, and a day after which it cannot have been
published, where one is known. Out: the day with its basis and reasons; an unknown day with what is missing. It refuses
nothing and guesses nothing: a day without a year gets one only where a weekday and a year spoken of as past, or two
bounds, leave a first one that fits.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.document import Basis
from reportedly.ingest.dateline import (
    DAY,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Dateline,
    day_of,
    is_day,
    month_number,
    weekday_number,
)

_FULL = re.compile(rf"(?<!\w){DAY}")
_ISO = re.compile(rf"(?<!\d)({YEAR})-(\d\d)-(\d\d)(?!\d)")
_MENTION = re.compile(
    rf"(?:\b(?P<lead>\w{{1,20}})[ -])?(?:(?P<full>{MONTH} \d{{1,2}},? {YEAR}|\d{{1,2}} {MONTH} {YEAR})|(?P<monthly>{MONTH},? (?:of )?{YEAR})|"
    rf"(?P<yearly>{YEAR}))(?![\w,-]|\.\d)(?!,\d)"
)
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n")
_COMING = re.compile(
    r"\b(?:will|would|won't|won’t|shall|should|could|may|might|plan(?:s|ned|ning)?|expect\w*|next|upcoming|coming|forecast\w*|"
    r"project(?:ed|ion|ions|s)|target\w*|goals?|aim(?:s|ed|ing)?|due|schedul\w*|deadline|slated|set to|predict\w*|intend\w*|"
    r"hop(?:es|ed|ing)|propos\w*|wants?|if|candidates?|campaign\w*|ahead of|going to|likely|promis\w*|pledg\w*|vow\w*|"
    r"extend\w*|expir\w*|hosts?|hosting|bid)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|began|begun|took|came|went|won|lost|fell|rose|made|became|broke|held|left|met|led|brought|struck|"
    r"gave|ran|saw|got|sent|fought|stood|built|shot|put|born|since|ago|(?!said|added|stated|asked|warned)[a-z]{2,20}ed)\b"
)
_BEFORE_YEAR = {"in", "since", "during", "early", "late", "mid", "throughout", "late-", "around"}
_NOT_PAST = {"by", "until", "till", "through", "before", "to", "for", "towards", "beyond", "from", "of", "next", "than"}
_NAMED_WEEKDAY = re.compile(
    rf"(?P<before>\b\w{{1,20}} |^)(?P<phrase>(?:on )?(?P<weekday>{'|'.join(w.title() for w in WEEKDAYS)}))\b(?!s\b)"
)
_ELSEWHEN = {
    "next",
    "last",
    "coming",
    "following",
    "previous",
    "every",
    "each",
    "past",
    "black",
    "good",
    "super",
    "palm",
    "ash",
    "easter",
}
_LEAD_PARAGRAPHS = 4
_DAYS_AHEAD = 2 * 366
"""How long behind the latest past month a first fit may lie. Of 840 articles of PolNeAR's train set (2015 and 2016) that
name a month with its year as past, three in four were published within two years of it; a year alone (`in 1986`) says
next to nothing. To tune again: compare `_latest_past` with known days of publication."""


@dataclass(frozen=True, slots=True)
class Published:
    """A day of publication, its basis, and the reasons in words; for an unknown one what is missing."""

    day: date | None = None
    basis: Basis | None = None
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class _Weekday:
    number: int
    phrase: str
    sure: bool
    """Whether it stands beside the very day of the dateline."""


def publication_day(
    paragraphs: Sequence[str], dateline: Dateline | None, printed: Sequence[str] = (), not_after: date | None = None
) -> Published:
    """The day on which the article was published.

    `paragraphs` are those of the body, without the title; `printed` the lines beside it that may say when it was put
    up; `not_after` the day of its file or of the crawl that found it.
    """
    if day := _put_up(printed):
        return Published(day, Basis.METADATA, "the page says on which day it was put up")
    if dateline and dateline.misprint:
        return Published(
            reasons=f"the dateline says “{dateline.misprint}”, which is no day of any year that it can mean"
        )
    if dateline is None or not dateline.month:
        return Published(reasons="the text prints no day of publication and none was given")
    words = _words(dateline)
    if dateline.year is None:
        return _without_year(paragraphs, dateline, not_after)
    day = date(dateline.year, dateline.month, dateline.day)
    if dateline.weekday not in (None, day.weekday()):
        return Published(reasons=f"the dateline says {words}, which was a {WEEKDAYS[day.weekday()].title()}")
    if not_after and day > not_after:
        return Published(
            reasons=f"the dateline says {words}, which is after {not_after.isoformat()}, when the article was found"
        )
    return Published(day, Basis.DATELINE)


def _put_up(printed: Sequence[str]) -> date | None:
    """The day that lines such as `Published: 5 March 2031` name; none where they name several and do not say which."""
    days: list[tuple[bool, date]] = []
    for line in printed:
        for part in re.split(r"[|•]|(?i:(?=\b(?:last )?(?:updated|modified|edited)\b))", line):
            updated = re.search(r"updated|modified|edited", part, re.IGNORECASE) is not None
            for found in _FULL.finditer(part):
                month, number, year, weekday = day_of(found)
                if month and year and weekday in (None, date(year, month, number).weekday()):
                    days.append((updated, date(year, month, number)))
            for found in _ISO.finditer(part):
                y, m, d = map(int, found.groups())
                if is_day(y, m, d):
                    days.append((updated, date(y, m, d)))
    first = {day for updated, day in days if not updated} or {day for _, day in days}
    return first.pop() if len(first) == 1 else None


def _without_year(paragraphs: Sequence[str], dateline: Dateline, not_after: date | None) -> Published:
    """The day of a dateline that names no year, by what the text says beside it."""
    said = f"the dateline says {_words(dateline)} without a year"
    past = _latest_past(paragraphs, not_after)
    weekday = _weekday(paragraphs, dateline)
    if past is None and not_after is None:
        missing = "no year that the text speaks of as past" + ("" if weekday else " and no weekday beside the day")
        return Published(reasons=f"{said}, and there is {missing} to tell which it is")
    if past is None:
        return Published(
            reasons=f"{said}, and the text speaks of no year as past; several years before {not_after} fit"
        )
    bound, spoken = past
    fitting = _fitting(dateline, bound, not_after)
    says = f"{said}; the text speaks of {spoken} as past"
    if weekday is None:
        if not_after and len(fitting) == 1:
            return Published(
                fitting[0],
                Basis.INFERRED,
                f"{says} and was found by {not_after.isoformat()}: {fitting[0].year} alone lies between",
            )
        return Published(
            reasons=f"{says}, but no weekday beside the day tells which of the years from {bound.year} on it is"
        )
    name = WEEKDAYS[weekday.number].title()
    same = [day for day in fitting if day.weekday() == weekday.number]
    # A story may also tell on one day of the day before; where that reading gives an earlier year, neither is sure.
    eve = [] if weekday.sure else [day for day in fitting if day.weekday() == (weekday.number + 1) % 7]
    near = bool(same) and (same[0] - bound).days <= _DAYS_AHEAD and not spoken.isdecimal()
    if not near or (eve and eve[0] < same[0]):
        return Published(
            reasons=f"{says} and says “{weekday.phrase}”, but no year soon after is sure to have that day on a {name}"
        )
    day = same[0]
    return Published(
        day,
        Basis.INFERRED,
        f"{said}; the text says “{weekday.phrase}” and speaks of {spoken} as past: of the years from {bound.year} on, "
        f"{day.year} is the first in which {_words(dateline)} is a {name}",
    )


def _words(dateline: Dateline) -> str:
    year = f", {dateline.year}" if dateline.year else ""
    weekday = f"{WEEKDAYS[dateline.weekday].title()}, " if dateline.weekday is not None else ""
    return f"{weekday}{MONTHS[dateline.month - 1].title()} {dateline.day}{year}"


def _fitting(dateline: Dateline, bound: date, not_after: date | None) -> list[date]:
    """The days of that month and number from `bound` on, for twelve years."""
    years = [y for y in range(bound.year, bound.year + 13) if is_day(y, dateline.month, dateline.day)]
    days = [date(y, dateline.month, dateline.day) for y in years]
    return [day for day in days if day >= bound and (not_after is None or day <= not_after)]


def _latest_past(paragraphs: Sequence[str], not_after: date | None) -> tuple[date, str] | None:
    """The latest day, month or year that the text speaks of as past: its first day, and its words."""
    found: list[tuple[date, str]] = []
    for paragraph in paragraphs:
        for sentence in _SENTENCE.split(paragraph):
            if _COMING.search(sentence):
                continue
            for mention in _MENTION.finditer(sentence):
                if day := _past_day(mention, sentence):
                    found.append((day, " ".join((mention["full"] or mention["monthly"] or mention["yearly"]).split())))
    found = [(day, words) for day, words in found if not_after is None or day <= not_after]
    return max(found, key=lambda pair: pair[0], default=None)


def _past_day(mention: re.Match[str], sentence: str) -> date | None:
    lead = (mention["lead"] or "").lower()
    words = mention["full"] or mention["monthly"] or mention["yearly"]
    year = int(re.search(YEAR, words).group())  # type: ignore[union-attr]
    if lead in _NOT_PAST or not _PAST.search(sentence) or (mention["yearly"] and lead not in _BEFORE_YEAR):
        return None
    month = month_number(re.search(MONTH, words).group()) if not mention["yearly"] else 1  # type: ignore[union-attr]
    number = int(re.search(r"\d{1,2}(?!\d)", words.replace(str(year), "")).group()) if mention["full"] else 1  # type: ignore[union-attr]
    return date(year, month, number) if is_day(year, month, number) else None


def _weekday(paragraphs: Sequence[str], dateline: Dateline) -> _Weekday | None:
    """The weekday of the dateline's day: named beside it, or in the lead and no other in the text."""
    if dateline.weekday is not None:
        return _Weekday(dateline.weekday, WEEKDAYS[dateline.weekday].title(), True)
    beside = re.compile(rf"\b(?P<w>{WEEKDAY}),? \(?{MONTHS[dateline.month - 1].title()} {dateline.day}\b")
    for paragraph in paragraphs:
        if found := beside.search(paragraph):
            return _Weekday(weekday_number(found["w"]), found.group(), True)
    named: dict[int, str] = {}
    for number, paragraph in enumerate(paragraphs):
        for found in _NAMED_WEEKDAY.finditer(paragraph):
            if found["before"].strip().lower() not in _ELSEWHEN:
                named.setdefault(weekday_number(found["weekday"]), found["phrase"] if number < _LEAD_PARAGRAPHS else "")
    number, phrase = named.popitem() if len(named) == 1 else (0, "")
    return _Weekday(number, phrase, False) if phrase else None
