"""The known people, from the files `people*.toml` and `offices.toml`: who is called so, and who held an office when.

In: names as an article prints them and the article's day; or an office, a country and a day. Out: a `Person`, or None
where several are meant as well as one. Names are compared without case, accents, particles and titles; names in two
spellings of another script ("Qassem", "Kassem") by how they sound. Refuses nothing.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.loader import load, load_all

HEADS = ("president", "monarch", "prime_minister", "supreme_leader")
"""The offices whose holders news names by surname alone in any country; the other offices come after them."""
ALIKE = 84.0
"""How alike whole names must be that sound the same (rapidfuzz's ratio, 0 to 100): Mahmud and Mahmoud are 92, Qassem
and Kassem 83 as words but 91 in a whole name. Set on such pairs."""
FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM"})
"""Countries whose people's names news prints with the family name first."""
TRANSLITERATED = frozenset(
    [
        "AFG",
        "ARE",
        "ARM",
        "BGD",
        "BGR",
        "BHR",
        "BLR",
        "BTN",
        "CHN",
        "CYP",
        "DJI",
        "DZA",
        "EGY",
        "ERI",
        "ESH",
        "ETH",
        "GEO",
        "GRC",
        "HKG",
        "IND",
        "IRN",
        "IRQ",
        "ISR",
        "JOR",
        "JPN",
        "KAZ",
        "KGZ",
        "KHM",
        "KOR",
        "KWT",
        "LAO",
        "LBN",
        "LBY",
        "LKA",
        "MAC",
        "MAR",
        "MDV",
        "MKD",
        "MMR",
        "MNG",
        "MRT",
        "NPL",
        "OMN",
        "PAK",
        "PRK",
        "PSE",
        "QAT",
        "RUS",
        "SAU",
        "SDN",
        "SOM",
        "SRB",
        "SYR",
        "THA",
        "TJK",
        "TKM",
        "TUN",
        "TWN",
        "UKR",
        "UZB",
        "YEM",
    ]
)
"""Countries whose people's names English renders from another script, so that spellings differ."""
_STILL = 9999
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "bint",
        "abu",
        "jr",
        "sr",
        "ii",
        "iii",
        "xiv",
        "vi",
        "xvi",
        "king",
        "queen",
        "pope",
    ]
)
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("tz", "ts"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("dj", "j"),
    ("q", "k"), ("c(?!h)", "k"), ("w", "v"), ("z", "s"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("x", "ks"),
)  # fmt: skip
"""Spellings of one sound in English renderings of other scripts; applied in order, then vowels and doubles go."""


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
    """A time in an office: its holder, first and last month as (year, month)."""

    office: str
    holder: Person
    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, day: date) -> bool:
        """Whether the office was held on a day, to the month."""
        return self.first <= (day.year, day.month) <= self.last


@cache
def given_names() -> dict[str, str]:
    """Given names, folded, with `m` or `f` for the sex that they tell."""
    rows = load("given_names")
    return {n: code for row, code in (("male", "m"), ("female", "f")) for n in rows[row].split()}


@cache
def _written() -> dict[str, Person]:
    """The people of the files `people*.toml` by key."""
    return {
        key: Person(
            f"person:{key}",
            facts["name"],
            facts["country"],
            tuple((t[0], t[1], t[2] if len(t) > 2 else _STILL) for t in facts["terms"]),
        )
        for key, facts in load_all("people").items()
    }


@cache
def offices() -> dict[tuple[str, str], tuple[Term, ...]]:
    """The terms of each office by office and country; holders whom the people's files lack are made from their terms."""
    named: dict[tuple[str, str], Person] = {}
    anywhere: dict[str, Person] = {}
    for key, person in _written().items():
        for name in (person.name, *load_all("people")[key].get("names", ())):
            named.setdefault((fold(name), person.country), person)
            anywhere.setdefault(fold(name), person)
    found: dict[tuple[str, str], list[Term]] = {}
    for office, countries in load("offices").items():
        for country, rows in countries.items():
            for name, first, *last in rows:
                begin, end = _month(first), _month(last[0]) if last else (_STILL, 12)
                code = country if len(country) == 3 and office != "secretary_general" else "IGO"
                sector = "IGO" if code == "IGO" else "GOV"
                new = Person(f"person:{fold(name).replace(' ', '_')}", name, code, ((sector, begin[0], end[0]),))
                # Some hold an office of two countries, or of an international body: they are one person.
                person = named.get((fold(name), code)) or anywhere.get(fold(name)) or new
                named.setdefault((fold(name), code), person)
                found.setdefault((office, country), []).append(Term(office, person, begin, end))
    return {key: tuple(terms) for key, terms in found.items()}


