"""Changes: two counts of one thing, and the words that say which way it went.

In: a ledger. Out: which numbers are ends of a change, and whether two can be counts of one thing.
"""

from dataclasses import dataclass
from functools import cache

from reportedly.knowledge import load
from reportedly.layers.arithmetic.ledger import Ledger, Measure, same_population

VERB = 8
"""How many words before "to" or "from" the word of change may stand. Not tuned."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two counts of one thing; `way` is 1 where the words say that it grew, -1 that it fell, 0 nothing."""

    earlier: Measure
    later: Measure
    way: int = 0


@cache
def ways() -> dict[str, int]:
    """The words of change: 1 for those of growth, -1 for those of a fall."""
    table = load("arithmetic")["change"]
    return {**dict.fromkeys(table["up"], 1), **dict.fromkeys(table["down"], -1)}


def is_change(here: Ledger, m: Measure) -> bool:
    """Whether the words make a number an end of a change: "from 30", "to 41", "up from 30"."""
    lead = here.before(m, 2)
    return lead[-1:] in (["to"], ["from"]) and way(here, m) != 0


def way(here: Ledger, m: Measure) -> int:
    """Which way the words of change right before "to" or "from" go; 0 where there are none."""
    for word in reversed(here.before(m, VERB)):
        if word in ways():
            return ways()[word]
    return 0


def alike(one: Measure, two: Measure) -> bool:
    """Whether two numbers can be of one thing: one unit, one fate, one population."""
    vague = None in (one.floor, two.floor)
    units = one.figure.unit == two.figure.unit and one.figure.unit != "percent" and one.figure.what != "duration"
    fates = one.figure.what == two.figure.what or "other" in (one.figure.what, two.figure.what)
    return not vague and units and fates and same_population(one, two)
