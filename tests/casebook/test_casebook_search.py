"""Search over the words of a casebook: what is found, where it stands, and that nothing typed is refused."""

import sqlite3

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casebook.articles import outcome, record
from reportedly.casebook import Casebook


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "book.duckdb"
    with Casebook(path) as book:
        book.write([outcome(n) for n in range(1, 4)])
    return path


@pytest.fixture
def book(path):
    with Casebook(path, read_only=True) as opened:
        yield opened


def test_a_hit_shows_where_the_words_stand(book):
    hit = book.search("report 2 accord")[0]
    text = book.record(hit.document).document.text
    assert (hit.title, hit.outlet, hit.published.isoformat()) == ("Talks, part 2", "Mardun Herald", "2031-03-05")
    assert [s.of(text) for s in hit.spans] == ["accord", "report", "2"]
    assert [s.of(hit.snippet) for s in hit.marks] == ["accord", "report", "2"]


def test_spans_count_code_points_behind_an_emoji_and_without_accents(book):
    hit = book.search("cafe collapsed")[0]
    text = book.record(hit.document).document.text
    assert [s.of(text) for s in hit.spans] == ["café", "collapsed"]


def test_words_in_quotation_marks_stand_beside_each_other(book):
    assert len(book.search('"Highland militia"')) == 3
    assert book.search('"militia Highland"') == []
    assert len(book.search("militia highland")) == 3


def test_an_asterisk_lets_a_word_go_on(book):
    assert book.search("fish") == []
    assert len(book.search("fish*")) == 3


def test_an_article_whose_title_alone_holds_the_words_shows_its_beginning(book):
    hit = next(h for h in book.search("part") if h.title.endswith("3"))
    assert hit.title == "Talks, part 3"
    assert hit.snippet.startswith("Talks in Port Isola")


def test_a_limit_is_kept(book):
    assert len(book.search("militia", limit=2)) == 2


NAUGHTY = ['"', '""', "'", "*", "a*b", "NEAR(a b)", "a AND", "OR", "NOT x", "text:x", "^a", "(", ")", "-x", "a\0b", "\ud800",
           "{", "id : x", "%s", "; DROP TABLE words", "\u202e", "😀", "ß" * 500, "a " * 5000, "-", "+", "\ufdd0", "é́"]  # fmt: skip


@given(st.text())
@settings(deadline=None, max_examples=40)
@example("talks OR")
def test_whatever_is_typed_gives_a_list(path, typed):
    with Casebook(path, read_only=True) as book:
        assert isinstance(book.search(typed), list)


@pytest.mark.parametrize("typed", NAUGHTY, ids=range(len(NAUGHTY)))
def test_naughty_strings_give_a_list(book, typed):
    assert isinstance(book.search(typed), list)
    assert isinstance(book.find(typed), list)


def test_the_index_follows_the_casebook(tmp_path):
    with Casebook(tmp_path / "book.duckdb") as book:
        book.write([outcome(1, name="page")])
        assert len(book.search("militia")) == 1
        book.write([outcome(2, name="page"), outcome(3)])
        assert [h.title for h in book.search("report")] in (
            ["Talks, part 2", "Talks, part 3"],
            ["Talks, part 3", "Talks, part 2"],
        )


@pytest.mark.parametrize("harm", [b"", b"not an index at all" * 100])
def test_an_index_that_is_missing_or_broken_is_made_again(tmp_path, harm):
    index = tmp_path / "book.duckdb.search.sqlite"
    with Casebook(tmp_path / "book.duckdb") as book:
        book.write([outcome(1)])
        assert len(book.search("militia")) == 1
    assert index.exists()
    index.write_bytes(harm) if harm else index.unlink()
    with Casebook(tmp_path / "book.duckdb", read_only=True) as book:
        assert len(book.search("militia")) == 1
    with sqlite3.connect(index) as db:
        assert db.execute("SELECT id FROM articles").fetchall() == [(record(1).document.id,)]


def test_where_no_index_can_be_written_one_is_held_in_memory(tmp_path):
    with Casebook(tmp_path / "book.duckdb") as book:
        book.write([outcome(1)])
        (tmp_path / "book.duckdb.search.sqlite").mkdir()
        assert len(book.search("militia")) == 1
        book.write([outcome(2)])
        assert len(book.search("militia")) == 2
