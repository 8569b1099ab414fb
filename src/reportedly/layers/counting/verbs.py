"""What a verb says of those who are its subject or object: "were killed", "lost two sons", "are in custody".

In: the parse, a verb and how the number hangs on it. Out: a kind of figure, or nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.quantities.groups import is_person
from reportedly.layers.quantities.units import singular


def fate_of(analysis: Analysis, verb: Token, dep: str) -> str:
    """What a verb says together with the words around it: "took 12 to hospital", "lost their lives"; the first that fits
    of the knowledge file `fates`."""
    for fate in _fates().get(verb.lemma.lower(), ()):
        if _holds(analysis, verb, dep, fate):
            return str(fate["what"])
    return ""


@cache
def _fates() -> dict[str, list[dict[str, Any]]]:
    """The fates by the lemmas of their verbs."""
    found: dict[str, list[dict[str, Any]]] = {}
    for fate in load("fates")["fate"]:
        for lemma in fate["verbs"]:
            found.setdefault(lemma, []).append(fate)
    return found


def _holds(analysis: Analysis, verb: Token, dep: str, fate: Mapping[str, Any]) -> bool:
    """Whether all that a fate asks for stands around the verb."""
    acted = dep in ("dobj", "obj", "oprd", "nsubjpass", "ccomp") or (dep == "nsubj" and passive(analysis, verb))
    if fate["seat"] != "any" and acted != (fate["seat"] == "object"):
        return False
    if not fate.get("negated") and any(True for _ in analysis.below(verb.index, "neg")):
        return False
    below = list(analysis.below(verb.index, "dobj", "acomp", "oprd", "xcomp", "ccomp", "advmod", "attr", "nsubjpass"))
    objects = {singular(t.lower) for t in below if t.dep == "dobj"}
    if "things" in fate and not objects & set(fate["things"]):
        return False
    if "complement" in fate and not any(t.lower in fate["complement"] for t in below):
        return False
    if "preps" in fate and not _behind(analysis, verb, fate["preps"], fate.get("of")):
        return False
    if any(p.lower in fate.get("not_preps", ()) for p in analysis.below(verb.index, "prep")):
        return False
    if "under" in fate and analysis.head(verb).lemma not in fate["under"]:
        return False
    if "seated" in fate and not any(singular(t.lower) in fate["seated"] for t in _seated(analysis, verb, acted)):
        return False
    if fate.get("negated") and not _negated(analysis, verb):
        return False
    if fate.get("none") and not any(
        d.lower == "no" for o in below if o.dep == "dobj" for d in analysis.below(o.index, "det")
    ):
        return False
    if "particle" in fate and not _has_particle(analysis, verb, fate["particle"]):
        return False
    if fate.get("perfect") and not any(t.lemma == "have" for t in analysis.below(verb.index, "aux")):
        return False
    return not (fate.get("alone") and any(t.dep in ("dobj", "acomp", "oprd") for t in below))


def _negated(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb is denied: "did not survive", "were never found"."""
    above = analysis.head(verb) if verb.dep in ("xcomp", "conj") else verb
    return any(
        t.dep == "neg" or t.lower in ("never", "yet")
        for v in (verb, above)
        for t in analysis.below(v.index, "neg", "advmod")
    )


def _has_particle(analysis: Analysis, verb: Token, words: Sequence[str]) -> bool:
    """Whether a little word stands behind the verb, alone: "gunned down", "carried off"."""
    little = list(analysis.below(verb.index, "prt", "advmod", "prep"))
    return any(t.lower in words and not any(True for _ in analysis.below(t.index, "pobj")) for t in little)


def _seated(analysis: Analysis, verb: Token, acted: bool) -> Iterator[Token]:
    return analysis.below(verb.index, *(("dobj", "nsubjpass") if acted else ("nsubj",)))


def _behind(analysis: Analysis, verb: Token, preps: Sequence[str], of: Sequence[str] | None) -> bool:
    """Whether one of the prepositions hangs on the verb, or on its object, before one of the nouns."""
    seats = [verb, *analysis.below(verb.index, "dobj")]
    for p in (t for seat in seats for t in analysis.below(seat.index, "prep", "prt", "advmod")):
        if p.lower not in preps:
            continue
        objects = list(analysis.below(p.index, "pobj"))
        deeper = [o for q in analysis.below(p.index, "prep") for o in analysis.below(q.index, "pobj")]
        if of is None or any(singular(o.lower) in of for o in (*objects, *deeper)):
            return True
    return False


@cache
def table(name: str) -> dict[str, str]:
    """For each word of a list of the knowledge file `figures` the kind that it stands for; the first list wins."""
    found: dict[str, str] = {}
    for what, words in load("figures")[name].items():
        for word in words:
            found.setdefault(word, what)
    return found


