"""The lists of wording: every entry of the knowledge files `wording_*`, and its terms by their first word.

In: the knowledge files, a user's own among them. Out: `Wordlist`s and their terms. It refuses, with a `KnowledgeError`, an
entry of an unknown kind or part of speech and two entries of one name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
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
        "modal of things", "predicate",
    }
)  # fmt: skip
"""What an entry may ask instead: how its head must stand in the sentence."""


@dataclass(frozen=True, slots=True)
class Wordlist:
    """An entry of the files without its words. `whose` says whose vocabulary it is, `source` which work names the words."""

    name: str
    kind: str
    pos: str
    whose: str
    source: str
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
        if raw["name"] in found:
            raise KnowledgeError(f"wording: two entries are called {raw['name']!r}")
        found[raw["name"]] = _wordlist(raw)
    return found


def _wordlist(raw: Mapping[str, Any]) -> Wordlist:
    if raw["kind"] not in vocabulary.WORDING_KINDS or raw["pos"] not in STANDINGS | PARTS.keys():
        raise KnowledgeError(f"wording: {raw['name']!r} has the kind {raw['kind']!r} or the pos {raw['pos']!r}")
    sets = (frozenset(raw.get(key, ())) for key in ("not_beside", "beside", "said_of", "objects"))
    return Wordlist(raw["name"], raw["kind"], raw["pos"], raw.get("whose", ""), raw.get("from", ""), *sets)


@cache
def terms_by_word() -> Mapping[str, tuple[Listed, ...]]:
    """The terms of all entries by their first word, in small letters, the longest first.

    The pipeline makes three tokens of a word with a hyphen between letters, a reader of another pipeline may make one:
    both are looked for.
    """
    found: dict[str, list[Listed]] = {}
    for raw in entries():
        for term in raw["words"]:
            for words in dict.fromkeys((term, term.replace("-", " - "))):
                parts = tuple(words.lower().split())
                found.setdefault(parts[0], []).append(Listed(parts, term[0].isupper(), wordlists()[raw["name"]]))
    return {first: tuple(sorted(terms, key=lambda t: -len(t.words))) for first, terms in found.items()}
