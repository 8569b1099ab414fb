"""Plain text becomes a document: title, paragraphs, joined lines, marks of Markdown."""

import contextlib
from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.document import Basis, BlockKind, Document, Metadata
from reportedly.errors import InputRefused, Misuse, Reason
from reportedly.ingest.build import build_document
from reportedly.ingest.text import from_text, text_paragraphs

LEAD = "The army of Veska has left the port of Olm, the ministry said, after a siege that lasted for three weeks."
NEXT = "Nobody was hurt when the last of the soldiers went on board, according to the mayor of the town."


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, b.aside or b.span.of(document.text)) for b in document.blocks]


def read(text: str) -> list[str]:
    return [words for kind, words in text_paragraphs(text) if kind.is_read]


def test_a_short_first_line_is_the_title() -> None:
    document = from_text(f"Army leaves Port Olm\n\n{LEAD}\n\n{NEXT}\n")
    assert document.text == f"Army leaves Port Olm\n\n{LEAD}\n\n{NEXT}"
    assert [kind for kind, _ in blocks(document)] == ["title", "paragraph", "paragraph"]
    assert document.metadata.title == "Army leaves Port Olm"


@pytest.mark.parametrize(
    "first",
    [
        "The army left on Monday.",
        "PORT OLM, March 5 (AP) --",
        "By Ana Veska",
        "It said:",
        LEAD,
        "https://olm.example/army",
    ],
)
def test_other_first_lines_are_no_title(first: str) -> None:
    assert from_text(f"{first}\n\n{LEAD}\n\n{NEXT}").metadata.title == ""


def test_one_line_has_no_title() -> None:
    assert from_text("Army leaves Port Olm").metadata.title == ""
    assert from_text("Army leaves Port Olm").text == "Army leaves Port Olm"


def test_a_line_before_a_dateline_is_the_title() -> None:
    assert from_text(f"Army leaves.\n\nPORT OLM, Veska (AP) -- {LEAD}").metadata.title == "Army leaves."


def test_lines_broken_to_a_width_are_joined() -> None:
    text = (
        "Army leaves Port Olm\n\n"
        "The army of Veska has left the port of Olm after a siege that\n"
        "lasted for three weeks, the ministry said in a statement, and\n"
        "the inter-\nnational observers confirmed it. An international\n"
        "commission will look at the well-\nknown damage in the town.\n\n"
        "Nobody was hurt when the last of the soldiers went on board.\n"
    )
    paragraphs = read(text)
    assert len(paragraphs) == 3
    assert "siege that lasted for three weeks" in paragraphs[1]
    assert "the international observers" in paragraphs[1]
    assert "the well-known damage" in paragraphs[1]


def test_paragraphs_that_are_a_line_each_keep_their_characters() -> None:
    text = "\n".join([LEAD.replace(", the", ",  the"), NEXT, "It rained."])
    assert read(text) == [LEAD.replace(", the", ",  the"), NEXT, "It rained."]


def test_stars_are_kept_where_the_text_is_not_markdown() -> None:
    assert read(f"{LEAD} He was *not* there.\n\n{NEXT} * He was.") == [
        f"{LEAD} He was *not* there.",
        f"{NEXT} * He was.",
    ]


def test_marks_of_markdown_are_read_and_taken_off() -> None:
    text = (
        f"# *Army leaves Port Olm*\n\n---\n\n![the port](https://olm.example/port.jpg)\n\n**Ana Veska in the port of Olm**\n\n"
        f"{LEAD}\n\n## What is *known*\n\n- The **army** left.\n- It [rained](https://olm.example/rain).\n\n{NEXT}\n"
    )
    assert blocks(from_text(text)) == [
        ("title", "Army leaves Port Olm"),
        ("image", "the port"),
        ("caption", "Ana Veska in the port of Olm"),
        ("paragraph", LEAD),
        ("heading", "What is known"),
        ("item", "The army left."),
        ("item", "It rained."),
        ("paragraph", NEXT),
    ]


