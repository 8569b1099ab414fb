"""The verbs that only open a casebook: `sources`, `verify`, `export`, `search`.

In: a casebook's path and what was asked for. Out: an exit code.
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import console, remark, result, shown, table
from reportedly.errors import Misuse, State

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.casebook import Casebook, Hit

LISTINGS = ("text", "json", "jsonl")

FOLDERS = {
    "parquet": ("Parquet", "the whole casebook"),
    "datapackage": ("A data package", "figures, checks, wording and articles"),
}
"""The formats that are one folder for all records: what messages call them, and what they hold."""


def run_sources(path: str, state: State | None, format: str) -> int:
    """The account of a casebook."""
    from reportedly.casebook import Casebook
    from reportedly.views import account

    _known(format)
    with Casebook(path, read_only=True) as book:
        found = account(book, state)
    if format == "json":
        print_json({"inputs": found.inputs, "counts": dict(found.counts), "sources": [asdict(r) for r in found.rows]})
    elif format == "jsonl":
        _lines([asdict(r) for r in found.rows])
    else:
        to = console()
        to.print(shown(found.sentence(), "bold"))
        table(to, "Why inputs were not read", ("Reason", "#Inputs", "Meaning"), found.reasons)
        rows = ((r.name, r.format, r.state, r.why, r.document) for r in found.rows)
        title = "Inputs" if state is None else f"Inputs that are {state}"
        table(to, title, ("Input", "Format", "State", "Why", "Article"), rows)
    return ExitCode.FINE


def run_verify(path: str) -> int:
    """What is wrong with a casebook, a line each."""
    from reportedly.casebook import Casebook

    with Casebook(path, read_only=True) as book:
        problems = book.verify()
        articles = len(book.document_ids())
    for problem in problems:
        result(problem)
    if problems:
        remark(f"{path}: {len(problems):,} {'thing is' if len(problems) == 1 else 'things are'} wrong")
        return ExitCode.WRONG
    result(f"{path}: {articles:,} {'article' if articles == 1 else 'articles'}, nothing wrong")
    return ExitCode.FINE


@dataclass(frozen=True, slots=True)
class Wanted:
    """How records shall be exported: the format, where to, only events of which statuses, whether with HXL's hashtags."""

    format: str | None = None
    out: str | None = None
    statuses: Sequence[str] = ()
    hashtags: bool = False


def run_export(path: str, wanted: Wanted) -> int:
    """Write the records of a casebook in another format."""
    from reportedly.casebook import Casebook

    out, ending = wanted.out, Path(wanted.out or "").suffix.lstrip(".")
    format = wanted.format or (ending if ending in ("json", "jsonl", "parquet") else "jsonl")
    write = _whole_book(format, wanted) if format in FOLDERS else _each_record(format, wanted)
    with Casebook(path, read_only=True) as book:
        count = write(book)
    if out is not None:
        remark(f"{count:,} {'record' if count == 1 else 'records'} written to {out}")
    return ExitCode.FINE


def _whole_book(format: str, wanted: Wanted) -> "Callable[[Casebook], int]":
    """What writes a casebook to a folder as one thing. Raises `Misuse` where what is wanted cannot be."""
    from reportedly.export import to_datapackage, to_parquet

    called, holds = FOLDERS[format]
    if wanted.out is None:
        raise Misuse(f"{called} is a folder; name it with -o")
    if wanted.statuses:
        raise Misuse(f"{called} holds {holds}; --status is for the formats that hold events")
    folder = Path(wanted.out)
    if format == "datapackage":
        return lambda book: to_datapackage(book.records(), folder, wanted.hashtags)
    if wanted.hashtags:
        raise Misuse(f"{called} has no hashtags; these have: figures, datapackage")

    def parquet(book: "Casebook") -> int:
        to_parquet(book, folder)
        return len(book.document_ids())

    return parquet


def _each_record(format: str, wanted: Wanted) -> "Callable[[Casebook], int]":
    """What writes a casebook record by record. Raises `Misuse` where what is wanted cannot be."""
    from reportedly.cli.reading import opened
    from reportedly.export import exporter, with_events_of, with_hashtags
    from reportedly.record.vocabulary import STATUSES

    if unknown := sorted(set(wanted.statuses) - set(STATUSES)):
        raise Misuse(f"there is no status {unknown[0]!r}; there are {', '.join(STATUSES)}")
    chosen = exporter(format)
    if wanted.statuses and not chosen.events:
        raise Misuse(f"the format {format} holds no events; --status is for the formats that do")
    if wanted.hashtags:
        chosen = with_hashtags(chosen)

    def each(book: "Casebook") -> int:
        names = {row.document: row.name for row in reversed(book.sources()) if row.document}
        count = 0
        with opened(wanted.out, chosen) as write:
            for record in book.records():
                write(names.get(record.document.id, record.document.id), with_events_of(record, wanted.statuses))
                count += 1
        return count

    return each


def run_search(path: str, words: str, limit: int, format: str) -> int:
    """The articles that hold words. Exit code 1 where there is none."""
    from reportedly.casebook import Casebook

    _known(format)
    with Casebook(path, read_only=True) as book:
        hits = book.search(words, limit)
    if format == "text":
        rows = ((h.document, h.published or "", h.outlet, _snippet(h)) for h in hits)
        table(console(), "", ("Id", "Day", "Outlet", "Title and words"), rows)
    elif format == "json":
        print_json([_hit(h) for h in hits])
    else:
        _lines([_hit(h) for h in hits])
    if not hits:
        remark(f"no article of {path} holds {words}")
    return ExitCode.FINE if hits else ExitCode.WRONG


def _hit(hit: "Hit") -> dict[str, object]:
    return asdict(hit) | {"published": hit.published.isoformat() if hit.published else None}


def _snippet(hit: "Hit") -> "Text":
    """A hit's title and the words around its first place, those that were looked for in bold."""
    text, at = shown(hit.title, "bold"), 0
    text.append("\n")
    for start, end in hit.marks:
        text.append_text(shown(hit.snippet[at:start]))
        text.append_text(shown(hit.snippet[start:end], "bold underline"))
        at = end
    return text.append_text(shown(hit.snippet[at:]))


def _known(format: str) -> None:
    if format not in LISTINGS:
        raise Misuse(f"there is no format {format!r} for this; there are {', '.join(LISTINGS)}")


def print_json(value: object) -> None:
    """Print a value as JSON, with what could act on a terminal escaped."""
    from reportedly.export.json import escaped

    sys.stdout.write(escaped(json.dumps(value, ensure_ascii=False, indent=1)) + "\n")


def _lines(values: list[dict[str, object]]) -> None:
    from reportedly.export.json import escaped

    for value in values:
        sys.stdout.write(escaped(json.dumps(value, ensure_ascii=False)) + "\n")
