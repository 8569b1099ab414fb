"""Events leave in the columns of PLOVER, GDELT and UCDP's GED: by documented rules, with nothing made up."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import CasebookError
from reportedly.export import cameo, ged, with_events_of
from reportedly.record.vocabulary import CONTEXTS
from support_attack import PARAGRAPHS, record_of, table, written
from support_record import hostile_record, rich_record

DOCS = Path(__file__).parents[2] / "docs"


def cameo_rows(record=None) -> list[dict[str, str]]:
    return table([record or record_of()], "cameo", "\t")


def plover_rows(record=None) -> dict[str, dict]:
    return {
        row["id"].rsplit("-", 1)[1]: row
        for row in map(json.loads, written([record or record_of()], "plover").splitlines())
    }


# GDELT's columns


def test_the_columns_are_gdelts_and_then_ours():
    header = written([record_of()], "cameo").splitlines()[0].split("\t")
    assert len(cameo.COLUMNS) == 61
    assert header == [*cameo.COLUMNS, *cameo.ADDED]
    assert header[26:31] == ["EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"]
    assert (header[0], header[51], header[60]) == ("GLOBALEVENTID", "ActionGeo_Type", "SOURCEURL")


def test_an_event_is_a_row_with_its_code_its_status_and_its_chain():
    row = cameo_rows()[0]
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["QuadClass"]) == ("190", "190", "19", "4")
    assert (row["GoldsteinScale"], row["IsRootEvent"], row["NumMentions"]) == ("-10", "1", "2")
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == (
        "20240513",
        "202405",
        "2024",
        "2024.3644",
    )
    assert (row["EventStatus"], row["Chain"], row["TriggerWords"]) == (
        "actual",
        "The Velm Post>Oltenz army",
        "attacked",
    )
    text = record_of().document.text
    assert text[int(row["TriggerStart"]) : int(row["TriggerEnd"])] == "attacked"
    assert (row["Confidence"], row["PloverType"], row["Published"], row["GeoNamesID"]) == (
        "0.9",
        "ASSAULT",
        "2024-05-15",
        "77",
    )


def test_an_actor_is_its_country_and_its_part():
    first, second = cameo_rows()[0], next(r for r in cameo_rows() if r["EventID"] == "e5")
    assert (first["Actor1Code"], first["Actor1CountryCode"], first["Actor1Type1Code"]) == ("REB", "", "REB")
    assert (first["Actor2Code"], first["Actor2CountryCode"], first["Actor2Type1Code"]) == ("FRAMIL", "FRA", "MIL")
    assert (second["Actor1Code"], second["Actor1CountryCode"], second["Actor2Code"]) == ("IGO", "", "")


def test_each_pair_of_sides_is_a_row_with_a_number_of_its_own():
    rows = [r for r in cameo_rows() if r["EventID"] == "e4"]
    assert [(r["Actor1Name"], r["Actor2Name"], r["EventCode"]) for r in rows] == [("Lake Union", "Karo Front", "138"), ("Lake Union", "Oltenz army", "138")]  # fmt: skip
    numbers = [r["GLOBALEVENTID"] for r in cameo_rows()]
    assert len(set(numbers)) == len(numbers) == 6
    assert all(len(n) <= 15 for n in numbers)


def test_a_month_is_no_day_and_a_place_has_gdelts_codes():
    row = next(r for r in cameo_rows() if r["EventID"] == "e2")
    assert (row["SQLDATE"], row["FractionDate"], row["MonthYear"], row["Year"]) == ("", "", "202403", "2024")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"]) == ("2", "Ruvo, Texas, United States")
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_ADM1Code"], row["ActionGeo_Lat"]) == ("US", "USTX", "-12.25")
    city = cameo_rows()[0]
    assert (city["ActionGeo_Type"], city["ActionGeo_FullName"]) == ("4", "Velm, Helmand, Afghanistan")
    assert (city["ActionGeo_CountryCode"], city["ActionGeo_ADM1Code"]) == ("AF", "")


def test_what_the_record_does_not_hold_is_empty():
    for row in cameo_rows():
        for name in (
            "AvgTone",
            "DATEADDED",
            "Actor1KnownGroupCode",
            "Actor1Geo_Lat",
            "Actor2Geo_FullName",
            "ActionGeo_FeatureID",
        ):
            assert row[name] == ""
    assert {r["SQLDATE"] for r in cameo_rows() if r["EventID"] in ("e3", "e4", "e5")} == {""}


def test_events_of_one_status_can_be_asked_for():
    kept = with_events_of(record_of(), ["threatened"])
    assert [r["EventID"] for r in cameo_rows(kept)] == ["e5"]
    assert with_events_of(record_of(), ()) == record_of()


def test_a_chain_keeps_its_members_apart():
    record = record_of(outlet="Post > Courier")
    assert cameo_rows(record)[1]["Chain"] == "Post › Courier"


# PLOVER's fields


def test_an_event_is_an_object_in_plovers_names():
    row = plover_rows()["e1"]
    assert list(row)[:9] == ["id", "date", "enddate", "actor", "recipient", "event", "mode", "context", "event_loc"]
    assert (row["date"], row["enddate"], row["event"], row["mode"]) == ("2024-05-13", "2024-05-13", ["ASSAULT"], [])
    assert (row["quad_code"], row["event_scale"]) == (4, -9)
    assert row["recipient"][0] == {
        "code": "FRA", "country_name": "France", "sector": "MIL", "entity_text": "the Oltenz army", "identifier_id": None,
        "identifier_text": "Oltenz army", "kind": "organisation",
    }  # fmt: skip
    assert (row["event_loc"]["resolved_place"], row["event_loc"]["geonameid"], row["event_loc"]["resolution"]) == (
        "Velm",
        77,
        4,
    )
    assert (row["event_text"], row["status"], row["confidence"]) == (["attacked", "the raid"], "actual", 0.9)
    assert row["chain"] == ["The Velm Post", "Oltenz army"]


def test_its_text_is_the_sentence_and_its_spans_the_words():
    row, text = plover_rows()["e1"], record_of().document.text
    assert row["text"] == text[row["text_info"]["start"] : row["text_info"]["end"]] == PARAGRAPHS[0].split(" Gen.")[0]
    assert [text[s:e] for ((s, e),) in row["spans"]] == row["event_text"]


def test_an_attack_has_the_size_that_figures_give():
    assert plover_rows()["e1"]["size"] == {
        "dead": 12, "dead_low": 12, "dead_high": 12, "dead_text": ["12 people", "three children", "four soldiers"],
        "injured": 30, "injured_low": 30, "injured_high": 30, "injured_text": ["30"],
    }  # fmt: skip
    assert plover_rows()["e2"]["size"] == {
        "dead": None,
        "dead_low": 40,
        "dead_high": None,
        "dead_text": ["at least 40 villagers"],
    }
    assert plover_rows()["e4"]["size"] is None


def test_a_mode_has_its_own_score_and_contexts_are_the_articles():
    record = replace(record_of(), contexts=CONTEXTS[:2])
    row = plover_rows(record)["e2"]
    assert (row["mode"], row["event_scale"], row["context"]) == (["heavy-weapons"], -9.5, list(CONTEXTS[:2]))


def test_media_and_health_are_called_as_plover_calls_them_now():
    actors = tuple(replace(a, sector={"p1": "MED", "p2": "HLH"}.get(a.id, a.sector)) for a in record_of().actors)
    row = plover_rows(record_of(actors=actors))["e1"]
    assert [row[side][0]["sector"] for side in ("actor", "recipient")] == ["JRN", "MED"]


# All of them


@pytest.mark.parametrize("name", ["plover", "cameo", "ged"])
def test_swapping_the_names_of_two_parties_swaps_them_and_changes_nothing_else(name):
    swapped = {"Karo Front": "Oltenz army", "Oltenz army": "Karo Front"}
    actors = tuple(replace(a, name=swapped.get(a.name, a.name)) for a in record_of().actors)
    plain, other = written([record_of()], name), written([record_of(actors=actors)], name)
    fields = ("Actor1Name", "Actor2Name", "side_a", "side_b", "dyad_name", "identifier_text")
    if name == "plover":
        shown = [[{k: v for k, v in side.items() if k not in fields} for side in row["actor"]] for row in map(json.loads, plain.splitlines())]  # fmt: skip
        assert shown == [[{k: v for k, v in side.items() if k not in fields} for side in row["actor"]] for row in map(json.loads, other.splitlines())]  # fmt: skip
        return
    separator = "\t" if name == "cameo" else ","
    one, two = (list(csv.DictReader(io.StringIO(t), delimiter=separator)) for t in (plain, other))
    for before, after in zip(one, two, strict=True):
        assert {k: v for k, v in before.items() if k not in fields} == {
            k: v for k, v in after.items() if k not in fields
        }


@pytest.mark.parametrize("name", ["plover", "cameo", "ged"])
def test_nothing_that_is_written_acts(name):
    evil = "=cmd|' /C calc'!A1\t\"\n\x1b[2J\u202e\ud800"
    record = record_of(outlet=evil, title=evil, url=evil)
    record = replace(record, actors=tuple(replace(a, name=evil) for a in record.actors), places=tuple(replace(p, name=evil) for p in record.places))  # fmt: skip
    text = written([record, hostile_record()], name)
    text.encode("utf-8")
    assert not any(c in text for c in "\x1b\u202e\ud800\r")
    if name == "plover":
        assert json.loads(text.splitlines()[0])["cite_info"]["title"] == evil
        return
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if name == "cameo" else ","))
    assert len({len(row) for row in rows}) == 1
    assert not any(cell.startswith(("=", "@", "+")) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("name", "first"), [("plover", ""), ("cameo", cameo.HEADER + "\n"), ("ged", ged.HEADER + "\n")]
)
def test_no_event_is_no_row_and_a_table_still_has_its_columns(name, first):
    assert written([], name) == written([hostile_record()], name) == first


@pytest.mark.parametrize(("name", "rows"), [("plover", 10), ("cameo", 11), ("ged", 3)])
def test_records_follow_each_other_under_one_header(name, rows):
    text = written([hostile_record(), record_of(), hostile_record(), rich_record()], name)
    assert text.endswith("\n")
    assert len(text.splitlines()) == rows + (name != "plover")


@pytest.mark.parametrize("name", ["plover", "cameo", "ged"])
@pytest.mark.parametrize("loose", [{"actor": ("gone",)}, {"place": "gone"}, {"date": "gone"}, {"within": "gone"}])
def test_a_record_whose_ids_lead_nowhere_is_refused(name, loose):
    events = (replace(record_of().events[0], **loose),)
    figures = tuple(replace(f, within=loose.get("within", f.within)) for f in record_of().figures)
    with pytest.raises(CasebookError, match="names gone, which is no row of it"):
        written([record_of(events=events, figures=figures)], name)


def test_the_same_record_gives_the_same_bytes():
    for name in ("plover", "cameo", "ged"):
        assert written([record_of()], name) == written([record_of()], name)


def test_every_column_and_field_is_documented():
    page = (DOCS / "export.md").read_text(encoding="utf-8")
    fields = list(plover_rows()["e1"])
    for column in (*cameo.COLUMNS, *cameo.ADDED, *ged.COLUMNS, *ged.ADDED, *fields):
        name = column.replace("Actor2", "Actor1")
        assert f"`{name}`" in page, column
