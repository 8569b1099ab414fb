"""Why a row of events is as it is: what is told of it is what was weighed, and adds up to it."""

import math
from dataclasses import replace

import pytest
from invented_heads import heads, token
from row_makers import actor, at, attribution

from notation import build
from reportedly import knowledge
from reportedly.language.encoder.session import card
from reportedly.layers.events import read_events
from reportedly.layers.happening.reasons import reasons_of

ATTACK = """
The  the  DET/DT  det  3
Ruvo  Ruvo  PROPN/NNP  compound  3
army  army  NOUN/NN  nsubj  6
has  have  AUX/VBZ  aux  6
not  not  PART/RB  neg  6
attacked  attack  VERB/VBN  ccomp  10
Port  Port  PROPN/NNP  compound  8
Isola_  Isola  PROPN/NNP  dobj  6
,  ,  PUNCT/,  punct  10
said  say  VERB/VBD  ROOT  0
Mardun_  Mardun  PROPN/NNP  nsubj  10
.  .  PUNCT/.  punct  10
"""
AGAIN = """
Keldrin  Keldrin  PROPN/NNP  nsubj  2
condemned  condemn  VERB/VBD  ROOT  0
the  the  DET/DT  det  4
attack_  attack  NOUN/NN  dobj  2
.  .  PUNCT/.  punct  2
"""
MARCH = """
Thousands  thousand  NOUN/NNS  nsubj  2
trudged  trudge  VERB/VBD  ROOT  0
through  through  ADP/IN  prep  2
Oss_  Oss  PROPN/NNP  pobj  3
.  .  PUNCT/.  punct  2
"""
TALKS = """
Talks  talk  NOUN/NNS  nsubj  6
between  between  ADP/IN  prep  1
Mardun  Mardun  PROPN/NNP  pobj  2
and  and  CCONJ/CC  cc  3
Ruvo  Ruvo  PROPN/NNP  conj  3
ended  end  VERB/VBD  ROOT  0
on  on  ADP/IN  prep  6
Friday_  Friday  PROPN/NNP  pobj  7
.  .  PUNCT/.  punct  6
"""
AGREED = """
Mardun  Mardun  PROPN/NNP  nsubj  2
broke  break  VERB/VBD  ROOT  0
every  every  DET/DT  det  4
agreement_  agreement  NOUN/NN  dobj  2
.  .  PUNCT/.  punct  2
"""


def explained(notation, said=None, status=None, names=(), attributions=lambda d: ()):
    """The document, and the reasons of each of its events. `said` and `status` hold what the encoder says by word."""
    analysis, document = build(notation)
    told = {token(analysis, word): of for word, of in said.items()} if said else None
    heard = {token(analysis, word): of for word, of in (status or {}).items()}
    given = {
        "analysis": analysis,
        "heads": [heads(analysis, told, status=heard)],
        "times": (),
        "places": (),
        "actors": [actor(document, f"p{n}", *words) for n, words in enumerate(names)],
        "attributions": attributions(document),
    }
    found = read_events(document, **given)
    return document, [reasons_of(event, **given) for event in found], given


def attack(**more):
    """The reasons of the attack that the first sentence denies."""
    return explained(
        ATTACK, names=[("The Ruvo army",), ("Port Isola",), ("Mardun",)], status={"attacked": "not_happened"},
        attributions=lambda d: [attribution(d, "The Ruvo army has not attacked Port Isola", cue="said")], **more,
    )  # fmt: skip


def of(found, word):
    document, all_reasons, _ = found
    return next(r for r in all_reasons if document.words(r.event.words) == word)


def test_every_event_has_reasons_that_are_its_row_s():
    document, all_reasons, _ = explained(
        ATTACK + "\n" + AGAIN, names=[("The Ruvo army",), ("Port Isola",), ("Keldrin",)]
    )
    assert len(all_reasons) >= 2
    for reasons in all_reasons:
        event, first = reasons.event, reasons.mentions[0]
        assert [m.words for m in reasons.mentions] == [event.words, *event.mentions]
        assert (first.status.status, first.within) == (event.status, event.within)
        assert dict(first.type.shares)[event.type] == event.confidence
        actors = next((m.actor for m in reasons.mentions if m.actor.is_filled), first.actor)
        assert {c.actor for c in actors.candidates if c.chosen and c.actor} == set(event.actor)
        assert document.text[first.sentence.start : first.sentence.end].endswith(".")


def test_the_terms_of_the_second_best_type_and_of_none_add_up_to_how_far_they_are_behind():
    why = of(attack(), "attacked").mentions[0].type
    assert why.shares[0][0] == "ASSAULT"
    assert why.shares[-1][0] == "none"
    assert len(why.shares) == 4
    assert {"none", why.shares[1][0]} == {r.choice for r in why.rivals}
    for rival in why.rivals:
        assert sum(t.adds for t in rival.terms) == pytest.approx(rival.behind, abs=0.02)
        if rival.share > 0.001:
            assert math.log(why.shares[0][1] / rival.share) == pytest.approx(rival.behind, abs=0.3)
    assert why.encoder[0][0] == "ASSAULT"
    assert why.bar == card().weights["event"]["bar"]


