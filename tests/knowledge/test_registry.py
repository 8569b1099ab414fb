"""The registry: its files say what they must, and names are found in a text as a reader finds them."""

import re
from datetime import date

import pytest

from reportedly.knowledge import load, registry
from reportedly.knowledge.people import holder, known_person
from reportedly.knowledge.registry import How, names_in
from reportedly.record import vocabulary as v


def found(text: str) -> list[tuple[str, str, list[str]]]:
    return [(h.span.of(text), str(h.how), [k.id for k in h.known]) for h in names_in(text)]


def test_a_country_is_found_by_its_names_capital_and_people():
    text = "Washington told the U.S. that Qatari and Turks met at the Kremlin."
    assert found(text) == [
        ("Washington", "capital", ["country:USA"]), ("U.S.", "name", ["country:USA"]),
        ("Qatari", "adjective", ["country:QAT"]), ("Turks", "national", ["country:TUR"]),
        ("Kremlin", "seat", ["country:RUS"]),
    ]  # fmt: skip


def test_the_longest_name_counts():
    assert found("the South Sudan talks") == [("South Sudan", "name", ["country:SSD"])]
    assert found("Palestinian Islamic Jihad")[0][2] == ["org:palestinian_islamic_jihad"]


def test_us_is_no_country_where_it_is_a_pronoun():
    assert found("He told us that turkey was served.") == []


def test_both_apostrophes_name_the_same():
    assert found("People’s Protection Units")[0][2] == found("People's Protection Units")[0][2]


def test_letters_that_two_bear_name_both():
    held = next(h for h in names_in("the NPA said") if h.how is How.NAME) if names_in("the NPA said") else None
    assert held is None or len(held.known) >= 1


@pytest.mark.parametrize(
    ("names", "year", "name", "sector"),
    [
        (["Trump"], 2018, "Donald Trump", "GOV"), (["Vaclav Havel"], 1980, "Václav Havel", None),
        (["Clinton"], 1998, "Bill Clinton", "GOV"), (["Ban Ki-moon"], 2010, "Ban Ki-moon", "IGO"),
    ],
)  # fmt: skip
def test_a_known_person_has_the_part_of_the_year(names, year, name, sector):
    person = known_person(names, date(year, 6, 1) if year else None)
    assert person is not None
    assert (person.name, person.sector(year)) == (name, sector)


def test_a_surname_of_two_known_people_is_neither():
    assert known_person(["Castro"], None) is None
    assert known_person(["Nobody"], date(2018, 1, 1)) is None


def test_every_country_code_and_sector_is_one_of_the_records():
    countries = load("countries")
    assert all(re.fullmatch(r"[A-Z]{3}", code) and facts["name"] for code, facts in countries.items())
    for facts in load("organisations").values():
        assert facts["sector"] in v.SECTORS
        assert facts.get("country", "IGO") in {*countries, "IGO"}
    for facts in load("people").values():
        assert facts["country"] in {*countries, "IGO"}
        assert all(term[0] in v.SECTORS and term[1] <= (term[2] if len(term) > 2 else 9999) for term in facts["terms"])
    for facts in load("places")["places"].values():
        assert facts["kind"] in v.PLACE_KINDS
        assert facts.get("country", "PSE") in countries
        assert -90 <= facts["at"][0] <= 90
        assert -180 <= facts["at"][1] <= 180


def test_roles_have_the_records_sectors():
    roles = load("roles")
    for table in ("person", "body", "beside", "in_names"):
        assert set(roles[table]) <= set(v.SECTORS)


def test_no_two_organisations_have_one_name():
    names = [facts["name"] for facts in load("organisations").values()]
    assert len(names) == len(set(names))
    assert len(registry.organisations()) > 400


@pytest.mark.parametrize(
    ("spellings", "day", "near", "name"),
    [
        (["Bush"], date(2005, 1, 1), None, "George W. Bush"), (["Bush"], date(1991, 1, 1), None, "George H. W. Bush"),
        (["Nayim Kassim"], date(2024, 11, 1), None, "Naim Qassem"),
        (["Nayim Kassim"], date(2024, 11, 1), {"NOR"}, None),
        (["Jim Brown", "Brown"], date(2009, 1, 1), None, None), (["Ana Lind"], None, None, None),
        (["Lavrov"], date(2018, 1, 1), {"RUS"}, "Sergei Lavrov"), (["Lavrov"], date(2018, 1, 1), {"NOR"}, None),
    ],
)  # fmt: skip
def test_a_surname_is_whoever_held_office_and_a_whole_name_is_never_somebody_else(spellings, day, near, name):
    person = known_person(spellings, day, near)
    assert (person and person.name) == name


def test_an_office_has_one_holder_on_a_day_and_nobody_in_a_month_of_change():
    assert getattr(holder("president", "USA", date(2016, 5, 1)), "name", None) == "Barack Obama"
    assert holder("president", "USA", date(2017, 1, 20)) is None
    assert holder("president", "NOR", date(2017, 5, 1)) is None
