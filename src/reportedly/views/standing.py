"""In whose voice a place of an article stands, and whether in quotation marks.

In: a `Record`. Out: for a place in its text the innermost attribution whose content holds it, who speaks there, and
whether the words there are quoted. Ids that lead nowhere are passed over.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush

from reportedly import knowledge
from reportedly.document import Span
from reportedly.record import Actor, Attribution, Record

OUTLET = "outlet"
"""The key and the kind of the outlet's own voice."""

QUOTED = re.compile(
    r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|\"[^\"]*\"?|``.*?(?:''|$)|(?<!\w)['‘][^'‘’]*(?:['’](?=\w)[^'‘’]*)*(?:['’](?!\w)|$)"
    r"|^[^“”]+”",
    re.DOTALL,
)
"""What stands in quotation marks in a piece of content that has some. A mark that is not closed holds to the end of its
piece, one that only closes from its beginning; an apostrophe inside a word is none."""


_LETTERS = re.compile(r"[^\W\d_]+")
_MIDST = re.compile(r"[\w,;’')]\s+[\"'“‘(]?$")
"""What stands before a word in the midst of a sentence."""


@dataclass(frozen=True, slots=True)
class Who:
    """A voice: the outlet's, or that of an attribution's source. `key` is the same for one actor in every article and
    for the outlet; who is only described has a key of this article's own. `kind` is `outlet` or the source's anonymity."""

    key: str
    name: str
    kind: str


class Standing:
    """Where the places of one record stand."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.outlet = Who(OUTLET, record.document.metadata.outlet or "the outlet", OUTLET)
        self._actors = {a.id: a for a in record.actors}
        self._said = {a.id: a for a in record.attributions}
        self._words = set(_LETTERS.findall(record.document.text))
        self._heads = sorted(tuple(b.span) for b in record.document.body() if b.kind.value in ("title", "heading"))
        self._starts, self._inner = _innermost(record.attributions)
        self._quoted = _joined(_quoted(record))

    def at(self, place: int) -> Attribution | None:
        """The innermost attribution whose content holds the character at `place`; None in the outlet's voice. Of two
        that share their content it is the one that the other cites."""
        found = bisect_right(self._starts, place) - 1
        return self._inner[found] if found >= 0 else None

    def quoted(self, place: int) -> bool:
        """Whether the character at `place` is a source's word in quotation marks."""
        found = bisect_right(self._quoted, (place, len(self.record.document.text))) - 1
        return found >= 0 and place < self._quoted[found][1]

    def attribution(self, id: str | None) -> Attribution | None:
        """The attribution of that id, if there is one."""
        return self._said.get(id) if id is not None else None

    def actor(self, id: str | None) -> Actor | None:
        """The actor of that id, if there is one."""
        return self._actors.get(id) if id is not None else None

    def who(self, attribution: Attribution | None) -> Who:
        """Who speaks in an attribution, the innermost member of its chain; several that speak together are one voice."""
        if attribution is None:
            return self.outlet
        speakers = [self._actors[s] for s in attribution.speaker if s in self._actors]
        name = attribution.chain[-1] if len(attribution.chain) > 1 else "unnamed"
        if name == self.outlet.name:
            return self.outlet
        if speakers:
            name = " and ".join(dict.fromkeys(s.name for s in speakers))
            return Who(" and ".join(dict.fromkeys(self.key(s) for s in speakers)), name, attribution.anonymity)
        return Who(self._own(name), name, attribution.anonymity)

    def key(self, actor: Actor) -> str:
        """The same for one actor in every article: its id in the registry, else its name without case and accents.
        Who has no name (see `has_name`) has a key that no other article shares."""
        if actor.registry:
            return actor.registry
        return f"name:{fold(actor.name)}" if self.has_name(actor) else self._own(actor.name)

    def has_name(self, actor: Actor) -> bool:
        """Whether an actor is called by a name, rather than only described ("officials", "the regime"): a known one; or a
        person, organisation or medium in whose name stands a capital word that the article never writes small, or one
        whose capital neither a headline nor a sentence's beginning explains."""
        if actor.registry or actor.kind in {"unnamed", "population"}:
            return bool(actor.registry)
        capitals = {w for w in _LETTERS.findall(actor.name) if w[0].isupper() and not is_little(w, *_little())}
        if any(w.lower() not in self._words for w in capitals):
            return True
        text = self.record.document.text
        return any(
            w.group() in capitals and _MIDST.search(text, max(0, w.start() - 3), w.start()) and self._in_body(w.start())
            for mention in actor.names
            for span in mention
            for w in _LETTERS.finditer(text, span[0], span[1])
        )

    def _in_body(self, place: int) -> bool:
        found = bisect_right(self._heads, (place, len(self.record.document.text))) - 1
        return found < 0 or place >= self._heads[found][1]

    def _own(self, name: str) -> str:
        return f"{self.record.document.id} {fold(name)}"


def is_little(word: str, *classes: str) -> bool:
    """Whether a word is of one of these classes of `namings.toml`: `pronouns`, `leading`, `parting`. A word in capitals
    alone is none: US, WHO."""
    return not (len(word) > 1 and word.isupper()) and any(word.lower() in _little()[c] for c in classes)


@cache
def _little() -> dict[str, frozenset[str]]:
    known = knowledge.load("namings")
    return {name: frozenset(known[name]) for name in ("pronouns", "leading", "parting")}


def fold(words: str) -> str:
    """Words without case, accents, and the differences between marks, to compare them by."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'").replace("‘", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def _innermost(attributions: Iterable[Attribution]) -> tuple[list[int], list[Attribution | None]]:
    """Where the innermost attribution changes, and which it is from there on. Of contents that hold a place the one that
    begins last is innermost, then the shorter one, then the one that is cited by the other."""
    spans = sorted(
        ((s, a) for a in attributions for s in a.content), key=lambda p: (p[0][0], -p[0][1], bool(p[1].cited_by))
    )
    edges = sorted({edge for span, _ in spans for edge in span})
    inner: list[Attribution | None] = []
    around: list[tuple[int, int]] = []
    following = 0
    for edge in edges:
        while following < len(spans) and spans[following][0][0] <= edge:
            heappush(around, (-following, spans[following][0][1]))
            following += 1
        while around and around[0][1] <= edge:
            heappop(around)
        inner.append(spans[-around[0][0]][1] if around else None)
    return edges, inner


def _quoted(record: Record) -> Iterator[tuple[int, int]]:
    """The stretches of contents that stand in quotation marks."""
    for a in record.attributions:
        for span in a.content if a.mode != "indirect" else ():
            if a.mode == "direct":
                yield span[0], span[1]
            else:
                for piece in QUOTED.finditer(Span(*span).of(record.document.text)):
                    yield span[0] + piece.start(), span[0] + piece.end()


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
