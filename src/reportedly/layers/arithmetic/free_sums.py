"""Parts and totals that no words bind, but that fit exactly: across sentences and across the article.

In: a ledger. Out: totals with their parts, only such as fit. Two parts need nearness and one fate; three or more that
follow each other may have their total anywhere. Small totals fit by chance too often and are left out.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.knowledge import load
from reportedly.layers.arithmetic.alternatives import exclusive
from reportedly.layers.arithmetic.ledger import CASUALTIES, Ledger, Measure, same_population
from reportedly.layers.arithmetic.totals import is_change

LEAST_TOTAL = 10
"""Below it a sum that fits is too often chance, where no words bind the parts to the total. Not tuned."""
LONGEST = 8
"""Parts of the longest list that is tried: a bound on time."""
CANDIDATES = 6
"""How many totals of one value are tried, the nearest: a bound on time."""


def fate_fits(part: Measure, whole: Measure) -> bool:
    """Whether what is said of the part can be true of some of the whole."""
    one, all_of_them = part.figure.what, whole.figure.what
    return one in (all_of_them, "other", "troops", "money") or one in load("arithmetic")["later"].get(all_of_them, ())


def free_sums(here: Ledger) -> Iterator[tuple[Measure, list[Measure]]]:
    """Totals with parts that fit exactly."""
    by_value: dict[float, list[Measure]] = {}
    for m in here.measures:
        if m.plain is not None and not m.share and m.plain >= LEAST_TOTAL:
            by_value.setdefault(m.plain, []).append(m)
    for sentence in sorted(here.in_sentence):
        for parts in _runs(here, sentence):
            yield from _total(here, by_value, parts, any_distance=True)
        for pair in combinations(_countable(here, sentence), 2):
            if _pair(here, pair):
                yield from _total(here, by_value, pair, any_distance=False)


def _countable(here: Ledger, sentence: int) -> list[Measure]:
    found = here.in_sentence.get(sentence, ())
    return [m for m in found if m.plain is not None and m.plain > 0 and not m.share and m.figure.what != "duration"]


def _runs(here: Ledger, sentence: int) -> Iterator[list[Measure]]:
    """Lists of three or more figures that follow each other in a sentence, or in it and the next of its paragraph, the
    longest first."""
    own, following = _countable(here, sentence), _countable(here, sentence + 1)
    if following and own and following[0].paragraph != own[0].paragraph:
        following = []
    row = [*own, *following]
    for size in range(min(LONGEST, len(row)), 2, -1):
        for start in range(min(len(own), len(row) - size + 1)):
            yield row[start : start + size]


def _pair(here: Ledger, pair: Sequence[Measure]) -> bool:
    """Whether two figures may be all the parts of a third: one fate, or fates or kinds that exclude each other."""
    one, two = pair
    if one.figure.what == two.figure.what and one.figure.what in CASUALTIES:
        return (one.plain or 0) > 1 and (two.plain or 0) > 1
    return exclusive(here, pair)


def _total(
    here: Ledger, by_value: dict[float, list[Measure]], parts: Sequence[Measure], any_distance: bool
) -> Iterator[tuple[Measure, list[Measure]]]:
    """The total that the parts fit, where there is one: the nearest."""
    first, last = parts[0].sentence, parts[-1].sentence
    equal = by_value.get(sum(p.plain or 0 for p in parts), [])
    at = bisect_left(equal, first, key=lambda m: m.sentence)
    fitting = [t for t in equal[max(0, at - CANDIDATES) : at + CANDIDATES] if _whole(here, t, parts)]
    if not any_distance:
        fitting = [t for t in fitting if first - 1 <= t.sentence <= last + 1 and _one_fate(t, parts)]
    if fitting:
        yield min(fitting, key=lambda t: (abs(t.sentence - first), t.first)), list(parts)


def _one_fate(total: Measure, parts: Sequence[Measure]) -> bool:
    return all(p.figure.what == total.figure.what for p in parts) or total.figure.what == "affected"


def _whole(here: Ledger, total: Measure, parts: Sequence[Measure]) -> bool:
    """Whether the words let `total` be the whole of the parts."""
    if total in parts or any(p.figure.unit != total.figure.unit for p in parts):
        return False
    if any(total.figure.part_of == p.figure.id or p.figure.part_of not in (None, total.figure.id) for p in parts):
        return False
    if is_change(here, total) or any(is_change(here, p) for p in parts):
        return False
    return _populated(total, parts) and not all(here.scope.apart(total, p) for p in parts)


def _populated(total: Measure, parts: Sequence[Measure]) -> bool:
    """Whether all can be of one population: the noun of the total, people of a nearer name, or bare numbers."""
    named = [p for p in parts if p.noun]
    if total.sentence not in {p.sentence for p in parts}:
        things = total.noun and not total.person and any(p.figure.what in CASUALTIES for p in parts)
        if things or (named and not total.noun):
            return False
    if not all(same_population(p, total) and fate_fits(p, total) for p in parts):
        return False
    return total.person or bool(total.figure.unit) or not named or any(p.noun == total.noun for p in named)


def completed(here: Ledger) -> Iterator[tuple[Measure, list[Measure]]]:
    """A part that the words bind, and beside it what its whole leaves: "12 of the 40 wells are dry; 28 work"."""
    for part in here.measures:
        total = here.of.get(part.figure.part_of or "")
        if total is None or part.figure.made_by != "rule: part" or not part.exact or (total.plain or 0) < LEAST_TOTAL:
            continue
        left = (total.exact or 0) - part.exact
        beside = [m for m in here.near(part.sentence) if m.first >= part.end and m.plain == left and m.plain > 1]
        rest = [m for m in beside if not m.figure.part_of and m.figure.unit == part.figure.unit]
        rest = [m for m in rest if m is not total and same_population(m, total) and fate_fits(m, total)]
        if rest and total.figure.what != "duration":
            yield total, [part, rest[0]]
