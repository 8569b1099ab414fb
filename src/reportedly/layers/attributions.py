"""`read_attributions`: the table of who said what, on whose authority.

In: a document, its analysis, the statements and the actors. Out: attributions in text order, each with its speaker,
mode, stance, anonymity, nesting and chain. A speaker whom the text does not settle stays empty.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from reportedly.document import Document, Span, Words
from reportedly.language.analysis import Analysis, Token
from reportedly.language.encoder.session import card
from reportedly.layers.attribution import chains
from reportedly.layers.attribution.anonymity import anonymity_of
from reportedly.layers.attribution.draft import Reading
from reportedly.layers.attribution.stance import stance_of
from reportedly.layers.attribution.unsaid import unsaid
from reportedly.layers.naming.pronouns import FIRST, FIRST_PLURAL
from reportedly.layers.source_heads import source_heads
from reportedly.layers.statement import Statement
from reportedly.record.attributions import Actor, Attribution
from reportedly.record.row import place_key, row_id

OUTLET = "outlet"
"""Stands first in a chain where the outlet's name is not known."""

NEAR = 24
"""How many mentions that begin before a token are asked whether they cover it; more do not overlap in one sentence."""


def read_attributions(
    document: Document, analysis: Analysis, statements: Sequence[Statement], actors: Sequence[Actor]
) -> list[Attribution]:
    """The attributions of an article, one for each statement, in their order."""
    mentions = Mentions(actors)
    quoted = Reading(document, analysis).quote_at
    speakers = [mentions.speakers(analysis, s.source) or mentions.unsaid(analysis, s) for s in statements]
    within = chains.innermost(statements)
    whose = continued(analysis, quoted, statements, within, speakers)
    for n, before in whose.items():
        speakers[n] = speakers[before]
    for n in sorted(range(len(statements)), key=lambda n: -chains.size(statements[n].content)):
        outer = within[n]
        source = document.words(statements[n].source).lower()
        if outer is not None and (source in FIRST or (source in FIRST_PLURAL and not speakers[n])):
            speakers[n] = speakers[outer]
    parents = [s.cited_by if s.cited_by is not None else w for s, w in zip(statements, within, strict=True)]
    names = [name_of(document, s, found) for s, found in zip(statements, speakers, strict=True)]
    document_id = document.id
    ids = [row_id(Attribution.PREFIX, document_id, place_key(s.source, s.cue, s.content)) for s in statements]
    outlet = document.metadata.outlet or OUTLET
    rows = []
    for n, s in enumerate(statements):
        cue, content = tokens_at(analysis, s.cue), tokens_at(analysis, s.content)
        spoken = statements[whose.get(n, n)]
        rows.append(
            Attribution(
                id=ids[n],
                source=s.source,
                speaker=tuple(a.id for a in speakers[n]),
                cue=s.cue,
                content=s.content,
                mode=mode_of(quoted, content),
                stance=likeliest("stance", stance_of(s.cue_lemma, cue, content), s.stances),
                anonymity=likeliest(
                    "anonymity", anonymity(document, analysis, spoken, speakers[n]), spoken.anonymities
                ),
                within=None if within[n] is None else ids[within[n] or 0],
                cited_by=None if s.cited_by is None else ids[s.cited_by],
                chain=chains.chain_of(n, parents, names, outlet),
                made_by=s.made_by,
                confidence=s.confidence,
            )
        )
    return rows


def continued(
    analysis: Analysis,
    quoted: Sequence[int],
    statements: Sequence[Statement],
    within: Sequence[int | None],
    speakers: Sequence[Sequence[Actor]],
) -> dict[int, int]:
    """For each quotation that no cue gives to anybody, the statement before it whose speaker goes on: the last of the
    article's own that names a speaker, if it ends in the same paragraph or, in quotation marks too, in the one before."""
    found: dict[int, int] = {}
    last: int | None = None
    for n, s in enumerate(statements):
        if within[n] is not None:
            continue
        content = tokens_at(analysis, s.content)
        if s.cue or s.source:
            last = n if speakers[n] else None
        elif last is not None and mode_of(quoted, content) == "direct":
            before = tokens_at(analysis, statements[last].content)
            apart = paragraph_of(analysis, content[0]) - paragraph_of(analysis, before[-1])
            if apart == 0 or (apart == 1 and mode_of(quoted, before) != "indirect"):
                found[n] = last
    return found


def paragraph_of(analysis: Analysis, token: Token) -> int:
    """The number of the paragraph that a token stands in."""
    return analysis.sentence_of(token).paragraph


