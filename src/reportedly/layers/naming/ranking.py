"""Which actor named before a pronoun or "the movement" means, by what speaks for each: candidates, features, the best one.

In: the actors in the making and a pronoun of the third person or a definite description. Out: the likeliest actor, or None
where none is likely enough. Candidates fit in sex, number and sort; features say how near, how prominent and in what part of its sentence a
candidate was last named; their weights are data, in the knowledge file `antecedents`, fitted by
`training/actors/fit.py`: a conditional logit over the candidates and "none of them" (as in Denis and Baldridge, 2008,
"Specialized models and ranking for coreference resolution").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from reportedly.knowledge import load
from reportedly.knowledge.gazetteer import fold
from reportedly.layers.naming import words as w
from reportedly.layers.naming.mention import (
    BODY,
    COUNTRY,
    DOCUMENT,
    GROUP,
    ORGANISATION,
    PEOPLE,
    PERSON,
    PRONOUN,
    Making,
    Mention,
)  # fmt: skip

if TYPE_CHECKING:
    from reportedly.layers.naming.joining import Joining

SENTENCES = 5
"""How many sentences back a candidate may stand. Not tuned."""
MENTIONS = 60
"""How many mentions back are looked at: a bound on time in texts without full stops."""
FITTING = {
    "person": frozenset({PERSON}),
    "thing": frozenset({COUNTRY, ORGANISATION, BODY, DOCUMENT}),
    "them": frozenset({GROUP, PEOPLE, ORGANISATION, COUNTRY, BODY, PERSON}),
    "role": frozenset({PERSON}),
    "roles": frozenset({GROUP, PEOPLE}),
    "body": frozenset({ORGANISATION, COUNTRY, BODY}),
}
"""The sorts of actor that each class of pronoun and of description can mean."""
DESCRIBING = frozenset({"role", "roles", "body"})
COUNTED = re.compile(r"\d\d")
"""A number of two figures or more: so many people are a number of their own, not who was named before."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that a pronoun may mean: its mention that counts, and what speaks for it."""

    actor: Making
    head: int
    features: Mapping[str, float]


def likeliest(joining: Joining, m: Mention, kind: str) -> Making | None:
    """The actor that a pronoun or description of the class `kind` means, where its share of all that speaks for the
    candidates and for none of them reaches the knowledge file's `least`."""
    found = candidates(joining, m, kind)
    if joining.ranked is not None:
        joining.ranked.append((m, kind, found))
    if not found:
        return None
    weights: Mapping[str, float] = load("antecedents")["weights"]
    scores = [sum(weights.get(f, 0.0) * x for f, x in c.features.items()) for c in found]
    top = max(scores)
    none = exp(load("antecedents")["none"][kind] - top)
    share = 1 / (none + sum(exp(s - top) for s in scores))
    best = found[scores.index(top)]
    if share < load("antecedents")["least"][kind] or any(_beside(joining, best, c) for c in found if c is not best):
        return None
    return best.actor


def _beside(joining: Joining, best: Candidate, other: Candidate) -> bool:
    """Whether another candidate is named together with the best one ("Ana and Mira left. She …"): the text settles neither."""
    one, two = joining.scene.tokens[best.head], joining.scene.tokens[other.head]
    return (one.dep == "conj" and one.head == two.index) or (two.dep == "conj" and two.head == one.index)


def candidates(joining: Joining, m: Mention, kind: str) -> list[Candidate]:
    """The actors that a pronoun may mean, the nearest first."""
    spoken = _speakers(joining, m.head)
    outer = {id(a) for _, a in spoken}
    quoted = joining.scene.analysis.quoted(m.start) is not None
    seen: dict[int, tuple[int, Making]] = {}
    for head, actor in (*_before(joining, m.head), *spoken):
        if id(actor) in seen or not _fits(joining, m, kind, actor, head):
            continue
        if quoted and id(actor) in outer and kind == "person":
            continue
        seen[id(actor)] = (head, actor)
    return [
        Candidate(actor, head, _features(joining, m, kind, (rank, head, actor, id(actor) in outer)))
        for rank, (head, actor) in enumerate(seen.values())
    ]


