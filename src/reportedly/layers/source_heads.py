"""Which words of a source name who says it: the heads of one actor or of several.

In: an analysis and the words of a source. Out: the tokens that head the actors that they name. "Russia and Iran" has two,
"experts such as Ana Lind" too; "ministry director Ana Lind" has the person; a relative pronoun has the noun that it
stands for. A source without a noun, name or pronoun gives none.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.document import Words
from reportedly.language.analysis import Analysis, Name, Token
from reportedly.layers.naming import words as w

NAMING = frozenset({"NOUN", "PROPN", "PRON"})
ALIKE = frozenset({"like", "including", "alongside"})
TOGETHER = frozenset({("such", "as"), ("along", "with"), ("together", "with"), ("as", "with")})
"""Prepositions, of one word and of two, behind which others stand who say the same."""
_STEPS = 6
"""How many heads are followed from a relative pronoun to its noun; deeper parses are broken ones."""


def source_heads(analysis: Analysis, source: Words) -> tuple[int, ...]:
    """The head tokens of the actors that a source names, in text order, each once."""
    tokens = [t for span in source for t in analysis.at(span)]
    first = _top(analysis, tokens)
    if first is None:
        return ()
    if first.tag in {"WP", "WDT"}:
        noun = antecedent(analysis, first)
        return (noun.index,) if noun else (first.index,)
    held = [_titled(analysis, tokens, first) or first]
    held.extend(t for t in _beside(analysis, tokens, held[0]) if t not in held)
    for t in tokens:
        if t not in held and _joined(analysis, t, held):
            held.append(t)
    return tuple(t.index for t in sorted(held, key=lambda t: t.index))


def antecedent(analysis: Analysis, pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the one on which its clause hangs."""
    t = pronoun
    for _ in range(_STEPS):
        over = analysis.head(t)
        if t.dep == "relcl" and over.pos in NAMING:
            return over
        if over.index == t.index:
            return None
        t = over
    return None


def _top(analysis: Analysis, tokens: Sequence[Token]) -> Token | None:
    inside = {t.index for t in tokens}
    tops = [t for t in tokens if (t.head not in inside or t.head == t.index) and t.pos not in w.NO_HEADS]
    if not tops:
        return None
    people = {i for n in _people(analysis, tokens) for i in range(n.first, n.end) if i in inside}
    first = next((t for t in tops if t.pos in NAMING or t.index in people), tops[0])
    return first if first.index in people or first.pos not in {"VERB", "AUX", "ADV", "SCONJ"} else None


def _titled(analysis: Analysis, tokens: Sequence[Token], head: Token) -> Token | None:
    """The last word of the one person's name that follows what the parse took for the head ("chief of police Ana Lind")."""
    people = _people(analysis, tokens)
    if len(people) != 1 or not people[0].first > head.index:
        return None
    between = [t for t in tokens if head.index <= t.index < people[0].first]
    words = [t for t in between if t.pos != "PUNCT"]
    last = words[-1]
    if last.pos not in {"NOUN", "PROPN"} or (last.tag in {"NNS", "NNPS"} and last.index == head.index):
        return None
    if any(t.pos in {"VERB", "AUX", "CCONJ", "PRON"} or (t.pos == "ADP" and t.lower != "of") for t in between):
        return None
    described = any(w.weak(t.lower) or w.person_sector(t.lower) for t in words)
    return analysis.tokens[people[0].end - 1] if described else None


def _people(analysis: Analysis, tokens: Sequence[Token]) -> list[Name]:
    return [n for n in analysis.names_in(tokens[0].index, tokens[-1].index + 1) if n.label == "PERSON"]


def _beside(analysis: Analysis, tokens: Sequence[Token], head: Token) -> Iterator[Token]:
    """The last words of the people whom a source names one after the other, where the parse has them apart."""
    people = _people(analysis, tokens)
    if len(people) < 2 or not any(n.first <= head.index < n.end for n in people):
        return
    for one, other in pairwise(people):
        between = analysis.tokens[one.end : other.first]
        if any(t.pos in {"VERB", "AUX", "PRON", "ADP", "PART"} for t in between):
            return
        if any(t.lower in {"and", ",", "&"} for t in between):
            yield analysis.tokens[other.end - 1]


def _joined(analysis: Analysis, t: Token, held: Sequence[Token]) -> bool:
    """Whether a token of a source is another who says it: joined by `and`, or named behind "such as", "along with"."""
    if t.pos not in NAMING:
        return False
    over = analysis.head(t)
    if t.dep == "conj":
        return over in held
    if t.dep != "pobj":
        return False
    before = analysis.tokens[over.index - 1].lower if over.index else ""
    return (analysis.head(over) in held and (over.lower in ALIKE or (before, over.lower) in TOGETHER)) or (
        (before, over.lower) in TOGETHER and analysis.head(analysis.head(over)) in held
    )
