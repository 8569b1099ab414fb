"""Figures and checks against invented articles whose figures are annotated (`ledger_stories`).

usage: ledger.py [--split open|held] [--losses N] [--json]

The articles were annotated before it was seen what the program makes of them. `open` may be read while the rules are
written, `held` only measures: `--losses` refuses it. Each article is read with its outlet and its day.

- *Found*: a row and a gold figure are paired once, best first, where one holds the digits of the other (a word,
  where there is no digit). *Value* is found with the same low and high.
- *approximate*, *unit*, *what*, *speaker* (the outlet's voice, or a source whose words or name are gold's): accuracy
  over the pairs.
- *who*, *place*, *period*, *as_of*, *tally*, *method*, *part_of*: precision over the pairs where the row says
  something, recall over those where gold does. Words are right where they share half of all their words, articles and
  prepositions left aside. *Near* is the share of pairs right where gold's words stand in the figure's own sentence.
- *Checks* are found where they use the same figures, a number that is said again being the same figure. *Holds* and
  *kind* are accuracies over those found; a *misfit* is a check that does not hold.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from invented_articles import Row, Tally, Tokens, command, read
from ledger_gold import STORIES, Story, choices, stories

Pair = tuple[Row, Row]
ACCURACIES = ("approximate", "unit", "what")
WORDS_FIELDS = ("who", "place", "period", "method")
FIELDS = (*WORDS_FIELDS, "as_of", "tally", "part_of")
SAME_WORDS = 0.5  # as much as the scorer of gold files asks of words that are no trigger
EMPTY_WORDS = frozenset(
    ("a", "an", "the", "of", "in", "at", "on", "to", "for", "from", "by", "its", "his", "her", "their", "this", "that")
)


def meaning(words: str) -> frozenset[str]:
    """The words in small letters without articles and prepositions; all of them where nothing else is left."""
    every = frozenset(re.findall(r"\w+", words.lower()))
    return every - EMPTY_WORDS or every


def alike(one: str, other: str) -> bool:
    """Whether two pieces of text share half of all their words."""
    a, b = meaning(one), meaning(other)
    return bool(a | b) and len(a & b) / len(a | b) >= SAME_WORDS


def names(one: str, other: str) -> bool:
    """Whether a name holds more than half of the shorter of the two, as "Governor Brandt" and "Brandt" do."""
    a, b = meaning(one), meaning(other)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) > SAME_WORDS


def pairs(tokens: Tokens, gold: Iterable[Row], rows: Iterable[Row]) -> list[Pair]:
    """Gold figures with the rows that stand for them, each at most once, best overlap first."""
    nearness = [
        (len(g["tokens"] & r["tokens"]) / len(g["tokens"] | r["tokens"]), i, j, g, r)
        for i, g in enumerate(gold)
        for j, r in enumerate(rows)
        if tokens.numbers(g["tokens"]) & r["tokens"] or tokens.numbers(r["tokens"]) & g["tokens"]
    ]
    found: list[Pair] = []
    taken: set[tuple[str, int]] = set()
    for _, i, j, g, r in sorted(nearness, key=lambda n: (-n[0], n[1], n[2])):
        if not taken & {("gold", i), ("row", j)}:
            taken |= {("gold", i), ("row", j)}
            found.append((g, r))
    return found


def said(row: Row, field: str) -> str | None:
    """A field of a row as words; None where it is empty."""
    value = row[field]
    return (value["words"] or None) if isinstance(value, dict) else value


def same_speaker(gold: str | None, row: Row, attributions: dict[str, Row]) -> bool:
    """Whether a row's claimant is gold's: the outlet, nobody named (None), or a source by its words or by its name."""
    within = attributions.get(row["within"] or "")
    if within is None or gold == "outlet":
        return within is None and gold == "outlet"
    source = within["source"]
    called = [*within["speaker"], source["words"] if source else ""]
    return not any(called) if gold is None else any(names(gold, name) for name in called)


def compare_fields(tally: Tally, of: Story, found: list[Pair], record: Row) -> None:
    """Adds what the paired rows say beside their value."""
    tokens = Tokens(of.text)
    attributions = {a["id"]: a for a in record["attributions"]}
    gold_of = {r["id"]: g["id"] for g, r in found}
    for gold, row in found:
        where = f"{of.name} {gold['id']} [{gold['words']}]"
        for field in ACCURACIES:
            right = gold[field] == row[field]
            tally.accuracy(field, right)
            tally.loss(right, f"{where} {field}: wants {gold[field]}, has {row[field]}")
        right = same_speaker(gold["speaker"], row, attributions)
        tally.accuracy("speaker", right)
        claimed = attributions[row["within"]]["speaker"] if row["within"] else "outlet"
        tally.loss(right, f"{where} speaker: wants {gold['speaker']}, has {claimed}")
        for field in FIELDS:
            if field == "who" and "who" not in gold:
                continue
            wanted, given = choices(gold.get(field)), said(row, field)
            if field == "part_of":
                given = given and gold_of.get(given, "a row that gold has not")
            if field in WORDS_FIELDS:
                right = given is not None and any(alike(w, given) for w in wanted)
            else:
                right = given is not None and given in map(str, wanted)
            tally.add(field, right, given is not None, bool(wanted))
            tally.loss(right or not (wanted or given), f"{where} {field}: wants {wanted}, has {given}")
            near = tokens.sentence(min(gold["tokens"]))
            if field in WORDS_FIELDS and any(meaning(w) <= near for w in wanted):
                tally.accuracy(f"{field}, near", right)


def restated(figures: Iterable[Row]) -> dict[str, str]:
    """Each figure's id with that of the first figure of the same value, unit and kind: a number that is said again."""
    first: dict[object, str] = {}
    return {f["id"]: first.setdefault((f["low"], f["high"], f["unit"], f["what"]), f["id"]) for f in figures}


