"""Who says it where no words name a source: an owner, a maker, the subject of the verb above, whoever was quoted before."""

import pytest
from naming_sentences import read
from row_makers import actor, at

from reportedly.layers.attribution.unsaid import unsaid
from reportedly.layers.attributions import read_attributions
from reportedly.layers.statement import Statement

# Varn's demand that the rebels leave was ignored.
OWNER = """
Varn_ Varn PROPN/NNP poss 3 | 's 's PART/POS case 1 | demand demand NOUN/NN nsubjpass 9 | that that SCONJ/IN mark 7 |
the the DET/DT det 6 | rebels rebel NOUN/NNS nsubj 7 | leave leave VERB/VBP acl 3 | was be AUX/VBD auxpass 9 |
ignored_ ignore VERB/VBN ROOT 0 | . . PUNCT/. punct 9 | @ ORG 1 1"""
# Oltenz ignored Varn assurances that the dam would hold.
BEFORE = """
Oltenz Oltenz PROPN/NNP nsubj 2 | ignored ignore VERB/VBD ROOT 0 | Varn Varn PROPN/NNP compound 4 |
assurances assurance NOUN/NNS dobj 2 | that that SCONJ/IN mark 9 | the the DET/DT det 7 | dam dam NOUN/NN nsubj 9 |
would would AUX/MD aux 9 | hold_ hold VERB/VB acl 4 | . . PUNCT/. punct 2 | @ ORG 1 1 | @ ORG 3 3"""
# A demand by the union that the minister resign was ignored.
BY = """
A a DET/DT det 2 | demand demand NOUN/NN ROOT 0 | by by ADP/IN prep 2 | the the DET/DT det 5 |
union union NOUN/NN pobj 3 | that that SCONJ/IN mark 11 | the the DET/DT det 9 |
minister minister PROPN/NNP compound 9 | resign resign NOUN/NN nsubjpass 11 | was be AUX/VBD auxpass 11 |
ignored_ ignore VERB/VBN acl 2 | . . PUNCT/. punct 2"""
# The union made a demand that the minister resign.
MADE = """
The the DET/DT det 2 | union union NOUN/NN nsubj 3 | made make VERB/VBD ROOT 0 | a a DET/DT det 5 |
demand demand NOUN/NN dobj 3 | that that SCONJ/IN mark 9 | the the DET/DT det 9 |
minister minister PROPN/NNP compound 9 | resign_ resign NOUN/NN acl 5 | . . PUNCT/. punct 3"""
# The union rejected a demand that the minister resign.
REJECTED = """
The the DET/DT det 2 | union union NOUN/NN nsubj 3 | rejected reject VERB/VBD ROOT 0 | a a DET/DT det 5 |
demand demand NOUN/NN dobj 3 | that that SCONJ/IN mark 9 | the the DET/DT det 9 |
minister minister PROPN/NNP compound 9 | resign_ resign NOUN/NN acl 5 | . . PUNCT/. punct 3"""
# The rebels left the valley, hoping to win a truce.
HOPING = """
The the DET/DT det 2 | rebels rebel NOUN/NNS nsubj 3 | left leave VERB/VBD ROOT 0 | the the DET/DT det 5 |
valley_ valley NOUN/NN dobj 3 | , , PUNCT/, punct 3 | hoping hop VERB/VBG advcl 3 | to to PART/TO aux 9 |
win win VERB/VB xcomp 7 | a a DET/DT det 11 | truce_ truce NOUN/NN dobj 9 | . . PUNCT/. punct 3"""
# The union met the minister and demanded that the dam be closed.
AND = """
The the DET/DT det 2 | union union NOUN/NN nsubj 3 | met meet VERB/VBD ROOT 0 | the the DET/DT det 5 |
minister minister NOUN/NN dobj 3 | and and CCONJ/CC cc 3 | demanded demand VERB/VBD conj 3 |
that that SCONJ/IN mark 12 | the the DET/DT det 10 | dam dam NOUN/NN nsubjpass 12 | be be AUX/VB auxpass 12 |
closed_ close VERB/VBN ccomp 7 | . . PUNCT/. punct 3"""
# The union urged the ministry to promise that the dam would hold.
URGED = """
The the DET/DT det 2 | union union NOUN/NN nsubj 3 | urged urge VERB/VBD ROOT 0 | the the DET/DT det 5 |
ministry ministry NOUN/NN dobj 3 | to to PART/TO aux 7 | promise promise VERB/VB xcomp 3 |
that that SCONJ/IN mark 12 | the the DET/DT det 10 | dam dam NOUN/NN nsubj 12 | would would AUX/MD aux 12 |
hold_ hold VERB/VB ccomp 7 | . . PUNCT/. punct 3"""
# The union published a letter claiming that the dam had failed.
ACL = """
The the DET/DT det 2 | union union NOUN/NN nsubj 3 | published publish VERB/VBD ROOT 0 | a a DET/DT det 5 |
letter letter NOUN/NN dobj 3 | claiming claim VERB/VBG acl 5 | that that SCONJ/IN mark 11 | the the DET/DT det 9 |
dam dam NOUN/NN nsubj 11 | had have AUX/VBD aux 11 | failed_ fail VERB/VBN ccomp 6 | . . PUNCT/. punct 3"""
# The minister was accused of hiding the report.
PASSIVE = """
The the DET/DT det 2 | minister minister NOUN/NN nsubjpass 4 | was be AUX/VBD auxpass 4 |
accused accuse VERB/VBN ROOT 0 | of of ADP/IN prep 4 | hiding hide VERB/VBG pcomp 5 | the the DET/DT det 8 |
report_ report NOUN/NN dobj 6 | . . PUNCT/. punct 4"""
# The minister was accused by the union of hiding the report.
PASSIVE_BY = """
The the DET/DT det 2 | minister minister NOUN/NN nsubjpass 4 | was be AUX/VBD auxpass 4 |
accused accuse VERB/VBN ROOT 0 | by by ADP/IN agent 4 | the the DET/DT det 7 | union union NOUN/NN pobj 5 |
of of ADP/IN prep 4 | hiding hide VERB/VBG pcomp 8 | the the DET/DT det 11 | report_ report NOUN/NN dobj 9 |
. . PUNCT/. punct 4"""
# Police freed a man accused of hiding the report.
PARTICIPLE = """
Police Police NOUN/NNS nsubj 2 | freed free VERB/VBD ROOT 0 | a a DET/DT det 4 | man man NOUN/NN dobj 2 |
accused accuse VERB/VBN acl 4 | of of ADP/IN prep 5 | hiding hide VERB/VBG pcomp 6 | the the DET/DT det 9 |
report_ report NOUN/NN dobj 7 | . . PUNCT/. punct 2"""
# The decision to strike surprised the town.
DECISION = """
The the DET/DT det 2 | decision decision NOUN/NN ROOT 0 | to to PART/TO aux 4 | strike strike VERB/VB acl 2 |
surprised surprised ADJ/JJ acl 2 | the the DET/DT det 7 | town_ town NOUN/NN dobj 5 | . . PUNCT/. punct 2"""
# "It rained," Ana Brun said. "It snowed."
GOES_ON = """
"_ " PUNCT/`` punct 8 | It it PRON/PRP nsubj 3 | rained_ rain VERB/VBD ccomp 8 | ,_ , PUNCT/, punct 8 |
" " PUNCT/'' punct 8 | Ana Ana PROPN/NNP compound 7 | Brun Brun PROPN/NNP nsubj 8 | said_ say VERB/VBD ROOT 0 |
. . PUNCT/. punct 8 | @ PERSON 6 7

"_ " PUNCT/`` punct 3 | It it PRON/PRP nsubj 3 | snowed_ snow VERB/VBD ROOT 0 | ._ . PUNCT/. punct 3 |
" " PUNCT/'' punct 3"""
# "It rained," Ana Brun said. / "It snowed."
NEXT_PARAGRAPH = """
"_ " PUNCT/`` punct 8 | It it PRON/PRP nsubj 3 | rained_ rain VERB/VBD ccomp 8 | ,_ , PUNCT/, punct 8 |
" " PUNCT/'' punct 8 | Ana Ana PROPN/NNP compound 7 | Brun Brun PROPN/NNP nsubj 8 | said_ say VERB/VBD ROOT 0 |
. . PUNCT/. punct 8 | @ PERSON 6 7
¶
"_ " PUNCT/`` punct 3 | It it PRON/PRP nsubj 3 | snowed_ snow VERB/VBD ROOT 0 | ._ . PUNCT/. punct 3 |
" " PUNCT/'' punct 3"""
# "It rained," Ana Brun said. / The dam broke. / "It snowed."
BETWEEN = """
"_ " PUNCT/`` punct 8 | It it PRON/PRP nsubj 3 | rained_ rain VERB/VBD ccomp 8 | ,_ , PUNCT/, punct 8 |
" " PUNCT/'' punct 8 | Ana Ana PROPN/NNP compound 7 | Brun Brun PROPN/NNP nsubj 8 | said_ say VERB/VBD ROOT 0 |
. . PUNCT/. punct 8 | @ PERSON 6 7
¶
The the DET/DT det 2 | dam dam NOUN/NN nsubj 3 | broke_ break VERB/VBD ROOT 0 | . . PUNCT/. punct 3
¶
"_ " PUNCT/`` punct 3 | It it PRON/PRP nsubj 3 | snowed_ snow VERB/VBD ROOT 0 | ._ . PUNCT/. punct 3 |
" " PUNCT/'' punct 3"""
# Ana Brun said it rained. / "It snowed."
UNQUOTED = """
Ana Ana PROPN/NNP compound 2 | Brun Brun PROPN/NNP nsubj 3 | said say VERB/VBD ROOT 0 | it it PRON/PRP nsubj 5 |
rained_ rain VERB/VBD ccomp 3 | . . PUNCT/. punct 3 | @ PERSON 1 2
¶
"_ " PUNCT/`` punct 3 | It it PRON/PRP nsubj 3 | snowed_ snow VERB/VBD ROOT 0 | ._ . PUNCT/. punct 3 |
" " PUNCT/'' punct 3"""
# "It rained," Ana Brun said. Others warned of floods. "It snowed."
OTHERS = """
"_ " PUNCT/`` punct 8 | It it PRON/PRP nsubj 3 | rained_ rain VERB/VBD ccomp 8 | ,_ , PUNCT/, punct 8 |
" " PUNCT/'' punct 8 | Ana Ana PROPN/NNP compound 7 | Brun Brun PROPN/NNP nsubj 8 | said_ say VERB/VBD ROOT 0 |
. . PUNCT/. punct 8 | @ PERSON 6 7

Others other NOUN/NNS nsubj 2 | warned warn VERB/VBD ROOT 0 | of of ADP/IN prep 2 | floods_ flood NOUN/NNS pobj 3 |
. . PUNCT/. punct 2

"_ " PUNCT/`` punct 3 | It it PRON/PRP nsubj 3 | snowed_ snow VERB/VBD ROOT 0 | ._ . PUNCT/. punct 3 |
" " PUNCT/'' punct 3"""


