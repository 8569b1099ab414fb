"""Words of the knowledge file `wording` in an article.

In: an analysis. Out: `Term`s, each with its tokens and its entry; of two that overlap the longer one. It passes over
words whose neighbours or part of speech show that they mean something else, raises `KnowledgeError` for an entry of an
unknown kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.language.analysis import Analysis, Token
from reportedly.record import vocabulary

_PARTS = {"noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "VERB"}, "adv": {"ADV"}, "verb": {"VERB"}}
_SPECIAL = frozenset({"any", "passive", "person", "cue", "claim"})
_PERSONS = frozenset({"hundred", "thousand", "dozen", "score"})


@dataclass(frozen=True, slots=True)
class Wordlist:
    """An entry of the file without its words."""

    name: str
    kind: str
    pos: str
    not_beside: frozenset[str]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens `first` up to `end` that an entry names; `head` is the one that the others hang on."""

    first: int
    end: int
    head: int
    entry: Wordlist


@cache
def _wordlists() -> Mapping[str, tuple[tuple[tuple[str, ...], Wordlist], ...]]:
    """The entries by the first word of each of their terms, longest terms first."""
    found: dict[str, list[tuple[tuple[str, ...], Wordlist]]] = {}
    for raw in knowledge.load("wording")["entry"]:
        entry = _wordlist(raw)
        for words in raw["words"]:
            parts = tuple(words.split())
            found.setdefault(parts[0], []).append((parts, entry))
    return {first: tuple(sorted(terms, key=lambda t: -len(t[0]))) for first, terms in found.items()}


def _wordlist(raw: Mapping[str, Any]) -> Wordlist:
    if raw["kind"] not in vocabulary.WORDING_KINDS or raw["pos"] not in _SPECIAL | _PARTS.keys():
        raise KnowledgeError(f"wording.toml: {raw['name']!r} has the kind {raw['kind']!r} or the pos {raw['pos']!r}")
    beside, not_beside = (frozenset(raw.get(k, ())) for k in ("beside", "not_beside"))
    return Wordlist(raw["name"], raw["kind"], raw["pos"], not_beside, beside)


def _is(token: Token, word: str) -> bool:
    return token.lower == word or token.lemma.lower() == word


def _neighbours(a: Analysis, first: int, end: int) -> set[str]:
    """The words right before and right after, hyphens passed over."""
    found: set[str] = set()
    for i in (first - 1, end):
        if 0 <= i < len(a.tokens):
            found |= {a.tokens[i].lower, a.tokens[i].lemma.lower()}
    return found


def _head(a: Analysis, first: int, end: int) -> int:
    """The token of a term that hangs on a token outside it."""
    for i in range(end - 1, first - 1, -1):
        if not first <= a.tokens[i].head < end or a.tokens[i].head == i:
            return i
    return end - 1


def _is_passive_hedge(a: Analysis, token: Token) -> bool:
    """Whether a verb is a hedge: a passive without agent that an infinitive or a clause follows ("is believed to")."""
    if token.tag != "VBN" or not any(True for _ in a.below(token.index, "auxpass")):
        return False
    if any(t.lower == "by" for t in a.below(token.index, "agent")):
        return False
    clauses = [t for t in a.below(token.index, "xcomp", "ccomp", "oprd", "advcl") if t.index > token.index]
    infinitive = any(x.lower == "to" for t in clauses for x in a.below(t.index, "aux"))
    impersonal = any(t.lower == "it" for t in a.below(token.index, "nsubjpass", "nsubj"))
    return infinitive or (impersonal and bool(clauses))


def _acts_on_people(a: Analysis, token: Token) -> bool:
    """Whether what a verb is done to are people: a name, a pronoun, a number of people, or nothing named."""
    people = knowledge.load("triggers")["classes"]
    known = {*people["people"], *people["force"]} | _PERSONS
    objects = [*a.below(token.index, "dobj", "nsubjpass")]
    if token.dep in {"acl", "amod"}:
        objects.append(a.head(token))
    return any(t.lemma.lower() in known or t.pos in {"NUM", "PROPN"} for t in objects)


def _is_cue(a: Analysis, token: Token) -> bool:
    """Whether a verb gives words to somebody: it has a clause, or a quotation stands in its sentence."""
    if token.pos != "VERB":
        return False
    if any(True for _ in a.below(token.index, "ccomp")):
        return True
    if token.dep == "parataxis" or (token.dep == "ccomp" and a.quoted(a.head(token).span.start) is not None):
        return True
    if any(any(x.lower == "to" for x in a.below(t.index, "aux")) for t in a.below(token.index, "xcomp")):
        return True
    objects = [
        t
        for t in a.below(token.index, "dobj")
        if t.lemma.lower() in {"victory", "success", "failure", "mistake", "guilt", "defeat", "error", "fact"}
    ]
    return bool(objects)


def _is_claim(a: Analysis, token: Token) -> bool:
    """Whether a noun names what somebody says: a clause hangs on it, or it has an owner or a "by"."""
    if token.pos != "NOUN" or any(
        t.lower in {"insurance", "asylum", "land", "benefit"} for t in a.below(token.index, "compound", "amod")
    ):
        return False
    clause = any(t.tag in {"VBD", "VBZ", "VBP", "VBN", "VB", "MD"} for t in a.below(token.index, "acl", "ccomp"))
    owner = any(True for _ in a.below(token.index, "poss"))
    return clause or owner or any(t.lower in {"by", "of"} for t in a.below(token.index, "prep", "agent"))


def _lets_through(a: Analysis, term: Term) -> bool:
    entry, last = term.entry, a.tokens[term.head]
    near = _neighbours(a, term.first, term.end)
    if near & entry.not_beside or (entry.beside and not near & entry.beside):
        return False
    if entry.pos == "passive":
        return _is_passive_hedge(a, last)
    if entry.pos == "person":
        return _acts_on_people(a, last)
    if entry.pos == "cue":
        return _is_cue(a, last)
    if entry.pos == "claim":
        return _is_claim(a, last)
    if entry.pos == "adj":
        return last.pos == "ADJ" or (last.pos == "VERB" and last.dep == "amod")
    if entry.pos == "any":
        single = term.end - term.first == 1
        return last.pos in {"NOUN", "PROPN", "ADJ", "ADV", "ADP"} or (single and last.pos == "VERB")
    return last.pos in _PARTS[entry.pos]


def _with_auxiliaries(a: Analysis, term: Term) -> Term:
    """A passive hedge with the auxiliary right before it: "are believed"."""
    first = term.first
    while first > 0 and a.tokens[first - 1].head == term.head and a.tokens[first - 1].dep in {"aux", "auxpass"}:
        first -= 1
    return Term(first, term.end, term.head, term.entry)


def find_terms(a: Analysis) -> Iterator[Term]:
    """The terms of an article in text order."""
    lists = _wordlists()
    done = 0
    for token in a.tokens:
        if token.index < done:
            continue
        for words, entry in dict.fromkeys(t for key in (token.lower, token.lemma.lower()) for t in lists.get(key, ())):
            end = token.index + len(words)
            if end > len(a.tokens) or a.tokens[end - 1].sentence != token.sentence:
                continue
            if not all(_is(a.tokens[token.index + n], w) for n, w in enumerate(words)):
                continue
            term = Term(token.index, end, _head(a, token.index, end), entry)
            if _lets_through(a, term):
                yield _with_auxiliaries(a, term) if entry.pos == "passive" else term
                done = end
                break
