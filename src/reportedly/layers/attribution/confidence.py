"""How sure the program is of a learned attribution: that source, cue and content are right together.

In: a draft of the span model with its evidence. Out: a probability, calibrated on articles that the model did not learn
from; the weights stand in the model's card. Nothing else hangs on it.
"""

from collections.abc import Sequence
from math import exp, log

from reportedly.language.encoder.session import card

EVIDENCE = (
    "cue", "content", "content to cue", "cue to source", "rule has the content", "rule has the source",
    "has a cue", "has a source", "stands inside another",
)  # fmt: skip
"""What a draft's evidence holds, in order: probabilities first, then what is so (1) or not (0)."""
PROBABILITIES = 4
_EDGE = 0.005


def signals(evidence: Sequence[float]) -> list[float]:
    """Evidence as what is weighed: log odds of the probabilities, the rest as it is."""
    held = [min(1 - _EDGE, max(_EDGE, p)) for p in evidence[:PROBABILITIES]]
    return [log(p / (1 - p)) for p in held] + list(evidence[PROBABILITIES:])


def confidence_of(evidence: Sequence[float]) -> float | None:
    """The calibrated confidence of a draft, in two places; None for a rule's, which has no evidence."""
    if not evidence:
        return None
    weights = card().weights["confidence"]
    summed = weights["constant"] + sum(weights[name] * x for name, x in zip(EVIDENCE, signals(evidence), strict=True))
    return round(1 / (1 + exp(-summed)), 2)
