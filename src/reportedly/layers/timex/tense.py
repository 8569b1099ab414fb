"""Whether a time lies behind or ahead, as its clause says. In: the parse. Out: `past`, `future`, `present` or nothing."""

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token

STEPS = 12
"""How many heads are followed upwards; deeper parses are broken ones."""

MODALS = {"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "can", "must", "should"}
NEAR_BE = {"is", "are", "'s", "’s", "'re", "’re", "am"}


def outlook(analysis: Analysis, first: int, end: int) -> str:
    """Where the time of tokens `first` up to `end` lies: what stands beside it first, then the tense of its clause.

    "Until Tuesday" under a verb that puts off or grants is ahead, and so is "as early as Tuesday"; "Tuesday's vote" is
    behind unless "before", "for" or the like leads it; a present tense that a time hangs on directly tells a plan.
    """
    ahead = load("times")["ahead"]
    lead = [analysis.tokens[i].lower for i in range(max(0, first - 3), first)]
    found = tense(analysis, end - 1)
    if end < len(analysis.tokens) and analysis.tokens[end].lower in ("'s", "’s") and analysis.tokens[end].tag == "POS":
        return found if found != "future" or (lead and lead[-1] in ahead["before a possessive"]) else "past"
    if lead[-3:-2] == ["as"] and lead[-2:-1] != ["of"] and lead[-1:] == ["as"]:
        return "future"
    if lead[-1:] in (["until"], ["till"], ["through"]) and _granted(analysis, first - 1):
        return "future"
    if found == "present" and _tells_a_plan(analysis, first, end):
        return "future"
    return found


def _granted(analysis: Analysis, index: int) -> bool:
    """Whether the preposition at `index` hangs on a verb that grants time or puts something off."""
    verbs = set(load("times")["ahead"]["granting"])
    t = analysis.head(analysis.tokens[index])
    for _ in range(2):
        if t.lemma.lower() in verbs:
            return True
        t = analysis.head(t)
    return False


def _tells_a_plan(analysis: Analysis, first: int, end: int) -> bool:
    """Whether the time hangs on a present tense that is no verb of saying and stands in no title."""
    top = next(
        (analysis.tokens[i] for i in range(end - 1, first - 1, -1) if not first <= analysis.tokens[i].head < end), None
    )
    if top is None or analysis.sentence_of(top).is_title:
        return False
    above = analysis.head(top)
    if above.pos == "ADP":
        above = analysis.head(above)
    return above.tag in ("VBZ", "VBP") and above.lemma.lower() not in load("times")["ahead"]["saying"]


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
    if words & MODALS:
        return "past" if "have" in helpers and not words & {"will", "would"} else "future"
    if "to" in words or (verb.tag == "VB" and not helpers):
        return _of_infinitive(analysis, verb, "have" in helpers)
    if _looks_ahead(analysis, verb) and verb.tag in ("VBN", "VBZ", "VBP", "VBG") and "had" not in words:
        return "future"
    if "have" in helpers or verb.tag == "VBD" or words & {"was", "were", "did"}:
        return "past"
    if verb.tag == "VBN":
        return "present" if words else "" if verb.dep in ("xcomp", "ccomp") else "past"
    if verb.tag == "VBG":
        return "future" if words & NEAR_BE else ""
    return "present" if verb.tag in ("VBZ", "VBP") else ""


def _of_infinitive(analysis: Analysis, verb: Token, perfect: bool) -> str:
    """An infinitive under a word for what is to come, or under a present tense, is ahead; a perfect one is behind."""
    above = analysis.head(verb)
    if perfect or above.index == verb.index:
        return "past" if perfect else ""
    if above.lemma.lower() == "go" or _looks_ahead(analysis, above):
        return "past" if _is_pluperfect(analysis, above) else "future"
    words = {a.lower for a in analysis.below(above.index, "aux", "auxpass")}
    return "future" if above.tag in ("VBZ", "VBP") or (above.tag == "VBN" and words & NEAR_BE) else ""


def _is_pluperfect(analysis: Analysis, word: Token) -> bool:
    """Whether "had" helps the word or the verb that it completes: "had been due to expire"."""
    both = {word.index, analysis.head(word).index}
    return any(a.lower == "had" for i in both for a in analysis.below(i, "aux", "auxpass"))


def _looks_ahead(analysis: Analysis, word: Token) -> bool:
    """Whether a word is one for what is to come; "set" only before "for" or "to", as a record is set too."""
    if word.lemma.lower() not in load("times")["ahead"]["verbs"]:
        return False
    if word.lemma.lower() != "set":
        return True
    return any(t.lower == "for" or t.dep == "xcomp" for t in analysis.below(word.index))
