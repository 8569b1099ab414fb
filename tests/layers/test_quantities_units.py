"""Quantities that are more than a numeral: groups of people, lengths, money, shares, nobody, and what stands around a number."""

from fractions import Fraction

import pytest
from counted_phrases import counted, measured

from notation import build
from plain import plain
from reportedly.layers.quantities.bounds import LONGEST
from reportedly.layers.quantities.digits import tables
from reportedly.layers.quantities.find import quantities
from reportedly.layers.quantities.groups import group_at, is_person
from reportedly.layers.quantities.units import singular

NONE = None


# Groups of people.


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("a mother and her four children", 5),
        ("a father with his two sons", 3),
        ("a couple and their two daughters", 4),
        ("a father , his wife and their two sons", 4),
        ("a teacher and two of her pupils", 3),
        ("a family of six", 6),
        ("a crew of nine", 9),
        ("at least a family of six", 6),
        ("a team of 12", 12),
    ],
)
def test_people_who_are_counted_in_words_are_one_number(phrase, count):
    rows = counted(phrase)
    assert [(w, low) for w, low, _ in rows] == [(phrase, count)]


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ("a mother and her children", []),
        ("a truck and its two drivers", [2]),
        ("a family of six guards", [6]),
        ("a pile of nine", [9]),
        ("a driver and two of the pupils", [2]),
    ],
    ids=["without a number", "a thing", "six are the guards", "no body of people", "nobody's pupils"],
)
def test_others_are_no_group(phrase, numbers):
    assert [low for _, low, _ in counted(phrase)] == numbers
    _, analysis = plain(f"Then {phrase} fled.")
    assert group_at(analysis, 1, len(analysis.tokens)) is None


FIVE_AND_ONE = """
Five  five  NUM/CD  nummod  2
{people}  {people}  {tag}  nsubjpass  7
and  and  CCONJ/CC  cc  2
a  a  DET/DT  det  5
{one}  {one}  {one_tag}  conj  2
were  be  AUX/VBD  auxpass  7
hurt_  hurt  VERB/VBN  ROOT  0
.  .  PUNCT/.  punct  7
"""


@pytest.mark.parametrize(
    ("people", "one", "counts"),
    [
        ("guards", "driver", [5, 1]),
        ("Norwegians", "Dane", [5, 1]),
        ("guards", "truck", [5]),
        ("trucks", "driver", [5]),
    ],
)
def test_one_who_stands_beside_those_counted_is_counted_too(people, one, counts):
    tags = ["PROPN/NNPS" if people[0].isupper() else "NOUN/NNS", "PROPN/NNP" if one[0].isupper() else "NOUN/NN"]
    analysis, _ = build(FIVE_AND_ONE.format(people=people, tag=tags[0], one=one, one_tag=tags[1]))
    assert [q.low for q in quantities(analysis)] == counts


@pytest.mark.parametrize(
    ("word", "person"),
    [("carpenters", True), ("cyclists", True), ("helicopters", False), ("numbers", False), ("stones", False)],
)
def test_endings_tell_people_from_things(word, person):
    _, analysis = plain(word)
    assert is_person(analysis.tokens[0]) is person


# Lengths, money, shares.


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("It lasted a year and a half.", (Fraction(3, 2), "year")),
        ("It lasted two and a half years.", (Fraction(5, 2), "year")),
        ("It lasted for a decade.", (1, "decade")),
        ("It lasted half an hour.", (Fraction(1, 2), "hour")),
        ("It lasted a fortnight.", (2, "week")),
        ("It lasted two fortnights.", (4, "week")),
        ("It lasted a 42-day phase.", (42, "day")),
        ("It lasted two years and three months.", (27, "month")),
        ("It lasted one week and three days.", (10, "day")),
    ],
)
def test_a_length_is_told_in_its_smaller_unit(sentence, length):
    low, high, unit = measured(sentence)[0]
    assert (low, high, unit) == (length[0], *length)


def test_a_length_that_runs_from_one_unit_to_another_is_a_range_in_the_first():
    assert measured("It lasted 18 months to two years.")[0] == (18, 24, "month")


@pytest.mark.parametrize("length", ["two years and three months", "18 months to two years"])
def test_a_length_in_two_units_is_one_quantity(length):
    assert len(measured(f"It lasted {length}.")) == 1


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [("It lasted three days and 40 people left.", [3, 40]), ("It lasted two days and 40 years passed.", [2, 40])],
)
def test_what_is_no_smaller_unit_is_a_second_number(sentence, numbers):
    assert [low for low, _, _ in measured(sentence)] == numbers


@pytest.mark.parametrize(
    ("words", "value", "code"),
    [
        ("N60m", 60000000, "NGN"),
        ("Dh20 million", 20000000, "AED"),
        ("Rs5 crore", 50000000, "money"),
        ("US$40", 40, "USD"),
        ("$3.6 bln", 3600000000, "USD"),
        ("3.6 bln yen", 3600000000, "JPY"),
        ("12.4M euros", 12400000, "EUR"),
        ("30 cents", Fraction(3, 10), "USD"),
        ("50 billion won", 50000000000, "KRW"),
        ("two million rand", 2000000, "ZAR"),
        ("two lakh crore rupees", 2000000000000, "money"),
        ("40 million crowns", 40000000, "money"),
    ],
)
def test_a_sum_has_its_value_and_its_currency_where_the_words_settle_it(words, value, code):
    assert measured(f"They paid {words}.") == [(value, value, code)]


