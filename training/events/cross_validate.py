"""How well the head for given pairs does on sentences that it has not learned from: PLV_train, five-fold.

usage: cross_validate.py SHARED WEIGHTS [--folds N] [--only K] [--pairs N] [--plover N] [--rate R]

WEIGHTS are those of a training that has not seen PLV_train. Each fold goes on from them, with the sentences of the other
folds (`--plover` times) and the pairs of this project's stories and of world_news (`--pairs` times), as the shipped weights
do with all sentences. Pairs of one sentence stay together. `--folds 0` learns from no sentence of PLV_train. Prints
accuracy and macro-F1 of PLOVER's 15 roots (YIELD is CONCEDE or RETREAT) and of the four quad classes.
"""

import argparse
import random
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))

import train as training
from articles import Article, gold, pairs_of, stories, told_pairs
from labels import BASE, EVENTS, Example
from model import Reader, losses
from sklearn.metrics import accuracy_score, f1_score

from reportedly import knowledge


def root(kind: str) -> str:
    """PLOVER's type as the table of pairs has it."""
    return "YIELD" if kind in {"CONCEDE", "RETREAT"} else kind


def quad(kind: str) -> str:
    """The quad class of a root; that of YIELD is RETREAT's, as in the table of pairs."""
    found: str = knowledge.load("plover")["types"]["RETREAT" if kind == "YIELD" else kind]["quad"]
    return found


def said(model: Reader, examples: list[Example]) -> list[str]:
    """The likeliest root for each pair."""
    model.eval()
    found = []
    with torch.no_grad():
        for e in examples:
            batch = training.tensors([(e, e.prepared.windows[0])], whole=True)
            _, scores = losses(model, batch)
            marked = (batch["pair"] > 0).any(-1)
            shares = scores["pair"][marked].log_softmax(-1).mean(0).softmax(-1)
            of: dict[str, float] = {}
            for kind, share in zip(EVENTS[1:], shares.tolist(), strict=True):
                of[root(kind)] = of.get(root(kind), 0.0) + share
            found.append(max(of, key=lambda k: of[k]))
    return found


def report(name: str, wanted: list[str], got: list[str]) -> None:
    """Prints the figures of some pairs."""
    quads = [quad(k) for k in wanted], [quad(k) for k in got]
    figures = accuracy_score(wanted, got), f1_score(wanted, got, average="macro"), f1_score(*quads, average="macro")
    print(
        f"{name}: accuracy {figures[0]:.3f}, root macro-F1 {figures[1]:.3f}, quad macro-F1 {figures[2]:.3f}", flush=True
    )


def learned(begun: Path, items: list[training.Item], rate: float) -> Reader:
    """A model that goes on from weights with some items."""
    torch.manual_seed(1)
    model = Reader(BASE)
    training.go_on(model, torch.load(begun))
    options = SimpleNamespace(epochs=1, batch=4, rate=rate, seed=1, out=None)
    training.train(model, items, [], options, lambda line: None)
    return model


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--only", type=int)
    parser.add_argument("--pairs", type=int, default=1)
    parser.add_argument("--plover", type=int, default=10)
    parser.add_argument("--rate", type=float, default=1e-4)
    options = parser.parse_args()
    torch.set_num_threads(2)
    told = list(told_pairs(options.shared / "data/plover/PLV_train.tsv"))
    world = gold(options.shared / "data/world_news", options.shared / "tools/gold_offsets.py")
    own: list[Article] = [*pairs_of(list(world)), *pairs_of(list(stories(training.STORIES)))]
    others = training.windows_of(training.examples(own)) * options.pairs
    examples = training.examples(told)
    wanted = [root(a.pair.types[0]) for a in told if a.pair]
    sentences = sorted({a.text for a in told})
    random.Random(7).shuffle(sentences)
    fold_of = {text: n % max(1, options.folds) for n, text in enumerate(sentences)}
    if options.folds == 0:
        report(
            "no sentence of PLV_train learned", wanted, said(learned(options.weights, others, options.rate), examples)
        )
        return
    got = np.full(len(told), "", dtype=object)
    for k in range(options.folds) if options.only is None else [options.only]:
        inside = [n for n, a in enumerate(told) if fold_of[a.text] == k]
        rest = [e for a, e in zip(told, examples, strict=True) if fold_of[a.text] != k]
        items = others + training.windows_of(rest) * options.plover
        got[inside] = said(learned(options.weights, items, options.rate), [examples[n] for n in inside])
        report(f"fold {k}", [wanted[n] for n in inside], list(got[inside]))
    if options.only is None:
        report("all folds", wanted, list(got))


if __name__ == "__main__":
    main()
