"""Bytes of an archive as they come, under the limits, with the first of them known before the rest is read.

In: an open file, a pipe, a member of an archive. Out: a `Stream` to read from. Refuses, while it is read, with
`InputRefused`: TOO_LARGE beyond the limit it was given, TRUNCATED for gzip that ends early, MALFORMED for gzip that
is broken, UNREADABLE where the system fails.
"""

import gzip
import io
import zlib
from typing import Any, BinaryIO

from reportedly import limits
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.source import refusal_of

HEAD = 64 * 1024
"""How many bytes are at hand for recognising a format."""


class Stream(io.RawIOBase):
    """A stream that knows its first bytes (`head`) and counts what it gives; `limit` is a name in the limits' table."""

    def __init__(self, inner: BinaryIO, name: str, limit: str) -> None:
        self._inner, self._name, self._limit = inner, name, limit
        self._most, self._given, self._at = limits.value(limit), 0, 0
        self.head = b""
        while len(self.head) < HEAD and (chunk := self._fetch(HEAD - len(self.head))):
            self.head += chunk

    def readable(self) -> bool:
        """Whether bytes can be read: always."""
        return True

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer`; raises `InputRefused` as the module says."""
        view = memoryview(buffer).cast("B")
        chunk = self.head[self._at : self._at + len(view)] or self._fetch(len(view))
        self._at += len(chunk)
        self._given += len(chunk)
        if self._given > self._most:
            raise InputRefused(Reason.TOO_LARGE, self._name, f"more than {self._most:,} bytes ({self._limit})")
        view[: len(chunk)] = chunk
        return len(chunk)

    def _fetch(self, size: int) -> bytes:
        try:
            return self._inner.read(size)
        except EOFError as error:
            raise InputRefused(Reason.TRUNCATED, self._name, "the compressed data end early") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise InputRefused(Reason.MALFORMED, self._name, f"gzip: {error}") from error
        except OSError as error:
            raise refusal_of(error, self._name) from error

    def all(self, limit: str) -> bytes:
        """All bytes up to the limit called `limit`. Raises `InputRefused` with TOO_LARGE beyond it."""
        most, parts, size = limits.value(limit), [], 0
        while chunk := self.read(min(1 << 20, most + 1 - size)):
            parts.append(chunk)
            size += len(chunk)
            if size > most:
                raise InputRefused(Reason.TOO_LARGE, self._name, f"more than {most:,} bytes ({limit})")
        return b"".join(parts)


def unpacked(stream: Stream, name: str) -> Stream:
    """What a gzip stream unpacks to, bounded by `unpacked_bytes`."""
    return Stream(gzip.GzipFile(fileobj=io.BufferedReader(stream, 1 << 16)), name, "unpacked_bytes")  # type: ignore[arg-type]
