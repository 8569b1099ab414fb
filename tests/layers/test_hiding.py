"""Names that the encoder does not see, and what it is told of the rest."""

import numpy as np

from notation import build
from reportedly.language.encoder.pieces import HIDDEN, read_pieces
from reportedly.layers.attribution.draft import Draft
from reportedly.layers.attribution.features import FEATURES, features_of
from reportedly.layers.attribution.hiding import names_in

SAID = """
President  president  PROPN/NNP  compound  3
Ana  Ana  PROPN/NNP  compound  3
Brun  Brun  PROPN/NNP  nsubj  4
told  tell  VERB/VBD  ROOT  0
Sorvian  sorvian  ADJ/JJ  amod  6
reporters  reporter  NOUN/NNS  dobj  4
on  on  ADP/IN  prep  4
Monday  Monday  PROPN/NNP  pobj  7
about  about  ADP/IN  prep  4
broken  broken  ADJ/JJ  amod  11
dams_  dam  NOUN/NNS  pobj  9
.  .  PUNCT/.  punct  4
@ PERSON 2 3
"""
HEADLINE = """
Minister  minister  PROPN/NNP  nsubj  2
Denies  deny  PROPN/NNP  ROOT  0
Report  report  PROPN/NNP  dobj  2
About  about  PROPN/NNP  prep  3
Sorvia  Sorvia  PROPN/NNP  pobj  4
@ GPE 5 5
"""


def words(notation):
    analysis, document = build(notation)
    return [document.text[s.start : s.end] for s in names_in(analysis)]


def encode(part):
    found = []
    for m in part.split():
        found.append(m)
    ids, offsets, at = [], [], 0
    for word in found:
        at = part.index(word, at)
        ids.append(len(word))
        offsets.append((at, at + len(word)))
        at += len(word)
    return ids, offsets


def test_names_and_peoples_are_hidden_but_titles_offices_and_days_are_not():
    assert words(SAID) == ["Ana", "Brun", "Sorvian"]


def test_in_a_headline_only_what_the_pipeline_calls_a_name_is_hidden():
    assert words(HEADLINE) == ["Sorvia"]


def test_a_hidden_word_is_one_piece_whatever_it_is():
    analysis, document = build(SAID)
    paragraphs = [b.span for b in document.blocks]
    pieces = read_pieces(document.text, paragraphs, names_in(analysis), encode)
    other = document.text.replace("Brun", "Obergruber")
    changed, second = build(SAID.replace("Brun", "Obergruber"))
    again = read_pieces(other, [b.span for b in second.blocks], names_in(changed), encode)
    assert pieces.ids.tolist() == again.ids.tolist()
    assert (pieces.ids == HIDDEN).sum() == 3


def test_a_piece_is_told_its_words_part_in_the_rules_reading():
    analysis, document = build(SAID)
    pieces = read_pieces(document.text, [b.span for b in document.blocks], [], encode)
    draft = Draft((0, 1, 2), (3,), (6, 7), 3, "clause")
    found = features_of(analysis, [draft], {}, pieces)
    column = list(FEATURES).index("ruled")
    assert found[:, column].tolist() == [1, 2, 2, 3, 0, 0, 5, 6, 0, 0, 0]
    assert all((found[:, n] < size).all() for n, size in enumerate(FEATURES.values()))


def test_a_draft_inside_a_content_has_a_column_of_its_own():
    analysis, document = build(SAID)
    pieces = read_pieces(document.text, [b.span for b in document.blocks], [], encode)
    outer = Draft((0,), (1,), (2, 3, 4, 5, 6, 7), 1, "clause")
    inner = Draft((2,), (3,), (4, 5), 3, "clause")
    found = features_of(analysis, [outer, inner], {}, pieces)
    assert found[:, list(FEATURES).index("ruled inside")].tolist() == [0, 0, 1, 3, 5, 6, 0, 0, 0, 0, 0]


def test_an_article_without_tokens_has_no_features():
    analysis, document = build(SAID)
    pieces = read_pieces(document.text, [b.span for b in document.blocks], [], encode)
    empty = type(analysis)()
    assert np.count_nonzero(features_of(empty, [], {}, pieces)) == 0
