"""Whether a source is named, described, anonymous or a document.

In: the tokens of a source, and what the speaker's first full mention was found to be. Out: one of the record's four
words. A pronoun is what the actor behind it is.
"""

from collections.abc import Sequence

from reportedly import knowledge
from reportedly.language.analysis import Token


def anonymity_of(source: Sequence[Token]) -> str | None:
    """What the words of a source make it; None for a pronoun, which hangs on the actor behind it."""
    if not source:
        return "anonymous"
    known = knowledge.load("anonymous")
    words = [t.lower for t in source]
    head = head_of(source)
    if head.lower in known["counters"] and (below := part_of(source, head)) is not None:
        head = below
    lemma = head.lemma.lower()
    if len(words) == 1 and words[0] in known["pronouns"]:
        return None
    if lemma in known["sources"] or head.lower in known["nobody"]:
        return "anonymous"
    if lemma in known["familiar"] and any(w in known["knowing"] for w in words):
        return "anonymous"
    if lemma in known["documents"] and head.pos != "PROPN":
        owned = any(t.pos == "PROPN" and t.dep in {"poss", "compound", "amod", "nmod"} for t in source)
        return "anonymous" if head.tag == "NNS" and lemma in known["hearsay"] and not owned else "document"
    if is_named(source, head):
        return "named"
    if lemma in known["institutions"] and head.tag == "NN":
        return "named"
    return "described"


def head_of(source: Sequence[Token]) -> Token:
    """The word on which the rest of a source hangs; its quotation marks may hang on something else."""
    held = {t.index for t in source}
    words = [t for t in source if t.pos != "PUNCT"] or source
    return next((t for t in words if t.head not in held or t.head == t.index), words[-1])


def part_of(source: Sequence[Token], head: Token) -> Token | None:
    """The head of those of whom `head` counts some: `officials` in `one of the officials`."""
    of = {t.index for t in source if t.head == head.index and t.lower in {"of", "among"}}
    return next((t for t in source if t.dep == "pobj" and t.head in of), None)


def is_named(source: Sequence[Token], head: Token) -> bool:
    """Whether a source's head, its apposition or one of those joined to it is a name."""
    names = [t for t in source if t.pos == "PROPN"]
    heads, queue = {head.index}, [head.index]
    while queue:
        i = queue.pop()
        for t in source:
            if t.head == i and t.dep in {"appos", "conj"} and t.index not in heads:
                heads.add(t.index)
                queue.append(t.index)
    return any(t.index in heads for t in names)
