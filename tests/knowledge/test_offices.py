"""The table of office holders: well formed, one holder a month, each name spelled in one way."""

import re
from itertools import combinations

import pytest

from reportedly.knowledge import load
from reportedly.knowledge.gazetteer import fold

OFFICES = load("offices")
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
OPEN = "9999-12"

SHARED = {
    ("president", "BIH"): "three members of a presidency",
    ("president", "RUS"): "the Soviet Union's beside Russia's in 1991",
    ("president", "SRB"): "Yugoslavia's beside Serbia's until 2006",
    ("president", "HTI"): "an elected one in exile beside those whom the army named",
    ("president", "NIC"): "two presidents at once since 2025",
    ("president", "CIV"): "two who both claimed an election",
    ("president", "SLE"): "an elected one in exile beside the one whom the army named",
    ("vice_president", "ZAF"): "two deputies until 1996",
    ("monarch", "AND"): "two princes",
    ("prime_minister", "KHM"): "a first and a second one until 1998",
    ("prime_minister", "LBY"): "two governments in 2011",
    ("prime_minister", "SRB"): "Yugoslavia's beside Serbia's until 2003",
    ("foreign_minister", "RUS"): "the Soviet Union's beside Russia's in 1990 and 1991",
}
"""Offices that several held at once, and why."""

BARE = {"Boediono", "Sudharmono", "Sugiono", "Suharto", "Willem-Alexander", "Wiranto"}
"""Holders whom news calls by one name that nobody else bears."""


def terms():
    return [
        pytest.param(office, country, rows, id=f"{office}-{country}")
        for office, table in OFFICES.items()
        for country, rows in table.items()
    ]


def last(row: list[str]) -> str:
    return row[2] if len(row) > 2 else OPEN


def months(value: str) -> int:
    return int(value[:4]) * 12 + int(value[5:])


def test_the_offices_are_these():
    assert list(OFFICES) == [
        "president", "vice_president", "monarch", "supreme_leader", "prime_minister", "foreign_minister",
        "defence_minister", "secretary_general",
    ]  # fmt: skip


def test_keys_are_countries_or_bodies():
    bodies = {n for facts in load("organisations").values() for n in (facts["name"], *facts.get("names", ()))}
    for office, table in OFFICES.items():
        assert set(table) <= (bodies if office == "secretary_general" else {*load("countries"), "EU"}), office


@pytest.mark.parametrize(("office", "country", "rows"), terms())
def test_names_and_months_are_well_formed(office, country, rows):
    for row in rows:
        assert len(row) in {2, 3}
        assert row[0] in BARE or re.fullmatch(r"\w[\w.'-]*( [\w.'-]+)+", row[0]), "a name of two words or more"
        assert all(MONTH.fullmatch(value) for value in row[1:])
        assert row[1] <= last(row)
    assert rows == sorted(rows, key=lambda row: (row[1], last(row)))


@pytest.mark.parametrize(("office", "country", "rows"), terms())
def test_an_office_has_one_holder_at_a_time(office, country, rows):
    over = [
        (a, b) for a, b in combinations(rows, 2) if min(months(last(a)), months(last(b))) - months(b[1]) > 2
    ]  # fmt: skip
    assert bool(over) == ((office, country) in SHARED), over


def test_a_name_is_spelled_in_one_way():
    """Letters with and without accents are one name, of which one spelling is used."""
    names = sorted({row[0] for table in OFFICES.values() for rows in table.values() for row in rows})
    assert len({fold(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("office", "country", "month", "name"),
    [
        ("president", "USA", "1998-08", "Bill Clinton"), ("prime_minister", "GBR", "2003-03", "Tony Blair"),
        ("foreign_minister", "RUS", "2018-01", "Sergei Lavrov"), ("secretary_general", "UN", "2000-06", "Kofi Annan"),
        ("prime_minister", "DEU", "2015-09", "Angela Merkel"), ("monarch", "ESP", "1992-07", "Juan Carlos I"),
    ],
)  # fmt: skip
def test_the_holder_of_a_month(office, country, month, name):
    assert [row[0] for row in OFFICES[office][country] if row[1] <= month <= last(row)] == [name]
