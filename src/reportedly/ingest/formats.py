"""The registry of formats: what each is called, how it is recognised, and what reads it.

In: the first bytes of an input. Out: its `Format`. A format is recognised by content; the end of a name breaks ties
between kinds of plain text alone. Other packages add formats by an entry point in the group `reportedly.formats`
that names a `Format`; those are asked first, so that one may take what a built-in format would take as well.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import entry_points

from reportedly.document import Document
from reportedly.errors import Misuse
from reportedly.ingest.encodings import peek
from reportedly.ingest.source import Options, Source
from reportedly.ingest.streams import Stream
from reportedly.record import SourceRow

GROUP = "reportedly.formats"
_HOMES = ("pdf", "archive", "warc", "feed", "html", "corpus", "plain")


@dataclass(frozen=True, slots=True)
class Opened:
    """A part of a container that is read as a stream, since it may be larger than memory should hold."""

    source: Source
    stream: Stream


Part = Source | SourceRow | Opened
Load = Callable[[bytes, Source, Options], Document]
Expand = Callable[[Stream, Source, Options], Iterator[Part]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of inputs: either `load` makes one article of its bytes, or `expand` gives its parts one by one.

    `recognise` is given the first 64 KiB and the input's name. Both readers raise `InputRefused`; `expand` may do so
    after it gave some parts, which then count.
    """

    name: str
    help: str
    recognise: Callable[[bytes, str], bool]
    load: Load | None = None
    expand: Expand | None = None

    def __post_init__(self) -> None:
        if (self.load is None) == (self.expand is None):
            raise Misuse(f"the format {self.name} must have one reader: either load or expand")


@cache
def registry() -> dict[str, Format]:
    """All formats by name, in the order in which they are asked whether they recognise an input."""
    found: dict[str, Format] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        added = point.load()
        if not isinstance(added, Format):
            raise Misuse(f"the entry point {point.name} of {GROUP} names {point.value}, which is no Format")
        found[added.name] = added
    for home in _HOMES:
        for built_in in import_module(f"reportedly.ingest.{home}").FORMATS:
            found.setdefault(built_in.name, built_in)
    return found


def named(name: str) -> Format:
    """The format called `name`. Raises `Misuse` where there is none."""
    if name not in registry():
        raise Misuse(f"there is no format {name!r}; there are {', '.join(registry())}")
    return registry()[name]


def recognise(head: bytes, name: str) -> Format:
    """The format of an input whose first bytes are `head`; plain text where no other says that it knows them."""
    for candidate in registry().values():
        if candidate.recognise(head, name):
            return candidate
    return registry()["text"]


@lru_cache(maxsize=2)
def beginning(head: bytes) -> str:
    """The first characters of an input, without blanks before them."""
    return peek(head).lstrip()


_ELEMENT = re.compile(r"<([A-Za-z][\w:.-]*)")
_SUBSET_END = re.compile(r"\]\s*>")


@lru_cache(maxsize=2)
def root_element(head: bytes) -> str:
    """The name of the first element of XML or HTML, in lower case; empty where the input begins otherwise."""
    text, at = beginning(head), 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif text.startswith("<?", at):
            at = _after(text, ">", at)
        elif text.startswith("<!--", at):
            at = _after(text, "-->", at)
        elif text.startswith("<!", at):
            start = at
            at = _after(text, ">", at)
            if (subset := text.find("[", start, at)) >= 0:
                found = _SUBSET_END.search(text, subset)
                at = found.end() if found else len(text)
        else:
            break
    element = _ELEMENT.match(text, at)
    return element[1].lower() if element else ""


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return found + len(mark) if found >= 0 else len(text)
