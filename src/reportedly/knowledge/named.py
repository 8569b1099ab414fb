"""`country_named`: the country of a name alone, without an article around it.

In: a name. Out: the ISO code of the country that the registry or the gazetteer gives it, or None where they know no such
name or the name is borne in several countries. It refuses nothing.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from reportedly.knowledge.gazetteer import Entry, find
from reportedly.knowledge.loader import load
from reportedly.knowledge.people import known_person
from reportedly.knowledge.registry import names_in

FOREMOST = 10
"""How many times more people than in all others of its name live in a place that a name alone means."""


def country_named(name: str) -> str | None:
    """The country of an actor or place called `name`: a known actor's whose name is the whole or stands in it, a known
    person's, or that of every place of the name, or of the one that is far larger than the others."""
    hits = names_in(name)
    for hit in hits:
        held = {k.country for k in hit.known if k.country}
        if hit.span.end - hit.span.start == len(name) and len(held) == 1:
            return held.pop()
    if (person := known_person([_untitled(name)], None)) is not None:
        return person.country
    inside = Counter(c for h in hits for c in {k.country for k in h.known if k.country})
    if len(inside) == 1:
        return next(iter(inside))
    return _place(find(name))


def _untitled(name: str) -> str:
    """A name without the titles and parts before it ("Secretary of Defense Leon E. Panetta")."""
    words = name.split()
    first = next((i for i, x in enumerate(words) if x.lower().rstrip(".") not in _titles()), 0)
    return " ".join(words[first:] if len(words) - first > 1 else words[-1:])


@cache
def _titles() -> frozenset[str]:
    roles = load("roles")
    rows = (roles["titles"], roles["person"], {"weak": roles["weak"]["nouns"]}, roles["beside"])
    return frozenset(word for row in rows for words in row.values() for word in words) | {"of", "the", "and", "crown"}


def _place(entries: Sequence[Entry]) -> str | None:
    people: Counter[str] = Counter()
    for entry in entries:
        if entry.country:
            people[entry.country] += max(entry.population, 1)
    most = people.most_common(1)
    if not most or most[0][1] < FOREMOST * (people.total() - most[0][1]):
        return None
    return most[0][0]
