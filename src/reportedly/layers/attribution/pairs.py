"""Which content goes with which cue, and which source: what speaks for a pair besides the encoder's link.

In: a reading, the encoder's heads, the cues of a level, the rules' drafts. Out: for each pair a row of signals, and
the pair's score, their weighted sum. The weights were fitted on articles that the model did not learn from and stand
in its card.
"""

from collections.abc import Mapping, Sequence
from math import log

import numpy as np
import numpy.typing as npt

from reportedly.language.encoder.heads import Floats
from reportedly.language.encoder.pieces import Ints
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.marks import Run

CONTENT_SIGNALS = (
    "none", "link", "same sentence", "sentences after", "sentences before", "cues between", "before the cue",
    "below the cue", "rule says so", "rule says another", "cue in the same quotation", "quoted, cue in another sentence",
    "other paragraph", "sure of the cue",
)  # fmt: skip
SOURCE_SIGNALS = (
    "none", "link", "back link", "same sentence", "sentences before", "after the cue", "cues between",
    "subject of the cue", "rule says so", "rule says another", "sure",
)  # fmt: skip
_MOST = 3


class Pairs:
    """The cues of one level of an article, with what the rules and the parse say of each."""

    def __init__(self, r: Reading, cues: Sequence[Run], ruled: Sequence[Draft]) -> None:
        self.r = r
        self.cues = cues
        of_anchor = {d.anchor: d for d in ruled}
        self.same = [next((of_anchor[i] for i in range(c.first, c.end) if i in of_anchor), None) for c in cues]
        self.anchors = [
            d.anchor if d else anchor_of(r, tuple(range(c.first, c.end))) for c, d in zip(cues, self.same, strict=True)
        ]
        self.sentence = np.array([t.sentence for t in r.tokens], np.int64)
        self.paragraph = np.array([s.paragraph for s in r.analysis.sentences], np.int64)
        self.quote = np.array(r.quote_at, np.int64)
        self.firsts = np.array([c.first for c in cues], np.int64)
        self.anchor_places = np.array(self.anchors, np.int64)
        self.left = np.array([r.left(a) for a in self.anchors], np.int64)
        self.right = np.array([r.right(a) for a in self.anchors], np.int64)
        self.sure = np.array([log_odds(c.probability) for c in cues], np.float64)
        claimed = np.zeros(len(r.tokens), np.int64)
        for draft in ruled:
            claimed[list(draft.content)] += 1
        self.claimed = claimed

    def content_signals(self, stretch: Ints, near: Sequence[int], logs: Floats) -> Floats:
        """Signals [token, 1 + cue, signal] of the tokens of a stretch with no cue and with each of the cues `near`;
        `logs` are the logarithms of the probabilities of the links."""
        cues = np.asarray(near, np.int64)
        found = np.zeros((len(stretch), 1 + len(cues), len(CONTENT_SIGNALS)), np.float64)
        found[:, :, 1] = logs
        found[:, 0, 0] = 1.0
        if not len(cues):
            return found
        here, there = self.sentence[stretch][:, None], self.sentence[self.anchor_places[cues]][None, :]
        away = here - there
        rank = np.searchsorted(self.firsts[cues], stretch)[:, None]
        place = np.arange(len(cues))[None, :]
        quote = self.quote[stretch][:, None]
        same_quote = (quote >= 0) & (quote == self.quote[self.firsts[cues]][None, :])
        tokens = stretch[:, None]
        ruled = self._ruled(stretch, near)
        columns = (
            away == 0, np.minimum(np.maximum(away, 0), _MOST), np.minimum(np.maximum(-away, 0), _MOST),
            np.minimum(np.where(place < rank, rank - 1 - place, place - rank), _MOST), tokens < self.firsts[cues][None, :],
            (tokens >= self.left[cues]) & (tokens < self.right[cues]), ruled,
            ~ruled & (self.claimed[stretch] > 0)[:, None], same_quote, (quote >= 0) & ~same_quote & (away != 0),
            self.paragraph[here] != self.paragraph[there], np.broadcast_to(self.sure[cues], away.shape),
        )  # fmt: skip
        for n, column in enumerate(columns, 2):
            found[:, 1:, n] = column
        return found

    def _ruled(self, stretch: Ints, near: Sequence[int]) -> npt.NDArray[np.bool_]:
        """For each token of a stretch and each of the cues `near` whether a rule says that they go together."""
        found = np.zeros((len(stretch), len(near)), bool)
        for k, n in enumerate(near):
            rule = self.same[n]
            if rule and rule.content[0] <= stretch[-1] and rule.content[-1] >= stretch[0]:
                found[:, k] = np.isin(stretch, rule.content)
        return found

    def source_signals(self, number: int, sources: Sequence[tuple[tuple[int, ...], float, float, float]]) -> Floats:
        """Signals [1 + source, signal] of cue number `number` with no source (first) and with each source: its tokens,
        the logarithms of the probabilities of the link from the cue and back, and how sure the model is of it."""
        cue, anchor, rule = self.cues[number], self.anchors[number], self.same[number]
        subjects = {c.index for c in self.r.children(anchor, "nsubj", "nsubjpass", "poss", "agent")}
        found = np.zeros((len(sources), len(SOURCE_SIGNALS)), np.float64)
        for k, (words, link, back, sure) in enumerate(sources):
            ruled = rule is not None and alike(words, rule.source)
            found[k, 1], found[k, 8], found[k, 9] = link, ruled, rule is not None and not ruled
            if not words:
                found[k, 0] = 1.0
                continue
            away = int(self.sentence[anchor] - self.sentence[words[0]])
            low, high = sorted((words[0], cue.first))
            between = int(np.searchsorted(self.firsts, high) - np.searchsorted(self.firsts, low, side="right"))
            found[k, 2:8] = (
                back, away == 0, min(_MOST, max(0, away)), words[0] > cue.first, min(_MOST, between),
                any(i in subjects for i in words),
            )  # fmt: skip
            found[k, 10] = sure
        return found


def log_odds(probability: float) -> float:
    """The logarithm of the odds of a probability, which is kept from the ends."""
    held = min(0.995, max(0.005, probability))
    return log(held / (1 - held))


def score(signals: Floats, weights: Mapping[str, float], names: Sequence[str]) -> Floats:
    """The weighted sums of signals."""
    found: Floats = signals @ np.array([weights[name] for name in names])
    return found


def alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two parts share half of their tokens, or neither has any."""
    a, b = set(one), set(other)
    return len(a & b) >= 0.5 * len(a | b)


def anchor_of(r: Reading, cue: tuple[int, ...]) -> int:
    """The token that carries a cue: the one on which its others hang."""
    held = set(cue)
    heads = [i for i in cue if r.tokens[i].head not in held or r.tokens[i].head == i]
    words = [i for i in heads if r.tokens[i].pos in {"VERB", "NOUN", "ADJ"}] or heads
    return words[0] if words else cue[0]
