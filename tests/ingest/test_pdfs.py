"""PDF files: lines to paragraphs."""

import pytest
from ingest_samples import ARTICLE_PDF, TITLE, lines, pdf

from reportedly.document import BlockKind, Document
from reportedly.errors import InputRefused, Reason
from reportedly.ingest import Source, load

LONG = (
    "The governments of Sorvia and Talmera agreed on Monday to ten days of talks about the",
    "dam, and the mayor of Orlen said that the power station would be repaired before the",
    "winter. Diplomats from Keldrin will chair the meetings.",
)


def read(data: bytes) -> Document:
    return load(Source("a.pdf", data=data))


def refusal(data: bytes) -> Reason:
    with pytest.raises(InputRefused) as refused:
        read(data)
    return refused.value.reason


def test_lines_become_paragraphs_and_parted_words_whole() -> None:
    assert read(ARTICLE_PDF).text.split("\n\n") == [
        TITLE,
        "The governments of Sorvia and Talmera agreed on Monday to ten days of talks about the Orlen dam.",
        "At least 14 people were killed when the power station at the dam was hit on Thursday, the mayor said.",
    ]


def test_large_type_at_the_top_is_the_title() -> None:
    document = read(ARTICLE_PDF)
    assert document.metadata.title == TITLE
    assert document.blocks[0].kind is BlockKind.TITLE


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    words = ("A well-known doctor said that the water was clean, and that this is a well-", "known fact at the lake.")
    assert read(pdf(lines(*words))).text.endswith("that this is a well-known fact at the lake.")


def test_a_paragraph_goes_on_over_pages_and_page_numbers_are_not_in_it() -> None:
    first = [*lines(*LONG[:2]), (300.0, 40.0, 9.0, "1")]
    second = [*lines(LONG[2]), (300.0, 40.0, 9.0, "2")]
    document = read(pdf(first, second))
    assert document.text == " ".join(LONG)


def test_a_line_that_returns_on_every_page_is_no_part_of_the_article() -> None:
    pages = [
        [
            (72.0, 770.0, 9.0, f"The Lake Monitor, page {n}"),
            *lines(*(f"Line {i} says that the talks went on for day {n} and {'not ' * i}longer." for i in range(6))),
        ]
        for n in range(1, 5)
    ]
    document = read(pdf(*pages))
    assert "Monitor" not in document.text
    assert "Line 3 says that the talks went on for day 4" in document.text


def test_an_indent_begins_a_paragraph() -> None:
    page = [*lines(*LONG), (90.0, 658.0, 11.0, "The talks may be moved to Port Isola, the minister said on Tuesday.")]
    assert len(read(pdf(page)).text.split("\n\n")) == 2


def test_a_pdf_that_is_protected_is_encrypted() -> None:
    assert refusal(pdf(lines(*LONG), encrypted=True)) is Reason.ENCRYPTED


def test_a_pdf_of_pictures_has_no_text() -> None:
    assert refusal(pdf([])) is Reason.NO_TEXT


def test_a_cut_pdf_is_truncated_and_a_broken_one_malformed() -> None:
    assert refusal(ARTICLE_PDF[:60]) is Reason.TRUNCATED
    assert refusal(b"%PDF-1.4\nnothing of the kind\n%%EOF\n") is Reason.MALFORMED


def test_pages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_PDF_PAGES", "1")
    assert refusal(pdf(lines(*LONG), lines(*LONG))) is Reason.TOO_MANY


def test_the_length_of_a_pdf_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_ARTICLE_CHARACTERS", "100")
    assert refusal(pdf(lines(*LONG), lines(*LONG))) is Reason.TOO_LARGE
