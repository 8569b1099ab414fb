"""Units of numbers: money, per cent, lengths of time; and numbers that are no count at all.

In: words in small letters. Out: a currency's code, `percent`, `day` and the like, and how many words name it.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis
from reportedly.layers.quantities.digits import HYPHENS, VULGAR, Numeral, scales

PLURALS = {
    "feet": "foot", "men": "man", "women": "woman", "children": "child", "people": "people", "bodies": "body",
    "lives": "life", "pence": "pence", "centuries": "century", "casualties": "casualty", "fatalities": "fatality",
    "families": "family", "injuries": "injury", "parties": "party", "countries": "country", "companies": "company",
    "enemies": "enemy", "militias": "militia", "militiamen": "militiaman", "servicemen": "serviceman",
    "gunmen": "gunman", "policemen": "policeman", "mercenaries": "mercenary", "armies": "army", "allies": "ally",
    "cities": "city", "agencies": "agency", "babies": "baby", "personnel": "personnel", "series": "series",
    "penny": "penny", "deputies": "deputy", "nationals": "national", "mortalities": "mortality",
    "inches": "inch", "laris": "lari", "wives": "wife", "boxes": "box", "classes": "class",
    "churches": "church", "coaches": "coach", "buses": "bus", "bosses": "boss", "witnesses": "witness", "ministries": "ministry",
    "categories": "category", "economies": "economy", "ambulances": "ambulance", "fiancées": "fiancée", "grandchildren": "grandchild", "stepchildren": "stepchild", "schoolchildren": "schoolchild", "wounded": "wounded",
}  # fmt: skip


def singular(word: str) -> str:
    """The singular of an English noun in small letters, near enough for looking it up."""
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def prefixed(text: str) -> tuple[str, str]:
    """The code of a currency that is glued to a number, and the number: "N60m" is naira, 60m; else nothing and the text."""
    found = re.fullmatch(r"([A-Z][A-Za-z]{0,3})(\d[\d.,]*(?:[kmbKMB]|bn|mn|tn)?)", text)
    code = load("units")["money"]["prefixes"].get(found[1].lower(), "") if found else ""
    return (str(code), found[2]) if found and code else ("", text)


def sign(words: Sequence[str], at: int) -> str:
    """The sign or word of money right before word `at`: `$`, `us $`, `dlrs`; nothing for none."""
    signs = load("units")["money"]["signs"]
    one = words[at - 1].lower() if at else ""
    two = words[at - 2] if at > 1 else ""
    if one == "$" and two in ("US", "U.S.", "A", "C", "NZ", "HK"):
        return f"{two.lower()} $"
    return one if one in signs else ""


def money(sign: str) -> str:
    """The code of a sign of money, or nothing."""
    return str(load("units")["money"]["signs"].get(sign.replace(" ", ""), "")) if sign else ""


def unit(lower: Sequence[str], at: int) -> tuple[str, int, Fraction] | None:
    """The unit that begins at word `at`: its name, how many words it takes, and what one of them is worth.

    A currency that the words leave open is `money`.
    """
    table = load("units")
    one = lower[at] if at < len(lower) else ""
    two = " ".join(lower[at : at + 2])
    for phrase, length in ((two, 2), (one, 1)):
        if phrase in table["percent"]["words"]:
            return "percent", min(length, len(lower) - at), Fraction(1)
    pair = " ".join(singular(w) for w in lower[at : at + 2])
    for phrase in (pair, two):
        if phrase in table["money"]["countries"]:
            return table["money"]["countries"][phrase], 2, Fraction(1)
    word = singular(one)
    if word in table["money"]["hundredths"]:
        return table["money"]["hundredths"][word], 1, Fraction(1, 100)
    also, scaled = table["money"]["also"], any(w in scales() for w in lower[max(0, at - 1) : at])
    other = one in also["plural"] or (not scaled and word in (*also["scaled"], "pound"))
    if word in table["money"]["words"] and not other:
        return table["money"]["words"][word] or "money", 1, Fraction(1)
    skip = (
        1
        if one in ("full", "whole", "consecutive", "straight", "more", "additional", "further", "long", "successive")
        else 0
    )
    word = singular(lower[at + skip]) if at + skip < len(lower) else ""
    if word in table["time"]:
        return table["time"][word], 1 + skip, Fraction(table["many"].get(word, 1))
    return None


def percent_words(lower: Sequence[str], at: int) -> int:
    """How many words at `at` say per cent: two of "per cent", one of "%", none."""
    words = load("units")["percent"]["words"]
    if " ".join(lower[at : at + 2]) in words and len(lower) > at + 1:
        return 2
    return 1 if at < len(lower) and lower[at] in words else 0


def has_short(lower: Sequence[str], at: int) -> bool:
    """Whether a short scale and a currency follow the number at `at`: "3.6 bln yen"."""
    following = unit(lower, at + 2)
    shorts = load("numbers")["short"]
    return (
        lower[at + 1 : at + 2] != []
        and lower[at + 1] in shorts
        and following is not None
        and following[0] not in load("units")["time"].values()
    )


def fraction(lower: Sequence[str], at: int) -> Numeral | None:
    """A part of a whole as hundredths: "a third of", "two-thirds of", "half of", "half the"; of a per cent ("a tenth of a
    percent") as hundredths too, of a length of time ("three quarters of an hour") as what it is of one. The part of a
    measure that no ledger keeps ("two-thirds of a mile") has no value."""
    found = _fraction(lower, at)
    if found is None or found.exact is None or lower[found.end : found.end + 1] != ["of"]:
        return found
    end = found.end + 1
    if lower[end : end + 1] in (["one"], ["a"], ["an"], ["1"]):
        if skip := percent_words(lower, end + 1):
            value = found.exact / 100
            return Numeral(at, end + 1 + skip, value, value, "fraction")
        measure = singular(lower[end + 1]) if end + 1 < len(lower) else ""
        if measure in load("units")["time"]:
            return Numeral(at, end + 1, found.exact / 100, found.exact / 100, "words")
        if measure in load("units")["not_counted"]["nouns"]:
            return Numeral(at, end + 2, None, None, "fraction")
    return found


def _fraction(lower: Sequence[str], at: int) -> Numeral | None:
    word = lower[at]
    if word in VULGAR and lower[at + 1 : at + 2] == ["of"]:
        return Numeral(at, at + 1, 100 * VULGAR[word], 100 * VULGAR[word], "fraction")
    if found := _out_of(lower, at):
        return found
    if word == "half":
        follows = lower[at + 1 : at + 2]
        leads = lower[at - 1 : at] if at else []
        if follows in (
            ["of"],
            ["the"],
            ["all"],
            ["its"],
            ["their"],
            ["were"],
            ["are"],
            ["have"],
            ["those"],
        ) and leads not in (
            ["first"],
            ["second"],
            ["other"],
            ["last"],
            ["a"],
        ):
            return Numeral(at, at + 1, Fraction(50), Fraction(50), "fraction")
        return None
    top = 1 if word == "a" else load("numbers")["units"].get(word, 0)
    skip = 1 if lower[at + 1 : at + 2] and lower[at + 1] in HYPHENS else 0
    name = lower[at + 1 + skip] if at + 1 + skip < len(lower) else ""
    bottom = load("numbers")["fractions"].get(name.removesuffix("s"), 0)
    end = at + 2 + skip
    if (top > 1) != name.endswith("s") or not 0 < top < bottom:
        return None
    verb = (top > 1 and lower[end : end + 1] != []) or lower[end : end + 1] in (["were"], ["are"], ["have"])
    follows_of = lower[end : end + 1] in (["of"], ["the"], ["all"]) or verb or (skip == 1 and word != "a")
    if lower[end : end + 2] in (["of", "a"], ["of", "an"]) and lower[end + 2 : end + 3] and lower[end + 2] in scales():
        return None
    value = Fraction(100 * top, bottom)
    return Numeral(at, end, value, value, "fraction") if follows_of else None


def _out_of(lower: Sequence[str], at: int) -> Numeral | None:
    """ "One in ten", "two out of every five": a share, where a plural or a verb of it follows."""
    units = load("numbers")["units"]
    top = units.get(lower[at], int(lower[at]) if lower[at].isdecimal() and len(lower[at]) < 3 else 0)
    link = next((p for p in OUT_OF if lower[at + 1 : at + 1 + len(p)] == p), None)
    if not top or link is None:
        return None
    end = at + 1 + len(link)
    word = lower[end] if end < len(lower) else ""
    known = {**units, **load("numbers")["tens"]}
    bottom = known.get(word, int(word) if word.isdecimal() and len(word) < 4 else 0)
    if not top < bottom <= 100 or (
        link == ["in"] and (top > 1) != (bottom in (3, 4, 5, 10)) and (top, bottom) != (1, bottom)
    ):
        return None
    if link == ["in"] and top > 1 and at and lower[at - 1].endswith(("ed", "ing")):
        return None
    value = Fraction(100 * top, bottom)
    return Numeral(at, end + 1, value, value, "fraction")


OUT_OF = (["out", "of", "every"], ["out", "of"], ["in", "every"], ["in"])
NAMED = ("PRODUCT", "WORK_OF_ART", "LAW", "FAC", "EVENT", "PERSON", "LOC", "GPE")


def named_tokens(analysis: Analysis) -> frozenset[int]:
    """The tokens of names that are more than a number: what is counted there is part of a name ("Channel 4 News")."""
    names = (n for n in analysis.names if n.label in NAMED)
    return frozenset(
        i for n in names if any(t.pos != "NUM" for t in analysis.tokens[n.first : n.end]) for i in range(n.first, n.end)
    )


def _is_markup(analysis: Analysis, first: int) -> bool:
    """Whether a number is the value of an attribute that was left in the text: `tweet_id="6721"`."""
    glued = analysis.tokens[max(0, first - 3) : first]
    return any("=" in t.text for t in glued) and all(a.span.end == b.span.start for a, b in pairwise(glued[-2:]))


def is_name(analysis: Analysis, first: int) -> bool:
    """Whether the number at token `first` numbers something: "Flight 103"."""
    before = analysis.tokens[first - 1] if first else None
    token = analysis.tokens[first]
    if before is None or before.sentence != token.sentence:
        return False
    if before.lower in load("units")["not_counted"]["names"] and token.text[0].isdigit() and not before.text.islower():
        return True
    if before.text[-1:] in ('"', "'", "=") and before.span.end == token.span.start and _is_markup(analysis, first):
        return True
    if before.text == "." and first > 1 and analysis.tokens[first - 2].text == "No":
        return True
    if before.lower == "of" and first > 1:
        group = analysis.tokens[first - 2]
        if group.lower == "magnitude" or (group.lower in ("group", "council") and group.text[:1].isupper()):
            return True
    if before.lower in ("no.", "number", "magnitude", "aged", "age", "page", "chapter", "#"):
        return True
    head = analysis.head(token)
    named = token.dep in ("nummod", "appos", "npadvmod") and head.index == first - 1 and head.pos in ("PROPN", "NOUN")
    return named and token.text[0].isdigit()
