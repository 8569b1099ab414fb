"""The ledger of short invented articles, read by the shipped models: which numbers are figures, what each counts, the
whole that it is a part of, over which time, where, and how it was counted.

The places are invented names that the shipped pipeline takes for places.
"""

from functools import cache

import pytest

import reportedly
from stories.support import words

DATELINE = "PORT ISOLA, March 6, 2031 — "


@cache
def ledger(article):
    """The figures of an article as they leave the program, with the words of a whole in place of its id."""
    rows = reportedly.read(DATELINE + article).as_json()["figures"]
    named = {row["id"]: row["words"] for row in rows}
    texts = ("words", "who", "method", "place", "period")
    return [{**r, **{c: words(r[c]) for c in texts}, "part_of": named.get(r["part_of"], "")} for r in rows]


def columns(article, *names):
    """Of each figure its words and the columns of these names."""
    return [(row["words"], *(row[n] for n in names)) for row in ledger(article)]


FLOOD = (
    "At least 16 people were killed when a flood struck the valley on Monday, the governor said. Seven died in Keldrin, "
    "five in Talmera and four in the hills."
)
FIRE = "A fire killed 31 miners on Sunday. Seventeen of the dead came from the hills. The dead include six porters."
HOSTAGES = "Rebels freed 59 hostages on Monday. Of these, 24 were women, nine were children."
PORTERS = "The guild has trained 40 porters, of whom 25 have left and 15 have stayed."
BOAT = "A boat with 138 people aboard sank on Sunday. 91 were rescued, 29 bodies were found and 18 are unaccounted for."
SIEGE = (
    "The death toll has risen to 1,290 since October, the ministry said. A single rocket on Tuesday killed 14 people."
)
CAPTIVES = (
    "The rebels hold 59 captives. Twenty-four of the captives are alive. Thirty-five of those in the city have died."
)
MINERS = "So far 212 miners have died. In the collapse on Sunday 12 miners died."
MONEY = (
    "The city received 4.2 million euros, of which 3 million came from the fund and 1.2 million from donors. "
    "It had asked for 6 million."
)


# Numbers that stand alone and lean on the figure before them.


def test_numbers_alone_count_what_the_figure_before_them_counts():
    assert columns(FLOOD, "what", "who") == [
        ("At least 16 people", "killed", "people"),
        ("Seven", "killed", "people"),
        ("five", "killed", "people"),
        ("four", "killed", "people"),
    ]


def test_a_number_alone_behind_a_mostly_leans_on_the_figure_before_it():
    article = "The raiders seized 30 people, mostly women, on Monday. The army freed 12 hostages on Tuesday. Two died."
    assert [row[1] for row in columns(article, "who")] == ["people", "women", "hostages", "hostages"]


def test_a_count_by_somebody_else_counts_the_same():
    article = "Lawyers counted 705 prisoners in Keldrin. The army counted 340."
    assert columns(article, "what", "who") == [("705 prisoners", "held", "prisoners"), ("340", "held", "prisoners")]


@pytest.mark.parametrize(
    ("article", "rows"),
    [
        ("The number of applicants rose to 430.", [("430", "applicants")]),
        ("Police put the crowd at 80,000.", [("80,000", "crowd")]),
        ("Arrivals fell from 900 to 650.", [("900", "Arrivals"), ("650", "Arrivals")]),
    ],
)
def test_a_verb_of_counts_gives_its_number_the_noun_before_it(article, rows):
    assert columns(article, "who") == rows


def test_a_number_alone_with_a_fate_of_its_own_leans_on_the_noun_only():
    article = "The quake injured 60 workers and killed 12 on Monday."
    assert columns(article, "what", "who") == [("60 workers", "injured", "workers"), ("12", "killed", "workers")]


def test_a_noun_behind_the_number_alone_says_who_they_are():
    article = "The shelling killed nine people on Monday. Seven were teachers, two were drivers."
    assert columns(article, "what", "who", "part_of") == [
        ("nine people", "killed", "people", ""),
        ("Seven", "killed", "teachers", "nine people"),
        ("two", "killed", "drivers", "nine people"),
    ]


# Wholes and their parts.


