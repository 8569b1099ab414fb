"""Nesting and chains: which attribution stands inside which, and through whose hands a content came.

In: the spans of statements, and who hands on whose. Out: for each the number of the innermost one whose content holds
it, and the list of names from the outlet inwards.
"""

from collections.abc import Sequence

from reportedly.document import Words
from reportedly.layers.statement import Statement


def innermost(statements: Sequence[Statement]) -> list[int | None]:
    """For each statement the number of the innermost other one whose content holds its cue and its content."""
    pieces = sorted((s.start, -s.end, n) for n, st in enumerate(statements) for s in st.content)
    found: list[int | None] = [None] * len(statements)
    order = sorted(range(len(statements)), key=lambda n: place(statements[n]))
    open_: list[tuple[int, int, int]] = []
    at = 0
    for n in order:
        start = place(statements[n])
        while at < len(pieces) and pieces[at][0] <= start:
            open_.append((pieces[at][0], -pieces[at][1], pieces[at][2]))
            at += 1
        open_ = [p for p in open_ if p[1] > start]
        around = [p for p in open_ if p[2] != n and holds(statements[p[2]], statements[n])]
        if around:
            found[n] = min(around, key=lambda p: (size(statements[p[2]].content), p[0], p[2]))[2]
    return found


def place(statement: Statement) -> int:
    """Where a statement's cue begins, or its content where it has none."""
    return (statement.cue or statement.content)[0].start


def size(words: Words) -> int:
    """How many characters words take."""
    return sum(s.end - s.start for s in words)


def holds(outer: Statement, inner: Statement) -> bool:
    """Whether the content of `outer` holds all of `inner`'s cue and content, and more."""
    inside = all(any(o.holds(s) for o in outer.content) for s in (*inner.cue, *inner.content))
    return inside and size(inner.content) < size(outer.content)


def chain_of(number: int, parents: Sequence[int | None], names: Sequence[str | None], outlet: str) -> tuple[str, ...]:
    """The names from the outlet inwards to statement `number`. `names` holds each statement's first speaker, its
    source's words, or None where it has no source."""
    inwards: list[str] = []
    at: int | None = number
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        inwards.append(names[at] or UNNAMED)
        at = parents[at]
    return (outlet, *reversed(inwards))


UNNAMED = "unnamed"
"""Stands in a chain for a source that the text leaves out."""
