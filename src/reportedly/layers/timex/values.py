"""What the makers share: what a time says (`Made`), what is known around it (`Here`), and the words of the rules as values.

In: words in small letters, as the rules caught them. Out: numbers and TIMEX3's letters.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from reportedly.knowledge import load
from reportedly.layers.quantities.numerals import numeral_at
from reportedly.layers.timex.interval import interval

BELOW_A_DAY = ("TS", "TM", "TH")
FINENESS = ("D", "W", "M", "Q", "Y", "DE", "CE")
NAMES = {
    "time": "D", "day": "D", "week": "W", "month": "M", "quarter": "Q", "season": "Q", "half_year": "Y", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """TIMEX3's type, value (empty where it cannot be counted), mod and, of a length fixed in time, its two ends.

    `dated` is false where the value names a period whose days the text does not tell, such as a company's quarter.
    """

    type: str
    value: str = ""
    mod: str = ""
    begin_point: str = ""
    end_point: str = ""
    dated: bool = True

    @property
    def day(self) -> date | None:
        """The day that the value names, where it names one."""
        return date.fromisoformat(self.value[:10]) if re.match(r"\d{4}-\d\d-\d\d", self.value) else None


@dataclass(frozen=True, slots=True)
class Here:
    """What a maker knows beside the words: publication, where the clause says that the time lies (`tense`), the times
    just before, nearest first, how many of them stand in the same paragraph, and the last quarter that the article
    named, with whether it did so just before."""

    published: date | None
    tense: str = ""
    before: tuple[Made, ...] = ()
    in_paragraph: int = 0
    quarter: str = ""
    quarter_is_near: bool = False

    @property
    def last_day(self) -> date | None:
        """The last day that the text named close by."""
        return next((m.day for m in self.before if m.day), None)

    @property
    def day_of_paragraph(self) -> date | None:
        """The last day that the paragraph named before the time."""
        return next((m.day for m in self.before[: self.in_paragraph] if m.day), None)

    def last_date(self, unit: str) -> date | None:
        """The first day of the last time named close by that is no wider than TIMEX3's `unit`."""
        fine = FINENESS[: FINENESS.index(unit) + 1] if unit in FINENESS else FINENESS
        for m in self.before:
            days = interval(m.value)
            if days.begin and days.precision and NAMES[days.precision] in fine:
                return days.begin
        return None


@cache
def number_of(table: str) -> dict[str, int]:
    """For each word form of `months` or `weekdays` its number, from 1 or from 0."""
    start = 1 if table == "months" else 0
    forms = enumerate(load("times")[table].values(), start)
    found: dict[str, int] = {}
    for n, words in forms:
        for w in words:
            found[w.replace("\\", "").replace("?", "")] = found[w.replace("s?", "").replace("\\", "")] = n
    return found


@cache
def mods() -> dict[str, str]:
    """For each phrase TIMEX3's mod."""
    return {phrase: mod for mod, phrases in load("times")["mods"].items() for phrase in phrases}


def year_of(text: str) -> int:
    """A year of four figures, or of two behind an apostrophe: '97 is 1997, '05 is 2005."""
    number = int(text.lstrip("'’‘"))
    return number if number > 99 else number + (2000 if number < 40 else 1900)


def number(text: str) -> str:
    """A numeral as TIMEX3 counts: `3`, `2.5`, or `X` where it is not known."""
    if text in ("a", "an"):
        return "1"
    found = numeral_at(re.sub(r"([-–‑])", r" \1 ", text).split(), 0)
    if found is None or found.exact is None:
        return "X"
    value = found.exact
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


def unit_of(text: str) -> str:
    """TIMEX3's letters for a word of unit."""
    units: dict[str, str] = load("times")["units"]
    return units["century"] if text == "centuries" else units.get(text) or units[text.removesuffix("s")]


def part_suffix(text: str) -> str:
    """TIMEX3's suffix for a part of the day: `TNI` for "night"; nothing for none."""
    return "T" + load("times")["parts"][text] if text else ""
