"""Which places of the gazetteer a name in an article may mean, and what the words around it say of where it lies.

In: a name's words, or a mention in its scene. Out: entries of the gazetteer; for a mention the place that its text nests it
in ("Paris, Texas", "Iran's Kermanshah"). A name that the gazetteer lacks gives nothing.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from reportedly.document import Span
from reportedly.knowledge import gazetteer
from reportedly.knowledge.gazetteer import Entry
from reportedly.knowledge.registry import How, names_in
from reportedly.layers.naming import words as w
from reportedly.layers.naming.scene import Scene

MOST = 40
"""Candidates of a name that are weighed; the most populous first. "San Antonio" has 130, of which 100 are hamlets."""
_SENTENCE_TAIL = 160
_WIDEST = 4

_OF = re.compile(
    r"^(?:city|town|village|township|borough|county|state|province|municipality) of (?=[A-Z])", re.IGNORECASE
)
_KIND = re.compile(r" (?:township|twp\.?|city|town|village|borough|area|region|municipality|metro)$", re.IGNORECASE)
_COUNTIES = re.compile(r"(?:,? (?:and |& )?[A-Z][\w'.-]+){0,6}?,? (?:counties|county|parishes|parish)\b")


class Within(NamedTuple):
    """What a name is nested in: a country, and a division of it or none."""

    country: str
    division: str | None


@lru_cache(maxsize=20_000)
def candidates(name: str) -> tuple[Entry, ...]:
    """The places that a name as printed may mean: bearers of the name, of the name without words that say its kind or
    side ("City of Paris", "downtown Paris"), the country of an adjective, and counties by their bare name."""
    name = " ".join(name.split()).strip("\"“”'’‘,;:")
    name = name.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    if all(word.lower() in w.places("directions") for word in name.split()):
        return ()
    held = _of_adjective(name) or gazetteer.find(name)
    if not held:
        for shorter in (_OF.sub("", name), _KIND.sub("", name), _without_side(name)):
            if shorter and shorter != name and (held := gazetteer.find(shorter) or gazetteer.counties(shorter)):
                break
    bare = () if " " in name and gazetteer.counties(name) == held else gazetteer.counties(name)
    known = {e.id for e in held}
    return (*held[:MOST], *(e for e in bare if e.id not in known))


def _of_adjective(name: str) -> tuple[Entry, ...]:
    """The country that an adjective or a word for its people stands for; nothing for another name."""
    hits = names_in(name)
    if len(hits) != 1 or hits[0].span != Span(0, len(name)) or len(hits[0].known) != 1:
        return ()
    if hits[0].how not in {How.ADJECTIVE, How.NATIONAL}:
        return ()
    return tuple(e for e in gazetteer.find(hits[0].known[0].name) if e.kind == "country")


def _without_side(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in w.places("directions") and rest[:1].isupper() else ""


def within(scene: Scene, span: Span) -> Within | None:
    """The country or division that the text nests a name in, or None: behind a comma or in parentheses, or as the owner
    before it."""
    text = scene.document.text
    after = text[span.end : span.end + _SENTENCE_TAIL]
    opening = re.match(r"\s*(?:,|\()\s*", after)
    if opening:
        words = re.findall(r"[^\s,()]+", after[opening.end() :].split("\n")[0])[:_WIDEST]
        for width in range(len(words), 0, -1):
            if (found := container(" ".join(words[:width]))) is not None:
                return found
        following = re.match(r"[^,()\n]{2,40}[,(]\s*", after[opening.end() :])
        if following and gazetteer.counties(after[opening.end() :].split(" County")[0].split(" Parish")[0]):
            rest = re.findall(r"[^\s,()]+", after[opening.end() + following.end() :].split("\n")[0])[:2]
            for width in (2, 1):
                if (found := container(" ".join(rest[:width]))) is not None:
                    return found
    before = re.search(r"((?:[A-Z][\w.-]+ ?){1,3})['’]s (?:[a-z]+ ){0,2}$", text[max(0, span.start - 60) : span.start])
    return container(before.group(1).strip()) if before else None


@lru_cache(maxsize=20_000)
def container(words: str) -> Within | None:
    """The country or division that words behind a comma name, or None. A country that shares its name with a state of
    the United States gives none."""
    bare = words.rstrip(".;:'’")
    for form in (words, bare, f"{bare}."):
        if form in gazetteer.abbreviations():
            return Within(*gazetteer.abbreviations()[form])
    over = [e for e in gazetteer.find(bare) if e.kind in {"country", "division"} and e.main]
    if not over or not bare[:1].isupper() or len({e.country for e in over}) > 1:
        return None
    best = next((e for e in over if e.kind == "country"), over[0])
    return Within(best.country, best.division) if best.country else None


def among_counties(scene: Scene, span: Span) -> bool:
    """Whether a name stands in a list that the word "counties" ends ("in Clay, Grant and Lamar counties")."""
    return _COUNTIES.match(scene.document.text[span.end : span.end + _SENTENCE_TAIL].replace("\n", ".")) is not None
