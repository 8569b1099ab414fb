"""The table `wording`: words that judge, hedge, soften or label, and in whose voice they stand.

In: a document, its analysis, and the rows of actors and attributions. Out: `Wording` rows in text order, one an
occurrence: labels, intensifiers, hedges, euphemisms and doubting cues from the lists `knowledge/wording_*.toml`, and scare
quotes by their form. The target is read off the syntax or stays empty; the voice is the innermost attribution whose content holds
the words, empty for the outlet's own. It refuses nothing and judges nobody: the lists hold the words of every side.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reportedly.document import Document, Words
from reportedly.language.analysis import Analysis
from reportedly.layers.diction.cast import Cast
from reportedly.layers.diction.loaded import Loaded, at_a_distance, loaded
from reportedly.layers.diction.quotes import find_mentions, find_scare_quotes
from reportedly.layers.diction.targets import target_of
from reportedly.layers.diction.terms import find_terms
from reportedly.layers.lookup import Voices
from reportedly.record import Actor, Attribution, Wording, place_key, row_id


def read_wording(
    document: Document, analysis: Analysis, actors: Sequence[Actor], attributions: Sequence[Attribution]
) -> list[Wording]:
    """The wording of an article, in text order; spans count code points of `document.text`.

    Raises `KnowledgeError` where the list of words makes no sense.
    """
    voices = Voices(attributions)
    cues = {t.index for a in attributions for span in a.cue for t in analysis.at(span)}
    found = tuple(_occurrences(analysis, cues))
    labels = {t.index for ws, word, _ in found if word.kind != "intensifier" for span in ws for t in analysis.at(span)}
    cast = Cast(analysis, actors, labels)
    # "is believed to" hands the words to nobody: what it holds back stays in the voice of whoever writes so.
    hedges = (voices.cued_at(words) for words, word, _ in found if word.kind == "hedge")
    nobodys = {a.id for cued in hedges for a in cued if not a.source and not a.speaker}
    somebodys = Voices([a for a in attributions if a.id not in nobodys])
    rows: list[Wording] = []
    for words, word, rule in found:
        cued = voices.cued_at(words)
        holder = somebodys.holding(words[0], leaving_out=[a.id for a in cued])
        speaker = holder.speaker[0] if holder and len(holder.speaker) == 1 else None
        target = target_of(cast, replace(word, speaker=speaker))
        if target is None and word.kind == "doubting_cue" and cued and len(cued[0].speaker) == 1:
            target = cued[0].speaker[0]
        rows.append(
            Wording(
                id=row_id(Wording.PREFIX, word.kind, place_key(words)),
                words=words,
                kind=word.kind,
                target=target,
                voice=holder.id if holder else None,
                made_by=rule,
            )
        )
    return sorted(rows, key=lambda r: (r.words, r.kind))


def _occurrences(analysis: Analysis, cues: Collection[int]) -> Iterator[tuple[Words, Loaded, str]]:
    """The loaded words of an article, each with its characters and the rule that found it."""
    quoted = list(find_scare_quotes(analysis))
    held = {q.start for q in (*(q for q, _ in quoted), *find_mentions(analysis))}
    for quotation, head in quoted:
        inside = (t for span in quotation.spans for t in analysis.at(span))
        yield quotation.spans, at_a_distance(head, inside), "scare quotes"
    for term in find_terms(analysis, cues):
        words = (analysis.span(term.first, term.end),)
        around = analysis.quoted(words[0].start)
        # A word kept at a distance is one row, that of its marks; a word only spoken of labels nobody.
        if around is None or around.start not in held:
            yield words, loaded(analysis.tokens[term.head], term.entry), f"wording {term.entry.name}"
