"""The mode of an event: how it was done, by PLOVER's modes of its type.

In: an analysis, the tokens of a trigger, the event's type. Out: a mode of that type or None. The rules of
`knowledge/modes.toml` are tried in three steps: words of the trigger that name a mode; words beside it, of which the
nearest in the parse decides; words of the trigger that usually mean a mode. It refuses nothing: an event that no word
settles has no mode.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.language.analysis import Analysis, Token

_FARTHEST = 3
_FARTHEST_IN_WORDS = 5
_IN_WORDS = frozenset({"REQUEST", "REJECT", "THREATEN"})
"""Steps in the parse within which a word beside the trigger says how it was done, or, for types that are words, what they
ask, refuse or threaten: that stands in a clause of its own. Tuned on the first half of `training/events/stories` and of
world_news."""
_HYPHENS = frozenset({"-", "‐", "‑", "–"})

_Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """How one mode shows: words that the trigger has, words beside it, and words of a trigger that usually mean it."""

    mode: str
    named: tuple[_Term, ...]
    beside: tuple[_Term, ...]
    usual: tuple[_Term, ...]


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by type, in the order of the file. Raises `KnowledgeError` for a type or mode that is not PLOVER's."""
    types = knowledge.load("plover")["types"]
    found: dict[str, list[Rule]] = {}
    for raw in knowledge.load("modes")["rule"]:
        if raw["mode"] not in types.get(raw["type"], {}).get("modes", {}):
            raise KnowledgeError(f"modes.toml: {raw['type']} has no mode {raw['mode']!r}")
        lists = (tuple(tuple(w.split()) for w in raw.get(key, ())) for key in ("named", "beside", "usual"))
        found.setdefault(raw["type"], []).append(Rule(raw["mode"], *lists))
    return {name: tuple(of) for name, of in found.items()}


def mode_of(analysis: Analysis, trigger: Sequence[int], type: str) -> str | None:
    """The mode of an event of a type whose trigger is the tokens at the indices `trigger`; None where no word settles it.

    Raises `KnowledgeError` where the rules make no sense.
    """
    own = rules().get(type, ())
    if not own or not trigger:
        return None
    forms = _trigger_forms(analysis, trigger)
    return (
        _by_trigger(forms, own, "named")
        or _beside(analysis, trigger, type, _FARTHEST_IN_WORDS if type in _IN_WORDS else _FARTHEST)
        or _by_trigger(forms, own, "usual")
    )


def _forms(token: Token) -> frozenset[str]:
    return frozenset({token.lower, token.lemma.lower()})


def _trigger_forms(analysis: Analysis, trigger: Sequence[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The forms of the trigger's own words, and those with what hangs on it: a particle, an object, a modifier."""
    own = frozenset(f for i in trigger for f in _forms(analysis.tokens[i]))
    hanging = frozenset(f for i in trigger for t in analysis.below(i) for f in _forms(t))
    return own, own | hanging


def _by_trigger(forms: tuple[frozenset[str], frozenset[str]], own: Sequence[Rule], step: str) -> str | None:
    """The first rule of which the trigger has a term; terms of several words are asked for first, being surer."""
    words, all_of = forms
    for several in (True, False):
        for rule in own:
            for term in getattr(rule, step):
                if (len(term) > 1) == several and words.intersection(term) and all_of.issuperset(term):
                    return rule.mode
    return None


def _distances(analysis: Analysis, trigger: Sequence[int], farthest: int) -> dict[int, int]:
    """The tokens within `farthest` steps of the trigger in the parse, with how many steps."""
    found = dict.fromkeys(trigger, 0)
    queue = deque(trigger)
    while queue:
        i = queue.popleft()
        if found[i] < farthest:
            for near in (analysis.tokens[i].head, *analysis.children[i]):
                if near not in found:
                    found[near] = found[i] + 1
                    queue.append(near)
    return found


@cache
def _terms_beside(type: str) -> Mapping[str, tuple[tuple[int, _Term, int], ...]]:
    """For each word of the terms that may stand beside a trigger: the rule's place, the term, and the word's place in it."""
    found: dict[str, list[tuple[int, _Term, int]]] = {}
    for rank, rule in enumerate(rules()[type]):
        for term in rule.beside:
            for n, word in enumerate(term):
                found.setdefault(word, []).append((rank, term, n))
    return {word: tuple(of) for word, of in found.items()}


def _beside(analysis: Analysis, trigger: Sequence[int], type: str, farthest: int) -> str | None:
    """The mode of the term nearest to the trigger; of several as near the longest, then the file's first."""
    distances = _distances(analysis, trigger, farthest)
    terms = _terms_beside(type)
    found: list[tuple[int, int, int]] = []
    for i in distances:
        for form in _forms(analysis.tokens[i]):
            for rank, term, n in terms.get(form, ()):
                places = _in_a_row(analysis, i, term, n)
                steps = [distances[k] for k in places if k in distances]
                if steps:
                    found.append((min(steps), -len(term), rank))
    return rules()[type][min(found)[2]].mode if found else None


def _in_a_row(analysis: Analysis, index: int, term: _Term, n: int) -> list[int]:
    """The tokens of a term whose word number `n` is the token `index`, hyphens passed over; none where it does not stand
    there."""
    found = [index]
    sentence = analysis.sentence_of(analysis.tokens[index])
    for step, rest in ((-1, term[:n][::-1]), (1, term[n + 1 :])):
        at = index
        for word in rest:
            at += step
            while sentence.first <= at < sentence.end and analysis.tokens[at].text in _HYPHENS:
                at += step
            if not sentence.first <= at < sentence.end or word not in _forms(analysis.tokens[at]):
                return []
            found.append(at)
    return found
