"""The names that the encoder does not see: whoever is named, it reads the same.

In: an analysis. Out: the spans of names, in text order, each a word. Titles, offices, institutions, days and months
stay: they say what somebody is, not who. In a headline whose words all begin with capitals only what the pipeline
takes for a name is one.
"""

from functools import cache

from reportedly import knowledge
from reportedly.document import Span
from reportedly.ingest.dateline import MONTHS, WEEKDAYS
from reportedly.language.analysis import Analysis, Sentence, Token

SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
CALENDAR = frozenset((*WEEKDAYS, *MONTHS, *SHORT_MONTHS))
TITLES = frozenset({
    "mr", "mrs", "ms", "mr.", "mrs.", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "sen", "sen.", "rep", "rep.", "gov",
    "gov.", "st", "st.",
})  # fmt: skip
NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
HEADLINE = 0.6
"""The share of longer words with capitals from which a sentence is written as a headline."""


def names_in(analysis: Analysis) -> list[Span]:
    """The words that are hidden."""
    named = {i for n in analysis.names if n.label in NAMES for i in range(n.first, n.end)}
    found = []
    for sentence in analysis.sentences:
        headline = is_headline(analysis, sentence)
        for t in analysis.in_sentence(sentence):
            if is_hidden(t, t.index == sentence.first) and (not headline or t.index in named):
                found.append(t.span)
    return found


def is_hidden(token: Token, opens: bool) -> bool:
    """Whether a token is a name by its part of speech and its capital; `opens` says that it begins a sentence."""
    if not token.text[:1].isupper() or token.lower in CALENDAR or token.lower in TITLES or token.lower in known():
        return False
    return token.pos == "PROPN" or (token.pos in {"ADJ", "NOUN"} and not opens)


def is_headline(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether most longer words of a sentence begin with a capital."""
    words = [t.text for t in analysis.in_sentence(sentence) if len(t.text) > 3 and t.text[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= HEADLINE * len(words)


@cache
def known() -> frozenset[str]:
    """Words that say what somebody or something is: offices, professions, bodies, papers."""
    found: set[str] = set()
    for kinds in knowledge.load("roles").values():
        for words in kinds.values() if isinstance(kinds, dict) else [kinds]:
            found.update(w for w in words if isinstance(w, str))
    told = knowledge.load("anonymous")
    for part in ("documents", "institutions", "familiar", "sources", "tellers"):
        found.update(told[part])
    return frozenset(w for w in found if " " not in w)
