"""Plain text to paragraphs, and a plain text's characters to a `Document`.

In: a text as read from a file, a corpus or a person. Out: its paragraphs with their kinds, or a `Document`. Lines that
were broken to a width are joined again; a text whose paragraphs are a line each keeps its characters. Marks of Markdown,
as programs that save pages write them, are read and taken off. The first line is the title where it looks like one. It
refuses nothing itself; `build_document` refuses what is no article.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

from reportedly.document import BlockKind, Document, Metadata, digest
from reportedly.errors import Misuse
from reportedly.ingest.boilerplate import ADDRESS, Part, kinds_of
from reportedly.ingest.build import build_document
from reportedly.ingest.dateline import find_dateline, reads_as_dateline
from reportedly.ingest.encodings import clean

_MARKDOWN = re.compile(
    r"^#{1,6} \S|^(?:\*\*|__)\S.*\S(?:\*\*|__)$|!?\[[^\]\[\n]{0,300}\]\([^()\s]{1,1000}\)|<https?://[^>\s]+>",
    re.MULTILINE,
)
_RULE = re.compile(r"(?:[-–—_*=~•·#] ?){3,}")
_HEADING = re.compile(r"(#{1,6}) +(.*)")
_IMAGE = re.compile(r"!\[([^\]\[\n]{0,1000})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\[\n]{1,1000})\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,1000}(?: \"[^\"\n]*\")?\)")
_BULLET = re.compile(r"(?:[-*+•▪‣◦]|\d{1,3}[.)]) +(?=\S)")
_STRONG = re.compile(r"(\*\*\*|\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = (
    re.compile(r"(?<!\*)\*{1,3}(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*{1,3}(?!\*)"),
    re.compile(r"(?<![\w_])_{1,3}(?=[^\s_])([^_\n]+?)(?<=[^\s_])_{1,3}(?![\w_])"),
)
_WORD_CUT = re.compile(r"(\w*[a-z])-$")

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?:\s|$)")
_TITLE_CHARACTERS, _TITLE_WORDS = 200, 30
_WIDEST = 120
"""Lines longer than this many characters were not broken by hand or by a mailer."""


def from_text(text: str, check_language: bool = True, **metadata: Any) -> Document:
    """The document that a plain text makes. `metadata` are fields of `Metadata`, such as `outlet` or `published`.

    Raises `Misuse` for a field that does not exist and `InputRefused` as `build_document` does.
    """
    known = {f.name for f in fields(Metadata)}
    if wrong := sorted(set(metadata) - known):
        raise Misuse(f"there is no metadata field {wrong[0]!r}; there are {', '.join(sorted(known))}")
    return build_document(text_paragraphs(text), Metadata(**metadata), Metadata(), digest(text), check_language)


def text_paragraphs(text: str) -> list[tuple[BlockKind, str]]:
    """The paragraphs of a plain text, in order, each with its kind; its title, where it has one, is one of them."""
    text = clean(text)
    marked = bool(_MARKDOWN.search(text))
    parts = list(_parts(_unwrapped(text), marked))
    kinds = kinds_of(parts)
    parts = [replace(part, kind=kind) for part, kind in zip(parts, kinds, strict=True)]
    return [(p.kind, p.words) for p in _with_title(parts)]


def _unwrapped(text: str) -> Iterator[str]:
    """The paragraphs: lines of their own, or lines joined where they were broken to a width."""
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    width = _width(groups)
    if not width:
        yield from (line.strip() for group in groups for line in group)
        return
    whole_words = set(re.findall(r"\w+", text)) if re.search(r"[a-z]-\n", text) else set()
    for group in filter(None, groups):
        yield from _joined(group, width, whole_words)


def _width(groups: list[list[str]]) -> int:
    """The width that the text's lines were broken to; 0 where each line is a paragraph."""
    inner = [(line, after) for group in groups for line, after in pairwise(group)]
    inner = [(a, b) for a, b in inner if not _stands_alone(a) and not _stands_alone(b)]
    if not inner:
        return 0
    width = max(len(a) for a, _ in inner)
    running = sum(1 for a, _ in inner if not a.rstrip("\"”’')").endswith((".", "!", "?", ":")))
    full = sum(1 for a, b in inner if len(a) + 1 + len(b.split()[0]) > width * 0.8)
    return width if width <= _WIDEST and running >= len(inner) * 0.6 and full >= len(inner) * 0.6 else 0


