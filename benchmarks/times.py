"""Times against TimeML: TIMEX3 expressions found, exact and overlapping, with their type and value.

usage: times.py DIR [--json] [--errors N] [--limit N] [--half even|odd] [--words]

Reads every `.tml` file below DIR (TimeBank and AQUAINT, as TempEval-3 distributes them): the article from `<TEXT>`, the
publication day from the `<TIMEX3>` in `<DCT>`, gold from the `<TIMEX3>`s in `<TEXT>`. The measures are those of
TempEval-3 (UzZaman et al., SemEval 2013, section 4): *strict* counts an expression as found when its characters are
gold's (white space and punctuation at both ends left aside, as its tokens do), *relaxed* when the two overlap; an
expression is paired once, with the one that it shares most characters with. F1 of *value* and *type* counts those relaxed
pairs whose attribute is the same string; *accuracy* is their share of the pairs. `--half` takes every second file in the
order of their names; `--words` prints the pairs whose extents differ as well.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from attribution import paragraphs
from reportedly.document import Document, Metadata
from reportedly.language import analyse
from reportedly.layers.times import read_times

EDGES = " \t\n.,;:!?\"'`()[]{}“”‘’-–—"


@dataclass(frozen=True)
class Timex:
    """A time expression: its characters, TIMEX3's type and value."""

    start: int
    end: int
    type: str
    value: str

    def core(self, text: str) -> tuple[int, int]:
        """Where it starts and ends without punctuation at its ends."""
        words = text[self.start : self.end]
        start = self.start + len(words) - len(words.lstrip(EDGES))
        return start, start + len(words.strip(EDGES))


@dataclass(frozen=True)
class Article:
    """A TimeML file: its name, text, publication day and gold."""

    name: str
    text: str
    published: date | None
    gold: tuple[Timex, ...]

    @property
    def document(self) -> Document:
        """The article as the program takes it."""
        return Document(self.text, paragraphs(self.text), Metadata(language="en", published=self.published))


