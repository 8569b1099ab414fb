"""Wording against invented articles of many kinds of outlet whose loaded words are annotated (`wording_stories`).

usage: wording.py [--split open|held] [--losses N] [--json]

The annotations were written before anybody saw what the program makes of the articles, and without its word lists.
`open` may be read while lists are written, `held` only measures: `--losses` refuses it. Each article is read with
its outlet and its day.

- *Found*: a row and a gold row are paired once, best first, where half of the words of the shorter are the other's too.
  *Found, KIND* counts only the rows of a kind on both sides, so that a pair of two kinds is an error in both.
- *Kind* is an accuracy over the pairs.
- *Target*: precision over the pairs whose row names an actor, recall over those whose gold does; *target, all* is the
  share of pairs in which both name the same actor or both name none. An actor is the same by one of its names.
- *Outlet or not*: the share of pairs in which both have the outlet's voice or both have somebody else's. *Speaker*:
  over the pairs with somebody else's voice in gold, the share in which the source is the same by its words or by its name.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from invented_articles import Row, Tally, Tokens, command, read
from ledger import meaning, names
from reportedly.record.vocabulary import WORDING_KINDS
from wording_gold import OUTLET, STORIES, Story, stories

Pair = tuple[Row, Row]
SAME_WORDS = 0.5  # as the scorer of gold files asks


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that is in the other."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def pairs(gold: Iterable[Row], rows: Iterable[Row]) -> list[Pair]:
    """Gold rows with the rows that stand for them, each at most once: most of their words in common first."""
    nearness = [
        (len(g["tokens"] & r["tokens"]) / len(g["tokens"] | r["tokens"]), i, j, g, r)
        for i, g in enumerate(gold)
        for j, r in enumerate(rows)
        if overlap(g["tokens"], r["tokens"]) >= SAME_WORDS
    ]
    found: list[Pair] = []
    taken: set[tuple[str, int]] = set()
    for _, i, j, g, r in sorted(nearness, key=lambda n: (-n[0], n[1], n[2])):
        if not taken & {("gold", i), ("row", j)}:
            taken |= {("gold", i), ("row", j)}
            found.append((g, r))
    return found


def same_actor(wanted: Iterable[str], name: str, mentions: Iterable[str]) -> bool:
    """Whether an actor of the record, by its name or a mention of it, has one of the wanted names."""
    wanted = list(wanted)
    called = {meaning(n) for n in (name, *mentions)}
    return any(meaning(w) in called for w in wanted) or any(names(w, name) for w in wanted)


def compare_targets(tally: Tally, of: Story, found: Iterable[Pair], record: Row) -> None:
    """Adds whom the paired rows colour."""
    actors = {a["id"]: a for a in record["actors"]}
    for gold, row in found:
        wanted, given = gold["target"], row["target"] and actors[row["target"]["id"]]
        right = bool(
            wanted and given and same_actor(of.actors[wanted], given["name"], (n["words"] for n in given["names"]))
        )
        tally.add("target", right, given is not None, wanted is not None)
        tally.accuracy("target, all", right or not (wanted or given))
        tally.loss(
            right or not (wanted or given),
            f"{of.name} [{gold['words']}] target: wants {wanted}, has {given and given['name']}",
        )


def compare_voices(tally: Tally, of: Story, found: Iterable[Pair], record: Row) -> None:
    """Adds whose words the paired rows are."""
    attributions = {a["id"]: a for a in record["attributions"]}
    for gold, row in found:
        wanted = None if gold["voice"] == OUTLET else of.attributions[gold["voice"]]
        given = None if row["voice"] == OUTLET else attributions[row["voice"]]
        own = (wanted is None) == (given is None)
        tally.accuracy("outlet or not", own)
        called = [*given["speaker"], given["source"]["words"] if given["source"] else ""] if given else []
        right = own
        if wanted is not None:
            speakers = [w for w in (wanted["speaker"], wanted["source"]) if w]
            right = any(names(w, c) for w in speakers for c in called)
            tally.accuracy("speaker", right)
        voice = wanted["speaker"] or wanted["source"] if wanted else OUTLET
        tally.loss(right, f"{of.name} [{gold['words']}] voice: wants {voice}, has {called or OUTLET}")


def compare(tally: Tally, of: Story, record: Row) -> None:
    """Adds one article: what its record, as JSON's terms, says against its gold."""
    if record["document"]["text"] != of.text.rstrip("\n"):
        sys.exit(f"{of.name}: the record's text is not the article's, so that characters cannot be compared")
    tokens = Tokens(of.text)
    rows = [r | {"tokens": tokens.cover(r["spans"])} for r in record["wording"]]
    found = pairs(of.wording, rows)
    tally.add("found", len(found), len(rows), len(of.wording))
    for kind in WORDING_KINDS:
        right = sum(g["kind"] == r["kind"] == kind for g, r in found)
        tally.add(f"found, {kind}", right, *(sum(w["kind"] == kind for w in side) for side in (rows, of.wording)))
    for gold, row in found:
        tally.accuracy("kind", gold["kind"] == row["kind"])
        tally.loss(
            gold["kind"] == row["kind"],
            f"{of.name} [{gold['words']}] kind: wants {gold['kind']}, has {row['kind']}",
        )
    compare_targets(tally, of, found, record)
    compare_voices(tally, of, found, record)
    for name, side, other in (("missed", of.wording, [g for g, _ in found]), ("extra", rows, [r for _, r in found])):
        for one in side:
            tally.loss(
                any(one is o for o in other), f"{of.name} [{one['words']}] {name}: {one['kind']}, {_around(of, one)}"
            )


def _around(of: Story, row: Row) -> str:
    """The words around a row."""
    places = Tokens(of.text).places
    start, end = places[min(row["tokens"])][0], places[max(row["tokens"])][1]
    return f"… {' '.join(of.text[max(0, start - 40) : end + 40].split())} …"


def measure(folder: Path) -> Tally:
    """All measures over the articles of one split's folder."""
    tally = Tally()
    for of in stories(folder.name, folder.parent):
        compare(tally, of, read(of))
    return tally


def main() -> None:
    """The command."""
    command(__doc__, STORIES, measure, 22)


if __name__ == "__main__":
    main()
