"""What an article says of itself beside its story: title, outlet, agency, byline, address.

In: paragraphs with their kinds, and the metadata that were given and found. Out: `Metadata`. What is given wins over
what the page carries, and that over what is read from the words. It refuses nothing; what nobody says is empty.
"""

import re
from collections.abc import Sequence
from dataclasses import fields

from reportedly.document import Basis, BlockKind, Metadata
from reportedly.ingest.boilerplate import ADDRESS, NAME
from reportedly.ingest.dateline import agency_name, is_known_agency

Paragraphs = Sequence[tuple[BlockKind, str]]

_BY = re.compile(
    rf"(?:(?:written|reported|posted|published|compiled) )?by:? (?-i:(?P<names>{NAME}(?:(?:, and|,| and| &| with) {NAME})*))",
    re.IGNORECASE,
)
_BY_FIRST = re.compile(rf"By (?P<names>{NAME}(?:(?:,| and| &|/) ?{NAME})*)\. (?=[A-Z])")
_CONTRIBUTED = re.compile(r"(?P<who>[A-Z][\w' &-]{1,60}?) (?:also )?contributed (?:reporting )?(?:to|from) ")
_FILES = re.compile(
    r"(?:files|reporting|additional reporting|inputs?) (?:by|from) (?P<who>(?:the )?[A-Z][\w '’-]{1,60})", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"(?:copyright|©|\(c\))(?: ?(?:copyright|©|\(c\)))* ?(?:(?:19|20)\d\d(?: ?[-–] ?(?:19|20)?\d\d)?,? )?(?:by )?"
    r"(?-i:(?P<who>(?:The )?[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|of|and|the)){0,5}))(?=[.,|]|$)",
    re.IGNORECASE,
)
_OUTLET_WORDS = 6


def merge(given: Metadata, found: Metadata) -> Metadata:
    """Each field from `given` where it says something, else from `found`; a day brings its own basis and reasons."""
    values = {f.name: getattr(given, f.name) or getattr(found, f.name) for f in fields(Metadata)}
    if given.published or not found.published:
        values["basis"], values["reasons"] = given.basis, given.reasons
    else:
        values["basis"], values["reasons"] = found.basis, found.reasons
    if values["published"]:
        values["basis"] = values["basis"] or Basis.METADATA
    return Metadata(**values)


def byline_of(paragraphs: Paragraphs) -> str:
    """Who signed the article, from its byline or from the beginning of its first paragraph."""
    for kind, words in paragraphs:
        if kind is BlockKind.BYLINE and (found := _BY.match(words)):
            return " ".join(found["names"].split())
    first = next((words for kind, words in paragraphs if kind is BlockKind.PARAGRAPH), "")
    found = _BY_FIRST.match(first)
    return found["names"] if found else ""


def agency_of(paragraphs: Paragraphs) -> str:
    """The wire service that a credit line names: `Reuters contributed to this report`, `© 2031 The Associated Press`."""
    for kind, words in paragraphs:
        if kind not in (BlockKind.BYLINE, BlockKind.FOOTER):
            continue
        for pattern in (_CONTRIBUTED, _FILES, _RIGHTS):
            for found in pattern.finditer(words):
                if is_known_agency(found["who"].strip()):
                    return agency_name(found["who"])
    return ""


def address_of(paragraphs: Paragraphs) -> str:
    """The article's address, where its foot or its head prints one and no other."""
    places = [
        i for i, (kind, words) in enumerate(paragraphs) if kind is BlockKind.FOOTER and ADDRESS.fullmatch(words.strip())
    ]
    found = {paragraphs[i][1].strip().strip("<>") for i in places}
    address = found.pop() if len(found) == 1 else ""
    return address if "/" in address.removeprefix("https://").removeprefix("http://").rstrip("/") else ""


def outlet_of(paragraphs: Paragraphs) -> str:
    """The outlet that the foot of the page names: beside the article's address, or as the owner of its rights."""
    for i, (kind, words) in enumerate(paragraphs):
        if kind is not BlockKind.FOOTER or not ADDRESS.fullmatch(words.strip()):
            continue
        for beside in (i + 1, i - 1):
            if (
                0 <= beside < len(paragraphs)
                and paragraphs[beside][0] is BlockKind.FOOTER
                and _is_name(paragraphs[beside][1])
            ):
                return " ".join(paragraphs[beside][1].split())
    for kind, words in paragraphs:
        if kind is BlockKind.FOOTER and (found := _RIGHTS.match(words)) and not is_known_agency(found["who"]):
            return found["who"]
    return ""


def _is_name(words: str) -> bool:
    parts = words.split()
    if not 1 <= len(parts) <= _OUTLET_WORDS or ADDRESS.search(words) or _RIGHTS.match(words) or is_known_agency(words):
        return False
    return (
        all(p[:1].isupper() or p in {"of", "the", "and", "&", "de", "for"} for p in parts) and words[-1:] not in ".:!?,"
    )
