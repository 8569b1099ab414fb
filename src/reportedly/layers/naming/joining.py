"""Mentions to actors: which names, descriptions and pronouns are one.

In: a scene, the rows of places, the statements. Out: actors in the making. Names first, over the whole article, since the
full name may come after the surname; then descriptions and pronouns in text order. A description or pronoun that could
be two actors' joins neither.
"""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.people import known_person
from reportedly.knowledge.registry import Known, countries
from reportedly.language.analysis import Token
from reportedly.layers.naming import words as w
from reportedly.layers.naming.described import describe, read_described
from reportedly.layers.naming.following import ONE_BODY, same, whose
from reportedly.layers.naming.mention import (
    BODY,
    COUNTRY,
    DOCUMENT,
    ORGANISATION,
    PEOPLE,
    PERSON,
    PRONOUN,
    Making,
    Mention,
    one,
)  # fmt: skip
from reportedly.layers.naming.named import read_named
from reportedly.layers.naming.people import People
from reportedly.layers.naming.pronouns import FIRST, FIRST_PLURAL, antecedent, pronouns
from reportedly.layers.naming.ranking import Candidate
from reportedly.layers.naming.scene import Scene
from reportedly.layers.naming.sources import Sources
from reportedly.layers.naming.titles import is_plain, official
from reportedly.record import Place

_PARTS = frozenset(
    ("one", "some", "two", "three", "several", "many", "most", "both", "all", "dozens", "others", "another", "none", "any",
     "half", "each")
)  # fmt: skip
MENTIONS_BACK = 400
"""How many mentions a description looks back over: all of them in an article, a chapter's worth in a book."""
_LENT = frozenset(
    {"official", "president", "vice-president", "member", "secretary", "leader", "commissioner", "commander"}
)


