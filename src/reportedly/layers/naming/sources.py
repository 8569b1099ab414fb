"""The sources of an article's statements as naming needs them: their heads, and who makes a statement in writing.

In: a scene and the statements. Out: heads of sources, conjuncts apart ("Russia and Iran"); for a token in a content the
statement that holds it; for a document the actor that published it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.layers.naming.mention import Making, Mention
from reportedly.layers.naming.scene import Scene
from reportedly.layers.source_heads import source_heads
from reportedly.layers.statement import Statement

if TYPE_CHECKING:
    from reportedly.layers.naming.joining import Joining

_PUBLISH = frozenset(
    {
        "carry",
        "publish",
        "release",
        "issue",
        "run",
        "file",
        "write",
        "post",
        "deliver",
        "make",
        "produce",
        "print",
        "send",
        "compile",
        "author",
        "sign",
        "put",
        "circulate",
        "submit",
    }
)


class Sources:
    """The statements, by what their sources name."""

    def __init__(self, scene: Scene, statements: Sequence[Statement]) -> None:
        self.scene, self.statements = scene, statements

    @cached_property
    def heads_of(self) -> tuple[tuple[int, ...], ...]:
        """For each statement the heads of its source."""
        return tuple(source_heads(self.scene.analysis, s.source) for s in self.statements)

    @cached_property
    def heads(self) -> frozenset[int]:
        """Every head of a source."""
        return frozenset(h for held in self.heads_of for h in held)

    @cached_property
    def _innermost(self) -> dict[int, int]:
        """For each token in a content the number of the shortest statement that holds it."""
        found: dict[int, int] = {}
        lengths = [sum(span.end - span.start for span in s.content) for s in self.statements]
        for n in sorted(range(len(lengths)), key=lambda n: (-lengths[n], -n)):
            for span in self.statements[n].content:
                found.update((t.index, n) for t in self.scene.analysis.at(span))
        return found

    def holding(self, index: int) -> int | None:
        """The number of the innermost statement whose content holds a token, or None."""
        return self._innermost.get(index)

    def last_before(self, index: int) -> int | None:
        """The number of the last statement of the article's own whose source stands before a token, or None."""
        at = bisect_left(self._own, (index, -1))
        return self._own[at - 1][1] if at else None

    @cached_property
    def _own(self) -> list[tuple[int, int]]:
        """The heads of sources that lie in no other statement's content, with the statement's number, in text order."""
        held = ((h, n) for n, heads in enumerate(self.heads_of) for h in heads)
        return sorted((h, n) for h, n in held if self.holding(h) is None)

    @cached_property
    def _nouns(self) -> dict[str, list[int]]:
        """The tokens by their lemma and by their own word."""
        found: dict[str, list[int]] = {}
        for t in self.scene.tokens:
            for word in {t.lemma.lower(), t.lower} if t.pos == "NOUN" else ():
                found.setdefault(word, []).append(t.index)
        return found

    def maker(self, joining: Joining, m: Mention) -> Making | None:
        """The actor that the text says published a document: by this very noun or, of all nouns like it, by one actor."""
        makers: list[Making] = []
        for index in self._nouns.get(m.noun, ()):
            found = self._published(joining, index)
            if found is not None and index == m.head:
                return found
            if found is not None and found not in makers:
                makers.append(found)
        return makers[0] if len(makers) == 1 and not m.plural else None

    def _published(self, joining: Joining, index: int) -> Making | None:
        """The owner of a document ("Axios' report"), or the subject of the verb that published it."""
        analysis = self.scene.analysis
        token = self.scene.tokens[index]
        for t in analysis.below(index, "poss", "compound", "nmod"):
            if (held := joining.by_head.get(t.index)) is not None:
                return held
        behind = list(analysis.below(index, "prep", "agent"))
        behind.extend(
            p
            for v in analysis.below(index, "acl")
            if v.lemma.lower() in _PUBLISH
            for p in analysis.below(v.index, "agent", "prep")
        )
        for p in behind:
            if p.lower in {"by", "from"}:
                for o in analysis.below(p.index, "pobj"):
                    if (held := joining.by_head.get(o.index) or joining.described(o)) is not None:
                        return held
        over = analysis.head(token)
        if token.dep in {"dobj", "obj"} and over.lemma.lower() in _PUBLISH:
            for s in analysis.below(over.index, "nsubj"):
                if (held := joining.by_head.get(s.index)) is not None:
                    return held
        return None
