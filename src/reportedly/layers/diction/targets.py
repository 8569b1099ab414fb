"""Whom a loaded word colours, by syntax.

In: an occurrence of a loaded word and the actors of the record. Out: an actor's id, or None. A label of somebody colours
whoever is called so: the name beside it, the subject of "is", the object of "call". A word for a deed, and an adjective or
adverb that judges one, colours the doer. A hedge colours the subject of what is left open, a doubting cue colours who
speaks. Where the sentence does not say, nobody is coloured: a passive without an agent has no doer.
"""

from collections.abc import Iterable

from reportedly.language.analysis import Token
from reportedly.layers.diction.cast import Cast
from reportedly.layers.diction.loaded import Loaded, accusing, bodies, colouring, light
from reportedly.layers.happening import syntax

_ONE = {"person", "dead"}
_MOST_ADVERBS = 4
"""How many adverbs may strengthen each other before the word that they go with."""
_BEFORE = {"amod", "compound", "nmod"}
_PREDICATES = {"attr", "acomp", "oprd"}
_THINGS = {"it", "this", "that", "these", "those"}
_PEOPLE = {"government", "person", "army", "armed group", "dead"}
"""Of whom the entries of a list speak, where they speak of somebody and not of a deed or of words."""


def target_of(cast: Cast, word: Loaded) -> str | None:
    """The actor that a loaded word colours, or None where syntax does not say."""
    token = cast.analysis.tokens[word.head]
    match word.kind:
        case "hedge":
            return _hedged(cast, token) if word.pos != "evidence" else None
        case "doubting_cue" if token.pos == "VERB" and token.dep not in {"amod", "compound"}:
            return _who(cast, _doers(cast, token))
        case "scare_quotes":
            return _quoted(cast, token, None if word.is_hostile else word.speaker)
        case "euphemism" if word.of == "dead" and word.pos != "person":
            return None  # what somebody undergoes: "passed away"
        case "intensifier" if token.dep == "amod" and not word.tone and word.of != "deed":
            return None  # heightens a feeling or honours in passing: "deep concern", "our great nation"
        case "intensifier" if (
            not word.tone and word.of == "speech" and cast.analysis.head(token).pos in {"VERB", "AUX"}
        ):
            return None  # strengthens what is said and judges nobody: "clearly stated"
        case "intensifier" if token.dep in _BEFORE and _is_somebody(cast, noun := _top(cast, token)):
            return cast.named(noun.index)
        case "label" if word.of == "dead" and token.pos == "VERB":
            return _who(cast, syntax.objects(cast.analysis, token))
        case kind:
            return _judged(cast, token, kind == "label" and word.of in _PEOPLE, word.of in _ONE)


def _judged(cast: Cast, token: Token, is_of_people: bool, is_of_one: bool = False) -> str | None:
    if token.dep in _BEFORE and token.head != token.index:
        noun = _top(cast, token)
        if _is_somebody(cast, noun):
            return _called(cast, noun, is_of_one)
        # "a terror alert" is a matter of the noun for people, and nobody's deed.
        return _doer(cast, noun) if token.pos == "ADJ" or not is_of_people else None
    if is_of_people and token.pos in {"NOUN", "PROPN"}:
        return _called(cast, token, is_of_one)
    if _is_adverb(token):
        return _by_adverb(cast, token, is_of_people)
    if token.pos in {"NOUN", "PROPN", "PRON"} or token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"}:
        return _called(cast, token) if is_of_people else _doer(cast, token)
    if token.dep in _PREDICATES | {"conj"} or token.pos == "ADJ":
        return _predicated(cast, token)
    if token.pos in {"VERB", "AUX"}:
        return _who(cast, _doers(cast, token))
    return None


def _is_somebody(cast: Cast, noun: Token) -> bool:
    return noun.lemma.lower() in bodies() or noun.pos == "PROPN" or cast.at(noun.index) is not None


def _top(cast: Cast, token: Token) -> Token:
    """The noun that a modifier goes with in the end."""
    noun = cast.analysis.head(token)
    while noun.dep in {"compound", "nmod"} and noun.head != noun.index:
        noun = cast.analysis.head(noun)
    return noun


def _who(cast: Cast, indices: Iterable[int]) -> str | None:
    """The first actor that one of the nouns stands for: by name, or by a word for people with whose they are."""
    for i in indices:
        noun = cast.analysis.tokens[i]
        at = cast.named(i)
        if at is None and (i in cast.loaded or noun.lemma.lower() in bodies()) and noun.dep not in _PREDICATES:
            at = _called(cast, noun)
        if at is not None:
            return at
    return None


def _called(cast: Cast, noun: Token, is_of_one: bool = False) -> str | None:
    """Who is called by a noun for somebody. One person (`is_of_one`) is not the land or body that has him: "the Varnese
    dictator", "the dictator of Varn"."""
    if (at := cast.named(noun.index)) is not None:
        return at
    is_told_apart = noun.dep == "npadvmod" and _calls(cast.analysis.head(noun))
    if noun.dep in _PREDICATES or is_told_apart or _is_as(cast, noun):
        return _predicated(cast, noun)
    if noun.lemma.lower() in colouring("relational") or (is_of_one and noun.tag in {"NN", "NNP"}):
        return None
    return cast.owner(noun.index) or cast.after(noun.index, "of", "in", "from")


def _is_as(cast: Cast, noun: Token) -> bool:
    prep = cast.analysis.head(noun)
    return noun.dep == "pobj" and prep.lower == "as" and _calls(cast.analysis.head(prep))


def _calls(verb: Token) -> bool:
    return verb.lemma in colouring("calling")


