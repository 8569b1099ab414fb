"""Quotation marks of all styles, paired across sentences and paragraphs.

In: a text and the spans of its paragraphs. Out: `Quotation`s in text order, marks included. Straight and curly, double
and single marks, guillemets, German low marks and the wires' doubled backticks are read; apostrophes, feet and inches
are told from marks. It refuses nothing: a mark that pairs with none opens a quotation that is not closed, or is passed
over where it may be an apostrophe. Time is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.document import Span
from reportedly.language.analysis import Quotation

_MARK = re.compile("``|''|[\"“”„‟«»‹›‘’‚‛'`]")
_ALL = "\"“”„‟«»‹›‘’‚‛'`"
_BEFORE_OPENING = set("([{<—–―…")
_AFTER_CLOSING = set(",.;:!?)]}>—–―…")
_ELIDED = re.compile(
    r"(?:\d|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b|bout\b|cuz\b|kay\b|nuff\b|ere\b)", re.IGNORECASE
)
_WEAK = re.compile(r"(?:[sSzxX]|[iI][nN])$")
_DEEPEST = 6
_OPENERS = {"“": "double", "„": "double", "‟": "double", "``": "double", "«": "angle", "‹": "angle", "‘": "single"}
_CLOSERS = {"”": "double", "''": "double", "»": "angle", "›": "angle"}


@dataclass
class _Open:
    """A quotation under way: `pieces` are those of earlier paragraphs, `start` where this paragraph's began."""

    family: str
    mark: str
    start: int
    parent: "_Open | None"
    pieces: list[Span] = field(default_factory=list)
    inner: int | None = None
    """Where the first quotation with the same marks opened inside this one, in this paragraph."""
    dropped: bool = False
    closed: bool = False
    depth: int = 0


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of `text`, in text order, the outer before the inner; spans are in code points.

    A quotation that is not closed and whose mark is repeated where the next paragraph begins runs on, also where the
    text has lost its paragraphs and the mark is repeated behind a full sentence; else it ends with its paragraph, or before the next quotation in the same marks, and `closed` is false. A single mark
    that is never closed is taken for an apostrophe.
    """
    every: list[_Open] = []
    stack: list[_Open] = []
    for number, paragraph in enumerate(paragraphs):
        stack = _Paragraph(text, paragraph, stack, every).read()
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        stack = _carry(text, paragraph, following, stack)
    return tuple(_finished(text, every))


def _carry(text: str, paragraph: Span, following: Span | None, stack: list[_Open]) -> list[_Open]:
    """Of what is open at a paragraph's end, those that run on; the others end here."""
    running = _reopened(text, following, stack) if following else 0
    cut = paragraph.end
    for place, quotation in enumerate(stack):
        if quotation.inner is not None and place >= running:
            cut = min(cut, quotation.inner)
        end = cut if quotation.start < cut else paragraph.end
        end = quotation.start + len(text[quotation.start : end].rstrip())
        quotation.pieces.append(Span(quotation.start, end))
        if place >= running and (quotation.family == "single" or end - quotation.start < 2):
            quotation.dropped = True
    return stack[:running]


def _reopened(text: str, following: Span, stack: list[_Open]) -> int:
    """How many of the open quotations have their marks repeated where the next paragraph begins."""
    place = following.start
    for count, quotation in enumerate(stack):
        mark = _MARK.match(text, place, following.end)
        if quotation.inner is not None or not mark or not _repeats(mark.group(), quotation):
            return count
        place = mark.end()
    return len(stack)


def _repeats(mark: str, quotation: _Open) -> bool:
    return (
        mark == quotation.mark or (mark in '"“' and quotation.mark in '"“') or (mark in "'‘" and quotation.mark in "'‘")
    )


