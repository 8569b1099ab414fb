"""The table `checks`: what arithmetic allows between the figures of an article.

In: a document, its analysis and its figures. Out: rows in the order of their kinds and figures. It says what adds up
and what does not, and corrects nothing. A sum that does not fit is shown only where the text presents the parts as
all there are; otherwise there is no row.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from reportedly.document import Document, Span
from reportedly.language.analysis import Analysis
from reportedly.record import Check, Figure, row_id

WHOLE_PARTS = ("rule: part", "rule: parts in a list")
"""Rules of figures whose parts may make up their whole; those that "including" or "mostly" name need not."""
CASUALTIES = ("killed", "injured", "held", "arrested", "released", "missing", "displaced")
ROUNDING = 0.01
"""How far a count may stray from its share of a given base, as a part of the base: shares are rounded to whole per
cents. Not tuned."""
MOST = 20
"""Figures of one sentence that are compared with each other: a bound on time, beyond any sentence of news."""
LEAST_TOTAL = 10
"""Below it a sum that fits is too often chance, where no words bind the parts to the total. Not tuned."""


def read_checks(document: Document, analysis: Analysis, figures: Sequence[Figure]) -> list[Check]:
    """The checks between `figures`: sums, parts, shares and ranges, each with the figures that it used."""
    found: dict[str, Check] = {}
    sums = [*_sums(figures), *_open_sums(analysis, figures)]
    covered = {i for c in sums for i in c.figures[1:]}
    parts = [c for c in _parts(figures) if c.figures[1] not in covered]
    for check in (*sums, *parts, *_shares(document, analysis, figures), *_ranges(document, analysis, figures)):
        found.setdefault(check.id, check)
    return list(found.values())


def exact(figure: Figure) -> float | None:
    """The value of a figure that names a single number without a currency or another unit."""
    return figure.low if figure.low is not None and figure.low == figure.high and not figure.unit else None


def shown(value: float) -> str:
    """A number as a sum shows it: `1,600`, `2.5`, `1.9 million`."""
    if value >= 1e6 and value % 1e4 == 0:
        return f"{value / 1e6:,.2f}".rstrip("0").rstrip(".") + " million"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def _check(kind: str, figures: Sequence[Figure], holds: bool, words: str) -> Check:
    ids = tuple(f.id for f in figures)
    return Check(
        id=row_id(Check.PREFIX, kind, *ids), kind=kind, figures=ids, holds=holds, words=words, made_by=f"rule: {kind}"
    )


def _sentence(analysis: Analysis, figure: Figure) -> int:
    tokens = analysis.at(Span(*figure.words[0]))
    return tokens[0].sentence if tokens else -1


def _addition(parts: Sequence[Figure], total: float) -> str:
    values = [v for v in map(exact, parts) if v is not None]
    left, added = " + ".join(map(shown, values)), sum(values)
    return f"{left} = {shown(total)}" if added == total else f"{left} = {shown(added)}, not {shown(total)}"


def _sums(figures: Sequence[Figure]) -> Iterator[Check]:
    """Parts that the words bind to one total."""
    parts_of: dict[str, list[Figure]] = {}
    for f in figures:
        if f.part_of and f.made_by in WHOLE_PARTS and exact(f) is not None:
            parts_of.setdefault(f.part_of, []).append(f)
    for total in figures:
        whole, parts = exact(total), parts_of.get(total.id, [])
        if whole is None or len(parts) < 2:
            continue
        fits = sum(exact(p) or 0 for p in parts) == whole
        all_of_them = all(p.made_by == "rule: parts in a list" for p in parts)
        if fits or all_of_them:
            yield _check("sum", [total, *parts], fits, _addition(parts, whole))


def _by_sentence(analysis: Analysis, figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """The figures of each sentence, no more than `MOST` of them."""
    found: dict[int, list[Figure]] = {}
    for f in figures:
        here = found.setdefault(_sentence(analysis, f), [])
        if len(here) < MOST:
            here.append(f)
    return found


def _near(found: dict[int, list[Figure]], sentence: int) -> list[Figure]:
    """The figures of a sentence and of those beside it."""
    return [f for s in (sentence - 1, sentence, sentence + 1) for f in found.get(s, [])]


def _open_sums(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Check]:
    """Two figures of one sentence that add up exactly to a third of the same kind there or in a sentence beside."""
    plain = [f for f in figures if f.what in CASUALTIES and (exact(f) or 0) > 1 and not f.approximate and not f.part_of]
    found = _by_sentence(analysis, plain)
    for here, own in found.items():
        for one, two in combinations(own, 2):
            added = (exact(one) or 0) + (exact(two) or 0)
            if one.what != two.what or added < LEAST_TOTAL:
                continue
            fitting = (f for f in _near(found, here) if f.what == one.what and exact(f) == added)
            if total := next((f for f in fitting if f not in (one, two)), None):
                yield _check("sum", [total, one, two], True, _addition([one, two], added))


def _parts(figures: Sequence[Figure]) -> Iterator[Check]:
    """A part against its whole."""
    known = {f.id: f for f in figures}
    for part in figures:
        whole = known.get(part.part_of or "")
        if whole is None or part.unit == "percent" or part.made_by == "rule: mostly":
            continue
        least, most = part.low, whole.high
        if least is None or most is None:
            continue
        relation = "fewer than" if least < most else "as many as" if least == most else "more than"
        yield _check("part", [whole, part], least <= most, f"{shown(least)} are {relation} {shown(most)}")


def _shares(document: Document, analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Check]:
    """A count and the share that the text gives for the same people, side by side: "1.9 million, namely 90 %"."""
    for count, share in pairwise(figures):
        value, percent = exact(count), share.low
        if (
            value is None
            or share.unit != "percent"
            or percent is None
            or percent != share.high
            or not 0 < percent <= 100
        ):
            continue
        if not value or share.part_of == count.id or not _beside(document, analysis, count, share):
            continue
        base = 100 * value / percent
        given = next((f for f in figures if f is not count and exact(f) and _same_noun(document, share, f)), None)
        words = f"{shown(value)} as {shown(percent)} % is {_whole_name(document, share)} of about {_round(base)}"
        if given is None:
            yield _check("share", [count, share], True, words)
        else:
            whole = exact(given) or 1
            holds = abs(value / whole - percent / 100) <= ROUNDING
            words += "" if holds else f", not {shown(whole)}"
            yield _check("share", [given, count, share], holds, words)


def _beside(document: Document, analysis: Analysis, count: Figure, share: Figure) -> bool:
    """Whether only a comma, a bracket, "or" or "namely" stands between the two."""
    between = document.text[count.words[-1][1] : share.words[0][0]].lower()
    words = [w.strip(",(–—-") for w in between.split()]
    return (
        len(between) < 20
        and all(w in ("", "namely", "or", "about", "some", "i.e.") for w in words)
        and "." not in between[:1]
    )


def _noun(document: Document, figure: Figure) -> str:
    return document.words(figure.who).split()[-1].lower() if figure.who else ""


def _same_noun(document: Document, share: Figure, other: Figure) -> bool:
    return bool(share.who) and _noun(document, share) == _noun(document, other)


def _whole_name(document: Document, share: Figure) -> str:
    noun = _noun(document, share)
    return f"a {noun}" if noun and not noun.endswith("s") else "a whole"


def _round(value: float) -> str:
    """A base to two figures, as a person would say it: 2,111,111 is `2.1 million`."""
    for scale, name in ((1e9, "billion"), (1e6, "million")):
        if value >= scale:
            return f"{value / scale:.1f} {name}"
    digits = max(0, len(str(int(value))) - 2)
    return f"{int(round(value / 10**digits) * 10**digits):,}"


def _ranges(document: Document, analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Check]:
    """A range against a single number for the same people and the same fate, in the same or the next sentence."""
    found = _by_sentence(analysis, [f for f in figures if f.what in CASUALTIES])
    for here, own in found.items():
        for spread in own:
            low, high = spread.low, spread.high
            if low is None or high is None or low == high or spread.made_by != "rule: quantity":
                continue
            for best in _near(found, here):
                value = exact(best)
                same = best.what == spread.what and bool(best.who) and _noun(document, best) == _noun(document, spread)
                if value is None or not same:
                    continue
                inside = low <= value <= high
                place = (
                    f"between {shown(low)} and {shown(high)}" if inside else f"outside {shown(low)} to {shown(high)}"
                )
                yield _check("range", [spread, best], inside, f"{shown(value)} lies {place}")
