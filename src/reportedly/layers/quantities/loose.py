"""Words that say how many without an exact number, or by themselves: "dozens", "several hundred", "the trio".

In: words in the text's letters and where to begin. Out: a `Numeral` with the range that the record's manual gives, or
None.
"""

from collections.abc import Sequence
from fractions import Fraction

from reportedly.layers.quantities.digits import HYPHENS, Numeral, scales, tables


def vague(words: Sequence[str], at: int) -> Numeral | None:
    """Plurals of scale: "dozens", "tens of thousands", "millions and millions", "dozens if not hundreds"."""
    many = tables()["vague"]
    rest = [w.lower() for w in words[at : at + 5]]
    scaled = rest[1:2] == ["of"] and rest[2:3] and rest[2] in many and rest[2] not in ("dozens", "scores", "hundreds")
    if rest[0] in ("tens", "hundreds") and scaled:
        scale, times = Fraction(many[rest[2]]["low"], 2), 10 if rest[0] == "tens" else 100
        return Numeral(at, at + 3, 2 * times * scale, 20 * times * scale - 1, "vague", scaled=True)
    if rest[0] == "tens":
        return Numeral(at, at + 1, Fraction(20), Fraction(99), "vague") if rest[1:2] == ["of"] else None
    low, high, end = Fraction(many[rest[0]]["low"]), Fraction(many[rest[0]]["high"]), at + 1
    if rest[1:2] in (["and"], ["upon"], ["on"]) and rest[2:3] == rest[:1]:
        end = at + 3
    elif (skip := _or_more(rest)) and rest[skip : skip + 1] and rest[skip] in many:
        high, end = Fraction(many[rest[skip]]["high"]), at + skip + 1
    return Numeral(at, end, low, high, "vague")


def _or_more(rest: Sequence[str]) -> int:
    """How many words "hundreds if not", "dozens, perhaps", "scores or even", "dozens or" take; 0 for none of them."""
    comma = 1 if rest[1:2] == [","] else 0
    following = list(rest[1 + comma : 3 + comma])
    if following in (["if", "not"], ["or", "even"], ["or", "perhaps"]):
        return 3 + comma
    return 2 + comma if following[:1] in (["or"], ["perhaps"], ["possibly"], ["maybe"]) else 0


def several(words: Sequence[str], at: int) -> Numeral | None:
    """ "Several" is three or more; "several hundred", "a few thousand" have the range of the plural."""
    table = tables()["several"]
    for phrase in table["words"]:
        parts = phrase.split()
        if [w.lower() for w in words[at : at + len(parts)]] != parts:
            continue
        end = at + len(parts)
        scale = words[end].lower() if end < len(words) else ""
        if words[end + 1 : end + 2] and words[end + 1].lower() in ("thousand", "million") and scale == "hundred":
            least = Fraction(200 * scales()[words[end + 1].lower()])
            return Numeral(at, end + 2, least, 10 * least - 1, "vague", scaled=True)
        if scale in scales():
            plural = tables()["vague"].get(scale + "s")
            low, high = (Fraction(plural["low"]), Fraction(plural["high"])) if plural else (None, None)
            return Numeral(at, end + 1, low, high, "vague", scaled=True)
        return Numeral(at, end, Fraction(table["low"]), None, "vague") if phrase in table["alone"] else None
    return None


def loose(words: Sequence[str], at: int) -> Numeral | None:
    """ "A couple of", "a handful of", "a couple of hundred": a few, with no exact number."""
    lower = [w.lower() for w in words[at : at + 4]]
    for size in (4, 3, 2):
        few = tables()["collective"]["loose"].get(" ".join(lower[:size]))
        if few is None:
            continue
        scale = scales().get(lower[size]) if len(lower) > size else None
        if scale and len(few) < 2:
            return None
        if scale:
            return Numeral(at, at + size + 1, Fraction(few[0] * scale), Fraction(few[1] * scale), "vague", scaled=True)
        least = Fraction(few[0])
        return Numeral(at, at + size, least, Fraction(few[1]) if len(few) > 1 else None, "vague")
    return None


def part_of_scale(words: Sequence[str], at: int) -> Numeral | None:
    """ "Double digits", "the low hundreds"."""
    lower = [w.lower() for w in words[at : at + 3]]
    skip = 1 if lower[1:2] and lower[1] in HYPHENS else 0
    name = lower[1 + skip] if len(lower) > 1 + skip else ""
    if lower[0] in tables()["digits"] and name in ("digits", "digit", "figures"):
        low, high = tables()["digits"][lower[0]]
        return Numeral(at, at + 2 + skip, Fraction(low), Fraction(high), "vague")
    if lower[0] in tables()["part"] and name in ("hundreds", "thousands", "millions"):
        low, high = (n * scales()[name.removesuffix("s")] for n in tables()["part"][lower[0]])
        return Numeral(at, at + 2 + skip, Fraction(low), Fraction(high - 1), "vague", scaled=True)
    return None


def collective(words: Sequence[str], at: int) -> Numeral | None:
    """ "A pair of", "the trio", "both": words that say how many by themselves."""
    table = tables()["collective"]
    lower = [w.lower() for w in words[at : at + 3]]
    if lower[0] in table["alone"]:
        value = Fraction(table["alone"][lower[0]])
        return Numeral(at, at + 1, value, value, "words")
    if len(lower) < 2 or lower[1] not in table["nouns"] or lower[0] not in ("a", "the", "another"):
        return None
    value, of = Fraction(table["nouns"][lower[1]]), lower[2:3] == ["of"]
    return Numeral(at, at + (3 if of and lower[0] != "the" else 2), value, value, "words")
