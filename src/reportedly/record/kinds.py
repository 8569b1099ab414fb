"""The kinds of value that a column can hold: each cleans, checks, and says how it is stored and shown.

A kind knows three things: which Python value a row carries (`check`), which Arrow type a casebook stores
(`arrow`, with `store` and `restore` between them), and what leaves the program (`show`, which fills in words).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from reportedly.document import Span


class Shown(Protocol):
    """What `show` needs of a record: its text, and the names behind its ids."""

    def words(self, spans: Sequence[Span]) -> str:
        """The words that spans cover."""

    def label(self, table: str, row_id: str) -> str:
        """A row's name for people: an actor's name, a place's or time's words."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value. `name` is what the docs call it; `arrow` is the Arrow type by name."""

    name: str = "text"
    arrow: str = "string"

    def check(self, value: Any) -> str | None:
        """What is wrong with `value`, in words, or None. Empty values are checked by the column, not here."""
        return None if isinstance(value, str) else f"{value!r} is not text"

    def store(self, value: Any) -> Any:
        """The value as Arrow takes it."""
        return value

    def restore(self, value: Any) -> Any:
        """The row's value from what `store` gave."""
        return value

    def show(self, value: Any, record: Shown) -> Any:
        """The value as it leaves the program, in JSON's terms."""
        return value

    def describe(self) -> str:
        """What the docs say of the kind."""
        return self.name


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a closed vocabulary."""

    name: str = "choice"
    of: tuple[str, ...] = ()

    def check(self, value: Any) -> str | None:
        return None if value in self.of else f"{value!r} is none of {', '.join(self.of)}"

    def describe(self) -> str:
        return "one of " + ", ".join(f"`{v}`" for v in self.of)


@dataclass(frozen=True, slots=True)
class Choices(Choice):
    """Several of a closed vocabulary, in order and without repetition."""

    name: str = "choices"
    arrow: str = "list<string>"

    def check(self, value: Any) -> str | None:
        wrong = [v for v in value if v not in self.of]
        return f"{wrong!r} is not in the vocabulary" if wrong else None

    def store(self, value: Any) -> Any:
        return list(value)

    def restore(self, value: Any) -> Any:
        return tuple(value or ())

    def show(self, value: Any, record: Shown) -> Any:
        return list(value)

    def describe(self) -> str:
        return "several of " + ", ".join(f"`{v}`" for v in self.of)


@dataclass(frozen=True, slots=True)
class Pattern(Kind):
    """Text of a given form, such as a day, a TIMEX3 value or a country."""

    form: str = ""
    example: str = ""

    def check(self, value: Any) -> str | None:
        if isinstance(value, str) and re.fullmatch(self.form, value):
            return None
        return f"{value!r} is not {self.name}, such as {self.example}"

    def describe(self) -> str:
        return f"{self.name}, such as `{self.example}`"


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A calendar day, carried as `datetime.date`."""

    name: str = "day"
    arrow: str = "date32"

    def check(self, value: Any) -> str | None:
        return None if isinstance(value, date) else f"{value!r} is not a day"

    def show(self, value: Any, record: Shown) -> Any:
        return value.isoformat() if value else None


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """True or false."""

    name: str = "true or false"
    arrow: str = "bool"

    def check(self, value: Any) -> str | None:
        return None if isinstance(value, bool) else f"{value!r} is neither true nor false"


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number from `least` up."""

    name: str = "whole number"
    arrow: str = "int64"
    least: int = 0

    def check(self, value: Any) -> str | None:
        right = isinstance(value, int) and not isinstance(value, bool) and value >= self.least
        return None if right else f"{value!r} is not a whole number from {self.least} up"


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A number between `least` and `most`, whole where it can be."""

    name: str = "number"
    arrow: str = "double"
    least: float = float("-inf")
    most: float = float("inf")

    def check(self, value: Any) -> str | None:
        right = isinstance(value, int | float) and not isinstance(value, bool) and self.least <= value <= self.most
        return None if right else f"{value!r} is not a number between {self.least} and {self.most}"

    def store(self, value: Any) -> Any:
        return None if value is None else float(value)

    def restore(self, value: Any) -> Any:
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def show(self, value: Any, record: Shown) -> Any:
        return self.restore(value)


