"""Who acts and what names them, on sentences analysed by hand, without a model."""

from collections.abc import Sequence

from layers import naming_sentences as s
from reportedly.document import Span
from reportedly.layers.actors import read_actors
from reportedly.layers.places import read_places
from reportedly.layers.statement import Statement
from reportedly.record import Actor


def actors(sentences: str, statements: Sequence[tuple[str, str]] = (), **metadata: object) -> dict[str, Actor]:
    """The actors by name; `statements` are a source and a content each, by their words (the last occurrence)."""
    document, analysis = s.read(sentences, **metadata)
    drafts = [
        Statement(source=(where(document.text, a),), content=(where(document.text, b),), made_by="test")
        for a, b in statements
    ]
    rows = read_actors(document, analysis, read_places(document, analysis), drafts)
    assert [p for row in rows for p in row.problems()] == []
    assert len({row.id for row in rows}) == len(rows)
    return {row.name: row for row in rows}


def where(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def names(sentences: str, row: Actor) -> list[str]:
    document, _ = s.read(sentences)
    return [document.words(words) for words in row.names]


def facts(row: Actor) -> tuple[str, str | None, str | None]:
    return row.kind, row.country, row.sector


def test_capitals_stand_for_their_governments():
    found = actors(s.CAPITALS)
    assert facts(found["United States"]) == ("organisation", "USA", "GOV")
    assert names(s.CAPITALS, found["Israel"]) == ["Tel Aviv"]
    assert found["Israel"].registry == "country:ISR"


def test_a_ministry_has_the_country_of_the_adjective_before_it():
    found = actors(s.MINISTRY)
    assert facts(found["Qatari foreign ministry"]) == ("organisation", "QAT", "GOV")


def test_officials_of_an_armed_group_have_its_country_and_part():
    row = actors(s.MINISTRY)["Hamas officials"]
    assert facts(row) == ("unnamed", "PSE", "REB")


def test_two_spellings_of_a_surname_are_one_person():
    found = actors(s.BOEHLER, [("Boehler", "she would stay")])
    assert list(found) == ["Alina Bohler"]
    assert names(s.BOEHLER, found["Alina Bohler"]) == ["Alina Bohler", "Boehler", "she"]


def test_a_spokesman_has_the_part_of_whom_he_speaks_for():
    row = actors(s.SPOKESMAN)["Hazem Qassem"]
    assert facts(row) == ("person", "PSE", "REB")
    assert "Hamas' spokesman Hazem Qassem" in names(s.SPOKESMAN, row)


def test_sources_that_are_joined_are_two_actors():
    found = actors(s.TWO_STATES, [("Russia and Iran", "the talks had failed")])
    assert list(found) == ["Russia", "Iran"]


def test_the_movement_is_the_group_named_before():
    row = actors(s.MOVEMENT)["Highland Front"]
    assert "The movement" in names(s.MOVEMENT, row)


def test_a_report_belongs_to_the_paper_that_carried_it():
    found = actors(s.REPORT, [("The report", "two people died")])
    assert "The report" in names(s.REPORT, found["Harbour Times"])
    assert facts(found["Harbour Times"])[0::2] == ("media", "MED")


def test_a_regime_is_its_country_and_a_military_an_actor_of_its_own():
    found = actors(s.REGIME)
    assert "The Israeli regime" in names(s.REGIME, found["Israel"])
    assert facts(found["Israeli military"]) == ("organisation", "ISR", "MIL")


def test_people_by_their_nation_are_a_population():
    row = actors(s.SYRIANS)["Syrians"]
    assert facts(row) == ("population", "SYR", "CVL")


def test_letters_stand_for_the_name_before_them():
    found = actors(s.ACRONYM)
    row = found["Coastal Farmers' Union"]
    assert names(s.ACRONYM, row).count("CFU") == 2


def test_a_pronoun_that_could_be_two_people_is_neither():
    found = actors(s.TWO_WOMEN)
    assert all("She" not in names(s.TWO_WOMEN, row) for row in found.values())


def test_i_is_who_speaks_the_quotation():
    row = actors(s.QUOTED, [("Ana Lind", '"I will stay,"')])["Ana Lind"]
    assert names(s.QUOTED, row) == ["I", "Ana Lind"]


def test_the_president_is_the_one_named_with_that_title():
    row = actors(s.PRESIDENT)["Ana Lind"]
    assert facts(row)[2] == "GOV"
    assert "The president" in names(s.PRESIDENT, row)


def test_a_government_joins_the_land_whose_adjective_it_bears():
    row = actors(s.SORVIA)["Sorvia"]
    assert "The Sorvian government" in names(s.SORVIA, row)
    assert row.country is None


def test_letters_that_the_registry_knows_get_its_spelling():
    row = actors(s.PYD)["People's Protection Units"]
    assert (row.country, row.sector, row.registry) == ("SYR", "REB", "org:people_s_protection_units")


def test_a_source_that_is_only_described_is_an_actor():
    found = actors(s.SYRIANS, [("Many Syrians", "fled to Lebanon")])
    assert "Many Syrians" in names(s.SYRIANS, found["Syrians"])


def test_a_span_belongs_to_one_actor():
    for sentences in (s.MINISTRY, s.REGIME, s.SPOKESMAN, s.REPORT, s.MOVEMENT):
        spans = [words for row in actors(sentences).values() for words in row.names]
        assert len(spans) == len(set(spans))


def test_two_parties_that_are_swapped_are_swapped_in_the_rows_and_nothing_else_is():
    swapped = (
        s.TWO_STATES.replace("Russia Russia", "X X").replace("Iran Iran", "Russia Russia").replace("X X", "Iran Iran")
    )
    one = actors(s.TWO_STATES, [("Russia and Iran", "the talks had failed")])
    other = actors(swapped, [("Iran and Russia", "the talks had failed")])
    assert [len(r.names) for r in one.values()] == [len(r.names) for r in other.values()]
    assert list(one) == list(reversed(other))


def test_an_article_without_names_has_no_actors():
    assert actors("It it PRON/PRP nsubj 2 | rained_ rain VERB/VBD ROOT 0 | . . PUNCT/. punct 2") == {}