@pytest.mark.parametrize(
    ("article", "whole", "parts"),
    [
        (FLOOD, "At least 16 people", ["Seven", "five", "four"]),
        (FIRE, "31 miners", ["Seventeen of the dead", "six porters"]),
        (HOSTAGES, "59 hostages", ["24", "nine"]),
        (PORTERS, "40 porters", ["25", "15"]),
        (BOAT, "138 people", ["91", "29 bodies", "18"]),
        (MONEY, "4.2 million euros", ["3 million", "1.2 million"]),
        ("The ministry expelled 60 diplomats, 48 from the embassy and 12 from the mission.", "60 diplomats", ["48", "12"]),
        ("Police arrested 274 people on Friday. They arrested 190 men and 84 women.", "274 people", ["190 men", "84 women"]),
        ("The blaze injured 60 workers, 12 of them badly.", "60 workers", ["12 of them"]),
        ("The quake injured 60 workers. The wounded include nine nurses.", "60 workers", ["nine nurses"]),
        ("A fire killed 31 miners on Sunday. Nine porters were among the dead.", "31 miners", ["Nine porters"]),
        ("Police arrested 213 people, among them 11 teachers.", "213 people", ["11 teachers"]),
        ("Forty ships wait. Of these, 24 ships carry grain and eight ships carry oil.", "Forty ships", ["24 ships", "eight ships"]),
        ("The city received 4.2 million euros, of which 3 million came from the fund.", "4.2 million euros", ["3 million"]),
        ("Rebels freed 59 hostages. Nine of the hostages worked as drivers.", "59 hostages", ["Nine of the hostages"]),
        ("The rebels hold 59 captives, down from 240.", "240", ["59 captives"]),
        ("The ministry expelled 60 people: 40 diplomats and 12 guards.", "60 people", ["40 diplomats", "12 guards"]),
        ("Of the 31 workers, 19 are alive and nine have been freed.", "31 workers", ["19", "nine"]),
        (CAPTIVES, "59 captives", ["Twenty-four of the captives", "Thirty-five of those"]),
        ("The flood killed 480 people, mostly women and children.", "480 people", ["mostly women and children"]),
    ],
    ids=[
        "a list in the next sentence",
        "named by their fate",
        "of these",
        "of whom",
        "an exact sum of several fates",
        "sums of which",
        "a list in the same sentence",
        "an exact sum of one fate",
        "of them",
        "the wounded include",
        "among the dead",
        "among them",
        "of these, with nouns of their own",
        "a sum of which",
        "of the hostages",
        "down from",
        "a list behind a colon that is not all",
        "fronted in its sentence",
        "the rest of an exact sum",
        "mostly",
    ],
)  # fmt: skip
def test_the_parts_of_a_whole_point_at_it(article, whole, parts):
    bound = {row["words"]: row["part_of"] for row in ledger(article) if row["part_of"]}
    assert bound == dict.fromkeys(parts, whole)


def test_figures_that_do_not_make_up_the_total_are_not_its_parts():
    article = "Police arrested 274 people on Friday. They arrested 190 men and 80 women in May."
    assert [part for _, part in columns(article, "part_of")] == ["", "", ""]


def test_another_disaster_has_no_part_in_the_first():
    article = "A fire killed 31 miners on Sunday. In May a flood killed 12 farmers."
    assert columns(article, "part_of") == [("31 miners", ""), ("12 farmers", "")]


def test_parts_share_the_fate_of_their_whole_unless_they_have_their_own():
    assert [what for _, what in columns(HOSTAGES, "what")] == ["released"] * 3
    assert [what for _, what in columns(FIRE, "what")] == ["killed"] * 3
    assert [what for _, what in columns(BOAT, "what")] == ["other", "affected", "killed", "missing"]


# Running totals and incidents, methods.


def test_a_total_that_grows_is_running_and_the_count_of_one_happening_an_incident():
    assert columns(SIEGE, "tally") == [("1,290", "running"), ("14 people", "incident")]
    assert columns(MINERS, "tally") == [("212 miners", "running"), ("12 miners", "incident")]


@pytest.mark.parametrize(
    "article",
    [
        "The death toll has risen to 1,290.",
        "Soldiers have killed 40 people since October.",
        "Altogether 40 people have died.",
        "The war has killed 40,000 people so far, including 12,000 children.",
    ],
)
def test_each_word_of_a_running_total_makes_one(article):
    assert {tally for _, tally in columns(article, "tally")} == {"running"}


def test_a_count_that_is_told_as_neither_is_neither():
    assert columns("Police detained 40 students.", "tally") == [("40 students", None)]


@pytest.mark.parametrize(
    ("article", "methods"),
    [
        (
            "According to hospital records, 212 people have died so far. The army speaks of 90.",
            [("212 people", "hospital records"), ("90", "")],
        ),
        ("Satellite images showed that 340 houses had burned.", [("340 houses", "Satellite images")]),
        (
            "A survey of 1,200 families found that 340 children had died.",
            [("340 children", "A survey of 1,200 families")],
        ),
        (
            "The institute counts 340 soldiers killed. It uses its own count of burials.\n\nThe army counts 90 dead.",
            [("340 soldiers", "its own count of burials"), ("90 dead", "")],
        ),
    ],
    ids=["in its sentence", "as the subject", "the survey's size is no figure", "for the paragraph"],
)
def test_the_method_is_that_of_the_sentence_or_of_one_that_only_says_how_they_count(article, methods):
    assert columns(article, "method") == methods


