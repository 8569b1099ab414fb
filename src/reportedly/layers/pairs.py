"""What a given source does to a given target: PLOVER's types for a pair of marked words in a sentence.

In: a text with the spans of a source and of a target, which somebody else has found (either may be missing). Out: the
probability of each type. It is the encoder alone, told which words are meant; an article's events are read without it
(`read_events`), which finds both sides itself.
"""

from collections.abc import Sequence

import numpy as np

from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.errors import Misuse
from reportedly.language import analyse
from reportedly.language.encoder.session import session
from reportedly.layers.attribution.features import FEATURES, features_of
from reportedly.layers.attribution.hiding import names_in
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import lexical_types
from reportedly.layers.statements import read_drafts


def read_pair(text: str, sources: Sequence[Span], targets: Sequence[Span]) -> dict[str, float]:
    """The probability of each of PLOVER's types for what `sources` do to `targets` in a text of a sentence or a few.

    Spans count code points of `text`. Raises `Misuse` where no word is marked.
    """
    paragraph = Span(0, len(text))
    document = Document(text, (Block(BlockKind.PARAGRAPH, paragraph),), Metadata(language="en"))
    analysis = analyse(document)
    encoder = session()
    pieces = encoder.pieces(text, [paragraph], names_in(analysis))
    drafts = read_drafts(document, analysis)
    features = features_of(analysis, drafts, lexical_types(analysis, lexicon()), pieces)
    column = list(FEATURES).index("side")
    for side, spans in ((1, sources), (2, targets)):
        features[pieces.over(spans), column] = side
    marked = features[:, column] > 0
    heads = encoder.read(text, pieces, features)
    if heads is None or not marked.any():
        raise Misuse("no word of the text is marked as a source or a target")
    logs = np.log(np.maximum(heads.classes["pair"][marked], 1e-6)).mean(0)
    raised = np.exp(logs - logs.max())
    return dict(zip(encoder.card.classes["pair"], (raised / raised.sum()).tolist(), strict=True))
