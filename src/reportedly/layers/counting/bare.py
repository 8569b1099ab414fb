"""Numbers without a noun that count people all the same, by their form and their place in the sentence: "dozens were
swept away", "seven in all", "Killed: 17", "each of the nine".

In: the parse and a quantity. Out: true or false, and what the words before it say of those counted. A plain number of
digits that is nobody's count (a year, a price, a score) is none; only forms that news uses of people get in.
"""

import re

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.counting.roles import anchor_of
from reportedly.layers.counting.verbs import table
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.groups import is_person
from reportedly.layers.quantities.units import singular

TOGETHER = (["in", "total"], ["in", "all"], ["all", "told"], ["altogether"], ["strong"])
"""Words right behind a number of people counted together."""
EACH = (["each", "of", "the"], ["all", "of", "the"], ["both", "of", "the"])
"""Words before a number that take those whom it counts one by one."""
YEAR = re.compile(r"(1[89]|20)\d\d", re.ASCII)
LEAD = 6
"""How many words before a colon are looked at for a fate."""


def is_count(analysis: Analysis, q: Quantity) -> bool:
    """Whether a number without a noun counts people."""
    if q.noun is not None or q.unit or q.hyphened or not q.known:
        return False
    token = analysis.tokens[q.number]
    if YEAR.fullmatch(token.text) and q.first == q.number:
        return False
    before = analysis.tokens[q.first - 1] if q.first else None
    if before is not None and before.pos == "PROPN" and before.sentence == token.sentence:
        return False
    behind = [t.lower for t in analysis.tokens[q.stop : q.stop + 2]]
    lead = [t.lower for t in analysis.tokens[max(0, q.first - 3) : q.first]]
    if behind in TOGETHER or behind[:1] in TOGETHER or lead in EACH:
        return True
    if lead[-3:] == ["one", "of", "the"] and analysis.tokens[max(0, q.first - 4)].lower == "every":
        return True
    if _behind_colon(analysis, q):
        return True
    return _is_round(analysis, q) and (_is_somebody(analysis, q) or _is_beside(analysis, q))


def _is_beside(analysis: Analysis, q: Quantity) -> bool:
    """The same by the words beside it, where the parse goes astray: a verb right behind ("an estimated 1.3 million have
    left"), a verb of fate right before ("kills nearly three dozen"), a body of people before a comma ("the crew, at most 15")."""
    at = q.stop
    if at < len(analysis.tokens) and analysis.tokens[at].text == ",":
        at += 1
    behind = analysis.tokens[at] if at < len(analysis.tokens) else None
    if (
        behind is not None
        and behind.tag in ("VBP", "VBD", "MD")
        and behind.lemma not in ("say", "tell", "report", "add")
    ):
        return True
    if _verb_before(analysis, q):
        return True
    named = analysis.tokens[q.first - 2] if q.first > 1 and analysis.tokens[q.first - 1].text == "," else None
    return named is not None and singular(named.lower) in load("figures")["people"]["bodies"]


def _verb_before(analysis: Analysis, q: Quantity) -> str:
    """What a verb right before the number says of those counted."""
    verb = analysis.tokens[q.first - 1] if q.first else None
    return table("object").get(verb.lemma.lower(), "") if verb is not None and verb.tag in ("VBZ", "VBD", "VBG") else ""


def _is_round(analysis: Analysis, q: Quantity) -> bool:
    """Whether the form is one that news uses of people: vague, in words of scale, with a bound, or grouped by commas."""
    words = [t.lower for t in analysis.tokens[q.number : q.number_end]]
    vague = q.low != q.high and q.low is not None and q.high is not None
    scaled = any(w in load("numbers")["scales"] for w in words)
    bound = q.low is None or q.high is None or q.first < q.number
    return vague or scaled or bound or "," in words[0]


def _is_somebody(analysis: Analysis, q: Quantity) -> bool:
    """Whether the number is the subject of a verb of its own, or the object of one by which nothing is paid or scored."""
    token = anchor_of(analysis, q)
    inside = [t for t in analysis.tokens[q.number : q.number_end] if t.dep in ("nsubj", "nsubjpass", "dobj", "appos")]
    token = next((t for t in inside if t.dep in ("nsubj", "nsubjpass")), token)
    head = analysis.head(token)
    if token.dep == "appos":
        return is_person(head) or singular(head.lower) in load("figures")["people"]["bodies"]
    if token.dep == "pobj" and head.lower == "with" and q.stop < len(analysis.tokens):
        return analysis.tokens[q.stop].tag in ("VBG", "VBN") and q.exact is None
    if head.pos not in ("VERB", "AUX") or head.index == token.index:
        return False
    if token.dep in ("nsubj", "nsubjpass"):
        return True
    return token.dep == "dobj" and head.lemma not in (*load("figures")["paying"]["verbs"], "be", "have")


def _behind_colon(analysis: Analysis, q: Quantity) -> bool:
    """ "Killed: 17, wounded: 63", "Arrested so far: eight"."""
    if q.first == 0 or analysis.tokens[q.first - 1].text != ":":
        return False
    lead = analysis.tokens[max(0, q.first - 1 - LEAD) : q.first - 1]
    return any(_is_fate(t) for t in lead)


def _is_fate(token: Token) -> bool:
    return (
        token.lower in table("after") or singular(token.lower) in table("noun") or token.lower in ("population", "toll")
    )


def fate_before(analysis: Analysis, q: Quantity) -> str:
    """What the words before a number say of those counted: a fate before a colon, a verb right before."""
    if q.noun is None and _is_round(analysis, q) and (what := _verb_before(analysis, q)):
        return what
    if not _behind_colon(analysis, q):
        return ""
    lead = analysis.tokens[max(0, q.first - 1 - LEAD) : q.first - 1]
    found = (table("after").get(t.lower) or table("noun").get(singular(t.lower), "") for t in reversed(lead))
    return next((w for w in found if w), "")
