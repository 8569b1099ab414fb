"""Figures made by hand over a plain text, for tests of what arithmetic does with them: no parse, no model."""

import re
from dataclasses import replace

from plain import plain
from reportedly.document import Span
from reportedly.layers.checks import read_checks
from reportedly.record import Figure, Time


def fig(words, what="killed", *, at=1, of=None, low=None, high=..., **fields):
    """A maker of the figure at the `at`-th place of `words`, with the first number in them as its value and what stands
    behind as those counted; `of` is the words of its whole."""

    def make(document):
        start = [m.start() for m in re.finditer(re.escape(words), document.text)][at - 1]
        number = re.search(r"\d[\d,.]*", words)
        least = float(number.group().replace(",", "")) if number and low is None else low
        after = words[number.end() :].strip() if number else ""
        behind = start + len(words) - len(after)
        row = Figure(
            id=f"f-{words}" + (f"-{at}" if at > 1 else ""),
            words=(Span(start, start + len(words)),),
            low=least,
            high=least if high is ... else high,
            approximate=False,
            what=what,
            who=(Span(behind, behind + len(after)),) if after and "percent" not in after else (),
            part_of=f"f-{of}" if of else None,
            made_by="rule: part" if of else "rule: quantity",
        )
        return replace(row, **fields)

    return make


def numbered(span, value):
    """A figure of so many dead at a place, without those counted."""
    row = {"id": f"f-{span.start}", "words": (span,), "low": value, "high": value}
    return Figure(approximate=False, what="killed", made_by="rule: quantity", **row)


def when(words, day):
    """A maker of a time, a single day."""

    def make(document):
        start = document.text.index(words)
        return Time(
            id=f"t-{words}",
            words=(Span(start, start + len(words)),),
            type="DATE",
            value=day.isoformat(),
            begin=day,
            end=day,
            made_by="rule: test",
        )

    return make


def told(text, *figures, times=(), places=(), attributions=()):
    """The checks of a text: kind, whether it holds, and its words."""
    document, analysis = plain(text)
    rows = [make(document) for make in figures]
    times = [make(document) for make in times]
    found = read_checks(document, analysis, rows, times=times, places=places, attributions=attributions)
    return [(c.kind, c.holds, c.words) for c in found]
