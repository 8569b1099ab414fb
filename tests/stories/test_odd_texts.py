"""Texts that are no article, or hardly one: what is found is empty or sound, and always inside the text."""

import pytest

import reportedly
from reportedly.document import Block, BlockKind, Document, Metadata, Span

SAID = "Ana Brun, the minister of Sorrowdale, said on Monday that the dam at Port Olm had failed. "
ODD = {
    "no cue and no quotation": "The table is made of oak. It stands in the hall. Rain fell on the hills all day. " * 4,
    "marks that never close": "“The dam has failed, Ana Brun said. “Nobody came. The river rose. " * 6,
    "capitals": SAID.upper() * 4,
    "a transcript": "BRUN: The dam has failed.\nRAHN: Who says so?\nBRUN: The ministry says so.\n" * 5,
    "a live blog": "".join(f"{h}:05 GMT\n{SAID}\nMore soon.\n" for h in range(10, 18)),
    "one word": "Yes",
    "marks alone": "“ ” ‘ ’ — … ? !",
    "one letter a line": "\n".join("dam failed") + "\n",
    "a cue alone": "said said said said said said said",
}


def document(text):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return Document(text, tuple(blocks), Metadata(language="en"))


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_gives_a_sound_record(name):
    record = reportedly.read(document(ODD[name]))
    assert list(record.problems()) == []
    again = reportedly.read(document(ODD[name]))
    assert again.as_json() == record.as_json()


def test_a_text_without_a_cue_has_no_attribution():
    assert reportedly.read(document(ODD["no cue and no quotation"])).attributions == ()


def test_every_line_of_a_transcript_is_its_speakers_own():
    text = ODD["a transcript"]
    record = reportedly.read(document(text))
    sources = {record.document.words(a.source) for a in record.attributions if a.source}
    assert sources <= {"BRUN", "RAHN", "The ministry"}
    assert {"BRUN", "RAHN"} <= sources


def test_marks_that_never_close_do_not_swallow_the_text():
    record = reportedly.read(document(ODD["marks that never close"]))
    longest = max((sum(s.end - s.start for s in a.content) for a in record.attributions), default=0)
    assert longest < len(ODD["marks that never close"]) / 2
