"""Lethal attacks leave in the columns of UCDP's GED; their dead are added up by documented rules, and never guessed."""

from dataclasses import replace
from datetime import date

import pytest

from reportedly import knowledge
from reportedly.export import ged, tolls
from reportedly.export.sentences import sentences
from reportedly.record import Event, Figure, Record
from reportedly.record.vocabulary import SECTORS
from support_attack import record_of, table, written
from support_record import Article

GED = knowledge.load("ged")


def ged_rows(**changed) -> dict[str, dict[str, str]]:
    return {row["event"]: row for row in table([record_of(**changed)], "ged", ",")}


# GED's columns


def test_the_columns_are_geds_and_then_ours():
    header = written([record_of()], "ged").splitlines()[0].split(",")
    assert len(ged.COLUMNS) == 49
    assert header == [*ged.COLUMNS, *ged.ADDED]
    assert header[40:49] == ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"]  # fmt: skip


def test_only_attacks_in_which_somebody_died_are_rows():
    assert {id: row["lethal_by"] for id, row in ged_rows().items()} == {"e1": "figure", "e2": "figure", "e3": "trigger"}


@pytest.mark.parametrize("status", ["planned", "threatened", "demanded", "possible", "denied", "not_happened"])
def test_what_is_not_said_to_have_happened_has_no_dead(status):
    events = tuple(replace(e, status=status) if e.id == "e1" else e for e in record_of().events)
    assert set(ged_rows(events=events)) == {"e2", "e3"}


def test_the_dead_divide_by_the_words_that_count_them_and_add_up():
    row = ged_rows()["e1"]
    assert [row[n] for n in ("best", "low", "high")] == ["12", "12", "12"]
    # Four soldiers are the army's, three children civilians, five nobody says.
    assert [row[f"deaths_{n}"] for n in ("a", "b", "civilians", "unknown")] == ["4", "0", "3", "5"]
    assert row["toll_words"] == "12 people | three children | four soldiers"


def test_a_state_stands_first_against_rebels_and_civilians_are_side_b():
    row = ged_rows()["e1"]
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Oltenz army", "Karo Front")
    assert (row["dyad_name"], row["gwnoa"], row["gwnob"]) == ("Oltenz army - Karo Front", "220", "")
    other = ged_rows()["e2"]
    assert (other["type_of_violence"], other["side_a"], other["side_b"], other["gwnoa"]) == (
        "3",
        "soldiers",
        "Civilians",
        "220",
    )


def test_at_least_is_no_best_value():
    row = ged_rows()["e2"]
    assert [row[n] for n in ("low", "best", "high", "deaths_civilians")] == ["40", "", "", ""]


def test_a_figure_of_another_claim_is_another_toll():
    assert "55" not in ged_rows()["e2"]["toll_words"]


def test_a_trigger_that_kills_counts_the_persons_whom_it_names():
    row = ged_rows()["e3"]
    assert [row[n] for n in ("low", "best", "high", "deaths_unknown", "type_of_violence")] == ["1", "1", "1", "1", ""]
    events = tuple(replace(e, recipient=("p4",)) if e.id == "e3" else e for e in record_of().events)
    assert [ged_rows(events=events)["e3"][n] for n in ("low", "best", "high")] == ["", "", ""]


def test_a_mention_that_kills_makes_no_attack_lethal():
    record = record_of()
    events = tuple(replace(e, mentions=(record.events[2].words,)) for e in record.events[:1])
    assert ged_rows(events=events, figures=record.figures[3:4]) == {}


@pytest.mark.parametrize(("who", "column"), [("f1", "deaths_unknown"), ("f2", "deaths_civilians"), ("f3", "deaths_a")])
def test_people_alone_says_nothing_of_the_dead(who, column):
    record = record_of()
    figure = next(replace(f, part_of=None) for f in record.figures if f.id == who)
    # Those counted are also an actor of the side that suffers.
    actors = tuple(replace(a, names=(figure.who,)) if a.id == "p2" else a for a in record.actors)
    row = ged_rows(figures=(figure,), actors=actors)["e1"]
    assert row[column] == row["best"] != ""


