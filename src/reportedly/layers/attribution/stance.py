"""The attitude of a source to what it says: the cue's own, turned by a negation, and by the content where cue and
content differ.

In: the tokens of a cue and a content. Out: one of the record's stances. Other layers ask `stance_of` too.
"""

from collections.abc import Sequence

from reportedly import knowledge
from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues

SPEECH = frozenset({"assert", "believe"})
NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "nobody", "neither", "without"})
NEGATED = {
    "assert": "decline",
    "confirm": "decline",
    "deny": "decline",
    "accuse": "decline",
    "demand": "decline",
    "promise": "decline",
    "threaten": "decline",
    "believe": "doubt",
    "doubt": "believe",
    "ask": "decline",
    "intend": "intend",
    "decline": "confirm",
}
"""What a negated cue leaves: who did not deny has declined to say; who does not think so doubts it."""


def stance_of(lemma: str, cue: Sequence[Token], content: Sequence[Token]) -> str:
    """The stance of a statement whose cue has the lemma `lemma`."""
    anchor = next((t for t in reversed(cue) if t.lemma.lower() == lemma.split(" ", maxsplit=1)[0]), None)
    base = cues.known_stance(cues.kind_of(anchor.pos if anchor else "VERB"), cues.entry_of(lemma, cue)) or "assert"
    words = [t.lower for t in cue]
    if any(w in NEGATIONS for w in words):
        if lemma in {"know", "understand", "remember"}:
            return "decline"
        return NEGATED[base]
    if refuses(cue, lemma):
        return "decline" if base in {"assert", "deny", "accuse", "ask", "confirm"} else "deny"
    if base == "assert":
        return by_content(content) or base
    return base


def refuses(cue: Sequence[Token], lemma: str) -> bool:
    """Whether a cue is a refusal to say: `declined to comment`, `refused to confirm`."""
    return any(t.lemma.lower() in {"decline", "refuse", "fail"} for t in cue) and lemma not in {"decline", "refuse"}


def by_content(content: Sequence[Token]) -> str | None:
    """The stance that a content gives to a plain cue of saying: a demand, a promise, a threat, a plan; or None."""
    told = knowledge.load("hedges")["content"]
    words = [t for t in content if t.pos not in {"PUNCT"}]
    if not words:
        return None
    if words[0].lower == "to" and len(words) > 1 and words[1].tag == "VB":
        return "demand"
    held = {t.index for t in words}
    root = next((t for t in words if t.head == t.index or t.head not in held), words[0])
    main = [
        t
        for t in words
        if t.head == root.index and t.index < root.index and t.dep in {"aux", "nsubj", "neg", "auxpass"}
    ]
    modals = {t.lower for t in main if t.dep == "aux"}
    own = any(t.dep == "nsubj" and t.lower in {"i", "we", "he", "she", "they", "it"} for t in main)
    negated = any(t.dep == "neg" for t in main)
    lemma = root.lemma.lower()
    if modals & {"will", "would", "'ll", "’ll", "shall"} and lemma in told["threat"] and not negated:
        return "threaten"
    if modals & {"must", "should", "ought"}:
        return "demand"
    if own and modals & {"will", "would", "'ll", "’ll", "shall"}:
        return "intend"
    return None
