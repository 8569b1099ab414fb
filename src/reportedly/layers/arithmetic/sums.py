"""Sums: parts against a total, where words bind them or an exact fit is convincing.

In: a ledger. Out: checks of the kind `sum`, the total first. Parts that words bind are shown whether they fit or not,
but only where the words also say that they are all there are; parts that no words bind only where they fit exactly.
"""

from collections.abc import Iterator, Sequence

from reportedly.knowledge import load
from reportedly.layers.arithmetic.alternatives import exclusive, exhaustive, is_rest
from reportedly.layers.arithmetic.free_sums import completed, fate_fits, free_sums
from reportedly.layers.arithmetic.ledger import Ledger, Measure, same_population, slack
from reportedly.layers.arithmetic.phrasing import bound, check, shown
from reportedly.record import Check

IN_A_LIST = "rule: parts in a list"
WHOLE_PARTS = ("rule: part", IN_A_LIST)
"""Rules of figures whose parts may make up their whole; those that "including" or "mostly" name need not."""
REACH = 12
"""How many words may stand between a total and the colon that opens its parts. Not tuned."""
BRACKET = 60
"""How many words a bracket may hold. Not tuned."""
Parts = list[Measure]


def sums(here: Ledger) -> list[Check]:
    """The sums of an article, the surest first; no figure is a part of two totals."""
    found: list[Check] = []
    taken: set[str] = set()
    for proposals in (_marked(here), _opened(here), _closed(here), _left(here), completed(here), free_sums(here)):
        for total, parts in proposals:
            ids = {m.figure.id for m in parts}
            if ids & taken:
                continue
            made = _sum(total, parts)
            if made is not None:
                found.append(made)
                taken |= ids
    return found


def _sum(total: Measure, parts: Sequence[Measure]) -> Check | None:
    """The row of parts that are all there are. None where a bound leaves too much open to say."""
    left = " + ".join(bound(p) for p in parts)
    if all(p.exact is not None for p in parts) and total.exact is not None:
        added, whole = sum(p.exact or 0 for p in parts), total.exact
        if added == whole:
            return check("sum", [total, *parts], True, f"{left} = {shown(added)}")
        near = abs(added - whole) <= slack(total) + sum(map(slack, parts))
        rough = "about " if total.figure.approximate else ""
        words = f"{left} = {shown(added)}, " + (
            f"{rough or 'rounded '}{shown(whole)}" if near else f"not {rough}{shown(whole)}"
        )
        return check("sum", [total, *parts], near, words)
    lows = [p.figure.low for p in parts]
    most = total.figure.high
    least = sum(low or 0 for low in lows)
    if None in lows or (most is None and total.figure.low is None):
        return None
    if most is None:
        whole = total.figure.low or 0
        if any(p.exact is None for p in parts):
            return None
        words = f"{left} = {shown(least)}, " + ("" if least >= whole else "not ") + f"at least {shown(whole)}"
        return check("sum", [total, *parts], least >= whole, words)
    holds = least <= most + slack(total)
    words = f"{left} = at least {shown(least)}, " + (
        f"no more than {shown(most)}" if holds else f"more than {shown(most)}"
    )
    return check("sum", [total, *parts], holds, words)


def _fits(total: Measure, parts: Sequence[Measure]) -> bool:
    return (
        total.exact is not None
        and all(p.exact is not None for p in parts)
        and (sum(p.exact or 0 for p in parts) == total.exact)
    )


def _marked(here: Ledger) -> Iterator[tuple[Measure, Parts]]:
    """Parts whose figures name the total as their whole."""
    of: dict[str, Parts] = {}
    for m in here.measures:
        if m.figure.part_of and not m.share and m.figure.part_of in here.of:
            of.setdefault(m.figure.part_of, []).append(m)
    for whole, named in of.items():
        total = here.of[whole]
        parts = [m for m in named if m.figure.made_by in WHOLE_PARTS]
        if len(parts) < 2:
            parts = [m for m in named if m.figure.made_by != "rule: mostly"] if _fits(total, named) else []
        if len(parts) < 2 or any(p.exact == 0 for p in parts):
            continue
        listed = all(m.figure.made_by == IN_A_LIST and m.sentence == total.sentence for m in parts)
        unread = here.unread(min(m.first for m in parts), max(m.end for m in parts))
        alternatives = not unread and exclusive(here, parts)
        over = sum(p.figure.low or 0 for p in parts) > (total.figure.high or float("inf")) + slack(total)
        if _fits(total, parts) or (listed and not unread) or (alternatives and (over or exhaustive(here, parts))):
            yield total, parts


