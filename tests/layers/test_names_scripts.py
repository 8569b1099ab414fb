"""Names as news prints them: in another script behind their Latin spelling, in capitals, alike to a place's, alone."""

from datetime import date

import pytest

from layers.test_actors import actors, facts, names

# Ivan Petkov (Иван Петков) met the rebels on Monday.
CYRILLIC = """
Ivan Ivan PROPN/NNP compound 2 | Petkov Petkov PROPN/NNP nsubj 7 | (_ ( PUNCT/-LRB- punct 2 |
Иван Иван PROPN/NNP compound 5 | Петков_ Петков PROPN/NNP appos 2 | ) ) PUNCT/-RRB- punct 2 |
met meet VERB/VBD ROOT 0 | the the DET/DT det 9 | rebels rebel NOUN/NNS dobj 7 | on on ADP/IN prep 7 |
Monday_ Monday PROPN/NNP pobj 10 | . . PUNCT/. punct 7 | @ PERSON 1 2 | @ PERSON 5 5"""
# On Monday Sami Haddad (سامي حداد) met the rebels.
ARABIC = """
On on ADP/IN prep 9 | Monday Monday PROPN/NNP pobj 1 | Sami Sami PROPN/NNP compound 4 |
Haddad Haddad PROPN/NNP nsubj 9 | (_ ( PUNCT/-LRB- punct 7 | سامي سامي PROPN/NNP compound 7 |
حداد_ حداد NOUN/NN appos 4 | ) ) PUNCT/-RRB- punct 7 | met meet VERB/VBD ROOT 0 | the the DET/DT det 11 |
rebels_ rebel NOUN/NNS dobj 9 | . . PUNCT/. punct 9 | @ PERSON 3 4 | @ PERSON 6 7"""
# The talks in the valley began again on Monday. Police met the Kelmar Front (جبهة كلمار) on Tuesday.
BEHIND = """
The the DET/DT det 2 | talks talk NOUN/NNS nsubj 6 | in in ADP/IN prep 2 | the the DET/DT det 5 |
valley valley NOUN/NN pobj 3 | began begin VERB/VBD ROOT 0 | again again ADV/RB advmod 6 | on on ADP/IN prep 6 |
Monday_ Monday PROPN/NNP pobj 8 | . . PUNCT/. punct 6

Police Police NOUN/NNS nsubj 2 | met meet VERB/VBD ROOT 0 | the the DET/DT det 5 |
Kelmar Kelmar PROPN/NNP compound 5 | Front Front PROPN/NNP dobj 2 | (_ ( PUNCT/-LRB- punct 5 |
جبهة جبهة NOUN/NN amod 8 | كلمار_ كلمار NOUN/NN appos 5 | ) ) PUNCT/-RRB- punct 5 | on on ADP/IN prep 2 |
Tuesday_ Tuesday PROPN/NNP pobj 10 | . . PUNCT/. punct 2 | @ ORG 3 5 | @ ORG 7 8"""
# The Kelmar Front (KLF) attacked the convoy.
OPENS = """
The the DET/DT det 3 | Kelmar Kelmar PROPN/NNP compound 3 | Front Front PROPN/NNP nsubj 7 | (_ ( PUNCT/-LRB- punct 3 |
KLF_ KLF PROPN/NNP appos 3 | ) ) PUNCT/-RRB- punct 3 | attacked attack VERB/VBD ROOT 0 | the the DET/DT det 9 |
convoy_ convoy NOUN/NN dobj 7 | . . PUNCT/. punct 7 | @ ORG 1 3 | @ ORG 5 5"""
# Ivan Petkov (Ivo Brun) met the rebels on Monday.
LATIN = """
Ivan Ivan PROPN/NNP compound 2 | Petkov Petkov PROPN/NNP nsubj 7 | (_ ( PUNCT/-LRB- punct 5 |
Ivo Ivo PROPN/NNP compound 5 | Brun_ Brun PROPN/NNP appos 2 | ) ) PUNCT/-RRB- punct 2 | met meet VERB/VBD ROOT 0 |
the the DET/DT det 9 | rebels rebel NOUN/NNS dobj 7 | on on ADP/IN prep 7 | Monday_ Monday PROPN/NNP pobj 10 |
. . PUNCT/. punct 7 | @ PERSON 1 2 | @ PERSON 4 5"""
# Ivan Petkov met Иван Петков on Monday.
NO_BRACKET = """
Ivan Ivan PROPN/NNP compound 2 | Petkov Petkov PROPN/NNP nsubj 3 | met meet VERB/VBD ROOT 0 |
Иван Иван PROPN/NNP compound 5 | Петков Петков PROPN/NNP dobj 3 | on on ADP/IN prep 3 |
Monday_ Monday PROPN/NNP pobj 6 | . . PUNCT/. punct 3 | @ PERSON 1 2 | @ PERSON 4 5"""
# IVAN PETKOV met the rebels. Petkov said the talks had failed.
CAPITALS = """
IVAN IVAN PROPN/NNP compound 2 | PETKOV PETKOV PROPN/NNP nsubj 3 | met meet VERB/VBD ROOT 0 | the the DET/DT det 5 |
rebels_ rebel NOUN/NNS dobj 3 | . . PUNCT/. punct 3 | @ PERSON 1 2

Petkov Petkov PROPN/NNP nsubj 2 | said say VERB/VBD ROOT 0 | the the DET/DT det 4 | talks talk NOUN/NNS nsubj 6 |
had have AUX/VBD aux 6 | failed_ fail VERB/VBN ccomp 2 | . . PUNCT/. punct 2 | @ PERSON 1 1"""
# Paris Lind met the rebels. Lind said the talks had failed.
PARIS = """
Paris Paris PROPN/NNP compound 2 | Lind Lind PROPN/NNP nsubj 3 | met meet VERB/VBD ROOT 0 | the the DET/DT det 5 |
rebels_ rebel NOUN/NNS dobj 3 | . . PUNCT/. punct 3 | @ PERSON 1 2 | @ PERSON 2 2

Lind Lind PROPN/NNP nsubj 2 | said say VERB/VBD ROOT 0 | the the DET/DT det 4 | talks talk NOUN/NNS nsubj 6 |
had have AUX/VBD aux 6 | failed_ fail VERB/VBN ccomp 2 | . . PUNCT/. punct 2 | @ PERSON 1 1"""
# Paris accused Berlin of delay.
CITY = """
Paris Paris PROPN/NNP nsubj 2 | accused accuse VERB/VBD ROOT 0 | Berlin Berlin PROPN/NNP dobj 2 |
of of ADP/IN prep 2 | delay_ delay NOUN/NN pobj 4 | . . PUNCT/. punct 2 | @ GPE 1 1"""
# Michael Jordan met the rebels on Monday.
MICHAEL = """
Michael Michael PROPN/NNP compound 2 | Jordan Jordan PROPN/NNP nsubj 3 | met meet VERB/VBD ROOT 0 |
the the DET/DT det 5 | rebels rebel NOUN/NNS dobj 3 | on on ADP/IN prep 3 | Monday_ Monday PROPN/NNP pobj 6 |
. . PUNCT/. punct 3 | @ PERSON 1 2"""
# The Jordan Times reported that the dam had failed.
TIMES = """
The the DET/DT det 3 | Jordan Jordan PROPN/NNP compound 3 | Times Times PROPN/NNP nsubj 4 |
reported report VERB/VBD ROOT 0 | that that SCONJ/IN mark 9 | the the DET/DT det 7 | dam dam NOUN/NN nsubj 9 |
had have AUX/VBD aux 9 | failed_ fail VERB/VBN ccomp 4 | . . PUNCT/. punct 4 | @ ORG 1 3"""
# Jordan reported that the dam had failed.
JORDAN = """
Jordan Jordan PROPN/NNP nsubj 2 | reported report VERB/VBD ROOT 0 | that that SCONJ/IN mark 7 | the the DET/DT det 5 |
dam dam NOUN/NN nsubj 7 | had have AUX/VBD aux 7 | failed_ fail VERB/VBN ccomp 2 | . . PUNCT/. punct 2 | @ GPE 1 1"""
# Georgia accused Russia of delay. Georgian officials met the envoy.
GEORGIA = """
Georgia Georgia PROPN/NNP nsubj 2 | accused accuse VERB/VBD ROOT 0 | Russia Russia PROPN/NNP dobj 2 |
of of ADP/IN prep 2 | delay_ delay NOUN/NN pobj 4 | . . PUNCT/. punct 2 | @ GPE 1 1 | @ GPE 3 3

Georgian georgian ADJ/JJ amod 2 | officials official NOUN/NNS nsubj 3 | met meet VERB/VBD ROOT 0 |
the the DET/DT det 5 | envoy_ envoy NOUN/NN dobj 3 | . . PUNCT/. punct 3 | @ NORP 1 1"""
# Georgia's governor met the envoys in Atlanta on Monday.
STATE = """
Georgia_ Georgia PROPN/NNP poss 3 | 's 's PART/POS case 1 | governor governor NOUN/NN nsubj 4 |
met meet VERB/VBD ROOT 0 | the the DET/DT det 6 | envoys envoy NOUN/NNS dobj 4 | in in ADP/IN prep 6 |
Atlanta Atlanta PROPN/NNP pobj 7 | on on ADP/IN prep 4 | Monday_ Monday PROPN/NNP pobj 9 | . . PUNCT/. punct 4 |
@ GPE 1 1 | @ GPE 8 8 | @ DATE 10 10"""
# Georgia Lind met the rebels on Monday.
WOMAN = """
Georgia Georgia PROPN/NNP compound 2 | Lind Lind PROPN/NNP nsubj 3 | met meet VERB/VBD ROOT 0 | the the DET/DT det 5 |
rebels rebel NOUN/NNS dobj 3 | on on ADP/IN prep 3 | Monday_ Monday PROPN/NNP pobj 6 | . . PUNCT/. punct 3 |
@ PERSON 1 2"""
# Russia closed its border. Lavrov met the rebels.
SURNAME = """
Russia Russia PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1

Lavrov Lavrov PROPN/NNP nsubj 2 | met meet VERB/VBD ROOT 0 | the the DET/DT det 4 | rebels_ rebel NOUN/NNS dobj 2 |
. . PUNCT/. punct 2 | @ PERSON 1 1"""
MARCH_2022 = date(2022, 3, 10)


