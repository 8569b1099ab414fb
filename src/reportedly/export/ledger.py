"""A record as plain text to read, print or send: what the article says, row by row, with its words.

In: a `Record`. Out: text of at most 100 columns where words allow, without control characters.
"""

import textwrap
from collections.abc import Iterable, Iterator

from reportedly.record import Record
from reportedly.views import ArticleView, article, visible

WIDTH = 100
INDENT = " " * 6


def as_ledger(record: Record) -> str:
    """The ledger of one record."""
    view = article(record)
    sections = (
        ("WHO SAID WHAT", _attributions(view)),
        ("WHAT HAPPENED", _events(view)),
        ("FIGURES", _figures(view)),
        ("CHECKS", _checks(view)),
        ("TIMES", (_row(t.label, f"{t.words} = {t.value or 'not settled'}", t.type.lower()) for t in view.times)),
        ("PLACES", _places(view)),
        ("WORDING", _wording(view)),
        ("ACTORS", _actors(view)),
        ("SET ASIDE, NOT READ FOR CLAIMS", (_row("", f"{a.kind}: {a.text}") for a in view.asides)),
    )
    lines = list(_head(view))
    for title, rows in sections:
        body = list(rows)
        if body:
            lines += ["", title, *body]
    return visible("\n".join(lines))


def _head(view: ArticleView) -> Iterator[str]:
    yield from textwrap.wrap(view.title, WIDTH) or [""]
    outlet = view.outlet or "outlet not known"
    day = view.published.isoformat() if view.published else "day not known"
    agency, byline = view.agency and f"credits {view.agency}", view.byline and f"by {view.byline}"
    yield from textwrap.wrap(_listed((outlet, agency, byline)), WIDTH)
    yield from textwrap.wrap(
        day + (f" ({view.basis})" if view.basis else "") + (f": {view.reasons}" if view.reasons else ""), WIDTH
    )
    if view.url:
        yield " ".join(view.url.split())
    if view.contexts:
        yield from textwrap.wrap(f"About: {_listed(view.contexts)}", WIDTH)
    shares = "; ".join(f"{v.name} {v.share:.0%}" for v in view.voices[:6])
    if shares:
        yield from textwrap.wrap(f"Words in each voice: {shares}" + ("; …" if len(view.voices) > 6 else ""), WIDTH)


def _row(label: str, first: str, *more: str) -> str:
    """A row: its label and what it says, then particulars on lines of their own."""
    lines = textwrap.wrap(first, WIDTH - len(INDENT)) or [""]
    for part in filter(None, more):
        lines += textwrap.wrap(part, WIDTH - len(INDENT))
    return f"{label:<6}" + f"\n{INDENT}".join(lines)


def _listed(parts: Iterable[str | None]) -> str:
    return ", ".join(p for p in parts if p)


def _attributions(view: ArticleView) -> Iterator[str]:
    for a in view.attributions:
        how = f"{a.source or '(no source)'} | {a.cue or '(runs on)'}"
        held = _listed((a.within and f"inside {a.within}", a.cited_by and f"cited by {a.cited_by}"))
        kind = _listed((a.stance, a.anonymity, a.mode, held))
        yield _row(a.label, " > ".join(a.chain), a.content, f"{how}  [{kind}]")


def _events(view: ArticleView) -> Iterator[str]:
    for e in view.events:
        who = f"{_listed(e.actor) or '(nobody named)'} -> {_listed(e.recipient) or '(nobody named)'}"
        words = "; ".join((e.words, *e.mentions))
        yield _row(e.label, f"{e.type}{f' ({e.mode})' if e.mode else ''}, {e.status.replace('_', ' ')}: {who}", words, _listed((e.place, e.date, _voice(e.voice, e.claimed_by))))  # fmt: skip


def _figures(view: ArticleView) -> Iterator[str]:
    for f in view.figures:
        number = f"{'about ' if f.approximate else ''}{f.range} {f.what}"
        where = _listed(
            (f.who and f"who: {f.who}", *f.scope, f.part_of and f"part of {f.part_of}", _voice(f.voice, f.claimed_by))
        )
        yield _row(f.label, number, f.words, where)


def _checks(view: ArticleView) -> Iterator[str]:
    for c in view.checks:
        yield _row(c.label, f"{c.words}: {'fits' if c.holds else 'does not fit'} ({c.kind} of {_listed(c.figures)})")


def _places(view: ArticleView) -> Iterator[str]:
    for p in view.places:
        known = _listed((p.name, p.division, p.country)) or "not settled"
        at = f"{p.latitude:.3f}, {p.longitude:.3f}" if p.latitude is not None and p.longitude is not None else ""
        yield _row(p.label, f"{p.words} = {known}", _listed((p.kind, at)))


def _wording(view: ArticleView) -> Iterator[str]:
    for w in view.wording:
        kind = w.kind.replace("_", " ") + (f" of {w.target}" if w.target else "")
        yield _row(w.label, f"{w.words}: {kind}, {_voice(w.voice, w.claimed_by)}")


def _actors(view: ArticleView) -> Iterator[str]:
    for a in view.actors:
        names = "; ".join(f"{words} x{n}" if n > 1 else words for words, n in a.names)
        yield _row(a.label, f"{a.name} ({_listed((a.kind, a.country, a.sector))})", names)


def _voice(name: str, claimed_by: str | None) -> str:
    return f"said by {name} ({claimed_by})" if claimed_by else "in the outlet's own voice"
