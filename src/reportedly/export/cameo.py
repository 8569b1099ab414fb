"""Events as a table separated by tabs, in the column order of GDELT 2.0's event export, with CAMEO's codes.

In: a `Record`. Out: a row for each pair of an event's actor and recipient (one row where a side is empty), of every status.
The columns behind `SOURCEURL` are ours: the status is there, and whose claim the event is. What the record does not hold
(tone, the actors' own places, GDELT's ids of places) is empty. Which code stands for which type and mode is knowledge
(`knowledge/cameo.toml`), and so is the way back (`to_plover`). Refuses, with `CasebookError`, a record whose ids do not
resolve.

Columns: "The GDELT Event Database Data Format Codebook V2.0" (GDELT, 2015). Codes: "CAMEO" (Schrodt, 2012). Scores: the
Goldstein scale as GDELT publishes it for CAMEO.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from reportedly import knowledge
from reportedly.document import BlockKind
from reportedly.export.cells import Cell, line, number
from reportedly.export.scene import Scene, country_name, division_name, ends, fips, geonames_number
from reportedly.record import Actor, Event, Place, Record

ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in ACTOR), *(f"Actor2{name}" for name in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in GEO), *(f"Actor2Geo_{name}" for name in GEO),
    *(f"ActionGeo_{name}" for name in GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""GDELT's 61 columns in its order."""

ADDED = (
    "EventStatus", "Chain", "TriggerWords", "TriggerStart", "TriggerEnd", "Confidence", "PloverType", "PloverMode",
    "Published", "GeoNamesID", "ArticleID", "EventID",
)  # fmt: skip
"""What stands behind them."""

HEADER = line((*COLUMNS, *ADDED), "\t")

COUNTRY, US_STATE, US_CITY, WORLD_CITY, WORLD_STATE = 1, 2, 3, 4, 5
"""GDELT's types of places."""


def as_cameo(record: Record) -> str:
    """The events of a record, a line for each pair of their sides; empty where it has none."""
    scene = Scene(record)
    return "\n".join(line(row, "\t") for event in record.events for row in _rows(scene, event))


def to_cameo(type: str, mode: str | None = None, sectors: Sequence[str | None] = ()) -> str:
    """The CAMEO code of a PLOVER type and mode; `sectors` are the actors' parts, which tell fighting from assault."""
    known = knowledge.load("cameo")
    entry = known["types"][type]
    if mode in entry.get("modes", {}):
        return str(entry["modes"][mode])
    forces = known["forces"]["sectors"]
    return str(entry["forces"] if "forces" in entry and any(s in forces for s in sectors) else entry["code"])


def to_plover(code: str) -> tuple[str, str | None] | None:
    """The PLOVER type and mode of a CAMEO code; None for what PLOVER does not code. Raises `KeyError` for no code."""
    entry = knowledge.load("cameo")["codes"][code]
    return (str(entry["type"]), entry.get("mode")) if "type" in entry else None


def goldstein(code: str) -> float | None:
    """The Goldstein score of a CAMEO code, or of the code above it where the scale has none for it."""
    codes = knowledge.load("cameo")["codes"]
    scores = (codes.get(code[:length], {}).get("goldstein") for length in range(len(code), 1, -1))
    return next((float(s) for s in scores if s is not None), None)


def _rows(scene: Scene, event: Event) -> Iterator[list[Cell]]:
    actors, recipients = scene.actors(event.actor), scene.actors(event.recipient)
    shared = _event(scene, event, actors) | _when(scene.days(event.date)) | _geo("ActionGeo_", scene.place(event.place))
    for one in actors or (None,):
        for other in recipients or (None,):
            ids = (one.id if one else "", other.id if other else "")
            row = shared | {"GLOBALEVENTID": number(scene.document.id, event.id, *ids)}
            row |= _actor("Actor1", one) | _actor("Actor2", other)
            yield [row.get(name) for name in (*COLUMNS, *ADDED)]


