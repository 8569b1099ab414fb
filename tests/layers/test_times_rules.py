"""Each rule of the knowledge file `times` finds its own example, and the file says what it must."""

import pytest

from plain import plain
from reportedly.knowledge import load
from reportedly.layers.times import read_times
from reportedly.layers.timex.guards import GUARDS
from reportedly.layers.timex.make import MAKERS

RULES = load("times")["rule"]


@pytest.mark.parametrize("rule", RULES, ids=[r["name"] for r in RULES])
def test_a_rule_finds_its_example(rule):
    example = rule["example"]
    document, analysis = plain(example["text"], example["published"])
    rows = [r for r in read_times(document, analysis) if r.made_by == f"rule: {rule['name']}"]
    assert [(document.words(r.words), r.value) for r in rows] == [(example["words"], example["value"])]


def test_every_maker_and_guard_has_a_rule_and_every_rule_a_maker():
    assert {r["make"] for r in RULES} == set(MAKERS)
    assert {r["guard"] for r in RULES if "guard" in r} == set(GUARDS)


def test_names_of_rules_are_their_own():
    names = [r["name"] for r in RULES]
    assert len(names) == len(set(names))
