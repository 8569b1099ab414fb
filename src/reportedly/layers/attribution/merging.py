"""The span model's statements and the rules', made one list.

In: the model's drafts of the article's own text and of what stands inside contents, and the rules' drafts. Out: drafts.
The model has the first word on the article's own statements; the rules add what it does not label: who is cited by
whom, hedges, and statements inside contents that it left out.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.layers.attribution.draft import Draft

ADDED = frozenset({"hedge", "citing", "quoted as saying"})
"""Rules whose statements are added to the model's also where they do not lie inside another."""


def merged(outer: Sequence[Draft], inner: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """One list of drafts, no two with the same anchor."""
    found = list(outer)
    taken = {i for d in found for i in d.cue}
    for draft in inner:
        if draft.cue and not taken.intersection(draft.cue) and inside_one(draft, found):
            found.append(draft)
            taken.update(draft.cue)
    found = [weighed(d, found) for d in found]
    for draft in ruled:
        if not taken.intersection(draft.cue) and (draft.rule in ADDED or inside_one(draft, found)):
            found.append(draft)
    by_anchor: dict[int, Draft] = {}
    for draft in found:
        by_anchor.setdefault(draft.anchor, draft)
    return list(by_anchor.values())


def weighed(draft: Draft, others: Sequence[Draft]) -> Draft:
    """A model's draft with the rest of its evidence, in the order of `confidence.EVIDENCE`."""
    told = (float(bool(draft.cue)), float(bool(draft.source)), float(inside_one(draft, others)))
    return replace(draft, evidence=(*draft.evidence, *told))


def inside_one(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a draft's cue and content lie in the content of another one, and are less than it."""
    held = {*draft.cue, *draft.content}
    return any(held < set(o.content) for o in others)
