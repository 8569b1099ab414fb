"""The figures of invented sentences: what is counted, what happened, of which whole, and what is no figure."""

from datetime import date

import pytest

from notation import build
from plain import plain
from reportedly.document import Span
from reportedly.layers.figures import read_figures
from reportedly.layers.times import read_times
from reportedly.record import Attribution, Place

CHILDREN = """
At  at  ADV/RB  advmod  2
least  least  ADJ/JJS  advmod  3
15  15  NUM/CD  nummod  4
children  child  NOUN/NNS  nsubjpass  6
were  be  AUX/VBD  auxpass  6
killed  kill  VERB/VBN  ccomp  15
in  in  ADP/IN  prep  6
Oltenz_  Oltenz  PROPN/NNP  pobj  7
,  ,  PUNCT/,  punct  6
including  include  VERB/VBG  prep  6
seven  seven  NUM/CD  nummod  12
girls_  girl  NOUN/NNS  pobj  10
,  ,  PUNCT/,  punct  15
officials  official  NOUN/NNS  nsubj  15
said_  say  VERB/VBD  ROOT  0
.  .  PUNCT/.  punct  15
"""
CAPTIVES = """
The  the  DET/DT  det  2
rebels  rebel  NOUN/NNS  nsubj  3
hold  hold  VERB/VBP  ROOT  0
59  59  NUM/CD  nummod  5
captives_  captive  NOUN/NNS  dobj  3
.  .  PUNCT/.  punct  3

Thirty_  thirty  NUM/CD  compound  3
-_  -  PUNCT/HYPH  punct  3
five  five  NUM/CD  nsubj  8
of  of  ADP/IN  prep  3
the  the  DET/DT  det  6
captives  captive  NOUN/NNS  pobj  4
have  have  AUX/VBP  aux  8
died_  die  VERB/VBN  ccomp  14
,  ,  PUNCT/,  punct  14
22  22  NUM/CD  nsubj  14
of  of  ADP/IN  prep  10
the  the  DET/DT  det  13
captives  captive  NOUN/NNS  pobj  11
are  be  AUX/VBP  ROOT  0
alive  alive  ADJ/JJ  acomp  14
and  and  CCONJ/CC  cc  14
the  the  DET/DT  det  18
status  status  NOUN/NN  nsubj  21
of  of  ADP/IN  prep  18
two  two  NUM/CD  pobj  19
is  be  AUX/VBZ  conj  14
unknown_  unknown  ADJ/JJ  acomp  21
.  .  PUNCT/.  punct  21
"""
DIPLOMATS = """
The  the  DET/DT  det  2
ministry  ministry  NOUN/NN  nsubj  3
expelled  expel  VERB/VBD  ROOT  0
60  60  NUM/CD  nummod  5
diplomats_  diplomat  NOUN/NNS  dobj  3
:  :  PUNCT/:  punct  3
38  38  NUM/CD  appos  5
from  from  ADP/IN  prep  7
the  the  DET/DT  det  10
embassy  embassy  NOUN/NN  pobj  8
and  and  CCONJ/CC  cc  7
12  12  NUM/CD  conj  7
from  from  ADP/IN  prep  12
the  the  DET/DT  det  15
mission_  mission  NOUN/NN  pobj  13
.  .  PUNCT/.  punct  3
"""
MOSTLY = """
The  the  DET/DT  det  2
war  war  NOUN/NN  nsubj  3
killed  kill  VERB/VBD  ROOT  0
roughly  roughly  ADV/RB  advmod  5
48,000  48,000  NUM/CD  nummod  6
people_  people  NOUN/NNS  dobj  3
,  ,  PUNCT/,  punct  6
mostly  mostly  ADV/RB  advmod  9
women  woman  NOUN/NNS  appos  6
and  and  CCONJ/CC  cc  9
children_  child  NOUN/NNS  conj  9
.  .  PUNCT/.  punct  3
"""
SHARE = """
About  about  ADV/RB  advmod  3
1.9  1.9  NUM/CD  compound  3
million  million  NUM/CD  nummod  4
Varnians_  Varnians  PROPN/NNPS  nsubj  14
,  ,  PUNCT/,  punct  4
namely  namely  ADV/RB  advmod  7
90_  90  NUM/CD  nummod  8
%  %  NOUN/NN  appos  4
of  of  ADP/IN  prep  8
the  the  DET/DT  det  11
population_  population  NOUN/NN  pobj  9
,  ,  PUNCT/,  punct  4
have  have  AUX/VBP  aux  14
fled_  flee  VERB/VBN  ROOT  0
.  .  PUNCT/.  punct  14
"""


def figures(notation, places=(), attributions=(), **metadata):
    analysis, document = build(notation, **metadata)
    times = read_times(document, analysis)
    return document, read_figures(document, analysis, times, places, attributions)


def table(document, rows):
    return [(document.words(f.words), f.low, f.high, f.what) for f in rows]


def test_a_bound_and_its_noun_are_the_words_and_the_verb_says_what_happened():
    document, rows = figures(CHILDREN)
    assert table(document, rows) == [("At least 15 children", 15, None, "killed"), ("seven girls", 7, 7, "killed")]
    assert [document.words(f.who) for f in rows] == ["children", "girls"]


def test_what_including_names_is_a_part_and_shares_its_fate():
    _, rows = figures(CHILDREN)
    assert [f.part_of for f in rows] == [None, rows[0].id]


