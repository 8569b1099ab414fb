"""Wholes that lie in another sentence or are named by what happened: "seven of the dead", "the dead include six porters",
"Of these, 24 carry grain", "Seven died in Karn, five in Hale and four in the south".

In: the figures of a text in text order, some with their whole. Out: the same list with more of them bound. A part is
bound where words name the whole by its fate or as "these", or where a list of numbers that stand alone follows it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.language.analysis import Analysis
from reportedly.layers.counting.parts import PRONOUNS, Counted, beside, fits, sentence_of
from reportedly.layers.counting.roles import PART_LEADS, PLAIN, anchor_of
from reportedly.layers.counting.verbs import table
from reportedly.layers.quantities.groups import is_person
from reportedly.layers.quantities.numerals import numeral_at
from reportedly.layers.quantities.units import singular
from reportedly.layers.timex.guards import word

NEAR = 3
"""How many sentences back a whole that is named by its fate may stand. Not tuned."""
FAR = 10
"""How many sentences back the whole of three or more parts that make it up exactly may stand. Not tuned."""
MEMORY = 40
"""How many figures back a whole may lie: a bound on time."""
LEAST = 4
"""The least total that figures of another sentence may make up: below it chance does."""
CUSTODY = {"held", "arrested"}
"""Two kinds of one fate, told apart by the verb: those who were arrested are held."""
TOTALS = ("figure", "number", "toll", "total", "list", "count", "tally", "losses")
RANK = ("killed", "injured", "missing", "arrested", "held", "released", "displaced", "affected")
"""Kinds by which a whole may be named."""


def bind(analysis: Analysis, rows: list[Counted]) -> None:
    """Give figures of the list the whole that another sentence or a fate names."""
    for i in range(len(rows)):
        if rows[i].whole is None:
            _by_fate(analysis, rows, i)
    for i in range(len(rows)):
        if rows[i].whole is None:
            _included(analysis, rows, i)
    _fronted(analysis, rows)
    _of_which(analysis, rows)
    beside(analysis, rows)
    _in_series(analysis, rows)
    _fitting(analysis, rows)
    for i in range(len(rows)):
        if rows[i].whole is None:
            _some_of(analysis, rows, i)
    _share_fate(rows)


def fate_of(words: Sequence[str]) -> str:
    """What a phrase like "the dead", "those killed", "the 12 injured", "the victims" says of those it names."""
    for w in words:
        what = table("after").get(w) or table("noun").get(singular(w), "")
        if what in RANK:
            return what
    return ""


def _with_fate(analysis: Analysis, rows: Sequence[Counted], i: int, what: str, reach: int = NEAR) -> int | None:
    """The last whole figure before `i` of a fate that `i` fits in."""
    for j in range(i - 1, max(-1, i - MEMORY), -1):
        if sentence_of(analysis, rows[i]) - sentence_of(analysis, rows[j]) > reach:
            return None
        if rows[j].role.what == what and rows[j].whole is None and fits(rows[i].quantity, rows[j].quantity):
            return j
    return None


def _by_fate(analysis: Analysis, rows: list[Counted], i: int) -> None:
    """ "Seventeen of the dead", "six of those rescued", "18 porters were among the dead"."""
    c, q = rows[i], rows[i].quantity
    named = ""
    if q.noun is not None and q.noun.of:
        phrase = [t.lower for t in analysis.tokens[q.noun.first : q.noun.end + 2]]
        if phrase[0] in PRONOUNS:
            named = fate_of(phrase[:3])
        elif phrase[0] in PART_LEADS:
            named = fate_of([analysis.tokens[q.noun.head].lower])
    if not named:
        named = _among(analysis, c)
    j = _of_the_number(analysis, rows, i)
    if j is not None:
        rows[i] = replace(c, whole=j, rule="part")
    elif named and (j := _with_fate(analysis, rows, i, named)) is not None:
        rows[i] = replace(c, whole=j, rule="part" if q.noun and q.noun.of else "including")


def _of_the_number(analysis: Analysis, rows: Sequence[Counted], i: int) -> int | None:
    """ "12 of the 21", where a figure before says 21 or at least 21."""
    noun = rows[i].quantity.noun
    if noun is None or not noun.of or noun.end - noun.first > 3:
        return None
    words = [t.text for t in analysis.tokens[noun.first : noun.end]]
    n = numeral_at(words, 1) if len(words) > 1 and words[0].lower() in ("the", "those", "these") else None
    if n is None or n.exact is None:
        return None
    near = range(i - 1, max(-1, i - MEMORY), -1)
    return next((j for j in near if n.exact in (rows[j].quantity.low, rows[j].quantity.high)), None)


def _among(analysis: Analysis, c: Counted) -> str:
    """The fate of those "among" whom the counted are, where the verb says just that."""
    if c.role.verb is None:
        return ""
    verb = analysis.tokens[c.role.verb]
    if verb.lemma != "be" or verb.index < c.quantity.number:
        return ""
    for p in analysis.below(verb.index, "prep"):
        if p.lower == "among":
            return fate_of([t.lower for t in analysis.below(p.index, "pobj")])
    return ""


def _included(analysis: Analysis, rows: list[Counted], i: int) -> None:
    """ "The dead include 31 locals and 17 migrants", "the figure includes 5,200 fighters", "213 people, among them 11 women"."""
    c, here = rows[i], analysis.sentences[sentence_of(analysis, rows[i])]
    if (j := _among_them(analysis, rows, i)) is not None:
        rows[i] = replace(c, whole=j, rule="including")
        return
    verb = analysis.tokens[c.role.verb] if c.role.verb is not None else None
    if (
        verb is None
        or verb.lemma not in ("include", "comprise", "count")
        or not here.first <= verb.index < c.quantity.first
    ):
        return
    subjects = list(analysis.below(verb.index, "nsubj", "nsubjpass"))
    named = fate_of([t.lower for t in subjects])
    if named:
        j = _with_fate(analysis, rows, i, named)
    elif any(t.lower in TOTALS for t in subjects):
        j = next(_before(analysis, rows, i, reach=2), None)
    if j is not None:
        rows[i] = replace(c, whole=j, rule="including")


def _before(analysis: Analysis, rows: Sequence[Counted], i: int, reach: int) -> Iterator[int]:
    """The figures before `i`, nearest first, that are no part and that it fits in, up to `reach` sentences back."""
    for j in range(i - 1, max(-1, i - MEMORY), -1):
        if sentence_of(analysis, rows[i]) - sentence_of(analysis, rows[j]) > reach:
            return
        if rows[j].whole is None and rows[j].role.what != "duration" and fits(rows[i].quantity, rows[j].quantity):
            yield j


def _among_them(analysis: Analysis, rows: Sequence[Counted], i: int) -> int | None:
    """ "213 people, among them 11 party agents"."""
    first = rows[i].quantity.first
    lead = [t.lower for t in analysis.tokens[max(0, first - 2) : first]]
    if (
        len(lead) < 2
        or lead[0] not in ("among", "amongst", "with")
        or lead[1] not in ("them", "those", "these", "whom")
    ):
        return None
    return next((j for j in _before(analysis, rows, i, reach=0)), None)


def _fronted(analysis: Analysis, rows: list[Counted]) -> None:
    """ "Of these, 24 carry grain and eight carry oil"; "Of that, 800 million euros belongs to the firm"."""
    i = 0
    while i < len(rows):
        here = analysis.sentences[sentence_of(analysis, rows[i])]
        group = [j for j in range(i, min(len(rows), i + MEMORY)) if rows[j].quantity.number < here.end]
        lead = _opening(analysis, here.first, rows[i].quantity.first)
        if lead:
            j = _led(analysis, rows, i, lead)
            for part in group if j is not None else []:
                if rows[part].whole is None and j is not None and fits(rows[part].quantity, rows[j].quantity):
                    rows[part] = replace(rows[part], whole=j, rule="part")
        i = group[-1] + 1 if group else i + 1


def _led(analysis: Analysis, rows: Sequence[Counted], i: int, lead: list[str]) -> int | None:
    """The whole that "of the dead", "of these" or "of the total" names: of a total the greatest, of these the nearest."""
    if named := fate_of(lead):
        return _with_fate(analysis, rows, i, named)
    near = list(_before(analysis, rows, i, reach=2))
    if lead[-1] in TOTALS:
        return max(near, key=lambda j: (rows[j].quantity.high or rows[j].quantity.low or 0, j), default=None)
    return near[0] if near and lead in (["these"], ["those"], ["them"], ["that"], ["this"]) else None


def _of_which(analysis: Analysis, rows: list[Counted]) -> None:
    """ "4.2 million euros, of which 3 million came from the state and 1.2 million from donations"."""
    for i, c in enumerate(rows):
        first = c.quantity.first
        lead = [t.lower for t in analysis.tokens[max(0, first - 2) : first]]
        if lead not in (["of", "which"], ["of", "whom"]) or not i or c.whole is not None:
            continue
        for j in range(i, min(len(rows), i + MEMORY)):
            alone = j == i or _is_alone(rows[j])
            if sentence_of(analysis, rows[j]) != sentence_of(analysis, c) or not alone:
                break
            if fits(rows[j].quantity, rows[i - 1].quantity):
                rows[j] = replace(rows[j], whole=i - 1, rule="parts in a list")


def _opening(analysis: Analysis, first: int, number: int) -> list[str]:
    """The words behind "Of" that opens a sentence before its first figure, a quotation mark passed over."""
    words = [t.lower for t in analysis.tokens[first:number] if t.text not in ('"', "“", "”", "'", "‘")]
    if not words or words[0] != "of" or "," not in words:
        return []
    return words[1 : words.index(",")]


def _runs(analysis: Analysis, rows: Sequence[Counted]) -> Iterator[list[int]]:
    """Figures in a row of one sentence, two or more, without a whole."""
    run: list[int] = []
    for i, c in enumerate(rows):
        if run and (sentence_of(analysis, c) != sentence_of(analysis, rows[run[-1]]) or c.whole is not None):
            if len(run) > 1:
                yield run
            run = []
        if c.whole is None and c.quantity.exact is not None and c.role.what != "duration":
            run.append(i)
    if len(run) > 1:
        yield run


def _is_alone(c: Counted) -> bool:
    return c.like is not None and (c.quantity.noun is None or c.quantity.unit != "")


def _total(rows: Sequence[Counted], run: Sequence[int]) -> Fraction:
    return sum((rows[i].quantity.exact or Fraction(0) for i in run), Fraction(0))


def _in_series(analysis: Analysis, rows: list[Counted]) -> None:
    """ "At least 16 were killed. Seven died in Karn, five in Hale and four in the south"; "44 bodies, 30 in uniform and 14
    in plain clothes": numbers alone, of one fate and unit with the figure right before them, are its parts."""
    for run in list(_runs(analysis, rows)):
        alone = [i for i in run[1:] if _is_alone(rows[i])]
        if len(alone) < len(run) - 1:
            continue
        first, rest = run[0], run[1:]
        if rows[first].quantity.unit and not _is_alone(rows[first]):
            continue
        inner = len(rest) > 1 and not _is_alone(rows[first]) and _shares(rows, rest, first)
        if inner and _total(rows, rest) == rows[first].quantity.exact:
            _give(rows, rest, first, "parts in a list")
            continue
        whole = next((k for k in _before(analysis, rows, first, reach=1) if _shares(rows, run, k)), None)
        if whole is None:
            if inner and _total(rows, rest) < (rows[first].quantity.exact or 0):
                _give(rows, rest, first, "parts in a list")
            continue
        total = rows[whole].quantity.exact or rows[whole].quantity.low
        if total is not None and _total(rows, run) <= total:
            _give(rows, run, whole, "parts in a list")


