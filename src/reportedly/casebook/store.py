"""`Casebook`: one store of many records, as the rest of the program and its users see it.

In: a path. Out: what the methods say. The work is in the modules beside this one.
"""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType

import duckdb

from reportedly.casebook import parquet, read, schema, write
from reportedly.casebook.connect import connect, disconnect, said
from reportedly.casebook.outcome import Outcome
from reportedly.casebook.search import Hit, Index
from reportedly.casebook.verify import verify
from reportedly.errors import CasebookError, Misuse, State
from reportedly.record import DocumentRow, Record, SourceRow


class Casebook:
    """A casebook, open until `close` or the end of its `with` block.

    `path` is its file, which is made where it does not exist, or a folder of Parquet that `tables_to_parquet` wrote,
    which can only be read. One program at a time can write; with `read_only`, several can read at once, while none
    writes. Raises `NotACasebook`, `CasebookTooNew`, `CasebookBusy`, `CasebookFull`, or `CasebookError` where the
    system does not let it be opened. Every method may raise `CasebookError`; what it gives is in a fixed order.
    """

    def __init__(self, path: str | PathLike[str], read_only: bool = False) -> None:
        self.path = Path(fspath(path)).resolve()
        self.read_only = read_only or self.path.is_dir()
        self._index = Index(self.path.with_name(self.path.name + ".search.sqlite"))
        self._shares_file = not self.path.is_dir()
        self._cursor: duckdb.DuckDBPyConnection | None = None
        self._connection: duckdb.DuckDBPyConnection | None
        if not self._shares_file:
            with said(self.path):
                self._connection = parquet.connect_folder(self.path)
            return
        self._connection = connect(self.path, self.read_only)
        try:
            with said(self.path):
                schema.prepare(self._own(), self.path, self.read_only)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Casebook":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it; closing twice does no harm."""
        self._index.close()
        connection, self._connection = self._connection, None
        if self._cursor is not None:
            self._cursor.close()
            self._cursor = None
        if connection is not None and self._shares_file:
            disconnect(self.path, connection)
        elif connection is not None:
            connection.close()

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection for queries of one's own, apart from the one that this object uses.

        Raises `Misuse` once the casebook is closed.
        """
        if self._cursor is None:
            self._cursor = self._own().cursor()
        return self._cursor

    def _own(self) -> duckdb.DuckDBPyConnection:
        if self._connection is None:
            raise Misuse(f"{self.path} is closed")
        return self._connection

    def register(self, rows: Iterable[SourceRow]) -> None:
        """Add inputs that wait to be read; those whose names are known already stay as they are."""
        with said(self.path):
            write.register(self._writable(), rows)

    def write(self, outcomes: Sequence[Outcome]) -> None:
        """Store outcomes in one transaction: all of them or, where that fails, none.

        An input's row replaces the one of the same name. Its article is inserted where it is new; an article that no
        input gives any longer is removed.
        """
        with said(self.path):
            write.write(self._writable(), outcomes)

    def _writable(self) -> duckdb.DuckDBPyConnection:
        if self.read_only:
            raise Misuse(f"{self.path} was opened to be read only")
        return self._own()

    def sources(self) -> list[SourceRow]:
        """Every input and what became of it, by name."""
        with said(self.path):
            return read.sources(self._own())

    def known(self, names: Sequence[str]) -> dict[str, SourceRow]:
        """The inputs of these names that there are."""
        with said(self.path):
            return read.known(self._own(), names)

    def counts(self) -> dict[State, int]:
        """How many inputs are in each state; their sum is the number of inputs."""
        with said(self.path):
            return read.counts(self._own())

    def document_ids(self) -> list[str]:
        """The id of every article, in the order of `documents`."""
        with said(self.path):
            return read.document_ids(self._own())

    def documents(self) -> list[DocumentRow]:
        """Every article, by day, outlet, title and id; those without a day last."""
        with said(self.path):
            return read.documents(self._own())

    def record(self, document_id: str) -> Record:
        """The record of one article. Raises `Misuse` for an id that is none."""
        for record in self._sound([document_id]):
            return record
        raise Misuse(f"there is no article {document_id} in {self.path}")

    def records(self) -> Iterator[Record]:
        """Every record, in the order of `documents`, a few loaded at a time."""
        return self._sound(self.document_ids())

    def _sound(self, ids: list[str]) -> Iterator[Record]:
        with said(self.path):
            try:
                yield from (record for _, record in read.records(self._own(), ids))
            except (ValueError, TypeError, KeyError) as error:
                raise CasebookError(f"{self.path} was changed: {error}; `reportedly verify` says where") from error

    def find(self, text: str) -> list[DocumentRow]:
        """The articles that `text` may mean: by the beginning of the id, the input's name or words of the title."""
        with said(self.path):
            return read.find(self._own(), text)

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """At most `limit` articles that hold all of `words`, best first; words in double quotation marks stand
        beside each other, an asterisk at a word's end lets it go on. No words are refused."""
        with said(self.path):
            return self._index.search(words, self.document_ids(), self._articles, limit)

    def _articles(self, ids: list[str]) -> Iterator[DocumentRow]:
        return read.document_rows(self._own(), ids)

    def tables_to_parquet(self, folder: str | PathLike[str]) -> None:
        """Write every table as Parquet, one folder a table, rows in a fixed order; equal casebooks, equal bytes."""
        parquet.tables_to_parquet(self._own(), Path(fspath(folder)))

    def verify(self) -> list[str]:
        """What is wrong with the casebook, a sentence each: spans outside the text, ids that resolve to nothing,
        hashes that do not agree, an account that does not add up."""
        with said(self.path):
            return list(verify(self._own()))
