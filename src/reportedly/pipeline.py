"""One document to one record: the order of the layers.

In: a `Document`. Out: its `Record`. Each layer is a function whose parameters name what it needs; the order below is
checked against them by a test. Refuses what `language` refuses: a pipeline that is not installed.
"""

import inspect
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from reportedly import __version__, knowledge
from reportedly.document import Document
from reportedly.language import DEFAULT_PIPELINE, analyse, pipeline_version
from reportedly.language.encoder.session import card
from reportedly.layers.actors import read_actors
from reportedly.layers.attributions import read_attributions
from reportedly.layers.checks import read_checks
from reportedly.layers.contexts import read_contexts
from reportedly.layers.events import read_events
from reportedly.layers.figures import read_figures
from reportedly.layers.heads import read_heads
from reportedly.layers.places import read_places
from reportedly.layers.statements import read_drafts, read_statements
from reportedly.layers.times import read_times
from reportedly.layers.wording import read_wording
from reportedly.record import ARTICLE_TABLES, Record

Layer = Callable[..., Sequence[Any]]

LAYERS: tuple[tuple[str, Layer], ...] = (
    ("times", read_times),
    ("places", read_places),
    ("drafts", read_drafts),
    ("heads", read_heads),
    ("statements", read_statements),
    ("actors", read_actors),
    ("attributions", read_attributions),
    ("events", read_events),
    ("figures", read_figures),
    ("checks", read_checks),
    ("wording", read_wording),
    ("contexts", read_contexts),
)
"""What each layer makes, and the layer. `drafts`, `heads` and `statements` are shared by later layers; they are no
tables. `contexts` are a column of the article's own row."""


@cache
def needs(layer: Layer) -> tuple[str, ...]:
    """What a layer asks for: `document`, `analysis` or what an earlier layer made."""
    return tuple(inspect.signature(layer).parameters)


def read(document: Document, pipeline: str | None = None) -> Record:
    """The record of an article.

    `pipeline` names an installed spaCy pipeline for English; None takes the one that comes with this package.
    Raises `Misuse` for a pipeline that is not installed.
    """
    made = read_until(None, document, pipeline)
    return Record(document, made_with(pipeline), contexts=made["contexts"], **{t: made[t] for t in ARTICLE_TABLES})


def read_until(last: str | None, document: Document, pipeline: str | None = None) -> dict[str, Any]:
    """What the layers before `last`, or all where it is None, make of an article: rows by the name of what they are, beside its
    `document` and `analysis`.

    Raises `Misuse` for a pipeline that is not installed.
    """
    made: dict[str, Any] = {"document": document, "analysis": analyse(document, pipeline or DEFAULT_PIPELINE)}
    for name, layer in LAYERS:
        if name == last:
            break
        made[name] = tuple(layer(**{p: made[p] for p in needs(layer)}))
    return made


def made_with(pipeline: str | None = None) -> str:
    """The versions that a record depends on: this program's, the language pipeline's, the encoder's, the knowledge's."""
    version = pipeline_version(pipeline or DEFAULT_PIPELINE)
    return f"reportedly {__version__}; {version}; {card().title}; knowledge {knowledge.fingerprint()}"
