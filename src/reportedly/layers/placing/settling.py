"""Which of the world's places a name means, or that the text does not settle it.

In: a scene and the characters of its mentions of places. Out: for each the gazetteer's entry and how likely it is, or None
where the likelihood is below `least` of `knowledge/placing.toml`.
"""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from reportedly import knowledge
from reportedly.document import Span
from reportedly.knowledge import gazetteer
from reportedly.knowledge.gazetteer import Entry
from reportedly.layers.naming.scene import Scene
from reportedly.layers.placing.groups import Group, gather, setting
from reportedly.layers.placing.ranking import Matrix, Table, rank

_SAME_KM = 40.0
"""Candidates this near to the chosen one are the same place in another guise: a city and its county's seat, say."""


class Settled(NamedTuple):
    """A place, and how likely it is that it is meant."""

    entry: Entry
    confidence: float


def settle(scene: Scene, spans: Sequence[Span]) -> list[Settled | None]:
    """The place of each span, in their order."""
    groups = gather(scene, spans)
    table = Table(groups, setting(scene))
    likelihoods = rank(table)
    out: list[Settled | None] = [None] * len(spans)
    for number, group in enumerate(groups):
        if group.mentions and group.places:
            here = likelihoods[table.starts[number] : table.starts[number + 1]]
            best = choose(group, here)
            if best.confidence >= knowledge.load("placing")["ranking"]["least"]:
                for position in group.mentions:
                    out[position] = best
    return out


def choose(group: Group, likelihoods: Matrix) -> Settled:
    """A group's likeliest place, with its confidence: the likelihood of it and what lies beside it, calibrated."""
    at = int(likelihoods.argmax())
    chosen = group.places[at]
    # `places.toml` says how news uses a name: "Gaza" is the strip, not the city in it.
    chosen = next(
        (e for e in group.places if e.main and e.is_own and gazetteer.distance(e, chosen) < _SAME_KM), chosen
    )  # fmt: skip
    share = share_of(group, likelihoods)
    held = knowledge.load("placing")["ranking"]["confidence"]
    points = held["bias"] + sum(held[name] * value for name, value in confidence_features(group, chosen, share).items())
    return Settled(chosen, round(1 / (1 + exp(-points)), 2))


def share_of(group: Group, likelihoods: Matrix) -> float:
    """The likelihood of the likeliest place and of what lies beside it."""
    chosen = group.places[int(likelihoods.argmax())]
    return float(
        sum(
            p for p, e in zip(likelihoods, group.places, strict=True)
            if e is chosen or gazetteer.distance(e, chosen) < _SAME_KM
        )
    )  # fmt: skip


def confidence_features(group: Group, chosen: Entry, share: float) -> dict[str, float]:
    """What the calibration weighs."""
    share = min(max(share, 0.001), 0.999)
    return {
        "share": log(share / (1 - share)), "bearers": log(len(group.places)), "nested": float(group.within is not None),
        "country": float(chosen.kind == "country"), "division": float(chosen.kind == "division"),
        "village": float(chosen.kind == "city" and chosen.population < 5_000), "other_name": float(not chosen.main),
    }  # fmt: skip
