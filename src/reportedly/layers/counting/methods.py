"""How figures were counted, in the text's words: "according to hospital records", "a survey of 400 households found".

In: the parse, the blocks of the document and the attributions. Out: the words of the method for each sentence, or nothing.
A sentence that only says how somebody counts ("The institute uses its own count of burials") speaks for the figures of
its paragraph; one that tells what a survey found does not.
"""

from collections.abc import Sequence

from reportedly.document import Document, Span, Words
from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.units import singular

LEADS = ("to", "on", "from", "by", "through", "using", "via", "with", "in", "of")
"""Prepositions before a method: "according to", "based on", "compiled from", "identified by"."""
SHOWS = ("show", "find", "suggest", "indicate", "reveal", "name", "list", "record", "document", "count", "confirm")
"""Verbs whose subject is a method."""
USES = (
    "use",
    "draw",
    "rely",
    "come",
    "base",
    "compile",
    "cite",
    "consult",
    "verify",
    "analyse",
    "analyze",
    "study",
    "review",
    "examine",
    "read",
)
"""Verbs whose object, or object behind a preposition, is one."""
THROUGH = ("on", "from", "by", "through", "via")
"""Prepositions that lead to a method behind an object too: "bases its count on records"."""


def is_sample(analysis: Analysis, q: Quantity) -> bool:
    """Whether the number is the size of a survey: "a survey of 1,200 families" counts nobody."""
    if q.noun is None:
        return False
    head = analysis.tokens[q.noun.head]
    above = analysis.head(head)
    return head.dep == "pobj" and above.lower in ("of", "with", "among") and _is_survey(analysis.head(above))


def _is_survey(token: Token) -> bool:
    return singular(token.lower) in load("figures")["method"]["samples"]


def methods(document: Document, analysis: Analysis) -> dict[int, Words]:
    """The method of the figures of each sentence, by the sentence's number."""
    found: dict[int, Words] = {}
    ways_only: set[int] = set()
    for s in analysis.sentences:
        named = [t for t in analysis.in_sentence(s) if _is_method(analysis, t)]
        # "bases its count on hospital records": the records say more than the count
        named.sort(key=lambda t: singular(t.lower) in load("figures")["method"]["counts"])
        if named:
            found[s.index] = (_phrase(analysis, named[0]),)
            ways_only |= {s.index} if named[0].dep not in ("nsubj", "nsubjpass") else set()
    for block in document.body():
        inside = sorted({t.sentence for t in analysis.at(block.span)})
        ways = (found[i] for i in inside if i in ways_only and not _has_number(analysis, i, found[i]))
        alone = next(ways, None)
        for i in inside if alone else ():
            found.setdefault(i, alone or ())
    return found


def _has_number(analysis: Analysis, sentence: int, method: Words) -> bool:
    """Whether a sentence holds a number outside the words of its method."""
    tokens = analysis.in_sentence(analysis.sentences[sentence])
    return any(t.pos == "NUM" and not any(Span(*w).overlaps(t.span) for w in method) for t in tokens)


def _is_method(analysis: Analysis, token: Token) -> bool:
    known = load("figures")["method"]
    word = singular(token.lower)
    if token.pos not in ("NOUN", "PROPN") or (word not in known["nouns"] and word not in known["counts"]):
        return False
    if word in known["counts"] and not any(t.dep == "poss" for t in analysis.below(token.index, "poss")):
        return False
    above = analysis.head(token)
    if token.dep in ("nsubj", "nsubjpass"):
        return above.lemma in SHOWS
    if token.dep == "dobj":
        return above.lemma in USES
    if token.dep not in ("pobj", "pcomp", "conj"):
        return False
    verb = analysis.head(above)
    if verb.dep == "dobj" and above.lower in THROUGH:
        verb = analysis.head(verb)
    return above.lower in LEADS and (
        (above.lower == "to" and analysis.tokens[above.index - 1].lower == "according")
        or verb.lemma in (*USES, *SHOWS, "identify")
    )


def _phrase(analysis: Analysis, token: Token) -> Span:
    """The noun with what stands before it and its "of"."""
    below = {
        token.index,
        *(t.index for t in analysis.below(token.index, "det", "amod", "compound", "nmod", "poss", "nummod")),
    }
    for t in list(analysis.below(token.index, "poss")):
        below |= {x.index for x in analysis.below(t.index, "det", "case", "compound", "amod")}
    for p in analysis.below(token.index, "prep"):
        if p.lower == "of":
            objects = list(analysis.below(p.index, "pobj"))
            below |= {p.index, *(o.index for o in objects)}
            below |= {x.index for o in objects for x in analysis.below(o.index, "det", "amod", "compound", "nummod")}
    return analysis.span(min(below), max(below) + 1)


def method_of(found: dict[int, Words], words: Sequence[tuple[int, int]], sentence: int) -> Words:
    """The method of a figure with these words in a sentence; none for a number that is part of the method itself."""
    method = found.get(sentence, ())
    inside = any(Span(*m).overlaps(Span(*w)) for m in method for w in words)
    return () if inside else method
