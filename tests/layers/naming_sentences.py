"""Sentences with their analysis, for the tests of places and actors: the notation of `notation.py`, tokens apart by `|`."""

from typing import Any

from notation import build
from reportedly.document import Document
from reportedly.language.analysis import Analysis


def read(sentences: str, **metadata: Any) -> tuple[Document, Analysis]:
    """The document and analysis of sentences in this file's notation."""
    analysis, document = build(sentences.replace("|\n", "\n").replace("|", "\n"), **metadata)
    return document, analysis


MINISTRY = """
The the DET/DT det 4 | Qatari qatari ADJ/JJ amod 4 | foreign foreign ADJ/JJ amod 4 |
ministry ministry NOUN/NN nsubj 5 | met meet VERB/VBD ROOT 0 | Hamas Hamas PROPN/NNP compound 7 |
officials official NOUN/NNS dobj 5 | in in ADP/IN prep 5 | Doha_ Doha PROPN/NNP pobj 8 | . . PUNCT/. punct 5 |
@ NORP 2 2 | @ ORG 6 6 | @ GPE 9 9"""
CAPITALS = """
Washington Washington PROPN/NNP nsubj 2 | accused accuse VERB/VBD ROOT 0 | Tel Tel PROPN/NNP compound 4 |
Aviv Aviv PROPN/NNP dobj 2 | of of ADP/IN prep 2 | delay_ delay NOUN/NN pobj 5 | . . PUNCT/. punct 2 | @ GPE 1 1 |
@ GPE 3 4"""
PARIS = """
She she PRON/PRP nsubjpass 3 | was be AUX/VBD auxpass 3 | born bear VERB/VBN ROOT 0 | in in ADP/IN prep 3 |
Paris_ Paris PROPN/NNP pobj 4 | , , PUNCT/, punct 5 | Texas_ Texas PROPN/NNP appos 5 | . . PUNCT/. punct 3 |
@ GPE 5 5 | @ GPE 7 7"""
MOTION = """
Troops troop NOUN/NNS nsubj 2 | entered enter VERB/VBD ROOT 0 | Syria Syria PROPN/NNP dobj 2 |
from from ADP/IN prep 2 | Turkey Turkey PROPN/NNP pobj 4 | on on ADP/IN prep 2 | Monday_ Monday PROPN/NNP pobj 6 |
. . PUNCT/. punct 2 | @ GPE 3 3 | @ GPE 5 5 | @ DATE 7 7"""
INSTITUTE = """
The the DET/DT det 3 | Doha Doha PROPN/NNP compound 3 | Institute Institute PROPN/NNP nsubj 4 |
published publish VERB/VBD ROOT 0 | a a DET/DT det 6 | study_ study NOUN/NN dobj 4 | . . PUNCT/. punct 4 |
@ ORG 1 3"""
BASED = """
A a DET/DT det 5 | Gaza_ Gaza PROPN/NNP npadvmod 4 | -_ - PUNCT/HYPH punct 4 | based base VERB/VBN amod 5 |
group group NOUN/NN nsubj 6 | fired fire VERB/VBD ROOT 0 | rockets_ rocket NOUN/NNS dobj 6 | . . PUNCT/. punct 6 |
@ GPE 2 2"""
BOEHLER = """
Alina Alina PROPN/NNP compound 2 | Bohler Bohler PROPN/NNP nsubj 3 | arrived arrive VERB/VBD ROOT 0 |
on on ADP/IN prep 3 | Monday_ Monday PROPN/NNP pobj 4 | . . PUNCT/. punct 3 | @ PERSON 1 2 | @ DATE 5 5 | |
Boehler Boehler PROPN/NNP nsubj 2 | said say VERB/VBD ROOT 0 | she she PRON/PRP nsubj 5 |
would would AUX/MD aux 5 | stay_ stay VERB/VB ccomp 2 | . . PUNCT/. punct 2"""
SPOKESMAN = """
Hamas_ Hamas PROPN/NNP poss 3 | ' ' PART/POS case 1 | spokesman spokesman NOUN/NN compound 5 |
Hazem Hazem PROPN/NNP compound 5 | Qassem Qassem PROPN/NNP nsubj 6 | denounced denounce VERB/VBD ROOT 0 |
the the DET/DT det 8 | plan_ plan NOUN/NN dobj 6 | . . PUNCT/. punct 6 | @ ORG 1 1 | @ PERSON 4 5"""
TWO_STATES = """
Russia Russia PROPN/NNP nsubj 4 | and and CCONJ/CC cc 1 | Iran Iran PROPN/NNP conj 1 | said say VERB/VBD ROOT 0 |
the the DET/DT det 6 | talks talk NOUN/NNS nsubj 8 | had have AUX/VBD aux 8 | failed_ fail VERB/VBN ccomp 4 |
. . PUNCT/. punct 4 | @ GPE 1 1 | @ GPE 3 3"""
MOVEMENT = """
The the DET/DT det 3 | Highland Highland PROPN/NNP compound 3 | Front Front PROPN/NNP nsubj 4 |
attacked attack VERB/VBD ROOT 0 | a a DET/DT det 6 | convoy_ convoy NOUN/NN dobj 4 | . . PUNCT/. punct 4 |
@ ORG 1 3 |  | The the DET/DT det 2 | movement movement NOUN/NN nsubj 3 | denied deny VERB/VBD ROOT 0 |
the the DET/DT det 5 | report_ report NOUN/NN dobj 3 | . . PUNCT/. punct 3"""
REPORT = """
The the DET/DT det 3 | Harbour Harbour PROPN/NNP compound 3 | Times Times PROPN/NNP nsubj 4 |
carried carry VERB/VBD ROOT 0 | a a DET/DT det 6 | report report NOUN/NN dobj 4 | about about ADP/IN prep 6 |
the the DET/DT det 9 | talks_ talk NOUN/NNS pobj 7 | . . PUNCT/. punct 4 | @ ORG 1 3 |  | The the DET/DT det 2 |
report report NOUN/NN nsubj 3 | said say VERB/VBD ROOT 0 | two two NUM/CD nummod 5 |
people people NOUN/NNS nsubj 6 | died_ die VERB/VBD ccomp 3 | . . PUNCT/. punct 3 | @ CARDINAL 4 4"""
REGIME = """
The the DET/DT det 3 | Israeli israeli ADJ/JJ amod 3 | regime regime NOUN/NN nsubj 4 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 6 | offer_ offer NOUN/NN dobj 4 | . . PUNCT/. punct 4 |
@ NORP 2 2 |  | The the DET/DT det 3 | Israeli israeli ADJ/JJ amod 3 | military military NOUN/NN nsubj 4 |
said say VERB/VBD ROOT 0 | it it PRON/PRP nsubj 6 | was be AUX/VBD ccomp 4 | ready_ ready ADJ/JJ acomp 6 |
. . PUNCT/. punct 4 | @ NORP 2 2"""
SYRIANS = """
Many many ADJ/JJ amod 2 | Syrians Syrians PROPN/NNPS nsubj 3 | fled flee VERB/VBD ROOT 0 | to to ADP/IN prep 3 |
Lebanon_ Lebanon PROPN/NNP pobj 4 | . . PUNCT/. punct 3 | @ NORP 2 2 | @ GPE 5 5"""
ACRONYM = """
The the DET/DT det 3 | Coastal Coastal PROPN/NNP compound 3 | Farmers_ Farmers PROPN/NNPS poss 5 |
' ' PART/POS case 3 | Union Union PROPN/NNP nsubj 9 | (_ ( PUNCT/-LRB- punct 7 | CFU_ CFU PROPN/NNP appos 5 |
) ) PUNCT/-RRB- punct 7 | met meet VERB/VBD ROOT 0 | on on ADP/IN prep 9 | Monday_ Monday PROPN/NNP pobj 10 |
. . PUNCT/. punct 9 | @ ORG 1 5 | @ ORG 7 7 | @ DATE 11 11 |  | The the DET/DT det 2 | CFU CFU PROPN/NNP nsubj 3 |
rejected reject VERB/VBD ROOT 0 | the the DET/DT det 5 | plan_ plan NOUN/NN dobj 3 | . . PUNCT/. punct 3 |
@ ORG 2 2"""
TWO_WOMEN = """
Ana Ana PROPN/NNP compound 2 | Lind Lind PROPN/NNP nsubj 6 | and and CCONJ/CC cc 2 |
Mira Mira PROPN/NNP compound 5 | Kosta Kosta PROPN/NNP conj 2 | left_ leave VERB/VBD ROOT 0 |
. . PUNCT/. punct 6 | @ PERSON 1 2 | @ PERSON 4 5 | | She she PRON/PRP nsubj 2 | smiled_ smile VERB/VBD ROOT 0 |
. . PUNCT/. punct 2"""
PYD = """
Fighters fighter NOUN/NNS nsubj 5 | of of ADP/IN prep 1 | the the DET/DT det 4 | YPG YPG PROPN/NNP pobj 2 |
left leave VERB/VBD ROOT 0 | the the DET/DT det 7 | town_ town NOUN/NN dobj 5 | . . PUNCT/. punct 5 | @ ORG 4 4"""
QUOTED = """
"_ " PUNCT/`` punct 9 | I I PRON/PRP nsubj 4 | will will AUX/MD aux 4 | stay_ stay VERB/VB ccomp 9 |
,_ , PUNCT/, punct 9 | " " PUNCT/'' punct 9 | Ana Ana PROPN/NNP compound 8 | Lind Lind PROPN/NNP nsubj 9 |
said_ say VERB/VBD ROOT 0 | . . PUNCT/. punct 9"""
BANDS = """
Police Police NOUN/NNS nsubj 2 | arrested arrest VERB/VBD ROOT 0 | two two NUM/CD nummod 4 |
men man NOUN/NNS dobj 2 | near near ADP/IN prep 2 | Tripoli_ Tripoli PROPN/NNP pobj 5 | . . PUNCT/. punct 2 |
@ CARDINAL 3 3 | @ GPE 6 6"""
LIBYA = """
Libya Libya PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | its its PRON/PRP$ poss 4 |
ports_ port NOUN/NNS dobj 2 | . . PUNCT/. punct 2 | @ GPE 1 1 |  | Boats boat NOUN/NNS nsubj 2 |
waited wait VERB/VBD ROOT 0 | near near ADP/IN prep 2 | Tripoli_ Tripoli PROPN/NNP pobj 3 | . . PUNCT/. punct 2 |
@ GPE 4 4"""
SORVIA = """
Sorvia Sorvia PROPN/NNP nsubj 2 | closed close VERB/VBD ROOT 0 | the the DET/DT det 4 |
border_ border NOUN/NN dobj 2 | . . PUNCT/. punct 2 | @ ORG 1 1 |  | The the DET/DT det 3 |
Sorvian sorvian ADJ/JJ amod 3 | government government NOUN/NN nsubj 4 | gave give VERB/VBD ROOT 0 |
no no DET/DT det 6 | reason_ reason NOUN/NN dobj 4 | . . PUNCT/. punct 4 | @ NORP 2 2"""
PRESIDENT = """
President President PROPN/NNP compound 3 | Ana Ana PROPN/NNP compound 3 | Lind Lind PROPN/NNP nsubj 4 |
met meet VERB/VBD ROOT 0 | the the DET/DT det 6 | rebels_ rebel NOUN/NNS dobj 4 | . . PUNCT/. punct 4 |
@ PERSON 2 3 |  | The the DET/DT det 2 | president president NOUN/NN nsubj 3 | rejected reject VERB/VBD ROOT 0 |
the the DET/DT det 5 | offer_ offer NOUN/NN dobj 3 | . . PUNCT/. punct 3"""
