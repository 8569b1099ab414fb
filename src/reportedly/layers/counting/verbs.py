"""What a verb says of those who are its subject or object: "were killed", "lost two sons", "are in custody".

In: the parse, a verb and how the number hangs on it. Out: a kind of figure, or nothing.
"""

from functools import cache

from reportedly.knowledge import load
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.quantities.groups import is_kin
from reportedly.layers.quantities.units import singular


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
    """ "In custody", "in need", "among the dead"."""
    if preposition.lower == "among":
        objects = (t.lower for t in analysis.below(preposition.index, "pobj"))
        return next((table("after")[w] for w in objects if w in table("after")), "")
    if preposition.lower not in ("in", "under"):
        return ""
    return next(
        (
            table("state")[singular(t.lower)]
            for t in analysis.below(preposition.index, "pobj")
            if singular(t.lower) in table("state")
        ),
        "",
    )


def through(analysis: Analysis, verb: Token) -> str:
    """What a verb that only links says by its complement: "are feared dead", "were forced to flee", "remain missing"."""
    for child in analysis.below(verb.index, "acomp", "oprd", "xcomp", "attr", "prep"):
        if child.dep == "prep":
            if what := of_state(analysis, child):
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
    if lemma in ("suffer", "sustain") and any(
        singular(t.lower) in INJURIES for t in analysis.below(verb.index, "dobj")
    ):
        return "injured" if dep == "nsubj" else ""
    if lemma in ("treat", "hospitalise", "hospitalize") and _for_injuries(analysis, verb):
        return "injured"
    if lemma in ("lose", "leave") and (what := _lost(analysis, verb, dep)):
        return what
    if lemma in TO_DEATH and _to_death(analysis, verb):
        return "killed"
    if lemma == "treat" and dep != "nsubj" and _for_illness(analysis, verb):
        return "affected"
    if lemma in ("fall", "cross", "move", "leave") and (what := _gone(analysis, verb, dep)):
        return what
    if lemma == "let" and any(c.lemma == "go" for c in analysis.below(verb.index, "ccomp", "xcomp")):
        return "released"
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


TO_DEATH = ("freeze", "starve", "burn", "beat", "stab", "hack", "trample", "crush", "put", "bleed", "choke")
"""Verbs that kill "to death"."""


def _to_death(analysis: Analysis, verb: Token) -> bool:
    return any(t.lower == "death" for p in analysis.below(verb.index, "prep") for t in analysis.below(p.index, "pobj"))


def _gone(analysis: Analysis, verb: Token, dep: str) -> str:
    """ "Have fallen" of fighters is death; "crossed into the valley", "left on foot", "were moved to a stadium" displace."""
    subjects = list(analysis.below(verb.index, "nsubj", "nsubjpass"))
    prepositions = {t.lower for t in analysis.below(verb.index, "prep")}
    if verb.lemma == "fall":
        perfect = any(t.lemma == "have" for t in analysis.below(verb.index, "aux"))
        return "killed" if dep == "nsubj" and perfect and not prepositions & {"to", "from", "by", "into", "off"} else ""
    if verb.lemma == "cross":
        return "displaced" if dep == "nsubj" and prepositions & {"from", "into", "to", "over"} else ""
    settled = any(singular(t.lower) in SETTLED for t in subjects)
    if verb.lemma == "move":
        return "displaced" if dep == "nsubjpass" and settled and prepositions & {"to", "into", "from"} else ""
    alone = not any(True for _ in analysis.below(verb.index, "dobj", "acomp", "oprd"))
    return "displaced" if dep == "nsubj" and settled and alone else ""


SETTLED = ("resident", "villager", "family", "inhabitant", "household", "civilian", "people", "person", "islander")
"""Those who leave a home when they leave."""


def _lost(analysis: Analysis, verb: Token, dep: str) -> str:
    """ "Lost 840 soldiers", "lost two sons" are deaths; "lost their jobs" affects, "left their homes" displaces."""
    objects = list(analysis.below(verb.index, "dobj"))
    if dep == "nsubj":
        things = {singular(t.lower) for t in objects}
        if verb.lemma == "leave":
            return "displaced" if things & set(HOMES) else ""
        return "affected" if things & set(load("figures")["losing"]["affected"]) else ""
    if dep != "dobj" or verb.lemma != "lose":
        return ""
    known = (*load("figures")["people"]["nouns"], *load("figures")["noun"]["troops"], "crew", "comrade", "friend")
    return "killed" if any(is_kin(t) or singular(t.lower) in known for t in objects) else ""


HOMES = ("home", "house", "village", "town", "city", "area", "region", "country")


def _for_illness(analysis: Analysis, verb: Token) -> bool:
    """ "Treated for cholera": ill, where what they are treated for is named and is no injury."""
    named = any(p.lower == "for" for p in analysis.below(verb.index, "prep"))
    return named and not _for_injuries(analysis, verb)


def _for_injuries(analysis: Analysis, verb: Token) -> bool:
    """ "Treated for burns"."""
    objects = (
        o for p in analysis.below(verb.index, "prep") if p.lower == "for" for o in analysis.below(p.index, "pobj")
    )
    return any(singular(o.lower) in INJURIES for o in objects)


INJURIES = (
    "injury",
    "wound",
    "burn",
    "smoke",
    "exposure",
    "hypothermia",
    "shock",
    "fracture",
    "concussion",
    "cut",
    "bruise",
)


def _either(analysis: Analysis, verb: Token, what: str) -> bool:
    """ "Killed or injured": one number for two fates."""
    joined = [analysis.head(verb)] if verb.dep == "conj" else list(analysis.below(verb.index, "conj"))
    either = any(t.lower == "or" for v in (verb, analysis.head(verb)) for t in analysis.below(v.index, "cc"))
    return either and any(table("object").get(v.lemma.lower(), what) != what for v in joined)
