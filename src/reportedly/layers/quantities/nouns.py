"""The noun that a number counts, and the words that name it.

In: the parse and where the number stands. Out: a `Noun`, or None where the number stands alone.
"""

from dataclasses import dataclass

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Sentence, Token
from reportedly.layers.quantities.units import singular

REACH = 7
"""How many words may stand between a number and its noun. Not tuned; longer phrases are parse errors more often."""


@dataclass(frozen=True, slots=True)
class Noun:
    """Token `head` is the noun; `first` to `end` is its phrase without the number.

    `of` says that the number is a part of what the phrase names ("35 of those"); `unit` is set where a hyphen joins
    a unit to the number ("42-day").
    """

    head: int
    first: int
    end: int
    of: bool = False
    unit: str = ""

    def word(self, analysis: Analysis) -> str:
        """The noun in small letters and singular."""
        return singular(analysis.tokens[self.head].lower)


def noun_of(analysis: Analysis, sentence: Sentence, number: int, end: int, hyphened: bool) -> Noun | None:
    """What the number at token `number`, whose words and unit end at `end`, counts."""
    if hyphened:
        return _hyphened(analysis, sentence, end)
    if end >= sentence.end:
        return None
    if found := _numbered(analysis, number, end):
        return found
    following = analysis.tokens[end]
    if _is_fate(analysis, sentence, following):
        return Noun(following.index, following.index, following.index + 1)
    if following.lower == "of":
        return _of(analysis, sentence, end)
    if (
        following.lower in ("more", "further", "additional")
        and end + 1 < sentence.end
        and analysis.tokens[end + 1].lower == "of"
    ):
        return _of(analysis, sentence, end + 1)
    return _parsed(analysis, sentence, number, end) or _run(analysis, sentence, end)


FATES = ("dead", "wounded", "injured", "missing")
"""Words for people by their fate, which stand as nouns behind a number: "the 12 dead"."""


def _is_fate(analysis: Analysis, sentence: Sentence, token: Token) -> bool:
    """Whether the word behind a number is the noun that it counts: "12 dead", not "12 dead men", "12 wounded three"."""
    if token.lower not in FATES or (token.tag == "VBD" and any(True for _ in analysis.below(token.index, "dobj"))):
        return False
    following = analysis.tokens[token.index + 1] if token.index + 1 < sentence.end else None
    return following is None or following.pos not in ("NOUN", "PROPN", "NUM", "DET", "ADJ")


NUMBERS = ("numbers", "estimates", "figures", "number", "total", "count", "tally", "figure", "population", "amount")
"""Nouns that name what a number behind their verb counts: "the number of applicants rose to 430"."""


CROWDS = ("crowd", "turnout", "attendance", "audience", "strength", "membership")
PUTS = ("put", "estimate", "set", "place")
"""Verbs whose object's size "at" gives: "put the crowd at 80,000"."""


def _numbered(analysis: Analysis, number: int, end: int) -> Noun | None:
    """What "number of" counts, for a number that stands alone behind its verb."""
    token = analysis.tokens[end - 1]
    if token.dep not in ("pobj", "attr", "dobj", "npadvmod") or token.head in range(number, end):
        return None
    head = analysis.head(token)
    for _ in range(5):
        crowd = [t for t in analysis.below(head.index, "dobj") if t.lower in CROWDS] if head.lemma in PUTS else []
        if crowd and not number <= crowd[0].index < end:
            return Noun(crowd[0].index, crowd[0].index, crowd[0].index + 1)
        subjects = [t for t in analysis.below(head.index, "nsubj", "nsubjpass", "dobj") if t.lower in NUMBERS]
        for of in (p for s in subjects for p in analysis.below(s.index, "prep") if p.lower == "of"):
            for noun in analysis.below(of.index, "pobj"):
                if not number <= noun.index < end:
                    return Noun(noun.index, of.index + 1, _phrase_end(analysis, noun))
        if head.pos in ("VERB", "AUX") and head.dep not in ("acl", "relcl"):
            return _measured(analysis, head, number, end)
        head = analysis.head(head)
    return None


def _measured(analysis: Analysis, verb: Token, number: int, end: int) -> Noun | None:
    """The subject that a verb of counts gives a number: "arrivals fell from 900 to 650", "the victims numbered 213",
    "troop numbers vary from 9,000 to 11,000"."""
    if verb.lemma not in load("numbers")["changes"]["words"] and verb.lemma not in MEASURES:
        return None
    counted = load("figures")["counted"]["nouns"]
    for subject in analysis.below(verb.index, "nsubj", "nsubjpass"):
        named = subject
        if subject.lower in (*NUMBERS, "numbers", "figures", "estimates", "levels"):
            named = next(iter(analysis.below(subject.index, "compound", "amod", "nmod")), subject)
        if singular(named.lower) in counted and not number <= named.index < end:
            return Noun(named.index, named.index, named.index + 1)
    return None


