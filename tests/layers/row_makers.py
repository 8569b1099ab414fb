"""Rows of earlier layers made by hand from the words of a document, for tests of the layers that need them."""

from reportedly.document import Span
from reportedly.record import Actor, Attribution


def at(document, words, nth=1):
    place = -1
    for _ in range(nth):
        place = document.text.index(words, place + 1)
    return Span(place, place + len(words))


def actor(document, row, *names):
    return Actor(
        id=row, name=names[0], kind="organisation", names=tuple((at(document, n),) for n in names), made_by="test"
    )


def attribution(document, content, stance="assert", cue="", row="a1", within=None):
    return Attribution(
        id=row, cue=(at(document, cue),) if cue else (), content=(at(document, content),), mode="indirect", stance=stance,
        anonymity="named", within=within, chain=("",), made_by="test",
    )  # fmt: skip
