"""The verb `demo`: the sample stories, read into a casebook, with pages to look at.

In: a folder. Out: `stories/`, `stories.duckdb`, `index.html` and a page an article in it, what was found on standard
output, and an exit code.
"""

from importlib.resources import files
from pathlib import Path

from reportedly.cli.codes import ExitCode
from reportedly.cli.reading import Means, into_book, options
from reportedly.cli.terminal import console, result, shown, table
from reportedly.errors import Misuse

TITLE = "Two invented stories, told by four invented outlets each"


def run(folder: str) -> int:
    """Read the sample stories; the exit code."""
    place = Path(folder)
    stories = _copied(place / "stories")
    code = into_book([str(stories)], options(), str(place / "stories.duckdb"), Means())
    if code != ExitCode.WRONG:
        _report(place)
    return code


def _copied(to: Path) -> Path:
    """The folder `to` with the stories in it. Their days are those of the stories, not of today."""
    try:
        to.mkdir(parents=True, exist_ok=True)
        for story in sorted((files("reportedly") / "demo" / "stories").iterdir(), key=lambda s: s.name):
            if story.is_file():
                (to / story.name).write_bytes(story.read_bytes())
    except OSError as error:
        raise Misuse(f"{to} cannot be written: {error.strerror}") from error
    return to


def _report(place: Path) -> None:
    """Write the pages, and say what was found."""
    from reportedly.casebook import Casebook
    from reportedly.views import highlights, overview
    from reportedly.web import write_site

    with Casebook(place / "stories.duckdb", read_only=True) as book:
        pages = write_site(book, place, TITLE)
        seen, high = overview(book), highlights(book)
    to = console()
    rows = (
        (a.outlet or "not known", a.title, a.attributions, a.anonymous, a.longest_chain, a.events, a.figures)
        for a in seen.articles
    )
    columns = ("Outlet", "Article", "#Said", "#Anonymous", "#Chain", "#Events", "#Figures")
    table(to, "What was found", columns, rows)
    result("\n" + "; ".join(f"{n:,} {name}" for name, n in (("articles", len(seen.articles)), *seen.totals)))
    result(
        f"{high.anonymous:,} attributions to anonymous sources, {high.denials:,} denials, {high.loaded:,} loaded words"
    )
    if high.longest:
        result(f"\n{high.chains:,} statements reach the reader through a chain of three or more, such as")
        for c in high.longest:
            to.print(shown(f"  {' › '.join(c.chain)}", "bold"))
            to.print(shown(f"    {' '.join(c.content.split())}"))
    if high.unfit:
        result("\nSums that do not fit:")
        for u in high.unfit:
            result(f"  {u.outlet}: {u.words}")
    result(f"\nOpen {pages[0]} in a browser, or: reportedly show {place / 'stories.duckdb'}")
