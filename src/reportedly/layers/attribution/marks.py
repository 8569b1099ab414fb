"""What the span model says of an article's tokens: runs of them that are sources, cues or contents.

In: the encoder's heads and the tokens. Out: `Run`s, by the most likely sequence of outside, beginning and continuing.
A content's tokens also link to a cue, and the sequence is one of both: where the next cue's words begin, a run ends.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from reportedly.language.analysis import Token
from reportedly.language.encoder.heads import Floats, Heads, Vectors
from reportedly.language.encoder.pieces import Ints

Weigh = Callable[[Ints, Sequence[int], Floats], Floats]
"""The logarithms of the links of a stretch of tokens to no cue and to those of some numbers, to better ones."""
REACH = 256
"""Word pieces within which a part is looked for."""
EAGER = 1.4
"""How much more readily than the model says a cue is taken where it finds none, in natural logarithms of the odds: a
content without its cue goes to a wrong one, a cue without a content is nothing."""
LEAST = 0.1
"""Tokens that are in a part with less than this probability are outside for sure."""
FLOOR = 1e-4


class Run(NamedTuple):
    """Tokens `first` up to `end` that are one part, the mean probability that they are, the word pieces `first_piece`
    up to `end_piece` that they are made of; for a content, the number of its cue (None for none) and how sure that
    is."""

    first: int
    end: int
    probability: float
    first_piece: int
    end_piece: int
    cue: int | None = None
    link: float = 1.0


class Marks:
    """The tags of an article, token by token."""

    def __init__(self, heads: Heads, tokens: Sequence[Token]) -> None:
        starts = np.array([t.span.start for t in tokens], np.int64)
        ends = np.array([t.span.end for t in tokens], np.int64)
        self.heads = heads
        self.first = np.searchsorted(heads.ends, starts, side="right")
        self.end = np.maximum(np.searchsorted(heads.starts, ends, side="left"), self.first)
        self._inside: dict[str, Floats] = {}

    def inside(self, tag: str) -> Floats:
        """For each token the probability that it is in a part."""
        if tag not in self._inside:
            outside = self.heads.tags[tag][:, 0].astype(np.float64)
            summed = np.concatenate([[0.0], np.cumsum(1.0 - outside)])
            self._inside[tag] = (summed[self.end] - summed[self.first]) / np.maximum(1, self.end - self.first)
        return self._inside[tag]

    def runs(self, tag: str, eager: float = 0.0) -> list[Run]:
        """The parts of one kind, in text order; with `eager`, also those that are as likely when this is added to the
        logarithm of their odds, where they touch none of the others."""
        found = self._runs(tag, 0.0)
        if eager:
            held = {i for run in found for i in range(run.first - 1, run.end + 1)}
            found += [run for run in self._runs(tag, eager) if not held.intersection(range(run.first, run.end))]
        return sorted(found)

    def _runs(self, tag: str, eager: float) -> list[Run]:
        stretches_of = self._stretches(tag)
        return [run for s in stretches_of for run in self._decoded(tag, s, np.zeros((len(s), 1)), eager)]

    def contents(self, tag: str, kind: str, cues: Sequence[Run], weigh: Weigh) -> list[Run]:
        """Contents in text order, each with its cue among `cues` by the links of one kind, as `weigh` makes them."""
        found = []
        for stretch, near, logs in self.linked(tag, kind, cues):
            runs = self._decoded(tag, stretch, weigh(stretch, near, logs))
            found += [r._replace(cue=near[r.cue - 1] if r.cue else None) for r in runs]
        return found

    def linked(self, tag: str, kind: str, cues: Sequence[Run]) -> Iterator[tuple[Ints, list[int], Floats]]:
        """For each stretch of tokens that may be in a part: the numbers of the cues near it, and the logarithms of the
        probabilities that each token links to nothing and to each of them."""
        led = self.heads.links[kind].led
        held, pieces = linked_to(led, cues)
        for stretch in self._stretches(tag):
            low = int(np.searchsorted(pieces, self.first[stretch[0]] - REACH))
            high = int(np.searchsorted(pieces, self.end[stretch[-1]] + REACH))
            yield stretch, held[low:high], self._link_logs(kind, stretch, pieces[low:high])

    def _stretches(self, tag: str) -> Iterator[Ints]:
        """Neighbouring tokens that may be in a part."""
        held = np.flatnonzero(self.inside(tag) >= LEAST)
        if len(held):
            yield from np.split(held, np.flatnonzero(np.diff(held) > 1) + 1)

    def _link_logs(self, kind: str, stretch: Ints, near: Ints) -> Floats:
        """For each token of a stretch the logarithms of the probabilities of its links: to nothing, to each cue."""
        link = self.heads.links[kind]
        pieces = np.arange(self.first[stretch[0]], self.end[stretch[-1]])
        known = link.leading.known(pieces)
        logs = np.full((len(pieces), 1 + len(near)), -np.log(1.0 + len(near)))
        if len(known):
            logs[known - pieces[0]] = log_softmax(self.heads.link(kind, known, near))
        summed = np.concatenate([np.zeros((1, logs.shape[1])), np.cumsum(logs, 0)])
        first, end = self.first[stretch] - pieces[0], self.end[stretch] - pieces[0]
        found: Floats = (summed[end] - summed[first]) / np.maximum(1, end - first)[:, None]
        return found

    def _decoded(self, tag: str, stretch: Ints, links: Floats, eager: float = 0.0) -> list[Run]:
        """The runs of the most likely sequence over a stretch. A run's `cue` is the column of `links` that it has."""
        inside = np.clip(self.inside(tag)[stretch], FLOOR, 1 - FLOOR)
        at = np.minimum(self.first[stretch], len(self.heads.tags[tag]) - 1)
        tags = self.heads.tags[tag][at]
        begins = np.clip(tags[:, 1] / np.maximum(FLOOR, tags[:, 1] + tags[:, 2]), FLOOR, 1 - FLOOR)
        path = viterbi(np.log(1 - inside) - eager, np.log(inside * begins), np.log(inside * (1 - begins)), links)
        found = []
        for first, end, column in stretches(path):
            places = stretch[first:end]
            sure = float(np.exp(links[first:end, column].mean()))
            run = Run(
                int(places[0]), int(places[-1]) + 1, float(inside[first:end].mean()), int(self.first[places[0]]),
                int(self.end[places[-1]]), column, sure,
            )  # fmt: skip
            found.append(run)
        return found


