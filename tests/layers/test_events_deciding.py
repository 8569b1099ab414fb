"""Which words name an event: what the encoder, the lexicon and the attributions say, weighed with invented weights."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_heads import heads, token
from row_makers import attribution

from notation import build
from reportedly.language.encoder.session import card
from reportedly.layers.attribution.features import UNFIT
from reportedly.layers.happening.deciding import (
    CHOICES,
    LIKELY,
    NONE,
    SIGNALS,
    Around,
    around,
    decide,
    looked_at,
    signals_of,
    stances_of,
    triggers_of,
)
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.triggers import Domains, Trigger, find_triggers

ACTIVE = """
Varn  Varn  PROPN/NNP  nsubj  2
urged  urge  VERB/VBD  ROOT  0
it  it  PRON/PRP  nsubj  5
to  to  PART/TO  aux  5
pull  pull  VERB/VB  xcomp  2
out  out  ADP/RP  prt  5
its  its  PRON/PRP$  poss  8
troops_  troop  NOUN/NNS  dobj  5
.  .  PUNCT/.  punct  2
"""
WEIGHTS = dict.fromkeys(SIGNALS, 0.0) | {
    "head": 1.0, "none": 0.5, "none, not in the lexicon": 1.0, "lexicon says so": 2.0, "lexicon says another": -2.0,
    "cue says so": 2.0, "none, lexicon unfit": 3.0, "none, cue": 3.0,
}  # fmt: skip
URGED, PULL, OUT, TROOPS = 1, 4, 5, 7
EVEN = dict.fromkeys(CHOICES, 1 / len(CHOICES))


def parse():
    return build(ACTIVE)[0]


def known(analysis, types=None, stances=None):
    return Around(types or {}, stances or {}, Domains(analysis, lexicon()), lexicon())


def decided(events, types=None, stances=None, weights=WEIGHTS, notation=ACTIVE):
    """What each word is decided to be, by token."""
    analysis, _ = build(notation)
    found = decide(analysis, heads(analysis, events), known(analysis, types, stances), weights)
    return {d.index: d for d in found}


def chances(word):
    return dict(zip(CHOICES, word.probabilities.tolist(), strict=True))


# Which words are looked at.


def test_a_word_is_looked_at_where_the_encoder_thinks_of_an_event():
    above, below = {NONE: 1 - LIKELY - 0.01}, {NONE: 1 - LIKELY + 0.01}
    assert list(decided({URGED: above, TROOPS: below})) == [URGED]


def test_a_word_of_the_lexicon_is_looked_at_whatever_the_encoder_thinks():
    assert list(decided({}, {TROOPS: "MOBILIZE"})) == [TROOPS]
    assert list(decided({}, {TROOPS: UNFIT})) == []


def test_words_that_name_nothing_are_never_looked_at():
    assert list(decided({2: "ASSAULT", 3: "ASSAULT", 8: "ASSAULT"})) == []


def test_words_are_looked_at_in_the_order_of_the_text():
    analysis = parse()
    found = looked_at(analysis, heads(analysis, {TROOPS: "AID", 0: "AID"}), {PULL: "RETREAT"})
    assert [t.index for t, _ in found] == [0, PULL, TROOPS]
    assert all(np.isclose(np.exp(logs).sum(), 1, atol=1e-3) for _, logs in found)


def test_a_word_that_the_encoder_did_not_read_is_left_out():
    analysis = parse()
    read = heads(analysis, {URGED: "REQUEST", TROOPS: "MOBILIZE"})
    first = replace(
        read, starts=read.starts[:4], ends=read.ends[:4], classes={n: c[:4] for n, c in read.classes.items()}
    )
    assert [t.index for t, _ in looked_at(analysis, first, {PULL: "RETREAT"})] == [URGED]


# What speaks for a choice.


def signals(index, lexical=None, stance=None, analysis=None):
    """The signals of a word, by choice: those that are not nought, without the encoder's."""
    analysis = analysis or parse()
    told = known(analysis, {index: lexical} if lexical else {}, {index: stance} if stance else {})
    rows = signals_of(analysis, analysis.tokens[index], np.zeros(len(CHOICES)), told)
    return {
        choice: {name: value for name, value in zip(SIGNALS, row.tolist(), strict=True) if value}
        for choice, row in zip(CHOICES, rows, strict=True)
    }


