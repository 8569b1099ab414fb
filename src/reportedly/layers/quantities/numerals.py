"""Numerals: from the words of a text to a number, exactly or not at all.

In: words (tokens' texts) and where to begin. Out: a `Numeral` with the range that the words allow and where they end.
It refuses to guess: a numeral that can be read in two ways (`12.500`), that is glued to something else (`35[1]`) or
that is written in a way that it does not know has its words and no value.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from reportedly.layers.quantities.digits import HYPHENS, THREE_PLACES, Numeral, digits, scales, tables
from reportedly.layers.quantities.loose import collective, loose, part_of_scale, several, vague

GLUED = re.compile(r"(\d[\d.,]*)(k|m|mn|mln|bn|bln|tn|trn|b)", re.IGNORECASE | re.ASCII)

DIGIT = re.compile(r"\d")

FRACTION = re.compile(r"(\d+)[/⁄](\d+)", re.ASCII)


LONGEST = 40
"""Words of the longest numeral that is read; one that goes on has no value. The longest below a trillion has 31."""
LARGEST = 10**30
"""More than any scale: what the first word of scale is compared with."""


@cache
def _small() -> dict[str, int]:
    t = tables()
    return {
        **t["units"],
        **t["tens"],
        **{f"{a}-{b}": t["tens"][a] + t["units"][b] for a in t["tens"] for b in list(t["units"])[1:10]},
    }


def numeral_at(words: Sequence[str], at: int, money: bool = False) -> Numeral | None:
    """The longest numeral that begins at word `at`, or None. `money` lets short scales ("$5 m") stand apart."""
    if at >= len(words):
        return None
    first = words[at].lower()
    if DIGIT.search(first):
        return _in_digits(words, at, money)
    if first in tables()["vague"] or first in ("tens",):
        return vague(words, at)
    return (
        loose(words, at)
        or part_of_scale(words, at)
        or several(words, at)
        or collective(words, at)
        or _in_words(words, at)
    )


def _in_digits(words: Sequence[str], at: int, money: bool) -> Numeral | None:
    text = words[at]
    if fraction := FRACTION.fullmatch(text):
        top, bottom = int(fraction[1]), int(fraction[2])
        value = Fraction(100 * top, bottom) if 0 < top < bottom <= 10 else None
        return Numeral(at, at + 1, value, value, "fraction")
    if (glued := GLUED.fullmatch(text)) and glued[2].lower() in tables()["short"]:
        value = digits(glued[1])
        value = None if value is None else value * tables()["short"][glued[2].lower()]
        return Numeral(at, at + 1, value, value, "mixed", scaled=True)
    if any(c.isalpha() for c in text):
        return None
    value = digits(text.lstrip("+~"))
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if value is not None and text.isdecimal() and (mixed := FRACTION.fullmatch(following)):
        top, bottom = int(mixed[1]), int(mixed[2])
        value = value + Fraction(top, bottom) if 0 < top < bottom <= 10 else None
        return _with_scale(words, Numeral(at, at + 2, value, value, "digits"), money)
    if value is None and THREE_PLACES.fullmatch(text) and following in ("million", "billion", "trillion"):
        value = Fraction(text)
    return _with_scale(words, Numeral(at, at + 1, value, value, "digits"), money)


def _with_scale(words: Sequence[str], n: Numeral, money: bool) -> Numeral:
    """`n` with the words of scale behind it: "1.9 million", "135 thousand", "two and a half million"."""
    end, value = n.end, n.exact
    if (added := _added(words, end)) is not None:
        end, value = end + added[0], None if value is None else value + added[1]
    rest = [w.lower() for w in words[end : end + 2]]
    glue = 1 if rest and rest[0] in HYPHENS and len(rest) > 1 and rest[1] in scales() else 0
    scale = scales().get(rest[glue]) if len(rest) > glue else None
    if scale is None and money and rest:
        scale = tables()["short"].get(rest[0].rstrip("."))
    if scale is None:
        return replace(n, end=end, low=value, high=value)
    end, value = end + glue + 1, None if value is None else value * scale
    while end < len(words) and words[end].lower() in scales():
        end, value = end + 1, None if value is None else value * scales()[words[end].lower()]
    form = "mixed" if n.form == "digits" else n.form
    return replace(n, end=end, low=value, high=value, form=form, scaled=True)


def _added(words: Sequence[str], at: int) -> tuple[int, Fraction] | None:
    """What "and" at word `at` adds to a number: how many words, and the part. "A quarter" only before a scale."""
    rest = [w.lower() for w in words[at : at + 5]]
    if rest[:1] != ["and"]:
        return None
    for name in ("added", "added_to_scale"):
        for phrase, part in tables()[name].items():
            end = 1 + len(phrase.split())
            if rest[1:end] == phrase.split() and (name == "added" or (rest[end : end + 1] and rest[end] in scales())):
                return end, Fraction(part)
    return None


def _in_words(words: Sequence[str], at: int) -> Numeral | None:
    """ "two hundred and fifty", "twenty-two", "a dozen", "half a million", "one and a half million"."""
    lower = [w.lower().replace("‑", "-").replace("‐", "-") for w in words[at : at + LONGEST]]
    small, known = _small(), scales()
    if (halved := _half_a(lower)) is not None:
        return Numeral(at, at + halved[0], halved[1], halved[1], "words", scaled=True)
    if lower[0] == "half" and lower[1:2] in (["a"], ["an"]) and lower[2:3] and lower[2] in known:
        value = Fraction(known[lower[2]], 2)
        return Numeral(at, at + 3, value, value, "words", scaled=True)
    total, part, i, seen, scaled = Fraction(0), Fraction(0), 0, False, False
    if lower[0] in ("a", "an") and lower[1:2] and lower[1] in known:
        part, i, seen = Fraction(1), 1, True
    elif lower[0] == "dozen" and at and words[at - 1].lower() in BEFORE_DOZEN:
        part, seen = Fraction(1), True
    last, least, sizes, unclear = 1000, LARGEST, 0, False
    while i < len(lower):
        w = lower[i]
        if w in small and not (seen and last <= small[w]):
            part, last, seen = part + small[w], _room(small[w]), True
        elif w in known and seen:
            scaled, size = True, known[w]
            if part and size <= 100:
                part, last = part * size, 100
            elif part:
                unclear = unclear or size >= least
                total, part, last, least, sizes = total + part * size, Fraction(0), 1000, size, sizes + 1
            else:  # a scale of a scale: "a thousand million", "two lakh crore"
                unclear = unclear or sizes > 1
                total, least = total * size, least * size
        elif seen and _joins(lower, i, last):
            pass
        else:
            break
        i += 1
    if not seen:
        return None
    if lower[i : i + 6] == ["-", "and", "-", "a", "-", "half"]:
        part, i = part + Fraction(1, 2), i + 6
    while i > 1 and (lower[i - 1] in HYPHENS or lower[i - 1] == "and"):
        i -= 1
    if i == LONGEST or unclear:
        return Numeral(at, at + i, None, None, "words", scaled)
    value = total + part
    if scaled and lower[i : i + 3] == ["and", "a", "half"]:
        value, i = value + Fraction(max(v for w, v in known.items() if w in lower[:i]), 2), i + 3
    found = Numeral(at, at + i, value, value, "words", scaled)
    return found if scaled else _with_scale(words, found, money=False)


BEFORE_DOZEN = ("the", "this", "its", "first", "last", "further", "another", "additional", "other")


def _half_a(lower: Sequence[str]) -> tuple[int, Fraction] | None:
    """ "A half-dozen", "a quarter of a million", "three-quarters of a million": how many words, and the number."""
    if lower[0] == "a" and lower[1:2] == ["half"]:
        skip = 3 if lower[2:3] and lower[2] in HYPHENS else 2
        scale = scales().get(lower[skip]) if len(lower) > skip else None
        return (skip + 1, Fraction(scale, 2)) if scale else None
    parts = tables()["parts_of_scale"]
    part = next((p for p in parts if list(lower[: len(p.split())]) == p.split()), None)
    words = len(part.split()) if part else 0
    of = lower[words : words + 2] in (["of", "a"], ["of", "an"])
    scale = scales().get(lower[words + 2]) if part and of and len(lower) > words + 2 else None
    return (words + 3, Fraction(parts[part]) * scale) if part and scale else None


def _room(value: int) -> int:
    """What may still be added behind a word of this value: a unit behind a ten, nothing behind a unit."""
    return 10 if value >= 20 and value % 10 == 0 else 0


def _joins(lower: Sequence[str], i: int, last: int) -> bool:
    """Whether the word at `i` only joins two parts of one numeral: "twenty-two", "two hundred and six"."""
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if lower[i] in HYPHENS:
        return following in scales() or (last == 10 and 0 < _small().get(following, 0) < 10)
    return lower[i] == "and" and last >= 100 and following in _small()
