"""Which names are meant as places, told from governments by syntax.

In: a scene. Out: the stretches of tokens that name a place, in text order. A city or region that stands for nobody is a
place wherever it is named; a country or a seat of government is one only where the syntax says so ("in Syria", "left
Moscow", "the north of Iraq"), since elsewhere it is who acts.
"""

from dataclasses import dataclass

from reportedly.document import Span
from reportedly.knowledge import gazetteer
from reportedly.knowledge.registry import How
from reportedly.language.analysis import Token
from reportedly.layers.naming import words as w
from reportedly.layers.naming.scene import STATE, Scene


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` up to `end` that name a place, and the rule that says so."""

    first: int
    end: int
    rule: str


_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_ACTOR_LABELS = frozenset(
    {"PERSON", "ORG", "NORP", "DATE", "TIME", "EVENT", "LANGUAGE", "MONEY", "WORK_OF_ART", "LAW", "PRODUCT"}
)


def mentions(scene: Scene) -> list[Mention]:
    """Every mention of a place, in text order."""
    found: list[Mention] = []
    for f in scene.found:
        if (f.how in STATE and f.state) or f.how is How.PLACE:
            state = f.state is not None and f.how in STATE
            if f.how is not How.SEAT and (rule := place_rule(scene, f.first, f.end, state)):
                found.append(Mention(f.first, f.end, rule))
    taken = set(scene.at)
    found.extend(_datelines(scene, taken))
    taken.update(i for m in found for i in range(m.first, m.end))
    found.extend(_labelled(scene, taken))
    found.extend(_unlabelled(scene, taken | {i for m in found for i in range(m.first, m.end)}))
    return sorted(found, key=lambda m: m.first)


def _datelines(scene: Scene, taken: set[int]) -> list[Mention]:
    """Places that open a paragraph as a dateline and that the gazetteer has."""
    found = []
    for block in scene.document.body():
        match = w.DATELINE.match(scene.document.text, block.span.start)
        if match is None or match.end() > block.span.end:
            continue
        start = match.start("place")
        place = match.group("place").split(",")[0].split("/")[0].strip()
        inside = scene.analysis.at(Span(start, start + len(place)))
        if (
            inside
            and not any(t.index in taken for t in inside)
            and len(inside) <= 4
            and (place.isupper() or gazetteer.find(place))
        ):
            found.append(Mention(inside[0].index, inside[-1].index + 1, "dateline"))
    return found


def _labelled(scene: Scene, taken: set[int]) -> list[Mention]:
    """Names that the pipeline takes for places and the registry does not have."""
    found = []
    for n in scene.analysis.names:
        first, end = _trimmed(scene, n.first, n.end)
        if n.label not in _PLACE_LABELS or first >= end or any(i in taken for i in range(first, end)):
            continue
        name = scene.spans(first, end).of(scene.document.text)
        known = bool(gazetteer.find(name))
        if not any(scene.tokens[i].pos == "PROPN" for i in range(first, end)) or (n.label == "FAC" and not known):
            continue
        if not known and not _after_locative(scene, first, end) and not scene.in_dateline(first):
            continue
        if rule := place_rule(scene, first, end, state=False):
            found.append(Mention(first, end, rule))
    return found


def _unlabelled(scene: Scene, taken: set[int]) -> list[Mention]:
    """Names after a preposition of place that the gazetteer has and the pipeline took for something else or nothing."""
    found = []
    for t in scene.tokens:
        if t.dep != "pobj" or t.pos != "PROPN" or t.index in taken:
            continue
        first, end = t.index, t.index + 1
        while first > 0 and scene.tokens[first - 1].dep == "compound" and scene.tokens[first - 1].head == t.index:
            first -= 1
        label = scene.labels.get(t.index)
        if label and label.label in _ACTOR_LABELS and (label.first, label.end) != (first, end):
            continue
        if any(i in taken for i in range(first, end)) or scene.tokens[t.head].lower not in w.places("locative"):
            continue
        name = scene.spans(first, end).of(scene.document.text)
        if name[0].isupper() and not name.isupper() and _well_known(scene, name, label is None):
            found.append(Mention(first, end, "preposition of place"))
    return found


def _well_known(scene: Scene, name: str, unlabelled: bool) -> bool:
    """Whether the gazetteer has a place of that name that fits: in a country that the article speaks of, or large."""
    for e in gazetteer.find(name):
        if (e.country in scene.countries and e.main) or (unlabelled and e.main and e.population >= 100_000):
            return True
    return False


def _trimmed(scene: Scene, first: int, end: int) -> tuple[int, int]:
    while first < end and scene.tokens[first].pos in {"DET", "ADP", "PUNCT"}:
        first += 1
    while first < end and (scene.tokens[end - 1].pos == "PUNCT" or scene.tokens[end - 1].tag == "POS"):
        end -= 1
    return first, end


def _after_locative(scene: Scene, first: int, end: int) -> bool:
    here = scene.governor(scene.head(first, end))
    if here.dep == "pobj":
        return scene.tokens[here.head].lower in w.places("prepositions")
    if here.dep in {"appos", "npadvmod"}:
        return scene.tokens[here.head].lower in w.places("kinds") or scene.tokens[here.head].pos == "PROPN"
    return here.dep in {"compound", "nmod"} and scene.tokens[here.head].lower in w.places("kinds")


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
        return "place's own" if over.lower in w.places("kinds") or not state else None
    if here.dep == "pobj":
        return _after_preposition(scene, over, state)
    if here.dep in {"dobj", "obj"}:
        return "object" if not state or over.lemma.lower() in w.places("reached") else None
    if here.dep in {"appos", "attr"}:
        return "apposition" if not state or over.lower in w.places("kinds") else None
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
    if over.lower in w.places("kinds"):
        return "before a noun of place"
    if not state and w.person_sector(over.lower) == "CVL":
        return "before a noun"
    if over.pos == "PROPN" or w.role_word(over.lower):
        return None
    return None if state else "before a noun"


def _after_preposition(scene: Scene, preposition: Token, state: bool) -> str | None:
    word = preposition.lower
    over = scene.tokens[preposition.head]
    if word in w.places("locative"):
        return "preposition of place"
    if not state:
        return None if word in {"by", "with", "between"} and over.lemma.lower() in w.places("speaking") else "named"
    if over.lower in w.places("kinds"):
        return "noun of place"
    if word in {"to", "from"} and (over.lemma.lower() in w.places("motion") or over.lower in w.places("motion")):
        return "motion"
    return None
