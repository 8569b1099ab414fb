"""The account of a casebook: every input and what became of it, with counts that add up.

In: an open `Casebook`, and a state where only inputs in it are wanted. Out: an `Account`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.errors import REASONS, Reason, State
from reportedly.record import SourceRow

if TYPE_CHECKING:
    from reportedly.casebook import Casebook


@dataclass(frozen=True, slots=True)
class Input:
    """One input. `why` is the reason's sentence with what is particular to the case; empty for what was read."""

    name: str
    format: str
    state: str
    reason: str
    why: str
    document: str
    parent: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Account:
    """`counts` holds every state; `inputs` is their sum; `rows` are the inputs that were asked for."""

    inputs: int
    counts: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[str, int, str], ...]
    rows: tuple[Input, ...]

    def sentence(self) -> str:
        """The account in words: `8 inputs = 7 read + 0 skipped + 1 failed + 0 pending`."""
        parts = " + ".join(f"{n:,} {state}" for state, n in self.counts)
        return f"{self.inputs:,} {'input' if self.inputs == 1 else 'inputs'} = {parts}"

    @property
    def unread(self) -> tuple[Input, ...]:
        """Those of `rows` that were not read."""
        return tuple(r for r in self.rows if r.state != State.READ)


ORDER = (State.READ, State.SKIPPED, State.FAILED, State.PENDING)


def account(casebook: "Casebook", state: State | None = None) -> Account:
    """The account of a casebook; `rows` hold the inputs in `state`, or all of them, by name."""
    counts = casebook.counts()
    rows = casebook.sources()
    reasons: dict[str, int] = {}
    for row in rows:
        if row.reason:
            reasons[row.reason] = reasons.get(row.reason, 0) + 1
    return Account(
        sum(counts.values()),
        tuple((s.value, counts[s]) for s in ORDER),
        tuple((r, n, _sentence(r)) for r, n in sorted(reasons.items(), key=lambda x: (-x[1], x[0]))),
        tuple(entry(row) for row in rows if state is None or row.state == state),
    )


def entry(row: SourceRow) -> Input:
    """One input of the account."""
    return Input(
        row.name,
        row.format or "",
        row.state,
        row.reason or "",
        why(row),
        row.document or "",
        row.parent or "",
        row.size,
    )


def why(row: SourceRow) -> str:
    """Why an input was not read, in a sentence; empty where it was or waits."""
    sentence = _sentence(row.reason or "")
    return f"{sentence} ({row.detail})" if sentence and row.detail else sentence or row.detail or ""


def _sentence(reason: str) -> str:
    """A reason's sentence; the code itself where it is none of the list, as in a casebook changed by hand."""
    return REASONS[Reason(reason)][1] if reason in set(Reason) else reason
