"""The front door: from the command's arguments to its exit code, with no traceback on the way.

In: arguments. Out: an `ExitCode`. What was refused is said in one sentence on standard error; so is a fault of the
program, which shows its traceback where the environment variable `REPORTEDLY_DEBUG` is 1.
"""

import os
import sys
import traceback
from collections.abc import Sequence

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import remark
from reportedly.errors import Misuse, ReportedlyError

ISSUES = "the project's issue tracker"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments`, by default those of the process; its exit code."""
    _prepare_streams()
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        remark("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return ExitCode.PIPE_CLOSED
    except Misuse as error:
        return _failed(str(error), ExitCode.USAGE)
    except ReportedlyError as error:
        return _failed(str(error), ExitCode.WRONG)
    except Exception as error:  # noqa: BLE001 (the front door)
        return _unforeseen(error)
    return code


def _run(arguments: list[str]) -> int:
    from typer import Exit

    from reportedly.cli.app import command

    try:
        with command().make_context("reportedly", arguments) as context:
            return int(command().invoke(context) or ExitCode.FINE)
    except Exit as end:
        return int(end.exit_code)


def _unforeseen(error: Exception) -> int:
    """The end after an error that no part of this package raises on purpose; the parser's own are among them."""
    if hasattr(error, "format_message"):
        path = getattr(getattr(error, "ctx", None), "command_path", "reportedly")
        message = " ".join(str(error.format_message()).split())
        return _failed(f"{path}: {message} Try `{path} --help`.", ExitCode.USAGE)
    if os.environ.get("REPORTEDLY_DEBUG") == "1":
        traceback.print_exception(error)
    elif isinstance(error, OSError) and error.strerror:
        where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
        return _failed(f"{where}{error.strerror}", ExitCode.WRONG)
    return _failed(
        f"the program has a fault ({type(error).__name__}); please report it to {ISSUES}, with what "
        "REPORTEDLY_DEBUG=1 shows",
        ExitCode.FAULT,
    )


def _failed(sentence: str, code: ExitCode) -> int:
    remark(sentence)
    return code


def _prepare_streams() -> None:
    """Results are UTF-8 wherever they go but to a terminal of another encoding; nothing fails for a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")


def _forget_output() -> None:
    """Let what is still held back for a closed pipe go nowhere, so that the interpreter ends in peace."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
