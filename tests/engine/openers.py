"""Openers for the engine's tests: an input is a list of names, each opened in turn; some end the process."""

import os
import time
from collections.abc import Iterable, Iterator

from reportedly.errors import Misuse
from reportedly.ingest import Options, Source
from reportedly.record import SourceRow


def expand(inputs: Iterable[str], options: Options) -> Iterator[Source | SourceRow]:
    """`a,b` gives the articles a and b, then its own row."""
    for name in inputs:
        for member in name.split(","):
            source = Source(member, data=b"report", parent=name)
            if options.opening is not None and not options.opening(source):
                continue
            if member.startswith("crash"):
                yield Source(f"{member}#1", data=b"report", parent=member)
                os.abort()
            if member.startswith("hang"):
                time.sleep(600)
            if member.startswith("memory"):
                bytearray(2_000_000_000)
            if member.startswith("fault"):
                raise ValueError("a fault of the program")
            if member.startswith("misuse"):
                raise Misuse("there is no such format")
            yield source
        if name.endswith("end-crash"):
            os.abort()
        yield SourceRow(name=name, state="read")
