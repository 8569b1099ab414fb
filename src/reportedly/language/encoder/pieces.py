"""A text as the encoder sees it: word pieces, and the windows in which they are read.

In: a text and the spans of its paragraphs. Out: `Pieces`, and `Window`s that cover them. Training and reading cut
texts with this one module, so that a model sees what it was trained on. Linear in the length of the text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.document import Span

Ints = npt.NDArray[np.int64]
Encode = Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]]
"""A piece of text to the ids of its word pieces and their limits in it."""

CLS, SEP = 101, 102
"""The ids that open and close a window; a paragraph's end is a `SEP` of its own."""
WINDOW = 382
"""Word pieces in a window, without the two that frame it."""
CORE = 310
"""Word pieces of a window that are its own; the rest is context and belongs to its neighbours."""
_LONG = 4000
_SENTENCE_ENDS = frozenset('.!?"”»')


@dataclass(frozen=True)
class Pieces:
    """Word pieces of a text: their ids, and where each starts and ends. A paragraph's end is an empty piece."""

    ids: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def over(self, spans: Sequence[tuple[int, int]]) -> Ints:
        """The places of the pieces that share a character with one of `spans`, in text order."""
        found = [self._between(*span) for span in spans]
        return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)

    def _between(self, start: int, end: int) -> Ints:
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left"))
        places = np.arange(first, max(first, last))
        return places[self.ends[places] > self.starts[places]]


class Window(NamedTuple):
    """Pieces `first` up to but not including `end` are read together; those from `core` up to `core_end` count."""

    first: int
    end: int
    core: int
    core_end: int


def read_pieces(text: str, paragraphs: Sequence[Span], encode: Encode) -> Pieces:
    """The word pieces of the paragraphs, in text order."""
    ids: list[int] = []
    limits: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        if ids:
            ids.append(SEP)
            limits.append((paragraph.start, paragraph.start))
        for start in range(paragraph.start, paragraph.end, _LONG):
            part = text[start : min(start + _LONG, paragraph.end)]
            found, offsets = encode(part)
            ids.extend(found)
            limits.extend((start + a, start + b) for a, b in offsets)
    starts = np.array([a for a, _ in limits], np.int64)
    ends = np.array([b for _, b in limits], np.int64)
    return Pieces(np.array(ids, np.int64), starts, ends)


def windows(pieces: Pieces, text: str) -> list[Window]:
    """Windows whose cores cover all pieces once; a core ends with a paragraph, or with a sentence, where it can."""
    count = len(pieces)
    if count <= WINDOW:
        return [Window(0, count, 0, count)] if count else []
    found = []
    core = 0
    while core < count:
        core_end = _cut(pieces, text, core, count)
        margin = (WINDOW - (core_end - core)) // 2
        first = max(0, min(core - margin, count - WINDOW))
        found.append(Window(first, first + WINDOW, core, core_end))
        core = core_end
    return found


def _cut(pieces: Pieces, text: str, core: int, count: int) -> int:
    """Where a core that begins at `core` ends."""
    if count - core <= CORE:
        return count
    latest = core + CORE
    near = range(latest, core + CORE * 2 // 3, -1)
    for place in near:
        if pieces.starts[place] == pieces.ends[place]:
            return place
    for place in near:
        if text[int(pieces.starts[place - 1])] in _SENTENCE_ENDS and text[int(pieces.starts[place])].isupper():
            return place
    return latest


def tokenizer_encode(tokenizer: Any) -> Encode:
    """A tokenizer of the `tokenizers` package as the function that `read_pieces` wants."""

    def encode(part: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        found = tokenizer.encode(part, add_special_tokens=False)
        return found.ids, found.offsets

    return encode
