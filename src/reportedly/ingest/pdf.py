"""PDF files: lines on pages to paragraphs.

In: the bytes of a PDF. Out: a `Document`. A PDF has characters at places and no paragraphs; those are made from the
distance between lines, indents, short last lines and sizes of type. A word parted at the end of a line is joined,
unless the file elsewhere writes it with its hyphen. A line that returns on most pages is a header or footer.

Refuses, with `InputRefused`: ENCRYPTED, MALFORMED, TRUNCATED, TOO_MANY (pages), NO_TEXT.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from reportedly import limits
from reportedly.document import BlockKind, Document, Metadata
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.build import build_document
from reportedly.ingest.encodings import clean
from reportedly.ingest.formats import Format
from reportedly.ingest.source import Options, Source, digest_of

HYPHEN = "\u2010"
"""Stands for a hyphen that parts a word at a line's end, until the next line is known."""

_PARTED = {0x2, 0xFFFE}
"""What pdfium gives for such a hyphen, in place of the line's end."""

_END = re.compile(r"""[.!?:]["'”’)\]]*$""")
_NUMBER = re.compile(r"(?:page )?\W*\d{1,4}\W*", re.IGNORECASE)
_JUNK_TITLE = re.compile(r"^(?:untitled|microsoft word|.*\.(?:docx?|indd|qxd|pdf|tmp|rtf)$|\W*$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, where it lies (in points, from the page's lower left) and its size of type."""

    words: str
    page: int
    left: float
    right: float
    base: float
    size: float


def load_pdf(data: bytes, source: Source, options: Options) -> Document:
    """The article in a PDF."""
    lines, title = _read(data)
    paragraphs = list(_paragraphs(_without_running(lines)))
    if not any(kind.is_read for kind, _ in paragraphs):
        raise InputRefused(Reason.NO_TEXT, detail="its pages may be pictures")
    kinds = [kind for kind, _ in paragraphs]
    found = Metadata(title=paragraphs[kinds.index(BlockKind.TITLE)][1] if BlockKind.TITLE in kinds else title)
    return build_document(
        paragraphs, source.hints, found, digest_of(data), options.check_language, not_after=source.not_after
    )


def _read(data: bytes) -> tuple[list[Line], str]:
    """The lines of all pages and the title in the file's own description."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise InputRefused(Reason.ENCRYPTED) from error
        cut = b"%%EOF" not in data[-2048:]
        raise InputRefused(Reason.TRUNCATED if cut else Reason.MALFORMED, detail="pdfium cannot open it") from error
    try:
        pages = len(document)
        if pages > limits.value("pdf_pages"):
            raise InputRefused(Reason.TOO_MANY, detail=f"{pages:,} pages")
        lines: list[Line] = []
        size = 0
        for number in range(pages):
            lines += (found := _page(document, number))
            size += sum(len(line.words) for line in found)
            if size > limits.value("article_characters"):
                raise InputRefused(Reason.TOO_LARGE, detail=f"more than {size:,} characters")
        title = " ".join(clean(document.get_metadata_value("Title")).split())
        return lines, "" if _JUNK_TITLE.match(title) else title
    finally:
        document.close()


def _page(document: Any, number: int) -> list[Line]:
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []  # one broken page; the others may hold the article
    try:
        return list(_lines(text, number))
    finally:
        text.close()
        page.close()


def _lines(text: Any, number: int) -> Iterator[Line]:
    """The lines of a page. Blanks and line ends are pdfium's own guesses from the distances of characters."""
    import ctypes

    from pypdfium2 import raw

    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    words: list[int] = []
    lefts: list[float] = []
    rights: list[float] = []
    bases: list[float] = []
    sizes: list[float] = []

    def finish() -> Iterator[Line]:
        line = _characters(words)
        if line.strip() and lefts:
            yield Line(" ".join(line.split()), number, min(lefts), max(rights), median(bases), median(sizes))
        for values in (words, lefts, rights, bases, sizes):
            values.clear()

    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _PARTED:
            words.append(ord(HYPHEN))
        if code in _PARTED or code in {10, 13}:
            yield from finish()
            continue
        words.append(code)
        if code > 32 and raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            lefts.append(left.value)
            rights.append(right.value)
            bases.append(y.value)
            sizes.append(raw.FPDFText_GetFontSize(text, index))
    yield from finish()


def _characters(codes: list[int]) -> str:
    """Characters from pdfium's codes, which may be halves of a pair."""
    return clean("".join(chr(code) for code in codes if code < 0x110000))


def _without_running(lines: list[Line]) -> list[tuple[Line, bool]]:
    """Each line and whether it is read: not so a page's number, and what returns at its edge on most pages."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges: Counter[tuple[str, int]] = Counter()
    for page in by_page.values():
        heights = sorted(page, key=lambda line: line.base)
        edges.update({_place(line) for line in (*heights[:2], *heights[-2:])})
    running = {place for place, count in edges.items() if len(by_page) > 2 and count > len(by_page) / 2}
    return [(line, _place(line) not in running and not _NUMBER.fullmatch(line.words)) for line in lines]


def _place(line: Line) -> tuple[str, int]:
    """A line's words, numbers aside, and its height: the same on each page for a header or footer."""
    return re.sub(r"\d+", "0", line.words), round(line.base / 4)


def _paragraphs(lines: list[tuple[Line, bool]]) -> Iterator[tuple[BlockKind, str]]:
    read = [line for line, is_read in lines if is_read]
    if not read:
        return
    weights = [line.size for line in read for _ in range(max(1, len(line.words) // 10))]
    body = median(weights)
    steps = [a.base - b.base for a, b in pairwise(read) if a.page == b.page and a.base > b.base]
    step = median(steps) if steps else body * 1.2
    column = sorted(line.right for line in read)[int(len(read) * 0.9)]
    hyphenated = set(re.findall(r"\w+-\w+", " ".join(line.words for line in read)))
    group: list[Line] = []
    titled = False
    for line, is_read in [*lines, (None, True)]:
        if line is not None and not is_read:
            yield BlockKind.FOOTER, line.words.replace(HYPHEN, "-")
            continue
        if group and (line is None or _begins(group[-1], line, step, column, body)):
            kind = _kind(group, body, titled)
            titled = titled or kind == BlockKind.TITLE
            yield kind, _join(group, hyphenated)
            group = []
        if line is not None:
            group.append(line)


def _kind(group: list[Line], body: float, titled: bool) -> BlockKind:
    large = median(line.size for line in group) > body * 1.15 and len(group) <= 4
    if not large:
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING if titled or group[0].page > 0 else BlockKind.TITLE


def _begins(before: Line, line: Line, step: float, column: float, body: float) -> bool:
    """Whether `line` begins a paragraph after `before`."""
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return True
    ended = bool(_END.search(before.words))
    gap = before.base - line.base
    if before.page != line.page or gap < -0.5 * step:
        return ended  # the next page or column
    if gap > 1.35 * max(step, 1.05 * min(before.size, 2 * body)):
        return True
    indented = line.left - before.left
    return ended and (0.8 * body < indented < 6 * body or before.right < column - 0.15 * abs(column))


def _join(group: list[Line], hyphenated: set[str]) -> str:
    """The words of lines as one paragraph, words that a line's end parts joined."""
    text = ""
    for line in group:
        words = line.words
        if text.endswith((HYPHEN, "-")) and re.search(r"\w.$", text) and words[:1].islower():
            first, second = re.search(r"(\w+).$", text), re.match(r"\w+", words)
            kept = first and second and f"{first[1]}-{second[0]}" in hyphenated
            text = text[:-1] + ("-" if kept else "") + words
        else:
            text = text.replace(HYPHEN, "-") + (" " if text else "") + words
    return text.replace(HYPHEN, "-")


def is_pdf(head: bytes, name: str) -> bool:
    """Whether the mark of a PDF stands in the first 1,024 bytes, where readers look for it."""
    return b"%PDF-" in head[:1024]


FORMATS = (Format("pdf", "a PDF with text", recognise=is_pdf, load=load_pdf),)
