"""Whom a word colours, by syntax.

In: a token and the actors of the record. Out: an actor's id, or None. A label that names an actor colours it; an
adjective colours the actor that its noun names or, where the noun is a deed, who does it; an adverb colours the subject of
its verb; a cue colours who speaks.
"""

from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening import syntax
from reportedly.layers.lookup import Actors

_SIDES = ("poss", "amod", "compound", "nmod")


def _named(a: Analysis, index: int, actors: Actors) -> str | None:
    """The actor that a noun phrase names: by its head, or whose it is."""
    if (at := actors.at(index)) is not None:
        return at
    for t in a.below(index, *_SIDES, "appos"):
        if (at := actors.at(t.index)) is not None:
            return at
    return None


def _doer(a: Analysis, noun: Token, actors: Actors) -> str | None:
    """Who does what a noun names: its owner, its "by", the subject of the verb whose object it is."""
    for i in [*syntax.by_phrase(a, noun.index), *(i for p in ("of", "from") for i in syntax.after(a, noun.index, p))]:
        if (at := _named(a, i, actors)) is not None:
            return at
    head = a.head(noun)
    verb = a.head(head) if head.dep == "prep" else head
    if verb.pos in {"VERB", "AUX"} and noun.dep in {"dobj", "pobj", "attr"}:
        return _subject(a, verb, actors)
    return None


def _subject(a: Analysis, verb: Token, actors: Actors) -> str | None:
    found = syntax.subjects(a, verb) or syntax.objects(a, verb)
    return next((at for i in found if (at := _named(a, i, actors)) is not None), None)


def target_of(a: Analysis, index: int, actors: Actors) -> str | None:
    """The actor that the word at `index` colours, or None where syntax does not say."""
    token = a.tokens[index]
    if token.pos in {"ADJ", "VERB", "NOUN", "PROPN", "NUM"} and token.dep in {"amod", "compound", "nmod"}:
        noun = a.head(token)
        while noun.dep in {"compound", "nmod", "conj"} and noun.head != noun.index:
            noun = a.head(noun)
        return _named(a, noun.index, actors) or _doer(a, noun, actors)
    if token.dep in {"acomp", "attr", "oprd"}:
        at = _named(a, index, actors) if token.pos in {"NOUN", "PROPN"} else None
        return at or _subject(a, a.head(token), actors)
    if token.pos in {"NOUN", "PROPN", "PRON"}:
        return _named(a, index, actors) or _doer(a, token, actors)
    if token.pos == "ADV" or token.dep == "advmod":
        head = a.head(token)
        if head.pos in {"ADJ", "ADV"} and head.head != head.index:
            return target_of(a, head.index, actors)
        return _subject(a, head, actors) if head.pos in {"VERB", "AUX"} else _named(a, head.index, actors)
    if token.pos in {"VERB", "AUX"}:
        return _subject(a, token, actors)
    return None
