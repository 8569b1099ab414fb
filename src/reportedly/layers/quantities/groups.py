"""People who are counted without a number, or with one that is not all of them: "a mother and her four children", "a
family of six", "five Iraqis and a Libyan".

In: the parse and where the words begin. Out: how many they are and the words, or None. Only people are read so: "a
pair of shoes" and "both sides" are left to others.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.quantities.nouns import Noun
from reportedly.layers.quantities.numerals import numeral_at
from reportedly.layers.quantities.units import singular

OWNERS = ("his", "her", "their")
ARTICLES = ("a", "an")
APART = ("and", ",", "as")
"""Words that join "a Libyan" to those counted beside it."""


@dataclass(frozen=True, slots=True)
class Group:
    """`count` people: tokens `first` up to `end`, hung on their clause by the noun."""

    first: int
    end: int
    count: Fraction
    noun: Noun


@cache
def nationals() -> frozenset[str]:
    """The words for people of each country, in small letters and as they are in the singular too."""
    known = load("countries").values()
    words = {w.lower() for c in known for w in (*c.get("nationals", ()), *c.get("adjectives", ()))}
    return frozenset(words | {singular(w) for w in words})


def is_person(token: Token) -> bool:
    """Whether a noun is a word for people: by the lists, by the ending of its plural, or as a name of a country's people."""
    word = singular(token.lower)
    people = load("figures")["people"]
    if token.tag == "NNS" and token.lower.endswith(tuple(people["endings"])) and token.lower not in people["never"]:
        return True
    return token.pos in ("NOUN", "PROPN", "ADJ") and (
        word in people["nouns"]
        or word in people["more"]
        or word in people["kin"]
        or (token.text[:1].isupper() and word in nationals())
    )


def group_at(analysis: Analysis, first: int, end: int) -> Group | None:
    """The group whose words begin at token `first` in a sentence that ends at `end`, or None."""
    return _with_family(analysis, first, end) or _family_of(analysis, first, end) or _single(analysis, first, end)


def _head_behind(analysis: Analysis, first: int, end: int) -> Token | None:
    """The noun of the phrase that the article at `first` opens: the end of a run of adjectives and nouns."""
    at = first + 1
    while at < min(end, first + 5) and analysis.tokens[at].pos in ("ADJ", "NOUN", "PROPN"):
        at += 1
    return analysis.tokens[at - 1] if at > first + 1 else None


def _with_family(analysis: Analysis, first: int, end: int) -> Group | None:
    """ "A mother and her four children", "a couple and their two daughters"; without a number none of them is counted."""
    if analysis.tokens[first].lower not in (*ARTICLES, "the", "another"):
        return None
    head = _head_behind(analysis, first, end)
    if head is None or head.index + 3 >= end:
        return None
    if (found := _whole_family(analysis, first, head, end)) is not None:
        return found
    link, owner = analysis.tokens[head.index + 1], analysis.tokens[head.index + 2]
    person = is_person(head) or head.lower == "couple"
    if link.lower == "and" and person and (found := _with_some(analysis, first, head, end)) is not None:
        return found
    if link.lower not in ("and", "with") or owner.lower not in OWNERS:
        return None
    own = 2 if singular(head.lower) == "couple" else 1
    words = [t.lower for t in analysis.tokens[owner.index + 1 : end]]
    n = numeral_at(words, 0)
    if n is None or n.exact is None or n.scaled:
        return None
    if words[n.end : n.end + 1] == ["of"]:
        return None
    last = _head_behind(analysis, owner.index + n.end, end)
    if last is None or not (is_person(last) if person else is_kin(last)):
        return None
    return _group(first, last.index + 1, head, own + int(n.exact))


def is_kin(token: Token) -> bool:
    """Whether a noun names a member of a family."""
    return singular(token.lower) in load("figures")["people"]["kin"]


def _whole_family(analysis: Analysis, first: int, head: Token, end: int) -> Group | None:
    """ "A father, his wife and their two sons"."""
    tokens, at, count = analysis.tokens, head.index + 1, 1
    while at + 2 < end and tokens[at].text == "," and tokens[at + 1].lower in OWNERS and is_kin(tokens[at + 2]):
        at, count = at + 3, count + 1
    if count == 1 or at + 2 >= end or tokens[at].lower != "and":
        return None
    start = at + 2 if tokens[at + 1].lower in OWNERS else at + 1
    n = numeral_at([t.text for t in tokens[start:end]], 0)
    last = tokens[start + n.end] if n is not None and start + n.end < end else None
    if n is None or n.exact is None or last is None or not is_kin(last):
        return None
    return _group(first, last.index + 1, head, count + int(n.exact))


def _with_some(analysis: Analysis, first: int, head: Token, end: int) -> Group | None:
    """ "A teacher and two of her pupils"."""
    start = head.index + 2
    n = numeral_at([t.text for t in analysis.tokens[start:end]], 0)
    if n is None or n.exact is None or n.scaled or start + n.end + 2 >= end:
        return None
    of, owner = analysis.tokens[start + n.end], analysis.tokens[start + n.end + 1]
    if of.lower != "of" or owner.lower not in OWNERS:
        return None
    last = _head_behind(analysis, owner.index, end)
    return _group(first, last.index + 1, head, 1 + int(n.exact)) if last is not None and is_person(last) else None


def _family_of(analysis: Analysis, first: int, end: int) -> Group | None:
    """ "A family of six", "a group of 12", "a crew of nine"."""
    tokens = analysis.tokens
    if tokens[first].lower not in (*ARTICLES, "the", "one") or first + 3 >= end or tokens[first + 2].lower != "of":
        return None
    head = tokens[first + 1]
    if head.text[:1].isupper() or singular(head.lower) not in load("figures")["people"]["bodies"]:
        return None
    n = numeral_at([t.text for t in tokens[first + 3 : end]], 0)
    if n is None or n.exact is None or n.exact < 2:
        return None
    following = tokens[first + 3 + n.end] if first + 3 + n.end < end else None
    if following is not None and following.pos in ("NOUN", "PROPN", "ADJ", "NUM", "SYM"):
        return None
    return _group(first, first + 3 + n.end, head, int(n.exact))


def _single(analysis: Analysis, first: int, end: int) -> Group | None:
    """ "Five Iraqis and a Libyan": one who stands beside those counted is counted too."""
    tokens = analysis.tokens
    if tokens[first].lower not in ARTICLES:
        return None
    head = _head_behind(analysis, first, end)
    if head is None or not is_person(head) or head.tag in ("NNS", "NNPS"):
        return None
    top = head
    for _ in range(8):
        if top.dep != "conj":
            break
        top = analysis.head(top)
    members = {top.index} if top.index != head.index else set()
    found = [top]
    while found:
        for t in analysis.below(found.pop().index, "conj"):
            if t.index not in members:
                members.add(t.index)
                found.append(t)
    beside = members - {head.index}
    if any(_is_counted(analysis, tokens[i]) for i in sorted(beside)):
        return _group(first, head.index + 1, head, 1)
    return None


def _is_counted(analysis: Analysis, token: Token) -> bool:
    """Whether a noun of people has a number."""
    return is_person(token) and any(
        t.pos == "NUM" and t.lower not in ("one",) for t in analysis.below(token.index, "nummod")
    )


def _group(first: int, end: int, head: Token, count: int) -> Group:
    return Group(first, end, Fraction(count), Noun(head.index, first + 1, end))
