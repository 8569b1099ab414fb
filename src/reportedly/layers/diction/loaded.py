"""Loaded words as they stand in an article, and what the knowledge files say of words around them.

In: a word of the lists or a quotation at a distance, by its head. Out: `Loaded`; the sets of words by which
`diction.targets` finds whom it colours. It refuses nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly import knowledge
from reportedly.language.analysis import Token
from reportedly.layers.diction.lists import Wordlist, entries


@dataclass(frozen=True, slots=True)
class Loaded:
    """An occurrence of a loaded word: its head, its kind, what its list says of how it stands (`pos`) and of whom or what it
    is said, whether it speaks against somebody, and the actor who speaks, where it is not the outlet."""

    head: int
    kind: str
    pos: str = ""
    of: str = ""
    tone: str = ""
    speaker: str | None = None

    @property
    def is_hostile(self) -> bool:
        """Whether it speaks against somebody."""
        return self.tone == "against"


@cache
def _said_of() -> dict[str, str]:
    """Of whom or what the words of each entry are said, by the entry's name."""
    return {e["name"]: e.get("of", "") for e in entries()}


@cache
def _tones() -> dict[str, str]:
    return {e["name"]: e.get("tone", "") for e in entries()}


@cache
def _hostile_words() -> frozenset[str]:
    """Words of the lists that speak against somebody wherever they stand."""
    return frozenset(w for e in entries() if e.get("tone") == "against" for w in e["words"] if " " not in w)


def loaded(head: Token, entry: Wordlist) -> Loaded:
    """A word of the lists at its head."""
    return Loaded(head.index, entry.kind, entry.pos, _said_of()[entry.name], _tones()[entry.name])


def at_a_distance(head: Token, inside: Iterable[Token]) -> Loaded:
    """A word in quotation marks at its head, with the words `inside` them."""
    is_hostile = any(t.lemma.lower() in _hostile_words() for t in inside)
    return Loaded(head.index, "scare_quotes", tone="against" if is_hostile else "")


@cache
def colouring(entry: str) -> frozenset[str]:
    """The words of an entry of colouring.toml."""
    return frozenset(knowledge.load("colouring")[entry]["words"])


@cache
def accusing() -> frozenset[str]:
    """Verbs whose object is charged with what stands after "of" or "for"."""
    verbs = knowledge.load("cues")["verbs"]
    return frozenset(v for v, facts in verbs.items() if facts.get("stance") == "accuse")


@cache
def light() -> frozenset[str]:
    """Verbs whose subject does what their object names."""
    return frozenset(knowledge.load("triggers")["grammar"]["light"]) | colouring("doing")


@cache
def bodies() -> frozenset[str]:
    """Nouns for people and for what they make up."""
    roles, classes = knowledge.load("roles"), knowledge.load("triggers")["classes"]
    nouns = (noun for table in ("person", "body") for nouns in roles[table].values() for noun in nouns)
    return frozenset((*nouns, *roles["weak"]["nouns"], *classes["people"], *classes["force"])) | colouring("bodies")