# Times and places.


def test_a_day_on_which_a_count_stood_is_the_day_that_it_describes():
    article = "The death toll stood at 1,290 on 1 March, the ministry said. As of Monday, it counted 40 missing people."
    assert columns(article, "as_of", "period") == [("1,290", "2031-03-01", ""), ("40 missing people", "2031-03-03", "")]


def test_the_day_that_a_count_describes_is_no_period_of_its_event():
    article = "As of Monday, 59 hostages were held in the city."
    assert columns(article, "as_of", "period") == [("59 hostages", "2031-03-03", "")]


@pytest.mark.parametrize(
    ("article", "periods"),
    [
        ("The ministry said on Tuesday that 12 soldiers had been killed.", [""]),
        ("The ministry reported 12 deaths on Tuesday.", [""]),
        ("Officials said on Friday that 40 people had been killed since October.", ["October"]),
        ("Rebels killed 30 soldiers on Monday and wounded nine, the army said on Wednesday.", ["Monday", "Monday"]),
        ("Rebels killed 30 soldiers on Monday. Police arrested 12 students in May.", ["Monday", "May"]),
        ("Nine people were killed on Monday and 14 people were wounded on Tuesday.", ["Monday", "Tuesday"]),
        (HOSTAGES, ["Monday", "Monday", "Monday"]),
    ],
    ids=[
        "a time of saying",
        "a time of reporting",
        "a time of saying and one of the count",
        "beside it",
        "another's",
        "each its own",
        "parts",
    ],
)
def test_a_figure_has_its_own_time_or_that_of_its_whole_and_never_that_of_the_saying(article, periods):
    assert [period for _, period in columns(article, "period")] == periods


def test_each_of_several_counts_has_its_own_place():
    article = "The flood killed seven people in Keldrin and five in Talmera on Sunday."
    assert columns(article, "place", "period") == [
        ("seven people", "Keldrin", "Sunday"),
        ("five", "Talmera", "Sunday"),
    ]


# Money, things, and numbers that are no figures.


def test_bare_millions_beside_a_sum_of_money_are_money_of_its_currency():
    assert columns(MONEY, "what", "unit") == [
        ("4.2 million euros", "money", "EUR"),
        ("3 million", "money", "EUR"),
        ("1.2 million", "money", "EUR"),
        ("6 million", "money", "EUR"),
    ]


@pytest.mark.parametrize(
    "article",
    [
        "Dana Holt, 42, a mother of three boys, lives there.",
        "Her son, 17, joined a 2019 strike.",
        "The king has two children.",
        "She came to Keldrin in 2015.",
        "She has taught there for the last five years.",
        "The letter was on page 15.",
        "Both sides praised the deal.",
        "Two officials said that the bridge was closed.",
        "The blast came three days after the vote.",
        "A 2015 sweep caught the gang.",
        "The town has one bridge.",
        "The village lies 15 miles from Keldrin.",
    ],
)
def test_kin_ages_years_periods_and_distances_are_no_figures(article):
    assert columns(article) == []


def test_things_are_counted_and_never_injured_or_held():
    article = "The storm damaged 40 houses, wounded three guards and trapped 12 trucks."
    assert columns(article, "what") == [("40 houses", "other"), ("three guards", "injured"), ("12 trucks", "other")]


@pytest.mark.parametrize(
    ("article", "rows"),
    [
        ("Killed: 17, wounded: 63.", [("17", "killed"), ("63", "injured")]),
        ("Dozens were swept away by the flood.", [("Dozens", "other")]),
        ("There are 29 who cannot leave.", [("29", "other")]),
        ("The killing of 35 farmers shocked the valley.", [("35 farmers", "killed")]),
        ("The siege lasted three days.", [("three days", "duration")]),
        ("Doctors treated 4,000 cases of cholera. A court heard 300 cases.", [("4,000 cases", "affected"), ("300 cases", "other")]),
        ("Two officials were arrested.", [("Two officials", "arrested")]),
        ("The landslide buried 12 houses.", [("12 houses", "other")]),
    ],
)  # fmt: skip
def test_a_number_is_a_figure_where_its_place_in_the_sentence_says_that_it_counts(article, rows):
    assert columns(article, "what") == rows
