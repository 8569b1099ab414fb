"""Inputs to single articles: folders, archives, feeds, corpora and addresses are opened, one by one, as streams.

In: what a person names: paths, addresses, `-` for standard input. Out: a `Source` for each article, and a `SourceRow`
for each input that gives none or that was opened to its end. It refuses nothing: what is wrong with an input is a row,
and the others go on.
"""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from reportedly import limits
from reportedly.document import Document
from reportedly.errors import InputRefused, Reason
from reportedly.ingest import formats
from reportedly.ingest.encodings import refuse_binary
from reportedly.ingest.formats import Opened, Part
from reportedly.ingest.source import Options, Source, opened_row, refusal_of, refused_row
from reportedly.ingest.streams import HEAD, Budget, Stream, unpacked
from reportedly.record import SourceRow

STANDARD_INPUT = "-"
_GZIP = b"\x1f\x8b"


def expand(inputs: Iterable[str], options: Options | None = None) -> Iterator[Source | SourceRow]:
    """Each article that the inputs hold, in their order, and the account of what is none.

    An input named twice is read once. A container gives its row after its members: `read` where it was opened to its
    end, `failed` where it broke, with the members so far before it. Raises `Misuse` for an unknown `options.format`.
    """
    options = options or Options()
    if options.format:
        formats.named(options.format)
    for name in dict.fromkeys(inputs):
        try:
            yield from _input(name, options)
        except InputRefused as refusal:
            yield refused_row(Source(name), refusal)


def load(source: Source, options: Options | None = None) -> Document:
    """The article of a source. Raises `InputRefused` with the source's name and the reason why there is none."""
    options = options or Options()
    hints = source.hints
    source = replace(
        source,
        hints=replace(hints, outlet=options.outlet or hints.outlet, published=options.published or hints.published),
    )
    try:
        if source.data is None and source.path is None:
            from reportedly.ingest.fetch import fetch

            fetched = fetch(source.url)
            source = replace(source, data=fetched.data, url=fetched.url, charset=fetched.charset)
        data = source.read_bytes()
        if not data.strip():
            raise InputRefused(Reason.EMPTY)
        name = source.format
        found = formats.named(name) if name else formats.recognise(data[:HEAD], source.name)
        if found.load is None:
            raise InputRefused(
                Reason.FETCH_FAILED if source.url else Reason.NOT_AN_ARTICLE, detail=f"it is {found.help}"
            )
        return found.load(data, source, options)
    except InputRefused as refusal:
        raise refusal.named(source.name) from refusal.__cause__


def _input(name: str, options: Options) -> Iterator[Source | SourceRow]:
    if name == STANDARD_INPUT:
        if _may_open(Source(name), options):
            yield from _open(Source(name), Stream(sys.stdin.buffer, name, "archive_bytes"), options)
    elif name.lower().startswith(("http://", "https://")) or "://" in name[:20]:
        yield from _address(name, options)
    else:
        yield from _path(Source(_printable(name), path=Path(name)), options)


def _may_open(source: Source, options: Options) -> bool:
    return options.opening is None or options.opening(source)


def _address(name: str, options: Options) -> Iterator[Source | SourceRow]:
    from reportedly.ingest.fetch import fetch

    if not _may_open(Source(name, url=name), options):
        return
    fetched = fetch(name)
    source = Source(name, data=fetched.data, url=fetched.url, charset=fetched.charset)
    yield from _open(source, Stream(io.BytesIO(fetched.data), name, "fetch_bytes"), options)


def _path(source: Source, options: Options) -> Iterator[Source | SourceRow]:
    """The articles of a file or folder."""
    path = source.path or Path(source.name)
    try:
        if path.is_dir():
            yield from _folder(source, path, options)
            return
        if not _may_open(source, options):
            return
        if not path.is_file() and path.exists():
            if source.parent is not None:
                raise InputRefused(Reason.UNREADABLE, detail="it is neither a file nor a folder")
            source = replace(source, path=None)  # a pipe gives its bytes once
        with path.open("rb") as opened:
            yield from _open(source, Stream(opened, source.name, "archive_bytes"), options)
    except InputRefused as refusal:
        yield refused_row(source, refusal)
    except (OSError, ValueError) as error:
        yield refused_row(source, refusal_of(error, source.name))


