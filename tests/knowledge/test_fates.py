"""The fates of the knowledge file `fates`: each has an example in which the number in brackets has its kind."""

import re

import pytest

from reportedly import knowledge
from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.language import DEFAULT_PIPELINE, analyse
from reportedly.layers.figures import read_figures
from reportedly.record.vocabulary import FIGURE_KINDS

FATES = knowledge.load("fates")["fate"]
STATES = knowledge.load("fates")["state"]
KEYS = {
    "what", "verbs", "seat", "things", "preps", "of", "not_preps", "under", "complement", "seated", "alone", "perfect",
    "negated", "none", "particle", "example",
}  # fmt: skip


@pytest.mark.parametrize("fate", [*FATES, *STATES], ids=lambda f: f["example"])
def test_an_example_of_a_fate_has_its_kind(fate):
    text = re.sub(r"[\[\]]", "", fate["example"])
    start = fate["example"].index("[")
    document = Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Metadata())
    rows = read_figures(document, analyse(document, DEFAULT_PIPELINE), [], [], [])
    assert [f.what for f in rows if f.words[0].start <= start < f.words[0].end] == [fate["what"]]


def test_a_fate_is_of_a_known_kind_and_asks_for_something():
    for fate in FATES:
        assert fate["what"] in FIGURE_KINDS
        assert fate["seat"] in ("subject", "object", "any")
        assert fate.keys() <= KEYS
        assert fate.keys() - {"what", "verbs", "seat", "example"} or fate["seat"] == "object", fate["example"]
