"""Mentions of one event in one article share a row; what may be a second event stays one."""

import re
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_heads import heads
from row_makers import actor

from notation import build
from reportedly import knowledge
from reportedly.document import Span
from reportedly.layers.events import read_events
from reportedly.layers.happening import merge as merging
from reportedly.layers.happening.merge import Draft, Rows, contradict, key_of, merge, signals_of
from reportedly.layers.happening.triggers import Trigger

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
ATTACKED = """
{one}  {one}  PROPN/NNP  nsubj  2
attacked  attack  VERB/VBD  ROOT  0
{other}_  {other}  PROPN/NNP  dobj  2
.  .  PUNCT/.  punct  2
"""
TALKS = """
Talks  talk  NOUN/NNS  nsubj  2
began_  begin  VERB/VBD  ROOT  0
.  .  PUNCT/.  punct  2
"""


def rows(notation, *names):
    """The events of a notation, whose `names` are actors of which every mention counts."""
    analysis, document = build(notation)
    actors = [replace(actor(document, n, n), names=everywhere(document.text, n)) for n in names]
    return document, read_events(document, analysis, [heads(analysis)], (), (), actors, ())


def everywhere(text, name):
    return tuple((Span(m.start(), m.end()),) for m in re.finditer(name, text))


def told(notation, *names):
    document, found = rows(notation, *names)
    return [(document.words(r.words), [document.words(m) for m in r.mentions], r.type, r.status) for r in found]


def test_an_attack_that_kills_is_one_event():
    assert told(KILLED) == [("attack", ["killed"], "ASSAULT", "actual")]


def test_a_definite_noun_points_back():
    assert told(KILLED + "¶" + CONDEMNED.format(the="the")) == [
        ("attack", ["killed", "attack"], "ASSAULT", "actual"),
        ("condemned", [], "ACCUSE", "actual"),
    ]


def test_an_attack_that_is_planned_is_another_than_one_that_happened():
    assert told(KILLED + "¶" + PLANNED) == [
        ("attack", ["killed"], "ASSAULT", "actual"),
        ("attack", [], "ASSAULT", "planned"),
    ]


def test_events_of_two_types_are_two():
    assert told(TALKS + "¶" + KILLED) == [
        ("Talks", [], "CONSULT", "actual"),
        ("attack", ["killed"], "ASSAULT", "actual"),
    ]


def test_one_attacks_another_and_is_attacked_by_a_third_are_two_events():
    two = ATTACKED.format(one="Mardun", other="Ruvo") + "¶" + ATTACKED.format(one="Keldrin", other="Mardun")
    _, found = rows(two, "Mardun", "Ruvo", "Keldrin")
    assert [(r.actor, r.recipient, r.mentions) for r in found] == [
        (("Mardun",), ("Ruvo",), ()),
        (("Keldrin",), ("Mardun",), ()),
    ]


def test_the_same_told_again_is_the_same_event():
    _, (row,) = rows("¶".join([ATTACKED.format(one="Mardun", other="Ruvo")] * 2), "Mardun", "Ruvo")
    assert (row.actor, row.recipient, len(row.mentions)) == (("Mardun",), ("Ruvo",), 1)


# What speaks for one event, and against.

TOLD_AGAIN = """
The  the  DET/DT  det  2
attack  attack  NOUN/NN  nsubj  3
shocked  shock  VERB/VBD  ROOT  0
Oltenz_  Oltenz  PROPN/NNP  dobj  3
.  .  PUNCT/.  punct  3

Gunmen  gunman  NOUN/NNS  nsubj  2
attacked  attack  VERB/VBD  ROOT  0
,  ,  PUNCT/,  punct  2
a  a  DET/DT  det  5
raid  raid  NOUN/NN  conj  2
and  and  CCONJ/CC  cc  5
bombing_  bombing  NOUN/NN  conj  5
.  .  PUNCT/.  punct  2

This  this  DET/DT  det  2
attack  attack  NOUN/NN  nsubj  3
ended_  end  VERB/VBD  ROOT  0
.  .  PUNCT/.  punct  3
"""
THE_ATTACK, ATTACKED_THEM, RAID, BOMBING, THIS_ATTACK = 1, 6, 9, 11, 14
PARSE = build(TOLD_AGAIN)[0]


def draft(index, kind="ASSAULT", **given):
    told = {"status": "actual", "actor": (), "recipient": (), "place": None, "date": None, "within": None} | given
    mode = told.pop("mode", None)
    return Draft(Trigger(index, (index,), kind, mode, None), **told)


def speaks(one, other):
    return {name for name, value in signals_of(PARSE, other, one).items() if value}


