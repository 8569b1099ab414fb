"""The quantities of an invented phrase, read without a parse.

A phrase stands in "Then … fled"; where the words of the quantity are all of the phrase, no part of it was lost and none
was taken for a second number.
"""

from plain import plain
from reportedly.layers.quantities.find import quantities


def counted(phrase):
    """Each quantity of a phrase: its words with its noun, low, high."""
    document, analysis = plain(f"Then {phrase} fled.")
    return [(document.words((analysis.span(q.first, q.stop),)), q.low, q.high) for q in quantities(analysis)]


def measured(sentence):
    """Each quantity of a sentence: low, high, unit."""
    _, analysis = plain(sentence)
    return [(q.low, q.high, q.unit) for q in quantities(analysis)]
