"""Times that hang on their clause or on a time named before: tense, "that night", "the next day"; and rows that hold."""

from datetime import date

from notation import build
from plain import plain
from reportedly.layers.times import read_times
from reportedly.layers.timex.calendar import nearest_year, stepped
from reportedly.layers.timex.tense import tense

THURSDAY = "2018-01-25"


def clause(*verbs):
    """ "The envoys VERBS on Wednesday.", in the notation; `verbs` are lines whose heads count from 3."""
    body = "\n".join(verbs)
    verb = 2 + len(verbs)
    return f"""
The  the  DET/DT  det  2
envoys  envoy  NOUN/NNS  nsubj  {verb}
{body}
on  on  ADP/IN  prep  {verb}
Wednesday_  Wednesday  PROPN/NNP  pobj  {verb + 1}
.  .  PUNCT/.  punct  {verb}
"""


def values(notation, published):
    analysis, document = build(notation, published=date.fromisoformat(published))
    return [r.value for r in read_times(document, analysis)]


def test_a_weekday_under_a_past_verb_is_the_last_one():
    assert values(clause("met  meet  VERB/VBD  ROOT  0"), THURSDAY) == ["2018-01-24"]


def test_a_weekday_under_will_is_the_next_one():
    assert values(clause("will  will  AUX/MD  aux  4", "meet  meet  VERB/VB  ROOT  0"), THURSDAY) == ["2018-01-31"]


def test_a_weekday_that_is_planned_for_is_the_next_one():
    notation = clause("plan  plan  VERB/VBP  ROOT  0", "to  to  PART/TO  aux  5", "meet  meet  VERB/VB  xcomp  3")
    assert values(notation.replace("nsubj  5", "nsubj  3"), THURSDAY) == ["2018-01-31"]


def test_a_weekday_under_a_perfect_is_the_last_one():
    assert values(clause("have  have  AUX/VBP  aux  4", "met  meet  VERB/VBN  ROOT  0"), THURSDAY) == ["2018-01-24"]


def test_the_day_of_publication_is_its_own_weekday_in_either_tense():
    assert values(clause("met  meet  VERB/VBD  ROOT  0"), "2018-01-24") == ["2018-01-24"]
    assert values(clause("will  will  AUX/MD  aux  4", "meet  meet  VERB/VB  ROOT  0"), "2018-01-24") == ["2018-01-24"]


def test_a_month_that_will_come_is_the_next_one():
    notation = clause("will  will  AUX/MD  aux  4", "meet  meet  VERB/VB  ROOT  0")
    notation = notation.replace("on  on", "in  in").replace("Wednesday_  Wednesday", "February_  February")
    assert values(notation, "2017-12-14") == ["2018-02"]


def test_a_plan_told_in_the_present_is_ahead_and_a_report_in_the_present_is_behind():
    assert values(clause("meet  meet  VERB/VBP  ROOT  0"), THURSDAY) == ["2018-01-31"]
    assert values(clause("say  say  VERB/VBP  ROOT  0"), THURSDAY) == ["2018-01-24"]


def test_until_under_a_verb_that_grants_time_is_ahead():
    notation = clause("gave  give  VERB/VBD  ROOT  0").replace("on  on", "until  until")
    assert values(notation, THURSDAY) == ["2018-01-31"]
    notation = clause("fought  fight  VERB/VBD  ROOT  0").replace("on  on", "until  until")
    assert values(notation, THURSDAY) == ["2018-01-24"]


def test_an_infinitive_under_a_pluperfect_is_behind():
    verbs = (
        "had  have  AUX/VBD  aux  4",
        "been  be  AUX/VBN  ROOT  0",
        "due  due  ADJ/JJ  acomp  4",
        "to  to  PART/TO  aux  7",
        "meet  meet  VERB/VB  xcomp  5",
    )
    assert values(clause(*verbs).replace("nsubj  7", "nsubj  4"), THURSDAY) == ["2018-01-24"]


def test_a_record_that_is_set_on_a_day_is_behind_and_a_vote_set_for_a_day_ahead():
    was_set = clause("were  be  AUX/VBD  auxpass  4", "set  set  VERB/VBN  ROOT  0")
    assert values(was_set, THURSDAY) == ["2018-01-24"]
    assert values(was_set.replace("on  on", "for  for"), THURSDAY) == ["2018-01-31"]


POSSESSIVE = """
They  they  PRON/PRP  nsubj  3
will  will  AUX/MD  aux  3
VERB  VERB  VERB/VB  ROOT  0
PREP  PREP  ADP/IN  prep  3
Wednesday_  Wednesday  PROPN/NNP  poss  7
's  's  PART/POS  case  5
vote_  vote  NOUN/NN  pobj  4
.  .  PUNCT/.  punct  3
"""


def test_the_vote_of_a_day_is_behind_unless_a_preposition_says_that_it_is_to_come():
    talk = POSSESSIVE.replace("VERB ", "meet ").replace(" VERB ", " meet ").replace("PREP", "before")
    assert values(talk, THURSDAY) == ["2018-01-31"]
    talk = POSSESSIVE.replace("VERB ", "talk ").replace(" VERB ", " talk ").replace("PREP", "around")
    assert values(talk, THURSDAY) == ["2018-01-24"]


def test_without_a_verb_there_is_no_tense():
    _, analysis = plain("Talks on Wednesday")
    assert tense(analysis, 2) == ""


def test_times_lean_on_the_day_named_last():
    document, analysis = plain(
        "The army left on Monday. That night the town burned. The next day it rained.", "2018-04-05"
    )
    assert [r.value for r in read_times(document, analysis)] == ["2018-04-02", "2018-04-02TNI", "2018-04-03"]


def test_the_next_day_of_nothing_has_no_value():
    document, analysis = plain("The next day it rained.", "2018-04-05")
    assert [(document.words(r.words), r.value) for r in read_times(document, analysis)] == [("The next day", None)]


def test_a_day_without_a_year_is_near_publication_whatever_the_tense():
    assert nearest_year(date(2018, 1, 2), 12, 30, "past") == 2017
    assert nearest_year(date(2018, 3, 29), 3, 31, "past") == 2018
    assert nearest_year(date(2018, 1, 15), 1, 14, "future") == 2018
    assert nearest_year(date(2018, 3, 29), 11, 31, "") is None


def test_weeks_months_and_quarters_step_over_the_turn_of_the_year():
    new_year = date(2018, 1, 1)
    assert stepped(new_year, -1, "W") == "2017-W52"
    assert stepped(new_year, -1, "M") == "2017-12"
    assert stepped(new_year, -1, "Q") == "2017-Q4"
    assert stepped(date(9999, 12, 31), 1, "D") == ""


def test_every_row_holds_what_its_columns_ask():
    text = (
        "On Wednesday, 31 November, at 9 a.m., early last month and in the 1990s they met for three days, daily, soon."
    )
    document, analysis = plain(text, THURSDAY)
    rows = read_times(document, analysis)
    assert len(rows) == 7
    assert [p for r in rows for p in r.problems()] == []
    assert len({r.id for r in rows}) == len(rows)
