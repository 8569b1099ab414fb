"""`Statement`: the draft of an attribution, its spans alone. Made by `read_statements`, read by actors and attributions.

It is not a table of the record and is never stored: what finds the spans (rules or a learned model) can change without
a change to what is made of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.document import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Where a source, a cue and a content stand. `source` and `cue` are empty where the text leaves them out.

    `cue_lemma` is the lemma of the word that carries the cue (`say`, `accord`, `allege`), empty without a cue;
    `made_by` names the rule or model; `cited_by` is the place in the list of the statement that hands this one on,
    or None; `confidence` is a model's, or None. `stances` and `anonymities` hold what the encoder gives to each of the
    record's words for them, as logarithms of probabilities; empty where it was not asked.
    """

    source: Words = ()
    cue: Words = ()
    content: Words
    cue_lemma: str = ""
    made_by: str
    cited_by: int | None = None
    confidence: float | None = None
    stances: Mapping[str, float] = field(default_factory=dict)
    anonymities: Mapping[str, float] = field(default_factory=dict)
