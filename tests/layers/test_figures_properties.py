"""What holds of the figures of any text and any parse: ordered ranges, spans inside the text, wholes that are rows and no
circles, and a record that does not hang on the order of the rows of earlier layers.

The sentences are strung together from words that the readers look for, under trees drawn at random, so that every rule
meets parses that nobody would draw by hand.
"""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from notation import build
from plain import plain
from reportedly.document import Span
from reportedly.layers.figures import read_figures
from reportedly.layers.times import read_times
from reportedly.record import Place

PHRASES = (
    "at least 16 people", "59 captives", "Seventeen of the dead", "seven of them", "of these", "of whom", "12", "five",
    "nine", "dozens of guards", "between 40 and 35 people", "60-100 people", "90 percent of the population", "half of them",
    "$4.2 million", "3 million", "one in ten guards", "two years and three months", "a family of six", "a couple of guards",
    "nobody", "none of the guards", "no guards", "both hostages", "up to 24 civilians", "1,234,567,890,123 people",
    "12.500 people", "1.250.000 people", "2-3,000 people", "48,000 people, mostly women and children", "down from 240", ":",
    ",", "—", "(", ")", ".", "and", "were killed", "were wounded", "died", "fled", "said", "include", "including", "among",
    "them", "the dead", "the toll", "rose to", "stood at", "so far", "since October", "on Monday", "as of Monday", "in 2015",
    "in May", "the blast", "according to hospital records", "found", "a survey of 1,200 families", "by Monday", "in Keldrin", "in Talmera", "by",
    "trucks", "workers", "drivers", "is", "of", "the", "$", "%", "½", "1,", "600",
)  # fmt: skip
TAGS = (
    "NOUN/NN", "NOUN/NNS", "PROPN/NNP", "NUM/CD", "VERB/VBD", "VERB/VBN", "AUX/VBD", "ADP/IN", "PRON/PRP", "DET/DT",
    "ADJ/JJ", "ADV/RB", "PUNCT/,", "CCONJ/CC",
)  # fmt: skip
RELATIONS = (
    "nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj", "appos", "attr", "nummod", "amod", "compound", "acl", "relcl",
    "advcl", "ccomp", "xcomp", "det", "punct", "quantmod", "npadvmod", "agent", "mark",
)  # fmt: skip
PLACES = ("Keldrin", "Talmera")
LEMMAS = {
    "killed": "kill", "wounded": "wound", "died": "die", "fled": "flee", "said": "say", "rose": "rise", "stood": "stand",
    "were": "be", "is": "be", "found": "find",
}  # fmt: skip
LIKELY = 0.8
"""How often a word has the class that it mostly has, and a noun hangs on the preposition before it."""

strings = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=14).map(lambda phrases: " ".join(phrases) + " .")


@st.composite
def parses(draw):
    """The notation of some sentences of such words, each under a tree drawn at random."""
    dice = random.Random(draw(st.integers(0, 2**32)))
    sentences = draw(st.lists(strings, min_size=1, max_size=3))
    return "\n\n".join("\n".join(_lines(dice, plain(words)[1].tokens)) for words in sentences)


def _lines(dice, tokens):
    """The lines of a sentence: tags and relations are mostly those of the words' class, heads stand before or at the root."""
    root = next((t.index for t in tokens if t.pos in ("VERB", "AUX")), 0)
    for i, t in enumerate(tokens):
        before = tokens[i - 1] if i else t
        noun = dice.random() < LIKELY and before.pos == "ADP"
        relation = "pobj" if noun else "prep" if t.pos == "ADP" else dice.choice(RELATIONS)
        head = 0 if i == root else i if noun else dice.choice([root + 1, *range(1, i + 1)])
        tags = f"{t.pos}/{t.tag}" if dice.random() < LIKELY and t.tag != "X" else dice.choice(TAGS)
        yield f"{t.text}  {LEMMAS.get(t.lower, t.lower)}  {tags}  {'ROOT' if i == root else relation}  {head}"


def read(analysis, document, turn=lambda rows: rows):
    """The figures, with the times and places that the text names, in the order that `turn` gives them."""
    return read_figures(document, analysis, turn(read_times(document, analysis)), turn(places(analysis)), [])


def places(analysis):
    named = (t for t in analysis.tokens if t.text in PLACES)
    return [Place(id=f"l{t.index}", words=(Span(t.span.start, t.span.end),), made_by="test") for t in named]


def check(document, rows):
    by_id = {row.id: row for row in rows}
    assert len(by_id) == len(rows)
    for row in rows:
        assert row.low is None or row.high is None or row.low <= row.high
        assert row.unit != "percent" or row.low is None or row.low >= 0
        for words in (row.words, row.who, row.method):
            assert all(0 <= a < b <= len(document.text) for a, b in words)
        assert row.words
        met, at = {row.id}, row
        while at.part_of is not None:
            at = by_id[at.part_of]
            assert at.id not in met
            met.add(at.id)


@given(strings)
def test_figures_of_any_words_are_in_order(words):
    document, analysis = plain(words, "2031-03-06")
    check(document, read(analysis, document))


@given(parses())
def test_figures_of_any_parse_are_in_order(notation):
    analysis, document = build(notation, published=date(2031, 3, 6))
    check(document, read(analysis, document))


@given(parses(), st.randoms(use_true_random=False))
def test_the_order_of_times_and_places_changes_no_figure(notation, dice):
    analysis, document = build(notation, published=date(2031, 3, 6))
    assert read(analysis, document) == read(analysis, document, lambda rows: dice.sample(rows, len(rows)))
