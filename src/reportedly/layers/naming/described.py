"""Mentions by description: nouns of role, bodies, groups, people, and statements in writing.

In: a scene, the rows of places, the tokens that names take, the heads of the statements' sources. Out: mentions in text
order. A noun counts where it says or does something, has something done to it, or is a source; not as a predicate.
"""

from collections.abc import Collection, Mapping

from reportedly.document import Words
from reportedly.language.analysis import Token
from reportedly.layers.naming import words as w
from reportedly.layers.naming.describing import hint
from reportedly.layers.naming.following import GOVERNMENT
from reportedly.layers.naming.mention import BODY, DOCUMENT, GROUP, PERSON, Mention, one
from reportedly.layers.naming.scene import Scene
from reportedly.record import Place

_ARGUMENTS = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "obj",
        "iobj",
        "dative",
        "pobj",
        "agent",
        "poss",
        "conj",
        "appos",
        "csubj",
        "ROOT",
        "oprd",
    }
)
_COUNTING = frozenset(
    {
        "dozen",
        "hundred",
        "thousand",
        "million",
        "group",
        "number",
        "score",
        "handful",
        "majority",
        "lot",
        "one",
        "some",
        "many",
        "most",
        "several",
        "none",
        "rest",
        "all",
        "couple",
        "pair",
        "minority",
        "half",
        "two",
        "three",
        "percent",
        "%",
        "member",
        "family",
        "wave",
        "crowd",
        "few",
        "ten",
        "other",
    }
)
_IN_PLACE = frozenset({"in", "at", "on", "into", "during", "under", "through", "since", "over"})


def read_described(
    scene: Scene, places: Mapping[int, Place], taken: Collection[int], sources: Collection[int]
) -> list[Mention]:
    """Every mention of an actor by description, in text order. `sources` are heads of sources: they always count."""
    found = []
    for t in scene.tokens:
        if t.index in taken or t.pos == "PRON" or (t.pos not in {"NOUN", "PROPN"} and t.index not in sources):
            continue
        if t.index in sources or _counts(scene, t):
            found.append(describe(scene, t, places))
    return found


def _counts(scene: Scene, t: Token) -> bool:
    noun = t.lower
    person, body = w.person_sector(noun) or w.weak(noun) or w.unnamed(noun), w.body_sector(noun)
    if not (person or body or w.stands_for("organisation", noun) or w.stands_for("country", noun)):
        return False
    if w.document(noun) and not person:
        return False
    if t.lemma.lower() in _COUNTING and not person and _counts_people(scene, t):
        return False
    if t.dep not in _ARGUMENTS and not scene.exists(t):
        return False
    here = scene.governor(t)
    over = scene.tokens[here.head]
    if here.dep == "appos":
        return over.pos != "PROPN" and t.dep == "conj"
    if here.dep == "pobj":
        if over.lower in _IN_PLACE and not person and not (over.lower == "at" and noun in GOVERNMENT):
            return False
        if over.lower == "of" and not person:
            return scene.tokens[over.head].lemma.lower() in _COUNTING or _modified(scene, t)
        if over.lower == "as":
            return False
    if body and not person:
        return _modified(scene, t) or here.dep in {"nsubj", "nsubjpass", "agent"} or (t.tag == "NNS")
    return True


def _counts_people(scene: Scene, t: Token) -> bool:
    """Whether a noun only counts the people behind it ("a group of prisoners")."""
    return any(
        o.tag in {"NNS", "NNPS"} and (w.person_sector(o.lower) or o.index in scene.at)
        for p in scene.analysis.below(t.index, "prep")
        if p.lower == "of"
        for o in scene.analysis.below(p.index, "pobj")
    )


def _modified(scene: Scene, t: Token) -> bool:
    return any(True for _ in scene.analysis.below(t.index, "det", "poss", "amod", "compound", "nummod"))


def describe(scene: Scene, t: Token, places: Mapping[int, Place]) -> Mention:
    """The mention that the phrase with the head noun `t` makes."""
    first = scene.phrase_start(t.index)
    h = hint(scene, first, t.index, places)
    noun = w.singular(t.lower)
    words = [one(scene.spans(first, t.index + 1))]
    opener = scene.tokens[first]
    bare = first + 1 if opener.pos == "DET" and first < t.index else first
    if bare > first:
        words.append(one(scene.spans(bare, t.index + 1)))
    words.extend(_wider(scene, t, first))
    plural = t.tag in {"NNS", "NNPS"} or noun == "people"
    person = w.person_sector(t.lower) or w.weak(t.lower)
    sort = (
        DOCUMENT
        if w.document(t.lower) and not person
        else BODY
        if w.body_sector(t.lower) and not person
        else GROUP
        if plural
        else PERSON
    )
    if sort is PERSON and not person:
        sort = BODY
    text = " ".join(scene.spans(bare, t.index + 1).of(scene.document.text).split())
    return Mention(
        t.index, first, t.index + 1, sort, words, text, None, h.country, h.sector, noun=noun, plural=plural,
        definite=opener.lower in {"the", "this", "these", "those", "that"} or (opener.tag == "PRP$"),
        sex=h.sex, owner=h.owner, rule="description",
    )  # fmt: skip


def _wider(scene: Scene, t: Token, first: int) -> list[Words]:
    """The phrase with the count that it hangs on ("thousands of prisoners"), and with what describes it behind."""
    found = []
    over = scene.tokens[t.head]
    if t.dep == "pobj" and over.lower == "of" and over.head < first:
        count = scene.tokens[over.head]
        if count.lemma.lower() in _COUNTING or count.pos == "NUM":
            found.append(one(scene.spans(scene.phrase_start(count.index), t.index + 1)))
    behind = [i for i in scene.analysis.subtree(t.index) if i > t.index]
    if behind and behind[-1] - t.index == len(behind) <= 12:
        end = next(
            (i for i in behind if scene.tokens[i].pos == "PUNCT" and scene.tokens[i].text in ",;:—–--("), behind[-1] + 1
        )
        end = next(
            (i for i in range(t.index + 1, end) if scene.tokens[i].dep == "cc" and scene.tokens[i].head == t.index), end
        )
        if end > t.index + 1:
            found.append(one(scene.spans(first, end)))
    return found


__all__ = ["describe", "read_described"]