def test_the_encoders_logarithms_are_the_first_signal():
    analysis = parse()
    logs = np.linspace(-3, -1, len(CHOICES))
    assert signals_of(analysis, analysis.tokens[URGED], logs, known(analysis))[:, 0].tolist() == logs.tolist()


@pytest.mark.parametrize(
    ("index", "lexical", "expected"),
    [
        (URGED, "REQUEST", {"none"}),
        (URGED, None, {"none", "none, not in the lexicon"}),
        (URGED, UNFIT, {"none", "none, lexicon unfit"}),
        (TROOPS, "MOBILIZE", {"none", "none, noun"}),
        (OUT, None, {"none", "none, other", "none, not in the lexicon"}),
    ],
)
def test_what_speaks_for_none_is_what_the_word_is(index, lexical, expected):
    assert set(signals(index, lexical)[NONE]) == expected


def test_in_a_title_none_has_a_sign_of_its_own():
    analysis = parse()
    title = replace(analysis, sentences=tuple(replace(s, is_title=True) for s in analysis.sentences))
    assert "none, title" not in signals(URGED, analysis=analysis)[NONE]
    assert "none, title" in signals(URGED, analysis=title)[NONE]


def test_among_words_of_sport_none_has_a_sign_of_its_own():
    sport = build(ACTIVE.replace("troops_  troop ", "goalkeepers_  goalkeeper "))[0]
    assert "none, another subject" in signals(URGED, analysis=sport)[NONE]
    assert "none, another subject" not in signals(URGED)[NONE]
    assert all(
        "none, another subject" not in row for choice, row in signals(URGED, analysis=sport).items() if choice != NONE
    )


def test_the_lexicon_speaks_for_its_type_and_against_the_others():
    found = signals(URGED, "REQUEST")
    assert found["REQUEST"] == {"lexicon says so": 1}
    assert all(found[c] == {"lexicon says another": 1} for c in CHOICES if c not in {NONE, "REQUEST"})
    assert all(not found[c] for found in (signals(URGED, UNFIT), signals(URGED)) for c in CHOICES[1:])


@pytest.mark.parametrize(
    ("stance", "kind"), [("demand", "REQUEST"), ("accuse", "ACCUSE"), ("threaten", "THREATEN"), ("promise", "AGREE")]
)
def test_a_stance_that_is_a_speech_act_speaks_for_its_type(stance, kind):
    found = signals(URGED, stance=stance)
    assert found[kind] == {"cue says so": 1}
    assert all(found[c] == {"cue says another": 1} for c in CHOICES if c not in {NONE, kind})
    assert "none, cue" not in found[NONE]


def test_another_stance_speaks_for_none():
    found = signals(URGED, stance="assert")
    assert "none, cue" in found[NONE]
    assert all(not found[c] for c in CHOICES[1:])


def test_a_cues_words_have_the_stance_of_their_attribution_and_of_two_the_first():
    analysis, document = build(ACTIVE)
    first = attribution(document, "it to pull out its troops", "demand", "urged")
    second = attribution(document, "its troops", "assert", "urged it", row="a2")
    assert stances_of(analysis, [first, second]) == {URGED: "demand", 2: "assert"}
    assert stances_of(analysis, []) == {}


def test_what_is_known_of_words_is_the_lexicons_the_attributions_and_the_subjects():
    analysis, document = build(ACTIVE)
    row = attribution(document, "it to pull out its troops", "demand", "urged")
    found = around(analysis, lexicon(), find_triggers(analysis, lexicon()), [row])
    assert found.types[URGED] == "REQUEST"
    assert found.stances == {URGED: "demand"}
    assert found.domains.around(analysis.tokens[URGED]) == frozenset()


# What is decided.


def test_the_encoder_alone_names_an_event():
    word = decided({PULL: "RETREAT"})[PULL]
    assert (word.type, word.lexical) == ("RETREAT", None)
    assert word.confidence > 0.5


