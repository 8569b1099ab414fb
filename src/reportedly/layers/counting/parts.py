"""Which figure is a part of which: "35 of those", "including five Americans", "mostly women and children".

In: the quantities of a text with their roles, in text order. Out: the same with the whole of each, by its place in the
list, and rows for "mostly". A part is bound only by words that say so, or where parts that the words leave open add up
to a total exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import takewhile
from math import ceil

from reportedly.language.analysis import Analysis
from reportedly.layers.counting.roles import PART_LEADS, Role
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.nouns import Noun

NEAR = 1
"""How many sentences back the whole of "of them" may stand. Not tuned."""
REACH = 12
"""How many words may stand between a whole and the "including" or the colon that opens its parts. Not tuned."""
WINDOW = 60
"""How many words of a list may stand between "including" and the last of its parts. Not tuned."""
MEMORY = 200
"""How many figures back a whole may lie: a bound on time, far beyond what a reader remembers."""
MOSTLY = ("mostly", "mainly", "largely", "chiefly", "predominantly", "primarily")
PRONOUNS = ("those", "them", "these", "whom", "which")
SHARED = ("other", "troops", "held", "displaced")
"""Roles that a noun gives; a part that "including" names has its whole's role instead."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its role; `whole` is the place of its whole in the list, `like` that of the figure whose noun it
    leans on, `kind` the tokens that say who they are ("seven were teachers"), `rule` what made it.

    The rules `part` and `parts in a list` name parts that may make up their whole; `including` and `mostly` do not.
    """

    quantity: Quantity
    role: Role
    whole: int | None = None
    rule: str = "quantity"
    like: int | None = None
    kind: tuple[int, int] | None = None


def with_parts(analysis: Analysis, counted: Sequence[Counted]) -> list[Counted]:
    """The figures with their wholes, and a row for each "mostly"."""
    rows = _with_mostly(analysis, counted)
    for i in range(len(rows)):
        _down_from(analysis, rows, i)
        _listed(analysis, rows, i)
        _fronted(analysis, rows, i)
    for i, c in enumerate(rows):
        if c.whole is None:
            rows[i] = _bound(analysis, rows, i)
    beside(analysis, rows)
    _shared(analysis, rows)
    _summed(analysis, rows)
    return rows


def sentence_of(analysis: Analysis, c: Counted) -> int:
    """The number of the sentence that a figure stands in."""
    return analysis.tokens[c.quantity.number].sentence


def _with_mostly(analysis: Analysis, counted: Sequence[Counted]) -> list[Counted]:
    rows: list[Counted] = []
    places: list[int] = []
    for c in counted:
        places.append(len(rows))
        rows.append(c if c.like is None else replace(c, like=places[c.like]))
        if made := _mostly(analysis, c):
            rows.append(replace(made, whole=len(rows) - 1))
    return rows


def _mostly(analysis: Analysis, c: Counted) -> Counted | None:
    """ "48,000 people, mostly women and children": more than half of them, and at most all."""
    q = c.quantity
    if q.noun is None or q.unit or q.exact is None:
        return None
    at, end = q.stop, analysis.sentences[sentence_of(analysis, c)].end
    while at < end and analysis.tokens[at].text in (",", "(", "–", "—", "-"):
        at += 1
    if at >= end or analysis.tokens[at].lower not in MOSTLY:
        return None
    stop = at + 1
    while stop < end and analysis.tokens[stop].pos in ("NOUN", "PROPN", "ADJ", "CCONJ"):
        stop += 1
    while stop > at + 1 and analysis.tokens[stop - 1].pos not in ("NOUN", "PROPN"):
        stop -= 1
    if stop == at + 1:
        return None
    noun = Noun(stop - 1, at + 1, stop)
    part = Quantity(at, at + 1, at, at + 1, Fraction(ceil(q.exact / 2)), q.exact, True, "", noun)
    return Counted(part, c.role, rule="mostly")


def fits(part: Quantity, whole: Quantity) -> bool:
    """Whether one can be a part of the other: no larger, and the same unit or a share."""
    if part.unit not in (whole.unit, "percent"):
        return False
    if part.unit == "percent":
        return whole.unit == ""
    least, most = part.low or part.high, whole.high if whole.high is not None else whole.low
    return least is not None and most is not None and (least <= most or whole.high is None)


def _down_from(analysis: Analysis, rows: list[Counted], i: int) -> None:
    """ "59 captives, down from 240": what is left is a part of what there was."""
    first = rows[i].quantity.first
    lead = [t.lower for t in analysis.tokens[max(0, first - 2) : first]]
    if lead != ["down", "from"] or not i or sentence_of(analysis, rows[i - 1]) != sentence_of(analysis, rows[i]):
        return
    if rows[i - 1].whole is None and fits(rows[i - 1].quantity, rows[i].quantity):
        rows[i - 1] = replace(rows[i - 1], whole=i, rule="down from")


def _listed(analysis: Analysis, rows: list[Counted], i: int) -> None:
    """ "60 diplomats: 48 from the embassy and 12 from the mission": a list behind a colon or a dash is all of them."""
    q = rows[i].quantity
    end = q.stop
    here = analysis.sentences[sentence_of(analysis, rows[i])]
    mark = next(
        (
            t.index
            for t in analysis.tokens[end : min(here.end, end + REACH)]
            if t.text in (":", "—", "–", "--", "-", ",", ".", ";")
        ),
        None,
    )
    if q.exact is None or q.unit or mark is None or analysis.tokens[mark].text not in (":", "—", "–", "--"):
        return
    rest = takewhile(lambda j: rows[j].quantity.number < here.end, range(i + 1, min(len(rows), i + MEMORY)))
    parts = [j for j in rest if rows[j].whole is None]
    if len(parts) < 2 or rows[parts[0]].quantity.first - mark > 2:
        return
    last = rows[parts[-1]].quantity.first
    if analysis.tokens[last - 1].lower != "and" or any(
        rows[j].quantity.unit or rows[j].quantity.exact is None for j in parts
    ):
        return
    for j in parts:
        if fits(rows[j].quantity, q):
            rows[j] = replace(rows[j], whole=i, rule="parts in a list")


def _fronted(analysis: Analysis, rows: list[Counted], i: int) -> None:
    """ "Of the 31 workers, 19 are alive and 9 have been released": bare numbers behind a fronted whole are its parts."""
    q, here = rows[i].quantity, analysis.sentences[sentence_of(analysis, rows[i])]
    opening = [t.lower for t in analysis.tokens[here.first : q.first] if t.text not in ('"', "“", "”", "'", "‘")]
    end = q.stop
    if opening not in (["of"], ["of", "the"], ["of", "those"], ["of", "these"]) or q.exact is None or q.unit:
        return
    comma = next((t.index for t in analysis.tokens[end : min(here.end, end + REACH)] if t.text == ","), None)
    if comma is None or any(end <= r.quantity.number < comma for r in rows[i + 1 : i + 3]):
        return
    for j in range(i + 1, min(len(rows), i + MEMORY)):
        part = rows[j].quantity
        if part.number >= here.end:
            return
        if part.noun is None and rows[j].whole is None and fits(part, q):
            rows[j] = replace(rows[j], whole=i, rule="part")


def _bound(analysis: Analysis, rows: Sequence[Counted], i: int) -> Counted:
    """The figure `i` with the whole that its own words name."""
    c = rows[i]
    if (j := _including(analysis, rows, i)) is not None:
        whole = rows[j].role.what
        what = whole if whole != "other" and c.role.what in SHARED else c.role.what
        return replace(c, whole=j, rule="including", role=replace(c.role, what=what))
    if (j := _of(analysis, rows, i)) is not None:
        return replace(c, whole=j, rule="part")
    return c


def _same(analysis: Analysis, rows: Sequence[Counted], i: int, word: str) -> int | None:
    """The last figure before `i` that counts what `word` names, whole itself or not."""
    for j in range(i - 1, max(-1, i - MEMORY), -1):
        q = rows[j].quantity
        if q.noun and not q.noun.of and q.noun.word(analysis) == word and fits(rows[i].quantity, q):
            return j
    return None


def _of(analysis: Analysis, rows: Sequence[Counted], i: int) -> int | None:
    """ "16 of the 18 charges", "22 of the captives", "133 of them"."""
    q = rows[i].quantity
    if q.noun is None or not q.noun.of:
        return None
    for j in range(i + 1, len(rows)):
        if rows[j].quantity.number >= q.noun.end:
            break
        if q.noun.first <= rows[j].quantity.number:
            return j if fits(q, rows[j].quantity) else None
    lead, single = analysis.tokens[q.noun.first].lower, q.noun.end - q.noun.first == 1
    if lead not in PART_LEADS:
        return None
    if lead not in PRONOUNS or (lead in ("those", "these") and not single):
        owned = any(t.dep == "poss" or t.tag == "POS" for t in analysis.tokens[q.noun.first : q.noun.end])
        return None if owned else _same(analysis, rows, i, q.noun.word(analysis))
    modified = any(True for _ in analysis.below(q.noun.first, "relcl", "acl", "prep"))
    if not single or (modified and lead != "whom"):
        return None
    for j in range(i - 1, max(-1, i - MEMORY), -1):
        other = rows[j]
        if sentence_of(analysis, rows[i]) - sentence_of(analysis, other) > NEAR:
            return None
        if other.role.what not in ("money", "duration") and other.whole is None and fits(q, other.quantity):
            return j
    return None


def _including(analysis: Analysis, rows: Sequence[Counted], i: int) -> int | None:
    """ "59 people, including 12 Americans"; "among the captives are five Americans"."""
    q = rows[i].quantity
    here = analysis.sentences[sentence_of(analysis, rows[i])]
    window = range(q.first - 1, max(here.first, q.first - WINDOW) - 1, -1)
    mark = next((k for k in window if analysis.tokens[k].lower in ("including", "among", "included", "includes")), None)
    if mark is None:
        return None
    if analysis.tokens[mark].lower == "among":
        objects = list(analysis.below(mark, "pobj"))
        verbs = [
            t for t in analysis.tokens[mark : q.first] if t.lemma == "be" or t.lower in ("are", "were", "is", "was")
        ]
        noun = Noun(objects[0].index, 0, 0).word(analysis) if objects else ""
        if not verbs or not noun or analysis.tokens[mark + 1].lower in PRONOUNS:
            return None
        return _same(analysis, rows, i, noun)
    between = [
        t
        for t in analysis.tokens[mark + 1 : q.first]
        if (t.pos in ("VERB", "AUX", "SCONJ") and t.dep != "amod") or t.text in (";", ":")
    ]
    reach = takewhile(lambda j: rows[j].quantity.end >= mark - REACH, range(i - 1, -1, -1))
    whole = next((j for j in reach if rows[j].quantity.first < mark and rows[j].rule != "including"), None)
    if between or whole is None or rows[whole].quantity.first < here.first:
        return None
    if rows[whole].quantity.unit and rows[whole].role.what != "money":
        return None
    return whole if fits(q, rows[whole].quantity) else None


def beside(analysis: Analysis, rows: list[Counted]) -> None:
    """ "22 of the captives are alive, and the status of two is uncertain": the bare number shares the whole."""
    for i, c in enumerate(rows):
        before = rows[i - 1] if i else None
        if c.whole is not None or c.quantity.noun is not None or before is None or before.rule != "part":
            continue
        if (
            before.whole is not None
            and sentence_of(analysis, before) == sentence_of(analysis, c)
            and fits(c.quantity, rows[before.whole].quantity)
        ):
            rows[i] = replace(c, whole=before.whole, rule="part")


def _shared(analysis: Analysis, rows: list[Counted]) -> None:
    """ "1.9 million people, namely 90 % of the population": the share is of what happened to the count beside it."""
    for i, c in enumerate(rows):
        before = rows[i - 1] if i else None
        if c.quantity.unit != "percent" or c.role.what != "other" or before is None or before.quantity.unit:
            continue
        start = before.quantity.stop
        between = [t.lower for t in analysis.tokens[start : c.quantity.first]]
        if between and len(between) < 4 and all(w in (",", "(", "namely", "or", "–", "—") for w in between):
            rows[i] = replace(c, role=before.role)


def _summed(analysis: Analysis, rows: list[Counted]) -> None:
    """A part whose whole the words leave open ("35 of those in the city") joins parts that it completes exactly."""
    bound: dict[int, list[Fraction | None]] = {}
    for c in rows:
        if c.whole is not None and c.rule == "part":
            bound.setdefault(c.whole, []).append(c.quantity.exact)
    missing = {w: _missing(rows[w].quantity.exact, parts) for w, parts in sorted(bound.items())}
    for i, c in enumerate(rows):
        q = c.quantity
        if c.whole is not None or q.noun is None or not q.noun.of or q.exact is None or q.unit:
            continue
        if analysis.tokens[q.noun.first].lower not in PRONOUNS:
            continue
        wholes = [w for w, left in missing.items() if left == q.exact]
        if len(wholes) == 1:
            rows[i] = replace(c, whole=wholes[0], rule="part")
            missing[wholes[0]] = None


def _missing(total: Fraction | None, parts: Sequence[Fraction | None]) -> Fraction | None:
    """What parts leave of a total, where all are exact."""
    known = [p for p in parts if p is not None]
    return total - sum(known) if total is not None and len(known) == len(parts) else None
