"""Which names of an article are meant as places.

In: a scene. Out: the stretches of tokens that name a place, in text order: known names whose syntax makes them places, names
in a form that only places have, names that the pipeline takes for places or that follow a preposition of place, and names
settled so anywhere in the article wherever else they stand. Left out: part of a longer name ("the Doha Institute"), and a name
that a person in the article bears, unless a preposition of place or a state behind a comma stands by it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from reportedly.document import Span
from reportedly.knowledge import gazetteer
from reportedly.knowledge.registry import How
from reportedly.language.analysis import Token
from reportedly.layers.naming import words as w
from reportedly.layers.naming.scene import STATE, Found, Scene
from reportedly.layers.placing.candidates import container
from reportedly.layers.placing.mention import Mention
from reportedly.layers.placing.patterns import by_form, in_capitals
from reportedly.layers.placing.syntax import after_locative, place_rule

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_ACTOR_LABELS = frozenset(
    {"PERSON", "ORG", "NORP", "DATE", "TIME", "EVENT", "LANGUAGE", "MONEY", "WORK_OF_ART", "LAW", "PRODUCT"}
)
_SURE = frozenset(
    {
        "dateline",
        "nested name",
        "preposition of place",
        "list of counties",
        "party and place",
        "nest",
        "natural feature",
        "county",
    }
)
"""Rules that make even a name that a person bears a place."""
_BY_FORM = frozenset({"road", "natural feature", "list of counties", "county", "nest"})
"""Rules by which even a word for a kind or a side is a name ("Delta County")."""
_CLOSE = frozenset({"in", "near", "outside", "inside", "around"})
"""Prepositions after which a name that any place bears is that place's."""
_AGAIN = 200
"""Names that are looked for again, the first ones; an article names fewer."""


def mentions(scene: Scene, elsewhere: Collection[str] = ()) -> list[Mention]:
    """Every mention of a place, in text order. `elsewhere` are names of countries and capitals that mean another place in
    this article ("Lebanon" for the town in Tennessee), which stands for nobody."""
    return sorted(_Finder(scene, elsewhere).found)


def states(scene: Scene) -> list[Found]:
    """The names of countries and capitals, of which some may mean another place."""
    return [f for f in scene.found if f.how in {How.NAME, How.CAPITAL} and f.state]


