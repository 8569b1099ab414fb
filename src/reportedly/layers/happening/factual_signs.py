"""What speaks for each status of an event: the signs that the learned weights are for.

In: a trigger and the attribution that holds it. Out: names of signs, each true of the trigger, none of which says who
acts. A sign is a fact of grammar (the verdict of the rules, tense, what stands above and beside) or a class of words of
the knowledge file `factuality`. It refuses nothing.
"""

from collections.abc import Iterator, Sequence

from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening.factual_clause import VERBAL, Clauses
from reportedly.layers.happening.factual_rules import DEEPEST, SPEECH, Rules
from reportedly.layers.happening.factual_words import FactualWords
from reportedly.record import Attribution

_CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl", "conj", "ROOT", "parataxis"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Signs:
    """Reads the signs of triggers in one analysis."""

    def __init__(self, analysis: Analysis, words: FactualWords, clauses: Clauses, rules: Rules) -> None:
        self._a = analysis
        self._words = words
        self._clauses = clauses
        self._rules = rules

    def of(
        self, token: Token, covered: Sequence[int], kind: str, holder: Attribution | None, verdict: str
    ) -> list[str]:
        """The signs of a trigger of the type `kind` that covers the tokens `covered`; `verdict` is the rules' status."""
        found = dict.fromkeys(["constant"])
        shape = self._shape(token)
        own = [*self._beside(token, kind), *self._covered(token, covered)]
        place = "title" if self._a.sentence_of(token).is_title else "text"
        signs = [
            f"rules {verdict}", f"{kind}", f"form {shape}", f"{kind} {self._sort(token)}", f"rules {verdict}, {shape}",
            f"{place}", f"{place} {shape}", f"relation {token.dep}", *own, *self._lasting(token, covered, shape), *self._up(token),
            *self._voice(token, holder, shape, verdict),
        ]  # fmt: skip
        if kind in SPEECH:
            signs += ["speech", f"speech {shape}", f"speech, rules {verdict}"]
        found.update(dict.fromkeys(signs))
        return list(found)

    def _sort(self, token: Token) -> str:
        return "verb" if token.pos in VERBAL else "noun" if token.pos in {"NOUN", "PROPN"} else "other"

    def _shape(self, token: Token) -> str:
        """The form of a verb, or of a noun its number and what it depends by."""
        if token.pos in VERBAL:
            form = self._clauses.form(token)
            tense = form.tense
            if tense in {"gerund", "participle", "infinitive"}:
                tense += f" {token.dep}"
            return tense + (" passive" if form.passive and tense in {"past", "present", "perfect"} else "")
        return "nouns" if token.tag in {"NNS", "NNPS"} else "noun" if token.pos in {"NOUN", "PROPN"} else "other"

    def _beside(self, token: Token, kind: str) -> Iterator[str]:
        """What hangs on the trigger: negation, mood, modifiers, adverbs, a span of time."""
        form = self._clauses.form(token)
        for name in ("negated", "conditional", "hypothetical", "passive"):
            if getattr(form, name):
                yield name
                yield f"{name} {kind}"
        for t in self._clauses.near(token):
            for made in self._words.modifying(t):
                yield f"beside {made.name}"
            yield from self._time(t, "beside")
            if t.dep in {"det", "poss"} and token.pos not in VERBAL:
                yield f"determiner {t.lower if t.dep == 'det' else 'possessor'}"
            if t.dep == "prt" or (t.dep == "dobj" and token.pos in VERBAL):
                yield f"has {t.dep}"

    def _time(self, t: Token, where: str) -> Iterator[str]:
        """Whether a word beside a verb or noun, or the noun behind a preposition there, says when or how often."""
        if t.dep in {"advmod", "npadvmod", "amod", "nmod", "tmod", "pobj"}:
            if self._words.listed(t, "lasting_adverbs"):
                yield f"{where} lasting adverb"
            near = [t, *self._clauses.near(t, "amod", "advmod")] if t.dep in {"npadvmod", "pobj"} else [t]
            for name in ("future", "past"):
                if any(self._words.listed(x, name) for x in near):
                    yield f"{where} {name}"
        elif t.dep == "prep":
            if t.lower == "since":
                yield f"{where} lasting adverb"
            for x in self._clauses.near(t, "pobj"):
                if t.lower in {"for", "over", "during"} and self._words.listed(x, "spans"):
                    yield f"{where} span"
                yield from self._time(x, where)

    def _covered(self, token: Token, covered: Sequence[int]) -> Iterator[str]:
        """What the other words of the trigger are."""
        for i in covered:
            t = self._a.tokens[i]
            if i == token.index:
                continue
            if t.pos == "AUX" or t.dep in {"aux", "auxpass", "neg"}:
                yield f"covers {t.lower}"
                if t.dep == "neg":
                    yield "covers its negation"
            elif t.pos == "ADP" and i == covered[0]:
                yield f"opens with {t.lower}"
        if len(covered) > 1 and token.pos not in VERBAL and any(self._a.tokens[i].pos == "VERB" for i in covered):
            yield "noun with its verb"

    def _lasting(self, token: Token, covered: Sequence[int], shape: str) -> Iterator[str]:
        """Whether the trigger names a state or an activity."""
        is_verb = token.pos in VERBAL
        lists = ["lasting_verbs"] if is_verb else ["lasting_nouns"]
        if token.tag in {"VBG", "VBN", "JJ"}:
            lists += ["lasting_nouns", "lasting_adjectives"]
        words = [token, *(self._a.tokens[i] for i in covered if self._a.tokens[i].pos in {"NOUN", "VERB"})]
        if any(self._words.listed(token, name) for name in lists):
            yield "lasting"
            yield f"lasting {shape}"
            yield f"lasting by {token.dep}"
            head = self._a.head(token)
            if head.pos == "ADP":
                yield f"lasting behind {head.lower}"
            elif head.pos in VERBAL:
                yield f"lasting, {token.dep} of {self._clauses.form(head).tense}"
            for t in self._clauses.near(token, "det", "poss"):
                yield f"lasting {t.dep} {t.lower if t.dep == 'det' else ''}".rstrip()
        elif any(self._words.listed(t, n) for t in words for n in ("lasting_nouns", "lasting_verbs")):
            yield "lasting in part"
        if self._words.listed(token, "enduring"):
            yield "enduring"

    def _up(self, token: Token) -> Iterator[str]:
        """The words above, step by step: their classes, their forms, and the prepositions between."""
        t, step, seen_verb = token, 0, False
        path: list[str] = []
        for _ in range(DEEPEST):
            head = self._a.head(t)
            if head.index == t.index:
                if t.index != token.index:
                    yield f"root {self._shape(t)}"
                return
            if t.dep == "conj":
                yield "joined"
                t = head
                continue
            if head.pos == "ADP":
                path.append(head.lower)
                if step == 0:
                    yield f"behind {head.lower}"
                t = head
                continue
            step += 1
            yield from self._above(token, t, head, step, " ".join(path))
            if head.pos in VERBAL and not seen_verb:
                seen_verb = True
                form = self._clauses.form(head)
                relation = t.dep if step == 1 else "far"
                yield f"clause {relation} {form.tense}"
                yield f"clause {form.tense}"
                if form.negated:
                    yield "clause negated"
                for x in self._clauses.near(head):
                    yield from self._time(x, "clause")
            elif head.pos in VERBAL:
                tense = self._clauses.form(head).tense
                if tense in {"will", "would", "may", "must"}:
                    yield f"higher clause {tense}"
            if self._clauses.form(head).conditional:
                yield "under a condition"
            path = []
            t = head

    def _above(self, token: Token, t: Token, head: Token, step: int, path: str) -> Iterator[str]:
        """What one word above is."""
        near = "above" if step == 1 else "far above"
        kind = "clause" if t.dep in _CLAUSAL and t.pos in VERBAL else "noun"
        for made in self._words.governing(head):
            yield f"{near} {made.name}"
            if step == 1:
                yield f"{near} {made.name} {kind} {t.dep}"
                if self._clauses.form(head).negated:
                    yield f"{near} {made.name} negated"
        found = self._rules.governed(t, head, clause=kind == "clause")
        if found:
            yield f"{near} gives {found[1] or 'nothing'}"
            if step == 1:
                yield f"{near} gives {found[1] or 'nothing'}, {kind}"
        if step == 1:
            if self._words.listed(head, "light"):
                yield f"light {t.dep}"
            yield f"hangs on {self._sort(head)} by {t.dep}"

    def _voice(self, token: Token, holder: Attribution | None, shape: str, verdict: str) -> Iterator[str]:
        """The attribution that holds the trigger."""
        if holder is None:
            yield "outlet"
            return
        leads = "leads" if self._rules.leads(token, holder) else "within"
        yield f"{holder.stance}"
        yield f"{holder.stance} {leads}"
        yield f"{holder.stance} {self._sort(token)}"
        yield f"{holder.stance}, rules {verdict}"
        if holder.mode != "indirect":
            yield "quoted"
