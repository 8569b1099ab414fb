"""Places against corpora of news with toponyms: which names are found, and which places of the world they are.

usage: places.py DIR [--json] [--errors N] [--limit N] [--half {0,1}]

Every `.xml` and `.xml.gz` below DIR is one corpus. A form is taken by its parts, not by its name: any element with a
`text` child is an article, any element below it with `start` and `end` (code points of that text) a toponym, and the
nearest `lat` and `lon` (or `latitude` and `longitude`) its point: LGL and TR-News (Lieberman et al. 2010; Kamalloo and
Rafiei 2018), WikToR and GeoVirus (Gritta et al. 2018), GeoWebNews (Gritta et al. 2019). A toponym without a point counts as
found or not, and not as resolved. GeoWebNews marks nouns without a point besides; those are left out.

`found` compares spans: `exact` alike (a leading "the" aside), `overlap` sharing a character, each used once; `literal` counts
only toponyms that GeoWebNews calls literal, mixed or coerced, which is what the manual of the record calls a place.
`given` hands the gold spans to the resolver. A place is right within 161 km (100 miles) of the gold's point or, where the
gold is a country or first-order division (GeoNames' feature codes PCL*, ADM1; without codes, a country by its GeoNames
number or its name), also when it is that one: by GeoNames' number, else by country, kind and name. An abstention is wrong
in `accuracy`, left out of `answered` and of the median error in kilometres. `--half` takes the articles whose key's
CRC-32 is even or odd, so that one half can be read for errors and the other kept back.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import median
from xml.etree import ElementTree
from zlib import crc32

import attribution
from reportedly.document import Document, Metadata, Span
from reportedly.knowledge import gazetteer
from reportedly.language import analyse
from reportedly.language.analysis import Analysis
from reportedly.layers.naming.scene import Scene
from reportedly.layers.places import place_names, read_places
from reportedly.record import Place

WITHIN_KM = 161.0
LITERAL = frozenset({"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"})
_POINT = (("lat", "lon"), ("latitude", "longitude"))


@dataclass(frozen=True)
class Toponym:
    """A toponym of the gold: its characters, its point if it has one, and what its source says of it."""

    span: Span
    words: str
    point: tuple[float, float] | None
    kind: str | None = None
    number: str | None = None
    country: str | None = None
    name: str = ""
    type: str = ""


@dataclass(frozen=True)
class Article:
    """An article and its toponyms in text order."""

    key: str
    document: Document
    toponyms: tuple[Toponym, ...]


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
        root = ElementTree.parse(stream).getroot()
    for number, element in enumerate(e for e in root.iter() if e.find("text") is not None):
        text = element.findtext("text") or ""
        about = {
            n: (element.findtext(n) or "").strip() for n in ("title", "pageTitle", "domain", "url", "link", "source")
        }
        url = next((about[n] for n in ("url", "link", "source") if about[n].startswith("http")), "")
        metadata = Metadata(
            title=about["title"] or about["pageTitle"], outlet=about["domain"], url=url, language="en"
        )  # fmt: skip
        held = sorted(set(_toponyms(element, text)), key=lambda t: (t.span, t.words, t.point or ()))
        key = next((element.get(a) for a in ("docid", "file", "number", "id") if element.get(a)), None)
        yield Article(str(key or number), Document(text, attribution.paragraphs(text), metadata), tuple(held))


def _toponyms(element: ElementTree.Element, text: str) -> Iterator[Toponym]:
    shared = _point(element, deep=False)
    for e in element.iter():
        start, end = e.findtext("start"), e.findtext("end")
        point = _point(e, deep=True) or shared
        kind = (e.findtext("type") or "").strip()
        if start is None or end is None or (point is None and kind):
            continue
        words = next((w for n in ("extractedName", "phrase", "name") if (w := (e.findtext(n) or "").strip())), "")
        span = _placed(text, words, Span(int(start), int(end)))
        tag = e.find("gaztag")
        number = (tag.get("geonameid") if tag is not None else e.findtext("geonamesID")) or None
        code = e.findtext("gaztag/fcode") or ""
        country = e.find("gaztag/country")
        over = country.get("geonameid") if country is not None else None
        name = e.findtext("gaztag/name") or e.findtext("normalisedName") or words
        yield Toponym(span, words, point, _kind(code, number, name), number, _country(over, number, name), name, kind)


def _placed(text: str, words: str, span: Span) -> Span:
    """The span, moved to the nearest place of the words where the file counts otherwise than code points."""
    if not words or span.of(text) == words:
        return span
    near = [i for i in range(max(0, span.start - 60), span.start + 61) if text.startswith(words, i)]
    if not near:
        return span
    start = min(near, key=lambda i: (abs(i - span.start), i))
    return Span(start, start + len(words))


def _point(element: ElementTree.Element, deep: bool) -> tuple[float, float] | None:
    for names in _POINT:
        found = [element.find(f".//{n}" if deep else n) for n in names]
        values = [f.text for f in found if f is not None and f.text and f.text.strip()]
        if len(values) == 2:
            return float(values[0] or 0), float(values[1] or 0)
    return None


def _kind(code: str, number: str | None, name: str) -> str | None:
    if code.startswith("PCL"):
        return "country"
    if code == "ADM1":
        return "division"
    return "country" if not code and _country(number, None, name if not number else "") else None


def _country(number: str | None, other: str | None, name: str) -> str | None:
    """The ISO code of a country by its GeoNames number, else by its name."""
    by_number = gazetteer.country_numbers()
    for n in (number, other):
        if n and n in by_number:
            return by_number[n]
    if number or other:
        return None
    return next((e.country for e in gazetteer.find(name) if e.kind == "country"), None)


@dataclass
class Score:
    """What one corpus gave."""

    spans: Counter[str] = field(default_factory=Counter)
    given: list[tuple[bool, float | None]] = field(default_factory=list)
    resolved: list[tuple[bool, float | None]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Every figure by name."""
        out: dict[str, float] = {"articles": self.spans["articles"], "toponyms": self.spans["gold"]}
        n = self.spans
        for how in ("exact", "overlap"):
            out |= _prf(f"found {how}", n[how], n["found"], n["gold"])
        if n["literal"]:
            out |= _prf("found exact, literal", n["exact literal"], n["found"], n["literal"])
        for name, rows in (("given", self.given), ("found", self.resolved)):
            answered = [error for _, error in rows if error is not None]
            right = sum(ok for ok, _ in rows)
            out[f"{name} count"] = len(rows)
            out[f"{name} accuracy"] = right / len(rows) if rows else 0.0
            out[f"{name} answered accuracy"] = right / len(answered) if answered else 0.0
            out[f"{name} abstained"] = 1 - len(answered) / len(rows) if rows else 0.0
            out[f"{name} median km"] = median(answered) if answered else 0.0
        return out


