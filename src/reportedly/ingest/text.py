"""Plain text to paragraphs, and a plain text's characters to a `Document`.

In: a text as read from a file, a corpus or a person. Out: its paragraphs with their kinds, or a `Document`. Refuses
nothing itself; `build_document` refuses what is no article.
"""

import re
from dataclasses import fields
from typing import Any

from reportedly.document import BlockKind, Document, Metadata, digest
from reportedly.errors import Misuse
from reportedly.ingest.build import build_document


def text_paragraphs(text: str) -> list[tuple[BlockKind, str]]:
    """The paragraphs of a plain text, in order, each with its kind."""
    return [(BlockKind.PARAGRAPH, p.strip()) for p in re.split(r"\n\s*\n", text) if p.strip()]


def from_text(text: str, check_language: bool = True, **metadata: Any) -> Document:
    """The document that a plain text makes. `metadata` are fields of `Metadata`, such as `outlet` or `published`.

    Raises `Misuse` for a field that does not exist and `InputRefused` as `build_document` does.
    """
    known = {f.name for f in fields(Metadata)}
    if wrong := sorted(set(metadata) - known):
        raise Misuse(f"there is no metadata field {wrong[0]!r}; there are {', '.join(sorted(known))}")
    return build_document(text_paragraphs(text), Metadata(**metadata), Metadata(), digest(text), check_language)
