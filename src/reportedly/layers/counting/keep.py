"""Which quantities a ledger of the story would keep.

In: a quantity, its role and the times of its sentence. Out: true or false. Left out are ages, dates, periods and rates of
time, votes, distances and magnitudes, kin who only say who somebody is, sources who speak, numbers that stand alone and
say nothing of what they count, and pairs that only name the parties ("the two sides").
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.document import Span
from reportedly.knowledge import load
from reportedly.language.analysis import Analysis
from reportedly.layers.counting.bare import YEAR, is_count
from reportedly.layers.counting.roles import PLAIN, Role, anchor_of
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.groups import is_kin, is_person
from reportedly.layers.timex.guards import age, word
from reportedly.record import Time

LASTING = ("for", "over", "within", "lasting", "lasted", "during", "last", "spent")
"""Words before a length that something takes, whatever stands behind it: "for three days before the raid"."""
DEFINITE = ("the", "these", "those", "its", "their", "both", "all")
MOST = 10_000_000_000
"""More people than live: beyond it a count of anything but money or time has its words and no value."""


def plausible(q: Quantity) -> Quantity:
    """The quantity, without its value where nothing in the news comes in such numbers."""
    beyond = not q.unit and any(v is not None and v > MOST for v in (q.low, q.high))
    return replace(q, low=None, high=None) if beyond else q


def is_kept(analysis: Analysis, q: Quantity, role: Role, times: Sequence[Time]) -> bool:
    """Whether `q` is a figure."""
    if is_dated(analysis, q, times) or is_age(analysis, q):
        return False
    if _is_error(analysis, q):
        return False
    if q.low == q.high == 0 and not word(analysis, q.number).isdigit():
        return role.what not in PLAIN
    if q.unit in load("units")["time"].values():
        if _is_offset(analysis, q) or _is_period(analysis, q):
            return False
        rate = word(analysis, q.end) in ("a", "per") and word(analysis, q.end + 1) in load("units")["time"]
        return q.known and not rate
    if word(analysis, q.number_end) == "majority" or word(analysis, q.number_end) in ("'s", "’s"):
        return False
    if q.unit:
        return True
    if q.noun is None and (_who_follows(analysis, q) or is_count(analysis, q)):
        return True
    if q.noun is None:
        return role.what not in (*PLAIN, *(("affected",) if is_collective(analysis, q) else ())) and q.known
    return _counts(analysis, q, role)


def _is_error(analysis: Analysis, q: Quantity) -> bool:
    """ "Plus or minus 4.1 percentage points", "a margin of error of 3 percent"."""
    lead = [word(analysis, i) for i in range(max(0, q.first - 3), q.first)]
    return q.unit == "percent" and any(w in ("minus", "error", "±") for w in lead)


def _who_follows(analysis: Analysis, q: Quantity) -> bool:
    """ "29 who cannot leave", "4 million living abroad": people by the clause behind the number."""
    token = anchor_of(analysis, q)
    return any(
        any(t.lower == "who" for t in analysis.below(c.index, "nsubj", "nsubjpass"))
        or (c.tag == "VBG" and c.lower in ("living", "fleeing", "waiting", "staying", "working", "serving"))
        for c in analysis.below(token.index, "relcl", "acl")
        if c.index in (q.end, q.end + 1, q.end + 2, q.end + 3, q.end + 4)
    )


def is_collective(analysis: Analysis, q: Quantity) -> bool:
    """ "The pair", "the trio", "both": words that also only name those spoken of."""
    known = load("numbers")["collective"]
    return any(analysis.tokens[i].lower in {**known["alone"], **known["nouns"]} for i in range(q.number, q.number_end))


def _is_offset(analysis: Analysis, q: Quantity) -> bool:
    """Whether a length only places something in time: "13 days after the raid", "one day they will"."""
    end = q.noun.end if q.noun and q.noun.unit else q.end
    if word(analysis, end) in ("after", "before", "earlier", "later", "ago"):
        return word(analysis, q.first - 1) not in LASTING
    single = analysis.tokens[q.number].lower == "one" and q.first == q.number and q.number_end - q.number == 1
    unit = analysis.tokens[min(end, len(analysis.tokens)) - 1]
    return single and unit.dep == "npadvmod" and word(analysis, end) not in ("in", "for", "of")


def _is_period(analysis: Analysis, q: Quantity) -> bool:
    """ "The last five years", "the first nine months", "for several days": when something was, and no length counted."""
    lead = [word(analysis, i) for i in range(max(0, q.first - 2), q.number)]
    ordinal = "the" in lead and any(w in ("last", "past", "next", "first", "previous", "coming") for w in lead)
    vague = (
        q.low == 3 and q.high is None and word(analysis, q.first - 1) in ("for", "of", "over", "in", "within", "the")
    )
    return ordinal or vague or (q.exact == 1 and word(analysis, q.number) == "one" and q.unit in ("minute", "second"))


def is_dated(analysis: Analysis, q: Quantity, times: Sequence[Time]) -> bool:
    """Whether the number is part of a day, a clock time or a rate; a length of time may be a figure itself."""
    number = analysis.span(q.number, q.number_end)
    for t in times:
        if any(number.overlaps(Span(*w)) for w in t.words):
            return t.type != "DURATION"
    return False


def is_age(analysis: Analysis, q: Quantity) -> bool:
    """Whether the number is somebody's age."""
    end = q.noun.end if q.noun and q.noun.unit else q.end
    if age(analysis, q.number, end) or age(analysis, q.number, q.number_end):
        return True
    before, after = word(analysis, q.number - 1), word(analysis, q.number_end)
    token = analysis.tokens[q.number]
    leads = analysis.tokens[q.number - 2] if q.number > 1 else None
    behind = (
        before in (",", "(")
        and leads is not None
        and leads.pos == "PROPN"
        and after not in load("figures")["people"]["nouns"]
    )
    if before == "of" and word(analysis, q.number - 2) == "age":
        return True
    return behind and token.text.isdigit() and int(token.text) < 120 and q.noun is None