def _prf(name: str, hits: int, found: int, gold: int) -> dict[str, float]:
    p, r = hits / found if found else 0.0, hits / gold if gold else 0.0
    return {f"{name} precision": p, f"{name} recall": r, f"{name} F1": 2 * p * r / (p + r) if p + r else 0.0}


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres along the globe."""
    a, b, c, d = map(radians, (*one, *other))
    return 12742 * asin(min(1.0, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))


def judge(gold: Toponym, place: Place) -> tuple[bool, float | None]:
    """Whether a place is the gold's, and the kilometres between them; None for an abstention."""
    if place.gazetteer is None or gold.point is None:
        return False, None
    error = float("inf")
    if place.latitude is not None and place.longitude is not None:
        error = distance((place.latitude, place.longitude), gold.point)
    same = gold.number is not None and place.gazetteer == f"geonames:{gold.number}"
    if gold.kind == "country":
        same = same or (place.kind == "country" and place.country == gold.country)
    elif gold.kind == "division":
        alike = gazetteer.fold(place.name or "") == gazetteer.fold(gold.name)
        same = same or (place.kind == "division" and place.country == gold.country and alike)
    return same or error <= WITHIN_KM, error if error != float("inf") else 0.0 if same else 20_000.0


def score(article: Article, analysis: Analysis, total: Score) -> None:
    """Adds an article to a score."""
    document = article.document
    scene = Scene(document, analysis)
    n = total.spans
    found = read_places(document, analysis)
    spans = {_core(document.text, r.words[0]): r for r in found}
    gold = {_core(document.text, t.span): t for t in article.toponyms}
    n.update(articles=1, found=len(spans), gold=len(gold))
    exact = spans.keys() & gold.keys()
    n["exact"] += len(exact)
    if any(t.type for t in article.toponyms):
        literal = {s for s, t in gold.items() if t.type in LITERAL}
        n.update({"literal": len(literal), "exact literal": len(exact & literal)})
    left = sorted(gold)
    for span in sorted(spans):
        hit = next((g for g in left if g.overlaps(span)), None)
        if hit:
            left.remove(hit)
            n["overlap"] += 1
    for span, row in spans.items():
        if span not in gold:
            total.errors.append(
                f"SPURIOUS {article.key} [{span.of(document.text)}] {row.made_by}: {_around(document, span)}"
            )
    for span, t in gold.items():
        if span not in spans:
            total.errors.append(f"MISSED {article.key} [{t.words}] {t.type}: {_around(document, span)}")
    total.resolved.extend(judge(gold[s], spans[s]) for s in sorted(exact) if gold[s].point)
    pointed = [t for t in article.toponyms if t.point]
    for t, row in zip(pointed, place_names(scene, [t.span for t in pointed]), strict=True):
        verdict = judge(t, row)
        total.given.append(verdict)
        if not verdict[0]:
            what = (
                f"{row.name}, {row.division}, {row.country} ({row.kind}, {row.confidence})" if row.gazetteer else "none"
            )
            right = f"{t.name} {t.kind or ''} {t.country} {t.point}"
            total.errors.append(f"WRONG {article.key} [{t.words}] {what} for {right}: {_around(document, t.span)}")


