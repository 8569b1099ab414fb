"""Web pages, and pieces of HTML as feeds and corpora carry them.

In: bytes of HTML (or of another markup that has paragraphs). Out: a `Document`. The article is found by trafilatura,
after sizes, depth and the number of elements have been checked, since its time grows faster than the page and it gives
nothing, without a word, for text under 300 nested elements. Captions, navigation, share links, bylines and footers are
found in the page's own markup and kept aside at the place where they stood.

Refuses, with `InputRefused`: TOO_LARGE, TOO_DEEP, TOO_MANY (elements, attributes), NO_TEXT, and what `decode` refuses.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from reportedly import limits
from reportedly.document import BlockKind, Document, Metadata
from reportedly.errors import InputRefused, Reason
from reportedly.ingest.build import build_document
from reportedly.ingest.encodings import clean, decode
from reportedly.ingest.formats import Format, beginning, root_element
from reportedly.ingest.page import page_metadata
from reportedly.ingest.source import Options, Source, digest_of

Paragraphs = list[tuple[BlockKind, str]]

_MISSING = 200
"""How many paragraphs may be sought in the page in vain; each search goes through all of it."""

_TAGS = re.compile(r"<(?:p|div|body|head|article|title|meta|br|span|h[1-6]|table|section|main)\b[^<>]*>", re.IGNORECASE)
_SIDE_TAGS = {
    "figcaption": BlockKind.CAPTION,
    "nav": BlockKind.NAVIGATION,
    "footer": BlockKind.FOOTER,
    "aside": BlockKind.MORE,
}
_MORE = re.compile(r"(?:read|see) (?:more|also|next)\b|related:|more on\b|watch:|listen:", re.IGNORECASE)
_SIDE_CLASSES = {
    "caption": BlockKind.CAPTION,
    "wp-caption-text": BlockKind.CAPTION,
    "byline": BlockKind.BYLINE,
    "share": BlockKind.SHARE,
    "sharing": BlockKind.SHARE,
    "social-share": BlockKind.SHARE,
    "sharedaddy": BlockKind.SHARE,
    "breadcrumb": BlockKind.NAVIGATION,
    "breadcrumbs": BlockKind.NAVIGATION,
    "newsletter-signup": BlockKind.MORE,
    "read-more": BlockKind.MORE,
    "related": BlockKind.MORE,
    "related-articles": BlockKind.MORE,
    "related-posts": BlockKind.MORE,
}
_BLOCKS = {"p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "pre"}
_BLOCKS |= {"section", "article", "main", "ul", "ol", "table", "tr", "body", "figure", "header", "address", "hr"}
_SILENT = {"script", "style", "noscript", "template", "iframe", "svg", "head", "object", "select", "textarea", "button"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def load_page(data: bytes, source: Source, options: Options) -> Document:
    """The article on a web page."""
    tree = parse(decode(data, source.charset))
    found = page_metadata(tree, source.url)
    sides = _sides(tree)
    paragraphs = _place(extract(tree), tree, sides)
    return build_document(
        paragraphs, source.hints, found, digest_of(data), options.check_language, not_after=source.not_after
    )


def load_fragment(data: bytes, source: Source, options: Options) -> Document:
    """The article that a piece of HTML is: every block of it, since a feed or a corpus carries nothing else."""
    tree = parse(decode(data, source.charset))
    return build_document(
        fragment_paragraphs(tree),
        source.hints,
        Metadata(),
        digest_of(data),
        options.check_language,
        not_after=source.not_after,
    )


def parse(markup: str) -> Any:
    """The root element of a page within the limits. Raises `InputRefused` as the module says."""
    from lxml import etree, html

    if len(markup) > limits.value("html_bytes"):
        raise InputRefused(Reason.TOO_LARGE, detail=f"{len(markup):,} characters of HTML")
    _refuse_attributes(markup)
    most = limits.value("html_depth")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputRefused(Reason.NO_TEXT, detail="no elements") from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise InputRefused(Reason.TOO_DEEP, detail=f"more than {most} elements deep")
    depth = count = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if len(element.attrib) > limits.value("html_attributes"):
            raise InputRefused(Reason.TOO_MANY, detail=f"{len(element.attrib):,} attributes of one element")
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > most:
            raise InputRefused(Reason.TOO_DEEP, detail=f"more than {most} elements deep")
    if count > limits.value("html_elements"):
        raise InputRefused(Reason.TOO_MANY, detail=f"{count:,} elements")
    return tree


def _refuse_attributes(markup: str) -> None:
    """Raise `InputRefused` with TOO_MANY for an element on whose attributes alone the parser would take minutes."""
    most = 10 * limits.value("html_attributes")
    for piece in markup.split(">"):
        if len(piece) > most and (tag := re.search("<[a-zA-Z]", piece)):
            count = len(re.findall(r"[\s/]+", piece[tag.start() :]))
            if count > most:
                raise InputRefused(Reason.TOO_MANY, detail=f"{count:,} attributes of one element")


def extract(tree: Any) -> Paragraphs:
    """The article's own paragraphs as trafilatura finds them. Raises `InputRefused` with NO_TEXT where it finds none."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    options = Extractor(comments=False, tables=True, links=False, images=False)
    options.format = "python"
    try:
        found = bare_extraction(tree, options=options)
    except (AttributeError, IndexError, KeyError, RuntimeError, TypeError, ValueError) as error:
        raise InputRefused(Reason.NO_TEXT, detail=f"the extractor failed: {type(error).__name__}") from error
    body = getattr(found, "body", None)
    paragraphs = [] if body is None else list(_body(body))
    if not any(kind.is_read for kind, _ in paragraphs):
        raise InputRefused(Reason.NO_TEXT)
    return paragraphs


