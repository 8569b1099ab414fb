"""A worker process: sources in, outcomes out, one at a time.

In, over its pipe: `Task`. Out, over the same: `WARM` once what reading needs is loaded, then an `Outcome` for each
task, or `UNCHANGED`, or the `ReportedlyError` for which no article can be read at all.
"""

from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from reportedly import limits
from reportedly.casebook import Outcome
from reportedly.engine.batch import fault, refused, row_of, unchanged
from reportedly.engine.child import behave, ending_after, limit_memory, receive
from reportedly.errors import Misuse, Reason, ReportedlyError
from reportedly.ingest import Options, Source

WARM = "warm"
UNCHANGED = "unchanged"
GRACE = 15
"""Seconds after which a worker ends itself, where its parent ought to have ended it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A source to read; not where its bytes still have the hash `known`."""

    source: Source
    known: str | None


def serve(connection: Connection, reader: str, options: Options, pipeline: str | None) -> None:
    """The worker's life. `reader` names the module whose `warm_up(pipeline)` and `read_one(source, options, pipeline)`
    do the work."""
    behave()
    work: Any = import_module(reader)
    seconds, memory = limits.value("article_seconds") + GRACE, limits.value("worker_bytes")
    warm = False
    while True:
        task: Task = receive(connection)
        with ending_after(seconds + limits.value("worker_start_seconds")):
            if task.known is not None and _unchanged(task):
                connection.send(UNCHANGED)
                continue
            if not warm:
                problem = _warm_up(work, pipeline)
                if problem is not None:
                    connection.send(problem)
                    return
                limit_memory(memory)
                warm = True
                connection.send(WARM)
        with ending_after(seconds):
            connection.send(_answer(work, task, options, pipeline))


def _unchanged(task: Task) -> bool:
    return unchanged(task.source, task.known or "")


def _warm_up(work: Any, pipeline: str | None) -> ReportedlyError | None:
    try:
        work.warm_up(pipeline)
    except ReportedlyError as error:
        return error
    except Exception as error:  # noqa: BLE001 (said to the parent, which raises it)
        return ReportedlyError(f"the workers cannot start: {fault(error)}")
    return None


def _answer(work: Any, task: Task, options: Options, pipeline: str | None) -> Outcome | Misuse:
    try:
        outcome: Outcome = work.read_one(task.source, options, pipeline)
    except Misuse as error:
        return error
    except MemoryError:
        return Outcome(refused(row_of(task.source), Reason.MEMORY))
    return outcome
