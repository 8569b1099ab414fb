"""The lists of wording: every entry of the knowledge files `wording_*`, and its terms by their first word.

In: the knowledge files, a user's own among them. Out: `Wordlist`s and their terms. It refuses, with a `KnowledgeError`, an
entry without a name, kind, part of speech or words, one of an unknown kind or part of speech, an empty word, and two
entries of one name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.knowledge.loader import names_of
from reportedly.record import vocabulary

PARTS = {"noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "VERB"}, "adv": {"ADV"}, "verb": {"VERB"}}
"""The parts of speech that an entry may ask of its head, by their name in the files."""
STANDINGS = frozenset(
    {
        "any", "passive", "seeming", "evidence", "person", "people", "attributive", "cue", "told", "claim", "modal",
        "modal of things", "predicate", "softened", "object",
    }
)  # fmt: skip
"""What an entry may ask instead: how its head must stand in the sentence."""


@dataclass(frozen=True, slots=True)
class Wordlist:
    """An entry of the files without its words: what decides whether one of them is read."""

    name: str
    kind: str
    pos: str
    not_beside: frozenset[str]
    beside: frozenset[str]
    said_of: frozenset[str]
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A term of an entry: its words as tokens, and whether it is always written with a capital."""

    words: tuple[str, ...]
    is_capital: bool
    entry: Wordlist


def entries() -> tuple[Mapping[str, Any], ...]:
    """The entries of all lists as the files have them, file by file in the order of their names.

    Raises `KnowledgeError` for a file that is no TOML.
    """
    return tuple(e for name in names_of("wording_") for e in knowledge.load(name).get("entry", ()))


@cache
def wordlists() -> Mapping[str, Wordlist]:
    """The entries by name. Raises `KnowledgeError` for one that makes no sense."""
    found: dict[str, Wordlist] = {}
    for raw in entries():
        if missing := [key for key in ("name", "kind", "pos", "words") if not raw.get(key)]:
            raise KnowledgeError(f"wording: the entry {raw.get('name', '')!r} has no {missing[0]}")
        if raw["name"] in found:
            raise KnowledgeError(f"wording: two entries are called {raw['name']!r}")
        found[raw["name"]] = _wordlist(raw)
    return found


def _wordlist(raw: Mapping[str, Any]) -> Wordlist:
    if raw["kind"] not in vocabulary.WORDING_KINDS or raw["pos"] not in STANDINGS | PARTS.keys():
        raise KnowledgeError(f"wording: {raw['name']!r} has the kind {raw['kind']!r} or the pos {raw['pos']!r}")
    if not all(word.strip() for word in raw["words"]):
        raise KnowledgeError(f"wording: {raw['name']!r} has an empty word")
    sets = (frozenset(raw.get(key, ())) for key in ("not_beside", "beside", "said_of", "objects"))
    return Wordlist(raw["name"], raw["kind"], raw["pos"], *sets)


@cache
def terms_by_word() -> Mapping[str, tuple[Listed, ...]]:
    """The terms of all entries by their first word, in small letters, the longest first.

    The pipeline makes three tokens of a word with a hyphen between letters, a reader of another pipeline may make one:
    both are looked for, and two words of a name for something are also looked for with a hyphen ("witch-hunt").
    """
    found: dict[str, list[Listed]] = {}

    def add(term: str, entry: Wordlist) -> None:
        joined = term.replace(" ", "-") if entry.kind == "label" and term.count(" ") == 1 else term
        for words in dict.fromkeys((term, *(w.replace("-", " - ") for w in (term, joined)), joined)):
            parts = tuple(words.lower().split())
            found.setdefault(parts[0], []).append(Listed(parts, term[0].isupper(), entry))

    for raw in entries():
        entry = wordlists()[raw["name"]]
        for term in raw["words"]:
            add(term, entry)
        if raw.get("adverbs"):
            manner = replace(entry, pos="adv", said_of=frozenset())
            for term in raw["words"]:
                if term not in raw.get("no_adverb", ()):
                    add(adverb_of(term), manner)
    return {first: tuple(sorted(terms, key=lambda t: -len(t.words))) for first, terms in found.items()}


def adverb_of(adjective: str) -> str:
    """The adverb that English makes of an adjective: cruel, cruelly; noble, nobly; angry, angrily; heroic, heroically.

    A form that nobody uses is harmless: only words that stand as adverbs in the article are read so.
    """
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("le") and adjective[-3:-2] not in {"a", "e", "i", "o", "u"}:
        return adjective[:-1] + "y"
    if adjective.endswith("y") and adjective[-2:-1] not in {"a", "e", "i", "o", "u"}:
        return adjective[:-1] + "ily"
    return adjective + ("y" if adjective.endswith("ll") else "ly")
