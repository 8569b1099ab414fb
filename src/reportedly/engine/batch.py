"""One article from source to outcome, and a batch of them, in this process.

In: a `Source`. Out: its `Outcome`, whatever happens: a refusal is a row with its reason, a fault of this program a row
with the reason `internal` and the fault's kind and place. This is the one place of the program, beside the front
doors, that catches every exception.
"""

import traceback
from collections.abc import Sequence
from dataclasses import replace

from reportedly.casebook import Outcome
from reportedly.casebook.arrow import tables_of
from reportedly.document import Document
from reportedly.errors import InputRefused, Misuse, Reason, State
from reportedly.ingest import Options, Source, load
from reportedly.ingest.source import digest_of
from reportedly.record import SourceRow


def warm_up(pipeline: str | None) -> None:
    """Load what reading needs, so that the first article's time is its own. Raises `Misuse` as `pipeline.read`."""
    from reportedly import pipeline as layers

    layers.read(Document("A word."), pipeline)


def read_batch(sources: Sequence[Source], options: Options, pipeline: str | None = None) -> list[Outcome]:
    """The outcome of each source, in their order. Raises `Misuse` for a language pipeline that is not installed."""
    return [read_one(source, options, pipeline) for source in sources]


def read_one(source: Source, options: Options, pipeline: str | None = None) -> Outcome:
    """The outcome of one source. Raises `Misuse` for a language pipeline that is not installed, and nothing else."""
    row = row_of(source)
    try:
        if source.data is not None or source.path is not None:
            data = source.read_bytes()
            row = replace(row, bytes_hash=digest_of(data), size=len(data))
            source = replace(source, data=data)
        document = load(source, options)
        from reportedly import pipeline as layers

        record = layers.read(document, pipeline)
        tables_of([record])  # what a casebook could not store must not get there
    except InputRefused as refusal:
        return Outcome(refused(row, refusal.reason, refusal.detail))
    except Misuse:
        raise
    except MemoryError:
        return Outcome(refused(row, Reason.MEMORY))
    except Exception as error:  # noqa: BLE001 (an outcome like any other)
        return Outcome(refused(row, Reason.INTERNAL, fault(error)))
    read = replace(
        row, state=State.READ, document=document.id, bytes_hash=row.bytes_hash or document.source_hash or None
    )
    return Outcome(read, record)


def row_of(source: Source) -> SourceRow:
    """The row of a source that waits."""
    return SourceRow(name=source.name, parent=source.parent, format=source.format, state=State.PENDING)


def refused(row: SourceRow, reason: Reason, detail: str = "") -> SourceRow:
    """A source's row once there is a reason why it gives no record."""
    return replace(row, state=InputRefused(reason).state, reason=reason.value, detail=detail or None, document=None)


def fault(error: Exception) -> str:
    """The kind of an unforeseen error and the place in this program where it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "reportedly" in f.filename] or list(frames)
    place = own[-1].filename.replace("\\", "/").rpartition("reportedly/")[2] if own else "unknown"
    return f"{type(error).__name__} at {place}:{own[-1].lineno}" if own else type(error).__name__


def unchanged(source: Source, known: str) -> bool:
    """Whether a source's bytes are those of the hash `known`."""
    try:
        return digest_of(source.read_bytes()) == known
    except InputRefused:
        return False
