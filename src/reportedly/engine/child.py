"""What both kinds of child process share: how one is started, and how it behaves from its first line on.

In: a function and its arguments. Out: a process with a pipe to it. A child writes nothing to the terminal, leaves
Ctrl-C to its parent, uses one thread, keeps to a limit of memory, and ends when its parent has ended.
"""

import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
"""Workers are many, so each has one thread; and sums whose order hangs on threads are not the same twice."""


class Child:
    """A process that runs `target(connection, *arguments)`, and this end of the connection."""

    def __init__(self, target: Callable[..., None], *arguments: Any) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=target, args=(theirs, *arguments), daemon=True)
        try:
            with _for_children():
                self._process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            theirs.close()

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self.connection.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    def ended(self) -> str:
        """How it ended, in words, once its connection is closed at its end."""
        self._process.join(5)
        code = self._process.exitcode
        if code is None:
            return "it closed its pipe"
        return f"it was ended by signal {-code}" if code < 0 else f"it ended with code {code}"


@contextmanager
def _for_children() -> Iterator[None]:
    """Inside, a process that is started inherits one thread for each library, and no Ctrl-C."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    masked = hasattr(signal, "pthread_sigmask")
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masked else set()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        if masked:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def behave() -> None:
    """What a child does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def limit_memory(above: int) -> None:
    """From now on, this process may take `above` bytes more than it has; what asks for more gets `MemoryError`, or
    ends the process. Where the system does not say what a process has, there is no limit."""
    try:
        import resource

        with open("/proc/self/statm", "rb") as file:
            held = int(file.read().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = held + above if hard == resource.RLIM_INFINITY else min(held + above, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    except (ImportError, OSError, ValueError):
        return


@contextmanager
def ending_after(seconds: int) -> Iterator[None]:
    """Inside, this process ends by itself after `seconds`, even where no Python code can run any more: a parent that
    was killed cannot end a child that hangs."""
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def receive(connection: Connection) -> Any:
    """The next message, or the end of this process where there is none to come."""
    try:
        return connection.recv()
    except (EOFError, OSError):
        sys.exit(0)
