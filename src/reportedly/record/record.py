"""`Record`: all rows of one article, with its text, and the form in which they leave the program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportedly.document import Basis, Block, BlockKind, Document, Metadata, Span
from reportedly.record.account import BlockRow, DocumentRow, SourceRow
from reportedly.record.attributions import Actor, Attribution
from reportedly.record.happenings import Check, Event, Figure
from reportedly.record.kinds import WORDS, Reference, References, WordsKind, WordsList
from reportedly.record.row import Row
from reportedly.record.settings import Place, Time, Wording

ARTICLE_TABLES: dict[str, type[Row]] = {
    c.TABLE: c for c in (Attribution, Actor, Event, Figure, Check, Time, Place, Wording)
}
"""The tables of rows that layers make, in the order in which they leave the program."""

TABLES: dict[str, type[Row]] = {c.TABLE: c for c in (SourceRow, DocumentRow, BlockRow)} | ARTICLE_TABLES
"""Every table."""


@dataclass(frozen=True, slots=True)
class Record:
    """The rows of one article. `document` is what their spans refer to; `made_with` names what made them; `contexts` is
    what the article is about, by PLOVER's contexts."""

    document: Document
    made_with: str = ""
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    wording: tuple[Wording, ...] = ()
    contexts: tuple[str, ...] = ()
    _labels: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def rows(self, table: str) -> tuple[Any, ...]:
        """The rows of one table by its name; `document` and `blocks` included."""
        if table == "document":
            return (document_row(self.document, self.made_with, self.contexts),)
        if table == "blocks":
            return tuple(
                BlockRow(kind=b.kind.value, start=b.span.start, end=b.span.end, aside=b.aside or None)
                for b in self.document.blocks
            )
        return tuple(getattr(self, table))

    def words(self, spans: Sequence[Span]) -> str:
        """The article's words at `spans`."""
        return self.document.words(spans)

    def label(self, table: str, row_id: str) -> str:
        """A row's name for people: an actor's name, otherwise the row's words. Raises `KeyError` for no such row."""
        if not self._labels:
            for name in ARTICLE_TABLES:
                for row in self.rows(name):
                    shown = (
                        row.name
                        if name == "actors"
                        else self.words(row.content)
                        if name == "attributions"
                        else row.words
                    )
                    self._labels[name, row.id] = shown if isinstance(shown, str) else self.words(shown)
        return self._labels[table, row_id]

    def as_json(self) -> dict[str, Any]:
        """The record in JSON's terms, with words filled in: the form that GUIDELINES.md and the docs define.

        A column called `words` stands at the top of its row with `spans` beside it; other words are
        `{"words": …, "spans": [[start, end], …]}`. Actors are shown by name.
        """
        shown: dict[str, Any] = {"document": self._shown(self.rows("document")[0])}
        shown["document"]["blocks"] = [self._shown(b) for b in self.rows("blocks")]
        for table in ARTICLE_TABLES:
            shown[table] = [self._shown(r) for r in self.rows(table)]
        return shown

    def _shown(self, row: Row) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for c in row.columns():
            value = c.kind.show(getattr(row, c.name), self)
            if c.name == "words" and c.kind is WORDS:
                out |= {"words": value["words"], "spans": value["spans"]}
            else:
                out[c.name] = value
        if row.TABLE == "wording":
            out["voice"] = out["voice"] or "outlet"
        return out

    def problems(self) -> Iterator[str]:
        """What is wrong with this record, a sentence each: spans outside the text, ids that resolve to nothing or
        stand twice, values that their column does not allow."""
        ids = {table: [r.id for r in self.rows(table)] for table in ARTICLE_TABLES}
        for table, known in ids.items():
            for twice in sorted({i for i in known if known.count(i) > 1}):
                yield f"{table}: the id {twice} stands on {known.count(twice)} rows"
        for table in ("document", *ARTICLE_TABLES):
            for row in self.rows(table):
                where = f"{table} {row.id}"
                yield from (f"{where}: {p}" for p in row.problems())
                yield from (f"{where}: {p}" for p in self._loose(row, ids))

    def _loose(self, row: Row, ids: dict[str, list[str]]) -> Iterator[str]:
        """Spans of `row` that leave the text, and ids of it that resolve to nothing."""
        length = len(self.document.text)
        for c in row.columns():
            value = getattr(row, c.name)
            if isinstance(c.kind, WordsKind):
                pieces = [s for words in value for s in words] if isinstance(c.kind, WordsList) else value
                for span in pieces:
                    if not 0 <= span[0] < span[1] <= length:
                        yield f"{c.name} has the span {tuple(span)}, which leaves the text of {length} characters"
            elif isinstance(c.kind, Reference) and c.kind.table in ids:
                for ref in value if isinstance(c.kind, References) else [value]:
                    if ref is not None and ref not in ids[c.kind.table]:
                        yield f"{c.name} names {ref}, which is no row of {c.kind.table}"


def document_row(document: Document, made_with: str, contexts: tuple[str, ...] = ()) -> DocumentRow:
    """The stored form of a document and its contexts."""
    m = document.metadata
    return DocumentRow(
        id=document.id, title=m.title or None, outlet=m.outlet or None, agency=m.agency or None, byline=m.byline or None,
        url=m.url or None, language=m.language or None, dateline=(m.dateline,) if m.dateline else (), published=m.published,
        published_basis=m.basis.value if m.basis else None, published_reasons=m.reasons or None, text=document.text,
        text_hash=document.text_hash, source_hash=document.source_hash or None, contexts=contexts,
        made_with=made_with,
    )  # fmt: skip


def document_of(row: DocumentRow, blocks: Sequence[BlockRow]) -> Document:
    """The document that was stored as `row` and `blocks`."""
    metadata = Metadata(
        title=row.title or "", outlet=row.outlet or "", agency=row.agency or "", byline=row.byline or "",
        url=row.url or "", language=row.language or "", dateline=row.dateline[0] if row.dateline else None,
        published=row.published, basis=Basis(row.published_basis) if row.published_basis else None,
        reasons=row.published_reasons or "",
    )  # fmt: skip
    parts = tuple(Block(BlockKind(b.kind), Span(b.start, b.end), b.aside or "") for b in blocks)
    return Document(row.text, parts, metadata, row.source_hash or "")
