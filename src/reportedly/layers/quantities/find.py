"""Quantities: a numeral with its bounds, its unit and the noun that it counts.

In: an analysis. Out: `Quantity` values in text order. Numbers that are names ("Flight 103"), ages, clock times, scores
or measures of distance are left out; a number that cannot be read for certain keeps its words and has no value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Sentence, Token
from reportedly.layers.quantities import units
from reportedly.layers.quantities.bounds import Bounds, bounds
from reportedly.layers.quantities.digits import HYPHENS, Numeral, plain_digits, points_group
from reportedly.layers.quantities.groups import group_at, nationals
from reportedly.layers.quantities.lengths import Length, extended
from reportedly.layers.quantities.nouns import Noun, noun_of
from reportedly.layers.quantities.numerals import numeral_at
from reportedly.layers.quantities.ranges import ranged, two_sided

MINUS = ("-", "−", "–")
NAMES = {"911", "999", "24/7", "9/11", "20/20"}
"""Numbers that are names: of an emergency line, a day, a habit."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `end` are the number with its bounds and unit, `number` to `number_end` the numeral alone."""

    first: int
    end: int
    number: int
    number_end: int
    low: Fraction | None
    high: Fraction | None
    approximate: bool
    unit: str = ""
    noun: Noun | None = None
    hyphened: bool = False

    @property
    def exact(self) -> Fraction | None:
        """The number, where the words give a single one."""
        return self.low if self.low == self.high else None

    @property
    def stop(self) -> int:
        """Just behind the quantity and its noun."""
        return max(self.end, self.noun.end) if self.noun else self.end

    @property
    def known(self) -> bool:
        """Whether the words could be read as a number at all."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence laid out for reading: its tokens and their words, counted from its beginning."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: list[str]
    lower: list[str]
    named: frozenset[int]


def quantities(analysis: Analysis) -> list[Quantity]:
    """The quantities of the text, in text order."""
    named = units.named_tokens(analysis)
    points = points_group(t.text for t in analysis.tokens)
    found: list[Quantity] = []
    for s in analysis.sentences:
        tokens = analysis.in_sentence(s)
        words = [t.text for t in tokens]
        line = Line(s, tokens, [plain_digits(w) for w in words] if points else words, [t.lower for t in tokens], named)
        found.extend(_in_line(analysis, line))
    return [replace(q, low=None, high=None) if _is_torn(analysis, q) else q for q in found]


def _is_torn(analysis: Analysis, q: Quantity) -> bool:
    """Whether a line or sentence ends within the number, behind its comma: "1," and "600 people"."""
    tokens = analysis.tokens

    def torn(comma: int) -> bool:
        whole = (
            0 < comma < len(tokens) - 1
            and tokens[comma].text == ","
            and tokens[comma].sentence != tokens[comma + 1].sentence
        )
        return whole and tokens[comma - 1].text.isdigit() and bool(re.fullmatch(r"\d{3}", tokens[comma + 1].text))

    return torn(q.number_end) or torn(q.number - 1)


def _in_line(analysis: Analysis, line: Line) -> Iterator[Quantity]:
    i = 0
    while i < len(line.words):
        q = _group(analysis, line, i)
        if q is None and (not _joined(line.tokens, i) or _after_range(line.lower, i)):
            q = _quantity(analysis, line, i)
        if q is None:
            i += 1
            continue
        yield q
        i = q.number_end - line.sentence.first


def _group(analysis: Analysis, line: Line, i: int) -> Quantity | None:
    """The people whom words without a number of their own count."""
    at = line.sentence.first
    g = group_at(analysis, at + i, line.sentence.end)
    if g is None:
        return None
    around = bounds(line.lower, i, g.end - at)
    low, high = around.range(g.count, g.count)
    return Quantity(at + around.first, g.end, g.first, g.end, low, high, around.approximate, "", g.noun)


def _joined(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the token is the second part of a word with a hyphen: the 52 of "B-52", not the 5 of "-5"."""
    if i < 2 or tokens[i - 1].lower not in HYPHENS or tokens[i - 1].span.end != tokens[i].span.start:
        return False
    return tokens[i - 2].span.end == tokens[i - 1].span.start


def _after_range(lower: list[str], i: int) -> bool:
    return i > 1 and bool(re.fullmatch(r"[\d,.]+", lower[i - 2]))


