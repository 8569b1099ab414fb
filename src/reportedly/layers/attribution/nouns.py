"""Cue nouns: `the ministry's claim that`, `fears of`, `a plan to`, `made the promise that`, `her view is that`.

In: a reading. Out: a draft a noun, by the first frame that the knowledge file allows for its lemma:

    that        the claim that it rained
    infinitive  a plan to resign
    is          the plan is to resign; the fear is that it rains
    of          fears of rain (so with every preposition)
"""

from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues
from reportedly.layers.attribution.clauses import Frame
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import clause, cue_of, source_of, subject_of

LIGHT = frozenset(
    ["make", "have", "express", "voice", "issue", "give", "raise", "state", "repeat", "reiterate", "hold", "announce", "share", "deliver", "offer", "present", "file", "pose", "show", "send", "take", "face", "lodge", "level"]
)
OWNERS = frozenset({"by", "from", "of", "among", "between"})


def read_nouns(r: Reading) -> list[Draft]:
    """A draft for every cue noun."""
    found = []
    for token in r.tokens:
        if token.pos == "NOUN" and token.tag in {"NN", "NNS"}:
            draft = read_noun(r, token)
            if draft is not None:
                found.append(draft)
    return found


def read_noun(r: Reading, noun: Token) -> Draft | None:
    """The draft that a noun makes, or None."""
    for frame, content, extra in frames(r, noun):
        if content and cues.licensed("nouns", noun.lemma.lower(), frame):
            source, cue = owner(r, noun, content)
            cue = tuple(sorted({*cue, *extra} - set(content) - set(source)))
            return Draft(source, cue, tuple(content), noun.index, f"noun {frame}")
    return None


def frames(r: Reading, noun: Token) -> list[Frame]:
    """What a noun governs: (frame, content, tokens that the cue takes in)."""
    found: list[Frame] = []
    for child in r.children(noun.index, "acl", "ccomp", "relcl", "advcl", "xcomp"):
        if child.index < noun.index:
            continue
        marks = [c.lower for c in r.children(child.index, "mark", "complm")]
        if any(c.tag == "TO" for c in r.children(child.index, "aux")) and child.dep in {"acl", "advcl", "xcomp"}:
            if not r.children(child.index, "nsubj"):
                found.append(Frame("infinitive", clause(r, child.index, ())))
        elif ("that" in marks and child.dep in {"acl", "ccomp", "relcl", "advcl"}) or child.dep == "ccomp" or "whether" in marks:
            found.append(Frame("that", clause(r, child.index, ())))
    if noun.dep == "nsubj" and r.tokens[noun.head].lemma.lower() == "be":
        for child in r.children(noun.head, "ccomp", "xcomp"):
            found.append(Frame("is", clause(r, child.index, ()), (noun.head,)))
    for prep in r.children(noun.index, "prep"):
        inner = r.children(prep.index, "pobj", "pcomp")
        if inner and prep.index == noun.index + 1:
            found.append(Frame(prep.lower, clause(r, inner[-1].index, ()), (prep.index,)))
    return found


def owner(r: Reading, noun: Token, content: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Whose claim, fear or plan a noun names, and the words of the cue."""
    for child in r.children(noun.index, "poss"):
        return source_of(r, child.index), (noun.index,)
    held = set(content)
    for prep in r.children(noun.index, "prep", "agent"):
        if prep.lower in OWNERS:
            for inner in r.children(prep.index, "pobj"):
                if inner.index not in held:
                    return source_of(r, inner.index, content), (noun.index,)
    verb = r.tokens[noun.head]
    if noun.dep == "dobj" and verb.lemma.lower() in LIGHT:
        subject = subject_of(r, verb.index)
        if subject is not None and subject not in held:
            between = range(verb.index + 1, noun.index)
            near = tuple(between) if len(between) <= 3 else ()
            return source_of(r, subject, content), (*cue_of(r, verb.index), *near, noun.index)
    return (), (noun.index,)
