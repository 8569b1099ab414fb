"""Whether an event happened: from negation, modality, tense, conditionals, the words above it, and its attribution.

In: a trigger, and the attribution that holds it. Out: one of the eight statuses of the record. It never looks at who
acts. The method is that of factuality profiles (Saurí and Pustejovsky 2009): what stands above a word in the parse
projects onto it.
"""

from reportedly.document import Span
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening.lexicon import Lexicon
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import Attribution

_NEGATIVE = frozenset({"not", "n't", "never", "no", "nor", "neither", "without", "n’t"})
_SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
_BY_STANCE = {
    "deny": "denied",
    "demand": "demanded",
    "threaten": "threatened",
    "promise": "planned",
    "intend": "planned",
}
_WEAKER = {"actual", "ongoing", "planned", "possible"}
_ARGUMENT = frozenset({"for", "of", "to", "against", "about"})
"""Prepositions through which a verb's or a noun's lists reach the noun behind."""
_ORDER = ("denied", "not_happened", "demanded", "threatened", "possible", "planned", "ongoing", "actual")
"""Where a word stands in several lists of the grammar, the first of these statuses is its own."""


class Status:
    """Reads the status of triggers in one analysis."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._a = analysis
        self._grammar = lexicon.grammar

    def of(self, trigger: Trigger, holder: Attribution | None) -> str:
        """The status of a trigger that `holder` (or, where it is None, the outlet) speaks of."""
        token = self._a.tokens[trigger.index]
        if token.pos in {"VERB", "AUX"}:
            status = self._verb(token)
            if trigger.type in _SPEECH:
                purpose = status == "planned" and token.dep == "advcl"
                status = "actual" if purpose or (status == "ongoing" and token.tag in {"VBZ", "VBP"}) else status
        else:
            status = self._noun(token, trigger.type in _SPEECH)
        if holder is not None and status in _WEAKER and self._leads(token, holder):
            projected = _BY_STANCE.get(holder.stance, status)
            # A promise or a demand is about what is to come: what it says has happened stays so.
            if projected == "denied" or status not in {"actual", "ongoing"} or not self._is_finite_past(token):
                status = projected
        return status

    def _lists(self, token: Token, prefix: str = "") -> str | None:
        """The status that a word above or beside makes, by the grammar's lists."""
        words = {token.lemma.lower(), token.lower}
        for status in _ORDER:
            if words & self._grammar.get(prefix + status, frozenset()):
                return status
        return None

    def _verb(self, v: Token, depth: int = 0) -> str:
        a = self._a
        aux = list(a.below(v.index, "aux", "auxpass"))
        words = {t.lower for t in aux}
        negated = self._negated(v)
        if depth > 8:
            return "actual"
        if v.dep == "conj" and not aux and not any(True for _ in a.below(v.index, "nsubj", "nsubjpass")):
            head = a.head(v)
            if head.pos in {"VERB", "AUX"} and head.tag == v.tag:
                return "not_happened" if negated else self._verb(head, depth + 1)
        if any(t.lower in self._grammar["conditional"] for t in a.below(v.index, "mark", "advmod")):
            return "possible"
        if words & {"must", "should", "ought"}:
            return "demanded"
        if words & {"could", "may", "might", "can", "cannot", "ca"}:
            return "not_happened" if negated else "possible"
        if words & {"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"}:
            return "not_happened" if negated else ("possible" if self._hypothetical(v) else "planned")
        if "to" in words or v.dep in {"xcomp", "pcomp"} or (v.tag == "VB" and v.dep in {"ccomp", "acl"}):
            above = self._above(v, depth)
            if above is not None:
                return "not_happened" if negated and above in {"actual", "ongoing"} else above
        if negated:
            return "not_happened"
        if v.tag == "VBG" and words & {"is", "are", "am", "'s", "’s", "'re", "’re", "been", "was", "were"}:
            return "ongoing"
        if v.tag == "VBN" and "being" in words:
            return "ongoing"
        if v.tag in {"VBZ", "VBP"} and not a.sentence_of(v).is_title:
            return "ongoing"
        if v.tag == "VB" and "to" in words:
            return "planned"
        return "actual"

    def _above(self, v: Token, depth: int) -> str | None:
        """The status that the word above an infinitive or a gerund gives it, or None where it leaves it open."""
        a = self._a
        head = a.head(v)
        is_to = any(t.lower == "to" for t in a.below(v.index, "aux"))
        if v.dep == "pcomp":
            if head.lower == "without":
                return "not_happened"
            if head.lower in {"after", "by", "in", "since", "while"}:
                return "actual"
            head = a.head(head)
        if head.index == v.index:
            return None
        if a.tokens[head.index].lower == "going" and is_to:
            return "planned"
        made = self._lists(head)
        if made is None or (made in {"demanded", "planned"} and not is_to and v.tag != "VBG" and v.dep != "ccomp"):
            if is_to and v.dep == "advcl":
                return "planned"
            return None
        if made == "actual":
            return self._verb(head, depth + 1) if head.pos in {"VERB", "AUX"} else "actual"
        if made == "ongoing":
            return (
                "ongoing"
                if head.pos in {"VERB", "AUX"} and self._verb(head, depth + 1) in {"actual", "ongoing"}
                else "planned"
            )
        if head.pos in {"VERB", "AUX"} and self._negated(head) and made in {"planned", "possible"}:
            return "not_happened"
        return made

    def _noun(self, n: Token, is_speech: bool = False, depth: int = 0) -> str:
        a = self._a
        for t in a.below(n.index, "amod", "compound", "det", "neg", "nmod"):
            if made := self._lists(t, "modifier_"):
                return made
        rest = "ongoing" if n.lemma.lower() in self._grammar["lasting"] else "actual"
        head = a.head(n)
        if n.dep == "conj" and head.pos in {"NOUN", "PROPN"} and depth < 8:
            return self._noun(head, is_speech, depth + 1)
        above = a.head(head) if n.dep == "pobj" else head
        if n.dep == "pobj":
            if head.lower == "without":
                return "not_happened"
            if head.lower not in _ARGUMENT:
                return rest
        if above.index == n.index or n.dep not in {"pobj", "dobj", "nsubj", "nsubjpass", "attr"}:
            return rest
        words = {above.lemma.lower(), above.lower}
        if n.dep != "nsubj" and not is_speech and not words & self._grammar["clauses_only"]:
            made = self._lists(above)
            if made not in {None, "ongoing", "actual"}:
                return str(made)
        if above.pos in {"VERB", "AUX"} and above.lemma.lower() in self._grammar["light"] | self._grammar["occur"]:
            status = self._verb(above)
            return rest if status == "ongoing" and above.lemma.lower() == "be" else status
        return rest

    def _negated(self, v: Token) -> bool:
        a = self._a
        if any(t.dep == "neg" or t.lower in _NEGATIVE for t in a.below(v.index, "neg", "advmod", "preconj")):
            return True
        for t in a.below(v.index, "nsubj", "nsubjpass", "dobj"):
            if t.lower in {"nobody", "none", "nothing"} or any(d.lower == "no" for d in a.below(t.index, "det")):
                return True
        return False

    def _hypothetical(self, v: Token) -> bool:
        """Whether an if-clause hangs on the verb."""
        a = self._a
        for clause in a.below(v.index, "advcl"):
            if any(t.lower in {"if", "unless"} for t in a.below(clause.index, "mark")):
                return True
        return False

    def _is_finite_past(self, token: Token) -> bool:
        return token.tag in {"VBD", "VBN"} and not any(t.lower == "to" for t in self._a.below(token.index, "aux"))

    def _leads(self, token: Token, holder: Attribution) -> bool:
        """Whether a trigger is what a content is about: no other word of the content stands above it but its verb's."""
        a = self._a

        def inside(span: Span) -> bool:
            return any(c.holds(span) for c in holder.content)

        t = token
        for _ in range(50):
            head = a.head(t)
            if head.index == t.index or not inside(head.span):
                return True
            if t.dep not in {"conj", "xcomp", "ccomp", "pobj", "prep", "dobj"}:
                return False
            if t.dep != "conj" and head.pos in {"NOUN", "VERB"} and head.lemma.lower() not in self._grammar["light"]:
                return False
            t = head
        return False