def _month(text: str) -> tuple[int, int]:
    year, month = text.split("-")
    return int(year), int(month)


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """The terms in office of each person by id."""
    found: dict[str, list[Term]] = {}
    for terms in offices().values():
        for term in terms:
            found.setdefault(term.holder.id, []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


@cache
def people() -> dict[tuple[str, ...], tuple[Person, ...]]:
    """The known people by their names, as the words of a folded name: whole names, first with last, and surnames."""
    found: dict[tuple[str, ...], list[Person]] = {}

    def put(person: Person, name: str) -> None:
        words = name_parts(name)
        family = words[:1] if person.country in FAMILY_FIRST else words[-1:]
        for part in {words, words[-1:], family, (words[0], words[-1])}:
            held = found.setdefault(part, [])
            if person not in held:
                held.append(person)

    for key, person in _written().items():
        for name in (person.name, *load_all("people")[key].get("names", ())):
            put(person, name)
    for terms in offices().values():
        for term in terms:
            put(term.holder, term.holder.name)
    return {k: tuple(v) for k, v in found.items()}


@cache
def _by_sound() -> dict[tuple[str, ...], tuple[tuple[str, Person], ...]]:
    """The whole names that English renders from another script, folded, with their bearers, by how first and last sound."""
    found: dict[tuple[str, ...], list[tuple[str, Person]]] = {}
    for words, held in people().items():
        if len(words) > 1:
            key = (sound(words[0]), sound(words[-1]))
            spelled = [(" ".join(words), person) for person in held if person.country in TRANSLITERATED]
            found.setdefault(key, []).extend(spelled)
    return {k: tuple(v) for k, v in found.items()}


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The consonants of a folded word, those that English renders in several ways as one."""
    for spelling, one in _SOUNDS:
        word = re.sub(spelling, one, word)
    first, rest = word[:1], re.sub("[aeiouh]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", ("a" if first in "aeiou" else first) + rest)


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """A person's name as folded words, without particles and titles unless nothing else is left."""
    words = fold(name.replace("-", " ")).split() if name[:3].lower() in {"al-", "el-"} else fold(
        name.replace(" al-", " ").replace(" el-", " ")
    ).split()  # fmt: skip
    return tuple(x for x in words if x not in _PARTICLES) or tuple(words)


def known_person(spellings: Iterable[str], day: date | None, near: Collection[str] | None = None) -> Person | None:
    """The known person whom an article of `day` calls by `spellings`.

    A whole name decides, if one is printed; one that only sounds like a known person's, if the article speaks of their
    country; without a whole name a surname that one known person bears who had a part in that year, an
    office before others. `near` are the countries that the article speaks of: with them, a surname alone means only
    somebody of one of them and is no given name, or is a head of state's or government's.
    """
    names = [name_parts(s) for s in sorted(spellings, key=lambda s: (-len(s), s))]
    whole = [n for n in names if len(n) > 1]
    if whole:
        longest = [n for n in whole if len(n) == len(whole[0])]
        return next((p for n in longest if (p := _whole(n, day, near)) is not None), None)
    return next((p for n in names if (p := _surname(n, day, near)) is not None), None)


def _whole(words: tuple[str, ...], day: date | None, near: Collection[str] | None) -> Person | None:
    if held := people().get(words) or people().get((words[0], words[-1])):
        return _foremost([p for p in held if _is_timely(p, day, near)], day)
    alike = _by_sound().get((sound(words[0]), sound(words[-1])), ())
    fitting = (p for name, p in alike if ratio(" ".join(words), name) >= ALIKE and (near is None or p.country in near))
    return _foremost(tuple(dict.fromkeys(fitting)), day)


def _is_timely(person: Person, day: date | None, near: Collection[str] | None) -> bool:
    """Whether a namesake is unlikely: the article speaks of the person's country, or the person had a part on its day."""
    if near is None or person.country in near:
        return True
    return day is None or person.sector(day.year) is not None or _rank(person, day) < 2


def _surname(words: tuple[str, ...], day: date | None, near: Collection[str] | None) -> Person | None:
    held = people().get(words, ())
    if day is not None:
        held = tuple(p for p in held if p.sector(day.year))
    if near is not None:
        given = words[0] in given_names()
        held = tuple(p for p in held if _rank(p, day) == 0 or (p.country in near and not given))
    return _foremost(held, day)


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
    held = {t.holder.id: t.holder for t in offices().get((office, country), ()) if t.holds(day)}
    return next(iter(held.values())) if len(held) == 1 else None
