"""A record as the exports of rows ask it: rows by their ids, who claims what, days, places' codes, sentences, checks.

In: a `Record`. Out: answers in plain values; what the record does not settle is None or empty. Refuses, with
`CasebookError`, a reference that leads to no row.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TypeVar

from reportedly import knowledge
from reportedly.document import Span, Words
from reportedly.export.json import unresolved
from reportedly.export.sentences import sentences
from reportedly.knowledge.gazetteer import states
from reportedly.knowledge.gazetteer_file import read_json
from reportedly.record import Actor, Attribution, Check, Figure, Place, Record, Row, Time

LOOSE = {
    "APPROX",
    "MORE_THAN",
    "LESS_THAN",
    "EQUAL_OR_MORE",
    "EQUAL_OR_LESS",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
}
"""TIMEX3's modifiers by which a time is not the days that its value names."""

OUTLET = "outlet"
"""Stands in a chain for an outlet whose name is not known, as in the record's own chains."""

_COUNTY = re.compile(r"place:us-\d+")

_Row = TypeVar("_Row", bound=Row)


class Scene:
    """One record, ready to be asked."""

    def __init__(self, record: Record) -> None:
        self.record, self.document = record, record.document
        self.id = record.document.id  # a hash of the whole text: made once
        self._actors = {a.id: a for a in record.actors}
        self._said = {a.id: a for a in record.attributions}
        self._places = {p.id: p for p in record.places}
        self._times = {t.id: t for t in record.times}
        self._figures = {f.id: f for f in record.figures}
        self._sentences = sentences(record.document)
        self._begins = [s.start for s in self._sentences]
        self._uses: dict[str, list[Check]] = {}
        for check in record.checks:
            for figure in dict.fromkeys(check.figures):
                self._uses.setdefault(figure, []).append(check)
        self._outlet = record.document.metadata.outlet or OUTLET

    def actors(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """The actors of these ids."""
        return tuple(self._row(self._actors, i) for i in ids)

    def place(self, id: str | None) -> Place | None:
        """The place of this id."""
        return self._row(self._places, id) if id is not None else None

    def actor(self, id: str | None) -> Actor | None:
        """The actor of this id."""
        return self._row(self._actors, id) if id is not None else None

    def attribution(self, id: str | None) -> Attribution | None:
        """The attribution of this id."""
        return self._row(self._said, id) if id is not None else None

    def time(self, id: str | None) -> Time | None:
        """The time of this id."""
        return self._row(self._times, id) if id is not None else None

    def figure(self, id: str) -> Figure:
        """The figure of this id."""
        return self._row(self._figures, id)

    def checks(self, figure: str) -> tuple[Check, ...]:
        """The checks that use a figure."""
        return tuple(self._uses.get(figure, ()))

    def chain(self, within: str | None) -> tuple[str, ...]:
        """Who claims what stands in an attribution, from the outlet inwards; the outlet alone outside of any."""
        row = self.attribution(within)
        return row.chain if row is not None else (self._outlet,)

    def chain_text(self, within: str | None) -> str:
        """The chain as one text, `>` between its names."""
        return ">".join(name.replace(">", "›") for name in self.chain(within))

    def days(self, id: str | None) -> tuple[date, date] | None:
        """The first and the last day of a time, where its words name just these days."""
        time = self.time(id)
        if time is None or time.begin is None or time.end is None or time.mod in LOOSE:
            return None
        return time.begin, time.end

    def time_words(self, id: str | None) -> str | None:
        """A time's words."""
        time = self.time(id)
        return self.record.words(time.words) if time is not None else None

    def sentence(self, at: int) -> Span:
        """The sentence that holds the character at `at`; what stands between sentences goes to the one before."""
        return self._sentences[max(0, bisect_right(self._begins, at) - 1)]

    def words(self, words: Words) -> str:
        """The article's words."""
        return self.record.words(words)

    def _row(self, rows: dict[str, _Row], id: str) -> _Row:
        if id not in rows:
            raise unresolved(self.record, id)
        return rows[id]


def ends(words: Words) -> tuple[int, int]:
    """Where words begin and where their last piece ends, in code points."""
    return words[0].start, words[-1].end


def country_name(code: str | None) -> str | None:
    """A country's name by its ISO 3166-1 alpha-3 code."""
    known = knowledge.load("countries").get(code) if code else None
    return str(known["name"]) if known else None


def division_name(place: Place) -> str | None:
    """The name of the first-order division that a place lies in."""
    if place.division is None:
        return place.name if place.kind == "division" else None
    country, _, code = place.division.partition(".")
    if country == "US":
        return _states().get(code)
    name = knowledge.load("divisions")["names"].get(place.division)
    return str(name) if name else None


def is_county(place: Place) -> bool:
    """Whether a place is a county of the United States, a second-order division, by the gazetteer's id."""
    return place.kind == "region" and bool(_COUNTY.fullmatch(place.gazetteer or ""))


def geonames_number(place: Place) -> int | None:
    """GeoNames' number of a place that it knows."""
    scheme, _, number = (place.gazetteer or "").partition(":")
    return int(number) if scheme == "geonames" and number.isdecimal() else None


@cache
def fips() -> dict[str, str]:
    """FIPS 10-4 codes of countries by ISO 3166-1 alpha-3 (GeoNames), for those that have one."""
    return {str(row["iso3"]): str(row["fips"]) for row in read_json("countries").values() if row["fips"]}


@cache
def _states() -> dict[str, str]:
    return {code: name for name, code in states().items()}


def spans_of(words: Words, mentions: Iterable[Words]) -> Iterator[Span]:
    """Every piece of an event's words and mentions."""
    for held in (words, *mentions):
        yield from held