def called(sentences, **metadata):
    """What each actor is called, by its name."""
    return {name: names(sentences, row) for name, row in actors(sentences, **metadata).items()}


def test_a_name_in_another_script_in_brackets_is_that_of_the_latin_name_before_it():
    assert called(CYRILLIC)["Ivan Petkov"] == ["Ivan Petkov", "Иван Петков"]
    assert "سامي حداد" in called(ARABIC)["Sami Haddad"]
    assert called(BEHIND)["Kelmar Front"] == ["the Kelmar Front", "Kelmar Front", "جبهة كلمار"]


def test_another_latin_name_in_brackets_and_one_without_brackets_are_others():
    assert called(LATIN)["Ivan Petkov"] == ["Ivan Petkov"]
    assert "Ivo Brun" in called(LATIN)["Ivo Brun"]
    assert {"Ivan Petkov", "Иван Петков"} <= set(called(NO_BRACKET))


@pytest.mark.parametrize("sentence", [ARABIC, LATIN])
def test_no_name_begins_with_an_open_bracket(sentence):
    assert [w for words in called(sentence).values() for w in words if w.startswith("(")] == []


def test_letters_in_brackets_that_open_a_paragraph_are_no_agency():
    assert "Kelmar Front" in called(OPENS)


def test_a_name_in_capitals_is_that_of_the_surname_after_it():
    assert called(CAPITALS)["IVAN PETKOV"] == ["IVAN PETKOV", "Petkov"]


