"""Numbers that stand alone and count what a figure before them counts: "Seven died in Karn, five in Hale", "the toll had
stood at 1,290", "lawyers counted 340", "19 billion of it on defence".

In: the parse, the figures so far and a quantity without a noun of its own. Out: the figure with the place of the one that
it leans on, or None. Only the syntax of a count lets a number in: as a subject, in a list, or behind a verb that counts;
ages and units of time stay out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.counting.keep import is_age, is_collective
from reportedly.layers.counting.parts import Counted
from reportedly.layers.counting.roles import PLAIN, anchor_of
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.groups import is_person
from reportedly.layers.quantities.nouns import NUMBERS, PUTS
from reportedly.layers.timex.guards import word

NEAR = 2
"""How many sentences back the figure that a number leans on may stand. Not tuned."""
MEMORY = 20
"""How many figures back it may stand: a bound on time."""
LISTING = ("including", "—", "–", "--", ":", "with", ",", ";", "and", "or", "but", "another")
"""Words and marks before a number of a list; the first five also open one in a sentence of its own."""
LEADS = (
    "in", "from", "at", "on", "were", "are", "to", "have", "had", "near", "of", "under", "by", "with", "through", "for", "more",
)  # fmt: skip
"""Words right behind a number of a list that say of those counted where they are or what became of them."""
IT = ("it", "this", "that", "number", "toll", "total", "figure", "count", "tally", "crowd", "losses", "they")
"""Subjects whose number a verb like "was" or "reached" gives."""
MONEY_LEAST = 1_000_000
"""Bare numbers are sums of money from here on, beside one that names its currency."""


def leaning(analysis: Analysis, rows: Sequence[Counted], c: Counted) -> Counted | None:
    """The figure that a number alone makes, with the one that it leans on as `like`; None where it makes none."""
    q = c.quantity
    if q.noun is not None or q.unit or q.hyphened or not q.known or is_age(analysis, q):
        return None
    like = _like(analysis, rows, q)
    if like is None or (c.role.what in (*PLAIN, "affected") and _is_known(analysis, q)):
        return None
    token = anchor_of(analysis, q)
    if not (_is_listed(analysis, rows, q, like) or _is_subject(analysis, q, token) or _is_counted(analysis, token)):
        return None
    return leant(analysis, rows, c, like)


def _is_known(analysis: Analysis, q: Quantity) -> bool:
    """ "The two were removed", "both asked", "the pair would not face it": words that only name those spoken of."""
    definite = word(analysis, q.first - 1) in ("the", "these", "those") and q.exact is not None and q.exact <= 3
    return definite or is_collective(analysis, q)


def leant(analysis: Analysis, rows: Sequence[Counted], c: Counted, like: int) -> Counted:
    """The figure with the one whose noun it counts: its fate is its own, else that one's; things are only counted."""
    token, last = anchor_of(analysis, c.quantity), rows[-1]
    if _has_predicate(analysis, c, token):
        return replace(c, like=like, kind=_kind(analysis, c))
    listed = token.dep in ("conj", "appos", "npadvmod", "dep") and last.like is not None and last.quantity.noun is None
    if listed and last.role.what not in PLAIN and analysis.tokens[last.quantity.number].sentence == token.sentence:
        return replace(c, role=replace(c.role, what=last.role.what), like=like)
    noun = rows[like].quantity.noun
    if noun is not None and not noun.of and noun.word(analysis) in load("figures")["things"]["nouns"]:
        what = rows[like].role.what if c.role.what in PLAIN else "other"
    else:
        what = rows[like].role.what if c.role.what in PLAIN and not c.role.settled else c.role.what
    return replace(c, role=replace(c.role, what=what), like=like, kind=_kind(analysis, c))


def _has_predicate(analysis: Analysis, c: Counted, token: Token) -> bool:
    """Whether a clause of its own tells of those counted, so that they need not share a fate: "53 clambered up the bank",
    not "seven were teachers", "eleven in hospital"."""
    verb = analysis.head(token)
    if token.dep not in ("nsubj", "nsubjpass") or verb.pos != "VERB":
        return c.role.what not in PLAIN
    return verb.lemma not in ("be", "remain", "include", "come", "live", "say") or c.role.what not in PLAIN


def leaning_too(analysis: Analysis, rows: Sequence[Counted], c: Counted) -> Counted:
    """A figure of a number alone whose fate its clause gives, with the one that it leans on if there is one."""
    if c.quantity.noun is not None or c.quantity.unit or c.quantity.hyphened or c.quantity.high == 0:
        return c
    like = _like(analysis, rows, c.quantity)
    return c if like is None else leant(analysis, rows, c, like)


def _kind(analysis: Analysis, c: Counted) -> tuple[int, int] | None:
    """Who those counted are, where the verb only links: "seven were teachers and five were farm hands"."""
    token = anchor_of(analysis, c.quantity)
    verb = analysis.head(token)
    if token.dep not in ("nsubj", "nsubjpass") or verb.lemma != "be":
        return None
    for noun in analysis.below(verb.index, "attr"):
        if noun.pos == "NOUN" and noun.tag == "NNS" and is_person(noun):
            first = min([noun.index, *(t.index for t in analysis.below(noun.index, "amod", "compound"))])
            return first, noun.index + 1
    return None


