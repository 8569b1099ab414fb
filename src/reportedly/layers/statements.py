"""`read_statements`: where the text assigns words, thoughts, wishes or demands to a source; spans alone.

In: a document, its analysis, the rules' drafts and the encoder's heads. Out: statements in text order, each with its
source, cue and content. The span model has the first word; the rules add what it does not label, and read alone where
there are no heads. Refuses nothing: what neither settles has no statement.
"""

from collections.abc import Sequence

from reportedly.document import Document, Words
from reportedly.language.analysis import Analysis
from reportedly.language.encoder.heads import Heads
from reportedly.language.encoder.session import card
from reportedly.layers.attribution.confidence import confidence_of
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.learned import read_learned
from reportedly.layers.attribution.merging import handed_on, merged
from reportedly.layers.attribution.ruled import read_ruled
from reportedly.layers.statement import Statement

LEAST = 0.1
"""The confidence below which a learned statement is left out."""
WORDS = 5
"""The tokens that a quotation without a cue must have to be a statement."""


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
    return [statement_of(r, d, place, heads) for d in found]


def read_all(r: Reading, drafts: Sequence[Draft], heads: Sequence[Heads]) -> list[Draft]:
    """The drafts of rules and model as one list, in text order."""
    found = list(drafts)
    for said in heads:
        outer, inner = read_learned(r, said, drafts)
        found = handed_on([d for d in merged(outer, inner, drafts) if is_kept(r, d)], drafts)
    return sorted(found, key=lambda d: (min(d.cue or d.content), d.anchor))


def is_kept(r: Reading, d: Draft) -> bool:
    """Whether a draft is sure enough for the record. Words in quotation marks that no cue gives to anybody stay: they
    are somebody's."""
    sure = confidence_of(d.evidence)
    if sure is None or sure >= LEAST:
        return True
    quoted = all(r.quote_at[i] >= 0 or r.tokens[i].pos == "PUNCT" for i in d.content)
    return not d.cue and quoted and len(d.content) >= WORDS


def statement_of(r: Reading, d: Draft, place: dict[int, int], heads: Sequence[Heads] = ()) -> Statement:
    """A draft as characters, with what the encoder says of its cue and its source."""
    source, cue, content = (r.spans(part) for part in (d.source, d.cue, d.content))
    return Statement(
        source=source,
        cue=cue,
        content=content,
        cue_lemma=r.tokens[d.anchor].lemma.lower() if d.cue else "",
        made_by=d.rule if d.evidence else f"rule: {d.rule}",
        cited_by=place.get(d.cited_by) if d.cited_by is not None else None,
        confidence=confidence_of(d.evidence),
        stances=classes(heads, "stance", cue or content[:1]),
        anonymities=classes(heads, "anonymity", source),
    )


def classes(heads: Sequence[Heads], name: str, words: Words) -> dict[str, float]:
    """What the encoder's head `name` gives to each class for some words: the mean logarithm of its probabilities."""
    if not heads or not words or name not in heads[0].classes:
        return {}
    found = heads[0].over(name, words)
    return dict(zip(card().classes[name], (round(float(p), 4) for p in found), strict=True)) if len(found) else {}
