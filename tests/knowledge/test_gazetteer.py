"""The gazetteer: what bears a name, and that its file is made once, anew when damaged, and not at all where it cannot."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.knowledge import gazetteer


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Gaza", "PSE", "region"), ("Gaza Strip", "PSE", "region"), ("Rafah", "PSE", "city"), ("Doha", "QAT", "city"),
        ("Khan Younis", "PSE", "city"), ("Idlib", "SYR", "city"), ("Afrin", "SYR", "city"), ("Donbas", "UKR", "region"),
        ("West Bank", "PSE", "region"), ("Syria", "SYR", "country"), ("Texas", "USA", "division"),
        ("Strait of Hormuz", None, "feature"), ("Deir ez-Zor", "SYR", "city"), ("Kyiv", "UKR", "city"),
    ],
)  # fmt: skip
def test_places_that_news_names_are_there(name, country, kind):
    assert (gazetteer.find(name)[0].country, gazetteer.find(name)[0].kind) == (country, kind)


def test_accents_and_case_do_not_matter():
    assert gazetteer.find("Bogotá")[0] == gazetteer.find("BOGOTA")[0]


def test_cities_come_by_population():
    people = [e.population for e in gazetteer.find("Alexandria") if e.kind == "city"]
    assert people == sorted(people, reverse=True)


def test_a_name_that_nobody_bears_gives_nothing():
    assert gazetteer.find("Varosia") == ()
    assert gazetteer.find("…") == ()


def test_a_shortened_state_is_that_state():
    assert gazetteer.find("Okla.")[0].division == "US.OK"


def test_distance_is_along_the_globe():
    paris, london = gazetteer.find("Paris")[0], gazetteer.find("London")[0]
    assert gazetteer.distance(paris, london) == pytest.approx(344, abs=5)
    nowhere = dataclasses.replace(paris, latitude=None)
    assert gazetteer.distance(paris, nowhere) == float("inf")


def find_in(cache: Path) -> str:
    code = "from reportedly.knowledge import gazetteer as g; e = g.find('Idlib')[0]; print(e.id, e.country)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"REPORTEDLY_CACHE": str(cache)}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_damaged_file_is_made_anew(tmp_path):
    gazetteer.prepare()
    right = gazetteer.path()
    (tmp_path / right.name).write_bytes(b"not a database")
    assert find_in(tmp_path) == "geonames:169389 SYR"
    assert (tmp_path / right.name).stat().st_size > 1_000_000


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert find_in(tmp_path / "file") == "geonames:169389 SYR"


def test_countries_divisions_and_counties_have_a_point():
    for name, kind in (
        ("Syria", "country"),
        ("Texas", "division"),
        ("Kerman Province", "division"),
        ("Lamar County", "region"),
    ):
        entry = next(e for e in gazetteer.find(name) if e.kind == kind)
        assert entry.latitude is not None
        assert (
            any(gazetteer.distance(entry, e) < 900 for e in gazetteer.find(name) if e is not entry) or kind != "region"
        )


def test_a_division_is_found_with_and_without_the_word_for_what_it_is():
    assert {gazetteer.find(name)[-1].id for name in ("Kerman", "Kerman Province", "Kerman province")} == {
        "division:IR.29"
    }


def test_a_county_is_found_by_its_bare_name_where_that_is_asked_for():
    assert all(e.kind != "region" for e in gazetteer.find("Fannin"))
    assert {e.division for e in gazetteer.counties("Fannin")} == {"US.GA", "US.TX"}


def test_a_postal_place_that_is_no_city_of_geonames_is_there():
    assert any(e.id.startswith("place:us-zip-") and e.division == "US.VA" for e in gazetteer.find("Lanexa"))


def test_a_web_address_gives_a_city_of_several_words():
    assert gazetteer.named_in("saltlakecity")[0].division == "US.UT"


def test_a_made_file_opens_fast_and_small():
    gazetteer.prepare()
    code = (
        "import time, tracemalloc; tracemalloc.start(); from reportedly.knowledge import gazetteer as g; "
        "t = time.perf_counter(); g.find('Idlib'); "
        "print(time.perf_counter() - t, tracemalloc.get_traced_memory()[1] / 2**20)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, mib = map(float, done.stdout.split())
    assert seconds < 3  # a fifth of a second on two idle cores
    assert mib < 150
