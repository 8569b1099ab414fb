"""Which names are one person: full names, surnames, given names, and spellings that differ in a letter or two.

In: names as printed. Out: the person among those known in the article. Names are compared without case, accents and
particles; two spellings are one where rapidfuzz's ratio of their surnames, and of their given names if both are printed,
is at least `ALIKE`.
"""

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from reportedly.knowledge.people import name_parts as parts
from reportedly.layers.naming.mention import Making

ALIKE = 83.0
"""Bohler and Boehler are 92 alike, Qassem and Kassem 83, Smith and Smyth 80; set on such pairs."""


MOST_SURNAMES = 1_000
"""With more surnames than this (a book, not an article) only equal spellings are joined: the search is quadratic."""


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names, as parts, can be one person's."""
    if not one or not other:
        return False
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return _alike(short[0], long[-1])
    if not _alike(one[-1], other[-1]):
        return len(short) >= 2 and len(long) > len(short) and set(short) <= set(long)
    return (
        _alike(one[0], other[0])
        or (one[0][0] == other[0][0] and min(len(one[0]), len(other[0])) == 1)
        or set(short) <= set(long)
    )


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= 5 and ratio(one, other) >= ALIKE


class People:
    """The people of an article by the parts of their names."""

    def __init__(self) -> None:
        self._by_part: dict[str, list[tuple[tuple[str, ...], Making]]] = {}
        self._surnames: dict[str, None] = {}

    def add(self, person: Making, name: str) -> None:
        """Notes a way in which a person's name is printed."""
        here = parts(name)
        for part in dict.fromkeys(here):
            held = self._by_part.setdefault(part, [])
            if (here, person) not in held:
                held.append((here, person))
        self._surnames.setdefault(here[-1])

    def find(self, name: str, index: int, sex: str | None) -> Making | None:
        """The person of the article that `name`, printed at token `index`, means; None for somebody new.

        Of several with that surname the one named last before the place is meant; failing any before, the only one after.
        """
        here = parts(name)
        held = self._held(here)
        held = [p for p in held if not (sex and p.sex and p.sex != sex)]
        before = [p for p in held if p.last_before(index) >= 0]
        if before:
            return max(before, key=lambda p: p.last_before(index))
        return held[0] if len(held) == 1 else None

    def _held(self, here: tuple[str, ...]) -> list[Making]:
        """Everybody whom a name can mean: by the same spelling if anybody has it, else by one like it."""
        exact = [(n, p) for part in dict.fromkeys(here) for n, p in self._by_part.get(part, ()) if same_person(here, n)]
        if len(here) > 1:
            exact = [(n, p) for n, p in exact if n == here] or exact
        if not exact and len(self._surnames) <= MOST_SURNAMES:
            alike = [s for s in self._surnames if _alike(here[-1], s)]
            exact = [(n, p) for s in alike for n, p in self._by_part[s] if same_person(here, n)]
        if not exact and len(here) == 1:
            given = _distinct(p for n, p in self._by_part.get(here[0], ()) if len(n) > 1 and n[0] == here[0])
            return given if len(given) == 1 else []
        return _distinct(p for _, p in exact)


def _distinct(people: Iterable[Making]) -> list[Making]:
    return list({id(p): p for p in people}.values())
