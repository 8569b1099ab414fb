"""Gold articles read as the product reads them, up to the layer of events; what the fitting programs share.

In: the folder of a gold corpus. Out: `Read`s. Triggers of gold events are tokens: the word of a trigger on which its other
words hang.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))

from articles import Article, Happening, gold

from reportedly.document import Document, Metadata, Span
from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads
from reportedly.pipeline import read_until

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import attribution


@dataclass(frozen=True)
class Read:
    """An article with its labels and what the layers before `events` made of it."""

    article: Article
    made: dict[str, Any]

    @property
    def analysis(self) -> Analysis:
        """The analysis of its text."""
        found: Analysis = self.made["analysis"]
        return found

    @property
    def heads(self) -> Heads:
        """What the encoder says of it."""
        found: Heads = self.made["heads"][0]
        return found

    def trigger(self, event: Happening) -> int | None:
        """The token that names an event."""
        inside = {t.index: t for s in event.trigger for t in self.analysis.at(Span(*s))}
        tops = (i for i, t in inside.items() if t.head == i or t.head not in inside)
        return next(tops, None)

    def covered(self) -> set[int]:
        """All tokens of triggers."""
        return {t.index for e in self.article.events or [] for s in e.trigger for t in self.analysis.at(Span(*s))}


def read(article: Article) -> Read:
    """An article, read up to the layer of events."""
    document = Document(article.text, attribution.paragraphs(article.text), Metadata(language="en"))
    return Read(article, read_until("events", document))


def world(shared: Path, stories: set[str] | None = None) -> Iterator[Read]:
    """The articles of world_news, or those of some stories, read."""
    for article in gold(shared / "data/world_news", shared / "tools/gold_offsets.py"):
        if stories is None or article.story in stories:
            yield read(article)
