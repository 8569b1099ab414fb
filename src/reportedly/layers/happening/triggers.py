"""Finding triggers: which words of an article name an event, and by which entry of the lexicon.

In: an analysis. Out: `Trigger`s in text order, one a word at most. It passes over what the entry's conditions do not
let through, and words whose sentence or article speaks of sport, business, weather and the like.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.language.analysis import Analysis, Token
from reportedly.layers.attribution.features import UNFIT
from reportedly.layers.happening import syntax
from reportedly.layers.happening.lexicon import Entry, Lexicon

_NO_PERSON = frozenset({"there", "what", "this", "these", "those", "nothing", "itself"})
_SHOWN_BY = 2
"""How much of a domain's words a sentence must hold before its triggers mean something else."""
_ARTICLE_SHARE = 0.7
"""How much of a domain's words an article must hold a sentence; tuned on world_news, whose sport pages have above 1."""
_LEAST_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event: its token, all tokens of the trigger, its type and mode, and what decided them.

    `entry` is the lexicon's, None where no entry fits; `actors` and `recipients` are the heads that fill its slots.
    """

    index: int
    words: tuple[int, ...]
    type: str
    mode: str | None
    entry: Entry | None
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()


class Domains:
    """Which domains a sentence speaks of, by its own words and by its article's."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._of: list[dict[str, int]] = []
        whole: dict[str, int] = {}
        for sentence in analysis.sentences:
            seen: dict[str, set[str]] = {}
            for t in analysis.in_sentence(sentence):
                for word in {t.lower, t.lemma.lower()}:
                    for name, weight in lexicon.domains.get(word, ()):
                        seen.setdefault(name, set()).add(f"{weight}{t.lemma.lower()}")
            found = {name: sum(int(w[0]) for w in words) for name, words in seen.items()}
            self._of.append(found)
            for name, weight in found.items():
                whole[name] = whole.get(name, 0) + weight
        count = len(analysis.sentences)
        self._article = frozenset(
            n for n, w in whole.items() if count >= _LEAST_SENTENCES and w / count >= _ARTICLE_SHARE
        )

    def around(self, token: Token) -> frozenset[str]:
        """The domains of the token's sentence and article."""
        return self.in_sentence(token) | self._article

    def in_sentence(self, token: Token) -> frozenset[str]:
        """The domains of the token's sentence."""
        return frozenset(n for n, w in self._of[token.sentence].items() if w >= _SHOWN_BY)


def fits(token: Token, members: frozenset[str]) -> bool:
    """Whether a noun is a member of a class."""
    if token.lemma.lower() in members or token.lower in members:
        return True
    if token.pos == "PROPN" and "@name" in members:
        return True
    return token.pos == "PRON" and "@pronoun" in members and token.lower not in _NO_PERSON


def slot(a: Analysis, token: Token, name: str, pos: str) -> list[int]:
    """The heads that fill one slot of a verb or a noun."""
    if pos == "verb":
        if name == "subject":
            return syntax.subjects(a, token)
        if name == "object":
            return syntax.objects(a, token)
        if name == "xcomp":
            return [t.index for t in a.below(token.index, "xcomp", "ccomp")]
        if name == "dative":
            return [t.index for t in a.below(token.index, "dative") if t.pos != "ADP"]
        return syntax.after(a, token.index, name)
    if name == "possessor":
        return [i for t in a.below(token.index, "poss") for i in syntax.with_conjuncts(a, t.index)]
    if name == "modifier":
        return [
            t.index
            for t in a.below(token.index, "amod", "compound", "nmod")
            if t.pos in {"PROPN", "ADJ", "NOUN", "VERB"}
        ]
    if name == "xcomp":
        return [t.index for t in a.below(token.index, "acl") if any(x.lower == "to" for x in a.below(t.index, "aux"))]
    if name == "by":
        return syntax.by_phrase(a, token.index)
    return syntax.after(a, token.index, name)


def fill(a: Analysis, token: Token, names: Sequence[str], pos: str) -> tuple[int, ...]:
    """The heads that fill the first of several slots that is filled."""
    for name in names:
        if found := slot(a, token, name, pos):
            return tuple(found)
    return ()