def compare_checks(tally: Tally, of: Story, found: list[Pair], record: Row) -> None:
    """Adds the checks of one article."""
    same = restated(of.figures)
    gold_of = {r["id"]: same[g["id"]] for g, r in found}
    wanted = {frozenset(same[i] for i in c["figures"]): c for c in of.checks}
    given = {frozenset(gold_of.get(i, i) for i in c["figures"]): c for c in record["checks"]}
    both = [ids for ids in wanted if ids in given]
    tally.add("checks found", len(both), len(given), len(wanted))
    for ids in both:
        tally.accuracy("checks, holds", wanted[ids]["holds"] == given[ids]["holds"])
        tally.accuracy("checks, kind", wanted[ids]["kind"] == given[ids]["kind"])
    misfits = [{ids for ids, c in checks.items() if not c["holds"]} for checks in (given, wanted)]
    tally.add("misfits found", len(misfits[0] & misfits[1]), *map(len, misfits))
    shown = {f["id"]: f["words"] for f in of.figures} | {f["id"]: f["words"] for f in record["figures"]}
    for name, checks, others in (("missed", wanted, given), ("extra", given, wanted)):
        for ids, check in checks.items():
            words = [shown[i] for i in check["figures"]]
            tally.loss(ids in others, f"{of.name} check {name}: {check['kind']} {words} {check['holds']}")


def compare(tally: Tally, of: Story, record: Row) -> None:
    """Adds one article: what its record, as JSON's terms, says against its gold."""
    tokens = Tokens(of.text)
    if record["document"]["text"] != of.text.rstrip("\n"):
        sys.exit(f"{of.name}: the record's text is not the article's, so that characters cannot be compared")
    rows = [r | {"tokens": tokens.cover(r["spans"])} for r in record["figures"]]
    found = pairs(tokens, of.figures, rows)
    tally.add("found", len(found), len(rows), len(of.figures))
    values = [(g["low"], g["high"]) == (r["low"], r["high"]) for g, r in found]
    tally.add("value", sum(values), len(rows), len(of.figures))
    for (gold, row), right in zip(found, values, strict=True):
        tally.loss(right, f"{of.name} {gold['id']} [{gold['words']}] value: has {row['low']} to {row['high']}")
    for gold in of.figures:
        tally.loss(gold["id"] in {g["id"] for g, _ in found}, f"{of.name} {gold['id']} [{gold['words']}] missed")
    for row in rows:
        tally.loss(row["id"] in {r["id"] for _, r in found}, f"{of.name} [{row['words']}] extra: {row['what']}")
    compare_fields(tally, of, found, record)
    compare_checks(tally, of, found, record)


def measure(folder: Path) -> Tally:
    """All measures over the articles of one split's folder."""
    tally = Tally()
    for of in stories(folder.name, folder.parent):
        compare(tally, of, read(of))
    return tally


def main() -> None:
    """The command."""
    command(__doc__, STORIES, measure, 16)


if __name__ == "__main__":
    main()
