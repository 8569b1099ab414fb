"""Numerals: from the words of a text to a number, exactly or not at all.

In: words (tokens' texts) and where to begin. Out: a `Numeral` with the range that the words allow and where they end.
It refuses to guess: a numeral that can be read in two ways (`12.500`), that is glued to something else (`35[1]`) or
that is written in a way that it does not know has its words and no value.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from reportedly.knowledge import load

GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d{1,2}(,\d{2})+,\d{3}", re.ASCII)
PLAIN = re.compile(r"\d+|0\.\d+|\d+\.(\d{1,2}|\d{4,})", re.ASCII)
GLUED = re.compile(r"(\d[\d.,]*)(k|m|mn|mln|bn|bln|tn|trn|b)", re.IGNORECASE | re.ASCII)
DIGIT = re.compile(r"\d")
THREE_PLACES = re.compile(r"\d{1,3}\.\d{3}", re.ASCII)
FRACTION = re.compile(r"(\d+)[/⁄](\d+)", re.ASCII)
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
def _tables() -> dict[str, Any]:
    return load("numbers")


@cache
def _scales() -> dict[str, int]:
    return dict(_tables()["scales"])


@cache
def _small() -> dict[str, int]:
    t = _tables()
    return {
        **t["units"],
        **t["tens"],
        **{f"{a}-{b}": t["tens"][a] + t["units"][b] for a in t["tens"] for b in list(t["units"])[1:10]},
    }


VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
DOTTED = re.compile(r"\d{1,3}(\.\d{3}){2,}", re.ASCII)


def digits(text: str) -> Fraction | None:
    """The value of a numeral in digits, or None where it can be read in two ways or is no plain numeral.

    Grouping by commas in threes (or as in 12,34,567) is read; `12.500` is not, since it is a thousand or a half by
    country; digits of other scripts are read when all are of one script and nothing separates them.
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


def numeral_at(words: Sequence[str], at: int, money: bool = False) -> Numeral | None:
    """The longest numeral that begins at word `at`, or None. `money` lets short scales ("$5 m") stand apart."""
    if at >= len(words):
        return None
    first = words[at].lower()
    if DIGIT.search(first):
        return _in_digits(words, at, money)
    if first in _tables()["vague"] or first in ("tens",):
        return _vague(words, at)
    return (
        _loose(words, at)
        or _part_of_scale(words, at)
        or _several(words, at)
        or _collective(words, at)
        or _in_words(words, at)
    )


def _in_digits(words: Sequence[str], at: int, money: bool) -> Numeral | None:
    text = words[at]
    if fraction := FRACTION.fullmatch(text):
        top, bottom = int(fraction[1]), int(fraction[2])
        value = Fraction(100 * top, bottom) if 0 < top < bottom <= 10 else None
        return Numeral(at, at + 1, value, value, "fraction")
    if (glued := GLUED.fullmatch(text)) and glued[2].lower() in _tables()["short"]:
        value = digits(glued[1])
        value = None if value is None else value * _tables()["short"][glued[2].lower()]
        return Numeral(at, at + 1, value, value, "mixed", scaled=True)
    if any(c.isalpha() for c in text):
        return None
    value = digits(text.lstrip("+"))
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if value is None and THREE_PLACES.fullmatch(text) and following in ("million", "billion", "trillion"):
        value = Fraction(text)
    return _with_scale(words, Numeral(at, at + 1, value, value, "digits"), money)


def _with_scale(words: Sequence[str], n: Numeral, money: bool) -> Numeral:
    """`n` with the words of scale behind it: "1.9 million", "135 thousand", "two and a half million"."""
    end, value = n.end, n.exact
    rest = [w.lower() for w in words[end : end + 4]]
    if rest[:3] == ["and", "a", "half"]:
        end, value = end + 3, None if value is None else value + Fraction(1, 2)
        rest = [w.lower() for w in words[end : end + 2]]
    glue = 1 if rest and rest[0] in HYPHENS and len(rest) > 1 and rest[1] in _scales() else 0
    scale = _scales().get(rest[glue]) if len(rest) > glue else None
    if scale is None and money and rest:
        scale = _tables()["short"].get(rest[0].rstrip("."))
    if scale is None:
        return replace(n, end=end, low=value, high=value)
    value = None if value is None else value * scale
    form = "mixed" if n.form == "digits" else n.form
    return replace(n, end=end + glue + 1, low=value, high=value, form=form, scaled=True)


def _vague(words: Sequence[str], at: int) -> Numeral | None:
    """Plurals of scale: "dozens", "tens of thousands", "millions and millions", "dozens if not hundreds"."""
    vague = _tables()["vague"]
    rest = [w.lower() for w in words[at : at + 5]]
    if (
        rest[0] in ("tens", "hundreds")
        and rest[1:2] == ["of"]
        and rest[2:3]
        and rest[2] in vague
        and rest[2] not in ("dozens", "scores", "hundreds")
    ):
        scale, times = Fraction(vague[rest[2]]["low"], 2), 10 if rest[0] == "tens" else 100
        return Numeral(at, at + 3, 2 * times * scale, 20 * times * scale - 1, "vague", scaled=True)
    if rest[0] == "tens":
        return None
    low, high, end = Fraction(vague[rest[0]]["low"]), Fraction(vague[rest[0]]["high"]), at + 1
    if rest[1:2] in (["and"], ["upon"], ["on"]) and rest[2:3] == rest[:1]:
        end = at + 3
    elif (skip := _if_not(rest)) and rest[skip : skip + 1] and rest[skip] in vague:
        high, end = Fraction(vague[rest[skip]]["high"]), at + skip + 1
    elif rest[1:2] == ["or"] and rest[2:3] and rest[2] in vague:
        high, end = Fraction(vague[rest[2]]["high"]), at + 3
    return Numeral(at, end, low, high, "vague")


