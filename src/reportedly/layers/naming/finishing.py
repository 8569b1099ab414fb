"""Actors in the making to rows of the record: name, kind, country and sector are settled, each span given to one actor.

In: a scene, the actors in the making, the sources. Out: rows in the order of first mention.
"""

from collections.abc import Sequence

from reportedly.document import Words
from reportedly.knowledge.people import name_parts
from reportedly.layers.naming import words as w
from reportedly.layers.naming.mention import DOCUMENT, GROUP, PEOPLE, PERSON, Making
from reportedly.layers.naming.scene import Scene
from reportedly.layers.naming.sources import Sources
from reportedly.record import Actor, place_key, row_id

_POPULATION = frozenset({"CVL", "REF"})


def rows(scene: Scene, actors: Sequence[Making], sources: Sources) -> list[Actor]:
    """A row for each actor that has a name of its own left."""
    taken: set[Words] = set()
    made = []
    used: set[str] = set()
    cited = _cited(actors, sources)
    for a in actors:
        names = tuple(n for n in a.names() if n not in taken)
        if not names:
            continue
        taken.update(names)
        name = cited.get(id(a)) or _name(a)
        number = row_id("p", place_key(names[0]), name)
        if number in used:
            continue
        used.add(number)
        registry = a.known.id if a.known else a.person.id if a.person else None
        made.append(
            Actor(
                id=number, name=name, kind=_kind(a, name), country=a.country, sector=a.sector or None, names=names,
                registry=registry, identity=registry or _identity(a, name), made_by=f"rule: {a.rule}",
            )
        )  # fmt: skip
    return made


def _name(a: Making) -> str:
    """The registry's name, else a person's fullest name, else the longest of its names, else its first words."""
    if a.known or a.person:
        return (a.known or a.person).name  # type: ignore[union-attr]
    if a.spellings:
        return max(a.spellings, key=lambda s: (len(s.split()) if a.sort == PERSON else len(s), len(s)))
    return a.name


def _identity(a: Making, name: str) -> str | None:
    """One id for a person in every article: of the whole name, country and part; None where one of them is not known."""
    parts = name_parts(name)
    if a.sort != PERSON or not a.spellings or len(parts) < 2 or not (a.country and a.sector):
        return None
    return f"name:{'-'.join(parts)}:{a.country}:{a.sector}"


def _kind(a: Making, name: str) -> str:
    if a.sector == "MED" and a.sort not in {PERSON, GROUP, DOCUMENT}:
        return "media"
    if a.sort == PERSON:
        return "person" if a.spellings or a.person else "unnamed"
    if a.sort == PEOPLE:
        return "population"
    if a.sort == GROUP:
        nouns = a.nouns
        if any(w.unnamed(n) and n not in {"people", "resident", "person"} for n in nouns) or name.startswith("unnamed"):
            return "unnamed"
        return "population" if a.sector in _POPULATION else "unnamed"
    return "unnamed" if a.sort == DOCUMENT else "organisation"


def _cited(actors: Sequence[Making], sources: Sources) -> dict[int, str]:
    """Names for sources that nobody names: after the one who cites them."""
    by_head = {m.head: a for a in actors for m in a.mentions}
    found: dict[int, str] = {}
    for number, statement in enumerate(sources.statements):
        over = statement.cited_by
        if over is None or over == number or not 0 <= over < len(sources.heads_of):
            continue
        citing = next((by_head[h] for h in sources.heads_of[over] if h in by_head), None)
        for h in sources.heads_of[number]:
            held = by_head.get(h)
            if (
                held
                and citing
                and held is not citing
                and held.sort in {GROUP, PERSON}
                and held.nouns == {"source"}
                and not held.spellings
            ):
                found[id(held)] = f"unnamed {'sources' if held.plural else 'source'} of {_name(citing)}"
    return found
