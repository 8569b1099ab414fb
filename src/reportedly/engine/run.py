"""A whole run: every input opened, read and accounted for, in the order of the inputs.

In: what a person names. Out: outcomes, one by one or into a casebook. What a casebook holds at the end hangs on the
inputs alone, not on the number of workers, on which of them was quicker, or on where an earlier run was ended.
`inputs = read + skipped + failed + pending` holds at every moment.
"""

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import cast

from reportedly.casebook import Casebook, Outcome
from reportedly.casebook.arrow import storable
from reportedly.engine.batch import row_of
from reportedly.engine.expander import Expander, Item
from reportedly.engine.pool import Pool
from reportedly.errors import State
from reportedly.ingest import Options, Source
from reportedly.record import SourceRow

READER = "reportedly.engine.batch"
AHEAD = 64
"""Inputs that are found before a worker is free; each has a row in the casebook by then."""
AHEAD_BYTES = 64 * 1024 * 1024
WINDOW = 256
"""Inputs between the one that is waited for and the last one found; the records of those that are done are in memory."""
BATCH, BATCH_SECONDS = 64, 2.0
"""A batch is written when it holds so many outcomes, or is so old."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `done` inputs of `found`, which are all where `all_found`; and the input that was just done.

    `unchanged` says that it was read by an earlier run and left as it was.
    """

    done: int
    found: int
    all_found: bool
    source: SourceRow
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Setup:
    workers: int
    reader: str
    pipeline: str | None


Known = Callable[[list[Item]], dict[str, SourceRow]]


def read_all(
    inputs: Iterable[str],
    options: Options,
    book: Casebook,
    *,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    force: bool = False,
    pipeline: str | None = None,
    reader: str = READER,
) -> dict[State, int]:
    """Read every input into a casebook; how many of this run's inputs are in each state at its end.

    What an earlier run read or skipped is left as it is while its bytes are the same, unless `force` (a link that a
    feed gave is not fetched again to see whether they are); what failed is tried again. `workers` is the number of worker processes, by default one
    for each processor. `reader` names the module that reads a source. Raises `CasebookError`, and `Misuse` for a
    language pipeline or format that does not exist; ended by an exception, it has stored every outcome up to it, and
    what it found and did not read is `pending`.
    """

    def arrived(items: list[Item]) -> dict[str, SourceRow]:
        book.register(_pending(item) for item in items)
        return {} if force else book.known([item.name for item in items])

    counts = dict.fromkeys(State, 0)
    batch: list[Outcome] = []
    written = time.monotonic()
    run = _run(inputs, options, _Setup(workers or processors(), reader, pipeline), arrived)
    with closing(run):
        try:
            for outcome, now in run:
                counts[State(now.source.state)] += 1
                if not now.unchanged:
                    batch.append(outcome)
                if batch and (len(batch) >= BATCH or time.monotonic() - written > BATCH_SECONDS):
                    full, batch = batch, []
                    book.write(full)
                    written = time.monotonic()
                if progress is not None:
                    progress(now)
        finally:
            book.write(batch)
    return counts


def read_each(
    inputs: Iterable[str],
    options: Options,
    *,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    pipeline: str | None = None,
    reader: str = READER,
) -> Iterator[Outcome]:
    """The outcome of every input, in order, as they come; processes and limits as in `read_all`.

    Close the iterator (or run it to its end) to end its processes.
    """
    run = _run(inputs, options, _Setup(workers or processors(), reader, pipeline), lambda items: {})
    with closing(run):
        for outcome, now in run:
            if progress is not None:
                progress(now)
            yield outcome


def _run(
    inputs: Iterable[str], options: Options, setup: _Setup, arrived: Known
) -> Generator[tuple[Outcome, Progress], None, None]:
    """Outcomes in the order of the inputs. `arrived` hears of inputs as they are found, and says what is known of
    them."""
    found, done, names = 0, 0, set[str]()
    ended: dict[int, tuple[Outcome, bool]] = {}
    earlier: dict[int, SourceRow] = {}
    with ExitStack() as stack:
        expander = stack.enter_context(Expander(list(inputs), options))
        pool = stack.enter_context(Pool(setup.workers, setup.reader, options, setup.pipeline))
        while True:
            while done in ended:
                outcome, unchanged = ended.pop(done)
                done += 1
                yield outcome, Progress(done, found, expander.finished, outcome.source, unchanged)
            if expander.finished and done == found:
                return
            more = not expander.finished and found - done < WINDOW
            more = more and pool.waiting < AHEAD and pool.waiting_bytes < AHEAD_BYTES
            ready = _wait(expander, pool, more)
            for number, result in pool.collect(ready):
                row = earlier.pop(number, None)
                if result is not None:
                    ended[number] = (result, False)
                elif row is not None:
                    ended[number] = (Outcome(row), True)
            if not more:
                continue
            items = [item for item in expander.collect(ready, AHEAD) if not _seen(item.name, names)]
            known = arrived(items) if items else {}
            for item in items:
                row = known.get(storable(item.name))
                if isinstance(item, SourceRow):
                    ended[found] = (Outcome(item), False)
                elif row is not None and row.state in (State.READ, State.SKIPPED) and _is_address(item):
                    ended[found] = (Outcome(row), True)
                elif row is not None and row.state in (State.READ, State.SKIPPED) and row.bytes_hash:
                    earlier[found] = row
                    pool.give(found, item, row.bytes_hash)
                else:
                    pool.give(found, item, None)
                found += 1


def _wait(expander: Expander, pool: Pool, more: bool) -> list[object]:
    """What has something to say, at the latest when somebody's time is over."""
    waited = pool.connections()
    if more:
        waited.append(expander.connection())
    else:
        expander.pause()
    left = min(pool.deadline(), expander.deadline()) - time.monotonic()
    timeout = None if left == float("inf") else max(0.0, left)
    return list(wait(cast(list[Connection], waited), timeout))


def _seen(name: str, names: set[str]) -> bool:
    """Whether an input of this name came before in this run; the first counts."""
    if name in names:
        return True
    names.add(name)
    return False


def _pending(item: Item) -> SourceRow:
    if isinstance(item, Source):
        return row_of(item)
    return SourceRow(name=item.name, parent=item.parent, format=item.format, state=State.PENDING)


def _is_address(source: Source) -> bool:
    """Whether the bytes of a source can only be known by fetching them."""
    return source.data is None and source.path is None


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