class Joining:
    """The actors of one article while its mentions are read."""

    def __init__(self, scene: Scene, places: Mapping[int, Place], sources: Sources) -> None:
        self.scene, self.places, self.sources = scene, places, sources
        self.made: list[Making] = []
        self.by_head: dict[int, Making] = {}
        self.keys: dict[tuple[str, ...], Making] = {}
        self.people = People()
        self.order: list[int] = []
        """The heads of all mentions so far, in text order."""
        self.ranked: list[tuple[Mention, str, list[Candidate]]] | None = None
        """Where it is a list, what was ranked goes into it: `training/actors/fit.py` learns from that."""
        self._name_words: dict[int, set[str]] = {}
        self._given: dict[int, str | None] = {}
        self.short: dict[str, list[Making]] = {}
        """Organisations by the initials and by the last word of their names."""

    def run(self) -> list[Making]:
        """All actors, in the order of their first mention."""
        every = read_named(self.scene, self.places, self.sources.heads)
        beside = [m for m in every if self.in_brackets(m)]
        named = [m for m in every if m not in beside]
        for m in sorted((m for m in named if m.sort == PERSON), key=lambda m: (-len(m.text.split()), m.first)):
            self.person(m)
        for m in named:
            if m.sort != PERSON:
                self.name(m)
        for m in beside:
            self.transliterated(m)
        self.known_people()
        taken = {i for m in every for i in range(m.first, m.end)}
        described = read_described(self.scene, self.places, taken | set(self.by_head), self.sources.heads)
        rest = described + pronouns(self.scene, self.sources)
        for m in sorted(rest, key=_turn):
            if m.head in self.by_head:
                continue
            if m.sort == PRONOUN:
                if (found := antecedent(self, m)) is not None:
                    self.join(found, m)
            elif m.sort == DOCUMENT:
                self.document(m)
            else:
                self.description(m)
        return sorted((a for a in self.made if a.mentions), key=lambda a: (min(m.start for m in a.mentions), a.name))

    def in_brackets(self, m: Mention) -> bool:
        """Whether a name in another script than Latin opens a bracket ("Ana Lind (Ана Линд)")."""
        return m.first > 1 and self.scene.tokens[m.first - 1].text == "(" and not fold(m.text)

    def transliterated(self, m: Mention) -> None:
        """A name in another script goes with the name that it stands behind, which spells it in Latin letters."""
        before = self.scene.tokens[m.first - 2].index
        held = next((a for a in self.made for x in a.mentions if x.first <= before < x.end), None)
        if held is not None:
            self.join(held, m)
        elif m.sort == PERSON:
            self.person(m)
        else:
            self.name(m)

    def join(self, actor: Making, m: Mention) -> None:
        """Gives a mention to an actor."""
        actor.join(m)
        if m.head not in self.by_head:
            insort(self.order, m.head)
        self.by_head[m.head] = actor

    def new(self, m: Mention, key: tuple[str, ...] = (), name: str = "") -> Making:
        """A new actor, made from its first mention."""
        actor = Making(m.sort, name or m.text, known=m.known, plural=m.plural)
        self.made.append(actor)
        if key:
            self.keys[key] = actor
        self.join(actor, m)
        return actor

    def country(self, code: str) -> Making:
        """The actor that a country is, made if need be."""
        key = ("country", code)
        if key not in self.keys:
            known = countries()[code]
            self.keys[key] = Making(COUNTRY, known.name, known, country=code, sector="GOV", rule="registry")
            self.made.append(self.keys[key])
        return self.keys[key]

    def body(self, known: Known) -> Making:
        """The actor that a known country or organisation is, made if need be."""
        if known.is_country and known.country:
            return self.country(known.country)
        key = ("known", known.id)
        if key not in self.keys:
            made = Making(ORGANISATION, known.name, known, country=known.country, sector=known.sector, rule="registry")
            self.keys[key] = made
            self.made.append(made)
        return self.keys[key]

    def person(self, m: Mention) -> None:
        """A person's name."""
        found = self.people.find(m.text, m.head, m.sex)
        actor = found or self.new(m)
        if found:
            self.join(found, m)
        actor.spellings.append(m.text)
        self.people.add(actor, m.text)
        self.beside(actor, m)

    def known_people(self) -> None:
        """Country and part of the people whom the registry knows, unless the article itself says another country."""
        published = self.scene.document.metadata.published
        near = {*self.scene.countries, *(p.country for p in self.places.values() if p.country)}
        for a in self.made:
            if a.sort != PERSON:
                continue
            known = known_person(a.spellings, published, near)
            if known and a.country in {None, known.country}:
                a.person, a.country = known, known.country
                a.sector = a.sector or known.sector(published.year if published else None)

    def beside(self, actor: Making, m: Mention) -> None:
        """What stands beside a name and describes the same actor: an apposition, or a noun that the name is one to."""
        tokens = self.scene.tokens
        head = tokens[m.head]
        near = [t for t in self.scene.analysis.below(m.head, "appos") if t.pos in {"NOUN", "PROPN"}]
        if head.dep == "appos" and tokens[head.head].pos in {"NOUN", "PROPN"}:
            near.append(tokens[head.head])
        before = tokens[m.first - 1] if m.first and self.scene.adjacent(m.first - 1) else None
        if before and before.pos == "NOUN" and before.head not in range(m.first, m.end) and not near:
            near.append(before)
        for t in near:
            if t.index in self.by_head or t.index in self.scene.at or not self.describes(actor, t.lower):
                continue
            said = describe(self.scene, t, self.places)
            said.rule = "apposition"
            whole = (min(said.first, m.first), max(said.end, m.end))
            said.words.append(one(self.scene.spans(*whole)))
            self.join(actor, said)
            self.by_owner(actor, said)
        self.by_owner(actor, m)

    def describes(self, actor: Making, noun: str) -> bool:
        """Whether a noun beside a name can describe it: a person's part, or what sort of body it is."""
        if actor.sort == PERSON:
            return bool(w.person_sector(noun) or w.weak(noun))
        return bool(w.body_sector(noun)) or any(w.stands_for(s, noun) for s in ("organisation", "media"))

    def by_owner(self, actor: Making, m: Mention) -> None:
        """Country and sector of whom an actor acts for, where its own words say none."""
        if m.owner is None:
            return
        f = self.scene.at.get(m.owner)
        known = f.known[0] if f and len(f.known) == 1 else None
        if known and not known.id.startswith("place:"):
            actor.country = actor.country or known.country
            lent = not known.is_country and m.noun in _LENT and actor.sector in {"GOV", "CVL", "MIL"}
            actor.sector = known.sector if lent else actor.sector or known.sector
        elif (owner := self.by_head.get(m.owner)) is not None and owner is not actor:
            actor.country = actor.country or owner.country
            actor.sector = actor.sector or owner.sector

    def name(self, m: Mention) -> None:
        """The name of a country, an organisation or a people."""
        if m.sort == COUNTRY and m.known and m.known.country:
            self.join(self.country(m.known.country), m)
            return
        key: tuple[str, ...] = ("known", m.known.id) if m.known else ("name", fold(m.text) or m.text)
        if m.sort == PEOPLE:
            key = ("people", m.country or fold(m.text), m.noun.rstrip("s"))
        found = self.spelled_out(m) or self.keys.get(key)
        if found is None and not m.known and m.sort == ORGANISATION:
            found = self.acronym(m)
        if found is None:
            found = self.new(m, key, m.known.name if m.known else "")
        else:
            self.join(found, m)
        found.spellings.append(m.text)
        if found.sort == ORGANISATION:
            self.shorten(found, m.text)
        self.beside(found, m)

    def spelled_out(self, m: Mention) -> Making | None:
        """The organisation that the article itself spelled out before for letters that the registry has for another."""
        if m.sort != ORGANISATION or m.known is None or not (m.text.isupper() and m.text.isalpha()):
            return None
        held = [a for a in self.short.get(m.text, []) if a.known is None and a.last_before(m.head) >= 0]
        if len(held) != 1:
            return None
        m.known, m.country, m.sector = None, None, None
        return held[0]

    def acronym(self, m: Mention) -> Making | None:
        """The organisation that letters stand for by their initials, or that the last word of its name stands for."""
        if " " in m.text:
            return None
        held = self.short.get(m.text.upper() if m.text.isupper() else m.text, [])
        before = [a for a in held if a.last_before(m.head) >= 0] or held
        return before[0] if len(before) == 1 else None

    def shorten(self, actor: Making, name: str) -> None:
        """Notes what an organisation's name can be shortened to."""
        words = [x for x in name.replace("-", " ").split() if x[0].isupper()]
        for short in (
            {"".join(x[0] for x in words).upper(), name.rsplit(maxsplit=1)[-1]} if len(name.split()) > 1 else ()
        ):
            held = self.short.setdefault(short, [])
            if all(a is not actor for a in held):
                held.append(actor)

    def description(self, m: Mention) -> None:
        """A noun of role, a body, a group."""
        if (whole := self.whole(m)) is not None:
            self.join(whole, m)
            return
        own = m.country
        if m.country is None and m.owner is not None:
            owner = self.owner(m)
            if owner is not None:
                m.country = owner.country
                if m.sector is None or (m.noun in _LENT and owner.sort != COUNTRY and owner.sector):
                    m.sector = owner.sector
        found = (
            official(self, m, own)
            or same(self, m)
            or (official(self, m, self.scene.home) if is_plain(self, m) else None)
        )
        if found is not None:
            self.join(found, m)
            return
        name = m.text
        key: tuple[str, ...] = ()
        if m.sort == BODY or m.noun == "police":
            noun = ONE_BODY.get(m.noun, m.noun)
            key = ("body", noun, whose(m))
        made = self.new(m, key, name)
        self.by_owner(made, m)

    def whole(self, m: Mention) -> Making | None:
        """The group of which "one of them" or "some of the officials" are a part."""
        if (
            w.role_word(m.noun)
            or w.document(m.noun)
            or self.scene.tokens[m.head].pos not in {"NUM", "DET", "ADJ", "PRON", "NOUN"}
        ):
            return None
        if self.scene.tokens[m.head].lower not in _PARTS:
            return None
        for t in self.scene.analysis.below(m.head, "appos"):
            if (held := self.by_head.get(t.index)) is not None:
                return held
        for p in self.scene.analysis.below(m.head, "prep"):
            for o in self.scene.analysis.below(p.index, "pobj"):
                if p.lower == "of" and (held := self.by_head.get(o.index)) is not None:
                    return held
        return None

    def owner(self, m: Mention) -> Making | None:
        """The actor that a description's possessor or modifier names."""
        if m.owner is None:
            return None
        if (found := self.by_head.get(m.owner)) is not None:
            return found
        f = self.scene.at.get(m.owner)
        if f and f.state and f.state.country and len(f.known) == 1:
            return self.keys.get(("country", f.state.country))
        return None

    def name_words(self, actor: Making) -> set[str]:
        """The folded words of an actor's names; names are all known before descriptions are read."""
        if id(actor) not in self._name_words:
            spelled = (x for s in (actor.name, *actor.spellings) for x in fold(s).split())
            self._name_words[id(actor)] = set(spelled)
        return self._name_words[id(actor)]

    def given_sex(self, actor: Making) -> str | None:
        """The sex that a person's given name tells, or None."""
        if id(actor) not in self._given:
            self._given[id(actor)] = next((x for s in dict.fromkeys(actor.spellings) if (x := w.given_sex(s))), None)
        return self._given[id(actor)]

    def recent(self, index: int) -> list[Making]:
        """The actors mentioned before a token, the latest first."""
        found: dict[int, Making] = {}
        at = bisect_left(self.order, index)
        for head in reversed(self.order[max(0, at - MENTIONS_BACK) : at]):
            actor = self.by_head[head]
            found.setdefault(id(actor), actor)
        return list(found.values())

    def described(self, t: Token) -> Making | None:
        """The actor that a noun of role or body describes, made if need be; None for another noun."""
        if t.pos != "NOUN" or not w.role_word(t.lower):
            return None
        self.description(describe(self.scene, t, self.places))
        return self.by_head.get(t.index)

    def body_before(self, m: Mention) -> Making | None:
        """The body that stands before a writing ("the army statement")."""
        for t in self.scene.analysis.below(m.head, "compound", "nmod"):
            if not w.body_sector(t.lower) or t.index in self.by_head:
                continue
            body = describe(self.scene, t, self.places)
            body.country, body.definite, body.sort = body.country or m.country, True, BODY
            found = same(self, body)
            if found is None:
                found = self.new(body, ("body", ONE_BODY.get(body.noun, body.noun), whose(body)))
            return found
        return None

    def document(self, m: Mention) -> None:
        """A statement in writing: whoever made it, where the text says so; else itself."""
        owner = self.owner(m) or self.sources.maker(self, m) or self.body_before(m)
        if owner is None and m.country and not m.plural:
            owner = self.country(m.country)
        if owner is not None:
            self.join(owner, m)
            return
        for a in self.recent(m.head):
            if m.noun in a.nouns and a.plural == m.plural and (m.definite or fold(a.name) == fold(m.text)):
                self.join(a, m)
                return
        self.new(m)


def _turn(m: Mention) -> tuple[int, int]:
    """When a mention is read: parts of groups and writings after all others, whose makers may stand behind them; the
    first person last, since who says "I" is often named behind the quotation."""
    if m.sort == PRONOUN:
        return (3 if m.text.lower() in FIRST | FIRST_PLURAL else 0), m.head
    return (2 if m.text.lower() in _PARTS else 1 if m.sort == DOCUMENT else 0), m.head


def read(scene: Scene, places: Mapping[int, Place], sources: Sources) -> Sequence[Making]:
    """The actors of an article in the making."""
    return Joining(scene, places, sources).run()
