"""Fits what joins the parts that the model finds, on the stories that training held back, and writes it into the card.

usage: fit.py SHARED HELD CARD

HELD is the `held.json` of a training, CARD the `card.json` of the exported model beside its weights in the package.
Three sets of weights: which cue a content's token goes with, which source a cue has (both as a choice among all
candidates), and how likely a row is right as in `benchmarks/attribution.py`: half of the content's tokens, and the
source. Rows inside another are judged where the annotators labelled them.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from articles import Article, gold, polnear
from sklearn.linear_model import LogisticRegression

from reportedly.document import Document, Metadata, Span
from reportedly.language import analyse
from reportedly.language.encoder.session import card
from reportedly.layers.actors import read_actors
from reportedly.layers.attribution.confidence import EVIDENCE, signals
from reportedly.layers.attribution.draft import Reading
from reportedly.layers.attribution.learned import LEVELS, Level, tokens
from reportedly.layers.attribution.marks import Marks
from reportedly.layers.attribution.pairs import CONTENT_SIGNALS, SOURCE_SIGNALS
from reportedly.layers.attributions import read_attributions
from reportedly.layers.heads import read_heads
from reportedly.layers.places import read_places
from reportedly.layers.statements import read_all, read_drafts, read_statements

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import attribution

Choices = list[tuple[np.ndarray, int]]
"""Signals [candidate, signal] and which candidate is right."""


class Read:
    """A held-back article with all that is known of it before its parts are joined."""

    def __init__(self, article: Article) -> None:
        self.article = article
        document = Document(article.text, attribution.paragraphs(article.text), Metadata(language="en"))
        analysis = analyse(document)
        self.document = document
        self.drafts = read_drafts(document, analysis)
        self.heads = read_heads(document, analysis, self.drafts)
        self.reading = Reading(document, analysis)

    def tokens(self, spans: list[tuple[int, int]]) -> set[int]:
        """The tokens that spans touch."""
        return {t.index for s in spans for t in self.reading.analysis.at(Span(*s))}


def choices(read: Read) -> tuple[Choices, Choices]:
    """The choices of a cue for each content's token, and of a source for each cue, of an article's own statements."""
    contents: Choices = []
    sources: Choices = []
    for heads in read.heads:
        level = Level(read.reading, Marks(heads, read.reading.tokens), "", read.drafts)
        wanted = [[read.tokens(p) for p in (r.source, r.cue, r.content)] for r in read.article.rows if not r.nested]
        of_token = {i: row for row in wanted for i in row[2]}
        cue_of = [next((row for row in wanted if row[1] & set(tokens(c))), None) for c in level.cues]
        for stretch, near, logs in level.marks.linked("content", LEVELS[""], level.cues):
            told = level.pairs.content_signals(stretch, near, logs)
            for row, i in zip(told, stretch.tolist(), strict=True):
                if i in of_token:
                    right = (k for k, n in enumerate(near, 1) if cue_of[n] is of_token[i])
                    contents.append((row, next(right, 0)))
        back = level.back_links()
        for number, row in enumerate(cue_of):
            if row is None:
                continue
            candidates = level.sources_of(number, back)
            share = [len(set(c[0]) & row[0]) / max(1, min(len(c[0]), len(row[0]))) for c in candidates]
            if not row[0] or max(share) >= 0.5:
                sources.append((level.pairs.source_signals(number, candidates), int(np.argmax(share)) if row[0] else 0))
    return contents, sources


def fitted(found: Choices, names: tuple[str, ...]) -> dict[str, float]:
    """The weights by which the right candidates are likeliest; small ones are preferred a little."""
    most = max(len(c) for c, _ in found)
    signals = torch.full((len(found), most, len(names)), 0.0, dtype=torch.float64)
    there = torch.zeros((len(found), most), dtype=torch.bool)
    for n, (row, _) in enumerate(found):
        signals[n, : len(row)] = torch.from_numpy(row)
        there[n, : len(row)] = True
    right = torch.tensor([k for _, k in found])
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        scores = (signals @ weights).masked_fill(~there, -1e9)
        loss = torch.nn.functional.cross_entropy(scores, right) + 1e-3 * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    scores = (signals @ weights).masked_fill(~there, -1e9)
    print(f"{len(found)} choices, {float((scores.argmax(1) == right).double().mean()):.3f} right")
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}


CLASS_SIGNALS = ("model", "rule")


def classed(read: Read) -> dict[str, Choices]:
    """The choices of a stance and of an anonymity for the rows that are found, by what the gold says."""
    found: dict[str, Choices] = {"stance": [], "anonymity": []}
    if not read.article.is_nested:
        return found
    statements = read_statements(read.document, read.reading.analysis, read.drafts, read.heads)
    places = read_places(read.document, read.reading.analysis)
    actors = read_actors(read.document, read.reading.analysis, places, statements)
    plain = [replace(s, stances={}, anonymities={}) for s in statements]
    ruled = read_attributions(read.document, read.reading.analysis, plain, actors)
    text = attribution.Text(read.article.text)
    rows = [text.row(list(s.source), list(s.cue), list(s.content)) for s in statements]
    number = {id(row): n for n, row in enumerate(rows)}
    wanted = [text.row(row.source, row.cue, row.content) for row in read.article.rows]
    gold_of = {id(w): row for w, row in zip(wanted, read.article.rows, strict=True)}
    for w, row in attribution.pairs(wanted, rows):
        n, said = number[id(row)], gold_of[id(w)]
        for what, told, right in (
            ("stance", statements[n].stances, said.stance), ("anonymity", statements[n].anonymities, said.anonymity)
        ):  # fmt: skip
            if told and right in told:
                rule = getattr(ruled[n], what)
                found[what].append(
                    (np.array([[p, float(c == rule)] for c, p in told.items()]), list(told).index(right))
                )
    return found


def judged(read: Read) -> tuple[list[list[float]], list[bool]]:
    """Signals of the rows found in an article, and whether each is right."""
    text = attribution.Text(read.article.text)
    found = []
    for draft in read_all(read.reading, read.drafts, read.heads):
        if draft.evidence and (read.article.is_nested or not draft.evidence[-1]):
            parts = (read.reading.spans(p) for p in (draft.source, draft.cue, draft.content))
            found.append((text.row(*(list(p) for p in parts)), signals(draft.evidence)))
    wanted = [text.row(row.source, row.cue, row.content) for row in read.article.rows]
    right = {id(f) for g, f in attribution.pairs(wanted, [row for row, _ in found]) if attribution.same_source(g, f)}
    return [s for _, s in found], [id(row) in right for row, _ in found]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("held", type=Path)
    parser.add_argument("card", type=Path)
    options = parser.parse_args()
    parts = json.loads(options.held.read_text())
    held = {*parts["polnear"], *parts["world"]}
    offsets = options.shared / "tools/gold_offsets.py"
    articles = [*polnear(options.shared / "data/polnear/train"), *gold(options.shared / "data/world_news", offsets)]
    read = [Read(article) for article in articles if article.story in held]
    found = [choices(r) for r in read]
    told = json.loads(options.card.read_text())
    told["weights"]["content"] = fitted([c for contents, _ in found for c in contents], CONTENT_SIGNALS)
    told["weights"]["source"] = fitted([c for _, sources in found for c in sources], SOURCE_SIGNALS)
    options.card.write_text(json.dumps(told, indent=1) + "\n")
    card.cache_clear()
    rows = [judged(r) for r in read]
    evidence = np.array([s for part, _ in rows for s in part])
    right = np.array([good for _, part in rows for good in part])
    fit = LogisticRegression(C=1.0, max_iter=1000).fit(evidence, right)
    weights = dict(zip(EVIDENCE, fit.coef_[0], strict=True)) | {"constant": fit.intercept_[0]}
    told["weights"]["confidence"] = {name: round(float(w), 4) for name, w in weights.items()}
    for what in ("stance", "anonymity"):
        told["weights"][what] = fitted([c for r in read for c in classed(r)[what]], CLASS_SIGNALS)
    options.card.write_text(json.dumps(told, indent=1) + "\n")
    sure = fit.predict_proba(evidence)[:, 1] > 0.9
    print(f"{len(right)} rows, {right.mean():.3f} right; above 0.9: {sure.sum()}, {right[sure].mean():.3f} right")


if __name__ == "__main__":
    main()
