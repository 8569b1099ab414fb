"""How likely each place is that the names of an article may mean, all names weighed together.

In: groups of candidates and where the outlet is at home. Out: for each group a likelihood for each of its candidates.
Each candidate has features of its own (people, kind, nesting, what countries the article speaks of, the outlet's home); a
softmax of their weighted sum gives first likelihoods. Then every candidate is told how near, or in what same division
and country, the likely places of the other names are, and is weighed anew: places that one article names lie together
(spatial minimality: Leidner 2007; context-sensitive features: Lieberman and Samet 2012). Weights are in
`knowledge/placing.toml`; `training/places/fit.py` fits them.
"""

from collections.abc import Sequence
from functools import cache
from math import log1p, log10
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly import knowledge
from reportedly.knowledge.gazetteer import Entry
from reportedly.layers.placing.groups import Group, Home, Setting, lies_in

Matrix = NDArray[np.float64]

OWN = (
    "people", "people_against_largest", "country", "division", "region", "feature", "own_city", "county", "bare_county", "postal", "division_people", "division_of_city",
    "main_name", "capital", "nested", "not_nested", "among_counties", "country_spoken", "country_share", "home_near",
    "home_division", "home_country",
)  # fmt: skip
"""The features of a candidate by itself."""
OTHERS = (
    "near_30", "near_150", "near_600", "division_named", "division_shared", "country_named", "country_shared", "nearest_150",
)  # fmt: skip
"""The features of a candidate by what the other names may mean."""
ROUNDS = 3
ANCHORS = 60
"""Names that others are measured against; the most frequent first. More do not change what is chosen, and cost time."""
ROWS_AT_ONCE = 2_000
"""Candidates that are measured at once; bounds memory for a text of thousands of names."""
LIKELY = 6
"""Candidates of an anchor that others are measured against."""


class Table:
    """All candidates of an article as rows, with their features."""

    def __init__(self, groups: Sequence[Group], setting: Setting) -> None:
        self.groups = groups
        self.entries = [e for g in groups for e in g.places]
        self.owner = np.array([i for i, g in enumerate(groups) for _ in g.places], dtype=np.int64)
        self.starts = np.cumsum([0, *(len(g.places) for g in groups)])
        self.points = np.radians(
            [(e.latitude or 0.0, e.longitude or 0.0) for e in self.entries] or np.zeros((0, 2)), dtype=np.float64
        )
        self.wide = np.array([e.kind == "country" or e.latitude is None for e in self.entries], dtype=bool)
        codes: dict[str | None, int] = {None: 0}
        self.countries = np.array([codes.setdefault(e.country, len(codes)) for e in self.entries], dtype=np.int64)
        self.divisions = np.array([codes.setdefault(e.division, len(codes)) for e in self.entries], dtype=np.int64)
        self.is_country = np.array([e.kind == "country" for e in self.entries], dtype=bool)
        self.is_division = np.array([e.kind == "division" for e in self.entries], dtype=bool)
        self.own = self._own(setting)

    def _own(self, setting: Setting) -> Matrix:
        near = self._near_home(setting.home)
        rows = []
        for group in self.groups:
            largest = max((_people(e) for e in group.places if e.kind == "city"), default=0.0)
            for e in group.places:
                rows.append(_features(group, e, largest, setting.without(group.name, e.country)))
        table = np.array(rows, dtype=np.float64).reshape(len(self.entries), len(OWN) - 3)
        return np.hstack([table, near])

    def _near_home(self, home: Home) -> Matrix:
        out = np.zeros((len(self.entries), 3))
        if home.places:
            weights = np.array([10 ** _people(h) if h.kind == "city" else 1e5 for h in home.places]) ** 0.5
            weights /= weights.sum()
            points = np.radians([(h.latitude or 0.0, h.longitude or 0.0) for h in home.places])
            out[:, 0] = (np.exp(-_kilometres(self.points, points) / 100) * ~self.wide[:, None]).max(axis=1)
            for i, e in enumerate(self.entries):
                out[i, 1] = sum(
                    p for h, p in zip(home.places, weights, strict=True) if e.division and h.division == e.division
                )
        if home.country:
            out[:, 2] = [e.country == home.country for e in self.entries]
        return out

    def softmax(self, scores: Matrix) -> Matrix:
        """Likelihoods that sum to one in each group."""
        out = np.zeros(len(scores))
        for a, b in zip(self.starts, self.starts[1:], strict=False):
            if b > a:
                e = np.exp(scores[a:b] - scores[a:b].max())
                out[a:b] = e / e.sum()
        return out

    def others(self, likelihoods: Matrix) -> Matrix:
        """The features that the other names give, where each of their candidates counts by its likelihood."""
        anchors = self._anchors(likelihoods)
        out = np.zeros((len(self.entries), len(OTHERS)))
        if len(anchors):
            for start in range(0, len(out), ROWS_AT_ONCE):
                rows = slice(start, start + ROWS_AT_ONCE)
                out[rows] = self._others_of(rows, anchors, likelihoods)
        return out

    def _others_of(self, rows: slice, anchors: NDArray[np.int64], likelihoods: Matrix) -> Matrix:
        """The features that the anchors give some rows."""
        p = likelihoods[anchors] * (self.owner[rows, None] != self.owner[anchors])
        apart = _kilometres(self.points[rows], self.points[anchors])
        near = p * ~self.wide[rows, None] * ~self.wide[anchors]
        division = p * ((self.divisions[rows, None] == self.divisions[anchors]) & (self.divisions[rows, None] > 0))
        country = p * ((self.countries[rows, None] == self.countries[anchors]) & (self.countries[rows, None] > 0))
        names = max(1, len(set(self.owner[anchors])) - 1)
        columns = [np.log1p((near * np.exp(-apart / scale)).sum(axis=1)) for scale in (30.0, 150.0, 600.0)]
        columns.append(np.log1p((division * self.is_division[anchors]).sum(axis=1)))
        columns.append(np.log1p((division * ~self.is_division[anchors]).sum(axis=1)))
        columns.append(np.log1p((country * self.is_country[anchors]).sum(axis=1)))
        columns.append((country * ~self.is_country[anchors]).sum(axis=1) / names)
        columns.append((near * np.exp(-apart / 150.0)).max(axis=1))
        return np.column_stack(columns)

    def _anchors(self, likelihoods: Matrix) -> NDArray[np.int64]:
        order = sorted(range(len(self.groups)), key=lambda i: (-self.groups[i].count, i))[:ANCHORS]
        chosen: list[int] = []
        for i in sorted(order):
            a, b = self.starts[i], self.starts[i + 1]
            best = sorted(range(a, b), key=lambda j: (-likelihoods[j], j))[:LIKELY]
            chosen.extend(sorted(best))
        return np.array(chosen, dtype=np.int64)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(
        f"{code}:{name}" for code, facts in knowledge.load("countries").items() for name in facts.get("capitals", ())
    )