def _extras(a: Analysis, token: Token, entry: Entry) -> tuple[int, ...] | None:
    """The tokens of the entry's other words, or None where one is missing."""
    found: list[int] = []
    for word in entry.extra:
        if entry.pos == "noun":
            before = [
                t
                for t in a.below(token.index, "compound", "amod", "nmod", "poss")
                if word in {t.lower, t.lemma.lower()}
            ]
        else:
            near = (
                "prt",
                "prep",
                "advmod",
                "dobj",
                "acomp",
                "oprd",
                "dative",
                "npadvmod",
                "nsubjpass",
                "agent",
                "xcomp",
            )
            before = [t for t in a.below(token.index, *near) if word in {t.lower, t.lemma.lower()}]
            for prep in a.below(token.index, "prep", "prt"):
                before += [t for t in a.below(prep.index, "pobj") if word in {t.lower, t.lemma.lower()}]
        if not before:
            return None
        found.append(before[0].index)
    return tuple(found)


def _any(a: Analysis, indices: Sequence[int], members: frozenset[str]) -> bool:
    return any(fits(a.tokens[i], members) for i in indices)


def _lets_through(a: Analysis, token: Token, entry: Entry, lexicon: Lexicon) -> bool:
    """Whether the entry's conditions hold of what stands around the token."""
    pos = entry.pos
    if entry.needs and not any(slot(a, token, n, pos) for n in entry.needs):
        return False
    beside = list(a.below(token.index, "amod", "compound", "nmod", "advmod", "poss"))
    if entry.not_modifier and any({t.lower, t.lemma.lower()} & entry.not_modifier for t in beside):
        return False
    if entry.modifier and not any({t.lower, t.lemma.lower()} & entry.modifier for t in beside):
        return False
    if entry.object or entry.not_object:
        objects = slot(a, token, "object", pos) if pos == "verb" else fill(a, token, entry.recipient, pos)
        if pos == "verb" and not objects and "xcomp" in entry.needs:
            objects = slot(a, token, "xcomp", pos)
        if entry.not_object and _any(a, objects, entry.not_object):
            return False
        if entry.object and objects and not _any(a, objects, entry.object):
            return False
    if entry.subject or entry.not_subject:
        subjects = fill(a, token, entry.actor, pos)
        if entry.subject and subjects and not _any(a, subjects, entry.subject):
            return False
        causes = [*subjects, *syntax.after(a, token.index, "in"), *syntax.after(a, token.index, "by")]
        if entry.not_subject and _any(a, causes, entry.not_subject):
            return False
    return True


def _part_of_speech(token: Token) -> str | None:
    if token.pos in {"VERB", "AUX"}:
        return "verb"
    return "noun" if token.pos in {"NOUN", "PROPN"} else None


def find_triggers(a: Analysis, lexicon: Lexicon) -> list[Trigger]:
    """All triggers of an article in text order."""
    domains = Domains(a, lexicon)
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in a.tokens:
        pos = _part_of_speech(token)
        if pos is None or token.index in taken or token.dep == "compound":
            continue
        entries = lexicon.of(token.lemma, pos) or lexicon.of(token.lower, pos)
        for entry in entries:
            extras = _extras(a, token, entry)
            if extras is None or domains.around(token) & entry.not_in or not _lets_through(a, token, entry, lexicon):
                continue
            actors = fill(a, token, entry.actor, pos)
            recipients = tuple(i for i in fill(a, token, entry.recipient, pos) if i not in actors and i not in extras)
            words = tuple(sorted({token.index, *(i for i in extras if abs(i - token.index) <= 2)}))
            found.append(Trigger(token.index, words, entry.type, entry.mode, entry, actors, recipients))
            taken.update(words)
            break
    return found


def lexical_types(a: Analysis, lexicon: Lexicon, triggers: Sequence[Trigger] | None = None) -> dict[int, str]:
    """For each word of the lexicon its type, or `UNFIT` where no entry's conditions are met, by token; `triggers` are
    those of `find_triggers`, where they are known already."""
    found = {
        t.index: UNFIT
        for t in a.tokens
        if (pos := _part_of_speech(t)) and (lexicon.of(t.lemma, pos) or lexicon.of(t.lower, pos))
    }
    for trigger in find_triggers(a, lexicon) if triggers is None else triggers:
        found |= dict.fromkeys(trigger.words, trigger.type)
    return found