def who(sentence, cue):
    """The word that heads who says a statement with the cue `cue`; None for nobody."""
    document, analysis = read(sentence)
    found = unsaid(analysis, (at(document, cue),))
    return found.text if found else None


@pytest.mark.parametrize(
    ("sentence", "cue", "expected"),
    [(OWNER, "demand", "Varn"), (BEFORE, "assurances", "Varn"), (BY, "demand", "union"), (MADE, "demand", "union")],
)
def test_a_noun_of_speech_is_its_owners_or_its_makers(sentence, cue, expected):
    assert who(sentence, cue) == expected


@pytest.mark.parametrize(
    ("sentence", "cue", "expected"),
    [
        (HOPING, "hoping", "rebels"),
        (AND, "demanded", "union"),
        (URGED, "promise", "ministry"),
        (ACL, "claiming", "letter"),
    ],
)
def test_a_verb_without_a_subject_has_that_of_the_verb_above(sentence, cue, expected):
    assert who(sentence, cue) == expected


def test_a_passive_cue_is_whose_by_names():
    assert who(PASSIVE_BY, "accused") == "union"


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [(REJECTED, "demand"), (PASSIVE, "accused"), (PARTICIPLE, "accused"), (DECISION, "decision"), (MADE, "that")],
)
def test_who_hears_rejects_or_is_accused_says_nothing(sentence, cue):
    assert who(sentence, cue) is None


