"""Readers for the engine's tests, as worker processes import them: what a source says decides what happens to it.

`read_one` gives a record made by hand for `report N`; other words crash, hang or eat memory.
"""

import os
import time

from reportedly.casebook import Outcome
from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.engine.batch import refused, row_of
from reportedly.errors import Reason
from reportedly.ingest import Options, Source
from reportedly.ingest.source import digest_of
from reportedly.record import Record, SourceRow, Time


def warm_up(pipeline: str | None) -> None:
    """Nothing is loaded."""


def read_one(source: Source, options: Options, pipeline: str | None) -> Outcome:
    """What the words of a source ask for."""
    data = source.read_bytes()
    text = data.decode()
    kind = text.split()[0] if text.split() else "empty"
    hashed = {"bytes_hash": digest_of(data), "size": len(data)}
    row = row_of(source)
    if kind == "crash":
        os.abort()
    if kind == "hang":
        while True:
            time.sleep(1)
    if kind == "memory":
        held = [bytearray(50_000_000) for _ in range(200)]
        return Outcome(refused(row, Reason.INTERNAL, f"{len(held)} blocks were given"))
    if kind == "slow":
        time.sleep(0.3)
    if kind == "empty":
        return Outcome(refused(row, Reason.EMPTY))
    document = Document(
        text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Metadata(outlet=options.outlet), hashed["bytes_hash"]
    )
    times = tuple(
        Time(id=f"t{n}", words=(Span(n, n + 1),), type="DATE", made_by="hand") for n in range(min(5, len(text)))
    )
    read = SourceRow(
        name=source.name, parent=source.parent, format=source.format, state="read", document=document.id, **hashed
    )
    return Outcome(read, Record(document, "readers", times=times))