def test_a_person_called_paris_is_no_city():
    assert called(PARIS)["Paris Lind"] == ["Paris Lind", "Lind"]
    assert "France" not in called(PARIS)
    assert called(CITY)["France"] == ["Paris"]


def test_a_person_called_jordan_or_georgia_is_no_country():
    for sentence, name in ((MICHAEL, "Michael Jordan"), (WOMAN, "Georgia Lind")):
        assert facts(actors(sentence)[name]) == ("person", None, None)
        assert set(called(sentence)) == {name, "rebels"}


def test_a_newspaper_called_after_a_country_is_not_the_country():
    assert facts(actors(TIMES)["Jordan Times"]) == ("media", "JOR", "MED")
    assert list(called(TIMES)) == ["Jordan Times"]
    assert facts(actors(JORDAN)["Jordan"]) == ("organisation", "JOR", "GOV")


def test_georgia_is_the_country_or_the_state_by_what_is_named_with_it():
    found = actors(GEORGIA)
    assert facts(found["Georgia"]) == ("organisation", "GEO", "GOV")
    assert found["Georgian officials"].country == "GEO"
    assert facts(actors(STATE)["Georgia's governor"]) == ("unnamed", "USA", "GOV")


def surname(name, country, day=MARCH_2022):
    """The registry's id of a person called by surname alone in an article that speaks of a country."""
    sentences = SURNAME.replace("Russia", country).replace("Lavrov", name)
    (row,) = [r for r in actors(sentences, published=day).values() if r.kind == "person"]
    return row.registry


def test_a_surname_alone_is_an_office_holders_of_a_country_that_the_article_speaks_of():
    assert surname("Lavrov", "Russia") == "person:sergei_lavrov"
    assert surname("Lavrov", "Ireland") is None
    assert surname("Lavrov", "Russia", day=date(1960, 3, 10)) is None


def test_who_heads_a_state_is_called_by_surname_in_any_country():
    assert surname("Biden", "Ireland") == "person:joe_biden"
    assert surname("Biden", "Ireland", day=date(1990, 3, 10)) is None


def test_a_surname_that_is_a_given_name_means_nobody_of_lesser_office():
    assert surname("Vidal", "Argentina", day=date(2012, 5, 10)) is None


def test_a_head_of_government_whose_surname_is_a_given_name_is_found_at_home():
    assert surname("Martin", "Ireland") == "person:micheal_martin"
    assert surname("Martin", "Ireland", day=date(1960, 3, 10)) is None


def test_a_head_of_government_whose_surname_is_a_given_name_is_not_found_abroad():
    assert surname("Martin", "France") is None
