"""What the command's exit code says. The codes are a closed, documented list."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    FINE = 0
    WRONG = 1
    USAGE = 2
    SOME_FAILED = 3
    FAULT = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141


MEANINGS: dict[ExitCode, str] = {
    ExitCode.FINE: "what was asked for was done",
    ExitCode.WRONG: "it could not be done: nothing was read or found, a casebook cannot be used, or `verify` found "
    "something wrong",
    ExitCode.USAGE: "the command does not exist or was given what it does not take",
    ExitCode.SOME_FAILED: "`read` and `demo`: some articles were read, and some inputs failed",
    ExitCode.FAULT: "the program has a fault; please report it",
    ExitCode.INTERRUPTED: "it was interrupted; what was written to a casebook until then is kept",
    ExitCode.PIPE_CLOSED: "whoever read the output stopped reading",
}
"""For each code, its sentence in the help and the docs."""
