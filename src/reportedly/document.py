"""One article as the rest of the program sees it: an immutable text, what its parts are, and where it came from.

All offsets in this package are half-open and count Unicode code points of `Document.text`.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` (inclusive) to `end` (exclusive) of `Document.text`, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


Words = tuple[Span, ...]
"""Words of an article: one or more spans in text order; empty where the text leaves them out."""


class BlockKind(StrEnum):
    """What a part of an article is. Those from `CAPTION` on are boilerplate, kept aside and not read for claims."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    IMAGE = "image"
    MORE = "more"
    SHARE = "share"
    FOOTER = "footer"
    NAVIGATION = "navigation"
    BYLINE = "byline"

    @property
    def is_read(self) -> bool:
        """Whether blocks of this kind are in `Document.text`."""
        return self in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM}


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article.

    `span` is where it lies in `Document.text`. Boilerplate is not in that text: its span is empty, at the place
    where it stood, and `aside` holds its characters.
    """

    kind: BlockKind
    span: Span
    aside: str = ""


class Basis(StrEnum):
    """How the publication day is known."""

    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text. Everything that is not known is empty."""

    title: str = ""
    outlet: str = ""
    agency: str = ""
    byline: str = ""
    url: str = ""
    language: str = ""
    dateline: Span | None = None
    """Place and day as printed, in `Document.text`."""
    published: date | None = None
    basis: Basis | None = None
    reasons: str = ""
    """For an inferred day, why, in words; for an unknown one, what is missing."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article, immutable. Made by `ingest`; `text` is what every offset in its record refers to.

    `source_hash` is the SHA-256 of the bytes that it was made from, in hexadecimal.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    source_hash: str = ""

    @property
    def text_hash(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal."""
        return digest(self.text)

    @property
    def id(self) -> str:
        """The article's id, made from what it says, who publishes it, where and when: the same article, the same id."""
        m = self.metadata
        return "d" + digest("\x1f".join((self.text, m.title, m.outlet, m.url, str(m.published or ""))))[:15]

    def words(self, spans: Iterable[Span]) -> str:
        """The words that `spans` cover; pieces that do not touch are joined by an ellipsis."""
        return " … ".join(self.text[s.start : s.end] for s in spans)

    def body(self) -> tuple[Block, ...]:
        """The blocks that are read, in text order."""
        return tuple(b for b in self.blocks if b.kind.is_read)


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8 (a lone surrogate counts as itself), in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
