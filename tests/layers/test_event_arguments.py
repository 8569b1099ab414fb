"""Who acts on whom, where and when, from hand-built analyses and triggers without an entry in the lexicon."""

from dataclasses import replace

import pytest
from row_makers import actor, at, attribution

from notation import build
from reportedly.layers.happening.arguments import Arguments, Settings
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import Place, Time

PASSIVE = """
Ruvo  Ruvo  PROPN/NNP  nsubjpass  3
was  be  AUX/VBD  auxpass  3
invaded  invade  VERB/VBN  ROOT  0
by  by  ADP/IN  agent  3
Mardun  Mardun  PROPN/NNP  pobj  4
and  and  CCONJ/CC  cc  5
Keldrin  Keldrin  PROPN/NNP  conj  5
on  on  ADP/IN  prep  3
Monday_  Monday  PROPN/NNP  pobj  8
.  .  PUNCT/.  punct  3
"""
POSSESSED = """
Mardun  Mardun  PROPN/NNP  poss  3
's  's  PART/POS  case  1
attack  attack  NOUN/NN  nsubj  6
on  on  ADP/IN  prep  3
Ruvo  Ruvo  PROPN/NNP  pobj  4
failed_  fail  VERB/VBD  ROOT  0
.  .  PUNCT/.  punct  6
"""
ACTIVE = """
Mardun  Mardun  PROPN/NNP  nsubj  2
attacked  attack  VERB/VBD  ROOT  0
Ruvo_  Ruvo  PROPN/NNP  dobj  2
.  .  PUNCT/.  punct  2
"""
ALONE = """
Shelling  shelling  NOUN/NN  nsubj  2
began  begin  VERB/VBD  ROOT  0
at  at  ADP/IN  prep  2
dawn_  dawn  NOUN/NN  pobj  3
.  .  PUNCT/.  punct  2
"""
HELD = """
Mardun  Mardun  PROPN/NNP  nsubj  2
held  hold  VERB/VBD  ROOT  0
talks  talk  NOUN/NNS  dobj  2
with  with  ADP/IN  prep  3
Ruvo_  Ruvo  PROPN/NNP  pobj  4
.  .  PUNCT/.  punct  2
"""
FRONTED = """
On  on  ADP/IN  prep  5
Monday  Monday  PROPN/NNP  pobj  1
Mardun  Mardun  PROPN/NNP  nsubj  5
,  ,  PUNCT/,  punct  5
rested  rest  VERB/VBD  ROOT  0
and  and  CCONJ/CC  cc  5
attacked  attack  VERB/VBD  conj  5
Ruvo_  Ruvo  PROPN/NNP  dobj  7
.  .  PUNCT/.  punct  5
"""
SAID = """
Ruvo  Ruvo  PROPN/NNP  nsubj  2
said  say  VERB/VBD  ROOT  0
on  on  ADP/IN  prep  2
Monday  Monday  PROPN/NNP  pobj  3
that  that  SCONJ/IN  mark  7
Mardun  Mardun  PROPN/NNP  nsubj  7
attacked_  attack  VERB/VBD  ccomp  2
.  .  PUNCT/.  punct  2
"""
WE = """
Keldrin  Keldrin  PROPN/NNP  nsubj  2
said  say  VERB/VBD  ROOT  0
we  we  PRON/PRP  nsubj  4
attacked  attack  VERB/VBD  ccomp  2
Ruvo_  Ruvo  PROPN/NNP  dobj  4
.  .  PUNCT/.  punct  2
"""


def trigger(analysis, word, kind="ASSAULT"):
    index = next(t.index for t in analysis.tokens if t.text == word)
    return Trigger(index, (index,), kind, None, None)


def sides(notation, word, names, kind="ASSAULT", **given):
    analysis, document = build(notation)
    actors = [actor(document, name, name) for name in names]
    found = Arguments(analysis, actors, given.get("attributions", ()), lexicon(), given.get("link"))
    return found.sides(trigger(analysis, word, kind))


@pytest.mark.parametrize(
    ("notation", "word", "kind"),
    [(ACTIVE, "attacked", "ASSAULT"), (POSSESSED, "attack", "ASSAULT"), (HELD, "talks", "CONSULT")],
)
def test_the_parse_tells_who_acts_on_whom(notation, word, kind):
    assert sides(notation, word, ["Mardun", "Ruvo"], kind) == (("Mardun",), ("Ruvo",))


def test_all_that_are_joined_act():
    assert sides(PASSIVE, "invaded", ["Ruvo", "Mardun", "Keldrin"]) == (("Mardun", "Keldrin"), ("Ruvo",))


def test_where_the_text_names_nobody_the_sides_are_empty():
    assert sides(ALONE, "Shelling", []) == ((), ())


def test_one_that_acts_is_not_whom_it_is_done_to():
    acting, done_to = sides(ACTIVE, "attacked", ["Mardun"])
    assert (acting, done_to) == (("Mardun",), ())


def test_names_do_not_matter():
    swapped = ACTIVE.replace("Mardun", "@").replace("Ruvo", "Mardun").replace("@", "Ruvo")
    assert sides(swapped, "attacked", ["Mardun", "Ruvo"]) == (("Ruvo",), ("Mardun",))


def test_we_are_who_speaks():
    analysis, document = build(WE)
    row = replace(attribution(document, "we attacked Ruvo", cue="said"), speaker=("Keldrin",))
    actors = [actor(document, n, n) for n in ("Keldrin", "Ruvo")]
    found = Arguments(analysis, actors, [row], lexicon())
    assert found.sides(trigger(analysis, "attacked")) == (("Keldrin",), ("Ruvo",))


def setting(notation, word, day="Monday", others=()):
    analysis, document = build(notation)
    here = trigger(analysis, word)
    times = [Time(id="t1", words=(at(document, day),), type="DATE", made_by="test")]
    triggers = [here, *(trigger(analysis, x) for x in others)]
    places = [Place(id="l1", words=(at(document, "Ruvo"),), made_by="test")]
    return Settings(analysis, triggers, places, times).of(here)


def test_the_day_of_the_clause_is_the_events():
    assert setting(PASSIVE, "invaded") == ("l1", "t1")


def test_a_day_before_two_joined_clauses_is_of_both():
    assert setting(FRONTED, "attacked") == ("l1", "t1")


def test_unless_another_event_claims_it():
    assert setting(FRONTED, "attacked", others=["rested"])[1] is None


def test_the_day_on_which_something_is_said_is_not_the_day_of_what_is_said():
    assert setting(SAID, "attacked")[1] is None
