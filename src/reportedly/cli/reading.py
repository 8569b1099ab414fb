"""The verb `read`: articles into a casebook, or their records to output, a file or a folder.

In: inputs and what was asked for. Out: an exit code; failures on standard error, each with its reason.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import remark
from reportedly.errors import Misuse, State

if TYPE_CHECKING:
    from reportedly.engine import Progress
    from reportedly.export import Exporter
    from reportedly.ingest import Options
    from reportedly.record import Record, SourceRow

NAMED = 20
"""So many inputs that were not read are named on standard error; `sources` names them all."""


class Tally:
    """What became of the inputs of a run; `heard` is told of each and names what was not read."""

    def __init__(self, log: Callable[[str], None] = remark, where: str = "") -> None:
        self.articles, self.failed, self.skipped, self.unchanged = 0, 0, 0, 0
        self._log, self._where = log, where

    def heard(self, source: "SourceRow", unchanged: bool = False) -> None:
        """Count an input, and name it where it was not read."""
        from reportedly.views.accounts import why

        self.articles += source.document is not None
        self.unchanged += unchanged and source.document is not None
        self.failed += source.state == State.FAILED
        self.skipped += source.state == State.SKIPPED
        if source.state in (State.FAILED, State.SKIPPED) and not unchanged:
            number = self.failed + self.skipped
            if number <= NAMED:
                self._log(f"{source.name}: {source.state}: {why(source)} [{source.reason}]")
            elif number == NAMED + 1:
                self._log(
                    "more inputs were not read"
                    + (f"; `reportedly sources {self._where}` names them" * bool(self._where))
                )

    def sentence(self) -> str:
        """The run in words."""
        articles = f"{self.articles:,} {'article' if self.articles == 1 else 'articles'}"
        before = f" ({self.unchanged:,} of them by an earlier run)" if self.unchanged else ""
        return f"{articles} read{before}, {self.failed:,} failed, {self.skipped:,} skipped"

    def code(self) -> ExitCode:
        """The exit code that the run ends with."""
        if not self.articles:
            return ExitCode.WRONG
        return ExitCode.SOME_FAILED if self.failed else ExitCode.FINE


@dataclass(frozen=True, slots=True)
class Means:
    """How a run reads: how many worker processes, whether what is known is read again, with which pipeline."""

    workers: int | None = None
    force: bool = False
    pipeline: str | None = None


def options(
    outlet: str = "",
    published: str | None = None,
    columns: Sequence[str] = (),
    *,
    follow: bool = False,
    format: str | None = None,
    any_language: bool = False,
) -> "Options":
    """What was asked for, as ingest takes it. Raises `Misuse` for a day or a column that is none."""
    from reportedly.ingest import Options

    pairs = {}
    for column in columns:
        field, equals, name = column.partition("=")
        if not equals or not field or not name:
            raise Misuse(f"--column takes FIELD=COLUMN, such as text=body, and not {column!r}")
        pairs[field] = name
    return Options(outlet, _day(published), pairs, follow, format, not any_language)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError as error:
        raise Misuse(f"--published takes a day such as 2025-03-05, and not {published!r}") from error


def run(inputs: Sequence[str], asked: "Options", out: str | None, format: str | None, means: Means) -> int:
    """Read `inputs`; the exit code."""
    if out is not None and format is None and out.endswith(("/", "\\")):
        raise Misuse(f"{out} is a folder; say with --format what its files shall be")
    if out is not None and format is None and Path(out).suffix not in (".json", ".jsonl"):
        return into_book(inputs, asked, out, means)
    from reportedly.engine import read_each
    from reportedly.export import exporter

    if means.force:
        raise Misuse("--force is for a casebook; without one, everything is read each time")
    chosen = exporter(format or Path(out or "").suffix.lstrip(".") or "json")
    with bar() as (progress, log), opened(out, chosen) as write:
        tally = Tally(log)
        outcomes = read_each(inputs, asked, workers=means.workers, progress=progress, pipeline=means.pipeline)
        for outcome in outcomes:
            tally.heard(outcome.source)
            if outcome.record is not None:
                write(outcome.source.name, outcome.record)
    if tally.articles != 1 or tally.failed or tally.skipped or out:
        remark(tally.sentence())
    return tally.code()


def into_book(inputs: Sequence[str], asked: "Options", out: str, means: Means) -> int:
    """Read into a casebook; the exit code."""
    from reportedly.casebook import Casebook
    from reportedly.engine import read_all
    from reportedly.views import account

    with Casebook(out) as book:
        with bar() as (progress, log):
            tally = Tally(log, out)

            def heard(now: "Progress") -> None:
                progress(now)
                tally.heard(now.source, now.unchanged)

            read_all(
                inputs, asked, book, workers=means.workers, progress=heard, force=means.force, pipeline=means.pipeline
            )
        remark(tally.sentence())
        remark(f"{out}: {account(book).sentence()}")
    return tally.code()


@contextmanager
def opened(out: str | None, chosen: "Exporter") -> "Iterator[Callable[[str, Record], object]]":
    """A function that writes a record of an input's name: to standard output, to a file, or to a folder."""
    from reportedly.export import Folder, Stream, open_file

    if out is not None and (out.endswith(("/", "\\")) or Path(out).is_dir()):
        yield Folder(Path(out), chosen).write
    elif out is not None:
        with open_file(Path(out)) as file:
            stream = Stream(chosen, file)
            yield lambda name, record: stream.add(record)
            stream.end()
    else:
        stream = Stream(chosen, sys.stdout)
        yield lambda name, record: stream.add(record)
        stream.end()


@contextmanager
def bar() -> "Iterator[tuple[Callable[[Progress], None], Callable[[str], None]]]":
    """A function to tell of progress, and one to say something meanwhile. The bar, with rate and time left, is shown
    on standard error where that is a terminal, and is gone at the end."""
    if not sys.stderr.isatty():
        yield (lambda now: None), remark
        return
    from rich import progress as rich_progress
    from rich.console import Console

    from reportedly.cli.terminal import shown

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (
        rich_progress.TextColumn("reading"),
        rich_progress.BarColumn(),
        rich_progress.MofNCompleteColumn(),
        rich_progress.TextColumn("{task.fields[rate]}"),
        rich_progress.TimeRemainingColumn(),
    )
    with rich_progress.Progress(*columns, console=console, transient=True) as shown_bar:
        task = shown_bar.add_task("", total=None, rate="")

        def told(now: "Progress") -> None:
            speed = shown_bar.tasks[0].speed
            total = now.found if now.all_found else None
            rate = f"{speed:.1f} a second" if speed else ""
            shown_bar.update(task, completed=now.done, total=total, rate=rate)

        yield told, lambda sentence: console.print(shown(" ".join(sentence.split())))