def test_a_noun_and_a_verb_of_one_act_are_the_same_word():
    assert key_of(PARSE, draft(THE_ATTACK).trigger) == key_of(PARSE, draft(ATTACKED_THEM).trigger) == "attack"
    assert "same word" in speaks(draft(THE_ATTACK), draft(ATTACKED_THEM))
    assert "same word" not in speaks(draft(THE_ATTACK), draft(RAID))


def test_short_words_keep_their_endings():
    analysis, _ = build("raid  raid  NOUN/NN  ROOT  0\nfire  fire  NOUN/NN  dep  1\nbombing  bombing  NOUN/NN  dep  1")
    assert [key_of(analysis, Trigger(i, (i,), "ASSAULT", None, None)) for i in range(3)] == ["raid", "fire", "bomb"]


def test_only_a_noun_with_the_article_or_its_like_is_definite():
    assert {"definite noun", "definite noun, same word"} <= speaks(draft(ATTACKED_THEM), draft(THIS_ATTACK))
    assert {"definite noun"} <= speaks(draft(RAID), draft(THIS_ATTACK)) - {"definite noun, same word"}
    assert "definite noun" not in speaks(draft(THE_ATTACK), draft(RAID))
    assert "definite noun" not in speaks(draft(THE_ATTACK), draft(ATTACKED_THEM))


def test_distance_is_counted_in_sentences_from_the_nearest_mention():
    row = draft(THE_ATTACK)
    assert signals_of(PARSE, draft(BOMBING), row)["distance"] == pytest.approx(0.693, abs=0.001)
    row.others.append(draft(RAID))
    assert signals_of(PARSE, draft(BOMBING), row)["distance"] == 0
    assert "same sentence" in speaks(row, draft(BOMBING))


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ({"actor": ("p1",)}, {"actor": ("p1", "p2")}, "actor agrees"),
        ({"actor": ("p1",)}, {"actor": ("p2",)}, "actor differs"),
        ({"actor": ("p1",)}, {}, "actor, one says none"),
        ({"recipient": ("p1",)}, {"recipient": ("p1",)}, "recipient agrees"),
        ({"actor": ("p1",), "recipient": ("p2",)}, {"actor": ("p1",), "recipient": ("p2",)}, "both sides agree"),
        ({"status": "planned"}, {"status": "planned"}, "same status"),
        ({"status": "planned"}, {"status": "ongoing"}, "one is real, one is not"),
        ({"date": "t1"}, {"date": "t1"}, "same day"),
        ({"place": "l1"}, {"place": "l1"}, "same place"),
    ],
)
def test_each_sign_is_seen_whichever_comes_first(one, other, sign):
    for first, second in ((one, other), (other, one)):
        assert sign in speaks(draft(THE_ATTACK, **first), draft(RAID, **second))
    assert sign == "same status" or sign not in speaks(draft(THE_ATTACK), draft(RAID))


def test_what_is_told_of_both_is_no_sign_of_either():
    assert not {s for s in speaks(draft(THE_ATTACK), draft(RAID)) if s.startswith(("actor", "recipient", "same day"))}


def test_every_weight_is_of_a_sign_that_the_code_knows():
    known = {"an earlier row", "distance", "hangs on it", "the last of its type", "the title's", "same sentence"}
    known |= {f"{side} {how}" for side in ("actor", "recipient") for how in ("agrees", "differs")}
    known |= {f"{side}, one says none" for side in ("actor", "recipient")}
    known |= {"same word", "same word, noun", "definite noun", "definite noun, same word", "both sides agree"}
    known |= {"same status", "one is real, one is not", "same day", "same place"}
    weights = knowledge.load("merging")["weights"]
    assert {w for w in weights if not w.startswith("type ")} <= known
    types = knowledge.load("plover")["types"]
    assert {w.removeprefix("type ") for w in weights if w.startswith("type ")} <= set(types)


def test_the_weights_side_with_what_speaks_for_one_event():
    weights = knowledge.load("merging")["weights"]
    for sign in ("same word", "definite noun", "same status", "actor agrees", "both sides agree"):
        assert weights[sign] > 0, sign
    for sign in ("distance", "actor differs", "recipient differs"):
        assert weights[sign] < 0, sign


# What cannot be one event.

APART = [
    ({"mode": "firearms"}, {"mode": "aerial"}),
    ({"date": "t1"}, {"date": "t2"}),
    ({"place": "l1"}, {"place": "l2"}),
    ({"actor": ("p1",), "recipient": ("p2",)}, {"actor": ("p2",), "recipient": ("p1",)}),
    *(({}, {"status": status}) for status in ("planned", "threatened", "demanded", "possible", "not_happened")),
    ({"status": "ongoing"}, {"status": "planned"}),
]
TOGETHER = [
    ({"mode": "firearms"}, {}),
    ({"date": "t1"}, {"date": "t1"}),
    ({"place": "l1"}, {}),
    ({"actor": ("p1",), "recipient": ("p2",)}, {"actor": ("p3",), "recipient": ("p2",)}),
    ({"actor": ("p1",)}, {"actor": ("p2",)}),
    ({}, {"status": "denied"}),
    ({}, {"status": "ongoing"}),
    ({"status": "planned"}, {"status": "demanded"}),
]


