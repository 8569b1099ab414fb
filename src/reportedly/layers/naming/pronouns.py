"""Whom a pronoun means, where that is safe.

In: the actors in the making and a pronoun. Out: the actor, or None. "I" is who speaks the quotation, "we" the body or country
that they speak for, if the article says which; a pronoun of the third person is the likeliest candidate (`ranking`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.knowledge.registry import countries
from reportedly.layers.naming.mention import (
    BODY,
    COUNTRY,
    GROUP,
    ORGANISATION,
    PERSON,
    PRONOUN,
    Making,
    Mention,
    one,
)  # fmt: skip
from reportedly.layers.naming.ranking import likeliest
from reportedly.layers.naming.scene import Scene
from reportedly.layers.naming.sources import Sources

if TYPE_CHECKING:
    from reportedly.layers.naming.joining import Joining

_SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
FIRST = frozenset({"i", "me", "my", "myself", "mine"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ourselves", "ours"})
_THING = {"it", "its", "itself"}
_THEM = {"they", "them", "their", "themselves", "theirs"}
OFFICIAL = frozenset({"GOV", "MIL", "LEG"})
"""Parts whose bearers say `we` for their country."""
_ALL = frozenset({*_SEX, *FIRST, *FIRST_PLURAL, *_THING, *_THEM})
_EMPTY_VERBS = frozenset({"be", "seem", "appear", "take", "rain", "happen", "turn"})


def pronouns(scene: Scene, sources: Sources) -> list[Mention]:
    """Every pronoun of the article that may name an actor."""
    found = []
    for t in scene.tokens:
        word = t.lower
        if t.pos not in {"PRON", "DET"} or word not in _ALL or t.text == "US":
            continue
        if word == "it" and t.index not in sources.heads and not _acts(scene, t.index):
            continue
        words = [one(t.span)]
        found.append(Mention(t.index, t.index, t.index + 1, PRONOUN, words, t.text, sex=_SEX.get(word), rule="pronoun"))
    return found


def _acts(scene: Scene, index: int) -> bool:
    t = scene.tokens[index]
    over = scene.analysis.head(t)
    return t.dep == "nsubj" and over.pos == "VERB" and over.lemma.lower() not in _EMPTY_VERBS


def antecedent(joining: Joining, m: Mention) -> Making | None:
    """The actor that a pronoun means, or None."""
    word = m.text.lower()
    quotation = joining.scene.analysis.quoted(m.start)
    if word in FIRST or word in FIRST_PLURAL:
        return _speaker(joining, m, plural=word in FIRST_PLURAL)
    if word in _SEX:
        return likeliest(joining, m, "person")
    if quotation is not None:
        return None
    return likeliest(joining, m, "thing" if word in _THING else "them")


def _speaker(joining: Joining, m: Mention, plural: bool) -> Making | None:
    """Who speaks the quotation that holds a first person; for `we` the body or country that they speak for."""
    if joining.scene.analysis.quoted(m.start) is None:
        return None
    number = joining.sources.holding(m.head)
    if number is not None and not joining.sources.statements[number].source:
        number = joining.sources.last_before(m.head)
    held = [joining.by_head.get(h) for h in joining.sources.heads_of[number]] if number is not None else []
    speaker = held[0] if held else None
    if speaker is None or not plural or speaker.sort != PERSON:
        return speaker
    return _spoken_for(joining, speaker) or speaker


def _spoken_for(joining: Joining, person: Making) -> Making | None:
    """The body that a person's own words tie them to, or the country of an official, where the article names it."""
    if person.owner is not None:
        found = joining.scene.at.get(person.owner)
        known = found.known[0] if found and len(found.known) == 1 else None
        body = joining.by_head.get(person.owner)
        if body is None and known and known.sector:
            body = joining.body(known)
        if body is not None and body is not person and body.sort in {ORGANISATION, COUNTRY, BODY, GROUP}:
            return body
    return joining.country(person.country) if person.sector in OFFICIAL and person.country in countries() else None
