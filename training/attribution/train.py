"""Trains the span model: articles to weights, with a log of every epoch.

usage: train.py SHARED OUT [--epochs N] [--batch N] [--rate R] [--world N] [--seed N]

SHARED holds `data/polnear/train`, `data/world_news` and `tools/gold_offsets.py`. OUT gets `weights.pt`, the best epoch's
by the held-back stories' scores, `log.txt`, and `held.json`, the names of the held-back stories. `--world` says how
often the articles of world_news are read in an epoch.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from articles import Article, gold, polnear
from labels import BASE, IGNORED, LINKS, NO_PART, Example, examples
from model import Reader, losses

from reportedly.language.encoder.pieces import CLS, SEP, WINDOW, Window
from reportedly.layers.attribution.features import FEATURES

HELD_POLNEAR, HELD_WORLD = 60, 20
Item = tuple[Example, Window]


def held_back(articles: list[Article], count: int) -> tuple[list[Article], list[Article]]:
    """Articles to learn from and articles of `count` stories to measure on."""
    stories = sorted({a.story for a in articles})
    random.Random(7).shuffle(stories)
    held = set(stories[:count])
    return [a for a in articles if a.story not in held], [a for a in articles if a.story in held]


def tensors(items: list[Item], whole: bool) -> dict[str, torch.Tensor]:
    """Windows of one batch; `whole` labels their context too."""
    count = max(w.end - w.first for _, w in items) + 2
    shape = (len(items), count)
    out = {"ids": np.zeros(shape, np.int64), "features": np.zeros((*shape, len(FEATURES)), np.int64)}
    out |= {"mask": np.zeros(shape, np.int64), "tags": np.full((len(items), 6, count), IGNORED)}
    out |= {"links": np.full((len(items), len(LINKS), count), IGNORED)}
    out |= {"stance": np.full(shape, IGNORED), "anonymity": np.full(shape, IGNORED)}
    for row, (e, w) in enumerate(items):
        n = w.end - w.first
        out["ids"][row, 0], out["ids"][row, n + 1] = CLS, SEP
        out["ids"][row, 1 : n + 1] = e.prepared.pieces.ids[w.first : w.end]
        out["features"][row, 1 : n + 1] = e.prepared.features[w.first : w.end]
        out["mask"][row, : n + 2] = 1
        a, b = (w.first, w.end) if whole else (w.core, w.core_end)
        here = slice(a - w.first + 1, b - w.first + 1)
        out["tags"][row, :, here] = e.tags[:, a:b]
        out["stance"][row, here], out["anonymity"][row, here] = e.stance[a:b], e.anonymity[a:b]
        links = e.links[:, a:b]
        moved = np.where((links >= w.first) & (links < w.end), links - w.first + 1, 0)
        out["links"][row, :, here] = np.where(links == IGNORED, IGNORED, np.where(links == NO_PART, 0, moved))
    if out["mask"].all():
        del out["mask"]
    return {k: torch.from_numpy(v) for k, v in out.items()}


def batches(items: list[Item], size: int, order: random.Random | None) -> Iterator[list[Item]]:
    """Batches of windows of like length; shuffled where `order` is given."""
    items = list(items)
    if order:
        order.shuffle(items)
    items.sort(key=lambda i: i[1].end - i[1].first != WINDOW)
    full = sum(w.end - w.first == WINDOW for _, w in items)
    short = sorted(items[full:], key=lambda i: i[1].end - i[1].first)
    found = [part[i : i + size] for part in (items[:full], short) for i in range(0, len(part), size)]
    if order:
        order.shuffle(found)
    yield from found


def measured(model: Reader, items: list[Item]) -> dict[str, float]:
    """Token F1 of each tag row, and accuracies of the links, stance and anonymity."""
    model.eval()
    hits, found, wanted = np.zeros(6), np.zeros(6), np.zeros(6)
    right: dict[str, list[int]] = {k: [0, 0] for k in (*LINKS, "stance", "anonymity")}
    with torch.no_grad():
        for items_of in batches(items, 16, None):
            batch = tensors(items_of, whole=False)
            _, said = losses(model, batch)
            for n in range(6):
                known = batch["tags"][:, n] != IGNORED
                p = (said["tags"][..., 3 * n : 3 * n + 3].argmax(-1) > 0) & known
                g = (batch["tags"][:, n] > 0) & known
                hits[n] += int((p & g).sum())
                found[n] += int(p.sum())
                wanted[n] += int(g.sum())
            for n, link in enumerate(LINKS):
                _count(right[link], said["links"][:, n].argmax(-1), batch["links"][:, n])
            for head in ("stance", "anonymity"):
                _count(right[head], said[head].argmax(-1), batch[head])
    model.train()
    names = [f"{inner}{part}" for inner in ("", "inner ") for part in ("source", "cue", "content")]
    scores = {k: 2 * h / (f + w) if f + w else 0.0 for k, h, f, w in zip(names, hits, found, wanted, strict=True)}
    return {k: round(v, 4) for k, v in (scores | {k: a / b for k, (a, b) in right.items() if b}).items()}


def _count(tally: list[int], said: torch.Tensor, wanted: torch.Tensor) -> None:
    known = wanted != IGNORED
    tally[0] += int(((said == wanted) & known).sum())
    tally[1] += int(known.sum())


class Average:
    """A moving average of the weights, which is what is measured and kept."""

    def __init__(self, model: Reader, decay: float = 0.995) -> None:
        self.decay, self.step = decay, 0
        self.kept = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model: Reader) -> None:
        """Take a step's weights in."""
        self.step += 1
        decay = min(self.decay, (1 + self.step) / (10 + self.step))
        for k, v in model.state_dict().items():
            if v.dtype.is_floating_point:
                self.kept[k].lerp_(v, 1 - decay)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--world", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    options.out.mkdir(parents=True, exist_ok=True)
    pol, held_pol = held_back(list(polnear(options.shared / "data/polnear/train")), HELD_POLNEAR)
    offsets = options.shared / "tools/gold_offsets.py"
    world, held_world = held_back(list(gold(options.shared / "data/world_news", offsets)), HELD_WORLD)
    (options.out / "held.json").write_text(json.dumps(sorted({a.story for a in held_pol + held_world}), indent=1))
    items = windows_of(examples(pol) + examples(world) * options.world)
    held = [windows_of(examples(part)) for part in (held_pol, held_world)]
    with (options.out / "log.txt").open("w") as log:
        train(Reader(BASE), items, held, options, lambda line: print(line, flush=True) or log.write(line + "\n"))