def _around(document: Document, span: Span) -> str:
    return document.text[max(0, span.start - 40) : span.end + 30].replace("\n", " ")


def _core(text: str, span: Span) -> Span:
    """A span without a leading article and blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    if words.lstrip()[:4].lower() == "the ":
        start += 4
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def corpora(folder: Path) -> list[Path]:
    """The files below a folder, in order."""
    return sorted(p for p in folder.rglob("*") if p.name.endswith((".xml", ".xml.gz")))


def measure(path: Path, half: int | None = None, limit: int | None = None) -> Score:
    """The score of one corpus."""
    total = Score()
    for count, article in enumerate(a for a in articles(path) if half is None or crc32(a.key.encode()) % 2 == half):
        if limit is not None and count >= limit:
            break
        score(article, analyse(article.document), total)
    return total


def show(name: str, figures: dict[str, float]) -> None:
    """Prints the figures of one corpus."""
    print(f"{name}: {figures['articles']:.0f} articles, {figures['toponyms']:.0f} toponyms")
    print(f"{'':24s}{'precision':>10s}{'recall':>10s}{'F1':>10s}")
    for row in ("found exact", "found overlap", "found exact, literal"):
        if f"{row} F1" in figures:
            print(f"{row:24s}" + "".join(f"{figures[f'{row} {x}']:10.3f}" for x in ("precision", "recall", "F1")))
    print(f"{'':24s}{'count':>10s}{'accuracy':>10s}{'answered':>10s}{'abstained':>10s}{'median km':>10s}")
    for row in ("given", "found"):
        keys = ("accuracy", "answered accuracy", "abstained")
        numbers = "".join(f"{figures[f'{row} {x}']:10.3f}" for x in keys)
        print(f"{row:24s}{figures[f'{row} count']:10.0f}{numbers}{figures[f'{row} median km']:10.1f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--limit", type=int, metavar="N")
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args(arguments)
    scores = {p.name: measure(p, options.half, options.limit) for p in corpora(options.folder)}
    if options.json:
        print(json.dumps({name: s.figures() for name, s in scores.items()}, indent=1))
        return
    for name, s in scores.items():
        show(name, s.figures())
        for line in s.errors[: options.errors]:
            print("  " + line)


if __name__ == "__main__":
    main()
