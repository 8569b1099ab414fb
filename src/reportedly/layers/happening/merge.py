"""One event, one row: mentions of one event in an article are brought together.

In: drafts in text order. Out: the drafts that name rows, each with those that were merged into it. A draft chooses among
the rows of its type before it and "a new one" (a conditional logit over what speaks for each; weights in the knowledge
file `merging`, fitted by `training/events/fit_merging.py`): the same word again, a definite noun, a word that hangs on the
other, arguments, status, day and place that agree or do not. Rows whose arguments, modes, days or places contradict each
other are never one, nor are what happened and what is planned, asked for, threatened, possible or did not happen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log1p

from reportedly import knowledge
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening.triggers import Trigger

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
_REAL = frozenset({"actual", "ongoing"})
NEAR = 10
"""Rows of a type that are looked at, the last ones, beside the last of the same word: a bound on time in long texts."""
MOST = 100
"""Mentions of one row; those that follow open another. No article has so many of one event: a bound on time in long texts,
since a draft is held against all mentions of a row."""
_ENDINGS = ("ing", "ation", "ion", "ment", "al", "ed", "er", "e", "s")


@dataclass(slots=True)
class Draft:
    """An event before it is a row: its trigger, status, arguments as ids, and the attribution that holds it."""

    trigger: Trigger
    status: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: str | None
    date: str | None
    within: str | None
    confidence: float | None = None
    others: list["Draft"] = field(default_factory=list)


def _differ(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one) and bool(other) and not set(one) & set(other)


def contradict(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one type cannot be one event."""
    modes = {one.trigger.mode, other.trigger.mode} - {None}
    # A denial is of what another says has happened: it may be one event with it. In world_news one in eight pairs of the
    # other statuses is, with a word in common one in four; as many choices are right with this as without.
    happened = {draft.status in _REAL for draft in (one, other) if draft.status != "denied"}
    return (
        len(modes) > 1
        or len(happened) > 1
        or bool(one.date and other.date and one.date != other.date)
        or bool(one.place and other.place and one.place != other.place)
        or (_differ(one.actor, other.actor) and _differ(one.recipient, other.recipient))
    )


def key_of(a: Analysis, trigger: Trigger) -> str:
    """What repeats when a trigger is repeated: its lemma without its ending, so that a noun and a verb of one act meet."""
    lemma = a.tokens[trigger.index].lemma.lower()
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma[: -len(ending)]
    return lemma


def _is_definite(a: Analysis, token: Token) -> bool:
    return any(t.lower in _DEFINITE for t in a.below(token.index, "det", "poss"))


def _hangs_on(a: Analysis, later: Draft, earlier: Draft) -> bool:
    """Whether one trigger is the subject or object of the other, in one sentence."""
    x, y = a.tokens[later.trigger.index], a.tokens[earlier.trigger.index]
    return (y.head == x.index and y.dep in {"nsubj", "nsubjpass", "dobj"}) or (
        x.head == y.index and x.dep in {"dobj", "xcomp"}
    )


def _sides(name: str, one: Sequence[str], other: Sequence[str]) -> dict[str, float]:
    if not one or not other:
        return {f"{name}, one says none": 1.0} if one or other else {}
    return {f"{name} agrees": 1.0} if set(one) & set(other) else {f"{name} differs": 1.0}


def signals_of(a: Analysis, draft: Draft, row: Draft) -> dict[str, float]:
    """What speaks for and against a draft being the event of an earlier row."""
    x = a.tokens[draft.trigger.index]
    members = (row, *row.others)
    near = min(members, key=lambda m: (x.sentence - a.tokens[m.trigger.index].sentence, -m.trigger.index))
    distance = x.sentence - a.tokens[near.trigger.index].sentence
    noun = x.pos in {"NOUN", "PROPN"}
    same = any(key_of(a, m.trigger) == key_of(a, draft.trigger) for m in members)
    found = {"an earlier row": 1.0, "distance": log1p(distance)}
    found |= _sides("actor", draft.actor, row.actor) | _sides("recipient", draft.recipient, row.recipient)
    told = {
        "same word": same,
        "same word, noun": same and noun,
        "definite noun": noun and _is_definite(a, x),
        "definite noun, same word": noun and same and _is_definite(a, x),
        "same sentence": distance == 0,
        "hangs on it": any(_hangs_on(a, draft, m) for m in members),
        "same status": draft.status == row.status,
        "one is real, one is not": (draft.status in _REAL) != (row.status in _REAL),
        "same day": bool(draft.date and draft.date == row.date),
        "same place": bool(draft.place and draft.place == row.place),
        "the title's": a.sentence_of(a.tokens[row.trigger.index]).is_title,
        "both sides agree": bool(set(draft.actor) & set(row.actor) and set(draft.recipient) & set(row.recipient)),
        "the last of its type": False,
        f"type {draft.trigger.type}": True,
    }
    return found | {name: 1.0 for name, is_so in told.items() if is_so}


@cache
def _weights() -> tuple[Mapping[str, float], float]:
    told = knowledge.load("merging")
    return told["weights"], float(told["bar"])


class Rows:
    """The rows so far, as later drafts look them up."""

    def __init__(self, analysis: Analysis) -> None:
        self._a = analysis
        self.all: list[Draft] = []
        self._of_type: dict[str, list[Draft]] = {}
        self._of_word: dict[tuple[str, str], Draft] = {}

    def candidates(self, draft: Draft) -> list[tuple[Draft, dict[str, float]]]:
        """The rows that a draft may belong to, the nearest first, with what speaks for each."""
        near = self._of_type.get(draft.trigger.type, [])[-NEAR:][::-1]
        same = self._of_word.get((draft.trigger.type, key_of(self._a, draft.trigger)))
        if same is not None and same not in near:
            near.append(same)
        found = [
            (row, signals_of(self._a, draft, row))
            for row in near
            if 1 + len(row.others) < MOST and not any(contradict(m, draft) for m in (row, *row.others))
        ]
        if found:
            found[0][1]["the last of its type"] = 1.0
        return found

    def add(self, draft: Draft, row: Draft | None) -> None:
        """Takes a draft in, as a mention of `row` or as a row of its own."""
        if row is None:
            self.all.append(draft)
            self._of_type.setdefault(draft.trigger.type, []).append(draft)
        else:
            row.others.append(draft)
        self._of_word[draft.trigger.type, key_of(self._a, draft.trigger)] = row or draft


def merge(a: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that name rows, in text order, each with the drafts that were merged into it.

    Raises `KnowledgeError` where the weights cannot be read.
    """
    weights, bar = _weights()
    rows = Rows(a)
    for draft in drafts:
        scored = [
            (sum(weights.get(name, 0.0) * value for name, value in signals.items()), -n, row)
            for n, (row, signals) in enumerate(rows.candidates(draft))
        ]
        best = max(scored, key=lambda s: s[:2], default=None)
        rows.add(draft, best[2] if best is not None and best[0] > bar else None)
    return rows.all
