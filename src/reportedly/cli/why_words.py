"""What the signals of events are called when a person asks why: many signals, few phrases.

In: terms (`layers/happening/reasons.py`), each a signal's name and what it adds. Out: phrases, each with the sum of its
signals. Several signals tell one fact more or less finely ("subject", "verb subject", "is nsubj"); to a reader they are one.
A signal that no pattern knows is called by its own name.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.layers.happening.reasons import Term

FOR, AGAINST = 2, 1
"""How many phrases for and against a candidate are told."""
SHOWN = 0.05
"""Phrases that add less are not told: they would show as 0.0."""
_TYPE = "[A-Z]{3,}"
_SORT = "(?:verb|noun|other)"
_STANCE = "(assert|confirm|deny|accuse|demand|promise|threaten|believe|doubt|ask|intend|decline)"

_OF_TYPE = (
    ("head", "the encoder"),
    ("lexicon says (?:so|another)", "the lexicon"),
    ("none", "most words name no event"),
    ("none, noun", "it is a noun"),
    ("none, other", "it is neither noun nor verb"),
    ("none, title", "it stands in a title"),
    ("none, another subject", "sport, business, weather or the like is spoken of around it"),
    ("none, lexicon unfit", "the lexicon's conditions are not met"),
    ("none, cue", "somebody only says something by it"),
    ("cue says (?:so|another)", "what its attribution does"),
    ("none, not in the lexicon", "the lexicon does not have it"),
)
_SLOT = (
    "(?:subject|object|possessor|modifier|dative|pobj|other|prep|object's|clause|xcomp|ccomp|advcl|pcomp|noun above|"
    "(?:light|undergo|verb|noun) [^ ]+:|[a-z]+:)"
)
_STANDS = "where it stands"
_OF_SIDE = (
    ("subject over it, of (?:[A-Z]+|verb|none)", "the subject of the verb over it"),
    (f"nobody, {_SORT} (subject|object) is actor", r"the \1 is an actor"),
    (f"nobody, {_SORT} (subject|object) is [A-Z]+", r"the \1 names no actor"),
    (f"nobody, {_SORT} no (subject|object)", r"no \1"),
    (f"nobody, {_SORT} possessor is .*|nobody, {_SORT} no possessor", "whether it has an owner"),
    (f"nobody, {_SORT} prep (.+) is actor", r"“\1 …” is an actor"),
    (f"nobody, {_SORT} prep (.+) is [A-Z]+", r"“\1 …” names no actor"),
    (f"nobody, {_SORT} no prep (.+)", r"no “\1 …”"),
    ("nobody, none named", "the sentence names no actor"),
    ("nobody, (?:speaker|no holder)", "whether somebody claims it"),
    ("nobody.*", "how often there is none"),
    ("link", "the encoder's link"),
    (r"(?:below )?entry's (actor|recipient)", r"the lexicon's \1"),
    (f"{_SORT} (?:path|way) .*|{_SORT} same clause|is .*|subject, .*|(?:{_SORT}|{_TYPE}) none(?:, .*)?", _STANDS),
    (f"(?:{_SORT}|{_TYPE}) (?:before|behind).*|tokens between", "how near it is"),
    (r"-?\d+ sentences on.*|elsewhere.*", "another sentence names it"),
    (f"(?:{_TYPE} )?(?:kind|sector) .*", "what kind of actor it is"),
    ("speaks", "it speaks by this word"),
    (f"(?:{_TYPE} )?holds", "it is who claims this"),
    ("often|topic .*", "how often it is named"),
    ("was (?:actor|recipient).*", "its part in events before"),
    ("acts", "it is the actor"),
    ("pronoun", "a pronoun"),
    ("in the trigger", "it is inside the event's words"),
    ("joined to one before", "joined by “and”"),
    (f"(?:{_SORT}|{_TYPE}) {_SLOT}(?: .*|,.*)?", _STANDS),
)
_PLACES = ("subject", "object", "owner", "modifier", "noun", "phrase", "dative")
_SLOTS = (
    (r"(?:light|undergo|verb) \S+: (.+)", r"\1 of the verb around it"),
    (r"noun \S+: (.+)", "noun above"),
    (r"\S+: (.+) above", r"\1 of the word above"),
    ("(?:xcomp|ccomp|advcl|pcomp|clause) (.+)", r"\1 of the clause below"),
    ("(?:prep|object's) (.+)", r"\1"),
    ("possessor", "owner"),
    ("pobj", "phrase"),
    ("(.+)", r"\1"),
)
_OF_STATUS = (
    ("encoder", "the encoder"),
    ("constant", "how common it is"),
    (f"(?:{_STANCE}|speech)?,? ?rules ([a-z_]+).*", r"the rules say \2"),
    (f"{_STANCE}.*", r"the claim's stance: \1"),
    ("outlet", "the outlet says it"),
    ("quoted", "it is quoted"),
    (f"({_TYPE}).*", r"the type \1"),
    ("(?:form|text|title|root|speech) (.+)|text|title|speech|noun with its verb", r"its form \1"),
    (r"(?:far )?above gives (\w+).*", r"the word above makes it \1"),
    (r"(?:far )?above (\w+).*", r"a word of \1 above it"),
    ("(?:relation|hangs on|behind|light) .*|joined", "where it hangs"),
    ("clause (?:lasting adverb|span|future)", "the time around it"),
    (r"(?:higher )?clause (.*)", "the clause around it"),
    ("beside (.+)", r"beside it: \1"),
    ("has .*|determiner .*|covers .*|opens with .*|passive.*", "the words at it"),
    ("negated.*", "it is negated"),
    ("(?:conditional|hypothetical).*|under a condition", "a condition"),
    ("lasting.*|enduring", "what it names lasts"),
)  # fmt: skip
_OF_MENTION = (
    ("an earlier row", "most mentions are new"),
    ("distance|same sentence", "how far apart"),
    ("type .*", "how often the type is told again"),
    ("same word.*", "the same word"),
    ("definite noun.*", "“the” or “this” before it"),
    ("hangs on it", "one hangs on the other"),
    ("(actor|recipient) agrees|both sides agree", "the sides agree"),
    ("(actor|recipient), one says none", "one names no side"),
    ("(actor|recipient) differs", r"another \1"),
    ("same status|one is real, one is not", "how their statuses agree"),
    ("same (day|place)", r"the same \1"),
    ("the title's", "the title names it"),
    ("the last of its type", "the nearest of its type"),
)
_PATTERNS = {"type": _OF_TYPE, "side": _OF_SIDE, "status": _OF_STATUS, "mention": _OF_MENTION}


def phrase(kind: str, signal: str) -> str:
    """A signal in words; `kind` is what it speaks for: `type`, `side`, `status` or `mention`."""
    if kind == "side":
        signal = signal[2:].removesuffix(", elsewhere")
    for pattern, words in _PATTERNS[kind]:
        if found := re.fullmatch(pattern, signal):
            return " ".join(found.expand(words).replace("_", " ").split())
    return signal


def stands_as(slot: str, where: str) -> str:
    """Where a mention stands to the event's word, in words: "the subject", "inside the “with …”"."""
    slot = slot.removeprefix("other ")
    for pattern, words in _SLOTS:
        if found := re.fullmatch(pattern, slot):
            name, *rest = found.expand(words).split(" ", 1)
            name = " ".join([name if name in _PLACES else f"“{name} …”", *rest])
            return f"the {name}" if where == "is" else f"inside the {name}"
    return slot


