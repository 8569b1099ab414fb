"""Fits the weights by which an event finds its actor and its recipient, and writes them as a knowledge file.

usage: fit_arguments.py SHARED [OUT.toml]

SHARED holds `data/world_news` and `tools/score_gold.py` (gold files of the record manual, and what makes two names one) and
`data/plover/PLV_train.tsv` (sentences with a marked source and target); `stories` beside this file are the project's own. An
example is a side of an event whose trigger is known, with its candidates (`layers/happening/choosing.py`) and which of them
are right; none may be. The model is a conditional logit over the candidates and "nobody", with a ridge of `RIDGE`: where a
side has several actors, each is to be as likely as the others. What an earlier event chose speaks for later ones; it is first
the right choice, then what the weights so fitted choose. Printed first: how often all of a side's actors are found, where
the articles of world_news are halved and each half is read with the other's weights. Without OUT nothing is written.
"""

import csv
import hashlib
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import reportedly
from reportedly.document import Document, Metadata, Span
from reportedly.knowledge import loader
from reportedly.layers.happening import choosing
from reportedly.layers.happening.choosing_mentions import Mentions, Speakers
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import Trigger, find_triggers
from reportedly.pipeline import read_until
from reportedly.record import Actor, Record

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).parent))
import attribution
from stories import Spans, read_stories

RIDGE = 2.0
"""Of 0.5 to 8 by the halves; the difference was below the noise."""
SEEN = 3
"""Candidates that must have a feature for it to be weighed."""
LEAST = 0.05
"""Smaller weights are left out of the file; the shares change in the third place."""
OTHER = 0.5
"""The weight of an example that is not of world_news, whose events the program is measured on."""
BARS = {
    "least": {"actor": 0.2, "recipient": 0.2},
    "against_nobody": {"actor": 0.7, "recipient": 0.7},
    "joined": {"actor": 0.1, "recipient": 0.1},
    "beside": {"actor": 0.5, "recipient": 0.5},
}
"""Set by hand on what this program prints for the halves, where more names find more and are more often wrong."""
LINKS = {"a link": 0.2, "r link": 0.2}
"""What the encoder's links weigh: of 0 to 0.6 on the articles whose events its training held back, with the other weights
fitted on the rest. Higher values leave more sides empty, and name fewer that are wrong. They are not fitted with the others: the encoder
learned from these articles and these stories, and would be trusted too much."""
Made = dict[str, Any]
Right = list[frozenset[str]]


@dataclass(frozen=True)
class Marked:
    """An article and its events: trigger, actors and recipients, each as the rows that are it; `counts` where it is measured."""

    name: str
    made: Made
    events: list[tuple[Trigger, tuple[Right, Right]]]
    counts: bool = False


@dataclass(frozen=True)
class Example:
    """One side of an event: its candidates, which are right, and what was chosen."""

    article: Marked
    side: str
    choice: choosing.Choice
    right: Right
    picked: tuple[str, ...]


def trigger_at(made: Made, span: Span, kind: str) -> Trigger | None:
    """The trigger that some characters are: the lexicon's of that type, else one without an entry."""
    a = made["analysis"]
    tokens = a.at(span)
    words = tuple(t.index for t in tokens)
    found = made.setdefault("triggers", {t.index: t for t in find_triggers(a, lexicon())})
    for index in words:
        if index in found and found[index].type == kind:
            return replace(found[index], words=tuple(sorted({*words, *found[index].words})))
    content = [t for t in tokens if t.pos in {"VERB", "NOUN", "PROPN", "ADJ"}] or list(tokens)
    top = [t.index for t in content if t.head not in words or t.head == t.index] or [t.index for t in content]
    return Trigger(top[0], words, kind, None, None) if top else None


