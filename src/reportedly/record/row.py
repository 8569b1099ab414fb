"""What a table's class is made of: columns that carry their own documentation, and the row that holds them."""

import hashlib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar

from reportedly.record.kinds import Kind


@dataclass(frozen=True, slots=True)
class Column:
    """A column as every derived copy (Arrow, DuckDB, JSON, docs) sees it."""

    name: str
    kind: Kind
    help: str
    since: int
    required: bool
    unit: str


def column(
    kind: Kind, help: str, *, since: int = 1, required: bool = False, unit: str = "", default: Any = MISSING
) -> Any:
    """A column of a table. `since` is the schema version that it came with; `required` forbids empty values."""
    meta = {"kind": kind, "help": help, "since": since, "required": required, "unit": unit}
    if default is MISSING and not required:
        default = () if kind.arrow.startswith("list") else None
    return field(metadata=meta) if default is MISSING else field(default=default, metadata=meta)


class Row:
    """A row of a table of the record. Subclasses are frozen dataclasses whose fields are made by `column`."""

    TABLE: ClassVar[str]
    HELP: ClassVar[str]
    PREFIX: ClassVar[str] = ""
    __slots__ = ()

    @classmethod
    def columns(cls) -> Iterator[Column]:
        """The columns in order."""
        for f in fields(cls):  # type: ignore[arg-type]
            yield Column(name=f.name, **{k: f.metadata[k] for k in ("kind", "help", "since", "required", "unit")})

    def problems(self) -> Iterator[str]:
        """What is wrong with this row by its columns' kinds, a sentence each."""
        for c in self.columns():
            value = getattr(self, c.name)
            if value in (None, "", ()):
                if c.required:
                    yield f"{self.TABLE}.{c.name} is empty"
            elif problem := c.kind.check(value):
                yield f"{self.TABLE}.{c.name}: {problem}"


def row_id(prefix: str, *parts: object) -> str:
    """An id made from content: `prefix` and eight hexadecimal digits of the hash of `parts`."""
    return prefix + hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def place_key(*words: tuple[tuple[int, int], ...]) -> str:
    """Spans as text for `row_id`: the same places, the same key."""
    return ";".join(",".join(f"{s[0]}-{s[1]}" for s in w) for w in words)
