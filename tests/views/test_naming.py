"""How actors are named, by voice, in one article and by outlets side by side."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly import knowledge
from reportedly.casebook import Casebook, Outcome
from reportedly.errors import Misuse
from reportedly.record import Actor, Attribution, Record, SourceRow, Wording
from reportedly.views import compare, naming
from reportedly.views.naming import ways
from support_record import Article, hostile_record, rich_record

EXAMPLES = tomllib.loads((Path(knowledge.__file__).parent / "namings.toml").read_text(encoding="utf-8"))["example"]


def article_of(title, paragraph, outlet, *attributions, actors=(), wording=()):
    """A record of one paragraph. An attribution is its speaker's id, the speaker's name and the content."""
    a = Article(title, (paragraph,))
    said = tuple(
        Attribution(
            id=f"a{n}", source=a("said"), speaker=(speaker,), cue=a("said"), content=a(content),
            mode="direct" if content[0] == "“" else "indirect", stance="assert", anonymity="named", chain=(outlet, name),
            made_by="hand",
        )
        for n, (speaker, name, content) in enumerate(attributions)
    )  # fmt: skip
    return Record(
        a.document(title=title, outlet=outlet), attributions=said, actors=tuple(actors(a)), wording=tuple(wording(a) if wording else ())
    )  # fmt: skip


def actor(id, name, *names, kind="organisation", **more):
    return Actor(id=id, name=name, kind=kind, names=names, made_by="hand", **more)


def swapped(text, one, other):
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def strike(one="Varn", other="Oltenz", outlet="Coast Post"):
    """An article in which the outlet says `the regime` of one party, and that party says `gangs` of the other."""
    text = (
        f"The {one} regime left, and the regime's envoy said “{other} and its gangs shelled us”. {other} said nothing."
    )
    return article_of(
        f"Regime in {one} says {other} shelled it", text, outlet, ("p1", one, f"“{other} and its gangs shelled us”"),
        actors=lambda a: (
            actor("p1", one, a("Regime"), a(f"The {one} regime"), a(f"{one} regime"), a("the regime's"), a("us")),
            actor("p2", other, a(other), a(other, nth=2), a("its gangs"), a("gangs"), a(other, nth=3)),
        ),
        wording=lambda a: (
            Wording(id="w1", words=a("regime"), kind="label", target="p1", made_by="hand"),
            Wording(id="w2", words=a("gangs"), kind="label", target="p2", voice="a0", made_by="hand"),
        ),
    )  # fmt: skip


def shape(namings):
    """What a test compares: each actor with its voices, names and wording."""
    return [
        (
            n.actor,
            [
                (v.who.name, [(u.words, u.count, u.quoted) for u in v.names], v.pronouns, [c.words for c in v.wording])
                for v in n.voices
            ],
        )
        for n in namings
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"][:30])
def test_the_examples_of_the_knowledge_file(example):
    a = Article("", (example["text"],))
    made = actor("p1", "Varn", *(a(m) for m in example["mentions"]))
    assert [name for _, name in ways(Record(a.document(), actors=(made,)), made) if name] == example["names"]


def test_names_are_counted_by_voice_in_title_and_body():
    assert shape(naming(strike())) == [
        ("Oltenz", [("Coast Post", [("Oltenz", 2, 0)], 0, []), ("Varn", [("Oltenz", 1, 1), ("gangs", 1, 1)], 0, ["gangs"])]),
        ("Varn", [("Coast Post", [("regime", 2, 0), ("Varn regime", 1, 0)], 0, ["regime"]), ("Varn", [], 1, [])]),
    ]  # fmt: skip


def test_two_parties_that_trade_names_trade_their_namings_and_nothing_else():
    one, other = (json.dumps(shape(naming(strike(*names)))) for names in (("Varn", "Sael"), ("Sael", "Varn")))
    assert sorted(json.loads(one)) == sorted(json.loads(swapped(other, "Varn", "Sael")))


def test_the_innermost_source_is_the_one_that_names():
    government = next(n for n in naming(rich_record()) if n.actor == "Cassia's government")
    (voice,) = government.voices
    assert (voice.who.name, [u.words for u in voice.names]) == ("Ida Rehn", ["regime"])
    assert [(c.words, c.kind, c.count) for c in voice.wording] == [("regime", "label", 1)]


def test_a_quoted_name_is_told_from_a_retold_one():
    record = rich_record()
    (use,) = next(n for n in naming(record) if n.actor == "Cassia's government").others.names
    assert use.quoted == 1
    union = next(n for n in naming(record) if n.actor == "Dockers' Union")
    assert [(u.words, u.count, u.quoted) for u in union.others.names] == [("union", 1, 0)]
    assert [(u.words, u.count) for u in union.own.names] == [("Dockers' Union", 1), ("union", 1)]


def test_the_order_is_by_count_then_by_name():
    counts = [(-n.count, n.actor) for n in naming(rich_record())]
    assert counts == sorted(counts)


def test_rows_of_one_registry_id_are_one_actor():
    record = rich_record()
    ministry, union = (replace(x, registry="org:x") for x in record.actors[:2])
    made = naming(replace(record, actors=(ministry, union), _labels={}))
    assert [(n.key, n.count) for n in made] == [("org:x", 6)]


def test_ids_that_lead_nowhere_and_empty_records_are_no_trouble():
    from reportedly.document import Document

    assert naming(Record(Document(""))) == ()
    assert [n.count for n in naming(hostile_record())] == [1]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    records = (
        strike(), strike(outlet="Hill Radio"), replace(strike("Oltenz", "Varn", "Hill Radio"), _labels={}), rich_record(),
    )  # fmt: skip
    with Casebook(tmp_path_factory.mktemp("book") / "news.duckdb") as book:
        book.write(
            [
                Outcome(SourceRow(name=f"{n}.txt", state="read", document=r.document.id), r)
                for n, r in enumerate(records)
            ]
        )
        yield book


def test_outlets_stand_side_by_side(book):
    found = compare(book)
    assert [o.name for o in found.outlets] == ["Arden Gazette", "Coast Post", "Hill Radio"]
    varn = next(a for a in found.actors if a.actor == "Varn")
    assert varn.cells[0] is None
    assert [(u.words, u.count) for u in varn.cells[1].own.names] == [("regime", 2), ("Varn regime", 1)]
    assert [(u.words, u.count) for u in varn.cells[2].own.names] == [("Varn", 2), ("regime", 2), ("Varn regime", 1)]
    assert [o.balance.articles for o in found.outlets] == [1, 1, 2]


def test_words_that_colour_are_counted_whomever_they_are_said_of(book):
    coast = compare(book).outlets[1]
    assert [(c.words, c.count) for c in coast.own.wording] == [("regime", 1)]
    assert [(c.words, c.count) for c in coast.others.wording] == [("gangs", 1)]


def test_who_is_only_described_is_not_joined_over_articles(book):
    assert not {"two officials familiar with the matter", "the extremist fringe of the union"} & {
        a.actor for a in compare(book).actors
    }


def test_outlets_and_an_actor_can_be_chosen(book):
    found = compare(book, ["hill radio", "Coast Post"], "gangs")
    assert [o.name for o in found.outlets] == ["Hill Radio", "Coast Post"]
    assert [a.actor for a in found.actors] == ["Oltenz", "Varn"]
    with pytest.raises(Misuse, match="there are Arden Gazette, Coast Post, Hill Radio"):
        compare(book, ["Nobody's News"])


def test_a_description_that_stands_small_in_the_text_is_no_name():
    record = strike()
    regime = replace(record.actors[0], name="Regime")
    made = naming(replace(record, actors=(regime,), _labels={}))
    assert [(n.actor, n.has_name) for n in made] == [("Regime", False)]
