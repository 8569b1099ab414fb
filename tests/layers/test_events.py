"""Events from hand-built analyses: triggers, arguments, status, and the attribution that holds them."""

import tomllib
from pathlib import Path

import pytest
from invented_heads import heads, token
from row_makers import actor, at, attribution

from notation import build
from reportedly import knowledge
from reportedly.language.encoder.session import card
from reportedly.layers.events import read_events
from reportedly.layers.happening.lexicon import lexicon
from reportedly.record import Place, Time

ATTACK = """
Gunmen  gunman  NOUN/NNS  nsubj  5
loyal  loyal  ADJ/JJ  amod  1
to  to  ADP/IN  prep  2
Keldrin  Keldrin  PROPN/NNP  pobj  3
attacked  attack  VERB/VBD  ROOT  0
the  the  DET/DT  det  7
village  village  NOUN/NN  dobj  5
of  of  ADP/IN  prep  7
Oss  Oss  PROPN/NNP  pobj  8
on  on  ADP/IN  prep  5
Monday_  Monday  PROPN/NNP  pobj  10
.  .  PUNCT/.  punct  5
"""
DENIED = """
The  the  DET/DT  det  3
Ruvo  Ruvo  PROPN/NNP  compound  3
army  army  NOUN/NN  nsubj  5
has  have  AUX/VBZ  aux  5
denied  deny  VERB/VBN  ROOT  0
shelling  shell  VERB/VBG  xcomp  5
Port  Port  PROPN/NNP  compound  8
Isola_  Isola  PROPN/NNP  dobj  6
.  .  PUNCT/.  punct  5
"""
URGED = """
Mardun  Mardun  PROPN/NNP  nsubj  2
urged  urge  VERB/VBD  ROOT  0
Ruvo  Ruvo  PROPN/NNP  dobj  2
to  to  PART/TO  aux  5
release  release  VERB/VB  xcomp  2
the  the  DET/DT  det  7
prisoners_  prisoner  NOUN/NNS  dobj  5
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
THREATENED = """
Mardun  Mardun  PROPN/NNP  nsubj  2
threatened  threaten  VERB/VBD  ROOT  0
to  to  PART/TO  aux  4
invade  invade  VERB/VB  xcomp  2
Ruvo_  Ruvo  PROPN/NNP  dobj  4
.  .  PUNCT/.  punct  2
"""
QUAKE = """
Nine  nine  NUM/CD  nummod  2
people  people  NOUN/NNS  nsubjpass  4
were  be  AUX/VBD  auxpass  4
killed  kill  VERB/VBN  ROOT  0
in  in  ADP/IN  prep  4
an  an  DET/DT  det  7
earthquake_  earthquake  NOUN/NN  pobj  5
.  .  PUNCT/.  punct  4
"""
NOT_WITHDRAWN = """
Keldrin  Keldrin  PROPN/NNP  nsubj  4
will  will  AUX/MD  aux  4
not  not  PART/RB  neg  4
withdraw  withdraw  VERB/VB  ROOT  0
its  its  PRON/PRP$  poss  6
troops_  troop  NOUN/NNS  dobj  4
.  .  PUNCT/.  punct  4
"""
READIED = """
Mardun  Mardun  PROPN/NNP  nsubj  2
readied  ready  VERB/VBD  ROOT  0
its  its  PRON/PRP$  poss  4
troops_  troop  NOUN/NNS  dobj  2
.  .  PUNCT/.  punct  2
"""
PASSIVE = """
Ruvo  Ruvo  PROPN/NNP  nsubjpass  3
was  be  AUX/VBD  auxpass  3
invaded  invade  VERB/VBN  ROOT  0
by  by  ADP/IN  agent  3
troops  troop  NOUN/NNS  pobj  4
from  from  ADP/IN  prep  5
Mardun  Mardun  PROPN/NNP  pobj  6
and  and  CCONJ/CC  cc  5
Keldrin_  Keldrin  PROPN/NNP  conj  5
.  .  PUNCT/.  punct  3
"""


def nothing(_):
    return ()


def events(notation, names=(), attributions=nothing, places=nothing, times=nothing, told=None, status=nothing):
    """The document and its events. `told` gives for the analysis what the encoder says, which else is the lexicon's word."""
    analysis, document = build(notation)
    actors = [actor(document, f"p{n}", *words) for n, words in enumerate(names)]
    read = heads(analysis, told and told(analysis), status=dict(status(analysis)))
    found = read_events(document, analysis, [read], times(document), places(document), actors, attributions(document))
    assert all(p is None for row in found for p in row.problems())
    return document, found


