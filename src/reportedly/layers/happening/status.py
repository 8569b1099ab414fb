"""Whether an event happened: one of the record's eight statuses, from the grammar around its trigger and who tells it.

In: a trigger, the attribution that holds it and, where there is an encoder for it, its log-probabilities. Out: a status.
The rules of `factual_rules` give a verdict; a multinomial logit over it and the signs of `factual_signs` decides, with the
weights of the knowledge file `factuality_weights`, which `training/events/fit_status.py` fits. It never looks at who acts.
It raises `KnowledgeError` for knowledge files that make no sense.
"""

from collections.abc import Mapping
from functools import cache

from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening.factual_clause import Clauses
from reportedly.layers.happening.factual_rules import Rules
from reportedly.layers.happening.factual_signs import Signs
from reportedly.layers.happening.factual_words import factual_words
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import Attribution, vocabulary


class Status:
    """Reads the status of triggers in one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._a = analysis
        words = factual_words()
        clauses = Clauses(analysis, words)
        self._rules = Rules(analysis, words, clauses)
        self._signs = Signs(analysis, words, clauses, self._rules)

    def of(self, trigger: Trigger, holder: Attribution | None, heads: Mapping[str, float] | None = None) -> str:
        """The status of a trigger that `holder` (or, where it is None, the outlet) speaks of.

        `heads` holds the encoder's log-probability of each status. Of equals the first in the record's order is taken.
        """
        weights = _weights()
        scores = dict.fromkeys(vocabulary.STATUSES, 0.0)
        for sign in self.signs(trigger, holder):
            for status, weight in weights.get(sign, {}).items():
                scores[status] += weight
        if heads is not None:
            share = float(knowledge.load("factuality_weights")["encoder"])
            for status in scores:
                scores[status] += share * heads[status]
        return max(scores, key=lambda status: scores[status])

    def verdict(self, trigger: Trigger, holder: Attribution | None) -> str:
        """What the rules alone say of a trigger."""
        return self._rules.of(self._meant(trigger), trigger.type, holder)

    def signs(self, trigger: Trigger, holder: Attribution | None) -> list[str]:
        """All that speaks for a status of a trigger; the names of the signs are those of the weights."""
        token = self._meant(trigger)
        return self._signs.of(token, trigger.words, trigger.type, holder, self.verdict(trigger, holder))

    def _meant(self, trigger: Trigger) -> Token:
        return self._rules.meant(self._a.tokens[trigger.index], trigger.words, trigger.type)


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """What each sign speaks for. Raises `KnowledgeError` for a weight of a status that is none."""
    weights: Mapping[str, Mapping[str, float]] = knowledge.load("factuality_weights")["weights"]
    unknown = {status for of in weights.values() for status in of} - set(vocabulary.STATUSES)
    if unknown:
        raise KnowledgeError(f"factuality_weights.toml: there are no statuses {sorted(unknown)}")
    return weights
