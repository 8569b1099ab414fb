"""Fits when two triggers name one event, on the articles of world_news, whose events list their mentions.

usage: fit_merging.py SHARED OUT

OUT is `knowledge/merging.toml`, whose head comment is kept. Triggers, types and which of them are one event are the
annotators'; arguments, status, place and day are read as the product reads them. The bar is the one at which most triggers
go where they belong in the other half of the articles.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent))

from reading import Read, world

from reportedly.layers.events import Drafting
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.merge import Rows
from reportedly.layers.happening.triggers import Trigger, find_triggers

Choice = tuple[list[dict[str, float]], int]
"""What speaks for each earlier row, and which is right: 0 for none, else its number from 1."""


def choices(read: Read) -> list[Choice]:
    """The choices of an article's triggers, each made with the rows before it as they should be."""
    lexical = {t.index: t for t in find_triggers(read.analysis, lexicon())}
    named: dict[int, tuple[str, int]] = {}
    for event in read.article.events or []:
        index = read.trigger(event)
        if index is not None:
            named.setdefault(index, (event.type, event.row))
    triggers = []
    for index, (kind, _) in sorted(named.items()):
        entry = lexical.get(index)
        fits = entry is not None and entry.type == kind
        triggers.append((entry if entry and fits else Trigger(index, (index,), kind, None, None), None))
    made = read.made
    drafting = Drafting(read.analysis, read.heads, made["actors"], made["attributions"])
    rows = Rows(read.analysis)
    of_event: dict[tuple[str, int], int] = {}
    found = []
    for draft in drafting.drafts(triggers, made["places"], made["times"]):
        event = named[draft.trigger.index]
        candidates = rows.candidates(draft)
        home = next((r for r in rows.all if id(r) == of_event.get(event)), None)
        right = next((n for n, (r, _) in enumerate(candidates, 1) if r is home), 0)
        found.append(([signals for _, signals in candidates], right))
        rows.add(draft, home)
        of_event.setdefault(event, id(draft))
    return found


def fitted(found: list[Choice], ridge: float = 0.01) -> dict[str, float]:
    """The weights by which the right rows are likeliest; "a new row" weighs 0."""
    names = sorted({name for rows, _ in found for row in rows for name in row})
    most = max(len(rows) for rows, _ in found)
    signals = torch.zeros((len(found), most + 1, len(names)), dtype=torch.float64)
    there = torch.zeros((len(found), most + 1), dtype=torch.bool)
    there[:, 0] = True
    for n, (rows, _) in enumerate(found):
        for k, row in enumerate(rows, 1):
            there[n, k] = True
            for name, value in row.items():
                signals[n, k, names.index(name)] = value
    right = torch.tensor([k for _, k in found])
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        scores = (signals @ weights).masked_fill(~there, -1e9)
        loss = torch.nn.functional.cross_entropy(scores, right) + ridge * (weights**2).mean()
        loss.backward()
        return loss

    optimizer.step(closure)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def right_share(found: list[Choice], weights: dict[str, float], bar: float) -> tuple[float, float, float]:
    """The share of choices that are right, and precision and recall of joining."""
    good = joined = well = wanted = 0
    for rows, right in found:
        scores = [sum(weights.get(k, 0.0) * v for k, v in row.items()) for row in rows]
        best = int(np.argmax(scores)) + 1 if scores and max(scores) > bar else 0
        good += best == right
        joined += best > 0
        well += best > 0 and best == right
        wanted += right > 0
    return good / len(found), well / max(1, joined), well / max(1, wanted)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    parts = [choices(read) for read in world(options.shared)]
    halves = [[c for n, part in enumerate(parts) if n % 2 == k for c in part] for k in (0, 1)]
    for bar in (-1.0, -0.5, 0.0, 0.5):
        for k in (0, 1):
            shares = right_share(halves[1 - k], fitted(halves[k]), bar)
            print(f"bar {bar}, half {1 - k}: right {shares[0]:.3f}, joined P {shares[1]:.3f} R {shares[2]:.3f}")
    weights = fitted([*halves[0], *halves[1]])
    head = options.out.read_text(encoding="utf-8").split("\n[weights]")[0]
    lines = [f'"{name}" = {weight}' for name, weight in weights.items()]
    options.out.write_text(head + "\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
