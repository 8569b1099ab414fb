"""What the encoder says of a trigger: the words that it links to, and whether the event happened."""

from dataclasses import replace

import numpy as np
import pytest
from invented_heads import heads, token
from row_makers import actor

from notation import build
from reportedly.document import Span
from reportedly.language.encoder.heads import Vectors
from reportedly.layers.happening.arguments import Arguments
from reportedly.layers.happening.lexicon import lexicon
from reportedly.layers.happening.linking import Linking, status_of
from reportedly.layers.happening.status import Status
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import vocabulary

APART = """
Varn  Varn  PROPN/NNP  nsubj  2
denied  deny  VERB/VBD  ROOT  0
that  that  SCONJ/IN  mark  6
the  the  DET/DT  det  5
shelling  shelling  NOUN/NN  nsubj  6
upset  upset  VERB/VBD  ccomp  2
Oltenz_  Oltenz  PROPN/NNP  dobj  6
.  .  PUNCT/.  punct  2
"""
VARN, SHELLING, OLTENZ = 0, 4, 6


def trigger(index, kind="ASSAULT"):
    return Trigger(index, (index,), kind, None, None)


def linking(links=(), score=9.0, events=None, notation=APART):
    analysis, _ = build(notation)
    told = {SHELLING: "ASSAULT"} if events is None else events
    return Linking(analysis, heads(analysis, told, links=links, score=score))


def test_a_word_links_as_well_as_the_encoder_says_and_nobody_not_at_all():
    found = linking([(SHELLING, "actor", VARN), (SHELLING, "recipient", OLTENZ)])
    assert found.link(trigger(SHELLING), "actor", VARN) == 9
    assert found.link(trigger(SHELLING), "recipient", OLTENZ) == 9
    assert found.link(trigger(SHELLING), "actor", OLTENZ) == 0
    assert found.link(trigger(SHELLING), "recipient", VARN) == 0


def test_what_is_counted_is_how_much_better_than_nobody():
    analysis, _ = build(APART)
    read = heads(analysis, {SHELLING: "ASSAULT"}, links=[(SHELLING, "actor", VARN)])
    kind = read.links["event to actor"]
    nobody = np.zeros_like(kind.left_out)
    nobody[0, SHELLING] = 12
    surer = replace(read, links=read.links | {"event to actor": replace(kind, left_out=nobody)})
    assert Linking(analysis, surer).link(trigger(SHELLING), "actor", VARN) == -3


def test_what_is_no_event_to_the_encoder_links_to_nothing():
    assert linking([(SHELLING, "actor", VARN)], events={}).link(trigger(SHELLING), "actor", VARN) == 0


def test_an_encoder_without_any_event_links_nothing():
    analysis, _ = build(APART)
    read = heads(analysis, {})
    assert not len(read.links["event to actor"].leading.places)
    assert Linking(analysis, read).link(trigger(SHELLING), "actor", VARN) == 0


def test_words_farther_apart_than_the_encoder_reads_do_not_link():
    far = "\n".join(
        ["Varn  Varn  PROPN/NNP  nsubj  2", "shelled  shell  VERB/VBD  ROOT  0"] + ["on  on  ADV/RB  dep  2"] * 400
    )
    analysis, _ = build(far)
    near, off = 301, 302
    found = Linking(analysis, heads(analysis, {1: "ASSAULT"}, links=[(1, "recipient", near), (1, "recipient", off)]))
    assert found.link(trigger(1), "recipient", near) == 9
    assert found.link(trigger(1), "recipient", off) == 0


def test_a_word_that_the_encoder_did_not_read_does_not_link():
    analysis, _ = build(APART)
    read = heads(analysis, {SHELLING: "ASSAULT"}, links=[(SHELLING, "recipient", OLTENZ)])
    cut = replace(read, starts=read.starts[:OLTENZ], ends=read.ends[:OLTENZ])
    assert Linking(analysis, cut).link(trigger(SHELLING), "recipient", OLTENZ) == 0
    assert Linking(analysis, cut).link(trigger(OLTENZ), "recipient", VARN) == 0


