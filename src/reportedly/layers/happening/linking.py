"""What the encoder says of a trigger: whom it links to as actor and recipient, and whether the event happened.

In: an article's heads. Out: how much better a word links to a trigger than "nobody" does, and logarithms of statuses.
"""

import numpy as np

from reportedly.document import Span
from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import vocabulary

_FAR = 300
"""Word pieces over which the encoder links: it read about that many together."""


class Linking:
    """Links of the triggers of one article."""

    def __init__(self, analysis: Analysis, heads: Heads) -> None:
        self._heads = heads
        starts = [t.span.start for t in analysis.tokens]
        self._piece = np.searchsorted(heads.ends, starts, side="right")

    def link(self, trigger: Trigger, side: str, token: int) -> float:
        """The score of a token as the `actor` or `recipient` of a trigger, less that of nobody; 0.0 where the encoder has
        none, as far off or where the trigger is none to it."""
        kind = f"event to {side}"
        start, end = self._piece[trigger.index], self._piece[token]
        links = self._heads.links[kind]
        if (
            abs(int(end) - int(start)) > _FAR
            or end >= len(self._heads.starts)
            or not len(links.leading.known(start[None]))
        ):
            return 0.0
        nobody, found = self._heads.link(kind, start[None], end[None])[0]
        return float(found - nobody)


def status_of(heads: Heads, span: Span) -> dict[str, float] | None:
    """The encoder's logarithms of the statuses of a word; None where it has no word pieces."""
    logs = heads.over("status", (span,))
    return dict(zip(vocabulary.STATUSES, logs.tolist(), strict=True)) if len(logs) else None
