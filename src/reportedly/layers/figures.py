"""The table `figures`: the quantities that a ledger of the story would keep.

In: a document, its analysis, its times, places, attributions and events. Out: rows in text order. Ages, dates, clock times,
names with numbers, scores, votes, magnitudes and distances have no row; a number that can be read in two ways has a
row with its words and no value.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.document import Document, Span, Words
from reportedly.language.analysis import Analysis
from reportedly.layers.counting.ledger import ledger, tallies
from reportedly.layers.counting.methods import method_of, methods
from reportedly.layers.counting.parts import Counted
from reportedly.layers.counting.scope import Scope, by_sentence
from reportedly.layers.quantities.find import Quantity
from reportedly.record import Attribution, Event, Figure, Place, Time, place_key, row_id


def read_figures(
    document: Document,
    analysis: Analysis,
    times: Sequence[Time],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    *,
    events: Sequence[Event] = (),
) -> list[Figure]:
    """The figures of the text: range, unit, what happened to whom, scope, the whole that each is a part of, and who
    claims it (the innermost attribution whose content holds the words)."""
    by_time = by_sentence(analysis, times, lambda t: t.words)
    by_claim = by_sentence(analysis, attributions, lambda a: a.content)
    counted = ledger(analysis, by_time)
    scope = Scope(
        document,
        analysis,
        by_time,
        by_sentence(analysis, places, lambda p: p.words),
        by_sentence(analysis, events, lambda e: (*e.words, *(s for m in e.mentions for s in m))),
        frozenset(t.index for a in attributions for w in a.cue for t in analysis.at(Span(*w))),
        counted,
    )
    ids = [row_id(Figure.PREFIX, place_key(words_of(analysis, c.quantity))) for c in counted]
    tally, how, periods, places_of = (
        tallies(analysis, counted),
        methods(document, analysis),
        scope.periods(),
        scope.where(),
    )
    rows = []
    for n, (c, own) in enumerate(zip(counted, ids, strict=True)):
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
            who=who_of(analysis, counted, c),
            place=places_of[n],
            period=periods[n],
            as_of=scope.as_of(n),
            part_of=ids[c.whole] if c.whole is not None else None,
            tally=tally[n],
            method=() if c.role.what == "duration" else method_of(how, words, here),
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


def who_of(analysis: Analysis, counted: Sequence[Counted], c: Counted) -> Words:
    """The counted population, in the text's words: the noun's phrase without the number, "more" and "other" passed over;
    for a number that stands alone that of the figure which it leans on. Money and lengths of time count nobody."""
    noun = c.quantity.noun
    if c.quantity.unit not in ("", "percent"):
        return ()
    if c.kind is not None:
        return (analysis.span(*c.kind),)
    if noun is None and c.like is not None:
        return who_of(analysis, counted, counted[c.like])
    if noun is None or noun.unit or noun.first >= noun.end:
        return ()
    first = noun.first
    while first < noun.end - 1 and analysis.tokens[first].lower in MORE:
        first += 1
    return (analysis.span(first, noun.end),)


MORE = ("more", "other", "others", "further", "additional", "new")
"""Words before a noun that say nothing of who is counted."""


def within(words: Words, attributions: Sequence[Attribution]) -> str | None:
    """The innermost attribution whose content holds the words: of those that do, the one with the shortest content."""
    holding = [a for a in attributions if all(any(Span(*s).holds(Span(*w)) for s in a.content) for w in words)]
    best = min(holding, key=lambda a: (sum(s[1] - s[0] for s in a.content), -a.content[0][0], a.id), default=None)
    return best.id if best else None
