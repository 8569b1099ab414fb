"""How noun phrases stand to a trigger: the slot that each word of its sentence fills, and the path between them.

In: an analysis and a trigger's tokens. Out: for the words of noun phrases near it a `Standing`: the slot ("subject", "prep
on", "possessor", "carrier subject", …) and whether the word heads the phrase that fills it or stands inside it. It refuses
nothing: a word that stands in no slot has none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening import syntax

_LONGEST = 5
"""Steps of a path that is still told; longer ones are one class, since none of them is seen often enough to be weighed."""
_UP = 60
"""Steps up a parse that are followed; a bound on time in texts without full stops."""
_VERBS = frozenset({"VERB", "AUX"})
_MODIFIERS = ("compound", "amod", "nmod", "npadvmod", "nummod", "advmod")
_JOINING = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The slot of a phrase and where in it a word stands: `is` its head, or `owner`, `modifier`, `of`, `inside`, `apposition`."""

    slot: str
    where: str


def kind(token: Token) -> str:
    """Whether a trigger is a verb, a noun or another word."""
    if token.pos in _VERBS:
        return "verb"
    return "noun" if token.pos in {"NOUN", "PROPN"} else "other"


def _inside(a: Analysis, index: int) -> Iterator[tuple[int, str]]:
    """The words of a noun phrase that may name an actor, the head first."""
    yield index, "is"
    for t in a.below(index, "appos"):
        yield t.index, "apposition"
    for t in a.below(index, "poss"):
        for i in syntax.with_conjuncts(a, t.index):
            yield i, "owner"
    for t in a.below(index, *_MODIFIERS):
        yield t.index, "modifier"
        for x in a.below(t.index, *_MODIFIERS, "poss", "conj"):
            yield x.index, "modifier"
    for prep in a.below(index, "prep"):
        for t in a.below(prep.index, "pobj"):
            for i in syntax.with_conjuncts(a, t.index):
                yield i, "of" if prep.lower == "of" else "inside"
                for x in a.below(i, "poss", "compound", "amod", "nmod"):
                    yield x.index, "inside"
    for clause in a.below(index, "acl", "relcl"):
        for t in a.below(clause.index, "dobj", "agent", "prep", "pobj"):
            yield t.index, "clause"
            for x in a.below(t.index, "pobj"):
                yield x.index, "clause"


def _prepositions(a: Analysis, index: int) -> Iterator[tuple[str, int]]:
    """The nouns after the prepositions that hang on a word, with the preposition."""
    for prep in a.below(index, "prep", "agent", "dative"):
        below = list(a.below(prep.index, "pobj"))
        for inner in a.below(prep.index, "prep", "pcomp"):
            below += a.below(inner.index, "pobj")
        for t in below:
            for i in syntax.with_conjuncts(a, t.index):
                yield prep.lower, i
        if prep.dep == "dative" and prep.pos != "ADP":
            yield "dative", prep.index


def _of_verb(a: Analysis, verb: Token) -> Iterator[tuple[str, int]]:
    """The slots of a verb with what fills them, the nearest first."""
    for i in syntax.subjects(a, verb):
        yield "subject", i
    objects = syntax.objects(a, verb)
    for i in objects:
        yield "object", i
    for name, i in _prepositions(a, verb.index):
        yield f"prep {name}", i
    for t in a.below(verb.index, "prt", "advmod", "acomp", "oprd", "attr"):
        for name, i in _prepositions(a, t.index):
            yield f"prep {name}", i
    for o in objects:
        for name, i in _prepositions(a, o):
            yield f"object's {name}", i
    for clause in a.below(verb.index, "xcomp", "ccomp", "advcl", "pcomp"):
        for i in syntax.objects(a, clause):
            yield f"{clause.dep} object", i
        for name, i in _prepositions(a, clause.index):
            yield f"{clause.dep} {name}", i
        for t in a.below(clause.index, "nsubj", "nsubjpass"):
            yield f"{clause.dep} subject", t.index
    yield from _above(a, verb)


def _above(a: Analysis, verb: Token) -> Iterator[tuple[str, int]]:
    """The subject and the objects of the verb or noun that a verb hangs on."""
    head = a.head(verb)
    if head.dep == "prep":
        head = a.head(head)
    if head.index == verb.index:
        return
    if head.pos in _VERBS:
        for i in syntax.subjects(a, head):
            yield f"{verb.dep}: subject above", i
        for i in syntax.objects(a, head):
            yield f"{verb.dep}: object above", i
        for name, i in _prepositions(a, head.index):
            yield f"{verb.dep}: {name} above", i
    else:
        yield f"{verb.dep}: noun above", head.index
        for t in a.below(head.index, "poss"):
            yield f"{verb.dep}: owner above", t.index


def _of_noun(a: Analysis, noun: Token, grammar: tuple[frozenset[str], frozenset[str]]) -> Iterator[tuple[str, int]]:
    """The slots of a noun with what fills them, the nearest first."""
    for t in a.below(noun.index, "poss"):
        for i in syntax.with_conjuncts(a, t.index):
            yield "possessor", i
    for name, i in _prepositions(a, noun.index):
        yield f"prep {name}", i
    for t in a.below(noun.index, *_MODIFIERS):
        yield "modifier", t.index
        for x in a.below(t.index, *_MODIFIERS, "poss", "conj"):
            yield "modifier", x.index
    for clause in a.below(noun.index, "acl", "relcl"):
        for i in syntax.subjects(a, clause):
            if i != noun.index:
                yield "clause subject", i
        for i in syntax.objects(a, clause):
            if i != noun.index:
                yield "clause object", i
        for name, i in _prepositions(a, clause.index):
            yield f"clause {name}", i
    yield from _carried(a, noun, grammar)


