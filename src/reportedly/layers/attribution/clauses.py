"""Cue verbs over the parse: what a verb of saying, thinking, wanting or judging governs is what its subject says.

In: a reading, and the verbs that quotations have already taken. Out: a draft a verb, by the first frame that fits it
and that the knowledge file allows for its lemma:

    clause      officials said (that) it rained; it rained, officials said
    question    she asked whether, how, why it rained
    infinitive  he vowed to resign
    person      he urged them to resign
    small       he called it a farce
    as          he described it as a farce
    object_of   he accused them of fraud (so with every preposition)
    of          he warned of rain (so with every preposition)
    gerund      he proposed waiting
    deed        he urged restraint, a noun that is made of a verb
    object      he denied the charge
    passive_…   the same with the verb in the passive
"""

from dataclasses import dataclass
from typing import NamedTuple

from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import (
    SUBJECTS,
    agent_of,
    antecedent,
    clause,
    cue_of,
    finished,
    source_of,
    speaker_of,
    trim,
)

CITING = frozenset({"cite", "quote"})
REFUSALS = frozenset({"decline", "refuse"})
"""Verbs whose own row (`declined to confirm it`) says all that one for the verb below them would."""
CHARGING = frozenset({"accuse", "suspect", "blame", "charge"})
"""Verbs of which a preposition behind the object says what for, even where the parser hangs it on the object."""
QUESTION_WORDS = frozenset(["whether", "if", "how", "why", "what", "who", "whom", "whose", "which", "when", "where"])


DEEDS = (
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "ing",
    "val",
    "sal",
    "nial",
    "support",
    "return",
    "release",
    "attack",
    "ceasefire",
)


class Frame(NamedTuple):
    """What a word governs: the frame's name, the content, and tokens that the cue takes in."""

    name: str
    content: list[int]
    extra: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb and what the frames ask about it again and again."""

    token: Token
    passive: bool
    objects: list[Token]
    subject: tuple[int, ...]
    away: tuple[int, ...]
    """The cue and the subject: what no content of this verb holds."""

    patient: tuple[int, ...]
    """The subject of a passive, which is what the content is about; otherwise nothing."""


def read_verbs(r: Reading, taken: frozenset[int]) -> list[Draft]:
    """A draft for every cue verb that is not in `taken`."""
    verbs = (t for t in r.tokens if t.pos == "VERB" and t.tag.startswith("VB") and t.index not in taken)
    return [draft for verb in verbs if (draft := read_verb(r, verb)) is not None]


def lemma_of(r: Reading, verb: Token) -> str:
    """A verb's lemma, with its particle: `say`, `point out`."""
    particle = next((c.lower for c in r.children(verb.index, "prt")), "")
    return f"{verb.lemma.lower()} {particle}".strip()


def read_verb(r: Reading, verb: Token) -> Draft | None:
    """The draft that a verb makes, or None."""
    lemma = lemma_of(r, verb)
    if not cues.is_cue("verbs", lemma):
        return None
    if verb.dep == "xcomp" and r.tokens[verb.head].lemma.lower() in REFUSALS:
        return None
    g = governor(r, verb)
    for frame in frames(r, g):
        name = f"passive_{frame.name}" if g.passive else frame.name
        if frame.content and cues.licensed("verbs", lemma, name):
            cue = tuple(sorted({*cue_of(r, verb.index), *frame.extra} - set(frame.content)))
            return Draft(source(r, g, cue, frame.content), cue, tuple(frame.content), verb.index, name)
    return None


def governor(r: Reading, verb: Token) -> Governor:
    """A verb with its voice, objects and subject."""
    passive = any(c.dep == "auxpass" for c in r.children(verb.index)) or (
        verb.tag == "VBN" and verb.dep in {"acl", "advcl"} and not r.children(verb.index, "aux")
    )
    subject = subject_phrase(r, verb.index)
    away = (*cue_of(r, verb.index), *subject)
    about = patient(r, verb.index, subject) if passive else ()
    return Governor(verb, passive, r.children(verb.index, "dobj", "dative"), subject, away, about)


def source(r: Reading, g: Governor, cue: tuple[int, ...], content: list[int]) -> tuple[int, ...]:
    """Who says it: the subject, or the agent of a passive; empty where the text leaves it out."""
    if g.passive:
        head = agent_of(r, g.token.index)
        return () if head is None or head in content else source_of(r, head, (*cue, *content))
    return speaker_of(r, g.token.index, cue, content)


def subject_phrase(r: Reading, verb: int) -> tuple[int, ...]:
    """The tokens of a verb's own subject."""
    for child in r.children(verb, *SUBJECTS, "expl"):
        return tuple(range(r.left(child.index), r.right(child.index)))
    return ()


def patient(r: Reading, verb: int, subject: tuple[int, ...]) -> tuple[int, ...]:
    """What a passive is about: its subject, or the noun that a relative pronoun stands for."""
    if len(subject) == 1 and r.tokens[subject[0]].tag in {"WP", "WDT"}:
        noun = antecedent(r, verb, r.tokens[subject[0]].lower)
        return source_of(r, noun) if noun is not None else ()
    return subject


def is_infinitive(r: Reading, verb: Token) -> bool:
    """Whether a verb stands with `to`."""
    return any(c.tag == "TO" for c in r.children(verb.index, "aux"))


