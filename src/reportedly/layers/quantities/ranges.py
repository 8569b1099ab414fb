"""Numbers that two numerals make: "between 35 and 40", "60-100", "at least 15 and possibly 20", "35 (thirty-five)".

In: the words of a sentence and the first numeral. Out: a numeral that covers both, without a value where the two
contradict each other, or None where there is only one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.layers.quantities import units
from reportedly.layers.quantities.bounds import bounds
from reportedly.layers.quantities.digits import HYPHENS, Numeral, digits
from reportedly.layers.quantities.numerals import numeral_at

JOINED = re.compile(r"(\d[\d,.]*)[-–](\d[\d,.]*)", re.ASCII)
WIDEST = 100
"""A range whose end is more than so many times its beginning is read in no way: "2-3,000" may be two or two thousand to three."""
PERHAPS = ("possibly", "perhaps", "maybe", "probably", "likely", "even", "certainly")


def ranged(words: Sequence[str], lower: Sequence[str], n: Numeral, money: bool, changes: bool) -> Numeral | None:
    """The numeral that `n` makes with the one behind it. `changes` says that "from … to …" tells of a change."""
    if n.exact is None and n.form != "digits":
        return None
    if joined := JOINED.fullmatch(words[n.first]):
        low, high = digits(joined[1]), digits(joined[2])
        return _checked(replace(n, low=low, high=high)) if low is not None and high is not None and low < high else None
    if found := _said_twice(words, lower, n):
        return found
    link, at = lower[n.end] if n.end < len(lower) else "", n.end + 1
    if skip := units.percent_words(lower, n.end):
        link, at = (lower[n.end + skip], n.end + skip + 1) if n.end + skip < len(lower) else ("", at)
    before = lower[n.first - 1] if n.first else ""
    before = lower[n.first - 2] if money and n.first > 1 else before
    to = link in {"to", *HYPHENS} and before != "by" and not (before == "from" and changes)
    if link == "," and lower[at : at + 1] and lower[at] in PERHAPS:
        link, at = "perhaps", at + 1
    joins = link == "perhaps" or (link == "and" and before == "between") or to or link == "or"
    if joins and at < len(words) and money and units.sign(words, at + 1):
        at += 1
    second = numeral_at(words, at, money) if joins else None
    if second is None or second.exact is None or n.exact is None:
        return None
    low = n.exact
    scale = _scale(words, second)
    if scale > 1 and not n.scaled and low < 1000 and low * scale < second.exact:
        low *= scale
    if low > second.exact and link == "and":
        return Numeral(n.first, second.end, None, None, n.form, second.scaled)
    if low >= second.exact or (link in ("or", "perhaps") and second.exact - low > max(Fraction(2), low)):
        return None
    return _checked(Numeral(n.first, second.end, low, second.exact, n.form, second.scaled))


def _scale(words: Sequence[str], n: Numeral) -> Fraction:
    """What the words of scale of a numeral multiply its first word by: a million for "1.5 million", "three million"."""
    if not n.scaled or n.exact is None:
        return Fraction(1)
    first = numeral_at(list(words[: n.first + 1]), n.first)
    glued = re.match(r"[\d.,]+", words[n.first])
    base = digits(glued.group()) if glued else first.exact if first is not None else None
    return n.exact / base if base else Fraction(1)


def _checked(n: Numeral) -> Numeral:
    """The range without its values where it is too wide to be one."""
    wide = n.low is not None and n.high is not None and n.low > 0 and n.high > WIDEST * n.low
    return replace(n, low=None, high=None) if wide else n


def _said_twice(words: Sequence[str], lower: Sequence[str], n: Numeral) -> Numeral | None:
    """ "35 (thirty-five)": one number in two ways, and none where they differ."""
    if lower[n.end : n.end + 1] != ["("]:
        return None
    second = numeral_at(words, n.end + 1)
    if second is None or lower[second.end : second.end + 1] != [")"] or {n.form, second.form} != {"digits", "words"}:
        return None
    value = n.exact if n.exact == second.exact else None
    return replace(n, end=second.end + 1, low=value, high=value)


def two_sided(words: Sequence[str], lower: Sequence[str], n: Numeral, start: int) -> Numeral | None:
    """ "At least 15 and possibly as many as 20", "more than 100 but fewer than 150": a bound on each side."""
    low = bounds(lower, start, n.end)
    if not low.low or low.high or n.exact is None or lower[n.end : n.end + 1] not in (["and"], ["but"]):
        return None
    at = n.end + 1
    while at < len(lower) and lower[at] in PERHAPS:
        at += 1
    second = next((m for i in range(at, min(at + 5, len(lower))) if (m := numeral_at(words, i)) is not None), None)
    if second is None or second.exact is None or second.exact <= n.exact:
        return None
    high = bounds(lower, second.first, second.end)
    if not high.high or high.low or high.first > at:
        return None
    return Numeral(n.first, second.end, n.exact, second.exact, n.form, second.scaled)
