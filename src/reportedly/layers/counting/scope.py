"""The scope of a figure: where, over which time, and as of which day. In: the parse and the rows of times, places,
attributions and events. Out: ids and days, or nothing.

What stands in the figure's own clause comes first. Where it names no time, the time of its whole, of the figure that it
stands beside, of the event that its clause tells of, or the only time of the sentence counts; a time that only says when
somebody spoke never does. Where two would do, none is taken.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from reportedly.document import Document, Span, Words
from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.counting.parts import Counted
from reportedly.layers.counting.roles import PLAIN, anchor_of, governing
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.nouns import NUMBERS
from reportedly.record import Attribution, Event, Place, Time

R = TypeVar("R", Place, Time, Attribution, Event)
PLACING = ("in", "at", "near", "across", "around", "inside", "outside")
STOCK = (
    "be",
    "stand",
    "reach",
    "rise",
    "climb",
    "fall",
    "grow",
    "put",
    "give",
    "count",
    "speak",
    "have",
    "list",
    "remain",
)
"""Verbs of a count as it stood: a day beside one is the day that the count describes."""
COMPARING = ("from", "with", "to", "than", "against")
"""Words before a number that another is held against."""
TOTALS = (*NUMBERS, "toll", "it", "losses")
APART = ("ccomp", "relcl", "acl", "parataxis", "csubj")
"""Clauses whose time is not that of the clause above them, nor the other way round."""
CLIMB = 20
"""How far up the tree what joins two words is looked for: a bound on time."""


def by_sentence(analysis: Analysis, rows: Iterable[R], spans_of: Callable[[R], Words]) -> dict[int, list[R]]:
    """The rows whose words lie in each sentence, in the order of `rows`."""
    found: dict[int, list[R]] = {}
    for row in rows:
        tokens = [t for w in spans_of(row) for t in analysis.at(Span(*w))]
        for number in sorted({t.sentence for t in tokens}):
            found.setdefault(number, []).append(row)
    return found


@dataclass(frozen=True)
class Scope:
    """What of an article bears on its figures' scope, by sentence; `cues` are the tokens of verbs of saying."""

    document: Document
    analysis: Analysis
    times: dict[int, list[Time]]
    places: dict[int, list[Place]]
    events: dict[int, list[Event]]
    cues: frozenset[int]
    counted: Sequence[Counted]

    def where(self) -> list[str | None]:
        """The place of each figure: the one that its clause names behind a preposition, its event's, or its whole's."""
        found = [self._own_place(n) for n in range(len(self.counted))]
        for n, c in enumerate(self.counted):
            if found[n] is None and not c.quantity.unit and c.whole is not None:
                found[n] = found[c.whole]
        return found

    def _own_place(self, n: int) -> str | None:
        q = self.counted[n].quantity
        found: dict[int | str, str] = {}
        for p in self.places.get(self._sentence(q), []):
            tokens = self._tokens(p.words)
            if not tokens or not self._own(q, tokens[0]) or self._is_of_another(n, tokens[0]):
                continue
            last = tokens[-1]
            if last.dep == "pobj" and self._places(self.counted[n], last) and not self._spoken(last):
                if any(t.pos == "PROPN" for t in self.analysis.below(last.index, "conj")):
                    return None
                found.setdefault(p.gazetteer or p.id, p.id)
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
        event = self._event(self.counted[n])
        return event.place if event and not self._is_elsewhere(n, event.place) else None

    def _is_elsewhere(self, n: int, place: str | None) -> bool:
        """Whether an event's place is that of another figure of the sentence: "40,000 people, including 12,000 in Keldrin"."""
        here = self.places.get(self._sentence(self.counted[n].quantity), [])
        return any(p.id == place and t and self._is_of_another(n, t[0]) for p in here if (t := self._tokens(p.words)))

    def _places(self, c: Counted, name: Token) -> bool:
        """Whether the preposition before a name says where the counted are. "From" does of those to whom something was done
        ("70 evacuated from Karn"); of people, things and money it says whence they come."""
        lead = self.analysis.head(name).lower
        return lead in PLACING or (lead == "from" and c.role.what not in (*PLAIN, "money", "duration"))

    def _is_of_another(self, n: int, token: Token) -> bool:
        """Whether another figure of the sentence stands between figure `n` and what follows it: of "Seven died in Karn,
        five in Hale" each has its own place."""
        q = self.counted[n].quantity
        following = self.counted[n + 1].quantity.first if n + 1 < len(self.counted) else token.index + 1
        before = self.counted[n - 1].quantity if n else None
        if token.index > q.number:
            return following < token.index
        return (
            before is not None
            and self._sentence(before) == token.sentence
            and before.number < token.index < q.first
            and (self._own(before, token) and self.analysis.tokens[q.first - 1].lower in ("and", ",", *COMPARING))
        )

    def periods(self) -> list[str | None]:
        """The time that each figure covers."""
        found = [self._own_period(n) for n in range(len(self.counted))]
        for n, c in enumerate(self.counted):
            if found[n] is not None or self._timeless(c):
                continue
            period, stood = self._inherited(n, found), self.as_of(n)
            found[n] = None if stood is not None and self._is_day(period, stood) else period
        return found

    def _is_day(self, period: str | None, day: date) -> bool:
        return any(t.id == period and t.begin == t.end == day for times in self.times.values() for t in times)

    def as_of(self, n: int) -> date | None:
        """The day that figure `n` describes: "as of Monday", "by Monday it had", "the toll stood at 30 on Monday", "down
        from five a day earlier"; "as of now" is the day of publication."""
        found: dict[int, Time] = {}
        for t in self.times.get(self._sentence(self.counted[n].quantity), []):
            tokens = self._tokens(t.words)
            if tokens and self._is_day_of(n, tokens):
                found[tokens[0].index] = t
        if len(found) > 1:
            found = {i: t for i, t in found.items() if not self._is_of_another(n, self.analysis.tokens[i])}
        days = {self._day(t) for t in found.values()}
        return next(iter(days)) if len(days) == 1 else None

    def _is_day_of(self, n: int, tokens: Sequence[Token]) -> bool:
        """Whether a time of the sentence names the day on which the count of figure `n` stood."""
        c = self.counted[n]
        if self._is_earlier(c.quantity):
            return self._is_beside(c.quantity, tokens)
        lead = self._words_before(tokens[0].index)
        return lead == ["as", "of"] or self._stands(c, tokens, lead)

    def _day(self, t: Time) -> date | None:
        if t.value == "PRESENT_REF":
            return self.document.metadata.published
        return t.begin if t.begin is not None and t.begin == t.end else None

    def _is_earlier(self, q: Quantity) -> bool:
        """Whether the number is an earlier count: "down from five a day earlier"."""
        return self._words_before(q.first) in (["down", "from"], ["up", "from"])

    def _is_beside(self, q: Quantity, tokens: Sequence[Token]) -> bool:
        return bool(tokens) and q.stop <= tokens[0].index <= q.stop + 1

    def _sentence(self, q: Quantity) -> int:
        return self.analysis.tokens[q.number].sentence

    def _tokens(self, words: Words) -> tuple[Token, ...]:
        return tuple(t for w in words for t in self.analysis.at(Span(*w)))

    def _words_before(self, first: int) -> list[str]:
        return [t.lower for t in self.analysis.tokens[max(0, first - 2) : first]]

    def _own(self, q: Quantity, token: Token) -> bool:
        """Whether a token stands in the clause of the quantity: under the same verb, in the same sentence."""
        at = self.analysis.tokens[q.number]
        return token.sentence == at.sentence and governing(self.analysis, token) == governing(self.analysis, at)

    def _timeless(self, c: Counted) -> bool:
        return c.role.what == "duration"

    def _usable(self, q: Quantity, t: Time) -> tuple[Token, ...]:
        """The tokens of a time that can be a period: a date, or a length that has its days; not the figure itself, and
        not what only bounds it ("prior to May")."""
        number = self.analysis.span(q.number, q.number_end)
        if t.type == "SET" or t.value == "PRESENT_REF" or any(Span(*w).overlaps(number) for w in t.words):
            return ()
        if t.type == "DURATION" and t.begin is None and t.end is None and not (t.value or "").endswith("_REF"):
            return ()
        tokens = self._tokens(t.words)
        lead = self._words_before(tokens[0].index) if tokens else []
        beyond = lead in (["as", "of"], ["prior", "to"], ["ahead", "of"]) or lead[-1:] == ["before"]
        earlier = bool(tokens) and tokens[0].index in self._days_of_earlier
        return () if beyond or earlier or (tokens and self._is_record(tokens[-1])) else tokens

    @cached_property
    def _days_of_earlier(self) -> frozenset[int]:
        """Where the day of an earlier count may begin, which is that count's alone."""
        earlier = (c.quantity for c in self.counted if self._is_earlier(c.quantity))
        return frozenset(q.stop + i for q in earlier for i in (0, 1))

    def _is_record(self, time: Token) -> bool:
        """Whether a time is that of a record: "the highest turnout in 24 years"."""
        noun = self.analysis.head(self.analysis.head(time))
        return noun.pos == "NOUN" and any(t.tag == "JJS" for t in self.analysis.below(noun.index, "amod"))

    def _own_period(self, n: int) -> str | None:
        """The one time that the figure's clause names, other than the figure itself."""
        c = self.counted[n]
        q = c.quantity
        if self._timeless(c):
            return None
        near = [
            (t, tokens)
            for t in self.times.get(self._sentence(q), [])
            if (tokens := self._usable(q, t))
            and self._own(q, tokens[-1])
            and not self._spoken(tokens[-1])
            and not self._stands(c, tokens, self._words_before(tokens[0].index))
        ]
        if len(near) > 1 or self._is_compared(n + 1):
            near = [(t, tokens) for t, tokens in near if not self._is_of_another(n, tokens[0])]
        return near[0][0].id if len(near) == 1 else None

    def _is_compared(self, n: int) -> bool:
        """Whether a figure is what the one before it is held against: "340 dead, compared with 96 in May"."""
        if n >= len(self.counted):
            return False
        first = self.counted[n].quantity.first
        return first > 0 and self.analysis.tokens[first - 1].lower in COMPARING

    def _spoken(self, token: Token) -> bool:
        """Whether a time hangs on a verb of saying: "said on Tuesday"."""
        verb = governing(self.analysis, token)
        if verb is None:
            return False
        return verb in self.cues or self.analysis.tokens[verb].lemma in load("figures")["speech"]["verbs"]

    def _stands(self, c: Counted, tokens: Sequence[Token], lead: Sequence[str]) -> bool:
        """Whether a time in the figure's clause is the day of a count that stood: "by Monday 121 of them had been freed",
        "the toll was 1,290 on 1 June"."""
        if not self._own(c.quantity, tokens[-1]):
            return False
        if lead[-1:] == ["by"] and tokens[0].sentence == self._sentence(c.quantity):
            return True
        verb = governing(self.analysis, anchor_of(self.analysis, c.quantity))
        if verb is None or self.analysis.tokens[verb].lemma not in STOCK:
            return False
        named = [t.lower for t in self.analysis.below(verb, "nsubj", "nsubjpass", "dobj")]
        spoken = self.analysis.tokens[verb].lemma in ("speak", "put", "give")
        return spoken or any(w in TOTALS for w in named)

    def _inherited(self, n: int, found: Sequence[str | None]) -> str | None:
        """The time of a figure's whole, of the figure before it in its sentence that shares its fate, of its event, or the
        only time of its sentence."""
        c = self.counted[n]
        if c.whole is not None and found[c.whole] is not None:
            return found[c.whole]
        if n and found[n - 1] and self._goes_with(c, self.counted[n - 1]):
            return found[n - 1]
        if (event := self._event(c)) is not None and event.date is not None:
            return event.date
        q = c.quantity
        alone = [
            (t.id, tokens[-1])
            for t in self.times.get(self._sentence(q), [])
            if (tokens := self._usable(q, t))
            and not self._spoken(tokens[-1])
            and not self._stands(c, tokens, self._words_before(tokens[0].index))
        ]
        if len(alone) != 1 or c.role.what in ("money", "duration"):
            return None
        return alone[0][0] if self._frames(alone[0][1], q) else None

    def _frames(self, time: Token, q: Quantity) -> bool:
        """Whether a time of the sentence is told of a quantity's clause: from the time and from the quantity up to the word
        that joins them no clause is the content of a verb ("learned this month that 40 had") or describes another noun
        ("short of the record set in 2008"), unless it tells what a doer had in hand ("a ferry carrying 138 sank")."""
        anchor = anchor_of(self.analysis, q)
        own = {anchor.index, *((anchor.head,) if anchor.dep in ("conj", "appos") else ())}
        up, down = self._above(anchor), self._above(time)
        joint = next((i for i in down if i in up), None)
        if joint is None or joint in own or joint == time.index:
            return joint is not None
        tokens = self.analysis.tokens
        doing = [i for i in up[: up.index(joint)] if not (tokens[i].dep == "acl" and tokens[i].tag == "VBG")]
        return not any(self._is_apart(tokens[i]) for i in (*doing, *down[: down.index(joint)]))

    def _is_apart(self, clause: Token) -> bool:
        """Whether a clause's time is not that of the clause above it; what a semicolon joins is told together."""
        first, last = sorted((clause.index, clause.head))
        return clause.dep in APART and not any(t.text == ";" for t in self.analysis.tokens[first:last])

    def _above(self, token: Token) -> list[int]:
        """A token and those above it, nearest first."""
        found = [token.index]
        while token.head != token.index and len(found) < CLIMB:
            token = self.analysis.head(token)
            found.append(token.index)
        return found

    def _goes_with(self, c: Counted, before: Counted) -> bool:
        """Whether a figure stands in the clause of the one before it or in one joined to that: "were burned, and 350 fled"."""
        if self._sentence(before.quantity) != self._sentence(c.quantity):
            return False
        tops = {self._series(q) for q in (before.quantity, c.quantity)}
        return len(tops) == 1

    def _series(self, q: Quantity) -> int | None:
        """The first verb of the series of clauses that a quantity stands in."""
        verb = governing(self.analysis, anchor_of(self.analysis, q))
        while verb is not None and self.analysis.tokens[verb].dep == "conj":
            above = self.analysis.head(self.analysis.tokens[verb])
            if above.pos not in ("VERB", "AUX"):
                break
            verb = above.index
        return verb

    def _event(self, c: Counted) -> Event | None:
        """The one event whose trigger is the figure's verb, its subject, or stands behind a preposition of its clause; of
        people or things of whose fate nothing is said only what was done to them ("43 houses were burned") is their own."""
        undergone = anchor_of(self.analysis, c.quantity).dep == "nsubjpass"
        if c.role.verb is None or (c.role.what in (*PLAIN, "money") and not undergone):
            return None
        verb = c.role.verb
        near = {verb, *(t.index for t in self.analysis.below(verb, "nsubj", "nsubjpass"))}
        for p in self.analysis.below(verb, "prep", "agent"):
            near |= {t.index for t in self.analysis.below(p.index, "pobj")}
        found = {}
        for e in self.events.get(self._sentence(c.quantity), []):
            spans = [e.words, *e.mentions]
            if any(t.index in near for words in spans for t in self._tokens(words)):
                found[e.id] = e
        return next(iter(found.values())) if len(found) == 1 else None
