"""Lengths of time that take more than a number and a unit: "a year and a half", "two years and three months", "18 months
to two years".

In: the words of a sentence behind a length. Out: the length with what is added to it: a sum in the smaller unit, a
range in the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportedly.layers.quantities.numerals import numeral_at
from reportedly.layers.quantities.units import unit

SMALLER = {
    ("decade", "year"): 10, ("century", "year"): 100, ("year", "month"): 12, ("year", "week"): 52, ("week", "day"): 7,
    ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60, ("month", "day"): 30, ("year", "day"): 365,
}  # fmt: skip
"""How many of the second make one of the first, as news counts them."""


@dataclass(frozen=True, slots=True)
class Length:
    """`low` to `high` of `unit`, up to word `end`."""

    low: Fraction
    high: Fraction
    unit: str
    end: int


def extended(words: Sequence[str], lower: Sequence[str], given: Length) -> Length | None:
    """The length with what stands behind it, or None where nothing is added."""
    end = given.end
    if list(lower[end : end + 3]) == ["and", "a", "half"]:
        half = Fraction(1, 2)
        return Length(given.low + half, given.high + half, given.unit, end + 3)
    link = lower[end] if end < len(lower) else ""
    n = numeral_at(words, end + 1) if link in ("and", "to") else None
    found = unit(lower, n.end) if n is not None and n.exact is not None else None
    if n is None or n.exact is None or found is None:
        return None
    other, length, worth = found
    if link == "and":
        factor = SMALLER.get((given.unit, other))
        if factor is None:
            return None
        more = n.exact * worth
        return Length(given.low * factor + more, given.high * factor + more, other, n.end + length)
    factor = SMALLER.get((other, given.unit))
    high = n.exact * worth * factor if factor else None
    return Length(given.low, high, given.unit, n.end + length) if high is not None and high > given.low else None
