"""Parts and totals that no words bind, but that fit exactly: across sentences and across the article.

In: a ledger. Out: totals with their parts, only such as fit. Two parts need nearness and one fate; three or more that
follow each other may have their total anywhere. Small totals fit by chance too often and are left out.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.knowledge import load
from reportedly.layers.arithmetic.alternatives import exclusive, survives
from reportedly.layers.arithmetic.changing import is_change
from reportedly.layers.arithmetic.ledger import CASUALTIES, Ledger, Measure, same_population

LEAST_TOTAL = 10
"""Below it a sum that fits is too often chance, where no words bind the parts to the total. Not tuned."""
WINDOW = 4
"""Sentences of one paragraph that a list may run over. Not tuned."""
LONGEST = 12
"""Parts of the longest list that is tried; longer ones are tables, where sums fit by chance. Not tuned."""
CANDIDATES = 6
"""How many totals of one value are tried, the nearest: a bound on time."""


def fate_fits(part: Measure, whole: Measure) -> bool:
    """Whether what is said of the part can be true of some of the whole."""
    one, all_of_them = part.figure.what, whole.figure.what
    return one in (all_of_them, "other", "troops", "money") or one in load("arithmetic")["later"].get(all_of_them, ())


def free_sums(here: Ledger) -> Iterator[tuple[Measure, list[Measure]]]:
    """Totals with parts that fit exactly. Only whole lists are tried, never some figures of one: all of a sentence, of
    neighbouring sentences, of one fate there, or all that follow or lead to a total."""
    countable = {s: _countable(row) for s, row in here.in_sentence.items()}
    by_value: dict[float, list[Measure]] = {}
    for s in sorted(countable):
        for m in countable[s]:
            by_value.setdefault(m.plain or 0, []).append(m)
    for s in sorted(countable):
        for row in _lists(countable, s):
            yield from _inside(here, row)
            if len(row) > 2:
                yield from _elsewhere(here, by_value, row, near=False)
        for row in _by_fate(countable[s]):
            for pair in pairwise(row):
                if _pair(here, pair):
                    yield from _elsewhere(here, by_value, pair, near=True)


def _countable(row: Sequence[Measure]) -> list[Measure]:
    """The exact counts of a sentence."""
    return [m for m in row if m.plain is not None and m.plain > 0 and not m.share and m.figure.what != "duration"]


def _lists(countable: dict[int, list[Measure]], sentence: int) -> Iterator[list[Measure]]:
    """The figures of a sentence, then of it and those behind it in its paragraph; of each also those of one fate."""
    row: list[Measure] = []
    for s in range(sentence, sentence + WINDOW):
        more = countable.get(s, [])
        if more and row and more[0].paragraph != row[0].paragraph:
            return
        row = [*row, *more]
        if not countable[sentence] or len(row) > LONGEST:
            return
        if more:
            yield row
            yield from (own for own in _by_fate(row) if len(own) < len(row))


def _by_fate(row: Sequence[Measure]) -> list[list[Measure]]:
    of: dict[str, list[Measure]] = {}
    for m in row:
        of.setdefault(m.figure.what, []).append(m)
    return list(of.values())


def _inside(here: Ledger, row: Sequence[Measure]) -> Iterator[tuple[Measure, list[Measure]]]:
    """A total among figures that are all of its parts, or all that follow or lead to it."""
    for i, total in enumerate(row):
        for parts in ([*row[:i], *row[i + 1 :]], list(row[i + 1 :]), list(row[:i])):
            fits = (total.plain or 0) >= LEAST_TOTAL and sum(p.plain or 0 for p in parts) == total.plain
            two = len(parts) == 2 and _pair(here, parts) and _one_fate(total, parts)
            if fits and (len(parts) > 2 or two) and _whole(here, total, parts):
                yield total, parts


def _pair(here: Ledger, pair: Sequence[Measure]) -> bool:
    """Whether two figures may be all the parts of a third: one fate, or fates or kinds that exclude each other."""
    one, two = pair
    if one.figure.what == two.figure.what and one.figure.what in CASUALTIES:
        return (one.plain or 0) > 1 and (two.plain or 0) > 1
    return exclusive(here, pair)


def _elsewhere(
    here: Ledger, by_value: dict[float, list[Measure]], parts: Sequence[Measure], near: bool
) -> Iterator[tuple[Measure, list[Measure]]]:
    """The total of a list in another sentence, or in its own or one beside it where it must be `near`."""
    first, last, added = parts[0].sentence, parts[-1].sentence, sum(p.plain or 0 for p in parts)
    if added < LEAST_TOTAL:
        return
    equal = by_value.get(added, [])
    at = bisect_left(equal, first, key=lambda m: m.sentence)
    fitting = [t for t in equal[max(0, at - CANDIDATES) : at + CANDIDATES] if _whole(here, t, parts)]
    if near:
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
    if any(is_change(here, p) or survives(here, p, total) for p in parts):
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
    """Parts that the words bind, and behind them what their whole leaves: "12 of the 40 wells are dry; 28 work"."""
    of: dict[str, list[Measure]] = {}
    for m in here.measures:
        if m.figure.part_of in here.of and m.figure.made_by == "rule: part":
            of.setdefault(m.figure.part_of or "", []).append(m)
    for whole, parts in of.items():
        total = here.of[whole]
        left = (total.plain or 0) - sum(p.exact or 0 for p in parts)
        if (total.plain or 0) < LEAST_TOTAL or not all(p.exact and not p.share for p in parts) or left < 2:
            continue
        beside = [m for m in here.near(parts[-1].sentence) if m.first >= parts[-1].end and m.plain == left]
        rest = [m for m in beside if m is not total and not m.figure.part_of and m.figure.unit == total.figure.unit]
        rest = [m for m in rest if same_population(m, total) and fate_fits(m, total) and not survives(here, m, total)]
        if rest and total.figure.what != "duration":
            yield total, [*parts, rest[0]]
