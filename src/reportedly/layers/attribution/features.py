"""What the encoder is told of each word piece besides the piece: its case, whether it is quoted, its part of speech and
its place in the parse, what the rules make of it, and which type of event the lexicon takes it for.

In: an analysis, the rules' drafts, the types of words by the lexicon, word pieces. Out: a row of small integers for each
piece. The model learned on what this module makes: a change here wants a new training.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from reportedly.language.analysis import Analysis, Token
from reportedly.language.encoder.pieces import Ints, Pieces
from reportedly.layers.attribution.draft import Draft
from reportedly.record import vocabulary

POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB",
)  # fmt: skip
DEPS = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp",
    "compound", "conj", "csubj", "dative", "det", "dobj", "expl", "mark", "neg", "nmod", "npadvmod", "nsubj",
    "nsubjpass", "nummod", "parataxis", "pcomp", "pobj", "poss", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
HEADS = ("before, far", "before", "itself", "after", "after, far")
FEATURES = {
    "case": 3, "quoted": 3, "pos": len(POS) + 1, "dep": len(DEPS) + 1, "head": len(HEADS) + 1, "ruled": 7,
    "ruled inside": 7, "trigger": len(vocabulary.EVENT_TYPES) + 2, "side": 3,
}  # fmt: skip
"""Each feature and how many values it has; 0 is none. `side` is 1 and 2 for a source and a target that are given, and 0
where an article is read."""
UNFIT = "unfit"
"""What a word is by the lexicon that is one of its words but does not meet an entry's conditions here."""
_FAR = 5


def features_of(analysis: Analysis, drafts: Sequence[Draft], types: Mapping[int, str], pieces: Pieces) -> Ints:
    """A row of features for each piece, in the order of `FEATURES`; `types` holds a type, or `UNFIT`, by token."""
    tokens = analysis.tokens
    rows = np.zeros((len(tokens) + 1, len(FEATURES)), np.int64)
    for t in tokens:
        rows[t.index, :5] = (_case(t.text), 0, _place(POS, t.pos), _place(DEPS, t.dep), _head(t))
    for quotation in analysis.quotations:
        for span in quotation.spans:
            for t in analysis.at(span):
                rows[t.index, 1] = 1 + min(1, quotation.depth)
    _rule(rows, drafts)
    for i, kind in types.items():
        rows[i, 7] = _place((*vocabulary.EVENT_TYPES, UNFIT), kind)
    starts = np.array([t.span.start for t in tokens], np.int64)
    ends = np.array([t.span.end for t in tokens], np.int64)
    of = np.searchsorted(starts, pieces.starts, side="right") - 1
    if not len(tokens):
        return np.zeros((len(pieces), len(FEATURES)), np.int64)
    outside = (of < 0) | (pieces.starts >= ends[of]) | (pieces.starts == pieces.ends)
    found: Ints = rows[np.where(outside, len(tokens), of)]
    continued = np.concatenate([[False], of[1:] == of[:-1]]) & ~outside
    for column in (5, 6):
        begins = continued & (found[:, column] % 2 == 1)
        found[begins, column] += 1
    return found


def _rule(rows: Ints, drafts: Sequence[Draft]) -> None:
    """Marks the parts of drafts: 1 and 2 a source that begins and goes on, 3 and 4 a cue, 5 and 6 a content; those that
    stand inside a content in a column of their own."""
    covered = np.zeros(len(rows), np.int64)
    for draft in drafts:
        covered[list(draft.content)] += 1
    for draft in sorted(drafts, key=lambda d: (-len(d.content), d.anchor)):
        inside = covered[draft.anchor] > (draft.anchor in set(draft.content))
        column = 6 if inside else 5
        for part, indices in enumerate((draft.source, draft.cue, draft.content)):
            last = -2
            for i in indices:
                if not rows[i, column] or part < 2:
                    rows[i, column] = 2 * part + (2 if i == last + 1 else 1)
                last = i


def _case(word: str) -> int:
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _place(names: tuple[str, ...], name: str) -> int:
    return names.index(name) + 1 if name in names else 0


def _head(token: Token) -> int:
    far = token.head - token.index
    if far == 0:
        return 3
    return (1 if far < -_FAR else 2) if far < 0 else (5 if far > _FAR else 4)