def _event(scene: Scene, event: Event, actors: Sequence[Actor]) -> dict[str, Cell]:
    code = to_cameo(event.type, event.mode, [a.sector for a in actors])
    meta, (start, end) = scene.document.metadata, ends(event.words)
    place = scene.place(event.place)
    return {
        "IsRootEvent": _is_root(scene, start),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": knowledge.load("cameo")["roots"][code[:2]]["quad"],
        "GoldsteinScale": goldstein(code),
        "NumMentions": 1 + len(event.mentions),
        "NumSources": 1,
        "NumArticles": 1,
        "SOURCEURL": meta.url,
        "EventStatus": event.status,
        "Chain": scene.chain_text(event.within),
        "TriggerWords": scene.words(event.words),
        "TriggerStart": start,
        "TriggerEnd": end,
        "Confidence": event.confidence,
        "PloverType": event.type,
        "PloverMode": event.mode,
        "Published": meta.published.isoformat() if meta.published else None,
        "GeoNamesID": geonames_number(place) if place else None,
        "ArticleID": scene.document.id,
        "EventID": event.id,
    }


def _is_root(scene: Scene, start: int) -> int | None:
    """Whether a trigger stands in the lead: the title or the first paragraph. None where the article has no parts."""
    body = scene.document.body()
    paragraph = next((b for b in body if b.kind is BlockKind.PARAGRAPH), None)
    lead = [b for b in body if b.kind is BlockKind.TITLE or b is paragraph]
    return int(any(b.span.start <= start < b.span.end for b in lead)) if body else None


def _when(days: tuple[date, date] | None) -> dict[str, Cell]:
    """GDELT's four forms of a day; of a longer time only those that all its days share."""
    if days is None:
        return {}
    first, last = days
    cells: dict[str, Cell] = {}
    if first.year == last.year:
        cells["Year"] = first.year
        if first.month == last.month:
            cells["MonthYear"] = f"{first:%Y%m}"
    if first == last:
        # The codebook's formula, with the months that are over: as printed it passes 1 in December.
        fraction = min(0.9999, ((first.month - 1) * 30 + first.day) / 365)
        cells |= {"SQLDATE": f"{first:%Y%m%d}", "FractionDate": f"{first.year + fraction:.4f}"}
    return cells


def _actor(side: str, actor: Actor | None) -> dict[str, Cell]:
    """An actor's columns: its code is its country, its religion and its types, three letters each."""
    if actor is None:
        return {}
    known = knowledge.load("cameo")["sectors"].get(actor.sector, {})
    country = actor.country if actor.country and actor.country != "IGO" else None
    international = "IGO" if actor.country == "IGO" else ""
    types = list(dict.fromkeys(filter(None, (international, known.get("cameo")))))
    religion = known.get("religion")
    code = "".join(filter(None, (country, religion, *types)))
    cells: dict[str, Cell] = {"Code": code, "Name": actor.name, "CountryCode": country, "Religion1Code": religion}
    cells |= {f"Type{n}Code": type for n, type in enumerate(types, 1)}
    return {f"{side}{name}": cell for name, cell in cells.items()}


def _geo(side: str, place: Place | None) -> dict[str, Cell]:
    """A place's columns; empty where the record does not settle which place it is."""
    if place is None or place.name is None:
        return {}
    division, country = division_name(place), country_name(place.country)
    names = dict.fromkeys(filter(None, (place.name, None if place.kind == "country" else division, country)))
    code = fips().get(place.country or "")
    cells: dict[str, Cell] = {
        "Type": _geo_type(place),
        "FullName": ", ".join(names),
        "CountryCode": code,
        "ADM1Code": _adm1(place, code),
        "Lat": place.latitude,
        "Long": place.longitude,
    }
    return {f"{side}{name}": cell for name, cell in cells.items()}


def _geo_type(place: Place) -> int | None:
    at_home = place.country == "USA"
    if place.kind == "country":
        return COUNTRY
    if place.kind == "division":
        return US_STATE if at_home else WORLD_STATE
    return (US_CITY if at_home else WORLD_CITY) if place.kind in ("city", "feature") else None


def _adm1(place: Place, code: str | None) -> str | None:
    """GDELT's code of a first-order division: the country's alone for a country, with the state's letters in the United
    States. Elsewhere GDELT has FIPS numbers, which are not always those of the gazetteer: empty."""
    if place.kind == "country":
        return code
    country, _, state = (place.division or "").partition(".")
    return f"{code}{state}" if country == "US" and code and state else None
