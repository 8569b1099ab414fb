"""The registry's files of facts: every entry is well formed, stands in its order, and bears no name twice."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from reportedly.knowledge import load, registry
from reportedly.knowledge.loader import path_of
from reportedly.knowledge.registry import names_in, plain
from reportedly.record import vocabulary as v

FILES = ("countries", "organisations", "agencies")
COUNTRY_FIELDS = {"name", "names", "adjectives", "nationals", "capitals", "seats"}
ORGANISATION_FIELDS = {"name", "names", "country", "sector"}


def spellings(facts: dict[str, object]) -> list[str]:
    names = facts.get("names", [])
    assert isinstance(names, list)
    return [str(facts["name"]), *map(str, names)]


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_first_what_it_holds_and_where_its_facts_are_from(name):
    head = path_of(name).read_text(encoding="utf-8").split("\n\n")[0]
    assert head.startswith("#")
    assert re.search("knowledge|known", head)


@pytest.mark.parametrize("name", FILES)
def test_no_text_has_blanks_around_it_or_a_curly_apostrophe(name):
    for value in re.findall(r'"((?:[^"\\]|\\.)*)"', path_of(name).read_text(encoding="utf-8").split("\n\n", 1)[1]):
        assert value
        assert value == " ".join(value.split())
        assert plain(value) == value or name == "agencies", value


def test_a_key_is_made_of_small_letters_and_figures():
    assert all(re.fullmatch(r"[a-z0-9]+(?:_[a-z0-9]+)*", key) for key in load("organisations"))
    assert all(re.fullmatch(r"[A-Z]{3}", key) for key in load("countries"))


def test_an_entry_has_the_fields_that_the_head_names_and_no_other():
    for key, facts in load("organisations").items():
        assert set(facts) <= ORGANISATION_FIELDS, key
        assert facts["sector"] in v.SECTORS, key
        assert facts.get("country", "IGO") in {*load("countries"), "IGO"}, key
    for key, facts in load("countries").items():
        assert set(facts) <= COUNTRY_FIELDS, key


def test_no_entry_says_a_name_twice():
    for key, facts in load("organisations").items():
        held = spellings(facts)
        assert len(held) == len(set(held)), key
    for key, facts in load("countries").items():
        for field in COUNTRY_FIELDS - {"name"}:
            assert len(facts.get(field, [])) == len(set(facts.get(field, []))), (key, field)


def test_the_organisations_of_one_country_share_no_name():
    bearers = defaultdict(set)
    for key, facts in load("organisations").items():
        for name in spellings(facts):
            bearers[name, facts.get("country")].add(key)
    assert {n: k for n, k in bearers.items() if len(k) > 1} == {}


def test_organisations_stand_by_kind_then_country_then_name():
    sections = path_of("organisations").read_text(encoding="utf-8").split("\n# ")[1:]
    listed = [s for s in sections if "\n" in s and " = { name = " in s]
    kinds = [set(re.findall(r'sector = "([A-Z]+)" \}', s)) for s in listed]
    assert not any(a & b for i, a in enumerate(kinds) for b in kinds[i + 1 :])
    for section in listed:
        lines = [line for line in section.splitlines() if " = { name = " in line]
        countries = [m.group(1) if (m := re.search(r'country = "([A-Z]{3})"', line)) else "" for line in lines]
        assert countries == sorted(countries), section.splitlines()[0]


def test_no_two_countries_share_a_name():
    bearers = defaultdict(set)
    for code, facts in load("countries").items():
        for name in (*spellings(facts), *facts.get("capitals", ()), *facts.get("seats", ())):
            bearers[name].add(code)
    assert {n: c for n, c in bearers.items() if len(c) > 1} == {}


def test_a_name_is_no_ordinary_word():
    """Names of one word in small letters are those that news prints so, and all have few letters in common with prose."""
    printed_small = {
        "peshmerga",
        "makhzen",
        "mukhabarat",
        "janjaweed",
        "colectivos",
        "yakuza",
        "antifa",
        "ynet",
        "bianet",
    }
    small = {n for f in load("organisations").values() for n in spellings(f) if n.islower() and n.isalpha()}
    assert small <= {*printed_small, "swissinfo", "flydubai"}
    ordinary = {
        "US",
        "IT",
        "AS",
        "OR",
        "IN",
        "AT",
        "TO",
        "NO",
        "OK",
        "TV",
        "PM",
        "AM",
        "MP",
        "AI",
        "ID",
        "DC",
        "GDP",
        "CEO",
    }
    assert not ordinary & {n for f in load("organisations").values() for n in spellings(f)}


def test_every_state_has_what_news_calls_it_by():
    dependent = {c for c, f in load("countries").items() if not f.get("capitals")}
    assert len(load("countries")) - len(dependent) > 200
    for code, facts in load("countries").items():
        for one in facts.get("nationals", ()):
            assert one[0].isupper(), (code, one)


def test_names_of_the_past_are_those_of_the_state_that_took_the_seat():
    for name, code in (
        ("Burma", "MMR"),
        ("Zaire", "COD"),
        ("Swaziland", "SWZ"),
        ("Persia", "IRN"),
        ("Upper Volta", "BFA"),
    ):
        assert names_in(f"{name} said so.")[0].known[0].country == code


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("the Storting voted", ["storting"]), ("the Folketing voted", ["folketing"]), ("the Sejm voted", ["sejm"]),
        ("Loya Jirga", ["loya_jirga"]), ("the Bundeswehr said", ["bundeswehr"]), ("Kopassus denied it", ["kopassus"]),
        ("MONUSCO said", ["un_stabilization_mission_in_the_democratic_republic_of_congo"]),
        ("Rohingya Solidarity Organisation", ["rohingya_solidarity_organisation"]),
        ("Norwegian Labour Party", ["labour_party_nor"]), ("Irish Labour Party", ["labour_party_irl"]),
    ],
)  # fmt: skip
def test_bodies_are_found_by_their_own_names(text, keys):
    assert next([k.id for k in hit.known] for hit in names_in(text)) == [f"org:{k}" for k in keys]


def test_a_name_that_parties_of_many_countries_bear_names_them_all():
    bearers = {k.country for k in names_in("the Labour Party said")[0].known}
    assert {"GBR", "NOR", "NZL", "NLD", "MLT"} <= bearers


def test_every_region_of_the_world_has_bodies_parties_and_outlets():
    """Even-handed: no region is a blank. Three states of each, large and small, have a body, a party, and an outlet."""
    kinds: dict[str, Counter[str]] = {"state": Counter(), "party": Counter(), "outlet": Counter()}
    for facts in load("organisations").values():
        country = facts.get("country", "")
        if facts["sector"] in {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"}:
            kinds["state"][country] += 1
        elif facts["sector"] in {"PTY", "OPP"}:
            kinds["party"][country] += 1
        elif facts["sector"] == "MED":
            kinds["outlet"][country] += 1
    for country in (
        "NGA", "KEN", "COD", "EGY", "TUN", "SDN", "IRN", "ISR", "SYR", "IND", "NPL", "BGD", "CHN", "KOR", "MNG", "IDN",
        "PHL", "THA", "AUS", "FJI", "DEU", "HUN", "UKR", "RUS", "GEO", "USA", "MEX", "HTI", "COL", "BRA", "CHL", "ECU",
    ):  # fmt: skip
        assert all(count[country] for count in kinds.values()), country


def test_the_letters_of_a_service_stand_for_one_service():
    forms = Counter(form for agency in load("agencies")["agency"] for form in agency["forms"])
    assert [f for f, count in forms.items() if count > 1] == []
    names = [agency["name"] for agency in load("agencies")["agency"]]
    assert len(names) == len(set(names))
    assert all(set(agency) == {"name", "forms"} and agency["forms"] for agency in load("agencies")["agency"])


def test_the_files_can_be_read_by_a_person():
    for name in ("countries", "organisations"):
        lines = Path(path_of(name)).read_text(encoding="utf-8").splitlines()
        assert all(not line or line.startswith("#") or " = { name = " in line for line in lines)
    assert len(registry.organisations()) > 5000