def _shares(rows: Sequence[Counted], run: Sequence[int], whole: int) -> bool:
    """Whether all of a run are of one fate and one unit with another figure."""
    like = rows[whole]
    return all(rows[i].role.what == like.role.what and rows[i].quantity.unit == like.quantity.unit for i in run)


def _give(rows: list[Counted], run: Sequence[int], whole: int, rule: str) -> None:
    for i in run:
        rows[i] = replace(rows[i], whole=whole, rule=rule)


def _fitting(analysis: Analysis, rows: list[Counted]) -> None:
    """Figures of one sentence that make up one before them exactly: "274 were arrested … 190 men and 84 women were held";
    "138 were aboard. 91 were rescued, 29 bodies found, 18 are unaccounted for". Two must be of its fate or of none, or
    stand alone; three or more may tell what became of those of whom nothing was told."""
    for run in list(_runs(analysis, rows)):
        unit = rows[run[0]].quantity.unit
        if unit == "percent" or any(rows[i].quantity.unit != unit for i in run):
            continue
        if len(run) > 2 and _total(rows, run[1:]) == rows[run[0]].quantity.exact:
            _give(rows, run[1:], run[0], "part")
            continue
        total = _total(rows, run)
        reach = NEAR if len(run) == 2 else FAR
        for whole in _before(analysis, rows, run[0], reach=reach) if total >= LEAST else ():
            own = {rows[i].role.what for i in run} - set(PLAIN)
            open_fate = len(run) > 2 and rows[whole].role.what in (*PLAIN, "held", "affected", "missing", "released")
            fates = CUSTODY if rows[whole].role.what in CUSTODY else {rows[whole].role.what}
            if rows[whole].quantity.exact == total and (own <= fates or open_fate):
                _give(rows, run, whole, "part")
                break