def frames(r: Reading, g: Governor) -> list[Frame]:
    """What a verb governs, most telling first."""
    verb = g.token
    found = [complement(r, g, child) for child in (*r.children(verb.index, "ccomp"), *lent(r, verb))]
    if verb.dep in {"parataxis", "intj"} and g.subject and verb.head != verb.index:
        found.append(Frame("clause", clause(r, verb.head, range(r.left(verb.index), r.right(verb.index)))))
    for child in r.children(verb.index, "xcomp", "advcl"):
        if child.dep == "xcomp" or (g.objects and is_infinitive(r, child)):
            found.append(open_complement(r, g, child))
    for child in r.children(verb.index, "oprd"):
        found.append(Frame("small", between(r, g, child)))
    found += phrases(r, g)
    if g.objects and g.objects[-1].lemma.lower().endswith(DEEDS):
        found.append(Frame("deed", clause(r, g.objects[-1].index, g.away)))
    if g.objects:
        found.append(Frame("object", clause(r, g.objects[-1].index, g.away)))
    elif g.patient:
        found.append(Frame("object", trim(r, g.patient)))
    return found


def lent(r: Reading, verb: Token) -> list[Token]:
    """The clause of a cue that the parser hangs on a `citing` between them: `reported, citing officials, that …`."""
    citing = [c for c in r.children(verb.index, "advcl") if c.lemma.lower() in CITING and c.tag == "VBG"]
    return [c for t in citing if r.children(t.index, "dobj") for c in r.children(t.index, "ccomp") if c.index > t.index]


def complement(r: Reading, g: Governor, child: Token) -> Frame:
    """The frame of a clause that a verb governs."""
    content = clause(r, child.index, g.away)
    if not content:
        return Frame("clause", [])
    if child.pos not in {"VERB", "AUX"} and not r.children(child.index, *SUBJECTS, "cop"):
        return Frame("small", content)
    if is_infinitive(r, child):
        return Frame("person" if r.children(child.index, "nsubj") else "infinitive", content)
    if r.tokens[content[0]].lower in QUESTION_WORDS and content[0] > g.token.index:
        return Frame("question", content)
    if child.tag == "VBG" and not r.children(child.index, "nsubj", "nsubjpass", "aux"):
        return Frame("gerund", content)
    return Frame("clause", whole_clause(r, g, child, content))


def whole_clause(r: Reading, g: Governor, child: Token, content: list[int]) -> list[int]:
    """A clause with what the parser hangs on the cue though it belongs to the clause: what stands before a cue at the
    end (`as it rained, the game ended, she said`), and a condition right behind the cue (`said if it rained, …`)."""
    verb = g.token.index
    first, end = r.bounds(verb)
    if child.index < verb:
        lead = range(first, content[0])
        if r.tokens[verb].head == verb and all(r.quote_at[i] < 0 for i in lead):
            outside = {*g.away, *range(content[-1] + 1, end)}
            return finished(r, [i for i in range(first, content[-1] + 1) if i not in outside], g.away)
        return content
    for other in r.children(verb, "advcl", "prep"):
        opens = verb < other.index < content[0] and r.left(other.index) > verb
        if opens and other.dep == "advcl" and other.tag not in {"VBG", "VBN"}:
            start = r.left(other.index)
            return finished(r, [i for i in range(start, content[-1] + 1) if i not in g.away], g.away)
    return content


def open_complement(r: Reading, g: Governor, child: Token) -> Frame:
    """The frame of an open complement: `vowed to`, `urged them to`, `is believed to`, `found it unfair`."""
    content = clause(r, child.index, g.away)
    if g.patient and is_infinitive(r, child):
        return Frame("infinitive", trim(r, sorted({*g.patient, *content})))
    if not is_infinitive(r, child):
        return Frame("gerund" if child.tag == "VBG" else "small", content)
    if content and any(o.index < child.index for o in g.objects):
        return Frame("person", between(r, g, child))
    return Frame("infinitive", content)


def between(r: Reading, g: Governor, child: Token) -> list[int]:
    """What a verb says of its object, object and all: `them to resign`, `it a farce`."""
    before = [o for o in g.objects if o.index < child.index]
    first = r.left(before[0].index) if before else r.left(child.index)
    held = [i for i in range(first, r.right(child.index)) if i not in g.away]
    return finished(r, sorted({*g.patient, *held}), g.away)


def phrases(r: Reading, g: Governor) -> list[Frame]:
    """The frames with a preposition: `accused them of`, `described it as`, `called for`."""
    found: list[Frame] = []
    close: list[Token] = []
    if g.token.lemma.lower() in CHARGING:
        close = [p for o in g.objects[:1] for p in r.children(o.index, "prep") if o.index > g.token.index]
    for prep in (*r.children(g.token.index, "prep"), *close):
        inner = r.children(prep.index, "pobj", "pcomp")
        if not inner or prep.index < g.token.index:
            continue
        word = prep.lower
        if word == "as" and (g.objects or g.patient):
            found.append(Frame("as", between(r, g, prep)))
        elif g.patient or (g.objects and g.objects[0].index < prep.index):
            held = [i for i in range(prep.index, r.right(prep.index)) if i not in g.away]
            found.append(Frame(f"object_{word}", finished(r, held, g.away)))
        else:
            found.append(Frame(word, clause(r, inner[-1].index, (*g.away, prep.index)), (prep.index,)))
    return found