@dataclass(frozen=True, slots=True)
class WordsKind(Kind):
    """Words of the article, carried as spans and shown with their characters."""

    name: str = "words"
    arrow: str = "list<struct<start: int32, end: int32>>"

    def check(self, value: Any) -> str | None:
        if not isinstance(value, tuple):
            return f"{value!r} is not a tuple of spans"
        last = -1
        for span in value:
            if not 0 <= span[0] < span[1]:
                return f"the span {tuple(span)} is empty or turned round"
            if span[0] < last:
                return f"the span {tuple(span)} overlaps the one before or is out of order"
            last = span[1]
        return None

    def store(self, value: Any) -> Any:
        return [{"start": s[0], "end": s[1]} for s in value]

    def restore(self, value: Any) -> Any:
        return tuple(Span(s["start"], s["end"]) for s in value or ())

    def show(self, value: Any, record: Shown) -> Any:
        return {"words": record.words(value), "spans": [list(s) for s in value]} if value else None


@dataclass(frozen=True, slots=True)
class WordsList(WordsKind):
    """Several places of the article, each of one or more spans."""

    name: str = "list of words"
    arrow: str = "list<list<struct<start: int32, end: int32>>>"

    def check(self, value: Any) -> str | None:
        problems = (WordsKind.check(self, v) for v in value)
        return next((p for p in problems if p), None)

    def store(self, value: Any) -> Any:
        return [WordsKind.store(self, v) for v in value]

    def restore(self, value: Any) -> Any:
        return tuple(WordsKind.restore(self, v) for v in value or ())

    def show(self, value: Any, record: Shown) -> Any:
        return [WordsKind.show(self, v, record) for v in value]


@dataclass(frozen=True, slots=True)
class Reference(Kind):
    """The id of a row of `table`. Shown as the id, with the row's words where `labelled`."""

    name: str = "reference"
    table: str = ""
    labelled: bool = False

    def show(self, value: Any, record: Shown) -> Any:
        return {"id": value, "words": record.label(self.table, value)} if value and self.labelled else value

    def describe(self) -> str:
        return f"an id of `{self.table}`"


@dataclass(frozen=True, slots=True)
class References(Reference):
    """Ids of rows of `table`, in text order; shown as names where `labelled`."""

    name: str = "references"
    arrow: str = "list<string>"

    def check(self, value: Any) -> str | None:
        return (
            None
            if isinstance(value, tuple) and all(isinstance(v, str) for v in value)
            else f"{value!r} is no tuple of ids"
        )

    def store(self, value: Any) -> Any:
        return list(value)

    def restore(self, value: Any) -> Any:
        return tuple(value or ())

    def show(self, value: Any, record: Shown) -> Any:
        return [record.label(self.table, v) if self.labelled else v for v in value]

    def describe(self) -> str:
        return f"ids of `{self.table}`" + (", shown as their names" if self.labelled else "")


@dataclass(frozen=True, slots=True)
class Names(References):
    """Names in an order that means something, such as a chain from the outlet inwards."""

    name: str = "list of names"

    def show(self, value: Any, record: Shown) -> Any:
        return list(value)

    def describe(self) -> str:
        return self.name


TEXT = Kind()
ID = Kind(name="id")
DAY = Day()
FLAG = Flag()
WORDS = WordsKind()
WORDS_LIST = WordsList()
NAMES = Names()
CONFIDENCE = Number(name="confidence from 0 to 1", least=0, most=1)
COUNTRY = Pattern(name="an ISO 3166-1 alpha-3 code, or IGO for international bodies", form="[A-Z]{3}", example="QAT")
TIMEX = Pattern(
    name="a TIMEX3 value",
    form=(
        r"(PAST|PRESENT|FUTURE)_REF|P(T?[\dX.]+(Y|M|W|D|H|S|WE|DT|NI|MO|AF|EV|Q|DE|CE|WD|QD))+"
        r"|P[\dX]+[YMWD]T[\dX]+[HMS]|BC\d{4}|T(\d\d(:\d\d){0,2}|MO|AF|EV|NI|DT|MI)"
        r"|[\dX]{2,4}(-(\d\d|XX|W[\dX]{2}|Q[1-4X]|H[12]|SP|SU|FA|WI)(-(\d\d|XX|[1-7]|WE))?)?"
        r"(T(\d\d(:\d\d){0,2}(Z|[+-]\d\d(:?\d\d)?)?|MO|AF|EV|NI|DT|MI))?"
    ),
    example="2025-03-05",
)
