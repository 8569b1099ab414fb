"""What stands beside a name or noun and says whose part it plays: country, sector, owner, sex.

In: a scene and a head token. Out: a `Hint`. Words before the noun count ("Turkish police officer"), then what hangs on it
by of, for, at, from, with ("spokesman for the ministry"), then a place that it stands in ("residents of Idlib").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.knowledge.registry import How
from reportedly.layers.naming import words as w
from reportedly.layers.naming.scene import Scene
from reportedly.record import Place

_OF = frozenset({"of", "for", "at", "from", "with", "to"})
_IN = frozenset({"in", "of", "from", "near", "across", "inside"})


@dataclass(slots=True)
class Hint:
    """What is said of somebody beside the name; empty where nothing is."""

    country: str | None = None
    sector: str | None = None
    owner: int | None = None
    sex: str | None = None


def hint(scene: Scene, first: int, head: int, places: Mapping[int, Place]) -> Hint:
    """What the noun phrase of tokens `first` to `head` says of the actor that its head names."""
    tokens = scene.tokens
    found = Hint()
    phrase = [tokens[i] for i in range(first, head)]
    noun = tokens[head].lower
    _beside(scene, range(first, head), found)
    for t in phrase:
        if (t.dep == "poss" and not t.tag.startswith("PRP") and found.owner is None) or (
            t.tag == "PRP$" and found.owner is None
        ):
            found.owner = t.index
        found.sex = found.sex or w.sex(t.lower)
    found.sector = _sector(scene, first, head)
    if found.sector is None and noun == "leader" and found.country and found.owner is None:
        found.sector = "GOV"
    if tokens[head].lower in _ARMED and any(
        t.index in scene.labels and scene.labels[t.index].label == "NORP" and t.index not in scene.at for t in phrase
    ):
        found.sector = "REB"
    found.sex = found.sex or w.sex(noun)
    for p in scene.analysis.below(head, "prep"):
        if p.index > head and p.lower in _OF | _IN:
            _behind(scene, p.index, p.lower, found, places)
            if p.lower in {"of", "for", "at"} and found.sector in {None, "GOV", "CVL"} and _leads(noun):
                found.sector = _sector_behind(scene, p.index) or found.sector
    return found


def _beside(scene: Scene, stretch: Iterable[int], found: Hint) -> None:
    for i in stretch:
        f = scene.at.get(i)
        if f is None:
            continue
        if f.state and len(f.known) == 1:
            found.country = found.country or f.state.country
        elif f.how is How.PLACE:
            found.country = found.country or f.known[0].country
        elif found.owner is None and len(f.known) == 1:
            found.owner = f.end - 1


def _behind(scene: Scene, preposition: int, word: str, found: Hint, places: Mapping[int, Place]) -> None:
    for o in scene.analysis.below(preposition, "pobj"):
        f = scene.at.get(o.index)
        if f and f.state and len(f.known) == 1:
            found.country = found.country or f.state.country
            if word in _OF and found.owner is None and o.index not in places:
                found.owner = o.index
        elif o.index in places:
            found.country = found.country or places[o.index].country
        elif (
            word in _OF and found.owner is None and (o.pos == "PROPN" or w.body_sector(o.lower) or o.index in scene.at)
        ):
            found.owner = o.index


def _leads(noun: str) -> bool:
    return w.weak(noun) or noun in {
        "president",
        "vice-president",
        "commissioner",
        "secretary",
        "minister",
        "official",
        "officials",
    }


def _sector_behind(scene: Scene, preposition: int) -> str | None:
    """PLOVER's code of the body that somebody leads or speaks for ("commissioner of police")."""
    for o in scene.analysis.below(preposition, "pobj"):
        if o.index in scene.at:
            return None
        return w.body_sector(o.lower) or (w.name_sector(o.lower) if o.pos == "PROPN" else None)
    return None


def _sector(scene: Scene, first: int, head: int) -> str | None:
    """PLOVER's code by the noun itself, by two words ("police officer"), by the words before a noun that has none."""
    tokens = scene.tokens
    words = [tokens[i].lower.rstrip(".") for i in range(first, head + 1)]
    noun = words[-1]
    for width in (3, 2):
        if len(words) >= width and (
            sector := w.person_sector(" ".join(words[-width:])) or w.body_sector(" ".join(words[-width:]))
        ):
            return sector
    own = w.person_sector(noun) or w.body_sector(noun)
    beside = None
    for i in range(head - 1, first - 1, -1):
        t = tokens[i]
        if t.dep in {"compound", "amod", "nmod"} or t.pos == "PROPN":
            beside = beside or w.beside_sector(t.lower) or (w.person_sector(t.lower) if t.pos != "PROPN" else None)
    if w.weak(noun) or noun in _GENERIC:
        return beside or own
    if (
        own in {"CVL", "GOV"}
        and beside in {"COP", "MIL", "REB", "OPP", "LEG", "JUD", "SPY", "NGO", "MED", "LAB"}
        and noun in _BORROWS
    ):
        return beside
    return own


def title(scene: Scene, first: int, end: int) -> tuple[str | None, str]:
    """PLOVER's code and the noun of the title that stands before a person's name ("Press Secretary"), or None and ""."""
    for i in range(end - 1, first - 1, -1):
        noun = scene.tokens[i].lower.rstrip(".")
        if w.person_sector(noun) or w.weak(noun):
            return _sector(scene, first, i), w.singular(noun)
    return None, ""


_ARMED = frozenset({"force", "forces", "fighters", "troops", "soldiers", "commander", "commanders", "authorities"})
_GENERIC = frozenset(
    {
        "official",
        "officials",
        "worker",
        "workers",
        "expert",
        "experts",
        "agency",
        "group",
        "groups",
        "organization",
        "organizations",
        "organisation",
        "organisations",
        "department",
        "council",
        "committee",
        "commission",
        "team",
        "service",
        "services",
        "bureau",
        "movement",
        "movements",
        "faction",
        "factions",
        "party",
        "analyst",
        "analysts",
    }
)
_BORROWS = frozenset(
    {
        "man",
        "men",
        "woman",
        "women",
        "people",
        "authority",
        "authorities",
        "supporter",
        "supporters",
        "inspector",
        "inspectors",
        "director",
        "youth",
        "crowd",
        "family",
        "families",
        "leadership",
        "administrator",
        "representative",
    }
)
