"""How each reader of numerals takes an invented phrase: its words and the range that they allow."""

from fractions import Fraction

import pytest
from counted_phrases import counted

from plain import plain
from reportedly.layers.quantities.digits import digits, plain_digits, points_group
from reportedly.layers.quantities.find import quantities
from reportedly.layers.quantities.loose import loose, part_of_scale, several
from reportedly.layers.quantities.numerals import numeral_at
from reportedly.layers.quantities.ranges import ranged

NONE = None


# Digits, and the style of points that an article shows.


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("7", 7),
        ("0", 0),
        ("1600", 1600),
        ("1,600", 1600),
        ("12,34,567", 1234567),
        ("1.250.000", 1250000),
        ("2.5", Fraction(5, 2)),
        ("0.125", Fraction(1, 8)),
        ("1.2345", Fraction(12345, 10000)),
        ("12½", Fraction(25, 2)),
        ("٣٥", 35),
    ],
)
def test_digits_have_one_value(word, value):
    assert digits(word) == value


@pytest.mark.parametrize("word", ["12.500", "1,23", "1,2345", "007", "٣5", "1.25.000", "5-", "", "1234567890123456789"])
def test_digits_that_can_be_read_in_two_ways_or_none_have_no_value(word):
    assert digits(word) is None


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("It gave 1.250.000 crowns to 12.500 people.", True),
        ("It gave 12.500 crowns to 40 people.", False),
        ("It gave 1.250.000 crowns, or 3.25 each, to 12.500 people.", False),
        ("It gave 1.250.000 crowns to 12,500 people.", False),
    ],
)
def test_only_a_number_with_two_points_and_nothing_against_it_shows_an_articles_style(text, groups):
    assert points_group(text.removesuffix(".").split()) is groups


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They gave 1.250.000 crowns. Then 12.500 people fled.", 12500),
        ("They gave 1.250.000 crowns. Then 3,5 million people fled.", 3500000),
        ("They gave 1,250,000 crowns. Then 12.500 people fled.", NONE),
        ("They gave 3.25 crowns. Then 12.500 people fled.", NONE),
    ],
)
def test_an_articles_style_of_points_settles_its_other_numbers(text, value):
    _, analysis = plain(text)
    assert quantities(analysis)[-1].low == value


@pytest.mark.parametrize(
    ("word", "plainly"), [("12.500", "12500"), ("1.250.000", "1250000"), ("3,5", "3.5"), ("40", "40"), ("at", "at")]
)
def test_a_number_grouped_by_points_is_rewritten_without_them(word, plainly):
    assert plain_digits(word) == plainly


# Words for numbers.


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("one and a half million guards", 1500000),
        ("two and a half million guards", 2500000),
        ("a half-dozen guards", 6),
        ("half a million guards", 500000),
        ("a quarter of a million guards", 250000),
        ("three quarters of a million guards", 750000),
        ("three-quarters of a million guards", 750000),
        ("two thirds of a million guards", Fraction(2000000, 3)),
        ("one and a quarter million guards", 1250000),
        ("two and three-quarters million guards", 2750000),
        ("2 1/2 million guards", 2500000),
        ("a thousand million guards", 1000000000),
        ("5 hundred thousand guards", 500000),
        ("a million dozen guards", 12000000),
        ("five thousand two million guards", NONE),
        ("one thousand two million million guards", NONE),
        ("another dozen guards", 12),
        ("two million three hundred thousand guards", 2300000),
        ("some 5k guards", 5000),
        ("1.234 million guards", 1234000),
    ],
)
def test_a_part_of_a_scale_is_a_number(phrase, value):
    assert counted(phrase) == [(phrase, value, value)]


def test_words_that_are_no_numeral_give_none():
    assert [numeral_at([w], 0) for w in ("guards", "half", "and", "tens")] == [None] * 4


# Ranges.


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("60-100 guards", 60, 100),
        ("60–100 guards", 60, 100),
        ("60 to 100 guards", 60, 100),
        ("between 60 and 100 guards", 60, 100),
        ("from 60 to 100 guards", 60, 100),
        ("two or three guards", 2, 3),
        ("30, perhaps 35 guards", 30, 35),
        ("at least 15 and possibly as many as 20 guards", 15, 20),
        ("more than 100 but fewer than 150 guards", 100, 150),
        ("2 to 3 million guards", 2000000, 3000000),
        ("15 to 18 thousand guards", 15000, 18000),
        ("two to three million guards", 2000000, 3000000),
        ("35 (thirty-five) guards", 35, 35),
    ],
)
def test_two_numerals_make_one_range(phrase, low, high):
    assert counted(phrase) == [(phrase, low, high)]


@pytest.mark.parametrize(
    "phrase",
    ["35 (thirty-six) guards", "between 40 and 35 guards", "2-3,000 guards", "5 to 900 guards", "two to 3,000 guards"],
    ids=["said twice and not the same", "inverted", "too wide, joined", "too wide", "too wide, in words"],
)
def test_a_range_that_contradicts_itself_has_its_words_and_no_value(phrase):
    assert counted(phrase) == [(phrase, NONE, NONE)]


@pytest.mark.parametrize(
    "phrase",
    ["10 or 500 guards", "up from 30 to 45 guards", "a sum raised by 30 to 45 guards"],
    ids=["too far apart for an or", "a change", "a change by the first"],
)
def test_two_numerals_that_are_no_range_are_two_numbers(phrase):
    assert len(counted(phrase)) == 2


def test_a_number_alone_is_no_range():
    words = ["40", "guards", "and", "wardens"]
    assert ranged(words, words, numeral_at(words, 0), money=False, changes=False) is None


# Loose words.


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("a couple of guards", 2, 3),
        ("a handful of guards", 3, NONE),
        ("a mere handful of guards", 3, NONE),
        ("a few guards", 3, NONE),
        ("several guards", 3, NONE),
        ("several dozen guards", 24, 99),
        ("several hundred thousand guards", 200000, 1999999),
        ("a few million guards", 2000000, 19999999),
        ("dozens, perhaps hundreds of guards", 24, 1999),
        ("scores or even hundreds of guards", 40, 1999),
        ("thousands and thousands of guards", 2000, 19999),
        ("double-digit guards", 10, 99),
        ("triple digits", 100, 999),
        ("the low hundreds of guards", 100, 399),
        ("the mid-thousands of guards", 4000, 6999),
        ("the high thousands of guards", 7000, 9999),
        ("a trio of guards", 3, 3),
        ("the quartet", 4, 4),
    ],
)
def test_loose_words_have_the_range_of_the_manual(phrase, low, high):
    (words, *bounds), *others = counted(phrase)
    assert (phrase.endswith(words), bounds, others) == (True, [low, high], [])


def test_tens_of_people_are_a_few_times_ten():
    assert counted("tens of guards") == [("tens of guards", 20, 99)]
    assert counted("the tens") == []


@pytest.mark.parametrize("reader", [several, loose, part_of_scale])
@pytest.mark.parametrize("words", ["several hundred", "a couple of", "low hundreds", "forty"])
def test_each_reader_of_loose_words_takes_its_own_and_leaves_the_rest(reader, words):
    own = {several: "several hundred", loose: "a couple of", part_of_scale: "low hundreds"}
    assert (reader([*words.split(), "guards"], 0) is not None) is (own[reader] == words)
