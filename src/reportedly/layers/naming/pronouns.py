"""Whom a pronoun means, where that is safe.

In: the actors in the making and a pronoun. Out: the actor, or None. "She" is the only woman, or the subject, of the sentence
before; "I" is who speaks the quotation; "it" is the body that the sentence before is about. Two that fit equally give none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.layers.naming.mention import (
    BODY,
    COUNTRY,
    DOCUMENT,
    GROUP,
    ORGANISATION,
    PEOPLE,
    PERSON,
    PRONOUN,
    Making,
    Mention,
    one,
)  # fmt: skip
from reportedly.layers.naming.scene import Scene
from reportedly.layers.naming.sources import Sources

if TYPE_CHECKING:
    from reportedly.layers.naming.joining import Joining

_SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_FIRST = {"i", "me", "my", "myself", "mine"}
_FIRST_PLURAL = {"we", "us", "our", "ourselves", "ours"}
_THING = {"it", "its", "itself"}
_THEM = {"they", "them", "their", "themselves", "theirs"}
_ALL = frozenset({*_SEX, *_FIRST, *_FIRST_PLURAL, *_THING, *_THEM})
_EMPTY_VERBS = frozenset({"be", "seem", "appear", "take", "rain", "happen", "turn"})
_BODIES = frozenset({COUNTRY, ORGANISATION, BODY})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


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
    if word in _FIRST or word in _FIRST_PLURAL:
        return _speaker(joining, m, plural=word in _FIRST_PLURAL)
    if word in _SEX:
        return _nearest(joining, m, frozenset({PERSON}), quoted=quotation is not None)
    if quotation is not None:
        return None
    if word in _THING:
        return _nearest(joining, m, _BODIES | {DOCUMENT}, quoted=False)
    return _nearest(joining, m, frozenset({GROUP, PEOPLE}), quoted=False, plural=True)


def _speaker(joining: Joining, m: Mention, plural: bool) -> Making | None:
    """Who speaks the statement that holds a first person."""
    if joining.scene.analysis.quoted(m.start) is None:
        return None
    number = joining.sources.holding(m.head)
    if number is None:
        return None
    held = [joining.by_head.get(h) for h in joining.sources.heads_of[number]]
    speaker = held[0] if len(held) == 1 else None
    if speaker is None:
        head = next(iter(joining.sources.heads_of[number]), None)
        return None if head is None else joining.by_head.get(head)
    if not plural:
        return speaker if speaker.sort in {PERSON, GROUP} else None
    return speaker if speaker.sort in {ORGANISATION, COUNTRY, GROUP, BODY} else None


def _nearest(joining: Joining, m: Mention, sorts: frozenset[str], quoted: bool, plural: bool = False) -> Making | None:
    """The one actor of the right sort, in the pronoun's sentence before it or else in the sentences before that.

    A subject wins over others; two subjects or two others leave it open.
    """
    tokens = joining.scene.tokens
    sentence = tokens[m.head].sentence
    own = joining.sources.holding(m.head)
    outside = joining.scene.analysis.quoted(m.start) is None
    away = {
        id(joining.by_head[h])
        for h in (joining.sources.heads_of[own] if own is not None and quoted else ())
        if h in joining.by_head
    }
    for back in range(0, 3):
        number = sentence - back
        if number < 0:
            return None
        heads = [
            (h, a) for h, a in joining.within(number, m.head)
            if a.sort in sorts and id(a) not in away
            and not (a.sex and m.sex and a.sex != m.sex)
            and not (outside and joining.scene.analysis.quoted(tokens[h].span.start) is not None) and a.plural == plural
            and not (back == 0 and _object_of_same_verb(joining, h, m.head))
        ]  # fmt: skip
        if not heads:
            continue
        distinct = {id(a): a for _, a in heads}
        if len(distinct) == 1:
            return heads[0][1]
        subjects = {id(a): a for h, a in heads if _is_subject(joining, h)}
        if len(subjects) == 1:
            return next(iter(subjects.values()))
        sexed = {id(a): a for _, a in heads if a.sex and a.sex == m.sex}
        if len(sexed) == 1:
            return next(iter(sexed.values()))
        return None
    return None


def _is_subject(joining: Joining, head: int) -> bool:
    t = joining.scene.governor(joining.scene.tokens[head])
    return t.dep in _SUBJECTS


def _object_of_same_verb(joining: Joining, head: int, pronoun: int) -> bool:
    """Whether a name and a pronoun are subject and object of one verb, so that they are two."""
    one_, other = joining.scene.tokens[head], joining.scene.tokens[pronoun]
    return one_.head == other.head and one_.dep != other.dep and other.dep in {"dobj", "obj", "dative", "nsubj"}
