"""Which words name an event, and of which type: what the encoder says of a word, weighed with what the lexicon says.

In: an analysis, the encoder's heads (none where an article has no words), the lexicon's triggers. Out: `Decided`, one for
each word that may name an event, with the probability of each type and of none; and the `Trigger`s of those that do. The
weights are the card's, fitted on articles that the encoder's training held back (a conditional logit: a word chooses
among none and the types).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.language.analysis import Analysis, Token
from reportedly.language.encoder.heads import Floats, Heads
from reportedly.layers.attribution.features import UNFIT
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import Attribution, vocabulary

NONE = "none"
CHOICES = (NONE, *vocabulary.EVENT_TYPES)
"""What a word may be, in the order of the encoder's head."""
SIGNALS = (
    "head", "none", "none, noun", "none, other", "none, title", "none, lexicon unfit", "none, not in the lexicon",
    "lexicon says so", "lexicon says another", "none, cue", "cue says so", "cue says another",
)  # fmt: skip
"""What speaks for a choice: the encoder's logarithm, what the word is (for none), the lexicon, and the stance of the
attribution whose cue the word is."""
_BY_STANCE = {"demand": "REQUEST", "accuse": "ACCUSE", "threaten": "THREATEN", "promise": "AGREE"}
"""Stances that are speech acts with a type of their own."""
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
    probabilities: Floats

    @property
    def type(self) -> str:
        """The likeliest type, whether or not none is likelier."""
        return CHOICES[1 + int(self.probabilities[1:].argmax())]

    @property
    def confidence(self) -> float:
        """The probability of the likeliest type."""
        return float(self.probabilities[1:].max())


def signals_of(a: Analysis, token: Token, lexical: str | None, head: Floats, stance: str | None) -> Floats:
    """A row of signals, in the order of `SIGNALS`, for each of `CHOICES`; `stance` is that of the attribution whose cue
    the word is."""
    rows = np.zeros((len(CHOICES), len(SIGNALS)))
    rows[:, 0] = head
    noun = token.pos in {"NOUN", "PROPN"}
    told = (
        True, noun, token.pos not in {"NOUN", "PROPN", "VERB"}, a.sentence_of(token).is_title, lexical == UNFIT,
        lexical is None,
    )  # fmt: skip
    rows[0, 1:7] = told
    if lexical is not None and lexical != UNFIT:
        rows[1:, 8] = 1
        rows[CHOICES.index(lexical), 7:9] = (1, 0)
    if stance in _BY_STANCE:
        rows[1:, 11] = 1
        rows[CHOICES.index(_BY_STANCE[stance]), 10:] = (1, 0)
    elif stance is not None:
        rows[0, 9] = 1
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


def decide(
    a: Analysis, heads: Heads, types: Mapping[int, str], stances: Mapping[int, str], weights: Mapping[str, float]
) -> list[Decided]:  # fmt: skip
    """What each word may be, in text order."""
    factors = np.array([weights[name] for name in SIGNALS])
    found = []
    for token, logs in looked_at(a, heads, types):
        lexical = types.get(token.index)
        scores = signals_of(a, token, lexical, logs, stances.get(token.index)) @ factors
        raised = np.exp(scores - scores.max())
        found.append(Decided(token.index, lexical, logs, raised / raised.sum()))
    return found


def triggers_of(
    a: Analysis, decided: Sequence[Decided], lexical: Sequence[Trigger], bar: float
) -> list[tuple[Trigger, Decided]]:
    """The triggers whose likeliest type has at least the probability `bar`, in text order. Words of one lexicon entry
    are one trigger."""
    by_word = {i: t for t in lexical for i in t.words}
    found: list[tuple[Trigger, Decided]] = []
    taken: dict[int, int] = {}
    for word in decided:
        if word.confidence < bar:
            continue
        entry = by_word.get(word.index)
        if entry is not None and entry.type == word.type:
            trigger = entry
        else:
            particles = [t.index for t in a.below(word.index, "prt")]
            trigger = Trigger(word.index, tuple(sorted((word.index, *particles))), word.type, None, None)
        other = next((taken[i] for i in trigger.words if i in taken), None)
        if other is None:
            taken |= dict.fromkeys(trigger.words, len(found))
            found.append((trigger, word))
        elif word.confidence > found[other][1].confidence:
            found[other] = (trigger, word)
    return found
