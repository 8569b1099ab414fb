"""The known people: who is called so on an article's day, and who held an office of a country then.

In: names as an article prints them and the article's day; or an office, a country and a day. Out: a `Person`, or None
where several are meant as well as one. Names in two spellings of another script ("Qassem", "Kassem") are compared by how
they sound. Refuses nothing.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from reportedly.knowledge.loader import load
from reportedly.knowledge.people_index import index, name_parts, sound

HEADS = ("president", "monarch", "prime_minister", "supreme_leader")
"""The offices whose holders news names by surname alone in any country; the other offices come after them."""
ALIKE = 84.0
"""How alike whole names must be that sound the same (rapidfuzz's ratio, 0 to 100): Mahmud and Mahmoud are 92, Qassem
and Kassem 83 as words but 91 in a whole name. Set on such pairs."""
ENDS_ALIKE = 72.0
"""The same for the first and for the last word alone: Mohamar and Muammar are 71, Moammar and Muammar 86."""
SHORT = 9
"""Letters. Of shorter names (Li Wei, Ali Reza) too many sound the same."""


@dataclass(frozen=True, slots=True)
class Person:
    """A known person: id, name as we spell it, country, and (code, first year, last year) of each part."""

    id: str
    name: str
    country: str
    terms: tuple[tuple[str, int, int], ...]

    def sector(self, year: int | None) -> str | None:
        """PLOVER's code of the part that the person had in `year`; with no year, the code if there was ever only one."""
        if year is None:
            codes = {code for code, _, _ in self.terms}
            return codes.pop() if len(codes) == 1 else None
        return next((code for code, first, last in reversed(self.terms) if first <= year <= last), None)


@dataclass(frozen=True, slots=True)
class Term:
    """A time in an office: first and last month as (year, month)."""

    office: str
    holder: str
    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, day: date) -> bool:
        """Whether the office was held on a day, to the month."""
        return self.first <= (day.year, day.month) <= self.last


@lru_cache(maxsize=5_000)
def _person(number: str) -> Person:
    name, country, terms = index()["people"][number]
    return Person(number, name, country, tuple((code, first, last) for code, first, last in terms))


def _people(words: tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(map(_person, index()["names"].get(" ".join(words), ())))


@cache
def given_names() -> dict[str, str]:
    """Given names, folded, with `m` or `f` for the sex that they tell."""
    rows = load("given_names")
    return {n: code for row, code in (("male", "m"), ("female", "f")) for n in rows[row].split()}


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """The terms in office of each person by id."""
    found: dict[str, list[Term]] = {}
    for office, countries in index()["terms"].items():
        for rows in countries.values():
            for number, first, last in rows:
                found.setdefault(number, []).append(Term(office, number, _month(first), _month(last)))
    return {key: tuple(terms) for key, terms in found.items()}


def _month(text: str) -> tuple[int, int]:
    year, month = text.split("-")
    return int(year), int(month)


def known_person(spellings: Iterable[str], day: date | None, near: Collection[str] | None = None) -> Person | None:
    """The known person whom an article of `day` calls by `spellings`.

    A whole name decides, if one is printed; one that only sounds like a known person's, if the article speaks of their
    country and the person had a part in its year; without a whole name a surname that one known person bears who had a part in that year, an office before
    others. `near` are the countries that the article speaks of: with them, a surname alone means only somebody of one of
    them, or a head of state or government; a given name alone means only an office holder of one of them.
    """
    names = [name_parts(s) for s in sorted(spellings, key=lambda s: (-len(s), s))]
    whole = [n for n in names if len(n) > 1]
    if whole:
        longest = [n for n in whole if len(n) == len(whole[0])]
        return next((p for n in longest if (p := _whole(n, day, near)) is not None), None)
    return next((p for n in names if (p := _surname(n, day, near)) is not None), None)


def _whole(words: tuple[str, ...], day: date | None, near: Collection[str] | None) -> Person | None:
    if held := _people(words) or _people((words[0], words[-1])):
        return _foremost([p for p in held if _is_timely(p, day, near)], day)
    if longer := _longer(words):
        return _foremost([p for p in longer if _is_timely(p, day, near)], day)
    alike = index()["sounds"].get(f"{sound(words[0])} {sound(words[-1])}", ())
    close = dict.fromkeys(number for name, number in alike if _alike(words, tuple(name.split())))
    fitting = [p for p in map(_person, close) if near is None or p.country in near]
    return _foremost([p for p in fitting if day is None or p.sector(day.year)], day)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two whole names that sound the same are spelled alike, as a whole and at both ends; short names tell nothing."""
    ends = ratio(one[0], other[0]) >= ENDS_ALIKE and ratio(one[-1], other[-1]) >= ENDS_ALIKE
    return ends and len("".join(one)) >= SHORT and ratio(" ".join(one), " ".join(other)) >= ALIKE


def _longer(words: tuple[str, ...]) -> list[Person]:
    """The people all of whose name stands in a longer one ("Miguel Angel Rodriguez Echeverria")."""
    found = dict.fromkeys(p for word in words[1:-1] for p in _people((words[0], word)))
    return [p for p in found if len(parts := name_parts(p.name)) > 1 and set(parts) <= set(words)]


def _is_timely(person: Person, day: date | None, near: Collection[str] | None) -> bool:
    """Whether a namesake is unlikely: the article speaks of the person's country, or the person held an office on its day."""
    if near is None or person.country in near:
        return True
    return day is None or _rank(person, day) < 2 or (person.country == "IGO" and person.sector(day.year) is not None)


def _surname(words: tuple[str, ...], day: date | None, near: Collection[str] | None) -> Person | None:
    held = _people(words)
    if day is not None:
        held = tuple(p for p in held if p.sector(day.year))
    if near is not None:
        given = words[0] in given_names()
        heads = tuple(p for p in held if _rank(p, day) == 0 and (p.country in near or not given))
        held = tuple(p for p in held if _is_near(p, day, near) and (not given or _rank(p, day) < 2)) or heads
    return _foremost(held, day)


def _is_near(person: Person, day: date | None, near: Collection[str]) -> bool:
    """Whether a person is of a country that the article speaks of, or leads an international body on its day."""
    return person.country in near or (person.country == "IGO" and _rank(person, day) < 2)


def _foremost(held: Collection[Person], day: date | None) -> Person | None:
    """The one of several who held the higher office on the day, or who alone ever held one; None where that is nobody."""
    if len(held) <= 1:
        return next(iter(held), None)
    ranks = [_rank(p, day) for p in held]
    best = [p for p, rank in zip(held, ranks, strict=True) if rank == min(ranks)]
    return best[0] if len(best) == 1 and min(ranks) < 2 else None


def _rank(person: Person, day: date | None) -> int:
    """0 for who heads a state or government on the day (without a day: ever did), 1 for other offices, 2 for the rest."""
    held = [t.office for t in _terms().get(person.id, ()) if day is None or t.holds(day)]
    return 0 if any(o in HEADS for o in held) else 1 if held else 2


def holder(office: str, country: str, day: date) -> Person | None:
    """Who held an office of a country on a day; None where nobody did or, in a month of change or dispute, several."""
    rows = index()["terms"].get(office, {}).get(country, ())
    held = dict.fromkeys(n for n, first, last in rows if _month(first) <= (day.year, day.month) <= _month(last))
    return _person(next(iter(held))) if len(held) == 1 else None


__all__ = ["HEADS", "Person", "given_names", "holder", "known_person", "name_parts", "sound"]
