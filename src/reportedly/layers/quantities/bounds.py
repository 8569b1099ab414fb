"""The words around a numeral that say how far it holds: "at least", "up to", "about", "or more".

In: words and where the numeral stands. Out: a `Bounds`, which turns an exact number into the range that the words allow.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from reportedly.knowledge import load

LONGEST = 5
"""Words of the longest bound in the knowledge file `numbers`; a test holds it."""
PREPOSITIONS = {"near", "around", "under", "above", "below", "over", "within", "passed", "past", "some", "about"}
"""Bounds that are also words of their own ("around two villages"): before a small number in words they bound nothing."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words before and after a numeral do; `first` and `end` are the words taken with it."""

    first: int
    end: int
    low: bool = False
    high: bool = False
    approximate: bool = False

    def range(self, low: Fraction | None, high: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
        """The range that is left of `low` to `high`: "at least 15" has no upper bound, "up to 24" no lower one; of one number
        with both ("as many as 20 or more") nothing is left."""
        if self.low and self.high and low == high:
            return None, None
        return (None if self.high and not self.low else low), (None if self.low and not self.high else high)


@cache
def _phrases(place: str) -> dict[tuple[str, ...], str]:
    table = load("numbers")["bounds"]
    kinds = (
        ("low", "high", "over", "approximate", "neutral")
        if place == "before"
        else ("low_after", "high_after", "approximate_after")
    )
    return {tuple(p.split()): k.removesuffix("_after") for k in kinds for p in table[k]}


def bounds(words: Sequence[str], first: int, end: int, prepositions: bool = True) -> Bounds:
    """The bounds around the numeral at words `first` to `end` (small letters).

    With `prepositions` false, words that may also be prepositions ("around two villages") are not read as bounds.
    """
    b = Bounds(first, end)
    if b.first > 1 and words[b.first - 1] == "," and _at_the_least(words, b.first - 1):
        b = replace(b, first=b.first - 1)
    while found := _before(words, b.first, prepositions):
        phrase, kind = found
        b = _with(replace(b, first=b.first - len(phrase)), kind)
        if phrase[0] == "the" and kind == "neutral":
            break
        if b.first and words[b.first - 1] == "the" and phrase[0] in ("estimated", "roughly", "approximately", "only"):
            b = replace(b, first=b.first - 1)
    for size in (4, 3, 2, 1):
        phrase = tuple(words[end : end + size])
        if kind := _phrases("after").get(phrase, ""):
            return _with(replace(b, end=end + len(phrase)), kind)
    return b


def _at_the_least(words: Sequence[str], comma: int) -> bool:
    """ "At the very least, 18": a bound that a comma parts from its number."""
    return any(tuple(words[max(0, comma - n) : comma]) in _phrases("before") for n in (3, 4))


def _before(words: Sequence[str], first: int, prepositions: bool) -> tuple[tuple[str, ...], str] | None:
    for size in range(min(LONGEST, first), 0, -1):
        phrase = tuple(words[first - size : first])
        kind = _phrases("before").get(phrase)
        if kind and (prepositions or phrase[0] not in PREPOSITIONS or size > 1):
            return phrase, kind
    return None


def _with(b: Bounds, kind: str) -> Bounds:
    if kind == "neutral":
        return b
    low = b.low or kind in ("low", "over")
    return replace(
        b, low=low, high=b.high or kind == "high", approximate=b.approximate or kind in ("approximate", "over")
    )