def test_the_foot_of_a_saved_page_names_outlet_and_address() -> None:
    text = f"# Army leaves\n\n{LEAD}\n\n{NEXT}\n\n---\n\n<https://olm.example/news/378-army>\n\n\n**The Olm Post**"
    document = from_text(text)
    assert document.text.endswith(NEXT)
    assert (document.metadata.outlet, document.metadata.url) == ("The Olm Post", "https://olm.example/news/378-army")
    assert [kind for kind, _ in blocks(document)][-2:] == ["footer", "footer"]


def test_a_paragraph_that_was_cut_in_a_sentence_is_joined() -> None:
    cut = '"We came. The people of the port of Olm are free and this is right for the\n\nVeskan people," she said.'
    assert read(cut) != read(cut.replace("\n\n", " "))
    assert from_text(cut).text == cut.replace("\n\n", " ")
    assert from_text(f"{LEAD[:-13]}\n\nfor three weeks.").text == f"{LEAD[:-13]} for three weeks."


@pytest.mark.parametrize("second", ["Instead, the army left.", '"It rained," she said.'])
def test_a_paragraph_without_full_stop_is_not_always_cut(second: str) -> None:
    assert len(from_text(f"The people of the port of Olm were waiting for a\n\n{second}\n\n{NEXT}").body()) == 3


def test_what_is_given_wins() -> None:
    document = from_text(
        f"PORT OLM, March 5, 2031 (XNA) -- {LEAD}", outlet="The Olm Post", title="Olm", published=date(2031, 3, 6)
    )
    m = document.metadata
    assert (m.outlet, m.title, m.published, m.basis) == ("The Olm Post", "Olm", date(2031, 3, 6), Basis.METADATA)
    assert document.text.startswith("Olm\n\nPORT OLM")


def test_a_title_that_is_known_and_printed_is_there_once() -> None:
    paragraphs = [(BlockKind.PARAGRAPH, "Army leaves Olm!"), (BlockKind.PARAGRAPH, LEAD)]
    document = build_document(paragraphs, Metadata(), Metadata(title="Army leaves Olm"), "")
    assert document.text == f"Army leaves Olm!\n\n{LEAD}"
    assert document.metadata.title == "Army leaves Olm"


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Misuse, match="paper"):
        from_text(LEAD, paper="The Olm Post")


@pytest.mark.parametrize("text", ["", " \n\n ", "\ufeff\x00", "---\n\n***", "# Title alone"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(InputRefused) as refused:
        from_text(text)
    assert refused.value.reason is Reason.NO_TEXT


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_ARTICLE_CHARACTERS", "100")
    with pytest.raises(InputRefused) as refused:
        from_text(LEAD)
    assert refused.value.reason is Reason.TOO_LARGE


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='ab A.\n-#*_>"“”[]()!|\u202e\x00\ud800:/1', max_size=120))
def test_blocks_tile_the_text(text: str) -> None:
    try:
        document = from_text(text, check_language=False)
    except InputRefused as error:
        refused = error.reason
        assert refused is Reason.NO_TEXT
        return
    at = 0
    for block in document.blocks:
        if not block.kind.is_read:
            assert block.span.start == block.span.end <= len(document.text)
            assert block.aside
            continue
        assert block.span.start == (at + 2 if at else 0)
        assert block.span.end > block.span.start
        at = block.span.end
    assert at == len(document.text)
    assert document.text == "\n\n".join(b.span.of(document.text) for b in document.body())


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A-",
        "[",
        "![",
        "[a](",
        "# ",
        "**a",
        "*a ",
        "_a_",
        "a b c d e f\n",
        "the cat sat on the mat in a\n",
        "Mon",
        "- a\n",
        "\n",
        '"',
        "a.B ",
    ],
)
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    text = "# Title of it\n\n" + unit * (400_000 // len(unit))
    begin = process_time()
    with contextlib.suppress(InputRefused):
        from_text(text)
    assert process_time() - begin < 15
