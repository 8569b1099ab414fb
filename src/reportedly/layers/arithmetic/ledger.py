"""The figures of an article as arithmetic sees them: where each stands, what it counts, how exact it is.

In: a document, its analysis, figures, times, places and attributions. Out: a `Ledger`. It refuses nothing; figures without
tokens (none are made) stand in no sentence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.document import Document, Span, Words
from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.quantities.units import singular
from reportedly.record import Attribution, Figure, Place, Time

MOST = 20
"""Figures of one sentence that are compared with each other: a bound on time, beyond any sentence of news."""
LARGEST = 1e15
"""More than any money that is counted: a larger number is left out, as sums of it would be exact no longer."""
CASUALTIES = ("killed", "injured", "held", "arrested", "released", "missing", "displaced")
"""Kinds of figures that are of people."""
PRONOUNS = ("those", "them", "these", "whom", "which", "they", "it")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure, its tokens `first` to `end`, and its counted noun in small letters and singular ("" for a bare number
    or a pronoun). `person` says that the noun is one of people."""

    figure: Figure
    first: int
    end: int
    sentence: int
    paragraph: int
    noun: str
    person: bool

    @property
    def exact(self) -> float | None:
        """The number, where the words give a single one, rough or not."""
        low = self.figure.low
        return low if low is not None and low == self.figure.high else None

    @property
    def plain(self) -> float | None:
        """The number, where it is a single one and not a rough one."""
        return None if self.figure.approximate else self.exact

    @property
    def floor(self) -> float | None:
        """The number, or the least that "at least" and "more than" leave."""
        return self.exact if self.figure.high is not None else self.figure.low

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.figure.words[0][0], self.figure.words[-1][1])

    @property
    def share(self) -> bool:
        """Whether it is a per cent."""
        return self.figure.unit == "percent"


TOWNS = ("city", "feature")
"""Kinds of places that do not hold each other."""


@dataclass(frozen=True)
class Scope:
    """Times, places and claimants of an article by their ids: when, where and by whom its figures were counted."""

    times: dict[str, Time]
    places: dict[str, Place]
    speakers: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, times: Iterable[Time], places: Iterable[Place], attributions: Iterable[Attribution]) -> "Scope":
        """The scope that the rows of an article make."""
        by_time, by_place = {t.id: t for t in times}, {p.id: p for p in places}
        return cls(by_time, by_place, {a.id: a.speaker for a in attributions})

    def day(self, m: Measure) -> date | None:
        """The day that a figure describes: its own, or its period where that is a day and not the first of many."""
        if m.figure.as_of is not None or m.figure.tally == "running":
            return m.figure.as_of
        period = self.times.get(m.figure.period or "")
        return period.end if period is not None and period.begin == period.end else None

    def speaker(self, m: Measure) -> tuple[str, ...]:
        """The actors who claim a figure; none for the outlet."""
        return self.speakers.get(m.figure.within or "", ())

    def apart(self, one: Measure, two: Measure) -> bool:
        """Whether two figures count other towns, or times that share no day."""
        here, there = (self.places.get(m.figure.place or "") for m in (one, two))
        if here and there and here.kind in TOWNS and there.kind in TOWNS and here.gazetteer != there.gazetteer:
            return True
        now, then = (self.times.get(m.figure.period or "") for m in (one, two))
        if now is None or then is None:
            return False
        return _ends_before(now, then) or _ends_before(then, now)


def _ends_before(one: Time, two: Time) -> bool:
    return one.end is not None and two.begin is not None and one.end < two.begin


@dataclass(frozen=True)
class Ledger:
    """The measures of an article in text order, by figure, and by sentence (no more than `MOST` of each).

    `read` are the tokens of figures and times: a number outside of them was not read. `dated` are the tokens of times,
    `dated_sentences` the sentences that hold one.
    """

    document: Document
    analysis: Analysis
    measures: tuple[Measure, ...]
    of: dict[str, Measure]
    in_sentence: dict[int, list[Measure]]
    read: frozenset[int]
    scope: "Scope"
    dated: frozenset[int]
    dated_sentences: frozenset[int]

    def near(self, sentence: int, reach: int = 1) -> list[Measure]:
        """The measures of a sentence and of those beside it."""
        return [m for s in range(sentence - reach, sentence + reach + 1) for m in self.in_sentence.get(s, [])]

    def lower(self, first: int, end: int) -> list[str]:
        """The words of tokens `first` to `end` in small letters."""
        return [t.lower for t in self.analysis.tokens[max(0, first) : end]]

    def before(self, m: Measure, words: int) -> list[str]:
        """So many words before a measure, of its own sentence, in small letters."""
        begin = self.analysis.sentences[m.sentence].first
        return self.lower(max(begin, m.first - words), m.first)

    def after(self, m: Measure, words: int) -> list[str]:
        """So many words behind a measure, of its own sentence, in small letters."""
        return self.lower(m.end, min(self.analysis.sentences[m.sentence].end, m.end + words))

    def unread(self, first: int, end: int) -> bool:
        """Whether a number between tokens `first` and `end` is neither in a figure nor in a time."""
        return any(t.pos == "NUM" and t.index not in self.read for t in self.analysis.tokens[first:end])


