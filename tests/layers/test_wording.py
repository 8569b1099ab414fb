"""Wording from hand-built analyses: each kind, whom it colours, in whose voice it stands."""

import re
from dataclasses import replace

import pytest
from row_makers import actor, attribution

import reportedly
from notation import build
from reportedly.document import Span
from reportedly.ingest import from_text
from reportedly.knowledge import load
from reportedly.layers.wording import read_wording

REGIME = """
The  the  DET/DT  det  3
Ruvo  Ruvo  PROPN/NNP  compound  3
regime  regime  NOUN/NN  nsubj  4
claimed  claim  VERB/VBD  ROOT  0
that  that  SCONJ/IN  mark  9
brutal  brutal  ADJ/JJ  amod  7
terrorists  terrorist  NOUN/NNS  nsubjpass  9
were  be  AUX/VBD  auxpass  9
neutralised_  neutralise  VERB/VBN  ccomp  4
.  .  PUNCT/.  punct  4
"""
SCARE = """
Mardun  Mardun  PROPN/NNP  nsubj  2
opened  open  VERB/VBD  ROOT  0
a  a  DET/DT  det  6
“_  “  PUNCT/``  punct  6
humanitarian_  humanitarian  ADJ/JJ  amod  7
”  ”  PUNCT/''  punct  7
corridor_  corridor  NOUN/NN  dobj  2
.  .  PUNCT/.  punct  2
"""
SAID = """
“_  “  PUNCT/``  punct  3
It  it  PRON/PRP  nsubj  3
rained_  rain  VERB/VBD  ccomp  6
,_  ,  PUNCT/,  punct  6
”  ”  PUNCT/''  punct  6
said  say  VERB/VBD  ROOT  0
Ana_  Ana  PROPN/NNP  nsubj  6
.  .  PUNCT/.  punct  6
"""
NAMED = """
The  the  DET/DT  det  2
plan  plan  NOUN/NN  nsubjpass  4
is  be  AUX/VBZ  auxpass  4
called  call  VERB/VBN  ROOT  0
“_  “  PUNCT/``  punct  6
dawn_  dawn  NOUN/NN  oprd  4
”_  ”  PUNCT/''  punct  4
.  .  PUNCT/.  punct  4
"""
BELIEVED = """
The  the  DET/DT  det  2
captives  captive  NOUN/NNS  nsubjpass  4
are  be  AUX/VBP  auxpass  4
believed  believe  VERB/VBN  ROOT  0
to  to  PART/TO  aux  6
be  be  AUX/VB  xcomp  4
alive_  alive  ADJ/JJ  acomp  6
.  .  PUNCT/.  punct  4
"""


def wording(notation, names=(), attributions=lambda d: ()):
    analysis, document = build(notation)
    actors = [actor(document, f"p{n}", *words) for n, words in enumerate(names)]
    rows = read_wording(document, analysis, actors, attributions(document))
    assert all(list(r.problems()) == [] for r in rows)
    return [(document.words(r.words), r.kind, r.target, r.voice) for r in rows]


def test_each_word_has_a_kind_a_target_and_a_voice():
    rows = wording(
        REGIME,
        [("Ruvo", "The Ruvo regime"), ("brutal terrorists",)],
        lambda d: [attribution(d, "that brutal terrorists were neutralised", cue="claimed")],
    )
    assert rows == [
        ("regime", "label", "p0", None),
        ("claimed", "doubting_cue", "p0", None),
        ("brutal", "intensifier", None, "a1"),
        ("terrorists", "label", None, "a1"),
        ("neutralised", "euphemism", None, "a1"),
    ]


def test_an_actor_whose_name_stands_nowhere_is_no_target():
    analysis, document = build(REGIME)
    end = len(document.text)
    nowhere = replace(actor(document, "p0", "Ruvo"), names=((Span(end, end),), ()))
    assert {r.target for r in read_wording(document, analysis, [nowhere], [])} == {None}


def test_a_name_that_is_the_label_itself_is_no_target():
    assert {words: target for words, _, target, _ in wording(REGIME, [("brutal terrorists",)])}["terrorists"] is None


