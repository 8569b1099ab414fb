"""Numbers without a noun that count people all the same, by their form and their place in the sentence: "dozens were
swept away", "seven in all", "Killed: 17", "each of the nine".

In: the parse and a quantity. Out: true or false. A plain number of digits that is nobody's count (a year, a price, a
score) is none; only forms that news uses of people get in.
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
EACH = (["each", "of", "the"], ["one", "of", "the"], ["all", "of", "the"], ["both", "of", "the"])
"""Words before a number that takes those it counts one by one."""
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
    behind = [t.lower for t in analysis.tokens[q.stop : q.stop + 2]]
    before = [t.lower for t in analysis.tokens[max(0, q.first - 3) : q.first]]
    if behind in TOGETHER or behind[:1] in TOGETHER or (before in EACH and before[0] != "one"):
        return True
    if before[-3:] == ["one", "of", "the"] and analysis.tokens[max(0, q.first - 4)].lower == "every":
        return True
    return _behind_colon(analysis, q) or (_is_round(analysis, q) and _is_somebody(analysis, q))


def _is_round(analysis: Analysis, q: Quantity) -> bool:
    """Whether the form is one that news uses of people: vague, in words of scale, with a bound, or grouped by commas."""
    words = [t.lower for t in analysis.tokens[q.number : q.number_end]]
    vague = q.low != q.high and q.low is not None and q.high is not None
    scaled = any(w in load("numbers")["scales"] for w in words)
    bound = q.low is None or q.high is None or q.first < q.number
    return vague or scaled or bound or "," in words[0]


def _is_somebody(analysis: Analysis, q: Quantity) -> bool:
    """Whether the number is the subject of a verb of its own, or the object of one that nothing is paid by."""
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
    """What the words before a colon say of those counted behind it."""
    if not _behind_colon(analysis, q):
        return ""
    lead = analysis.tokens[max(0, q.first - 1 - LEAD) : q.first - 1]
    found = (table("after").get(t.lower) or table("noun").get(singular(t.lower), "") for t in reversed(lead))
    return next((w for w in found if w), "")