def _like(analysis: Analysis, rows: Sequence[Counted], q: Quantity) -> int | None:
    """The place of the last figure before `q`, at most `NEAR` sentences back, that counts people or things."""
    here = analysis.tokens[q.number].sentence
    for i in range(len(rows) - 1, max(-1, len(rows) - 1 - MEMORY), -1):
        before = rows[i].quantity
        if here - analysis.tokens[before.number].sentence > NEAR:
            return None
        if not before.unit and rows[i].role.what not in ("money", "duration"):
            return i
    return None


def _is_listed(analysis: Analysis, rows: Sequence[Counted], q: Quantity, like: int) -> bool:
    """Whether the number is one of a list that its sentence, or the one before, begins: "60 diplomats, 48 from the
    embassy and 12 from the mission"."""
    before = rows[like].quantity
    apart = analysis.tokens[q.number].sentence - analysis.tokens[before.number].sentence
    if apart > 1 or (q.exact is not None and q.exact < 2 and before.noun is not None and apart):
        return False
    lead = word(analysis, q.first - 1)
    if lead not in (LISTING if not apart else LISTING[:5]):
        return False
    following = analysis.tokens[q.end] if q.end < len(analysis.tokens) else None
    ends = (
        following is None
        or following.lower in LEADS
        or following.tag == "VBN"
        or following.text in (",", ".", ";", ")")
    )
    follows = following is not None and (following.lower in LEADS or following.tag == "VBN" or following.pos == "ADJ")
    if ends and not follows and before.noun is not None and rows[like].like is None:
        return _is_object(analysis, anchor_of(analysis, q))
    return follows or (ends and rows[like].like is not None)


def _is_object(analysis: Analysis, token: Token) -> bool:
    return token.dep == "dobj" and analysis.head(token).pos == "VERB"


def _is_subject(analysis: Analysis, q: Quantity, token: Token) -> bool:
    """ "An estimated 40,000 have stayed"; "Two have been dismissed"."""
    if q.exact is not None and q.exact < 2:
        return False
    return token.dep in ("nsubj", "nsubjpass") and analysis.head(token).pos in ("VERB", "AUX")


def _is_counted(analysis: Analysis, token: Token) -> bool:
    """Whether the number hangs on a verb that counts: "counted 705", "put the crowd at 80,000", "it was 371,000"."""
    head = analysis.head(token)
    verbs, steps = load("figures")["counting"], 0
    if token.dep == "pobj" and head.lower in ("from", "with", "to") and _compares(analysis, head):
        return True
    if token.dep == "pobj" and head.lower == "of" and analysis.head(head).lower in NUMBERS:
        return True
    lead = head.lower if head.pos in ("ADP", "SCONJ") else ""
    while head.pos == "ADP" and steps < 2:
        head, steps = analysis.head(head), steps + 1
    if lead == "at" and any(t.lemma in PUTS for t in _above(analysis, head)):
        return True
    if head.pos not in ("VERB", "AUX"):
        return False
    if token.dep in ("dobj", "attr", "acomp", "oprd") and not lead:
        subjects = {t.lower for t in analysis.below(head.index, "nsubj", "nsubjpass", "expl")}
        if head.lemma in ("be", "reach", "total", "exceed", "top", "hit"):
            return bool(subjects & set(IT))
        return head.lemma in verbs["objects"]
    return lead in verbs["prepositions"] and head.lemma in verbs["verbs"]


def _above(analysis: Analysis, token: Token) -> Iterator[Token]:
    """The tokens above one, itself first: "put the number of people killed there at 38" hangs the number on "killed"."""
    for _ in range(6):
        yield token
        if token.head == token.index:
            return
        token = analysis.head(token)


def _compares(analysis: Analysis, preposition: Token) -> bool:
    """ "Up from 88", "compared with 96,000"."""
    before = analysis.tokens[preposition.index - 1].lower if preposition.index else ""
    return before in ("up", "down", "compared", "opposed") and preposition.lower in ("from", "with", "to")


def money(analysis: Analysis, rows: Sequence[Counted], c: Counted) -> Counted | None:
    """ "48 billion crowns, 19 billion of it on defence": a bare number of millions beside a sum of money is money."""
    q, before = c.quantity, rows[-1] if rows else None
    alone = q.noun is None or (
        q.noun.of and analysis.tokens[q.noun.first].lower in ("it", "that", "this", "them", "which")
    )
    if q.unit or q.hyphened or not alone:
        return None
    value = q.low if q.low is not None else q.high
    if before is None or before.role.what != "money" or value is None or value < MONEY_LEAST:
        return None
    if analysis.tokens[q.number].sentence - analysis.tokens[before.quantity.number].sentence > 1:
        return None
    unit = replace(q, unit=before.quantity.unit)
    return replace(c, quantity=unit, role=replace(c.role, what="money"), like=len(rows) - 1)
