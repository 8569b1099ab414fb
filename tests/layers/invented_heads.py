"""Heads that no encoder made: what a test says that an encoder would say of a hand-written parse, a piece a token."""

from collections.abc import Iterable, Mapping

import numpy as np

from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads, Link, Vectors
from reportedly.layers.attribution.features import UNFIT
from reportedly.layers.happening.deciding import CHOICES, NONE
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import lexical_types
from reportedly.record import vocabulary

SURE = 0.97
"""The probability of what the encoder is sure of; the rest is shared out evenly."""
LINKED = 0.05
"""As in the session: only a piece that is an event with at least this probability leads links."""
SIDES = ("actor", "recipient")
Told = str | Mapping[str, float]
"""A choice that the encoder is sure of, or what it gives some choices; the others share what is left."""


def token(analysis: Analysis, word: str, nth: int = 1) -> int:
    """The index of a word."""
    return [t.index for t in analysis.tokens if t.text == word][nth - 1]


def shares(told: Told, choices: tuple[str, ...]) -> list[float]:
    """A probability for each of `choices`."""
    given = {told: SURE} if isinstance(told, str) else dict(told)
    rest = (1 - sum(given.values())) / max(1, len(choices) - len(given))
    return [given.get(name, rest) for name in choices]


def by_lexicon(analysis: Analysis) -> dict[int, Told]:
    """An encoder that is sure of what the lexicon says, and of nothing else."""
    return {i: kind for i, kind in lexical_types(analysis, lexicon()).items() if kind != UNFIT}


def heads(
    analysis: Analysis,
    events: Mapping[int, Told] | None = None,
    *,
    status: Mapping[int, Told] | None = None,
    links: Iterable[tuple[int, str, int]] = (),
    score: float = 9.0,
) -> Heads:
    """The heads of an analysis. By token: `events` says what it is, and is the lexicon's word where it is left out;
    `status`, by which nothing is told of the other words; `links` lead from a trigger as `actor` or `recipient` to a token,
    with a `score` of which nobody has none."""
    n = len(analysis.tokens)
    told = by_lexicon(analysis) if events is None else events
    event = np.array([shares(told.get(i, NONE), CHOICES) for i in range(n)], np.float32)
    even = dict.fromkeys(vocabulary.STATUSES, 1 / len(vocabulary.STATUSES))
    statuses = np.array([shares((status or {}).get(i, even), vocabulary.STATUSES) for i in range(n)], np.float32)
    led = {side: np.zeros((n, n), np.float32) for side in SIDES}
    for trigger, side, to in links:
        led[side][to, trigger] = score
    leading = np.flatnonzero(event[:, 0] <= 1 - LINKED)
    ends = np.arange(n)
    nobody, near = np.zeros((1, n), np.float32), np.zeros(2 * n + 1, np.float32)
    vectors = Vectors(leading, np.eye(n, dtype=np.float32)[leading])
    made = {f"event to {side}": Link(vectors, Vectors(ends, led[side]), nobody, near) for side in SIDES}
    return Heads(
        np.array([t.span.start for t in analysis.tokens]), np.array([t.span.end for t in analysis.tokens]),
        np.zeros(n, np.int64), np.arange(1, n + 1), {}, made, {"event": event, "status": statuses},
    )  # fmt: skip
