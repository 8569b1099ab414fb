"""An earlier count that the text goes back to: "the toll had stood at 30 on Monday", "compared with 96,000 in November".

In: a ledger. Out: changes, each an earlier count with a later one of the same thing in its sentence or beside it.
"""

from collections.abc import Iterator

from reportedly.knowledge import load
from reportedly.layers.arithmetic.changing import Change, alike
from reportedly.layers.arithmetic.ledger import CASUALTIES, Ledger, Measure

BACK = 3
"""How many sentences away the later count may stand. Not tuned."""
PEOPLE = (*CASUALTIES, "affected")
"""Kinds of figures that a source is said to have spoken of."""
BEHIND = 6
"""How many words behind a number its time may stand. Not tuned."""
CLAUSE = 9
"""How many words before a number may name what it was a count of. Not tuned."""


def recalled(here: Ledger) -> Iterator[Change]:
    """Each earlier count with the later one beside it."""
    for sentence in sorted(here.in_sentence):
        row = here.in_sentence[sentence]
        for i, m in enumerate(row):
            before = row[i - 1] if i else None
            if before is not None and _compared(here, m):
                if alike(before, m):
                    yield Change(m, before, 1 if (before.floor or 0) > (m.floor or 0) else -1)
            elif before is not None and _corrected(here, m):
                if alike(before, m):
                    yield Change(m, before)
            elif _goes_back(here, m) and (later := _later(here, m)):
                yield Change(m, later)


def _compared(here: Ledger, m: Measure) -> bool:
    """ "130,000 children, compared with 96,000 in November"."""
    lead, words = here.before(m, 2), load("arithmetic")["recalled"]["compared"]
    behind = any(i in here.dated for i in range(m.end, m.end + BEHIND))
    return behind and " ".join(lead) in words


def _corrected(here: Ledger, m: Measure) -> bool:
    """ "44 dead, not 51 as it had said"."""
    lead, following = here.before(m, 1), here.after(m, 4)
    return lead[-1:] == ["not"] and "as" in following and any(w in ("had", "said", "previously") for w in following)


def _goes_back(here: Ledger, m: Measure) -> bool:
    """ "It had been 30", "the figure stood at 30", "the institute had spoken of 12 deaths"."""
    lead, words = here.before(m, CLAUSE), load("arithmetic")["recalled"]
    if m.sentence not in here.dated_sentences:
        return False
    clause = [w for w in lead if w not in ("at", "about", "only", "still", "had")]
    if clause[-1:] and clause[-1] in words["states"]:
        return clause[-2:-1] != [] and clause[-2] in words["subjects"]
    told = [i for i, w in enumerate(lead) if w in words["verbs"] and "had" in lead[max(0, i - 2) : i]]
    return bool(told) and m.figure.what in PEOPLE


def _later(here: Ledger, earlier: Measure) -> Measure | None:
    """The count beside it that it is compared with: the nearest of the same thing, in the sentences before and behind."""
    sentences = [earlier.sentence, *(earlier.sentence + d * s for d in range(1, BACK + 1) for s in (-1, 1))]
    for s in sentences:
        for m in here.in_sentence.get(s, ()):
            bare = not earlier.noun and earlier.figure.what == "other"
            same = m.figure.what == earlier.figure.what or bare or m.noun == earlier.noun != ""
            if m is earlier or m.figure.part_of or m.floor is None or _goes_back(here, m) or not same:
                continue
            if alike(m, earlier) and m.figure.what != "duration" and m.first != earlier.first:
                return m
    return None
