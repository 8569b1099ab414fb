"""Trains the encoder's heads: articles to weights, with a log of every epoch.

usage: train.py SHARED OUT [--epochs N] [--batch N] [--rate R] [--seed N]
       train.py SHARED OUT --from WEIGHTS --share NAME=N ... [...]

SHARED holds `data/polnear/train`, `data/world_news`, `data/plover` and `tools/gold_offsets.py`. OUT gets `weights.pt`, the
best epoch's by the held-back stories' scores, `log.txt`, and `held.json`, the names of the held-back stories.

`--share` says how often a part of the data is read in an epoch: `polnear`, `world` (world_news with its attributions and
events), `stories` (this project's), `pairs` (sentences of both with an actor and a recipient that are given), `plover`
(PLV_train's pairs). `--from` goes on from the weights of another training.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from articles import Article, gold, pairs_of, polnear, stories, told_pairs
from labels import BASE, EVENTS, HEADS, IGNORED, LINKS, NO_PART, Example, examples
from model import Reader, losses

from reportedly.language.encoder.pieces import CLS, SEP, WINDOW, Window
from reportedly.layers.attribution.features import FEATURES

HELD_POLNEAR, HELD_WORLD, HELD_EVENTS = 60, 20, 30
"""Stories held back; of world_news the events of ten more than the attributions."""
SHARES = {"polnear": 1, "world": 3}
STORIES = Path(__file__).parents[1] / "events" / "stories"
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
    out |= {head: np.full(shape, IGNORED) for head in HEADS}
    out |= {"pair": np.zeros((*shape, len(EVENTS) - 1), np.int64)}
    for row, (e, w) in enumerate(items):
        n = w.end - w.first
        out["ids"][row, 0], out["ids"][row, n + 1] = CLS, SEP
        out["ids"][row, 1 : n + 1] = e.prepared.pieces.ids[w.first : w.end]
        out["features"][row, 1 : n + 1] = e.prepared.features[w.first : w.end]
        out["mask"][row, : n + 2] = 1
        a, b = (w.first, w.end) if whole else (w.core, w.core_end)
        here = slice(a - w.first + 1, b - w.first + 1)
        out["tags"][row, :, here] = e.tags[:, a:b]
        for head in HEADS:
            out[head][row, here] = e.classes[head][a:b]
        out["pair"][row, here] = e.pair[a:b]
        links = e.links[:, a:b]
        moved = np.where((links >= w.first) & (links < w.end), links - w.first + 1, 0)
        out["links"][row, :, here] = np.where(links == IGNORED, IGNORED, np.where(links == NO_PART, 0, moved))
    if out["mask"].all():
        del out["mask"]
    return {k: torch.from_numpy(v) for k, v in out.items()}


def batches(items: list[Item], size: int, order: random.Random | None) -> Iterator[list[Item]]:
    """Batches of windows of like length, as many as `size` full windows have pieces; shuffled where `order` is given."""
    items = list(items)
    if order:
        order.shuffle(items)
    items.sort(key=lambda i: -((i[1].end - i[1].first) // 24))
    found: list[list[Item]] = []
    longest = 0
    for item in items:
        longest = max(longest, item[1].end - item[1].first)
        if not found or (len(found[-1]) + 1) * longest > size * WINDOW:
            found.append([])
            longest = item[1].end - item[1].first
        found[-1].append(item)
    if order:
        order.shuffle(found)
    yield from found


def measured(model: Reader, items: list[Item]) -> dict[str, float]:
    """Token F1 of each tag row, and accuracies of the links, stance and anonymity."""
    model.eval()
    hits, found, wanted = np.zeros(6), np.zeros(6), np.zeros(6)
    right: dict[str, list[int]] = {k: [0, 0] for k in (*LINKS, *HEADS, "pair")}
    named = np.zeros(3)
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
            for head in HEADS:
                _count(right[head], said[head].argmax(-1), batch[head])
            event = said["event"].argmax(-1) * (batch["event"] != IGNORED)
            named += [
                int(((event == batch["event"]) & (event > 0)).sum()),
                int((event > 0).sum()),
                int((batch["event"] > 0).sum()),
            ]
            allowed = batch["pair"] > 0
            best = allowed.gather(-1, said["pair"].argmax(-1, keepdim=True))[..., 0]
            right["pair"][0] += int(best.sum())
            right["pair"][1] += int(allowed.any(-1).sum())
    model.train()
    names = [f"{inner}{part}" for inner in ("", "inner ") for part in ("source", "cue", "content")]
    scores = {k: 2 * h / (f + w) if f + w else 0.0 for k, h, f, w in zip(names, hits, found, wanted, strict=True)}
    if named[2]:
        scores["event typed"] = 2 * named[0] / (named[1] + named[2])
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
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="begun", type=Path)
    parser.add_argument("--share", action="append", default=[])
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    options.out.mkdir(parents=True, exist_ok=True)
    shares = {name: int(n) for name, _, n in (s.partition("=") for s in options.share)} or SHARES
    parts, held = articles_of(options.shared, shares)
    names = {
        name: sorted({a.story for a in part}) for name, part in zip(("polnear", "world", "events"), held, strict=True)
    }
    (options.out / "held.json").write_text(json.dumps(names, indent=1))
    items = [item for name, part in parts.items() for item in windows_of(examples(part)) * shares[name]]
    model = Reader(BASE)
    if options.begun:
        go_on(model, torch.load(options.begun))
    with (options.out / "log.txt").open("w") as log:
        say = lambda line: print(line, flush=True) or log.write(line + "\n")  # noqa: E731
        train(model, items, [windows_of(examples(part)) for part in held], options, say)


def articles_of(shared: Path, shares: dict[str, int]) -> tuple[dict[str, list[Article]], list[list[Article]]]:
    """The articles of each part that is to be read, and those held back of PolNeAR and of world_news."""
    pol, held_pol = held_back(list(polnear(shared / "data/polnear/train")), HELD_POLNEAR)
    all_world = list(gold(shared / "data/world_news", shared / "tools/gold_offsets.py"))
    world, held_world = held_back(all_world, HELD_WORLD)
    told, held_events = held_back(all_world, HELD_EVENTS)
    kept = {a.story for a in told}
    world = [a if a.story in kept else replace(a, events=None) for a in world]
    own = list(stories(STORIES))
    makers = {
        "polnear": lambda: pol, "world": lambda: world, "stories": lambda: own,
        "pairs": lambda: [*pairs_of(told), *pairs_of(own)],
        "plover": lambda: list(told_pairs(shared / "data/plover/PLV_train.tsv")),
    }  # fmt: skip
    return {name: makers[name]() for name, n in shares.items() if n}, [held_pol, held_world, held_events]


def go_on(model: Reader, weights: dict[str, torch.Tensor]) -> None:
    """Takes over the weights of a model that may have fewer heads, links and features."""
    own = model.state_dict()
    for name, values in weights.items():
        own[name][tuple(slice(0, n) for n in values.shape)] = values
    model.load_state_dict(own)


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
        if not held:
            model.load_state_dict(average.kept)
            continue
        running = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average.kept)
        scores = [measured(model, part) for part in held[:2]]
        say(f"epoch {epoch + 1} polnear {json.dumps(scores[0])}")
        say(f"epoch {epoch + 1} world {json.dumps(scores[1])} {time.time() - begun:.0f} s")
        score = sum(
            s.get(k, 0) for s in scores for k in ("source", "cue", "content", "event typed", *LINKS[:1], *LINKS[2:4])
        )
        if score > best:
            best = score
            torch.save(model.state_dict(), options.out / "weights.pt")
        model.load_state_dict(running)


if __name__ == "__main__":
    main()
