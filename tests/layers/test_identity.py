"""`Actor.identity`: one id for a person in every article, where whole name, country and part are known; else none."""

from datetime import date

import pytest

from layers.test_actors import actors

# French minister Ana Lind met the union.
MINISTER = """
French french ADJ/JJ amod 2 | minister minister NOUN/NN compound 4 | Ana Ana PROPN/NNP compound 4 |
Lind Lind PROPN/NNP nsubj 5 | met meet VERB/VBD ROOT 0 | the the DET/DT det 7 | union_ union NOUN/NN dobj 5 |
. . PUNCT/. punct 5 | @ NORP 1 1 | @ PERSON 3 4"""
# Russian minister Sergei Petkovich met the union.
# Minister Ana Lind met the union.
BARE = """
Minister Minister PROPN/NNP compound 3 | Ana Ana PROPN/NNP compound 3 | Lind Lind PROPN/NNP nsubj 4 |
met meet VERB/VBD ROOT 0 | the the DET/DT det 6 | union_ union NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ PERSON 2 3"""
# French minister Lind met the union.
LONE = """
French french ADJ/JJ amod 2 | minister minister NOUN/NN compound 3 | Lind Lind PROPN/NNP nsubj 4 |
met meet VERB/VBD ROOT 0 | the the DET/DT det 6 | union_ union NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ NORP 1 1 |
@ PERSON 3 3"""
# The French minister met the union.
NO_NAME = """
The the DET/DT det 3 | French french ADJ/JJ amod 3 | minister minister NOUN/NN nsubj 4 | met meet VERB/VBD ROOT 0 |
the the DET/DT det 6 | union_ union NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ NORP 2 2"""
# The French ministry met the union.
MINISTRY = """
The the DET/DT det 3 | French french ADJ/JJ amod 3 | ministry ministry NOUN/NN nsubj 4 | met meet VERB/VBD ROOT 0 |
the the DET/DT det 6 | union_ union NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ NORP 2 2"""
# Joe Biden met the union.
KNOWN = """
Joe Joe PROPN/NNP compound 2 | Biden Biden PROPN/NNP nsubj 3 | met meet VERB/VBD ROOT 0 | the the DET/DT det 5 |
union_ union NOUN/NN dobj 3 | . . PUNCT/. punct 3 | @ PERSON 1 2"""
# NATO met the union.
NATO = """
NATO NATO PROPN/NNP nsubj 2 | met meet VERB/VBD ROOT 0 | the the DET/DT det 4 | union_ union NOUN/NN dobj 2 |
. . PUNCT/. punct 2 | @ ORG 1 1"""


def identity(sentences, **metadata):
    """The identity of the article's first actor."""
    return next(iter(actors(sentences, **metadata).values())).identity


def test_a_whole_name_with_country_and_part_is_one_id():
    assert identity(MINISTER) == "name:ana-lind:FRA:GOV"


def test_two_articles_give_one_person_one_id_whatever_the_accents():
    assert identity(MINISTER.replace("Ana Ana", "Ána Ána")) == identity(MINISTER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ana Ana", "Anna Anna"), ("Lind Lind", "Lindt Lindt"), ("minister minister", "lawmaker lawmaker"),
        ("French french", "German german"),
    ],
)  # fmt: skip
def test_another_spelling_part_or_country_is_another_person(old, new):
    changed = MINISTER.replace(old, new)
    assert changed != MINISTER
    assert identity(changed) is not None
    assert identity(changed) != identity(MINISTER)


@pytest.mark.parametrize("sentence", [BARE, LONE, NO_NAME, MINISTRY])
def test_without_country_whole_name_or_a_name_at_all_there_is_none(sentence):
    assert identity(sentence) is None


def test_what_the_registry_knows_has_the_registrys_id():
    found = actors(KNOWN, published=date(2022, 3, 10))["Joe Biden"]
    assert found.identity == found.registry == "person:joe_biden"
    assert identity(NATO) == actors(NATO)["NATO"].registry == "org:nato"
