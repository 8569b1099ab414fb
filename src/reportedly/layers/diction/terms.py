"""Words of the lists of wording in an article.

In: an analysis, and the tokens that attributions take for cues. Out: `Term`s, each with its tokens and its entry; of two
that overlap the longer one. It passes over words whose neighbours or part of speech show that they mean something else,
and proper names. Raises `KnowledgeError` for an entry of an unknown kind.
"""

from collections.abc import Collection, Iterator

from reportedly.language.analysis import Analysis, Token
from reportedly.layers.diction.lists import Listed, terms_by_word
from reportedly.layers.diction.senses import Term, fits, folded, is_name, softened_noun


def _forms(token: Token) -> tuple[str, ...]:
    """What a token may be listed as: as it stands, as its lemma, and without the plural that the lemma of a name or of a
    rare noun keeps."""
    text, lemma = folded(token.text), token.lemma.lower()
    keeps_plural = token.pos in {"NOUN", "PROPN"} and lemma == text
    return tuple(dict.fromkeys((text, lemma, text.removesuffix("s") if keeps_plural else text)))


def _head(a: Analysis, first: int, end: int) -> int:
    """The token of a term that hangs on a token outside it."""
    for i in range(end - 1, first - 1, -1):
        if a.tokens[i].pos != "PUNCT" and (not first <= a.tokens[i].head < end or a.tokens[i].head == i):
            return i
    return end - 1


def _term(a: Analysis, at: int, listed: Listed, cues: Collection[int]) -> Term | None:
    """The term that begins with the token `at`, where all its words are there in its sense."""
    end = at + len(listed.words)
    if end > len(a.tokens) or a.tokens[end - 1].sentence != a.tokens[at].sentence:
        return None
    if not all(w in _forms(a.tokens[at + n]) for n, w in enumerate(listed.words)):
        return None
    if not listed.is_capital and is_name(a, at, end):
        return None
    term = Term(at, end, _head(a, at, end), listed.entry)
    return term if fits(a, term, cues) else None


def _with_auxiliaries(a: Analysis, term: Term) -> Term:
    """A passive hedge with the auxiliary right before it: "are believed"."""
    first = term.first
    while first > 0 and a.tokens[first - 1].head == term.head and a.tokens[first - 1].dep in {"aux", "auxpass"}:
        first -= 1
    return Term(first, term.end, term.head, term.entry)


def _whole(a: Analysis, term: Term) -> Term:
    """A term with the words around it that belong to its row."""
    if term.entry.pos == "passive":
        return _with_auxiliaries(a, term)
    if term.entry.pos == "softened":
        noun = softened_noun(a, a.tokens[term.head], term.entry)
        return term if noun is None else Term(term.first, noun + 1, noun, term.entry)
    return term


def find_terms(a: Analysis, cues: Collection[int] = ()) -> Iterator[Term]:
    """The terms of an article in text order."""
    lists = terms_by_word()
    done = 0
    for token in a.tokens:
        if token.index < done:
            continue
        listed = dict.fromkeys(t for key in _forms(token) for t in lists.get(key, ()))
        for term in (_term(a, token.index, each, cues) for each in sorted(listed, key=lambda t: -len(t.words))):
            if term is not None:
                whole = _whole(a, term)
                yield whole
                done = whole.end
                break
