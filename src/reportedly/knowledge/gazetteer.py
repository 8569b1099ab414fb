"""The gazetteer: which places of the world bear a name, and where they lie.

In: a place's name. Out: the places that bear it, from `countries.toml`, our own `places.toml` (regions, waters, divisions,
and what GeoNames' cities lack), `divisions.toml` (GeoNames' first-order divisions), the counties of the United States and
the cities of `gazetteer_file`. Countries, divisions and counties lie at the city nearest to the centre of their people.
Refuses nothing: a name that nobody bears gives nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt

from reportedly.knowledge.gazetteer_file import (
    cities,
    codes,
    fold,
    key_of,
    path,
    point,
    prepare,
    read_json,
)
from reportedly.knowledge.loader import load

__all__ = [
    "Entry", "abbreviations", "codes", "counties", "country_numbers", "distance", "find", "fold", "named_in", "path", "prepare", "states",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. `id` is `geonames:` and GeoNames' number or `place:` and our own word; coordinates are degrees WGS 84.

    `division` is the first-order division by its GeoNames code (`US.TX`) or empty; `population` is 0 where it is not
    known; `main` says that the name looked up is the place's main one.
    """

    id: str
    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    country: str | None
    division: str | None
    population: int
    main: bool
    is_own: bool = False
    """Whether it stands in `places.toml`."""


@lru_cache(maxsize=20_000)
def find(name: str) -> tuple[Entry, ...]:
    """Every place that bears `name`: countries, our own, counties, cities by population, largest first, divisions."""
    key = key_of(name)
    if name in abbreviations() and (key not in _own() or name.endswith(".")):
        division = abbreviations()[name][1]
        return tuple(e for e in _divisions_by_code().get(division, ()) if e.kind == "division")[:1]
    if not key:
        return ()
    held = (*_countries().get(key, ()), *_own().get(key, ()), *_counties().get(key, ()), *_cities(key))
    known = {e.division for e in held if e.kind == "division"}
    bare = key_of(_without_kind(name))
    divisions = _divisions().get(key) or _divisions().get(bare) or _own().get(bare) or ()
    return (*held, *(e for e in divisions if e.kind == "division" and e.division not in known))


@lru_cache(maxsize=2_000)
def named_in(joined: str) -> tuple[Entry, ...]:
    """The cities whose name, written as one word in small letters, is `joined` ("saltlakecity"), largest first."""
    return tuple(_cities(f"@{joined}"))


@lru_cache(maxsize=20_000)
def counties(name: str) -> tuple[Entry, ...]:
    """The counties of the United States that bear `name` without the word itself ("Lamar" for Lamar County)."""
    return tuple(
        replace(e, main=False) for word in ("county", "parish") for e in _counties().get(f"{key_of(name)} {word}", ())
    )


@cache
def states() -> dict[str, str]:
    """The states of the United States by name, with their codes."""
    return {str(row["name"]): code for code, row in read_json("us_states").items()}


@cache
def country_numbers() -> dict[str, str]:
    """GeoNames' numbers of countries to ISO 3166 alpha-3."""
    return {str(row["geonameid"]): str(row["iso3"]) for row in read_json("countries").values()}


@cache
def abbreviations() -> dict[str, tuple[str, str]]:
    """Letters as printed behind a city's name ("Tex.", "TX") to country and division."""
    found = {}
    for name, code in states().items():
        found[code] = found[name] = ("USA", f"US.{code}")
    for word, code in load("places").get("abbreviations", {}).items():
        country, division = code.split(":")
        found[word] = (country, division)
    return found


