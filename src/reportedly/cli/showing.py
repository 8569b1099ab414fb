"""The verb `show`: one article of a casebook, or one read on the spot, in the terminal, as a page or as JSON.

In: a target and which of its articles. Out: an exit code. Several articles are listed where none is named.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import console, remark, table
from reportedly.errors import NotACasebook

if TYPE_CHECKING:
    from reportedly.ingest import Options
    from reportedly.record import Record


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as the list of several shows it."""

    id: str
    published: date | None
    outlet: str
    title: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """As what an article is shown: as a page written to `html`, as JSON, or in the terminal where neither is."""

    html: str | None = None
    json: bool = False


def run(target: str, article: str | None, wanted: Wanted, asked: "Options", pipeline: str | None) -> int:
    """Show an article; the exit code."""
    found = _from_book(target, article)
    if found is None:
        found = _from_input(target, article, asked, pipeline)
    if isinstance(found, int):
        return found
    return _show(found, wanted)


def _show(record: "Record", wanted: Wanted) -> int:
    html = wanted.html
    if html is not None:
        from reportedly.views import article
        from reportedly.web import article_page, write_article

        if html == "-":
            sys.stdout.write(article_page(article(record)))
        else:
            write_article(record, Path(html))
            remark(f"wrote {html}")
    if wanted.json:
        from reportedly.export import exporter, to_stream

        to_stream([record], exporter("json"), sys.stdout)
    if html is None and not wanted.json:
        from reportedly.cli.article import print_article
        from reportedly.views import article

        print_article(article(record), console())
    return ExitCode.FINE


def _from_book(target: str, article: str | None) -> "Record | int | None":
    """The article of a casebook; an exit code where it is not one article; None where the target is no casebook."""
    from reportedly.casebook import Casebook

    try:
        book = Casebook(target, read_only=True)
    except NotACasebook:
        return None
    with book:
        rows = book.documents() if article is None else book.find(article)
        if len(rows) == 1:
            return book.record(rows[0].id)
        listed = [Listed(r.id, r.published, r.outlet or "", r.title or r.text[:80]) for r in rows]
    return _several(listed, target, article)


def _from_input(target: str, article: str | None, asked: "Options", pipeline: str | None) -> "Record | int":
    """The one article of an input that is read on the spot, or an exit code."""
    from reportedly.cli.reading import Tally
    from reportedly.engine import read_each

    tally, records = Tally(), {}
    for outcome in read_each([target], asked, workers=1, pipeline=pipeline):
        tally.heard(outcome.source)
        if outcome.record is not None:
            records[outcome.record.document.id] = outcome.record
    if not records:
        return ExitCode.WRONG
    matching = {i: r for i, r in records.items() if article is None or _is_meant(r, article)}
    if len(matching) == 1:
        return next(iter(matching.values()))
    listed = []
    for i, r in matching.items():
        m = r.document.metadata
        listed.append(Listed(i, m.published, m.outlet, m.title or r.document.text[:80]))
    return _several(listed, target, article)


def _is_meant(record: "Record", article: str) -> bool:
    title = record.document.metadata.title.lower()
    return record.document.id.startswith(article) or all(w in title for w in article.lower().split())


def _several(listed: Iterable[Listed], target: str, article: str | None) -> int:
    """List articles where one was wanted; the exit code."""
    rows = [(r.id, r.published or "", r.outlet, " ".join(r.title.split())) for r in listed]
    if not rows:
        remark(f"{target} holds no article" + (f" that {article!r} may mean" if article else ""))
        return ExitCode.WRONG
    table(console(), "", ("Id", "Day", "Outlet", "Title"), rows)
    remark(f"{len(rows)} articles; name one by its id or words of its title: reportedly show {target} {rows[0][0][:6]}")
    return ExitCode.FINE if article is None else ExitCode.WRONG