def _before(joining: Joining, index: int) -> Iterator[tuple[int, Making]]:
    """The mentions before a token as head and actor, the nearest first."""
    tokens, at = joining.scene.tokens, bisect_left(joining.order, index)
    for head in reversed(joining.order[max(0, at - MENTIONS) : at]):
        if tokens[index].sentence - tokens[head].sentence > SENTENCES:
            return
        yield head, joining.by_head[head]


def _speakers(joining: Joining, index: int) -> list[tuple[int, Making]]:
    """The speakers of the statement whose content holds a token."""
    number = joining.sources.holding(index)
    heads = () if number is None else joining.sources.heads_of[number]
    return [(h, joining.by_head[h]) for h in heads if h in joining.by_head]


def _fits(joining: Joining, m: Mention, kind: str, actor: Making, head: int) -> bool:
    if actor.sort not in FITTING[kind] or (actor.sex and m.sex and actor.sex != m.sex):
        return False
    if actor.country and m.country and actor.country != m.country:
        return False
    many = kind in {"them", "roles"}
    if actor.plural != many and not (kind == "them" and actor.sort in {ORGANISATION, COUNTRY, BODY}):
        return False
    if kind in DESCRIBING and not (_named_alike(joining, m, actor) and _plays(joining, m, actor)):
        return False
    one, other = joining.scene.tokens[head], joining.scene.tokens[m.head]
    apart = one.head == other.head and one.dep != other.dep and other.dep in {"dobj", "obj", "dative", "nsubj"}
    return head != m.head and not apart


def _named_alike(joining: Joining, m: Mention, actor: Making) -> bool:
    """Whether an actor has the names that stand in a description ("the Sorvian army") or its country."""
    names = {fold(x) for x in m.text.split()[:-1] if x[0].isupper()}
    if not names or (m.country and m.country == actor.country):
        return True
    return names <= actor.words | joining.name_words(actor)


def _plays(joining: Joining, m: Mention, actor: Making) -> bool:
    """Whether an actor can be called by a noun: a country by those that stand for one; others by none of another part
    ("a police officer", then "the governor"; "the Front", then "the railway company") that is not in their name."""
    if actor.sort == COUNTRY:
        return w.stands_for("country", m.noun)
    if not w.called(m.noun, actor.sector) and m.noun not in joining.name_words(actor):
        return False
    if COUNTED.search(m.text) and fold(m.text) not in actor.folded:
        return False
    unknown = not (m.sector and actor.sector) and m.noun not in w.FORCES
    if unknown or m.sector == actor.sector or m.noun in actor.nouns or m.noun in w.GENERAL:
        return True
    named = bool(actor.spellings or actor.known or actor.person)
    return named and (actor.sort == PERSON or m.noun in joining.name_words(actor))


def _in_sentence(joining: Joining, actor: Making, head: int, end: int) -> list[int]:
    """The heads of an actor's mentions in the sentence of `head`, up to token `end`; `head` itself always."""
    sentence = joining.scene.tokens[head].sentence
    first = joining.scene.analysis.sentences[sentence].first
    at = bisect_left(actor.heads, first)
    return [
        h for h in actor.heads[at : at + MENTIONS] if first <= h < end and joining.scene.tokens[h].sentence == sentence
    ] or [head]