class _Finder:
    """The mentions in the making; a stretch that shares a token with an earlier one is not taken."""

    def __init__(self, scene: Scene, elsewhere: Collection[str]) -> None:
        self.scene = scene
        self.elsewhere = elsewhere
        self.found: list[Mention] = []
        self.taken: set[int] = set()
        self.take(self._known(f) for f in scene.found)
        self.take(in_capitals(scene))
        self.taken.update(scene.at)
        for finder in (by_form(scene), self._datelines(), self._labelled(), self._unlabelled(), self._facilities()):
            self.take(finder)
        self.take(self._beside())
        self.take(self._again())

    def take(self, found: Iterable[Mention | None]) -> None:
        """Takes in mentions."""
        for m in found:
            if m is not None and not any(i in self.taken for i in range(m.first, m.end)) and self._allowed(m):
                self.found.append(m)
                self.taken.update(range(m.first, m.end))

    def _allowed(self, m: Mention) -> bool:
        """Whether a stretch is more than words for kinds, sides and days, and nobody's name."""
        words = [self.scene.tokens[i].lower for i in range(m.first, m.end)]
        if m.rule not in _BY_FORM and all(map(_is_plain, words)):
            return False
        return m.rule in _SURE or len(words) > 1 or self._text(m.first, m.end) not in self.people

    @cached_property
    def people(self) -> frozenset[str]:
        """The first and last words of the names of people in the article."""
        found = set()
        for n in self.scene.analysis.names:
            role = any(w.role_word(self.scene.tokens[i].lower) for i in range(n.first, n.end))
            if n.label == "PERSON" and n.end - n.first > 1 and not role:
                found |= {self.scene.tokens[n.first].text, self.scene.tokens[n.end - 1].text}
        return frozenset(found)

    def _text(self, first: int, end: int) -> str:
        return self.scene.spans(first, end).of(self.scene.document.text)

    def _known(self, f: Found) -> Mention | None:
        """A country, capital or known place, where the syntax means it so."""
        if not ((f.how in STATE and f.state) or f.how is How.PLACE) or f.how is How.SEAT:
            return None
        end = self._longer(f)
        if end > f.end:
            return Mention(f.first, end, place_rule(self.scene, f.first, end, False) or "longer name")
        is_state = f.state is not None and self._text(f.first, f.end) not in self.elsewhere
        rule = place_rule(self.scene, f.first, f.end, is_state)
        return Mention(f.first, f.end, rule) if rule else None

    def _longer(self, f: Found) -> int:
        """Where a city or county ends whose name begins with a known one ("Mexico City", "Ohio County")."""
        tokens = self.scene.tokens
        if f.end < len(tokens) and self.scene.adjacent(f.end - 1) and tokens[f.end].text[0].isupper():
            following = tokens[f.end].lower
            if following in {"city", "county", "parish", "beach", "township", "falls", "springs", "heights", "island"}:
                held = gazetteer.find(self._text(f.first, f.end + 1))
                return f.end + 1 if any(e.kind in {"city", "region"} for e in held) else f.end
        return f.end

    def _datelines(self) -> Iterator[Mention]:
        """Places that open a paragraph as a dateline and that the gazetteer has."""
        scene = self.scene
        for block in scene.document.body():
            match = w.DATELINE.match(scene.document.text, block.span.start)
            if match is None or match.end() > block.span.end:
                continue
            start = match.start("place")
            place = match.group("place").split(",")[0].split("/")[0].strip()
            inside = scene.analysis.at(Span(start, start + len(place)))
            if inside and len(inside) <= 4 and (place.isupper() or gazetteer.find(place)):
                yield Mention(inside[0].index, inside[-1].index + 1, "dateline")

    def _labelled(self) -> Iterator[Mention]:
        """Names that the pipeline takes for places and the registry does not have."""
        scene = self.scene
        for n in scene.analysis.names:
            first, end = self._trimmed(n.first, n.end)
            if n.label not in _PLACE_LABELS or first >= end or any(i in self.taken for i in range(first, end)):
                continue
            known = bool(gazetteer.find(self._text(first, end)))
            if not any(scene.tokens[i].pos == "PROPN" for i in range(first, end)) or (n.label == "FAC" and not known):
                continue
            if not known and not after_locative(scene, first, end) and not scene.in_dateline(first):
                continue
            if rule := place_rule(scene, first, end, state=False):
                yield Mention(first, end, rule)

    def _unlabelled(self) -> Iterator[Mention]:
        """Names that the pipeline takes for something else or nothing, and that the gazetteer has: after a preposition of
        place, before a comma and the state or country that holds them, before a noun for people ("a Lanville man")."""
        scene = self.scene
        for t in scene.tokens:
            first, end = self._name_of(t.index)
            inside = t.text[0].isupper() and scene.analysis.sentence_of(t).first < first
            if t.index in self.taken or not (t.pos == "PROPN" or (inside and self._nests(end))):
                continue
            label = scene.labels.get(t.index)
            if label and label.label in _ACTOR_LABELS and self._trimmed(label.first, label.end) != (first, end):
                continue
            if any(i in self.taken for i in range(first, end)) or not (name := self._text(first, end))[0].isupper():
                continue
            if not gazetteer.find(name) or name.isupper():
                continue
            if self._nests(end):
                yield Mention(first, end, "nest")
            elif t.dep == "pobj" and self._placed(t, name, label is None):
                yield Mention(first, end, "preposition of place")
            elif not self._bears(name):
                continue
            elif self._before_people(end):
                yield Mention(first, end, "before a noun")
            elif t.dep == "pobj" and self._of_somebody(t):
                yield Mention(first, end, "somebody's home")
            elif t.dep == "pobj" and self._moved_to(t):
                yield Mention(first, end, "motion")

    def _placed(self, t: Token, name: str, unlabelled: bool) -> bool:
        """Whether a preposition of place governs a name that the gazetteer has."""
        preposition = self.scene.tokens[t.head].lower
        if preposition not in w.places("locative"):
            return False
        return (preposition in _CLOSE and self._bears(name)) or self._well_known(name, unlabelled)

    def _bears(self, name: str) -> bool:
        """Whether a place has this as its main name."""
        return any(e.main for e in gazetteer.find(name))

    def _before_people(self, end: int) -> bool:
        """Whether a noun for people, or in small letters for the police or a council, follows ("a Lanville man")."""
        tokens = self.scene.tokens
        if end >= len(tokens) or not self.scene.adjacent(end - 1):
            return False
        word = tokens[end].lower
        return (tokens[end].text.islower() and tokens[end].pos == "NOUN" and w.role_word(word)) or (
            tokens[end].pos in {"PROPN", "NOUN"} and w.person_sector(word) is not None
        )

    def _of_somebody(self, t: Token) -> bool:
        """Whether "of" or "from" joins a name to a person or to people ("Ana Lind of Lanville")."""
        over = self.scene.tokens[t.head]
        whose = self.scene.tokens[over.head]
        label = self.scene.labels.get(whose.index)
        person = (label is not None and label.label == "PERSON") or w.person_sector(whose.lower) is not None
        return over.lower in {"of", "from"} and person

    def _moved_to(self, t: Token) -> bool:
        """Whether a verb of motion leads to or from a name."""
        over = self.scene.tokens[t.head]
        return over.lower in {"to", "from"} and self.scene.tokens[over.head].lemma.lower() in w.places("motion")

    def _beside(self) -> Iterator[Mention]:
        """Names that "and" joins to a place found before ("in Lanville and Orlen")."""
        scene = self.scene
        places = {i for m in self.found if m.rule != "road" for i in range(m.first, m.end)}
        for t in scene.tokens:
            if t.dep == "conj" and t.pos == "PROPN" and t.index not in self.taken and t.head in places:
                first, end = self._name_of(t.index)
                label = scene.labels.get(t.index)
                if label is None or (label.first, label.end) == (first, end):
                    name = self._text(first, end)
                    if name[0].isupper() and self._bears(name):
                        yield Mention(first, end, "beside a place")

    def _name_of(self, last: int) -> tuple[int, int]:
        first = last
        while (
            first > 0 and self.scene.tokens[first - 1].dep == "compound" and self.scene.tokens[first - 1].head == last
        ):
            first -= 1
        return first, last + 1

    def _nests(self, end: int) -> bool:
        """Whether a comma and a state or country follow ("Lanville, Texas")."""
        tokens = self.scene.tokens
        if end + 1 >= len(tokens) or tokens[end].text != ",":
            return False
        text = self.scene.document.text[tokens[end].span.end : tokens[end].span.end + 40].split("\n")[0]
        words = re.findall(r"[^\s,()]+", text)
        return any(container(" ".join(words[:n])) is not None for n in (1, 2, 3) if len(words) >= n)

    def _well_known(self, name: str, unlabelled: bool) -> bool:
        """Whether the gazetteer has a place of that name that fits: in a country that the article speaks of, or large."""
        return any(
            e.main and (e.country in self.scene.countries or (unlabelled and e.population >= 100_000))
            for e in gazetteer.find(name)
        )

    def _facilities(self) -> Iterator[Mention]:
        """The county or city that opens the name of a building which the gazetteer lacks ("Lamar County Jail"); of an
        institution that is a building too, where a preposition of place says that the building is meant."""
        scene = self.scene
        counts = self.counts
        for n in scene.analysis.names:
            first, last = self._trimmed(n.first, n.end)
            if n.label != "FAC" and not (n.label == "ORG" and first < last and self._building(first, last)):
                continue
            for end in range(last - 1, first, -1):
                name = self._text(first, end)
                county = scene.tokens[end - 1].lower in {"county", "parish"}
                if gazetteer.find(name) and (county or name in counts):
                    yield Mention(first, end, "building's name")
                    break

    def _building(self, first: int, end: int) -> bool:
        """Whether a name ends in a word for a building and a preposition of place governs it."""
        here = self.scene.head(first, end)
        return (
            self.scene.tokens[end - 1].lower in w.places("buildings")
            and here.dep == "pobj"
            and self.scene.tokens[here.head].lower in w.places("locative")
        )

    @property
    def counts(self) -> Counter[str]:
        """How often each name is a place so far."""
        return Counter(self._text(m.first, m.end) for m in self.found)

    def _again(self) -> Iterator[Mention]:
        """Names of places that stand elsewhere in the article, where the pipeline takes them for something else."""
        scene, text = self.scene, self.scene.document.text
        names = [n for n in self.counts if len(n) > 3 and gazetteer.find(n) and n not in self.people][:_AGAIN]
        if not names:
            return
        forms = {form for n in names for form in (n, n.upper())}
        pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))})(?!\w)"
        )
        for match in pattern.finditer(text):
            inside = scene.analysis.at(Span(*match.span()))
            if not inside or inside[0].span.start != match.start():
                continue
            first, end = inside[0].index, inside[-1].index + 1
            label = scene.labels.get(first)
            if label and (label.first < first or label.end > end) and label.label in _ACTOR_LABELS | {"FAC"}:
                continue
            if self._part_of_name(first, end):
                continue
            if rule := place_rule(scene, first, end, state=False):
                yield Mention(first, end, rule)

    def _part_of_name(self, first: int, end: int) -> bool:
        """Whether a capitalised noun that is no role goes on with the name."""
        tokens = self.scene.tokens
        if (
            end < len(tokens)
            and self.scene.adjacent(end - 1)
            and tokens[end].pos == "PROPN"
            and tokens[end].text[0].isupper()
        ):
            return not w.role_word(tokens[end].lower) and tokens[end].head != tokens[end - 1].head
        return False

    def _trimmed(self, first: int, end: int) -> tuple[int, int]:
        tokens = self.scene.tokens
        while first < end and tokens[first].pos in {"DET", "ADP", "PUNCT"}:
            first += 1
        cut = next((i for i in range(first, end) if tokens[i].text in {"-", "--", "–", "—", "(", ","} and i + 1 < len(tokens)
                    and (tokens[i].text == "," or tokens[i].span.start > tokens[i - 1].span.end)), end)  # fmt: skip
        end = min(end, cut)
        if end < len(tokens) and tokens[end].text == "." and f"{self._text(first, end)}." in gazetteer.abbreviations():
            return first, end + 1
        while first < end and (tokens[end - 1].pos in {"PUNCT", "ADP"} or tokens[end - 1].tag == "POS"):
            end -= 1
        return first, end


def _is_plain(word: str) -> bool:
    """Whether a word by itself says a kind, a side, a day or a rank rather than a place."""
    lists = (w.places("never"), w.places("directions"), w.places("kinds"), w.titles())
    return any(word in held for held in lists) or w.role_word(word)
