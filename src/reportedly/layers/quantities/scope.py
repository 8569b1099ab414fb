"""The scope of a figure: where, over which time, and as of which day. In: the parse. Out: ids and days, or nothing.

Only what stands in the figure's own clause counts; where two would do, none is taken.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from reportedly.document import Document, Span, Words
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.roles import Role, governing
from reportedly.record import Attribution, Place, Time

R = TypeVar("R", Place, Time, Attribution)
PLACING = ("in", "at", "near", "from", "across", "around", "inside", "outside")


def by_sentence(analysis: Analysis, rows: Iterable[R], spans_of: Callable[[R], Words]) -> dict[int, list[R]]:
    """The rows whose words lie in each sentence, in the order of `rows`."""
    found: dict[int, list[R]] = {}
    for row in rows:
        tokens = [t for w in spans_of(row) for t in analysis.at(Span(*w))]
        for number in sorted({t.sentence for t in tokens}):
            found.setdefault(number, []).append(row)
    return found


def _tokens(analysis: Analysis, row: Place | Time) -> tuple[Token, ...]:
    return tuple(t for w in row.words for t in analysis.at(Span(*w)))


def _own(analysis: Analysis, q: Quantity, token: Token) -> bool:
    """Whether a token stands in the clause of the quantity: under the same verb, in the same sentence."""
    at = analysis.tokens[q.number]
    return token.sentence == at.sentence and governing(analysis, token) == governing(analysis, at)


def place_of(analysis: Analysis, q: Quantity, places: Sequence[Place]) -> str | None:
    """The one place that the figure's clause names behind a preposition."""
    found = {}
    for p in places:
        tokens = _tokens(analysis, p)
        if not tokens or not _own(analysis, q, tokens[0]):
            continue
        last = tokens[-1]
        if last.dep == "pobj" and analysis.head(last).lower in PLACING:
            found[p.gazetteer or p.id] = p.id
    return next(iter(found.values())) if len(found) == 1 else None


def period_of(analysis: Analysis, q: Quantity, role: Role, times: Sequence[Time]) -> str | None:
    """The one time that the figure's clause names, other than the figure itself."""
    number = analysis.span(q.number, q.number_end)
    found = []
    for t in times:
        tokens = _tokens(analysis, t)
        other = tokens and t.type != "SET" and not any(Span(*w).overlaps(number) for w in t.words)
        if not other or not _own(analysis, q, tokens[-1]):
            continue
        if _lead(analysis, tokens) == ["as", "of"]:
            continue
        found.append(t.id)
    return found[0] if len(found) == 1 and role.what not in ("duration", "money") else None


def _lead(analysis: Analysis, tokens: Sequence[Token]) -> list[str]:
    first = tokens[0].index
    return [t.lower for t in analysis.tokens[max(0, first - 2) : first]]


def as_of(document: Document, analysis: Analysis, q: Quantity, times: Sequence[Time]) -> date | None:
    """The day that "as of" names in the figure's sentence; "as of now" is the day of publication."""
    at = analysis.tokens[q.number]
    if [t.lower for t in analysis.tokens[max(0, q.first - 2) : q.first]] in (["down", "from"], ["up", "from"]):
        return None
    for t in times:
        tokens = _tokens(analysis, t)
        if not tokens or tokens[0].sentence != at.sentence or _lead(analysis, tokens) != ["as", "of"]:
            continue
        if t.value == "PRESENT_REF":
            return document.metadata.published
        return t.begin if t.begin == t.end else None
    return None
