"""Every bound that this package sets on its inputs: name, default and why, in one table.

A limit is read as `limits.value("article_characters")`. A person changes one by the environment variable
`REPORTEDLY_LIMIT_` and its name in capitals; a value that is no positive whole number is refused by `Misuse`.
"""

import os
from dataclasses import dataclass

from reportedly.errors import Misuse

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limit:
    """One bound: its default, its unit, and why it is what it is."""

    default: int
    unit: str
    why: str


LIMITS: dict[str, Limit] = {
    "file_bytes": Limit(64 * MIB, "bytes", "a single article's file (not an archive) larger than this is none"),
    "archive_bytes": Limit(4096 * MIB, "bytes", "an archive is streamed, but a person should mean to read so much"),
    "member_bytes": Limit(16 * MIB, "bytes", "one member of an archive after unpacking; a news page is below 2 MiB"),
    "unpacked_bytes": Limit(2048 * MIB, "bytes", "all that one archive may unpack to; 292 KB of gzip can be 300 MB"),
    "archive_members": Limit(1_000_000, "members", "a corpus larger than this is given in parts"),
    "archive_depth": Limit(4, "archives", "an archive in an archive; deeper is made to use up time"),
    "article_characters": Limit(2_000_000, "characters", "200,000 words are 1.2 million characters"),
    "paragraph_characters": Limit(200_000, "characters", "the parser's time grows with the longest sentence"),
    "sentence_tokens": Limit(400, "tokens", "what is longer is a list or has lost its full stops; it is cut there"),
    "html_bytes": Limit(16 * MIB, "bytes", "one page, whose tree takes ten times its size; news pages are below 2 MiB"),
    "html_attributes": Limit(1_000, "attributes", "of one element; the parser's time grows with their square"),
    "html_depth": Limit(256, "elements", "the extractor silently gives nothing below 300 nested elements"),
    "html_elements": Limit(200_000, "elements", "the extractor's time grows faster than the number of paragraphs"),
    "pdf_pages": Limit(2_000, "pages", "longer than any report that is read as one article"),
    "feed_bytes": Limit(32 * MIB, "bytes", "a feed is parsed in memory; the largest in use are a few MiB"),
    "feed_entries": Limit(10_000, "entries", "a feed holds tens; an archive of a feed thousands"),
    "folder_files": Limit(5_000_000, "files", "guards against a loop of links"),
    "fetch_bytes": Limit(16 * MIB, "bytes", "one page fetched from an address"),
    "fetch_seconds": Limit(30, "seconds", "one page fetched from an address, redirects included"),
    "fetch_redirects": Limit(5, "redirects", "more is a loop or a tracker"),
    "article_seconds": Limit(120, "seconds", "one article, from bytes to record; most take a tenth of a second"),
    "container_seconds": Limit(
        120, "seconds", "between two articles of one archive, feed or corpus, fetching included"
    ),
    "worker_start_seconds": Limit(300, "seconds", "a worker process that loads the language pipeline from a slow disk"),
    "worker_bytes": Limit(4096 * MIB, "bytes", "memory of one worker process above what it needs when idle"),
}


def value(name: str) -> int:
    """The limit called `name`: its default, or what the environment says.

    Raises `KeyError` for a name that is not in the table and `Misuse` for a setting that is no positive number.
    """
    setting = os.environ.get(f"REPORTEDLY_LIMIT_{name.upper()}")
    if setting is None:
        return LIMITS[name].default
    if not setting.isdecimal() or int(setting) == 0:
        raise Misuse(f"REPORTEDLY_LIMIT_{name.upper()} is {setting!r}; it takes a whole number of {LIMITS[name].unit}")
    return int(setting)
