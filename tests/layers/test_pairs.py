"""What a given source does to a given target, by the shipped model: sentences whose type is plain."""

import re

import pytest

from reportedly.document import Span
from reportedly.errors import Misuse
from reportedly.language.encoder.session import card
from reportedly.layers.pairs import read_pair
from reportedly.record.vocabulary import EVENT_TYPES

PLAIN = [
    ("The [rebels] shelled the barracks of the {army} on Monday.", "ASSAULT"),
    ("[Mardun] accused {Ruvo} of breaking the truce.", "ACCUSE"),
    ("The [president] of Mardun met the {rebels} for talks on Thursday.", "CONSULT"),
    ("[Police] arrested nine {opposition leaders} in the capital.", "COERCE"),
    ("[Ruvo] expelled the ambassador of {Mardun}.", "SANCTION"),
    ("[Ruvo] sent food and medicine to the {refugees}.", "AID"),
    ("[Thousands of students] marched against the {government} in the capital.", "PROTEST"),
]


def pair(marked):
    """A text with its sources, which stand in square brackets, and its targets, in curly ones."""
    text, spans, opened = "", {"[": [], "{": []}, {}
    for piece in re.split(r"([\[\]{}])", marked):
        if piece in spans:
            opened[piece] = len(text)
        elif piece in {"]", "}"}:
            opening = {"]": "[", "}": "{"}[piece]
            spans[opening].append(Span(opened[opening], len(text)))
        else:
            text += piece
    return text, spans["["], spans["{"]


def likeliest(marked):
    found = read_pair(*pair(marked))
    return max(found, key=lambda kind: found[kind])


@pytest.mark.parametrize(("marked", "kind"), PLAIN)
def test_a_plain_sentence_has_its_type(marked, kind):
    assert likeliest(marked) == kind


@pytest.mark.parametrize(
    "marked", ["[Ruvo] sent food to the people of the valley.", "Food was sent to the {people} of the valley by Ruvo."]
)
def test_one_side_is_enough(marked):
    assert likeliest(marked) == "AID"


def test_every_type_has_a_probability():
    found = read_pair(*pair(PLAIN[0][0]))
    assert tuple(found) == EVENT_TYPES == card().classes["pair"]
    assert sum(found.values()) == pytest.approx(1)
    assert all(0 <= p <= 1 for p in found.values())


def test_of_two_pairs_in_one_sentence_each_has_its_own_type():
    assert likeliest("The [army] accused the {rebels} of fraud, and the government praised the students.") == "ACCUSE"
    assert likeliest("The army accused the rebels of fraud, and the [government] praised the {students}.") == "SUPPORT"


def test_names_do_not_matter():
    one, other = PLAIN[1][0], PLAIN[1][0].replace("Mardun", "@").replace("Ruvo", "Mardun").replace("@", "Ruvo")
    assert likeliest(one) == likeliest(other)


@pytest.mark.parametrize("text", ["The rebels shelled the barracks.", "", "   "])
def test_without_a_marked_word_it_is_refused(text):
    with pytest.raises(Misuse, match="marked"):
        read_pair(text, [], [])


def test_a_mark_that_holds_no_word_is_none():
    with pytest.raises(Misuse, match="marked"):
        read_pair("The rebels shelled the barracks.", [Span(3, 4)], [Span(40, 45)])
