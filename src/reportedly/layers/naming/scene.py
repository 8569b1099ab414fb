"""`Scene`: an article with the known names found in it, laid over its tokens.

In: a document and its analysis. Out: names by token, the noun that each hangs on, the countries that the article speaks
of. Names that are part of a longer name ("Jordan Times", "Paris Hilton") are not names of the country or city.
"""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from reportedly.document import Document, Span
from reportedly.ingest.dateline import MONTHS
from reportedly.knowledge.registry import Hit, How, Known, names_in
from reportedly.language.analysis import Analysis, Name, Token
from reportedly.layers.naming import words as w

_DATELINE_CHARACTERS = 40
_DAY = re.compile(r"\b(?:" + "|".join(MONTHS) + r")\b", re.IGNORECASE)


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether brackets without a dash behind them are an agency's: the place stands in capitals, or a day is named. "The
    Kelmar Front (KLF) attacked" is no dateline."""
    text = match.group()
    if not text.rstrip().endswith(")"):
        return True
    place = [x for x in re.split(r"[^\w]+", match.group("place")) if x.isalpha()]
    return all(x.isupper() for x in place) or _DAY.search(text) is not None


_BEARING = frozenset({"FAC", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
STATE = frozenset({How.NAME, How.CAPITAL, How.SEAT})


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in the text: tokens `first` up to `end`, how it names, and who bears it."""

    first: int
    end: int
    how: How
    known: tuple[Known, ...]

    @property
    def state(self) -> Known | None:
        """The country that it names or stands for, or None."""
        return next((k for k in self.known if k.is_country), None)


class Scene:
    """An article, indexed for names."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.document, self.analysis = document, analysis
        self.tokens = analysis.tokens

    @cached_property
    def labels(self) -> dict[int, Name]:
        """The pipeline's name at each token."""
        return {i: n for n in self.analysis.names for i in range(n.first, n.end)}

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """The known names of the article in text order, without those that are part of a longer name."""
        kept = []
        for hit in names_in(self.document.text):
            inside = self.analysis.at(hit.span)
            if (
                inside
                and self._fits(hit, inside)
                and not self._part_of_name(hit, inside[0].index, inside[-1].index + 1)
            ):
                kept.append(Found(inside[0].index, inside[-1].index + 1, hit.how, hit.known))
        return tuple(kept)

    @cached_property
    def at(self) -> dict[int, Found]:
        """The known name at each token."""
        return {i: f for f in self.found for i in range(f.first, f.end)}

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the article speaks of each country, by any of its names."""
        count: Counter[str] = Counter()
        for f in self.found:
            if f.state and f.state.country and len(f.known) == 1:
                count[f.state.country] += 1
            elif f.how is How.PLACE and f.known[0].country:
                count[f.known[0].country] += 1
        return count

    @cached_property
    def home(self) -> str | None:
        """The country that the article speaks of more than of all others together, if there is one."""
        most = self.countries.most_common(1)
        return most[0][0] if most and 2 * most[0][1] > self.countries.total() else None

    def head(self, first: int, end: int) -> Token:
        """The token of a stretch on which the others hang: the last one whose head lies outside it."""
        for i in range(end - 1, first - 1, -1):
            t = self.tokens[i]
            if not first <= t.head < end or t.head == i:
                return t
        return self.tokens[end - 1]

    def exists(self, token: Token) -> bool:
        """Whether a sentence only says that there is or was somebody ("There were 10 soldiers killed")."""
        return token.dep == "attr" and any(True for _ in self.analysis.below(token.head, "expl"))

    def governor(self, token: Token) -> Token:
        """The token that a stretch with the head `token` hangs on, past the conjuncts before it."""
        seen = 0
        while token.dep == "conj" and token.head != token.index and seen < 50:
            token, seen = self.tokens[token.head], seen + 1
        return token

    def _fits(self, hit: Hit, inside: tuple[Token, ...]) -> bool:
        """Whether a name ends where tokens do, but for hyphens and a possessive that the tokeniser left on it."""
        last = inside[-1]
        rest = self.document.text[hit.span.end : last.span.end]
        return inside[0].span.start == hit.span.start and (not rest or rest[0] in "-–'’.")

    def _part_of_name(self, hit: Hit, first: int, end: int) -> bool:
        person = self.labels.get(first)
        if (
            end - first == 1
            and person
            and person.label == "PERSON"
            and person.first < first
            and not hit.known[0].is_country
        ):
            return hit.how is How.NAME
        label = self.labels.get(first)
        if hit.how in {How.ADJECTIVE, How.NATIONAL}:
            return False
        if not (hit.known[0].is_country or hit.how is How.PLACE):
            # A hall, a school or a shop that bears a company's or a body's name is not that company or body.
            return bool(label and label.end > end and label.label in _BEARING and self._longer(label, first, end))
        if label and (label.first < first or label.end > end):
            if label.label == "PERSON" and self._person(label, first, end):
                return True
            if label.label in {"GPE", "LOC"} and self._before_is_name(label.first, first):
                return True
            if label.label in {"ORG", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW", "FAC"} and self._longer(
                label, first, end
            ):
                return True
        following = self.tokens[end] if end < len(self.tokens) else None
        if following and following.pos == "PROPN" and following.text[0].isupper() and self.adjacent(end - 1):
            here = self.head(first, end)
            if here.dep in {"compound", "nmod"} and here.head >= end and not w.role_word(following.lower):
                return self.tokens[here.head].lower not in w.places("kinds") and following.lower not in w.places(
                    "kinds"
                )
        before = self.tokens[first - 1] if first and self.adjacent(first - 1) else None
        return bool(
            before
            and before.dep == "compound"
            and first <= before.head < end
            and before.lower.rstrip(".") in w.titles()
        )

    def _before_is_name(self, first: int, end: int) -> bool:
        """Whether what a label adds before a name makes another one of it ("New London", not "northern Syria")."""
        return any(
            self.tokens[i].pos == "PROPN" and self.tokens[i].lower not in w.places("directions")
            for i in range(first, end)
        )

    def _person(self, label: Name, first: int, end: int) -> bool:
        """Whether the rest of a person's name is more than a title and a role ("Syria President Assad")."""
        before = [self.tokens[i].lower for i in range(label.first, first)]
        after = [self.tokens[i].lower for i in range(end, label.end)]
        return not (after and w.role_word(after[0])) and not all(x in {"the", "in", "of"} for x in before + after)

    def _longer(self, label: Name, first: int, end: int) -> bool:
        rest = [self.tokens[i] for i in range(label.first, label.end) if not first <= i < end]
        if any(t.lower in {"'s", "’s", "'", "’"} and t.index == end for t in rest):
            return False
        return any(t.pos in {"PROPN", "NOUN"} and not w.role_word(t.lower) for t in rest)

    def adjacent(self, index: int) -> bool:
        """Whether no punctuation and no line break stands between a token and the next one."""
        if index + 1 >= len(self.tokens):
            return False
        gap = self.document.text[self.tokens[index].span.end : self.tokens[index + 1].span.start]
        return "\n" not in gap and self.tokens[index].sentence == self.tokens[index + 1].sentence

    def in_dateline(self, first: int) -> bool:
        """Whether a token stands in a dateline: before the dash or agency that opens a paragraph."""
        span = self.document.metadata.dateline
        start = self.tokens[first].span.start
        if span and span.start <= start < span.end:
            return True
        begin = self.block_start(start)
        if start >= begin + _DATELINE_CHARACTERS:
            return False
        match = w.DATELINE.match(self.document.text, begin)
        return match is not None and start < match.end("place") and _is_dateline(match)

    @cached_property
    def _blocks(self) -> list[int]:
        return [b.span.start for b in self.document.body()]

    def block_start(self, position: int) -> int:
        """Where the paragraph begins that holds the character at `position`."""
        at = bisect_right(self._blocks, position)
        return self._blocks[at - 1] if at else 0

    def spans(self, first: int, end: int) -> Span:
        """The characters of a stretch of tokens."""
        return self.analysis.span(first, end)

    def phrase_start(self, head: int) -> int:
        """The first token of the noun phrase that ends with its head noun `head`: determiner, adjectives, names."""
        first = head
        while first > 0 and self.tokens[first - 1].sentence == self.tokens[head].sentence:
            at = first - 1
            while self.tokens[at].head != head and self.tokens[at].head != at and at < head:
                at = self.tokens[at].head
            if at >= head or self.tokens[at].head != head or self.tokens[at].dep not in w.LEFT:
                break
            first -= 1
        while first < head and (
            self.tokens[first].pos in {"PUNCT", "ADP", "SCONJ"}
            and self.tokens[first].text not in "\"“'‘"
            and self.tokens[first + 1].lower not in {"least", "most"}
        ):
            first += 1
        return first
