"""Who said what: the tables `attributions` and `actors`."""

from dataclasses import dataclass
from typing import ClassVar

from reportedly.document import Words
from reportedly.record import vocabulary as v
from reportedly.record.kinds import (
    CONFIDENCE,
    COUNTRY,
    ID,
    NAMES,
    TEXT,
    WORDS,
    WORDS_LIST,
    Choice,
    Reference,
    References,
)
from reportedly.record.row import Row, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Row):
    """One place where the text assigns a statement, belief, intention, question or demand to a source."""

    TABLE: ClassVar[str] = "attributions"
    HELP: ClassVar[str] = (
        "Each place where the text assigns a statement, belief, intention, question or demand to a source."
    )
    PREFIX: ClassVar[str] = "a"

    id: str = column(ID, "The row's id, made from its words.", required=True)
    source: Words = column(WORDS, "The words that name who says it; empty where the text leaves it out.")
    speaker: tuple[str, ...] = column(
        References(table="actors", labelled=True),
        "The actors behind the source's words; empty where the text does not settle it.",
    )
    cue: Words = column(WORDS, "The words that make the link, with auxiliaries and negation; empty where it runs on.")
    content: Words = column(WORDS, "What is said, in one or more pieces, quotation marks included.", required=True)
    mode: str = column(
        Choice(of=v.MODES), "Whether all, none or some of the content is in quotation marks.", required=True
    )
    stance: str = column(Choice(of=v.STANCES), "The source's attitude to the content.", required=True)
    anonymity: str = column(
        Choice(of=v.ANONYMITY),
        "Whether the source is named, described, anonymous or a document.",
        required=True,
    )
    within: str | None = column(Reference(table="attributions"), "The attribution whose content holds this one.")
    cited_by: str | None = column(
        Reference(table="attributions"), "The attribution that reports this one from elsewhere."
    )
    chain: tuple[str, ...] = column(
        NAMES, "Names from the outlet inwards to this row's speaker, its origin.", required=True
    )
    made_by: str = column(TEXT, "The rule or model that made the row.", required=True)
    confidence: float | None = column(CONFIDENCE, "For a model, its calibrated confidence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Row):
    """A person, government, force, party, organisation, medium or described group that says or does something."""

    TABLE: ClassVar[str] = "actors"
    HELP: ClassVar[str] = (
        "Each person, government, force, party, organisation, medium or group that is a source, does something or has something done to it."
    )
    PREFIX: ClassVar[str] = "p"

    id: str = column(ID, "The row's id, made from its first mention.", required=True)
    name: str = column(
        TEXT, "The fullest name in the article, or the registry's spelling of a known actor.", required=True
    )
    kind: str = column(Choice(of=v.ACTOR_KINDS), "What sort of actor it is.", required=True)
    country: str | None = column(COUNTRY, "The country that it acts for; empty where the text does not settle it.")
    sector: str | None = column(
        Choice(of=v.SECTORS), "PLOVER's code of its role; empty where the text does not settle it."
    )
    names: tuple[Words, ...] = column(
        WORDS_LIST, "Every place that names it: names, descriptions, pronouns, capitals.", required=True
    )
    registry: str | None = column(ID, "Its id in the registry of known actors.")
    identity: str | None = column(
        ID,
        "The same for one actor in every article: the registry's id, or one made of a person's whole name, country and "
        "role; empty for who is only described.",
        since=2,
    )
    made_by: str = column(TEXT, "The rule that made the row.", required=True)