def likeliest(what: str, ruled: str, told: Mapping[str, float]) -> str:
    """The word for a stance or an anonymity that the rules and the encoder together make likeliest; the rules' where
    the encoder was not asked."""
    if not told or ruled == "anonymous":
        return ruled
    weights = card().weights[what]
    return max(told, key=lambda word: weights["model"] * told[word] + weights["rule"] * (word == ruled))


class Mentions:
    """Every place that names an actor, in text order."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        found = [(w[0].start, w[-1].end, n) for n, a in enumerate(actors) for w in a.names if w]
        self.actors = actors
        self.places = sorted(found)
        self.starts = [p[0] for p in self.places]

    def inside(self, source: Words) -> list[tuple[int, int, Actor]]:
        """The mentions that lie in a source."""
        found = []
        for span in source:
            at = bisect_left(self.starts, span.start)
            while at < len(self.places) and self.places[at][0] < span.end:
                start, end, n = self.places[at]
                if end <= span.end:
                    found.append((start, end, self.actors[n]))
                at += 1
        return found

    def speakers(self, analysis: Analysis, source: Words) -> list[Actor]:
        """The actors that a source's words name: those whose mention holds its head, or the head of one that is
        joined to it; failing that, the longest mention."""
        held = self.inside(source)
        chosen: list[Actor] = []
        for index in source_heads(analysis, source):
            head = analysis.tokens[index].span
            over = [m for m in self.over(head) if m in held or not self.within(head, source)]
            if over:
                best = max(over, key=lambda m: (m[1] - m[0], -m[0]))[2]
                if best not in chosen:
                    chosen.append(best)
        return chosen or ([max(held, key=lambda m: (m[1] - m[0], -m[0]))[2]] if held else [])

    def unsaid(self, analysis: Analysis, statement: Statement) -> list[Actor]:
        """The actor whom the sentence makes the source of a statement that names none."""
        if statement.source or not statement.cue:
            return []
        head = unsaid(analysis, statement.cue)
        over = self.over(head.span) if head else []
        return [max(over, key=lambda m: (m[1] - m[0], -m[0]))[2]] if over else []

    def over(self, head: Span) -> list[tuple[int, int, Actor]]:
        """The mentions that cover a token."""
        at = bisect_right(self.starts, head.start)
        near = self.places[max(0, at - NEAR) : at]
        return [(start, end, self.actors[n]) for start, end, n in near if head.end <= end]

    @staticmethod
    def within(head: Span, source: Words) -> bool:
        """Whether a token lies in a source; the noun that a relative pronoun stands for does not."""
        return any(span.start <= head.start and head.end <= span.end for span in source)


def tokens_at(analysis: Analysis, words: Words) -> list[Token]:
    """The tokens that words cover."""
    return [t for span in words for t in analysis.at(span)]


def name_of(document: Document, statement: Statement, speakers: Sequence[Actor]) -> str | None:
    """What a chain calls the speaker of a statement."""
    if speakers:
        return speakers[0].name
    return document.words(statement.source[:1]) or None


def mode_of(quoted: Sequence[int], content: Sequence[Token]) -> str:
    """`direct` where all words of a content stand in quotation marks, `indirect` where none does, else `mixed`.
    `quoted` holds for each token of the article the number of its quotation, or -1."""
    words = [t for t in content if t.pos not in {"PUNCT", "SPACE"}]
    inside = sum(quoted[t.index] >= 0 for t in words)
    return "direct" if words and inside == len(words) else "mixed" if inside else "indirect"


def anonymity(document: Document, analysis: Analysis, statement: Statement, speakers: Sequence[Actor]) -> str:
    """Whether the source is named, described, anonymous or a document. A pronoun is what its actor is, and a definite
    description (`the movement`, `the Cuban leader`) of a known actor is named."""
    source = tokens_at(analysis, statement.source)
    found = anonymity_of(source)
    known = bool(speakers) and speakers[0].kind not in {"unnamed", "population"}
    if found == "described" and known and source[0].lower in {"the", "its", "his", "her", "their"}:
        own = {speakers[0].name.lower(), f"the {speakers[0].name.lower()}"}
        return "described" if document.words(statement.source).lower() in own else "named"
    if found is not None:
        return found
    if speakers and not known:
        names = [anonymity_of(tokens_at(analysis, w)) for w in speakers[0].names]
        return next((n for n in names if n is not None), "described")
    return "named"
