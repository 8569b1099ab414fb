"""`read_attributions`: the table of who said what, on whose authority.

In: a document, its analysis, the statements and the actors. Out: attributions in text order, each with its speaker,
mode, stance, anonymity, nesting and chain. A speaker whom the text does not settle stays empty.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from reportedly.document import Document, Words
from reportedly.language.analysis import Analysis, Token
from reportedly.language.encoder.session import card
from reportedly.layers.attribution import chains
from reportedly.layers.attribution.anonymity import anonymity_of, head_of
from reportedly.layers.attribution.draft import Reading
from reportedly.layers.attribution.stance import stance_of
from reportedly.layers.statement import Statement
from reportedly.record.attributions import Actor, Attribution
from reportedly.record.row import place_key, row_id

OUTLET = "outlet"
"""Stands first in a chain where the outlet's name is not known."""

FIRST_PERSON = frozenset({"i", "my", "me", "myself"})
"""Sources that are whoever is being quoted."""
FIRST_PLURAL = frozenset({"we", "our", "us", "ourselves"})
"""Sources that are whoever is being quoted where that is a body or a group."""


def read_attributions(
    document: Document, analysis: Analysis, statements: Sequence[Statement], actors: Sequence[Actor]
) -> list[Attribution]:
    """The attributions of an article, one for each statement, in their order."""
    mentions = Mentions(actors)
    quoted = Reading(document, analysis).quote_at
    speakers = [mentions.speakers(analysis, s.source) for s in statements]
    within = chains.innermost(statements)
    whose = continued(analysis, quoted, statements, within, speakers)
    for n, before in whose.items():
        speakers[n] = speakers[before]
    for n in sorted(range(len(statements)), key=lambda n: -chains.size(statements[n].content)):
        outer = within[n]
        if outer is not None and is_own(document.words(statements[n].source).lower(), speakers[outer]):
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
    article's own, if that is in quotation marks too and ends in the same paragraph or the one before."""
    found: dict[int, int] = {}
    last: int | None = None
    for n, s in enumerate(statements):
        if within[n] is not None:
            continue
        content = tokens_at(analysis, s.content)
        if mode_of(quoted, content) == "indirect":
            last = None
        elif s.cue or s.source:
            last = n if speakers[n] else None
        elif last is not None:
            end = tokens_at(analysis, statements[last].content)[-1]
            apart = paragraph_of(analysis, content[0]) - paragraph_of(analysis, end)
            if 0 <= apart <= 1:
                found[n] = last
    return found


def paragraph_of(analysis: Analysis, token: Token) -> int:
    """The number of the paragraph that a token stands in."""
    return analysis.sentence_of(token).paragraph


def is_own(source: str, outer: Sequence[Actor]) -> bool:
    """Whether a source inside a content is the one whose content it is: `I`, and `we` where that is no single person."""
    return source in FIRST_PERSON or (source in FIRST_PLURAL and bool(outer) and outer[0].kind != "person")


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
        if not held:
            return []
        chosen: list[Actor] = []
        for head in heads(tokens_at(analysis, source)):
            over = [m for m in held if m[0] <= head.span.start and head.span.end <= m[1]]
            if over:
                best = max(over, key=lambda m: (m[1] - m[0], -m[0]))[2]
                if best not in chosen:
                    chosen.append(best)
        return chosen or [max(held, key=lambda m: (m[1] - m[0], -m[0]))[2]]


def heads(source: Sequence[Token]) -> list[Token]:
    """The head of a source and those that are joined to it (`Russia and Iran`)."""
    if not source:
        return []
    found = [head_of(source)]
    for t in source:
        if t.dep == "conj" and t.head in {h.index for h in found}:
            found.append(t)
    return found


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
