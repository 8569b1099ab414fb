"""An article in the terminal: its text with attributions marked and their labels in the margin, then its record.

In: an `ArticleView` and a console. Out: what the console prints. Source, cue and content are told apart by style where
there is colour; the labels in the margin lead to the tables without it.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reportedly.cli.naming import cell
from reportedly.cli.terminal import shown, table
from reportedly.views import ArticleView, Balance, Part

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = (("source", "bold blue"), ("cue", "italic magenta"))
CONTENT = ("", "green", "cyan", "yellow")
"""The style of content by how deep it is nested."""


def print_article(view: ArticleView, to: "Console") -> None:
    """Print the article and its tables."""
    _head(view, to)
    _text(view, to)
    _legend(to)
    _attributions(view, to)
    _happenings(view, to)
    _settings(view, to)
    if view.asides:
        table(to, "Set aside, not read for claims", ("Kind", "Words"), ((a.kind, a.text) for a in view.asides))


def _head(view: ArticleView, to: "Console") -> None:
    to.print(shown(view.title, "bold"))
    day = view.published.isoformat() if view.published else "day not known"
    to.print(shown(", ".join(filter(None, (
        view.outlet or "outlet not known", view.agency and f"credits {view.agency}", view.byline and f"by {view.byline}",
        day + (f" ({view.basis})" if view.basis else ""),
    )))))  # fmt: skip
    for line in filter(None, (view.reasons, view.url)):
        to.print(shown(line, "dim"))
    if view.contexts:
        to.print(shown(f"About: {', '.join(view.contexts)}", "dim"))
    voices = "; ".join(f"{v.name} {v.share:.0%}" for v in view.voices[:6])
    if voices:
        to.print(shown(f"Words in each voice: {voices}{'; …' if len(view.voices) > 6 else ''}", "dim"))
        to.print(shown(_balance(view.balance), "dim"))
    to.print()


def _balance(balance: Balance) -> str:
    """Whose words, on whose authority, in a line."""
    words = ", ".join(f"{n / (balance.words or 1):.0%} {name}" for name, n in balance.words_by_voice())
    claims = ", ".join(f"{n} {name}" for name, n in balance.claims if n)
    return f"Of {balance.words:,} words {words}; claims by source: {claims or 'none'}; different origins: {balance.origins}"


def _text(view: ArticleView, to: "Console") -> None:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=8, justify="right", overflow="fold")
    grid.add_column(overflow="fold")
    for part in view.parts:
        if part.kind != "title":
            grid.add_row(_margin(part), _marked(part))
            grid.add_row("", "")
    to.print(grid)


def _margin(part: Part) -> "Text":
    """The labels of the attributions that begin in a part, two a line."""
    labels = [label for label in part.opens if label.startswith("A")]
    return shown("\n".join(" ".join(labels[i : i + 2]) for i in range(0, len(labels), 2)), "dim")


def _marked(part: Part) -> "Text":
    from rich.text import Text

    text = Text(overflow="fold", style="bold" if part.kind == "heading" else "")
    for segment in part.segments:
        roles = segment.roles()
        style = next((style for role, style in STYLES if role in roles), CONTENT[min(segment.depth, 3)])
        text.append_text(shown(segment.text, style))
    return text


def _legend(to: "Console") -> None:
    from rich.text import Text

    if to.is_terminal:
        parts = (
            ("who says it", STYLES[0][1]),
            (" says ", STYLES[1][1]),
            ("what is said", CONTENT[1]),
            (", inside it what others say", CONTENT[2]),
        )
        to.print(Text.assemble(*parts))


def _attributions(view: ArticleView, to: "Console") -> None:
    def rows() -> Iterator[tuple[object, ...]]:
        for a in view.attributions:
            held = ", ".join(filter(None, (a.within and f"inside {a.within}", a.cited_by and f"cited by {a.cited_by}")))
            said = f"{a.content}\n{a.source or '(no source)'} | {a.cue or '(runs on)'}" + (f"\n{held}" if held else "")
            yield a.label, " › ".join(a.chain), said, a.stance, a.anonymity, a.mode

    table(to, "Who said what", ("", "Chain", "Words", "Stance", "Source is", "Mode"), rows())


def _happenings(view: ArticleView, to: "Console") -> None:
    events = (
        (
            e.label, e.type + (f"\n{e.mode}" if e.mode else ""), e.status.replace("_", " "), ", ".join(e.actor) or "—",
            ", ".join(e.recipient) or "—", "; ".join((e.words, *e.mentions)), ", ".join(filter(None, (e.place, e.date))),
            _voice(e.voice, e.claimed_by),
        )
        for e in view.events
    )  # fmt: skip
    table(to, "Events", ("", "Type", "Status", "Actor", "Recipient", "Words", "Where and when", "Voice"), events)
    figures = (
        (
            f.label, ("about " if f.approximate else "") + f.range, f.what, f.words,
            ", ".join((*f.scope, *([f"part of {f.part_of}"] if f.part_of else []))),
            _voice(f.voice, f.claimed_by),
        )
        for f in view.figures
    )  # fmt: skip
    table(to, "Figures", ("", "#Range", "What", "Words", "Where and when", "Voice"), figures)
    checks = (
        (c.label, c.words, "fits" if c.holds else "does not fit", c.kind, " ".join(c.figures)) for c in view.checks
    )
    table(to, "Checks", ("", "Sum", "", "Kind", "Figures"), checks)


def _settings(view: ArticleView, to: "Console") -> None:
    times = (
        (t.label, t.words, t.value or "not settled", t.mod or "", _days(t.begin, t.end), t.type.lower())
        for t in view.times
    )
    table(to, "Times", ("", "Words", "Value", "", "Days", "Type"), times)
    moments = (
        (_days(m.begin, m.end), m.label, m.words, " ".join((m.kind, m.status.replace("_", " "))).strip(), _voice(m.voice, m.claimed_by))
        for m in view.timeline
    )  # fmt: skip
    table(to, "Timeline", ("Days", "", "Words", "What", "Voice"), moments)
    places = (
        (p.label, p.words, ", ".join(filter(None, (p.name, p.division, p.country))) or "not settled", p.kind or "", _at(p.latitude, p.longitude))
        for p in view.places
    )  # fmt: skip
    table(to, "Places", ("", "Words", "Place", "Kind", "#Coordinates"), places)
    wording = (
        (w.label, w.words, w.kind.replace("_", " "), w.target or "", _voice(w.voice, w.claimed_by))
        for w in view.wording
    )
    table(to, "Wording", ("", "Words", "Kind", "Of", "Voice"), wording)
    actors = (
        (a.label, a.name, ", ".join(filter(None, (a.kind, a.country, a.sector))), "; ".join(f"{w} ×{n}" if n > 1 else w for w, n in a.names))
        for a in view.actors
    )  # fmt: skip
    table(to, "Actors", ("", "Name", "Kind", "Names"), actors)
    named = ((n.actor, cell(n.own) or "—", cell(n.others) or "—") for n in view.naming if n.count > 1)
    table(
        to,
        "How actors are named, those named more than once",
        ("Actor", "In the outlet's own voice", "In others' voices"),
        named,
    )


def _days(begin: date | None, end: date | None) -> str:
    if begin is None:
        return ""
    return begin.isoformat() if end in {None, begin} else f"{begin.isoformat()} to {end and end.isoformat()}"


def _at(latitude: float | None, longitude: float | None) -> str:
    return f"{latitude:.3f}, {longitude:.3f}" if latitude is not None and longitude is not None else ""


def _voice(name: str, claimed_by: str | None) -> str:
    return f"{claimed_by} {name}" if claimed_by else "the outlet's own"
