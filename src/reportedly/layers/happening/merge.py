"""One event, one row: mentions of one event in an article are brought together.

In: drafts in text order. Out: groups of them, each led by the draft that names the row. Merged are drafts of one type
whose arguments do not contradict each other, when the later one points back (a definite noun, the same word again) or
hangs on the earlier one ("the attack killed nine"). Whatever may be a second event stays one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening.triggers import Trigger

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
_REAL = frozenset({"actual", "ongoing"})
_FAR = 12
"""Sentences over which a bare repetition still points back; a definite noun reaches over the whole article."""


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
    others: list["Draft"] = field(default_factory=list)


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _compatible(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one type may be one event."""
    if one.trigger.type != other.trigger.type:
        return False
    modes = {one.trigger.mode, other.trigger.mode} - {None}
    if len(modes) > 1:
        return False
    real = (one.status in _REAL, other.status in _REAL)
    if real[0] != real[1] or (one.status != other.status and not all(real)):
        return False
    if one.date and other.date and one.date != other.date:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    return _agree(one.actor, other.actor) and _agree(one.recipient, other.recipient)


def _key(a: Analysis, draft: Draft) -> str:
    """What repeats when a trigger is repeated: its lemma, the noun and the verb of one act alike."""
    lemma = a.tokens[draft.trigger.index].lemma.lower()
    for ending in ("ing", "ation", "ion", "ment", "al", "ed", "er", "e", "s"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma[: -len(ending)]
    return lemma


def _is_definite(a: Analysis, token: Token) -> bool:
    return any(t.lower in _DEFINITE for t in a.below(token.index, "det", "poss"))


def _hangs_on(a: Analysis, later: Draft, earlier: Draft) -> bool:
    """Whether one trigger is the subject or object of the other, in one sentence."""
    x, y = a.tokens[later.trigger.index], a.tokens[earlier.trigger.index]
    if x.sentence != y.sentence:
        return False
    return (y.head == x.index and y.dep in {"nsubj", "nsubjpass", "dobj"}) or (
        x.head == y.index and x.dep in {"dobj", "xcomp"}
    )


def _points_back(a: Analysis, later: Draft, earlier: Draft) -> bool:
    """Whether the later draft repeats the earlier one."""
    x, y = a.tokens[later.trigger.index], a.tokens[earlier.trigger.index]
    same = _key(a, later) == _key(a, earlier)
    if x.pos in {"NOUN", "PROPN"} and _is_definite(a, x):
        return same or x.sentence - y.sentence <= _FAR
    return same and x.sentence - y.sentence <= _FAR


def merge(a: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that name rows, in text order, each with the drafts that were merged into it."""
    rows: list[Draft] = []
    for draft in drafts:
        home = None
        for row in reversed(rows):
            if not all(_compatible(m, draft) for m in (row, *row.others)):
                continue
            if any(_hangs_on(a, draft, m) for m in (row, *row.others)) or _points_back(a, draft, row):
                home = row
                break
        if home is None:
            rows.append(draft)
        else:
            home.others.append(draft)
    return rows
