"""What a quantity's words allow: phrases with their low and high, read without a parse."""

import pytest

from plain import plain
from reportedly.layers.quantities.find import quantities

NONE = None
PHRASES = [
    # exact, in digits, words and mixtures
    ("15 children", 15, 15),
    ("1,600 people", 1600, 1600),
    ("1,234,567 people", 1234567, 1234567),
    ("12,34,567 voters", 1234567, 1234567),
    ("0 prisoners", 0, 0),
    ("seven soldiers", 7, 7),
    ("twenty-two captives", 22, 22),
    ("twenty two captives", 22, 22),
    ("two hundred villagers", 200, 200),
    ("two hundred and six villagers", 206, 206),
    ("one hundred and sixty four miners", 164, 164),
    ("three thousand troops", 3000, 3000),
    ("a hundred families", 100, 100),
    ("a dozen gunmen", 12, 12),
    ("half a dozen gunmen", 6, 6),
    ("two dozen gunmen", 24, 24),
    ("half a million refugees", 500000, 500000),
    ("1.9 million refugees", 1900000, 1900000),
    ("135 thousand civilians", 135000, 135000),
    ("one and a half million refugees", 1500000, 1500000),
    ("2.5 billion people", 2500000000, 2500000000),
    ("1.718 million people", 1718000, 1718000),
    # bounds below and above
    ("at least 15 children", 15, NONE),
    ("more than 1,600 civilians", 1600, NONE),
    ("over 5,000 people", 5000, NONE),
    ("no fewer than 30 people", 30, NONE),
    ("not less than 30 people", 30, NONE),
    ("upwards of 300 people", 300, NONE),
    ("in excess of 300 people", 300, NONE),
    ("a minimum of 12 people", 12, NONE),
    ("more than a dozen people", 12, NONE),
    ("well over 100 people", 100, NONE),
    ("just over 100 people", 100, NONE),
    ("at least half a million people", 500000, NONE),
    ("at least an estimated 40 people", 40, NONE),
    ("up to 24 civilians", NONE, 24),
    ("as many as 300 militants", NONE, 300),
    ("no more than 10 guards", NONE, 10),
    ("fewer than 50 rebels", NONE, 50),
    ("less than 50 rebels", NONE, 50),
    ("at most 50 rebels", NONE, 50),
    ("under 200 people", NONE, 200),
    ("20 or more people", 20, NONE),
    # rough
    ("about 150,000 people", 150000, 150000),
    ("roughly 48,000 people", 48000, 48000),
    ("an estimated 5,000 people", 5000, 5000),
    ("some 400 civilians", 400, 400),
    ("nearly 200 soldiers", 200, 200),
    ("almost 200 soldiers", 200, 200),
    ("some two dozen soldiers", 24, 24),
    ("close to 90 people", 90, 90),
    ("around 700 students", 700, 700),
    # ranges
    ("between 35 and 40 people", 35, 40),
    ("between twenty and thirty people", 20, 30),
    ("300 to 500 fighters", 300, 500),
    ("two or three gunmen", 2, 3),
    ("15 to 18 million people", 15000000, 18000000),
    ("between 20,000 and 30,000 militants", 20000, 30000),
    # without a number
    ("dozens of people", 24, 99),
    ("scores of people", 40, 199),
    ("hundreds of people", 200, 1999),
    ("thousands of people", 2000, 19999),
    ("tens of thousands of people", 20000, 199999),
    ("hundreds of thousands of people", 200000, 1999999),
    ("millions of people", 2000000, 19999999),
    ("hundreds of millions of people", 200000000, 1999999999),
    ("dozens if not hundreds of people", 24, 1999),
    ("several people", 3, NONE),
    ("several hundred people", 200, 1999),
    ("a few thousand people", 2000, 19999),
    ("none of the prisoners", 0, 0),
    ("no reported casualties", 0, 0),
    # shares
    ("90 percent of the population", 90, 90),
    ("90% of the population", 90, 90),
    ("about half of the population", 50, 50),
    ("more than a third of the population", 33, NONE),
    ("two-thirds of the population", 67, 67),
    ("one in a quarter of the districts", 25, 25),
    # money and time
    ("$5 million", 5000000, 5000000),
    ("$944m", 944000000, 944000000),
    ("€30,000", 30000, 30000),
    ("up to $250,000", NONE, 250000),
    ("$25 to $50", 25, 50),
    ("100 million yen", 100000000, 100000000),
    ("three days", 3, 3),
    ("the past four months", 4, 4),
    ("at least 72 hours", 72, NONE),
    # in two ways, glued to something, or in a way that is not known: the words and no value
    ("12.500 people", NONE, NONE),
    ("-5 people", NONE, NONE),
    ("35[1] people", NONE, NONE),
    ("35* people", NONE, NONE),
    ("35¹ people", NONE, NONE),
    ("1,23 people", NONE, NONE),
    ("10 000 people", NONE, NONE),
]


@pytest.mark.parametrize(("phrase", "low", "high"), PHRASES, ids=[p[0] for p in PHRASES])
def test_a_phrase_has_the_range_that_its_words_allow(phrase, low, high):
    _, analysis = plain(f"Officials counted {phrase} there.")
    found = quantities(analysis)
    assert [(q.low, q.high) for q in found][-1:] == [(low, high)]


@pytest.mark.parametrize(
    "phrase",
    [
        "about 15 people",
        "nearly a dozen people",
        "some 400 people",
        "an estimated 5,000 people",
    ],
)
def test_rough_words_make_a_figure_approximate(phrase):
    _, analysis = plain(f"Officials counted {phrase} there.")
    assert [q.approximate for q in quantities(analysis)] == [True]


@pytest.mark.parametrize(
    "phrase", ["15 people", "at least 15 people", "up to 15 people", "dozens of people", "exactly 15 people"]
)
def test_a_bound_is_not_roughness(phrase):
    _, analysis = plain(f"Officials counted {phrase} there.")
    assert [q.approximate for q in quantities(analysis)] == [False]


@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("$5 million", "USD"),
        ("£20", "GBP"),
        ("100 million yen", "JPY"),
        ("2,000 Kenyan shillings", "KES"),
        ("40 pct", "percent"),
        ("three weeks", "week"),
    ],
)
def test_a_unit_is_named_where_the_words_settle_it(phrase, unit):
    _, analysis = plain(f"Officials counted {phrase} there.")
    assert [q.unit for q in quantities(analysis)] == [unit]


@pytest.mark.parametrize(
    "phrase",
    ["911 calls", "a B-52 bomber", "the 3rd battalion", "a 155mm shell", "the second man", "one of the men", "the G20"],
)
def test_a_number_in_a_name_or_an_order_is_no_quantity(phrase):
    _, analysis = plain(f"Officials counted {phrase} there.")
    assert quantities(analysis) == []
