"""Places that their printed form gives away, whatever the pipeline takes them for.

In: a scene. Out: stretches of tokens with the rule that found them: datelines within a paragraph ("ORLEN, Texas --"), lists
of counties ("Clay, Grant and Lamar counties"), where a politician was elected ("D-Lamar"), roads ("Grand Avenue", "U.S.
Highway 67").
"""

import re
from collections.abc import Iterator
from functools import cache

from reportedly import knowledge
from reportedly.document import Span
from reportedly.knowledge import gazetteer
from reportedly.layers.naming import words as w
from reportedly.layers.naming.scene import Scene
from reportedly.layers.placing.mention import Mention

_CAPITALS = re.compile(
    r"(?:^|(?<=[.!?\n”\"]) )(?P<place>(?:(?:ST|FT|MT)\. )?[A-Z][A-Z'’-]*[A-Z](?: [A-Z][A-Z'’.-]*[A-Z]){0,3})"
    r"(?=(?:, ?[A-Z][\w .]{1,20})?(?: ?(?:--|—|–)| \([A-Z]|: ))",
    re.MULTILINE,
)
_NAME = r"(?<![\w'’.-])[A-Z][\w'’.-]{1,40}(?: [A-Z][\w'’.-]{1,40})?"
"""A name of one or two words, bounded, and looked for at the beginnings of words alone: otherwise a blob of letters takes
time that grows with its square."""
_COUNTIES = re.compile(rf"(?P<list>{_NAME}(?:, {_NAME}){{0,20}},? (?:and|or) {_NAME}) (?:[Cc]ounties|[Pp]arishes)\b")
_COUNTY = re.compile(rf"(?P<place>{_NAME} (?:County|Parish))\b(?! [A-Z])")
_TOWN = re.compile(rf"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Tt]ownship|[Bb]orough) of (?P<place>{_NAME})\b(?! [A-Z])")
_PARTY = re.compile(rf"\b[DRI]-(?P<place>{_NAME})")
_NUMBERED = re.compile(
    r"\b(?:Interstate|I|(?:(?:U\.?S\.?|State|County|Farm-to-Market|[A-Z][a-z]+) )?(?:Highway|Hwy\.?|Route|Rt\.?|Road)|U\.S\.|US|FM|CR)"
    r"(?:-| )\d{1,4}[A-Z]?\b"
)


def by_form(scene: Scene) -> Iterator[Mention]:
    """Every place but datelines that its form gives away; stretches may overlap."""
    yield from _lists(scene)
    for pattern, rule in ((_COUNTY, "county"), (_TOWN, "noun of place")):
        for m in _stretches(scene, pattern, "place", rule):
            if gazetteer.find(scene.spans(m.first, m.end).of(scene.document.text)):
                yield m
    yield from _stretches(scene, _PARTY, "place", "party and place")
    for pattern, rule in ((_NUMBERED, "road"), (_roads(), "road"), (_features(), "natural feature")):
        yield from (m for m in _stretches(scene, pattern, 0, rule) if not _opens_name(scene, m))


def _opens_name(scene: Scene, m: Mention) -> bool:
    """Whether an organisation's name goes on behind a road's ("Grand Avenue Association")."""
    label = scene.labels.get(m.end - 1)
    return label is not None and label.label == "ORG" and label.end > m.end


def in_capitals(scene: Scene) -> Iterator[Mention]:
    """Datelines within a paragraph: a place in capitals before a dash, a colon or an agency in parentheses."""
    for m in _stretches(scene, _CAPITALS, "place", "dateline"):
        if gazetteer.find(scene.spans(m.first, m.end).of(scene.document.text)):
            yield m


def _lists(scene: Scene) -> Iterator[Mention]:
    for match in _COUNTIES.finditer(scene.document.text):
        for name in re.finditer(_NAME, match["list"]):
            if gazetteer.counties(name.group()):
                start = match.start("list") + name.start()
                yield from _tokens(scene, Span(start, start + len(name.group())), "list of counties")


def _stretches(scene: Scene, pattern: re.Pattern[str], group: str | int, rule: str) -> Iterator[Mention]:
    for match in pattern.finditer(scene.document.text):
        yield from _tokens(scene, Span(*match.span(group)), rule)


def _tokens(scene: Scene, span: Span, rule: str) -> Iterator[Mention]:
    """The tokens that make up a span, where they do so wholly."""
    inside = scene.analysis.at(span)
    if inside and inside[0].span.start == span.start and inside[-1].span.end - span.end in {0, 1}:
        yield Mention(inside[0].index, inside[-1].index + 1, rule)


@cache
def _features() -> re.Pattern[str]:
    """Rivers, lakes, mountains and parks: a name and a word for what it is, in either order."""
    ending, opening = (
        "|".join(sorted(knowledge.load("placing")["features"][row], key=lambda k: (-len(k), k)))
        for row in ("last", "first")
    )
    name = r"(?:[A-Z][\w'’-]+|St\.)"
    never = "|".join(sorted(knowledge.load("placing")["roads"]["not_after"]))
    return re.compile(
        rf"(?<![\w-])(?:(?!(?:{never})\b)(?:{name} ){{1,2}}(?:{ending})|(?:{opening}) {name}(?: (?:{ending}))?)(?![\w-])"
    )


@cache
def _roads() -> re.Pattern[str]:
    kinds = sorted(w.places("roads"), key=lambda k: (-len(k), k))
    ending = "|".join(re.escape(k) for k in kinds)
    name = r"(?:[A-Z][\w'’-]+|[NSEW]\.|St\.|Dr\.|\d{1,3}(?:st|nd|rd|th)|[A-Z]\.)"
    never = "|".join(sorted(knowledge.load("placing")["roads"]["not_after"]))
    return re.compile(rf"\b(?:(?!(?:{never})\b){name}(?: (?!(?:{never})\b){name}){{0,3}} (?:{ending}))(?![\w-])")
