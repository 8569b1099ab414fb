"""`Mention`, one place that names or describes an actor, and `Actors`, the actors in the making that mentions join.

In: nothing but types. Out: the two, with what joins them: a mention lends its actor spans, a country, a sector, nouns.
"""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from reportedly.document import Span, Words
from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.people import Person
from reportedly.knowledge.registry import Known

COUNTRY, BODY, PERSON, ORGANISATION = "country", "body", "person", "organisation"
GROUP, PEOPLE, DOCUMENT, PRONOUN = "group", "people", "document", "pronoun"


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `first` up to `end` with the head noun `head`; what sort of thing they name, and what they say of it.

    `words` are its spans for the record, widest last. `noun` is a description's head noun in small letters, singular;
    `owner` is the token that heads whose it is ("Hamas' spokesman"), or None.
    """

    head: int
    first: int
    end: int
    sort: str
    words: list[Words]
    text: str
    known: Known | None = None
    country: str | None = None
    sector: str | None = None
    noun: str = ""
    plural: bool = False
    definite: bool = False
    sex: str | None = None
    owner: int | None = None
    rule: str = ""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""
        return self.words[0][0].start


@dataclass(slots=True, eq=False)
class Making:
    """An actor in the making. `owner` is the token that heads whom it acts for ("the ministry's spokesman"), or None;
    `described` are the descriptions by which it was called, `folded` the texts of all its mentions, `words` the
    words of these; `by_head` has the mentions by their head."""

    sort: str
    name: str
    known: Known | None = None
    person: Person | None = None
    country: str | None = None
    sector: str | None = None
    nouns: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    folded: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    by_head: dict[int, list[Mention]] = field(default_factory=dict)
    spellings: list[str] = field(default_factory=list)
    plural: bool = False
    sex: str | None = None
    owner: int | None = None
    mentions: list[Mention] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    rule: str = ""

    def join(self, m: Mention) -> None:
        """Takes in a mention; what is known already stays."""
        self.mentions.append(m)
        insort(self.heads, m.head)
        self.country = self.country or m.country
        self.sector = self.sector or m.sector
        self.sex = self.sex or m.sex
        self.owner = m.owner if self.owner is None else self.owner
        self.rule = self.rule or m.rule
        if m.noun:
            self.nouns.add(m.noun)
        text = fold(m.text)
        self.folded.add(text)
        self.words.update(text.split())
        self.by_head.setdefault(m.head, []).append(m)
        if m.rule == "description":
            self.described.add(text)

    def last_before(self, index: int) -> int:
        """The head token of its latest mention before token `index`, or -1."""
        at = bisect_left(self.heads, index)
        return self.heads[at - 1] if at else -1

    def names(self) -> tuple[Words, ...]:
        """Its mentions' words in text order, each once."""
        found: dict[Words, None] = {}
        for m in self.mentions:
            for w in m.words:
                found.setdefault(w)
        return tuple(sorted(found, key=lambda w: (w[0].start, w[-1].end, w)))


def one(span: Span) -> Words:
    """A span as words."""
    return (span,)