def summed(kind: str, terms: "Iterable[Term]") -> list[tuple[str, float]]:
    """Phrases with the sums of their terms, the weightiest first."""
    sums: dict[str, float] = {}
    for term in terms:
        words = phrase(kind, term.signal)
        sums[words] = sums.get(words, 0.0) + term.adds
    return sorted(sums.items(), key=lambda s: (-abs(s[1]), s[0]))


def apart(kind: str, terms: "Iterable[Term]", most: int) -> str:
    """The phrases that set two choices apart, the weightiest first: `the encoder +1.2, the lexicon −0.4`."""
    return _listed(summed(kind, terms)[:most])


def for_side(terms: "Iterable[Term]", standing: tuple[str, str] | None) -> str:
    """What speaks most for a candidate of a side, and what most against it. `standing` says where it stands, if it does."""
    sums = summed("side", terms)
    shown = [*[s for s in sums if s[1] > 0][:FOR], *[s for s in sums if s[1] < 0][:AGAINST]]
    place = stands_as(*standing) if standing else _STANDS
    return _listed([(place if words == _STANDS else words, adds) for words, adds in shown])


def _listed(sums: "Iterable[tuple[str, float]]") -> str:
    return ", ".join(f"{words} {signed(adds)}" for words, adds in sums if abs(adds) >= SHOWN)


def signed(number: float) -> str:
    """A number with its sign, to one place."""
    return f"{'+' if number >= 0 else '−'}{abs(number):.1f}"
