"""Where an article's sentences begin and end, for exports, which load no language pipeline.

In: a `Document`. Out: spans that follow each other and cover its blocks. The rules are those of `language.sentences` on
plain characters: a sentence ends behind `.`, `?`, `!` or `…` and closing marks, unless a small letter follows, or the stop
belongs to a title, an initial, a numbering word or an abbreviation (`knowledge/sentences.toml`). Where they leave doubt
they do not split. A block's end is a sentence's end. Refuses nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from reportedly import knowledge
from reportedly.document import Document, Span

_STOP = re.compile("(?P<stop>[.!?…])[\"'”’»)\\]]{0,4}(?P<gap>\\s+)[\"'“‘«(\\[]{0,4}(?P<next>\\w*)")
_LONGEST = 20
"""Characters before a stop that can be an abbreviation."""


def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of a document in order; one that is empty has one, which is empty."""
    text = document.text
    blocks = [b.span for b in document.body() if b.span.start < b.span.end] or [Span(0, len(text))]
    return tuple(s for block in sorted(blocks) for s in _cut(text, block))


def _cut(text: str, block: Span) -> Iterator[Span]:
    begin, at = block.start, block.start
    while stop := _STOP.search(text, at, block.end):
        if _ends(text, stop):
            yield Span(begin, stop.start("gap"))
            begin = stop.end("gap")
        # The word behind a stop may end in the next one: "No. 3".
        at = stop.end("gap")
    yield Span(begin, block.end)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at a stop."""
    following = stop["next"]
    if not following or following[0].islower():
        return False
    if stop["stop"] != ".":
        return True
    before = text[max(0, stop.start() - _LONGEST) : stop.start()]
    word = re.split(r"[^\w.]", before)[-1].lower()
    if word in _words("titles") or (len(word) == 1 and word.isalpha()):
        return False
    if word in _words("before_numbers") and following[0].isdigit():
        return False
    return word not in _words("before_names") or following.lower() in _words("starters")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(knowledge.load("sentences")[name])