def _features(joining: Joining, m: Mention, kind: str, candidate: tuple[int, int, Making, bool]) -> dict[str, float]:
    rank, head, actor, speaks = candidate
    analysis, tokens = joining.scene.analysis, joining.scene.tokens
    there, here = tokens[head], tokens[m.head]
    apart = max(0, here.sentence - there.sentence)
    beside = [tokens[h] for h in _in_sentence(joining, actor, head, m.head)]
    roles = {joining.scene.governor(t).dep for t in beside}
    mentions = [x for t in beside for x in actor.by_head[t.index]]
    subject = bool(roles & _SUBJECTS)
    source = any(t.index in joining.sources.heads for t in beside)
    opens = here.index <= analysis.sentence_of(here).first + 1
    count = bisect_left(actor.heads, m.head)
    given = joining.given_sex(actor) if m.sex and not actor.sex else None
    last = joining.sources.last_before(m.head)
    spoke = last is not None and any(joining.by_head.get(h) is actor for h in joining.sources.heads_of[last])
    found = {
        f"{kind} {min(apart, 3)} back": 1.0,
        f"{kind} rank {min(rank, 3)}": 1.0,
        f"{kind} is {actor.sort}": 1.0,
        f"{kind} subject": float(subject),
        f"{kind} often": log(1 + count),
        "same paragraph": float(analysis.sentence_of(there).paragraph == analysis.sentence_of(here).paragraph),
        "source": float(source),
        "source, as the pronoun": float(source and here.index in joining.sources.heads),
        "subject, as the pronoun": float(subject and here.dep in _SUBJECTS),
        "subject before a sentence's first word": float(subject and opens and apart == 1),
        f"{kind} speaks": float(speaks),
        "speaks, subject": float(speaks and here.dep in _SUBJECTS),
        "by pronoun": float(all(x.sort == PRONOUN for x in mentions)),
        "by name": float(any(x.rule.startswith(("name", "registry")) for x in mentions)),
        "same word": float(any(x.text.lower() == m.text.lower() for x in mentions)),
        "owner": float(roles == {"poss"}),
        "object": float(not subject and bool(roles & {"dobj", "obj", "dative"})),
        "below a preposition": float(roles == {"pobj"}),
        "often": log(1 + count),
        "often in the article": log(1 + len(actor.heads)),
        "named in title or first sentence": float(actor.heads[0] < analysis.sentences[0].end),
        "sex is known": float(bool(actor.sex and m.sex)),
        "given name agrees": float(given is not None and given == m.sex),
        "given name differs": float(given is not None and given != m.sex),
        f"{kind} spoke last": float(spoke),
        "spoke last, the pronoun speaks": float(spoke and here.index in joining.sources.heads),
        "quoted, the pronoun not": float(
            analysis.quoted(there.span.start) is not None and analysis.quoted(m.start) is None
        ),
        "singular for they": float(kind == "them" and not actor.plural),
    }
    if kind in DESCRIBING:
        found = {name if name.startswith(kind) else f"described, {name}": value for name, value in found.items()}
        found |= _called(joining, m, kind, actor)
    return {name: value for name, value in found.items() if value}


def _called(joining: Joining, m: Mention, kind: str, actor: Making) -> dict[str, float]:
    """What speaks for calling an actor by a description's noun."""
    text = fold(m.text)
    fitting = {
        "country": actor.sort == COUNTRY and w.stands_for("country", m.noun),
        "organisation": actor.sort == ORGANISATION and w.stands_for("organisation", m.noun),
        "media": actor.sector == "MED" and w.stands_for("media", m.noun),
        "person": actor.sort == PERSON and w.stands_for("person", m.noun),
    }
    general = m.noun in w.GENERAL
    return {
        f"{kind}: called so before": float(m.noun in actor.nouns),
        f"{kind}: the same words before": float(text in actor.folded),
        f"{kind}: noun in its name": float(m.noun in joining.name_words(actor)),
        f"{kind}: same sector": float(bool(m.sector) and m.sector == actor.sector),
        f"{kind}: other sector": float(bool(m.sector and actor.sector) and m.sector != actor.sector and not general),
        f"{kind}: same country": float(bool(m.country) and m.country == actor.country),
        f"{kind}: has a name": float(bool(actor.spellings or actor.known)),
        f"{kind}: general noun": float(general and actor.sort == ORGANISATION),
        f"{kind}: owned": float(m.owner is not None),
        f"{kind}: more words": float(m.end - m.first > 2),
        **{f"{kind}: noun of any {sort}": float(fits) for sort, fits in fitting.items()},
    }
