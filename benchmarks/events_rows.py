"""The events of short texts, read by the whole pipeline, as plain values that benchmarks compare.

In: texts of one or a few sentences, each an article of its own. Out: for each its `Told`s in the order of the text,
and the seconds of processor time that reading took. Refuses nothing.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from time import process_time

import attribution
import reportedly
from reportedly.document import Document, Metadata, Span
from reportedly.record.attributions import Actor

TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of what several do together, in which who acts and on whom is often a matter of who is named first."""


@dataclass(frozen=True)
class Party:
    """An actor of an event: its name, its country, and the characters of each of its mentions."""

    name: str
    country: str | None
    spans: tuple[Span, ...]

    def at(self, marked: Sequence[Span]) -> bool:
        """Whether a mention shares a character with a marked span."""
        return any(own.overlaps(span) for own in self.spans for span in marked)


@dataclass(frozen=True)
class Told:
    """An event row, and who stands on its two sides."""

    type: str
    status: str
    words: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]

    def ends(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Who counts as acting, and who as acted on: for what several do together, all of them as both."""
        every = (*self.actors, *self.recipients)
        return (every, every) if self.type in TOGETHER else (self.actors, self.recipients)


@dataclass(frozen=True)
class Reading:
    """What was read in a text, and the seconds of processor time that it took."""

    events: tuple[Told, ...]
    seconds: float


def read_text(text: str, published: date | None = None) -> Reading:
    """The events of a text; each of its lines is a paragraph."""
    document = Document(text, attribution.paragraphs(text), Metadata(published=published, language="en"))
    start = process_time()
    record = reportedly.read(document)
    seconds = process_time() - start
    parties = {a.id: _party(a) for a in record.actors}
    told = (
        Told(
            e.type,
            e.status,
            record.words(e.words),
            tuple(parties[a] for a in e.actor),
            tuple(parties[a] for a in e.recipient),
        )
        for e in record.events
    )
    return Reading(tuple(told), seconds)


def _party(actor: Actor) -> Party:
    return Party(actor.name, actor.country, tuple(span for words in actor.names for span in words))


def read_texts(texts: Sequence[str], published: date | None = None, processes: int = 1) -> list[Reading]:
    """The readings of texts, in their order, by so many processes. Loading models counts for no text's seconds."""
    read = partial(read_text, published=published)
    if processes < 2:
        _load()
        return [read(text) for text in texts]
    # Not forked: a session of ONNX Runtime that this process may hold does not live on in a copy of it.
    with ProcessPoolExecutor(processes, get_context("spawn"), _load) as pool:
        return list(pool.map(read, texts, chunksize=16))


def _load() -> None:
    read_text("Varn and Oltenz met on Monday, a minister said.")
