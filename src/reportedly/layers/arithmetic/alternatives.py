"""Whether parts exclude each other, and whether they are all there are: "35 dead, 22 alive and two unaccounted for".

In: measures in their sentences. Out: yes or no. What the words beside a number do not say is not assumed.
"""

from collections.abc import Sequence
from functools import cache

from reportedly.knowledge import load
from reportedly.layers.arithmetic.ledger import Ledger, Measure

FATES = ("killed", "injured", "missing", "released")
"""Kinds of figures that name a fate of their own."""
STATE = 6
"""How many words behind a number may say what became of those counted. Not tuned."""


@cache
def _fates() -> dict[str, str]:
    return {word: fate for fate, table in load("arithmetic")["fate"].items() for word in table["words"]}


@cache
def _kinds() -> dict[str, str]:
    groups = {g: nouns for g, nouns in load("arithmetic")["kinds"].items() if g != "example"}
    return {noun: group for group, nouns in groups.items() for noun in nouns}


def is_rest(here: Ledger, m: Measure) -> bool:
    """Whether the words make it what is left: "the remaining 22", "the other 12", "3 others"."""
    words = load("arithmetic")["rest"]["words"]
    lead = here.before(m, 2) + here.lower(m.first, m.end)
    return any(w in words for w in lead)


def fate(here: Ledger, m: Measure) -> str:
    """What became of those counted, by the words up to the next number, else by what the figure counts."""
    stop = min(here.analysis.sentences[m.sentence].end, m.end + STATE)
    following = next((o for o in here.in_sentence.get(m.sentence, ()) if o.first >= m.end), None)
    if following is not None:
        stop = min(stop, following.first)
    for word in here.lower(m.first, stop):
        if word in (";", "and", ":"):
            break
        if word in _fates():
            return _fates()[word]
    return m.figure.what if m.figure.what in FATES else ""


def survives(here: Ledger, part: Measure, whole: Measure) -> bool:
    """Whether the part came away alive and the whole did not."""
    return whole.figure.what == "killed" and fate(here, part) == "alive"


def exclusive(here: Ledger, parts: Sequence[Measure]) -> bool:
    """Whether nobody can be in two of the parts: each has a fate of its own, or a noun of one group of alternatives."""
    left = [m for m in parts if not is_rest(here, m)]
    fates = [fate(here, m) for m in left]
    if all(fates) and len(set(fates)) == len(fates):
        return True
    groups = {_kinds().get(m.noun, "") for m in left}
    return "" not in groups and len(groups) == 1 and len({m.noun for m in left}) == len(left)


def exhaustive(here: Ledger, parts: Sequence[Measure]) -> bool:
    """Whether the parts are all there are: one is "the rest", the fate of one is unknown beside the dead and the living,
    or they are men and women."""
    if any(is_rest(here, m) for m in parts):
        return True
    fates = {fate(here, m) for m in parts}
    return ({"killed", "missing"} <= fates and len(fates) > 2) or {"man", "woman"} <= {m.noun for m in parts}
