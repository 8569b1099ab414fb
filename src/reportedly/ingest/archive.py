"""Zip files, and WACZ files, which are zip files with WARCs in them.

In: a zip file. Out: its members as streams, each bounded, all of them together bounded. Refuses, with `InputRefused`:
TRUNCATED for one whose directory is missing, MALFORMED, BINARY for an office document or e-book (they are zip files
too), TOO_MANY; a member that cannot be unpacked is a row of its own.
"""

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from reportedly import limits
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.formats import Format, Opened, Part
from reportedly.ingest.source import Options, Source, refused_row
from reportedly.ingest.streams import Stream

_WHAT_ZIPFILE_RAISES = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, struct.error, OverflowError, OSError,
)  # fmt: skip
"""An OSError is among them, since a broken directory sends zipfile to places before the file's beginning."""

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_DOCUMENTS = {"[Content_Types].xml", "META-INF/container.xml", "META-INF/manifest.xml"}


def expand_zip(stream: Stream, source: Source, options: Options) -> Iterator[Part]:
    """The members of a zip file in its order; of a WACZ, the WARCs alone."""
    whole: BinaryIO
    if source.path is not None:
        whole = source.path.open("rb")
    else:
        whole = io.BytesIO(source.data if source.data is not None else stream.all("file_bytes"))
    with whole:
        try:
            archive = zipfile.ZipFile(whole)
        except _WHAT_ZIPFILE_RAISES as error:
            cut = "not a zip file" in str(error)
            raise InputRefused(Reason.TRUNCATED if cut else Reason.MALFORMED, detail="no directory") from error
        members = archive.infolist()
        if len(members) > limits.value("archive_members"):
            raise InputRefused(Reason.TOO_MANY, detail=f"{len(members):,} members")
        # Where the directory is cut off, zipfile may take that of a zip file inside for it.
        if members and min(m.header_offset for m in members) > 0:
            raise InputRefused(Reason.TRUNCATED, detail="its directory is of another file")
        names = {m.filename for m in members}
        if names & _DOCUMENTS:
            raise InputRefused(Reason.BINARY, detail="an office document or e-book")
        if "datapackage.json" in names and any(_is_warc(n) for n in names):
            members = [m for m in members if _is_warc(m.filename)]
        seen: dict[str, int] = {}
        for member in members:
            if not member.is_dir() and not _is_hidden(member.filename):
                yield _member(archive, member, seen, stream, source)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, seen: dict[str, int], stream: Stream, source: Source
) -> Part:
    """A member as a stream, or the account of one that cannot be opened."""
    inner = member.filename.encode("utf-8", "replace").decode("utf-8")
    seen[inner] = seen.get(inner, 0) + 1
    name = f"{source.name}#{inner}" + (f"~{seen[inner]}" if seen[inner] > 1 else "")
    part = Source(name, parent=source.name)
    try:
        if member.flag_bits & 1:
            raise InputRefused(Reason.ENCRYPTED)
        opened = cast(BinaryIO, archive.open(member))
        return Opened(part, Stream(opened, name, "unpacked_bytes", stream.budget, packed=True))
    except InputRefused as refusal:
        return refused_row(part, refusal)
    except _WHAT_ZIPFILE_RAISES as error:
        return refused_row(part, InputRefused(Reason.MALFORMED, name, str(error).lower()))


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def is_zip(head: bytes, name: str) -> bool:
    """Whether an input begins as a zip file does."""
    return head.startswith(_MARKS)


def is_wacz(head: bytes, name: str) -> bool:
    """Whether a zip file shows members of a web archive among its first bytes."""
    return is_zip(head, name) and b"archive/" in head and b".warc" in head


FORMATS = (
    Format("wacz", "a web archive in a zip file", recognise=is_wacz, expand=expand_zip),
    Format("zip", "a zip file of any of these", recognise=is_zip, expand=expand_zip),
)
