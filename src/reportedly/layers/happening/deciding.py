"""Which words name an event, and of which type: what the encoder says of a word, weighed with what the lexicon says.

In: an analysis, the encoder's heads (none where an article has no words), the lexicon's triggers. Out: `Decided`, one for
each word that may name an event, with the probability of each type and of none; and the `Trigger`s of those that do. The
weights are the card's, fitted on articles that the encoder's training held back (a conditional logit: a word chooses
among none and the types).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.language.analysis import Analysis, Token
from reportedly.language.encoder.heads import Floats, Heads
from reportedly.layers.attribution.features import UNFIT
from reportedly.layers.happening.lexicon import Lexicon
from reportedly.layers.happening.triggers import Domains, Trigger, lexical_types
from reportedly.record import Attribution, vocabulary

NONE = "none"
CHOICES = (NONE, *vocabulary.EVENT_TYPES)
"""What a word may be, in the order of the encoder's head."""
SIGNALS = (
    "head", "none", "none, noun", "none, other", "none, title", "none, lexicon unfit", "none, not in the lexicon",
    "lexicon says so", "lexicon says another", "none, cue", "cue says so", "cue says another",
    "none, another subject",
)  # fmt: skip
"""What speaks for a choice: the encoder's logarithm, what the word is (for none), the lexicon, the stance of the
attribution whose cue the word is, and whether sport, business, weather or the like are spoken of around it."""
_COLUMN = {name: n for n, name in enumerate(SIGNALS)}
_BY_STANCE = {"demand": "REQUEST", "accuse": "ACCUSE", "threaten": "THREATEN", "promise": "AGREE"}
"""Stances that are speech acts with a type of their own; in talk of sport, business and the like a cue says nothing of that."""
_SURE = float(np.log(0.92))
"""From here on the encoder's word on a type stands against the lexicon's, that a word means something else among the subjects of its
sentence: there are protests at games. Set by hand on a few sentences of either sort; real articles hardly tell values apart."""
LIKELY = 0.04
"""A word is looked at where the encoder gives all types together at least this, or the lexicon gives it one."""
_NAMES_NONE = frozenset({"PUNCT", "DET", "ADP", "PART", "CCONJ", "SCONJ", "NUM", "PRON", "SYM", "SPACE", "INTJ", "X"})


@dataclass(frozen=True, slots=True)
class Decided:
    """A word that may name an event: its token, its choices' signals, and their probabilities in the order of `CHOICES`."""

    index: int
    lexical: str | None
    """The type that the lexicon gives it, `UNFIT` where it is one of its words without an entry that fits, or None."""
    head: Floats
    """The encoder's logarithms of the choices."""
    signals: Floats
    """What speaks for each of the choices, as `signals_of` makes it."""
    probabilities: Floats

    @property
    def type(self) -> str:
        """The likeliest type, whether or not none is likelier."""
        return CHOICES[1 + int(self.probabilities[1:].argmax())]

    @property
    def confidence(self) -> float:
        """The probability of the likeliest type."""
        return float(self.probabilities[1:].max())


@dataclass(frozen=True)
class Around:
    """What is known of the words of an article beside the encoder's: types by the lexicon, stances of the attributions whose
    cues they are, by token, and the subjects of their sentences and of the article."""

    types: Mapping[int, str]
    stances: Mapping[int, str]
    domains: Domains
    lexicon: Lexicon

    def is_barred(self, token: Token) -> bool:
        """Whether the lexicon says that a word means something else among the subjects that its sentence speaks of."""
        if self.types.get(token.index) != UNFIT:
            return False
        pos = "verb" if token.pos in {"VERB", "AUX"} else "noun"
        entries = self.lexicon.of(token.lemma, pos) or self.lexicon.of(token.lower, pos)
        subjects = self.domains.in_sentence(token)
        return any(entry.not_in & subjects for entry in entries)


def around(a: Analysis, lexicon: Lexicon, lexical: Sequence[Trigger], attributions: Sequence[Attribution]) -> Around:
    """What is known of the words of an article; `lexical` are the lexicon's triggers."""
    return Around(lexical_types(a, lexicon, lexical), stances_of(a, attributions), Domains(a, lexicon), lexicon)


