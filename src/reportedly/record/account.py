"""What the program read and what became of it: the tables `sources`, `document` and `blocks`."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from reportedly.document import Basis, BlockKind, Words
from reportedly.errors import Reason, State
from reportedly.record import vocabulary as v
from reportedly.record.kinds import DAY, ID, TEXT, WORDS, Choice, Choices, Reference, Whole
from reportedly.record.row import Row, column


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow(Row):
    """One input: a file, a member of an archive, a line of a corpus, an address. `inputs` are never lost."""

    TABLE: ClassVar[str] = "sources"
    HELP: ClassVar[str] = "Each input and what became of it; read + skipped + failed + pending is all of them."

    name: str = column(
        TEXT,
        "The input's name: a path or address, with `#` and the member for a part of an archive.",
        required=True,
    )
    parent: str | None = column(
        Reference(table="sources"), "The name of the archive, feed or corpus that it is a part of."
    )
    format: str | None = column(TEXT, "The format that its bytes were recognised as.")
    state: str = column(Choice(of=tuple(State)), "What became of it.", required=True)
    reason: str | None = column(Choice(of=tuple(Reason)), "Why it was skipped or failed.")
    detail: str | None = column(TEXT, "What is particular to this case, in words.")
    document: str | None = column(
        Reference(table="document"), "The article that it gave; two inputs may give the same one."
    )
    bytes_hash: str | None = column(ID, "The SHA-256 of its bytes; a changed input is read again.")
    size: int | None = column(Whole(), "How many bytes it has.", unit="bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Row):
    """One article, as stored: what `Document` and its `Metadata` hold."""

    TABLE: ClassVar[str] = "document"
    HELP: ClassVar[str] = "The article: its text, to which every span refers, and where it came from."
    PREFIX: ClassVar[str] = "d"

    id: str = column(ID, "The article's id, made from text, title, outlet, address and day.", required=True)
    title: str | None = column(TEXT, "Its title.")
    outlet: str | None = column(TEXT, "Who publishes it.")
    agency: str | None = column(TEXT, "The wire service that it credits.")
    byline: str | None = column(TEXT, "Who signed it.")
    url: str | None = column(TEXT, "Its canonical address.")
    language: str | None = column(TEXT, "The language that it is written in, an ISO 639-1 code.")
    dateline: Words = column(WORDS, "Place and day as printed.")
    published: date | None = column(DAY, "The day of publication; empty where it is not known.")
    published_basis: str | None = column(Choice(of=tuple(Basis)), "How that day is known.")
    published_reasons: str | None = column(
        TEXT, "For an inferred day, the reasons; for an unknown one, what is missing."
    )
    text: str = column(TEXT, "The body: title, dateline and paragraphs, without boilerplate.", required=True)
    text_hash: str = column(ID, "The SHA-256 of the text.", required=True)
    source_hash: str | None = column(ID, "The SHA-256 of the bytes that the article was made from.")
    contexts: tuple[str, ...] = column(
        Choices(of=v.CONTEXTS),
        "What the article is about, by PLOVER's contexts, the weightiest first; none where its words do not say.",
        since=3,
    )
    made_with: str = column(
        TEXT, "The versions of program, language pipeline and knowledge that made the record.", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow(Row):
    """A part of the article: what is read, and the boilerplate that is not."""

    TABLE: ClassVar[str] = "blocks"
    HELP: ClassVar[str] = "The article's parts in order; boilerplate is kept here and not read for claims."

    kind: str = column(Choice(of=tuple(BlockKind)), "What sort of part it is.", required=True)
    start: int = column(
        Whole(), "Where it begins in the text, or where boilerplate stood.", unit="code points", required=True
    )
    end: int = column(Whole(), "Where it ends in the text.", unit="code points", required=True)
    aside: str | None = column(TEXT, "The characters of boilerplate, which are not in the text.")
