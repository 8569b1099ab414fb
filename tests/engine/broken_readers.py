"""A reader that cannot be made ready: what its `pipeline` says happens as it warms up."""

import os

from reportedly.casebook import Outcome
from reportedly.errors import Misuse
from reportedly.ingest import Options, Source


def warm_up(pipeline: str | None) -> None:
    """Fail in one of three ways."""
    if pipeline == "missing":
        raise Misuse("the language pipeline missing is not installed")
    if pipeline == "fault":
        raise ValueError("a fault of the program")
    os.abort()


def read_one(source: Source, options: Options, pipeline: str | None) -> Outcome:
    """Never reached."""
    raise AssertionError