def _if_not(rest: Sequence[str]) -> int:
    """How many words "hundreds if not", "hundreds, if not" take; none for neither."""
    if rest[1:3] == ["if", "not"]:
        return 3
    return 4 if rest[1:4] == [",", "if", "not"] else 0


def _several(words: Sequence[str], at: int) -> Numeral | None:
    """ "several", "several hundred", "a few thousand"."""
    table = _tables()["several"]
    for phrase in table["words"]:
        parts = phrase.split()
        if [w.lower() for w in words[at : at + len(parts)]] != parts:
            continue
        end = at + len(parts)
        scale = words[end].lower() if end < len(words) else ""
        if scale in _scales():
            plural = _tables()["vague"].get(scale + "s")
            low, high = (Fraction(plural["low"]), Fraction(plural["high"])) if plural else (None, None)
            return Numeral(at, end + 1, low, high, "vague", scaled=True)
        return Numeral(at, end, Fraction(table["low"]), None, "vague") if phrase in table["alone"] else None
    return None


def _loose(words: Sequence[str], at: int) -> Numeral | None:
    """ "A couple of", "a handful of": a few, with no exact number."""
    lower = [w.lower() for w in words[at : at + 3]]
    for size in (3, 2):
        bounds = _tables()["collective"]["loose"].get(" ".join(lower[:size]))
        if bounds is not None and lower[size : size + 1] and lower[size] in _scales():
            return None
        if bounds is not None:
            return Numeral(
                at, at + size, Fraction(bounds[0]), Fraction(bounds[1]) if len(bounds) > 1 else None, "vague"
            )
    return None


def _part_of_scale(words: Sequence[str], at: int) -> Numeral | None:
    """ "Double digits", "the low hundreds"."""
    lower = [w.lower() for w in words[at : at + 3]]
    skip = 1 if lower[1:2] and lower[1] in HYPHENS else 0
    name = lower[1 + skip] if len(lower) > 1 + skip else ""
    if lower[0] in _tables()["digits"] and name in ("digits", "digit", "figures"):
        low, high = _tables()["digits"][lower[0]]
        return Numeral(at, at + 2 + skip, Fraction(low), Fraction(high), "vague")
    if lower[0] in _tables()["part"] and name in ("hundreds", "thousands", "millions"):
        low, high = (n * _scales()[name.removesuffix("s")] for n in _tables()["part"][lower[0]])
        return Numeral(at, at + 2 + skip, Fraction(low), Fraction(high - 1), "vague", scaled=True)
    return None


def _collective(words: Sequence[str], at: int) -> Numeral | None:
    """ "A couple of", "the trio", "both": words that say how many by themselves."""
    table = _tables()["collective"]
    lower = [w.lower() for w in words[at : at + 3]]
    if lower[0] in table["alone"]:
        value = Fraction(table["alone"][lower[0]])
        return Numeral(at, at + 1, value, value, "words")
    if len(lower) < 2 or lower[1] not in table["nouns"] or lower[0] not in ("a", "the", "another"):
        return None
    value, of = Fraction(table["nouns"][lower[1]]), lower[2:3] == ["of"]
    return Numeral(at, at + (3 if of and lower[0] != "the" else 2), value, value, "words")


def _in_words(words: Sequence[str], at: int) -> Numeral | None:
    """ "two hundred and fifty", "twenty-two", "a dozen", "half a million", "one and a half million"."""
    lower = [w.lower() for w in words[at : at + 14]]
    small, scales = _small(), _scales()
    if lower[0] == "half" and lower[1:2] in (["a"], ["an"]) and lower[2:3] and lower[2] in scales:
        value = Fraction(scales[lower[2]], 2)
        return Numeral(at, at + 3, value, value, "words", scaled=True)
    total, part, i, seen, scaled = Fraction(0), Fraction(0), 0, False, False
    if lower[0] in ("a", "an") and lower[1:2] and lower[1] in scales:
        part, i, seen = Fraction(1), 1, True
    elif lower[0] == "dozen" and at and words[at - 1].lower() in ("the", "this", "its", "first", "last"):
        part, seen = Fraction(1), True
    last = 1000
    while i < len(lower):
        w = lower[i]
        if w in small and not (seen and last <= small[w]):
            part, last, seen = part + small[w], _room(small[w]), True
        elif w in scales and seen:
            scaled = True
            if scales[w] <= 100:
                part *= scales[w]
                last = 100
            else:
                total, part, last = total + part * scales[w], Fraction(0), 1000
        elif seen and _joins(lower, i, last):
            pass
        else:
            break
        i += 1
    if not seen:
        return None
    while i > 1 and (lower[i - 1] in HYPHENS or lower[i - 1] == "and"):
        i -= 1
    value = total + part
    if scaled and lower[i : i + 3] == ["and", "a", "half"]:
        value, i = value + Fraction(max(v for w, v in scales.items() if w in lower[:i]), 2), i + 3
    found = Numeral(at, at + i, value, value, "words", scaled)
    return found if scaled else _with_scale(words, found, money=False)


def _room(value: int) -> int:
    """What may still be added behind a word of this value: a unit behind a ten, nothing behind a unit."""
    return 10 if value >= 20 and value % 10 == 0 else 0


def _joins(lower: Sequence[str], i: int, last: int) -> bool:
    """Whether the word at `i` only joins two parts of one numeral: "twenty-two", "two hundred and six"."""
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if lower[i] in HYPHENS:
        return following in _scales() or (last == 10 and 0 < _small().get(following, 0) < 10)
    return lower[i] == "and" and last >= 100 and following in _small()