def signals_of(a: Analysis, token: Token, head: Floats, known: Around) -> Floats:
    """A row of signals, in the order of `SIGNALS`, for each of `CHOICES`; `head` is what the encoder says of the token."""
    lexical, stance = known.types.get(token.index), known.stances.get(token.index)
    elsewhere = bool(known.domains.around(token))
    rows = np.zeros((len(CHOICES), len(SIGNALS)))
    rows[:, 0] = head
    of_none = {
        "none": True,
        "none, noun": token.pos in {"NOUN", "PROPN"},
        "none, other": token.pos not in {"NOUN", "PROPN", "VERB"},
        "none, title": a.sentence_of(token).is_title,
        "none, lexicon unfit": lexical == UNFIT,
        "none, not in the lexicon": lexical is None,
        "none, cue": stance is not None and stance not in _BY_STANCE,
        "none, another subject": elsewhere,
    }
    for name, is_so in of_none.items():
        rows[0, _COLUMN[name]] = is_so
    for name, kind in (("lexicon", lexical), ("cue", None if elsewhere else _BY_STANCE.get(stance or ""))):
        if kind is not None and kind != UNFIT:
            rows[1:, _COLUMN[f"{name} says another"]] = 1
            rows[CHOICES.index(kind), [_COLUMN[f"{name} says another"], _COLUMN[f"{name} says so"]]] = (0, 1)
    return rows


def stances_of(a: Analysis, attributions: Sequence[Attribution]) -> dict[int, str]:
    """The stance of the attribution whose cue a word is, by token; of two the first."""
    found: dict[int, str] = {}
    for attribution in attributions:
        for span in attribution.cue:
            for token in a.at(span):
                found.setdefault(token.index, attribution.stance)
    return found


def looked_at(a: Analysis, heads: Heads, types: Mapping[int, str]) -> list[tuple[Token, Floats]]:
    """The words that may name an event, in text order, each with the encoder's logarithms of `CHOICES`."""
    likely = np.flatnonzero(heads.classes["event"][:, 0] <= 1 - LIKELY)
    ends = np.array([t.span.end for t in a.tokens])
    at = np.searchsorted(ends, heads.starts[likely], side="right")
    chosen = {int(i) for i in at if i < len(ends)} | {i for i, kind in types.items() if kind != UNFIT}
    found = []
    for i in sorted(chosen):
        token = a.tokens[i]
        if token.pos in _NAMES_NONE:
            continue
        logs = heads.over("event", (token.span,))
        if len(logs):
            found.append((token, logs))
    return found


def decide(a: Analysis, heads: Heads, known: Around, weights: Mapping[str, float]) -> list[Decided]:
    """What each word may be, in text order."""
    factors = np.array([weights[name] for name in SIGNALS])
    found = []
    for token, logs in looked_at(a, heads, known.types):
        if logs[1:].max() < _SURE and known.is_barred(token):
            continue
        signals = signals_of(a, token, logs, known)
        scores = signals @ factors
        raised = np.exp(scores - scores.max())
        found.append(Decided(token.index, known.types.get(token.index), logs, signals, raised / raised.sum()))
    return found


def triggers_of(
    a: Analysis, decided: Sequence[Decided], lexical: Sequence[Trigger], bar: float, light: Collection[str] = ()
) -> list[tuple[Trigger, Decided]]:
    """The triggers whose likeliest type has at least the probability `bar`, in text order. Words of one lexicon entry
    are one trigger; a verb that only carries another trigger ("held talks"; its lemma is one of `light`) is none, unless the
    lexicon has it."""
    by_word = {i: t for t in lexical for i in t.words}
    sure = {word.index for word in decided if word.confidence >= bar}
    found: list[tuple[Trigger, Decided]] = []
    taken: dict[int, int] = {}
    for word in decided:
        if word.confidence < bar:
            continue
        entry = by_word.get(word.index)
        token = a.tokens[word.index]
        carries = token.pos == "VERB" and token.lemma.lower() in light
        if carries and entry is None and any(t.index in sure for t in a.below(word.index, "dobj", "nsubjpass")):
            continue
        if entry is not None and entry.type == word.type:
            trigger = entry
        else:
            particles = [t.index for t in a.below(word.index, "prt")]
            trigger = Trigger(word.index, tuple(sorted((word.index, *particles))), word.type, None, None)
        other = next((taken[i] for i in trigger.words if i in taken), None)
        if other is None:
            other = len(found)
            found.append((trigger, word))
        elif word.confidence > found[other][1].confidence:
            found[other] = (trigger, word)
        taken |= dict.fromkeys(found[other][0].words, other)
    return found