def shown(document, row):
    return document.words(row.words), row.type, row.actor, row.recipient, row.status


def test_a_verb_names_an_event_with_who_acts_on_whom():
    document, (row,) = events(ATTACK, [("Gunmen loyal to Keldrin",), ("the village of Oss",)])
    assert shown(document, row) == ("attacked", "ASSAULT", ("p0",), ("p1",), "actual")


def test_place_and_day_are_those_of_the_clause():
    _, (row,) = events(
        ATTACK,
        places=lambda d: [Place(id="l1", words=(at(d, "Oss"),), made_by="test")],
        times=lambda d: [Time(id="t1", words=(at(d, "Monday"),), type="DATE", made_by="test")],
    )
    assert (row.place, row.date) == ("l1", "t1")


def test_what_is_denied_is_an_event_with_that_status_and_the_denial_is_none():
    document, (row,) = events(
        DENIED,
        [("The Ruvo army",), ("Port Isola",)],
        attributions=lambda d: [attribution(d, "shelling Port Isola", "deny", "has denied")],
    )
    assert shown(document, row) == ("shelling", "ASSAULT", ("p0",), ("p1",), "denied")
    assert (row.within, row.mode) == ("a1", "heavy-weapons")


def test_a_demand_is_an_event_and_what_it_asks_for_is_another():
    document, (demand, release) = events(
        URGED,
        [("Mardun",), ("Ruvo",), ("the prisoners",)],
        attributions=lambda d: [attribution(d, "Ruvo to release the prisoners", "demand", "urged")],
    )
    assert shown(document, demand) == ("urged", "REQUEST", ("p0",), ("p1",), "actual")
    assert demand.within is None, "what holds the cue, not the attribution that the cue makes"
    assert shown(document, release) == ("release", "RETREAT", ("p1",), ("p2",), "demanded")
    assert release.within == "a1"


def test_of_talks_between_two_both_take_part():
    document, (row,) = events(TALKS, [("Mardun",), ("Ruvo",)])
    assert (document.words(row.words), row.type, row.status) == ("Talks", "CONSULT", "actual")
    assert sorted((*row.actor, *row.recipient)) == ["p0", "p1"]


def test_a_threat_and_what_it_announces_are_two_events():
    document, (threat, invasion) = events(THREATENED, [("Mardun",), ("Ruvo",)])
    assert shown(document, threat)[:3] == ("threatened", "THREATEN", ("p0",))
    assert shown(document, invasion) == ("invade", "ASSAULT", ("p0",), ("p1",), "threatened")


def test_people_killed_by_nature_are_no_event():
    assert events(QUAKE)[1] == []


def test_what_will_not_be_done_has_not_happened():
    document, (row,) = events(NOT_WITHDRAWN, [("Keldrin",)])
    assert shown(document, row) == ("withdraw", "RETREAT", ("p0",), (), "not_happened")


def test_a_passive_turns_the_sides_around_and_joined_actors_are_two():
    document, (row,) = events(PASSIVE, [("Ruvo",), ("troops from Mardun",), ("Keldrin",)])
    assert shown(document, row) == ("invaded", "ASSAULT", ("p1", "p2"), ("p0",), "actual")


@pytest.mark.parametrize(
    ("will", "status"), [("will", "planned"), ("may", "possible"), ("must", "demanded"), ("could", "possible")]
)
def test_modal_verbs_decide_the_status(will, status):
    notation = f"""
    Mardun  Mardun  PROPN/NNP  nsubj  3
    {will}  {will}  AUX/MD  aux  3
    release  release  VERB/VB  ROOT  0
    the  the  DET/DT  det  5
    prisoners_  prisoner  NOUN/NNS  dobj  3
    .  .  PUNCT/.  punct  3
    """
    assert [e.status for e in events(notation)[1]] == [status]


