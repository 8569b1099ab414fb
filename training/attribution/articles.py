"""Annotated articles: folders of PolNeAR (`text/`, `attributions/`) and of gold files (`NAME.txt`, `NAME.gold.yaml`).

In: a folder. Out: `Article`s, each with the spans of source, cue and content of its attributions. An opening "that" is
no part of a content here, as the manual of the record says; PolNeAR counts it in.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = list[tuple[int, int]]
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
class Article:
    """A text and its attributions. `story` is the same for a text's readings by several annotators."""

    story: str
    text: str
    rows: list[Row]
    is_nested: bool
    """Whether its annotators labelled attributions inside others."""


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
        yield Article(article["name"], article["text"], [r for r in rows if r.content], True)


def _spans(value: dict[str, Spans] | None) -> Spans:
    return sorted((int(a), int(b)) for a, b in value["spans"]) if value else []


def _trimmed(text: str, content: Spans) -> Spans:
    found = _THAT.match(text, content[0][0]) if content else None
    if found and found.end() < content[0][1]:
        return [(found.end(), content[0][1]), *content[1:]]
    return content
