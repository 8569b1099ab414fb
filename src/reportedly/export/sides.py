"""Whose violence an attack is, by UCDP's three types, and whose the dead are.

In: a record's `Scene`, an attack, its toll. Out: `Sides`, and the dead by side. The rules, which `docs/export.md` repeats:

- An actor is a state's, an armed group's or a civilian by PLOVER's code of its part (`knowledge/ged.toml`). A side is what all
  its actors are. State against state or armed group is type 1, armed group against armed group 2, either against
  civilians 3; anything else has no type.
- Side A acts and side B suffers; but in type 1 a state stands first where only it is one, and in type 3 side B is
  `Civilians`, both as UCDP has it.
- Counted people are civilians, or a state's or armed group's side, by the words that count them.

Source: "UCDP Georeferenced Event Dataset Codebook" (Högbladh, Uppsala University). It refuses nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly import knowledge
from reportedly.export import tolls
from reportedly.export.scene import Scene
from reportedly.record import Actor, Event, Figure

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CIVILIANS = "Civilians"


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of an attack by name, empty where the record names none; `violence` is UCDP's type, None where it is
    open. `state_a` and `state_b` are the countries of sides that are one state's."""

    a: str
    b: str
    violence: int | None
    actors_a: tuple[Actor, ...]
    actors_b: tuple[Actor, ...]
    kind_a: str
    kind_b: str
    named: tuple[Actor, ...]
    """Who suffers, where all of them are persons with a name."""

    @property
    def state_a(self) -> str | None:
        """The country of side A, where it is one state's."""
        return _country(self.actors_a, self.kind_a)

    @property
    def state_b(self) -> str | None:
        """The country of side B, where it is one state's."""
        return _country(self.actors_b, self.kind_b)

    def named_dead(self) -> tolls.Toll:
        """The toll of an attack whose trigger kills and that no figure counts: the persons whom it names, if only persons."""
        n = len(self.named) or None
        return tolls.Toll(n, n, n)


def sides_of(scene: Scene, event: Event) -> Sides:
    """The sides of an attack."""
    first, second = scene.actors(event.actor), scene.actors(event.recipient)
    kinds = _kind(first, suffers=False), _kind(second, suffers=True)
    violence = _violence(*kinds)
    named = second if second and all(a.kind == "person" for a in second) else ()
    if violence == STATE_BASED and kinds[0] != "state":
        first, second, kinds = second, first, (kinds[1], kinds[0])
    b = CIVILIANS if violence == ONE_SIDED else _names(second)
    return Sides(_names(first), b, violence, first, second, *kinds, named)


def _violence(first: str, second: str) -> int | None:
    """UCDP's type of violence between two kinds of side."""
    if first in ("state", "armed") and second == "civil":
        return ONE_SIDED
    if (first, second) == ("armed", "armed"):
        return NON_STATE
    return STATE_BASED if first in ("state", "armed") and second in ("state", "armed") else None


def _kind(actors: Sequence[Actor], *, suffers: bool) -> str:
    """What all of some actors are: `state`, `armed`, `civil`, or nothing."""
    found = {_kind_of(a, suffers) for a in actors}
    return next(iter(found)) if len(found) == 1 else ""


def _kind_of(actor: Actor, suffers: bool) -> str:
    if actor.sector is None:
        return "civil" if actor.kind == "population" else ""
    if suffers and actor.sector == "GOV" and actor.kind == "person":
        return ""
    return next((kind for kind, codes in knowledge.load("ged")["sides"].items() if actor.sector in codes), "")


def _country(actors: Sequence[Actor], kind: str) -> str | None:
    countries = {a.country for a in actors}
    return next(iter(countries)) if kind == "state" and len(countries) == 1 else None


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(a.name for a in actors)


def shares(scene: Scene, sides: Sides, toll: tolls.Toll) -> dict[str, int | float]:
    """The dead of an exact toll as `a`, `b`, `civilians` and `unknown`, which add up to it.

    A figure of people of one side, or of civilians, is theirs; of any other its parts are, as far as they are exact and do
    not exceed it; the rest is unknown. Where the figures of several sentences agree, the first one is taken.
    """
    found: dict[str, int | float] = {"a": 0, "b": 0, "civilians": 0, "unknown": 0}
    first = min(scene.sentence(f.words[0].start).start for f in tolls.wholes(toll.figures))
    for whole in tolls.wholes(toll.figures):
        if scene.sentence(whole.words[0].start).start != first or whole.low is None:
            continue
        rest, side = whole.low, _side(scene, sides, whole)
        parts = [(p.low, _side(scene, sides, p)) for p in tolls.parts_of(whole, toll.figures) if p.low == p.high]
        if side == "unknown" and sum(n or 0 for n, _ in parts) <= rest:
            for n, of in parts:
                if n is not None and of != "unknown":
                    found[of] += n
                    rest -= n
        found[side] += rest
    # Two figures of one sentence that agree are one toll and not two.
    return found if sum(found.values()) == toll.best else dict.fromkeys(found, 0) | {"unknown": toll.best or 0}


def _side(scene: Scene, sides: Sides, figure: Figure) -> str:
    """Whose the people are that a figure counts."""
    who = [*tolls.counted_words(scene, figure), *scene.words(figure.words).lower().split()]
    kind = tolls.counted(who)
    if kind == "civilians":
        return kind
    if not kind and tolls.is_anybody(tolls.counted_words(scene, figure)):
        return "unknown"
    both = (("a", sides.actors_a, sides.kind_a), ("b", sides.actors_b, sides.kind_b))
    named = [(side, its) for side, actors, its in both if _names_one(figure, actors)]
    if len(named) == 1:
        return {"civil": "civilians", "": "unknown"}.get(named[0][1], named[0][0])
    of = [side for side, _, its in both if kind and kind == its]
    return of[0] if len(of) == 1 else "unknown"


def _names_one(figure: Figure, actors: Sequence[Actor]) -> bool:
    """Whether the words for those counted are a name of one of these actors."""
    return any(s.overlaps(n) for s in figure.who for a in actors for words in a.names for n in words)
