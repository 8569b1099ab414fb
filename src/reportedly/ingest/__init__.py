"""Bytes, paths and addresses to Documents: one file a format, one registry of formats."""

from reportedly.ingest.build import build_document
from reportedly.ingest.text import from_text, text_paragraphs

__all__ = ["build_document", "from_text", "text_paragraphs"]
