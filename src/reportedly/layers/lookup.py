"""Which row of an earlier layer stands at a place of the text.

In: an analysis and the rows of actors, attributions, times or places. Out: ids of those rows by token or span. It
refuses nothing: where no row stands, the answer is empty.
"""

from collections.abc import Iterable, Sequence

from reportedly.document import Span, Words
from reportedly.language.analysis import Analysis
from reportedly.record import Actor, Attribution


class Actors:
    """The actors of a record by the tokens that name them."""

    def __init__(self, analysis: Analysis, actors: Sequence[Actor]) -> None:
        self._by_token: dict[int, tuple[int, str]] = {}
        for actor in actors:
            for name in actor.names:
                for span in name:
                    for token in analysis.at(span):
                        length = span.end - span.start
                        known = self._by_token.get(token.index)
                        # The longest name that covers a token wins: "the army of Ruvo" is the army, not the country.
                        if known is None or length > known[0]:
                            self._by_token[token.index] = (length, actor.id)

    def at(self, index: int) -> str | None:
        """The actor that the token at `index` names, or None."""
        found = self._by_token.get(index)
        return found[1] if found else None

    def __bool__(self) -> bool:
        return bool(self._by_token)


class Voices:
    """Which attribution holds a place: the innermost one whose content covers it."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted(
            (
                (span, sum(s.end - s.start for s in a.content), n, a)
                for n, a in enumerate(attributions)
                for span in a.content
            ),
            key=lambda c: (c[1], -c[2]),
        )
        self._parents = {a.id: a.within for a in attributions}
        self._depths = {a.id: self._depth(a.id) for a in attributions}

    def _depth(self, row: str) -> int:
        seen: list[str] = []
        at: str | None = row
        while at is not None and at not in seen:
            seen.append(at)
            at = self._parents.get(at)
        return len(seen)

    def holding(self, span: Span, leaving_out: Iterable[str] = ()) -> Attribution | None:
        """The innermost attribution whose content holds all of `span`, but none of `leaving_out`."""
        out = frozenset(leaving_out)
        best: tuple[int, int, Attribution] | None = None
        for content, length, _, row in self._contents:
            if row.id in out or not content.holds(span):
                continue
            key = (-self._depths[row.id], length, row)
            if best is None or key[:2] < best[:2]:
                best = key
        return best[2] if best else None


def cued_at(attributions: Sequence[Attribution], words: Words) -> list[Attribution]:
    """The attributions whose cue shares characters with `words`."""
    return [a for a in attributions if any(c.overlaps(w) for c in a.cue for w in words)]
