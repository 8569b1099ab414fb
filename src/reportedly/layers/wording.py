"""The table `wording`: words that judge, hedge, soften or label, and in whose voice they stand.

In: a document, its analysis, and the rows of actors and attributions. Out: `Wording` rows in text order, one an
occurrence: labels, intensifiers, hedges, euphemisms and doubting cues from the lists `knowledge/wording_*.toml`, and scare
quotes by their form. The target is read off the syntax or stays empty; the voice is the innermost attribution whose content holds
the words, empty for the outlet's own. It refuses nothing and judges nobody: the lists hold the words of every side.
"""

from collections.abc import Sequence

from reportedly.document import Document, Words
from reportedly.language.analysis import Analysis
from reportedly.layers.diction.quotes import find_mentions, find_scare_quotes
from reportedly.layers.diction.targets import target_of
from reportedly.layers.diction.terms import find_terms
from reportedly.layers.lookup import Actors, Voices
from reportedly.record import Actor, Attribution, Wording, place_key, row_id


def read_wording(
    document: Document, analysis: Analysis, actors: Sequence[Actor], attributions: Sequence[Attribution]
) -> list[Wording]:
    """The wording of an article, in text order; spans count code points of `document.text`.

    Raises `KnowledgeError` where the list of words makes no sense.
    """
    named, voices = Actors(analysis, actors), Voices(attributions)
    cues = {t.index for a in attributions for span in a.cue for t in analysis.at(span)}
    rows: list[Wording] = []

    def add(words: Words, kind: str, index: int, rule: str) -> None:
        cued = voices.cued_at(words)
        holder = voices.holding(words[0], leaving_out=[a.id for a in cued])
        target = None
        if kind == "doubting_cue" and cued and len(cued[0].speaker) == 1:
            target = cued[0].speaker[0]
        rows.append(
            Wording(
                id=row_id(Wording.PREFIX, kind, place_key(words)),
                words=words,
                kind=kind,
                target=target or target_of(analysis, index, named),
                voice=holder.id if holder else None,
                made_by=rule,
            )
        )

    quoted = list(find_scare_quotes(analysis))
    for quotation, head in quoted:
        add(quotation.spans, "scare_quotes", head.index, "scare quotes")
    held = {q.start for q in (*(q for q, _ in quoted), *find_mentions(analysis))}
    for term in find_terms(analysis, cues):
        words = (analysis.span(term.first, term.end),)
        around = analysis.quoted(words[0].start)
        # A word kept at a distance is one row, that of its marks; a word only spoken of labels nobody.
        if around is None or around.start not in held:
            add(words, term.entry.kind, term.head, f"wording {term.entry.name}")
    return sorted(rows, key=lambda r: (r.words, r.kind))
