"""From the quantities of a text to those that a ledger keeps: what happened to those counted, and the whole of each.

In: the parse and the times by sentence. Out: `Counted` values in text order. It refuses what `keep` refuses, and the
sizes of surveys.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.language.analysis import Analysis
from reportedly.layers.counting.alone import leaning, leaning_too, money
from reportedly.layers.counting.bare import fate_before
from reportedly.layers.counting.keep import is_dated, is_kept, plausible
from reportedly.layers.counting.methods import is_sample
from reportedly.layers.counting.parts import Counted, sentence_of, with_parts
from reportedly.layers.counting.roles import PLAIN, role_of
from reportedly.layers.counting.tally import tally_of
from reportedly.layers.counting.wholes import bind
from reportedly.layers.quantities.find import quantities
from reportedly.record import Time


def ledger(analysis: Analysis, times: Mapping[int, Sequence[Time]]) -> list[Counted]:
    """The quantities that the ledger keeps, in text order."""
    kept: list[Counted] = []
    for given in quantities(analysis):
        q = plausible(given)
        role = role_of(analysis, q)
        if role.what in PLAIN and (what := fate_before(analysis, q)):
            role = replace(role, what=what)
        c, near = Counted(q, role), times.get(analysis.tokens[q.number].sentence, [])
        if is_sample(analysis, q):
            continue
        if (of_money := money(analysis, kept, replace(c, quantity=given))) is not None:
            kept.append(of_money)
        elif is_kept(analysis, q, c.role, near):
            kept.append(leaning_too(analysis, kept, c))
        elif kept and not is_dated(analysis, q, near) and (made := leaning(analysis, kept, c)) is not None:
            kept.append(made)
    rows = with_parts(analysis, kept)
    bind(analysis, rows)
    return rows


def tallies(analysis: Analysis, counted: Sequence[Counted]) -> list[str | None]:
    """For each figure whether it is one incident's count or a running total; a part of a running total is one too in its
    sentence, unless its own words say otherwise."""
    own = [tally_of(analysis, c.quantity, c.role) for c in counted]
    for n, c in enumerate(counted):
        met = {n}
        while own[n] is None and c.whole is not None and c.whole not in met and c.quantity.unit != "percent":
            if sentence_of(analysis, counted[c.whole]) != sentence_of(analysis, counted[n]):
                break
            met.add(c.whole)
            own[n], c = "running" if own[c.whole] == "running" else None, counted[c.whole]
    return own
