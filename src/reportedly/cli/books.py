"""The verbs that only open a casebook: `sources`, `verify`, `export`, `search`.

In: a casebook's path and what was asked for. Out: an exit code.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import console, remark, result, shown, table
from reportedly.errors import Misuse, State

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.casebook import Hit

LISTINGS = ("text", "json", "jsonl")


def run_sources(path: str, state: State | None, format: str) -> int:
    """The account of a casebook."""
    from reportedly.casebook import Casebook
    from reportedly.views import account

    _known(format)
    with Casebook(path, read_only=True) as book:
        found = account(book, state)
    if format == "json":
        _json({"inputs": found.inputs, "counts": dict(found.counts), "sources": [asdict(r) for r in found.rows]})
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


def run_export(path: str, format: str | None, out: str | None, statuses: Sequence[str] = ()) -> int:
    """Write the records of a casebook in another format, with the events of some statuses only where these are named."""
    ending = Path(out or "").suffix.lstrip(".")
    format = format or (ending if ending in ("json", "jsonl", "parquet") else "jsonl")
    from reportedly.casebook import Casebook
    from reportedly.cli.reading import opened
    from reportedly.export import exporter, to_parquet, with_events_of
    from reportedly.record.vocabulary import STATUSES

    if format == "parquet" and out is None:
        raise Misuse("Parquet is a folder; name it with -o")
    if unknown := sorted(set(statuses) - set(STATUSES)):
        raise Misuse(f"there is no status {unknown[0]!r}; there are {', '.join(STATUSES)}")
    if format == "parquet" and statuses:
        raise Misuse("Parquet holds the whole casebook; --status is for the other formats")
    chosen = None if format == "parquet" else exporter(format)
    with Casebook(path, read_only=True) as book:
        if chosen is None:
            to_parquet(book, Path(out or ""))
            count = len(book.document_ids())
        else:
            names = {row.document: row.name for row in reversed(book.sources()) if row.document}
            with opened(out, chosen) as write:
                count = 0
                for record in book.records():
                    write(names.get(record.document.id, record.document.id), with_events_of(record, statuses))
                    count += 1
    if out is not None:
        remark(f"{count:,} {'record' if count == 1 else 'records'} written to {out}")
    return ExitCode.FINE


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
        _json([_hit(h) for h in hits])
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


def _json(value: object) -> None:
    from reportedly.export.json import escaped

    sys.stdout.write(escaped(json.dumps(value, ensure_ascii=False, indent=1)) + "\n")


def _lines(values: list[dict[str, object]]) -> None:
    from reportedly.export.json import escaped

    for value in values:
        sys.stdout.write(escaped(json.dumps(value, ensure_ascii=False)) + "\n")
