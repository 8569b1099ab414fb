"""Sums: parts against a total, where words bind them or an exact fit is convincing.

In: a ledger. Out: checks of the kind `sum`, the total first. Parts that words bind are shown whether they fit or not,
but only where the words also say that they are all there are; parts that no words bind only where they fit exactly.
"""

from collections.abc import Sequence

from reportedly.layers.arithmetic.bound_sums import bound_sums
from reportedly.layers.arithmetic.breakdowns import breakdowns
from reportedly.layers.arithmetic.free_sums import completed, free_sums
from reportedly.layers.arithmetic.growth import growth
from reportedly.layers.arithmetic.ledger import Ledger, Measure, slack
from reportedly.layers.arithmetic.phrasing import bound, check, shown
from reportedly.record import Check


def sums(here: Ledger) -> list[Check]:
    """The sums of an article, the surest first; no figure is a part of two totals."""
    found: list[Check] = []
    taken: set[str] = set()
    for proposals in (bound_sums(here), completed(here), breakdowns(here), free_sums(here)):
        for total, parts in proposals:
            ids = {m.figure.id for m in parts}
            if ids & taken:
                continue
            made = _sum(total, parts)
            if made is not None:
                found.append(made)
                taken |= ids
    found.extend(made for total, parts in growth(here) if (made := _sum(total, parts)) is not None)
    return found


def _sum(total: Measure, parts: Sequence[Measure]) -> Check | None:
    """The row of parts that are all there are. None where a bound leaves too much open to say."""
    left = " + ".join(bound(p) for p in parts)
    if all(p.exact is not None for p in parts) and total.exact is not None:
        added, whole = sum(p.exact or 0 for p in parts), total.exact
        if added == whole:
            return check("sum", [total, *parts], True, f"{left} = {shown(added)}")
        near = abs(added - whole) <= slack(total) + sum(map(slack, parts))
        rough = "about " if total.figure.approximate else ""
        words = f"{left} = {shown(added)}, " + (
            f"{rough or 'rounded '}{shown(whole)}" if near else f"not {rough}{shown(whole)}"
        )
        return check("sum", [total, *parts], near, words)
    lows = [p.figure.low for p in parts]
    most = total.figure.high
    least = sum(low or 0 for low in lows)
    if None in lows or (most is None and total.figure.low is None):
        return None
    if most is None:
        whole = total.figure.low or 0
        if any(p.exact is None for p in parts):
            return None
        words = f"{left} = {shown(least)}, " + ("" if least >= whole else "not ") + f"at least {shown(whole)}"
        return check("sum", [total, *parts], least >= whole, words)
    holds = least <= most + slack(total)
    words = f"{left} = at least {shown(least)}, " + (
        f"no more than {shown(most)}" if holds else f"more than {shown(most)}"
    )
    return check("sum", [total, *parts], holds, words)
