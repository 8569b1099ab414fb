"""A rich record of an invented article, built by hand, for the tests of what shows records.

It has what a real one may have: a chain of three, a nested quotation, figures that fit and figures that do not, an
event with two mentions, loaded words in two voices, boilerplate, an actor with several names, a day that was reasoned.
"""

from datetime import date

from reportedly.document import Basis, Block, BlockKind, Document, Metadata, Span, Words
from reportedly.record import Actor, Attribution, Check, Event, Figure, Place, Record, Time, Wording

TITLE = "Dozens hurt as police storm docks at Port Arden"
PARAGRAPHS = (
    "PORT ARDEN, March 5 (CNA) — Police on Wednesday stormed the docks at Port Arden, where striking crane drivers had "
    "blocked the gates since Sunday, the Cassian interior ministry said.",
    "At least 59 people were injured, 35 of them dockers, 22 officers and two children, according to the ministry. The "
    "Dockers' Union put the number at more than 80.",
    "The Meridian Post reported on Tuesday, citing two officials familiar with the matter, that Transport Minister Ida "
    "Rehn had secretly met the union's leader, Tomas Okello, in Velm. Rehn denied the report.",
    "“The minister told us that her regime believes the strike is ‘foreign-made’,” Okello said. He said that the "
    "union would not leave.",
    "The ministry said that of 120 people arrested, 70 had been released and 40 charged. The extremist fringe of the "
    "union reportedly set fire to two warehouses. The union condemned the raid.",
)
ASIDES = ((BlockKind.CAPTION, "Smoke over the docks on Wednesday."), (BlockKind.MORE, "Read more: the strike in maps"))


class Article:
    """A text, and the spans of words in it by what they say."""

    def __init__(self, title: str, paragraphs: tuple[str, ...], asides: tuple[tuple[BlockKind, str], ...] = ()) -> None:
        self.text, self.blocks = title, [Block(BlockKind.TITLE, Span(0, len(title)))]
        for paragraph in paragraphs:
            begin = len(self.text) + 2
            self.text += "\n\n" + paragraph
            self.blocks.append(Block(BlockKind.PARAGRAPH, Span(begin, len(self.text))))
        self.blocks += [Block(kind, Span(len(self.text), len(self.text)), words) for kind, words in asides]

    def __call__(self, *pieces: str, nth: int = 1) -> Words:
        """The words `pieces`, each in its `nth` place in the text."""
        return tuple(self.span(p, nth) for p in pieces)

    def span(self, words: str, nth: int = 1) -> Span:
        at = -1
        for _ in range(nth):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def document(self, **metadata: object) -> Document:
        return Document(self.text, tuple(self.blocks), Metadata(**metadata), "ab" * 32)  # type: ignore[arg-type]


def rich_record() -> Record:
    """The record of the article above."""
    a = Article(TITLE, PARAGRAPHS, ASIDES)
    document = a.document(
        title=TITLE, outlet="Arden Gazette", agency="CNA", byline="Nils Aro", url="https://gazette.example/docks",
        language="en", dateline=a.span("PORT ARDEN, March 5"), published=date(2025, 3, 5), basis=Basis.INFERRED,
        reasons="March 5 was a Wednesday in 2025 and in no other year from 2020 to 2026.",
    )  # fmt: skip
    return Record(
        document, "reportedly 0.1.0; by hand", _attributions(a), _actors(a), _events(a), _figures(a), _checks(),
        _times(a), _places(a), _wording(a),
    )  # fmt: skip


def _attribution(
    id: str, chain: tuple[str, ...], speaker: tuple[str, ...], content: Words, **more: object
) -> Attribution:
    fields = {"source": (), "cue": (), "mode": "indirect", "stance": "assert", "anonymity": "named", "made_by": "hand"}
    fields |= more | {"chain": ("Arden Gazette", *chain), "speaker": speaker, "content": content}
    return Attribution(id=id, **fields)  # type: ignore[arg-type]


