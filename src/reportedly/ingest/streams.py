"""Bytes of an archive as they come, under the limits, with the first of them known before the rest is read.

In: an open file, a pipe, a member of an archive. Out: a `Stream` to read from. Refuses, while it is read, with
`InputRefused`: TOO_LARGE beyond the limit it was given, TRUNCATED for gzip that ends early, MALFORMED for gzip that
is broken, UNREADABLE where the system fails.
"""

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from reportedly import limits
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.source import refusal_of

_BROKEN = (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError)
"""What the unpackers of the standard library raise for broken data, beside OSError."""

HEAD = 64 * 1024
"""How many bytes are at hand for recognising a format."""


class Budget:
    """What all archives in one input may unpack to together, however deep they lie in each other."""

    def __init__(self) -> None:
        self._left = limits.value("unpacked_bytes")

    def take(self, size: int, name: str) -> None:
        """Count `size` bytes. Raises `InputRefused` with TOO_LARGE when nothing is left."""
        self._left -= size
        if self._left < 0:
            raise InputRefused(Reason.TOO_LARGE, name, "the archive unpacks to more than the limit (unpacked_bytes)")


class Stream(io.RawIOBase):
    """A stream that knows its first bytes (`head`) and counts what it gives.

    `limit` is a name in the limits' table. `budget` is shared by the streams of one input; those that come out of a
    compressed archive are `packed` and use it up.
    """

    def __init__(
        self, inner: BinaryIO, name: str, limit: str, budget: Budget | None = None, packed: bool = False
    ) -> None:
        self._name, self._limit, self._packed = name, limit, packed
        self._most, self._given, self._at = limits.value(limit), 0, 0
        # `read` would wait for all that it was asked for, and lose it where the rest is broken.
        self._read: Callable[[int], bytes] = getattr(inner, "read1", inner.read)
        self.budget = budget or Budget()
        self._failed: InputRefused | None = None
        self.head = b""
        try:
            while len(self.head) < HEAD and (chunk := self._fetch(HEAD - len(self.head))):
                self.head += chunk
        except InputRefused as refusal:
            # What came before the fault counts; the fault comes when it is reached.
            if not self.head:
                raise
            self._failed = refusal

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
        if self._failed is not None:
            raise self._failed
        try:
            chunk = self._read(size)
        except EOFError as error:
            raise InputRefused(Reason.TRUNCATED, self._name, "the compressed data end early") from error
        except _BROKEN as error:
            raise InputRefused(Reason.MALFORMED, self._name, str(error).lower()) from error
        except OSError as error:
            if self._packed:
                raise InputRefused(Reason.MALFORMED, self._name, str(error).lower()) from error
            raise refusal_of(error, self._name) from error
        if self._packed:
            self.budget.take(len(chunk), self._name)
        return chunk

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
    plain = cast(BinaryIO, gzip.GzipFile(fileobj=io.BufferedReader(stream, 1 << 16)))
    return Stream(plain, name, "unpacked_bytes", stream.budget, packed=True)
