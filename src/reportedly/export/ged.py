"""Lethal attacks as a CSV table in the column order of UCDP's Georeferenced Event Dataset (GED, versions 24.1 and 25.1).

In: a `Record`. Out: a row for each ASSAULT that the record calls actual or ongoing and in which somebody died: a figure of
people killed belongs to it (the rules are in `tolls`), or its trigger says so by itself ("assassinated"). The columns behind
`gwnob` are ours. What the record does not settle is empty: nothing of UCDP's own (its ids, its names of conflicts) is made
up, and no toll is. Refuses, with `CasebookError`, a record whose ids do not resolve.

Columns, scales and classes: "UCDP Georeferenced Event Dataset Codebook" (Högbladh, Uppsala University). PRIO-GRID's cells:
Tollefsen, Strand and Buhaug, "PRIO-GRID: A Unified Spatial Data Structure", Journal of Peace Research 49 (2012).
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from math import floor

from reportedly import knowledge
from reportedly.export import tolls
from reportedly.export.cells import Cell, line, number
from reportedly.export.scene import Scene, country_name, division_name, ends, is_county
from reportedly.export.sides import Sides, shares, sides_of
from reportedly.record import Event, Figure, Place, Record

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa",
    "gwnob",
)  # fmt: skip
"""GED's columns in its order."""

ADDED = ("status", "chain", "words", "start", "end", "confidence", "toll_words", "lethal_by", "article", "event")
"""What stands behind them."""

HEADER = line((*COLUMNS, *ADDED), ",")

DAYS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""GED's scale of `date_prec`: up to so many days give this value (a day, 2 to 6 days, a week, a month, a year)."""

BEFORE = 40
"""Characters before a place that can say that it is only near: "some 12 kilometres north of"."""


def as_ged(record: Record) -> str:
    """The lethal attacks of a record, a line each; empty where it has none."""
    scene = Scene(record)
    killed = tolls.allotted(scene, "killed")
    rows = (_row(scene, event, killed.get(event.id, ())) for event in tolls.attacks(scene))
    return "\n".join(line(row, ",") for row in rows if row is not None)


def _row(scene: Scene, event: Event, figures: Sequence[Figure]) -> Sequence[Cell] | None:
    """An attack's row; None where nothing says that somebody died in it."""
    if not figures and not tolls.kills(scene.words(event.words)):
        return None
    sides = sides_of(scene, event)
    toll = tolls.toll(scene, figures) if figures else sides.named_dead()
    document, meta = scene.document, scene.document.metadata
    chain, (start, end) = scene.chain(event.within), ends(event.words)
    day = meta.published.isoformat() if meta.published else None
    cells: dict[str, Cell] = {
        "id": number(document.id, event.id),
        "relid": f"{document.id}-{event.id}",
        "type_of_violence": sides.violence,
        "dyad_name": f"{sides.a} - {sides.b}" if sides.a and sides.b else None,
        "side_a": sides.a,
        "side_b": sides.b,
        "number_of_sources": 1,
        "source_article": ", ".join(filter(None, (meta.outlet, day, meta.title, meta.url))),
        "source_office": meta.outlet,
        "source_date": day,
        "source_headline": meta.title,
        "source_original": chain[-1] if chain else None,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "gwnoa": _state(sides.state_a),
        "gwnob": _state(sides.state_b),
        "status": event.status,
        "chain": scene.chain_text(event.within),
        "words": scene.words(event.words),
        "start": start,
        "end": end,
        "confidence": event.confidence,
        "toll_words": " | ".join(scene.words(f.words) for f in figures),
        "lethal_by": "figure" if figures else "trigger",
        "article": document.id,
        "event": event.id,
    }
    cells |= _when(scene, event, figures) | _where(scene, event, figures) | _deaths(scene, sides, toll)
    return [cells.get(name) for name in (*COLUMNS, *ADDED)]


def _deaths(scene: Scene, sides: Sides, toll: tolls.Toll) -> dict[str, Cell]:
    """How the dead divide, where the toll is one exact number: then the four add up to it."""
    if toll.best is None:
        return {}
    if not toll.figures:
        return dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians"), 0) | {"deaths_unknown": toll.best}
    return {f"deaths_{who}": n for who, n in shares(scene, sides, toll).items()}


def _when(scene: Scene, event: Event, figures: Sequence[Figure]) -> dict[str, Cell]:
    """The days of an attack: its own, else those of its figures where these agree."""
    days = scene.days(event.date)
    if event.date is None:
        periods = {found for f in figures if (found := scene.days(f.period))}
        days = next(iter(periods)) if len(periods) == 1 else None
    if days is None:
        return {}
    first, last = days
    year = first.year if first.year == last.year else None
    return {
        "year": year,
        "date_prec": date_precision(first, last),
        "date_start": first.isoformat(),
        "date_end": last.isoformat(),
    }


def date_precision(first: date, last: date) -> int | None:
    """GED's `date_prec` of the days from `first` to `last`, both included; None where they are more than a year."""
    length = (last - first).days + 1
    return next((scale for most, scale in DAYS if length <= most), None)


def _where(scene: Scene, event: Event, figures: Sequence[Figure]) -> dict[str, Cell]:
    """The place of an attack: its own, else that of its figures where these agree."""
    place = scene.place(event.place)
    if place is None:
        places = {f.place for f in figures if f.place}
        place = scene.place(next(iter(places))) if len(places) == 1 else None
    if place is None:
        return {}
    where: dict[str, Cell] = {"where_description": scene.words(place.words)}
    if place.name is None:
        return where
    cells = where | {
        "where_prec": _where_precision(scene, place),
        "where_coordinates": place.name,
        "adm_1": division_name(place),
        "adm_2": place.name if is_county(place) else None,
        "country": country_name(place.country),
        "country_id": _state(place.country),
    }
    if place.latitude is not None and place.longitude is not None:
        cells |= {"latitude": place.latitude, "longitude": place.longitude}
        cells["geom_wkt"] = f"POINT ({place.longitude:.10g} {place.latitude:.10g})"
        cells["priogrid_gid"] = priogrid(place.latitude, place.longitude)
    return cells


def _where_precision(scene: Scene, place: Place) -> int | None:
    """GED's `where_prec` of a place; None for a kind of place that the scale does not tell."""
    known = knowledge.load("ged")["places"]
    if is_county(place):
        return int(known["county"])
    if place.kind == "city" and is_near(scene.document.text, place.words[0].start):
        return int(known["nearby"])
    scale = known["precision"].get(place.kind)
    return int(scale) if scale is not None else None


def is_near(text: str, start: int) -> bool:
    """Whether the words right before a place's name, at `start`, say that the thing is not in it but near it."""
    return bool(_near().search(" ".join(text[max(0, start - BEFORE) : start].lower().split())))


def priogrid(latitude: float, longitude: float) -> int | None:
    """The number of the PRIO-GRID cell of a point: cells of half a degree, by row from the south, then from the west."""
    row, column = floor((latitude + 90) * 2), floor((longitude + 180) * 2)
    return row * 720 + column + 1 if 0 <= row < 360 and 0 <= column < 720 else None


def _state(country: str | None) -> int | None:
    """A state's number by Gleditsch and Ward."""
    found = knowledge.load("ged")["gleditsch_ward"].get(country) if country else None
    return int(found) if found is not None else None


@cache
def _near() -> re.Pattern[str]:
    words = sorted(knowledge.load("ged")["places"]["near"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?: the)?(?: (?:town|city|village) of)?$")
