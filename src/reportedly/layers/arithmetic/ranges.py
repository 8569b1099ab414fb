"""Ranges: "between 35 and 40" against a single number for the same people and the same fate.

In: a ledger. Out: checks of the kind `range`, the range first. Vague numbers ("dozens") are no range.
"""

from collections.abc import Iterator

from reportedly.knowledge import load
from reportedly.layers.arithmetic.ledger import Ledger, Measure, same_population
from reportedly.layers.arithmetic.phrasing import check, shown
from reportedly.record import Check


def ranges(here: Ledger) -> Iterator[Check]:
    """Each range against the single numbers of its sentence and of those beside it."""
    for sentence in sorted(here.in_sentence):
        for spread in here.in_sentence[sentence]:
            low, high = spread.figure.low, spread.figure.high
            if low is None or high is None or low == high or _vague(here, spread):
                continue
            for best in here.near(sentence):
                value = best.exact
                if value is None or not _same_thing(here, spread, best):
                    continue
                inside = low <= value <= high
                where = (
                    f"between {shown(low)} and {shown(high)}" if inside else f"outside {shown(low)} to {shown(high)}"
                )
                yield check("range", [spread, best], inside, f"{shown(value)} lies {where}")


def _vague(here: Ledger, m: Measure) -> bool:
    vague = load("numbers")["vague"]
    return m.figure.made_by == "rule: mostly" or any(w in vague for w in here.lower(m.first, m.end))


def _likeliest(here: Ledger, m: Measure) -> bool:
    """ "38 the most likely number", "its best estimate is 38"."""
    words = load("arithmetic")["likeliest"]["words"]
    return any(w in words for w in here.before(m, 5) + here.after(m, 4))


def _same_thing(here: Ledger, spread: Measure, best: Measure) -> bool:
    if _likeliest(here, best) and best.first > spread.end and best.sentence - spread.sentence < 2:
        return spread.figure.unit == best.figure.unit and (same_population(best, spread) or not best.noun)
    told = {here.scope.speaker(m) for m in (spread, best)}
    if len(told - {()}) > 1 or (len(told) > 1 and spread.sentence != best.sentence):
        return False
    one, two = spread.figure, best.figure
    places = one.place == two.place or not (one.place and two.place)
    periods = one.period == two.period or not (one.period and two.period)
    named = one.what not in ("other", "troops", "money", "duration")
    what = one.what == two.what and one.unit == two.unit and not (one.part_of or two.part_of)
    return what and named and places and periods and same_population(best, spread)