def _attributions(a: Article) -> tuple[Attribution, ...]:
    ministry, okello, rehn = ("Cassian interior ministry",), ("Tomas Okello",), ("Ida Rehn",)
    met = a("Transport Minister Ida Rehn had secretly met the union's leader, Tomas Okello, in Velm")
    quoted = a("“The minister told us that her regime believes the strike is ‘foreign-made’,”")
    told = a("her regime believes the strike is ‘foreign-made’")
    believed = a("the strike is ‘foreign-made’")
    return (
        _attribution("a1", ministry, ("p1",), a("Police on Wednesday stormed the docks at Port Arden, where striking crane drivers had blocked the gates since Sunday"), source=a("the Cassian interior ministry"), cue=a("said")),
        _attribution("a2", ministry, ("p1",), a("At least 59 people were injured, 35 of them dockers, 22 officers and two children"), source=a("the ministry"), cue=a("according to")),
        _attribution("a3", ("Dockers' Union",), ("p2",), a("the number at more than 80"), source=a("The Dockers' Union"), cue=a("put")),
        _attribution("a4", ("The Meridian Post",), ("p3",), met, source=a("The Meridian Post"), cue=a("reported")),
        _attribution("a5", ("The Meridian Post", "two officials"), ("p4",), met, source=a("two officials familiar with the matter"), cue=a("citing"), anonymity="anonymous", cited_by="a4"),
        _attribution("a6", rehn, ("p5",), a("the report"), source=a("Rehn", nth=2), cue=a("denied"), stance="deny"),
        _attribution("a7", okello, ("p6",), quoted, source=a("Okello", nth=2), cue=a("said", nth=2), mode="direct"),
        _attribution("a8", (*okello, *rehn), ("p5",), told, source=a("The minister"), cue=a("told"), within="a7"),
        _attribution("a9", (*okello, *rehn, "Cassia's government"), ("p7",), believed, source=a("her regime"), cue=a("believes"), stance="believe", within="a8", anonymity="described"),
        _attribution("a10", okello, ("p6",), a("that the union would not leave"), source=a("He"), cue=a("said", nth=3), stance="intend"),
        _attribution("a11", ministry, ("p1",), a("of 120 people arrested, 70 had been released and 40 charged"), source=a("The ministry"), cue=a("said", nth=4)),
        _attribution("a12", ("unnamed source",), (), a("The extremist fringe of the union", "set fire to two warehouses"), cue=a("reportedly"), anonymity="anonymous"),
    )  # fmt: skip


def _actors(a: Article) -> tuple[Actor, ...]:
    def actor(id: str, name: str, kind: str, *names: Words, **more: str) -> Actor:
        return Actor(id=id, name=name, kind=kind, names=names, made_by="hand", **more)  # type: ignore[arg-type]

    return (
        actor("p1", "Cassian interior ministry", "organisation", a("the Cassian interior ministry"), a("the ministry"), a("The ministry"), country="CSS", sector="GOV"),
        actor("p2", "Dockers' Union", "organisation", a("The Dockers' Union"), a("the union"), a("The union"), sector="LAB"),
        actor("p3", "The Meridian Post", "media", a("The Meridian Post"), sector="MED"),
        actor("p4", "two officials familiar with the matter", "unnamed", a("two officials familiar with the matter")),
        actor("p5", "Ida Rehn", "person", a("Transport Minister Ida Rehn"), a("Rehn", nth=2), a("The minister"), sector="GOV"),
        actor("p6", "Tomas Okello", "person", a("Tomas Okello"), a("Okello", nth=2), a("He"), sector="LAB"),
        actor("p7", "Cassia's government", "organisation", a("her regime"), country="CSS", sector="GOV"),
        actor("p8", "Police", "organisation", a("Police"), sector="COP"),
        actor("p9", "the extremist fringe of the union", "unnamed", a("The extremist fringe of the union")),
    )  # fmt: skip


def _events(a: Article) -> tuple[Event, ...]:
    return (
        Event(id="e1", words=a("stormed"), mentions=(a("the raid"),), type="COERCE", mode="restrict", actor=("p8",), recipient=("p2",), place="l1", date="t2", status="actual", within="a1", made_by="hand"),
        Event(id="e2", words=a("blocked"), mentions=(), type="PROTEST", mode="obstruct", place="l1", date="t3", status="ongoing", within="a1", made_by="hand"),
        Event(id="e3", words=a("met"), mentions=(), type="CONSULT", mode="meet", actor=("p5",), recipient=("p6",), place="l3", status="denied", within="a5", made_by="hand", confidence=0.82),
        Event(id="e4", words=a("set fire"), mentions=(), type="ASSAULT", actor=("p9",), status="possible", within="a12", made_by="hand"),
        Event(id="e5", words=a("condemned"), mentions=(), type="ACCUSE", mode="disapprove", actor=("p2",), recipient=("p8",), status="actual", made_by="hand"),
    )  # fmt: skip


def _figures(a: Article) -> tuple[Figure, ...]:
    def figure(id: str, words: Words, low: int | None, high: int | None, what: str, **more: object) -> Figure:
        fields = {"approximate": False, "within": "a2", "made_by": "hand"} | more
        return Figure(id=id, words=words, low=low, high=high, what=what, **fields)  # type: ignore[arg-type]

    return (
        figure("f1", a("At least 59 people"), 59, None, "injured", who=a("people"), place="l1", as_of=date(2025, 3, 5)),
        figure("f2", a("35 of them dockers"), 35, 35, "injured", who=a("dockers"), part_of="f1"),
        figure("f3", a("22 officers"), 22, 22, "injured", who=a("officers"), part_of="f1"),
        figure("f4", a("two children"), 2, 2, "injured", who=a("children"), part_of="f1"),
        figure("f5", a("more than 80"), 80, None, "injured", within="a3"),
        figure("f6", a("120 people"), 120, 120, "arrested", who=a("people", nth=2), within="a11"),
        figure("f7", a("70"), 70, 70, "released", part_of="f6", within="a11"),
        figure("f8", a("40"), 40, 40, "held", part_of="f6", within="a11"),
    )