def test_the_lexicon_alone_names_an_event_where_the_encoder_has_no_opinion():
    word = decided({PULL: EVEN}, {PULL: "RETREAT"})[PULL]
    assert (word.type, word.lexical) == ("RETREAT", "RETREAT")
    assert word.confidence == max(word.probabilities)


def test_an_encoder_that_is_sure_of_none_outweighs_the_lexicon():
    word = decided({}, {PULL: "RETREAT"})[PULL]
    assert max(chances(word), key=chances(word).get) == NONE


def test_both_together_are_surer_than_one():
    told = {"RETREAT": 0.4, NONE: 0.4}
    alone = decided({PULL: told})[PULL].confidence
    lexical = decided({PULL: EVEN}, {PULL: "RETREAT"})[PULL].confidence
    assert decided({PULL: told}, {PULL: "RETREAT"})[PULL].confidence > max(alone, lexical)


def test_of_two_types_a_sure_encoder_takes_its_own_and_one_that_wavers_the_lexicons():
    types = {PULL: "RETREAT"}
    assert decided({PULL: "ASSAULT"}, types)[PULL].type == "ASSAULT", "log(0.97 / 0.002) against 4"
    assert decided({PULL: {"ASSAULT": 0.6, "RETREAT": 0.1}}, types)[PULL].type == "RETREAT", "log(6) against 4"


def test_words_whose_entry_does_not_fit_are_likelier_none():
    told = {"RETREAT": 0.5, NONE: 0.4}
    unfit, unknown = decided({PULL: told}, {PULL: UNFIT})[PULL], decided({PULL: told})[PULL]
    assert unfit.confidence < unknown.confidence
    assert unfit.lexical == UNFIT


def test_a_cue_whose_stance_is_a_demand_requests():
    told = {"REQUEST": 0.3, "SUPPORT": 0.4}
    assert decided({URGED: told})[URGED].type == "SUPPORT"
    assert decided({URGED: told}, stances={URGED: "demand"})[URGED].type == "REQUEST"


def test_among_words_of_sport_a_word_is_likelier_none():
    weights, told = WEIGHTS | {"none, another subject": 2.0}, {URGED: {"REQUEST": 0.6}}
    sport = ACTIVE.replace("troops_  troop ", "goalkeepers_  goalkeeper ")
    there, here = (decided(told, weights=weights, notation=n)[URGED].confidence for n in (sport, ACTIVE))
    assert there < here


def test_a_word_keeps_what_was_weighed():
    word = decided({PULL: "RETREAT"}, {PULL: "RETREAT"})[PULL]
    factors = np.array([WEIGHTS[name] for name in SIGNALS])
    assert np.allclose(word.probabilities, np.exp(word.signals @ factors) / np.exp(word.signals @ factors).sum())
    assert word.signals[:, 0].tolist() == pytest.approx(word.head.tolist())


def test_a_cue_that_only_says_is_likelier_none():
    told = {"REQUEST": 0.6}
    assert (
        decided({URGED: told}, stances={URGED: "assert"})[URGED].confidence < decided({URGED: told})[URGED].confidence
    )


@given(
    st.lists(st.floats(0.001, 1), min_size=len(CHOICES), max_size=len(CHOICES)),
    st.sampled_from([None, UNFIT, *CHOICES[1:]]),
    st.sampled_from([None, "assert", "demand", "accuse", "deny"]),
)
def test_choices_have_probabilities_and_what_speaks_for_one_makes_it_no_less_likely(shares, lexical, stance):
    total = sum(shares)
    told = {choice: share / total for choice, share in zip(CHOICES, shares, strict=True)}
    word = decided({PULL: told}, {PULL: lexical} if lexical else {}, {PULL: stance} if stance else {}).get(PULL)
    if word is None:
        assert told[NONE] > 1 - LIKELY
        return
    assert np.isclose(word.probabilities.sum(), 1)
    assert word.type in CHOICES[1:]
    assert word.confidence == chances(word)[word.type]
    supported = decided({PULL: told}, {PULL: word.type}, {PULL: stance} if stance else {})[PULL]
    if lexical is None:
        assert supported.confidence >= word.confidence


