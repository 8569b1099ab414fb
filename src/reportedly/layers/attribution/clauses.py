"""Cue verbs over the parse: what a verb of saying, thinking, wanting or judging governs is what its subject says.

In: a reading, and the verbs that quotations have already taken. Out: a draft a verb, by the first frame that fits it
and that the knowledge file allows for its lemma:

    clause      officials said (that) it rained; it rained, officials said
    question    she asked whether, how, why it rained
    infinitive  he vowed to resign
    person      he urged them to resign
    as          he described it as a farce
    object_of   he accused them of fraud (so with every preposition)
    of          he warned of rain (so with every preposition)
    object      he denied the charge
    passive_…   the same with the verb in the passive
"""

from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import clause, cue_of, source_of, subject_of, trim

QUESTION_WORDS = frozenset(["whether", "if", "how", "why", "what", "who", "whom", "whose", "which", "when", "where"])
EMPTY_SUBJECTS = frozenset({"it", "there"})


def read_verbs(r: Reading, taken: frozenset[int]) -> list[Draft]:
    """A draft for every cue verb that is not in `taken`."""
    found = []
    for token in r.tokens:
        if token.index in taken or token.pos != "VERB" or not token.tag.startswith("VB"):
            continue
        draft = read_verb(r, token)
        if draft is not None and draft.content:
            found.append(draft)
    return found


def lemma_of(r: Reading, verb: Token) -> str:
    """A verb's lemma, with its particle: `say`, `point out`."""
    particle = next((c.lower for c in r.children(verb.index, "prt")), "")
    return f"{verb.lemma.lower()} {particle}".strip()


def read_verb(r: Reading, verb: Token) -> Draft | None:
    """The draft that a verb makes, or None."""
    passive = any(c.dep == "auxpass" for c in r.children(verb.index)) or (
        verb.tag == "VBN" and verb.dep in {"acl", "advcl"} and not r.children(verb.index, "aux")
    )
    lemma = lemma_of(r, verb)
    for frame, content, extra in frames(r, verb, passive):
        name = f"passive_{frame}" if passive else frame
        if content and cues.licensed("verbs", lemma, name):
            return draft_of(r, verb, passive, content, name, extra)
    return None


def draft_of(
    r: Reading, verb: Token, passive: bool, content: list[int], frame: str, extra: tuple[int, ...]
) -> Draft | None:
    """The draft with its source: the subject, or the agent of a passive; empty where the text leaves it out."""
    cue = tuple(sorted({*cue_of(r, verb.index), *extra} - set(content)))
    head = agent_of(r, verb.index) if passive else subject_of(r, verb.index)
    source: tuple[int, ...] = ()
    if head is not None and not (r.tokens[head].lower in EMPTY_SUBJECTS and r.tokens[head].dep == "expl"):
        source = source_of(r, head, (*cue, *content))
        if head in content:
            source = ()
    return Draft(source, cue, tuple(content), verb.index, frame)


def agent_of(r: Reading, verb: int) -> int | None:
    """The head of a passive's `by` phrase."""
    for by in r.children(verb, "agent"):
        for noun in r.children(by.index, "pobj"):
            return noun.index
    return None


def frames(r: Reading, verb: Token, passive: bool) -> list[tuple[str, list[int], tuple[int, ...]]]:
    """What a verb governs: (frame, content, tokens that the cue takes in), most telling first."""
    found: list[tuple[str, list[int], tuple[int, ...]]] = []
    cue = cue_of(r, verb.index)
    subject = subject_phrase(r, verb.index)
    away = (*cue, *subject)
    for child in r.children(verb.index, "ccomp"):
        found.append(complement(r, child, away))
    if verb.dep in {"parataxis", "intj"} and subject and verb.head != verb.index:
        found.append(("clause", around(r, verb), ()))
    objects = r.children(verb.index, "dobj", "dative")
    for child in r.children(verb.index, "xcomp", "advcl"):
        if child.dep == "advcl" and not (objects and is_infinitive(r, child)):
            continue
        found.append(infinitive(r, verb, child, objects, subject if passive else (), away))
    found += phrases(r, verb, objects, subject if passive else (), away)
    if objects:
        found.append(("object", clause(r, objects[-1].index, away), ()))
    elif passive and subject:
        found.append(("object", list(subject), ()))
    return found


def subject_phrase(r: Reading, verb: int) -> tuple[int, ...]:
    """The tokens of a verb's own subject."""
    for child in r.children(verb, "nsubj", "nsubjpass", "csubj", "expl"):
        return tuple(range(r.left(child.index), r.right(child.index)))
    return ()


def is_infinitive(r: Reading, verb: Token) -> bool:
    """Whether a verb stands with `to`."""
    return any(c.tag == "TO" for c in r.children(verb.index, "aux"))


def complement(r: Reading, child: Token, away: tuple[int, ...]) -> tuple[str, list[int], tuple[int, ...]]:
    """The frame of a clause that a verb governs."""
    content = clause(r, child.index, away)
    if not content:
        return "clause", [], ()
    if is_infinitive(r, child):
        return ("person" if r.children(child.index, "nsubj") else "infinitive"), content, ()
    if r.tokens[content[0]].lower in QUESTION_WORDS and content[0] > min(away):
        return "question", content, ()
    if child.tag == "VBG" and not r.children(child.index, "nsubj", "nsubjpass", "aux"):
        return "gerund", content, ()
    return "clause", content, ()


def around(r: Reading, verb: Token) -> list[int]:
    """The clause that a parenthesis (`it rained, officials said, all day`) stands in, without the parenthesis."""
    inside = range(r.left(verb.index), r.right(verb.index))
    return clause(r, verb.head, tuple(inside))


def infinitive(
    r: Reading, verb: Token, child: Token, objects: list[Token], subject: tuple[int, ...], away: tuple[int, ...]
) -> tuple[str, list[int], tuple[int, ...]]:
    """The frame of an open complement: `vowed to`, `urged them to`, `is believed to`, `found it unfair`."""
    content = clause(r, child.index, away)
    if subject and is_infinitive(r, child):
        return "infinitive", trim(r, sorted({*subject, *content})), ()
    if not is_infinitive(r, child):
        return ("gerund" if child.tag == "VBG" else "small"), content, ()
    before = [o for o in objects if o.index < child.index]
    if before and content:
        first = r.left(before[0].index)
        return "person", trim(r, [i for i in range(first, content[-1] + 1) if i not in away]), ()
    return "infinitive", content, ()


def phrases(
    r: Reading, verb: Token, objects: list[Token], subject: tuple[int, ...], away: tuple[int, ...]
) -> list[tuple[str, list[int], tuple[int, ...]]]:
    """The frames with a preposition: `accused them of`, `described it as`, `called for`."""
    found: list[tuple[str, list[int], tuple[int, ...]]] = []
    for prep in r.children(verb.index, "prep"):
        inner = r.children(prep.index, "pobj", "pcomp")
        if not inner or prep.index < verb.index:
            continue
        word = prep.lower
        whole = trim(r, [i for i in range(prep.index, r.right(prep.index)) if i not in away])
        if word == "as" and (objects or subject):
            first = r.left(objects[0].index) if objects else prep.index
            held = [i for i in range(first, r.right(prep.index)) if i not in away]
            found.append(("as", trim(r, sorted({*subject, *held})), ()))
        elif (objects and objects[0].index < prep.index) or subject:
            found.append((f"object_{word}", whole, ()))
        else:
            found.append((word, clause(r, inner[-1].index, (*away, prep.index)), (prep.index,)))
    return found
