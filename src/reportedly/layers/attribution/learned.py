"""Statements as the span model finds them: its sources, cues and contents joined by its links.

In: a reading, the encoder's heads, the rules' drafts. Out: drafts, each with its evidence. A content belongs to the cue
to which its word pieces link, or to none; contents of one cue are pieces of one. A cue's source is the one to which it
links. Where a rule read the same cue, its limits of the content and its source stand beside the model's, and the
likelier ones are taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.language.encoder.heads import Floats, Heads
from reportedly.language.encoder.pieces import Ints
from reportedly.language.encoder.session import card
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.marks import EAGER, FLOOR, REACH, Marks, Run, linked_to, log_softmax
from reportedly.layers.attribution.pairs import CONTENT_SIGNALS, SOURCE_SIGNALS, Pairs, alike, score
from reportedly.layers.attribution.spans import finished, trim

LEVELS = {"": "content to cue", "inner ": "inner content to cue"}
RULE_CONTENT = 4.0
"""How much a rule's limits of a content are preferred, in natural logarithms of the odds of all tokens in which the two
differ."""
UNLIKELY = -8.0
"""The logarithm of the probability of a link that the encoder does not score."""
EMPTY = frozenset({"DET", "ADP", "PART", "AUX", "CCONJ", "SCONJ", "PUNCT", "SPACE"})
"""Parts of speech that are no content by themselves."""
Candidate = tuple[tuple[int, ...], float, float, float]
"""A source's tokens, the logarithms of its links from the cue and back, and how sure the model is that it is one."""


@dataclass(frozen=True)
class Joined:
    """Parts of one statement: the number of its cue, its contents, the sources that it may have, each with the
    logarithm of a probability, and how sure the model is of cue, content and their link."""

    cue: int | None
    contents: tuple[Run, ...]
    sources: tuple[tuple[tuple[int, ...], float], ...]
    sure: tuple[float, float, float]


