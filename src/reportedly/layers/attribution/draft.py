"""`Draft`, a statement as token numbers, and `Reading`, an analysis with what the rules look up again and again.

In: a document and its analysis. Out: for each token the edges of what hangs on it and the quotation that it stands in.
Everything is computed once, in time linear in the length of the text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reportedly.document import Document, Span
from reportedly.language.analysis import Analysis, Quotation, Token

CLAUSE_MARKS = frozenset(",;:—–-")
QUOTE_MARKS = frozenset("\"“”„«»‘’'`") | {"''", "``"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as numbers of tokens, in text order. `anchor` is the token that carries the cue."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    anchor: int
    rule: str
    cited_by: int | None = None
    """The anchor of the draft that hands this one on."""
    evidence: tuple[float, ...] = ()
    """For a model's draft what it makes of its parts and of their links, as probabilities; empty for a rule's."""


class Reading:
    """An analysis, indexed."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.document = document
        self.analysis = analysis
        self.tokens = analysis.tokens

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """For each token the first token of its subtree, and the one after the last."""
        tokens = self.tokens
        left, right = list(range(len(tokens))), list(range(1, len(tokens) + 1))
        waiting = [len(c) for c in self.analysis.children]
        ready = [t.index for t in tokens if not waiting[t.index]]
        while ready:
            i = ready.pop()
            head = tokens[i].head
            if head == i:
                continue
            left[head], right[head] = min(left[head], left[i]), max(right[head], right[i])
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
        return left, right

    def left(self, index: int) -> int:
        """The first token of what hangs on `index`, itself included."""
        return self.edges[0][index]

    def right(self, index: int) -> int:
        """The token after the last of what hangs on `index`."""
        return self.edges[1][index]

    @cached_property
    def quote_at(self) -> list[int]:
        """For each token the number of the outermost quotation that it stands in, or -1."""
        at = [-1] * len(self.tokens)
        for number, (first, end) in self.quote_ranges:
            for i in range(first, end):
                at[i] = number
        return at

    @cached_property
    def quote_ranges(self) -> list[tuple[int, tuple[int, int]]]:
        """The pieces of the outermost quotations as (number of the quotation, (first token, end token)), in order."""
        found = []
        for number, quotation in enumerate(self.outer):
            for span in quotation.spans:
                held = self.analysis.at(span)
                if held:
                    found.append((number, (held[0].index, held[-1].index + 1)))
        return sorted(found, key=lambda f: f[1])

    @cached_property
    def pieces_of(self) -> dict[int, list[tuple[int, int]]]:
        """For the number of each outermost quotation, its pieces."""
        found: dict[int, list[tuple[int, int]]] = {}
        for number, piece in self.quote_ranges:
            found.setdefault(number, []).append(piece)
        return found

    @cached_property
    def label_at(self) -> dict[int, str]:
        """For each token of a name, the name's label."""
        return {i: n.label for n in self.analysis.names for i in range(n.first, n.end)}

    @cached_property
    def outer(self) -> list[Quotation]:
        """The quotations in the article's own text."""
        return [q for q in self.analysis.quotations if q.depth == 0]

    def children(self, index: int, *deps: str) -> list[Token]:
        """The tokens that hang on `index` by one of the relations, in text order."""
        return list(self.analysis.below(index, *deps))

    def words(self, indices: Iterable[int]) -> str:
        """The tokens' words in small letters, joined by spaces."""
        return " ".join(self.tokens[i].lower for i in indices)

    def spans(self, indices: Iterable[int]) -> tuple[Span, ...]:
        """The characters of tokens, as spans; a space between neighbours is kept, one between paragraphs is not."""
        pieces: list[Span] = []
        last = -2
        for i in sorted(set(indices)):
            here = self.tokens[i].span
            joined = i == last + 1 and self.same_paragraph(i, last)
            pieces[-1:] = [Span(pieces[-1].start, here.end)] if joined else [*pieces[-1:], here]
            last = i
        return tuple(pieces)

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether two tokens stand in one paragraph."""
        sentences = self.analysis.sentences
        return sentences[self.tokens[a].sentence].paragraph == sentences[self.tokens[b].sentence].paragraph

    def bounds(self, index: int) -> tuple[int, int]:
        """The first token and the end of the sentence that a token stands in."""
        s = self.analysis.sentences[self.tokens[index].sentence]
        return s.first, s.end
