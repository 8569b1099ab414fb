"""Sums whose parts words bind to their total: figures marked as parts, lists behind a colon, "in all", "the remaining".

In: a ledger. Out: totals with their parts. Parts that do not fit are given only where words say that they are all there
are: "the rest", a list that a colon opens, fates that exclude each other.
"""

from collections.abc import Iterator, Sequence

from reportedly.knowledge import load
from reportedly.layers.arithmetic.alternatives import exclusive, exhaustive, is_rest
from reportedly.layers.arithmetic.free_sums import fate_fits
from reportedly.layers.arithmetic.ledger import Ledger, Measure, same_population, slack

IN_A_LIST = "rule: parts in a list"
WHOLE_PARTS = ("rule: part", IN_A_LIST)
"""Rules of figures whose parts may make up their whole; those that "including" or "mostly" name need not."""
REACH = 12
"""How many words may stand between a total and the colon that opens its parts. Not tuned."""
BRACKET = 60
"""How many words a bracket may hold. Not tuned."""
MAKES = 4
"""How many sentences back the parts of "that makes 14" may stand. Not tuned."""
SLIP = 0.25
"""How far "the remaining" may leave a sum off its total, as a part of it, before it is of another total. Not tuned."""
LISTED = 0.12
"""The same for a list that no colon opens, which may hold other things beside its total. As in `breakdowns`."""
Parts = list[Measure]


def bound_sums(here: Ledger) -> Iterator[tuple[Measure, Parts]]:
    """Totals with the parts that words bind to them, the surest first."""
    yield from _marked(here)
    yield from _opened(here)
    yield from _closed(here)
    yield from _made(here)
    yield from _left(here)


def fits(total: Measure, parts: Sequence[Measure]) -> bool:
    """Whether exact parts add up to the total exactly, or to the bound of an "at least"."""
    whole = total.floor
    return whole is not None and all(p.exact is not None for p in parts) and sum(p.exact or 0 for p in parts) == whole


def _marked(here: Ledger) -> Iterator[tuple[Measure, Parts]]:
    """Parts whose figures name the total as their whole: those of a sentence, then those that are left, then all."""
    of: dict[str, Parts] = {}
    for m in here.measures:
        if m.figure.part_of in here.of and not m.share and m.exact != 0 and m.figure.made_by != "rule: mostly":
            of.setdefault(m.figure.part_of or "", []).append(m)
    for whole, named in of.items():
        total, left = here.of[whole], list(named)
        for number in sorted({m.sentence for m in named}):
            own = [m for m in named if m.sentence == number]
            if 1 < len(own) < len(named) and (fits(total, own) or _all_there_are(here, total, own)):
                left = [m for m in left if m not in own]
                yield total, own
        parts = [m for m in left if m.figure.made_by in WHOLE_PARTS]
        parts = left if len(parts) < 2 and fits(total, left) else parts
        if len(parts) > 1 and (fits(total, parts) or _all_there_are(here, total, parts)):
            yield total, parts


def _all_there_are(here: Ledger, total: Measure, parts: Parts) -> bool:
    """Whether parts that do not fit should: a list with its total, or alternatives that exceed it or leave nobody out."""
    if here.unread(min(m.first for m in parts), max(m.end for m in parts)):
        return False
    if all(m.figure.made_by == IN_A_LIST and m.sentence == total.sentence for m in parts):
        slip = abs(sum(p.exact or 0 for p in parts) / (total.floor or 1) - 1)
        marks = load("arithmetic")["opening"]["words"]
        return slip < LISTED or any(w in marks for w in here.lower(total.end, parts[0].first))
    over = sum(p.figure.low or 0 for p in parts) > (total.figure.high or float("inf")) + slack(total)
    return exclusive(here, parts) and (over or exhaustive(here, parts))


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
        if fits(total, parts) or (complete and all(fate_fits(p, total) for p in parts)):
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


def _made(here: Ledger) -> Iterator[tuple[Measure, Parts]]:
    """ "Six were freed in February and eight on Tuesday. That makes 14": counts of one noun that fit what they make."""
    for sentence in sorted(here.in_sentence):
        first = here.analysis.sentences[sentence].first
        if " ".join(here.lower(first, first + 2)) not in load("arithmetic")["makes"]["openings"]:
            continue
        before = [m for s in range(sentence - MAKES, sentence) for m in here.in_sentence.get(s, ())]
        for total in here.in_sentence[sentence]:
            alike = [m for m in before if m.noun == total.noun != "" and m.exact and m.figure.unit == total.figure.unit]
            if len(alike) > 1 and fits(total, alike):
                yield total, alike


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
        lead = here.before(last, 2)
        if not is_rest(here, last) or not ("the" in lead or lead == ["everything", "else"]):
            continue
        own = [o for o in here.near(last.sentence, 0) if o.end <= last.first]
        for known in (own, [*here.near(last.sentence - 1, 0), *own]):
            counts = [o for o in known if o.exact is not None and not o.share and o.figure.unit == last.figure.unit]
            if len(counts) < 2 or last.exact is None:
                continue
            total = max(counts, key=lambda o: (o.exact or 0, -o.first))
            parts = [*(o for o in counts if o.first > total.first), last]
            alike = all(same_population(p, total) and (p.exact or 0) < (total.exact or 0) for p in parts)
            slip = abs(sum(p.exact or 0 for p in parts) / (total.exact or 1) - 1)
            if len(parts) > 1 and alike and slip < SLIP and not here.unread(total.first, last.first):
                yield total, parts
                break
