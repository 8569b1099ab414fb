"""Statements of the span model: the likeliest runs, their joining, and one list with the rules'."""

import attribution_sentences as sentences
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from naming_sentences import read

from reportedly.language.encoder.heads import Heads, Link, Vectors
from reportedly.layers.attribution.draft import Draft
from reportedly.layers.attribution.marks import stretches, viterbi
from reportedly.layers.attribution.merging import merged
from reportedly.layers.statements import read_statements

TAGS = ("source", "cue", "content", "inner source", "inner cue", "inner content")
KINDS = ("content to cue", "inner content to cue", "source to cue", "cue to source")


def heads_for(analysis, parts):
    """Heads that are sure of `parts`: for each tag, runs of token numbers; a content links to the first cue, a cue to
    the first source."""
    tokens = analysis.tokens
    n = len(tokens)
    tags = {t: np.tile(np.array([[0.98, 0.01, 0.01]], np.float32), (n, 1)) for t in TAGS}
    for tag, runs in parts.items():
        for run in runs:
            tags[tag][list(run)] = (0.02, 0.02, 0.96)
            tags[tag][run[0]] = (0.02, 0.96, 0.02)
    links = {}
    for kind in KINDS:
        inner = "inner " if kind.startswith("inner") else ""
        to = parts.get("source" if kind == "cue to source" else f"{inner}cue", [])
        led = np.zeros((n, 1), np.float32)
        if to:
            led[to[0][0]] = 9.0
        everywhere = np.arange(n)
        near = np.zeros(2 * n + 1, np.float32)
        ones = Vectors(everywhere, np.ones((n, 1), np.float32))
        links[kind] = Link(ones, Vectors(everywhere, led), np.full((1, 1), 0.0 if to else 9.0, np.float32), near)
    starts = np.array([t.span.start for t in tokens])
    ends = np.array([t.span.end for t in tokens])
    return Heads(starts, ends, np.zeros(n, np.int64), np.arange(1, n + 1), tags, links, {})


def rows(sentence, parts):
    document, analysis = read(sentence)
    found = read_statements(document, analysis, [], [heads_for(analysis, parts)])
    return [(document.words(s.source), document.words(s.cue), document.words(s.content)) for s in found], found


def test_parts_are_joined_by_their_links_and_a_content_is_tidied():
    words, found = rows(sentences.SAID, {"source": [range(5)], "cue": [(6,)], "content": [range(9, 14)]})
    assert words == [("Ana Brun, the minister", "said", "the dam had failed")]
    assert found[0].made_by == "span model"
    assert 0 <= found[0].confidence <= 1


def test_a_content_without_a_cue_is_a_statement_without_a_source():
    words, _ = rows(sentences.SAID, {"content": [range(10, 14)]})
    assert words == [("", "", "the dam had failed")]


def test_a_cue_without_a_content_is_nothing():
    assert rows(sentences.SAID, {"source": [range(5)], "cue": [(6,)]})[0] == []


def test_a_statement_inside_none_is_not_taken_from_the_inner_level():
    parts = {"inner source": [range(5)], "inner cue": [(6,)], "inner content": [range(10, 14)]}
    assert rows(sentences.SAID, parts)[0] == []


def test_without_heads_the_rules_read_alone():
    document, analysis = read(sentences.SAID)
    assert all(s.made_by.startswith("rule: ") and s.confidence is None for s in read_statements(document, analysis))


def test_the_rules_add_hedges_and_citations_and_what_stands_inside_a_content_alone():
    outer = Draft((0,), (6,), (8, 9, 10, 11), 6, "span model", evidence=(0.9, 0.9, 0.9, 0.9))
    hedge = Draft((), (1,), (2, 3), 1, "hedge")
    inner = Draft((8,), (10,), (11,), 10, "clause")
    other = Draft((0,), (4,), (5,), 4, "clause")
    found = merged([outer], [], [hedge, inner, other])
    assert {d.anchor for d in found} == {6, 1, 10}


@given(st.lists(st.tuples(st.floats(0.01, 0.99), st.floats(0.01, 0.99)), min_size=1, max_size=30))
def test_the_likeliest_sequence_is_no_worse_than_all_outside_or_one_run(chances):
    inside = np.array([i for i, _ in chances])
    begins = np.array([b for _, b in chances])
    outside, start, on = np.log(1 - inside), np.log(inside * begins), np.log(inside * (1 - begins))
    path = viterbi(outside, start, on, np.zeros((len(inside), 1)))
    score = sum(outside[t] if s < 0 else start[t] if b else on[t] for t, (s, b) in enumerate(path))
    assert score >= outside.sum() - 1e-9
    assert score >= start[0] + on[1:].sum() - 1e-9
    assert path[0] == (-1, False) or path[0][1]
    covered = [t for a, b, _ in stretches(path) for t in range(a, b)]
    assert covered == [t for t, (s, _) in enumerate(path) if s >= 0]


def test_a_run_ends_where_the_next_cue_takes_over():
    inside = np.full(6, 0.9)
    begins = np.array([0.9, 0.1, 0.1, 0.5, 0.1, 0.1])
    links = np.log(np.array([[0.01, 0.98, 0.01]] * 3 + [[0.01, 0.01, 0.98]] * 3))
    path = viterbi(np.log(1 - inside), np.log(inside * begins), np.log(inside * (1 - begins)), links)
    assert list(stretches(path)) == [(0, 3, 1), (3, 6, 2)]
