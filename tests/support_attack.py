"""A record of an invented article about attacks, built by hand, for the tests of what exports events.

It has an attack whose dead divide, one told by a range and a month, one whose words kill, a threat and what it threatens, two
claims that count differently, a place that is only near, and an actor that is no state's.
"""

import csv
import io
from datetime import date

from reportedly.document import Basis
from reportedly.export import exporter, to_stream
from reportedly.record import Actor, Attribution, Event, Figure, Place, Record, Time
from support_record import Article

TITLE = "Attack near Velm"
PARAGRAPHS = (
    "Fighters of the Karo Front attacked an army post near Velm on Monday, killing 12 people, among them three children "
    "and four soldiers, the Oltenz army said. Gen. Abel Orn said that the raid wounded 30.",
    "In March 2024, soldiers shelled Ruvo Province, and at least 40 villagers died. Aid groups put the dead at 55.",
    "Gunmen shot dead the mayor, Ines Varo. Lake Union threatened to strike Ruvo.",
)


def record_of(*, figures=None, events=None, actors=None, **metadata) -> Record:
    """The record of the article above, built by hand."""
    a = Article(TITLE, PARAGRAPHS)
    known = {
        "title": TITLE,
        "outlet": "The Velm Post",
        "url": "https://post.example/velm",
        "published": date(2024, 5, 15),
        "basis": Basis.METADATA,
    }
    document = a.document(**(known | metadata))
    said = {"source": (), "mode": "indirect", "stance": "assert", "anonymity": "named", "made_by": "hand"}
    attributions = (
        Attribution(id="a1", content=a(PARAGRAPHS[0][:100]), cue=a("said"), chain=("The Velm Post", "Oltenz army"), **said),
        Attribution(id="a2", content=a("the dead at 55"), cue=a("put"), chain=("The Velm Post", "Aid groups"), **said),
    )  # fmt: skip
    return Record(
        document, "by hand", attributions, actors or _actors(a), events or _events(a), figures or _figures(a), (), _times(a), _places(a)
    )  # fmt: skip


def _actors(a: Article) -> tuple[Actor, ...]:
    def actor(id, name, words, sector, country=None, kind="organisation"):
        return Actor(id=id, name=name, kind=kind, names=(words,), sector=sector, country=country, made_by="hand")

    return (
        actor("p1", "Karo Front", a("the Karo Front"), "REB"),
        actor("p2", "Oltenz army", a("the Oltenz army"), "MIL", "FRA"),
        actor("p3", "soldiers", a("soldiers", nth=2), "MIL", "FRA", "unnamed"),
        actor("p4", "villagers", a("villagers"), "CVL", None, "population"),
        actor("p5", "Gunmen", a("Gunmen"), "UAF", None, "unnamed"),
        actor("p6", "Ines Varo", a("Ines Varo"), "GOV", "FRA", "person"),
        actor("p7", "Lake Union", a("Lake Union"), "IGO", "IGO"),
    )


def _events(a: Article) -> tuple[Event, ...]:
    def event(id, words, actor=(), recipient=(), **more):
        held = {"type": "ASSAULT", "status": "actual", "made_by": "hand", "mentions": ()} | more
        return Event(id=id, words=words, actor=actor, recipient=recipient, **held)

    return (
        event(
            "e1",
            a("attacked"),
            ("p1",),
            ("p2",),
            mentions=(a("the raid"),),
            place="l1",
            date="t1",
            within="a1",
            confidence=0.9,
        ),
        event("e2", a("shelled"), ("p3",), ("p4",), place="l2", date="t2", mode="heavy-weapons"),
        event("e3", a("shot dead"), ("p5",), ("p6",)),
        event("e4", a("threatened"), ("p7",), ("p1", "p2"), type="THREATEN", mode="violence"),
        event("e5", a("strike"), ("p7",), status="threatened"),
    )


def _figures(a: Article) -> tuple[Figure, ...]:
    def figure(id, words, low, high, who, what="killed", **more):
        return Figure(
            id=id, words=words, low=low, high=high, what=what, who=who, approximate=False, made_by="hand", **more
        )

    return (
        figure("f1", a("12 people"), 12, 12, a("people"), within="a1"),
        figure("f2", a("three children"), 3, 3, a("children"), within="a1", part_of="f1"),
        figure("f3", a("four soldiers"), 4, 4, a("soldiers"), within="a1", part_of="f1"),
        figure("f4", a("30"), 30, 30, (), what="injured", within="a1"),
        figure("f5", a("at least 40 villagers"), 40, None, a("villagers")),
        figure("f6", a("55"), 55, 55, (), within="a2"),
    )


def _times(a: Article) -> tuple[Time, ...]:
    march = {"value": "2024-03", "begin": date(2024, 3, 1), "end": date(2024, 3, 31), "precision": "month"}
    monday = {"value": "2024-05-13", "begin": date(2024, 5, 13), "end": date(2024, 5, 13), "precision": "day"}
    return (
        Time(id="t1", words=a("on Monday"), type="DATE", made_by="hand", **monday),
        Time(id="t2", words=a("March 2024"), type="DATE", made_by="hand", **march),
    )


def _places(a: Article) -> tuple[Place, ...]:
    return (
        Place(id="l1", words=a("Velm", nth=2), name="Velm", kind="city", gazetteer="geonames:77", latitude=34.53, longitude=69.17, country="AFG", division="AF.10", made_by="hand"),
        Place(id="l2", words=a("Ruvo Province"), name="Ruvo", kind="division", latitude=-12.25, longitude=-60.5, country="USA", division="US.TX", made_by="hand"),
    )  # fmt: skip


def written(records, name) -> str:
    out = io.StringIO()
    to_stream(records, exporter(name), out)
    return out.getvalue()


def table(records, name, separator) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(records, name)), delimiter=separator))
