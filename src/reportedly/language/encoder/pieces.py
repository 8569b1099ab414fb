"""A text as the encoder sees it: word pieces, and the windows in which they are read.

In: a text, the spans of its paragraphs and of words that are to be hidden. Out: `Pieces`, and `Window`s that cover them. Training and reading cut
texts with this one module, so that a model sees what it was trained on. Linear in the length of the text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.document import Span

Ints = npt.NDArray[np.int64]
Encode = Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]]
"""A piece of text to the ids of its word pieces and their limits in it."""

CLS, SEP, HIDDEN = 101, 102, 103
"""The ids that open and close a window, and of a word that is hidden; a paragraph's end is a `SEP` of its own."""
WINDOW = 382
"""Word pieces in a window, without the two that frame it."""
CORE = 310
"""Word pieces of a window that are its own; the rest is context and belongs to its neighbours."""
CONTEXT = 144
"""Word pieces of context, before and behind together, that a short core is given."""
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


def read_pieces(text: str, paragraphs: Sequence[Span], hidden: Sequence[Span], encode: Encode) -> Pieces:
    """The word pieces of the paragraphs, in text order; each of the spans `hidden` (in text order, none over another)
    is one piece that does not tell what it is."""
    found: list[tuple[int, int, int]] = []
    at = 0
    for paragraph in paragraphs:
        if found:
            found.append((SEP, paragraph.start, paragraph.start))
        start = paragraph.start
        while at < len(hidden) and hidden[at].start < paragraph.end:
            word = hidden[at]
            at += 1
            if word.start >= start:
                found += [*_visible(text, start, word.start, encode), (HIDDEN, *word)]
                start = word.end
        found += _visible(text, start, paragraph.end, encode)
    ids, starts, ends = np.array(found, np.int64).reshape(-1, 3).T
    return Pieces(ids, starts, ends)


def _visible(text: str, start: int, end: int, encode: Encode) -> Iterator[tuple[int, int, int]]:
    """The pieces of a part of a text: id, start, end."""
    for place in range(start, end, _LONG):
        ids, offsets = encode(text[place : min(place + _LONG, end)])
        yield from ((i, place + a, place + b) for i, (a, b) in zip(ids, offsets, strict=True))


def windows(pieces: Pieces, text: str, full: bool = False) -> list[Window]:
    """Windows whose cores cover all pieces once; a core ends with a paragraph, or with a sentence, where it can. `full`
    fills each with context up to its greatest length, as training wants them."""
    count = len(pieces)
    if count <= WINDOW:
        return [Window(0, count, 0, count)] if count else []
    found = []
    core = 0
    while core < count:
        core_end = _cut(pieces, text, core, count)
        length = WINDOW if full else min(WINDOW, core_end - core + CONTEXT)
        first = max(0, min(core - (length - (core_end - core)) // 2, count - length))
        found.append(Window(first, first + length, core, core_end))
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
