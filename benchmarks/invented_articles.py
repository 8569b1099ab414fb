"""What the benchmarks over invented articles share: tokens, what was right, and the command.

In: articles of two halves, `open`, which may be read while rules are written, and `held`, which only measures. Out: a
`Tally`, as a table or as JSON. Refuses to show what is lost in `held`.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import yaml

import reportedly

Row = dict[str, Any]
SPLITS = ("open", "held")
TOKEN = re.compile(r"\w+|[^\w\s]")


class Article(Protocol):
    """What a benchmark knows of an article that the program reads."""

    @property
    def path(self) -> Path:
        """Its text."""

    @property
    def outlet(self) -> str:
        """Who publishes it."""

    @property
    def published(self) -> date:
        """Its day."""


class Tokens:
    """A text's tokens: where words stand, and which tokens characters cover."""

    def __init__(self, text: str) -> None:
        self.places = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        self.words = [text[start:end] for start, end in self.places]

    def find(self, wanted: str, nth: int = 1) -> frozenset[int]:
        """The tokens of the `nth` occurrence of `wanted`; none where there is no such occurrence."""
        want = TOKEN.findall(wanted)
        for i in range(len(self.words) - len(want) + 1) if want else ():
            if self.words[i : i + len(want)] == want:
                nth -= 1
                if nth == 0:
                    return frozenset(range(i, i + len(want)))
        return frozenset()

    def cover(self, spans: list[list[int]]) -> frozenset[int]:
        """The tokens that `spans`, in characters, touch."""
        return frozenset(
            i for i, (start, end) in enumerate(self.places) if any(start < e and end > s for s, e in spans)
        )

    def numbers(self, tokens: frozenset[int]) -> frozenset[int]:
        """Those of `tokens` that hold a digit; all of them where none does."""
        return frozenset(i for i in tokens if any(c.isdigit() for c in self.words[i])) or tokens

    def sentence(self, token: int) -> set[str]:
        """The words, in small letters, of the sentence around a token: between full stops that a capital follows."""
        start, end = token, token
        while start > 0 and not self._breaks(start):
            start -= 1
        while end + 1 < len(self.words) and not self._breaks(end + 1):
            end += 1
        return {w.lower() for w in self.words[start : end + 1]}

    def _breaks(self, token: int) -> bool:
        """Whether a sentence starts at `token`."""
        word = self.words[token]
        return self.words[token - 1] in {".", "?", "!", '"'} and (word[0].isupper() or word == '"')


class Tally:
    """What was right, what was given and what was wanted, by measure; and a line for each loss."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.losses: list[str] = []

    def add(self, measure: str, right: int, given: int, wanted: int) -> None:
        """Adds to a measure with precision and recall."""
        count = self.counts.setdefault(measure, [0, 0, 0])
        for i, n in enumerate((right, given, wanted)):
            count[i] += n

    def accuracy(self, measure: str, right: bool) -> None:
        """Adds one case to an accuracy."""
        count = self.counts.setdefault(measure, [0, 0])
        count[0] += right
        count[1] += 1

    def loss(self, right: bool, line: str) -> None:
        """Keeps a line for what was not right."""
        if not right:
            self.losses.append(line)

    def table(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1, or accuracy, by measure."""
        rows: dict[str, dict[str, float]] = {}
        for measure, (right, *of) in self.counts.items():
            if len(of) == 1:
                rows[measure] = {"accuracy": round(right / of[0], 3), "of": of[0]}
                continue
            precision, recall = (right / n if n else 0.0 for n in of)
            f1 = 2 * precision * recall / (precision + recall) if right else 0.0
            rows[measure] = {
                "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3),
                "given": of[0], "wanted": of[1],
            }  # fmt: skip
        return rows


def golds(folder: Path) -> list[Path]:
    """The annotations of a folder, in the order of their names."""
    return sorted(folder.glob("*.gold.yaml"))


def opened(path: Path) -> tuple[str, Path, str, Row]:
    """An article from the path of its annotation: its name, the path and the text, and what is annotated."""
    name = path.name.removesuffix(".gold.yaml")
    text_path = path.with_name(f"{name}.txt")
    return name, text_path, text_path.read_text(encoding="utf-8"), yaml.safe_load(path.read_text(encoding="utf-8"))


def read(of: Article) -> Row:
    """The record of one article in JSON's terms."""
    return reportedly.read(reportedly.load(of.path, outlet=of.outlet, published=of.published)).as_json()


def command(doc: str | None, folder: Path, measure: Callable[[Path], Tally], width: int) -> None:
    """The command of a benchmark: its table, or JSON, over one half of `folder`; `width` is that of the names."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=SPLITS, default="open")
    parser.add_argument("--losses", type=int, default=0, metavar="N", help="print N losses")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.losses and options.split == "held":
        sys.exit("what is lost in the held articles is not shown: they only measure")
    tally = measure(folder / options.split)
    if options.json:
        print(json.dumps(tally.table(), indent=1))
        return
    for name, row in tally.table().items():
        if "accuracy" in row:
            print(f"{name:{width}s}{row['accuracy']:8.3f} of {row['of']}")
        else:
            print(
                f"{name:{width}s}precision {row['precision']:.3f}  recall {row['recall']:.3f}  F1 {row['f1']:.3f}  "
                f"({row['given']} given, {row['wanted']} wanted)"
            )
    print(*tally.losses[: options.losses], sep="\n", end="\n" if options.losses else "")