def _quantity(analysis: Analysis, line: Line, i: int) -> Quantity | None:
    lower, at = line.lower, line.sentence.first
    words, code = _unglued(line, i)
    sign = units.sign(line.words, i)
    if words[i] in NAMES or (lower[i] == "one" and lower[i + 1 : i + 2] == ["of"]):
        return None
    n = (
        _zero(lower, i)
        or units.fraction(lower, i)
        or numeral_at(words, i, money=bool(sign or code) or units.has_short(lower, i) or _has_capital_scale(line, i))
        or _one_length(lower, i)
    )
    if n is None or (n.form == "fraction" and n.exact is None):
        return None
    n = _glued(line.tokens, n)
    if n is None or (code and not n.scaled):
        return None
    if not (sign or code) and (at + n.first in line.named or units.is_name(analysis, at + n.first)):
        return None
    start = n.first - len(sign.split())
    both = two_sided(words, lower, n, start)
    numbers = both or ranged(words, lower, n, bool(sign), _changes(analysis, line, n)) or n
    after = units.unit(lower, numbers.end)
    plain = n.form in ("digits", "mixed") or n.exact is None or n.exact >= 10
    prepositions = plain or n.scaled or bool(after or sign) or lower[n.first] == "half"
    timed = after is not None and after[0] in load("units")["time"].values()
    if lower[start - 1] == "over" and start and (timed or (lower[n.first] in ("a", "an") and not n.scaled)):
        prepositions = start > 1 and lower[start - 2] in OVER
    around = bounds(lower, start, numbers.end, prepositions)
    if both is not None:
        around = replace(around, low=False, high=False)
    if start > 0 and lower[start - 1] in ("between", "from") and numbers is not n:
        around = replace(around, first=start - 1)
    if words[i].startswith("~"):
        around = replace(around, approximate=True)
    made = _made(analysis, line, numbers, around, sign)
    return replace(made, unit=code) if code else made


def _unglued(line: Line, i: int) -> tuple[list[str], str]:
    """The words with a currency taken off the number at `i`, and its code; the words as they are and "" without one."""
    code, bare = units.prefixed(line.words[i])
    return ([*line.words[:i], bare, *line.words[i + 1 :]], code) if code else (line.words, "")


def _has_capital_scale(line: Line, i: int) -> bool:
    """ "12.4M" in two tokens: a capital behind digits is a scale, where a small "m" may be metres."""
    if i + 1 >= len(line.tokens) or line.tokens[i + 1].text not in ("M", "K", "B", "bn"):
        return False
    return line.tokens[i].span.end == line.tokens[i + 1].span.start


def _changes(analysis: Analysis, line: Line, n: Numeral) -> bool:
    """Whether "from 30 to 45" tells how a count changed: "rose from 30 to 45", "up from 30"."""
    before = line.lower[n.first - 2] if n.first > 1 else ""
    token = line.tokens[n.end - 1]
    for _ in range(5):
        if token.head == token.index:
            break
        token = analysis.head(token)
        if token.pos in ("VERB", "AUX", "NOUN") and token.lemma in load("numbers")["changes"]["words"]:
            return True
    return before in ("up", "down")


def _made(analysis: Analysis, line: Line, n: Numeral, around: Bounds, sign: str) -> Quantity:
    lower, at = line.lower, line.sentence.first
    low, high = around.range(n.low, n.high)
    unit, end = units.money(sign), max(around.end, n.end)
    hyphened = around.end == n.end < len(lower) and lower[n.end] in HYPHENS
    scale = Fraction(1)
    if not unit and not hyphened:
        found = units.unit(lower, n.end) or units.unit(lower, around.end)
        if found:
            unit, length, scale = found
            end = max(end, n.end + length)
    if unit in load("units")["time"].values() and low is not None and high is not None:
        longer = extended(line.words, lower, Length(low * scale, high * scale, unit, end))
        if longer is not None:
            low, high, unit, end, scale = longer.low, longer.high, longer.unit, longer.end, Fraction(1)
            n = replace(n, end=end)
    if n.form == "fraction":
        unit = unit or "percent"
    noun = noun_of(analysis, line.sentence, at + n.first, at + end, hyphened)
    if noun is not None and noun.of and not unit and noun.word(analysis) in load("units")["money"]["words"]:
        currency = units.unit([noun.word(analysis)], 0)
        unit = currency[0] if currency else "money"
    if hyphened and noun is not None and noun.unit:
        unit, end = noun.unit, noun.end - at
    low, high = (None if v is None else v * scale for v in (low, high))
    if n.form == "fraction":
        low, high = (None if v is None else _whole(v) for v in (low, high))
    return Quantity(
        at + around.first, at + end, at + n.first, at + n.end, low, high, around.approximate, unit, noun, hyphened
    )


