"""Rows to Arrow and back, for every table, with whatever values its columns allow."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.articles import record
from reportedly.casebook import arrow
from reportedly.document import Span
from reportedly.record import ARTICLE_TABLES, TABLES
from reportedly.record.kinds import (
    Choice,
    Choices,
    Day,
    Flag,
    Names,
    Number,
    Pattern,
    References,
    Whole,
    WordsKind,
    WordsList,
)  # fmt: skip

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
span = st.builds(Span, st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1))
words = st.lists(span, max_size=3).map(tuple)


def values(kind) -> st.SearchStrategy:
    """What a column of this kind may hold."""
    for types, strategy in (
        (Choices, lambda: st.lists(st.sampled_from(kind.of)).map(tuple)),
        (Choice, lambda: st.none() | st.sampled_from(kind.of)),
        (WordsList, lambda: st.lists(words, max_size=3).map(tuple)),
        (WordsKind, lambda: words),
        (References, lambda: st.lists(text, max_size=3).map(tuple)),
        (Names, lambda: st.lists(text, max_size=3).map(tuple)),
        (Day, lambda: st.none() | st.dates(date(1, 1, 1))),
        (Flag, st.booleans),
        (Whole, lambda: st.none() | st.integers(0, 2**63 - 1)),
        (Number, lambda: st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False)),
        (Pattern, lambda: st.none() | text),
    ):
        if isinstance(kind, types):
            return strategy()
    return st.none() | text


def rows(table: str) -> st.SearchStrategy:
    cls = TABLES[table]
    return st.builds(cls, **{c.name: values(c.kind) for c in cls.columns()})


@pytest.mark.parametrize("table", TABLES)
def test_rows_come_back_from_arrow_as_they_went(table):
    @given(st.lists(rows(table), max_size=4))
    def check(some):
        keys = [("d1", n) for n in range(len(some))]
        data = arrow.table_of(table, some, keys)
        assert data.schema == arrow.schema(table)
        assert arrow.rows_of(table, data) == some

    check()


def test_every_table_of_an_article_carries_its_id_and_an_order():
    made = arrow.tables_of([record(1), record(2)])
    assert set(made) == set(TABLES) - {"sources"}
    for table in ("blocks", *ARTICLE_TABLES):
        assert made[table].column_names[:2] == ["document", "n"]
    assert made["actors"].column("n").to_pylist() == [0, 1, 0, 1]


def test_a_type_that_no_casebook_stores_is_refused():
    with pytest.raises(ValueError, match="no type"):
        arrow.types("decimal")
    assert (
        arrow.types("list<list<struct<start: int32, end: int32>>>")[1] == 'STRUCT("start" INTEGER, "end" INTEGER)[][]'
    )


def test_a_number_too_large_to_store_is_refused():
    figure = record(1).figures[0]
    object.__setattr__(figure, "high", 10**400)
    with pytest.raises(OverflowError):
        arrow.table_of("figures", [figure], [("d1", 0)])
    with pytest.raises(UnicodeEncodeError):
        arrow.table_of(
            "checks",
            [type(record(1).checks[0])(id="\ud800", kind="sum", figures=(), holds=True, words="", made_by="")],
            [("d1", 0)],
        )
    assert issubclass(pa.ArrowInvalid, ValueError)