def _counts(analysis: Analysis, q: Quantity, role: Role) -> bool:
    """Whether the noun is one that a ledger counts."""
    assert q.noun is not None
    table, units = load("figures"), load("units")
    noun = q.noun.word(analysis)
    plain = role.what in PLAIN
    if noun in units["not_counted"]["nouns"]:
        return False
    people = is_person(analysis.tokens[q.noun.head]) or noun in {w for words in table["noun"].values() for w in words}
    if q.low == 3 and q.high is None and q.first == q.number and role.what == "other" and not people:
        return False
    speaker = noun in table["speech"]["nouns"] or (q.exact == 1 and people)
    if speaker and role.what == "other" and _speaks(analysis, q, role):
        return False
    small = q.exact is not None and q.exact <= 3
    idle = plain and not role.settled
    if word(analysis, q.number_end - 1) in ("few", "of") and q.high is None and q.low == 3 and idle:
        return False
    if word(analysis, q.number) == "both" and (idle or analysis.tokens[q.noun.head].tag not in ("NNS", "NNPS")):
        return False
    if plain and (_is_kinship(analysis, q) or _is_year(analysis, q)):
        return False
    if analysis.tokens[q.number].text.istitle() and q.number > analysis.sentence_of(analysis.tokens[q.number]).first:
        return not all(t.text[:1].isupper() for t in analysis.tokens[q.noun.first : q.noun.end])
    leads = (word(analysis, q.first - 1), word(analysis, q.first))
    definite = any(w in DEFINITE for w in leads) and not q.noun.of
    if definite and small and plain and noun in table["parties"]["nouns"]:
        return False
    if q.exact == 1 and plain:
        return _one(analysis, q)
    return not (small and plain and noun in table["loose"]["nouns"])


def _is_kinship(analysis: Analysis, q: Quantity) -> bool:
    """ "A father of four boys", "King has two children", "with his wife and two kids": who somebody is, and no count of a story."""
    assert q.noun is not None
    head = analysis.tokens[q.noun.head]
    above = analysis.head(head)
    if above.lower == "of" and is_kin(analysis.head(above)):
        return True
    if not is_kin(head):
        return False
    if above.lemma in ("have", "leave") and head.dep == "dobj":
        return True
    lead = [word(analysis, i) for i in range(max(0, q.first - 4), q.first)]
    return any(w in ("his", "her", "their", "my") for w in lead) and q.exact is not None


def _is_year(analysis: Analysis, q: Quantity) -> bool:
    """ "A 2015 sweep": four digits of a year before a single thing."""
    assert q.noun is not None
    return bool(YEAR.fullmatch(word(analysis, q.number))) and analysis.tokens[q.noun.head].tag in ("NN", "NNP")


def _speaks(analysis: Analysis, q: Quantity, role: Role) -> bool:
    """Whether those counted are a source: subject of a verb of saying, or behind "according to"."""
    assert q.noun is not None
    head = analysis.tokens[q.noun.head]
    if head.dep == "pobj" and analysis.head(head).lower in ("to", "by"):
        return word(analysis, head.head - 1) == "according"
    verb = analysis.tokens[role.verb] if role.verb is not None else None
    return verb is not None and head.dep == "nsubj" and verb.lemma.lower() in load("figures")["speech"]["verbs"]


def _one(analysis: Analysis, q: Quantity) -> bool:
    """ "One" as a count: of people, in figures, or with a bound; not "one of the most", "one day"."""
    assert q.noun is not None
    if q.noun.of or word(analysis, q.number - 1) in ("the", "no", "this", "that", "another", "every"):
        return False
    bound = q.first < q.number or q.low != q.high
    return is_person(analysis.tokens[q.noun.head]) or bound
