"""What of an article's page is no part of the article: captions, links, share buttons, bylines, footers.

In: paragraphs with what their marks say of them. Out: their kinds. The rules are `knowledge/boilerplate.toml`, each of
which must match the whole of a paragraph, and three that look at neighbours: the words under a picture, a byline among
the first or last paragraphs, and the short lines behind the last rule of a page. It refuses nothing; what no rule names
is a paragraph, since a real one that vanishes is worse than a link that stays.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly import knowledge
from reportedly.document import BlockKind
from reportedly.errors import KnowledgeError
from reportedly.ingest.dateline import reads_as_dateline

ADDRESS = re.compile(r"<?(https?://[^\s<>]+|www\.[^\s<>]+\.[^\s<>]+)>?")
DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?MONTH,?|"
    r"MONTH \d{1,2}(?:st|nd|rd|th)?,?) (?:1[89]|20)\d\d|(?:1[89]|20)\d\d-\d\d-\d\d"
).replace("MONTH", r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?")
NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|del|van|von|der|den|di|da|al|el|bin|ibn|la|le)){1,4}"
CREDIT = r"(?-i:[A-Z][\w.'’-]*(?:(?: |/|, | / | and | for | via | of | the | & )[A-Z][\w.'’-]*){0,7})"

_READ = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM}
_AT_THE_TOP, _AT_THE_END = 5, 4
_CAPTION_WORDS, _FOOTER_WORDS = 30, 12


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: its kind as far as its marks tell, whether all of it is emphasised, and whether a rule stands before it."""

    kind: BlockKind
    words: str
    strong: bool = False
    ruled: bool = False


@cache
def _rules() -> tuple[tuple[BlockKind, re.Pattern[str]], ...]:
    table, rules = knowledge.load("boilerplate"), []
    for kind in BlockKind:
        if not table.get(kind):
            continue
        forms = "|".join(f"(?:{form})" for form in table[kind]).replace("@CREDIT@", CREDIT)
        try:
            pattern = re.compile(forms.replace("@DATE@", f"(?:{DATE})").replace("@NAME@", NAME), re.IGNORECASE)
        except re.error as error:
            raise KnowledgeError(f"boilerplate.toml: the forms of {kind}: {error}") from error
        rules.append((kind, pattern))
    return tuple(rules)


def kinds_of(parts: Sequence[Part]) -> list[BlockKind]:
    """The kind of each part; what is already sorted out, and titles, stay as they are."""
    foot = _foot(parts)
    kinds: list[BlockKind] = []
    read = [i for i, p in enumerate(parts) if p.kind in _READ]
    near = {*read[:_AT_THE_TOP], *read[-_AT_THE_END:]} if len(read) > 1 else set()
    for i, part in enumerate(parts):
        kind = part.kind
        if kind in _READ:
            kind = BlockKind.FOOTER if i >= foot else _by_rule(part, i in near, i >= len(parts) // 2)
            if kind in _READ and kinds and kinds[-1] is BlockKind.IMAGE and _is_caption(part):
                kind = BlockKind.CAPTION
        kinds.append(kind)
    return kinds


def _by_rule(part: Part, near_an_end: bool, late: bool) -> BlockKind:
    words = " ".join(part.words.split()).strip("*_ ")
    if len(words) > knowledge.load("boilerplate")["longest"]:
        return part.kind
    if reads_as_dateline(words):
        return part.kind
    if ADDRESS.fullmatch(words):
        return BlockKind.FOOTER if late else BlockKind.MORE
    for kind, pattern in _rules():
        if (kind is not BlockKind.BYLINE or near_an_end) and pattern.fullmatch(words):
            return kind
    return part.kind


def _is_caption(part: Part) -> bool:
    """Whether the words behind a picture's place are its caption: few, and no sentence."""
    return len(part.words.split()) <= _CAPTION_WORDS and part.words.rstrip("*_ ")[-1:] not in '.!?”"’:'


def _foot(parts: Sequence[Part]) -> int:
    """Where the page's foot begins: behind its last rule, if only short lines that are no sentences follow."""
    last = max((i for i, p in enumerate(parts) if p.ruled), default=len(parts))
    lines = [p for p in parts[last:] if p.kind in _READ]
    if not lines or last < len(parts) / 2 or len(lines) > 8:
        return len(parts)
    short = all(
        ADDRESS.search(p.words) or (len(p.words.split()) <= _FOOTER_WORDS and not _ends(p.words)) for p in lines
    )
    return last if short else len(parts)


def _ends(words: str) -> bool:
    return words.rstrip('*_ "”’)')[-1:] in (".", "!", "?", "…")
