"""The pages of a casebook: an index, and a page for each article."""

from dataclasses import replace

import pytest

from reportedly.casebook import Casebook, Outcome
from reportedly.errors import Misuse
from reportedly.record import SourceRow
from reportedly.web import write_article, write_site
from reportedly.web.site import page_name
from support_page import Page
from support_record import rich_record


@pytest.fixture
def book(tmp_path):
    record = rich_record()
    evil = replace(
        record,
        document=replace(record.document, metadata=replace(record.document.metadata, title='<b>"', outlet="<script>")),
        _labels={},
    )
    with Casebook(tmp_path / "news.duckdb") as book:
        book.write(
            [
                Outcome(SourceRow(name=f"{n}.txt", state="read", document=r.document.id), r)
                for n, r in enumerate((record, evil))
            ]
            + [Outcome(SourceRow(name="<img src=x>.pdf", state="failed", reason="no_text"))]
        )
        yield book


def test_the_index_links_to_every_article_and_back(book, tmp_path):
    index, *pages = write_site(book, tmp_path / "site", "Stories")
    page = Page(index.read_text(encoding="utf-8"))
    assert {a["href"] for a in page.all("a")} == {p.name for p in pages}
    assert len(pages) == 2
    for path in pages:
        assert "index.html" in {a["href"] for a in Page(path.read_text(encoding="utf-8")).all("a")}


def test_the_index_accounts_for_every_input(book, tmp_path):
    index, *_ = write_site(book, tmp_path / "site", "Stories")
    page = Page(index.read_text(encoding="utf-8"))
    assert "3 inputs = 2 read + 0 skipped + 1 failed + 0 pending" in page.text
    assert "<img src=x>.pdf" in page.text
    assert page.all("img") == []
    assert page.open == []


def test_the_same_casebook_gives_the_same_bytes_and_leaves_nothing_else(book, tmp_path):
    first = {p.name: p.read_bytes() for p in write_site(book, tmp_path / "site", "Stories")}
    second = {p.name: p.read_bytes() for p in write_site(book, tmp_path / "site", "Stories")}
    assert first == second == {p.name: p.read_bytes() for p in (tmp_path / "site").iterdir()}


def test_a_page_is_named_by_outlet_title_and_id():
    (row,) = rich_record().rows("document")
    assert page_name(row) == f"arden-gazette-dozens-hurt-as-police-storm-docks-at-port-arden-{row.id[:9]}.html"
    hostile = replace(row, title="../../etc/passwd\x00", outlet="Žižkov / ..", id="d123")
    assert page_name(hostile) == "zizkov-etc-passwd-d123.html"
    assert page_name(replace(row, title=None, outlet=None)) == f"{row.id[:9]}.html"


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Misuse, match="cannot be written"):
        write_article(rich_record(), tmp_path / "file" / "page.html")


def test_the_index_lays_the_outlets_side_by_side(book, tmp_path):
    index, *_ = write_site(book, tmp_path / "site", "Stories")
    html = index.read_text(encoding="utf-8")
    text = Page(html).text
    assert "Whose words" in text
    assert "Sources', quoted" in text
    names = html[html.index('id="h-names"') :].partition("</section>")[0]
    assert names.count('rowspan="2">Cassian interior ministry<') == 1
    assert "bias" not in text.lower()
