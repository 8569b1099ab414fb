"""Mentions of one event in one article share a row; what may be a second event stays one."""

from notation import build
from reportedly.layers.events import read_events

KILLED = """
The  the  DET/DT  det  2
attack  attack  NOUN/NN  nsubj  5
on  on  ADP/IN  prep  2
Oss  Oss  PROPN/NNP  pobj  3
killed  kill  VERB/VBD  ROOT  0
nine  nine  NUM/CD  nummod  7
villagers_  villager  NOUN/NNS  dobj  5
.  .  PUNCT/.  punct  5
"""
CONDEMNED = """
Mardun  Mardun  PROPN/NNP  nsubj  2
condemned  condemn  VERB/VBD  ROOT  0
{the}  {the}  DET/DT  det  4
attack_  attack  NOUN/NN  dobj  2
.  .  PUNCT/.  punct  2
"""
PLANNED = """
Mardun  Mardun  PROPN/NNP  nsubj  3
is  be  AUX/VBZ  aux  3
planning  plan  VERB/VBG  ROOT  0
an  an  DET/DT  det  5
attack_  attack  NOUN/NN  dobj  3
.  .  PUNCT/.  punct  3
"""


def rows(notation):
    analysis, document = build(notation)
    found = read_events(document, analysis, (), (), (), ())
    return [(document.words(r.words), [document.words(m) for m in r.mentions], r.type, r.status) for r in found]


def test_an_attack_that_kills_is_one_event():
    assert rows(KILLED) == [("attack", ["killed"], "ASSAULT", "actual")]


def test_a_definite_noun_points_back():
    assert rows(KILLED + "¶" + CONDEMNED.format(the="the")) == [
        ("attack", ["killed", "attack"], "ASSAULT", "actual"),
        ("condemned", [], "ACCUSE", "actual"),
    ]


def test_an_attack_that_is_planned_is_another_than_one_that_happened():
    assert rows(KILLED + "¶" + PLANNED) == [
        ("attack", ["killed"], "ASSAULT", "actual"),
        ("attack", [], "ASSAULT", "planned"),
    ]
