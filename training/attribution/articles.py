"""Annotated articles: folders of PolNeAR (`text/`, `attributions/`) and of gold files (`NAME.txt`, `NAME.gold.yaml`).

In: a folder. Out: `Article`s, each with the spans of source, cue and content of its attributions. An opening "that" is
no part of a content here, as the manual of the record says; PolNeAR counts it in.
"""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]
Choice = list[tuple[int, int]] | None
"""Where an argument is named near its trigger; empty where nobody is, None where that is unknown."""
_THAT = re.compile(r"[Tt]hat\s+")
_ENTITY = re.compile(r"T\d+")


@dataclass(frozen=True)
class Row:
    """An attribution: where its parts stand, and what the annotators of gold files say of it (else None)."""

    source: Spans
    cue: Spans
    content: Spans
    nested: bool = False
    stance: str | None = None
    anonymity: str | None = None


@dataclass(frozen=True)
class Happening:
    """A place where an event is named: its trigger, type, status, and where its actors and recipients are named."""

    trigger: Spans
    type: str
    status: str
    actors: Choice
    recipients: Choice
    row: int = 0
    """The number of the event among the article's; the places that name one event share it."""


@dataclass(frozen=True)
class Pair:
    """A source and a target that are given (empty where nobody is), and the types of which one is what the source does to
    the target."""

    source: Spans
    target: Spans
    types: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """A text and its attributions. `story` is the same for a text's readings by several annotators."""

    story: str
    text: str
    rows: list[Row]
    is_nested: bool
    """Whether its annotators labelled attributions inside others."""
    events: list[Happening] | None = None
    """None where events were not labelled."""
    pair: Pair | None = None
    has_rows: bool = True
    """Whether attributions were labelled."""


def polnear(folder: Path) -> Iterator[Article]:
    """The articles of a half of PolNeAR, one for each annotator."""
    texts = {p.stem: p for p in sorted((folder / "text").glob("*.txt"))}
    for path in sorted((folder / "attributions").glob("*.ann")):
        story = path.stem.rsplit("_", 1)[0]
        text = texts[story].read_text(encoding="utf-8")
        yield Article(story, text, list(_standoff(path, text)), False)


def _standoff(path: Path, text: str) -> Iterator[Row]:
    spans: dict[str, Spans] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if _ENTITY.fullmatch(key) and "\t" in rest:
            offsets = rest.split("\t")[0].split(" ", 1)[1]
            spans[key] = [(int(a), int(b)) for a, b in (piece.split() for piece in offsets.split(";"))]
        elif key.startswith("E"):
            parts: dict[str, Spans] = {"Source": [], "Cue": [], "Content": []}
            for argument in rest.split():
                role, _, target = argument.partition(":")
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(target, []))
            if parts["Content"]:
                yield Row(sorted(parts["Source"]), sorted(parts["Cue"]), _trimmed(text, sorted(parts["Content"])))


def gold(folder: Path, offsets: Path) -> Iterator[Article]:
    """The articles of a folder of gold files; `offsets` is the program that finds their words in the texts."""
    files = sorted(map(str, folder.glob("*.gold.yaml")))
    found = subprocess.run([sys.executable, str(offsets), *files], capture_output=True, text=True, check=True).stdout
    for line in found.splitlines():
        article = json.loads(line)
        rows = [
            Row(
                _spans(a.get("source")), _spans(a.get("cue")), _trimmed(article["text"], _spans(a.get("content"))),
                bool(a.get("within")), a.get("stance"), a.get("anonymity"),
            )
            for a in article.get("attributions") or []
        ]  # fmt: skip
        yield Article(
            article["name"], article["text"], [r for r in rows if r.content], True, list(_happenings(article))
        )


def _happenings(article: dict[str, Any]) -> Iterator[Happening]:
    """The events of a gold file, once for each place that names them."""
    names = {a["name"]: [a["name"], *(_word(n) for n in a.get("names") or [])] for a in article.get("actors") or []}
    for n, event in enumerate(article.get("events") or []):
        mentions = [_found(article["text"], m) for m in event.get("mentions") or []]
        for spans in filter(None, [_spans(event.get("words")), *mentions]):
            sides = (
                _named(article["text"], spans[0], [names.get(n, [n]) for n in event.get(side) or []])
                for side in ("actor", "recipient")
            )
            yield Happening(spans, event["type"], event.get("status") or "actual", *sides, row=n)


