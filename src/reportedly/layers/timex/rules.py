"""The rules of time expressions, compiled from the knowledge file `times`, and where they fit in a paragraph.

In: the tokens of a paragraph. Out: fits, longest first, each a rule with the tokens that it takes and its named
words. It refuses a rule that names an unknown class (`KnowledgeError`).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import KnowledgeError
from reportedly.knowledge import load
from reportedly.language.analysis import Token

HYPHEN = "(?: ?[-–‑] ?)"
YEAR = r"(?:1[0-9]\d\d|20\d\d|['’‘]\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
ZONE = (
    r"(?:gmt|utc|est|edt|et|cst|cdt|pst|pdt|cet|cest|bst|ist|local time|eastern time|eastern|pacific time"
    r"|in the (?:morning|afternoon|evening)|[a-z]+ time)"
)
CAPITALISED = ("month", "weekday", "weekdays", "holiday", "moon")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its pattern, TIMEX3's type, the names of the functions that guard it and make its value."""

    name: str
    pattern: re.Pattern[str]
    type: str
    make: str
    guard: str
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fit:
    """A rule that fits tokens `first` up to `end`, with the words of its groups, in small letters."""

    rule: Rule
    first: int
    end: int
    groups: Mapping[str, str]

    def __getitem__(self, group: str) -> str:
        """The words of a group; empty where the rule has none or it took no words."""
        return self.groups.get(group, "")


def _any(words: Sequence[str], escape: bool = True) -> str:
    longest = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", " ") if escape else w for w in longest) + ")"


def _names(names: Iterable[str]) -> str:
    """Any of the names, whose hyphens and apostrophes may stand as tokens of their own."""
    return _any(
        [re.escape(n).replace(r"\ ", " ").replace(r"\-", HYPHEN).replace("'", " ?['’]") for n in names], escape=False
    )


def _number() -> str:
    table = load("numbers")
    small = _any([*table["units"], *table["tens"]])
    scales = _any(["dozen", "hundred", "thousand", "million"])
    plain = rf"{small}(?:{HYPHEN}{small})?(?: {scales}(?: (?:and )?{small}(?:{HYPHEN}{small})?)?)?"
    return rf"(?:half a dozen|(?:an? )?{scales}|\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{plain}|an?)"


@cache
def classes() -> dict[str, str]:
    """For each word class that a pattern may name, its regular expression."""
    t = load("times")
    units = _any([f"{u}s?" for u in t["units"] if u not in ("century",)] + ["century", "centuries"], escape=False)
    return {
        "month": _any([form for forms in t["months"].values() for form in forms], escape=False),
        "weekday": _any([form for forms in t["weekdays"].values() for form in forms], escape=False),
        "weekdays": _any([name.lower() + "s" for name in t["weekdays"]]),
        "unit": units,
        "part": _any(list(t["parts"])),
        "season": _any(list(t["seasons"])),
        "holiday": _names(t["feasts"]),
        "moon": _names([form for months in t["calendars"].values() for forms in months for form in forms]),
        "otheryear": r"(?:1[34]\d\d|5[67]\d\d)",
        "ordinal": _any(list(t["ordinals"])),
        "period": _any(["week", "month", "year", "weekend", "quarter", "decade", "century", "fortnight"]),
        "mod": _any([m for forms in t["mods"].values() for m in forms]),
        "edge": _any([m for mod in ("START", "MID", "END") for m in t["mods"][mod]]),
        "when": _any([m for mod in ("START", "MID", "END") for m in t["mods"][mod]] + ["about", "around", "circa"]),
        "tens": _any(list(load("numbers")["tens"])),
        "ones": _any(list(load("numbers")["units"])),
        "fuzzy": _any([f for forms in t["fuzzy"].values() for f in forms]),
        "year": YEAR,
        "day": DAY,
        "zone": ZONE,
        "n": _number(),
    }


def expand(pattern: str) -> str:
    """A rule's pattern as a regular expression: its classes filled in as named groups."""

    def fill(match: re.Match[str]) -> str:
        name, _, called = match[1].partition(":")
        if name == "-":
            return HYPHEN
        if name not in classes():
            raise KnowledgeError(f"the rules of times name a class {{{name}}} that does not exist")
        return f"(?P<{called or name}>{classes()[name]})"

    return re.sub(r"\{(-|[a-z]+(?::[a-z]+)?)\}", fill, pattern)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of their file."""
    made = []
    for r in load("times")["rule"]:
        pattern = re.compile(rf"(?<!\S)(?:{expand(r['pattern'])})(?!\S)", re.IGNORECASE)
        made.append(Rule(r["name"], pattern, r["type"], r["make"], r.get("guard", ""), r))
    return tuple(made)


def fits(tokens: Sequence[Token]) -> list[Fit]:
    """Where the rules fit the tokens of a paragraph: longest first, then in text order, then in the rules' order."""
    joined, starts = "", []
    for t in tokens:
        starts.append(len(joined))
        joined += t.text + " "
    found: list[tuple[int, int, int, Fit]] = []
    for number, rule in enumerate(rules()):
        for m in rule.pattern.finditer(joined):
            first, end = bisect_left(starts, m.start()), bisect_left(starts, m.end())
            if any(m[g] and not m[g][0].isupper() for g in CAPITALISED if g in m.re.groupindex):
                continue
            groups = {k: v.lower() for k, v in m.groupdict().items() if v}
            fit = Fit(rule, tokens[first].index, tokens[end - 1].index + 1, groups)
            found.append((m.start() - m.end(), m.start(), number, fit))
    return [fit for *_, fit in sorted(found, key=lambda f: f[:3])]


def chosen(tokens: Sequence[Token], accepts: Callable[[Fit], bool]) -> list[Fit]:
    """The fits that stand, in text order: none overlaps another, longer ones first, refused ones left out."""
    taken: set[int] = set()
    kept = []
    for fit in fits(tokens):
        here = range(fit.first, fit.end)
        if not taken.intersection(here) and accepts(fit):
            taken.update(here)
            kept.append(fit)
    return sorted(kept, key=lambda f: f.first)
