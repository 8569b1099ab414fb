"""Which names are places and which places they are, on sentences analysed by hand."""

import pytest

from layers import naming_sentences as s
from reportedly.layers.places import read_places
from reportedly.record import Place


def places(sentences: str, **metadata: object) -> dict[str, Place]:
    document, analysis = s.read(sentences, **metadata)
    rows = read_places(document, analysis)
    assert [p for row in rows for p in row.problems()] == []
    return {document.words(row.words): row for row in rows}


def test_a_city_after_a_preposition_of_place_is_a_place():
    found = places(s.MINISTRY)
    assert list(found) == ["Doha"]
    assert (found["Doha"].country, found["Doha"].kind, found["Doha"].gazetteer) == ("QAT", "city", "geonames:290030")
    assert found["Doha"].latitude == pytest.approx(25.29, abs=0.05)


def test_capitals_that_act_are_governments_and_no_places():
    assert places(s.CAPITALS) == {}


def test_a_nested_name_settles_which_city_is_meant():
    found = places(s.PARIS)
    assert (found["Paris"].country, found["Paris"].division) == ("USA", "US.TX")
    assert (found["Texas"].kind, found["Texas"].country) == ("division", "USA")


def test_a_country_that_is_entered_or_left_is_a_place():
    found = places(s.MOTION)
    assert [(k, v.country, v.kind) for k, v in found.items()] == [
        ("Syria", "SYR", "country"),
        ("Turkey", "TUR", "country"),
    ]


def test_a_place_in_an_institutes_name_is_none():
    assert places(s.INSTITUTE) == {}


def test_a_place_that_somebody_is_based_in_is_one():
    found = places(s.BASED)
    assert (found["Gaza"].country, found["Gaza"].gazetteer) == ("PSE", "place:gaza")


def test_without_context_a_large_city_of_a_name_is_taken_before_a_village():
    assert places(s.BANDS)["Tripoli"].country == "LBY"


def test_the_countries_of_the_article_settle_a_city():
    assert places(s.LIBYA)["Tripoli"].country == "LBY"
    elsewhere = s.LIBYA.replace("Libya Libya", "Lebanon Lebanon")
    assert places(elsewhere)["Tripoli"].country == "LBN"


def test_a_place_that_no_gazetteer_has_keeps_its_words_alone():
    row = places(s.MOTION.replace("Turkey Turkey", "Varosia Varosia"))["Varosia"]
    assert (row.name, row.country, row.latitude, row.gazetteer) == (None, None, None, None)


def test_every_mention_has_a_row_in_text_order():
    document, analysis = s.read(s.MOTION)
    starts = [row.words[0].start for row in read_places(document, analysis)]
    assert starts == sorted(starts)


def test_an_empty_article_has_no_places():
    document, analysis = s.read("Nothing nothing PRON/NN ROOT 0")
    assert read_places(document, analysis) == []