def article(path: Path) -> Article:
    """A TimeML file. Raises `ElementTree.ParseError` for one that is not well formed."""
    root = ElementTree.parse(path).getroot()
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    pieces: list[str] = []
    gold: list[Timex] = []

    def walk(element: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        end = sum(map(len, pieces))
        if element.tag == "TIMEX3" and end > start:
            gold.append(Timex(start, end, element.get("type", ""), element.get("value", "")))

    if body is not None:
        walk(body)
    day = created.get("value", "")[:10] if created is not None else ""
    published = date.fromisoformat(day) if len(day) == 10 else None
    return Article(path.stem, "".join(pieces), published, tuple(sorted(gold, key=lambda t: t.start)))


def articles(folder: Path, half: str | None = None, limit: int | None = None) -> list[Article]:
    """The files below `folder` in the order of their names."""
    paths = sorted(folder.rglob("*.tml"), key=lambda p: (p.name, p))
    step = {"even": slice(0, None, 2), "odd": slice(1, None, 2), None: slice(None)}[half]
    return [article(p) for p in paths[step][:limit]]


def found(document: Document) -> list[Timex]:
    """The times that the program finds."""
    rows = read_times(document, analyse(document))
    return [Timex(r.words[0].start, r.words[-1].end, r.type, r.value or "") for r in rows]


def paired(gold: Iterable[Timex], system: Iterable[Timex]) -> list[tuple[Timex, Timex]]:
    """Gold and found expressions that overlap, longest overlap first, each used once."""
    shared = [
        (min(g.end, s.end) - max(g.start, s.start), g, s)
        for g in gold
        for s in system
        if min(g.end, s.end) > max(g.start, s.start)
    ]
    used: set[Timex] = set()
    pairs = []
    for _, g, s in sorted(shared, key=lambda p: (-p[0], p[1].start, p[2].start)):
        if g not in used and s not in used:
            used |= {g, s}
            pairs.append((g, s))
    return sorted(pairs, key=lambda p: p[0].start)


@dataclass
class Counts:
    """What was found, what there was to find, and how many pairs are right by each measure."""

    found: int = 0
    gold: int = 0
    hits: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("strict", "relaxed", "value", "type"), 0))

    def add(self, text: str, gold: list[Timex], system: list[Timex], pairs: list[tuple[Timex, Timex]]) -> None:
        """Add an article."""
        self.found += len(system)
        self.gold += len(gold)
        self.hits["relaxed"] += len(pairs)
        self.hits["strict"] += sum(g.core(text) == s.core(text) for g, s in pairs)
        self.hits["value"] += sum(g.value == s.value for g, s in pairs)
        self.hits["type"] += sum(g.type == s.type for g, s in pairs)

    def table(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1 by measure, and the accuracy of value and type over the pairs."""
        rows: dict[str, dict[str, float]] = {}
        for measure, hits in self.hits.items():
            p, r = hits / max(1, self.found), hits / max(1, self.gold)
            f1 = 2 * p * r / (p + r) if hits else 0.0
            rows[measure] = {"precision": round(p, 3), "recall": round(r, 3), "f1": round(f1, 3)}
            if measure in ("value", "type"):
                rows[measure]["accuracy"] = round(hits / max(1, self.hits["relaxed"]), 3)
        return rows


def wrong(a: Article, system: list[Timex], pairs: list[tuple[Timex, Timex]], words: bool = False) -> Iterator[str]:
    """A line for each expression that is missed, found where there is none, or has another type or value."""
    got = {t for pair in pairs for t in pair}
    for g, s in pairs:
        kinds = [k for k in ("type", "value") if getattr(g, k) != getattr(s, k)]
        if words and g.core(a.text) != s.core(a.text):
            kinds.append("words")
        if kinds:
            yield _line(
                " ".join(kinds), a, g, f"{g.type} {g.value}, not {s.type} {s.value or '(none)'} [{_words(a, s)}]"
            )
    for kind, times in (("missed", a.gold), ("false", system)):
        for t in times:
            if t not in got:
                yield _line(kind, a, t, f"{t.type} {t.value}")


def _words(a: Article, t: Timex) -> str:
    return " ".join(a.text[t.start : t.end].split())


def _line(kind: str, a: Article, t: Timex, said: str) -> str:
    before = " ".join(a.text[max(0, t.start - 70) : t.start].split())
    after = " ".join(a.text[t.end : t.end + 40].split())
    return f"{kind} in {a.name} ({a.published}): {said}: …{before} [{_words(a, t)}] {after}…"


def measure(read: list[Article], errors: int = 0, words: bool = False) -> dict[str, dict[str, dict[str, float]]]:
    """The table for all expressions, and for those of each of TIMEX3's types; `errors` lines are printed on the way."""
    counts: dict[str, Counts] = {}
    for a in read:
        system = found(a.document)
        for kind in ("all", "DATE", "TIME", "DURATION", "SET"):
            gold = [g for g in a.gold if kind in ("all", g.type)]
            pairs = paired(a.gold, system)
            own = [(g, s) for g, s in pairs if kind in ("all", g.type)]
            mine = [s for s in system if kind in ("all", s.type)]
            counts.setdefault(kind, Counts()).add(a.text, gold, mine, own)
        for line in wrong(a, system, paired(a.gold, system), words):
            if errors > 0:
                print(line)
                errors -= 1
    return {kind: c.table() for kind, c in counts.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N wrong rows")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles only")
    parser.add_argument("--half", choices=("even", "odd"), help="every second article")
    parser.add_argument("--words", action="store_true", help="count other extents among the wrong rows of --errors")
    options = parser.parse_args()
    read = articles(options.folder, options.half, options.limit)
    if not read:
        sys.exit(f"no .tml below {options.folder}")
    table = measure(read, options.errors, options.words)
    if options.json:
        print(json.dumps({"files": len(read), **table}, indent=1))
        return
    print(f"{len(read)} files, {sum(len(a.gold) for a in read)} times")
    for kind, rows in table.items():
        print(f"{kind:18s}precision  recall      F1  accuracy")
        for name, row in rows.items():
            accuracy = f"{row['accuracy']:10.3f}" if "accuracy" in row else ""
            print(f"  {name:14s}{row['precision']:11.3f}{row['recall']:8.3f}{row['f1']:8.3f}{accuracy}")


if __name__ == "__main__":
    main()