def ledger(
    document: Document,
    analysis: Analysis,
    figures: Sequence[Figure],
    scope: "Scope",
) -> Ledger:
    """The figures as arithmetic sees them."""
    measures = tuple(sorted(filter(None, (_measure(analysis, f) for f in figures)), key=lambda m: (m.first, m.end)))
    in_sentence: dict[int, list[Measure]] = {}
    for m in measures:
        here = in_sentence.setdefault(m.sentence, [])
        if len(here) < MOST:
            here.append(m)
    words = [*(f.words for f in figures), *(t.words for t in scope.times.values())]
    read = {t.index for w in words for t in _tokens(analysis, w)}
    dated = [t for row in scope.times.values() for t in _tokens(analysis, row.words)]
    return Ledger(
        document=document,
        analysis=analysis,
        measures=measures,
        of={m.figure.id: m for m in measures},
        in_sentence=in_sentence,
        read=frozenset(read),
        scope=scope,
        dated=frozenset(t.index for t in dated),
        dated_sentences=frozenset(t.sentence for t in dated),
    )


def _measure(analysis: Analysis, figure: Figure) -> Measure | None:
    tokens = _tokens(analysis, figure.words)
    if not tokens or any(v is not None and v > LARGEST for v in (figure.low, figure.high)):
        return None
    head = _head(_tokens(analysis, figure.who))
    noun = singular(head.lower) if head else ""
    people = noun in load("figures")["people"]["nouns"] or noun in anyone() or figure.what in CASUALTIES
    person = head is not None and (people or head.tag == "NNPS")
    sentence = analysis.sentences[tokens[0].sentence]
    return Measure(figure, tokens[0].index, tokens[-1].index + 1, sentence.index, sentence.paragraph, noun, person)


def _tokens(analysis: Analysis, words: Words) -> list[Token]:
    return [t for w in words for t in analysis.at(Span(*w))]


def _head(tokens: Iterable[Token]) -> Token | None:
    """The noun of a phrase: the last one before what a preposition adds; none for a pronoun."""
    head = None
    for t in tokens:
        if t.lower in PRONOUNS and head is None:
            return None
        if t.pos == "ADP" and head is not None:
            break
        if t.pos in ("NOUN", "PROPN", "ADJ", "PRON"):
            head = t
    return head


def anyone() -> frozenset[str]:
    """The nouns for people of any kind."""
    return frozenset(load("arithmetic")["anyone"]["words"])


def same_population(part: Measure, whole: Measure) -> bool:
    """Whether the words let one be counted among the other: the same noun, none, or people of a nearer name."""
    if not part.noun or not whole.noun or part.noun == whole.noun:
        return True
    kinds = load("arithmetic")["kinds"]
    of_any = part.noun in anyone() or any(part.noun in kinds[group] for group in ("sex", "age", "young"))
    return part.person and whole.person and (of_any or whole.noun in anyone())


def slack(m: Measure) -> float:
    """How far the true number may lie from a rough one: half of the place of its last figure that is not nought, no
    less than 5 and no more than 10 per cent; nothing for an exact count. Not tuned."""
    value = m.exact
    if value is None or not value:
        return 0
    written = min(_half_place(value), 0.05 * (BILLION if value >= BILLION else MILLION)) if value >= MILLION else 0
    if not m.figure.approximate:
        return written
    return max(written, min(max(_half_place(value), 0.05 * value), 0.1 * value))


MILLION, BILLION = 1_000_000, 1_000_000_000
"""From here on numbers are written in millions and billions and rounded to a tenth, whether the words say so or not."""


def _half_place(value: float) -> float:
    """Half of the place of the last figure that is not nought: 5 for 60, 50,000 for 1.9 million."""
    place = 1
    while value % (place * 10) == 0:
        place *= 10
    return place / 2 if place > 1 else 0