def _carried(a: Analysis, noun: Token, grammar: tuple[frozenset[str], frozenset[str]]) -> Iterator[tuple[str, int]]:
    """The slots of the verb that a noun is a part of ("held talks with", "came under attack"), and of the noun above it."""
    light, undergo = grammar
    while noun.dep == "conj" and a.head(noun).pos in {"NOUN", "PROPN"}:
        noun = a.head(noun)
    relation, head = noun.dep, a.head(noun)
    if head.dep in {"prep", "agent"} or head.pos == "ADP":
        relation, head = f"{head.lower}", a.head(head)
    if head.index == noun.index:
        return
    if head.pos in _VERBS or head.pos == "ADJ":
        lemma = head.lemma.lower()
        sort = "light" if lemma in light else "undergo" if lemma in undergo else "verb"
        start = f"{sort} {relation}:"
        for i in syntax.subjects(a, head):
            if i != noun.index:
                yield f"{start} subject", i
        for i in syntax.objects(a, head):
            if i != noun.index:
                yield f"{start} object", i
        for name, i in _prepositions(a, head.index):
            if i != noun.index:
                yield f"{start} {name}", i
        if head.dep in {"acl", "relcl"}:
            yield f"{start} noun above", head.head
    else:
        yield f"noun {relation}: is", head.index
        for t in a.below(head.index, "poss", "compound", "amod", "nmod"):
            if t.index != noun.index:
                yield f"noun {relation}: {t.dep}", t.index
        for name, i in _prepositions(a, head.index):
            if i != noun.index:
                yield f"noun {relation}: {name}", i
        above = a.head(head)
        if above.pos in _VERBS:
            for i in syntax.subjects(a, above):
                if i not in {noun.index, head.index}:
                    yield f"noun {relation}: subject", i


def _of_other(a: Analysis, word: Token) -> Iterator[tuple[str, int]]:
    """The slots of an adjective or another word ("critical of", "under arrest")."""
    for name, i in _prepositions(a, word.index):
        yield f"prep {name}", i
    for t in a.below(word.index, "pobj"):
        yield "pobj", t.index
    head = a.head(word)
    if head.pos in _VERBS:
        for i in syntax.subjects(a, head):
            yield "subject", i
        for i in syntax.objects(a, head):
            yield "object", i
    elif head.index != word.index:
        yield "noun above", head.index


def standings(a: Analysis, words: Sequence[int], light: frozenset[str], undergo: frozenset[str]) -> dict[int, Standing]:
    """Where the words of noun phrases stand to a trigger; `words` are its tokens, the one that counts first.

    `light` are lemmas of verbs that only say that a noun's event takes place, `undergo` those whose subject it is done to.
    """
    found: dict[int, Standing] = {}
    inner: list[tuple[int, str, str]] = []
    for n, index in enumerate(words):
        token = a.tokens[index]
        if n and token.pos not in {"VERB", "NOUN", "PROPN", "ADJ"}:
            continue
        sort = kind(token)
        slots = (
            _of_verb(a, token)
            if sort == "verb"
            else _of_noun(a, token, (light, undergo))
            if sort == "noun"
            else _of_other(a, token)
        )
        start = "other " if n else ""
        for slot, i in slots:
            if i == words[0]:
                continue
            for j, where in _inside(a, i):
                if where == "is":
                    found.setdefault(j, Standing(start + slot, where))
                else:
                    inner.append((j, start + slot, where))
    for j, slot, where in inner:
        if j != words[0]:
            found.setdefault(j, Standing(slot, where))
    return found


def _chain(a: Analysis, index: int) -> list[int]:
    found = [index]
    while a.tokens[found[-1]].head != found[-1] and len(found) < _UP:
        found.append(a.tokens[found[-1]].head)
    return found


def _step(a: Analysis, index: int) -> str:
    token = a.tokens[index]
    if token.dep in {"prep", "agent", "dative"} and token.pos == "ADP":
        return f"{token.dep}.{token.lower}"
    return token.dep


def path(a: Analysis, trigger: int, word: int) -> tuple[str, str]:
    """The relations between a trigger and a word: up from the trigger (`^`), then down to the word; joined words count as one.

    The second is the same in short: how many verbs are passed on the way up, and the last relations on the way down.
    """
    up, down = _chain(a, trigger), _chain(a, word)
    at = {index: n for n, index in enumerate(up)}
    meet = next((n for n, index in enumerate(down) if index in at), None)
    if meet is None:
        return "apart", "apart"
    rising = [f"^{_step(a, i)}" for i in up[: at[down[meet]]] if a.tokens[i].dep not in _JOINING]
    falling = [_step(a, i) for i in reversed(down[:meet]) if a.tokens[i].dep not in _JOINING]
    steps = rising + falling
    verbs = sum(a.tokens[i].pos in _VERBS for i in up[1 : at[down[meet]] + 1])
    short = " ".join([f"^{min(verbs, 3)}", str(min(len(falling), 4)), *falling[-1:]])
    return (" ".join(steps) if len(steps) <= _LONGEST else "long"), short
