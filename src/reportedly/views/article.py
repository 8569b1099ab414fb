"""One article with everything that its record says of it, ready to be shown.

In: a `Record`. Out: an `ArticleView`: the head, the text cut into segments, the rows, how actors are named, and how many
words each voice has. It never fails on a record whose ids do not resolve; `reportedly verify` is where those are found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.document import Words
from reportedly.record import Record
from reportedly.views.balance import Balance, Voice, balance
from reportedly.views.naming import Naming, naming
from reportedly.views.rows import Checked, Counted, Happened, Located, Named, Rows, Said, Timed, Worded
from reportedly.views.segments import Mark, Part, Placed, cut
from reportedly.views.timeline import Moment, timeline


@dataclass(frozen=True, slots=True)
class Aside:
    """A piece of boilerplate, kept but not read for claims."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything about one article. Empty metadata are empty strings; `published` is None where it is not known.
    `contexts` are in words."""

    id: str
    title: str
    outlet: str
    agency: str
    byline: str
    url: str
    language: str
    dateline: str
    published: date | None
    basis: str
    reasons: str
    contexts: tuple[str, ...]
    text_hash: str
    made_with: str
    parts: tuple[Part, ...]
    asides: tuple[Aside, ...]
    balance: Balance
    naming: tuple[Naming, ...]
    attributions: tuple[Said, ...]
    events: tuple[Happened, ...]
    figures: tuple[Counted, ...]
    checks: tuple[Checked, ...]
    times: tuple[Timed, ...]
    places: tuple[Located, ...]
    wording: tuple[Worded, ...]
    actors: tuple[Named, ...]
    timeline: tuple[Moment, ...]

    @property
    def voices(self) -> tuple[Voice, ...]:
        """How many words each voice has."""
        return self.balance.voices


def article(record: Record) -> ArticleView:
    """The view of one record."""
    document, rows = record.document, Rows(record)
    m = document.metadata
    return ArticleView(
        id=document.id, title=m.title or _first_line(document.text), outlet=m.outlet, agency=m.agency, byline=m.byline,
        url=m.url, language=m.language, dateline=record.words([m.dateline]) if m.dateline else "",
        published=m.published, basis=m.basis.value if m.basis else "", reasons=m.reasons,
        contexts=tuple(c.replace("_", " ") for c in record.contexts),
        text_hash=document.text_hash, made_with=record.made_with, parts=cut(document, marks(record, rows)),
        asides=tuple(Aside(b.kind.value, b.aside) for b in document.blocks if b.aside),
        balance=balance(record), naming=naming(record), attributions=tuple(rows.attributions()), events=tuple(rows.events()),
        figures=tuple(rows.figures()), checks=tuple(rows.checks()), times=tuple(rows.times()),
        places=tuple(rows.places()), wording=tuple(rows.wording()), actors=tuple(rows.actors()),
        timeline=timeline(record, rows),
    )  # fmt: skip


def _first_line(text: str) -> str:
    """The beginning of a text, for an article without a title: its first line, cut at 80 characters."""
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= 80 else line[:79].rstrip() + "…"


def marks(record: Record, rows: Rows) -> Iterator[Placed]:
    """Every span of the record's rows with its row's label and its role there."""
    labels = rows.labels
    for a in record.attributions:
        for role, words in (("source", a.source), ("cue", a.cue), ("content", a.content)):
            yield from _marked(words, Mark(labels["attributions", a.id], role))
    for e in record.events:
        for words in (e.words, *e.mentions):
            yield from _marked(words, Mark(labels["events", e.id], "event"))
    for table, role in (("figures", "figure"), ("times", "time"), ("places", "place"), ("wording", "wording")):
        for row in record.rows(table):
            yield from _marked(row.words, Mark(labels[table, row.id], role))
    for actor in record.actors:
        for words in actor.names:
            yield from _marked(words, Mark(labels["actors", actor.id], "name"))


def _marked(words: Words, mark: Mark) -> Iterator[Placed]:
    for span in words:
        yield span, mark