def world_news(scorer: Any, folder: Path) -> Iterator[Marked]:
    """The articles with gold files."""
    for path in sorted(folder.rglob("*.gold.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        name, said = path.name.removesuffix(".gold.yaml"), gold.get("document") or {}
        known = {} if "published_basis" in said else said
        day = date.fromisoformat(str(known["published"])) if known.get("published") else None
        made = read_until(
            "events", reportedly.load(path.with_name(f"{name}.txt"), outlet=known.get("outlet", ""), published=day)
        )
        rows = Record(made["document"], "fit", actors=made["actors"]).as_json()["actors"]
        names, text = (scorer.Names(gold.get("actors")), scorer.Names(rows)), scorer.Text(made["document"].text)
        events = []
        for event in gold.get("events") or []:
            tokens = scorer.gold_tokens(text, event.get("words"), event.get("nth", 1))
            if not tokens:
                continue
            span = Span(text.tokens[min(tokens)][0], text.tokens[max(tokens)][1])
            sides = [
                [
                    frozenset(r["id"] for r in rows if scorer.same(*names, x, r["name"]))
                    for x in scorer.as_list(event.get(s))
                ]
                for s in choosing.SIDES
            ]
            if trigger := trigger_at(made, span, event["type"]):
                events.append((trigger, (sides[0], sides[1])))
        yield Marked(name, made, sorted(events, key=lambda e: e[0].index), counts=True)


def named(made: Made, spans: Spans) -> frozenset[str]:
    """The actors that some marked places name by their heads."""
    a = made["analysis"]
    mentions = Mentions(a, made["actors"], Speakers(a, made["attributions"]))
    found: set[str] = set()
    for span in spans:
        inside = {t.index for t in a.at(Span(*span))}
        heads = [i for i in sorted(inside) if a.tokens[i].head not in inside or a.tokens[i].head == i][:1]
        found |= {m.actor for i in heads for m in mentions.by_sentence[a.tokens[i].sentence] if m.head == i}
    return frozenset(found)


def with_marked(made: Made, marks: Iterable[Spans]) -> Made:
    """The same with rows for marked actors that the program does not list: whom it lists is not what is fitted here."""
    text, new = made["document"].text, []
    for spans in marks:
        if not named(made, spans) and spans[0] not in [a.names[0][0] for a in new]:
            words = tuple((Span(*s),) for s in spans)
            new.append(
                Actor(id=f"marked{len(new)}", name=text[slice(*spans[0])], kind="unnamed", names=words, made_by="mark")
            )
    return {**made, "actors": (*made["actors"], *new)}


def own_stories(folder: Path) -> Iterator[Marked]:
    """The project's own stories; of an event's triggers the first."""
    for number, story in enumerate(read_stories(folder)):
        if not story.events:
            continue
        document = Document(story.text, attribution.paragraphs(story.text), Metadata(language="en"))
        made = with_marked(
            read_until("events", document), [s for e in story.events for s in (*e.actors, *e.recipients)]
        )
        events = []
        for e in story.events:
            if trigger := trigger_at(made, Span(*e.triggers[0]), e.type):
                events.append((trigger, ([named(made, s) for s in e.actors], [named(made, s) for s in e.recipients])))
        yield Marked(f"story {number}", made, sorted(events, key=lambda x: x[0].index))


def plover(table: Path) -> Iterator[Marked]:
    """Sentences with a source and a target: of the lexicon's triggers of the type the one whose slots hold them best."""
    with table.open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines, delimiter="\t"):
            text, spans, since = "", {"s": [], "t": []}, 0
            for piece in re.split(r"(</?[st]>)", line["marked_sentence"]):
                mark = re.fullmatch(r"<(/?)([st])>", piece)
                if mark and mark[1]:
                    spans[mark[2]].append((since, len(text)))
                since, text = (len(text), text) if mark else (since, text + piece)
            if not (spans["s"] and spans["t"]):
                continue
            made = read_until("events", Document(text, attribution.paragraphs(text), Metadata(language="en")))
            made = with_marked(made, [spans["s"], spans["t"]])
            source, target = named(made, spans["s"]), named(made, spans["t"])
            a = made["analysis"]
            inside = [{t.index for span in spans[k] for t in a.at(Span(*span))} for k in "st"]
            fitting = [t for t in find_triggers(a, lexicon()) if t.type == line["gold_root"]]
            if fitting and source and target:
                best = max(fitting, key=lambda t: len(inside[0] & {*t.actors}) + len(inside[1] & {*t.recipients}))
                yield Marked(f"plover {line['sentence_id']}", made, [(best, ([source], [target]))])


def examples(articles: Iterable[Marked], told: bool) -> Iterator[Example]:
    """Both sides of all events; with `told` what came before is known, else it is what was chosen."""
    for article in articles:
        a = article.made["analysis"]
        chooser = choosing.Chooser(a, article.made["actors"], article.made["attributions"], lexicon(), None)
        for trigger, (actors, recipients) in article.events:
            seen = chooser.see(trigger)
            first = chooser.choose(seen, "actor")
            shares = {i: 1 / len(actors) for ids in actors for i in ids} if told else first.shares
            second = chooser.choose(replace(seen, acting=shares), "recipient")
            left = choosing.pick(a, first, "actor")
            right = choosing.pick(a, second, "recipient", left)
            yield Example(article, "actor", first, actors, left)
            yield Example(article, "recipient", second, recipients, right)
            if told:
                left, right = (
                    tuple(i for i in c.shares if any(i in ids for ids in side))
                    for c, side in ((first, actors), (second, recipients))
                )
            chooser.remember(trigger, left, right)


class Logit:
    """The examples as a matrix: a row for each candidate and for nobody, a column for each feature."""

    def __init__(self, found: Sequence[Example]) -> None:
        tables = [[*(c.features for c in e.choice.candidates), e.choice.nothing] for e in found]
        seen = Counter(name for table in tables for row in table for name in row)
        self.names = sorted(name for name, count in seen.items() if count >= SEEN)
        place = {name: n for n, name in enumerate(self.names)}
        cells = [[(place[f], x) for f, x in row.items() if f in place] for table in tables for row in table]
        pointers = np.cumsum([0, *(len(c) for c in cells)])
        flat = [cell for row in cells for cell in row]
        shape = (len(cells), len(self.names))
        self.matrix = csr_matrix(([x for _, x in flat], [f for f, _ in flat], pointers), shape=shape)
        sizes = np.array([len(t) for t in tables])
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        self.owner = np.repeat(np.arange(len(tables)), sizes)
        self.weights = np.array([1.0 if e.article.counts else OTHER for e in found])
        rows, groups, shares = [], [], []
        for e, start, weight in zip(found, self.starts, self.weights, strict=True):
            held = [[n for n, c in enumerate(e.choice.candidates) if c.actor in ids] for ids in e.right]
            held = [h for h in held if h] or [[len(e.choice.candidates)]]
            for group in held:
                rows += [start + n for n in group]
                groups += [len(shares)] * len(group)
                shares.append(weight / len(held))
        self.rows, self.groups, self.shares = np.array(rows), np.array(groups), np.array(shares)

    def loss(self, v: Any) -> tuple[float, Any]:
        """What is made small, and its slope."""
        scores = self.matrix @ v
        share = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.owner])
        share /= np.add.reduceat(share, self.starts)[self.owner]
        held = np.bincount(self.groups, share[self.rows]) + 1e-12
        slope = self.weights[self.owner] * share
        np.subtract.at(slope, self.rows, self.shares[self.groups] * share[self.rows] / held[self.groups])
        total = RIDGE * float(v @ v) / 2 - float(self.shares @ np.log(held))
        return total, self.matrix.T @ slope + RIDGE * v

    def fitted(self) -> dict[str, float]:
        """The weight of each feature."""
        best = minimize(self.loss, np.zeros(len(self.names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
        return {n: round(float(x), 2) for n, x in zip(self.names, best, strict=True) if abs(x) >= LEAST}


def use(weights: dict[str, float]) -> None:
    """Reads on with these weights."""
    made = {**BARS, "weights": weights}
    choosing.load = lambda name: made if name == "arguments" else loader.load(name)


def fit(articles: Sequence[Marked]) -> dict[str, float]:
    """The weights of some articles."""
    use({})
    use(Logit(list(examples(articles, told=True))).fitted())
    weights = Logit(list(examples(articles, told=False))).fitted()
    use(weights)
    return weights


def half(article: Marked) -> str:
    """Which half an article is in."""
    return "AB"[hashlib.md5(article.name.encode()).digest()[0] % 2]


def judged(found: Iterable[Example]) -> Counter[tuple[str, str]]:
    """How many sides are found whole or rightly left, and how many names are right."""
    count: Counter[tuple[str, str]] = Counter()
    for e in found:
        right = frozenset().union(*e.right)
        count[e.side, "some" if e.right else "none"] += 1
        count[e.side, "found" if e.right else "left"] += (
            all(ids & {*e.picked} for ids in e.right) if e.right else not e.picked
        )
        count[e.side, "names"] += len(e.picked)
        count[e.side, "right"] += sum(i in right for i in e.picked)
    return count


def main() -> None:
    """The command."""
    shared = Path(sys.argv[1])
    spec = importlib.util.spec_from_file_location("score_gold", shared / "tools" / "score_gold.py")
    if spec is None or spec.loader is None:
        sys.exit("no tools/score_gold.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    news = list(world_news(scorer, shared / "data" / "world_news"))
    others = [*own_stories(Path(__file__).with_name("stories")), *plover(shared / "data" / "plover" / "PLV_train.tsv")]
    for side in "AB":
        fit([*(m for m in news if half(m) != side), *others])
        count = judged(examples([m for m in news if half(m) == side], told=False))
        for s in choosing.SIDES:
            n = {word: count[s, word] for word in ("found", "some", "left", "none", "right", "names")}
            print(
                f"{side} {s:10s}found {n['found'] / n['some']:.3f} of {n['some']}, rightly empty {n['left'] / n['none']:.3f} "
                f"of {n['none']}, names right {n['right'] / n['names']:.3f} of {n['names']}"
            )
    if len(sys.argv) > 2:
        made = {**BARS, "weights": fit([*news, *others]) | LINKS}
        with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
            out.write(
                "# What speaks for an actor that may be a side of an event: weights of layers/happening/choosing.py, written by\n"
                "# training/events/fit_arguments.py. `least` is the share from which the likeliest is taken, `against_nobody` how\n"
                "# much of nobody's share it must reach; `joined` and `beside` how much of its share those reach that are taken\n"
                '# beside it, joined to it by "and" or not. A feature begins with its side, a(ctor) or r(ecipient).\n'
            )
            for table, rows in made.items():
                lines = (f'"{k}" = {v}\n' for k, v in sorted(rows.items()))
                out.write(f"\n[{table}]\n" + "".join(lines))


if __name__ == "__main__":
    main()
