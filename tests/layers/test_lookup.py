"""Looking rows up by place: the same rows as a search of all, in an article of any length."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.document import Span
from reportedly.layers.lookup import STRETCH, Voices, cued_at
from reportedly.record import Attribution

spans = st.tuples(st.integers(0, 4 * STRETCH), st.integers(1, 2 * STRETCH)).map(lambda s: Span(s[0], s[0] + s[1]))


def row(n, content, cue):
    return Attribution(
        id=f"a{n}", cue=(cue,), content=(content,), mode="indirect", stance="assert", anonymity="named", chain=("",),
        made_by="test",
    )  # fmt: skip


rows = st.lists(st.tuples(spans, spans), max_size=12).map(lambda pairs: [row(n, *p) for n, p in enumerate(pairs)])


@given(rows, spans)
def test_the_voice_of_a_place_is_the_shortest_content_that_covers_it(attributions, place):
    covering = [
        (a.content[0].end - a.content[0].start, -n, a) for n, a in enumerate(attributions) if a.content[0].holds(place)
    ]
    found = Voices(attributions).holding(place)
    assert found == (min(covering, key=lambda c: c[:2])[2] if covering else None)


@given(rows, st.lists(spans, max_size=2))
def test_the_cues_at_a_place_are_those_that_share_characters_with_it(attributions, words):
    assert Voices(attributions).cued_at(tuple(words)) == cued_at(attributions, tuple(words))
