"""HTML pages that stand alone: one of an article, one of a casebook.

In: an `ArticleView`, or an `Overview` with the addresses of its articles' pages. Out: HTML as text, ready for UTF-8.
Templates escape every value, control characters are made visible first, and the content security policy in the page
allows nothing but the page's own style and script, by their hashes.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from reportedly.views import Account, ArticleView, Overview, Segment, visible

TEMPLATES = ("base.html", "article.html", "panels.html", "index.html")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
KINDS_OF_VOICE = (
    ("outlet", "the outlet's own voice"),
    ("named", "named sources"),
    ("described", "described sources"),
    ("anonymous", "anonymous sources"),
    ("document", "documents"),
)


class Voiced(Protocol):
    """A row that stands in a voice."""

    @property
    def voice(self) -> str:
        """Whose voice."""


def article_page(view: ArticleView, home: str = "") -> str:
    """The page of one article. `home` is the address of the casebook's page, relative; empty for none."""
    return _page(
        "article.html",
        targets(view),
        view=view,
        home=home,
        layers=_layers(view),
        shares=_shares(view),
        by_voice=_by_voice(view.wording),
        linked=view.url.startswith(("https://", "http://")),
    )


def index_page(name: str, overview: Overview, account: Account, pages: Mapping[str, str]) -> str:
    """The page of a casebook called `name`; `pages` gives the address of each article's page by the article's id."""
    return _page("index.html", "", name=name, overview=overview, account=account, pages=pages)


def targets(view: ArticleView) -> str:
    """Style that lights up the words of the row that the page's address points at, without any script."""
    tables = (view.attributions, view.events, view.figures, view.times, view.places, view.wording, view.actors)
    rows = [
        f":root:has(#r-{row.label}:target, #t-{row.label}:target) .m-{row.label}" for table in tables for row in table
    ]
    return ",\n".join(rows) + " { background: var(--hit); box-shadow: 0 2px 0 var(--focus); }\n" if rows else ""


def _page(template: str, extra_style: str, **values: Any) -> str:
    style, script = static("page.css") + extra_style, static("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    page: str = environment().get_template(template).render(
        style=Markup(style), script=Markup(script), policy=Markup(policy), **values
    )  # fmt: skip
    return page


@cache
def static(name: str) -> str:
    """A packaged file of this room."""
    return (files("reportedly.web") / "static" / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """The templates, with escaping on and every value made visible."""
    folder = files("reportedly.web") / "templates"
    sources = {name: (folder / name).read_text(encoding="utf-8") for name in TEMPLATES}
    env = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, finalize=_finalize,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    env.filters |= {"day": day, "share": share, "classes": classes, "visible": visible}
    return env


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    return "" if value is None else visible(str(value))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def day(value: date | None) -> str:
    """A day for people, such as `5 March 2025`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else "not known"


def share(part: float) -> str:
    """A share of one as a percentage, such as `41%`; what is more than nothing is never shown as 0."""
    return "<1%" if 0 < part < 0.005 else f"{part * 100:.0f}%"


def classes(segment: Segment) -> str:
    """The classes of a segment: its roles, how deep it is nested, and a class for each row that it belongs to."""
    depth = [f"d{min(segment.depth, 4)}"] if segment.depth else []
    return " ".join((*segment.roles(), *depth, *(f"m-{label}" for label in segment.labels())))


def _layers(view: ArticleView) -> list[tuple[str, str, int]]:
    """The panels of the page: what each is called in classes and to people, and how many rows it has."""
    return [
        ("attributions", "Who said what", len(view.attributions)),
        ("events", "Events", len(view.events)),
        ("figures", "Figures", len(view.figures)),
        ("times", "Times", len(view.times)),
        ("places", "Places", len(view.places)),
        ("wording", "Wording", len(view.wording)),
        ("actors", "Actors", len(view.actors)),
    ]


def _shares(view: ArticleView) -> list[tuple[str, str, float, float]]:
    """Kinds of voice that have words: class, name, where the bar begins and how long it is, both as shares of one."""
    out, at = [], 0.0
    total = sum(v.words for v in view.voices) or 1
    for kind, name in KINDS_OF_VOICE:
        part = sum(v.words for v in view.voices if v.kind == kind) / total
        if part:
            out.append((kind, name, at, part))
        at += part
    return out


def _by_voice(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows grouped by voice, in the order in which voices come first."""
    grouped: dict[str, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row.voice, []).append(row)
    return grouped
