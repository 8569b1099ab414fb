"""What a web page says of itself: title, outlet, byline, address, language and day of publication.

In: a parsed page. Out: `Metadata`. It is read from JSON-LD (schema.org), Open Graph, Dublin Core and the `meta`
elements that publishers use, in that order, and never searched for in the page's words. A day in the address counts
as the page's own statement of its day where nothing else says one. What cannot be parsed is not known; it refuses
nothing.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from reportedly.document import Basis, Metadata
from reportedly.ingest.encodings import clean

_ARTICLE_TYPES = {"article", "newsarticle", "reportagenewsarticle", "blogposting", "report", "analysisnewsarticle"}
_ARTICLE_TYPES |= {"backgroundnewsarticle", "opinionnewsarticle", "liveblogposting", "webpage"}

_TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "headline")
_OUTLETS = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher", "cre")
_BYLINES = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "date.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "published_time", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "citation_publication_date", "article.published", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "displaydate", "date",
)  # fmt: skip
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_IN_ADDRESS = re.compile(r"/(19[89]\d|20\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/.-]|$)")


def page_metadata(tree: Any, address: str = "") -> Metadata:
    """The metadata of a page, from its root element; `address` is where it was found, if anywhere."""
    meta = _meta(tree)
    linked = next(_articles(tree), {})
    url = _canonical(tree, meta, address)
    published, reasons = _published(tree, meta, linked, url)
    return Metadata(
        title=_first(_text(linked.get("headline")), *(meta.get(n, "") for n in _TITLES), _title(tree)),
        outlet=_first(
            *(meta.get(n, "") for n in _OUTLETS[:1]),
            _name(linked.get("publisher")),
            *(meta.get(n, "") for n in _OUTLETS[1:]),
        ),
        byline=_first(
            _name(linked.get("author")), *(meta.get(n, "") for n in _BYLINES if "://" not in meta.get(n, ""))
        ),
        url=url,
        language=_language(tree, meta),
        published=published,
        basis=Basis.METADATA if published else None,
        reasons=reasons,
    )


def _first(*candidates: str) -> str:
    return next((found for c in candidates if (found := " ".join(clean(c).split())[:500])), "")


def _meta(tree: Any) -> dict[str, str]:
    """The content of `meta` elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content") or ""
        for key in ("property", "name", "itemprop"):
            if (name := element.get(key)) and content.strip():
                found.setdefault(name.strip().lower(), content)
    return found


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that a page's JSON-LD describes, those of a news type first."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            waiting = [json.loads((script.text or "").strip(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and len(nodes) < 1000:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node[:1000])
            elif isinstance(node, dict):
                nodes.append(node)
                waiting.extend(node[k] for k in ("@graph", "mainEntity") if k in node)
    typed = [(_types(node), node) for node in nodes]
    typed = [(kinds, node) for kinds, node in typed if kinds & _ARTICLE_TYPES]
    yield from (node for kinds, node in sorted(typed, key=lambda t: t[0] <= {"webpage"}))


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """The name of a person or organisation in JSON-LD, or the names of several."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(n for v in value[:20] if not isinstance(v, list) and (n := _name(v))))
    if isinstance(value, dict):
        return "" if isinstance(value.get("name"), dict) else _name(value.get("name"))
    return "" if "://" in _text(value) else _text(value).strip()


def _title(tree: Any) -> str:
    """The page's only first heading, else its title without the outlet's name after a bar or dash."""
    headings = [" ".join("".join(h.itertext()).split()) for h in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = next((t.text or "" for t in tree.iter("title")), "")
    return re.split(r"\s+[|–—»]\s+|\s+-\s+(?=[^-]{1,40}$)", title.strip(), maxsplit=1)[0]


def _canonical(tree: Any, meta: dict[str, str], address: str) -> str:
    links = [e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for candidate in (*links, meta.get("og:url", ""), address):
        try:
            url = urljoin(address, candidate.strip())
            parts = urlsplit(url)
        except ValueError:
            continue
        if candidate and parts.scheme in {"http", "https"} and parts.netloc:
            return clean(url)[:2000]
    return ""


def _language(tree: Any, meta: dict[str, str]) -> str:
    html = next(tree.iter("html"), None)
    told = (
        (html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or "") if html is not None else ""
    )
    code = re.split("[-_]", (told or meta.get("og:locale", "") or meta.get("content-language", "")).strip())[0].lower()
    return code if re.fullmatch("[a-z]{2,3}", code) else ""


def _published(tree: Any, meta: dict[str, str], linked: dict[str, Any], url: str) -> tuple[date | None, str]:
    """The day of publication and, where the address alone says it, that reason."""
    told = [_text(linked.get("datePublished"))]
    told += [e.get("datetime") or "" for e in tree.iter("time") if _is_publication(e)]
    for words in (*(meta.get(n, "") for n in _DAYS[:3]), *told, *(meta.get(n, "") for n in _DAYS[3:])):
        if day := iso_day(words):
            return day, ""
    if (found := _IN_ADDRESS.search(urlsplit(url).path if url else "")) and (day := _day(*found.groups())):
        return day, "the address of the page names the day"
    return None, ""


def _is_publication(element: Any) -> bool:
    marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    return element.get("pubdate") is not None or "datepublished" in marks or "published" in marks.split()


def iso_day(words: str) -> date | None:
    """The day that an ISO 8601 date or time begins with, as its own time zone counts; None for other forms."""
    found = _ISO.match(words)
    return _day(*found.groups()) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
