"""The contexts of an article, by PLOVER's 37: whether it speaks of elections, of health, of disputed land.

In: an analysis. Out: names of contexts, the weightiest first, at most five. The words of `knowledge/contexts.toml` are
counted over the whole article: a context needs several different ones, and enough of them for the article's length. It
refuses nothing: an article that no context's words fill has none. Names of actors have no say; inside a name of several
words only its last word counts by itself ("Christian" does not in "the Christian People's Front", "court" does in "the
Orsk Court").

The contexts are those of the PLOVER manual (Open Event Data Alliance, 2024), which codes them by document or paragraph.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.language.analysis import Analysis, Token
from reportedly.record import vocabulary

MOST = 5
"""How many contexts an article has at most; the articles labelled in `training/events/contexts.tsv` have three or fewer."""
_WEIGHTS = {"strong": 2.0, "weak": 1.0}
_TITLE = 1.5
"""What a term counts for that stands in the title."""
_LEAST_TERMS = 3
_LEAST_TERMS_OF_SHORT = 2
_SHORT = 6
"""Sentences of a short article, a headline with its news in brief, in which two different terms are enough."""
_BAR, _BAR_BY_LENGTH = 4.0, 0.5
"""The least weight of a context, and what is added by the root of the number of sentences beyond `_SHORT`: chance words grow
with the text. Tuned on the lines `d` of `training/events/contexts.tsv`."""
_SHARE = 0.3
"""How much of the first context's weight another must have. Tuned as `_BAR`."""
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT"})
_HYPHENS = frozenset({"-", "‐", "‑", "–"})

_Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A context with its weight and the terms that speak for it, as the list spells them, each with its share of it."""

    context: str
    weight: float
    terms: tuple[tuple[str, float], ...]


@cache
def _terms() -> Mapping[str, tuple[tuple[_Term, tuple[tuple[str, float], ...]], ...]]:
    """The terms by their first word, longest first, each with the contexts that it speaks for and how strongly.

    Raises `KnowledgeError` for contexts that are not PLOVER's.
    """
    raw = knowledge.load("contexts")
    if unknown := set(raw["contexts"]) - set(vocabulary.CONTEXTS):
        raise KnowledgeError(f"contexts.toml: {sorted(unknown)} are no contexts of PLOVER")
    found: dict[_Term, list[tuple[str, float]]] = {tuple(words.split()): [] for words in raw["not_these"]["words"]}
    for name, lists in raw["contexts"].items():
        for strength, weight in _WEIGHTS.items():
            for words in lists[strength]:
                found.setdefault(tuple(words.split()), []).append((name, weight))
    by_first: dict[str, list[tuple[_Term, tuple[tuple[str, float], ...]]]] = {}
    for term, contexts in found.items():
        by_first.setdefault(term[0], []).append((term, tuple(contexts)))
    return {first: tuple(sorted(terms, key=lambda t: (-len(t[0]), t[0]))) for first, terms in by_first.items()}


def _forms(token: Token) -> tuple[str, str]:
    return token.lower.replace("’", "'"), token.lemma.lower()


def _stands(words: Sequence[Token], at: int, term: _Term) -> bool:
    """Whether a term stands at a place of the words of a sentence."""
    return len(words) - at >= len(term) and all(w in _forms(words[at + n]) for n, w in enumerate(term))


def _inside_names(analysis: Analysis) -> frozenset[int]:
    """The tokens of names of several words, but for the last of each."""
    return frozenset(i for n in analysis.names if n.label in _NAMES for i in range(n.first, n.end - 1))


def _count(analysis: Analysis) -> dict[str, dict[str, tuple[float, int, bool]]]:
    """For each context its terms, each with its strength, how often it stands, and whether it stands in the title."""
    terms, inside = _terms(), _inside_names(analysis)
    counts: dict[str, dict[str, tuple[float, int, bool]]] = {}
    for sentence in analysis.sentences:
        words = [t for t in analysis.in_sentence(sentence) if t.text not in _HYPHENS]
        at = 0
        while at < len(words):
            near = dict.fromkeys(t for form in _forms(words[at]) for t in terms.get(form, ()))
            fitting = [t for t in near if _stands(words, at, t[0])]
            if not fitting:
                at += 1
                continue
            term, contexts = max(fitting, key=lambda t: len(t[0]))
            if len(term) > 1 or words[at].index not in inside:
                for name, weight in contexts:
                    _, count, titled = counts.setdefault(name, {}).get(" ".join(term), (weight, 0, False))
                    counts[name][" ".join(term)] = (weight, count + 1, titled or sentence.is_title)
            at += len(term)
    return counts


def weigh(analysis: Analysis) -> list[Weighed]:
    """All contexts of which a term stands in the text, the weightiest first. A term that stands again counts half as much
    for each doubling."""
    found = []
    for name, terms in _count(analysis).items():
        shares = [
            (term, round(weight * (1 + math.log2(count) / 2) * (_TITLE if titled else 1), 2))
            for term, (weight, count, titled) in terms.items()
        ]
        shares.sort(key=lambda s: (-s[1], s[0]))
        found.append(Weighed(name, round(sum(share for _, share in shares), 2), tuple(shares)))
    return sorted(found, key=lambda w: (-w.weight, w.context))


def read_contexts(analysis: Analysis) -> list[str]:
    """The contexts that the text supports, the weightiest first. Raises `KnowledgeError` for a list that makes no sense."""
    length = len(analysis.sentences)
    least = _LEAST_TERMS_OF_SHORT if length <= _SHORT else _LEAST_TERMS
    bar = _BAR + _BAR_BY_LENGTH * math.sqrt(max(0, length - _SHORT))
    weighed = [w for w in weigh(analysis) if len(w.terms) >= least and w.weight >= bar]
    return [w.context for w in weighed if w.weight >= _SHARE * weighed[0].weight][:MOST]
