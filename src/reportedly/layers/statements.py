"""`read_statements`: where the text assigns words, thoughts, wishes or demands to a source; spans alone.

In: a document, its analysis, the rules' drafts and the encoder's heads. Out: statements in text order, each with its
source, cue and content. The span model has the first word; the rules add what it does not label, and read alone where
there are no heads. Refuses nothing: what neither settles has no statement.
"""

from collections.abc import Sequence

from reportedly.document import Document
from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads
from reportedly.layers.attribution.confidence import confidence_of
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.learned import read_learned
from reportedly.layers.attribution.merging import merged
from reportedly.layers.attribution.ruled import read_ruled
from reportedly.layers.statement import Statement


def read_drafts(document: Document, analysis: Analysis) -> list[Draft]:
    """The statements of an article as rules find them."""
    return read_ruled(Reading(document, analysis))


def read_statements(
    document: Document, analysis: Analysis, drafts: Sequence[Draft] | None = None, heads: Sequence[Heads] = ()
) -> list[Statement]:
    """The statements of an article, in text order. `drafts` are made here where they are not given; `heads` holds the
    encoder's heads, or nothing."""
    r = Reading(document, analysis)
    found = read_all(r, read_ruled(r) if drafts is None else drafts, heads)
    place = {d.anchor: n for n, d in enumerate(found)}
    return [statement_of(r, d, place) for d in found]


def read_all(r: Reading, drafts: Sequence[Draft], heads: Sequence[Heads]) -> list[Draft]:
    """The drafts of rules and model as one list, in text order."""
    found = list(drafts)
    for said in heads:
        outer, inner = read_learned(r, said, found)
        found = merged(outer, inner, found)
    return sorted(found, key=lambda d: (min(d.cue or d.content), d.anchor))


def statement_of(r: Reading, d: Draft, place: dict[int, int]) -> Statement:
    """A draft as characters."""
    return Statement(
        source=r.spans(d.source),
        cue=r.spans(d.cue),
        content=r.spans(d.content),
        cue_lemma=r.tokens[d.anchor].lemma.lower() if d.cue else "",
        made_by=d.rule if d.evidence else f"rule: {d.rule}",
        cited_by=place.get(d.cited_by) if d.cited_by is not None else None,
        confidence=confidence_of(d.evidence),
    )