def test_a_cue_stands_in_the_voice_of_what_holds_it():
    rows = wording(
        REGIME,
        attributions=lambda d: [
            attribution(d, "The Ruvo regime claimed that brutal terrorists were neutralised", row="a1"),
            attribution(d, "that brutal terrorists were neutralised", cue="claimed", row="a2", within="a1"),
        ],
    )
    assert {words: voice for words, _, _, voice in rows} == {
        "regime": "a1", "claimed": "a1", "brutal": "a2", "terrorists": "a2", "neutralised": "a2",
    }  # fmt: skip


def test_a_word_kept_at_a_distance_is_in_scare_quotes():
    assert wording(SCARE, [("Mardun",)]) == [("“humanitarian”", "scare_quotes", "p0", None)]


@pytest.mark.parametrize("notation", [SAID, NAMED])
def test_a_quotation_that_says_something_or_a_name_is_no_scare_quote(notation):
    assert wording(notation) == []


def test_a_hedge_without_a_source_is_read_with_its_auxiliary():
    assert wording(BELIEVED, [("The captives",)]) == [("are believed", "hedge", "p0", None)]


@pytest.mark.parametrize("before", ["tax", "visa", "sanctions"])
def test_a_regime_of_rules_is_no_label(before):
    notation = f"""
    The  the  DET/DT  det  3
    {before}  {before}  NOUN/NN  compound  3
    regime  regime  NOUN/NN  nsubj  4
    changed_  change  VERB/VBD  ROOT  0
    .  .  PUNCT/.  punct  4
    """
    assert wording(notation) == []


PIPELINE = (
    ("“The regime of Emil Castor fell,” she said. Emil Castor fled.", "regime", "Emil Castor"),
    ("Emil Castor, a xenophobe, said so on Monday.", "xenophobe", "Emil Castor"),
    ("Ruvo threw back a cowardly assault by Oltenz on Monday.", "cowardly", "Oltenz"),
    ("Ana Belk's lackeys fled on Monday.", "lackeys", None),
    ("Two hundred settlers were callously sent back by Ruvo.", "callously", "Ruvo"),
    ("Two hundred settlers were callously sent back on Monday.", "callously", None),
    ("The Lir Front has spread slander for years.", "slander", "Lir Front"),
    ("The minister Ana Belk expressed deep concern on Monday.", "deep", None),
    ("Ana Belk clearly stated her wish on Monday.", "clearly", None),
    ("The Varnese dictator met officials of Varn.", "dictator", None),
    ("The minister Ana Belk said that the blockade was “proportionate”.", "“proportionate”", "Ana Belk"),
)


@pytest.mark.parametrize(("text", "words", "target"), PIPELINE, ids=[f"{t[:40]} [{w}]" for t, w, _ in PIPELINE])
def test_whom_a_word_colours(text, words, target):
    record = reportedly.read(from_text(text)).as_json()
    found = {row["words"]: row["target"] and row["target"]["words"] for row in record["wording"]}
    assert found[words] == target


@pytest.mark.parametrize("other", ["Ruvo", "Mardun"])
def test_another_name_of_a_party_changes_nothing_else(other):
    record = reportedly.read(
        from_text(f"{other} attacked Oltenz on Monday. The minister Ana Belk said that {other} was a bully.")
    ).as_json()
    assert [(r["words"], r["target"]["words"]) for r in record["wording"]] == [("bully", other)]


def test_words_that_a_hedge_without_a_source_holds_stay_in_the_outlet_s_voice():
    record = reportedly.read(from_text("The bandits of Ruvo are believed to have fled to Oltenz.")).as_json()
    assert {row["words"]: row["voice"] for row in record["wording"]} == {"bandits": "outlet", "are believed": "outlet"}


@pytest.mark.parametrize("entry", sorted(load("colouring")))
def test_an_example_of_the_knowledge_of_colouring_is_read_so(entry):
    said = load("colouring")[entry]
    bracketed = re.search(r"\[(.+?)\]", said["example"])[1]
    text = re.sub(r"[\[\]]", "", said["example"])
    record = reportedly.read(from_text(text)).as_json()
    found = {row["words"]: row["target"] and row["target"]["words"] for row in record["wording"]}
    assert (found[bracketed] or "") == said["colours"]
