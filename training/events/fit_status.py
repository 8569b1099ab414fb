"""Fits the weights by which an event's status is read, and writes them as a knowledge file.

usage: fit_status.py SHARED [OUT.toml]

SHARED holds `data/world_news` and `tools/score_gold.py` (articles with events, in the form of the record manual, and how
their words are found); `stories` beside this file holds the project's own. An example is an event's first trigger with
the signs that `layers/happening/status.py` reads of it, and the status that was written by hand. The model is a
multinomial logit with a ridge of `RIDGE` around the rules' verdict. Printed first: accuracy, and F1 for each status, by
the rules and by the weights, where world_news was halved by article and each half read with what the other half and the
stories taught, and the same in ten parts. Without OUT nothing is written.
"""

import hashlib
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.optimize import minimize

import reportedly
from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.language.analysis import Analysis
from reportedly.layers.happening.status import Status
from reportedly.layers.happening.triggers import Trigger
from reportedly.layers.lookup import Voices, cued_at
from reportedly.pipeline import read_until
from reportedly.record import vocabulary

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).parent))
import attribution
from stories import Story, read_stories

RIDGE = 4.0
PRIOR = 3.0
"""The weight that a rule's verdict has for its status before anything is learned, so that rare statuses are not lost."""
LEAST = 4
"""How many examples a sign needs to be learned. These three were tried at 1 to 10, 0 to 3 and 2 to 8 on what this prints."""
STORY = 0.3
"""What an event of a story counts against one of an article: stories are written to show rare statuses."""
ENCODER = 1.0
"""What the encoder's log-probability counts. Not fitted: no encoder speaks of statuses yet."""
STATUSES = vocabulary.STATUSES
Made = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A trigger's signs, the rules' verdict, and the status that is right; `story` is empty where this project wrote it."""

    article: str
    signs: list[str]
    verdict: str
    status: str


def head_of(a: Analysis, covered: Sequence[int]) -> int:
    """The word of a trigger that the others hang on; of several a verb or noun."""
    inside = set(covered)
    tops = [i for i in covered if a.tokens[i].head == i or a.tokens[i].head not in inside]
    return next((i for i in tops if a.tokens[i].pos in {"VERB", "NOUN", "PROPN"}), tops[0])


class Reader:
    """Makes examples of the triggers of one article."""

    def __init__(self, name: str, made: Made) -> None:
        self._name, self._a = name, made["analysis"]
        self._attributions = made["attributions"]
        self._voices = Voices(self._attributions)
        self._status = Status(self._a)

    def example(self, spans: Sequence[Span], kind: str, mode: str | None, status: str) -> Iterator[Example]:
        """The example of a trigger of the type `kind`; none where no token lies there."""
        covered = sorted({t.index for span in spans for t in self._a.at(span)})
        if not covered:
            return
        trigger = Trigger(head_of(self._a, covered), tuple(covered), kind, mode, None)
        words = self._a.pieces(covered)
        own = [a.id for a in cued_at(self._attributions, words)]
        holder = self._voices.holding(words[0], leaving_out=own)
        yield Example(
            self._name, self._status.signs(trigger, holder), self._status.verdict(trigger, holder), status
        )  # fmt: skip


def of_article(scorer: Any, path: Path) -> Iterator[Example]:
    """The examples of a gold file and the article beside it."""
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = gold.get("document") or {}
    day = date.fromisoformat(str(said["published"])) if said.get("published") else None
    name = path.name.removesuffix(".gold.yaml")
    made = read_until(
        "events", reportedly.load(path.with_name(f"{name}.txt"), outlet=said.get("outlet", ""), published=day)
    )
    text, reader = scorer.Text(made["document"].text), Reader(name, made)
    for event in gold.get("events") or []:
        found = sorted(scorer.gold_tokens(text, event["words"], event.get("nth", 1)))
        if event.get("status"):
            spans = [Span(*text.tokens[i][:2]) for i in found]
            yield from reader.example(spans, event["type"], event.get("mode"), event["status"])


def of_story(story: Story) -> Iterator[Example]:
    """The examples of a story; a first line without a full stop is its headline."""
    blocks = list(attribution.paragraphs(story.text))
    if story.text[: blocks[0].span.end].rstrip()[-1] not in ".!?\"”'’":
        blocks[0] = Block(BlockKind.TITLE, blocks[0].span)
    reader = Reader("", read_until("events", Document(story.text, tuple(blocks), Metadata(language="en"))))
    for event in story.events:
        yield from reader.example([Span(*event.triggers[0])], event.type, event.mode, event.status)


def table(examples: Sequence[Example], known: dict[str, int]) -> np.ndarray:
    """The signs of the examples, a row each and a column for each sign that is known."""
    found = np.zeros((len(examples), len(known)))
    for row, e in zip(found, examples, strict=True):
        row[[known[s] for s in e.signs if s in known]] = 1
    return found


def fitted(examples: Sequence[Example]) -> tuple[dict[str, int], np.ndarray]:
    """The signs that are known, and what each speaks for."""
    count = Counter(s for e in examples for s in e.signs)
    known = {s: i for i, s in enumerate(sorted(s for s in count if count[s] >= LEAST))}
    signs = table(examples, known)
    right = np.array([[float(e.status == s) for s in STATUSES] for e in examples])
    weight = np.array([[1.0 if e.article else STORY] for e in examples])
    prior = np.zeros((len(known), len(STATUSES)))
    for i, status in enumerate(STATUSES):
        if f"rules {status}" in known:
            prior[known[f"rules {status}"], i] = PRIOR

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(prior.shape)
        scores = signs @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        slope = signs.T @ (weight * (np.exp(logs) - right)) + RIDGE * (weights - prior)
        return float(RIDGE / 2 * ((weights - prior) ** 2).sum() - (weight * right * logs).sum()), slope.ravel()

    return known, minimize(loss, prior.ravel(), jac=True, method="L-BFGS-B").x.reshape(prior.shape)


def judged(examples: Sequence[Example], parts: int) -> list[str]:
    """The statuses of the articles' examples, each read with what the other parts and the stories taught."""
    part = {e.article: hashlib.md5(e.article.encode()).digest()[0] % parts for e in examples}
    found = [""] * len(examples)
    for n in range(parts):
        known, weights = fitted([e for e in examples if part[e.article] != n or not e.article])
        here = [i for i, e in enumerate(examples) if part[e.article] == n and e.article]
        best = (table([examples[i] for i in here], known) @ weights).argmax(axis=1)
        for i, status in zip(here, best, strict=True):
            found[i] = STATUSES[status]
    return [s for s, e in zip(found, examples, strict=True) if e.article]


