"""Whether a casebook holds together: what is wrong, a sentence each.

In: a DuckDB connection. Out: sentences; none for a casebook that only this program wrote. It looks at every row: spans
inside the text, ids that resolve, hashes that agree, values that their columns allow, the account of the inputs.
"""

from collections.abc import Iterator
from itertools import pairwise

import duckdb

from reportedly.casebook import read
from reportedly.casebook.arrow import KEYED
from reportedly.casebook.schema import quoted
from reportedly.errors import REASONS, Reason, State
from reportedly.record import Record, SourceRow


def verify(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """What is wrong with a casebook, in a fixed order."""
    yield from _account(connection)
    yield from _belonging(connection)
    hashes: dict[str, list[str]] = {}
    for key, text_hash in connection.execute("SELECT id, text_hash FROM document").fetchall():
        hashes.setdefault(str(key), []).append(text_hash)
    ids = sorted(hashes)
    for first in range(0, len(ids), read.CHUNK):
        for key, found in _records(connection, ids[first : first + read.CHUNK]):
            problems = [found] if isinstance(found, str) else _article(key, found, hashes[key])
            yield from (f"article {key}: {problem}" for problem in problems)


def _records(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> Iterator[tuple[str, Record | str]]:
    """The records of these articles, or for each that cannot be loaded, why."""
    try:
        yield from list(read.records(connection, ids))
    except (ValueError, TypeError, KeyError) as error:
        if len(ids) > 1:
            for key in ids:
                yield from _records(connection, [key])
        else:
            yield ids[0], f"a stored row is none that a record can hold ({error})"


def _account(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Every input in one state, with what that state asks for."""
    sources = read.sources(connection)
    articles = {str(i) for (i,) in connection.execute("SELECT id FROM document").fetchall()}
    names = [row.name for row in sources]
    inputs = set(names)
    parents = {row.parent for row in sources}
    for twice in sorted({a for a, b in pairwise(names) if a == b}):
        yield f"sources: {twice} stands there more than once"
    for row in sources:
        where = f"sources: {row.name}"
        yield from (f"{where}: {problem}" for problem in row.problems())
        yield from (f"{where} {problem}" for problem in _source(row, articles, parents))
        if row.parent is not None and row.parent not in inputs:
            yield f"{where} names the parent {row.parent}, which is no input"
    added = sum(read.counts(connection).values())
    if added != len(sources):
        yield f"sources: {len(sources)} inputs, but read, skipped, failed and pending are {added}"
    for orphan in sorted(articles - {row.document for row in sources if row.document}):
        yield f"article {orphan}: no input gave it"
    twice = "SELECT id FROM document GROUP BY id HAVING count(*) > 1 ORDER BY id"
    for (key,) in connection.execute(twice).fetchall():
        yield f"article {key}: it stands there more than once"


def _source(row: SourceRow, articles: set[str], parents: set[str | None]) -> Iterator[str]:
    if row.document is not None and row.document not in articles:
        yield f"gave the article {row.document}, which is not there"
    if row.state == State.READ and row.document is None and row.name not in parents and row.bytes_hash:
        yield "is read, but names no article"
    if row.state != State.READ and row.document is not None:
        yield f"is {row.state}, but names an article"
    if row.state in (State.FAILED, State.SKIPPED) and row.reason is None:
        yield f"is {row.state} without a reason"
    if row.state in (State.READ, State.PENDING) and row.reason is not None:
        yield f"is {row.state}, but has the reason {row.reason}"
    if row.reason in set(Reason) and row.state in (State.FAILED, State.SKIPPED):
        state = REASONS[Reason(row.reason)][0]
        if state != row.state:
            yield f"is {row.state} for the reason {row.reason}, which makes it {state}"


def _belonging(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Rows of no article, and rows that are missing from their article's order."""
    for table in KEYED:
        lost = (
            f"SELECT DISTINCT x.document FROM {quoted(table)} x WHERE NOT EXISTS "
            "(SELECT 1 FROM document d WHERE d.id = x.document) ORDER BY 1"
        )
        for (key,) in connection.execute(lost).fetchall():
            yield f"{table}: rows of {key}, which is no article"
        gaps = (
            f"SELECT document FROM {quoted(table)} GROUP BY document "
            "HAVING min(n) <> 0 OR max(n) <> count(*) - 1 OR count(DISTINCT n) <> count(*) ORDER BY document"
        )
        for (key,) in connection.execute(gaps).fetchall():
            yield f"{table}: of article {key} a row is missing or stands twice"


def _article(key: str, record: Record, hashes: list[str]) -> Iterator[str]:
    document = record.document
    if any(stored != document.text_hash for stored in hashes):
        yield "its text is not the one that its hash was made from"
    if key != document.id:
        yield f"its text and metadata make the id {document.id}"
    for block in document.blocks:
        if not 0 <= block.span.start <= block.span.end <= len(document.text):
            yield f"a {block.kind} leaves the text of {len(document.text)} characters"
    yield from record.problems()
