"""The account, the overview and the highlights of a casebook."""

import pytest

from reportedly.casebook import Casebook, Outcome
from reportedly.errors import State
from reportedly.record import SourceRow
from reportedly.views import account, highlights, overview
from support_record import rich_record


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    record = rich_record()
    with Casebook(tmp_path_factory.mktemp("book") / "news.duckdb") as book:
        book.write(
            [
                Outcome(SourceRow(name="a.txt", format="text", state="read", document=record.document.id), record),
                Outcome(SourceRow(name="b.pdf", format="pdf", state="failed", reason="no_text")),
                Outcome(SourceRow(name="c.txt", state="skipped", reason="language", detail="fr")),
            ]
        )
        book.register([SourceRow(name="d.txt", state="pending")])
        yield book


def test_the_account_adds_up(book):
    found = account(book)
    assert found.sentence() == "4 inputs = 1 read + 1 skipped + 1 failed + 1 pending"
    assert found.inputs == sum(n for _, n in found.counts) == len(found.rows)


def test_the_account_says_why_in_words(book):
    (row,) = account(book, State.SKIPPED).rows
    assert row.why == "it is not written in a language that the program reads (fr)"
    assert [r.name for r in account(book).unread] == ["b.pdf", "c.txt", "d.txt"]


def test_reasons_are_counted(book):
    assert [(reason, n) for reason, n, _ in account(book).reasons] == [("language", 1), ("no_text", 1)]


def test_the_overview_counts_rows_of_articles_outlets_and_speakers(book):
    seen = overview(book)
    (told,) = seen.articles
    assert (told.attributions, told.anonymous, told.longest_chain) == (12, 2, 4)
    assert (told.events, told.figures, told.unfit) == (5, 8, 1)
    assert seen.total("checks") == 2
    (outlet,) = seen.outlets
    assert (outlet.named, outlet.described, outlet.anonymous, outlet.document) == (9, 1, 2, 0)
    assert (seen.speakers[0].name, seen.speakers[0].attributions) == ("Cassian interior ministry", 3)


def test_the_shares_of_an_outlet_fill_its_bar(book):
    shares = overview(book).outlets[0].shares()
    assert sum(part for _, _, part in shares) == pytest.approx(1)
    assert [at for _, at, _ in shares] == sorted(at for _, at, _ in shares)


def test_the_highlights_show_long_chains_and_sums_that_do_not_fit(book):
    high = highlights(book)
    assert high.chains == 3
    assert high.longest[0].chain == ("Arden Gazette", "Tomas Okello", "Ida Rehn", "Cassia's government")
    assert high.longest[0].content == "the strike is ‘foreign-made’"
    assert [u.words for u in high.unfit] == ["70 + 40 = 110, not 120"]
    assert (high.anonymous, high.denials) == (2, 1)


def test_an_empty_casebook_has_views(tmp_path):
    with Casebook(tmp_path / "empty.duckdb") as book:
        assert account(book).sentence() == "0 inputs = 0 read + 0 skipped + 0 failed + 0 pending"
        assert overview(book).articles == ()
        assert highlights(book).longest == ()