def test_a_figure_lies_in_the_place_of_its_clause_and_in_the_claim_that_holds_it():
    place = Place(id="l1", words=(Span(36, 42),), made_by="test")
    claim = Attribution(
        id="a1",
        content=(Span(0, 65),),
        mode="indirect",
        stance="assert",
        anonymity="described",
        chain=("Gazette",),
        made_by="t",
    )
    inner = Attribution(
        id="a2",
        content=(Span(0, 42),),
        mode="indirect",
        stance="assert",
        anonymity="described",
        chain=("Gazette",),
        made_by="t",
    )
    document, rows = figures(CHILDREN, [place], [claim, inner])
    assert document.words(place.words) == "Oltenz"
    assert rows[0].place == "l1"
    assert [f.within for f in rows] == ["a2", "a1"]


def test_parts_of_a_whole_named_before_point_at_it():
    document, rows = figures(CAPTIVES)
    assert table(document, rows) == [
        ("59 captives", 59, 59, "held"),
        ("Thirty-five of the captives", 35, 35, "killed"),
        ("22 of the captives", 22, 22, "other"),
        ("two", 2, 2, "missing"),
    ]
    assert [f.part_of for f in rows] == [None, rows[0].id, rows[0].id, rows[0].id]


def test_a_list_behind_a_colon_is_all_parts_of_the_number_before_it():
    _document, rows = figures(DIPLOMATS)
    assert [(f.low, f.part_of) for f in rows] == [(60, None), (38, rows[0].id), (12, rows[0].id)]


def test_mostly_is_more_than_half_and_at_most_all():
    document, rows = figures(MOSTLY)
    assert table(document, rows)[1] == ("mostly women and children", 24000, 48000, "killed")
    assert rows[1].part_of == rows[0].id
    assert rows[1].approximate


def test_a_share_beside_a_count_is_of_what_happened_to_the_count():
    _document, rows = figures(SHARE)
    assert [(f.low, f.unit, f.what) for f in rows] == [(1900000, None, "displaced"), (90, "percent", "displaced")]


def test_as_of_names_the_day_that_a_count_describes():
    document, analysis = plain("As of now the rebels held 59 captives.", "2025-03-05")
    rows = read_figures(document, analysis, read_times(document, analysis), [], [])
    assert [f.as_of for f in rows] == [date(2025, 3, 5)]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Gunmen left 15 people dead.", "killed"),
        ("Police counted 22 wounded.", "injured"),
        ("Police counted 22 deaths.", "killed"),
        ("Officials spoke of 30 refugees.", "displaced"),
        ("Officials spoke of 30 soldiers.", "troops"),
        ("Officials spoke of 30 hostages.", "held"),
        ("They asked for $5 million.", "money"),
        ("It lasted three days.", "duration"),
        ("They counted 30 villages.", "other"),
    ],
)
def test_the_noun_or_the_word_behind_it_says_what_happened(sentence, what):
    document, analysis = plain(sentence)
    assert [f.what for f in read_figures(document, analysis, [], [], [])] == [what]


@pytest.mark.parametrize(
    "sentence",
    [
        "Edan Orr, 21, was there.",
        "The 21-year-old man was there.",
        "He was at the age of 15 there.",
        "They met on March 5.",
        "They met in 1997.",
        "They met at 10:30 a.m. there.",
        "Flight 103 fell.",
        "The council passed Resolution 2401.",
        "The quake had a magnitude of 6.4 there.",
        "The village lies within 15 miles.",
        "The two sides met.",
        "It was one of the worst days.",
        "It was on page 15.",
        "They called 555-0134.",
        "They work 24 hours a day.",
        "The motion passed by 52 votes.",
    ],
)
def test_ages_dates_names_measures_and_parties_are_no_figures(sentence):
    document, analysis = plain(sentence, "2018-04-05")
    times = read_times(document, analysis)
    assert [document.words(f.words) for f in read_figures(document, analysis, times, [], [])] == []


@pytest.mark.parametrize("number", ["12.500", "-5", "35[1]", "35¹", "٣٥,٤", "1,23", "10 000"])
def test_a_number_that_cannot_be_read_for_certain_has_its_words_and_no_value(number):
    document, analysis = plain(f"The raid killed {number} people there.")
    rows = read_figures(document, analysis, [], [], [])
    assert [(f.low, f.high) for f in rows] == [(None, None)]


def test_more_people_than_live_have_no_value():
    document, analysis = plain("The plague killed 1,234,567,890,123 people.")
    rows = read_figures(document, analysis, [], [], [])
    assert [(document.words(f.words), f.low, f.high) for f in rows] == [("1,234,567,890,123 people", None, None)]


@pytest.mark.parametrize(("number", "value"), [("٣٥", 35), ("0", 0), ("1,234", 1234)])
def test_digits_of_other_scripts_and_nought_are_numbers(number, value):
    document, analysis = plain(f"The raid killed {number} people there.")
    assert [(f.low, f.high) for f in read_figures(document, analysis, [], [], [])] == [(value, value)]


def test_a_year_before_a_single_thing_is_no_count_though_no_time_covers_it():
    document, analysis = plain("They remember a 2015 sweep. They remember 2,015 sweeps.")
    assert [document.words(f.words) for f in read_figures(document, analysis, [], [], [])] == ["2,015 sweeps"]
