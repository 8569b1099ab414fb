"""How an event was done: words of the trigger first, then the nearest word beside it, else nothing."""

import re

import pytest

from notation import build
from plain import plain
from reportedly import knowledge
from reportedly.document import Span
from reportedly.errors import KnowledgeError
from reportedly.language import analyse
from reportedly.layers.happening import modes
from reportedly.layers.happening.modes import mode_of

RULES = knowledge.load("modes")["rule"]
KILLED = """
{}  {}  NOUN/NNS  nsubj  2
killed  kill  VERB/VBD  ROOT  0
a  a  DET/DT  det  4
judge  judge  NOUN/NN  dobj  2
near  near  ADP/IN  prep  2
a  a  DET/DT  det  8
tank  tank  NOUN/NN  compound  8
depot_  depot  NOUN/NN  pobj  5
.  .  PUNCT/.  punct  2
"""


@pytest.mark.parametrize("rule", RULES, ids=[f"{r['type']}-{r['mode']}" for r in RULES])
def test_the_example_of_a_rule_has_its_mode(rule):
    before, trigger, after = re.split(r"[\[\]]", rule["example"])
    document, _ = plain(before + trigger + after)
    analysis = analyse(document)
    words = [t.index for t in analysis.at(Span(len(before), len(before + trigger)))]
    assert mode_of(analysis, words, rule["type"]) == rule["mode"]


def test_every_mode_has_a_rule_but_that_which_stands_beside_another():
    known = {(t, m) for t, of in knowledge.load("plover")["types"].items() for m in of.get("modes", {})}
    assert known - {(r["type"], r["mode"]) for r in RULES} == {("ASSAULT", "sideAB")}
    assert len(RULES) == len({(r["type"], r["mode"]) for r in RULES})


def test_the_nearest_word_decides():
    analysis, _ = build(KILLED.format("Gunmen", "gunman"))
    assert mode_of(analysis, [1], "ASSAULT") == "firearms"


def test_a_word_counts_for_its_type_alone():
    analysis, _ = build(KILLED.format("Gunmen", "gunman"))
    assert mode_of(analysis, [1], "CONSULT") is None
    assert mode_of(analysis, [1], "AID") is None


def test_where_no_word_says_how_there_is_no_mode():
    analysis, _ = build(KILLED.format("Strangers", "stranger").replace("tank  tank", "salt  salt"))
    assert mode_of(analysis, [1], "ASSAULT") is None
    assert mode_of(analysis, [], "ASSAULT") is None


@pytest.mark.parametrize("party", ["Varnians", "Oltenzers"])
def test_who_does_it_changes_nothing(party):
    analysis, _ = build(KILLED.format(party, party.lower()).replace("tank  tank", "salt  salt"))
    assert mode_of(analysis, [1], "ASSAULT") is None


def test_a_rule_of_a_mode_that_is_none_is_refused(monkeypatch):
    tables = {"plover": {"types": {"AID": {}}}, "modes": {"rule": [{"type": "AID", "mode": "slow", "named": []}]}}
    monkeypatch.setattr(modes.knowledge, "load", tables.__getitem__)
    with pytest.raises(KnowledgeError, match="AID has no mode 'slow'"):
        modes.rules.__wrapped__()
