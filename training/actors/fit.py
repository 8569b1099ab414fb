"""Fits the weights by which a pronoun or "the movement" finds its actor, and writes them as a knowledge file.

usage: fit.py SHARED [OUT.toml]

SHARED holds `data/world_news` and `tools/score_gold.py` (gold files of the record manual, and what makes two names one)
and `data/polnear/train`, to which `antecedents.tsv` beside this file refers. An example is a pronoun or description that
the program ranks (`layers/naming/ranking.py`), with its candidates and which of them are right; none may be. The model
is a conditional logit over the candidates and "none", with a ridge of `RIDGE`; rounds of reading with the weights and
fitting them again follow each other, since what is joined earlier in an article is evidence later. Printed first: right,
wrong and missed where the stories were halved and each half read with the other's weights. Without OUT nothing is written.
"""

import hashlib
import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.optimize import minimize

import reportedly
from reportedly.document import Document, Metadata
from reportedly.knowledge import loader
from reportedly.layers.naming import ranking
from reportedly.layers.naming.joining import Joining
from reportedly.layers.naming.mention import PRONOUN, Making, Mention
from reportedly.layers.naming.scene import Scene
from reportedly.layers.naming.sources import Sources
from reportedly.pipeline import read_until

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import attribution

RIDGE = 0.7
ROUNDS = 3
LEAST = {"person": 0.35, "thing": 0.4, "them": 0.35, "role": 0.4, "roles": 0.4, "body": 0.4}
"""The share from which a candidate is taken; set by hand between 0.3 and 0.5 on what this program prints for the halves."""
LISTED = 0.5
"""The weight of a pronoun that stands for a person because a gold file lists it with one person alone."""
KINDS = tuple(LEAST)
Made = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A pronoun or description: its candidates' features, which candidates are right, and how much it counts."""

    story: str
    kind: str
    features: list[dict[str, float]]
    right: list[bool]
    weight: float = 1.0


def joined(made: Made) -> Joining:
    """The actors of an article in the making, with what was ranked."""
    scene = Scene(made["document"], made["analysis"])
    at = {t.index: place for place in made["places"] for span in place.words for t in made["analysis"].at(span)}
    joining = Joining(scene, at, Sources(scene, made["statements"]))
    joining.ranked = []
    joining.run()
    return joining


def polnear(folder: Path, table: Path) -> Iterator[tuple[str, Made, dict[int, set[int]]]]:
    """The stories that the table speaks of, each with the right mentions by the place of the expression."""
    labels: dict[str, dict[int, set[int]]] = defaultdict(dict)
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            story, head, mentions = line.split("\t")
            labels[story][int(head)] = {int(m) for m in mentions.split(",") if m}
    for story in sorted(labels):
        text = (folder / "text" / f"{story}.txt").read_text(encoding="utf-8")
        yield (
            story,
            read_until("actors", Document(text, attribution.paragraphs(text), Metadata(language="en"))),
            labels[story],
        )


def by_table(story: str, made: Made, right: dict[int, set[int]]) -> Iterator[Example]:
    """The examples of a story that the table labels."""
    tokens = made["analysis"].tokens
    for m, kind, candidates in joined(made).ranked or []:
        place = tokens[m.head].span.start
        if place in right and candidates:
            held = [any(tokens[h].span.start in right[place] for h in c.actor.heads) for c in candidates]
            yield Example(story, kind, [dict(c.features) for c in candidates], held)