def _predicated(cast: Cast, token: Token) -> str | None:
    """Of whom a predicate is said: of the subject of "is", of the object of "call", or of its owner."""
    a = cast.analysis
    verb = a.head(token)
    if verb.dep == "prep":
        verb = a.head(verb)
    if verb.pos not in {"VERB", "AUX"} or any(True for _ in a.below(verb.index, "csubj", "csubjpass")):
        return None
    if verb.lemma == "be" and verb.dep in {"xcomp", "ccomp"} and a.head(verb).dep == "relcl" and _calls(a.head(verb)):
        found = [a.head(verb).head]  # "fighters whom Varn considers to be bandits"
    elif token.dep == "oprd" or _calls(verb):
        found = [i for i in syntax.objects(a, verb) if i != token.index] or _beside(cast, token)
    else:
        found = syntax.subjects(a, verb) if not syntax.is_passive(a, verb) else syntax.objects(a, verb)
    return cast.first(found) or next((at for i in found if (at := _done_by(cast, i)) is not None), None)


def _beside(cast: Cast, token: Token) -> list[int]:
    """What is called so, where the parse hangs it on the word itself: "called the report poison"."""
    return [token.index, *(t.index for t in cast.analysis.below(token.index, "nmod", "compound", "amod", "nsubj"))]


def _done_by(cast: Cast, index: int) -> str | None:
    """Whose a deed is, by the noun for it alone."""
    by = syntax.by_phrase(cast.analysis, index) or _right_behind(cast, index)
    return cast.first(by) or next((at for i in by if (at := cast.owner(i)) is not None), None) or cast.owner(index)


def _right_behind(cast: Cast, index: int) -> list[int]:
    """The nouns of a "by" right behind a noun, where the parse hangs it on the verb ("threw back an assault by Varn")."""
    a = cast.analysis
    if index + 1 >= len(a.tokens) or a.tokens[index + 1].lower != "by":
        return []
    return [i for t in a.below(index + 1, "pobj") for i in syntax.with_conjuncts(a, t.index)]


def _doer(cast: Cast, noun: Token) -> str | None:
    """Who does what a noun names: its owner, its "by", whoever is accused of it, the subject of the verb whose object it is."""
    a = cast.analysis
    if (at := _done_by(cast, noun.index)) is not None:
        return at
    if noun.dep in _PREDICATES:
        return _predicated(cast, noun)
    if noun.dep == "appos":
        return cast.at(noun.head)
    governor = a.head(noun)
    if noun.dep == "pobj" and governor.lower in {"of", "for"} and a.head(governor).lemma in accusing():
        return _who(cast, syntax.objects(a, a.head(governor)))
    if noun.dep == "dobj" and governor.lemma in light():
        return _who(cast, _doers(cast, governor))
    if noun.dep == "pobj" and governor.lower == "with" and a.head(governor).pos == "VERB":
        return _who(cast, _doers(cast, a.head(governor)))
    return None


def _doers(cast: Cast, verb: Token) -> list[int]:
    """The nouns that name who does what a verb says; none for a passive without an agent."""
    return syntax.subjects(cast.analysis, verb)


def _by_adverb(cast: Cast, token: Token, is_of_people: bool) -> str | None:
    """Whom an adverb colours: with a verb its doer, with an adjective or a noun whom that colours."""
    head = cast.analysis.head(token)
    for _ in range(_MOST_ADVERBS):
        if not _is_adverb(head):
            break
        head = cast.analysis.head(head)
    if _is_adverb(head):
        return None
    if head.pos in {"VERB", "AUX"} and head.dep != "amod":
        return _who(cast, _doers(cast, head))
    return _judged(cast, head, is_of_people)


def _is_adverb(token: Token) -> bool:
    return token.dep in {"advmod", "npadvmod"} or token.pos == "ADV"


def _hedged(cast: Cast, token: Token) -> str | None:
    """Of whom a statement speaks that is held back: the subject of its verb, or the doer of a deed."""
    a = cast.analysis
    if token.dep in {"amod", "compound", "nmod"}:
        noun = _top(cast, token)
        return cast.named(noun.index) or _done_by(cast, noun.index)
    verb = a.head(token) if token.dep in {"aux", "advmod", "acomp"} else token
    if verb.pos in {"ADJ", "ADV"} and verb.head != verb.index:
        verb = a.head(verb)
    if verb.pos not in {"VERB", "AUX"}:
        return cast.named(verb.index) if verb.pos in {"NOUN", "PROPN"} else None
    if syntax.is_passive(a, verb) and (agents := syntax.by_phrase(a, verb.index)):
        return cast.first(agents) or next((at for i in agents if (at := cast.owner(i)) is not None), None)
    found = syntax.objects(a, verb) if syntax.is_passive(a, verb) else syntax.subjects(a, verb)
    return _who(cast, found)


def _quoted(cast: Cast, token: Token, speaker: str | None) -> str | None:
    """Whom a word at a distance colours: whoever is called so, whoever does what it names, or else `speaker`, whose word it is."""
    a = cast.analysis
    above = a.head(token)
    if _calls(above) and token.dep in {"oprd", "dobj", "ccomp"}:
        is_pronoun = any(t.lower in _THINGS for t in a.below(above.index, "dobj", "nsubj"))
        return _who(cast, syntax.subjects(a, above)) if is_pronoun else _predicated(cast, token)
    if token.dep in _BEFORE and token.head != token.index:
        noun = _top(cast, token)
        return cast.named(noun.index) or _doer(cast, noun) or speaker
    if token.dep in _PREDICATES or _is_as(cast, token):
        return _predicated(cast, token) or speaker
    if token.pos in {"VERB", "AUX"}:
        return _who(cast, _doers(cast, token)) or speaker
    return cast.named(token.index) or _doer(cast, token) or speaker
