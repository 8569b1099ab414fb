"""Whether a count is one incident's or a running total, by the words of its own clause.

In: the parse, a quantity and its role. Out: `running`, `incident` or nothing. "So far", "since October", "the toll has
risen to" make a total that grows; "in the blast", "the quake killed" one happening's count. Where both or neither stand,
the running total wins or the field stays empty.
"""

from collections.abc import Iterator
from functools import cache

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.counting.roles import Role, anchor_of, governing
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.nouns import NUMBERS
from reportedly.layers.quantities.units import singular

INSIDE = ("in", "by", "during", "after", "from", "at", "when")
"""Words before the happening in which people were counted."""
STEPS = 12
"""How far up the tree a clause is looked for."""


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.split()) for p in load("figures")["tally"]["running"])


def tally_of(analysis: Analysis, q: Quantity, role: Role) -> str | None:
    """`running` or `incident` as the clause of `q` says, or None."""
    anchor = anchor_of(analysis, q)
    verb = analysis.tokens[role.verb] if role.verb is not None else None
    if (
        _since(analysis, anchor, verb)
        or _said(analysis, q, anchor)
        or (verb is not None and _rises(analysis, verb, anchor))
    ):
        return "running"
    if q.unit or verb is None:
        return None
    return "incident" if _happening(analysis, anchor, verb) else None


def _clause(analysis: Analysis, token: Token, verb: Token | None, anchor: Token) -> bool:
    """Whether a token hangs on the count's verb or on the count itself."""
    for _ in range(STEPS):
        if token.index == anchor.index or (verb is not None and token.index == verb.index):
            return True
        if token.head == token.index:
            return False
        token = analysis.head(token)
    return False


def _in_sentence(analysis: Analysis, token: Token) -> tuple[Token, ...]:
    return analysis.in_sentence(analysis.sentence_of(token))


def _said(analysis: Analysis, q: Quantity, anchor: Token) -> bool:
    """ "So far", "to date", "in total" in the clause of the count."""
    tokens = _in_sentence(analysis, anchor)
    lower, verb = [t.lower for t in tokens], governing(analysis, anchor)
    for phrase in _phrases():
        for i in range(len(lower) - len(phrase) + 1):
            if tuple(lower[i : i + len(phrase)]) != phrase:
                continue
            near = q.first - 1 <= tokens[i].index <= q.stop + 1
            if near or governing(analysis, tokens[i]) == verb:
                return True
    return False


def _since(analysis: Analysis, anchor: Token, verb: Token | None) -> bool:
    """ "Since October", "since the war began"; "over the past year"."""
    for t in _in_sentence(analysis, anchor):
        if t.lower == "since" and t.dep in ("prep", "mark", "advmod"):
            top = analysis.head(t) if t.dep == "mark" else t
            if _clause(analysis, top, verb, anchor) and not _reports(analysis, analysis.head(top)):
                return True
        if t.lower in ("over", "during") and t.dep == "prep" and _clause(analysis, t, verb, anchor):
            objects = list(analysis.below(t.index, "pobj"))
            if any(x.lower in ("past", "last") for o in objects for x in analysis.below(o.index, "amod")):
                return True
    return False


def _reports(analysis: Analysis, token: Token) -> bool:
    """Whether a verb is one of saying: "has said since October" counts nothing."""
    return token.lemma in load("figures")["speech"]["verbs"]


def _rises(analysis: Analysis, verb: Token, anchor: Token) -> bool:
    """ "The toll has risen to 35", "that brings the number to 59"."""
    if verb.lemma not in load("figures")["tally"]["verbs"]:
        return False
    named = [*analysis.below(verb.index, "nsubj", "nsubjpass", "dobj")]
    return any(t.lower in (*NUMBERS, "toll", "losses", "it") and t.index != anchor.index for t in named)


def _happening(analysis: Analysis, anchor: Token, verb: Token) -> bool:
    """Whether the clause names the one happening: as subject, as agent, or behind "in the"."""
    known = load("figures")["tally"]["incidents"]
    return any(singular(t.lower) in known for t in _named(analysis, anchor, verb))


def _named(analysis: Analysis, anchor: Token, verb: Token) -> Iterator[Token]:
    yield from analysis.below(verb.index, "nsubj", "nsubjpass")
    for seat in (verb, anchor, analysis.head(verb)):
        for p in analysis.below(seat.index, "prep", "agent", "prt"):
            if p.lower in INSIDE:
                yield from analysis.below(p.index, "pobj")
        if seat.dep == "conj":
            yield from analysis.below(analysis.head(seat).index, "nsubj")
    if verb.dep in ("advcl", "relcl", "acl", "xcomp"):
        yield from analysis.below(analysis.head(verb).index, "nsubj")
        yield analysis.head(verb)