def _found(text: str, mention: str | dict[str, Any]) -> Spans:
    """Where a mention stands: the first place of its words, or the one that its `nth` says."""
    words = re.escape(_word(mention)).replace(r"\ ", r"\s+")
    places = [m.span() for m in re.finditer(rf"(?<!\w){words}(?!\w)", text)]
    number = mention.get("nth", 1) if isinstance(mention, dict) else 1
    return places[number - 1 : number]


def _word(name: str | dict[str, str]) -> str:
    return name if isinstance(name, str) else name["words"]


def _named(text: str, trigger: tuple[int, int], actors: list[list[str]]) -> Choice:
    """The place nearest to a trigger, in its paragraph, where each of some actors is named; None where one is not."""
    start = text.rfind("\n", 0, trigger[0]) + 1
    end = text.find("\n", trigger[1])
    paragraph = text[start : end if end >= 0 else len(text)]
    found = []
    for names in actors:
        places = [
            (m.start() + start, m.end() + start)
            for name in names
            for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", paragraph)
        ]
        if not places:
            return None
        found.append(min(places, key=lambda p: (min(abs(p[0] - trigger[1]), abs(trigger[0] - p[1])), p[0] - p[1])))
    return sorted(found)


def stories(folder: Path) -> Iterator[Article]:
    """The stories that this project wrote (`training/events/stories.py`)."""
    sys.path.insert(0, str(folder.parent))
    from stories import read_stories

    for n, story in enumerate(read_stories(folder)):
        events = [
            Happening(
                [span],
                e.type,
                e.status,
                *(sorted(_nearest(span, m) for m in side) for side in (e.actors, e.recipients)),
            )
            for e in story.events
            for span in e.triggers
        ]
        yield Article(f"story {n}", story.text, [], True, events, has_rows=False)


def _nearest(trigger: tuple[int, int], spans: Spans) -> tuple[int, int]:
    return min(spans, key=lambda s: (min(abs(s[0] - trigger[1]), abs(trigger[0] - s[1])), s))


def told_pairs(path: Path) -> Iterator[Article]:
    """The sentences of a table of marked pairs, as in Zero-Shot PLOVER (Hu et al. 2022); YIELD is CONCEDE or RETREAT."""
    with path.open(encoding="utf-8", newline="") as file:
        for n, row in enumerate(csv.DictReader(file, delimiter="\t")):
            text, spans = "", []
            for part in re.split(r"(</?[st]>)", row["marked_sentence"]):
                if re.fullmatch(r"<[st]>", part):
                    spans.append([part[1], len(text), 0])
                elif re.fullmatch(r"</[st]>", part):
                    spans[-1][2] = len(text)
                else:
                    text += part
            sides = {side: [(a, b) for name, a, b in spans if name == side] for side in "st"}
            types = ("CONCEDE", "RETREAT") if row["gold_root"] == "YIELD" else (row["gold_root"],)
            story = f"pair {row['sentence_id'] or n}"
            yield Article(story, text, [], True, pair=Pair(sides["s"], sides["t"], types), has_rows=False)


def pairs_of(articles: list[Article]) -> Iterator[Article]:
    """The sentences of articles in which an event's actor and recipient are named, as pairs."""
    for article in articles:
        for e in article.events or []:
            if not e.actors or not e.recipients:
                continue
            start = article.text.rfind("\n", 0, e.trigger[0][0]) + 1
            end = article.text.find("\n", e.trigger[0][1])
            end = end if end >= 0 else len(article.text)
            spans = [*e.trigger, *e.actors, *e.recipients]
            if all(start <= a < b <= end for a, b in spans):
                first, last = _sentence(article.text, start, end, spans)
                sides = ([(a - first, b - first) for a, b in side] for side in (e.actors, e.recipients))
                pair = Pair(*sides, (e.type,))
                yield Article(article.story, article.text[first:last], [], True, pair=pair, has_rows=False)


def _sentence(text: str, start: int, end: int, spans: Spans) -> tuple[int, int]:
    """The shortest run of sentences of a paragraph that holds some spans."""
    cuts = [
        start,
        *(m.end() for m in re.finditer(r"[.!?][\"”’]?\s+(?=[A-Z“\"])", text[:end]) if m.start() > start),
        end,
    ]
    first = max(c for c in cuts if c <= min(a for a, _ in spans))
    return first, min(c for c in cuts if c >= min(end, max(b for _, b in spans)))


def _spans(value: dict[str, Spans] | None) -> Spans:
    return sorted((int(a), int(b)) for a, b in value["spans"]) if value else []


def _trimmed(text: str, content: Spans) -> Spans:
    found = _THAT.match(text, content[0][0]) if content else None
    if found and found.end() < content[0][1]:
        return [(found.end(), content[0][1]), *content[1:]]
    return content
