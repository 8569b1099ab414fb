"""What happened to those whom a number counts: `killed`, `held`, `displaced` and so on, by syntax and the word lists.

In: the parse and a quantity. Out: a kind of figure and the verb that settled it. Where nothing says more it is `other`.
"""

from dataclasses import dataclass

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.counting.verbs import of_state, of_verb, passive, table, takes_object, through
from reportedly.layers.quantities.find import Quantity
from reportedly.layers.quantities.groups import is_person
from reportedly.layers.quantities.units import singular


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of figure, and the verb that governs the number (a token), if one does. `settled` says that the words name
    another fate than those of the ledger: "alive", "survived"."""

    what: str
    verb: int | None = None
    settled: bool = False


LATER = ("released", "killed", "missing")
"""Fates that a main clause tells after those of a clause of the noun's own."""
PLAIN = ("other", "troops")
"""Kinds that say nothing of what happened to those counted."""
LINKS = ("including", "among", "of", "as", "namely", "like")
"""Words through which a number leans on the noun above it."""
PART_LEADS = ("the", "those", "these", "them", "its", "their", "his", "her", "whom", "our", "us")
"""Words behind "of" that make a number a part of something named before."""


def role_of(analysis: Analysis, q: Quantity) -> Role:
    """The role of those that `q` counts."""
    anchor = anchor_of(analysis, q)
    verb = governing(analysis, anchor)
    if q.unit in load("units")["time"].values():
        return Role("duration", verb)
    if q.unit and q.unit != "percent":
        return Role("money", verb)
    if q.noun is not None and q.noun.end <= q.first and q.noun.end < len(analysis.tokens):
        follows = analysis.tokens[q.noun.end]
        if follows.sentence == analysis.tokens[q.number].sentence and follows.lower in table("after"):
            return Role(table("after")[follows.lower], verb)
    if what := _after(analysis, q):
        return Role(what, verb, settled=what == "other")
    noun = _noun(analysis, q)
    if noun in ("killed", "injured", "missing", "arrested", "affected"):
        return Role(noun, verb)
    said = _from_clause(analysis, q, anchor) or _from_head(analysis, anchor)
    if (told := _of_jobs(analysis, q, verb)) or (said and _is_thing(analysis, q)):
        return Role(told or ("affected" if said == "affected" and _houses(analysis, q) else "other"), verb)
    if said and (said in ("killed", "arrested", "missing", "displaced") or _may_be_people(analysis, q)):
        return Role(said, verb, settled=said == "other")
    if noun:
        return Role(noun, verb)
    return Role("troops" if q.hyphened and q.noun and _forces(analysis, q) else "other", verb)


def _noun(analysis: Analysis, q: Quantity) -> str:
    """What the noun itself says; of a part ("22 of the captives") the whole's noun says nothing."""
    if q.noun is None or (q.noun.of and analysis.tokens[q.noun.first].lower in PART_LEADS):
        return ""
    token, noun = analysis.tokens[q.noun.head], q.noun.word(analysis)
    if noun in load("figures")["things"]["nouns"] and noun != "case":
        return ""
    for word in (t.lower for t in analysis.below(token.index, "amod")):
        if word in load("figures")["fated"]["adjectives"]:
            return table("after")[word]
    if any(t.lower == "armed" for t in analysis.below(token.index, "amod")):
        return "troops"
    if noun == "case":
        return "affected" if _of_illness(analysis, token) else ""
    if noun == "member":
        bodies = [o for p in analysis.below(token.index, "prep") for o in analysis.below(p.index, "pobj")]
        return "troops" if any(table("noun").get(singular(t.lower)) == "troops" for t in bodies) else ""
    return table("noun").get(noun, "")


def _is_thing(analysis: Analysis, q: Quantity) -> bool:
    """Whether what is counted is a thing: no one can be held or injured there, though a plane may be missing."""
    return q.noun is not None and not q.noun.of and q.noun.word(analysis) in load("figures")["things"]["nouns"]


def _houses(analysis: Analysis, q: Quantity) -> bool:
    """Whether things stand for those who live or work there: "14,000 homes were without power"."""
    return q.noun is not None and q.noun.word(analysis) in load("figures")["houses"]["nouns"]


