"""Totals over time: an earlier count against a later one of the same thing.

In: a ledger. Out: checks of the kind `total`, the earlier first. The order comes from words of change ("had risen to 41",
"up from 30") or from the days of two running totals. A count that only grows as it is kept does not fit where it falls.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reportedly.knowledge import load
from reportedly.layers.arithmetic.changing import VERB, Change, alike, way, ways
from reportedly.layers.arithmetic.ledger import Ledger, Measure
from reportedly.layers.arithmetic.phrasing import check, day, shown
from reportedly.layers.arithmetic.recalled import recalled
from reportedly.record import Check

GROWING = ("killed", "injured", "arrested", "released")
"""Kinds of figures whose running total does not fall; the held, missing or displaced of a day may."""
BACK = 2
"""How many sentences back the count may stand from which another has risen. Not tuned."""


def totals(here: Ledger) -> list[Check]:
    """The changes of an article: those that words name, then those that days order."""
    return [made for change in changes(here) if (made := _check(here, change)) is not None]


def changes(here: Ledger) -> list[Change]:
    """Two counts of one thing in their order in time, each pair once."""
    found: dict[frozenset[str], Change] = {}
    for change in (*_worded(here), *recalled(here), *_dated(here)):
        if change.earlier is not change.later and here.before(change.earlier, 1) != ["by"]:
            found.setdefault(frozenset((change.earlier.figure.id, change.later.figure.id)), change)
    return list(found.values())


def _worded(here: Ledger) -> Iterator[Change]:
    for sentence in sorted(here.in_sentence):
        row = here.in_sentence[sentence]
        for i, m in enumerate(row):
            lead = here.before(m, 2)
            before = row[i - 1] if i else None
            if lead in (["up", "from"], ["down", "from"]):
                if before is not None and alike(before, m):
                    yield Change(m, before, ways()[lead[0]])
            elif lead[-1:] == ["from"] and before is not None and here.before(before, 1) == ["to"] and alike(before, m):
                if went := way(here, before):
                    yield Change(m, before, went)
            elif lead[-1:] == ["to"] and (changed := _change_to(here, m, before)):
                yield changed


def _change_to(here: Ledger, later: Measure, before: Measure | None) -> Change | None:
    """ "Rose from 30 on Monday to 41", "the toll, 30 on Monday, had risen to 41"."""
    went = way(here, later)
    if before is not None and alike(before, later):
        from_there = here.before(before, 1) == ["from"]
        went = way(here, before) if from_there else went
        return Change(before, later, went) if went and (from_there or later.first - before.end <= VERB * 2) else None
    if not went or before is not None:
        return None
    for back in range(1, BACK + 1):
        known = [o for o in here.in_sentence.get(later.sentence - back, ()) if o.exact is not None]
        same = [o for o in known if alike(o, later) and o.figure.what == later.figure.what]
        if known:
            return Change(same[0], later, went) if len(same) == 1 and len(known) == 1 and _counted(later) else None
    return None


def _counted(m: Measure) -> bool:
    return m.figure.what not in ("other", "money", "duration")


def _dated(here: Ledger) -> Iterator[Change]:
    """Running totals of one thing in the order of their days, each against the next."""
    series: dict[tuple[str, str | None, str | None], list[Measure]] = {}
    for m in here.measures:
        running = m.figure.tally == "running" or m.figure.as_of is not None
        if running and here.scope.day(m) is not None and not m.share and not m.figure.part_of and _counted(m):
            series.setdefault((m.figure.what, m.figure.unit, m.figure.place), []).append(m)
    for counts in series.values():
        counts.sort(key=lambda m: (here.scope.day(m) or date.min, m.first))
        for earlier, later in pairwise(counts):
            if here.scope.day(earlier) == here.scope.day(later) or not alike(earlier, later):
                continue
            falls = (later.floor or 0) < (earlier.floor or 0)
            said = [s for s in (here.scope.speaker(earlier), here.scope.speaker(later)) if s]
            if not (falls and len(set(said)) > 1):
                yield Change(earlier, later)


def _check(here: Ledger, change: Change) -> Check | None:
    one, two = change.earlier.floor, change.later.floor
    if one is None or two is None:
        return None
    toll = any(_is_toll(here, m) for m in (change.earlier, change.later))
    grows = change.later.figure.what in GROWING and (toll or not change.way)
    holds = {1: two > one, 0: two >= one or not grows, -1: two < one and not grows}[change.way]
    went = f"rose by {shown(two - one)}" if two > one else f"fell by {shown(one - two)}" if two < one else "unchanged"
    return check("total", [change.earlier, change.later], holds, f"{_when(here, change)}: {went}")


def _is_toll(here: Ledger, m: Measure) -> bool:
    """Whether a running total is counted: the figure says so, or a "toll" stands before it in its sentence."""
    words = load("arithmetic")["toll"]["words"]
    return m.figure.tally == "running" or any(w in words for w in here.before(m, VERB * 2))


def _when(here: Ledger, change: Change) -> str:
    one, two = (shown(m.floor or 0) for m in (change.earlier, change.later))
    first, last = (here.scope.day(m) for m in (change.earlier, change.later))
    if first is not None and last is not None and first < last:
        return f"{one} on {day(first)}, {two} on {day(last)}"
    return f"{one}, then {two}"
