"""What the grammar around a trigger says of whether it happened: the rules.

In: a trigger's token and the attribution that holds it. Out: one of the record's statuses. The method is that of
factuality profiles (Saurí and Pustejovsky, 2009): what stands above a word in the parse projects onto it. The words are
those of the knowledge file `factuality`. It refuses nothing: where no word says otherwise, the status is "actual".
"""

from collections.abc import Sequence

from reportedly.document import Span
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening.factual_clause import VERBAL, Clauses, Form
from reportedly.layers.happening.factual_words import FactualWords
from reportedly.record import Attribution

SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
"""Types whose events are mostly speech acts."""
_BY_STANCE = {
    "deny": "denied",
    "demand": "demanded",
    "threaten": "threatened",
    "promise": "planned",
    "intend": "planned",
}
_WEAKER = frozenset({"actual", "ongoing", "planned", "possible"})
_ARGUMENT = frozenset({"for", "of", "to", "against", "about", "on"})
"""Prepositions through which a verb or a noun reaches the noun behind."""
DEEPEST = 8
"""How many words up the walk goes; real sentences rarely ask for more than four."""


class Rules:
    """Reads statuses in one analysis by rules."""

    def __init__(self, analysis: Analysis, words: FactualWords, clauses: Clauses) -> None:
        self._a = analysis
        self._words = words
        self._clauses = clauses

    def meant(self, token: Token, covered: Sequence[int], kind: str) -> Token:
        """The word of a trigger that says what is done: in "failed to withdraw" it is the withdrawing that failed."""
        for _ in range(DEEPEST):
            inner = next((t for t in self._clauses.near(token, "xcomp", "acl") if t.index in covered), None)
            if inner is None or kind in {"REQUEST", "THREATEN", "REJECT"} or not self._words.governing(token):
                break
            token = inner
        return token

    def of(self, token: Token, kind: str, holder: Attribution | None) -> str:
        """The status of a trigger of the type `kind` that `holder` (where it is None, the outlet) speaks of."""
        if token.pos in VERBAL:
            status = self._verb(token)
            if kind == "REJECT" and status == "not_happened":
                return "actual"  # "did not recognise the court": the negation is the act
            if kind in SPEECH:
                purpose = status == "planned" and token.dep == "advcl"
                said = (
                    status == "ongoing"
                    and token.tag in {"VBZ", "VBP"}
                    and not self._words.listed(token, "lasting_verbs")
                )
                status = "actual" if purpose or said else status
        else:
            status = self._noun(token, kind in SPEECH)
        if holder is not None and status in _WEAKER and self.leads(token, holder):
            projected = _BY_STANCE.get(holder.stance, status)
            # A promise or a demand is about what is to come: what it says has happened stays so.
            if projected == "denied" or status not in {"actual", "ongoing"} or not self._is_finite_past(token):
                status = projected
        return status

    def governed(self, v: Token, head: Token, *, clause: bool) -> tuple[str, str] | None:
        """The class of the word above and the status that it gives what it governs; None where it has no class."""
        for made in self._words.governing(head):
            if clause or made.noun:
                own = clause and not any(t.index < v.index for t in self._clauses.near(head, "dobj", "dative"))
                own = own and v.dep == "xcomp" and not self._clauses.form(v).has_subject
                return made.name, made.own if own else made.status
        return None

    def _verb(self, v: Token, depth: int = 0) -> str:
        form = self._clauses.form(v)
        if depth > DEEPEST:
            return "actual"
        if v.dep == "conj" and form.tense in {"infinitive", "gerund", "base", "participle"}:
            first = self._a.head(v)
            if first.pos in VERBAL and self._clauses.form(first).tense == form.tense:
                return "not_happened" if form.negated else self._verb(first, depth + 1)
        if form.conditional:
            return "possible"
        if form.tense == "must":
            return "demanded"
        if form.tense == "counterfactual":
            return "actual" if form.negated else "not_happened"
        if form.tense in {"may", "will", "would"}:
            unreal = form.tense == "may" or form.hypothetical
            return "not_happened" if form.negated else "possible" if unreal else "planned"
        if form.tense in {"infinitive", "gerund", "base"}:
            above = self._above(v, depth)
            if above is not None:
                return "not_happened" if form.negated and above in {"actual", "ongoing"} else above
        if form.negated:
            return "not_happened"
        return self._by_tense(v, form)

    def _by_tense(self, v: Token, form: Form) -> str:
        if form.tense in {"progressive", "past progressive", "perfect progressive"}:
            return "ongoing"
        if form.tense == "present" and not self._a.sentence_of(v).is_title:
            return "ongoing"
        return "planned" if form.tense == "infinitive" else "actual"

    def _above(self, v: Token, depth: int) -> str | None:
        """The status that the word above an infinitive or a gerund gives it, or None where it leaves it open."""
        head = self._a.head(v)
        is_to = self._clauses.form(v).tense == "infinitive"
        if v.dep == "pcomp":
            if head.lower == "without":
                return "not_happened"
            if head.lower in {"after", "by", "in", "since", "while"}:
                return "actual"
            head = self._a.head(head)
        if head.index == v.index:
            return None
        found = self.governed(v, head, clause=True)
        if found is None:
            return "planned" if is_to and v.dep == "advcl" else None
        made = found[1]
        if not made:
            return self._verb(head, depth + 1) if head.pos in VERBAL else "actual"
        if made == "ongoing":
            real = head.pos in VERBAL and self._verb(head, depth + 1) in {"actual", "ongoing"}
            return "ongoing" if real else "planned"
        if head.pos in VERBAL and made in {"planned", "possible"} and self._clauses.form(head).negated:
            return "not_happened"
        return made

    def _noun(self, n: Token, is_speech: bool = False, depth: int = 0) -> str:
        for t in self._clauses.near(n, "amod", "compound", "det", "neg", "nmod"):
            for made in self._words.modifying(t):
                if made.status:
                    return made.status
        rest = "ongoing" if self._words.listed(n, "enduring") else "actual"
        head = self._a.head(n)
        if n.dep == "conj" and head.pos in {"NOUN", "PROPN"} and depth < DEEPEST:
            return self._noun(head, is_speech, depth + 1)
        above = self._a.head(head) if n.dep == "pobj" else head
        if n.dep == "pobj":
            if head.lower == "without":
                return "not_happened"
            if head.lower not in _ARGUMENT:
                return rest
        if above.index == n.index or n.dep not in {"pobj", "dobj", "nsubj", "nsubjpass", "attr"}:
            return rest
        if n.dep not in {"nsubj"} and not is_speech:
            found = self.governed(n, above, clause=False)
            if found and found[1] not in {"", "ongoing"}:
                return found[1]
        if above.pos in VERBAL and self._words.listed(above, "light"):
            status = self._verb(above)
            return rest if status == "ongoing" and above.lemma.lower() == "be" else status
        return rest

    def _is_finite_past(self, token: Token) -> bool:
        return token.tag in {"VBD", "VBN"} and not self._clauses.is_to(token)

    def leads(self, token: Token, holder: Attribution) -> bool:
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
            if t.dep != "conj" and head.pos in {"NOUN", "VERB"} and not self._words.listed(head, "light"):
                return False
            t = head
        return False