def _plain_behind(here: Ledger, m: Measure) -> Parts:
    """The figures behind a measure in its sentence, all of its unit."""
    behind = [o for o in here.in_sentence.get(m.sentence, ()) if o.first >= m.end]
    if behind and here.before(behind[0], 1) == ["("]:
        words = here.after(behind[0], BRACKET)
        close = behind[0].end + words.index(")") if ")" in words else 0
        behind = [o for o in behind if o.end <= close]
    return behind if all(o.figure.unit == m.figure.unit for o in behind) else []


def _opened(here: Ledger) -> Iterator[tuple[Measure, Parts]]:
    """ "60 diplomats: 48 from the embassy and 12 from the mission"; "60 people, of whom 20 were women and 40 men"."""
    for total in here.measures:
        parts = _plain_behind(here, total)
        if total.exact is None or len(parts) < 2 or parts[0].first - total.end > REACH:
            continue
        between = here.lower(total.end, parts[0].first)
        mark = bool(between) and between[-1] in load("arithmetic")["opening"]["words"]
        phrase = any(" ".join(between).endswith(p) for p in load("arithmetic")["opening"]["phrases"])
        populated = all(same_population(p, total) or mark for p in parts)
        if not (mark or phrase) or not populated or here.unread(parts[0].first, parts[-1].end):
            continue
        joined = "and" in here.before(parts[-1], 5)
        complete = joined if mark else exclusive(here, parts) and exhaustive(here, parts)
        if _fits(total, parts) or (complete and all(fate_fits(p, total) for p in parts)):
            yield total, parts


def _closed(here: Ledger) -> Iterator[tuple[Measure, Parts]]:
    """ "1,250 injured and 310 killed, a total of 1,560 casualties"; "14 on Monday and 11 on Tuesday, 25 in all"."""
    for total in here.measures:
        if total.exact is None or total.share or not _is_total(here, total):
            continue
        parts = [o for o in here.in_sentence.get(total.sentence, ()) if o.end <= total.first]
        if not parts and here.in_sentence[total.sentence][0] is total:
            before = [*here.in_sentence.get(total.sentence - 2, ()), *here.in_sentence.get(total.sentence - 1, ())]
            parts = [o for o in before if o.paragraph == total.paragraph]
            parts = parts if all(o.figure.what == total.figure.what for o in parts) else []
        if len(parts) < 2 or here.unread(parts[0].first, total.first):
            continue
        same = all(o.figure.unit == total.figure.unit and same_population(o, total) for o in parts)
        if same and all(fate_fits(p, total) for p in parts) and all(p.exact is not None for p in parts):
            yield total, parts


def _is_total(here: Ledger, m: Measure) -> bool:
    """Whether words such as "a total of" stand right before the number, or "in all" right behind."""
    words = load("arithmetic")["closing"]
    lead = here.before(m, 5)
    for token in here.analysis.tokens[m.first : m.end]:
        if token.pos == "NUM" or token.text[0].isdigit():
            break
        lead.append(token.lower)
    lead = [w for w in lead if w != ","]
    opened = any(" ".join(lead[:end]).endswith(p) for p in words["before"] for end in (len(lead), len(lead) - 1))
    return opened or any(" ".join(here.after(m, 3)).startswith(p) for p in words["after"])


def _left(here: Ledger) -> Iterator[tuple[Measure, Parts]]:
    """ "Of 60 workers, 20 came home; the remaining 38 are missing": "the remaining" closes the parts of its whole."""
    for last in here.measures:
        if not here.before(last, 1) or not is_rest(here, last) or "the" not in here.before(last, 2):
            continue
        known = [o for o in here.near(last.sentence, 0) if o.end <= last.first and not o.share]
        if last.sentence and len(known) < 2:
            known = [o for o in here.near(last.sentence - 1, 0) if not o.share] + known
        wholes = [o for o in known if o.exact is not None and o.figure.unit == last.figure.unit]
        if len(wholes) < 2 or last.exact is None:
            continue
        total = max(wholes, key=lambda o: (o.exact or 0, -o.first))
        parts = [o for o in wholes if o is not total and o.first > total.first] + [last]
        whole = total.exact or 0
        plain = all(same_population(p, total) and (p.exact or 0) < whole for p in parts)
        if len(parts) > 1 and plain and not here.unread(total.first, last.first):
            yield total, parts