@pytest.fixture
def eager(monkeypatch):
    """Weights that would make of all triggers of a type one event."""
    monkeypatch.setattr(merging, "_weights", lambda: ({"an earlier row": 100.0}, 0.0))


@pytest.mark.parametrize(("one", "other"), APART)
@pytest.mark.usefixtures("eager")
def test_what_contradicts_is_never_one_event(one, other):
    for first, second in ((one, other), (other, one)):
        x, y = draft(THE_ATTACK, **first), draft(RAID, **second)
        assert contradict(x, y)
        assert merge(PARSE, [x, y]) == [x, y]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
@pytest.mark.usefixtures("eager")
def test_what_one_leaves_open_contradicts_nothing(one, other):
    for first, second in ((one, other), (other, one)):
        x, y = draft(THE_ATTACK, **first), draft(RAID, **second)
        assert not contradict(x, y)
        assert merge(PARSE, [x, y]) == [x]
        assert x.others == [y]


@pytest.mark.usefixtures("eager")
def test_a_draft_must_agree_with_all_mentions_of_a_row():
    first, second, third = draft(THE_ATTACK), draft(RAID, date="t1"), draft(BOMBING, date="t2")
    assert merge(PARSE, [first, second, third]) == [first, third]


@pytest.mark.usefixtures("eager")
def test_types_are_never_mixed():
    x, y = draft(THE_ATTACK), draft(RAID, "COERCE")
    assert merge(PARSE, [x, y]) == [x, y]


SIDES = st.sampled_from([(), ("p1",), ("p2",), ("p1", "p2")])
DRAFTS = st.lists(
    st.builds(
        dict, kind=st.sampled_from(["ASSAULT", "COERCE"]), status=st.sampled_from(["actual", "planned"]), actor=SIDES,
        recipient=SIDES, place=st.sampled_from([None, "l1", "l2"]), date=st.sampled_from([None, "t1", "t2"]),
        mode=st.sampled_from([None, "firearms"]),
    ),
    max_size=12,
)  # fmt: skip


@given(DRAFTS, st.floats(-5, 5))
def test_every_draft_is_in_one_row_with_what_does_not_contradict_it(told, weight):
    drafts = [draft(n, **one) for n, one in enumerate(told)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_weights", lambda: ({"an earlier row": weight, "distance": -1.0}, 0.0))
        found = merge(PARSE, drafts)
    groups = [[row, *row.others] for row in found]
    assert sorted(d.trigger.index for group in groups for d in group) == list(range(len(drafts)))
    assert [row.trigger.index for row in found] == sorted(row.trigger.index for row in found)
    for group in groups:
        assert [d.trigger.index for d in group] == sorted(d.trigger.index for d in group)
        assert len({d.trigger.type for d in group}) == 1
        assert not any(contradict(x, y) for x, y in combinations(group, 2))


# How much is looked at.


def many(count, told):
    analysis, _ = build("\n\n".join(["attack  attack  NOUN/NN  ROOT  0"] * count))
    return analysis, [draft(n, **told(n)) for n in range(count)]


@pytest.mark.parametrize(
    "told", [lambda n: {}, lambda n: {"date": f"t{n}"}, lambda n: {"date": f"t{n % 40}"}], ids=["one", "each", "forty"]
)
def test_in_a_long_text_a_draft_is_held_against_a_bounded_number_of_others(told, monkeypatch):
    looked = [0]

    def counted(one, other):
        looked[0] += 1
        return contradict(one, other)

    monkeypatch.setattr(merging, "contradict", counted)
    most, counts = 0, []
    for count in (1000, 2000):
        looked[0] = 0
        analysis, drafts = many(count, told)
        rows = Rows(analysis)
        for one in drafts:
            before = looked[0]
            candidates = rows.candidates(one)
            most = max(most, looked[0] - before)
            assert len(candidates) <= merging.NEAR + 1
            rows.add(one, candidates[0][0] if candidates else None)
        counts.append(looked[0])
    assert most <= (merging.NEAR + 1) * merging.MOST
    assert counts[1] < 2.5 * counts[0], "twice as many drafts take about twice as long"


@pytest.mark.usefixtures("eager")
def test_a_row_that_is_full_takes_no_more_mentions():
    analysis, drafts = many(2 * merging.MOST + 1, lambda n: {})
    assert [1 + len(row.others) for row in merge(analysis, drafts)] == [merging.MOST, merging.MOST, 1]
