"""What happened, and how much: the tables `events`, `figures` and `checks`."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from reportedly.document import Words
from reportedly.record import vocabulary as v
from reportedly.record.kinds import (
    CONFIDENCE,
    DAY,
    FLAG,
    ID,
    TEXT,
    WORDS,
    WORDS_LIST,
    Choice,
    Number,
    Reference,
    References,
)  # fmt: skip
from reportedly.record.row import Row, column

WITHIN = "The attribution that claims it; empty where the outlet says it in its own voice."


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Row):
    """One thing that somebody does to, with or about somebody, of one of PLOVER's 16 types."""

    TABLE: ClassVar[str] = "events"
    HELP: ClassVar[str] = "Each thing that somebody does to, with or about somebody, of one of PLOVER's 16 types."
    PREFIX: ClassVar[str] = "e"

    id: str = column(ID, "The row's id, made from its words.", required=True)
    words: Words = column(WORDS, "The trigger: the shortest words that name the event.", required=True)
    mentions: tuple[Words, ...] = column(WORDS_LIST, "The other places of the article that name the same event.")
    type: str = column(Choice(of=v.EVENT_TYPES), "PLOVER's type.", required=True)
    mode: str | None = column(TEXT, "PLOVER's mode of that type, where the text supports one.")
    actor: tuple[str, ...] = column(
        References(table="actors", labelled=True), "Who does it; empty where the text names none."
    )
    recipient: tuple[str, ...] = column(References(table="actors", labelled=True), "To whom it is done.")
    place: str | None = column(Reference(table="places", labelled=True), "Where, if the text says so of this event.")
    date: str | None = column(Reference(table="times", labelled=True), "When, if the text says so of this event.")
    status: str = column(
        Choice(of=v.STATUSES), "Whether it happened, and if not, how the text speaks of it.", required=True
    )
    within: str | None = column(Reference(table="attributions"), WITHIN)
    made_by: str = column(TEXT, "The rule or model that made the row.", required=True)
    confidence: float | None = column(CONFIDENCE, "For a model, its calibrated confidence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Row):
    """One reported quantity that a ledger of the story would keep."""

    TABLE: ClassVar[str] = "figures"
    HELP: ClassVar[str] = "Each reported quantity of people, money or days that a ledger of the story would keep."
    PREFIX: ClassVar[str] = "f"

    id: str = column(ID, "The row's id, made from its words.", required=True)
    words: Words = column(WORDS, "The quantity and its noun.", required=True)
    low: float | None = column(Number(), "The least that the words allow; empty where they set no lower bound.")
    high: float | None = column(Number(), "The most that the words allow; empty where they set no upper bound.")
    approximate: bool = column(FLAG, "Whether the words say that it is rough.", required=True)
    unit: str | None = column(
        TEXT, "What is counted when it is not people or things: a currency's code, `day`, `percent`."
    )
    what: str = column(Choice(of=v.FIGURE_KINDS), "What happened to those counted.", required=True)
    who: Words = column(WORDS, "The counted population, in the text's words.")
    place: str | None = column(Reference(table="places", labelled=True), "Where.")
    period: str | None = column(Reference(table="times", labelled=True), "The time that the count covers.")
    as_of: date | None = column(DAY, "The day that the count describes.")
    tally: str | None = column(
        Choice(of=v.TALLIES),
        "Whether the words count one `incident` or are a `running` total; empty where they do not say.",
        since=4,
    )
    method: Words = column(
        WORDS, "How it was counted, in the text's words: records, a survey, satellite images.", since=4
    )
    part_of: str | None = column(Reference(table="figures"), "The figure of which this one is a part.")
    within: str | None = column(Reference(table="attributions"), WITHIN)
    made_by: str = column(TEXT, "The rule that made the row.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Row):
    """A check that arithmetic allows between figures of one article. It says what adds up; it corrects nothing."""

    TABLE: ClassVar[str] = "checks"
    HELP: ClassVar[str] = "Each check that arithmetic allows between figures of the article."
    PREFIX: ClassVar[str] = "c"

    id: str = column(ID, "The row's id, made from its figures.", required=True)
    kind: str = column(
        Choice(of=v.CHECK_KINDS),
        "Parts against a total, a part against its whole, a share against its base, a range against its best value, an "
        "earlier total against a later one.",
        required=True,
    )
    figures: tuple[str, ...] = column(
        References(table="figures"), "The figures that it used, the total or whole first.", required=True
    )
    holds: bool = column(FLAG, "Whether the figures fit.", required=True)
    words: str = column(TEXT, "The sum in words, such as `35 + 22 + 2 = 59`.", required=True)
    made_by: str = column(TEXT, "The rule that made the row.", required=True)