def test_days_and_places_have_geds_scales():
    first, second = ged_rows()["e1"], ged_rows()["e2"]
    assert [first[n] for n in ("date_prec", "date_start", "date_end", "year")] == [
        "1",
        "2024-05-13",
        "2024-05-13",
        "2024",
    ]
    assert [second[n] for n in ("date_prec", "date_start", "date_end")] == ["4", "2024-03-01", "2024-03-31"]
    assert [first[n] for n in ("where_prec", "where_coordinates", "adm_1", "country", "country_id")] == ["2", "Velm", "Helmand", "Afghanistan", "700"]  # fmt: skip
    assert [first[n] for n in ("geom_wkt", "priogrid_gid")] == ["POINT (69.17 34.53)", "179779"]
    assert (second["where_prec"], second["where_description"]) == ("4", "Ruvo Province")


def test_sources_are_the_outlet_and_the_innermost_of_the_chain():
    row = ged_rows()["e1"]
    assert row["source_article"] == "The Velm Post, 2024-05-15, Attack near Velm, https://post.example/velm"
    assert (row["source_office"], row["source_date"], row["source_original"]) == (
        "The Velm Post",
        "2024-05-15",
        "Oltenz army",
    )
    assert ged_rows()["e3"]["source_original"] == "The Velm Post"


def test_what_only_ucdp_decides_is_empty():
    for row in ged_rows().values():
        for name in (
            "active_year",
            "code_status",
            "conflict_new_id",
            "conflict_name",
            "dyad_new_id",
            "event_clarity",
            "region",
        ):
            assert row[name] == ""


@pytest.mark.parametrize(
    ("first", "last", "scale"),
    [("2024-03-05", "2024-03-05", 1), ("2024-03-05", "2024-03-10", 2), ("2024-03-04", "2024-03-10", 3), ("2024-03-01", "2024-03-31", 4), ("2024-01-01", "2024-12-31", 5), ("2023-01-01", "2024-12-31", None)],
)  # fmt: skip
def test_the_precision_of_days_is_geds(first, last, scale):
    assert ged.date_precision(date.fromisoformat(first), date.fromisoformat(last)) == scale


def test_cells_of_priogrid_are_counted_from_the_south_west():
    assert ged.priogrid(-89.9, -179.9) == 1
    assert ged.priogrid(89.9, 179.9) == 259_200
    assert ged.priogrid(90, 180) is None


# Tolls


def toll_of(text: str, *figures: tuple, triggers=("attacked",)) -> list[tuple]:
    """What the figures `(words, low, high, who, more)` of a text add up to for the attack of each trigger."""
    a = Article("News", (text,))
    events = tuple(Event(id=f"e{n}", words=a(t), type="ASSAULT", status="actual", made_by="hand", mentions=()) for n, t in enumerate(triggers))  # fmt: skip
    made = tuple(
        Figure(id=f"f{n}", words=a(words), low=low, high=high, what="killed", who=a(who) if who else (), approximate=False, made_by="hand", **(more[0] if more else {}))
        for n, (words, low, high, who, *more) in enumerate(figures)
    )  # fmt: skip
    record = Record(a.document(), "by hand", events=events, figures=made)
    rows = {r["event"]: r for r in table([record], "ged", ",")}
    return [tuple(rows[e.id][n] for n in ("low", "best", "high")) if e.id in rows else () for e in events]


def test_figures_of_people_of_their_own_are_added_up():
    assert toll_of("They attacked and killed 4 soldiers and 9 rebels.", ("4 soldiers", 4, 4, "soldiers"), ("9 rebels", 9, 9, "rebels")) == [("13", "13", "13")]  # fmt: skip


