"""The form of a clause: tense, aspect, mood, voice and negation of its verb, by its auxiliaries.

In: an analysis. Out: a `Form` for each verb asked about, worked out once. It refuses nothing: what is no verb has the
form "none".
"""

from dataclasses import dataclass
from itertools import islice

from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening.factual_words import FactualWords

VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_MOST = 40
"""How many words that hang on one verb are looked at: a bound on time in texts without full stops."""
_BE = frozenset({"be", "is", "are", "am", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m", "s"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_MODAL = {
    "will": "will", "shall": "will", "'ll": "will", "’ll": "will", "wo": "will", "would": "would", "'d": "would", "’d": "would",
    "must": "must", "should": "must", "ought": "must", "could": "may", "may": "may", "might": "may", "can": "may",
    "cannot": "may", "ca": "may",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A verb's form: `tense` is one of past, present, perfect, past perfect, progressive, past progressive, perfect
    progressive, will, would, must, may, counterfactual ("should have gone"), infinitive, gerund, participle, base, none."""

    tense: str
    passive: bool = False
    negated: bool = False
    conditional: bool = False
    """Whether "if", "unless" or "whether" opens it."""
    hypothetical: bool = False
    """Whether an if-clause hangs on it."""
    has_subject: bool = False


class Clauses:
    """Forms of the verbs of one analysis."""

    def __init__(self, analysis: Analysis, words: FactualWords) -> None:
        self._a = analysis
        self._words = words
        self._forms: dict[int, Form] = {}

    def form(self, v: Token) -> Form:
        """The form of a verb; a verb joined to another one without auxiliaries of its own shares the other's."""
        chain: list[Token] = []
        while v.index not in self._forms and len(chain) < _MOST:
            chain.append(v)
            head = self._a.head(v)
            if not (v.dep == "conj" and head.index < v.index and self._shares(v, head)):
                break
            v = head
        for n, verb in enumerate(reversed(chain)):
            own = self._own(verb)
            first = self._forms.get(verb.head) if n or verb.dep == "conj" else None
            if first is not None and verb.dep == "conj" and self._shares(verb, self._a.head(verb)):
                own = Form(
                    first.tense, first.passive, own.negated or first.negated,
                    first.conditional, first.hypothetical, first.has_subject,
                )  # fmt: skip
            self._forms[verb.index] = own
        return self._forms[chain[0].index] if chain else self._forms[v.index]

    def near(self, t: Token, *deps: str) -> list[Token]:
        """The words that hang on a word by one of the relations `deps`, of the first `_MOST`."""
        return [x for x in islice(self._a.below(t.index), _MOST) if not deps or x.dep in deps]

    def is_to(self, v: Token) -> bool:
        """Whether "to" stands before a verb."""
        return any(t.lower == "to" for t in self.near(v, "aux"))

    def _shares(self, v: Token, head: Token) -> bool:
        """Whether a verb stands under the auxiliaries of the verb that it is joined to ("will come and go")."""
        if v.pos not in VERBAL or head.pos not in VERBAL or v.tag != head.tag:
            return False
        return not self.near(v, "aux", "auxpass", *_SUBJECTS)

    def _own(self, v: Token) -> Form:
        if v.pos not in VERBAL:
            return Form("none", negated=self._negated(v))
        aux = {t.lower for t in self.near(v, "aux", "auxpass")}
        marks = [t for t in self.near(v, "mark", "advmod") if t.index < v.index]
        return Form(
            self._tense(v, aux),
            v.tag == "VBN" and bool(self.near(v, "auxpass", "nsubjpass", "agent") or (v.dep in {"acl", "amod"} and not aux)),
            self._negated(v),
            any(self._words.listed(t, "conditional") for t in marks)
            or any(t.lower in {"should", "had", "were"} and t.index < v.index for t in self.near(v, "aux") if v.dep == "advcl"),
            any(
                t.lower in {"if", "unless"}
                for clause in self.near(v, "advcl")
                for t in self.near(clause, "mark")
            ),
            bool(self.near(v, *_SUBJECTS)),
        )  # fmt: skip

    def _tense(self, v: Token, aux: set[str]) -> str:
        for word in sorted(aux & _MODAL.keys()):
            if not (word in {"'d", "’d"} and v.tag == "VBN"):
                perfect = v.tag == "VBN" and "have" in aux
                return "counterfactual" if perfect and _MODAL[word] in {"must", "would"} else _MODAL[word]
        if "to" in aux:
            return "infinitive"
        if v.tag == "VBG":
            if not aux & _BE:
                return "gerund"
            if aux & {"was", "were"}:
                return "past progressive"
            return "perfect progressive" if aux & _HAVE else "progressive"
        if v.tag in {"VBN", "VBD"} and aux & _HAVE:
            return "past perfect" if "had" in aux else "perfect"
        if v.tag == "VBN" and aux & _BE:
            if "being" in aux:
                return "past progressive" if aux & {"was", "were"} else "progressive"
            return "past" if aux & {"was", "were", "been"} else "present"
        if v.tag == "VBN" and v.dep in {"acl", "amod", "advcl"}:
            return "participle"
        if v.tag in {"VBD", "VBN"}:
            return "past"
        if v.tag in {"VBZ", "VBP"}:
            return "present"
        return "past" if "did" in aux else "present" if aux & {"do", "does"} else "base"

    def _negated(self, v: Token) -> bool:
        if any(t.dep == "neg" or self._words.listed(t, "negative") for t in self.near(v, "neg", "advmod", "preconj")):
            return True
        for t in self.near(v, "nsubj", "nsubjpass", "dobj", "attr"):
            if t.lower in {"nobody", "none", "nothing"} or any(d.lower == "no" for d in self.near(t, "det")):
                return True
        return False
