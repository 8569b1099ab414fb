"""Fits how the encoder's word and the lexicon's are weighed, on the articles whose events training held back.

usage: fit_deciding.py SHARED HELD CARD

HELD is the `held.json` of a training, CARD the `card.json` of the exported model in the package, which gets the weights and
the bar: the probability from which a word names an event. Printed are how often words are right by their probability, and the F1 of
words with their types at each bar.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))

from fit import Choices, fitted
from reading import Read, world

from reportedly.language.encoder.session import card
from reportedly.layers.happening.deciding import CHOICES, SIGNALS, around, looked_at, signals_of
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import find_triggers

BARS = np.arange(0.2, 0.6, 0.05)
BAR = 0.3
"""The F1 of typed rows on the held-back articles was 0.524, 0.533, 0.542, 0.545, 0.541, 0.530 at bars of 0.2 to 0.45: between 0.3 and
0.4 the lowest was taken, since a user can raise it by the rows' confidence."""


def choices(read: Read) -> tuple[Choices, int]:
    """What each word that is looked at may be, and is; how many words of triggers are not looked at."""
    known = around(read.analysis, lexicon(), find_triggers(read.analysis, lexicon()), read.made["attributions"])
    named = {read.trigger(e): e.type for e in read.article.events or []}
    covered = read.covered()
    found: Choices = []
    seen = set()
    for token, head in looked_at(read.analysis, read.heads, known.types):
        seen.add(token.index)
        if token.index in named or token.index not in covered:
            right = CHOICES.index(named[token.index]) if token.index in named else 0
            found.append((signals_of(read.analysis, token, head, known), right))
    return found, len([i for i in named if i is not None and i not in seen])


def report(found: Choices, weights: dict[str, float], missed: int) -> None:
    """Prints how often words are right by their probability, and what each bar gives."""
    factors = np.array([weights[name] for name in SIGNALS])
    scores = np.stack([rows for rows, _ in found]) @ factors
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares = raised / raised.sum(1, keepdims=True)
    right = np.array([k for _, k in found])
    sure, said = shares[:, 1:].max(1), shares[:, 1:].argmax(1) + 1
    for low in np.arange(0, 1, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        print(f"{low:.1f}: {inside.sum()} words, {(said == right)[inside].mean() if inside.any() else 0:.3f} right")
    for bar in BARS:
        hits = int(((said == right) & (sure >= bar)).sum())
        f1 = 2 * hits / ((sure >= bar).sum() + (right > 0).sum() + missed)
        print(f"bar {bar:.2f}: F1 of words with their types {f1:.3f}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("held", type=Path)
    parser.add_argument("card", type=Path)
    options = parser.parse_args()
    held = set(json.loads(options.held.read_text())["events"])
    parts = [choices(read) for read in world(options.shared, held)]
    found = [choice for part, _ in parts for choice in part]
    weights = fitted(found, SIGNALS)
    weights["bar"] = BAR
    report(found, weights, sum(missed for _, missed in parts))
    told = json.loads(options.card.read_text())
    told["weights"]["event"] = weights
    options.card.write_text(json.dumps(told, indent=1) + "\n")
    card.cache_clear()


if __name__ == "__main__":
    main()