def report(name: str, right: Sequence[str], found: Sequence[str]) -> None:
    """Prints the accuracy and the F1 of each status."""
    hits = Counter(r for r, f in zip(right, found, strict=True) if r == f)
    gold, made = Counter(right), Counter(found)
    each = "  ".join(f"{s} {2 * hits[s] / max(1, gold[s] + made[s]):.3f}" for s in STATUSES)
    print(f"{name:14s}{hits.total() / len(right):.3f} of {len(right)}   {each}")


def write(path: Path, known: dict[str, int], weights: np.ndarray) -> None:
    """Writes the knowledge file: what each sign speaks for, rounded to two places, nothing below 0.05."""
    with path.open("w", encoding="utf-8") as out:
        out.write(
            "# What speaks for each status of an event: weights of layers/happening/status.py, written by\n"
            "# training/events/fit_status.py. A sign (layers/happening/factual_signs.py) adds its weights to the statuses'\n"
            "# scores; `encoder` is what a log-probability of the encoder counts.\n"
            f"encoder = {ENCODER}\n\n[weights]\n"
        )
        for sign, row in known.items():
            kept = {s: round(float(w), 2) for s, w in zip(STATUSES, weights[row], strict=True) if abs(w) >= 0.05}
            if kept:
                out.write(f'"{sign}" = {{ ' + ", ".join(f"{s} = {w}" for s, w in kept.items()) + " }\n")


def main() -> None:
    """The command."""
    shared = Path(sys.argv[1])
    spec = importlib.util.spec_from_file_location("score_gold", shared / "tools" / "score_gold.py")
    if spec is None or spec.loader is None:
        sys.exit("no tools/score_gold.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    examples = [
        e for p in sorted((shared / "data" / "world_news").rglob("*.gold.yaml")) for e in of_article(scorer, p)
    ]  # fmt: skip
    examples += [e for story in read_stories(Path(__file__).with_name("stories")) for e in of_story(story)]
    right = [e.status for e in examples if e.article]
    report("rules", right, [e.verdict for e in examples if e.article])
    report("two halves", right, judged(examples, 2))
    report("ten parts", right, judged(examples, 10))
    if len(sys.argv) > 2:
        write(Path(sys.argv[2]), *fitted(examples))


if __name__ == "__main__":
    main()
