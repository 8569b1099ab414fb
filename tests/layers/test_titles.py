"""Holders of offices: "the president" is whoever held the office of the article's country on its day, else nobody known."""

from datetime import date

import pytest

import reportedly
from layers.test_actors import actors, facts, names

# The US president met the envoys on Monday.
ADJECTIVE = """
The the DET/DT det 3 | US US PROPN/NNP compound 3 | president president NOUN/NN nsubj 4 | met meet VERB/VBD ROOT 0 |
the the DET/DT det 6 | envoys envoy NOUN/NNS dobj 4 | on on ADP/IN prep 4 | Monday_ Monday PROPN/NNP pobj 7 |
. . PUNCT/. punct 4 | @ GPE 2 2"""
# France closed its border. The president rejected the plan.
HOME = """
France France PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

The the DET/DT det 2 | president president NOUN/NN nsubj 3 | rejected reject VERB/VBD ROOT 0 | the the DET/DT det 5 |
plan_ plan NOUN/NN dobj 3 | . . PUNCT/. punct 3"""
# France and Germany closed the border. The president rejected the plan.
TWO_LANDS = """
France France PROPN/NNP nsubj 4 | and and CCONJ/CC cc 1 | Germany Germany PROPN/NNP conj 1 |
closed close VERB/VBD ROOT 0 | the the DET/DT det 6 | border_ border NOUN/NN dobj 4 | . . PUNCT/. punct 4 |
@ GPE 1 1 | @ GPE 3 3

The the DET/DT det 2 | president president NOUN/NN nsubj 3 | rejected reject VERB/VBD ROOT 0 | the the DET/DT det 5 |
plan_ plan NOUN/NN dobj 3 | . . PUNCT/. punct 3"""
# Britain closed its border. The prime minister rejected the plan.
MINISTER = """
Britain Britain PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

The the DET/DT det 3 | prime prime ADJ/JJ amod 3 | minister minister NOUN/NN nsubj 4 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 6 | plan_ plan NOUN/NN dobj 4 | . . PUNCT/. punct 4"""
# France closed its border. The former president rejected the plan.
FORMER = """
France France PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

The the DET/DT det 3 | former former ADJ/JJ amod 3 | president president NOUN/NN nsubj 4 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 6 | plan_ plan NOUN/NN dobj 4 | . . PUNCT/. punct 4"""
# Germany's chancellor met France's president.
OWNERS = """
Germany_ Germany PROPN/NNP poss 3 | 's 's PART/POS case 1 | chancellor chancellor NOUN/NN nsubj 4 |
met meet VERB/VBD ROOT 0 | France_ France PROPN/NNP poss 7 | 's 's PART/POS case 5 |
president_ president NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ GPE 1 1 | @ GPE 5 5"""
# The president of France met the envoys on Monday.
OF_FRANCE = """
The the DET/DT det 2 | president president NOUN/NN nsubj 5 | of of ADP/IN prep 2 | France France PROPN/NNP pobj 3 |
met meet VERB/VBD ROOT 0 | the the DET/DT det 7 | envoys envoy NOUN/NNS dobj 5 | on on ADP/IN prep 5 |
Monday_ Monday PROPN/NNP pobj 8 | . . PUNCT/. punct 5 | @ GPE 4 4"""
# France closed its border. The president of Sorvia rejected the plan.
OF_SORVIA = """
France France PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

The the DET/DT det 2 | president president NOUN/NN nsubj 5 | of of ADP/IN prep 2 | Sorvia Sorvia PROPN/NNP pobj 3 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 7 | plan_ plan NOUN/NN dobj 5 | . . PUNCT/. punct 5 | @ GPE 4 4"""
# France closed its border. The president of the union rejected the plan.
OF_UNION = """
France France PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

The the DET/DT det 2 | president president NOUN/NN nsubj 6 | of of ADP/IN prep 2 | the the DET/DT det 5 |
union union NOUN/NN pobj 3 | rejected reject VERB/VBD ROOT 0 | the the DET/DT det 8 | plan_ plan NOUN/NN dobj 6 |
. . PUNCT/. punct 6"""
# France closed its border. The bank's president rejected the plan.
BANK = """
France France PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

The the DET/DT det 2 | bank_ bank NOUN/NN poss 4 | 's 's PART/POS case 2 | president president NOUN/NN nsubj 5 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 7 | plan_ plan NOUN/NN dobj 5 | . . PUNCT/. punct 5"""
# France closed its border. The Sorvian president rejected the plan.
SORVIAN = """
France France PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

The the DET/DT det 3 | Sorvian sorvian ADJ/JJ amod 3 | president president NOUN/NN nsubj 4 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 6 | plan_ plan NOUN/NN dobj 4 | . . PUNCT/. punct 4 |
@ NORP 2 2"""
# Joe Biden met the envoys. The US president rejected the plan.
NAMED = """
Joe Joe PROPN/NNP compound 2 | Biden Biden PROPN/NNP nsubj 3 | met meet VERB/VBD ROOT 0 | the the DET/DT det 5 |
envoys_ envoy NOUN/NNS dobj 3 | . . PUNCT/. punct 3 | @ PERSON 1 2

The the DET/DT det 3 | US US PROPN/NNP compound 3 | president president NOUN/NN nsubj 4 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 6 | plan_ plan NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ GPE 2 2"""
# President Ana Lind met the envoys. The US president rejected the plan.
OTHER = """
President President PROPN/NNP compound 3 | Ana Ana PROPN/NNP compound 3 | Lind Lind PROPN/NNP nsubj 4 |
met meet VERB/VBD ROOT 0 | the the DET/DT det 6 | envoys_ envoy NOUN/NNS dobj 4 | . . PUNCT/. punct 4 | @ PERSON 2 3

The the DET/DT det 3 | US US PROPN/NNP compound 3 | president president NOUN/NN nsubj 4 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 6 | plan_ plan NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ GPE 2 2"""
MAY_2015 = date(2015, 5, 10)


