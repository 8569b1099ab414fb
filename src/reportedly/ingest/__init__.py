"""Bytes, paths and addresses to Documents: one file a format, one registry of formats.

`expand` turns what a person names into single articles and the account of what is none; `load` makes a `Document` of
one of them. Both refuse with `InputRefused` or, for a question that makes no sense, `Misuse`.
"""

from reportedly.ingest.acquire import expand, load
from reportedly.ingest.source import Options, Source
from reportedly.ingest.text import from_text

__all__ = ["Options", "Source", "expand", "from_text", "load"]
