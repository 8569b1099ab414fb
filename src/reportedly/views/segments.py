"""An article's text cut where something begins or ends, so that whoever shows it needs no offsets.

In: a `Document` and marks over its text. Out: its parts in order, each a list of segments that say what covers them.
Every character of the text that is not white space between parts is in exactly one segment.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportedly.document import BlockKind, Document, Span

ROLES = ("content", "source", "cue", "event", "figure", "time", "place", "wording", "name")
"""What a mark can say of the words that it covers, in the order in which marks of the same words are listed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """That some words belong to a row: the row's label on the page (`A3`) and the role of the words in it."""

    label: str
    role: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters between two neighbouring cuts. `marks` lists what covers them, the widest first; `opens` the labels
    of rows whose first words in the article begin here; `depth` counts the contents that hold them."""

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[str, ...] = ()
    depth: int = 0

    def roles(self) -> tuple[str, ...]:
        """The roles of these words, each once, in order."""
        return tuple(r for r in ROLES if any(m.role == r for m in self.marks))

    def labels(self) -> tuple[str, ...]:
        """The labels of the rows that these words belong to, each once, in order."""
        return tuple(dict.fromkeys(m.label for m in self.marks))


@dataclass(frozen=True, slots=True)
class Part:
    """A title, heading, paragraph or item with its segments."""

    kind: str
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The part's characters."""
        return "".join(s.text for s in self.segments)

    @property
    def opens(self) -> tuple[str, ...]:
        """The labels of the rows that begin in this part, in order."""
        return tuple(label for s in self.segments for label in s.opens)


Placed = tuple[Span, Mark]


def cut(document: Document, marks: Iterable[Placed]) -> tuple[Part, ...]:
    """The parts of an article, each cut where one of `marks` begins or ends. Marks outside the text are left out."""
    length = len(document.text)
    placed = sorted(
        {(Span(max(0, s[0]), min(length, s[1])), m) for s, m in marks if max(0, s[0]) < min(length, s[1])},
        key=lambda p: (p[0].start, -p[0].end, ROLES.index(p[1].role), p[1].label),
    )
    seen: set[str] = set()
    parts, carried, following = [], list[Placed](), 0
    for kind, span in _parts(document):
        while following < len(placed) and placed[following][0].start < span.end:
            carried.append(placed[following])
            following += 1
        carried = [p for p in carried if p[0].end > span.start]
        parts.append(Part(kind, tuple(_segments(document.text, span, carried, seen))))
    return tuple(parts)


def _parts(document: Document) -> Iterator[tuple[str, Span]]:
    """The blocks that are read, and whatever text no block covers, in order."""
    at = 0
    for block in sorted(document.body(), key=lambda b: b.span):
        yield from _loose(document.text, at, block.span.start)
        if block.span.end > max(at, block.span.start):
            yield block.kind.value, Span(max(at, block.span.start), block.span.end)
        at = max(at, block.span.end)
    yield from _loose(document.text, at, len(document.text))


def _loose(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    if text[start:end].strip():
        yield BlockKind.PARAGRAPH.value, Span(start, end)


def _segments(text: str, part: Span, inside: list[Placed], seen: set[str]) -> Iterator[Segment]:
    """The segments of one part; `inside` are the marks that touch it, in order, `seen` the labels met so far."""
    starts: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for number, (span, _) in enumerate(inside):
        starts[max(span.start, part.start)].append(number)
        ends[min(span.end, part.end)].append(number)
    cuts = sorted({part.start, part.end, *starts, *ends})
    active: set[int] = set()
    for begin, end in pairwise(cuts):
        active = (active - set(ends[begin])) | set(starts[begin])
        marks = tuple(inside[n][1] for n in sorted(active))
        opens = tuple(dict.fromkeys(m.label for m in marks if m.label not in seen))
        seen.update(opens)
        yield Segment(text[begin:end], marks, opens, sum(m.role == "content" for m in marks))
