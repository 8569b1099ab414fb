"""`read_statements`: where the text assigns words, thoughts, wishes or demands to a source; spans alone.

In: a document and its analysis. Out: statements in text order, each with its source, cue and content. Rules over the
parse, the quotation marks and a knowledge file of cues; a learned model can replace this function alone.
Refuses nothing: what no rule settles has no statement.
"""

from reportedly.document import Document
from reportedly.language.analysis import Analysis
from reportedly.layers.attribution.clauses import read_verbs
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.quotes import read_quotes
from reportedly.layers.statement import Statement


def read_statements(document: Document, analysis: Analysis) -> list[Statement]:
    """The statements of an article, in text order."""
    r = Reading(document, analysis)
    quoted = read_quotes(r)
    taken = frozenset(d.anchor for d in quoted)
    drafts = quoted + read_verbs(r, taken)
    drafts.sort(key=lambda d: (min(d.cue or d.content), d.anchor))
    place = {d.anchor: n for n, d in enumerate(drafts)}
    return [statement_of(r, d, place) for d in drafts]


def statement_of(r: Reading, d: Draft, place: dict[int, int]) -> Statement:
    """A draft as characters."""
    return Statement(
        source=r.spans(d.source),
        cue=r.spans(d.cue),
        content=r.spans(d.content),
        cue_lemma=r.tokens[d.anchor].lemma.lower() if d.cue else "",
        made_by=f"rule: {d.rule}",
        cited_by=place.get(d.cited_by) if d.cited_by is not None else None,
    )