def linked_to(led: Vectors, runs: Sequence[Run]) -> tuple[list[int], Ints]:
    """The numbers of the runs to which links can lead, and their first pieces."""
    pieces = np.array([run.first_piece for run in runs], np.int64)
    known = led.known(pieces)
    held = np.flatnonzero(np.isin(pieces, known)).tolist()
    return held, pieces[held]


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of the probabilities that scores make, row by row."""
    lowered = scores - scores.max(1, keepdims=True)
    found: Floats = lowered - np.log(np.exp(lowered).sum(1, keepdims=True))
    return found


def viterbi(outside: Floats, begins: Floats, continues: Floats, links: Floats) -> list[tuple[int, bool]]:
    """For each token the column that it takes (-1 outside) and whether a run begins there, the likeliest sequence."""
    count, columns = links.shape
    best = np.full(columns, -np.inf)
    out = 0.0
    came: list[tuple[Ints, int, int]] = []
    for t in range(count):
        top = int(best.argmax())
        before, source = (out, -1) if out >= best[top] else (float(best[top]), top)
        fresh = before + begins[t]
        stay = best + continues[t]
        stays = stay >= fresh
        came.append((np.where(stays, 1, 0), source, source))
        best = np.where(stays, stay, fresh) + links[t]
        out = before + outside[t]
    state = -1 if out >= best.max() else int(best.argmax())
    path = []
    for t in range(count - 1, -1, -1):
        stays, entered_from, left_from = came[t]
        begun = state >= 0 and not stays[state]
        path.append((state, begun))
        if state < 0:
            state = left_from
        elif begun:
            state = entered_from
    return path[::-1]


def stretches(path: Sequence[tuple[int, bool]]) -> Iterator[tuple[int, int, int]]:
    """The runs of a path: first token, end, column."""
    first = 0
    for t, (state, _) in enumerate(path):
        following = path[t + 1] if t + 1 < len(path) else (-1, True)
        if state >= 0 and (following[0] != state or following[1]):
            yield first, t + 1, state
        if following[0] != state or following[1]:
            first = t + 1