MEASURES = (
    "number",
    "total",
    "exceed",
    "top",
    "reach",
    "vary",
    "range",
    "stand",
    "hit",
    "run",
    "be",
    "remain",
    "hover",
)


def _of(analysis: Analysis, sentence: Sentence, of: int) -> Noun | None:
    """The noun behind "of": its own noun for "hundreds of rebels", the whole for "two of its soldiers"."""
    objects = [t for t in analysis.below(of, "pobj") if t.index > of]
    if objects and objects[0].index - of <= REACH:
        head = objects[0]
        return Noun(head.index, of + 1, _phrase_end(analysis, head), of=True)
    found = _run(analysis, sentence, of + 1)
    if found is None and of + 1 < sentence.end and analysis.tokens[of + 1].pos in ("PRON", "DET"):
        return Noun(of + 1, of + 1, of + 2, of=True)
    return Noun(found.head, of + 1, found.end, of=True) if found else None


def _phrase_end(analysis: Analysis, head: Token) -> int:
    """Just behind the noun, and behind a second noun that is joined to it right there ("women and children")."""
    joined = [t for t in analysis.below(head.index, "conj") if t.pos == "NOUN" and t.index == head.index + 2]
    return joined[0].index + 1 if joined and analysis.tokens[head.index + 1].lower in ("and", "or") else head.index + 1


def _parsed(analysis: Analysis, sentence: Sentence, number: int, end: int) -> Noun | None:
    """The noun that the parse hangs the number on."""
    last = analysis.tokens[max(number, end - 1)]
    for start in (analysis.tokens[number], last):
        head = start
        for _ in range(4):
            if (
                head.dep not in ("nummod", "quantmod", "compound", "advmod", "amod", "nmod", "poss")
                or head.head == head.index
            ):
                break
            head = analysis.head(head)
            if head.index >= end:
                break
        if (
            end <= head.index < min(sentence.end, end + REACH)
            and head.pos in ("NOUN", "PROPN")
            and _clear(analysis, end, head.index)
        ):
            return Noun(head.index, end, _phrase_end(analysis, head))
    return None


def _clear(analysis: Analysis, first: int, end: int) -> bool:
    """Whether only words of one noun phrase stand between."""
    return not any(
        t.pos in ("VERB", "AUX", "ADP", "PRON", "SCONJ") and t.tag not in ("VBN", "VBG")
        for t in analysis.tokens[first:end]
    )


def _run(analysis: Analysis, sentence: Sentence, at: int) -> Noun | None:
    """The noun at the end of an unbroken run of adjectives and nouns from `at`, where the parse gives none."""
    i, head = at, None
    while i < min(sentence.end, at + REACH):
        t = analysis.tokens[i]
        if t.pos in ("NOUN", "PROPN"):
            head = t
        elif head is not None or (t.pos != "ADJ" and t.tag not in ("VBN", "VBG") and not _leads_on(analysis, t)):
            break
        i += 1
    if head is None:
        return None
    return Noun(head.index, at, head.index + 1)


def _leads_on(analysis: Analysis, token: Token) -> bool:
    """Whether an adverb only says how of the word behind it: "badly burned paratroopers"."""
    following = analysis.tokens[token.index + 1] if token.index + 1 < len(analysis.tokens) else None
    return token.pos == "ADV" and following is not None and (following.tag == "VBN" or following.pos == "ADJ")


def _hyphened(analysis: Analysis, sentence: Sentence, hyphen: int) -> Noun | None:
    """ "42-day phase", "seven-member crew", "30,000-strong force"."""
    at = hyphen + 1
    if at >= sentence.end:
        return None
    t, table = analysis.tokens[at], load("units")
    word = singular(t.lower)
    if word in table["time"]:
        return Noun(at, at, at + 1, unit=table["time"][word])
    if word in table["money"]["words"]:
        return Noun(at, at, at + 1, unit=table["money"]["words"][word] or "money")
    if word not in table["not_counted"]["hyphened"]:
        return None
    found = _run(analysis, sentence, at + 1)
    return Noun(found.head, found.first, found.end) if found else Noun(at, at, at + 1)
