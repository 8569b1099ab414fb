"""`verify` says what was changed by hand; and the views in words cut the right characters."""

import pytest

from casebook.articles import TEXT, failed, outcome
from reportedly.casebook import Casebook
from reportedly.errors import CasebookError


@pytest.fixture
def book(tmp_path):
    with Casebook(tmp_path / "book.duckdb") as opened:
        opened.write([outcome(1), outcome(2), failed("empty.txt")])
        yield opened


CHANGES = {
    "UPDATE document SET text = replace(text, '15', '51') WHERE title = 'Talks, part 1'": "not the one that its hash",
    "UPDATE document SET title = 'Victory'": "make the id",
    "UPDATE document SET text_hash = 'x'": "not the one that its hash",
    "UPDATE document SET published_basis = 'guess'": "none that a record can hold",
    "UPDATE times SET words = [{'start': 5, 'end': 9999}]": "leaves the text",
    "UPDATE times SET words = [{'start': 9, 'end': 5}]": "leaves the text",
    "UPDATE times SET words = NULL": "times.words is empty",
    'UPDATE blocks SET "end" = 9999': "a title leaves the text",
    "UPDATE events SET within = 'a9'": "within names a9, which is no row of attributions",
    "UPDATE events SET actor = ['p9']": "actor names p9",
    "UPDATE actors SET id = 'p1'": "the id p1 stands on 2 rows",
    "UPDATE actors SET country = 'Mardun'": "not an ISO 3166-1",
    "UPDATE attributions SET stance = 'lie'": "'lie' is none of",
    "DELETE FROM actors WHERE id = 'p1'": "actors: of article .* a row is missing",
    "INSERT INTO actors SELECT * FROM actors WHERE id = 'p1'": "stands twice",
    "UPDATE events SET document = 'd0' WHERE n = 1": "events: rows of d0, which is no article",
    "DELETE FROM document WHERE title = 'Talks, part 1'": "which is not there",
    "INSERT INTO document SELECT * FROM document": "it stands there more than once",
    "DELETE FROM sources WHERE name = 'story-1.txt'": "no input gave it",
    "UPDATE sources SET name = 'story-1.txt'": "story-1.txt stands there more than once",
    "UPDATE sources SET document = NULL": "is read, but names no article",
    "UPDATE sources SET state = 'done'": "'done' is none of",
    "UPDATE sources SET state = NULL WHERE name = 'empty.txt'": "sources.state is empty",
    "UPDATE sources SET state = 'failed'": "failed without a reason",
    "UPDATE sources SET reason = 'language'": "for the reason language, which makes it skipped",
    "UPDATE sources SET reason = 'bored'": "'bored' is none of",
    "UPDATE sources SET parent = 'lost.zip'": "the parent lost.zip, which is no input",
}


def test_an_untouched_casebook_holds_together(book):
    assert book.verify() == []


@pytest.mark.parametrize("change", CHANGES, ids=range(len(CHANGES)))
def test_a_change_by_hand_is_told(book, change):
    import re

    book.connection.execute(change)
    problems = book.verify()
    assert any(re.search(CHANGES[change], p) for p in problems), problems
    assert problems == book.verify()


def test_a_record_that_was_changed_by_hand_is_refused_with_a_sentence(book):
    book.connection.execute("UPDATE blocks SET kind = 'poster'")
    with pytest.raises(CasebookError, match=r"was changed: .*poster.*reportedly verify"):
        list(book.records())
    with pytest.raises(CasebookError, match="was changed"):
        book.record(book.document_ids()[0])


def test_the_views_show_words_and_names(book):
    query = "SELECT outlet, source, speaker, cue, content FROM attributions_in_words ORDER BY document LIMIT 1"
    assert book.connection.execute(query).fetchall() == [
        (
            "Mardun Herald", "The Mardun government", ["Mardun government"], "said",
            "that at least 15 fishermen were held 😀 by the Free Highland militia",
        )
    ]  # fmt: skip
    query = "SELECT words, mentions, actor, place, date FROM events_in_words WHERE document = ? ORDER BY n"
    key = book.document_ids()[0]
    assert book.connection.execute(query, [key]).fetchall() == [
        ("were held", [], ["Free Highland militia"], None, "on Wednesday"),
        ("has collapsed", ["accord", "Talks"], ["Free Highland militia", "Mardun government"], None, None),
    ]


def test_the_views_count_code_points_as_spans_do(book):
    """An emoji, a combining accent, a character outside the basic plane: each is what Python counts."""
    odd = "😀e\u0301🇺🇳👩\u200d👧x"
    for start in range(len(odd)):
        shown = book.connection.execute("SELECT substr(?, ? + 1, 2)", [odd, start]).fetchall()
        assert shown == [(odd[start : start + 2],)]
    assert book.connection.execute("SELECT length(text) FROM document ORDER BY title").fetchall()[0] == (
        len(TEXT + " This is report 1."),
    )


def test_every_table_of_an_article_has_a_view_that_agrees_with_the_record(book):
    key = book.document_ids()[0]
    record = book.record(key)
    for table in ("times", "places", "wording", "figures"):
        query = f"SELECT words FROM {table}_in_words WHERE document = ? ORDER BY n"
        shown = [words for (words,) in book.connection.execute(query, [key]).fetchall()]
        assert shown == [record.words(row.words) for row in record.rows(table)]
