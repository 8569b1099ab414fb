"""The names of an article that bear on where it plays, each with the places that it may mean.

In: a scene and its mentions of places. Out: groups, one a name and what it is nested in: the mentions', and besides them
names that stand for governments or are part of other names ("Ohio lawmakers", "Lamar County Jail"), shortened states,
and what the outlet is called after.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from urllib.parse import urlsplit

from reportedly import knowledge
from reportedly.document import Span
from reportedly.knowledge import gazetteer
from reportedly.knowledge.gazetteer import Entry, fold
from reportedly.knowledge.registry import How
from reportedly.layers.naming.scene import Scene
from reportedly.layers.placing.candidates import Within, among_counties, candidates, within

OUTLET_WORDS, PLACE_WORDS = 12, 4
"""How many words of an outlet's name are looked at, and how many of them a place may have: bounds on time."""
AT_HOME = 150.0
"""Kilometres from its home within which an outlet calls a place by a name that is a country's too. Not tuned."""
_BESIDE = frozenset({"GPE", "LOC"})
_COUNTY = re.compile(r"\b((?:[A-Z][\w'.-]+ ){1,3}(?:County|Parish))\b")


@dataclass(slots=True)
class Group:
    """A name in one sense: its words, what it is nested in, the places that it may mean, and how often it stands there.

    `counties` says that it stands in a list of counties; `mentions` are positions in the list of mentions.
    """

    name: str
    within: Within | None
    places: tuple[Entry, ...]
    count: int = 0
    counties: bool = False
    mentions: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet is at home: places that its name may mean, and the country of its web address."""

    places: tuple[Entry, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article says besides: its outlet's home, and how often it speaks of each country, in all and by one name."""

    home: Home
    spoken: Counter[str]
    by_name: dict[str, Counter[str]]

    def without(self, name: str, country: str | None) -> tuple[int, int]:
        """How often the article speaks of a country, and of all countries, other than by `name`."""
        own = self.by_name.get(name, Counter())
        return self.spoken[country or ""] - own[country or ""], self.spoken.total() - own.total()


def setting(scene: Scene) -> Setting:
    """The setting of an article."""
    by_name: dict[str, Counter[str]] = {}
    for f in scene.found:
        country = (
            f.state.country if f.state and len(f.known) == 1 else f.known[0].country if f.how is How.PLACE else None
        )
        if country:
            by_name.setdefault(_name(scene, scene.spans(f.first, f.end)), Counter())[country] += 1
    return Setting(_home(scene), sum(by_name.values(), Counter()), by_name)


def gather(scene: Scene, spans: Sequence[Span]) -> list[Group]:
    """The groups of an article in order of first mention: those of `spans`, then what else bears on them.

    A name that is nested once is taken for the same place where it stands alone.
    """
    found: dict[tuple[str, Within | None], Group] = {}
    nested: dict[str, Within] = {}
    held = [(_name(scene, span), span, within(scene, span)) for span in spans]
    for name, _, inside in held:
        if inside and name not in nested and _fits(name, inside):
            nested[name] = inside
    for position, (name, span, inside) in enumerate(held):
        key = inside if inside and _fits(name, inside) else nested.get(name)
        group = found.setdefault((name, key), Group(name, key, candidates(name)))
        group.count += 1
        group.counties = group.counties or among_counties(scene, span)
        group.mentions.append(position)
    taken = {t.index for span in spans for t in scene.analysis.at(span)}
    for name, start, end in _beside(scene):
        if not any(t.index in taken for t in scene.analysis.at(Span(start, end))):
            group = found.setdefault((name, nested.get(name)), Group(name, nested.get(name), candidates(name)))
            group.count += 1
    home = _home(scene)
    for group in found.values():
        group.places = tuple(_unless_country(group, home))
    return [g for g in found.values() if g.places or g.mentions]


