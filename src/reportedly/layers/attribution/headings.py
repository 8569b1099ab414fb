"""Colons: a headline of the form `Minister: no deal`, and a transcript's `SMITH: Good evening.`

In: a reading. Out: a draft with the colon as its cue. A headline is a first line with no full stop and few words
before its colon; a transcript's speaker is in capitals at the start of a paragraph.
"""

from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import trim

MOST_WORDS = 6


def read_headings(r: Reading) -> list[Draft]:
    """The drafts that colons make."""
    found: list[Draft] = []
    paragraph = -1
    for sentence in r.analysis.sentences:
        first_of = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        if not first_of:
            continue
        start = sentence.first
        colon = next(
            (i for i in range(start + 1, min(start + MOST_WORDS + 2, len(r.tokens))) if r.tokens[i].text == ":"), None
        )
        if colon is None or not r.same_paragraph(start, colon):
            continue
        label = range(start, colon)
        if paragraph == 0 or sentence.is_title:
            draft = headline(r, label, colon)
        else:
            draft = turn(r, label, colon)
        if draft is not None:
            found.append(draft)
    return found


def headline(r: Reading, label: range, colon: int) -> Draft | None:
    """The draft of `Minister: no deal`."""
    words = [r.tokens[i] for i in label if r.tokens[i].pos != "PUNCT"]
    named = any(t.pos == "PROPN" for t in words) or all(t.text[:1].isupper() for t in words)
    if not named or any(t.pos in {"VERB", "AUX"} for t in words if t.text[:1].islower()):
        return None
    content = trim(r, range(colon + 1, end_of_paragraph(r, colon)))
    if len(content) < 3:
        return None
    return Draft(tuple(trim(r, label)), (colon,), tuple(content), colon, "headline")


def turn(r: Reading, label: range, colon: int) -> Draft | None:
    """The draft of a transcript's turn."""
    names = [r.tokens[i] for i in label if r.tokens[i].pos != "PUNCT"]
    capitals = [t for t in names if t.text.isupper() and len(t.text) > 2]
    if not capitals or any(t.text[:1].islower() for t in names):
        return None
    content = trim(r, range(colon + 1, end_of_paragraph(r, colon)))
    if len(content) < 2 or all(r.tokens[i].text.isupper() for i in content):
        return None
    return Draft(tuple(trim(r, label)), (colon,), tuple(content), colon, "turn")


def end_of_paragraph(r: Reading, index: int) -> int:
    """The token after the last of a paragraph."""
    sentences = r.analysis.sentences
    at = r.tokens[index].sentence
    paragraph = sentences[at].paragraph
    while at + 1 < len(sentences) and sentences[at + 1].paragraph == paragraph:
        at += 1
    return sentences[at].end
