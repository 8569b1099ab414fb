"""How a check is written: numbers, sums, days.

In: measures. Out: the row's words. Both readings are shown where a sum does not fit.
"""

from collections.abc import Sequence
from datetime import date

from reportedly.knowledge import load
from reportedly.layers.arithmetic.ledger import Measure
from reportedly.record import Check, row_id


def check(kind: str, measures: Sequence[Measure], holds: bool, words: str) -> Check:
    """The row of a check over `measures`, the total, whole or earlier first."""
    ids = tuple(m.figure.id for m in measures)
    made = row_id(Check.PREFIX, kind, *ids)
    return Check(id=made, kind=kind, figures=ids, holds=holds, words=words, made_by=f"rule: {kind}")


def shown(value: float) -> str:
    """A number as a sum shows it: `1,600`, `2.5`, `1.9 million`."""
    for scale, name in ((1e9, "billion"), (1e6, "million")):
        if value >= scale and value % (scale / 100) == 0:
            return f"{value / scale:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def rounded(value: float) -> str:
    """A number to two figures, as a person would say it: 2,111,111 is `2.1 million`."""
    for scale, name in ((1e9, "billion"), (1e6, "million")):
        if value >= scale:
            return f"{value / scale:.1f} {name}"
    digits = max(0, len(str(int(value))) - 2)
    return f"{int(round(value / 10**digits) * 10**digits):,}"


def day(when: date) -> str:
    """A day as prose has it: `4 March`."""
    return f"{when.day} {list(load('times')['months'])[when.month - 1]}"  # %B hangs on the machine's language


def bound(m: Measure) -> str:
    """A measure as a sum shows it: `35`, `at least 10`, `up to 24`."""
    low, high = m.figure.low, m.figure.high
    if low is not None and low == high:
        return shown(low)
    if low is not None:
        return f"at least {shown(low)}" if high is None else f"{shown(low)} to {shown(high)}"
    return f"up to {shown(high)}" if high is not None else ""
