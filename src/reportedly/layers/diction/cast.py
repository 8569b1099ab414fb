"""The actors of a record as the nouns of its article name them, for finding whom a word colours.

In: an analysis, the rows of actors, and the tokens that are loaded words themselves. Out: an actor's id for a noun, or None.
A name that is nothing but the loaded word ("the bandits") names nobody apart from it and is passed over: whoever is so
called is looked for elsewhere.
"""

from collections.abc import Collection, Sequence

from reportedly import knowledge
from reportedly.document import Words
from reportedly.knowledge.gazetteer import fold
from reportedly.knowledge.registry import countries
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.happening import syntax
from reportedly.layers.naming.following import is_demonym
from reportedly.record import Actor

_BESIDE = ("compound", "nmod", "amod")

_OURS = {"our", "my"}
"""Who speaks of "our sons" is none of them."""


def _beginning(word: str) -> str:
    """What a land and its adjective share: they are looked up by it, so that a look costs the same among many actors."""
    return fold(word)[:2]


class Cast:
    """The actors of a record by the nouns that name them."""

    def __init__(self, a: Analysis, actors: Sequence[Actor], loaded: Collection[int]) -> None:
        self.analysis = a
        self.loaded = frozenset(loaded)
        self._heads: dict[int, tuple[int, str]] = {}
        self._lands: dict[str, str] = {}
        self._spelt: dict[str, list[tuple[str, str]]] = {}
        for actor in actors:
            heads = {
                head: sum(s.end - s.start for s in name)
                for name in actor.names
                if (head := self._head(a, name)) is not None
            }
            if not any(self._is_plain(i, loaded) for i in heads):
                continue
            for head, length in heads.items():
                if head not in self._heads or length > self._heads[head][0]:
                    self._heads[head] = length, actor.id
            self._keep_land(actor)

    @staticmethod
    def _head(a: Analysis, name: Words) -> int | None:
        """The token of a name that hangs on one outside of it; None where no token stands."""
        tokens = [t for span in name for t in a.at(span)]
        if not tokens:
            return None
        inside = {t.index for t in tokens}
        return next((t.index for t in tokens if t.head not in inside or t.head == t.index), tokens[-1].index)

    def _is_plain(self, head: int, loaded: Collection[int]) -> bool:
        """Whether a noun names somebody without a loaded word: neither itself nor right before it; a proper name always."""
        a = self.analysis
        token = a.tokens[head]
        if token.pos == "PRON" or head in loaded:
            return False
        return token.pos == "PROPN" or not any(t.index in loaded for t in a.below(head, *_BESIDE))

    def _keep_land(self, actor: Actor) -> None:
        code = actor.country or ""
        known = countries().get(code)
        if known and known.name == actor.name:
            self._lands |= dict.fromkeys(knowledge.load("countries")[code].get("adjectives", ()), actor.id)
        elif actor.kind == "organisation" and " " not in actor.name:
            self._spelt.setdefault(_beginning(actor.name), []).append((actor.name, actor.id))

    def at(self, index: int) -> str | None:
        """The actor that the noun at `index` is the name of, or None."""
        found = self._heads.get(index)
        return found[1] if found else None

    def of_land(self, token: Token) -> str | None:
        """The actor whose adjective a word is ("Varnese", of Varn), or None."""
        if not token.text[:1].isupper():
            return None
        if token.text in self._lands:
            return self._lands[token.text]
        return next(
            (row for name, row in self._spelt.get(_beginning(token.text), ()) if is_demonym(token.text, name)), None
        )

    def first(self, indices: Collection[int]) -> str | None:
        """The first actor that one of the nouns names, or None."""
        return next((at for i in indices if (at := self.at(i)) is not None), None)

    def named(self, index: int) -> str | None:
        """The actor that a noun names, itself or by what is set beside it ("the tyrant, Emil Castor")."""
        if (at := self.at(index)) is not None:
            return at
        a = self.analysis
        token = a.tokens[index]
        beside = [t.index for t in a.below(index, "appos")]
        if token.dep == "appos":
            beside.append(token.head)
        return self.first(beside)

    def _possessors(self, index: int) -> list[int]:
        a = self.analysis
        return [i for t in a.below(index, "poss") for i in syntax.with_conjuncts(a, t.index) if t.lower not in _OURS]

    def owner(self, index: int) -> str | None:
        """The actor to whom a noun belongs: by a possessive, by a name or the adjective of a land before it."""
        a = self.analysis
        owners = self._possessors(index)
        if owners:
            # "Ana Belk's brother's lie": whoever is no actor passes it on to whose he is, once.
            return self.first(owners) or self.first([o for i in owners for o in self._possessors(i)])
        beside = list(a.below(index, *_BESIDE))
        if (at := self.first([t.index for t in beside if t.pos == "PROPN"])) is not None:
            return at
        return next((at for t in beside if (at := self.of_land(t)) is not None), None)

    def after(self, index: int, *prepositions: str) -> str | None:
        """The actor after a preposition that hangs on a noun, or the owner of what stands there."""
        found = [i for p in prepositions for i in syntax.after(self.analysis, index, p)]
        return self.first(found) or next((at for i in found if (at := self.owner(i)) is not None), None)
