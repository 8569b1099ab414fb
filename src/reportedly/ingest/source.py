"""What is to be read: one article's bytes and where they came from, and what the user asked for.

In: paths, addresses, members of archives. Out: `Source`, small enough to be handed to another process, and the
`SourceRow` that accounts for an input which gives no article. Refuses, with `InputRefused`, a file that is not there,
cannot be opened, is empty or is larger than one article may be.
"""

import errno
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly import limits
from reportedly.document import Metadata
from reportedly.errors import InputRefused, Reason, State
from reportedly.record import SourceRow


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, the same for all inputs of a run.

    `outlet` and `published` win over what an article says of itself. `columns` names a corpus's columns by the field
    that they hold (`text`, `title`, `published`, `url`, `outlet`, `byline`). `follow` fetches the links of a feed's
    entries in place of the entries' own words. `format` names the format of the inputs, where recognising it from
    their content is not wanted. Without `check_language`, an article in any language is read as if it were English.
    `opening` is for the engine: it hears of each file, address or pipe before it is opened, and one for which it says
    False is passed over.
    """

    outlet: str = ""
    published: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    follow: bool = False
    format: str | None = None
    check_language: bool = True
    opening: "Callable[[Source], bool] | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One article that can be loaded: its name, and its bytes or where to get them.

    Exactly one of `data` (a member of an archive, a line of a corpus), `path` (a file) and, where both are missing,
    `url` (an address still to be fetched) is read. `charset` is the encoding that the server or the archive told.
    `hints` is what is known of the article from outside it; it wins over what the article says of itself. `not_after`
    is a day by which it was out, such as that of the crawl that found it.
    """

    name: str
    data: bytes | None = None
    path: Path | None = None
    url: str = ""
    parent: str | None = None
    format: str | None = None
    charset: str = ""
    hints: Metadata = field(default_factory=Metadata)
    not_after: date | None = None

    def read_bytes(self) -> bytes:
        """The article's bytes, fetched from its address where that is all there is.

        Raises `InputRefused` with NOT_FOUND, UNREADABLE, TOO_LARGE or what `fetch` refuses.
        """
        if self.data is not None:
            return self.data
        if self.path is not None:
            return read_file(self.path, self.name)
        from reportedly.ingest.fetch import fetch

        return fetch(self.url).data


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a file of at most `file_bytes`. Raises `InputRefused` as `Source.read_bytes` does."""
    most = limits.value("file_bytes")
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise refusal_of(error, name) from error
    if len(data) > most:
        raise InputRefused(Reason.TOO_LARGE, name, f"more than {most:,} bytes")
    return data


def refusal_of(error: OSError | ValueError, name: str) -> InputRefused:
    """The refusal that an error of the file system stands for."""
    code = error.errno if isinstance(error, OSError) else None
    if code in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG} or isinstance(error, ValueError):
        return InputRefused(Reason.NOT_FOUND, name)
    detail = error.strerror if isinstance(error, OSError) and error.strerror else ""
    return InputRefused(Reason.UNREADABLE, name, detail.lower())


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def refused_row(source: Source, refusal: InputRefused) -> SourceRow:
    """The account of an input that gives no article, in the state that the refusal's reason leads to."""
    return SourceRow(
        name=source.name,
        parent=source.parent,
        format=source.format,
        state=refusal.state,
        reason=refusal.reason,
        detail=refusal.detail or None,
        bytes_hash=digest_of(source.data) if source.data else None,
        size=len(source.data) if source.data else None,
    )


def opened_row(source: Source, members: int) -> SourceRow:
    """The account of a folder, archive, feed or corpus that was read to its end; its members have rows of their own."""
    noun = "member" if members == 1 else "members"
    return SourceRow(
        name=source.name,
        parent=source.parent,
        format=source.format,
        state=State.READ,
        detail=f"{members:,} {noun}",
    )
