"""The invented articles whose wording is annotated: `wording_stories/{open,held}/NAME.txt` with `NAME.gold.yaml`.

In: the folder of a split. Out: for each article its text, what the program is told about it, and its wording rows,
each with its tokens, the names of its target and the names of whoever speaks. `wording_stories/README.md` says which
words are annotated, and as what. Refuses, by listing it in `problems`, words that the text does not hold, a voice that
is no attribution, words that stand outside the content of their voice, and a target that is no actor.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from invented_articles import Tokens, golds, opened
from ledger_gold import choices
from reportedly.record.vocabulary import WORDING_KINDS

STORIES = Path(__file__).with_name("wording_stories")
OUTLET = "outlet"
"""The voice of what no attribution holds."""


@dataclass(frozen=True)
class Story:
    """An article: its text, its outlet and day, and the gold's wording rows (each with `tokens`), attributions and
    actors by their first name."""

    name: str
    path: Path
    text: str
    outlet: str
    published: date
    wording: tuple[dict[str, Any], ...]
    attributions: dict[str, dict[str, Any]]
    actors: dict[str, list[str]]


def stories(split: str, folder: Path = STORIES) -> list[Story]:
    """The articles of a split, in the order of their names."""
    return [story(path) for path in golds(folder / split)]


def story(path: Path) -> Story:
    """One article, from the path of its gold."""
    name, text_path, text, gold = opened(path)
    tokens = Tokens(text)
    rows = tuple(w | {"tokens": tokens.find(w["words"], w.get("nth", 1))} for w in gold["wording"])
    said = gold["document"]
    return Story(
        name,
        text_path,
        text,
        said["outlet"],
        said["published"],
        rows,
        {a["id"]: a for a in gold.get("attributions") or ()},
        {a["name"]: a["names"] for a in gold.get("actors") or ()},
    )


def problems(of: Story) -> Iterator[str]:
    """What is wrong with the annotation of one article, a sentence each."""
    tokens = Tokens(of.text)
    taken: set[int] = set()
    for row in of.wording:
        where = f"{of.name} [{row['words']}]"
        if not row["tokens"]:
            yield f"{where}: its words are not in the text"
        if row["tokens"] & taken:
            yield f"{where}: its words are another row's too"
        taken |= row["tokens"]
        if row["kind"] not in WORDING_KINDS:
            yield f"{where}: there is no kind {row['kind']}"
        if row["target"] is not None and row["target"] not in of.actors:
            yield f"{where}: its target is no actor"
        if row["voice"] != OUTLET:
            content = of.attributions.get(row["voice"], {}).get("content", ())
            if not any(row["words"] in piece for piece in content):
                yield f"{where}: its voice does not say its words"
    for attribution in of.attributions.values():
        words = (attribution["source"], attribution["cue"], attribution["speaker"], *attribution["content"])
        yield from (
            f"{of.name} {attribution['id']}: [{w}] is not in the text"
            for w in words
            if w and not (tokens.find(w) or tokens.find(w[0].swapcase() + w[1:]))
        )
    for names in of.actors.values():
        yield from (f"{of.name}: the name {n} is not in the text" for n in choices(names) if not tokens.find(n))
