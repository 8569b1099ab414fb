"""Sums across an article: what counts as one list, what as chance, and what a slip is."""

import sys
from datetime import date

import pytest
from invented_figures import fig, numbered, told, when

from plain import plain
from reportedly.layers.checks import read_checks


def test_three_parts_that_follow_each_other_may_have_their_total_anywhere():
    text = "They hold 59 people. The envoy met them. It rained. He said 35 are dead, 22 alive and 2 unaccounted for."
    rows = [fig("59 people", "held"), fig("35"), fig("22", "other"), fig("2", "missing", at=3)]
    assert told(text, *rows) == [("sum", True, "35 + 22 + 2 = 59")]


def test_a_sentence_that_lists_parts_beside_their_total_shows_a_slip():
    text = "Floods killed 26 people. 11 drowned in Lower Anse, 9 in Port Kell and 4 in Wey."
    rows = [fig("26 people"), fig("11"), fig("9"), fig("4")]
    assert told(text, *rows) == [("sum", False, "11 + 9 + 4 = 24, not 26")]


def test_a_list_that_falls_far_short_of_the_total_names_some_parts_and_is_no_sum():
    text = "Floods killed 90 people. 11 drowned in Lower Anse, 9 in Port Kell and 4 in Wey."
    assert told(text, fig("90 people"), fig("11"), fig("9"), fig("4")) == []


def test_parts_that_reach_the_bound_of_at_least_hold():
    text = "At least 16 people died. 7 died in Karn, 5 in Hale and 4 in the south."
    rows = [fig("At least 16 people", high=None), fig("7"), fig("5"), fig("4")]
    assert told(text, *rows) == [("sum", True, "7 + 5 + 4 = 16, at least 16")]


def test_a_rough_total_is_met_by_parts_within_its_rounding():
    text = "About 60 people were hurt: 35 men, 22 women and 2 children."
    parts = [fig(w, "injured") for w in ("35 men", "22 women", "2 children")]
    assert told(text, fig("About 60 people", "injured", approximate=True), *parts) == [
        ("sum", True, "35 + 22 + 2 = 59, about 60")
    ]


def test_what_remains_closes_a_list_whether_it_fits_or_not():
    text = "It killed 60 people. 20 were women; the remaining 38 were men."
    assert told(text, fig("60 people"), fig("20"), fig("38")) == [("sum", False, "20 + 38 = 58, not 60")]


def test_fates_that_exclude_each_other_may_not_exceed_their_whole():
    text = "Of 59 captives, 35 are dead, 22 are alive and the fate of 3 is unknown."
    parts = [
        fig("35", of="59 captives"),
        fig("22", "other", of="59 captives"),
        fig("3", "missing", at=2, of="59 captives"),
    ]
    assert told(text, fig("59 captives", "held"), *parts) == [("sum", False, "35 + 22 + 3 = 60, not 59")]


def test_those_who_escaped_are_no_part_of_the_dead():
    text = "33 people are dead. 18 workers were among them and 15 escaped."
    rows = [fig("33 people"), fig("18 workers", of="33 people"), fig("15", "other")]
    assert [kind for kind, _, _ in told(text, *rows)] == ["part"]


def test_an_earlier_total_and_what_has_come_to_it_make_up_the_later_one():
    text = "The toll rose to 97 on Tuesday, up from 88. Rescuers found 9 more bodies."
    rows = [fig("97"), fig("88"), fig("9 more bodies")]
    assert told(text, *rows) == [("sum", True, "88 + 9 = 97"), ("total", True, "88, then 97: rose by 9")]


def test_counts_make_together_what_the_text_says_that_they_make():
    text = "They freed 8 hostages on Tuesday and 6 hostages before. That makes 14 hostages."
    rows = [fig("8 hostages", "released"), fig("6 hostages", "released"), fig("14 hostages", "held")]
    assert told(text, *rows) == [("sum", True, "8 + 6 = 14")]


def test_counts_of_other_days_are_not_added_by_chance():
    text = "On 3 March 41 people died. On 5 March 12 soldiers died and on 5 March 29 soldiers died."
    times = [when("3 March", date(2031, 3, 3)), when("5 March", date(2031, 3, 5))]
    rows = [fig("41 people", period="t-3 March")]
    rows += [fig(w, period="t-5 March") for w in ("12 soldiers", "29 soldiers")]
    assert told(text, *rows, times=times) == []


def test_a_list_with_a_number_that_was_not_read_shows_no_slip():
    text = "Police arrested 60 people: 14 in Karn, 21 in Hale and 20 in Wey."
    rows = [fig("60 people", "arrested"), fig("14", "arrested"), fig("20", "arrested")]
    assert told(text, *rows) == []


def test_things_are_no_part_of_people():
    text = "It hurt 472 people. It hit 340 houses, 120 shops and 12 schools."
    rows = [fig("472 people", "injured"), *(fig(w, "other") for w in ("340 houses", "120 shops", "12 schools"))]
    assert told(text, *rows) == []


@pytest.mark.parametrize("value", [lambda i: 10, lambda i: (5, 20, 10, 40)[i % 4], lambda i: i * 7919 % 61 + 1])
def test_the_work_grows_with_the_figures_and_not_with_their_square(value):
    """A bulletin of 2,000 numbers takes little more than twice the calls of one of 1,000, whatever the numbers are."""
    assert _calls(2000, value) < 2.5 * _calls(1000, value)


def test_a_number_beyond_all_money_is_left_out():
    text = "They owe 9 crowns, of which 4 crowns and 5 crowns are new."
    huge = fig("9 crowns", "money", unit="money", who=(), low=10**400, high=10**400)
    assert told(text, huge, *(fig(w, "money", unit="money", who=()) for w in ("4 crowns", "5 crowns"))) == []


def _calls(size, value):
    text = " ".join(", ".join(str(value(i)) for i in range(at, at + 20)) + " died." for at in range(0, size, 20))
    document, analysis = plain(text)
    rows = [numbered(token.span, float(token.text)) for token in analysis.tokens if token.text.isdigit()]
    made = 0

    def count(frame, event, argument):
        nonlocal made
        made += event == "call"

    sys.setprofile(count)
    read_checks(document, analysis, rows, times=(), places=(), attributions=())
    sys.setprofile(None)
    return made
