"""Parts: one figure against the whole that its words name.

In: a ledger. Out: checks of the kind `part`, the whole first. A part as large as its whole, none at all, and a whole
that the words leave vague tell nothing and have no row.
"""

from collections.abc import Iterator

from reportedly.layers.arithmetic.free_sums import fate_fits
from reportedly.layers.arithmetic.ledger import Ledger, Measure
from reportedly.layers.arithmetic.phrasing import bound, check
from reportedly.record import Check

NO_PART = ("rule: mostly", "rule: some of")
"""Rules of figures whose whole says no more than they do, or is only the likeliest."""
BACK = 1
"""How many sentences back a whole may stand whose fate its part does not share. Not tuned."""
FAR = 8
"""How many sentences back any whole may stand: farther off, "the officers" are mostly others. Not tuned."""


def parts(here: Ledger, covered: frozenset[str]) -> Iterator[Check]:
    """Each part against its whole, but for those `covered` by a sum, a share or a total over time: what is left is a part
    of what there was."""
    for part in here.measures:
        whole = here.of.get(part.figure.part_of or "")
        if whole is None or part.share or part.figure.made_by in NO_PART or part.figure.id in covered:
            continue
        holds = _less(part, whole)
        if holds is None or not _told(part, whole):
            continue
        relation = "fewer than" if holds else "more than"
        yield check("part", [whole, part], holds, f"{bound(part)} are {relation} {bound(whole)}")


def _less(part: Measure, whole: Measure) -> bool | None:
    """Whether the part is less than its whole, where the words leave no doubt: "up to 15" of 21, six of "at least 17"."""
    least, most = part.figure.low, part.figure.high
    if least is not None and most is not None and least < most:
        return None
    if most and whole.floor is not None and most < whole.floor:
        return True
    if least and whole.exact is not None and least != whole.exact:
        return least < whole.exact
    return None


def _told(part: Measure, whole: Measure) -> bool:
    """Whether the part can be some of those that the whole counts: "three of the detainees had died", paragraphs after
    nine detainees were freed, are three of all detainees. A list in another sentence is one only where it adds up."""
    listed = part.figure.made_by == "rule: parts in a list"
    if listed and part.sentence != whole.sentence:
        return False
    away = part.sentence - whole.sentence
    return away <= BACK or (fate_fits(part, whole) and away <= FAR)
