"""Sentences about an invented valley with their analysis, for the tests of attributions: the notation of `notation.py`,
tokens apart by `|`, made by the shipped pipeline and read over."""

# Ana Brun, the minister, said on Monday that the dam had failed.
SAID = """
Ana Ana PROPN/NNP compound 2 | Brun_ Brun PROPN/NNP nsubj 7 | , , PUNCT/, punct 2 | the the DET/DT det 5 |
minister_ minister NOUN/NN appos 2 | , , PUNCT/, punct 2 | said say VERB/VBD ROOT 0 | on on ADP/IN prep 7 |
Monday Monday PROPN/NNP pobj 8 | that that SCONJ/IN mark 14 | the the DET/DT det 12 | dam dam NOUN/NN nsubj 14 |
had have AUX/VBD aux 14 | failed_ fail VERB/VBN ccomp 7 | . . PUNCT/. punct 7 | @ DATE 9 9"""
# The dam held, the ministry said, adding that nobody was hurt.
AFTERWARDS = """
The the DET/DT det 2 | dam dam NOUN/NN nsubj 3 | held_ hold VERB/VBD ccomp 7 | , , PUNCT/, punct 7 |
the the DET/DT det 6 | ministry ministry NOUN/NN nsubj 7 | said_ say VERB/VBD ROOT 0 | , , PUNCT/, punct 7 |
adding add VERB/VBG advcl 7 | that that SCONJ/IN mark 13 | nobody nobody PRON/NN nsubjpass 13 |
was be AUX/VBD auxpass 13 | hurt_ hurt VERB/VBN ccomp 9 | . . PUNCT/. punct 7"""
# Ana Brun, who said the dam had failed, has resigned.
RELATIVE = """
Ana Ana PROPN/NNP compound 2 | Brun_ Brun PROPN/NNP nsubj 12 | , , PUNCT/, punct 2 | who who PRON/WP nsubj 5 |
said say VERB/VBD relcl 2 | the the DET/DT det 7 | dam dam NOUN/NN nsubj 9 | had have AUX/VBD aux 9 |
failed_ fail VERB/VBN ccomp 5 | , , PUNCT/, punct 2 | has have AUX/VBZ aux 12 | resigned_ resign VERB/VBN ROOT 0 |
. . PUNCT/. punct 12"""
# A report alleging that the dam failed was denied by the ministry.
REPORT = """
A a DET/DT det 2 | report report NOUN/NN nsubjpass 9 | alleging allege VERB/VBG acl 2 | that that SCONJ/IN mark 7 |
the the DET/DT det 6 | dam dam NOUN/NN nsubj 7 | failed fail VERB/VBD ccomp 3 | was be AUX/VBD auxpass 9 |
denied deny VERB/VBN ROOT 0 | by by ADP/IN agent 9 | the the DET/DT det 12 | ministry_ ministry NOUN/NN pobj 10 |
. . PUNCT/. punct 9"""
# The union accused the ministry of fraud and urged it to resign.
URGED = """
The the DET/DT det 2 | union union NOUN/NN nsubj 3 | accused accuse VERB/VBD ROOT 0 | the the DET/DT det 5 |
ministry ministry PROPN/NNP dobj 3 | of of ADP/IN prep 5 | fraud fraud PROPN/NNP pobj 6 | and and CCONJ/CC cc 3 |
urged urge VERB/VBD conj 3 | it it PRON/PRP dobj 9 | to to PART/TO aux 12 | resign_ resign VERB/VB xcomp 9 |
. . PUNCT/. punct 3 | @ ORG 4 7"""
# The rebels vowed to hold the dam.
VOWED = """
The the DET/DT det 2 | rebels rebel NOUN/NNS nsubj 3 | vowed vow VERB/VBD ROOT 0 | to to PART/TO aux 5 |
hold hold VERB/VB xcomp 3 | the the DET/DT det 7 | dam_ dam NOUN/NN dobj 5 | . . PUNCT/. punct 3"""
# The envoy has not denied that she met the rebels.
NOT_DENIED = """
The the DET/DT det 2 | envoy envoy NOUN/NN nsubj 5 | has have AUX/VBZ aux 5 | not not PART/RB neg 5 |
denied deny VERB/VBN ROOT 0 | that that SCONJ/IN mark 8 | she she PRON/PRP nsubj 8 | met meet VERB/VBD ccomp 5 |
the the DET/DT det 10 | rebels_ rebel NOUN/NNS dobj 8 | . . PUNCT/. punct 5"""
# The ministry declined to confirm that the dam failed.
REFUSED = """
The the DET/DT det 2 | ministry ministry NOUN/NN nsubj 3 | declined decline VERB/VBD ROOT 0 | to to PART/TO aux 5 |
confirm confirm VERB/VB xcomp 3 | that that SCONJ/IN mark 9 | the the DET/DT det 8 | dam dam NOUN/NN nsubj 9 |
failed_ fail VERB/VBD ccomp 5 | . . PUNCT/. punct 3"""
# The rebels are believed to hold ten villages.
BELIEVED = """
The the DET/DT det 2 | rebels rebel NOUN/NNS nsubjpass 4 | are be AUX/VBP auxpass 4 |
believed believe VERB/VBN ROOT 0 | to to PART/TO aux 6 | hold hold VERB/VB xcomp 4 | ten ten NUM/CD nummod 8 |
villages_ village NOUN/NNS dobj 6 | . . PUNCT/. punct 4 | @ CARDINAL 7 7"""
# The dam failed at night, according to two officials.
ACCORDING = """
The the DET/DT det 2 | dam dam NOUN/NN nsubj 3 | failed fail VERB/VBD ROOT 0 | at at ADP/IN prep 3 |
night_ night NOUN/NN pobj 4 | , , PUNCT/, punct 3 | according accord VERB/VBG prep 3 | to to ADP/IN prep 7 |
two two NUM/CD nummod 10 | officials_ official NOUN/NNS pobj 8 | . . PUNCT/. punct 3 | @ TIME 5 5 | @ CARDINAL 9 9"""
# The Herald reported, citing two officials, that the envoy resigned.
CITING = """
The the DET/DT det 2 | Herald Herald PROPN/NNP nsubj 3 | reported_ report VERB/VBD ROOT 0 | , , PUNCT/, punct 3 |
citing cite VERB/VBG advcl 3 | two two NUM/CD nummod 7 | officials_ official NOUN/NNS dobj 5 | , , PUNCT/, punct 5 |
that that SCONJ/IN mark 12 | the the DET/DT det 11 | envoy envoy NOUN/NN nsubj 12 |
resigned_ resign VERB/VBD ccomp 5 | . . PUNCT/. punct 3 | @ ORG 2 2 | @ CARDINAL 6 6"""
# The Courier quoted residents as saying the dam had failed.
QUOTED = """
The the DET/DT det 2 | Courier Courier PROPN/NNP nsubj 3 | quoted quote VERB/VBD ROOT 0 |
residents resident NOUN/NNS dobj 3 | as as ADP/IN prep 3 | saying say VERB/VBG pcomp 5 | the the DET/DT det 8 |
dam dam NOUN/NN nsubj 10 | had have AUX/VBD aux 10 | failed_ fail VERB/VBN ccomp 6 | . . PUNCT/. punct 3 |
@ ORG 2 2"""
# The dam reportedly failed on Monday.
HEDGE = """
The the DET/DT det 2 | dam dam NOUN/NN nsubj 4 | reportedly reportedly ADV/RB advmod 4 |
failed fail VERB/VBD ROOT 0 | on on ADP/IN prep 4 | Monday_ Monday PROPN/NNP pobj 5 | . . PUNCT/. punct 4 |
@ DATE 6 6"""
# The ministry's claim that the dam held is false.
CLAIM = """
The the DET/DT det 2 | ministry_ ministry NOUN/NN poss 4 | 's 's PART/POS case 2 | claim claim NOUN/NN nsubj 9 |
that that SCONJ/IN mark 8 | the the DET/DT det 7 | dam dam NOUN/NN nsubj 8 | held hold VERB/VBD acl 4 |
is be AUX/VBZ ROOT 0 | false_ false ADJ/JJ acomp 9 | . . PUNCT/. punct 9"""
# It was unclear whether the dam would hold.
UNCLEAR = """
It it PRON/PRP nsubj 2 | was be AUX/VBD ROOT 0 | unclear unclear ADJ/JJ acomp 2 | whether whether SCONJ/IN mark 8 |
the the DET/DT det 6 | dam dam NOUN/NN nsubj 8 | would would AUX/MD aux 8 | hold_ hold VERB/VB ccomp 2 |
. . PUNCT/. punct 2"""
# VELMA (Courier) - The ministry said the dam held.
DATELINE = """
VELMA velma NOUN/NN dep 8 | (_ ( PUNCT/-LRB- punct 1 | Courier_ Courier PROPN/NNP appos 1 |
) ) PUNCT/-RRB- punct 1 | - - PUNCT/: punct 1 | The the DET/DT det 7 | ministry ministry NOUN/NN nsubj 8 |
said say VERB/VBD ROOT 0 | the the DET/DT det 10 | dam dam NOUN/NN nsubj 11 | held_ hold VERB/VBD ccomp 8 |
. . PUNCT/. punct 8 | @ ORG 3 3"""
# Brun claimed that the dam "has the strength of a castle."
SCARE = """
Brun Brun PROPN/NNP nsubj 2 | claimed claim VERB/VBD ROOT 0 | that that SCONJ/IN mark 7 | the the DET/DT det 5 |
dam dam NOUN/NN nsubj 7 | "_ " PUNCT/`` punct 7 | has have VERB/VBZ ccomp 2 | the the DET/DT det 9 |
strength strength NOUN/NN dobj 7 | of of ADP/IN prep 9 | a a DET/DT det 12 | castle_ castle NOUN/NN pobj 10 |
._ . PUNCT/. punct 2 | " " PUNCT/'' punct 2"""
# Brun said the governor believed that the dam would hold.
NESTED = """
Brun Brun PROPN/NNP nsubj 2 | said say VERB/VBD ROOT 0 | the the DET/DT det 4 | governor governor NOUN/NN nsubj 5 |
believed believe VERB/VBD ccomp 2 | that that SCONJ/IN mark 10 | the the DET/DT det 8 | dam dam NOUN/NN nsubj 10 |
would would AUX/MD aux 10 | hold_ hold VERB/VB ccomp 5 | . . PUNCT/. punct 2 | @ ORG 1 1"""
# Brun said residents should leave the valley.
TOLD = """
Brun Brun PROPN/NNP nsubj 2 | said say VERB/VBD ROOT 0 | residents resident NOUN/NNS nsubj 5 |
should should AUX/MD aux 5 | leave leave VERB/VB ccomp 2 | the the DET/DT det 7 | valley_ valley NOUN/NN dobj 5 |
. . PUNCT/. punct 2 | @ ORG 1 1"""
# The president signed the bill after his speech on Monday.
PLAIN = """
The the DET/DT det 2 | president president NOUN/NN nsubj 3 | signed sign VERB/VBD ROOT 0 | the the DET/DT det 5 |
bill bill NOUN/NN dobj 3 | after after ADP/IN prep 3 | his his PRON/PRP$ poss 8 | speech speech NOUN/NN pobj 6 |
on on ADP/IN prep 3 | Monday_ Monday PROPN/NNP pobj 9 | . . PUNCT/. punct 3 | @ DATE 10 10"""
# Ana Brun said: "The dam broke at night."
BEFORE = """
Ana Ana PROPN/NNP compound 2 | Brun Brun PROPN/NNP nsubj 3 | said_ say VERB/VBD ROOT 0 | : : PUNCT/: punct 3 |
"_ " PUNCT/`` punct 3 | The the DET/DT det 7 | dam dam NOUN/NN nsubj 8 | broke break VERB/VBD ccomp 3 |
at at ADP/IN prep 8 | night_ night NOUN/NN pobj 9 | ._ . PUNCT/. punct 3 | " " PUNCT/'' punct 3 | @ TIME 10 10"""
# "The dam broke," Brun told reporters, "and we ran."
AROUND = """
"_ " PUNCT/`` punct 8 | The the DET/DT det 3 | dam dam NOUN/NN nsubj 4 | broke_ break VERB/VBD ccomp 8 |
,_ , PUNCT/, punct 8 | " " PUNCT/'' punct 8 | Brun Brun PROPN/NNP nsubj 8 | told tell VERB/VBD ROOT 0 |
reporters_ reporter NOUN/NNS dobj 8 | , , PUNCT/, punct 8 | "_ " PUNCT/`` punct 8 | and and CCONJ/CC cc 8 |
we we PRON/PRP nsubj 14 | ran_ run VERB/VBD conj 8 | ._ . PUNCT/. punct 14 | " " PUNCT/'' punct 14"""
# "It rained," said Ana Brun. "The dam broke. We ran."
RUNS_ON = """
"_ " PUNCT/`` punct 6 | It it PRON/PRP nsubj 3 | rained_ rain VERB/VBD ccomp 6 | ,_ , PUNCT/, punct 6 |
" " PUNCT/'' punct 6 | said say VERB/VBD ROOT 0 | Ana Ana PROPN/NNP compound 8 | Brun_ Brun PROPN/NNP nsubj 6 |
. . PUNCT/. punct 6 | @ PERSON 7 8

"_ " PUNCT/`` punct 4 | The the DET/DT det 3 | dam dam NOUN/NN nsubj 4 | broke_ break VERB/VBD ROOT 0 |
. . PUNCT/. punct 4

We we PRON/PRP nsubj 2 | ran_ run VERB/VBD ROOT 0 | ._ . PUNCT/. punct 2 | " " PUNCT/'' punct 2"""
# "It rained," said Brun. "It did not," replied Costa.
TWO = """
"_ " PUNCT/`` punct 6 | It it PRON/PRP nsubj 3 | rained_ rain VERB/VBD ccomp 6 | ,_ , PUNCT/, punct 6 |
" " PUNCT/'' punct 6 | said say VERB/VBD ROOT 0 | Brun_ Brun PROPN/NNP nsubj 6 | . . PUNCT/. punct 6 |
@ PERSON 7 7

"_ " PUNCT/`` punct 7 | It it PRON/PRP nsubj 3 | did do VERB/VBD ccomp 7 | not_ not PART/RB neg 3 |
,_ , PUNCT/, punct 7 | " " PUNCT/'' punct 7 | replied reply VERB/VBD ROOT 0 | Costa_ Costa PROPN/NNP dobj 7 |
. . PUNCT/. punct 7 | @ LOC 8 8"""
# The minister appeared on "Meet the Valley," said Brun.
TITLE = """
The the DET/DT det 2 | minister minister NOUN/NN nsubj 3 | appeared appear VERB/VBD ccomp 11 | on on ADP/IN prep 3 |
"_ " PUNCT/`` punct 4 | Meet meet VERB/VB pcomp 4 | the the DET/DT det 8 | Valley_ Valley PROPN/NNP dobj 6 |
,_ , PUNCT/, punct 11 | " " PUNCT/'' punct 11 | said say VERB/VBD ROOT 0 | Brun_ Brun PROPN/NNP nsubj 11 |
. . PUNCT/. punct 11 | @ WORK_OF_ART 6 8 | @ PERSON 12 12"""
# "I believe the dam will hold," Brun said.
FIRST_PERSON = """
"_ " PUNCT/`` punct 11 | I I PRON/PRP nsubj 3 | believe believe VERB/VBP ccomp 11 | the the DET/DT det 5 |
dam dam NOUN/NN nsubj 7 | will will AUX/MD aux 7 | hold_ hold VERB/VB ccomp 3 | ,_ , PUNCT/, punct 11 |
" " PUNCT/'' punct 11 | Brun Brun PROPN/NNP nsubj 11 | said_ say VERB/VBD ROOT 0 | . . PUNCT/. punct 11"""
# Good evening.
TURN = """
Good good ADJ/JJ amod 2 | evening_ evening NOUN/NN ROOT 0 | . . PUNCT/. punct 2 | @ TIME 2 2
¶
BRUN_ BRUN PROPN/NNP ROOT 0 | : : PUNCT/: punct 1 | The the DET/DT det 4 | dam dam NOUN/NN nsubj 6 |
will will AUX/MD aux 6 | hold hold VERB/VB ccomp 1 | this this DET/DT det 8 | year_ year NOUN/NN npadvmod 6 |
. . PUNCT/. punct 1 | @ DATE 7 8"""
# Brun: The dam will hold
HEADLINE = """
Brun_ brun NOUN/NN advcl 6 | : : PUNCT/: punct 6 | The the DET/DT det 4 | dam dam NOUN/NN nsubj 6 |
will will AUX/MD aux 6 | hold hold VERB/VB ROOT 0
¶
The the DET/DT det 2 | dam dam NOUN/NN nsubj 3 | is be AUX/VBZ ROOT 0 | old_ old ADJ/JJ acomp 3 |
. . PUNCT/. punct 3"""
# People familiar with the matter said the dam failed.
SECRET = """
People People NOUN/NNS nsubj 6 | familiar familiar ADJ/JJ amod 1 | with with ADP/IN prep 2 | the the DET/DT det 5 |
matter matter NOUN/NN pobj 3 | said say VERB/VBD ROOT 0 | the the DET/DT det 8 | dam dam NOUN/NN nsubj 9 |
failed_ fail VERB/VBD ccomp 6 | . . PUNCT/. punct 6"""
# “It rained,” Ana Brun said. / “It snowed.”
WENT_ON = """
“_ “ PUNCT/`` punct 7 | It it PRON/PRP nsubj 3 | rained_ rain VERB/VBD ccomp 7 | ,_ , PUNCT/, punct 7 |
” ” PUNCT/'' punct 7 | Brun Brun PROPN/NNP nsubj 7 | said_ say VERB/VBD ROOT 0 | . . PUNCT/. punct 7 | @ PERSON 6 6
¶
“_ “ PUNCT/`` punct 3 | It it PRON/PRP nsubj 3 | snowed_ snow VERB/VBD ROOT 0 | ._ . PUNCT/. punct 3 | ” ” PUNCT/'' punct 3"""
