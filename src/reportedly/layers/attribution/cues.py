"""What the program knows of cues, from the knowledge file `cues`. The one place to ask about a cue.

In: a lemma and a frame. Out: whether they make a cue, and with which stance.
"""

from collections.abc import Sequence
from functools import cache

from reportedly import knowledge
from reportedly.language.analysis import Token


@cache
def _table(kind: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Lemma to (stance, frames) for one kind of word: `verbs`, `nouns` or `adjectives`."""
    return {k: (v["stance"], frozenset(v["frames"].split())) for k, v in knowledge.load("cues").get(kind, {}).items()}


def licensed(kind: str, lemma: str, frame: str) -> bool:
    """Whether the word `lemma` of this kind (`verbs`, `nouns`, `adjectives`) is a cue in this frame."""
    return lemma in _table(kind) and frame in _table(kind)[lemma][1]


def is_cue(kind: str, lemma: str) -> bool:
    """Whether the word `lemma` of this kind is a cue in any frame."""
    return lemma in _table(kind)


def known_stance(kind: str, lemma: str) -> str | None:
    """The stance that the knowledge file gives to a cue, or None for a word that it does not have."""
    return _table(kind)[lemma][0] if lemma in _table(kind) else None


def hedge_stance(lemma: str) -> str | None:
    """The stance that the knowledge file gives to a hedge (`allegedly`, `purported`), or None."""
    hedges = knowledge.load("hedges")
    found = hedges["adverbs"].get(lemma) or hedges["adjectives"].get(lemma)
    return None if found is None else str(found)


def kind_of(pos: str) -> str:
    """The part of the knowledge file that words of a part of speech stand in."""
    return {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives", "ADV": "adverbs"}.get(pos, "verbs")


def entry_of(lemma: str, cue: Sequence[Token]) -> str:
    """The longest entry that a cue's lemma and the words after it make: `call` and `for` are `call for` if the file
    has that."""
    for token in cue:
        for kind in ("verbs", "nouns"):
            if f"{lemma} {token.lower}" in _table(kind):
                return f"{lemma} {token.lower}"
    return lemma