class Level:
    """The statements of one level of an article: `""` for its own, `"inner "` for those inside contents."""

    def __init__(self, r: Reading, marks: Marks, level: str, ruled: Sequence[Draft]) -> None:
        self.r = r
        self.heads = marks.heads
        self.marks = marks
        self.level = level
        self.sources = marks.runs(f"{level}source")
        self.cues = marks.runs(f"{level}cue", EAGER)
        self.source_places = linked_to(self.heads.links["cue to source"].led, self.sources)
        self.pairs = Pairs(r, self.cues, ruled)

    def drafts(self) -> list[Draft]:
        """The drafts, in the order of their cues; contents without a cue come last."""
        found = (self._draft(joined) for joined in self._joined())
        return [draft for draft in found if draft.content]

    def _joined(self) -> list[Joined]:
        of: dict[int, list[Run]] = {}
        kind = LEVELS[self.level]
        for content in self.marks.contents(f"{self.level}content", kind, self.cues, self._weigh):
            of.setdefault(-1 - content.first if content.cue is None else content.cue, []).append(content)
        back = self.back_links()
        found = []
        for key, runs in sorted(of.items(), key=lambda item: (item[0] < 0, abs(item[0]))):
            cue = self.cues[key] if key >= 0 else None
            weights = [run.end - run.first for run in runs]
            sure = (
                cue.probability if cue else 0.0,
                float(np.average([run.probability for run in runs], weights=weights)),
                float(np.average([run.link for run in runs], weights=weights)),
            )
            sources = self._weighed(key, self.sources_of(key, back)) if cue else (((), 0.0),)
            found.append(Joined(None if cue is None else key, tuple(runs), sources, sure))
        return found

    def _weigh(self, stretch: Ints, near: Sequence[int], logs: Floats) -> Floats:
        signals = self.pairs.content_signals(stretch, near, logs)
        return log_softmax(score(signals, card().weights["content"], CONTENT_SIGNALS))

    def _weighed(self, number: int, sources: Sequence[Candidate]) -> tuple[tuple[tuple[int, ...], float], ...]:
        signals = self.pairs.source_signals(number, sources)
        logs = log_softmax(score(signals, card().weights["source"], SOURCE_SIGNALS)[None, :])[0]
        return tuple((words, float(p)) for (words, *_), p in zip(sources, logs, strict=True))

    def back_links(self) -> list[dict[int, float]]:
        """For each source the logarithms of the mean probabilities that its word pieces link to the cues near it."""
        link = self.heads.links["source to cue"]
        held, pieces = linked_to(link.led, self.cues)
        found: list[dict[int, float]] = []
        for source in self.sources:
            places = link.leading.known(np.arange(source.first_piece, source.end_piece))
            low, high = np.searchsorted(pieces, (source.first_piece - REACH, source.end_piece + REACH))
            if not len(places) or low == high:
                found.append({})
                continue
            logs = log_softmax(self.heads.link("source to cue", places, pieces[low:high])).mean(0)
            found.append({n: float(p) for n, p in zip(held[low:high], logs[1:], strict=True)})
        return found

    def sources_of(self, number: int, back: Sequence[dict[int, float]]) -> list[Candidate]:
        """The sources that a cue may have: none, those near it, and the rule's."""
        cue, rule = self.cues[number], self.pairs.same[number]
        link = self.heads.links["cue to source"]
        start = link.leading.known(np.array([cue.first_piece]))
        held, pieces = self.source_places
        low, high = np.searchsorted(pieces, (cue.first_piece - REACH, cue.end_piece + REACH + 1))
        near, targets = held[low:high], pieces[low:high]
        logs = log_softmax(self.heads.link("cue to source", start, targets))[0] if len(start) else None
        chances = [UNLIKELY] * (1 + len(near)) if logs is None else [float(p) for p in logs]
        found: list[Candidate] = [((), chances[0], 0.0, 0.0)]
        for n, p in zip(near, chances[1:], strict=True):
            found.append((tokens(self.sources[n]), p, back[n].get(number, UNLIKELY), self.sources[n].probability))
        if rule is not None and rule.source and not any(alike(words, rule.source) for words, *_ in found):
            sure = float(self.marks.inside(f"{self.level}source")[list(rule.source)].mean())
            found.append((rule.source, UNLIKELY, UNLIKELY, sure))
        return found

    def _draft(self, joined: Joined) -> Draft:
        """Joined parts as a draft, with what a rule that read the same cue makes of them."""
        same = None if joined.cue is None else self.pairs.same[joined.cue]
        cue = () if joined.cue is None else tokens(self.cues[joined.cue])
        source, likely = max(joined.sources, key=lambda s: s[1])
        source = tuple(trim(self.r, [i for i in source if i not in set(cue)]))
        held = [i for run in joined.contents for i in tokens(run)]
        if cue and self.r.tokens[cue[-1]].tag == "TO" and cue[-1] + 1 in held and len(cue) > 1:
            held, cue = [cue[-1], *held], cue[:-1]
        outside = {*cue, *source}
        content = tuple(finished(self.r, filled(self.r, [i for i in held if i not in outside]), outside))
        if is_scrap(self.r, content):
            content = same.content if same is not None and not outside.intersection(same.content) else ()
        agrees = (0.0, 0.0)
        if same is not None and content:
            agrees = (float(alike(content, same.content)), float(alike(source, same.source)))
            if self._prefers(same.content, content, outside):
                content = same.content
        anchor = -1 if not content else content[0] if joined.cue is None else self.pairs.anchors[joined.cue]
        evidence = (*joined.sure, float(np.exp(likely)), *agrees)
        handed_on = same.cited_by if same else None
        return Draft(source, cue, content, anchor, "span model", handed_on, evidence)

    def _prefers(self, ruled: tuple[int, ...], learned: tuple[int, ...], outside: set[int]) -> bool:
        """Whether the model finds a rule's content likely enough to take its limits."""
        if outside.intersection(ruled) or not alike(ruled, learned):
            return False
        inside = self.marks.inside(f"{self.level}content")
        more, less = sorted(set(ruled) - set(learned)), sorted(set(learned) - set(ruled))
        odds = [np.clip(inside[part], FLOOR, 1 - FLOOR) for part in (more, less)]
        gained, lost = (float(np.log(p / (1 - p)).sum()) for p in odds)
        return gained - lost > -RULE_CONTENT


def read_learned(r: Reading, heads: Heads, ruled: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The statements of the article's own text, and those that stand inside contents."""
    marks = Marks(heads, r.tokens)
    return Level(r, marks, "", ruled).drafts(), Level(r, marks, "inner ", ruled).drafts()


def tokens(run: Run | None) -> tuple[int, ...]:
    """The numbers of a run's tokens."""
    return tuple(range(run.first, run.end)) if run else ()


def is_scrap(r: Reading, content: Sequence[int]) -> bool:
    """Whether a content has only words that say nothing by themselves."""
    return all(r.tokens[i].pos in EMPTY or r.tokens[i].tag in {"WDT", "WP", "WRB", "PRP$"} for i in content)


def filled(r: Reading, content: Sequence[int]) -> list[int]:
    """A content with the marks between two pieces of it that nothing else separates."""
    found: list[int] = []
    for i in sorted(content):
        gap = range(found[-1] + 1, i) if found else ()
        if found and len(gap) <= 3 and all(r.tokens[g].pos == "PUNCT" for g in gap):
            found.extend(gap)
        found.append(i)
    return found
