"""Which types of events are taken for which: gold rows against rows found, and the sentences with most rows wrong.

In: a folder of gold files, the records of its texts as `benchmarks/gold.py` writes them, and the scorer. Out: a
matrix of counts and the sentences. Refuses nothing.

Rows are paired as the scorer pairs them (`score_gold.py`: the triggers' words overlap, or another mention's, or both
lie in one sentence with one type), with its own functions, so the matrix's diagonal is the scorer's typed rows.
"""

import importlib.util
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from reportedly.record.vocabulary import EVENT_TYPES

MISSED, EXTRA = "missed", "extra"


def load_scorer(path: Path) -> Any:
    """The scorer's module."""
    spec = importlib.util.spec_from_file_location("score_gold", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass
class Sentence:
    """A sentence of an article, the rows that its gold wants, those found, and how many of both are wrong."""

    article: str
    text: str = ""
    wanted: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    wrong: int = 0

    def __str__(self) -> str:
        wanted, found = ("; ".join(rows) or "nothing" for rows in (self.wanted, self.found))
        return f"{self.wrong} wrong, {self.article}: {self.text}\n    wanted {wanted}\n    found  {found}"


@dataclass
class Confusion:
    """Counts by (type in gold, type found), `extra` and `missed` for none, and all sentences with a wrong row."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    sentences: list[Sentence] = field(default_factory=list)

    def worst(self, many: int) -> list[Sentence]:
        """The sentences with most rows wrong; of equals the first."""
        return sorted(self.sentences, key=lambda s: -s.wrong)[:many]

    def lines(self) -> Iterator[str]:
        """The matrix, a row for each type of gold."""
        columns = [*EVENT_TYPES, MISSED]
        yield f"{'gold, found':12s}" + "".join(f"{c[:5]:>6s}" for c in columns) + f"{'recall':>8s}"
        for gold in [*EVENT_TYPES, EXTRA]:
            cells = [self.counts[gold, c] for c in columns]
            size: int = sum(cells)
            recall = f"{self.counts[gold, gold] / size:8.3f}" if size and gold != EXTRA else ""
            yield f"{gold:12s}" + "".join(f"{n or '.':>6}" for n in cells) + recall
        yield f"{'precision':12s}" + "".join(self._precision(c) for c in EVENT_TYPES)

    def _precision(self, kind: str) -> str:
        size: int = sum(self.counts[gold, kind] for gold in (*EVENT_TYPES, EXTRA))
        return f"{self.counts[kind, kind] / size:6.2f}" if size else f"{'.':>6s}"


def _nearness(text: Any, jaccard: Callable[[Any, Any], float]) -> Callable[[Any, Any], float]:
    """How near a gold row and a row found are: the scorer's measure, which it keeps inside its own loop."""

    def near(gold: Any, found: Any) -> float:
        same = bool(gold["type"] == found["type"])
        if gold["_w"] & found["_w"]:
            return 1 + jaccard(gold["_w"], found["_w"]) + same
        if any(mention & found["_w"] for mention in gold["_m"]):
            return 0.7 + 0.2 * same
        inside = gold["_w"] and found["_w"] and text.sentence[min(gold["_w"])] == text.sentence[min(found["_w"])]
        return 0.6 if same and inside else 0.0

    return near


def _shown(row: Any) -> str:
    return f"{row['type']} [{row['words']}] {row['status']}"


def _compare(name: str, article: str, sides: tuple[Any, Any], scorer: Any) -> Confusion:
    """The matrix and the wrong sentences of one article; `sides` are its gold and its record, as read from their files."""
    text, own = scorer.Text(article), scorer.Text(sides[1]["document"]["text"])
    golds = [
        dict(
            row,
            _w=scorer.gold_tokens(text, row.get("words"), row.get("nth", 1)),
            _m=[scorer.gold_tokens(text, mention) for mention in row.get("mentions") or []],
        )
        for row in sides[0].get("events") or []
    ]
    founds = [
        dict(row, _w=scorer.tokens_of(text, own, {"words": row["words"], "spans": row["spans"]}))
        for row in sides[1]["events"]
    ]
    paired = scorer.pair(golds, founds, _nearness(text, scorer.jaccard), 0.5)
    of_gold = {id(gold): found["type"] for gold, found in paired}
    of_found = {id(found): gold["type"] for gold, found in paired}
    counts = Counter((gold["type"], of_gold.get(id(gold), MISSED)) for gold in golds)
    counts.update((EXTRA, found["type"]) for found in founds if id(found) not in of_found)
    sentences: dict[int, Sentence] = {}
    for rows, other, wanted in ((golds, of_gold, True), (founds, of_found, False)):
        for row in rows:
            if not row["_w"]:
                continue
            number = text.sentence[min(row["_w"])]
            sentence = sentences.setdefault(number, Sentence(name, _words(text, number)))
            (sentence.wanted if wanted else sentence.found).append(_shown(row))
            # A row of another type than its partner's is one mistake, and the partner's side counts it.
            sentence.wrong += id(row) not in other or (wanted and other[id(row)] != row["type"])
    return Confusion(counts, [s for _, s in sorted(sentences.items()) if s.wrong])


def _words(text: Any, number: int) -> str:
    inside = [token for token, n in zip(text.tokens, text.sentence, strict=True) if n == number]
    return " ".join(text.text[inside[0][0] : inside[-1][1]].split())


def confusion(folder: Path, records: Path, scorer: Any) -> Confusion:
    """Over all gold files of a folder, and their records `NAME.json`."""
    total = Confusion()
    for path in sorted(folder.rglob("*.gold.yaml")):
        name = path.name.removesuffix(".gold.yaml")
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        record = json.loads((records / f"{name}.json").read_text(encoding="utf-8"))
        one = _compare(name, path.with_name(f"{name}.txt").read_text(encoding="utf-8"), (gold, record), scorer)
        total.counts.update(one.counts)
        total.sentences += one.sentences
    return total
