"""RSS and Atom feeds: each entry is an article, in the feed's own words or, when asked, at its link.

In: the bytes of a feed; never a string, which feedparser might take for a path or an address. Out: a source for each
entry, with its title, link, day and author, and the feed's title as the outlet. Refuses, with `InputRefused`:
MALFORMED, NO_TEXT (a feed without entries), TOO_MANY, TOO_LARGE; an entry without words is a row of its own.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from reportedly import limits
from reportedly.document import Basis, Metadata
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.encodings import clean, decode
from reportedly.ingest.formats import Format, Part, beginning, root_element
from reportedly.ingest.page import iso_day
from reportedly.ingest.source import Options, Source, refused_row
from reportedly.ingest.streams import Stream
from reportedly.record import SourceRow

_WHAT_FEEDPARSER_RAISES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")


def expand_feed(stream: Stream, source: Source, options: Options) -> Iterator[Part]:
    """The entries of a feed, in its order."""
    feed = _parse(decode(stream.all("feed_bytes"), source.charset).encode("utf-8"))
    entries = feed.get("entries") or []
    if not entries:
        reason = Reason.NO_TEXT if feed.get("version") else Reason.MALFORMED
        raise InputRefused(reason, detail="it is a feed without entries" if feed.get("version") else "no entries")
    most = limits.value("feed_entries")
    if len(entries) > most:
        raise InputRefused(Reason.TOO_MANY, detail=f"{len(entries):,} entries")
    outlet = _line((feed.get("feed") or {}).get("title"))
    names: dict[str, int] = {}
    for number, entry in enumerate(entries, start=1):
        link = _line(entry.get("link"))
        link = link if link.lower().startswith(("http://", "https://")) else ""
        key = link or _line(entry.get("id")) or str(number)
        names[key] = names.get(key, 0) + 1
        name = f"{source.name}#{key}" + (f"~{names[key]}" if names[key] > 1 else "")
        yield _entry(entry, outlet, Source(name, url=link, parent=source.name), options)


def _parse(data: bytes) -> Any:
    """What feedparser makes of UTF-8; its own guess of the encoding is not asked for."""
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _WHAT_FEEDPARSER_RAISES as error:
        raise InputRefused(Reason.MALFORMED, detail=f"the feed's parser failed: {type(error).__name__}") from error


def _entry(entry: Any, outlet: str, member: Source, options: Options) -> Source | SourceRow:
    """One entry as a source: its content, its summary, or its link."""
    published = _day(entry)
    hints = Metadata(
        title=_line(entry.get("title")),
        outlet=outlet,
        byline=_line(entry.get("author")),
        url=member.url,
        published=published,
        basis=Basis.METADATA if published else None,
    )
    member = replace(member, hints=hints)
    if options.follow and member.url:
        return member
    words = _words(entry)
    if not words.strip():
        return refused_row(member, InputRefused(Reason.NO_TEXT, member.name, "the entry has no words of its own"))
    kind = "fragment" if _TAG.search(words) else "text"
    return replace(member, data=words.encode("utf-8"), format=kind, charset="utf-8")


def _words(entry: Any) -> str:
    """The longest content of an entry, or its summary."""
    contents = entry.get("content") or []
    values = [c.get("value") for c in contents if isinstance(c, dict)]
    texts = [clean(v) for v in values if isinstance(v, str)]
    summary = entry.get("summary")
    return max(texts, key=len, default="") or (clean(summary) if isinstance(summary, str) else "")


def _line(value: Any) -> str:
    return " ".join(clean(value).split())[:2000] if isinstance(value, str) else ""


def _day(entry: Any) -> date | None:
    """The day of publication, as the time zone that the entry names counts; an update is no publication."""
    words = entry.get("published")
    if not isinstance(words, str):
        return None
    if day := iso_day(words):
        return day
    try:
        return parsedate_to_datetime(words).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        parsed = entry.get("published_parsed")
    try:
        return date(*parsed[:3]) if parsed else None
    except (TypeError, ValueError):
        return None


def is_feed(head: bytes, name: str) -> bool:
    """Whether the first element is that of a feed; what calls itself one and is HTML is HTML."""
    root = root_element(head).rpartition(":")[2]
    return root in {"rss", "feed"} or (root == "rdf" and "purl.org/rss/" in beginning(head))


FORMATS = (Format("feed", "an RSS or Atom feed", recognise=is_feed, expand=expand_feed),)
