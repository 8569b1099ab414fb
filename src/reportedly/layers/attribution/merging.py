"""The span model's statements and the rules', made one list.

In: the model's drafts of the article's own text and of what stands inside contents, and the rules' drafts. Out: drafts.
The model has the first word on the article's own statements; the rules add what it does not label: who is cited by
whom, hedges, and statements inside contents that it left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.layers.attribution.draft import Draft

ADDED = frozenset({"hedge", "citing", "quoted as saying"})
"""Rules whose statements are added to the model's also where they do not lie inside another."""


def merged(outer: Sequence[Draft], inner: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """One list of drafts, no two with the same anchor."""
    found = Drafts(outer)
    for draft in inner:
        if draft.cue and not found.cued.intersection(draft.cue) and found.around(draft):
            found.add(draft)
    weighed = Drafts([replace(d, evidence=(*d.evidence, *told(d, found))) for d in found.drafts])
    for draft in ruled:
        if not found.cued.intersection(draft.cue) and (draft.rule in ADDED or weighed.around(draft)):
            weighed.add(draft)
    by_anchor: dict[int, Draft] = {}
    for draft in weighed.drafts:
        by_anchor.setdefault(draft.anchor, draft)
    return list(by_anchor.values())


def told(draft: Draft, others: "Drafts") -> tuple[float, float, float]:
    """The rest of a model's draft's evidence, in the order of `confidence.EVIDENCE`."""
    return float(bool(draft.cue)), float(bool(draft.source)), float(others.around(draft))


class Drafts:
    """Drafts, the tokens of their cues, and for each token the contents that it stands in."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.drafts: list[Draft] = []
        self.cued: set[int] = set()
        self.over: dict[int, list[frozenset[int]]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Take one more."""
        self.drafts.append(draft)
        self.cued.update(draft.cue)
        content = frozenset(draft.content)
        for i in draft.content:
            self.over.setdefault(i, []).append(content)

    def around(self, draft: Draft) -> bool:
        """Whether a draft's cue and content lie in the content of another one, and are less than it."""
        held = {*draft.cue, *draft.content}
        return any(held < content for content in self.over.get(draft.content[0], ()))