class _Paragraph:
    """The marks of one paragraph, read from left to right."""

    def __init__(self, text: str, span: Span, stack: list[_Open], every: list[_Open]) -> None:
        self.text, self.span, self.stack, self.every = text, span, stack, every
        self.marks = [(m.group(), m.start(), m.end()) for m in _MARK.finditer(text, span.start, span.end)]
        self.strong_ahead, self.any_ahead = self._closers_ahead()

    def read(self) -> list[_Open]:
        """What is still open at the end of the paragraph, outermost first."""
        reopening = 0
        for number, (mark, start, end) in enumerate(self.marks):
            if reopening < len(self.stack) and number == reopening and self.stack[reopening].pieces:
                self.stack[reopening].start = start
                reopening += 1
            elif mark in "'’‘‚‛`":
                self._single(number, mark, start, end)
            elif mark == '"' or (mark in "”»›''" and not self._is_open(_CLOSERS[mark])):
                self._straight(mark, start, end)
            elif mark in _CLOSERS or (mark == "“" and self._closes_upside_down(start, end)):
                self._close(_CLOSERS.get(mark, "double"), start, end)
            elif mark in "«‹" and self._is_open("angle") and self.stack[-1].mark in "»›":
                self._close("angle", start, end)
            else:
                self._open(_OPENERS[mark], mark, start)
        return self.stack

    def _straight(self, mark: str, start: int, end: int) -> None:
        """A mark that looks the same at both ends, or a closing one where nothing is open."""
        family = "angle" if mark in "»›" else "double"
        before, after = self._around(start, end)
        opens = self._space(before) or before in _BEFORE_OPENING
        closes = self._space(after) or (after in _AFTER_CLOSING and not self.text.startswith(("...", "…"), end))
        if mark != '"':
            if opens and not closes and before not in _BEFORE_OPENING:
                self._open(family, mark, start)
        elif opens and not closes and before not in "—–―…":
            self._open(family, mark, start)
        elif self._is_open(family):
            self._close(family, start, end)
        elif opens or not closes:
            self._open(family, mark, start)

    def _single(self, number: int, mark: str, start: int, end: int) -> None:
        before, _ = self._around(start, end)
        previous, following = self._char(start - 1), self._char(end)
        if previous.isalnum() and following.isalnum():
            return
        inside = bool(self.stack) and self.stack[-1].family == "single"
        if mark in "’'" and inside and not self._space(previous) and not following.isalnum():
            if self._strong(start, end) or not self.strong_ahead[number]:
                self._close("single", start, end)
            return
        may_open = (self._space(before) or before in _BEFORE_OPENING) and not self._space(following)
        if mark == "’" or not may_open or following in _AFTER_CLOSING or _ELIDED.match(self.text, end):
            return
        if inside and mark == "'":
            return
        if self.any_ahead[number] or mark == "‘":
            if inside:
                self.stack.pop().dropped = True
            self._open("single", mark, start)

    def _strong(self, start: int, end: int) -> bool:
        """Whether a single mark that may close surely does: it is no plural's or dropped letter's apostrophe."""
        if not _WEAK.search(self.text, max(self.span.start, start - 2), start):
            return True
        return not (self._char(end).isspace() and self._char(end + 1).isalnum())

    def _closers_ahead(self) -> tuple[list[bool], list[bool]]:
        """For each mark, whether a single mark that surely closes, and one that may, stands behind it before the next opens."""
        count = len(self.marks)
        strong, some = [False] * count, [False] * count
        strong_seen = any_seen = False
        for number in range(count - 1, -1, -1):
            mark, start, end = self.marks[number]
            strong[number], some[number] = strong_seen, any_seen
            if mark not in "’'‘":
                continue
            previous, following = self._char(start - 1), self._char(end)
            opening = mark == "‘" or (self._space(previous) and following.isalnum())
            if opening and not previous.isalnum() and not _ELIDED.match(self.text, end):
                strong_seen = any_seen = False
            elif mark != "‘" and not self._space(previous) and not following.isalnum():
                any_seen = True
                strong_seen = strong_seen or self._strong(start, end)
        return strong, some

    def _open(self, family: str, mark: str, start: int) -> None:
        if len(self.stack) >= _DEEPEST:
            return
        if self.stack and self.stack[-1].family == family and self._runs_on(mark, start):
            return
        parent = self.stack[-1] if self.stack else None
        for outer in self.stack:
            if outer.mark == mark and outer.inner is None:
                outer.inner = start
        self.stack.append(_Open(family, mark, start, parent))
        self.every.append(self.stack[-1])

    def _runs_on(self, mark: str, start: int) -> bool:
        """Whether a mark that opens again behind a full sentence goes on with what is open: paragraphs run together."""
        before = self.text[max(self.span.start, start - 3) : start].rstrip()
        return mark == self.stack[-1].mark and before.endswith((".", "!", "?", "…"))

    def _close(self, family: str, start: int, end: int) -> None:
        """Ends the innermost quotation of `family`; what is open inside it ends too (a single mark was an apostrophe)."""
        while self.stack[-1].family != family:
            inner = self.stack.pop()
            inner.dropped = inner.family == "single"
            inner.pieces.append(Span(inner.start, start))
        quotation = self.stack.pop()
        quotation.pieces.append(Span(quotation.start, end))
        quotation.closed = True

    def _is_open(self, family: str) -> bool:
        return any(q.family == family for q in self.stack)

    def _closes_upside_down(self, start: int, end: int) -> bool:
        """Whether “ closes: after a German low mark, or set by mistake where only a closing mark can stand."""
        mark = next((q.mark for q in reversed(self.stack) if q.family == "double"), "")
        stands = not self._space(self._char(start - 1)) and self._space(self._char(end))
        return mark in ("„", "‟") or (mark != "" and stands)

    def _char(self, at: int) -> str:
        return self.text[at] if self.span.start <= at < self.span.end else ""

    @staticmethod
    def _space(char: str) -> bool:
        return not char or char.isspace()

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """The characters before and behind a mark, other marks passed over."""
        before, after = start - 1, end
        for _ in range(3):
            before -= self._char(before) in _ALL and self._char(before) != ""
            after += self._char(after) in _ALL and self._char(after) != ""
        return self._char(before), self._char(after)


def _finished(text: str, every: Sequence[_Open]) -> Iterator[Quotation]:
    for quotation in every:
        _trim_crossed(text, quotation)
    for quotation in every:
        if quotation.dropped or not quotation.pieces:
            quotation.dropped = True
            continue
        above = quotation.parent
        while above and (above.dropped or above.pieces[-1].end < quotation.pieces[-1].end):
            above = above.parent
        quotation.depth = above.depth + 1 if above else 0
        yield Quotation(tuple(quotation.pieces), quotation.depth, quotation.closed)


def _trim_crossed(text: str, quotation: _Open) -> None:
    """Ends the unclosed quotations around this one before it, where they would end inside it."""
    above = quotation.parent
    while above and not quotation.dropped and quotation.pieces:
        whole = Span(quotation.pieces[0].start, quotation.pieces[-1].end)
        last = above.pieces[-1] if above.pieces else whole
        if not above.dropped and whole.start < last.end < whole.end:
            last = Span(last.start, last.start + len(text[last.start : whole.start].rstrip()))
            above.pieces[-1] = last
            above.dropped = len(above.pieces) == 1 and last.end - last.start < 2
        above = above.parent
