"""The span model's statements and the rules', made one list.

In: the model's drafts of the article's own text and of what stands inside contents, and the rules' drafts. Out: drafts.
The model has the first word on the article's own statements; the rules add what it does not label: who is cited by
whom, hedges, and statements inside contents that it left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.layers.attribution.draft import Draft

CITING = "citing"
ADDED = frozenset({"hedge", CITING, "quoted as saying"})
"""Rules whose statements are added to the model's also where they do not lie inside another."""


def merged(outer: Sequence[Draft], inner: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """One list of drafts, no two with the same anchor."""
    found = Drafts(whole(outer, ruled))
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


def whole(drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The model's drafts, each with the words inside its content that say who said it there: of "according to the paper, the
    officials said that …" the model may leave out "the officials said", which the rules read as a statement inside."""
    by_cue = {d.cue: d for d in ruled}
    found = []
    for draft in drafts:
        rule = by_cue.get(draft.cue) if draft.cue else None
        left_out = set(rule.content) - set(draft.content) if rule is not None else set()
        if rule is not None and left_out and any(d.cue and {*d.cue} <= left_out <= {*d.source, *d.cue} for d in ruled):
            draft = replace(draft, content=tuple(sorted({*draft.content, *rule.content})))
        found.append(draft)
    return found


def handed_on(drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """Drafts, those of cited sources with who cites them where that was left out: of "X reported, citing Y, that …" the model
    may give the content to Y alone."""
    by_anchor = {d.anchor: d for d in ruled}
    found = list(drafts)
    cued = {i for d in drafts for i in d.cue}
    for cited in ruled:
        reporter = by_anchor.get(cited.cited_by) if cited.rule == CITING and cited.cited_by is not None else None
        if reporter is None or cued.intersection(reporter.cue) or reporter.anchor in cued:
            continue
        for n, draft in enumerate(found):
            if set(draft.cue) & set(cited.cue) and draft.cited_by in {None, reporter.anchor}:
                found[n] = replace(draft, cited_by=reporter.anchor)
                found.append(reporter)
                break
    return found


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
