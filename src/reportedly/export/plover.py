"""Events as PLOVER's JSON: one object a line for each event, in the field names of PLOVER's manual.

In: a `Record`. Out: JSON lines. Fields that the manual has and the record holds are called as there; ours stand behind them
(`status`, `chain`, `spans` and so on). A field that the text does not settle is null or an empty list. Sectors are those of
the manual of 2024, in which media are JRN and health is MED (`knowledge/cameo.toml`). Refuses, with `CasebookError`, a
record whose ids do not resolve.

Fields: "PLOVER: Political Language Ontology for Verifiable Event Records", manual, draft 2.0, chapter "Data Fields" (Open
Event Data Alliance, 2024).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reportedly import knowledge
from reportedly.export import tolls
from reportedly.export.json import escaped
from reportedly.export.scene import Scene, country_name, division_name, geonames_number, is_county
from reportedly.record import Actor, Event, Figure, Place, Record

CODEBOOK = "PLOVER manual, draft 2.0 (2024)"
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""PLOVER's quad categories in the order of their numbers, from 1."""

RESOLUTION = {"city": 4, "division": 2, "country": 1}
"""The manual's levels of a location by the record's kind of place; 3 is a county's."""

SIZES = {"dead": "killed", "injured": "injured"}
"""The manual's names of what an ASSAULT cost, with the record's kind of figure."""


def as_plover(record: Record) -> str:
    """The events of a record, an object a line; empty where it has none."""
    scene = Scene(record)
    counted = {name: tolls.allotted(scene, what) for name, what in SIZES.items()}
    sized = {e.id: {name: held[e.id] for name, held in counted.items() if e.id in held} for e in record.events}
    return "\n".join(
        escaped(json.dumps(_event(scene, e, sized[e.id]), ensure_ascii=False, separators=(",", ":")))
        for e in record.events
    )


def _event(scene: Scene, event: Event, figures: Mapping[str, Sequence[Figure]]) -> dict[str, Any]:
    document, meta = scene.document, scene.document.metadata
    days = scene.days(event.date)
    first, last = days or (None, None)
    text = scene.sentence(event.words[0].start)
    entry = knowledge.load("plover")["types"][event.type]
    scores = (entry.get("modes", {}).get(event.mode, {}).get("score"), entry.get("score"))
    return {
        "id": f"{document.id}-{event.id}",
        "date": first.isoformat() if first else None,
        "enddate": last.isoformat() if last else None,
        "actor": [_entity(scene, a) for a in scene.actors(event.actor)],
        "recipient": [_entity(scene, a) for a in scene.actors(event.recipient)],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": list(scene.record.contexts),
        "event_loc": _location(scene, scene.place(event.place)),
        "event_text": [scene.words(w) for w in (event.words, *event.mentions)],
        "quad_code": QUADS.index(entry["quad"]) + 1,
        "event_scale": next((s for s in scores if s is not None), None),
        "size": _size(scene, figures),
        "text": text.of(document.text),
        "text_info": {"start": text.start, "end": text.end},
        "cite_info": {
            "publication": meta.outlet or None,
            "title": meta.title or None,
            "url": meta.url or None,
            "language": meta.language or None,
            "coder": scene.record.made_with or None,
            "codebook": CODEBOOK,
        },
        "status": event.status,
        "chain": list(scene.chain(event.within)),
        "within": event.within,
        "spans": [[list(s) for s in w] for w in (event.words, *event.mentions)],
        "date_text": scene.time_words(event.date),
        "published": meta.published.isoformat() if meta.published else None,
        "confidence": event.confidence,
        "made_by": event.made_by,
    }


def _entity(scene: Scene, actor: Actor) -> dict[str, Any]:
    """The manual's object for an actor or recipient."""
    known = knowledge.load("cameo")
    sector = known["sectors"].get(actor.sector, {})
    country = actor.country
    return {
        "code": known["countries"].get(country, country) if country else None,
        "country_name": country_name(country),
        "sector": sector.get("plover") or None,
        "entity_text": scene.words(actor.names[0]) if actor.names else None,
        "identifier_id": actor.identity or actor.registry,
        "identifier_text": actor.name,
        "kind": actor.kind,
    }


def _location(scene: Scene, place: Place | None) -> dict[str, Any] | None:
    """The manual's object for where an event took place; without a name the text does not settle which place it is."""
    if place is None:
        return None
    return {
        "extracted_place": scene.words(place.words),
        "resolved_place": place.name,
        "geonameid": geonames_number(place),
        "lat": place.latitude,
        "lon": place.longitude,
        "city": place.name if place.kind == "city" else None,
        "district": place.name if is_county(place) else None,
        "province": division_name(place),
        "country": country_name(place.country),
        "country_code": place.country,
        "resolution": 3 if is_county(place) else RESOLUTION.get(place.kind or ""),
    }


def _size(scene: Scene, figures: Mapping[str, Sequence[Figure]]) -> dict[str, Any] | None:
    """What an attack cost, as ranges; None where no figure belongs to it. `dead` alone is there for one exact number."""
    found: dict[str, Any] = {}
    for name, held in figures.items():
        toll = tolls.toll(scene, held)
        found |= {name: toll.best, f"{name}_low": toll.low, f"{name}_high": toll.high}
        found[f"{name}_text"] = [scene.words(f.words) for f in held]
    return found or None
