"""Whether the clause that a time stands in speaks of the past or of what is to come. In: the parse. Out: a word."""

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token

STEPS = 12
"""How many heads are followed upwards; deeper parses are broken ones."""


def tense(analysis: Analysis, index: int) -> str:
    """`past`, `future`, `present`, or nothing where no verb settles it, for the clause that holds token `index`."""
    t = analysis.tokens[index]
    for _ in range(STEPS):
        if t.pos in ("VERB", "AUX") and (found := _of_verb(analysis, t)):
            return found
        if t.head == t.index:
            return ""
        t = analysis.head(t)
    return ""


def _of_verb(analysis: Analysis, verb: Token) -> str:
    """What the verb and its auxiliaries say; nothing where it leans on the verb above it."""
    helpers = {a.lemma.lower() for a in analysis.below(verb.index, "aux", "auxpass")}
    words = {a.lower for a in analysis.below(verb.index, "aux", "auxpass")}
    ahead = set(load("times")["ahead"]["verbs"])
    if words & {"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "can", "must", "should"}:
        return "past" if "have" in helpers and not words & {"will", "would"} else "future"
    if "to" in words or (verb.tag == "VB" and not helpers):
        above = analysis.head(verb)
        return "future" if above.lemma.lower() in ahead or above.lemma.lower() == "go" else ""
    if verb.lemma.lower() in ahead and verb.tag in ("VBN", "VBZ", "VBP", "VBG"):
        return "future"
    if "have" in helpers or verb.tag == "VBD" or words & {"was", "were", "did"}:
        return "past"
    if verb.tag == "VBN":
        return "present" if words else "past"
    if verb.tag == "VBG":
        return "future" if words & {"is", "are", "'s", "’s", "'re", "’re", "am"} else ""
    return "present" if verb.tag in ("VBZ", "VBP") else ""
