"""Attribution by a phrase beside a clause: `according to the ministry`, `in the words of a witness`, `as Ana put it`.

In: a reading. Out: a draft a phrase, whose content is the clause that the phrase stands in, without the phrase.
"""

from reportedly import knowledge
from reportedly.layers.attribution import cues
from reportedly.layers.attribution.clauses import lemma_of
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import (
    cue_of,
    finished,
    source_of,
    subject_of,
)


def read_phrases(r: Reading) -> list[Draft]:
    """The drafts that phrases make, in text order."""
    openers: dict[str, list[tuple[str, ...]]] = {}
    for phrase in knowledge.load("hedges")["phrases"]:
        words = tuple(phrase.split())
        openers.setdefault(words[0], []).append(words)
    found = []
    for token in r.tokens:
        for words in openers.get(token.lower, ()):
            here = range(token.index, min(token.index + len(words), r.bounds(token.index)[1]))
            if tuple(r.tokens[i].lower for i in here) == words:
                draft = by_phrase(r, tuple(here))
                if draft:
                    found.append(draft)
                break
    return found + [d for t in r.tokens if t.lower == "as" and (d := by_as(r, t.index)) is not None]


def by_phrase(r: Reading, cue: tuple[int, ...]) -> Draft | None:
    """The draft of `according to X`."""
    last = r.tokens[cue[-1]]
    nouns = r.children(last.index, "pobj") or r.children(cue[0], "pobj")
    nouns = [n for n in nouns if n.index > last.index]
    if not nouns:
        return None
    source = source_of(r, nouns[0].index)
    if not source or source[0] != cue[-1] + 1:
        return None
    content = beside(r, cue[0], r.right(nouns[0].index), r.tokens[cue[0]].head)
    return Draft(source, cue, tuple(content), cue[0], "phrase") if content else None


def beside(r: Reading, start: int, end: int, head: int) -> list[int]:
    """The clause with the head `head` that a phrase at tokens `start` to `end` stands in, without the phrase."""
    first, last = r.bounds(start)
    while r.tokens[head].pos not in {"VERB", "AUX"} and r.tokens[head].head != head:
        head = r.tokens[head].head
    words = [i for i in range(first, start) if r.tokens[i].pos not in {"PUNCT", "CCONJ", "ADV", "SCONJ"}]
    if not words:
        return finished(r, range(end, last), range(start, end))
    held = [i for i in range(r.left(head), r.right(head)) if not start <= i < end]
    before = [i for i in held if i < start]
    after = [i for i in held if i >= end]
    if (end < last and r.tokens[end].text in {".", ";"}) or not after:
        held = before
    if not before or r.tokens[start - 1].text not in {",", "-", "—", "–", "(", "”", '"'}:
        held = before or after
    return finished(r, held, range(start, end))


def by_as(r: Reading, start: int) -> Draft | None:
    """The draft of `as Ana put it`, `as the paper reported`: a clause of saying with no content of its own."""
    mark = r.tokens[start]
    verb = r.tokens[mark.head]
    if verb.pos != "VERB" or verb.dep not in {"advcl", "ccomp", "prep", "relcl"} or verb.index < start:
        return None
    if not cues.licensed("verbs", lemma_of(r, verb), "clause") and verb.lemma.lower() != "put":
        return None
    if r.children(verb.index, "ccomp", "xcomp") or verb.head == verb.index:
        return None
    if r.children(verb.index, "dobj") and not (
        verb.lemma.lower() == "put" and "it" in r.words(range(start, r.right(verb.index)))
    ):
        return None
    subject = subject_of(r, verb.index)
    if subject is None or not start < subject < r.right(verb.index):
        return None
    first, end = r.left(verb.index), r.right(verb.index)
    if first != start:
        return None
    content = beside(r, first, end, verb.head)
    source = source_of(r, subject)
    return Draft(source, cue_of(r, verb.index), tuple(content), verb.index, "as clause") if content else None
