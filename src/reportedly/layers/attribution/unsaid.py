"""Who says it where a statement's own words name no source: "the decision to strike", "hoping to win", "US assurances that".

In: an analysis and a statement without a source. Out: the token that heads whoever the sentence makes the source, or None.
A noun of speech has an owner ("Cuba's demand"), a maker behind "by" or "from", a name before it ("US assurances"); a
verb without a subject has the subject of the verb that governs it. A passive verb names none: who accuses is not said.
"""

from reportedly.document import Words
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.source_heads import NAMING

_MAKERS = frozenset({"by", "from"})
_GIVING = frozenset(
    {"make", "give", "issue", "take", "have", "express", "voice", "announce", "offer", "launch", "renew", "repeat", "reiterate",
     "send", "hold", "keep", "raise", "withdraw", "drop", "share", "reach", "post", "level", "state", "declare", "show"}
)  # fmt: skip
"""Verbs whose subject says what their object says ("made the demand that"); of others it may be the one who hears it."""
_LEANING = frozenset({"xcomp", "advcl", "conj", "acl", "pcomp", "prep", "dobj", "ccomp"})
_STEPS = 5
"""How many heads are followed upwards; deeper parses are broken ones."""


def unsaid(analysis: Analysis, cue: Words) -> Token | None:
    """The head of who says a statement whose cue stands without a source."""
    tokens = [t for span in cue for t in analysis.at(span) if t.pos in {"NOUN", "VERB", "PROPN"}]
    inside = {t.index for t in tokens}
    head = next((t for t in tokens if t.head not in inside or t.head == t.index), None)
    if head is None:
        return None
    return _of_noun(analysis, head) if head.pos in {"NOUN", "PROPN"} else _of_verb(analysis, head)


def _of_noun(analysis: Analysis, noun: Token) -> Token | None:
    for t in analysis.below(noun.index, "poss", "compound", "amod", "nmod"):
        if t.dep == "poss" or t.pos == "PROPN":
            return t
    for p in analysis.below(noun.index, "prep", "agent"):
        if p.lower in _MAKERS:
            for o in analysis.below(p.index, "pobj"):
                if o.pos in NAMING:
                    return o
    over = analysis.head(noun)
    if noun.dep == "dobj" and over.lemma.lower() in _GIVING:
        return _of_verb(analysis, over)
    return None


def _of_verb(analysis: Analysis, verb: Token) -> Token | None:
    t = verb
    for _step in range(_STEPS):
        if t.pos in {"VERB", "AUX"}:
            if any(True for _ in analysis.below(t.index, "nsubjpass", "auxpass")):
                maker = [o for p in analysis.below(t.index, "agent") for o in analysis.below(p.index, "pobj")]
                return maker[0] if maker else None
            if t.tag == "VBN" and next(analysis.below(t.index, "aux"), None) is None:
                return None
            subject = next(iter(analysis.below(t.index, "nsubj")), None)
            if subject is not None:
                return subject
        over = analysis.head(t)
        if over.index == t.index or t.dep not in _LEANING | {"relcl"}:
            return None
        if t.dep in {"acl", "relcl"}:
            return over if over.pos in NAMING and t.tag != "VBN" else None
        if (
            t.dep == "xcomp"
            and (told := next(iter(analysis.below(over.index, "dobj")), None)) is not None
            and told.pos in NAMING
        ):
            return told
        t = over
    return None
