"""The table `figures`: the quantities that a ledger of the story would keep.

In: a document, its analysis, its times, places and attributions. Out: rows in text order. Ages, dates, clock times,
names with numbers, scores, votes, magnitudes and distances have no row; a number that can be read in two ways has a
row with its words and no value.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.document import Document, Span, Words
from reportedly.language.analysis import Analysis
from reportedly.layers.quantities.find import Quantity, quantities
from reportedly.layers.quantities.keep import is_dated, is_elliptic, is_kept, is_short, plausible
from reportedly.layers.quantities.parts import Counted, with_parts
from reportedly.layers.quantities.roles import role_of
from reportedly.layers.quantities.scope import as_of, by_sentence, period_of, place_of
from reportedly.record import Attribution, Figure, Place, Time, place_key, row_id


def read_figures(
    document: Document,
    analysis: Analysis,
    times: Sequence[Time],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
) -> list[Figure]:
    """The figures of the text: range, unit, what happened to whom, scope, the whole that each is a part of, and who
    claims it (the innermost attribution whose content holds the words)."""
    by_time = by_sentence(analysis, times, lambda t: t.words)
    by_place = by_sentence(analysis, places, lambda p: p.words)
    by_claim = by_sentence(analysis, attributions, lambda a: a.content)
    counted: list[Counted] = []
    for q in map(plausible, quantities(analysis)):
        c = Counted(q, role_of(analysis, q))
        before, near = counted[-1] if counted else None, by_time.get(analysis.tokens[q.number].sentence, [])
        if is_kept(analysis, q, c.role, near):
            counted.append(c)
        elif before is None or is_dated(analysis, q, near):
            continue
        elif is_short(analysis, q, before.quantity):
            counted.append(replace(c, role=replace(c.role, what=before.role.what)))
        elif is_elliptic(analysis, q, before.quantity):
            counted.append(c)
    counted = with_parts(analysis, counted)
    ids = [row_id(Figure.PREFIX, place_key(words_of(analysis, c.quantity))) for c in counted]
    rows = []
    for c, own in zip(counted, ids, strict=True):
        q, words = c.quantity, words_of(analysis, c.quantity)
        low, high, here = as_number(q.low), as_number(q.high), analysis.tokens[q.number].sentence
        row = Figure(
            id=own,
            words=words,
            low=low,
            high=high,
            approximate=q.approximate,
            unit=q.unit or None,
            what=c.role.what,
            who=who_of(analysis, q),
            place=place_of(analysis, q, by_place.get(here, [])),
            period=period_of(analysis, q, c.role, by_time.get(here, [])),
            as_of=as_of(document, analysis, q, by_time.get(here, [])),
            part_of=ids[c.whole] if c.whole is not None else None,
            within=within(words, by_claim.get(here, [])),
            made_by=f"rule: {c.rule}",
        )
        rows.append(row)
    unique: dict[str, Figure] = {}
    for row in rows:
        unique.setdefault(row.id, row)
    return [replace(r, part_of=r.part_of if r.part_of != r.id else None) for r in unique.values()]


def as_number(value: Fraction | None) -> float | None:
    """A value as rows carry it: whole where it is whole."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def words_of(analysis: Analysis, q: Quantity) -> Words:
    """The quantity and its noun, in one piece."""
    return (analysis.span(q.first, q.stop),)


def who_of(analysis: Analysis, q: Quantity) -> Words:
    """The counted population, in the text's words: the noun's phrase without the number."""
    if q.noun is None or q.noun.unit or q.noun.first >= q.noun.end:
        return ()
    return (analysis.span(q.noun.first, q.noun.end),)


def within(words: Words, attributions: Sequence[Attribution]) -> str | None:
    """The innermost attribution whose content holds the words: of those that do, the one with the shortest content."""
    holding = [a for a in attributions if all(any(Span(*s).holds(Span(*w)) for s in a.content) for w in words)]
    best = min(holding, key=lambda a: (sum(s[1] - s[0] for s in a.content), -a.content[0][0], a.id), default=None)
    return best.id if best else None
