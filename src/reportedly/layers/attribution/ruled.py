"""Statements as rules find them: over the parse, the quotation marks and a knowledge file of cues.

In: a reading. Out: drafts, one a cue.
"""

from dataclasses import replace

from reportedly.layers.attribution.citations import read_cited, read_quoted, share_parenthesis
from reportedly.layers.attribution.clauses import read_verbs
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.headings import read_headings
from reportedly.layers.attribution.hedges import read_hedges
from reportedly.layers.attribution.nouns import read_nouns
from reportedly.layers.attribution.phrases import read_phrases
from reportedly.layers.attribution.quotes import read_quotes
from reportedly.layers.attribution.states import read_states


def read_ruled(r: Reading) -> list[Draft]:
    """The drafts of all rules."""
    first = read_quotes(r) + read_headings(r) + read_phrases(r) + read_quoted(r)
    taken = frozenset(d.anchor for d in first)
    drafts = one_a_cue(first + read_verbs(r, taken) + read_nouns(r) + read_states(r) + read_hedges(r))
    return list(share_parenthesis(read_cited(r, drafts), r))


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