def windows_of(found: list[Example]) -> list[Item]:
    """The windows of examples."""
    return [(e, w) for e in found for w in e.prepared.windows]


def train(model, items, held, options, say) -> None:  # type: ignore[no-untyped-def]
    """The loop: AdamW, the heads five times as fast as the encoder, a linear rate, averaged weights."""
    order = random.Random(options.seed)
    per_epoch = len(list(batches(items, options.batch, None)))
    steps = options.epochs * per_epoch
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": model.encoder.parameters(), "lr": options.rate}, {"params": heads, "lr": options.rate * 5}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps)  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    average, best, begun = Average(model), 0.0, time.time()
    say(f"{len(items)} windows, {sum(w.end - w.first for _, w in items)} pieces, {per_epoch} steps an epoch")
    model.train()
    for epoch in range(options.epochs):
        total = 0.0
        for n, items_of in enumerate(batches(items, options.batch, order)):
            loss, _ = losses(model, tensors(items_of, whole=True))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(model)
            total += float(loss.detach())
            if n % 40 == 39:
                say(
                    f"epoch {epoch + 1} step {n + 1}/{per_epoch} loss {total / (n + 1):.3f} {time.time() - begun:.0f} s"
                )
        running = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average.kept)
        scores = [measured(model, part) for part in held]
        say(f"epoch {epoch + 1} polnear {json.dumps(scores[0])}")
        say(f"epoch {epoch + 1} world {json.dumps(scores[1])} {time.time() - begun:.0f} s")
        score = sum(s[k] for s in scores for k in ("source", "cue", "content", *LINKS[:1], *LINKS[2:]))
        if score > best:
            best = score
            torch.save(model.state_dict(), options.out / "weights.pt")
        model.load_state_dict(running)


if __name__ == "__main__":
    main()
