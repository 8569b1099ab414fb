"""Breakdowns: a sentence that lists the parts of a total beside it or right before it.

"Floods have killed 26 people. Eleven drowned in Lower Anse, nine in Port Kell and six in Wey."

In: a ledger. Out: totals with their parts. A list is taken for all there is only where it fits, or nearly does: one that falls far short names
some parts among others.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.knowledge import load
from reportedly.layers.arithmetic.alternatives import exclusive, exhaustive, survives
from reportedly.layers.arithmetic.bound_sums import fits
from reportedly.layers.arithmetic.changing import is_change
from reportedly.layers.arithmetic.free_sums import fate_fits
from reportedly.layers.arithmetic.ledger import Ledger, Measure, same_population

BACK = 2
"""How many sentences back the total of a breakdown may stand. Not tuned."""
NEARLY = (0.88, 1.13)
"""Between these parts of its total a list that does not fit is one with a slip, and not a list of some parts. Set by
the invented articles of benchmarks/ledger_stories (open): most of their slips lie between 0.9 and 1.1, their lists of
some parts below 0.85. To set it again, look at its misfits with `ledger.py --losses`."""
LEAST_TOTAL = 5
"""Below it a list that does not fit is too often none. Not tuned."""


def breakdowns(here: Ledger) -> Iterator[tuple[Measure, list[Measure]]]:
    """Totals with the lists that break them down."""
    for sentence in sorted(here.in_sentence):
        row = [m for m in here.in_sentence[sentence] if not m.share and m.figure.what != "duration"]
        if not row:
            continue
        bound = _fronted(here, row[0]) or _opens(here, row)
        found = _total_of([row[0]], here, row[1:], bound=bound)
        if found is None or not (bound or fits(*found)):
            back = [m for s in range(sentence - 1, sentence - 1 - BACK, -1) for m in here.in_sentence.get(s, ())]
            found = _total_of(back, here, row, bound=_refers(here, row[0]))
        if found is not None:
            yield found


def _total_of(
    candidates: Sequence[Measure], here: Ledger, parts: Sequence[Measure], bound: bool
) -> tuple[Measure, list[Measure]] | None:
    """The one of the candidates that the list breaks down: one that it fits, else the one that it nearly fits."""
    if len(parts) < 2 or any(p.exact is None or p.exact == 0 or is_change(here, p) for p in parts):
        return None
    listed = _enumerated(here, parts)
    if here.unread(parts[0].first, parts[-1].end) or not (bound or listed):
        return None
    added = sum(p.exact or 0 for p in parts)
    able = [t for t in candidates if _holds(here, t, parts, bound)]
    exact = next((t for t in able if fits(t, parts)), None)
    if exact is not None and (bound or len(parts) > 2 or exclusive(here, parts) or _one_fate(exact, parts)):
        return exact, list(parts)
    near = [t for t in able if NEARLY[0] <= added / (t.floor or 1) <= NEARLY[1] and (t.floor or 0) >= LEAST_TOTAL]
    alternatives = exclusive(here, parts) and exhaustive(here, parts)
    strict = [t for t in near if listed and (bound or _one_fate(t, parts) or alternatives) and not t.figure.approximate]
    nearest = min(strict, key=lambda t: (abs(added - (t.floor or 0)), t.first), default=None)
    return (nearest, list(parts)) if nearest is not None else None


def _holds(here: Ledger, total: Measure, parts: Sequence[Measure], bound: bool) -> bool:
    """Whether the words let the total be the whole of each part; parts that words bind to people may have any noun."""
    if total.floor is None or total.share or any((p.exact or 0) >= total.floor for p in parts):
        return False
    units = all(p.figure.unit == total.figure.unit or (not p.figure.unit and not p.noun) for p in parts)
    people = bound and total.person
    alike = all((people or same_population(p, total)) and fate_fits(p, total) for p in parts)
    named = total.noun or total.figure.unit or total.figure.what != "other"
    saved = any(survives(here, p, total) for p in parts)
    return bool(units and alike and named and not saved) and not all(here.scope.apart(total, p) for p in parts)


def _one_fate(total: Measure, parts: Sequence[Measure]) -> bool:
    """Whether the first part has the total's fate and the others are said in short: one noun, or kinds of people."""
    first, short = parts[0], all(not p.noun or p.noun == total.noun or p.person for p in parts[1:])
    fate = first.figure.what == total.figure.what or first.noun == total.noun != ""
    return short and fate and all(p.figure.what in (first.figure.what, total.figure.what, "other") for p in parts)


def _enumerated(here: Ledger, parts: Sequence[Measure]) -> bool:
    """Whether the figures are one list: its members behind commas, the last behind "and", no other clause between."""
    for one, two in pairwise(parts):
        between = here.lower(one.end, two.first)
        if not any(w in (",", "and", ";", "while") for w in between) or any(
            w in (".", "but", "although") for w in between
        ):
            return False
    return any(w in ("and", "while") for w in here.lower(parts[-2].end, parts[-1].first))


def _fronted(here: Ledger, total: Measure) -> bool:
    """ "Of the 20 gunmen who seized the pit, 13 were shot": the total opens its sentence behind "of"."""
    first = here.analysis.sentences[total.sentence].first
    return here.lower(first, total.first) in (["of"], ["of", "the"], ["of", "those"], ["of", "these"])


def _opens(here: Ledger, row: Sequence[Measure]) -> bool:
    """ "4.2 million euros, of which 3 million came from the state"; "64 are free, though its list names 41 miners"."""
    between = here.lower(row[0].end, row[1].first) if len(row) > 1 else []
    verbs = load("arithmetic")["refers"]["verbs"]
    return any(p in " ".join(between) for p in load("arithmetic")["opening"]["phrases"]) or any(
        w in verbs for w in between
    )


def _refers(here: Ledger, part: Measure) -> bool:
    """Whether the sentence opens with words for the total: "of the total", "the dead include", "it documents"."""
    first = here.analysis.sentences[part.sentence].first
    lead = here.lower(first, part.first)
    words = load("arithmetic")["refers"]
    return (
        lead[:1] == ["of"]
        or any(" ".join(lead).startswith(p) for p in words["openings"])
        or (any(w in words["verbs"] for w in lead))
    )
