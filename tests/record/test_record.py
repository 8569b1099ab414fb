"""A record: how it leaves the program, and what it says is wrong with itself."""

from dataclasses import replace

from reportedly.document import Document, Span
from reportedly.record import TABLES, Attribution, Record, row_id
from support_record import rich_record

TEXT = "Ana said it rained."
DOCUMENT = Document(TEXT)


def attribution(**changes) -> Attribution:
    row = Attribution(
        id="a1", source=(Span(0, 3),), cue=(Span(4, 8),), content=(Span(9, 18),), mode="indirect", stance="assert",
        anonymity="named", chain=("outlet", "Ana"), made_by="rule: test",
    )  # fmt: skip
    return replace(row, **changes)


def problems(*rows: Attribution) -> list[str]:
    return list(Record(DOCUMENT, "test", attributions=rows).problems())


def test_a_sound_record_has_no_problem():
    assert problems(attribution()) == []


def test_a_span_that_leaves_the_text_is_a_problem():
    assert any("leaves the text of 19 characters" in p for p in problems(attribution(content=(Span(9, 40),))))


def test_an_id_that_resolves_to_nothing_is_a_problem():
    assert any("a9, which is no row of attributions" in p for p in problems(attribution(within="a9")))


def test_an_id_that_stands_twice_is_a_problem():
    assert any("stands on 2 rows" in p for p in problems(attribution(), attribution()))


def test_a_value_outside_its_vocabulary_is_a_problem():
    assert any("stance" in p for p in problems(attribution(stance="lie")))


def test_a_required_field_that_is_empty_is_a_problem():
    assert any("content is empty" in p for p in problems(attribution(content=())))


def test_words_are_filled_in_when_rows_leave():
    shown = Record(DOCUMENT, "test", attributions=(attribution(),)).as_json()["attributions"][0]
    assert shown["source"] == {"words": "Ana", "spans": [[0, 3]]}
    assert shown["content"]["words"] == "it rained"


def test_a_row_called_by_its_words_has_them_at_its_top():
    figures = rich_record().as_json()["figures"]
    assert all(isinstance(f["words"], str) and f["spans"] for f in figures)


def test_wording_with_no_attribution_is_in_the_outlets_voice():
    assert {w["voice"] for w in rich_record().as_json()["wording"]} & {"outlet"}


def test_ids_are_made_from_content():
    assert row_id("a", "1-2") == row_id("a", "1-2") != row_id("a", "1-3")
    assert row_id("a", "1-2").startswith("a")


def test_the_same_text_of_two_outlets_is_two_documents():
    one, other = (Document(TEXT, metadata=replace(DOCUMENT.metadata, outlet=o)) for o in ("Herald", "Courier"))
    assert one.id != other.id
    assert one.text_hash == other.text_hash


def test_every_column_states_kind_help_and_the_version_it_came_with():
    for row in TABLES.values():
        for column in row.columns():
            assert column.help
            assert column.since >= 1
            assert column.kind.describe()