def takes_object(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb has an object."""
    return any(True for _ in analysis.below(verb.index, "dobj"))


def passive(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb is in the passive, reduced clauses included ("15 people killed in the raid")."""
    if any(True for _ in analysis.below(verb.index, "auxpass", "nsubjpass")):
        return True
    return (
        verb.tag == "VBN"
        and verb.dep in ("acl", "relcl", "advcl")
        and not any(True for _ in analysis.below(verb.index, "aux"))
    )


def of_state(analysis: Analysis, preposition: Token) -> str:
    """ "In custody", "without power", "among the dead": what the knowledge file `fates` says of a preposition and its noun."""
    objects = list(analysis.below(preposition.index, "pobj"))
    objects += [o for p in analysis.below(preposition.index, "prep") for o in analysis.below(p.index, "pobj")]
    if preposition.lower == "among":
        return next((table("after")[t.lower] for t in objects if t.lower in table("after")), "")
    for state in load("fates")["state"]:
        if preposition.lower not in state["preps"]:
            continue
        named = [t for t in objects if singular(t.lower) in state["of"]]
        said = [x.lower for t in named for x in analysis.below(t.index, "amod", "compound")]
        if named and ("said" not in state or set(said) & set(state["said"])):
            return str(state["what"])
    return ""


def through(analysis: Analysis, verb: Token) -> str:
    """What a verb that only links says by its complement: "are feared dead", "were forced to flee", "remain missing",
    "are out on bail"."""
    for child in analysis.below(verb.index, "acomp", "oprd", "xcomp", "attr", "prep", "advmod"):
        if child.dep in ("prep", "advmod"):
            leads = [child] if child.dep == "prep" else list(analysis.below(child.index, "prep"))
            if what := next((w for p in leads if (w := of_state(analysis, p))), ""):
                return what
            continue
        if child.lower in table("after"):
            return table("after")[child.lower]
        if child.dep == "xcomp" and (
            what := of_verb(analysis, child, "nsubjpass" if passive(analysis, child) else "nsubj")
        ):
            return what
        if child.dep in ("xcomp", "acomp") and (what := through(analysis, child)):
            return what
    return ""


def of_verb(analysis: Analysis, verb: Token, dep: str) -> str:
    """What `verb` says of its subject or object: `dep` is the relation by which the number hangs on it."""
    lemma = verb.lemma.lower()
    if what := fate_of(analysis, verb, dep):
        return "" if _or_else(analysis, verb) else what
    if lemma == "lose" and dep == "dobj":
        return "killed" if any(map(is_person, _of_people(analysis, verb))) else ""
    if (
        lemma == "miss"
        and verb.tag == "VBG"
        and dep == "nsubj"
        and not any(True for _ in analysis.below(verb.index, "dobj"))
    ):
        return "missing"
    if dep in ("dobj", "obj", "oprd") or dep == "nsubjpass" or (dep in ("nsubj",) and passive(analysis, verb)):
        complement = next(
            (
                c.lower
                for c in analysis.below(verb.index, "oprd", "acomp", "advmod", "ccomp")
                if c.lower in table("after")
            ),
            "",
        )
        what = table("after").get(complement, "") or table("object").get(lemma, "")
        return "affected" if what in ("killed", "injured") and _either(analysis, verb, what) else what
    if dep in ("nsubj", "attr", "npadvmod"):
        return table("subject").get(lemma, "")
    return ""


def _of_people(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """The objects of a verb, and what "of" names behind a number: "lost 12 of its staff"."""
    for t in analysis.below(verb.index, "dobj"):
        yield t
        for of in (p for p in analysis.below(t.index, "prep") if p.lower == "of"):
            yield from analysis.below(of.index, "pobj")


def _or_else(analysis: Analysis, verb: Token) -> bool:
    """ "Taken into custody or located": one number for two fates, of which the record has one."""
    joined = any(True for _ in analysis.below(verb.index, "conj")) or verb.dep == "conj"
    return joined and any(t.lower == "or" for v in (verb, analysis.head(verb)) for t in analysis.below(v.index, "cc"))


def _either(analysis: Analysis, verb: Token, what: str) -> bool:
    """ "Killed or injured": one number for two fates."""
    joined = [analysis.head(verb)] if verb.dep == "conj" else list(analysis.below(verb.index, "conj"))
    either = any(t.lower == "or" for v in (verb, analysis.head(verb)) for t in analysis.below(v.index, "cc"))
    return either and any(table("object").get(v.lemma.lower(), what) != what for v in joined)