def test_who_is_accused_of_it_is_its_actor_not_the_accuser():
    notation = """
    Verin  Verin  PROPN/NNP  nsubj  2
    accused  accuse  VERB/VBD  ROOT  0
    the  the  DET/DT  det  4
    army  army  NOUN/NN  dobj  2
    of  of  ADP/IN  prep  2
    shelling  shell  VERB/VBG  pcomp  5
    Oss_  Oss  PROPN/NNP  dobj  6
    .  .  PUNCT/.  punct  2
    """
    document, (accusation, shelling) = events(notation, [("Verin",), ("the army",), ("Oss",)])
    assert shown(document, accusation)[:4] == ("accused", "ACCUSE", ("p0",), ("p1",))
    assert shown(document, shelling)[:4] == ("shelling", "ASSAULT", ("p1",), ("p2",))


@pytest.mark.parametrize("notation", [PASSIVE, TALKS, THREATENED, URGED])
def test_swapping_two_names_swaps_the_sides_and_nothing_else(notation):
    names = [(n,) for n in ("Mardun", "Ruvo", "Keldrin") if n in notation]
    trade = {"p0": "p1", "p1": "p0"}
    document, found = events(notation, names)
    other, turned = events(notation.replace("Mardun", "@").replace("Ruvo", "Mardun").replace("@", "Ruvo"), names)

    def told(document, row, trade):
        sides = [[trade.get(i, i) for i in side] for side in (row.actor, row.recipient)]
        return document.words(row.words), row.type, row.mode, sides, row.status, row.confidence, row.made_by

    assert [told(document, r, trade) for r in found] == [told(other, r, {}) for r in turned]


def test_a_row_says_what_made_it_and_how_sure_that_is():
    _, (row,) = events(ATTACK)
    assert row.made_by == f"{card().title}, trigger verb:attack"
    assert card().weights["event"]["bar"] <= row.confidence <= 1


def test_a_word_outside_the_lexicon_is_an_event_where_the_encoder_is_sure():
    _, (row,) = events(READIED, told=lambda a: {token(a, "readied"): "MOBILIZE"})
    assert (row.type, row.made_by) == ("MOBILIZE", card().title)
    assert events(READIED)[1] == []


def test_an_encoder_that_is_sure_of_none_outweighs_a_word_of_the_lexicon():
    assert events(ATTACK, told=lambda a: {token(a, "attacked"): {"none": 0.9999}})[1] == []


def test_the_surer_the_encoder_the_higher_the_confidence():
    found = [events(ATTACK, told=lambda a, p=p: {token(a, "attacked"): {"ASSAULT": p}})[1] for p in (0.6, 0.9, 0.99)]
    confidences = [row.confidence for (row,) in found]
    assert confidences == sorted(set(confidences))


def test_without_words_there_is_no_event():
    analysis, document = build(ATTACK)
    assert read_events(document, analysis, [], (), (), (), ()) == []


def test_the_encoder_has_a_say_in_whether_it_happened():
    notation = TALKS.replace("ended", "mattered").replace("end  VERB", "matter  VERB")
    ((_, (plain,)), (_, (told,))) = (
        events(notation, status=lambda a, s=s: {0: s} if s else {}) for s in ("", {"not_happened": 0.9999})
    )
    assert (plain.status, told.status) == ("actual", "not_happened")


def test_how_it_was_done_is_told_by_the_words_beside_it():
    bombed = ATTACK.replace("on  on  ADP/IN  prep  5\nMonday_  Monday", "with  with  ADP/IN  prep  5\nrifles_  rifle")
    assert [events(n)[1][0].mode for n in (bombed, THREATENED)] == ["firearms", "territory"]


def test_every_trigger_has_a_type_and_a_mode_of_the_ontology():
    types = knowledge.load("plover")["types"]
    for entries in lexicon().entries.values():
        for entry in entries:
            assert entry.mode is None or entry.mode in types[entry.type]["modes"], entry.key


def test_the_ontology_is_whole():
    plover = knowledge.load("plover")
    assert (len(plover["types"]), len(plover["contexts"])) == (16, 37)
    quads = {name: t["quad"] for name, t in plover["types"].items()}
    assert {quads["CONSULT"], quads["AID"], quads["THREATEN"], quads["ASSAULT"]} == {
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict",
    }  # fmt: skip
    assert {n for n, t in plover["types"].items() if t["recipient"]} == {"COOPERATE", "AID", "SANCTION"}


def test_the_lexicon_names_no_actor():
    path = Path(knowledge.__file__).parent / "triggers.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {w for c in raw["classes"].values() for w in c} | {
        w for p in ("verb", "noun") for t in raw[p] for w in t["words"]
    }
    assert [w for w in sorted(words) if w != w.lower()] == []
