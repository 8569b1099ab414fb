"""Corpora: one article a line (JSON Lines), a row (CSV, TSV) or an element (JSON).

In: a stream of records. Out: a source for each, whose known columns are its words and its metadata. Columns are named
by the user or guessed from the usual names. A line that cannot be read is a row of its own, and the others go on.

Refuses, with `InputRefused`: NO_COLUMN where no column holds the words, MALFORMED, TOO_LARGE, and for a single line
TRUNCATED where the file ends in it.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from reportedly import limits
from reportedly.document import Basis, Metadata
from reportedly.errors import InputRefused, Misuse, Reason
from reportedly.ingest.encodings import clean, decode
from reportedly.ingest.formats import Format, Part, beginning
from reportedly.ingest.page import iso_day
from reportedly.ingest.source import Options, Source, refused_row
from reportedly.ingest.streams import Stream

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "article_text", "articlebody", "article_body", "maintext", "full_text",
        "fulltext", "story", "content_text", "content_html", "plain_text",
    ),
    "title": ("title", "headline", "head", "article_title"),
    "published": (
        "published", "date", "published_at", "publishedat", "date_published", "datepublished", "date_publish",
        "pubdate", "pub_date", "publish_date", "publication_date", "published_date",
    ),
    "url": ("url", "link", "permalink", "article_url", "web_url", "weburl", "canonical_url"),
    "outlet": ("outlet", "source", "publisher", "publication", "site_name", "source_name", "newspaper", "source_domain"),
    "byline": ("byline", "author", "authors", "creator"),
}  # fmt: skip
"""The names by which each field's column is guessed, the surest first."""

_LISTS = ("articles", "items", "data", "results", "docs", "documents", "entries", "stories", "records")
_DELIMITERS = (",", "\t", ";", "|")
_MARKUP = re.compile(r"</(?:p|div|a|h[1-6]|li|span|strong|em)>|<br\s*/?>|<p>", re.IGNORECASE)


def expand_lines(stream: Stream, source: Source, options: Options) -> Iterator[Part]:
    """The records of JSON Lines; a file of a single line may be any JSON."""
    lines = _lines(stream)
    first = next(lines, None)
    second = next(lines, None)
    if first is not None and second is None:
        yield from _whole(first[1], source, options)
        return
    for number, line, whole in _chain(first, second, lines):
        if not line.strip():
            continue
        part = Source(f"{source.name}#{number}", parent=source.name)
        try:
            yield _record(_json(line, whole), part, options)
        except InputRefused as refusal:
            yield refused_row(part, refusal.named(part.name))


def _chain(first: Any, second: Any, rest: Iterator[tuple[int, bytes, bool]]) -> Iterator[tuple[int, bytes, bool]]:
    yield from (line for line in (first, second) if line is not None)
    yield from rest


