"""Fits the weights with which places are told apart, and the calibration of their confidence.

usage: fit.py DIR [--half {0,1}]

DIR holds corpora of toponyms as `benchmarks/places.py` reads them. Prints the tables `ranking.alone`, `ranking.together` and
`ranking.confidence` for `src/reportedly/knowledge/placing.toml`. Gold names are handed to the resolver; each name in one
sense is one choice among its candidates, of which those are right that the benchmark calls right; names without a right
candidate teach the calibration alone. The choice is a conditional logit with a quadratic penalty, fitted by Adam. The weights
`together` are fitted anew as often as the resolver weighs anew, each time on the likelihoods that it had before.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import places
from reportedly.language import analyse
from reportedly.language.analysis import Analysis
from reportedly.layers.naming.scene import Scene
from reportedly.layers.places import row
from reportedly.layers.placing.groups import gather, setting
from reportedly.layers.placing.ranking import OTHERS, OWN, ROUNDS, Matrix, Table
from reportedly.layers.placing.settling import Settled, confidence_features, share_of

PENALTY = 0.002
STEPS = 1500
RATE = 0.03
BOUNDS = {
    "country_spoken": (1.0, 9.0), "country_share": (2.5, 9.0), "country_named": (0.5, 9.0), "capital": (1.0, 9.0), "division_of_city": (-9.0, -2.0),
    "region": (5.0, 9.0), "feature": (5.0, 9.0),
}  # fmt: skip
"""Least and greatest weights. The corpora are local news of few countries, in which what countries an article speaks of says
little that distance does not; in news of the world it says most."""


class Choices:
    """Every candidate of every article as a row, and which are right."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.right: list[Matrix] = []
        self.known: list[list[bool]] = []

    def add(self, article: places.Article, analysis: Analysis) -> None:
        """Takes in an article: its table, and for each candidate whether it is right."""
        scene = Scene(article.document, analysis)
        pointed = [t for t in article.toponyms if t.point]
        groups = gather(scene, [t.span for t in pointed])
        table = Table(groups, setting(scene))
        right = np.zeros(len(table.entries))
        for number, group in enumerate(groups):
            for i in range(table.starts[number], table.starts[number + 1]):
                drafts = [row(pointed[m].span, "given", Settled(table.entries[i], 1.0)) for m in group.mentions]
                hits = [places.judge(pointed[m], d)[0] for m, d in zip(group.mentions, drafts, strict=True)]
                right[i] = sum(hits) / len(hits) > 0.5 if hits else 0.0
        self.tables.append(table)
        self.right.append(right)
        self.known.append([bool(g.mentions) for g in groups])


