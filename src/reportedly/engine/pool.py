"""A pool of worker processes, each with one article in hand, a deadline for it and a limit of memory.

In: sources, by number. Out: what became of each, by the same number, in the order in which they end. A worker that
hangs is ended, one that dies is replaced; either costs the article that it had in hand and no other.
"""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from reportedly import limits
from reportedly.casebook import Outcome
from reportedly.engine.batch import refused, row_of
from reportedly.engine.child import Child
from reportedly.engine.worker import UNCHANGED, WARM, Task, serve
from reportedly.errors import Reason, ReportedlyError
from reportedly.ingest import Options, Source

MOST_FALSE_STARTS = 3


@dataclass(slots=True)
class _Worker:
    child: Child
    number: int = -1
    task: Task | None = None
    deadline: float = float("inf")
    warm: bool = False


class Pool:
    """Workers for a run; a `with` block ends them all. `size` is how many there may be, started as they are needed."""

    def __init__(self, size: int, reader: str, options: Options, pipeline: str | None) -> None:
        self._size, self._arguments = size, (reader, options, pipeline)
        self._workers: list[_Worker] = []
        self._waiting: deque[tuple[int, Task]] = deque()
        self._false_starts = 0

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._workers:
            self._workers.pop().child.kill()

    def give(self, number: int, source: Source, known: str | None) -> None:
        """Have a source read; unless its bytes still have the hash `known`."""
        self._waiting.append((number, Task(source, known)))
        self._hand_out()

    @property
    def waiting(self) -> int:
        """How many sources no worker has in hand yet."""
        return len(self._waiting)

    @property
    def waiting_bytes(self) -> int:
        """The bytes that those sources carry."""
        return sum(len(task.source.data or b"") for _, task in self._waiting)

    def connections(self) -> list[object]:
        """What to wait for."""
        return [w.child.connection for w in self._workers if w.task]

    def deadline(self) -> float:
        """When the next worker runs out of time, by `time.monotonic`."""
        return min((w.deadline for w in self._workers), default=float("inf"))

    def collect(self, ready: list[object]) -> Iterator[tuple[int, Outcome | None]]:
        """What became of sources since: number, and the outcome, or None for one whose bytes are unchanged.

        Raises `ReportedlyError` for what keeps every article from being read.
        """
        for worker in [w for w in self._workers if w.child.connection in ready]:
            yield from self._answer(worker)
        now = time.monotonic()
        for worker in [w for w in self._workers if w.deadline <= now]:
            yield self._lost(worker, Reason.TIMEOUT, f"more than {limits.value('article_seconds')} seconds")
        self._hand_out()

    def _answer(self, worker: _Worker) -> Iterator[tuple[int, Outcome | None]]:
        try:
            message = worker.child.connection.recv()
        except (EOFError, OSError):
            if worker.warm:
                yield self._lost(worker, Reason.CRASHED, worker.child.ended())
            else:
                self._started_in_vain(worker)
            return
        if isinstance(message, ReportedlyError):
            raise message
        if message == WARM:
            self._false_starts, worker.warm = 0, True
            worker.deadline = time.monotonic() + limits.value("article_seconds")
            return
        number, worker.task, worker.deadline = worker.number, None, float("inf")
        if message == UNCHANGED:
            yield number, None
            return
        if message.source.reason == Reason.MEMORY:
            self._retire(worker)  # what it still holds is not known
        yield number, message

    def _lost(self, worker: _Worker, reason: Reason, detail: str) -> tuple[int, Outcome]:
        assert worker.task is not None
        self._retire(worker)
        return worker.number, Outcome(refused(row_of(worker.task.source), reason, detail))

    def _started_in_vain(self, worker: _Worker) -> None:
        """A worker ended before it could read: its article is not to blame and is given to another."""
        assert worker.task is not None
        self._false_starts += 1
        if self._false_starts >= MOST_FALSE_STARTS:
            raise ReportedlyError(f"the workers end before they can read: {worker.child.ended()}")
        self._waiting.appendleft((worker.number, worker.task))
        self._retire(worker)

    def _retire(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.child.kill()

    def _hand_out(self) -> None:
        while self._waiting:
            worker = next((w for w in self._workers if w.task is None), None)
            if worker is None:
                if len(self._workers) >= self._size:
                    return
                worker = _Worker(Child(serve, *self._arguments))
                self._workers.append(worker)
            number, task = self._waiting.popleft()
            try:
                worker.child.connection.send(task)
            except OSError:  # it ended while it had nothing in hand
                self._waiting.appendleft((number, task))
                self._retire(worker)
                self._false_starts += not worker.warm
                if self._false_starts >= MOST_FALSE_STARTS:
                    raise ReportedlyError("the workers end before they can read") from None
                continue
            worker.number, worker.task = number, task
            seconds = limits.value("article_seconds")
            worker.deadline = time.monotonic() + seconds + (0 if worker.warm else limits.value("worker_start_seconds"))
