"""HTML pages that stand alone: one of an article, one of a casebook.

In: an `ArticleView`, or an `Overview` and a `Comparison` with the addresses of the articles' pages. Out: HTML as text, ready for UTF-8.
Templates escape every value, control characters are made visible first, and the content security policy in the page
allows nothing but the page's own style and script, by their hashes.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from reportedly.views import Account, ArticleView, Comparison, Overview, Segment, Voiced, visible

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


KINDS_OF_WORDS = {
    "own": "the outlet's own words",
    "paraphrased": "sources', without quotation marks",
    "quoted": "sources', in quotation marks",
}
LOUDEST = 3
"""Voices that are named beside an outlet's own."""
MOST_SHARED = 12
"""Actors whose naming by several outlets is shown: what a reader takes in. `reportedly naming` has all."""
Bar = list[tuple[str, str, int, float, float]]
"""The parts of a bar: class, name, count, where the part begins and how long it is, both as shares of one."""


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
        bars=_bars(view),
        actor_labels={a.id: a.label for a in view.actors},
        linked=view.url.startswith(("https://", "http://")),
    )


def index_page(name: str, overview: Overview, account: Account, pages: Mapping[str, str], compared: Comparison) -> str:
    """The page of a casebook called `name`; `pages` gives the address of each article's page by the article's id, and
    `compared` its outlets side by side."""
    outlets = [_outlet(o) for o in compared.outlets]
    return _page(
        "index.html", "", name=name, overview=overview, account=account, pages=pages, outlets=outlets,
        shared=_shared(compared),
    )  # fmt: skip


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


def _bars(view: ArticleView) -> tuple[Bar, Bar]:
    """Whose words the article has, and what the sources of its claims are."""
    kinds = dict(KINDS_OF_VOICE)
    words = [(kind, KINDS_OF_WORDS[kind], n) for kind, n in view.balance.words_by_voice()]
    return _bar(words), _bar([(kind, kinds[kind], n) for kind, n in view.balance.claims])


def _bar(counts: Iterable[tuple[str, str, int]]) -> Bar:
    """Counts end to end; those of nothing are left out."""
    made = [c for c in counts if c[2]]
    total, at, parts = sum(n for _, _, n in made), 0, []
    for kind, name, n in made:
        parts.append((kind, name, n, at / total, n / total))
        at += n
    return parts


def _outlet(outlet: Voiced) -> dict[str, Any]:
    """An outlet's line in the table of whose words its articles are made of."""
    balance = outlet.balance
    words = balance.words_by_voice()
    others = [v for v in balance.voices if v.kind != "outlet" and v.words]
    return {
        "name": outlet.name, "words": balance.words, "bar": _bar([(k, KINDS_OF_WORDS[k], n) for k, n in words]),
        "shares": [n / (balance.words or 1) for _, n in words], "origins": balance.origins,
        "loudest": ", ".join(f"{v.name} {share(v.share)}" for v in others[:LOUDEST]),
    }  # fmt: skip


def _shared(compared: Comparison) -> list[dict[str, Any]]:
    """The actors that two outlets or more name, `MOST_SHARED` at most, each with those outlets and its naming there."""
    shared = []
    for actor in compared.actors:
        by = [(o.name, cell) for o, cell in zip(compared.outlets, actor.cells, strict=True) if cell and cell.count]
        if len(by) > 1:
            shared.append({"name": actor.actor, "by": by})
    return shared[:MOST_SHARED]


def _by_voice(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows grouped by voice, in the order in which voices come first."""
    grouped: dict[str, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row.voice, []).append(row)
    return grouped
