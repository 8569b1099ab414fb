"""Figures as a CSV table: one row a figure, with its range, what and who it counts, where, when, who says so, its words, and
the checks that use it.

In: a `Record`. Out: a line for each figure, in the record's order. What the record does not settle is empty: the range stands
as the words give it, and a best value only where they give one exact number. Refuses, with `CasebookError`, a record whose
ids do not resolve.

The hashtags are those of the Humanitarian Exchange Language, HXL 1.1, `#indicator` and its attributes as the Humanitarian
Data Exchange used them. It is `#indicator` with the kind of figure beside it, and not `#affected+killed`: such a column
invites to be added up, and its rows are claims, several of which count the same people.
"""

import re
from functools import cache
from typing import Any

from reportedly import knowledge
from reportedly.document import Words
from reportedly.export.cells import Cell
from reportedly.export.scene import Scene, division_name, geonames_number
from reportedly.export.tables import BETWEEN, Field, Table, claimed, column, key, keys, places_of_words
from reportedly.record import DocumentRow, Figure, Place, Record, Time
from reportedly.record.kinds import DAY, ID, TEXT, Number, Whole


def _metadata(scene: Scene, figure: Figure) -> Any:
    """What the article's row and the document's metadata both hold, by the same names."""
    return scene.document.metadata


def _place(scene: Scene, figure: Figure) -> Place | None:
    return scene.place(figure.place)


def _period(scene: Scene, figure: Figure) -> Time | None:
    return scene.time(figure.period)


def _day(scene: Scene, figure: Figure, end: int) -> str | None:
    """The first day of a figure's period, or for `end` 1 the last, where its words and those before them name it."""
    time, days = scene.time(figure.period), scene.days(figure.period)
    if time is None or days is None or not named_ends(scene.document.text, time.words)[end]:
        return None
    return days[end].isoformat()


def named_ends(text: str, time: Words) -> tuple[bool, bool]:
    """Whether a count that covers a time begins on its first day, and whether it ends on its last: "since Monday" names a
    beginning, "before Monday" neither. `knowledge/periods.toml` has the words."""
    start = time[0].start
    before = " ".join(text[max(0, start - BEFORE) : start].lower().split())
    found = _leads().search(before) or _leads(first=True).match(time[0].of(text).lower())
    return (found is None or found["begins"] is not None, found is None or found["ends"] is not None)


@cache
def _leads(first: bool = False) -> re.Pattern[str]:
    """The words that say how a period lies to a time, at the end of what stands before it or, for `first`, as its own first."""
    known = knowledge.load("periods")

    def one_of(name: str) -> str:
        return "|".join(re.escape(words) for words in sorted(known[name], key=len, reverse=True))

    lead = "|".join(f"(?P<{name}>{one_of(name)})" for name in ("begins", "ends", "outside"))
    return re.compile(rf"(?:{lead})\b" if first else rf"(?<![\w-])(?:{lead})(?: (?:{one_of('between')}))*$")


def _best(scene: Scene, figure: Figure) -> Cell:
    exact = figure.low is not None and figure.low == figure.high and not figure.approximate
    return Number().show(figure.low, scene.record) if exact else None


def _division(scene: Scene, figure: Figure) -> str | None:
    place = _place(scene, figure)
    return division_name(place) if place is not None else None


def _geonames(scene: Scene, figure: Figure) -> int | None:
    place = _place(scene, figure)
    return geonames_number(place) if place is not None else None


def _whole(scene: Scene, figure: Figure) -> str | None:
    return key(scene, scene.figure(figure.part_of).id) if figure.part_of is not None else None


def _checks(scene: Scene, figure: Figure) -> str:
    return BETWEEN.join(str(key(scene, check.id)) for check in scene.checks(figure.id))


def _hold(scene: Scene, figure: Figure) -> str:
    return BETWEEN.join("true" if check.holds else "false" for check in scene.checks(figure.id))


BEFORE = 40
"""Characters before a time that can say how a period lies to it: more than the longest words of `knowledge/periods.toml`."""

TABLE = Table(
    "figures",
    Figure.HELP,
    (
        *keys(),
        column(DocumentRow, "outlet", of=_metadata, tag="#meta+source"),
        column(DocumentRow, "published", of=_metadata, tag="#date+reported"),
        column(DocumentRow, "title", of=_metadata, tag="#meta+title"),
        column(DocumentRow, "url", of=_metadata, tag="#meta+url"),
        column(Figure, "what", tag="#indicator+type"),
        column(Figure, "low", tag="#indicator+value+low"),
        column(Figure, "high", tag="#indicator+value+high"),
        Field(
            "best", Number(), "The number, where the words give one exact number.", _best, tag="#indicator+value+num"
        ),
        column(Figure, "approximate"),
        column(Figure, "unit", tag="#indicator+unit"),
        column(Figure, "who", tag="#indicator+name"),
        column(Place, "words", of=_place, called="place_words"),
        column(Place, "name", of=_place, called="place", tag="#loc+name"),
        Field("geonames", Whole(), "GeoNames' number of the place.", _geonames, tag="#loc+code+v_geonames"),
        column(Place, "country", of=_place, tag="#country+code+v_iso3"),
        Field("division", TEXT, "The name of the first-order division that it lies in.", _division, tag="#adm1+name"),
        column(Place, "latitude", of=_place, tag="#geo+lat"),
        column(Place, "longitude", of=_place, tag="#geo+lon"),
        column(Time, "words", of=_period, called="period"),
        Field(
            "period_begin", DAY, "The first day of the period, where the words name it.",
            lambda s, f: _day(s, f, 0), tag="#date+start",
        ),
        Field(
            "period_end", DAY, "The last day of the period, itself included, where the words name it.",
            lambda s, f: _day(s, f, 1), tag="#date+end",
        ),
        column(Figure, "as_of", tag="#date+as_of"),
        column(Figure, "tally", tag="#indicator+tally"),
        column(Figure, "method", tag="#meta+method"),
        Field("part_of", ID, "The `id` of the figure of which this one is a part.", _whole, refers="figures"),
        *claimed(lambda figure: figure.within),
        column(Figure, "words", tag="#description+words"),
        *places_of_words(),
        Field("checks", TEXT, "The ids of the checks that use it.", _checks),
        Field("checks_hold", TEXT, "Whether they hold: `true` or `false` for each of `checks`.", _hold),
        column(Figure, "made_by"),
    ),
    lambda record: record.figures,
)  # fmt: skip

HEADER, HASHTAGS = TABLE.header, TABLE.hashtags


def as_figures(record: Record) -> str:
    """The figures of a record, a line each; empty where it has none."""
    return "\n".join(TABLE.lines(Scene(record)))
