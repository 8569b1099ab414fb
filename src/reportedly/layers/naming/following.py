"""Which actor named before a description means: "the movement", "the regime", "the army", "the officials".

In: the actors in the making and a description. Out: the actor, or None. A description of a body goes by its country; one of
people by its noun; a noun that stands for any group ("the movement") by what was named last and can be called so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.registry import countries
from reportedly.layers.naming.mention import (
    BODY,
    COUNTRY,
    GROUP,
    ORGANISATION,
    PEOPLE,
    PERSON,
    PRONOUN,
    Making,
    Mention,
)
from reportedly.layers.naming.ranking import likeliest

if TYPE_CHECKING:
    from reportedly.layers.naming.joining import Joining

GOVERNMENT = frozenset({"government", "regime", "administration", "authorities", "leadership", "junta"})
ONE_BODY = {
    "army": "military",
    "force": "military",
    "forces": "military",
    "troop": "military",
    "troops": "military",
    "armed force": "military",
}


def same(joining: Joining, m: Mention) -> Making | None:
    """The actor of the article that a description means."""
    if m.sort == BODY and m.noun in GOVERNMENT:
        return government(joining, m)
    if m.sort == BODY or m.noun == "police":
        noun = ONE_BODY.get(m.noun, m.noun)
        found = joining.keys.get(("body", noun, whose(m)))
        if found is not None and (m.country or m.definite or m.noun == "police"):
            return found
        if not whose(m) and m.definite:
            held = [a for k, a in joining.keys.items() if k[:2] == ("body", noun)]
            if len(held) == 1:
                return held[0]
    if m.definite:
        kind = "role" if m.sort == PERSON else "roles" if m.sort in {GROUP, PEOPLE} else "body"
        if (found := likeliest(joining, m, kind)) is not None:
            return found
    return same_words(joining, m) if m.definite or m.plural else None


def whose(m: Mention) -> str:
    """Whose a body is, as far as its own words say: its country, or the names before its noun ("the Sorvian army")."""
    return m.country or " ".join(fold(x) for x in m.text.split()[:-1] if x[0].isupper())


def same_words(joining: Joining, m: Mention) -> Making | None:
    """The last actor that the article called by the very same words, however far back."""
    text = fold(m.text) or m.text
    for a in joining.recent(m.head):
        fits = a.sort not in {COUNTRY, PRONOUN} and a.plural == m.plural
        if fits and not (a.country and m.country and a.country != m.country) and text in {fold(a.name), *a.described}:
            return a
    return None


def government(joining: Joining, m: Mention) -> Making | None:
    """The country whose government, regime or administration is meant."""
    if m.country:  # of "a U.N.-backed government" no country is named
        return joining.country(m.country) if m.country in countries() else None
    if (land := nation(joining, m)) is not None:
        return land
    if not m.definite and m.noun != "authorities":
        return None
    spoken = [a for a in joining.recent(m.head) if a.sort == COUNTRY]
    same = [a for a in spoken if m.noun in a.nouns]
    if same:
        return same[0]
    acting = [a for a in joining.made if a.sort == COUNTRY and a.mentions]
    if len(acting) == 1:
        return acting[0]
    count = joining.scene.countries.most_common(2)
    if count and (len(count) == 1 or count[0][1] >= 3 * count[1][1]):
        return joining.country(count[0][0])
    return None


def nation(joining: Joining, m: Mention) -> Making | None:
    """The country of the person whose name stands before "government", or the state that the registry does not have."""
    word = m.text.split()[0]
    if not word[0].isupper() or " " not in m.text:
        return None
    for a in joining.made:
        if a.sort == PERSON and fold(m.text.split()[-2]) in {fold(s).split()[-1] for s in a.spellings if fold(s)}:
            return joining.country(a.country) if a.country in countries() else None
        if a.sort in {PERSON, ORGANISATION} and not a.known and any(is_demonym(word, s) for s in a.spellings):
            a.sort, a.sector = ORGANISATION, a.sector or "GOV"
            return a
    return None


def is_demonym(word: str, name: str) -> bool:
    """Whether a word is a name of a land or the adjective made from it (Sorvian from Sorvia, Tolmari from Tolmar)."""
    adjective, land = fold(word), fold(name)
    if " " in land or len(land) < 4:
        return False
    stems = {land, land.removesuffix("ia"), land.removesuffix("a"), land.removesuffix("o"), land.removesuffix("y")}
    return any(adjective == stem + ending for stem in stems for ending in ("", "n", "i", "ian", "an", "ese", "ish"))
