"""Writing records out: to a stream, to a file, to a folder with a file for each, and a casebook to Parquet.

In: records, an `Exporter`, and where to. Out: text in UTF-8. A file appears whole or not at all. Refuses, with
`Misuse`, a place that cannot be written.
"""

import os
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TextIO

from reportedly.errors import Misuse
from reportedly.export.formats import Exporter
from reportedly.record import Record

if TYPE_CHECKING:
    from reportedly.casebook import Casebook

LONGEST = 120
"""Bytes of a file's name before its suffix: file systems allow 255, and a suffix and a number come behind it."""


class Stream:
    """Records written to an open stream as they come. `end` must be called after the last; `count` is how many."""

    def __init__(self, exporter: Exporter, out: TextIO) -> None:
        self.exporter, self.out, self.count = exporter, out, 0
        self._texts, self._held = 0, ""
        if exporter.header:
            out.write(exporter.header + "\n")

    def add(self, record: Record) -> None:
        """Write a record. It is held back until it is known whether another one follows."""
        self.count += 1
        text = self.exporter.one(record)
        if not text:
            return
        if self._texts:
            self.out.write((self.exporter.head if self._texts == 1 else "") + self._held + self.exporter.between)
        self._held = text
        self._texts += 1

    def end(self) -> None:
        """Write what was held back. Without a record nothing is written but a header."""
        if self._texts:
            self.out.write(self._held + (self.exporter.tail if self._texts > 1 else "\n"))
        self._held = ""


def with_events_of(record: Record, statuses: Collection[str]) -> Record:
    """The record with only the events of these statuses; as it is where none is named."""
    if not statuses:
        return record
    return replace(record, events=tuple(e for e in record.events if e.status in statuses), _labels={})


def to_stream(records: Iterable[Record], exporter: Exporter, out: TextIO) -> int:
    """Write records to `out`; how many there were."""
    stream = Stream(exporter, out)
    for record in records:
        stream.add(record)
    stream.end()
    return stream.count


@contextmanager
def open_file(path: Path) -> Iterator[TextIO]:
    """A stream whose text becomes the file at `path` once the block ends, and never where it fails.

    Raises `Misuse` where the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, part = tempfile.mkstemp(prefix=f".{path.name[:50]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with open(descriptor, "w", encoding="utf-8", newline="\n") as out:
            yield out
        os.chmod(part, 0o666 & ~_umask())
        os.replace(part, path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        Path(part).unlink(missing_ok=True)


def to_file(records: Iterable[Record], exporter: Exporter, path: Path) -> int:
    """Write records to one file, which is replaced once all of them are there; how many there were."""
    with open_file(path) as out:
        return to_stream(records, exporter, out)


class Folder:
    """A folder in which each record is a file, called by its input's name. The same inputs give the same names."""

    def __init__(self, path: Path, exporter: Exporter) -> None:
        self.path, self.exporter = path, exporter
        self._taken: set[str] = set()

    def write(self, name: str, record: Record) -> Path:
        """Write the record of the input called `name`; the path of its file."""
        path = self.path / (self.unique(stem(name)) + self.exporter.suffix)
        to_file([record], self.exporter, path)
        return path

    def unique(self, wanted: str) -> str:
        """`wanted`, or with a number behind it where an earlier input has that name; case makes no difference."""
        name, number = wanted, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name.casefold())
        return name


def to_parquet(casebook: "Casebook", path: Path) -> None:
    """Write every table of a casebook as Parquet, one folder a table."""
    casebook.tables_to_parquet(path)


def stem(name: str) -> str:
    """The file name, without suffix, for an input's name: `news/a.txt` gives `a`, `c.jsonl#12` gives `c-12`."""
    whole, *members = name.split("#")
    whole = re.sub(r"^[a-z]+://|\?.*$", "", whole).rstrip("/\\")
    last = PurePosixPath(whole.replace("\\", "/")).name
    is_host = "://" in name and last == whole
    base = last.rsplit(".", 1)[0] if re.search(r"[^.]\.[A-Za-z0-9]{1,8}$", last) and not is_host else last
    inner = [re.sub(r"\.[A-Za-z0-9]{1,8}$", "", m) for m in members]
    plain = "-".join(filter(None, (re.sub(r"[^\w.()+ -]+", "-", p).strip(" .-") for p in (base, *inner))))
    cut = plain.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore")
    return cut.rstrip(" .-") or "article"


def _unwritable(path: Path, error: OSError) -> Misuse:
    return Misuse(f"{path} cannot be written: {error.strerror or error}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
