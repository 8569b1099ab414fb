"""A rough `Analysis` of a sentence or two, for tests whose subject is words and not the parse.

Tokens are split nearly as spaCy splits them; parts of speech come from a handful of closed classes; there is no parse:
every token is a root.
"""

import re
from datetime import date

from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Sentence, Token

TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d|a\.m\.|p\.m\.|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.|\d{1,4}(?:st|nd|rd|th|s|m|bn|k)\b"
    r"|\d[\d.,:/\[\]]*\d[\]¹]?|\d{1,4}\b"
    r"|['’]s\b|[A-Za-z]+\.(?=[A-Z]\.)[A-Z]\.|\w+(?:['’](?!s\b)\w+)?|[^\w\s]"
)
CLASSES = {
    "ADP": "in on at by of for from since until after before over under during within to with as about around through",
    "DET": "the a an this that these those all no some each every",
    "CCONJ": "and or but",
    "ADV": "soon recently now overnight later earlier ago daily currently also reportedly",
    "AUX": "is are was were be been has have had will would",
    "VERB": "came said met fell died killed held lasted fled",
    "PRON": "he she it they we who which whom",
}
POS = {w: pos for pos, words in CLASSES.items() for w in words.split()}
NUMBERS = {w for table in ("units", "tens", "scales") for w in load("numbers")[table]}


def plain(text: str, published: str | None = None) -> tuple[Document, Analysis]:
    """The document and the analysis of `text`, one paragraph."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    first = 0
    found = [(m.group(), Span(m.start(), m.end())) for m in TOKEN.finditer(text)]
    for i, (word, span) in enumerate(found):
        tokens.append(_token(i, word, span, len(sentences)))
        if word in ".!?" or i == len(found) - 1:
            sentences.append(Sentence(len(sentences), first, i + 1, 0, first))
            first = i + 1
    day = date.fromisoformat(published) if published else None
    document = Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Metadata(published=day))
    return document, Analysis(tuple(tokens), tuple(sentences), (), (), "plain")


def _token(index: int, word: str, span: Span, sentence: int) -> Token:
    lower = word.lower()
    if not re.search(r"\w", word):
        pos, tag = ("SYM", "$") if word in "$£€" else ("PUNCT", word)
    elif lower in POS:
        pos, tag = POS[lower], {"DET": "DT", "ADP": "IN"}.get(POS[lower], "X")
    elif word[0].isdigit() or lower in NUMBERS:
        pos, tag = "NUM", "CD"
    elif word[0].isupper() and span.start:
        pos, tag = "PROPN", "NNP"
    else:
        pos, tag = "NOUN", "NNS" if lower.endswith("s") else "NN"
    return Token(index, span, word, lower, pos, tag, "pobj" if pos == "NUM" else "dep", index, sentence)
