"""Names that mislead: right or empty, never wild. Invented news, read by the shipped pipeline."""

import os
import subprocess
import sys

import pytest

from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.language import analyse
from reportedly.layers.places import read_places
from reportedly.record import Place


def places(text: str, **metadata: str) -> dict[str, Place]:
    document = Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Metadata(language="en", **metadata))
    rows = read_places(document, analyse(document))
    assert [p for row in rows for p in row.problems()] == []
    return {document.words(row.words): row for row in rows}


def test_a_person_called_paris_is_no_city():
    found = places("Paris Morland won the race. Morland said Paris was her mother's name. Ms. Morland lives in Lyon.")
    assert list(found) == ["Lyon"]


def test_georgia_beside_atlanta_is_the_state():
    text = "A Georgia man was arrested in Atlanta, Georgia, on Monday. Police in Savannah had looked for him."
    found = places(text)
    assert {(r.country, r.division) for r in found.values()} == {("USA", "US.GA")}


def test_georgia_beside_tbilisi_is_the_country():
    found = places("TBILISI, Georgia - Thousands marched in Tbilisi, the capital of Georgia, and in Batumi on Monday.")
    assert {r.country for r in found.values()} == {"GEO"}


def test_a_newspaper_is_no_place():
    assert places("The Jordan Times reported the vote. The Paris Review and The Washington Post did not.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "May said in March that reading a nice book of poems makes a man happy.",
        "The vote of May was close. Of the members, one left in August. Man is weak. Nice work, she said.",
        "Reading is fun. The House and the Senate met on Monday.",
    ],
)
def test_ordinary_words_that_villages_bear_are_no_places(text):
    assert places(text) == {}


def test_reading_and_nice_are_places_where_the_text_says_so():
    found = places("The train from Reading, England, was late. She was born in Nice, France.")
    assert (found["Reading"].country, found["Nice"].country) == ("GBR", "FRA")


def test_names_in_capitals_are_read():
    found = places("LANSING, Mich. -- A bridge over the Grand River was closed. NAIROBI, Kenya (AP) -- Rain fell.")
    assert (found["LANSING"].division, found["NAIROBI"].country) == ("US.MI", "KEN")


def test_another_script_beside_its_transliteration_is_left_alone():
    found = places("He was born in Kharkiv (Харків) and died in Aleppo (حلب), Syria.")
    assert (found["Kharkiv"].country, found["Aleppo"].country) == ("UKR", "SYR")
    assert not any("Харків" in words or "حلب" in words for words in found)


def test_the_outlet_settles_a_town_with_a_namesake():
    text = "A man was arrested in Lebanon on Monday. A Lebanon resident called the police."
    assert places(text)["Lebanon"].country == "LBN"
    near = places(
        text + " He is from Springfield, Missouri, and works in Rolla.", url="http://www.lebanonmessenger.com/a"
    )
    assert near["Lebanon"].division == "US.MO"


def test_a_countrys_web_address_settles_a_town():
    text = "A lorry caught fire in Richmond on Monday, and traffic stood still as far as Kingston."
    assert {r.country for r in places(text, url="http://echo.example.co.uk/1").values()} == {"GBR"}
    assert "GBR" not in {r.country for r in places(text, url="http://echo.example.ca/1").values()}


def test_a_list_of_counties_gives_counties():
    found = places("Roads were closed in Lamar, Fannin and Delta counties in Texas, and in Red River County.")
    assert [found[x].name for x in ("Lamar", "Fannin", "Delta")] == ["Lamar County", "Fannin County", "Delta County"]
    assert {found[x].division for x in found} == {"US.TX"}


def test_a_road_is_a_place_that_no_gazetteer_has():
    found = places("Two cars met at Grand Avenue in Topeka, Kansas.")
    assert (found["Grand Avenue"].gazetteer, found["Grand Avenue"].latitude) == (None, None)


def test_confidence_stands_where_a_place_was_chosen_and_nowhere_else():
    found = places("He was born in Paris, Texas, and lives in Varosia.")
    assert 0.5 < (found["Paris"].confidence or 0) <= 1
    assert all((r.confidence is None) == (r.gazetteer is None) for r in found.values())


def test_a_user_sets_the_confidence_below_which_no_place_is_chosen(tmp_path):
    from reportedly.knowledge.loader import path_of

    own = path_of("placing").read_text(encoding="utf-8").replace("least = ", "least = 0.999  # was ")
    (tmp_path / "placing.toml").write_text(own, encoding="utf-8")
    code = (
        "from reportedly import knowledge; from layers.test_places_bad_input import places; "
        "print(knowledge.fingerprint(), places('It rained in Springfield.')['Springfield'].gazetteer)"
    )
    paths = os.pathsep.join(["tests", *sys.path])
    run = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, **more, "PYTHONPATH": paths}, capture_output=True, text=True, check=True
        ).stdout.split()
        for more in ({}, {"REPORTEDLY_KNOWLEDGE": str(tmp_path)})
    ]  # fmt: skip
    assert run[0][0] != run[1][0]
    assert run[1][1] == "None"


def test_a_long_article_of_many_names_is_read():
    text = " ".join(f"It rained in {name}, Ohio." for name in ("Dayton", "Toledo", "Akron", "Lima") * 200)
    assert {r.division for r in places(text).values()} == {"US.OH"}


def test_a_countrys_name_is_the_country_though_villages_bear_it():
    found = places("Cars are made in Canada, Mexico and Japan. Hermosillo lies in northern Mexico.")
    assert {name: (p.kind, p.country) for name, p in found.items() if name in {"Canada", "Mexico"}} == {
        "Canada": ("country", "CAN"), "Mexico": ("country", "MEX"),
    }  # fmt: skip
