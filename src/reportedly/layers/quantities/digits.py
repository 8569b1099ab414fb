"""Numbers in digits, and the type that all readers of numbers share.

In: one word of a text, or all of them for the style of its points. Out: a value, exactly or not at all: a numeral that
can be read in two ways (`12.500`) has none, unless the article's own style settles it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from reportedly.knowledge import load

GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d{1,2}(,\d{2})+,\d{3}", re.ASCII)

PLAIN = re.compile(r"\d+|0\.\d+|\d+\.(\d{1,2}|\d{4,})", re.ASCII)

THREE_PLACES = re.compile(r"\d{1,3}\.\d{3}", re.ASCII)

HYPHENS = {"-", "–", "‐", "‑"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at words `first` up to `end`. Both bounds are empty where it could not be read for certain.

    `form` is `digits`, `words`, `mixed` or `vague` ("dozens"); `scaled` says that a word of scale is part of it.
    """

    first: int
    end: int
    low: Fraction | None
    high: Fraction | None
    form: str
    scaled: bool = False

    @property
    def exact(self) -> Fraction | None:
        """The number, where the words give a single one."""
        return self.low if self.low == self.high else None


@cache
def tables() -> dict[str, Any]:
    """The knowledge file `numbers`."""
    return load("numbers")


@cache
def scales() -> dict[str, int]:
    """What each word of scale is worth: `dozen` 12, `million` 1,000,000."""
    return dict(tables()["scales"])


VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}

DOTTED = re.compile(r"\d{1,3}(\.\d{3}){2,}", re.ASCII)


def digits(text: str) -> Fraction | None:
    """The value of a numeral in digits, or None where it can be read in two ways or is no plain numeral.

    Grouping by commas in threes (or as in 12,34,567) is read, and by points where there are two or more (`1.250.000`);
    `12.500` is not, since it is twelve thousand or twelve and a half by country; digits of other scripts are read when
    all are of one script and nothing separates them.
    """
    if GROUPED.fullmatch(text):
        return Fraction(text.replace(",", ""))
    if DOTTED.fullmatch(text):
        return Fraction(text.replace(".", ""))
    if text[-1:] in VULGAR and text[:-1].isdecimal() and text.isascii() is False and len(text) < 5:
        return Fraction(int(text[:-1])) + VULGAR[text[-1]]
    if text != "0" and text.startswith("0") and text.isdecimal():
        return None
    if PLAIN.fullmatch(text) and len(text) <= 18:
        return Fraction(text)
    if text.isdecimal() and len(text) <= 18 and len({ord(c) - int(c) for c in text}) == 1:
        return Fraction(int(text))
    return None


COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}", re.ASCII)


def points_group(words: Iterable[str]) -> bool:
    """Whether an article groups digits by points and nothing in it speaks against that: `1.250.000`."""
    grouped = False
    for word in words:
        if not word[:1].isdigit():
            continue
        if GROUPED.fullmatch(word) or re.fullmatch(r"\d+\.\d{1,2}", word):
            return False
        grouped = grouped or bool(DOTTED.fullmatch(word))
    return grouped


def plain_digits(word: str) -> str:
    """A numeral of an article that groups by points, as one that groups by nothing: `12.500` is `12500`, `3,5` `3.5`."""
    if THREE_PLACES.fullmatch(word) or DOTTED.fullmatch(word):
        return word.replace(".", "")
    return word.replace(",", ".") if COMMA_DECIMAL.fullmatch(word) else word
