"""What adds up and what does not: sums, parts, shares and ranges, each with the figures that it used.

The figures are made by hand over a plain text, so that each test shows all that its check reads.
"""

from dataclasses import replace

from plain import plain
from reportedly.document import Span
from reportedly.layers.checks import read_checks
from reportedly.record import Figure


def figure(document, words, low, high=..., *, of=None, made_by="rule: quantity", what="other", unit=None, who=""):
    start = document.text.index(words)
    at = document.text.index(who, start) if who else 0
    return Figure(
        id=f"f-{words}",
        words=(Span(start, start + len(words)),),
        low=low,
        high=low if high is ... else high,
        approximate=False,
        unit=unit,
        what=what,
        who=(Span(at, at + len(who)),) if who else (),
        part_of=of,
        made_by=made_by,
    )


def checks(document, analysis, rows, times=(), places=(), attributions=()):
    return [
        (c.kind, c.holds, c.words, [f.removeprefix("f-") for f in c.figures])
        for c in read_checks(document, analysis, rows, times=times, places=places, attributions=attributions)
    ]


def test_parts_that_make_up_their_total_are_shown_as_a_sum_the_total_first():
    document, analysis = plain("They hold 59 captives. 35 of them died, 22 are alive and 2 are missing.")
    whole = figure(document, "59 captives", 59)
    rows = [
        whole,
        *(
            figure(document, w, n, of=whole.id, made_by="rule: part")
            for w, n in (("35 of them", 35), ("22 are", 22), ("2 are m", 2))
        ),
    ]
    assert checks(document, analysis, rows) == [
        ("sum", True, "35 + 22 + 2 = 59", ["59 captives", "35 of them", "22 are", "2 are m"])
    ]


def test_a_sum_that_does_not_fit_is_shown_where_the_text_lists_all_parts():
    document, analysis = plain("They expelled 60 diplomats: 38 here and 12 there.")
    whole = figure(document, "60 diplomats", 60)
    rows = [
        whole,
        *(figure(document, w, n, of=whole.id, made_by="rule: parts in a list") for w, n in (("38", 38), ("12", 12))),
    ]
    assert checks(document, analysis, rows)[0] == ("sum", False, "38 + 12 = 50, not 60", ["60 diplomats", "38", "12"])


def test_a_sum_that_does_not_fit_is_not_shown_where_the_text_names_only_some_parts():
    document, analysis = plain("They hold 59 captives. 35 of them died and 22 of them are alive.")
    whole = figure(document, "59 captives", 59)
    rows = [
        whole,
        *(
            figure(document, w, n, of=whole.id, made_by="rule: part")
            for w, n in (("35 of them", 35), ("22 of them", 22))
        ),
    ]
    assert [c[0] for c in checks(document, analysis, rows)] == ["part", "part"]


def test_a_part_is_measured_against_its_whole():
    document, analysis = plain("They hold 59 captives, including 5 farmers and including 70 miners.")
    whole = figure(document, "59 captives", 59)
    rows = [
        whole,
        *(
            figure(document, w, n, of=whole.id, made_by="rule: including")
            for w, n in (("5 farmers", 5), ("70 miners", 70))
        ),
    ]
    assert checks(document, analysis, rows) == [
        ("part", True, "5 are fewer than 59", ["59 captives", "5 farmers"]),
        ("part", False, "70 are more than 59", ["59 captives", "70 miners"]),
    ]


def test_a_count_and_its_share_give_the_population_that_they_imply():
    document, analysis = plain("About 1.9 million people, namely 90% of the population, fled.")
    rows = [
        figure(document, "1.9 million people", 1900000),
        figure(document, "90%", 90, unit="percent", who="the population"),
    ]
    assert checks(document, analysis, rows) == [
        ("share", True, "1.9 million as 90 % is a population of about 2.1 million", ["1.9 million people", "90%"])
    ]


def test_a_share_is_held_against_a_population_that_the_text_gives():
    document, analysis = plain(
        "Of a population of 4 million population, 1.9 million people, or 90% of the population, fled."
    )
    base = figure(document, "4 million population", 4000000, who="population")
    rows = [
        base,
        figure(document, "1.9 million people", 1900000),
        figure(document, "90%", 90, unit="percent", who="the population"),
    ]
    assert [(c[0], c[1]) for c in checks(document, analysis, rows)] == [("share", False)]
    fitting = [replace(base, low=2100000, high=2100000), *rows[1:]]
    assert [(c[0], c[1]) for c in checks(document, analysis, fitting)] == [("share", True)]


def test_a_single_number_is_held_against_the_range_for_the_same_people():
    document, analysis = plain("Between 35 and 40 miners died. The firm said 50 miners died.")
    rows = [
        figure(document, "Between 35 and 40 miners", 35, 40, what="killed", who="miners"),
        figure(document, "50 miners", 50, what="killed", who="miners"),
    ]
    assert checks(document, analysis, rows) == [
        ("range", False, "50 lies outside 35 to 40", ["Between 35 and 40 miners", "50 miners"])
    ]


def test_two_places_that_add_up_to_the_toll_beside_them_are_a_sum():
    document, analysis = plain("It killed 257 people. There were 247 dead in Oltenz and 10 dead in Varn.")
    rows = [figure(document, w, n, what="killed") for w, n in (("257 people", 257), ("247 dead", 247), ("10 dead", 10))]
    assert checks(document, analysis, rows) == [("sum", True, "247 + 10 = 257", ["257 people", "247 dead", "10 dead"])]


def test_figures_that_only_stand_beside_each_other_are_not_added():
    document, analysis = plain("It killed 30 people. It hurt 20 people and 12 villages.")
    rows = [figure(document, w, n) for w, n in (("30 people", 30), ("20 people", 20), ("12 villages", 12))]
    assert checks(document, analysis, rows) == []
