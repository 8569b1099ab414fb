"""Which row of an earlier layer stands at a place of the text.

In: an analysis and the rows of actors, attributions, times or places. Out: ids of those rows by token or span. It
refuses nothing: where no row stands, the answer is empty.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.document import Span, Words
from reportedly.language.analysis import Analysis
from reportedly.record import Actor, Attribution

STRETCH = 256
"""Characters. Spans are looked for by the stretches of text that they touch, so that a look costs the same in an article
of any length; a few sentences keep both the stretches of a span and the spans of a stretch few."""


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


class _Stretches:
    """Attributions by the stretches of text that some of their spans touch."""

    def __init__(self, held: Iterable[tuple[int, Span]]) -> None:
        self._by_stretch: dict[int, list[tuple[int, Span]]] = {}
        for number, span in held:
            for stretch in range(span.start // STRETCH, max(span.start, span.end - 1) // STRETCH + 1):
                self._by_stretch.setdefault(stretch, []).append((number, span))

    def at(self, position: int) -> Sequence[tuple[int, Span]]:
        """Numbers and spans that touch the stretch of the character at `position`."""
        return self._by_stretch.get(position // STRETCH, ())

    def near(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Numbers and spans that touch a stretch of `span`; some more than once."""
        for stretch in range(span.start // STRETCH, max(span.start, span.end - 1) // STRETCH + 1):
            yield from self._by_stretch.get(stretch, ())


class Voices:
    """Which attribution holds a place: the innermost one whose content covers it."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._rows = tuple(attributions)
        self._contents = _Stretches((n, span) for n, a in enumerate(self._rows) for span in a.content)
        self._cues = _Stretches((n, span) for n, a in enumerate(self._rows) for span in a.cue)
        self._lengths = [sum(s.end - s.start for s in a.content) for a in self._rows]
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
        """The innermost attribution whose content holds all of `span`, but none of `leaving_out`; of two as deep the one
        with the shorter content, then the later row."""
        out = frozenset(leaving_out)
        best: tuple[tuple[int, int, int], Attribution] | None = None
        for number, content in self._contents.at(span.start):
            row = self._rows[number]
            if row.id in out or not content.holds(span):
                continue
            key = (-self._depths[row.id], self._lengths[number], -number)
            if best is None or key < best[0]:
                best = key, row
        return best[1] if best else None

    def cued_at(self, words: Words) -> list[Attribution]:
        """The attributions whose cue shares characters with `words`, in their order."""
        found = {n for w in words for n, cue in self._cues.near(w) if cue.overlaps(w)}
        return [self._rows[n] for n in sorted(found)]


def cued_at(attributions: Sequence[Attribution], words: Words) -> list[Attribution]:
    """The attributions whose cue shares characters with `words`."""
    return [a for a in attributions if any(c.overlaps(w) for c in a.cue for w in words)]
