"""Paragraphs that were cut in the middle of a sentence, put together again.

In: parts with their kinds. Out: the same with such paragraphs joined by a blank. It refuses nothing; two paragraphs stay
two unless the first surely breaks off and the second surely goes on.
"""

import re

from reportedly.document import BlockKind

Parts = list[tuple[BlockKind, str]]

_BREAKS_OFF = re.compile(r"(?:[a-z]|[a-z]['’]s|,)$")
_MARKS = re.compile(r"[\"“”]")
_FEWEST_WORDS = 6
_LONGEST = 20_000
"""A paragraph of more characters is not put together further: no writer's is so long."""


def rejoined(parts: Parts) -> Parts:
    """The parts, paragraphs that break off in a sentence joined with those that go on with it."""
    joined: Parts = []
    for kind, words in parts:
        before, first = joined[-1] if joined else (None, "")
        if kind is before is BlockKind.PARAGRAPH and len(first) < _LONGEST and goes_on(first, words):
            joined[-1] = (kind, f"{first} {words}")
        else:
            joined.append((kind, words))
    return joined


def goes_on(first: str, second: str) -> bool:
    """Whether `second` goes on with a sentence in which `first` breaks off.

    It breaks off behind a small letter or a comma; it goes on with a small letter, or with the rest of a quotation that
    is still open.
    """
    tail = first[-200:]
    if not _BREAKS_OFF.search(tail) or len(first.split(maxsplit=_FEWEST_WORDS)) < _FEWEST_WORDS:
        return False
    if second.startswith(("www.", "http")) or not second[:1].isalpha():
        return False
    if second[:1].islower():
        return True
    return _open(first) and (mark := _MARKS.search(second)) is not None and _closes(second, mark)


def _open(words: str) -> bool:
    """Whether a quotation in double marks is open at the end of a paragraph."""
    if "“" in words or "”" in words:
        return words.rfind("“") > words.rfind("”")
    return words.count('"') % 2 == 1


def _closes(words: str, mark: re.Match[str]) -> bool:
    before = words[mark.start() - 1 : mark.start()]
    return mark.group() == "”" or (mark.group() == '"' and before.strip() != "" and before not in "([")
