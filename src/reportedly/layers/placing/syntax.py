"""Whether syntax means a name as a place or as who acts.

In: tokens of a scene that name a place. Out: the rule that makes it a place, or None. A city or region that stands for
nobody is a place wherever it is named; a country or a seat of government is one only where the syntax says so ("in Syria",
"left Moscow", "the north of Iraq"), since elsewhere it is who acts.
"""

from reportedly.language.analysis import Token
from reportedly.layers.naming import words as w
from reportedly.layers.naming.scene import Scene


def after_locative(scene: Scene, first: int, end: int) -> bool:
    """Whether a name follows a preposition of place, or goes with a noun that is a kind of place."""
    here = scene.governor(scene.head(first, end))
    if here.dep == "pobj":
        return scene.tokens[here.head].lower in w.places("prepositions")
    if here.dep in {"appos", "npadvmod"}:
        return _is_kind(scene.tokens[here.head]) or scene.tokens[here.head].pos == "PROPN"
    return here.dep in {"compound", "nmod"} and _is_kind(scene.tokens[here.head])


def place_rule(scene: Scene, first: int, end: int, state: bool) -> str | None:
    """By which rule a name is meant as a place, or None. `state` says that it can stand for a government."""
    if scene.in_dateline(first):
        return "dateline"
    here = scene.head(first, end)
    hyphen = _hyphened(scene, end)
    if hyphen is not None:
        return "hyphen" if hyphen in w.places("hyphened") else None
    if _nested(scene, first):
        return "nested name"
    here = scene.governor(here)
    over = scene.tokens[here.head]
    if here.dep in {"compound", "nmod", "amod", "npadvmod"} and over.index != here.index:
        return _before_noun(over, state)
    if here.dep == "poss":
        return "place's own" if _is_kind(over) or not state else None
    if here.dep == "pobj":
        return _after_preposition(scene, over, state)
    if here.dep in {"dobj", "obj"}:
        return "object" if not state or over.lemma.lower() in w.places("reached") else None
    if here.dep in {"appos", "attr"}:
        return "apposition" if not state or _is_kind(over) else None
    if here.dep in {"nsubj", "agent"} and over.lemma.lower() in w.places("speaking"):
        return None
    return None if state else "named"


def _hyphened(scene: Scene, end: int) -> str | None:
    """The word that a hyphen joins to a name ("Gaza-based"), or None."""
    text, at = scene.document.text, scene.tokens[end - 1].span.end
    last = scene.tokens[end - 1].lower
    if "-" in last and last.rsplit("-", 1)[1] in w.places("hyphened"):
        return last.rsplit("-", 1)[1]
    if at < len(text) and text[at] in "-–" and end + 1 < len(scene.tokens) and scene.tokens[end].span.start == at:
        following = scene.tokens[end + 1]
        return following.lower if following.span.start == at + 1 and following.pos != "PROPN" else None
    return None


def _nested(scene: Scene, first: int) -> bool:
    """Whether a name follows a place and a comma ("Paris, Texas")."""
    if first < 2 or scene.tokens[first - 1].text != "," or scene.tokens[first - 2].pos != "PROPN":
        return False
    here = scene.tokens[first]
    if here.dep == "conj" or scene.head(first, first + 1).dep == "conj":
        return False
    before = scene.labels.get(first - 2)
    label = before.label if before else ""
    return label in {"GPE", "LOC", "FAC"} or (
        scene.at.get(first - 2) is not None and here.dep in {"appos", "npadvmod", "nmod"}
    )


def _before_noun(over: Token, state: bool) -> str | None:
    if _is_kind(over):
        return "before a noun of place"
    if not state and w.person_sector(over.lower) == "CVL":
        return "before a noun"
    return None if state else "before a noun"


def _after_preposition(scene: Scene, preposition: Token, state: bool) -> str | None:
    word = preposition.lower
    over = scene.tokens[preposition.head]
    if word in w.places("locative"):
        return "preposition of place"
    if not state:
        return None if word in {"by", "with", "between"} and over.lemma.lower() in w.places("speaking") else "named"
    if _is_kind(over):
        return "noun of place"
    if word in {"to", "from", "for", "between"} and (
        over.lemma.lower() in w.places("motion") or over.lower in w.places("motion")
    ):
        return "motion"
    return None


def _is_kind(token: Token) -> bool:
    """Whether a noun, singular or plural, is a kind of place."""
    return token.lower in w.places("kinds") or w.singular(token.lower) in w.places("kinds")
