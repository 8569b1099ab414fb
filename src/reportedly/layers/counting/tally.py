"""Whether a count is one incident's or a running total, by the words of its own clause.

In: the parse, a quantity and its role. Out: `running`, `incident` or nothing. "So far", "since October", "the toll has
risen to" make a total that grows; "in the blast", "the quake killed" one happening's count. Where both stand the running
total wins, where neither does the field stays empty. A share and a length of time are no totals and have none.
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
STEPS = 4
"""How many verbs of a series are joined. Not tuned."""
TOTALS = (*NUMBERS, "toll", "losses")
"""Nouns of a count that may grow."""
BRINGING = ("bring", "push", "take", "increase")
"""Verbs of a total that grows whose object may name the total: "it" as their subject says nothing."""


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a running total by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("figures")["tally"]["running"]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def tally_of(analysis: Analysis, q: Quantity, role: Role) -> str | None:
    """`running` or `incident` as the clause of `q` says, or None."""
    if q.unit == "percent" or role.what == "duration":
        return None
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


def _in_sentence(analysis: Analysis, token: Token) -> tuple[Token, ...]:
    return analysis.in_sentence(analysis.sentence_of(token))


def _said(analysis: Analysis, q: Quantity, anchor: Token) -> bool:
    """ "So far", "to date", "in total" in the clause of the count."""
    tokens = _in_sentence(analysis, anchor)
    verb = governing(analysis, anchor)
    for i, first in enumerate(tokens):
        for phrase in _phrases().get(first.lower, ()):
            if tuple(t.lower for t in tokens[i : i + len(phrase)]) != phrase:
                continue
            if first.dep == "amod" and analysis.head(first).lower not in TOTALS:
                continue
            following = tokens[i + len(phrase)] if i + len(phrase) < len(tokens) else None
            if phrase[-1] == "all" and following is not None and _goes_on(following, opening=i == 0):
                continue
            near = q.first - 1 <= first.index <= q.stop + 1
            if near or governing(analysis, first) == verb:
                return True
    return False


def _goes_on(token: Token, *, opening: bool) -> bool:
    """Whether "all" belongs to the word behind it: "in all of those", "in all six districts", not "In all, six died"."""
    return (
        token.lower in ("of", "or", "but")
        or token.pos in ("DET", "NOUN", "ADJ", "PRON")
        or (token.pos == "NUM" and not opening)
    )


def _since(analysis: Analysis, anchor: Token, verb: Token | None) -> bool:
    """ "Since October", "since the war began"; "over the past year"."""
    for t in _in_sentence(analysis, anchor):
        if t.lower == "since" and t.dep in ("prep", "mark", "advmod"):
            top = analysis.head(t) if t.dep == "mark" else t
            if _hangs(analysis, top, verb, anchor) and not _reports(analysis.head(top)):
                return not _compares(analysis, anchor, t)
        if t.lower in ("over", "during") and t.dep == "prep" and _hangs(analysis, t, verb, anchor):
            objects = list(analysis.below(t.index, "pobj"))
            lengths = [o for o in objects if singular(o.lower) in load("units")["time"]]
            if any(x.lower in ("past", "last") for o in lengths for x in analysis.below(o.index, "amod")):
                return True
    return False


def _hangs(analysis: Analysis, token: Token, verb: Token | None, anchor: Token) -> bool:
    """Whether words of time hang on the count, on its verb or on one that it is joined to; not on another noun of its clause:
    "the worst downturn since the war"."""
    above = analysis.head(token)
    if above.index == anchor.index or (above.dep == "appos" and above.head == anchor.index):
        return True
    if above.pos not in ("VERB", "AUX"):
        return False
    return verb is not None and verb.index in _joined(analysis, above)


def _joined(analysis: Analysis, verb: Token) -> set[int]:
    """A verb, those joined to it by "and", and those that it only helps: "has had volunteers sign up"."""
    top = verb
    for _ in range(STEPS):
        if top.dep not in ("conj", "xcomp", "ccomp") or top.head == top.index:
            break
        top = analysis.head(top)
    found = {verb.index, top.index}
    for _ in range(STEPS):
        found |= {t.index for i in sorted(found) for t in analysis.below(i, "conj", "xcomp")}
    return found


def _compares(analysis: Analysis, anchor: Token, since: Token) -> bool:
    """Whether "since" goes with a record: "the highest turnout since 1980", "the first to die there since the war"."""
    between = analysis.tokens[anchor.index + 1 : since.index]
    return any(t.tag in ("JJS", "RBS") or t.lower in ("first", "last", "only") for t in between)


def _reports(token: Token) -> bool:
    """Whether a verb is one of saying: "has said since October" counts nothing."""
    return token.lemma in load("figures")["speech"]["verbs"]


def _rises(analysis: Analysis, verb: Token, anchor: Token) -> bool:
    """ "The toll has risen to 35", "that brings the number to 59"."""
    if verb.lemma not in load("figures")["tally"]["verbs"]:
        return False
    bringing = verb.lemma in BRINGING
    if anchor.dep == "pobj" and analysis.head(anchor).lower == "by":
        return False
    named = analysis.below(verb.index, "nsubj", "nsubjpass", *(("dobj",) if bringing else ()))
    return any(t.lower in TOTALS or (t.lower == "it" and not bringing) for t in named if t.index != anchor.index)


def _happening(analysis: Analysis, anchor: Token, verb: Token) -> bool:
    """Whether the clause names the one happening: as subject, as agent, or behind "in the"."""
    known = load("figures")["tally"]["incidents"]
    named = (t for t in _named(analysis, anchor, verb) if t.index != anchor.index)
    return any(singular(t.lower) in known and not _is_season(analysis, t) for t in named)


def _is_season(analysis: Analysis, token: Token) -> bool:
    """ "In the fall", "this fall" is autumn; "a roof fall" is none."""
    return token.lower == "fall" and not (token.index and analysis.tokens[token.index - 1].pos == "NOUN")


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
