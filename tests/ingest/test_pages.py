"""Web pages: the article, what stands beside it, and what the page says of itself."""

from datetime import date

import pytest
from ingest_samples import FIRST, PARAGRAPHS, SECOND, THIRD, TITLE, page

from reportedly.document import BlockKind, Document
from reportedly.errors import InputRefused, Reason
from reportedly.ingest import Source, load


def read(data: bytes, **source: object) -> Document:
    return load(Source("page", data=data, format="html", **source))  # type: ignore[arg-type]


def asides(document: Document) -> dict[BlockKind, list[str]]:
    found: dict[BlockKind, list[str]] = {}
    for block in document.blocks:
        if not block.kind.is_read:
            found.setdefault(block.kind, []).append(block.aside)
    return found


def test_the_title_and_the_paragraphs_are_the_text() -> None:
    assert read(page()).text == "\n\n".join((TITLE, *PARAGRAPHS))


def test_what_stands_beside_the_article_is_kept_aside_where_it_stood() -> None:
    data = page(
        "<figure><img src=x><figcaption>The dam at night.</figcaption></figure><p>The talks begin on Friday in Port Isola.</p>"
    )
    data = data.replace(b"<main>", b"<nav><a href=/>Home</a> <a href=/w>World</a></nav><main>")
    data = data.replace(
        b"</main>", b"</main><aside>Share this article</aside><footer>\xc2\xa9 The Lake Monitor</footer>"
    )
    document = read(data)
    found = asides(document)
    assert found[BlockKind.CAPTION] == ["The dam at night."]
    assert found[BlockKind.NAVIGATION] == ["Home World"]
    assert found[BlockKind.FOOTER] == ["© The Lake Monitor"]
    assert "Home" not in document.text
    assert "night" not in document.text
    kinds = [b.kind for b in document.blocks]
    assert kinds.index(BlockKind.CAPTION) == len(kinds) - 4
    caption = document.blocks[kinds.index(BlockKind.CAPTION)]
    assert document.text[: caption.span.start].strip().endswith(THIRD)


def test_headings_lists_quotations_and_tables_have_their_kinds() -> None:
    body = (
        "<h2>What was agreed</h2><ul><li>A pause of ten days in all flights</li><li>An inspection of the dam</li></ul>"
        "<blockquote><p>We will not shoot first.</p></blockquote>"
        "<table><tr><th>Side</th><th>Dead</th></tr><tr><td>Sorvia</td><td>14</td></tr></table>"
    )
    document = read(page(body))
    kinds = {document.text[b.span.start : b.span.end]: b.kind for b in document.body()}
    assert kinds["What was agreed"] is BlockKind.HEADING
    assert kinds["An inspection of the dam"] is BlockKind.ITEM
    assert kinds["We will not shoot first."] is BlockKind.PARAGRAPH
    assert kinds["Sorvia | 14"] is BlockKind.ITEM


def test_open_graph_says_who_and_when() -> None:
    head = (
        '<meta property="og:site_name" content="The Lake Monitor"><meta name="author" content="Ana Petrik">'
        '<meta property="article:published_time" content="2024-10-04T23:30:00-05:00">'
        '<link rel="canonical" href="/world/talks">'
    )
    known = read(page(head=head), url="https://monitor.example/m/1?ref=x").metadata
    assert (known.title, known.outlet, known.byline) == (TITLE, "The Lake Monitor", "Ana Petrik")
    assert (known.published, known.basis) == (date(2024, 10, 4), "metadata")
    assert known.url == "https://monitor.example/world/talks"