def _folder(source: Source, path: Path, options: Options) -> Iterator[Source | SourceRow]:
    """The files of a folder and of those in it, by name; hidden ones are passed over."""
    source = replace(source, format="folder")
    count, most = 0, limits.value("folder_files")
    for found, error in _walk(path, set()):
        if error is not None and found == path:
            raise refusal_of(error, source.name)
        count += 1
        if count > most:
            raise InputRefused(Reason.TOO_MANY, detail=f"more than {most:,} files")
        inner = Source(_printable(found), path=found, parent=source.name)
        if error is not None:
            yield refused_row(inner, refusal_of(error, inner.name))
        else:
            yield from _path(inner, options)
    if not count:
        raise InputRefused(Reason.EMPTY, detail="no file is in it")
    yield opened_row(source, count)


def _walk(folder: Path, above: set[tuple[int, int]]) -> Iterator[tuple[Path, OSError | None]]:
    """The files below a folder, sorted by name, and the folders that could not be listed with the reason.

    `above` are the folders that lead here, by device and number: a link back to one of them is passed over.
    """
    try:
        known = folder.stat()
        here = (known.st_dev, known.st_ino)
        if here in above:
            return
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield folder, error
        return
    for name in names:
        if name.startswith("."):
            continue
        if (folder / name).is_dir():
            yield from _walk(folder / name, above | {here})
        else:
            yield folder / name, None


def _printable(path: str | Path) -> str:
    """A path as text that can be stored, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _open(source: Source, stream: Stream, options: Options, depth: int = 0) -> Iterator[Source | SourceRow]:
    """The articles of an open input, whatever it is: the article itself, or those that it contains."""
    try:
        forced = formats.named(options.format) if options.format and not depth else None
        layers = 0
        while stream.head.startswith(_GZIP):
            stream, layers = unpacked(stream, source.name), layers + 1
            source = replace(source, path=None, data=None)
            _refuse_depth(layers)
        found = forced or formats.recognise(stream.head, source.name)
        source = replace(source, format=found.name)
        if found.expand is None:
            if depth and found.name == "text":
                _refuse_no_page(stream.head)
            yield _single(source, stream)
            return
        _refuse_depth(depth)
        members, most = 0, limits.value("archive_members")
        for part in found.expand(stream, source, options):
            members += 1
            if members > most:
                raise InputRefused(Reason.TOO_MANY, detail=f"more than {most:,} members")
            yield from _part(part, stream.budget, options, depth + 1)
            stream.budget.take(0, source.name)
        yield opened_row(source, members)
    except InputRefused as refusal:
        yield refused_row(source, refusal)


def _refuse_depth(depth: int) -> None:
    if depth >= limits.value("archive_depth"):
        raise InputRefused(Reason.TOO_DEEP, detail=f"{depth} archives in each other")


def _refuse_no_page(head: bytes) -> None:
    """Pass over the pictures and programs that an archive holds beside its pages."""
    try:
        refuse_binary(head)
    except InputRefused as refusal:
        raise InputRefused(Reason.NOT_AN_ARTICLE, detail=refusal.detail) from refusal


def _single(source: Source, stream: Stream) -> Source:
    """An article: a file is read when it is loaded, everything else now, since it comes once."""
    if source.path is not None or source.data is not None:
        return source
    return replace(source, data=stream.all("file_bytes" if source.parent is None else "member_bytes"))


def _part(part: Part, budget: Budget, options: Options, depth: int) -> Iterator[Source | SourceRow]:
    """What a container gave: an account and an article with its format are passed on, the rest is opened in turn."""
    if isinstance(part, Opened):
        yield from _open(part.source, part.stream, options, depth)
    elif isinstance(part, SourceRow) or part.format is not None or part.data is None:
        yield part
    else:
        stream = Stream(io.BytesIO(part.data), part.name, "member_bytes", budget)
        yield from _open(part, stream, options, depth)
