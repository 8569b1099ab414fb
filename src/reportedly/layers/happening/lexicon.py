"""The triggers of events as `knowledge/triggers.toml` gives them, ready to be looked up by lemma.

In: that file. Out: a `Lexicon`. It raises `KnowledgeError` for an entry with an unknown type, class or setting.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.record import vocabulary

SPECIAL = frozenset({"@name", "@pronoun"})
"""Members of a class that are told by part of speech: a proper noun, a personal pronoun."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger: its word, what must stand with it, and which slots its actor and recipient fill.

    `word` is the lemma, `extra` what must stand beside it (a particle, a preposition, an object or a compound). A slot
    is `subject`, `object`, `possessor`, `modifier` or a preposition. `pair` says that the sides of the actor's slot act
    on each other, so that the first is the actor and the others are the recipients.
    """

    key: str
    pos: str
    word: str
    type: str
    extra: tuple[str, ...] = ()
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    pair: bool = False
    needs: tuple[str, ...] = ()
    """Slots of which one must be filled."""
    object: frozenset[str] = frozenset()
    """Classes of which the object's head must be a member, where this is not empty."""
    not_object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    modifier: frozenset[str] = frozenset()
    not_modifier: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    """Domains (sport, business, …) in whose company the word means something else."""


@dataclass(frozen=True)
class Lexicon:
    """All triggers by lemma and part of speech, the classes of nouns, the words of domains, and grammar's word lists."""

    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    classes: Mapping[str, frozenset[str]]
    domains: Mapping[str, tuple[tuple[str, int], ...]]
    """For a word the domains that it shows, and how strongly: 2 by itself, 1 with another one."""
    grammar: Mapping[str, frozenset[str]]

    def of(self, lemma: str, pos: str) -> tuple[Entry, ...]:
        """The entries of a lemma; `pos` is `verb` or `noun`. Those that ask for more words come first."""
        return self.entries.get((lemma.lower(), pos), ())


_SETS = ("object", "not_object", "subject", "not_subject", "modifier", "not_modifier", "not_in")
_LISTS = ("actor", "recipient", "needs")
_DEFAULTS: dict[str, dict[str, tuple[str, ...]]] = {
    "verb": {"actor": ("subject",), "recipient": ("object",)},
    "noun": {"actor": ("possessor", "by", "modifier"), "recipient": ("of", "on", "against")},
}


def _classes(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Classes of nouns; a member `@other` takes in the class `other`."""
    done: dict[str, frozenset[str]] = {}

    def members(name: str, path: tuple[str, ...] = ()) -> frozenset[str]:
        if name not in raw or name in path:
            raise KnowledgeError(f"triggers.toml: there is no class {name!r}, or it holds itself")
        if name not in done:
            words: set[str] = set()
            for word in raw[name]:
                inner = word.startswith("@") and word not in SPECIAL
                words |= members(word[1:], (*path, name)) if inner else {word}
            done[name] = frozenset(words)
        return done[name]

    for name in raw:
        members(name)
    return done


def _entry(pos: str, word: str, raw: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> Entry:
    """The entry of one word of a table of the file."""
    unknown = set(raw) - {"type", "words", "mode", "pair", *_SETS, *_LISTS}
    if unknown or raw.get("type") not in vocabulary.EVENT_TYPES:
        raise KnowledgeError(f"triggers.toml: {word!r} has the type {raw.get('type')!r} and unknown settings {unknown}")
    sets: dict[str, Any] = {}
    for name in _SETS:
        members: set[str] = set()
        for member in raw.get(name, ()):
            inner = member.startswith("@") and member not in SPECIAL
            if inner and member[1:] not in classes:
                raise KnowledgeError(f"triggers.toml: {word!r} names the class {member!r}, which is not there")
            members |= classes[member[1:]] if inner else {member}
        sets[name] = frozenset(members)
    lists: dict[str, Any] = {name: tuple(raw.get(name, _DEFAULTS[pos].get(name, ()))) for name in _LISTS}
    parts = word.split("+")
    head, extra = (parts[-1], parts[:-1]) if pos == "noun" else (parts[0], parts[1:])
    return Entry(
        key=f"{pos}:{word}", pos=pos, word=head, extra=tuple(extra), type=raw["type"], mode=raw.get("mode"),
        pair=bool(raw.get("pair", False)), **lists, **sets,
    )  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """The lexicon of `knowledge/triggers.toml`. Raises `KnowledgeError` for an entry that makes no sense."""
    raw = knowledge.load("triggers")
    classes = _classes(raw["classes"])
    found: dict[tuple[str, str], list[Entry]] = {}
    for pos in ("verb", "noun"):
        for table in raw[pos]:
            for word in table["words"]:
                entry = _entry(pos, word, table, classes)
                found.setdefault((entry.word, pos), []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda e: -len(e.extra))
    lists = {name: frozenset(words) for name, words in raw["grammar"].items()}
    domains: dict[str, list[tuple[str, int]]] = {}
    for name, table in raw["domains"].items():
        for weight, strength in ((2, "strong"), (1, "weak")):
            for word in table[strength]:
                domains.setdefault(word, []).append((name, weight))
    shown = {word: tuple(where) for word, where in domains.items()}
    return Lexicon({k: tuple(v) for k, v in found.items()}, classes, shown, lists)
