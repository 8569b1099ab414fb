"""Writing to people: results on standard output, remarks on standard error, colour on terminals alone.

In: text and tables. Out: what a terminal shows. Every text goes through `visible`, so that no character of an article
or of a file's name can move the cursor, colour the screen or turn words round.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.views.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDTH = 100
"""Columns where the output is no terminal."""


def remark(sentence: str) -> None:
    """Say something on standard error, on a line of its own."""
    sys.stderr.write(visible(" ".join(sentence.split())) + "\n")
    sys.stderr.flush()


def result(text: str) -> None:
    """Write a line of the result to standard output."""
    sys.stdout.write(visible(text) + "\n")


def console() -> "Console":
    """A console for results."""
    from rich.console import Console

    class Results(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    width = None if sys.stdout.isatty() else WIDTH
    return Results(file=sys.stdout, highlight=False, markup=False, emoji=False, width=width)


def shown(text: object, style: str = "") -> "Text":
    """A text as the console may print it."""
    from rich.text import Text

    return Text(visible("" if text is None else str(text)), style=style, overflow="fold")


def table(to: "Console", title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table. A column whose name begins with `#` holds numbers. Nothing is printed where there is no row."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = list(rows)
    if not made:
        return
    if title:
        to.print(shown(f"\n{title}", "bold"))
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for name in columns:
        number = name.startswith("#")
        grid.add_column(shown(name.lstrip("#")), justify="right" if number else "left", overflow="fold", no_wrap=number)
    for row in made:
        grid.add_row(*(cell if isinstance(cell, Text) else shown(cell) for cell in row))
    to.print(grid)
