"""WARC files (ISO 28500), as crawlers and web archives write them.

In: a stream of records. Out: a source for each page (a response with status 200 of HTML, plain text or another format
that is read; a resource; a conversion), and a row for each other response. Requests and notes of the crawler are no
inputs and have no row. The crawl's date is no day of publication.

Refuses, with `InputRefused`: TRUNCATED where it ends in a record (the pages before count), MALFORMED, and what `Stream`
refuses. A record larger than a page may be, or one that cannot be unpacked, is a row of its own.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportedly import limits
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.formats import Format, Part
from reportedly.ingest.page import iso_day
from reportedly.ingest.source import Options, Source, refused_row
from reportedly.ingest.streams import Stream

_PAGES = {"text/html", "text/plain", "application/xhtml+xml", "application/pdf"}
_CUT_VERSION = re.compile(rb"\n(?:W|WA|WAR|WARC|WARC/[\d.]*)\s*$")
_FEEDS = {"application/rss+xml", "application/atom+xml"}


class _Forward(io.RawIOBase):
    """A stream that only goes forward, for fastwarc, which asks where it is and never goes back."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.ended = False
        self.last = b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._stream.tell()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.tell()

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size if size >= 0 else 1 << 16) or b""
        self.ended = self.ended or not chunk
        self.last = (self.last + chunk)[-16:]
        return chunk


def expand_warc(stream: Stream, source: Source, options: Options) -> Iterator[Part]:
    """The pages of a WARC, in its order, and an account of its other responses."""
    seen: dict[str, int] = {}
    forward = _Forward(stream)
    for record in _records(forward):
        kind = str(record.record_type).lower().rpartition(".")[2]
        declared = _declared(record)
        if forward.ended and "Content-Length" not in record.headers:
            raise InputRefused(Reason.TRUNCATED, detail="it ends in the head of a record")
        if kind not in {"response", "resource", "conversion", "revisit"}:
            continue
        address = (record.headers.get("WARC-Target-URI") or "").strip("<> \t")
        seen[address] = seen.get(address, 0) + 1
        name = f"{source.name}#{address}" + (f"~{seen[address]}" if seen[address] > 1 else "")
        url = address if address.startswith("http") else ""
        part = Source(name, url=url, parent=source.name, not_after=iso_day(record.headers.get("WARC-Date") or ""))
        try:
            yield _page(record, kind, declared, part)
        except InputRefused as refusal:
            if refusal.reason == Reason.TRUNCATED:
                raise InputRefused(Reason.TRUNCATED, detail=f"it ends in the record of {address}") from refusal
            yield refused_row(part, refusal.named(name))


def _page(record: Any, kind: str, declared: int, part: Source) -> Source:
    """The page that a record holds. Raises `InputRefused` with the reason why it holds none."""
    most = limits.value("member_bytes")
    if kind == "revisit":
        raise InputRefused(Reason.NOT_AN_ARTICLE, detail="it was archived before, unchanged")
    if declared > most:
        raise InputRefused(Reason.TOO_LARGE, detail=f"{declared:,} bytes")
    block = _guarded(record.reader.read, declared) if declared else b""
    if len(block) < declared:
        raise InputRefused(Reason.TRUNCATED)
    content_type, charset = _media(record.headers.get("Content-Type") or "")
    if kind == "response":
        status, content_type, charset, block = _http(block)
        if status != 200:
            raise InputRefused(Reason.NOT_AN_ARTICLE, detail=f"HTTP status {status}")
    if content_type not in _PAGES | _FEEDS:
        raise InputRefused(Reason.NOT_AN_ARTICLE, detail=content_type or "of no known type")
    return replace(part, data=block, charset=charset)


def _http(block: bytes) -> tuple[int, str, str, bytes]:
    """Status, media type, encoding and unpacked body of an HTTP response."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.is_http = True
    record.set_bytes_content(block)
    _guarded(record.parse_http, auto_decode="all", quirks_mode=True)
    if record.http_headers is None or record.http_headers.status_code is None:
        raise InputRefused(Reason.MALFORMED, detail="no HTTP response")
    content_type, charset = _media(record.http_headers.get("Content-Type") or "")
    most = limits.value("member_bytes")
    body = _guarded(record.reader.read, most + 1)
    if len(body) > most:
        raise InputRefused(Reason.TOO_LARGE, detail=f"more than {most:,} bytes")
    return record.http_headers.status_code, content_type, charset, body


def _media(header: str) -> tuple[str, str]:
    """The media type and the encoding that a Content-Type names."""
    kind, _, rest = header.partition(";")
    charset = rest.lower().partition("charset=")[2].split(";")[0].strip(" \"'\t")
    return kind.strip().lower(), charset


def _declared(record: Any) -> int:
    """The length that a record's head declares; 0 for none or nonsense."""
    length = (record.headers.get("Content-Length") or "").strip()
    return int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0


def _records(forward: _Forward) -> Iterator[Any]:
    """The records as fastwarc gives them; a file that ends in a record's version is TRUNCATED."""
    from fastwarc.warc import ArchiveIterator

    try:
        archive = iter(_guarded(ArchiveIterator, forward, parse_http=False, stream_detect=False))
        while (record := _guarded(next, archive, None)) is not None:
            yield record
    except InputRefused as refusal:
        if refusal.reason != Reason.MALFORMED or not _CUT_VERSION.search(forward.last):
            raise
    if _CUT_VERSION.search(forward.last):
        raise InputRefused(Reason.TRUNCATED, detail="it ends in the head of a record")


def _guarded(call: Any, *arguments: Any, **options: Any) -> Any:
    """What a call into fastwarc gives; its errors, and a panic of its Rust code, are MALFORMED.

    A panic derives from BaseException alone and its class cannot be imported, so it is known by its name.
    """
    try:
        return call(*arguments, **options)
    except (InputRefused, KeyboardInterrupt, SystemExit):
        raise
    except (OSError, ValueError, RuntimeError, TypeError, LookupError) as error:
        raise InputRefused(Reason.MALFORMED, detail=str(error).lower()[:200]) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise InputRefused(Reason.MALFORMED, detail="a record that fastwarc cannot read") from error


def is_warc(head: bytes, name: str) -> bool:
    """Whether an input begins with a record's version."""
    return head.lstrip()[:5] == b"WARC/"


FORMATS = (Format("warc", "a web archive", recognise=is_warc, expand=expand_warc),)
