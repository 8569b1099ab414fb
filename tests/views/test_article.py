"""The view of an article: its head, its rows by short labels, its voices."""

from dataclasses import replace

import pytest

from reportedly.views import article
from reportedly.views.rows import range_words
from support_record import hostile_record, rich_record


@pytest.fixture(scope="module")
def view():
    return article(rich_record())


def by_label(rows, label):
    return next(r for r in rows if r.label == label)


def test_the_head_says_who_when_and_why_that_day(view):
    assert (view.outlet, view.agency, view.byline) == ("Arden Gazette", "CNA", "Nils Aro")
    assert view.published.isoformat() == "2025-03-05"
    assert (view.basis, view.dateline) == ("inferred", "PORT ARDEN, March 5")
    assert "Wednesday" in view.reasons
    assert [a.kind for a in view.asides] == ["caption", "more"]


def test_the_head_says_what_the_article_is_about():
    assert article(replace(rich_record(), contexts=("human_rights", "legal"))).contexts == ("human rights", "legal")


def test_rows_are_labelled_by_their_table_and_place(view):
    assert [a.label for a in view.attributions[:3]] == ["A1", "A2", "A3"]
    assert [view.events[0].label, view.figures[0].label, view.places[0].label] == ["E1", "F1", "L1"]


def test_a_chain_runs_from_the_outlet_inwards(view):
    officials = by_label(view.attributions, "A5")
    assert officials.chain == ("Arden Gazette", "The Meridian Post", "two officials")
    assert (officials.cited_by, officials.depth, officials.voice) == ("A4", 1, "two officials")


def test_a_nested_attribution_is_as_deep_as_those_around_it(view):
    assert [by_label(view.attributions, f"A{n}").depth for n in (7, 8, 9)] == [0, 1, 2]


def test_an_event_shows_names_words_and_whose_claim_it_is(view):
    stormed = by_label(view.events, "E1")
    assert (stormed.actor, stormed.recipient) == (("Police",), ("Dockers' Union",))
    assert (stormed.words, stormed.mentions) == ("stormed", ("the raid",))
    assert (stormed.place, stormed.date) == ("Port Arden", "Wednesday (2025-03-05)")
    assert (stormed.claimed_by, stormed.voice) == ("A1", "Cassian interior ministry")
    condemned = by_label(view.events, "E5")
    assert (condemned.claimed_by, condemned.voice) == (None, "Arden Gazette")


def test_a_figure_shows_its_range_and_its_whole(view):
    assert by_label(view.figures, "F1").range == "from 59"
    assert by_label(view.figures, "F2").part_of == "F1"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (59, 59, None, "59"),
        (59, None, None, "from 59"),
        (None, 24, None, "up to 24"),
        (24, 99, None, "24 to 99"),
        (None, None, None, "not known"),
        (2000000, 2000000, "EUR", "2,000,000 EUR"),
        (1.5, 1.5, "percent", "1.5 percent"),
        (12345678901, 12345678901, "USD", "12,345,678,901 USD"),
        (18, 18, "day", "18 days"),
        (1, 1, "day", "1 day"),
    ],
)
def test_a_range_is_said_in_words(low, high, unit, words):
    assert range_words(low, high, unit) == words


def test_a_check_names_its_figures(view):
    assert (view.checks[0].figures, view.checks[0].holds) == (("F1", "F2", "F3", "F4"), True)
    assert view.checks[1].holds is False


def test_an_actor_lists_its_names_and_what_it_says_and_does(view):
    okello = by_label(view.actors, "P6")
    assert okello.names == (("Tomas Okello", 1), ("Okello", 1), ("He", 1))
    assert (okello.says, okello.undergoes) == (("A7", "A10"), ("E3",))


def test_loaded_words_stand_in_the_voice_that_uses_them(view):
    assert [(w.words, w.voice, w.claimed_by) for w in view.wording] == [
        ("regime", "Ida Rehn", "A8"),
        ("‘foreign-made’", "Cassia's government", "A9"),
        ("extremist", "Arden Gazette", None),
        ("reportedly", "Arden Gazette", None),
    ]


def test_a_word_is_its_innermost_voice_s(view):
    voices = {v.name: v for v in view.voices}
    assert voices["Cassia's government"].words == 4  # the strike is foreign-made
    assert voices["Ida Rehn"].words == 5  # her regime believes; the report
    assert voices["Tomas Okello"].words == 11  # The minister told us that; that the union would not leave
    assert sum(v.share for v in view.voices) == pytest.approx(1, abs=0.01)


def test_without_attributions_every_word_is_the_outlet_s():
    record = rich_record()
    (voice,) = article(replace(record, attributions=(), _labels={})).voices
    assert (voice.name, voice.kind, voice.share) == ("Arden Gazette", "outlet", 1)


def test_ids_that_lead_nowhere_are_left_out_not_fatal():
    view = article(hostile_record())
    assert (view.attributions[0].within, view.attributions[0].depth) == (None, 0)


def test_a_circle_of_attributions_ends():
    record = rich_record()
    a, b = (replace(x, within=y) for x, y in zip(record.attributions[:2], ("a2", "a1"), strict=True))
    view = article(replace(record, attributions=(a, b), events=(), figures=(), wording=(), _labels={}))
    assert [r.depth for r in view.attributions] == [1, 1]


def test_an_article_without_a_title_is_called_by_its_first_line():
    record = rich_record()
    metadata = replace(record.document.metadata, title="", outlet="")
    view = article(replace(record, document=replace(record.document, metadata=metadata)))
    assert view.title == "Dozens hurt as police storm docks at Port Arden"
    assert view.events[4].voice == "the outlet"


def test_no_row_of_an_empty_record():
    from reportedly.document import Document
    from reportedly.record import Record

    view = article(Record(Document("")))
    assert (view.parts, view.voices, view.attributions) == ((), (), ())


def test_the_timeline_runs_by_days_and_leaves_out_what_has_none(view):
    dated = [m for m in view.timeline if m.label.startswith("E")]
    assert [(m.label, m.begin.isoformat(), m.when) for m in dated] == [
        ("E2", "2025-03-02", "since Sunday"), ("E1", "2025-03-05", "Wednesday"),
    ]  # fmt: skip
    assert dated[1].voice == by_label(view.attributions, "A1").voice
    assert all(m.begin <= m.end for m in view.timeline)
