"""Which names are one person: full names, surnames, given names, and spellings that differ in a letter or two.

In: names as printed. Out: the person among those known in the article. Names are compared without case, accents and
particles; two spellings are one where rapidfuzz's ratio of their surnames, and of their given names if both are printed,
is at least `ALIKE`.
"""

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from reportedly.knowledge.registry import name_parts as parts
from reportedly.layers.naming.mention import Making

ALIKE = 83.0
"""Bohler and Boehler are 92 alike, Qassem and Kassem 83, Smith and Smyth 80; set on such pairs."""


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


def find_person(name: str, index: int, people: Iterable[Making], sex: str | None) -> Making | None:
    """The person of the article that `name`, printed at token `index`, means; None for somebody new.

    Of several with that surname the one named last before the place is meant; failing any before, the only one after.
    """
    here = parts(name)
    held = [p for p in people if any(same_person(here, parts(s)) for s in p.spellings)]
    if len(here) == 1:
        exact = [p for p in held if any(here[0] in parts(s) for s in p.spellings)]
        held = exact or held
        if not held:
            held = [p for p in people if any(len(parts(s)) > 1 and parts(s)[0] == here[0] for s in p.spellings)]
            if len(held) > 1:
                return None
    else:
        held = [p for p in held if any(parts(s) == here for s in p.spellings)] or held
    held = [p for p in held if not (sex and p.sex and p.sex != sex)]
    if not held:
        return None
    before = [p for p in held if p.last_before(index) >= 0]
    if before:
        return max(before, key=lambda p: p.last_before(index))
    return held[0] if len(held) == 1 else None