def persons(sentences, day):
    """What each person of the registry is called, by the name."""
    rows = actors(sentences, published=day).values()
    return {row.name: names(sentences, row) for row in rows if (row.registry or "").startswith("person:")}


@pytest.mark.parametrize(("day", "holder"), [(date(2022, 3, 10), "Joe Biden"), (date(2019, 3, 10), "Donald Trump")])
def test_the_president_of_a_country_is_who_held_the_office_on_the_day(day, holder):
    assert persons(ADJECTIVE, day) == {holder: ["The US president", "US president"]}
    assert facts(actors(ADJECTIVE, published=day)[holder]) == ("person", "USA", "GOV")


def test_without_a_day_there_is_no_holder():
    row = actors(ADJECTIVE)["US president"]
    assert facts(row) == ("unnamed", "USA", "GOV")
    assert row.registry is None


def test_a_president_without_a_country_is_that_of_the_articles():
    assert persons(HOME, MAY_2015) == {"François Hollande": ["The president", "president"]}
    assert persons(HOME.replace("France", "Russia"), MAY_2015) == {"Vladimir Putin": ["The president", "president"]}


def test_of_two_countries_none_is_the_articles():
    assert persons(TWO_LANDS, MAY_2015) == {}


def test_a_land_that_no_list_has_has_no_known_president():
    assert persons(HOME.replace("France", "Sorvia"), MAY_2015) == {}


def test_an_office_of_two_words_is_no_other():
    assert list(persons(MINISTER, date(2017, 5, 10))) == ["Theresa May"]
    foreign = MINISTER.replace("prime prime", "foreign foreign")
    assert list(persons(foreign, date(2017, 5, 10))) == ["Boris Johnson"]


def test_an_owner_says_the_country():
    assert list(persons(OWNERS, MAY_2015)) == ["Angela Merkel", "François Hollande"]
    assert "The president of France" in persons(OF_FRANCE, MAY_2015)["François Hollande"]


@pytest.mark.parametrize("word", ["former", "deputy", "acting", "provincial", "party", "ex"])
def test_one_who_does_not_hold_the_office_is_not_the_holder(word):
    assert persons(FORMER.replace("former former", f"{word} {word}"), MAY_2015) == {}


def test_a_president_and_presidents_are_not_the_holder():
    assert persons(HOME.replace("The the", "A a"), MAY_2015) == {}
    assert persons(HOME.replace("president president NOUN/NN", "presidents president NOUN/NNS"), MAY_2015) == {}


def test_in_a_month_of_change_nobody_is_the_holder():
    assert persons(HOME, date(2017, 5, 10)) == {}


def test_the_holder_whom_the_article_names_is_one_actor():
    assert persons(NAMED, date(2022, 3, 10)) == {"Joe Biden": ["Joe Biden", "The US president", "US president"]}


def test_a_president_of_that_name_is_not_the_one_of_another_country():
    found = actors(OTHER, published=date(2022, 3, 10))
    assert names(OTHER, found["Ana Lind"]) == ["President Ana Lind", "Ana Lind"]
    assert names(OTHER, found["Joe Biden"]) == ["The US president", "US president"]


@pytest.mark.parametrize("sentence", [OF_SORVIA, OF_UNION, BANK, SORVIAN])
def test_the_president_of_another_land_or_body_is_not_the_holder(sentence):
    assert persons(sentence, MAY_2015) == {}


def test_a_whole_article_gives_the_holder_as_the_speaker():
    text = "France closed its border on Monday. The president said the talks had failed."
    record = reportedly.read(text, published=MAY_2015)
    (row,) = record.attributions
    assert row.chain == ("outlet", "François Hollande")
    assert reportedly.read(text).attributions[0].chain == ("outlet", "president")


def test_a_government_that_an_international_body_backs_is_an_actor_of_its_own():
    record = reportedly.read(
        "Two citizens of Varn were released by the U.N.-backed government on Thursday, officials said.\n"
    )
    assert "U.N.-backed government" in [a.name for a in record.actors]
