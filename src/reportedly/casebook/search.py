"""Search over the words of a casebook: an SQLite FTS5 index in a file beside it.

In: words as a person types them. Out: hits, best first. The index is derived: it is made when it is missing, brought
up where articles came or went, and made again where it is broken. Nothing that a person types is refused.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.document import Span, Words
from reportedly.record import DocumentRow

FORM = "1"
"""The form of the index; an index of another form is made again."""

AROUND = 80
"""Characters shown on each side of the first hit."""

MOST_WORDS = 50
"""Words of a query that are looked at; FTS5's parser has a limit of its own."""

NONCHARACTERS = [chr(code) for code in range(0xFDD0, 0xFDF0)]
"""Code points that no text should hold; two that a text does not hold mark its hits."""

Fetch = Callable[[list[str]], Iterable[DocumentRow]]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words.

    `spans` are the places of the words in the article's text; `snippet` is the text around the first of them, with
    line breaks as spaces, and `marks` their places in it. All count code points. Both are empty where the words stand
    in the title's metadata alone: then the snippet is the beginning of the text.
    """

    document: str
    title: str
    outlet: str
    published: date | None
    snippet: str
    marks: Words
    spans: Words


class Index:
    """The index of one casebook. `path` is where it lies; where that cannot be written it is held in memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None

    def close(self) -> None:
        """Close the index's file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def search(self, words: str, ids: list[str], fetch: Fetch, limit: int) -> list[Hit]:
        """At most `limit` articles of `ids` that hold all of `words`, best first. `fetch` gives articles by id."""
        query = escaped(words)
        if not query:
            return []
        db = self._synced(ids, fetch)
        found = db.execute(
            "SELECT a.id, a.number FROM words JOIN articles a ON a.number = words.rowid WHERE words MATCH ? "
            "ORDER BY rank, a.id LIMIT ?",
            (query, limit),
        ).fetchall()
        rows = {row.id: row for row in fetch([i for i, _ in found])}
        return [_hit(db, query, number, rows[i]) for i, number in found if i in rows]

    def _synced(self, ids: list[str], fetch: Fetch) -> sqlite3.Connection:
        for place in (str(self._path), str(self._path), ":memory:"):
            try:
                self._db = self._db or _opened(place)
                _sync(self._db, ids, fetch)
                return self._db
            except sqlite3.Error:
                # A broken index is made again, once; one that cannot be written is made in memory.
                self.close()
                with suppress(OSError):
                    self._path.unlink(missing_ok=True)
        raise AssertionError("an index in memory can always be made")


def escaped(words: str) -> str:
    """What FTS5 takes for `words`: every word must stand in the article, words between quotation marks beside each
    other, and a word that ends in an asterisk may go on. Signs without a letter or digit are left out."""
    terms = []
    for place, part in enumerate(_clean(words).split('"')):
        for term in [part] if place % 2 else part.split():
            if any(c.isalnum() for c in term):
                terms.append(f'"{term}"' + ("*" if term.endswith("*") and not place % 2 else ""))
    return " ".join(terms[:MOST_WORDS])


def _clean(text: str) -> str:
    """Text as SQLite takes it, with as many code points as before."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _opened(place: str) -> sqlite3.Connection:
    db = sqlite3.connect(place, timeout=10, isolation_level=None)
    try:
        db.execute("CREATE TABLE IF NOT EXISTS about (form TEXT)")
        forms = [form for (form,) in db.execute("SELECT form FROM about")]
        if forms == [FORM]:
            return db
        db.execute("BEGIN IMMEDIATE")
        for table in ("about", "articles", "words"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        db.execute("CREATE TABLE about (form TEXT)")
        db.execute("INSERT INTO about VALUES (?)", (FORM,))
        db.execute("CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE)")
        db.execute(
            "CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        db.execute("COMMIT")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _sync(db: sqlite3.Connection, ids: list[str], fetch: Fetch) -> None:
    """Bring the index up. An article's id is made from what is indexed of it, so ids alone say what is stale."""
    wanted = set(ids)
    if {i for (i,) in db.execute("SELECT id FROM articles")} == wanted:
        return
    db.execute("BEGIN IMMEDIATE")
    indexed = dict(db.execute("SELECT id, number FROM articles"))
    for gone in sorted(set(indexed) - wanted):
        db.execute("DELETE FROM words WHERE rowid = ?", (indexed[gone],))
        db.execute("DELETE FROM articles WHERE number = ?", (indexed[gone],))
    for row in fetch(sorted(wanted - set(indexed))):
        number = db.execute("INSERT INTO articles (id) VALUES (?)", (row.id,)).lastrowid
        values = (number, _clean(row.title or ""), _clean(row.text))
        db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", values)
    db.execute("COMMIT")


def _hit(db: sqlite3.Connection, query: str, number: int, row: DocumentRow) -> Hit:
    spans = _places(db, query, number, row.text)
    return Hit(row.id, row.title or "", row.outlet or "", row.published, *_snippet(row.text, spans), spans)


def _places(db: sqlite3.Connection, query: str, number: int, text: str) -> Words:
    """Where the words of a query stand in an article's text."""
    free = [c for c in NONCHARACTERS if c not in text][:2]
    if len(free) < 2:
        return ()
    asked = "SELECT highlight(words, 1, ?, ?) FROM words WHERE words MATCH ? AND rowid = ?"
    (marked,) = db.execute(asked, (*free, query, number)).fetchone()
    before, *pieces = marked.split(free[0])
    spans, at = [], len(before)
    for piece in pieces:
        inside, _, after = piece.partition(free[1])
        spans.append(Span(at, at + len(inside)))
        at += len(inside) + len(after)
    return tuple(spans)


def _snippet(text: str, spans: Words) -> tuple[str, Words]:
    """The text around the first span, cut at spaces, and the places of spans in it."""
    first = spans[0] if spans else Span(0, 0)
    begin, end = max(0, first.start - AROUND), min(len(text), first.end + AROUND)
    if begin:
        begin = next((i + 1 for i in range(begin, first.start) if text[i].isspace()), begin)
    if end < len(text):
        end = next((i for i in range(end, first.end, -1) if text[i].isspace()), end)
    shown = "".join(" " if c in "\r\n\t\v\f\x85\u2028\u2029" else c for c in text[begin:end])
    inside = [s for s in spans if begin <= s.start and s.end <= end]
    return shown, tuple(Span(s.start - begin, s.end - begin) for s in inside)
