"""Which of the world's places a name means.

In: a scene and its mentions of places. Out: for each the gazetteer's entry, or None where the text does not settle it.
In order: a name nested in another ("Paris, Texas"); the countries and divisions that the article speaks of; the same name
settled elsewhere in the article; distance to places that are settled; population, where one bearer is by far the largest.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log10
from typing import NamedTuple

from reportedly.knowledge import gazetteer
from reportedly.knowledge.gazetteer import Entry
from reportedly.knowledge.registry import How
from reportedly.layers.naming.placing import Mention
from reportedly.layers.naming.scene import Scene

LEAST = 2.0
"""Points below which no place is chosen. Set on news of our own making: a large city alone has 2, a village none."""
SURE_PEOPLE = 100_000
NEAR_KM = 300.0
NEIGHBOURS = 50
"""How many settled places a candidate is measured against."""


class Context(NamedTuple):
    """What the article says around a name: its divisions, its settled places, and what the name itself adds to countries."""

    divisions: Counter[str]
    settled: Sequence[Entry]
    own: Counter[str]


def settle(scene: Scene, mentions: Sequence[Mention]) -> list[Entry | None]:
    """The gazetteer's entry for each mention, in their order."""
    names = [_name(scene, m) for m in mentions]
    candidates = [gazetteer.find(name) for name in names]
    chosen: list[Entry | None] = [_nested(scene, m, held) for m, held in zip(mentions, candidates, strict=True)]
    settled = {name: e for name, e in reversed(list(zip(names, chosen, strict=True))) if e}
    chosen = [e or settled.get(name) for e, name in zip(chosen, names, strict=True)]
    divisions = _divisions(scene, candidates, chosen)
    own = _own_names(scene)
    tried: set[str] = set(settled)
    for name, m, held in zip(names, mentions, candidates, strict=True):
        if name not in tried and held:
            tried.add(name)
            near = list({e.id: e for e in settled.values()}.values())[:NEIGHBOURS]
            if (best := _best(scene, m, held, Context(divisions, near, own[name]))) is not None:
                settled[name] = best
    return [e or settled.get(name) for e, name in zip(chosen, names, strict=True)]


def _name(scene: Scene, m: Mention) -> str:
    return " ".join(scene.spans(m.first, m.end).of(scene.document.text).split())


def _nested(scene: Scene, m: Mention, candidates: Sequence[Entry]) -> Entry | None:
    """The place that the name behind a comma settles."""
    if m.end + 1 >= len(scene.tokens) or scene.tokens[m.end].text != ",":
        return None
    for width in (3, 2, 1):
        stop = min(m.end + 1 + width, len(scene.tokens))
        words = scene.spans(m.end + 1, stop).of(scene.document.text).strip()
        country, division = gazetteer.abbreviations().get(words, (None, None))
        over = [] if division else [e for e in gazetteer.find(words) if e.kind in {"country", "division"}]
        for e in candidates:
            if e.kind in {"city", "feature"} and (
                (division and (e.country, e.division) == (country, division))
                or any(e.country == o.country and o.division in {None, e.division} for o in over)
            ):
                return e
    return None


def _divisions(scene: Scene, candidates: Sequence[Sequence[Entry]], chosen: Sequence[Entry | None]) -> Counter[str]:
    """The divisions that the article names or whose places are settled, with how often."""
    found: Counter[str] = Counter()
    for held, e in zip(candidates, chosen, strict=True):
        if e and e.division and e.kind != "country":
            found[e.division] += 1
        elif not e:
            named = {
                c.division for c in held[:2] if c.kind == "division" and c.division and c.country in scene.countries
            }
            found.update(d for d in named if d)
            counties = {c.division for c in held if c.id.startswith("place:us-")}
            if len(counties) == 1:
                found.update(d for d in counties if d)
    for t in scene.tokens:
        if t.text in gazetteer.abbreviations() and t.text.endswith(".") and t.pos == "PROPN":
            found[gazetteer.abbreviations()[t.text][1]] += 1
    return found


def _best(scene: Scene, m: Mention, candidates: Sequence[Entry], context: Context) -> Entry | None:
    held = scene.at.get(m.first)
    if held and held.how is How.CAPITAL and held.state:
        seats = [e for e in candidates if e.kind == "city" and e.country == held.state.country]
        if seats:
            candidates = [*seats[:1], *(e for e in candidates if e not in seats)]
    countries = scene.countries
    only = {e.country for e in candidates}
    scored = []
    for rank, e in enumerate(candidates[:40]):
        points = min(2.0, log10(e.population) - 3.0) if e.population > 1000 else 0.0
        points += 2.0 if e.kind in {"country", "region", "feature"} else 1.5 if e.kind == "division" else 0.0
        points += 0.7 if e.main else 0.0
        points += 0.6 if held and held.how is How.CAPITAL and held.state and e.country == held.state.country else 0.0
        spoken = countries.get(e.country or "", 0) - context.own[e.country or ""]
        points += 1.5 if spoken > 0 else 0.0
        points += (
            min(3.0, 1.5 + 0.5 * context.divisions[e.division])
            if e.division and e.division in context.divisions
            else 0.0
        )
        if any(gazetteer.distance(e, s) < NEAR_KM for s in context.settled):
            points += 1.0
        if len(only) == 1:
            points += 0.5
        scored.append((points, -rank, e))
    points, _, best = max(scored, key=lambda s: s[:2])
    rivals = [
        s[0]
        for s in scored
        if (s[2].country, s[2].division) != (best.country, best.division) and s[2].kind == best.kind
    ]
    if points < LEAST or (rivals and points - max(rivals) < 0.3 and best.population < SURE_PEOPLE):
        return None
    return best


def _own_names(scene: Scene) -> defaultdict[str, Counter[str]]:
    """For each name how often the article's count of a country comes from that very name, which is to be settled."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for f in scene.found:
        if f.state and f.state.country and len(f.known) == 1:
            found[" ".join(scene.spans(f.first, f.end).of(scene.document.text).split())][f.state.country] += 1
    return found