def _people(e: Entry) -> float:
    return log10(max(e.population, 100))


def _is_seat(city: Entry, division: Entry) -> bool:
    """Whether a large city of the same country shares a division's name: news then means the city."""
    return city.kind == "city" and city.country == division.country and city.main and city.population >= 100_000


def _features(group: Group, e: Entry, largest: float, spoken: tuple[int, int]) -> list[float]:
    """All of `OWN` but the home's three, in its order."""
    city, count, total = e.kind == "city", *spoken
    nested = group.within is not None and lies_in(e, group.within) and e.kind != "country"
    county = e.id.startswith("place:us-") and not city
    return [
        _people(e) - 2 if city else 0.0, _people(e) - largest if city else 0.0, float(e.kind == "country"),
        float(e.kind == "division"), float(e.kind == "region" and not county), float(e.kind == "feature"),
        float(city and not e.population and not e.id.startswith("place:us-zip")), float(county and e.main), float(county and not e.main),
        float(city and e.id.startswith("place:us-zip")), _people(e) - 2 if e.kind == "division" and not e.is_own else 0.0,
        float(e.kind == "division" and any(_is_seat(other, e) for other in group.places)),
        float(e.main or e.is_own), float(city and f"{e.country}:{e.name}" in _capitals()), float(nested),
        float(group.within is not None and not nested),
        float(group.counties and county) - float(group.counties and not county), log1p(count), count / total if total else 0.0,
    ]  # fmt: skip


def _kilometres(points: Matrix, others: Matrix) -> Matrix:
    a, b = points[:, None, :], others[None, :, :]
    half = np.sin((b[..., 0] - a[..., 0]) / 2) ** 2
    half = half + np.cos(a[..., 0]) * np.cos(b[..., 0]) * np.sin((b[..., 1] - a[..., 1]) / 2) ** 2
    return np.asarray(12742 * np.arcsin(np.sqrt(np.minimum(1.0, half))))


@cache
def _weights(stage: str, names: tuple[str, ...]) -> Matrix:
    held: dict[str, Any] = knowledge.load("placing")["ranking"][stage]
    return np.array([float(held.get(name, 0.0)) for name in names])


def rank(table: Table) -> Matrix:
    """The likelihood of each candidate, in the order of the table's rows."""
    likelihoods = table.softmax(table.own @ _weights("alone", OWN))
    together = _weights("together", (*OWN, *OTHERS))
    for _ in range(ROUNDS):
        likelihoods = table.softmax(np.hstack([table.own, table.others(likelihoods)]) @ together)
    return likelihoods
