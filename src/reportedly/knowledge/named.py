"""`country_named`: the country of a name alone, without an article around it.

In: a name. Out: the ISO code of the country that the registry or the gazetteer gives it, or None where they know no such
name or the name is borne in several countries. It refuses nothing.
"""

from collections import Counter

from reportedly.knowledge.gazetteer import find
from reportedly.knowledge.people import known_person
from reportedly.knowledge.registry import names_in


def country_named(name: str) -> str | None:
    """The country of an actor or place called `name`: a known actor's whose name is the whole or stands in it, a known
    person's, or the country of every place of that name."""
    hits = names_in(name)
    whole = [h for h in hits if h.span.end - h.span.start == len(name)]
    for hit in whole or ():
        held = {k.country for k in hit.known if k.country}
        if len(held) == 1:
            return held.pop()
    if (person := known_person([name], None)) is not None:
        return person.country
    inside = Counter(c for h in hits for c in {k.country for k in h.known if k.country})
    if len(inside) == 1:
        return next(iter(inside))
    places = {e.country for e in find(name) if e.country}
    return places.pop() if len(places) == 1 else None
