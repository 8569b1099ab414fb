"""A paragraph as a parser wants it, and the way back: which characters of the article each of its characters stands for.

In: a text and a span of it. Out: pieces of clean text, each with the start and end in the article of every character. White
space is one blank, characters that are not seen are gone, what cannot be written is a replacement character, a run of
more than `LONGEST_WORD` characters without a blank is one letter (no language needs it, and a tokenizer's time grows
with its square), and pieces are no longer than asked. It refuses nothing.
"""

import re
from dataclasses import dataclass

from reportedly.document import Span

LONGEST_WORD = 200

_UNSEEN = r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
"""Controls, soft hyphens, joiners, marks of direction: all that has no shape and is no white space."""
_ODD = re.compile(rf"(?<!\S)\S{{{LONGEST_WORD + 1},}}|\s{{2,}}|[^\S ]|[\ud800-\udfff]|{_UNSEEN}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Clean text; its character `i` stands for the article's characters `starts[i]` to `ends[i]`."""

    text: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> Span:
        """Where characters `start` to `end` of the clean text stand in the article."""
        return Span(self.starts[start], self.ends[end - 1])


def clean(text: str, span: Span, longest: int) -> list[Piece]:
    """The pieces of `text` within `span`, none of them longer than `longest` code points, cut at blanks."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(words: str, start: int, end: int) -> None:
        """Takes over `words` as they are, or one character that stands for several."""
        if words[:1] == " " and (not chars or chars[-1] == " "):
            words, start = words[1:], start + 1
        if len(words) == 1:
            chars.append(words)
            starts.append(start)
            ends.append(end)
        else:
            chars.extend(words)
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))

    at = span.start
    for odd in _ODD.finditer(text, span.start, span.end):
        put(text[at : odd.start()], at, odd.start())
        at, found = odd.end(), odd.group()
        if found.isspace():
            put(" ", odd.start(), at)
        elif len(found) > LONGEST_WORD:
            put("x", odd.start(), at)
        elif "\ud800" <= found <= "\udfff":
            put("\ufffd", odd.start(), at)
    put(text[at : span.end], at, span.end)
    return _cut(Piece("".join(chars).rstrip(" "), starts, ends), longest)


def _cut(piece: Piece, longest: int) -> list[Piece]:
    """The piece in parts of at most `longest` characters, each ending behind a full stop where one is near the end."""
    parts, at = [], 0
    while at < len(piece.text):
        end = at + longest
        if end < len(piece.text):
            near = piece.text.rfind(". ", at + longest // 2, end) + 1
            end = near or piece.text.rfind(" ", at + 1, end) + 1 or end
            end = max(end, at + 1)
        part = piece.text[at:end].rstrip()
        if part:
            parts.append(Piece(part, piece.starts[at : at + len(part)], piece.ends[at : at + len(part)]))
        at = end
        while piece.text[at : at + 1] == " ":
            at += 1
    return parts