def test_a_word_that_is_money_behind_a_scale_alone_is_none_behind_a_small_number():
    assert [unit for _, _, unit in measured("Only 40 won seats.")] == [""]


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("one half of the guards", 50, "percent"),
        ("eight tenths of the guards", 80, "percent"),
        ("half of one percent of the guards", Fraction(1, 2), "percent"),
        ("a tenth of a percent", Fraction(1, 10), "percent"),
        ("half a percent", Fraction(1, 2), "percent"),
        ("three quarters of an hour", Fraction(3, 4), "hour"),
    ],
)
def test_a_part_of_a_part_or_of_a_length_has_its_value(words, value, unit):
    assert measured(f"They lost {words}.") == [(value, value, unit)]


@pytest.mark.parametrize("text", ["They held 12 or more", "They held 12 or so", "They held 12 or more. Two fled."])
def test_a_bound_at_the_end_of_a_text_or_sentence_ends_there(text):
    _, analysis = plain(text)
    assert quantities(analysis)[0].end == 5


def test_a_part_of_a_distance_is_no_quantity():
    assert measured("They walked two-thirds of a mile.") == []


@pytest.mark.parametrize("words", ["as many as 20 or more", "at least up to 50", "at least 30 or fewer"])
def test_one_number_bounded_from_both_sides_has_no_value(words):
    assert [(low, high) for low, high, _ in measured(f"They freed {words} guards.")] == [(None, None)]


@pytest.mark.parametrize("words", ["the N60", "R5", "30 pounds of flour"], ids=["a road", "a rule", "a weight"])
def test_a_letter_before_a_small_number_and_a_weight_are_no_money(words):
    assert [unit for _, _, unit in measured(f"They took {words}.") if unit] == []


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("€30-40 million", 30000000, 40000000), ("$25 to $50", 25, 50), ("$2 million to $3 million", 2000000, 3000000)],
)
def test_a_range_of_money_carries_its_scale(words, low, high):
    assert [(least, most) for least, most, _ in measured(f"They paid {words}.")] == [(low, high)]


@pytest.mark.parametrize(
    ("phrase", "share"),
    [
        ("one in ten guards", 10),
        ("one in three guards", 33),
        ("one in eight guards", Fraction(25, 2)),
        ("two in five guards", 40),
        ("two out of every five guards", 40),
        ("two thirds of guards", 67),
        ("two-thirds of guards", 67),
        ("three quarters of guards", 75),
        ("half of guards", 50),
        ("half the guards", 50),
        ("1/3 of guards", 33),
        ("½ of guards", 50),
        ("60 percent of guards", 60),
    ],
)
def test_a_share_is_in_hundredths(phrase, share):
    assert [(low, high, unit) for low, high, unit in measured(f"Then {phrase} fled.")] == [(share, share, "percent")]


@pytest.mark.parametrize("phrase", ["the first half", "the other half of it", "7/12 of guards", "five in the morning"])
def test_what_is_no_share_of_a_ledger_is_none(phrase):
    assert [u for *_, u in measured(f"Then {phrase} fled.") if u == "percent"] == []


@pytest.mark.parametrize("share", ["12 %", "12 percent"])
def test_a_share_may_end_the_text(share):
    document, analysis = plain(f"They lost {share}")
    assert [document.words((analysis.span(q.first, q.stop),)) for q in quantities(analysis)] == [share]


# Nobody, torn numbers, and what stands around a number.


@pytest.mark.parametrize(
    "phrase",
    ["none of the guards", "nobody", "no one", "not a single guard", "not one guard", "no guards", "no Norwegians"],
)
def test_words_for_nobody_are_nought(phrase):
    assert [(low, high) for _, low, high in counted(phrase)] == [(0, 0)]


@pytest.mark.parametrize("phrase", ["no schools", "no way", "no trucks"])
def test_no_before_what_is_not_counted_in_people_hurt_is_no_number(phrase):
    assert [low for _, low, _ in counted(phrase) if low == 0] == []


TORN = """
Then  then  ADV/RB  advmod  2
fled  flee  VERB/VBD  ROOT  0
1_  1  NUM/CD  dobj  2
,  ,  PUNCT/,  punct  2
{gap}
{rest}  {rest}  NUM/CD  nummod  {at}
people  people  NOUN/NNS  dep  {up}
"""


@pytest.mark.parametrize(("gap", "rest", "values"), [("", "600", [NONE, NONE]), ("", "60", [1, 60])])
def test_a_number_that_a_line_breaks_at_its_comma_has_no_value(gap, rest, values):
    analysis, _ = build(TORN.format(gap=gap, rest=rest, at=2, up=0))
    assert [q.low for q in quantities(analysis)] == values


@pytest.mark.parametrize(
    ("phrase", "low", "high", "approximate"),
    [
        ("~40 guards", 40, 40, True),
        ("40-odd guards", 40, 40, True),
        ("40 or so guards", 40, 40, True),
        ("just over 40 guards", 40, NONE, True),
        ("40+ guards", 40, NONE, False),
        ("40 or more guards", 40, NONE, False),
        ("at the very least, 18 guards", 18, NONE, False),
        ("a total of 18 guards", 18, 18, False),
    ],
)
def test_what_stands_around_a_number_bounds_it(phrase, low, high, approximate):
    _, analysis = plain(f"Then {phrase} fled.")
    assert [(q.low, q.high, q.approximate) for q in quantities(analysis)] == [(low, high, approximate)]


def test_no_bound_is_longer_than_the_reader_looks():
    assert max(len(p.split()) for words in tables()["bounds"].values() for p in words) <= LONGEST


@pytest.mark.parametrize(
    ("word", "one"),
    [("children", "child"), ("guards", "guard"), ("class", "class"), ("bus", "bus"), ("crisis", "crisis")],
)
def test_plurals_are_looked_up_in_the_singular(word, one):
    assert singular(word) == one
