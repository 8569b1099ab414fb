"""`Heads`: what the encoder says of each word piece of an article, as plain arrays.

Made by `EncoderSession.read`, never stored. Tags are probabilities; links are scored on demand, between pieces that
stand anywhere in the article.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.document import Words
from reportedly.language.encoder.pieces import Ints

Floats = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Vectors:
    """Vectors of some pieces: `places` in text order, and a row of `values` for each."""

    places: Ints
    values: Floats

    def at(self, places: Ints) -> Floats:
        """The vectors of pieces that are all among `places`."""
        found: Floats = self.values[np.searchsorted(self.places, places)]
        return found

    def known(self, places: Ints) -> Ints:
        """Those of `places` that have a vector."""
        if not len(self.places):
            return places[:0]
        at = np.minimum(np.searchsorted(self.places, places), len(self.places) - 1)
        found: Ints = places[self.places[at] == places]
        return found


@dataclass(frozen=True)
class Link:
    """One kind of link: vectors of the pieces that it leads from and of those that it leads to, the vectors that stand
    for a part left out (one a window), and what a distance adds, from far before to far behind."""

    leading: Vectors
    led: Vectors
    left_out: Floats
    near: Floats

    def scores(self, starts: Ints, windows: Ints, places: Ints, ends: Ints) -> Floats:
        """For each of the pieces `starts`, each number `places` of window number `windows`: how well it links to no
        part at all (first) and to each of the pieces `ends`."""
        reach = len(self.near) // 2
        vectors = self.leading.at(starts)
        nothing = (vectors * self.left_out[windows]).sum(1) + self.near[np.maximum(0, reach - places)]
        distances = np.clip(ends[None, :] - starts[:, None], -reach, reach) + reach
        scores = vectors @ self.led.at(ends).T + self.near[distances]
        found: Floats = np.concatenate([nothing[:, None], scores], 1).astype(np.float32)
        return found


@dataclass(frozen=True)
class Heads:
    """The heads of one article.

    `starts` and `ends` are the limits of the pieces in code points; `windows` and `places` say in which window each was
    read, and as which of its pieces, counted from 1. `tags` holds for each row of tags and each piece the probabilities
    that it is outside, begins or continues a part. `classes` holds for each classifying head the probabilities a piece.
    """

    starts: Ints
    ends: Ints
    windows: Ints
    places: Ints
    tags: dict[str, Floats]
    links: dict[str, Link]
    classes: dict[str, Floats]

    def link(self, kind: str, starts: Ints, ends: Ints) -> Floats:
        """Scores of the links of one kind from the pieces `starts`: to nothing, then to each of `ends`."""
        return self.links[kind].scores(starts, self.windows[starts], self.places[starts], ends)

    def over(self, name: str, words: Words) -> Floats:
        """The mean logarithms of the probabilities that a classifying head gives over some words; none without a
        piece."""
        first = [int(np.searchsorted(self.ends, span.start, side="right")) for span in words]
        last = [int(np.searchsorted(self.starts, span.end, side="left")) for span in words]
        places = [i for a, b in zip(first, last, strict=True) for i in range(a, b)]
        if not places:
            return np.zeros(0, np.float32)
        found: Floats = np.log(np.maximum(self.classes[name][places], 1e-6)).mean(0)
        return found
