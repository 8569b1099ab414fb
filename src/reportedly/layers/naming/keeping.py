"""Which of the actors in the making are actors of the story: sources, and those that do something or have it done to them.

In: a scene, the sources' heads, an actor in the making. Out: whether it stays. A name that only stands before a noun, in a
list of lands or behind "as" is none; a description is one where it is a subject, an object, or the other side of by, with,
against. What names cannot settle, a second mention does.
"""

from collections.abc import Collection

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
)
from reportedly.layers.naming.scene import Scene

_DOES = frozenset({"nsubj", "nsubjpass", "agent"})
_SIDES = frozenset({"by", "with", "against", "between", "among"})
_TOWARDS = _SIDES | {"to", "from", "of", "for", "on", "including"}
_TAKES_PART = _DOES | {"dobj", "obj", "dative", "pobj", "conj", "poss"}
_NO_BODIES = frozenset({"FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
"""The pipeline's labels of names that are nobody's, unless they are a source."""
_ASIDE = frozenset({"compound", "nmod", "amod", "npadvmod", "attr", "oprd", "advcl", "acomp"})


def keeps(scene: Scene, sources: Collection[int], actor: Making) -> bool:
    """Whether an actor in the making is one of the story."""
    mentions = [m for m in actor.mentions if m.sort != PRONOUN]
    if any(m.head in sources for m in actor.mentions):
        return bool(mentions or actor.known)
    if not mentions:
        return False
    if actor.sort == DOCUMENT:
        return False
    if actor.sort == PERSON and actor.spellings:
        return any(_person_stands(scene, m) for m in mentions)
    if actor.sort == ORGANISATION:
        return any(_organisation_stands(scene, m) for m in mentions)
    if actor.sort == COUNTRY:
        return any(_role(scene, m)[0] not in _ASIDE and not _explains(scene, m) for m in mentions)
    if actor.sort in {GROUP, PEOPLE}:
        return any(_described_stands(scene, m, _TOWARDS) for m in mentions)
    return any(_described_stands(scene, m, _SIDES) and (m.sort != BODY or _is_told(scene, m)) for m in mentions)


def _role(scene: Scene, m: Mention) -> tuple[str, str]:
    """The relation by which a mention hangs on the rest, and the preposition if it is one."""
    here = scene.governor(scene.tokens[m.head])
    return here.dep, scene.tokens[here.head].lower if here.dep == "pobj" else ""


def _explains(scene: Scene, m: Mention) -> bool:
    """Whether a country only explains the word before it; behind another country it is the next one of a list."""
    token = scene.governor(scene.tokens[m.head])
    over = scene.at.get(token.head)
    return token.dep == "appos" and (over is None or over.state is None)


def _person_stands(scene: Scene, m: Mention) -> bool:
    dep, preposition = _role(scene, m)
    return dep not in {"nmod", "amod", "compound"} and preposition not in {"at", "in", "as", "near", "on", "into"}


def _organisation_stands(scene: Scene, m: Mention) -> bool:
    dep, preposition = _role(scene, m)
    if scene.in_dateline(m.first) or _in_agency(scene, m):
        outlet = scene.document.metadata.outlet
        return bool(outlet) and outlet in {m.text, m.known.name if m.known else ""}
    if m.known and m.known.sector == "MED":
        return dep in _TAKES_PART and preposition not in {"on", "in", "at"}
    if m.known:
        return dep not in {"amod", "nmod", "npadvmod"} and preposition not in {"on", "in", "at"}
    label = scene.labels.get(m.head)
    if dep in _ASIDE or dep in {"ROOT", "appos"} or (label is not None and label.label in _NO_BODIES):
        return False
    if dep in {"dobj", "obj"}:
        return m.head in scene.labels
    return preposition not in {"as", "to", "on", "for", "at", "in", "of"} or not preposition


def _in_agency(scene: Scene, m: Mention) -> bool:
    """Whether a name is the agency in parentheses that a dateline closes with."""
    text, span = scene.document.text, scene.spans(m.first, m.end)
    start = scene.block_start(span.start)
    return (
        text[max(0, span.start - 1) : span.start] == "("
        and text[span.end : span.end + 1] == ")"
        and span.start - start < 60
    )


def _described_stands(scene: Scene, m: Mention, prepositions: Collection[str]) -> bool:
    dep, preposition = _role(scene, m)
    if dep in {"dobj", "obj", "dative"}:
        return m.sort != PERSON or not m.definite
    return dep in _DOES or scene.exists(scene.tokens[m.head]) or preposition in prepositions


def _is_told(scene: Scene, m: Mention) -> bool:
    """Whether a body is one that the reader can tell: by its country, its owner, "the", or as who acts."""
    return bool(m.country or m.owner is not None or m.definite) or _role(scene, m)[0] in _DOES
