"""Cue nouns: `the ministry's claim that`, `fears of`, `a plan to`, `made the promise that`, `her view is that`.

In: a reading. Out: a draft a noun, by the first frame that the knowledge file allows for its lemma:

    that        the claim that it rained
    infinitive  a plan to resign
    is          the plan is to resign; the fear is that it rains
    of          fears of rain (so with every preposition)
"""

from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues
from reportedly.layers.attribution.clauses import Frame, lemma_of
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import clause, cue_of, source_of, speaker_of, trim

NOT_OURS = frozenset(
    [
        "reject",
        "deny",
        "dismiss",
        "protest",
        "face",
        "hear",
        "receive",
        "support",
        "follow",
        "welcome",
        "see",
        "oppose",
        "denounce",
        "condemn",
        "answer",
        "rebut",
        "refute",
        "dispute",
        "echo",
        "fuel",
        "prompt",
        "spark",
        "trigger",
        "draw",
        "attract",
        "raise",
        "alarm",
        "counter",
        "challenge",
        "ignore",
        "reverse",
        "dash",
        "defend",
        "cite",
        "report",
        "drop",
        "fulfil",
        "fulfill",
        "keep",
        "break",
    ]
)
"""Verbs whose subject is not the one whose claim, fear or plan their object names."""
OWNERS = frozenset({"by", "from", "of", "among", "between"})
MANNER = frozenset({"in", "with", "under", "on"})
PLACES_OF_SPEECH = frozenset(
    [
        "statement",
        "interview",
        "letter",
        "report",
        "memo",
        "email",
        "e-mail",
        "speech",
        "address",
        "post",
        "message",
        "tweet",
        "briefing",
    ]
)
NAMES = frozenset({"GPE", "ORG", "NORP", "PERSON"})


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
    if not cues.is_cue("nouns", noun.lemma.lower()) or is_denied(r, noun):
        return None
    for frame in frames(r, noun):
        if not frame.content or not cues.licensed("nouns", noun.lemma.lower(), frame.name):
            continue
        content = frame.content
        if frame.name == "for" and r.words(content) == "comment":
            continue
        if (draft := spoken_in(r, noun, content)) is not None:
            return draft
        source, words = owner(r, noun, content)
        cue = tuple(sorted({*words, *frame.extra} - set(content) - set(source)))
        return Draft(source, cue, tuple(content), noun.index, f"noun {frame.name}")
    return None


def is_denied(r: Reading, noun: Token) -> bool:
    """Whether a noun is only named as absent (`no doubt that`) or is part of `in order that`."""
    if noun.lemma.lower() == "order":
        return noun.index > 0 and r.tokens[noun.index - 1].lower == "in"
    return noun.lemma.lower() == "doubt" and any(
        c.lower in {"no", "little"} for c in r.children(noun.index, "det", "amod")
    )


def spoken_in(r: Reading, noun: Token, content: list[int]) -> Draft | None:
    """The draft of `said in a statement that`, whose clause the parser hangs on the statement."""
    prep = r.tokens[noun.head]
    verb = r.tokens[prep.head]
    if noun.dep != "pobj" or prep.lower not in MANNER or noun.lemma.lower() not in PLACES_OF_SPEECH:
        return None
    if verb.pos != "VERB" or not cues.licensed("verbs", lemma_of(r, verb), "clause"):
        return None
    cue = tuple(sorted({*cue_of(r, verb.index), *range(prep.index, noun.index + 1)}))
    return Draft(speaker_of(r, verb.index, cue, content), cue, tuple(content), verb.index, "clause")


def frames(r: Reading, noun: Token) -> list[Frame]:
    """What a noun governs."""
    found: list[Frame] = []
    away = (noun.index,)
    for child in r.children(noun.index, "acl", "ccomp", "relcl", "advcl", "xcomp"):
        if child.index < noun.index:
            continue
        marks = [c.lower for c in r.children(child.index, "mark", "complm")]
        if any(c.tag == "TO" for c in r.children(child.index, "aux")) and child.dep in {"acl", "advcl", "xcomp"}:
            if not r.children(child.index, "nsubj"):
                found.append(Frame("infinitive", clause(r, child.index, away)))
        elif "that" in marks or "whether" in marks or child.dep == "ccomp":
            found.append(Frame("that", clause(r, child.index, away)))
    if noun.dep == "nsubj" and r.tokens[noun.head].lemma.lower() == "be":
        found += [
            Frame("is", clause(r, c.index, (*away, noun.head)), (noun.head,))
            for c in r.children(noun.head, "ccomp", "xcomp")
        ]
    for prep in r.children(noun.index, "prep"):
        inner = r.children(prep.index, "pobj", "pcomp")
        if inner and prep.index == noun.index + 1:
            found.append(Frame(prep.lower, clause(r, inner[-1].index, (*away, prep.index)), (prep.index,)))
    return found


def owner(r: Reading, noun: Token, content: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Whose claim, fear or plan a noun names, and the words of the cue."""
    held = set(content)
    for child in r.children(noun.index, "poss"):
        return source_of(r, child.index), (noun.index,)
    for prep in r.children(noun.index, "prep", "agent"):
        if prep.lower in OWNERS:
            for inner in r.children(prep.index, "pobj"):
                if inner.index not in held:
                    return source_of(r, inner.index, content), (noun.index,)
    for child in r.children(noun.index, "compound", "amod", "nmod"):
        if child.index < noun.index and r.label_at.get(child.index) in NAMES:
            return tuple(trim(r, range(r.left(noun.index), child.index + 1))), (noun.index,)
    return by_verb(r, noun, content)


def by_verb(r: Reading, noun: Token, content: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The subject of the verb whose object or manner a noun is, and the verb with the noun as the cue."""
    head = r.tokens[noun.head]
    prep = head if noun.dep == "pobj" and head.lower in MANNER else None
    verb = r.tokens[prep.head] if prep is not None else head
    if verb.pos != "VERB" or (noun.dep != "dobj" and prep is None) or verb.lemma.lower() in NOT_OURS:
        return (), (noun.index,)
    cue: tuple[int, ...] = (noun.index,)
    between = tuple(range(verb.index + 1, noun.index))
    if prep is None and len(between) <= 3:
        cue = (*cue_of(r, verb.index), *between, noun.index)
    return speaker_of(r, verb.index, cue, content), cue