def _body(body: Any) -> Iterator[tuple[BlockKind, str]]:
    """The paragraphs of trafilatura's tree: headings, lists, quotations, tables' rows, paragraphs."""
    for element in body:
        if element.tag == "head":
            kind = BlockKind.TITLE if element.get("rend") == "h1" else BlockKind.HEADING
            yield from _blocks(kind, element)
        elif element.tag == "list":
            for item in element.iter("item"):
                yield from _blocks(BlockKind.ITEM, item)
        elif element.tag == "table":
            for row in element.iter("row"):
                cells = (" ".join(_flat(cell)) for cell in row.iter("cell"))
                yield BlockKind.ITEM, " | ".join(filter(None, cells))
        elif element.tag == "quote" and len(element):
            yield from _body(element) if not (element.text or "").strip() else _blocks(BlockKind.PARAGRAPH, element)
        else:
            yield from _blocks(BlockKind.PARAGRAPH, element)


def _blocks(kind: BlockKind, element: Any) -> Iterator[tuple[BlockKind, str]]:
    for line in _flat(element):
        yield kind, line


def _flat(element: Any) -> list[str]:
    """The lines of an element's text: blanks folded, parted at its line breaks."""
    lines = [""]
    for event, part in _walk(element):
        if event == "break":
            lines.append("")
        else:
            lines[-1] += part
    return [folded for line in lines if (folded := " ".join(clean(line).split()))]


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    if element.text:
        yield "text", element.text
    for child in element:
        if child.tag in {"lb", "p", "br"}:
            yield "break", ""
        if isinstance(child.tag, str):
            yield from _walk(child)
        if child.tag == "p":
            yield "break", ""
        if child.tail:
            yield "text", child.tail


def _sides(tree: Any) -> list[tuple[Any, BlockKind]]:
    """The elements that the page's markup says are beside the article, outermost first, in the page's order."""
    found: list[tuple[Any, BlockKind]] = []
    inside: set[Any] = set()
    for element in tree.iter():
        parent = element.getparent()
        if parent in inside:
            inside.add(element)
        elif kind := _side(element):
            inside.add(element)
            found.append((element, kind))
    return found


def _side(element: Any) -> BlockKind | None:
    tag = element.tag
    if not isinstance(tag, str) or tag in {"html", "body", "main", "article", *_SILENT}:
        return None
    if tag in _SIDE_TAGS:
        return _SIDE_TAGS[tag]
    for name in f"{element.get('class') or ''} {element.get('role') or ''}".lower().split():
        if kind := _SIDE_CLASSES.get(name.replace("_", "-")):
            # A class on an element that holds most of an article is not about that element alone.
            return kind if sum(1 for _ in element.iter("p")) <= 3 else None
    if tag == "p" and len(element) == 1 and element[0].tag == "a" and not (element.text or "").strip():
        linked = "".join(element[0].itertext()).strip()
        return BlockKind.MORE if _MORE.match(linked) and not (element[0].tail or "").strip() else None
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return BlockKind.BYLINE
    return None