def _checks() -> tuple[Check, ...]:
    return (
        Check(id="c1", kind="sum", figures=("f1", "f2", "f3", "f4"), holds=True, words="35 + 22 + 2 = 59", made_by="hand"),
        Check(id="c2", kind="sum", figures=("f6", "f7", "f8"), holds=False, words="70 + 40 = 110, not 120", made_by="hand"),
    )  # fmt: skip


def _times(a: Article) -> tuple[Time, ...]:
    return (
        Time(
            id="t1",
            words=a("March 5"),
            type="DATE",
            value="2025-03-05",
            begin=date(2025, 3, 5),
            end=date(2025, 3, 5),
            precision="day",
            made_by="hand",
        ),
        Time(
            id="t2",
            words=a("Wednesday"),
            type="DATE",
            value="2025-03-05",
            begin=date(2025, 3, 5),
            end=date(2025, 3, 5),
            precision="day",
            made_by="hand",
        ),
        Time(
            id="t3",
            words=a("since Sunday"),
            type="DATE",
            value="2025-03-02",
            mod="START",
            begin=date(2025, 3, 2),
            end=date(2025, 3, 2),
            precision="day",
            made_by="hand",
        ),
        Time(
            id="t4",
            words=a("Tuesday"),
            type="DATE",
            value="2025-03-04",
            begin=date(2025, 3, 4),
            end=date(2025, 3, 4),
            precision="day",
            made_by="hand",
        ),
    )


def _places(a: Article) -> tuple[Place, ...]:
    return (
        Place(id="l1", words=a("Port Arden", nth=2), name="Port Arden", kind="city", gazetteer="1234", latitude=12.5, longitude=-45.25, country="CSS", division="Arden", made_by="hand"),
        Place(id="l2", words=a("PORT ARDEN"), name="Port Arden", kind="city", gazetteer="1234", latitude=12.5, longitude=-45.25, country="CSS", division="Arden", made_by="hand"),
        Place(id="l3", words=a("Velm"), made_by="hand"),
    )  # fmt: skip


def _wording(a: Article) -> tuple[Wording, ...]:
    return (
        Wording(id="w1", words=a("regime"), kind="label", target="p7", voice="a8", made_by="hand"),
        Wording(id="w2", words=a("‘foreign-made’"), kind="scare_quotes", voice="a9", made_by="hand"),
        Wording(id="w3", words=a("extremist"), kind="label", target="p9", made_by="hand"),
        Wording(id="w4", words=a("reportedly"), kind="hedge", made_by="hand"),
    )


def hostile_record() -> Record:
    """A record whose every text tries to leave the page or the terminal that shows it."""
    evil = '<script>alert(1)</script> "><img src=x onerror=alert(2)> </style><!-- ]]> {{ 7*7 }}'
    paragraph = f"Ana said it \x1b[31mburns\x1b]0;owned\x07 \x00 \u202egnp.exe\u2066 \x9b2J \ud800 {evil}"
    a = Article(f"Title {evil}", (paragraph,), ((BlockKind.CAPTION, f"aside {evil} \x1b[2J"),))
    document = a.document(
        title=f"Title {evil} \x1b[2J", outlet=f"Outlet {evil}\u202e", byline=evil, agency=evil, url="javascript:alert(1)",
        reasons=evil, published=date(2025, 3, 5), basis=Basis.INFERRED,
    )  # fmt: skip
    said = a("it \x1b[31mburns\x1b]0;owned\x07 \x00 \u202egnp.exe\u2066 \x9b2J \ud800")
    return Record(
        document,
        evil,
        (
            Attribution(
                id="\"><script>", source=a("Ana"), speaker=("x\"><script>",), cue=a("said"), content=said, mode="indirect",
                stance="assert", anonymity="named", within="nowhere", chain=(evil, "\x1b[31mAna\u202e"), made_by=evil,
            ),
        ),
        (Actor(id="x\"><script>", name=f"Ana {evil}\x1b[2J", kind="person", names=(a("Ana"),), made_by=evil),),
        times=(Time(id="t", words=a("burns"), type="DATE", value=evil, mod=evil, begin_point=evil, end_point=evil, made_by=evil),),
        places=(Place(id="l", words=a("burns"), name=evil, division=evil, made_by=evil),),
    )  # fmt: skip
