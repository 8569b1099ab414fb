"""Invented articles and their hand-written records, for the tests of casebook and engine."""

from datetime import date

from reportedly.casebook import Outcome
from reportedly.document import Basis, Block, BlockKind, Document, Metadata, Span, digest
from reportedly.record import Actor, Attribution, Check, Event, Figure, Place, Record, SourceRow, Time, Wording

TEXT = (
    "Talks in Port Isola\n\n"
    "The Mardun government said on Wednesday that at least 15 fishermen were held 😀 by the Free Highland militia.\n\n"
    "The “so-called” café accord has collapsed."
)


def at(words: str, text: str = TEXT) -> tuple[Span, ...]:
    """The first place of `words`."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def document(number: int = 0, **metadata) -> Document:
    """One of many invented articles; its text is `TEXT`, with a last sentence that holds its number."""
    text = TEXT + (f" This is report {number}." if number else "")
    given = {"title": f"Talks, part {number}", "outlet": "Mardun Herald", "published": date(2031, 3, 5)} | metadata
    blocks = (
        Block(BlockKind.TITLE, at("Talks in Port Isola")[0]),
        Block(BlockKind.IMAGE, Span(21, 21), "[image: a harbour]"),
        Block(BlockKind.PARAGRAPH, Span(21, len(text))),
    )
    return Document(text, blocks, Metadata(**given, basis=Basis.METADATA), digest(f"bytes {number}"))


def record(number: int = 0, made_with: str = "notation", **metadata) -> Record:
    """An article's record with a row in every table."""
    return Record(
        document(number, **metadata),
        made_with,
        attributions=(
            Attribution(
                id="a1", source=at("The Mardun government"), speaker=("p1",), cue=at("said"),
                content=at("that at least 15 fishermen were held 😀 by the Free Highland militia"),
                mode="indirect", stance="assert", anonymity="named", chain=("Mardun Herald", "Mardun government"),
                made_by="hand", confidence=0.5,
            ),
        ),
        actors=(
            Actor(id="p1", name="Mardun government", kind="organisation", sector="GOV",
                  names=(at("The Mardun government"),), made_by="hand"),
            Actor(id="p2", name="Free Highland militia", kind="organisation",
                  names=(at("the Free Highland militia"),), made_by="hand"),
        ),
        events=(
            Event(id="e1", words=at("were held"), type="COERCE", actor=("p2",), date="t1", status="actual",
                  within="a1", made_by="hand"),
            Event(id="e2", words=at("has collapsed"), mentions=(at("accord"), at("Talks")), type="REJECT",
                  actor=("p2", "p1"), status="actual", made_by="hand"),
        ),
        figures=(
            Figure(id="f1", words=at("at least 15 fishermen"), low=15, approximate=False, what="held",
                   who=at("fishermen"), within="a1", made_by="hand"),
        ),
        checks=(Check(id="c1", kind="range", figures=("f1",), holds=True, words="15 <= 15", made_by="hand"),),
        times=(Time(id="t1", words=at("on Wednesday"), type="DATE", value="2031-03-05", made_by="hand"),),
        places=(Place(id="l1", words=at("Port Isola"), kind="city", latitude=1.5, longitude=-2, made_by="hand"),),
        wording=(Wording(id="w1", words=at("“so-called”"), kind="scare_quotes", made_by="hand"),),
    )  # fmt: skip


def outcome(number: int = 0, name: str = "", **metadata) -> Outcome:
    """The outcome of an input that gave `record(number)`."""
    made = record(number, **metadata)
    source = SourceRow(
        name=name or f"story-{number}.txt", format="text", state="read", document=made.document.id,
        bytes_hash=made.document.source_hash, size=len(f"bytes {number}"),
    )  # fmt: skip
    return Outcome(source, made)


def failed(name: str, reason: str = "empty", state: str = "failed") -> Outcome:
    """The outcome of an input that gave nothing."""
    return Outcome(SourceRow(name=name, state=state, reason=reason))
