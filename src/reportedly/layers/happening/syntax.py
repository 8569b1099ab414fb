"""Who does what to whom, by the parse: the fillers of a verb's or a noun's slots.

In: an analysis and the index of a verb or noun. Out: indices of the heads of the noun phrases that fill a slot,
conjuncts included, in text order. Relative pronouns are followed to their noun, left-out subjects to the verb that
controls them. It refuses nothing: an unfilled slot is an empty list.
"""

from reportedly.language.analysis import Analysis, Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEEPEST = 12
"""How many verbs a left-out subject is followed through; real sentences stay below five."""


def with_conjuncts(a: Analysis, index: int) -> list[int]:
    """A noun and the nouns that are joined to it by "and" or "or"."""
    found: list[int] = []
    queue = [index]
    while queue and len(found) < 40:
        i = queue.pop()
        found.append(i)
        queue.extend(t.index for t in a.below(i, "conj") if t.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
    return sorted(set(found))


def noun_behind(a: Analysis, token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token is itself."""
    if token.lower not in RELATIVE or token.tag not in {"WDT", "WP", "IN", "DT"}:
        return token
    verb = a.head(token)
    for _ in range(_DEEPEST):
        if verb.dep == "relcl":
            return a.head(verb)
        if verb.head == verb.index:
            break
        verb = a.head(verb)
    return token


def is_passive(a: Analysis, verb: Token) -> bool:
    """Whether the verb is a passive: by its auxiliary, its subject, or as a bare participle after a noun."""
    if any(True for _ in a.below(verb.index, "auxpass", "nsubjpass")):
        return True
    if verb.tag == "VBN" and verb.dep in {"acl", "amod"}:
        return True
    if verb.tag == "VBN" and verb.dep == "conj" and not any(True for _ in a.below(verb.index, "nsubj", "aux")):
        return is_passive(a, a.head(verb))
    return bool(
        verb.tag == "VBN" and verb.dep == "advcl" and not any(True for _ in a.below(verb.index, "nsubj", "aux", "dobj"))
    )


def _passive_subject(a: Analysis, verb: Token, depth: int) -> list[int]:
    """What a passive verb is done to."""
    for t in a.below(verb.index, "nsubjpass", "nsubj"):
        return with_conjuncts(a, noun_behind(a, t).index)
    if verb.dep in {"acl", "amod"}:
        return with_conjuncts(a, verb.head)
    if verb.dep in {"conj", "xcomp", "advcl", "pcomp"}:
        head = a.head(verb)
        if head.dep == "prep":
            head = a.head(head)
        if head.pos in {"VERB", "AUX"}:
            return _subject(a, head, depth + 1)
    return []


def _subject(a: Analysis, verb: Token, depth: int = 0) -> list[int]:
    """The grammatical subject, followed through relative clauses, conjunction and control."""
    if depth > _DEEPEST:
        return []
    for t in a.below(verb.index, "nsubj", "nsubjpass"):
        return with_conjuncts(a, noun_behind(a, t).index)
    head = a.head(verb)
    if verb.dep == "relcl" and not any(t.lower in RELATIVE for t in a.below(verb.index, "dobj", "pobj")):
        return with_conjuncts(a, head.index)
    if verb.dep == "acl":
        if verb.tag == "VBG":
            return with_conjuncts(a, head.index)
        return _owner(a, head, depth + 1)
    if verb.dep == "pcomp":
        governor = a.head(head)
        if governor.pos not in {"VERB", "AUX"}:
            return _owner(a, governor, depth + 1)
        if head.lower in {"of", "from", "for", "into"} and not is_passive(a, governor):
            # "accused the army of shelling": it is the army that is said to have shelled.
            for t in a.below(governor.index, "dobj"):
                return with_conjuncts(a, noun_behind(a, t).index)
        return _subject(a, governor, depth + 1)
    if verb.dep in {"xcomp", "ccomp", "advcl", "conj", "auxpass"} and head.index != verb.index:
        if head.pos == "ADJ" and head.dep in {"acomp", "xcomp"}:
            head = a.head(head)
        if head.pos not in {"VERB", "AUX"}:
            return []
        if verb.dep in {"xcomp", "ccomp"}:
            for t in a.below(head.index, "dobj", "dative"):
                if t.pos in {"NOUN", "PROPN", "PRON"} and t.index < verb.index:
                    return with_conjuncts(a, noun_behind(a, t).index)
        if verb.dep == "ccomp" and not any(t.lower == "to" for t in a.below(verb.index, "aux")) and verb.tag != "VBG":
            return []
        return _subject(a, head, depth + 1)
    return []


def _owner(a: Analysis, noun: Token, depth: int) -> list[int]:
    """Whose plan, decision or act a noun names: its possessor, else the subject of the verb that governs it."""
    for t in a.below(noun.index, "poss"):
        return with_conjuncts(a, t.index)
    governor = a.head(noun)
    if noun.dep in {"dobj", "attr"} and governor.pos in {"VERB", "AUX"}:
        return _subject(a, governor, depth + 1)
    return []


def by_phrase(a: Analysis, index: int) -> list[int]:
    """The nouns after "by" that a passive verb or a noun governs."""
    found: list[int] = []
    for by in a.below(index, "agent", "prep"):
        if by.lower == "by":
            for t in a.below(by.index, "pobj"):
                found += with_conjuncts(a, t.index)
    return found


def after(a: Analysis, index: int, preposition: str) -> list[int]:
    """The nouns after a preposition that hangs on a verb or noun, or on its object where it stands right behind."""
    found: list[int] = []
    places = [
        index,
        *(t.index for t in a.below(index, "dobj", "prt", "advmod", "prep") if a.tokens[index].pos == "VERB"),
    ]
    for place in places:
        for prep in a.below(place, "prep", "dative", "agent"):
            if prep.lower == preposition:
                for t in a.below(prep.index, "pobj"):
                    found += with_conjuncts(a, t.index)
    return sorted(set(found))


def subjects(a: Analysis, verb: Token) -> list[int]:
    """Who does it: the subject of an active verb, the by-phrase of a passive."""
    if is_passive(a, verb):
        return by_phrase(a, verb.index)
    return list(_subject(a, verb))


def objects(a: Analysis, verb: Token) -> list[int]:
    """To whom it is done: the object of an active verb, the subject of a passive."""
    if is_passive(a, verb):
        return _passive_subject(a, verb, 0)
    found: list[int] = []
    for t in a.below(verb.index, "dobj", "dative"):
        if t.pos == "ADP":
            continue
        found += with_conjuncts(a, noun_behind(a, t).index)
    if not found:
        # "urged the rebels to leave": the parser may make the one who is urged the subject of what he is urged to do.
        for clause in a.below(verb.index, "ccomp", "xcomp"):
            if any(t.lower == "to" for t in a.below(clause.index, "aux")):
                for t in a.below(clause.index, "nsubj", "nsubjpass"):
                    found += with_conjuncts(a, noun_behind(a, t).index)
    return sorted(set(found))