class Stack:
    """The rows of all articles in one matrix."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.right = np.concatenate(choices.right)
        sizes = [len(g.places) for t in choices.tables for g in t.groups]
        known = [k for held in choices.known for k in held]
        starts = np.cumsum([0, *sizes])[:-1]
        full = np.array(sizes) > 0
        self.starts, self.sizes = starts[full], np.array(sizes)[full]
        self.owner = np.repeat(np.arange(len(self.sizes)), self.sizes)
        hits = np.add.reduceat(self.right, self.starts)
        self.learn = np.array(known)[full] & (hits > 0) & (hits < self.sizes)

    def softmax(self, scores: Matrix) -> Matrix:
        """Likelihoods that sum to one in each choice."""
        e = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.owner])
        return np.asarray(e / np.add.reduceat(e, self.starts)[self.owner])

    def fit(self, features: Matrix, names: Sequence[str]) -> Matrix:
        """The weights under which what is right is likeliest."""
        scale = features.std(axis=0)
        scale[scale == 0] = 1.0
        x = features / scale
        least, most = (np.array([BOUNDS.get(n, (-99.0, 99.0))[side] for n in names]) * scale for side in (0, 1))
        weights, first, second = np.zeros(x.shape[1]), np.zeros(x.shape[1]), np.zeros(x.shape[1])
        use = self.learn[self.owner]
        for step in range(1, STEPS + 1):
            p = self.softmax(x @ weights)
            target = p * self.right
            target /= np.maximum(np.add.reduceat(target, self.starts), 1e-12)[self.owner]
            slope = x.T @ ((p - target) * use) / self.learn.sum() + PENALTY * weights
            first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
            weights = (weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)).clip(
                least, most
            )
        return np.asarray(weights / scale)

    def others(self, likelihoods: Matrix) -> Matrix:
        """What the other names of each article give."""
        parts, at = [], 0
        for table in self.choices.tables:
            parts.append(table.others(likelihoods[at : at + len(table.entries)]))
            at += len(table.entries)
        return np.vstack(parts)

    def accuracy(self, likelihoods: Matrix) -> float:
        """The share of choices with a right and a wrong candidate in which a right one is likeliest."""
        best = [
            self.right[a : a + n][likelihoods[a : a + n].argmax()] for a, n in zip(self.starts, self.sizes, strict=True)
        ]
        return float(np.array(best)[self.learn].mean())


def fit_ranking(choices: Choices) -> tuple[Matrix, Matrix, Matrix]:
    """The weights alone and together, and the likelihoods that they end with."""
    stack = Stack(choices)
    own = np.vstack([t.own for t in choices.tables])
    alone = stack.fit(own, OWN)
    likelihoods = stack.softmax(own @ alone)
    print(f"# alone: {stack.accuracy(likelihoods):.3f} of {stack.learn.sum()} choices", file=sys.stderr)
    together = alone
    for _ in range(ROUNDS):
        features = np.hstack([own, stack.others(likelihoods)])
        together = stack.fit(features, (*OWN, *OTHERS))
        likelihoods = stack.softmax(features @ together)
        print(f"# together: {stack.accuracy(likelihoods):.3f}", file=sys.stderr)
    likelihoods = stack.softmax(own @ alone)
    for _ in range(ROUNDS):
        likelihoods = stack.softmax(np.hstack([own, stack.others(likelihoods)]) @ together)
    print(f"# as the resolver weighs: {stack.accuracy(likelihoods):.3f}", file=sys.stderr)
    return alone, together, likelihoods


def fit_confidence(choices: Choices, likelihoods: Matrix) -> tuple[list[str], Matrix]:
    """The names and weights of the calibration, a logistic regression of whether the likeliest place is right."""
    rows, right, at = [], [], 0
    names: list[str] = []
    for table, hits, known in zip(choices.tables, choices.right, choices.known, strict=True):
        for number, group in enumerate(table.groups):
            a, b = at + table.starts[number], at + table.starts[number + 1]
            if known[number] and b > a:
                here = likelihoods[a:b]
                best = int(here.argmax())
                held = confidence_features(group, group.places[best], share_of(group, here))
                names = ["bias", *held]
                rows.extend([[1.0, *held.values()]] * len(group.mentions))
                right.extend([hits[a - at + best]] * len(group.mentions))
        at += len(table.entries)
    x, y = np.array(rows), np.array(right)
    weights, penalty = np.zeros(x.shape[1]), np.eye(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights = weights + np.linalg.solve(hessian, x.T @ (y - p) - weights)
    return names, weights


def table_of(name: str, names: Iterable[str], weights: Iterable[float]) -> Iterator[str]:
    """The lines of a TOML table."""
    yield f"\n[ranking.{name}]"
    yield from (f"{n} = {round(float(v), 3)}" for n, v in zip(names, weights, strict=True))


def lines(choices: Choices) -> Iterator[str]:
    """The three tables."""
    alone, together, likelihoods = fit_ranking(choices)
    yield from table_of("alone", OWN, alone)
    yield from table_of("together", (*OWN, *OTHERS), together)
    yield from table_of("confidence", *fit_confidence(choices, likelihoods))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), default=0)
    options = parser.parse_args()
    choices = Choices()
    for path in places.corpora(options.folder):
        for article in places.articles(path):
            if crc32(article.key.encode()) % 2 == options.half:
                choices.add(article, analyse(article.document))
    print("\n".join(lines(choices)))


if __name__ == "__main__":
    main()