def test_json_ld_says_who_and_when() -> None:
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebPage", "datePublished": "2020-01-01"},
      {"@type": ["NewsArticle"], "headline": "Ten days of talks", "datePublished": "2024-10-04",
       "author": [{"name": "Ana Petrik"}, {"name": "Jonas Almeida"}], "publisher": {"name": "The Lake Monitor"}}]}</script>"""
    known = read(page(head=head)).metadata
    assert known.published == date(2024, 10, 4)
    assert (known.byline, known.outlet) == ("Ana Petrik, Jonas Almeida", "The Lake Monitor")


def test_the_address_may_say_the_day() -> None:
    known = read(page(), url="https://monitor.example/2024/10/04/talks").metadata
    assert known.published == date(2024, 10, 4)


def test_a_day_in_the_page_that_is_no_publication_is_not_taken() -> None:
    head = '<meta property="article:modified_time" content="2024-10-09T08:00:00Z"><meta name="date" content="soon">'
    assert read(page("<p>Copyright 2019-2024. Updated on 9 October 2024.</p>", head=head)).metadata.published is None


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 5000,
        '{"@type": "NewsArticle", "author": {"name": {"name": 1}}, "datePublished": 5}',
        "null",
        '"a"',
        "",
    ],
)
def test_broken_json_ld_costs_nothing(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert FIRST in read(page(head=head)).text


def test_markup_never_reaches_the_text() -> None:
    document = read(
        page("<p>A &lt;b&gt;bold&lt;/b&gt; claim, said <i onclick=x>the mayor</i>.</p><script>alert(1)</script>")
    )
    assert "A <b>bold</b> claim, said the mayor." in document.text
    assert "alert" not in document.text


def refusal(data: bytes) -> Reason:
    with pytest.raises(InputRefused) as refused:
        read(data)
    return refused.value.reason


def test_a_page_without_an_article_has_no_text() -> None:
    assert (
        refusal(b"<html><head><title>Login</title></head><body><script>go()</script></body></html>") is Reason.NO_TEXT
    )
    assert refusal(b"<!-- -->") is Reason.NO_TEXT


def test_text_under_300_elements_is_too_deep_and_not_lost_without_a_word() -> None:
    data = b"<html><body>" + b"<div>" * 300 + f"<p>{SECOND}</p>".encode()
    assert refusal(data) is Reason.TOO_DEEP
    assert refusal(data.replace(b"<div>", b"<div>" * 20)) is Reason.TOO_DEEP


def test_sizes_of_a_page_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_HTML_ELEMENTS", "100")
    assert refusal(page("<p>a</p>" * 100)) is Reason.TOO_MANY
    assert refusal(page("<p " + " ".join(f"a{i}=''" for i in range(1200)) + ">a</p>")) is Reason.TOO_MANY
    assert refusal(page("<p " + " ".join(f"a{i}=''" for i in range(50_000)) + ">a</p>")) is Reason.TOO_MANY
    monkeypatch.setenv("REPORTEDLY_LIMIT_HTML_BYTES", "1000")
    assert refusal(page("<p>a</p>" * 1000)) is Reason.TOO_LARGE


def test_an_article_of_11_mb_in_one_paragraph_is_too_large_and_not_empty() -> None:
    assert refusal(page("<p>" + (SECOND + " ") * 110_000 + "</p>")) is Reason.TOO_LARGE


def test_an_article_in_another_language_is_skipped() -> None:
    words = "Die Regierung hat am Montag mitgeteilt, dass die Gespräche über den Staudamm zehn Tage dauern werden. "
    data = f"<html><body><article><p>{words * 3}</p><p>{words * 2}</p></article></body></html>".encode()
    assert refusal(data) is Reason.LANGUAGE


def test_a_fragment_is_all_article() -> None:
    data = b"<div>First words<br>of it.<br><br>Second.<ul><li>Third</li></ul><p>Fourth <b>one</b>.</p></div>"
    document = load(Source("row", data=data, format="fragment"))
    kinds = [(str(b.kind), document.text[b.span.start : b.span.end]) for b in document.body()]
    assert kinds == [
        ("paragraph", "First words of it."),
        ("paragraph", "Second."),
        ("item", "Third"),
        ("paragraph", "Fourth one."),
    ]