def _stands_alone(line: str) -> bool:
    """Whether a line is a paragraph whatever its neighbours are: a heading, a rule, an item, an address."""
    bare = line.strip()
    return bool(
        _HEADING.fullmatch(bare) or _RULE.fullmatch(bare) or _BULLET.match(bare) or ADDRESS.fullmatch(bare)
    )  # fmt: skip


def _joined(group: list[str], width: int, whole_words: set[str]) -> Iterator[str]:
    """The paragraphs of lines that stand together: one begins at an indent, and behind a short line that ends a sentence."""
    indent = min(len(line) - len(line.lstrip()) for line in group)
    words: list[str] = []
    for number, line in enumerate(group):
        before, bare = group[number - 1] if number else "", line.strip()
        begins = len(line) - len(line.lstrip()) > indent and not before[:1].isspace()
        ended = len(before) < width * 0.7 and before.endswith((".", "!", "?", ".”", '."', "?”", '?"'))
        if words and (begins or ended or _stands_alone(line) or _stands_alone(before)):
            yield "".join(words)
            words = []
        cut = _WORD_CUT.search(words[-1]) if words else None
        following = re.match(r"[a-z]+", bare)
        if cut and following:
            if cut.group(1) + following.group() in whole_words:
                words[-1] = words[-1][:-1]
        elif words:
            words.append(" ")
        words.append(bare)
    yield "".join(words)


def _parts(paragraphs: Iterator[str], marked: bool) -> Iterator[Part]:
    """Paragraphs as parts, the marks of Markdown read where the text has such marks."""
    ruled = False
    for words in paragraphs:
        if _RULE.fullmatch(words):
            ruled = True
            continue
        part = _read_marks(words) if marked else Part(BlockKind.PARAGRAPH, words)
        if part.words:
            yield replace(part, ruled=ruled)
            ruled = False


def _read_marks(words: str) -> Part:
    kind, strong = BlockKind.PARAGRAPH, False
    if heading := _HEADING.fullmatch(words):
        kind = BlockKind.TITLE if len(heading[1]) == 1 else BlockKind.HEADING
        words = heading[2].rstrip(" #")
    elif image := _IMAGE.fullmatch(words):
        return Part(BlockKind.IMAGE, image[1] or words)
    elif bullet := _BULLET.match(words):
        kind, words = BlockKind.ITEM, words[bullet.end() :]
    elif words.startswith("> "):
        words = words.lstrip("> ")
    words = _LINK.sub(r"\1", _IMAGE.sub("", words)).strip()
    if emphasised := _STRONG.fullmatch(words):
        strong, words = True, emphasised[2]
    for pattern in _EMPHASIS:
        words = pattern.sub(r"\1", words)
    return Part(kind, words.strip(), strong)


def _with_title(parts: list[Part]) -> list[Part]:
    """The parts with their title marked: the first heading of the first rank, else the first line if it looks like one."""
    titles = [i for i, p in enumerate(parts) if p.kind is BlockKind.TITLE]
    if titles:
        return [replace(p, kind=BlockKind.HEADING) if i in titles[1:] else p for i, p in enumerate(parts)]
    read = [i for i, p in enumerate(parts) if p.kind.is_read]
    if len(read) > 1 and parts[read[0]].kind is not BlockKind.ITEM:
        first, following = parts[read[0]], [parts[i].words for i in read[1:4]]
        if _looks_like_title(first.words, following):
            parts = [replace(p, kind=BlockKind.TITLE) if p is first else p for p in parts]
    return parts


def _looks_like_title(line: str, following: list[str]) -> bool:
    """Whether a first line is a title: short, no sentence with a full stop, and longer paragraphs follow."""
    words = line.split()
    if len(line) > _TITLE_CHARACTERS or len(words) > _TITLE_WORDS or reads_as_dateline(line) or ADDRESS.search(line):
        return False
    bare = line.rstrip("\"”’') ")
    if bare.endswith((",", ":", ";", "-", "—")) or max(map(len, following)) < len(line) * 1.3:
        return False
    if find_dateline(following[0]):
        return True
    if not any(_SENTENCE_END.search(f) for f in following):
        return False
    if bare.endswith(".") and not re.search(r"\b(?:[A-Z]\.){2,}$", bare):
        long_words = [w for w in words if len(w) > 3 and w[:1].isalpha()]
        return len(long_words) > 1 and sum(w[0].isupper() for w in long_words) >= len(long_words) * 0.8
    return True