def distance(one: Entry, other: Entry) -> float:
    """Kilometres between two places along the globe; infinite where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    a, b, c, d = map(radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))


def _located(code: str) -> tuple[float | None, float | None, int]:
    held = point(code)
    return (held.latitude, held.longitude, held.population) if held else (None, None, 0)


@cache
def _countries() -> dict[str, tuple[Entry, ...]]:
    numbers = {str(row["iso3"]): row for row in read_json("countries").values()}
    found: dict[str, list[Entry]] = {}
    for code, facts in load("countries").items():
        row = numbers.get(code, {})
        number, people = row.get("geonameid"), row.get("population", 0)
        entry_id = f"geonames:{number}" if number else f"place:{code.lower()}"
        latitude, longitude, _ = _located(code)
        entry = Entry(entry_id, facts["name"], "country", latitude, longitude, code, None, int(people), True)
        _put(found, entry, facts.get("names", ()))
    return {k: tuple(v) for k, v in found.items()}


@cache
def _own() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for word, facts in load("places").get("places", {}).items():
        at = facts.get("at", (None, None))
        entry = Entry(
            f"place:{word}", facts["name"], facts["kind"], at[0], at[1], facts.get("country"), facts.get("division"), 0, True, True
        )  # fmt: skip
        _put(found, entry, facts.get("names", ()))
    for code, state in read_json("us_states").items():
        entry = Entry(
            f"geonames:{state['geonameid']}", str(state["name"]), "division", *_located(f"US.{code}")[:2], "USA",
            f"US.{code}", _located(f"US.{code}")[2], True,
        )  # fmt: skip
        _put(found, entry, ())
    return {k: tuple(v) for k, v in found.items()}


@cache
def _divisions() -> dict[str, tuple[Entry, ...]]:
    """GeoNames' first-order divisions by name, with and without the word for what they are ("Kerman Province")."""
    found: dict[str, list[Entry]] = {}
    for code, name in load("divisions")["names"].items():
        latitude, longitude, people = _located(code)
        entry = Entry(
            f"division:{code}", name, "division", latitude, longitude, codes().get(code[:2]), code, people, True
        )
        _put(found, entry, [bare] if (bare := _without_kind(name)) else [])
    return {k: tuple(v) for k, v in found.items()}


def _without_kind(name: str) -> str:
    """A division's name without a last word that says what it is ("Kerman" for "Kerman Province"); empty if it has none."""
    first, _, last = name.rpartition(" ")
    return first if last.lower() in load("divisions")["generic"] else ""


@cache
def _divisions_by_code() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[str, Entry]] = {}
    for table in (_own(), _divisions()):
        for held in table.values():
            for e in held:
                if e.division and e.kind == "division":
                    found.setdefault(e.division, {}).setdefault(e.id, replace(e, main=True))
    return {code: tuple(held.values()) for code, held in found.items()}


@cache
def _counties() -> dict[str, tuple[Entry, ...]]:
    """The counties and parishes of the United States by their whole name, at the middle of their postal places."""
    found: dict[str, list[Entry]] = {}
    for row in read_json("us_counties"):
        division = f"US.{row['state']}"
        latitude, longitude, _ = _located(f"{division}.{key_of(row['name'])}")
        entry = Entry(
            f"place:us-{row['fips']}", row["name"], "region", latitude, longitude, "USA", division, 0, True
        )  # fmt: skip
        if row["name"].endswith((" County", " Parish", " Borough")):
            _put(found, entry, ())
    return {k: tuple(v) for k, v in found.items()}


def _put(found: dict[str, list[Entry]], entry: Entry, others: Iterable[str]) -> None:
    for position, name in enumerate((entry.name, *others)):
        held = found.setdefault(key_of(name), [])
        if all(e.id != entry.id for e in held):
            held.append(entry if position == 0 else replace(entry, main=False))


def _cities(key: str) -> Iterator[Entry]:
    for number, name, latitude, longitude, country, division, population, main in cities(key):
        number_id = f"geonames:{number}" if number > 0 else f"place:us-zip-{-number // 100:05d}-{-number % 100}"
        yield Entry(number_id, name, "city", latitude, longitude, country or None, division, population, bool(main))
