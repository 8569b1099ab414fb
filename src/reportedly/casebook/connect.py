"""Opening a casebook's file or folder, and DuckDB's errors said for people.

In: a path. Out: a DuckDB connection. Refuses with `NotACasebook`, `CasebookBusy`, `CasebookFull` or, where the system
does not let the file be opened, `CasebookError`. Nothing is ever fetched: DuckDB may install no extension.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import duckdb

from reportedly.errors import CasebookBusy, CasebookError, CasebookFull, NotACasebook

CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
HEADERS = 3 * 4096
"""Bytes of a DuckDB file's headers, which it writes one after the other as it makes a file."""
NO_ROOM = re.compile(
    r"no space left|file too large|quota|not enough space|disk is full|max_temp_directory_size|no room", re.IGNORECASE
)

_opened: dict[Path, tuple[bool, int]] = {}
_lock = Lock()


def connect(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the file at `path`, which is created where it may be written and does not exist.

    DuckDB would share one database between two writers of the same process; here the second is refused. Readers of
    one process share it, and readers in several processes do not hinder each other. A writer excludes readers.
    """
    with _lock:
        claimed = _opened.get(path)
        if claimed and not (claimed[0] and read_only):
            raise CasebookBusy(f"{path} is open already in this program; close it there first")
        if not claimed:
            _sniff(path, read_only)
        with said(path):
            connection = duckdb.connect(str(path), read_only=read_only, config=dict(CONFIG))
        _opened[path] = (read_only, claimed[1] + 1 if claimed else 1)
    return connection


def disconnect(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    """Close what `connect` gave."""
    with _lock:
        read_only, count = _opened.pop(path, (True, 1))
        if count > 1:
            _opened[path] = (read_only, count - 1)
        with said(path):
            connection.close()


def _sniff(path: Path, read_only: bool) -> None:
    """Refuse what is no DuckDB file before DuckDB sees it, which would look for an extension that reads it."""
    if not path.exists():
        if read_only:
            raise NotACasebook(f"{path}: there is no such casebook")
        if not path.parent.is_dir():
            raise CasebookError(f"{path} cannot be made: there is no folder {path.parent}")
        return
    try:
        if not path.is_file():
            raise NotACasebook(f"{path} is no file")
        with path.open("rb") as file:
            head = file.read(HEADERS)
        unfinished = not head or (head[8:12] == b"DUCK" and len(head) < HEADERS)
        if unfinished and not read_only and not path.with_name(path.name + ".wal").exists():
            path.unlink()  # what a run leaves that was ended as it made its casebook; it holds nothing
            return
    except OSError as error:
        raise CasebookError(f"{path} cannot be opened: {error.strerror}") from error
    if head[8:12] != b"DUCK":
        raise NotACasebook(f"{path} is no casebook but some other file; name another one")


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Inside, what DuckDB or the system raises about the casebook at `path` becomes a `CasebookError`."""
    try:
        yield
    except duckdb.Error as error:
        raise translated(str(error), path) from error
    except OSError as error:
        raise translated(str(error), path) from error


def translated(message: str, path: Path) -> CasebookError:
    """The error for people that DuckDB's message about the casebook at `path` stands for."""
    if "set lock" in message or "different configuration" in message:
        holder = re.search(r"\(PID (\d+)\)", message)
        who = f"another process (number {holder[1]})" if holder else "another process"
        return CasebookBusy(f"{path} is open in {who}; wait until it has ended, or name another casebook")
    if NO_ROOM.search(message):
        return CasebookFull(f"{path}: there is no room left on the disk; what was written before is kept")
    if "not a valid DuckDB database" in message:
        return NotACasebook(f"{path} is no casebook but some other file; name another one")
    return CasebookError(f"{path}: {message.splitlines()[0] if message else 'the database gave an error'}")
