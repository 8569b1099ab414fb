"""The command line: verbs that parse arguments, call the rest of the program, and print.

In: arguments. Out: results on standard output, everything else (progress, remarks, errors) on standard error, and one
of the codes in `ExitCode`. Heavy packages are imported when a verb needs them.
"""

from reportedly.cli.codes import ExitCode
from reportedly.cli.front import main
from reportedly.cli.reference import reference

__all__ = ["ExitCode", "main", "reference"]
