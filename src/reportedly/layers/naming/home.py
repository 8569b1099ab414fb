"""The country of actors whose own words name none, from where the story is.

In: a scene, the rows of places, the actors in the making. Out: countries set on actors that have none. A story that
speaks of one country, or of one far more than of others, is about that country's people and bodies; elsewhere a group
belongs to the one country that its sentence names as a place. International bodies and writings stay without, and so do
people with names of their own where a country is named only once.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.layers.naming.mention import COUNTRY, DOCUMENT, GROUP, ORGANISATION, PEOPLE, PERSON, Making
from reportedly.layers.naming.scene import Scene
from reportedly.record import Place

SHARE = 0.6
"""The share of all mentions of countries from which on one is the story's. Tuned on hand-read news: at 0.6 nine countries in
ten that are set are right, at 0.5 eight; `benchmarks/gold.py` shows it again."""
_LOCAL = frozenset(
    {"CVL", "COP", "JUD", "REF", "HLH", "EDU", "AGR", "LAB", "REB", "CRM", "OPP", "LEG", "GOV", "MIL", "PTY", "BUS"}
)

_ELSEWHERE = frozenset(
    {"captive", "hostage", "prisoner", "detainee", "refugee", "migrant", "tourist", "expatriate", "immigrant", "exile"}
)
"""People who are often not of the country that they are in."""


def fill(scene: Scene, places: Mapping[int, Place], actors: Sequence[Making]) -> None:
    """Sets the country of actors that have none, where the story settles it."""
    count = Counter(scene.countries)
    seen: set[str] = set()
    for place in places.values():
        if place.id not in seen and place.country and place.kind != "country":
            seen.add(place.id)
            count[place.country] += 1
    total = sum(count.values())
    code, most = count.most_common(1)[0] if total else ("", 0)
    near = _by_sentence(scene, places)
    _including(scene, actors)
    for a in actors:
        if a.country or a.known or a.sort in {COUNTRY, DOCUMENT} or a.sector == "IGO" or a.nouns & _ELSEWHERE:
            continue
        named = a.sort == ORGANISATION or (a.sort == PERSON and bool(a.spellings))
        if total and most / total >= SHARE and (most > 1 or not named):
            a.country = code
        elif not named and a.sector in _LOCAL:
            held = {c for m in a.mentions for c in near.get(scene.tokens[m.head].sentence, ())}
            a.country = held.pop() if len(held) == 1 else None


def _by_sentence(scene: Scene, places: Mapping[int, Place]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for index, place in places.items():
        if place.country:
            found.setdefault(scene.tokens[index].sentence, set()).add(place.country)
    return found


def _including(scene: Scene, actors: Sequence[Making]) -> None:
    """Gives a person named as one of a group ("five Americans, including Ana Lind") the group's country and part."""
    by_head = {m.head: a for a in actors for m in a.mentions}
    for a in actors:
        for m in a.mentions if a.sort == PERSON else ():
            over = scene.tokens[scene.tokens[m.head].head]
            group = by_head.get(over.head)
            if over.lower == "including" and group and group.sort in {GROUP, PEOPLE}:
                a.country, a.sector = a.country or group.country, a.sector or group.sector
