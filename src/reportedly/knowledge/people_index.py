"""The files of known people compiled: who is called so, how names sound, who held which office.

In: `people*.toml` and `offices.toml`. Out: one plain structure, kept in the cache folder under a name that changes with
the files. Names are compared without case, accents, particles and titles. Refuses nothing.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from reportedly.knowledge.cache import kept
from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.loader import hash_of, load, load_all, names_of

LAYOUT = 7
"""The version of the structure; a change makes every cache anew."""
STILL = 9999
"""The year that stands for "still so"."""


@cache
def listed(row: str) -> frozenset[str]:
    """A list of the knowledge file `spelling`."""
    return frozenset(load("spelling")[row])


@cache
def index() -> dict[str, Any]:
    """`people`: id to name, country, terms as (code, first year, last year); `names`: names as folded words, joined by
    blanks, to ids; `sounds`: how first and last name sound to [whole name, id]; `terms`: office, country to
    [id, first month, last month]."""
    files = [*names_of("people"), "offices", "spelling"]
    made = kept(f"people-{LAYOUT}-" + hash_of(*files), _compiled)
    return dict(made)


def _compiled() -> dict[str, Any]:
    people: dict[str, list[Any]] = {}
    called: dict[str, list[str]] = {}
    by_name: dict[str, dict[str, str]] = {}
    for key, facts in load_all("people").items():
        number = f"person:{key}"
        terms = [[t[0], t[1], t[2] if len(t) > 2 else STILL] for t in facts["terms"]]
        people[number] = [facts["name"], facts["country"], terms]
        called[number] = [facts["name"], *facts.get("names", ())]
        for name in called[number]:
            by_name.setdefault(fold(name), {}).setdefault(facts["country"], number)
    offices: dict[str, dict[str, list[Any]]] = {}
    for office, country, name, first, last in _rows():
        code = country if len(country) == 3 and office != "secretary_general" else "IGO"
        held = by_name.setdefault(fold(name), {})
        sector, years = "IGO" if code == "IGO" else "GOV", (int(first[:4]), int(last[:4]))
        number = held.get(code) or next((n for n in held.values() if _served(people[n], code, years)), "")
        if number and not any(x <= years[0] and years[1] <= y for _, x, y in people[number][2]):
            people[number][2] = sorted([*people[number][2], [sector, *years]], key=lambda t: (t[1], t[2]))
        if not number:
            number = f"person:{fold(name).replace(' ', '_')}"
            if number in people:
                number = f"{number}_{code.lower()}"
            people[number] = [name, code, [[sector, *years]]]
            called[number] = [name]
            held[code] = number
        offices.setdefault(office, {}).setdefault(country, []).append([number, first, last])
    names, sounds = _named(people, called)
    return {"people": people, "names": names, "sounds": sounds, "terms": offices}


def _served(person: list[Any], country: str, years: tuple[int, int]) -> bool:
    """Whether the person of another country who bears an office holder's name can be the holder: in an international
    body, where no national part overlaps, or where one state followed the other. Other namesakes are two people."""
    if "IGO" in {person[1], country}:
        return not any(code == "GOV" and x < years[1] and years[0] < y for code, x, y in person[2])
    return any({person[1], country} <= set(states) for states in load("spelling")["successors"])


def _rows() -> Iterator[tuple[str, str, str, str, str]]:
    for office, countries in load("offices").items():
        for country, rows in countries.items():
            for name, first, *last in rows:
                yield office, country, name, first, last[0] if last else load("spelling")["open"]


def _named(
    people: dict[str, list[Any]], called: dict[str, list[str]]
) -> tuple[dict[str, list[str]], dict[str, list[list[str]]]]:
    names: dict[str, list[str]] = {}
    sounds: dict[str, list[list[str]]] = {}
    for number, spellings in called.items():
        country = people[number][1]
        for spelling in spellings:
            words = name_parts(spelling)
            short = words[:1] if country in listed("first_word") else words[-1:]
            for part in dict.fromkeys((words, words[-1:], short, (words[0], words[-1]))):
                held = names.setdefault(" ".join(part), [])
                if number not in held:
                    held.append(number)
            if len(words) > 1 and country in listed("transliterated"):
                whole = [" ".join(words), number]
                row = sounds.setdefault(f"{sound(words[0])} {sound(words[-1])}", [])
                if whole not in row:
                    row.append(whole)
    return names, sounds


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(spelled), one) for spelled, one in load("spelling")["sounds"])


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The consonants of a folded word, those that English renders in several ways as one."""
    for spelling, one in _sounds():
        word = spelling.sub(one, word)
    first, rest = word[:1], re.sub("[aeiouh]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", ("a" if first in "aeiou" else first) + rest)


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """A person's name as folded words, without the particles within it or before it ("al-Sayed", "van Gogh") and without
    "Jr."; a given name is none ("Ben Lind", "Al Lind"). In another script than Latin its own words in small letters."""
    plain = name.replace(" al-", " ").replace(" el-", " ").replace(" Al-", " ").replace(" El-", " ")
    words = fold(plain.replace("-", " ")).split()
    opens = name[:3].lower() in {"al-", "el-"} or name[:1].islower() or (bool(words) and words[0] in listed("leading"))
    while len(words) > 1 and ((opens and words[0] in listed("particles")) or words[0] in listed("titles")):
        words = words[1:]
    while len(words) > 1 and words[-1] in listed("suffixes"):
        words = words[:-1]
    inner = [x for x in words[1:-1] if x not in listed("particles")]
    kept = [*words[:1], *inner, *words[-1:]] if len(words) > 1 else words
    return tuple(kept) or tuple(name.casefold().split()) or (name,)