def test_what_the_lexicon_says_is_its_entry_with_its_conditions():
    found = of(attack(), "attacked").mentions[0].type.lexical
    assert found.found == "fits"
    assert found.entries[0].key == "verb:attack"
    assert "needs object" in found.entries[0].conditions
    assert any(c.startswith("object one of @target") for c in found.entries[0].conditions)


def test_a_word_that_the_lexicon_does_not_have():
    found = explained(MARCH, {"trudged": "PROTEST"})
    assert of(found, "trudged").mentions[0].type.lexical.found == "absent"


def test_a_word_of_the_lexicon_whose_conditions_are_not_met():
    found = of(explained(AGREED, {"agreement": "AGREE"}), "agreement").mentions[0].type.lexical
    assert found.found == "unfit"
    assert {e.key for e in found.entries} >= {"noun:agreement"}


def test_a_type_that_the_encoder_has_against_the_lexicon():
    found = of(explained(ATTACK, {"attacked": {"PROTEST": 0.9999}}), "attacked").mentions[0].type
    assert (found.shares[0][0], found.lexical.found) == ("PROTEST", "another type")
    assert found.lexical.entries[0].type == "ASSAULT"


def test_candidates_have_shares_and_nobody_is_one_of_them():
    first = of(attack(), "attacked").mentions[0]
    for side, chosen in ((first.actor, "p0"), (first.recipient, "p1")):
        assert sum(c.share for c in side.candidates) == pytest.approx(1, abs=0.01)
        assert [c.share for c in side.candidates] == sorted((c.share for c in side.candidates), reverse=True)
        assert {c.actor for c in side.candidates} >= {None, "p0", "p1", "p2"}
        assert [c.actor for c in side.candidates if c.chosen] == [chosen]
        assert next(c.share for c in side.candidates if c.chosen) >= side.needed
    army = next(c for c in first.actor.candidates if c.actor == "p0")
    assert army.standing == ("subject", "is")
    assert army.terms


def test_of_two_that_act_on_each_other_the_second_is_turned_to_the_recipient():
    first = of(explained(TALKS, names=[("Mardun",), ("Ruvo",)]), "Talks").mentions[0]
    assert [c.actor for c in first.actor.candidates if c.chosen] == ["p0"]
    assert [(c.actor, c.turned) for c in first.recipient.candidates if c.chosen] == [("p1", True)]


def test_a_status_has_the_verdict_of_the_rules_and_a_runner_up_whose_terms_add_up():
    why = of(attack(), "attacked").mentions[0].status
    assert (why.status, why.rules) == ("not_happened", "not_happened")
    assert why.rival.behind > 0
    assert why.share > why.rival.share
    assert sum(t.adds for t in why.rival.terms) == pytest.approx(why.rival.behind, abs=0.1)
    assert "encoder" in {t.signal for t in why.rival.terms}


def test_a_mention_says_why_it_was_joined_to_those_before(monkeypatch):
    monkeypatch.setitem(knowledge.load("merging")["weights"], "same word", 50.0)
    text = ATTACK.replace("not  not  PART/RB  neg  6", "twice  twice  ADV/RB  advmod  6") + "\n" + AGAIN
    first, second = of(explained(text, names=[("The Ruvo army",), ("Port Isola",)]), "attacked").mentions
    assert first.joined is None
    assert second.joined.terms[0].signal == "same word"
    assert sum(t.adds for t in second.joined.terms) > second.joined.bar


def test_an_event_that_the_layer_does_not_give_has_no_reasons():
    document, (reasons, *_), given = attack()
    other = replace(reasons.event, words=(at(document, "Isola"),))
    assert reasons_of(other, **given) is None
    assert reasons_of(reasons.event, **(given | {"heads": []})) is None


def test_swapping_two_names_changes_nothing_but_the_names():
    names = [("The Ruvo army",), ("Port Isola",), ("Mardun",)]
    swapped = ATTACK.replace("Ruvo", "X").replace("Mardun", "Ruvo").replace("X", "Mardun")
    _, one, _ = explained(ATTACK, names=names)
    _, other, _ = explained(swapped, names=[("The Mardun army",), ("Port Isola",), ("Ruvo",)])
    assert one[0].mentions
    for x, y in zip(one[0].mentions, other[0].mentions, strict=True):
        assert (x.type, x.status) == (y.type, y.status)
        assert [(c.actor, c.share, c.terms) for c in x.actor.candidates] == [
            (c.actor, c.share, c.terms) for c in y.actor.candidates
        ]
