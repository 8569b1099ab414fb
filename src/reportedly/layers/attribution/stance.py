"""The attitude of a source to what it says: the cue's own, turned by a negation, and by the content where cue and
content differ.

In: the tokens of a cue and a content. Out: one of the record's stances. Other layers ask `stance_of` too.
"""

from collections.abc import Sequence

from reportedly import knowledge
from reportedly.language.analysis import Token
from reportedly.layers.attribution import cues

NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "nobody", "neither", "without", "none", "unable"})
REFUSALS = frozenset({"decline", "refuse"})
UNKNOWN = frozenset({"know", "understand", "remember", "recall", "clear", "certain", "sure"})
ASKING = frozenset({"ask"})
SURE = frozenset({"assure"})
WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "'d", "’d"})
OWN = frozenset({"i", "we", "he", "she", "they", "it"})
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
    kind = cues.kind_of(anchor.pos if anchor else "VERB")
    base = cues.known_stance(kind, cues.entry_of(lemma, cue)) or cues.hedge_stance(lemma) or "assert"
    if any(t.lower in NEGATIONS for t in cue):
        return "decline" if lemma in UNKNOWN else NEGATED[base]
    if any(t.lemma.lower() in REFUSALS for t in cue) and lemma not in REFUSALS:
        return "decline" if base in {"assert", "deny", "accuse", "ask", "confirm"} else "deny"
    if lemma in ASKING and wants(content):
        return "demand"
    if lemma == "propose" and content and content[0].lower == "to":
        return "intend"
    if lemma in SURE and by_content(content) is None:
        return "assert"
    return by_content(content) or base if base == "assert" else base


def wants(content: Sequence[Token]) -> bool:
    """Whether a content is an infinitive with or without the one who is to do it, or is asked for or of somebody."""
    words = [t for t in content if t.pos != "PUNCT"]
    to = next((n for n, t in enumerate(words) if t.tag == "TO"), None)
    if words and words[0].lower == "for":
        return True
    return to is not None and not any(t.pos in {"VERB", "AUX"} for t in words[:to])


def by_content(content: Sequence[Token]) -> str | None:
    """The stance that a content gives to a plain cue of saying: a demand, a promise, a threat, a plan, an accusation;
    or None."""
    told = knowledge.load("hedges")["content"]
    words = [t for t in content if t.pos != "PUNCT"]
    if not words:
        return None
    if words[0].tag == "TO" and len(words) > 1 and words[1].tag == "VB":
        return "demand"
    held = {t.index for t in words}
    root = next((t for t in words if t.head == t.index or t.head not in held), words[0])
    main = [t for t in words if t.head == root.index and t.index < root.index]
    modals = {t.lower for t in main if t.dep == "aux"}
    subject = next((t for t in main if t.dep in {"nsubj", "nsubjpass"}), None)
    own = subject is not None and subject.lower in OWN
    negated = any(t.dep == "neg" for t in main)
    lemma = root.lemma.lower()
    if modals & WILL and lemma in told["threat"] and not negated:
        return "threaten"
    if modals & {"must", "should", "ought"}:
        return "demand"
    if own and modals & WILL:
        return "intend"
    if own and lemma in UNKNOWN and negated:
        return "decline"
    if own and not negated and not modals - {"to", "is", "are", "am", "'m", "’m", "'re", "’re"}:
        inner = cues.known_stance("verbs", lemma)
        if inner in {"intend", "demand", "promise", "threaten"} and lemma not in told["weak"]:
            return inner
    if not own and not negated and lemma in told["blame"] and subject is not None and subject.dep == "nsubj":
        return "accuse"
    return None
