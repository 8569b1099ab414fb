"""What became of one input: its row of the account and, where it gave one, the record.

In: a `SourceRow` and a `Record`. Out: the pair that the engine hands over and a casebook stores.
"""

from dataclasses import dataclass

from reportedly.record import Record, SourceRow


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input's end: `record` is there exactly where `source` is `read` and names its article."""

    source: SourceRow
    record: Record | None = None
