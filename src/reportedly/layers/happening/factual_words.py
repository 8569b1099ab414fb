"""The words that say whether something happened, as `knowledge/factuality.toml` gives them, ready to be looked up.

In: that file. Out: `FactualWords`. It raises `KnowledgeError` for a class whose status is not one of the record's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.language.analysis import Token
from reportedly.record import vocabulary


@dataclass(frozen=True, slots=True)
class Governing:
    """A class of words by what they do to what they govern; `status` is empty where they leave it as real as they are.

    `own` is the status where the governed verb shares the word's subject; `noun` says whether it holds of nouns too.
    """

    name: str
    status: str
    own: str
    noun: bool = True


@dataclass(frozen=True)
class FactualWords:
    """Classes of governing words and of modifiers by word, and plain lists by name."""

    above: Mapping[str, tuple[Governing, ...]]
    modifiers: Mapping[str, tuple[Governing, ...]]
    lists: Mapping[str, frozenset[str]]

    def governing(self, token: Token) -> tuple[Governing, ...]:
        """The classes of a word above a trigger, by its lemma or its form, in the order of the file."""
        return _found(self.above, token)

    def modifying(self, token: Token) -> tuple[Governing, ...]:
        """The classes of a word beside a trigger."""
        return _found(self.modifiers, token)

    def listed(self, token: Token, name: str) -> bool:
        """Whether a word stands in a list such as `lasting_nouns`, by its lemma or its form."""
        return token.lemma.lower() in self.lists[name] or token.lower in self.lists[name]


def _found(table: Mapping[str, tuple[Governing, ...]], token: Token) -> tuple[Governing, ...]:
    """The classes of a word's lemma, or where it has none those of its form."""
    return table.get(token.lemma.lower()) or table.get(token.lower) or ()


def _classes(raw: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[Governing, ...]]:
    """The classes of a part of the file, by word."""
    found: dict[str, tuple[Governing, ...]] = {}
    for name, table in raw.items():
        status, own = str(table["status"]), str(table.get("own", table["status"]))
        if {status, own} - {"", *vocabulary.STATUSES}:
            raise KnowledgeError(f"factuality.toml: the class {name!r} has the status {status!r} and own {own!r}")
        made = Governing(name, status, own, bool(table.get("noun", True)))
        words = table["words"]
        assert isinstance(words, list)
        for word in words:
            found[word] = (*found.get(word, ()), made)
    return found


@cache
def factual_words() -> FactualWords:
    """The words of `knowledge/factuality.toml`. Raises `KnowledgeError` for a class that makes no sense."""
    raw = knowledge.load("factuality")
    lists = {name: frozenset(words) for name, words in raw["lists"].items()}
    return FactualWords(_classes(raw["above"]), _classes(raw["modifier"]), lists)
