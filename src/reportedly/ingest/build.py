"""Paragraphs and what is known of an article to a `Document`.

In: paragraphs with their kinds, as a format's reader found them, the metadata that the user gave and those that the
page carries. Out: a `Document`: its title and the paragraphs that are read, parted by empty lines, and the boilerplate
kept aside where it stood. Refuses, with `InputRefused`, what has no text (NO_TEXT), what is too long (TOO_LARGE), and
what is not in English (LANGUAGE, with the language as detail).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly import limits
from reportedly.document import Basis, Block, BlockKind, Document, Metadata, Span
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.boilerplate import Part, kinds_of
from reportedly.ingest.cuts import rejoined
from reportedly.ingest.dateline import Dateline, find_dateline
from reportedly.ingest.dates import publication_day
from reportedly.ingest.encodings import clean
from reportedly.ingest.english import language_of
from reportedly.ingest.metadata import address_of, agency_of, byline_of, merge, outlet_of

Paragraphs = list[tuple[BlockKind, str]]

_DATELINE_PARAGRAPHS = 3


def build_document(
    paragraphs: Sequence[tuple[BlockKind, str]],
    given: Metadata,
    found: Metadata,
    source_hash: str,
    check_language: bool = True,
    *,
    not_after: date | None = None,
) -> Document:
    """The document that `paragraphs` make; what is `given` wins over what was `found`, and both over what is read.

    `not_after` is a day by which the article was out, such as that of the crawl that found it. Raises `InputRefused`
    with NO_TEXT, TOO_LARGE or LANGUAGE.
    """
    if sum(len(words) for _, words in paragraphs) > limits.value("article_characters"):
        raise InputRefused(Reason.TOO_LARGE, detail=f"more than {limits.value('article_characters'):,} characters")
    known = merge(given, found)
    parts = _titled(_sorted_out(paragraphs), " ".join(clean(known.title).split()))
    parts = rejoined(parts)
    body = [words for kind, words in parts if kind.is_read and kind is not BlockKind.TITLE]
    if not any(c.isalnum() for words in body for c in words):
        raise InputRefused(Reason.NO_TEXT)
    language = language_of(body)
    if check_language and language not in ("en", ""):
        raise InputRefused(Reason.LANGUAGE, detail=language)
    text, blocks = _laid_out(parts)
    dateline, span = _dateline(text, blocks)
    known = _completed(known, parts, dateline, body, not_after)
    return Document(text, blocks, replace(known, language=language, dateline=span), source_hash)


def _sorted_out(paragraphs: Sequence[tuple[BlockKind, str]]) -> Paragraphs:
    """The paragraphs that have words, boilerplate told from the article."""
    kept = [Part(kind, trimmed) for kind, words in paragraphs if (trimmed := clean(words).strip())]
    return [(kind, part.words) for kind, part in zip(kinds_of(kept), kept, strict=True)]


def _titled(parts: Paragraphs, title: str) -> Paragraphs:
    """The parts with one title: their own, or the known one, which is put first where no paragraph says it."""
    places = [i for i, (kind, _) in enumerate(parts) if kind is BlockKind.TITLE]
    if places:
        return [(BlockKind.HEADING, w) if i in places[1:] else (k, w) for i, (k, w) in enumerate(parts)]
    if not title:
        return parts
    first = next((i for i, (kind, _) in enumerate(parts) if kind.is_read), None)
    if first is not None and _letters(parts[first][1]) == _letters(title):
        return [*parts[:first], (BlockKind.TITLE, parts[first][1]), *parts[first + 1 :]]
    return [(BlockKind.TITLE, title), *parts]


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _laid_out(parts: Paragraphs) -> tuple[str, tuple[Block, ...]]:
    """The text, and where each part lies in it."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, words in parts:
        if not kind.is_read:
            blocks.append(Block(kind, Span(at, at), words))
            continue
        if at:
            pieces.append("\n\n")
            at += 2
        pieces.append(words)
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words)
    return "".join(pieces), tuple(blocks)


def _dateline(text: str, blocks: tuple[Block, ...]) -> tuple[Dateline | None, Span | None]:
    """The dateline among the first paragraphs, and where place and day lie in the text."""
    spans = [b.span for b in blocks if b.kind is BlockKind.PARAGRAPH][:_DATELINE_PARAGRAPHS]
    for span in spans:
        if dateline := find_dateline(span.of(text)):
            printed = Span(span.start + dateline.start, span.start + dateline.end)
            return dateline, printed if printed.end > printed.start else None
    return None, None


def _completed(
    known: Metadata, parts: Paragraphs, dateline: Dateline | None, body: list[str], not_after: date | None
) -> Metadata:
    """The metadata with what the article itself says where nothing else does."""
    title = known.title or next((words for kind, words in parts if kind is BlockKind.TITLE), "")
    agency = known.agency or (dateline.agency if dateline else "") or agency_of(parts)
    known = replace(
        known,
        title=" ".join(title.split()),
        agency=agency,
        outlet=known.outlet or outlet_of(parts),
        byline=known.byline or byline_of(parts),
        url=known.url or address_of(parts),
    )
    if known.published:
        return replace(known, basis=known.basis or Basis.METADATA)
    printed = [words for kind, words in parts if kind is BlockKind.BYLINE]
    day = publication_day(body, dateline, printed, not_after)
    return replace(known, published=day.day, basis=day.basis, reasons=day.reasons)