def test_figures_that_may_count_the_same_people_are_not():
    assert toll_of("They attacked: 4 people or 9 people died.", ("4 people", 4, 4, "people"), ("9 people", 9, 9, "people")) == [("", "", "")]  # fmt: skip


def test_a_figure_counts_for_the_nearest_attack_alone():
    text = "They attacked Velm, killing 4 people, and bombed Ruvo, killing 9 people."
    assert toll_of(text, ("4 people", 4, 4, "people"), ("9 people", 9, 9, "people"), triggers=("attacked", "bombed")) == [("4", "4", "4"), ("9", "9", "9")]  # fmt: skip


def test_another_sentence_says_nothing_of_an_attack():
    assert toll_of("They attacked Velm. In all, 9 people died.", ("9 people", 9, 9, "people")) == [()]


def test_about_so_many_is_no_best_value():
    assert toll_of("They attacked and killed 9 people.", ("9 people", 9, 9, "people", {"part_of": None})) == [
        ("9", "9", "9")
    ]
    a = Article("News", ("They attacked and killed about 9 people.",))
    figure = Figure(id="f", words=a("about 9 people"), low=9, high=9, what="killed", approximate=True, made_by="hand")
    event = Event(id="e", words=a("attacked"), type="ASSAULT", status="actual", made_by="hand", mentions=())
    (row,) = table([Record(a.document(), "", events=(event,), figures=(figure,))], "ged", ",")
    assert [row[n] for n in ("low", "best", "high")] == ["9", "", "9"]


def test_a_range_is_a_range():
    assert toll_of("They attacked and killed dozens.", ("dozens", 24, 99, None)) == [("24", "", "99")]


def test_sentences_that_disagree_give_a_range():
    a = Article("News", ("They attacked and killed 4 people.", "The raid killed 6 people."))
    event = Event(
        id="e", words=a("attacked"), mentions=(a("The raid"),), type="ASSAULT", status="actual", made_by="hand"
    )
    figures = tuple(Figure(id=w, words=a(w), who=a("people"), low=n, high=n, what="killed", approximate=False, made_by="hand") for w, n in (("4 people", 4), ("6 people", 6)))  # fmt: skip
    (row,) = table([Record(a.document(), "", events=(event,), figures=figures)], "ged", ",")
    assert [row[n] for n in ("low", "best", "high")] == ["4", "", "6"]


@pytest.mark.parametrize("example", GED["kills"]["examples"], ids=lambda e: e["words"])
def test_the_words_that_kill(example):
    assert tolls.kills(example["words"]) == example["kills"]


@pytest.mark.parametrize("example", GED["counted"]["examples"], ids=lambda e: e["words"])
def test_whom_words_count(example):
    assert tolls.counted(example["words"].split()) == example["counts"]


@pytest.mark.parametrize("example", GED["places"]["examples"], ids=lambda e: e["text"])
def test_the_words_for_near(example):
    assert ged.is_near(example["text"], example["text"].index(example["place"])) == example["nearby"]


def test_every_sector_is_on_one_side_at_most():
    sides = [code for codes in GED["sides"].values() for code in codes]
    assert len(sides) == len(set(sides))
    assert set(sides) <= set(SECTORS)


def test_every_state_has_one_number():
    numbers = GED["gleditsch_ward"]
    assert len(set(numbers.values())) == len(numbers)
    assert set(numbers) <= set(knowledge.load("countries"))


def test_sentences_end_where_they_end():
    a = Article(
        "A title", ("Gen. Abel Orn of the U.S. Army left on Jan. 3. He said: “Go!” and went. No. 4 stayed?", "Next.")
    )
    assert [s.of(a.text) for s in sentences(a.document())] == ["A title", "Gen. Abel Orn of the U.S. Army left on Jan. 3.", "He said: “Go!” and went.", "No. 4 stayed?", "Next."]  # fmt: skip
