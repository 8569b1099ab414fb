"""Wholes that lie in another sentence or are named by what happened: "seven of the dead", "the dead include six porters",
"Of these, 24 carry grain", "Seven died in Karn, five in Hale and four in the south".

In: the figures of a text in text order, some with their whole. Out: the same list with more of them bound. A part is
bound where words name the whole by its fate or as "these", or where a list of numbers that stand alone follows it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.language.analysis import Analysis
from reportedly.layers.quantities.parts import PRONOUNS, Counted, fits, sentence_of
from reportedly.layers.quantities.roles import PLAIN, table
from reportedly.layers.quantities.units import singular

NEAR = 3
"""How many sentences back a whole that is named by its fate may stand. Not tuned."""
MEMORY = 40
"""How many figures back a whole may lie: a bound on time."""
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
    _in_series(analysis, rows)
    _fitting(analysis, rows)
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
        named = fate_of(phrase[:3] if phrase[0] in PRONOUNS else [analysis.tokens[q.noun.head].lower])
    if not named:
        named = _among(analysis, c)
    if named and (j := _with_fate(analysis, rows, i, named)) is not None:
        rows[i] = replace(c, whole=j, rule="part" if q.noun and q.noun.of else "including")


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
            named = fate_of(lead)
            j = _with_fate(analysis, rows, i, named) if named else next(_before(analysis, rows, i, reach=2), None)
            for part in group if j is not None else []:
                if rows[part].whole is None and j is not None and fits(rows[part].quantity, rows[j].quantity):
                    rows[part] = replace(rows[part], whole=j, rule="part")
        i = group[-1] + 1 if group else i + 1


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
        if c.whole is None and c.quantity.exact is not None and c.role.what not in ("duration",):
            run.append(i)
    if len(run) > 1:
        yield run


def _in_series(analysis: Analysis, rows: list[Counted]) -> None:
    """ "At least 16 were killed. Seven died in Karn, five in Hale and four in the south": numbers alone, of one fate
    with the figure right before them, are its parts."""
    for run in list(_runs(analysis, rows)):
        alone = [i for i in run if rows[i].like is not None and rows[i].quantity.noun is None]
        if len(alone) < len(run) - 1 or not alone or rows[run[0]].quantity.unit:
            continue
        what = rows[run[0]].role.what
        j = next((k for k in _before(analysis, rows, run[0], reach=1) if rows[k].role.what == what), None)
        if j is None or any(rows[i].role.what != what for i in run):
            continue
        total, parts = rows[j].quantity.exact or rows[j].quantity.low, sum(rows[i].quantity.exact or 0 for i in run)
        if total is None or parts > total:
            continue
        for i in run:
            rows[i] = replace(rows[i], whole=j, rule="parts in a list")


def _fitting(analysis: Analysis, rows: list[Counted]) -> None:
    """ "274 people were arrested … 190 men and 84 women were held overnight": figures of one sentence that make up one
    of the sentences before exactly, of the same fate or none of their own, are its parts."""
    for run in list(_runs(analysis, rows)):
        total = sum(rows[i].quantity.exact or 0 for i in run)
        unit = rows[run[0]].quantity.unit
        if any(rows[i].quantity.unit != unit for i in run) or total < 4 or unit == "percent":
            continue
        for j in _before(analysis, rows, run[0], reach=NEAR):
            whole = rows[j]
            own = {rows[i].role.what for i in run} - {"other", "troops"}
            if whole.quantity.exact == total and own <= {whole.role.what} and j not in run:
                for i in run:
                    rows[i] = replace(rows[i], whole=j, rule="part")
                break


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