def speakers(sentence, *statements):
    """The speakers of statements of (source, cue, content) where the actors are Ana Brun, the union and Varn."""
    document, analysis = read(sentence)

    def words(text):
        return (at(document, text),) if text else ()

    made = [
        Statement(source=words(s), cue=words(c), content=words(t), cue_lemma=c, made_by="test")
        for s, c, t in statements
    ]
    named = ("Ana Brun", "The union", "the union", "The minister", "Varn")
    known = [actor(document, name.lower(), name) for name in named if name in document.text]
    return [row.speaker for row in read_attributions(document, analysis, made, known)]


def test_the_unsaid_source_is_the_speaker_where_it_is_an_actor():
    demand = ("", "demand", "the rebels leave")
    assert speakers(OWNER, demand) == [("varn",)]
    assert speakers(OWNER.replace("Varn", "Oltenz"), demand) == [()]


def test_a_passive_cue_has_no_speaker():
    assert speakers(PASSIVE, ("", "accused", "of hiding the report")) == [()]


RAINED = ("Ana Brun", "said", '"It rained,"')
SNOWED = ("", "", '"It snowed."')


@pytest.mark.parametrize("sentence", [GOES_ON, NEXT_PARAGRAPH])
def test_a_quotation_without_a_cue_goes_on_in_the_same_or_the_next_paragraph(sentence):
    assert speakers(sentence, RAINED, SNOWED) == [("ana brun",), ("ana brun",)]


def test_a_quotation_two_paragraphs_on_is_nobodys():
    assert speakers(BETWEEN, RAINED, SNOWED)[1] == ()


def test_a_quotation_in_the_paragraph_behind_reported_speech_is_nobodys():
    assert speakers(UNQUOTED, ("Ana Brun", "said", "it rained"), SNOWED)[1] == ()


def test_a_quotation_behind_somebody_who_is_no_actor_is_nobodys():
    assert speakers(OTHERS, RAINED, ("Others", "warned", "of floods"), SNOWED)[1:] == [(), ()]


def test_words_outside_quotation_marks_do_not_go_on():
    assert speakers(OTHERS, RAINED, ("", "", "of floods"))[1] == ()
