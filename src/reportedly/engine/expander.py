"""Inputs to sources, in a process of its own: parsers of archives, feeds and corpora meet hostile bytes here.

In: what a person names. Out: the `Source`s and `SourceRow`s that `ingest.expand` gives, in its order, as they are
asked for. An archive that crashes its parser, hangs, or eats memory is `failed` with that reason; the inputs before
and after it, in the same folder too, are not touched.

The child says which file or address it is about to open. When it ends there, the parent starts another, which goes
through the same input again and passes over as many openings as there were.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from reportedly import limits
from reportedly.engine.batch import fault, refused, row_of
from reportedly.engine.child import Child, behave, limit_memory
from reportedly.errors import InputRefused, Reason, ReportedlyError
from reportedly.ingest import Options, Source
from reportedly.record import SourceRow

Item = Source | SourceRow
STANDARD_INPUT = "-"
INPUT, OPENING, END, BROKEN = "input", "opening", "end", "broken"


class Expander:
    """The sources of a run; a `with` block ends its process. `opener` names the module whose `expand` does the work."""

    def __init__(self, inputs: Sequence[str], options: Options, opener: str = "reportedly.ingest") -> None:
        self._inputs, self._options, self._opener = list(dict.fromkeys(inputs)), options, opener
        self._child: Child | None = None
        self._at = 0
        """The input being opened, by its place."""
        self._openings = 0
        """How many files and addresses of it were opened."""
        self._opened: Source | None = None
        """The one that is open, until its own row or source comes."""
        self._since: float | None = None
        self.finished = not self._inputs

    def __enter__(self) -> "Expander":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def connection(self) -> object:
        """What to wait for. To ask is to be waiting: from now on the clock runs."""
        if self._child is None:
            stdin = _Lent.stdin() if STANDARD_INPUT in self._inputs[self._at :] else None
            job = _Job(self._opener, self._inputs, self._options, self._at, self._openings, stdin)
            self._child = Child(_serve, job)
        if self._since is None:
            self._since = time.monotonic()
        return self._child.connection

    def pause(self) -> None:
        """Nothing is asked for: the clock stands still."""
        self._since = None

    def deadline(self) -> float:
        """When what is open has run out of time, by `time.monotonic`. Waiting for standard input has no end."""
        if self._since is None or self._inputs[self._at : self._at + 1] == [STANDARD_INPUT]:
            return float("inf")
        return self._since + limits.value("container_seconds")

    def collect(self, ready: list[object], most: int) -> Iterator[Item]:
        """At most `most` items that have come. Raises `ReportedlyError` as `ingest.expand` does."""
        if self._child is not None and self._child.connection in ready:
            for _ in range(most):
                item = self._receive()
                if item is not None:
                    yield item
                if self._child is None or not self._child.connection.poll():
                    return
        elif self.deadline() <= time.monotonic():
            yield self._blamed(Reason.TIMEOUT, f"more than {limits.value('container_seconds')} seconds")

    def _receive(self) -> Item | None:
        assert self._child is not None
        try:
            message = self._child.connection.recv()
        except (EOFError, OSError):
            return self._blamed(Reason.CRASHED, self._child.ended())
        self._since = time.monotonic()
        if isinstance(message, ReportedlyError):
            raise message
        if isinstance(message, Source | SourceRow):
            if self._opened and message.name == self._opened.name:
                self._opened = None
            return message
        kind, value = message
        if kind == INPUT:
            self._at, self._openings, self._opened = value, 0, None
        elif kind == OPENING:
            self._openings, self._opened = self._openings + 1, value
        elif kind == BROKEN:
            return self._blamed(*value)
        else:
            self.finished = True
            self._end()
        return None

    def _blamed(self, reason: Reason, detail: str) -> SourceRow:
        """The row of what was open when the process ended; the next process goes on behind it."""
        self._end()
        culprit, self._opened = self._opened, None
        if culprit is None:
            culprit = Source(self._inputs[self._at])
            self._at, self._openings = self._at + 1, 0
        self.finished = self._at >= len(self._inputs)
        return refused(row_of(culprit), reason, detail)

    def _end(self) -> None:
        self._since = None
        if self._child is not None:
            self._child.kill()
            self._child = None


@dataclass(frozen=True, slots=True)
class _Job:
    """Open `inputs` from number `place` on, passing over the first `passed` openings of that one."""

    opener: str
    inputs: Sequence[str]
    options: Options
    place: int
    passed: int
    stdin: Any
    """This program's standard input; in the child, where it was put."""


class _Lent:
    """A file descriptor that a child inherits as it is started: in the child, a number."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __reduce__(self) -> tuple[Any, ...]:
        from multiprocessing.reduction import DupFd

        return _detached, (DupFd(self._descriptor),)

    @staticmethod
    def stdin() -> "_Lent | None":
        """Standard input, where there is one."""
        with suppress(AttributeError, OSError, ValueError):
            return _Lent(sys.stdin.fileno())
        return None


def _detached(handle: Any) -> Any:
    return handle.detach()


def _serve(connection: Connection, job: _Job) -> None:
    """The child's life."""
    behave()
    if job.stdin is not None:
        os.dup2(job.stdin, 0)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 (it stays open)
    passed = job.passed
    expand = import_module(job.opener).expand
    limit_memory(limits.value("worker_bytes"))

    def opening(source: Source) -> bool:
        nonlocal passed
        if passed > 0:
            passed -= 1
            return False
        connection.send((OPENING, replace(source, data=None)))
        return True

    options = replace(job.options, opening=opening)
    try:
        for number in range(job.place, len(job.inputs)):
            if number > job.place:
                passed = 0
                connection.send((INPUT, number))
            for item in expand([job.inputs[number]], options):
                connection.send(item)
        connection.send((END, None))
    except InputRefused as refusal:
        connection.send((BROKEN, (refusal.reason, refusal.detail)))
    except ReportedlyError as error:
        connection.send(error)
    except MemoryError:
        connection.send((BROKEN, (Reason.MEMORY, "")))
    except (BrokenPipeError, ConnectionError):
        return
    except Exception as error:  # noqa: BLE001 (the row of what was open)
        connection.send((BROKEN, (Reason.INTERNAL, fault(error))))
    while True:  # the parent ends this process once it has read what was sent
        time.sleep(60)
