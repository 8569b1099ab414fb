"""The invented articles whose figures are annotated: `ledger_stories/{open,held}/NAME.txt` with `NAME.gold.yaml`.

In: the folder of a split. Out: for each article its text, what the program is told about it, its figures and its
checks, with words turned into tokens of the text. `ledger_stories/README.md` says how a figure is annotated.
Refuses, by listing it in `problems`, words that the text does not hold, ids that resolve to nothing, and bounds in the
wrong order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from invented_articles import Tokens, golds, opened
from reportedly.record import vocabulary

STORIES = Path(__file__).with_name("ledger_stories")
EXACT_WORDS = ("who", "place", "period", "method")
"""Fields whose gold is exact words of the text, or a list of them any of which is right."""
WHOLE_FIGURE = {
    "id", "words", "low", "high", "approximate", "unit", "what", "place", "period", "as_of", "tally", "method", "speaker",
}  # fmt: skip
"""What every figure says. `who` is left out where nobody is counted (money, a length of time), and is then not judged."""


@dataclass(frozen=True)
class Story:
    """An article: its text, its outlet and day, and the gold's figures (each with `tokens`) and checks."""

    name: str
    path: Path
    text: str
    outlet: str
    published: date
    figures: tuple[dict[str, Any], ...]
    checks: tuple[dict[str, Any], ...]


def choices(value: Any) -> list[str]:
    """The words that are right: one, several, or none at all."""
    return [] if value is None else value if isinstance(value, list) else [value]


def stories(split: str, folder: Path = STORIES) -> list[Story]:
    """The articles of a split, in the order of their names."""
    return [story(path) for path in golds(folder / split)]


def story(path: Path) -> Story:
    """One article, from the path of its gold."""
    name, text_path, text, gold = opened(path)
    tokens = Tokens(text)
    figures = tuple(f | {"tokens": tokens.find(f["words"], f.get("nth", 1))} for f in gold["figures"])
    said = gold["document"]
    return Story(name, text_path, text, said["outlet"], said["published"], figures, tuple(gold["checks"]))


def problems(of: Story) -> Iterator[str]:
    """What is wrong with the annotation of one article, a sentence each."""
    tokens = Tokens(of.text)
    ids = [f["id"] for f in of.figures]
    if len(set(ids)) != len(ids):
        yield f"{of.name}: an id stands twice"
    for figure in of.figures:
        where = f"{of.name} {figure['id']}"
        if missing := WHOLE_FIGURE - set(figure):
            yield f"{where}: says nothing of {', '.join(sorted(missing))}"
        if not figure["tokens"]:
            yield f"{where}: its words are not in the text"
        for field in EXACT_WORDS:
            yield from (
                f"{where}: {field} is not in the text" for w in choices(figure.get(field)) if not tokens.find(w)
            )
        if figure["speaker"] not in (None, "outlet") and not tokens.find(figure["speaker"]):
            yield f"{where}: its speaker is not in the text"
        if None not in (figure["low"], figure["high"]) and figure["low"] > figure["high"]:
            yield f"{where}: the least is more than the most"
        if figure["what"] not in vocabulary.FIGURE_KINDS or figure["tally"] not in (None, *vocabulary.TALLIES):
            yield f"{where}: a word that is not in its vocabulary"
        if figure.get("part_of", ids[0]) not in ids:
            yield f"{where}: is part of nothing"
    for check in of.checks:
        if check["kind"] not in vocabulary.CHECK_KINDS or not set(check["figures"]) <= set(ids):
            yield f"{of.name}: a check of a kind or of figures that there are not: {check}"