def _lines(stream: Stream) -> Iterator[tuple[int, bytes, bool]]:
    """The lines of a stream with their numbers and whether they end as lines do; one that is too long is cut."""
    reader = _narrow(stream)
    most, number = limits.value("member_bytes"), 0
    while line := reader.readline(most + 1):
        number += 1
        ended = line.endswith(b"\n")
        if len(line) > most and not ended:
            while (rest := reader.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
        yield number, line, ended


def _narrow(stream: Stream) -> io.BufferedIOBase:
    """The stream, or the same as UTF-8 where it is UTF-16 or UTF-32, whose lines cannot be told by bytes."""
    if b"\0" not in stream.head[:64]:
        return io.BufferedReader(stream, 1 << 16)
    return io.BytesIO(decode(stream.all("file_bytes")).encode("utf-8"))


def _json(line: bytes, whole: bool = True) -> Any:
    most = limits.value("member_bytes")
    if len(line) > most:
        raise InputRefused(Reason.TOO_LARGE, detail=f"more than {most:,} bytes")
    try:
        return _value_of(decode(line))
    except InputRefused as refusal:
        if refusal.reason == Reason.TRUNCATED and whole:
            raise InputRefused(Reason.MALFORMED, detail=refusal.detail) from refusal
        raise


def expand_json(stream: Stream, source: Source, options: Options) -> Iterator[Part]:
    """The records of a JSON file: an array of them, an object that has such an array, or one record."""
    yield from _whole(stream.all("file_bytes"), source, options)


def _whole(data: bytes, source: Source, options: Options) -> Iterator[Part]:
    for number, record in enumerate(_array(_value_of(decode(data)), options), start=1):
        part = Source(f"{source.name}#{number}", parent=source.name)
        try:
            yield _record(record, part, options)
        except InputRefused as refusal:
            yield refused_row(part, refusal.named(part.name))


def _value_of(text: str) -> Any:
    """What a JSON text says. Raises `InputRefused` with MALFORMED, or TRUNCATED where more would have to come."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        detail = f"{error.msg.lower()} at character {error.pos}"
        raise InputRefused(Reason.TRUNCATED if cut else Reason.MALFORMED, detail=detail) from error
    except (RecursionError, ValueError) as error:
        raise InputRefused(Reason.MALFORMED, detail="its values are too deep or too long") from error


def _array(value: Any, options: Options) -> list[Any]:
    if isinstance(value, list):
        if not any(isinstance(v, dict) for v in value):
            raise InputRefused(Reason.NO_TEXT, detail="it has no records")
        return value
    if isinstance(value, dict) and _column("text", value, options) is None:
        for name in _LISTS:
            if isinstance(value.get(name), list):
                return list(value[name])
    if not isinstance(value, dict):
        raise InputRefused(Reason.NO_TEXT, detail="it has no records")
    return [value]


def expand_table(stream: Stream, source: Source, options: Options) -> Iterator[Part]:
    """The rows of a CSV or TSV file, whose first row names the columns."""
    csv.field_size_limit(limits.value("member_bytes"))
    delimiter = _delimiter(beginning(stream.head), options) or _first_delimiter(beginning(stream.head))
    rows = csv.reader(_texts(stream), delimiter=delimiter, strict=True)
    try:
        header = [clean(name).strip() for name in next(rows, [])]
    except csv.Error as error:
        raise InputRefused(Reason.MALFORMED, detail=str(error).lower()) from error
    if _column("text", dict.fromkeys(header), options) is None:
        raise InputRefused(Reason.NO_COLUMN, detail=f"its columns are {', '.join(header)[:200]}")
    number = 0
    while True:
        number += 1
        part = Source(f"{source.name}#{number}", parent=source.name)
        try:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                cut = "unexpected end" in str(error)
                raise InputRefused(Reason.TRUNCATED if cut else Reason.MALFORMED, detail=str(error).lower()) from error
            if not row:
                number -= 1
                continue
            if len(row) != len(header):
                raise InputRefused(Reason.MALFORMED, detail=f"{len(row)} fields under {len(header)} columns")
            yield _record(dict(zip(header, row, strict=True)), part, options)
        except InputRefused as refusal:
            yield refused_row(part, refusal.named(part.name))


def _texts(stream: Stream) -> Iterator[str]:
    """The lines of a table as characters, each decoded by itself where they are of several encodings."""
    for number, line, _ in _lines(stream):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            text = decode(line)
        yield text.replace("\0", "")


def _record(record: Any, part: Source, options: Options) -> Source:
    """A record as an article. Raises `InputRefused` with MALFORMED, NO_COLUMN or EMPTY."""
    if not isinstance(record, dict):
        raise InputRefused(Reason.MALFORMED, detail=f"a record that is no object but {type(record).__name__}")
    column = _column("text", record, options)
    if column is None:
        raise InputRefused(Reason.NO_COLUMN, detail=f"its columns are {', '.join(map(str, record))[:200]}")
    words = clean(_words(record[column]))
    if not words.strip():
        raise InputRefused(Reason.EMPTY, detail=f"the column {column} is empty")
    values = {f: _value(record, f, options) for f in COLUMNS if f != "text"}
    published = iso_day(values["published"])
    hints = Metadata(
        title=values["title"],
        outlet=values["outlet"],
        byline=values["byline"],
        url=values["url"] if values["url"].startswith(("http://", "https://")) else "",
        published=published,
        basis=Basis.METADATA if published else None,
    )
    kind = "fragment" if len(_MARKUP.findall(words[:5000])) > 1 else "text"
    data = words.encode("utf-8")
    return Source(part.name, data=data, url=hints.url, parent=part.parent, format=kind, charset="utf-8", hints=hints)


def _words(value: Any) -> str:
    """A text, or one given as a list of paragraphs."""
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) else ""


def _value(record: dict[str, Any], field: str, options: Options) -> str:
    """The value of a field's column on one line; of an object its name, of a list its members'."""
    column = _column(field, record, options)
    value = record.get(column) if column is not None else None
    values = value if isinstance(value, list) else [value]
    names = [v.get("name") if isinstance(v, dict) else v for v in values[:20]]
    return " ".join(clean(", ".join(n for n in names if isinstance(n, str))).split())[:2000]


def _column(field: str, record: dict[str, Any], options: Options) -> str | None:
    """The column that holds a field: the one that the user named, or the first of the usual names."""
    if unknown := sorted(set(options.columns) - set(COLUMNS)):
        raise Misuse(f"there is no field {unknown[0]!r} of a corpus; there are {', '.join(COLUMNS)}")
    if field in options.columns:
        return options.columns[field] if options.columns[field] in record else None
    by_name = {str(name).strip().lower().replace(" ", "_").replace("-", "_"): name for name in reversed(record)}
    return next((by_name[name] for name in COLUMNS[field] if name in by_name), None)


def _delimiter(text: str, options: Options | None = None) -> str:
    """The delimiter by which a first line falls into columns of which one holds the text; empty where none does."""
    line = text.partition("\n")[0].strip("\r\ufeff ")
    for delimiter in _DELIMITERS:
        names = [name.strip().strip('"') for name in line.split(delimiter)]
        if 1 < len(names) < 200 and _column("text", dict.fromkeys(names), options or Options()) is not None:
            return delimiter
    return ""


def _first_delimiter(text: str) -> str:
    line = text.partition("\n")[0]
    return max(_DELIMITERS, key=line.count)


def is_table(head: bytes, name: str) -> bool:
    """Whether the first line names columns of which one is a text; the end of a name breaks the tie with plain text."""
    text = beginning(head)
    if text.startswith(("{", "[", "<")):
        return False
    return bool(_delimiter(text)) or (name.lower().endswith((".csv", ".tsv")) and bool(text))


def is_lines(head: bytes, name: str) -> bool:
    """Whether an input begins with an object on one line, and the next line with another."""
    text = beginning(head)
    if not re.match(r'\{\s*["}]', text):
        return False
    rest = text.partition("\n")[2].lstrip()
    return text.startswith("{") and (not rest or rest.startswith("{")) and "}" in text.partition("\n")[0] + rest


def is_json(head: bytes, name: str) -> bool:
    """Whether an input begins as JSON does; the end of a name breaks the tie with plain text."""
    text = beginning(head)
    if re.match(r'\{\s*"[^"]{0,200}"\s*:|\[\s*\{\s*"', text):
        return True
    return name.lower().endswith((".json", ".jsonl", ".ndjson"))


FORMATS = (
    Format("jsonl", "a corpus of JSON Lines", recognise=is_lines, expand=expand_lines),
    Format("json", "a corpus in one JSON array or object", recognise=is_json, expand=expand_json),
    Format("csv", "a corpus in a table of comma- or tab-separated values", recognise=is_table, expand=expand_table),
)
