"""When, where and in whose words: the tables `times`, `places` and `wording`."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from reportedly.document import Words
from reportedly.record import vocabulary as v
from reportedly.record.kinds import CONFIDENCE, COUNTRY, DAY, ID, TEXT, TIMEX, WORDS, Choice, Number, Reference
from reportedly.record.row import Row, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Row):
    """A time that the text names, as TIMEX3."""

    TABLE: ClassVar[str] = "times"
    HELP: ClassVar[str] = "Each time that the text names, counted from the publication day."
    PREFIX: ClassVar[str] = "t"

    id: str = column(ID, "The row's id, made from its words.", required=True)
    words: Words = column(WORDS, "The words that name it.", required=True)
    type: str = column(Choice(of=v.TIME_TYPES), "TIMEX3's type.", required=True)
    value: str | None = column(TIMEX, "TIMEX3's value; empty where it hangs on a day that is not known.")
    mod: str | None = column(TEXT, "TIMEX3's modifier, such as START, MID, END, APPROX, BEFORE.")
    begin: date | None = column(DAY, "The first day of the time; empty where none is known.", since=2)
    end: date | None = column(DAY, "The last day of the time, itself included; empty where none is known.", since=2)
    precision: str | None = column(
        Choice(of=v.PRECISIONS), "The unit that the words name: how wide `begin` to `end` is meant.", since=2
    )
    begin_point: str | None = column(
        TIMEX, "For a duration that is fixed in time, TIMEX3's beginPoint: the value that it begins at.", since=2
    )
    end_point: str | None = column(
        TIMEX, "For a duration that is fixed in time, TIMEX3's endPoint: the value that it ends at.", since=2
    )
    made_by: str = column(TEXT, "The rule that made the row.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Row):
    """A place that the text names as a place, not as an actor."""

    TABLE: ClassVar[str] = "places"
    HELP: ClassVar[str] = (
        "Each place that the text names as a place; a city that stands for a government is an actor's name."
    )
    PREFIX: ClassVar[str] = "l"

    id: str = column(ID, "The row's id, made from its words.", required=True)
    words: Words = column(WORDS, "The words that name it.", required=True)
    name: str | None = column(TEXT, "The gazetteer's name; empty where the text does not settle which place it is.")
    kind: str | None = column(Choice(of=v.PLACE_KINDS), "What sort of place it is.")
    gazetteer: str | None = column(ID, "The gazetteer's id: GeoNames' number, or our own word for what it lacks.")
    latitude: float | None = column(Number(least=-90, most=90), "North of the equator.", unit="degrees, WGS 84")
    longitude: float | None = column(Number(least=-180, most=180), "East of Greenwich.", unit="degrees, WGS 84")
    country: str | None = column(COUNTRY, "The country that it lies in.")
    division: str | None = column(TEXT, "The first-order division that it lies in, by its gazetteer's code or name.")
    confidence: float | None = column(
        CONFIDENCE, "How likely it is that this is the place that is meant; empty where none was chosen.", since=2
    )
    made_by: str = column(TEXT, "The rule that made the row.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Row):
    """A word that judges, hedges, softens or labels."""

    TABLE: ClassVar[str] = "wording"
    HELP: ClassVar[str] = "Each occurrence of words that judge, hedge, soften or label."
    PREFIX: ClassVar[str] = "w"

    id: str = column(ID, "The row's id, made from its words.", required=True)
    words: Words = column(WORDS, "The words.", required=True)
    kind: str = column(Choice(of=v.WORDING_KINDS), "What they do.", required=True)
    target: str | None = column(Reference(table="actors", labelled=True), "The actor that they colour.")
    voice: str | None = column(
        Reference(table="attributions"), "The attribution in which they stand; empty in the outlet's voice."
    )
    made_by: str = column(TEXT, "The rule that made the row.", required=True)
