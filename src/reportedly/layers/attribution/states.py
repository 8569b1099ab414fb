"""Cue adjectives: `is confident that`, `was unwilling to`, `it is unclear whether`, `aware of`.

In: a reading. Out: a draft an adjective, by the first frame that the knowledge file allows for its lemma: `that`,
`question`, `infinitive`, or a preposition. The source is the subject; `it` is none.
"""

from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues
from reportedly.layers.attribution.clauses import QUESTION_WORDS, Frame, is_infinitive
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import clause, cue_of, source_of, subject_of


def read_states(r: Reading) -> list[Draft]:
    """A draft for every cue adjective that a verb says of its subject."""
    found = []
    for token in r.tokens:
        if token.dep in {"acomp", "oprd", "advcl", "acl", "attr"} and token.pos == "ADJ" and token.tag in {"JJ", "JJR"}:
            draft = read_state(r, token)
            if draft is not None:
                found.append(draft)
    return found


def read_state(r: Reading, word: Token) -> Draft | None:
    """The draft that an adjective makes, or None."""
    verb = r.tokens[word.head] if word.dep in {"acomp", "oprd", "attr"} else None
    for frame, content, extra in frames(r, word, verb):
        if not content or not cues.licensed("adjectives", word.lemma.lower(), frame):
            continue
        cue = {word.index, *extra}
        head = subject_of(r, verb.index) if verb is not None else word.head
        if verb is not None:
            cue.update(cue_of(r, verb.index))
            cue.update(i for i in range(verb.index, word.index) if r.tokens[i].pos in {"ADV", "PART"})
        source: tuple[int, ...] = ()
        if head is not None and r.tokens[head].lower not in {"it", "there"}:
            source = source_of(r, head, (*content, *cue))
        return Draft(
            source, tuple(sorted(cue - set(content) - set(source))), tuple(content), word.index, f"state {frame}"
        )
    return None


def frames(r: Reading, word: Token, verb: Token | None) -> list[Frame]:
    """What an adjective governs, itself or through its verb: (frame, content, tokens that the cue takes in)."""
    found: list[Frame] = []
    away = (word.index,) if verb is None else (word.index, verb.index)
    below = r.children(word.index, "ccomp", "xcomp", "advcl")
    if verb is not None:
        below += [c for c in r.children(verb.index, "ccomp", "xcomp", "advcl") if c.index > word.index]
        below += [c for c in r.children(verb.index, "csubj") if c.index > word.index]
    for child in below:
        if child.index < word.index:
            continue
        content = clause(r, child.index, away)
        if not content:
            continue
        if is_infinitive(r, child):
            found.append(Frame("infinitive", content))
        elif r.tokens[content[0]].lower in QUESTION_WORDS:
            found.append(Frame("question", content))
        elif child.dep != "advcl" or any(c.lower == "that" for c in r.children(child.index, "mark")):
            found.append(Frame("that", content))
    for prep in r.children(word.index, "prep"):
        inner = r.children(prep.index, "pobj", "pcomp")
        if inner and prep.index == word.index + 1:
            found.append(Frame(prep.lower, clause(r, inner[-1].index, (*away, prep.index)), (prep.index,)))
    return found