def _of_jobs(analysis: Analysis, q: Quantity, verb: int | None) -> str:
    """ "The loss of 740 jobs", "shed 310 posts": those who had them are affected."""
    known = load("figures")["jobs"]
    if q.noun is None or q.noun.word(analysis) not in known["nouns"]:
        return ""
    head = analysis.head(analysis.tokens[q.noun.head])
    lost = head.lower == "of" and analysis.head(head).lower in known["losses"]
    shed = verb is not None and analysis.tokens[verb].lemma in known["verbs"]
    return "affected" if lost or shed else ""


def _of_illness(analysis: Analysis, noun: Token) -> bool:
    """Whether cases are those of a disease, not of a court: "cases of cholera", "590 new cases", "a confirmed case"."""
    before = {t.lower for t in analysis.below(noun.index, "amod")}
    ill = load("figures")["illness"]
    if before & set(ill["courts"]):
        return False
    behind = [
        o.lower for p in analysis.below(noun.index, "prep") if p.lower == "of" for o in analysis.below(p.index, "pobj")
    ]
    named = [*behind, *(t.lower for t in analysis.below(noun.index, "compound"))]
    return any(w in ill["nouns"] or w.endswith(tuple(ill["endings"])) for w in named) or (
        not behind and bool(before & set(ill["counted"]))
    )


def _may_be_people(analysis: Analysis, q: Quantity) -> bool:
    """Whether those counted can be hurt or held: people by their noun, a name of people, or no noun at all."""
    if q.noun is None or q.unit == "percent":
        return True
    noun, token = q.noun.word(analysis), analysis.tokens[q.noun.head]
    known = (
        noun in load("figures")["people"]["nouns"] or noun in table("noun") or noun in ("of", "those", "them", "whom")
    )
    return (
        known
        or is_person(token)
        or token.pos in ("PRON", "DET")
        or (token.tag in ("NNPS", "NNP") and token.lower.endswith(("s", "ese")))
    )


def _forces(analysis: Analysis, q: Quantity) -> bool:
    return analysis.tokens[q.number_end + 1].lower in ("strong", "soldier", "troop")


def anchor_of(analysis: Analysis, q: Quantity) -> Token:
    """The token by which the number hangs in its clause: its noun, or of several numerals' words the highest."""
    if q.noun is not None and not q.noun.of:
        return analysis.tokens[q.noun.head]
    inside = range(q.first, q.end)
    for i in range(q.number, q.number_end):
        if analysis.tokens[i].head not in inside or analysis.tokens[i].head == i:
            return analysis.tokens[i]
    return analysis.tokens[q.number_end - 1]


def governing(analysis: Analysis, token: Token) -> int | None:
    """The nearest verb above a token."""
    for _ in range(10):
        if token.head == token.index:
            return token.index if token.pos in ("VERB", "AUX") else None
        token = analysis.head(token)
        if token.pos in ("VERB", "AUX"):
            return token.index
    return None


def _after(analysis: Analysis, q: Quantity) -> str:
    """ "1,643 wounded", "22 people dead", "left 15 dead", "35 of those killed"."""
    at = q.stop
    end = analysis.sentences[analysis.tokens[q.number].sentence].end
    for i in range(at, min(at + 2, end)):
        t = analysis.tokens[i]
        if t.lower in table("after") and (t.pos != "VERB" or t.tag in ("VBN", "VBD")):
            follows = analysis.tokens[i + 1] if i + 1 < end else None
            active = (
                t.tag == "VBD"
                and t.dep not in ("acl", "ROOT")
                and follows is not None
                and follows.pos in ("DET", "NUM", "NOUN", "PRON", "PROPN")
            )
            return "" if active or takes_object(analysis, t) else table("after")[t.lower]
        if t.pos not in ("ADV", "AUX"):
            break
    if q.noun is None and q.end < end and analysis.tokens[q.end].lower in table("after"):
        return table("after")[analysis.tokens[q.end].lower]
    return ""


