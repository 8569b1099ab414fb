"""An article's text is cut where marks begin and end, and no word is lost."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.document import Block, BlockKind, Document, Span
from reportedly.views.segments import Mark, cut


def document(*paragraphs: str) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(paragraph))))
        text += paragraph
    return Document(text, tuple(blocks))


def test_text_without_marks_is_one_segment_a_paragraph():
    parts = cut(document("One.", "Two."), [])
    assert [p.text for p in parts] == ["One.", "Two."]
    assert [len(p.segments) for p in parts] == [1, 1]


def test_nested_content_is_cut_and_its_depth_counted():
    d = document("“He said it rained,” she said.")
    outer, inner = Mark("A1", "content"), Mark("A2", "content")
    (part,) = cut(d, [(Span(0, 20), outer), (Span(9, 18), inner)])
    assert [(s.text, s.depth) for s in part.segments] == [
        ("“He said ", 1),
        ("it rained", 2),
        (",”", 1),
        (" she said.", 0),
    ]
    assert part.segments[1].marks == (outer, inner)
    assert part.segments[1].labels() == ("A1", "A2")


def test_a_row_opens_where_its_first_words_stand():
    d = document("Ana said it.", "It, Ana said.")
    marks = [(Span(0, 3), Mark("A1", "source")), (Span(4, 8), Mark("A1", "cue")), (Span(14, 16), Mark("A1", "content"))]
    first, second = cut(d, marks)
    assert first.opens == ("A1",)
    assert second.opens == ()


def test_marks_of_the_same_words_are_all_there():
    (part,) = cut(document("Velm"), [(Span(0, 4), Mark("P1", "name")), (Span(0, 4), Mark("A1", "source"))])
    assert part.segments[0].roles() == ("source", "name")


def test_a_mark_over_two_paragraphs_is_in_both():
    d = document("“One.", "Two,” he said.")
    first, second = cut(d, [(Span(0, 12), Mark("A1", "content"))])
    assert first.segments[0].labels() == second.segments[0].labels() == ("A1",)
    assert second.segments[1].labels() == ()


def test_marks_outside_the_text_are_left_out():
    (part,) = cut(document("Short."), [(Span(90, 95), Mark("A1", "cue")), (Span(-5, -1), Mark("A2", "cue"))])
    assert part.segments[0].marks == ()


def test_text_that_no_block_covers_is_shown_too():
    d = Document("Before. Inside. After.", (Block(BlockKind.PARAGRAPH, Span(8, 15)),))
    assert "".join(p.text for p in cut(d, [])) == d.text
    assert [p.text for p in cut(Document("No blocks at all."), [])] == ["No blocks at all."]


@given(
    st.lists(st.text(alphabet="ab ", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9), st.integers(1, 5)), max_size=8),
)
def test_every_character_is_in_one_segment_with_all_its_marks(paragraphs, raw):
    d = document(*paragraphs)
    marks = [(Span(start, start + length), Mark(f"A{n}", "content")) for start, length, n in raw]
    parts = cut(d, marks)
    assert [p.text for p in parts] == paragraphs
    at = 0
    for part in parts:
        at = d.text.index(part.text, at)
        for segment in part.segments:
            for offset in range(at, at + len(segment.text)):
                expected = {m.label for s, m in marks if s.start <= offset < s.end}
                assert set(segment.labels()) == expected
            at += len(segment.text)
    opened = [label for p in parts for label in p.opens]
    assert len(opened) == len(set(opened))