def test_a_word_in_pieces_links_by_its_first_one():
    analysis, _ = build(APART)
    read = heads(analysis, {SHELLING: "ASSAULT"}, links=[(SHELLING, "actor", VARN)])
    first, last = analysis.tokens[VARN].span
    starts, ends = np.insert(read.starts, 1, first + 2), np.insert(read.ends, 0, first + 2)
    kind = read.links["event to actor"]
    moved = replace(
        kind,
        leading=Vectors(kind.leading.places + 1, kind.leading.values),
        led=Vectors(np.arange(len(starts)), np.insert(kind.led.values, 1, 0, axis=0)),
    )
    apart = replace(
        read, starts=starts, ends=ends, windows=np.zeros(len(starts), int), places=np.arange(1, len(starts) + 1),
        links={"event to actor": moved},
    )  # fmt: skip
    assert last - first == 4
    assert Linking(analysis, apart).link(trigger(SHELLING), "actor", VARN) == 9


def sides(links):
    """The sides of the shelling, with links that are surer than any weight of theirs makes up for."""
    analysis, document = build(APART)
    actors = [actor(document, n, n) for n in ("Varn", "Oltenz")]
    link = Linking(analysis, heads(analysis, {SHELLING: "ASSAULT"}, links=links, score=50)).link
    return Arguments(analysis, actors, (), lexicon(), link).sides(trigger(SHELLING))


@pytest.mark.parametrize(("one", "other"), [(VARN, OLTENZ), (OLTENZ, VARN)])
def test_links_say_who_acts_on_whom_where_the_parse_does_not(one, other):
    analysis, _ = build(APART)
    acting, done_to = sides([(SHELLING, "actor", one), (SHELLING, "recipient", other)])
    assert (acting, done_to) == ((analysis.tokens[one].text,), (analysis.tokens[other].text,))


# Statuses.


def test_a_status_is_told_for_each_of_the_records_statuses():
    analysis, _ = build(APART)
    told = status_of(heads(analysis, {}, status={SHELLING: "denied"}), analysis.tokens[SHELLING].span)
    assert told is not None
    assert tuple(told) == vocabulary.STATUSES
    assert max(told, key=lambda s: told[s]) == "denied"
    assert np.isclose(sum(np.exp(list(told.values()))), 1, atol=1e-3)


def test_over_several_pieces_logarithms_are_averaged():
    analysis, _ = build(APART)
    read = heads(analysis, {}, status={0: {"actual": 0.9}, 1: {"actual": 0.1}})
    told = status_of(read, Span(analysis.tokens[0].span.start, analysis.tokens[1].span.end))
    assert told is not None
    assert np.isclose(told["actual"], np.log([0.9, 0.1]).mean())


def test_where_there_is_no_piece_nothing_is_told():
    analysis, _ = build(APART)
    end = len(APART)
    assert status_of(heads(analysis, {}), Span(end, end + 1)) is None


def test_an_encoder_without_an_opinion_changes_no_status():
    analysis, _ = build(APART)
    even = status_of(heads(analysis, {}), analysis.tokens[SHELLING].span)
    status = Status(analysis)
    assert status.of(trigger(SHELLING), None, even) == status.of(trigger(SHELLING), None)


@pytest.mark.parametrize("status", vocabulary.STATUSES)
def test_an_encoder_that_is_sure_decides_what_grammar_leaves_open(status):
    analysis, _ = build("Shelling  shelling  NOUN/NN  ROOT  0")
    read = heads(analysis, {}, status={0: {status: 0.9999}})
    index = token(analysis, "Shelling")
    told = status_of(read, analysis.tokens[index].span)
    assert Status(analysis).of(trigger(index), None, told) == status
