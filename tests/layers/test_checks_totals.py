"""Totals over time, shares, ranges and parts: what orders two counts, what a per cent is of, what a range is held against."""

from datetime import date

import pytest
from invented_figures import fig, told, when
from row_makers import attribution

from reportedly.knowledge import load


@pytest.mark.parametrize(
    ("text", "figures", "words"),
    [
        ("The toll, 30 on Monday, had risen to 41.", ("30", "41"), "30, then 41: rose by 11"),
        ("41 people have died, up from 30.", ("41 people", "30"), "30, then 41: rose by 11"),
        ("The dead rose from 30 on Monday to 41.", ("30", "41"), "30, then 41: rose by 11"),
        ("The toll rose to 41 on Friday. It had been 30 on Monday.", ("41", "30"), "30, then 41: rose by 11"),
    ],
)
def test_words_of_change_order_two_counts(text, figures, words):
    times = [when(day, date(2031, 3, 3)) for day in ("Monday",) if day in text]
    assert told(text, *map(fig, figures), times=times) == [("total", True, words)]


def test_a_toll_that_falls_does_not_fit():
    rows = [fig("38"), fig("41")]
    assert told("The death toll fell to 38 from 41.", *rows) == [("total", False, "41, then 38: fell by 3")]


def test_a_number_that_the_source_takes_back_does_not_fit():
    rows = [fig("44 dead"), fig("51")]
    assert told("It counts 44 dead, not 51 as it had said.", *rows) == [("total", False, "51, then 44: fell by 7")]


def test_deaths_of_two_years_may_fall():
    rows = [fig("410"), fig("380")]
    text = "Deaths on the roads fell from 410 a year ago to 380."
    assert told(text, *rows) == [("total", True, "410, then 380: fell by 30")]


def test_running_totals_are_ordered_by_their_days():
    text = "As of 4 March 41 people had died. As of 6 March 38 people had died."
    days = {"41 people": date(2031, 3, 4), "38 people": date(2031, 3, 6)}
    rows = [fig(w, tally="running", as_of=day) for w, day in days.items()]
    assert told(text, *rows) == [("total", False, "41 on 4 March, 38 on 6 March: fell by 3")]
    rows = [fig(w, "missing", tally="running", as_of=day) for w, day in days.items()]
    assert told(text, *rows) == [("total", True, "41 on 4 March, 38 on 6 March: fell by 3")]


def test_what_is_raised_by_so_much_is_no_earlier_total():
    rows = [fig("15,000 soldiers", "troops"), fig("90,000", "troops")]
    assert told("The army will grow by 15,000 soldiers to 90,000.", *rows) == []


def test_a_share_is_of_the_base_that_it_names_in_either_order():
    base, count = fig("2,000 households", "other"), fig("1,240 households", "other")
    share = fig("62 percent", "other", of="2,000 households", unit="percent")
    text = "They asked 2,000 households; 62 percent, or 1,240 households, fled."
    assert told(text, base, share, count) == [("share", True, "1,240 of 2,000 is 62 %")]
    wrong = fig("1,440 households", "other")
    text = text.replace("1,240", "1,440")
    assert told(text, base, share, wrong) == [("share", False, "1,440 of 2,000 is 72 %, not 62 %")]


def test_a_sentence_may_sum_up_the_count_before_it_as_a_share():
    rows = [fig("212 families", "other"), fig("6 percent", "other", of="5,300 families", unit="percent")]
    text = "Only 212 families returned. They make up 6 percent of the 5,300 families who fled."
    assert told(text, *rows, fig("5,300 families", "other")) == [("share", False, "212 of 5,300 is 4 %, not 6 %")]


def test_a_per_cent_that_compares_is_no_share():
    rows = [fig("11,400 refugees", "displaced"), fig("15 percent", "displaced", unit="percent")]
    assert told("They took 11,400 refugees, 15 percent over the limit.", *rows) == []


def test_a_range_is_held_against_the_value_that_is_called_its_best():
    text = "Between 27 and 35 people died, with 37 the most likely number."
    rows = [fig("Between 27 and 35 people", low=27, high=35), fig("37", "other")]
    assert told(text, *rows) == [("range", False, "37 lies outside 27 to 35")]


def test_two_claimants_who_differ_are_a_conflict_and_no_check():
    from plain import plain

    text = "The union says between 35 and 40 miners died. The firm says 50 miners died."
    document, _ = plain(text)
    said = [
        attribution(document, "between 35 and 40 miners died", row="a1"),
        attribution(document, "50 miners", row="a2"),
    ]
    object.__setattr__(said[0], "speaker", ("union",))
    object.__setattr__(said[1], "speaker", ("firm",))
    rows = [fig("between 35 and 40 miners", low=35, high=40, within="a1"), fig("50 miners", within="a2")]
    assert told(text, *rows, attributions=said) == []


def test_dozens_are_no_range():
    assert told("Dozens of miners died; 48 miners died.", fig("Dozens", low=24, high=99), fig("48 miners")) == []


def test_three_of_all_detainees_are_no_part_of_the_nine_who_were_freed():
    text = "They freed 9 detainees. It rained. Nobody came. He said 3 of the detainees had died."
    rows = [fig("9 detainees", "released"), fig("3", of="9 detainees")]
    assert told(text, *rows) == []


def test_a_part_is_fewer_than_at_least_so_many():
    rows = [fig("at least 17 people", high=None), fig("6 porters", of="at least 17 people")]
    text = "It killed at least 17 people, 6 porters among them."
    assert told(text, *rows) == [("part", True, "6 are fewer than at least 17")]


def _words(table):
    for value in table.values():
        yield from value if isinstance(value, list) else ()


@pytest.mark.parametrize("name", sorted(load("arithmetic")))
def test_the_example_of_a_list_holds_one_of_its_words(name):
    tables = load("arithmetic")[name]
    nested = tables.values() if name == "fate" else (tables,)
    for table in nested:
        example = f" {table['example'].lower()} "
        plural = [w + end for w in _words(table) for end in ("", "s")]
        irregular = {"woman": "women"}
        assert any(w in example for w in [*plural, *irregular.values()]), table["example"]