class Gold:
    """A gold file's actors and the speakers of its attributions, as `score_gold.py` compares names."""

    def __init__(self, scorer: Any, path: Path) -> None:
        self.scorer, self.gold = scorer, yaml.safe_load(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.yaml")
        said = self.gold.get("document") or {}
        day = date.fromisoformat(str(said["published"])) if said.get("published") else None
        text = path.with_name(f"{name}.txt")
        self.made = read_until("actors", reportedly.load(text, outlet=said.get("outlet", ""), published=day))
        self.story, self.text = name, scorer.Text(self.made["document"].text)
        self.names = scorer.Names(self.gold.get("actors"))
        self.said = self._said()
        self.listed: dict[str, set[str]] = defaultdict(set)
        for actor in self.gold.get("actors") or []:
            for words in actor.get("names") or []:
                self.listed[scorer.fold(words if isinstance(words, str) else words["words"])].add(actor["name"])

    def _said(self) -> dict[int, tuple[list[str], float]]:
        """Whom pronouns mean, by their place: as sources, or because one person alone is listed with them."""
        found: dict[int, tuple[list[str], float]] = {}
        for row in self.gold.get("attributions") or []:
            source = self.scorer.gold_source(self.text, row, self.scorer.gold_tokens(self.text, row.get("content")))
            if len(source) == 1 and row.get("speaker"):
                found[self.text.tokens[min(source)][0]] = (self.scorer.as_list(row["speaker"]), 1.0)
        for words in ({"he", "him", "his"}, {"she", "her"}):
            named = [
                a["name"]
                for a in self.gold.get("actors") or []
                if any(str(n if isinstance(n, str) else n["words"]).lower() in words for n in a.get("names") or [])
            ]
            for start, _, word in self.text.tokens if len(named) == 1 else ():
                if word.lower() in words:
                    found.setdefault(start, (named, LISTED))
        return found

    def meant(self, m: Mention) -> tuple[list[str], float] | None:
        """Whom a ranked mention means, where the gold file says so."""
        if m.sort == PRONOUN:
            return self.said.get(m.start)
        fold, document = self.scorer.fold, self.made["document"]
        held = {x for span in m.words for x in self.listed.get(fold(document.words(span)), ())}
        held |= self.listed.get(fold(m.text), set()) | self.listed.get(fold("the " + m.text), set())
        return ([held.pop()], 1.0) if len(held) == 1 else None

    def same(self, name: str, actor: Making) -> bool:
        """Whether an actor in the making is the one that the gold file calls `name`."""
        strip = self.scorer.strip_the
        known = [k.name for k in (actor.known, actor.person) if k]
        names = {strip(x) for x in [*known, actor.name, *(m.text for m in actor.mentions if m.sort != PRONOUN)]}
        one, other = strip(name), strip(actor.name)
        inside = min(len(one), len(other)) > 3 and (one in other or other in one)
        return bool((self.names.all(name) - self.scorer.PRONOUNS) & names) or inside

    def examples(self) -> Iterator[Example]:
        """The examples that the gold file labels."""
        for m, kind, candidates in joined(self.made).ranked or []:
            meant = self.meant(m) if candidates else None
            if meant:
                right = [any(self.same(name, c.actor) for name in meant[0]) for c in candidates]
                yield Example(self.story, kind, [dict(c.features) for c in candidates], right, meant[1])


def fitted(examples: Sequence[Example]) -> tuple[dict[str, float], dict[str, float]]:
    """The weight of each feature, and the score of "none" for each kind."""
    names = sorted({f for e in examples for row in e.features for f in row})
    width = len(names)
    rows = [
        (np.array([[row.get(f, 0.0) for f in names] for row in e.features]), np.array([*e.right, not any(e.right)]), e)
        for e in examples
    ]

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = RIDGE * float((v[:width] ** 2).sum()) / 2, np.zeros_like(v)
        slope[:width] = RIDGE * v[:width]
        for values, right, e in rows:
            none = width + KINDS.index(e.kind)
            scores = np.append(values @ v[:width], v[none])
            share = np.exp(scores - scores.max())
            share /= share.sum()
            held = share * right
            total -= e.weight * float(np.log(held.sum() + 1e-12))
            change = e.weight * (share - held / (held.sum() + 1e-12))
            slope[:width] += values.T @ change[:-1]
            slope[none] += change[-1]
        return total, slope

    best = minimize(loss, np.zeros(width + len(KINDS)), jac=True, method="L-BFGS-B").x
    return dict(zip(names, best[:width], strict=True)), dict(zip(KINDS, best[width:], strict=True))


def knowledge(weights: dict[str, float], none: dict[str, float]) -> dict[str, dict[str, float]]:
    """What the knowledge file holds."""
    return {
        "least": LEAST,
        "none": {k: round(float(v), 2) for k, v in none.items()},
        "weights": {k: round(float(v), 2) for k, v in sorted(weights.items()) if round(float(v), 2)},
    }


def use(made: dict[str, dict[str, float]]) -> None:
    """Reads on with these weights."""
    ranking.load = lambda name: made if name == "antecedents" else loader.load(name)


def judged(examples: Sequence[Example], made: dict[str, dict[str, float]]) -> Counter[tuple[str, str]]:
    """How many of each kind are right, wrong, missed, or rightly left."""
    count: Counter[tuple[str, str]] = Counter()
    for e in examples:
        if e.weight < 1:
            continue
        scores = [sum(made["weights"].get(f, 0.0) * x for f, x in row.items()) for row in e.features]
        shares = np.exp(np.array([*scores, made["none"][e.kind]]))
        shares /= shares.sum()
        best = int(shares[:-1].argmax())
        taken = shares[best] >= LEAST[e.kind]
        word = ("right" if e.right[best] else "wrong") if taken else "missed" if any(e.right) else "rightly left"
        count[e.kind, word] += 1
    return count


def half(story: str) -> int:
    """Which half a story is in."""
    return hashlib.sha256(story.encode()).digest()[0] % 2


def main() -> None:
    """The command."""
    shared = Path(sys.argv[1])
    spec = importlib.util.spec_from_file_location("score_gold", shared / "tools" / "score_gold.py")
    if spec is None or spec.loader is None:
        sys.exit("no tools/score_gold.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    golds = [Gold(scorer, p) for p in sorted((shared / "data" / "world_news").rglob("*.gold.yaml"))]
    tables = list(polnear(shared / "data" / "polnear" / "train", Path(__file__).with_name("antecedents.tsv")))
    made = knowledge({}, dict.fromkeys(KINDS, 0.0))
    for _ in range(ROUNDS):
        use(made)
        examples = [e for g in golds for e in g.examples()] + [e for t in tables for e in by_table(*t)]
        made = knowledge(*fitted(examples))
    count: Counter[tuple[str, str]] = Counter()
    for side in (0, 1):
        other = knowledge(*fitted([e for e in examples if half(e.story) != side]))
        count += judged([e for e in examples if half(e.story) == side], other)
    for kind in KINDS:
        print(f"{kind:8s}" + "  ".join(f"{w} {count[kind, w]}" for w in ("right", "rightly left", "wrong", "missed")))
    if len(sys.argv) > 2:
        with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
            out.write(
                "# What speaks for an actor that a pronoun or a description may mean: weights of layers/naming/ranking.py, written by\n"
                "# training/actors/fit.py. `least` is the share from which the likeliest is taken, `none` the score of nobody.\n"
            )
            for table, rows in made.items():
                out.write(f"\n[{table}]\n" + "".join(f'"{k}" = {v}\n' for k, v in rows.items()))


if __name__ == "__main__":
    main()
