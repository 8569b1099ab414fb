"""`read_actors`: who is a source, does something or has something done to it, and every place that names them.

In: a document, its analysis, the places, and the drafts of attributions. Out: a row for each actor, in the order of
first mention: its name, kind, country, sector, and every name, description, pronoun and capital that stands for it.
Knowledge of an actor settles its spelling, country and sector, and never whether it is there. Left out: a pronoun or
description that could mean two actors.
"""

from collections.abc import Sequence

from reportedly.document import Document
from reportedly.language.analysis import Analysis
from reportedly.layers.naming.finishing import rows
from reportedly.layers.naming.home import fill
from reportedly.layers.naming.joining import read
from reportedly.layers.naming.keeping import keeps
from reportedly.layers.naming.scene import Scene
from reportedly.layers.naming.sources import Sources
from reportedly.layers.statement import Statement
from reportedly.record import Actor, Place


def read_actors(
    document: Document, analysis: Analysis, places: Sequence[Place], statements: Sequence[Statement]
) -> list[Actor]:
    """The actors of an article, in the order of their first mention. Spans count code points of the text."""
    scene = Scene(document, analysis)
    at = {t.index: place for place in places for span in place.words for t in analysis.at(span)}
    sources = Sources(scene, statements)
    actors = [a for a in read(scene, at, sources) if keeps(scene, sources.heads, a)]
    fill(scene, at, actors)
    return rows(scene, actors, sources)
