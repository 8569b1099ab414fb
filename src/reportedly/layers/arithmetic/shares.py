"""Shares: a count and a per cent of the same people, against the base where the text gives it.

In: a ledger. Out: checks of the kind `share`: base, count and share, or count and share where the base is only implied.
The two must stand side by side; a per cent that compares ("15 per cent over the limit") is none.
"""

from collections.abc import Iterator
from itertools import pairwise

from reportedly.document import Span
from reportedly.knowledge import load
from reportedly.layers.arithmetic.ledger import Ledger, Measure, slack
from reportedly.layers.arithmetic.phrasing import check, rounded, shown
from reportedly.record import Check

HALF_POINT = 0.5
"""Per cents are rounded to whole ones, where they are written without a decimal point."""
ROUGH = 2.5
"""Points that a rough per cent or a fraction in words ("a third") may be off. Not tuned."""
BETWEEN = 9
"""How many words may stand between a count and its share. Not tuned."""
BACK = 2
"""How many sentences back a base with the count's noun may stand. Not tuned."""


def shares(here: Ledger) -> Iterator[Check]:
    """A count and the share that the text gives for the same people, side by side, in either order."""
    by_noun: dict[str, list[Measure]] = {}
    for m in here.measures:
        if m.noun and m.exact and not m.figure.unit:
            by_noun.setdefault(m.noun, []).append(m)
    for sentence in sorted(here.in_sentence):
        for one, two in _neighbours(here, sentence):
            share, count = (one, two) if one.share else (two, one)
            percent, value = share.exact, count.exact
            if not percent or not value or not 0 < percent <= 100 or count.figure.unit:
                continue
            if share.figure.part_of == count.figure.id or _compares(here, share):
                continue
            if _beside(here, one, two):
                yield from _against(here, count, share, by_noun)
            elif two is share and here.before(share, 1) == [","]:
                yield from (c for c in _against(here, count, share, by_noun) if c.holds and len(c.figures) > 2)
        yield from _summed_up(here, sentence, by_noun)


def _summed_up(here: Ledger, sentence: int, by_noun: dict[str, list[Measure]]) -> Iterator[Check]:
    """ "They make up 6 percent of the 5,300 families": a share that opens a sentence is of the count before it."""
    share = here.in_sentence[sentence][0]
    first = here.analysis.sentences[sentence].first
    counts = [m for m in here.in_sentence.get(sentence - 1, ()) if m.exact and not m.figure.unit]
    opening = " ".join(here.lower(first, share.first))
    refers = any(opening.startswith(p) for p in load("arithmetic")["summed_up"]["openings"])
    if not share.share or not share.exact or share.exact > 100 or not counts or not refers or _compares(here, share):
        return
    checks = list(_against(here, counts[0], share, by_noun))
    yield from (c for c in checks if len(c.figures) > 2)


def _neighbours(here: Ledger, sentence: int) -> Iterator[tuple[Measure, Measure]]:
    """A count and a share that follow each other, the base that one of them names left out."""
    row = here.in_sentence[sentence]
    bases = {m.figure.part_of for m in row}
    for pair in (*pairwise(row), *pairwise(m for m in row if m.figure.id not in bases)):
        if pair[0].share != pair[1].share:
            yield pair


def _beside(here: Ledger, one: Measure, two: Measure) -> bool:
    """Whether only commas, brackets and words such as "or" and "namely" stand between, behind what the first counts."""
    who = here.analysis.at(one.figure.who[-1]) if one.figure.who else ()
    start = max([one.end, *(t.index + 1 for t in who)])
    between = here.lower(start, two.first)
    if two.first < start:
        return False
    marks = (",", "(", "–", "—", "-")
    told = one.figure.part_of or two.figure.part_of
    ends = between[-1:] == [","] or between[-2:] == [",", "or"]
    if told and len(between) < BETWEEN and ends and (one.share or one.figure.part_of == two.figure.part_of):
        return True
    words = load("arithmetic")["beside"]["words"]
    known = all(w in words or w in marks for w in between)
    return known and len(between) < BETWEEN and any(w in ("or", "namely", *marks) for w in between)


def _compares(here: Ledger, share: Measure) -> bool:
    words = load("arithmetic")["compared"]
    behind, lead = here.after(share, 2), here.before(share, 2)
    risen = lead != ["make", "up"] and any(w in words["before"] for w in lead)
    return risen or any(w in words["after"] for w in behind)


def _against(here: Ledger, count: Measure, share: Measure, by_noun: dict[str, list[Measure]]) -> Iterator[Check]:
    value, percent = count.exact or 0, share.exact or 0
    told, nearby = _bases(here, count, share, by_noun)
    base = next((b for b in (*told, *nearby) if _fits(here, b, count, share)), told[0] if told else None)
    if base is not None:
        whole, holds = base.exact or 1, _fits(here, base, count, share)
        is_ = f"{shown(value)} of {shown(whole)} is {_percent(100 * value / whole, percent)}"
        words = is_ if holds else f"{is_}, not {shown(percent)} %"
        yield check("share", [base, count, share], holds, words)
    elif share.noun and here.before(max(count, share, key=lambda m: m.first), 1) != [","]:
        words = f"{shown(value)} as {shown(percent)} % is {_whole(share)} of about {rounded(100 * value / percent)}"
        yield check("share", [count, share], True, words)


def _bases(
    here: Ledger, count: Measure, share: Measure, by_noun: dict[str, list[Measure]]
) -> tuple[list[Measure], list[Measure]]:
    """What the share may be of: what the words name, and what stands near with the noun of the count or of the base."""
    told = [here.of[i] for i in (share.figure.part_of, count.figure.part_of) if i in here.of]
    told += [m for m in here.near(share.sentence, 0) if any(Span(*w).holds(m.span) for w in share.figure.who)]
    told = [b for b in told if b.exact and not b.share and b is not count]
    named = [b for b in by_noun.get(share.noun, ())[:10] if b is not count]
    if share.noun in load("arithmetic")["population"]["nouns"] and len(named) == 1:
        told = told or named
    near = [b for b in here.near(count.sentence, BACK) if b.exact and not b.figure.unit and b.first < count.first]
    near = [b for b in near if b.sentence == count.sentence or b.noun == count.noun]
    return told, [b for b in (*named, *near) if (b.exact or 0) > (count.exact or 0)]


def _fits(here: Ledger, base: Measure, count: Measure, share: Measure) -> bool:
    """Whether the count is that share of the base, within what rounding hides."""
    value, whole, percent = count.exact or 0, base.exact or 1, share.exact or 0
    points = HALF_POINT if float(percent).is_integer() else 0.06
    if share.figure.approximate or not any(c.isdigit() for c in here.document.words(share.figure.words)):
        points = ROUGH
    least = 100 * (value - slack(count)) / (whole + slack(base))
    most = 100 * (value + slack(count)) / max(whole - slack(base), 1)
    return least <= percent + points and percent - points <= most


def _percent(real: float, stated: float) -> str:
    return f"{shown(round(real) if float(stated).is_integer() else round(real, 1))} %"


def _whole(share: Measure) -> str:
    return f"a {share.noun}" if share.noun and not share.noun.endswith("s") else "a whole"
