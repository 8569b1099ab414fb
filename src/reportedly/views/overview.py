"""What a casebook holds, article by article, outlet by outlet, and whom it quotes most.

In: an open `Casebook`. Out: an `Overview`, counted by the database and in a fixed order. Outlets are compared by how
they attribute, never ranked: they stand in the order of their names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reportedly.record import ARTICLE_TABLES
from reportedly.record.vocabulary import ANONYMITY

if TYPE_CHECKING:
    from reportedly.casebook import Casebook

MOST_QUOTED = 25


@dataclass(frozen=True, slots=True)
class Told:
    """An article with how much was found in it. `unfit` counts checks whose figures do not fit; `longest_chain`
    counts the members of the longest chain, the outlet included."""

    id: str
    title: str
    outlet: str
    published: date | None
    attributions: int
    anonymous: int
    longest_chain: int
    events: int
    figures: int
    unfit: int


@dataclass(frozen=True, slots=True)
class OutletShare:
    """An outlet's attributions by the anonymity of their sources."""

    outlet: str
    articles: int
    attributions: int
    named: int
    described: int
    anonymous: int
    document: int

    def shares(self) -> list[tuple[str, float, float]]:
        """Each kind with where its part of a bar begins and how long it is, both as shares of one."""
        out, at = [], 0.0
        for kind in ANONYMITY:
            part = getattr(self, kind) / self.attributions if self.attributions else 0.0
            out.append((kind, at, part))
            at += part
        return out


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker by name, as articles spell it, with how often and how widely it is quoted."""

    name: str
    attributions: int
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A casebook at a glance. `totals` counts the rows of each table."""

    articles: tuple[Told, ...]
    totals: tuple[tuple[str, int], ...]
    outlets: tuple[OutletShare, ...]
    speakers: tuple[Speaker, ...]

    def total(self, table: str) -> int:
        """How many rows a table has."""
        return dict(self.totals)[table]


def overview(casebook: "Casebook") -> Overview:
    """The overview of a casebook. Articles stand by outlet and day, speakers by how often they are quoted."""
    return Overview(
        tuple(_articles(casebook)), tuple(_totals(casebook)), tuple(_outlets(casebook)), tuple(_speakers(casebook))
    )


def _rows(casebook: "Casebook", query: str) -> list[tuple[object, ...]]:
    return casebook.connection.execute(query).fetchall()


def _articles(casebook: "Casebook") -> Iterator[Told]:
    query = """
        SELECT id, coalesce(title, left(trim(text), 80)), coalesce(outlet, ''), published,
          (SELECT count(*) FROM attributions x WHERE x.document = d.id),
          (SELECT count(*) FROM attributions x WHERE x.document = d.id AND anonymity = 'anonymous'),
          (SELECT coalesce(max(len(chain)), 0) FROM attributions x WHERE x.document = d.id),
          (SELECT count(*) FROM events x WHERE x.document = d.id),
          (SELECT count(*) FROM figures x WHERE x.document = d.id),
          (SELECT count(*) FROM checks x WHERE x.document = d.id AND NOT holds)
        FROM document d ORDER BY outlet NULLS LAST, published NULLS LAST, title NULLS LAST, id
    """
    for row in _rows(casebook, query):
        yield Told(*row)  # type: ignore[arg-type]


def _totals(casebook: "Casebook") -> Iterator[tuple[str, int]]:
    for table in ARTICLE_TABLES:
        ((n,),) = _rows(casebook, f'SELECT count(*) FROM "{table}"')
        yield table, int(str(n))


def _outlets(casebook: "Casebook") -> Iterator[OutletShare]:
    kinds = ", ".join(f"count(*) FILTER (a.anonymity = '{kind}')" for kind in ANONYMITY)
    query = f"""
        SELECT coalesce(d.outlet, ''), count(DISTINCT d.id), count(a.id), {kinds}
        FROM document d LEFT JOIN attributions a ON a.document = d.id
        GROUP BY d.outlet ORDER BY d.outlet NULLS LAST
    """
    for row in _rows(casebook, query):
        yield OutletShare(*row)  # type: ignore[arg-type]


def _speakers(casebook: "Casebook") -> Iterator[Speaker]:
    query = f"""
        SELECT p.name, count(DISTINCT (a.document, a.id)), count(DISTINCT a.document), count(DISTINCT d.outlet)
        FROM (SELECT document, id, unnest(speaker) AS who FROM attributions) a
        JOIN actors p ON p.document = a.document AND p.id = a.who
        JOIN document d ON d.id = a.document
        GROUP BY p.name ORDER BY 2 DESC, 3 DESC, p.name LIMIT {MOST_QUOTED}
    """
    for row in _rows(casebook, query):
        yield Speaker(*row)  # type: ignore[arg-type]
