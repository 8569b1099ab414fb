"""`read_statements`: where the text assigns words, thoughts, wishes or demands to a source; spans alone.

In: a document and its analysis. Out: statements in text order, each with its source, cue and content. Rules over the
parse, the quotation marks and a knowledge file of cues; a learned model can replace this function alone.
Refuses nothing: what no rule settles has no statement.
"""

from dataclasses import replace

from reportedly.document import Document
from reportedly.language.analysis import Analysis
from reportedly.layers.attribution.citations import read_cited, read_quoted, share_parenthesis
from reportedly.layers.attribution.clauses import read_verbs
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.headings import read_headings
from reportedly.layers.attribution.hedges import read_hedges
from reportedly.layers.attribution.nouns import read_nouns
from reportedly.layers.attribution.phrases import read_phrases
from reportedly.layers.attribution.quotes import read_quotes
from reportedly.layers.attribution.states import read_states
from reportedly.layers.statement import Statement


def read_statements(document: Document, analysis: Analysis) -> list[Statement]:
    """The statements of an article, in text order."""
    r = Reading(document, analysis)
    first = read_quotes(r) + read_headings(r) + read_phrases(r) + read_quoted(r)
    taken = frozenset(d.anchor for d in first)
    drafts = one_a_cue(first + read_verbs(r, taken) + read_nouns(r) + read_states(r) + read_hedges(r))
    drafts = share_parenthesis(read_cited(r, drafts), r)
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


def one_a_cue(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those whose cue another one before them has already; no token is in two parts of one draft,
    and one that is left with no cue is none."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        content = set(draft.content)
        cue = tuple(i for i in draft.cue if i not in content)
        source = tuple(i for i in draft.source if i not in content and i not in set(cue))
        if cue and content:
            found.setdefault(draft.anchor, replace(draft, source=source, cue=cue))
    return list(found.values())