def _unless_country(group: Group, home: Home) -> Iterator[Entry]:
    """The places that a name may mean. A country's own name is the country's, and a village of that name is meant only
    where the text nests it in a division ("Lebanon, Ohio"; "with Canada, Mexico should" are two countries) or the outlet is at home beside it; states of other countries stay."""
    country = next((e for e in group.places if e.kind == "country" and fold(e.name) == fold(group.name)), None)
    for e in group.places:
        nested = group.within is not None and group.within.division is not None and lies_in(e, group.within)
        other = e.kind == "division" and e.main and country is not None and e.country != country.country
        near = any(gazetteer.distance(e, h) < AT_HOME for h in home.places)
        if country is None or e is country or e.is_own or nested or other or near:
            yield e


def _name(scene: Scene, span: Span) -> str:
    return " ".join(span.of(scene.document.text).split())


def _fits(name: str, inside: Within) -> bool:
    return any(lies_in(e, inside) for e in candidates(name) if e.kind != "country")


def lies_in(entry: Entry, inside: Within) -> bool:
    """Whether a place lies in what a name is nested in."""
    return entry.country == inside.country and inside.division in {None, entry.division}


def _beside(scene: Scene) -> Iterator[tuple[str, int, int]]:
    """Names that are no mentions and still tell where the article plays, with their characters."""
    text = scene.document.text
    for f in scene.found:
        if f.how is How.NAME or f.how is How.PLACE:
            span = scene.spans(f.first, f.end)
            if (f.state and len(f.known) == 1) or f.how is How.PLACE:
                yield " ".join(span.of(text).split()), *span
    for n in scene.analysis.names:
        if n.label in _BESIDE and scene.at.get(n.first) is None:
            span = scene.spans(n.first, n.end)
            yield " ".join(span.of(text).split()), *span
    for t in scene.tokens:
        if t.text.endswith(".") and t.text in gazetteer.abbreviations():
            yield t.text, *t.span
    for match in _COUNTY.finditer(text):
        yield match.group(1), *match.span(1)


def _home(scene: Scene) -> Home:
    """Where the article's outlet is at home, by its name and web address."""
    metadata = scene.document.metadata
    host = _host(metadata.url)
    named = metadata.outlet if "." not in metadata.outlet or " " in metadata.outlet else ""
    host = host or (metadata.outlet if not named else "")
    return Home(_called_after(named) or _in_address(host), _country_of(host))


def _host(url: str) -> str:
    """The host of an address; nothing for one that is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@lru_cache(maxsize=1_000)
def _called_after(outlet: str) -> tuple[Entry, ...]:
    """The places that an outlet's name holds ("Lamar County Echo", "The Paris News")."""
    words = [x for x in outlet.split()[:OUTLET_WORDS] if x.lower().strip(".,") not in _news_words()]
    for first in range(len(words)):
        for end in range(min(len(words), first + PLACE_WORDS), first, -1):
            name = " ".join(words[first:end])
            if name[0].isupper() and (found := candidates(name)):
                return found
    return ()


@lru_cache(maxsize=1_000)
def _in_address(host: str) -> tuple[Entry, ...]:
    """The places that a web address is named after ("theparisnews.example")."""
    parts = host.lower().split(".")
    parts = parts[1:] if parts[0] in {"www", "m", "news"} and len(parts) > 2 else parts
    word = parts[0].replace("-", "") if len(parts) > 1 else ""
    seen: list[str] = []
    while word and word not in seen:
        seen.append(word)
        for news in sorted(_news_words(), key=lambda n: (-len(n), n)):
            if len(word) > len(news) and len(news) > 1:
                word = word.removesuffix(news) if word.endswith(news) else word
        if word == seen[-1]:
            word = word.removeprefix("the").removeprefix("my")
    for name in seen:
        if len(name) > 3 and (found := gazetteer.named_in(name) or gazetteer.find(name)):
            return found
    return ()


@cache
def _news_words() -> frozenset[str]:
    return frozenset(knowledge.load("placing")["outlets"]["words"])


@lru_cache(maxsize=1_000)
def _country_of(host: str) -> str | None:
    """The country of a web address that ends in one's letters, or in an ending that the knowledge file gives to one."""
    endings = knowledge.load("placing")["endings"]
    last = host.rsplit(".", 1)[-1].lower()
    return None if last in endings["anybody"] else endings["otherwise"].get(last) or gazetteer.codes().get(last.upper())
