"""`read_places`: which places the text names, and which of the world's places they are.

In: a document and its analysis. Out: a row for each mention of a place, in text order. Left out: a name that stands for a
government or force ("talks with Tel Aviv") and one inside an actor's name ("the Doha Institute"). A place whose identity
the text does not settle has a row with its words and nothing more.
"""

from collections.abc import Sequence

from reportedly.document import Document, Span
from reportedly.language.analysis import Analysis
from reportedly.layers.naming.scene import Scene
from reportedly.layers.placing.mentions import mentions, states
from reportedly.layers.placing.settling import Settled, settle
from reportedly.record import Place, place_key, row_id

OTHER = 0.5
"""The confidence from which on a country's name means another place."""


def read_places(document: Document, analysis: Analysis) -> list[Place]:
    """The places of an article, one row a mention, in text order. Coordinates are degrees WGS 84."""
    scene = Scene(document, analysis)
    found = mentions(scene, _elsewhere(scene))
    spans = [scene.spans(m.first, m.end) for m in found]
    settled = settle(scene, spans)
    return [row(span, m.rule, place) for span, m, place in zip(spans, found, settled, strict=True)]


def _elsewhere(scene: Scene) -> frozenset[str]:
    """The names of countries and capitals that the article's other places make another place ("Georgia" for the state)."""
    held = states(scene)
    spans = [scene.spans(f.first, f.end) for f in held]
    found = set()
    for f, span, place in zip(held, spans, settle(scene, spans), strict=True):
        known = f.state.country if f.state else None
        if place and place.confidence >= OTHER and place.entry.country not in {None, known}:
            found.add(span.of(scene.document.text))
    return frozenset(found)


def place_names(scene: Scene, spans: Sequence[Span]) -> list[Place]:
    """The places that given names are, one row a span: for a reader who has the names already."""
    return [row(span, "given", place) for span, place in zip(spans, settle(scene, spans), strict=True)]


def row(span: Span, rule: str, place: Settled | None) -> Place:
    """The row of a place's name; `place` is None where the text does not settle it."""
    entry = place.entry if place else None
    words = (span,)
    return Place(
        id=row_id("l", place_key(words)),
        words=words,
        name=entry.name if entry else None,
        kind=entry.kind if entry else None,
        gazetteer=entry.id if entry else None,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
        country=entry.country if entry else None,
        division=entry.division if entry else None,
        confidence=place.confidence if place else None,
        made_by=f"rule: {rule}",
    )
