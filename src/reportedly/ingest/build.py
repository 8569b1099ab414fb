"""Paragraphs and what is known of an article to a `Document`.

In: paragraphs with their kinds, as a format's reader found them, the metadata that the user gave and those that the
page carries. Out: a `Document`. Refuses, with `InputRefused`, what has no text, what is too long, and what is not in
English.
"""

from collections.abc import Sequence
from dataclasses import fields

from reportedly import limits
from reportedly.document import Basis, Block, BlockKind, Document, Metadata, Span
from reportedly.errors import InputRefused, Reason


def build_document(
    paragraphs: Sequence[tuple[BlockKind, str]],
    given: Metadata,
    found: Metadata,
    source_hash: str,
    check_language: bool = True,
) -> Document:
    """The document that `paragraphs` make; what is `given` wins over what was `found`.

    Raises `InputRefused` with NO_TEXT, TOO_LARGE or LANGUAGE.
    """
    known = merge(given, found)
    text, blocks = "", []
    for kind, words in paragraphs:
        words = words.strip()
        if not words:
            continue
        if not kind.is_read:
            blocks.append(Block(kind, Span(len(text), len(text)), words))
            continue
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    if not text:
        raise InputRefused(Reason.NO_TEXT)
    if len(text) > limits.value("article_characters"):
        raise InputRefused(Reason.TOO_LARGE, detail=f"{len(text):,} characters")
    return Document(text, tuple(blocks), known, source_hash)


def merge(given: Metadata, found: Metadata) -> Metadata:
    """Each field from `given` where it says something, else from `found`."""
    values = {f.name: getattr(given, f.name) or getattr(found, f.name) for f in fields(Metadata)}
    if values["published"]:
        values["basis"] = values["basis"] or Basis.METADATA
    return Metadata(**values)