def _from_clause(analysis: Analysis, q: Quantity, anchor: Token) -> str:
    """What the verbs say that the number is a subject or object of: its own relative clause first, but for what became of
    those counted in the end ("14 engineers held in the hills were handed over")."""
    climbed = _climbed(analysis, anchor)
    if climbed in LATER:
        return climbed
    seats = [anchor] + ([analysis.tokens[q.noun.head]] if q.noun and q.noun.of else [])
    for seat in seats:
        for child in analysis.below(seat.index, "relcl", "acl"):
            if what := of_verb(analysis, child, _seat_in(analysis, child)) or through(analysis, child):
                return what
        for child in analysis.below(seat.index, "prep"):
            if what := of_state(analysis, child):
                return what
    return climbed


def _seat_in(analysis: Analysis, clause: Token) -> str:
    """How a noun hangs on the verb of its relative clause: as subject, or as object where the clause has its own."""
    if passive(analysis, clause):
        return "nsubjpass"
    subjects = list(analysis.below(clause.index, "nsubj"))
    return "dobj" if subjects and not any(t.tag in ("WP", "WDT") for t in subjects) else "nsubj"


def _climbed(analysis: Analysis, token: Token) -> str:
    """Up through coordination, apposition and "including" to the verb."""
    for _ in range(6):
        head = analysis.head(token)
        if head.index == token.index:
            return ""
        if head.pos in ("VERB", "AUX"):
            return _at_verb(analysis, head, token)
        if token.lower == "of" and _is_number(head):
            return ""
        if token.dep in ("conj", "appos", "nmod", "dep") or token.lower in LINKS or head.lower in LINKS:
            token = head
        elif head.lower in ("for", "with") and token.dep == "pobj":
            above = analysis.head(head)
            if head.lower == "for":
                return table("exchange").get(above.lemma.lower(), "")
            if "along" not in _before(analysis, head):
                return ""
            return of_verb(analysis, above, "nsubjpass" if passive(analysis, above) else "nsubj")
        else:
            return ""
    return ""


def _is_number(token: Token) -> bool:
    """Whether "of" behind a token makes a part of what it names: "one of two men"."""
    return token.pos == "NUM" or token.lower in ("one", "some", "most", "many", "none", "all", "each", "half")


def _before(analysis: Analysis, token: Token) -> str:
    return analysis.tokens[token.index - 1].lower if token.index else ""


def _at_verb(analysis: Analysis, verb: Token, token: Token) -> str:
    if token.dep in ("ccomp", "advcl", "conj"):
        return ""
    if what := of_verb(analysis, verb, token.dep):
        return what
    for other in analysis.below(verb.index, "conj"):
        own = any(True for _ in analysis.below(other.index, "nsubj", "nsubjpass", "neg"))
        if token.dep in ("nsubj", "nsubjpass") and not own and (what := of_verb(analysis, other, token.dep)):
            return what
    return through(analysis, verb) if token.dep in ("nsubj", "nsubjpass") else ""


def _from_head(analysis: Analysis, anchor: Token) -> str:
    """What a noun says that leads to the number: "the killing of 35 people", "the death toll rose to 35"."""
    token = anchor
    for _ in range(3):
        head = analysis.head(token)
        if head.index == token.index:
            return ""
        if head.lower in ("status", "fate", "whereabouts"):
            return "missing" if _unknown(analysis, head) else ""
        if head.lower in ("trace", "sign") and any(t.lower == "no" for t in analysis.below(head.index, "det")):
            return "missing"
        if head.pos == "NOUN" and singular(head.lower) in table("head"):
            return table("head")[singular(head.lower)]
        if head.pos in ("VERB", "AUX"):
            if token.pos == "ADP" or token.dep in ("dobj", "attr", "npadvmod", "advmod"):
                for subject in analysis.below(head.index, "nsubj", "nsubjpass", "dobj"):
                    if subject.lower == "victim":
                        continue
                    if singular(subject.lower) in table("head"):
                        return table("head")[singular(subject.lower)]
            return ""
        token = head
    return ""


def _unknown(analysis: Analysis, subject: Token) -> bool:
    """ "The fate of two is unknown"."""
    verb = analysis.head(subject)
    return any(
        t.lower in ("unknown", "uncertain", "unclear", "unresolved")
        for t in analysis.below(verb.index, "acomp", "oprd", "attr")
    )
