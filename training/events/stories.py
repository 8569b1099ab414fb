"""Stories that this project wrote itself, with their events marked: `stories/*.txt` to texts with spans.

In: a folder. Out: `Story`s. Refuses, with `ValueError` and the line, a mark without an event and an event without a mark.

A story is some lines of text, one a paragraph, then a line `=` for each event, then an empty line; a bare `=` says that
the text tells of no event. Marks stand in the text: `[1 shelled]` a trigger (the same digit again: the same event named
again), `[a the army]` an actor (the same letter again: named again); they may hold each other. An event's line gives its
digit, type with mode, status, and actors and recipients by letter, `-` for nobody:

    [a The Talvian army] [1 shelled] [b the town of Orsk] on Tuesday, [c residents] said.
    = 1 ASSAULT/heavy-weapons actual a > b

A line that begins with `#` says what the following stories are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.record import vocabulary

_OPEN = re.compile(r"\[([0-9a-z]) ")
_EVENT = re.compile(r"([0-9]) ([A-Z]+)(?:/([A-Za-z-]+))? ([a-z_]+) (\S+) > (\S+)")

Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Told:
    """An event of a story: the spans of its triggers, first the one that names it, and of its actors' and recipients' mentions."""

    triggers: Spans
    type: str
    mode: str | None
    status: str
    actors: list[Spans]
    recipients: list[Spans]


@dataclass(frozen=True)
class Story:
    """A text and the events that it tells of; `people` are the spans of all marked actors."""

    text: str
    events: list[Told]
    people: list[Spans]


def _unmarked(marked: str) -> tuple[str, dict[str, Spans]]:
    """The text without its marks, and the spans of each mark in the order of the text."""
    text = ""
    found: dict[str, Spans] = {}
    open_: list[tuple[str, int]] = []
    i = 0
    while i < len(marked):
        opening = _OPEN.match(marked, i)
        if opening:
            open_.append((opening[1], len(text)))
            i = opening.end()
        elif marked[i] == "]" and open_:
            key, first = open_.pop()
            found.setdefault(key, []).append((first, len(text)))
            i += 1
        else:
            text += marked[i]
            i += 1
    if open_:
        raise ValueError(f"a mark is not closed: {marked!r}")
    return text, {key: sorted(spans) for key, spans in found.items()}


def _told(line: str, spans: dict[str, Spans]) -> Told:
    found = _EVENT.fullmatch(line)
    if not found:
        raise ValueError(f"no event: {line!r}")
    key, kind, mode, status, actors, recipients = found.groups()
    if kind not in vocabulary.EVENT_TYPES or status not in vocabulary.STATUSES:
        raise ValueError(f"an unknown type or status: {line!r}")
    sides = [[] if side == "-" else side.split(",") for side in (actors, recipients)]
    missing = [k for k in (key, *sides[0], *sides[1]) if k not in spans]
    if missing:
        raise ValueError(f"no mark {missing} for {line!r}")
    return Told(spans[key], kind, mode, status, *([spans[k] for k in side] for side in sides))


def _story(lines: list[str]) -> Story:
    marked = "\n".join(line for line in lines if not line.startswith("="))
    events = [line[1:].strip() for line in lines if line.startswith("=")]
    text, spans = _unmarked(marked)
    told = [_told(line, spans) for line in events if line]
    digits = {k for k in spans if k.isdigit()}
    if not events or digits != {line.split()[0] for line in events if line}:
        raise ValueError(f"marks and events differ: {marked!r}")
    return Story(text, told, [s for k, s in spans.items() if not k.isdigit()])


def read_stories(folder: Path) -> Iterator[Story]:
    """The stories of a folder, in the order of its files."""
    for path in sorted(folder.glob("*.txt")):
        for number, part in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))):
            lines = [line.rstrip() for line in part.splitlines() if line.strip() and not line.startswith("#")]
            if not lines:
                continue
            try:
                yield _story(lines)
            except ValueError as e:
                raise ValueError(f"{path.name}, story {number + 1}: {e}") from e


if __name__ == "__main__":
    import collections

    kinds: collections.Counter[str] = collections.Counter()
    for story in read_stories(Path(__file__).parent / "stories"):
        kinds.update([e.type for e in story.events] or ["none"])
        kinds["stories"] += 1
    print(dict(kinds))
