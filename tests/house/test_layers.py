"""A layer asks only for what comes before it, and makes rows of its own table alone."""

from reportedly import pipeline
from reportedly.record import ARTICLE_TABLES

GIVEN = {"document", "analysis"}


def test_a_layer_asks_only_for_what_comes_before_it():
    made = set(GIVEN)
    for name, layer in pipeline.LAYERS:
        late = set(pipeline.needs(layer)) - made
        assert not late, f"{name} asks for {late}, which is made after it"
        made.add(name)


def test_every_table_of_the_record_has_one_layer():
    names = [name for name, _ in pipeline.LAYERS]
    assert len(names) == len(set(names))
    assert set(names) - {"drafts", "heads", "statements", "contexts"} == set(ARTICLE_TABLES)


def test_a_layer_is_called_by_its_table():
    assert [layer.__name__ for _, layer in pipeline.LAYERS] == [f"read_{name}" for name, _ in pipeline.LAYERS]