def _one_length(lower: list[str], i: int) -> Numeral | None:
    """ "For a week", "more than a decade", "nearly an hour": one of a length of time, where it is no rate; "half an hour",
    "half a percent"."""
    if lower[i] == "half" and lower[i + 1 : i + 2] in (["a"], ["an"]) and lower[i + 2 : i + 3] != []:
        unit = lower[i + 2] in load("units")["time"] or units.percent_words(lower, i + 2)
        return Numeral(i, i + 2, Fraction(1, 2), Fraction(1, 2), "words") if unit else None
    if lower[i] not in ("a", "an") or i + 1 >= len(lower) or lower[i + 1] not in load("units")["time"]:
        return None
    if lower[i + 2 : i + 5] == ["and", "a", "half"]:
        return Numeral(i, i + 1, Fraction(1), Fraction(1), "words")
    long = lower[i + 1] in ("week", "fortnight", "month", "year", "decade", "century")
    bounded = bounds(lower, i, i + 1).first < i
    if lower[i + 2 : i + 3] in (["ago"], ["-"], ["later"], ["earlier"]) or not (
        bounded or (long and i and lower[i - 1] in LENGTH_LEADS)
    ):
        return None
    return Numeral(i, i + 1, Fraction(1), Fraction(1), "words")


OVER = ("for", "just", "well", "little", "lasted", "lasting", "took", "takes", "spent", "waited", "after", "of")
"""Words before "over six years" in which "over" is "more than" and not "in the course of"."""
LENGTH_LEADS = (
    "for",
    "after",
    "over",
    "within",
    "during",
    "lasting",
    "lasted",
    "took",
    "take",
    "takes",
    "given",
    "spent",
)


def _whole(percent: Fraction) -> Fraction:
    """A share in whole per cents, or in tenths where it is exact in these: a third is 33, one in eight 12.5."""
    return percent if (percent * 10).denominator == 1 else Fraction(round(percent))


def _zero(lower: list[str], i: int) -> Numeral | None:
    """ "None of those doctors", "nobody", "no reported casualties": nobody, where the text counts who was hurt."""
    if (lower[i] == "none" and lower[i + 1 : i + 2] == ["of"]) or lower[i] in ("nobody", "no-one"):
        return Numeral(i, i + 1, Fraction(0), Fraction(0), "words")
    if lower[i : i + 3] == ["not", "a", "single"]:
        return Numeral(i, i + 3, Fraction(0), Fraction(0), "words")
    if lower[i : i + 2] == ["not", "one"] and lower[i + 2 : i + 3] != ["but"]:
        return Numeral(i, i + 2, Fraction(0), Fraction(0), "words")
    if lower[i : i + 2] == ["no", "one"] and lower[i + 2 : i + 3] != ["person"]:
        return Numeral(i, i + 2, Fraction(0), Fraction(0), "words")
    if lower[i] == "no":
        nouns = load("figures")["noun"]
        people = {*load("figures")["people"]["nouns"], *nationals()}
        counted = ({*nouns["killed"], *nouns["injured"], "casualty"} - {"life", "body", "victim"}) | people
        for word in lower[i + 1 : i + 4]:
            if units.singular(word) in counted:
                return Numeral(i, i + 1, Fraction(0), Fraction(0), "words")
    return None


def _is_digit(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[:1].isdigit()


def _glued(tokens: tuple[Token, ...], n: Numeral) -> Numeral | None:
    """The numeral without its value where something is glued to it: a minus sign, a footnote mark, more figures.

    None where it is no number at all: "155mm", "125i".
    """
    here, last = tokens[n.first], tokens[n.end - 1]
    before = tokens[n.first - 1] if n.first else None
    following = tokens[n.end] if n.end < len(tokens) else None
    minus = before is not None and before.text in MINUS and before.span.end == here.span.start
    touches = following is not None and following.span.start == last.span.end
    if (
        following is not None
        and following.text in ("×", "x", "*", "^")
        and n.form == "digits"
        and _is_digit(tokens, n.end + 1)
    ):
        return replace(n, low=None, high=None, end=n.end + 2)
    if n.form not in ("digits", "mixed") or following is None:
        return n
    if following.text[0] == "°" or (touches and re.fullmatch(r"\+\d.*", following.text)):
        return None
    if touches and following.text == "+" and _is_digit(tokens, n.end + 1):
        return None
    if touches and following.text[0].isalpha() and following.lower not in load("numbers")["short"]:
        return None
    if minus or (touches and following.text[0] in "[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰"):
        return replace(n, low=None, high=None)
    end = n.end
    if following.text in (",", ".") and end + 1 < len(tokens) and re.fullmatch(r"\d{3}", tokens[end + 1].text):
        return replace(n, low=None, high=None, end=end + 2)
    while end < len(tokens) and re.fullmatch(r"\d{3}", tokens[end].text) and re.fullmatch(r"\d{1,3}", here.text):
        end += 1
    return replace(n, low=None, high=None, end=end) if end > n.end else n