# Which are triggers.

PULL_OUT = Trigger(PULL, (PULL, OUT), "RETREAT", "withdraw", None)
"""As the lexicon finds it: a verb and its particle, with a mode."""


def triggers(events, lexical=(), bar=0.3, types=None):
    analysis = parse()
    words = decide(analysis, heads(analysis, events), known(analysis, types), WEIGHTS)
    return triggers_of(analysis, words, lexical, bar)


def test_the_bar_drops_what_is_not_likely_enough():
    events = {URGED: {"REQUEST": 0.5, NONE: 0.5}, PULL: "RETREAT"}
    word = decided(events)[URGED]
    assert [t.index for t, _ in triggers(events, bar=word.confidence)] == [URGED, PULL]
    assert [t.index for t, _ in triggers(events, bar=np.nextafter(word.confidence, 1))] == [PULL]
    assert triggers(events, bar=1.01) == []


def test_a_trigger_of_the_lexicon_keeps_its_words_and_its_mode():
    ((trigger, word),) = triggers({PULL: "RETREAT"}, [PULL_OUT])
    assert trigger is PULL_OUT
    assert word.index == PULL


@pytest.mark.parametrize("surer", [PULL, TROOPS])
def test_words_of_one_entry_are_one_trigger_with_the_surest_confidence(surer):
    entry = Trigger(PULL, (PULL, TROOPS), "RETREAT", "withdraw", None)
    events = {PULL: {"RETREAT": 0.8}, TROOPS: {"RETREAT": 0.8}} | {surer: {"RETREAT": 0.9}}
    ((trigger, word),) = triggers(events, [entry])
    assert trigger is entry
    assert word.index == surer


def test_no_word_is_in_two_triggers_where_a_surer_one_takes_anothers_place():
    analysis, _ = build(ACTIVE.replace("ADP/RP", "ADV/RB"))
    events = {URGED: {"REQUEST": 0.8}, PULL: {"RETREAT": 0.95}, OUT: {"RETREAT": 0.94}}
    words = decide(analysis, heads(analysis, events), known(analysis), WEIGHTS)
    entry = Trigger(URGED, (URGED, PULL), "REQUEST", None, None)
    ((trigger, _),) = triggers_of(analysis, words, [entry], 0.3)
    assert trigger.words == (PULL, OUT)


def test_where_the_lexicon_names_another_type_its_entry_is_not_the_triggers():
    ((trigger, _),) = triggers({PULL: "ASSAULT"}, [PULL_OUT])
    assert trigger == Trigger(PULL, (PULL, OUT), "ASSAULT", None, None)


def test_without_an_entry_a_trigger_is_the_word_and_its_particle():
    ((trigger, _),) = triggers({PULL: "RETREAT"})
    assert trigger == Trigger(PULL, (PULL, OUT), "RETREAT", None, None)
    ((alone, _),) = triggers({URGED: "REQUEST"})
    assert alone.words == (URGED,)


def test_triggers_are_in_the_order_of_the_text():
    found = triggers({TROOPS: "MOBILIZE", URGED: "REQUEST", PULL: "RETREAT"})
    assert [t.type for t, _ in found] == ["REQUEST", "RETREAT", "MOBILIZE"]
    assert [w.type for _, w in found] == [t.type for t, _ in found]


# The shipped card.


def test_the_card_weighs_every_signal_and_orders_the_choices_as_the_code_does():
    assert set(card().weights["event"]) == {*SIGNALS, "bar"}
    assert card().classes["event"] == CHOICES


def test_the_shipped_weights_side_with_the_encoder_the_lexicon_and_the_cue_and_against_other_subjects():
    weights = card().weights["event"]
    index = token(parse(), "urged")
    told = {index: {"REQUEST": 0.3, NONE: 0.5}}
    plain = decided(told, weights=weights)[index].confidence
    for types, stances in (({index: "REQUEST"}, {}), ({}, {index: "demand"})):
        assert decided(told, types, stances, weights)[index].confidence > plain
    assert decided({index: "REQUEST"}, weights=weights)[index].confidence > plain
    assert weights["none, another subject"] > 0
