"""`Analysis`: what linguistics says of an article's text, as plain data of our own.

Made by `language.analyse` or, in tests, by a small notation; never stored. Layers read it and nothing else of
linguistics. Tokens, sentences and names refer to each other by their place in the tuples; spans count code points
of `Document.text`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.document import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark. `head` is the index of the token that it hangs on; a root's head is itself.

    `pos` is the universal part of speech, `tag` the Penn tag, `dep` the dependency label of spaCy's English
    models (nsubj, ccomp, pobj, …), `morph` the universal features as `Tense=Past|VerbForm=Fin`.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    morph: str = ""

    @property
    def lower(self) -> str:
        """The token in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens `first` up to but not including `end`, and which paragraph (by number) it stands in."""

    index: int
    first: int
    end: int
    paragraph: int
    root: int
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the pipeline: tokens `first` up to `end`, and its label (PERSON, ORG, GPE, NORP, …)."""

    first: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks and all between them, marks included.

    `depth` is 0 for a quotation in the article's own text, 1 for one inside it. `closed` is false where no closing
    mark was found and the quotation ends with its paragraph. A quotation that runs on over paragraphs is one, with
    a span a paragraph.
    """

    spans: tuple[Span, ...]
    depth: int = 0
    closed: bool = True

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Just after its last mark."""
        return self.spans[-1].end


@dataclass(frozen=True)
class Analysis:
    """Sentences, tokens, names and quotations of one article."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    pipeline: str = ""
    """Name and version of what made it."""

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of those that hang on it, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.index:
                below[t.head].append(t.index)
        return tuple(map(tuple, below))

    @cached_property
    def _starts(self) -> list[int]:
        return [t.span.start for t in self.tokens]

    def subtree(self, index: int) -> list[int]:
        """The token and all that hang on it, directly or not, in text order."""
        found, queue = [], [index]
        while queue:
            i = queue.pop()
            found.append(i)
            queue.extend(self.children[i])
        return sorted(found)

    def below(self, index: int, *deps: str) -> Iterator[Token]:
        """The tokens that hang directly on `index` by one of the relations `deps` (all of them if none is given)."""
        for i in self.children[index]:
            if not deps or self.tokens[i].dep in deps:
                yield self.tokens[i]

    def head(self, token: Token) -> Token:
        """The token that `token` hangs on; itself for a root."""
        return self.tokens[token.head]

    def in_sentence(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.end]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[token.sentence]

    def at(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share at least one character with `span`."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        while i < len(self.tokens) and self.tokens[i].span.start < span.end:
            if self.tokens[i].span.end > span.start:
                found.append(self.tokens[i])
            i += 1
        return tuple(found)

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens `first` up to but not including `end`."""
        return Span(self.tokens[first].span.start, self.tokens[end - 1].span.end)

    def pieces(self, indices: list[int]) -> tuple[Span, ...]:
        """The spans that the tokens at `indices` (in text order) make; neighbours are joined."""
        spans: list[Span] = []
        last = -2
        for i in indices:
            here = self.tokens[i].span
            spans[-1:] = [Span(spans[-1].start, here.end)] if i == last + 1 else [*spans[-1:], here]
            last = i
        return tuple(spans)

    @cached_property
    def _outermost(self) -> list[tuple[int, int, Quotation]]:
        """The spans of quotations of the article's own text, with the quotation, in text order; they do not overlap."""
        spans = ((s.start, s.end, q) for q in self.quotations if q.depth == 0 for s in q.spans)
        return sorted(spans, key=lambda held: held[:2])

    def quoted(self, position: int) -> Quotation | None:
        """The outermost quotation that holds the character at `position`, or None."""
        at = bisect_right(self._outermost, position, key=lambda held: held[0]) - 1
        return self._outermost[at][2] if at >= 0 and position < self._outermost[at][1] else None

    @cached_property
    def _first_names(self) -> list[int]:
        return [n.first for n in self.names]

    def names_in(self, first: int, end: int) -> tuple[Name, ...]:
        """The names that begin at or after token `first` and end by token `end`, in text order."""
        begin, stop = bisect_left(self._first_names, first), bisect_left(self._first_names, end)
        return tuple(n for n in self.names[begin:stop] if n.end <= end)