def _place(paragraphs: Paragraphs, tree: Any, sides: list[tuple[Any, BlockKind]]) -> Paragraphs:
    """The article's paragraphs with the page's asides where they stood.

    Both are looked up in the page's characters without blanks. A paragraph that lies in an aside is that aside.
    """
    page, places = _squeezed(tree, dict(sides))
    cursor, placed, missing = 0, [], 0
    for number, (kind, words) in enumerate(paragraphs):
        squeezed = "".join(words.split())
        at = page.find(squeezed, cursor) if missing < _MISSING else -1
        if at >= 0:
            cursor = at + len(squeezed)
        elif missing < _MISSING:
            missing, at = missing + 1, page.find(squeezed)
        if at >= 0 and any(start <= at and at + len(squeezed) <= end for start, end, _, _ in places):
            continue
        placed.append((at if at >= 0 else cursor, number, kind, words))
    if not any(kind.is_read for _, _, kind, _ in placed):
        return paragraphs
    # Trafilatura's order is kept: it is the page's, save where it moved something on purpose.
    result: Paragraphs = []
    waiting = [(start, kind, words) for start, _, kind, words in places if words]
    for at, _, kind, words in placed:
        while waiting and waiting[0][0] <= at:
            result.append(waiting.pop(0)[1:])
        result.append((kind, words))
    return result + [w[1:] for w in waiting]


def _squeezed(tree: Any, sides: dict[Any, BlockKind]) -> tuple[str, list[tuple[int, int, BlockKind, str]]]:
    """The page's characters without blanks, and for each aside where it lies in them, its kind and its words."""
    from lxml import etree

    parts: list[str] = []
    size, silent, starts = 0, 0, {}
    places: list[tuple[int, int, BlockKind, str]] = []

    def take(text: str | None) -> None:
        nonlocal size
        if text and not silent:
            parts.append("".join(clean(text).split()))
            size += len(parts[-1])

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            silent += element.tag in _SILENT
            if element in sides:
                starts[element] = size
            take(element.text)
        else:
            silent -= element.tag in _SILENT
            if element in sides:
                places.append((starts[element], size, sides[element], aside_words(element)))
            take(element.tail)
    return "".join(parts), places


def aside_words(element: Any) -> str:
    """The words of an aside on one line, its blocks parted by spaces."""
    return " ".join(words for _, words in fragment_paragraphs(element))[:5000]


def fragment_paragraphs(tree: Any) -> Paragraphs:
    """Every block of a piece of HTML, in order, with the kind that its element says."""
    found: Paragraphs = []
    text: list[str] = []

    def finish(kind: BlockKind) -> None:
        if words := " ".join(clean("".join(text)).split()):
            found.append((kind, words))
        text.clear()

    def visit(element: Any, kind: BlockKind) -> None:
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            return
        tag, block = element.tag, element.tag in _BLOCKS or element.tag in _SIDE_TAGS
        if block:
            finish(kind)
            kind = _kind_of(tag, kind)
        text.append(element.text or "")
        for child in element:
            if child.tag == "br":
                # One line break is a blank; two part paragraphs.
                text.append("\n" if text and not text[-1].endswith("\n") else "")
                if (
                    child.getprevious() is not None
                    and child.getprevious().tag == "br"
                    and not (child.getprevious().tail or "").strip()
                ):
                    finish(kind)
            else:
                visit(child, kind)
            text.append(child.tail or "")
        if block:
            finish(kind)

    visit(tree, BlockKind.PARAGRAPH)
    finish(BlockKind.PARAGRAPH)
    return found


def _kind_of(tag: str, outer: BlockKind) -> BlockKind:
    if not outer.is_read:
        return outer
    if tag in _SIDE_TAGS:
        return _SIDE_TAGS[tag]
    if tag in _HEADINGS:
        return BlockKind.HEADING
    return BlockKind.ITEM if tag in {"li", "dd", "dt"} or outer == BlockKind.ITEM else BlockKind.PARAGRAPH


def is_page(head: bytes, name: str) -> bool:
    """Whether an input is HTML or another markup that may hold paragraphs."""
    root = root_element(head)
    if root in {"html", "head", "body"} or beginning(head)[:15].lower().startswith(("<!doctype html", "<?xml")):
        return True
    text = beginning(head)
    return bool(root) and (
        len(_TAGS.findall(text[:20_000])) > 1 or bool(re.search(rf"</{re.escape(root)}\s*>", text, re.I))
    )


FORMATS = (
    Format("html", "a web page", recognise=is_page, load=load_page),
    Format("fragment", "a piece of HTML that is all article", recognise=lambda head, name: False, load=load_fragment),
)