def _some_of(analysis: Analysis, rows: list[Counted], i: int) -> None:
    """ "43 activists were arrested. Eleven had been let go by evening": a smaller number that stands alone as a subject
    counts some of those just counted, where their fates allow it."""
    c = rows[i]
    if c.like is None or c.quantity.noun is not None or c.quantity.unit or word(analysis, c.quantity.first) in APART:
        return
    token, whole = anchor_of(analysis, c.quantity), rows[c.like]
    near = 0 <= sentence_of(analysis, c) - sentence_of(analysis, whole) <= 1
    if not near or token.dep not in ("nsubj", "nsubjpass") or analysis.head(token).pos not in ("VERB", "AUX"):
        return
    fate, of = c.role.what, whole.role.what
    allowed = of in ("other", "troops") or fate in SOME.get(of, ())
    least = c.quantity.low if c.quantity.low is not None else c.quantity.high
    most = whole.quantity.low if whole.quantity.low is not None else whole.quantity.high
    people = whole.quantity.noun is not None and is_person(analysis.tokens[whole.quantity.noun.head])
    if people and allowed and whole.whole is None and least and most and least < most:
        rows[i] = replace(c, whole=c.like, rule="some of")


APART = ("another", "other", "more", "additional", "further", "a")
"""Words by which a number counts others than those before."""
SOME = {
    "injured": ("injured", "killed", "other"), "arrested": ("released", "held", "arrested", "other"),
    "held": ("released", "held", "killed", "other"), "displaced": ("displaced", "other"), "released": ("injured", "other"),
    "affected": ("killed", "injured", "affected", "other"), "missing": ("missing", "killed", "other"),
}  # fmt: skip
"""What may become of some of those to whom something happened."""


def _share_fate(rows: list[Counted]) -> None:
    """A part of which the text says nothing more shares the fate of its whole: "seven of them were teachers"; so does
    what there was with what is left: "59 captives, down from 240"."""
    for i, c in enumerate(rows):
        if c.whole is None or c.role.settled:
            continue
        whole = rows[c.whole]
        if c.rule == "down from":
            if whole.role.what in PLAIN and c.role.what not in PLAIN:
                rows[c.whole] = replace(whole, role=replace(whole.role, what=c.role.what))
        elif c.role.what in PLAIN and whole.role.what not in ("other", "money", "duration"):
            rows[i] = replace(c, role=replace(c.role, what=whole.role.what))
