"""The table `checks`: what arithmetic allows between the figures of an article.

In: a document, its analysis, figures, times, places and attributions. Out: rows in the order of their kinds and figures. It says
what adds up and what does not, and corrects nothing. A sum that does not fit is shown only where the text presents the
parts as all there are; otherwise there is no row.
"""

from collections.abc import Sequence

from reportedly.document import Document
from reportedly.language.analysis import Analysis
from reportedly.layers.arithmetic.ledger import Scope, ledger
from reportedly.layers.arithmetic.parts import parts
from reportedly.layers.arithmetic.ranges import ranges
from reportedly.layers.arithmetic.shares import shares
from reportedly.layers.arithmetic.sums import sums
from reportedly.layers.arithmetic.totals import totals
from reportedly.record import Attribution, Check, Figure, Place, Time


def read_checks(
    document: Document,
    analysis: Analysis,
    figures: Sequence[Figure],
    *,
    times: Sequence[Time],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
) -> list[Check]:
    """The checks between `figures`: sums, parts, shares, ranges and totals over time, each with the figures that it
    used. `times` order counts by day, `times` and `places` keep apart what counts other days and towns; `attributions`
    tell whether one source gave two counts."""
    here = ledger(document, analysis, figures, Scope.of(times, places, attributions))
    added, shared, grown = sums(here), list(shares(here)), totals(here)
    covered = frozenset(i for c in (*added, *shared, *grown) for i in c.figures[1:])
    found: dict[str, Check] = {}
    for check in (*added, *parts(here, covered), *shared, *ranges(here), *grown):
        found.setdefault(check.id, check)
    return list(found.values())
