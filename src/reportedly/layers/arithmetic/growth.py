"""Growth: an earlier total and what has come to it make up the later one: "97, up from 88"; "nine more bodies".

In: a ledger. Out: later totals with their two parts, the earlier first, only such as fit.
"""

from collections.abc import Iterator

from reportedly.knowledge import load
from reportedly.layers.arithmetic.ledger import Ledger, Measure, same_population, slack
from reportedly.layers.arithmetic.totals import changes

LEAST = 10
"""The least growth that a figure may make up which no word calls new. Not tuned."""
NEAR = 2
"""How many sentences from either total what has come to it may stand. Not tuned."""


def growth(here: Ledger) -> Iterator[tuple[Measure, list[Measure]]]:
    """Each change with the figure that makes up its difference."""
    for change in changes(here):
        earlier, later = change.earlier, change.later
        more = (later.exact or 0) - (earlier.exact or 0)
        if more < 2 or later.exact is None or earlier.exact is None:
            continue
        sentences = {s for t in (earlier, later) for s in range(t.sentence - NEAR, t.sentence + NEAR + 1)}
        known = [m for s in sorted(sentences) for m in here.in_sentence.get(s, ()) if m not in (earlier, later)]
        for m in known:
            if m.exact is None or m.share or m.figure.unit != later.figure.unit or not same_population(m, later):
                continue
            new = any(w in load("arithmetic")["more"]["words"] for w in here.lower(m.first - 1, m.end))
            same = new or (m.figure.what == later.figure.what != "other" and more >= LEAST)
            if same and (m.exact == more or (m.figure.approximate and abs(m.exact - more) <= slack(m))):
                yield later, [earlier, m]
                break
