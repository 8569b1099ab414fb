"""`read_heads`: what the encoder says of an article's word pieces, in one pass that serves every layer.

In: a document, its analysis, the rules' drafts and the lexicon's triggers, which the encoder is told of. Out: the `Heads`, or nothing for an
article without words. Refuses, with `Misuse`, a model that is not the one of its card.
"""

from collections.abc import Sequence

from reportedly.document import Document, Span
from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads
from reportedly.language.encoder.session import session
from reportedly.layers.attribution.draft import Draft
from reportedly.layers.attribution.features import features_of
from reportedly.layers.attribution.hiding import names_in
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import lexical_types


def read_heads(document: Document, analysis: Analysis, drafts: Sequence[Draft]) -> list[Heads]:
    """The heads of an article: one, or none where it has no words."""
    paragraphs = [b.span for b in document.body()]
    if not document.blocks and document.text:
        paragraphs = [Span(0, len(document.text))]
    encoder = session()
    pieces = encoder.pieces(document.text, paragraphs, names_in(analysis))
    told = features_of(analysis, drafts, lexical_types(analysis, lexicon()), pieces)
    found = encoder.read(document.text, pieces, told)
    return [] if found is None else [found]
