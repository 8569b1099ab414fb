"""The Python interface: articles in, documents and records out, in the caller's own process.

The command line adds worker processes, time limits and a casebook's account of every input; a program that reads
what it does not trust does better with `Casebook` and the `reportedly read` command.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from os import PathLike, fspath
from typing import Any

from reportedly import ingest, pipeline
from reportedly.document import Document
from reportedly.errors import InputRefused, Misuse, Reason, State
from reportedly.record import Record, SourceRow

Refused = Callable[[InputRefused], None]


def load(path_or_url: str | PathLike[str], *, outlet: str = "", published: date | None = None) -> Document:
    """The one article that a file or an address holds.

    `outlet` and `published` win over what the article says of itself. Raises `InputRefused` where there is no article
    to be had, and `Misuse` where the input holds several (a feed, a corpus, a folder): those are for `load_all`.
    """
    found = load_all([path_or_url], outlet=outlet, published=published)
    document = next(found, None)
    if document is None:
        raise InputRefused(Reason.NO_TEXT, fspath(path_or_url))
    if next(found, None) is not None:
        raise Misuse(f"{fspath(path_or_url)} holds several articles; use load_all")
    return document


def load_all(
    paths: Iterable[str | PathLike[str]],
    *,
    outlet: str = "",
    published: date | None = None,
    refused: Refused | None = None,
) -> Iterator[Document]:
    """Every article in files, folders, archives, feeds, corpora and addresses, in their order.

    What gives no article is handed to `refused`; without it the first such input raises its `InputRefused`.
    """
    options = ingest.Options(outlet=outlet, published=published)
    refuse = refused or _raise
    for source in ingest.expand([fspath(p) for p in paths], options):
        if isinstance(source, SourceRow):
            if source.state != State.READ and source.reason:
                refuse(InputRefused(Reason(source.reason), source.name, source.detail or ""))
            continue
        try:
            document = ingest.load(source, options)
        except InputRefused as refusal:
            refuse(refusal.named(source.name))
            continue
        yield document


def _raise(refusal: InputRefused) -> None:
    raise refusal


def read(document: Document | str, *, pipeline_name: str | None = None, **metadata: Any) -> Record:
    """The record of an article. A string is taken as plain text, with `metadata` as fields of `Metadata`.

    `pipeline_name` names an installed spaCy pipeline for English other than the one that comes with this package.
    """
    if isinstance(document, str):
        document = ingest.from_text(document, **metadata)
    elif metadata:
        document = replace(document, metadata=replace(document.metadata, **metadata))
    return pipeline.read(document, pipeline_name)


def read_many(documents: Iterable[Document], *, pipeline_name: str | None = None) -> Iterator[Record]:
    """The records of several articles, in their order, made one after the other as they are asked for."""
    return (pipeline.read(document, pipeline_name) for document in documents)
