"""What a casebook keeps: outcomes in, the same rows out, whatever the order and the batches."""

import subprocess
import sys

import pytest

from casebook.articles import failed, outcome, record
from reportedly.casebook import Casebook, Outcome
from reportedly.errors import Misuse, State
from reportedly.record import SourceRow


@pytest.fixture
def book(tmp_path):
    with Casebook(tmp_path / "book.duckdb") as opened:
        yield opened


def waiting(name: str) -> SourceRow:
    return SourceRow(name=name, state="pending")


def content(book: Casebook) -> tuple:
    return book.sources(), [book.record(i) for i in book.document_ids()]


def test_a_record_comes_back_as_it_was_written(book):
    book.write([outcome(1), outcome(2)])
    assert book.record(record(1).document.id) == record(1)
    assert [r.document.metadata.title for r in book.records()] == ["Talks, part 1", "Talks, part 2"]
    assert book.verify() == []


def test_every_input_is_in_exactly_one_state(book):
    book.register([waiting("story-1.txt"), waiting("story-2.txt"), waiting("empty.txt"), waiting("french.txt")])
    assert book.counts() == {State.PENDING: 4, State.READ: 0, State.SKIPPED: 0, State.FAILED: 0}
    book.write([outcome(1), failed("empty.txt"), failed("french.txt", "language", "skipped")])
    assert book.counts() == {State.PENDING: 1, State.READ: 1, State.SKIPPED: 1, State.FAILED: 1}
    assert [s.name for s in book.sources()] == ["empty.txt", "french.txt", "story-1.txt", "story-2.txt"]
    assert book.verify() == []


def test_registering_an_input_again_leaves_it_as_it_is(book):
    book.write([outcome(1)])
    book.register([waiting("story-1.txt"), waiting("story-2.txt"), waiting("story-2.txt")])
    assert [(s.name, s.state) for s in book.sources()] == [("story-1.txt", "read"), ("story-2.txt", "pending")]


def test_an_article_goes_when_its_only_input_gives_another(book):
    book.write([outcome(1, name="page.html")])
    book.write([outcome(2, name="page.html")])
    assert [d.title for d in book.documents()] == ["Talks, part 2"]
    assert book.connection.execute("SELECT count(DISTINCT document) FROM actors").fetchall() == [(1,)]
    assert book.verify() == []


def test_an_article_stays_while_another_input_gives_it(book):
    book.write([outcome(1, name="page.html"), outcome(1, name="copy.html")])
    book.write([failed("page.html")])
    assert [d.title for d in book.documents()] == ["Talks, part 1"]
    book.write([failed("copy.html")])
    assert book.documents() == []
    assert book.verify() == []


def test_what_is_stored_does_not_depend_on_order_or_batches(tmp_path):
    # Two inputs give one article from different bytes, with different boilerplate: the lower hash is kept.
    twin = outcome(1, name="twin.html", agency="Mardun Wire")
    object.__setattr__(twin.record.document, "source_hash", "0" * 64)
    given = [outcome(1), twin, outcome(2), failed("empty.txt"), outcome(3)]
    books = []
    for number, batches in enumerate([[given], [[o] for o in given], [given[::-1]], [[o] for o in given[::-1]]]):
        with Casebook(tmp_path / f"{number}.duckdb") as book:
            for batch in batches:
                book.write(batch)
            books.append(content(book))
    assert all(other == books[0] for other in books)


def test_a_newer_programs_record_replaces_the_older_ones(book):
    book.write([outcome(1)])
    made = record(1, made_with="a later version")
    book.write([Outcome(outcome(1).source, made)])
    assert book.record(made.document.id).made_with == "a later version"


def test_one_name_twice_in_a_batch_keeps_the_later_outcome(book):
    book.write([outcome(1, name="page.html"), outcome(2, name="page.html")])
    assert [d.title for d in book.documents()] == ["Talks, part 2"]
    assert book.verify() == []


def test_a_batch_that_cannot_be_stored_leaves_nothing(book):
    book.write([outcome(1)])
    broken = record(2)
    object.__setattr__(broken.document, "text", "a lone surrogate \ud800")
    with pytest.raises(UnicodeEncodeError):
        book.write([outcome(3), Outcome(outcome(2).source, broken)])
    assert [d.title for d in book.documents()] == ["Talks, part 1"]
    assert [s.name for s in book.sources()] == ["story-1.txt"]
    book.write([outcome(3)])
    assert book.verify() == []


def test_a_name_that_is_no_utf8_is_stored_with_escapes(book):
    book.register([waiting("caf\udce9.txt")])
    assert [s.name for s in book.sources()] == ["caf\\udce9.txt"]
    assert list(book.known(["caf\udce9.txt"])) == ["caf\\udce9.txt"]


def test_nul_and_bidi_characters_are_kept(book):
    odd = record(1, title="a\0b \u202eright to left\u202c")
    book.write([Outcome(SourceRow(name="odd.txt", state="read", document=odd.document.id), odd)])
    assert book.record(odd.document.id) == odd


def test_an_article_is_found_by_id_by_input_and_by_title(book):
    book.write([outcome(1, name="folder/page.html"), outcome(2)])
    key = record(1).document.id
    assert [d.id for d in book.find(key[:6])] == [key]
    assert [d.id for d in book.find("folder/page.html")] == [key]
    assert [d.title for d in book.find("PART 2 talks")] == ["Talks, part 2"]
    assert book.find("part 7") == book.find("  ") == []


def test_articles_are_listed_by_day_and_those_without_one_last(book):
    first, second = record(1, published=None), record(2)
    for number, made in enumerate([first, second]):
        book.write([Outcome(SourceRow(name=str(number), state="read", document=made.document.id), made)])
    assert [d.id for d in book.documents()] == book.document_ids() == [second.document.id, first.document.id]


def test_an_article_that_is_not_there_is_misuse(book):
    with pytest.raises(Misuse, match="no article d123"):
        book.record("d123")


def test_a_killed_writer_leaves_whole_batches_alone(tmp_path):
    path = tmp_path / "book.duckdb"
    code = """
import os, signal, sys
from casebook.articles import outcome
from reportedly.casebook import Casebook
from reportedly.casebook import write
book = Casebook(sys.argv[1])
book.write([outcome(1), outcome(2)])
inserted = write._insert
def half(connection, records):
    inserted(connection, records)
    os.kill(os.getpid(), signal.SIGKILL)
write._insert = half
book.write([outcome(3), outcome(4)])
"""
    env = {"PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code, str(path)], env=env, check=False).returncode == -9
    with Casebook(path, read_only=True) as book:
        assert len(book.documents()) == 2
        assert book.verify() == []
    with Casebook(path) as book:
        assert len(book.documents()) == 2
        book.write([outcome(3)])
        assert book.verify() == []
