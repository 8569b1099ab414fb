"""What stands in an article for a trigger's sides to be chosen from: mentions of actors, and who speaks where.

In: an analysis and the rows of actors and attributions. Out: mentions by sentence, and for each token who speaks by a cue
there and whose statement holds it. It refuses nothing; built once an article, in time linear in its length.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.language.analysis import Analysis
from reportedly.record import Actor, Attribution

TOPICS = 3
"""How many of the article's actors, those that it names most often, are candidates everywhere."""
_FIRST_PERSON = frozenset({"we", "our", "us", "i", "my", "me"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor is named: the token at the head of the name."""

    actor: str
    head: int
    pronoun: bool


class Speakers:
    """Who speaks, by token: the speakers of the attribution whose cue a token is in, and of the innermost one that holds it."""

    def __init__(self, analysis: Analysis, attributions: Sequence[Attribution]) -> None:
        self._cued: dict[int, tuple[str, ...]] = {}
        self._held: dict[int, tuple[str, ...]] = {}
        parents = {a.id: a.within for a in attributions}
        length = {a.id: sum(s.end - s.start for s in a.content) for a in attributions}
        depth = {a.id: _depth(parents, a.id) for a in attributions}
        # The innermost is written last and stays; a cue is not held by what it introduces.
        for row in sorted(attributions, key=lambda a: (depth[a.id], -length[a.id])):
            cue = {t.index for span in row.cue for t in analysis.at(span)}
            for index in sorted(cue):
                self._cued[index] = tuple(dict.fromkeys((*self._cued.get(index, ()), *row.speaker)))
            for span in row.content:
                for token in analysis.at(span):
                    if token.index not in cue:
                        self._held[token.index] = row.speaker

    def cued(self, indices: Iterable[int]) -> frozenset[str]:
        """The speakers whose cue has one of the tokens."""
        return frozenset(s for i in indices for s in self._cued.get(i, ()))

    def held(self, index: int) -> tuple[str, ...]:
        """The speakers of the statement that holds a token."""
        return self._held.get(index, ())


def _depth(parents: dict[str, str | None], row: str) -> int:
    seen: set[str] = set()
    at: str | None = row
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return len(seen)


class Mentions:
    """Where an article names its actors, by sentence and in text order; "we" and "I" name who speaks."""

    def __init__(self, analysis: Analysis, actors: Sequence[Actor], speakers: Speakers) -> None:
        self.by_sentence: list[list[Mention]] = [[] for _ in analysis.sentences]
        self.counts: dict[str, int] = {}
        self.places: dict[str, int] = {}
        """Where the text first names each actor: by it, never by a name or an id, equals are told apart."""
        self.actors = {actor.id: actor for actor in actors}
        named: set[tuple[int, str]] = set()
        for actor in actors:
            for name in actor.names:
                head = _head(analysis, {t.index for t in analysis.at(name[0])}) if name else None
                if head is not None and (head, actor.id) not in named:
                    named.add((head, actor.id))
                    self._add(analysis, Mention(actor.id, head, analysis.tokens[head].pos == "PRON"))
        heads = {head for head, _ in named}
        for token in analysis.tokens:
            if token.lower in _FIRST_PERSON and token.index not in heads:
                for speaker in speakers.held(token.index)[:1]:
                    self._add(analysis, Mention(speaker, token.index, pronoun=True))
        for mentions in self.by_sentence:
            mentions.sort(key=lambda m: m.head)
        ranked = sorted(self.counts, key=lambda i: (-self.counts[i], self.places[i]))
        self.topics = {actor: rank for rank, actor in enumerate(ranked[:TOPICS])}

    def _add(self, analysis: Analysis, mention: Mention) -> None:
        if mention.actor in self.actors:
            self.by_sentence[analysis.tokens[mention.head].sentence].append(mention)
            self.counts[mention.actor] = self.counts.get(mention.actor, 0) + 1
            self.places[mention.actor] = min(mention.head, self.places.get(mention.actor, mention.head))


def _head(a: Analysis, inside: set[int]) -> int | None:
    """The first of some tokens that hangs on none of the others."""
    return next((i for i in sorted(inside) if a.tokens[i].head not in inside or a.tokens[i].head == i), None)
