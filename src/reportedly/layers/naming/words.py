"""What the knowledge file `roles` says of a noun, and the closed lists of grammar that naming needs.

In: a word or phrase in small letters. Out: its sector, its sort, whether it tells a person's sex.
"""

import re
from functools import cache

from reportedly import knowledge
from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.people import given_names

LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "punct",
        "npadvmod",
        "case",
        "hyph",
    }
)
"""Relations of what stands before a noun and belongs to it."""

NAMED = frozenset({"PROPN", "NOUN", "X", "ADJ", "NUM"})
"""Parts of speech that end a name."""

NO_HEADS = frozenset({"PUNCT", "ADP", "DET", "CCONJ", "PART", "SPACE"})
"""Parts of speech that head no phrase which names somebody, though a broken parse may say so."""

DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][^\n(:;!?]{1,60}?)\s*(?:[,/][^\n(:;!?—–]{1,30})?\s*(?:\([^)\n]{2,40}\)\s*(?:[—–_-]+|\s)|[—–]|\s--|_\s)"
)
"""A dateline that opens a paragraph: a place, perhaps a day, an agency in parentheses, a dash."""

GENERAL = frozenset({"group", "movement", "organization", "organisation", "body", "institution"})
"""Nouns that any organisation can be called by, whatever its part."""

FORCES = frozenset({"army", "military", "force", "forces", "troop", "troops", "police", "navy"})
"""Nouns of forces of a state: nobody of whom no part is known is meant by them."""


@cache
def _roles(table: str) -> dict[str, str]:
    return {word: sector for sector, words in knowledge.load("roles")[table].items() for word in words}


def singular(word: str) -> str:
    """A noun's singular, where the plural is regular or one of the common others."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "police": "police", "troops": "troop", "forces": "forces",
    "wives": "wife", "news": "news", "thieves": "thief", "authorities": "authorities", "series": "series", "peoples": "people", "persons": "person",
}  # fmt: skip


def person_sector(word: str) -> str | None:
    """PLOVER's code of a noun for a person, singular or plural; None for a noun that says none."""
    table = _roles("person")
    return table.get(word) or table.get(singular(word))


def body_sector(word: str) -> str | None:
    """PLOVER's code of a collective noun; None for another noun."""
    table = _roles("body")
    return table.get(word) or table.get(singular(word))


def beside_sector(word: str) -> str | None:
    """PLOVER's code that a word before a noun gives it."""
    return _roles("beside").get(word)


@cache
def _set(table: str, row: str) -> frozenset[str]:
    return frozenset(knowledge.load("roles")[table][row])


def name_sector(word: str) -> str | None:
    """PLOVER's code that a word within an organisation's own name tells."""
    return _roles("in_names").get(word)


def weak(word: str) -> bool:
    """Whether a noun names a person whose part is that of whom they act for."""
    return word in _set("weak", "nouns") or singular(word) in _set("weak", "nouns")


def unnamed(word: str) -> bool:
    """Whether a noun stands for people whose names are kept back."""
    return word in _set("unnamed", "nouns") or singular(word) in _set("unnamed", "nouns")


def document(word: str) -> bool:
    """Whether a noun is a statement in writing."""
    return word in _set("documents", "nouns") or singular(word) in _set("documents", "nouns")


def stands_for(sort: str, word: str) -> bool:
    """Whether "the" and this noun can stand for an actor of that sort."""
    return word in _set("stands_for", sort)


def role_word(word: str) -> bool:
    """Whether a noun says what part somebody or some body plays."""
    return person_sector(word) is not None or body_sector(word) is not None or weak(word) or word in titles()


@cache
def titles() -> frozenset[str]:
    """Titles that stand before a person's name."""
    return frozenset(x for row in knowledge.load("roles")["titles"].values() for x in row)


def sex(word: str) -> str | None:
    """`m` or `f` where a noun or title tells a person's sex."""
    word = word.rstrip(".")
    for row, code in (("male", "m"), ("female", "f")):
        if word in _set("titles", row) or word in _set("sex", row) or singular(word) in _set("sex", row):
            return code
    return None


def called(noun: str, sector: str | None) -> bool:
    """Whether news calls an organisation of that part by a noun that stands for many sorts ("the movement")."""
    return sector not in knowledge.load("roles")["not_called"].get(noun, ())


def office(phrase: str) -> str | None:
    """The office that a description without its article and names says that somebody holds ("prime minister"), or None."""
    words = phrase.lower().split()
    for width in (3, 2, 1):
        found = _roles("offices").get(" ".join(words[-width:])) if len(words) >= width else None
        if found:
            before = words[:-width]
            return None if any(x.split("-")[0] in _set("not_in_office", "words") for x in before) else found
    return None


def given_sex(name: str) -> str | None:
    """`m` or `f` where the first word of a whole name is a given name that mostly men or mostly women bear."""
    first, _, rest = fold(name).partition(" ")
    return given_names().get(first) if rest else None


@cache
def places(row: str) -> frozenset[str]:
    """A list of words of place from the knowledge file `placing`."""
    return frozenset(knowledge.load("placing")[row]["words"])
