"""Quotation marks are paired, and apostrophes are not quotation marks."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.document import Span
from reportedly.language.quotations import find_quotations


def paragraphs_of(text: str) -> list[Span]:
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    return spans


def quoted(text: str) -> list[str]:
    """Each quotation as its pieces joined by a bar, behind its depth where it is nested and `~` where it is not closed."""
    return [
        ">" * q.depth + ("" if q.closed else "~") + "|".join(s.of(text) for s in q.spans)
        for q in find_quotations(text, paragraphs_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will stay," she said. "And win."', ['"We will stay,"', '"And win."']),
        ("“We will stay,” she said. “And win.”", ["“We will stay,”", "“And win.”"]),
        ("``We will stay,'' she said.", ["``We will stay,''"]),
        ("«We will stay», she said.", ["«We will stay»"]),
        ("»We will stay«, she said.", ["»We will stay«"]),
        ("„We will stay“, she said.", ["„We will stay“"]),
        ("„We will stay”, she said.", ["„We will stay”"]),
        ("The ‘coup’ failed.", ["‘coup’"]),
        ("The 'coup' failed.", ["'coup'"]),
        ('A so-called "ally"(of sorts) left.', ['"ally"']),
        ('He said,"We go."She did not.', ['"We go."']),
        ('He wrote: "...and so it ends..." and left.', ['"...and so it ends..."']),
        ('"I was—" he said.', ['"I was—"']),
        ('They called it " a triumph " then.', ['" a triumph "']),
        ('"Mixed marks,” she said.', ['"Mixed marks,”']),
    ],
)
def test_every_style_of_marks_is_read(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister's aides didn't say whether it's Veska's or the players' turn.",
        "The minister’s aides didn’t say whether it’s Veska’s or the players’ turn.",
        "It was the '90s, rock 'n' roll, and they gave 'em hell 'til dawn.",
        'A 12" gun and a man 6\' 2" tall.',
        "Sana'a and Ma‘arib fell.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_possessive_does_not_end_a_quotation() -> None:
    assert quoted("‘The generals’ wives left,’ he said.") == ["‘The generals’ wives left,’"]
    assert quoted("'The generals' wives left,' he said.") == ["'The generals' wives left,'"]
    assert quoted("They met the 'rebel generals' on Monday.") == ["'rebel generals'"]


def test_quotations_nest() -> None:
    text = "“He told me ‘never again’ and left,” she said."
    assert quoted(text) == ["“He told me ‘never again’ and left,”", ">‘never again’"]
    assert quoted("\"He said 'no,'\" she said.") == ["\"He said 'no,'\"", ">'no,'"]
    assert quoted('"He told me "never" and left," she said.') == ['"He told me "never" and left,"', '>"never"']


def test_a_quotation_that_runs_on_is_one() -> None:
    text = "“We came.\n\n“We saw.\n\n“We won,” he said."
    assert quoted(text) == ["“We came.|“We saw.|“We won,”"]
    text = '"We came.\n\n"We won," he said. "It is over."'
    assert quoted(text) == ['"We came.|"We won,"', '"It is over."']


def test_a_quotation_runs_on_where_the_paragraphs_are_lost() -> None:
    assert quoted("“We came. “We saw,” he said. “Yes.”") == ["“We came. “We saw,”", "“Yes.”"]
    assert quoted('"We came! "We saw," he said.') == ['"We came! "We saw,"']


def test_an_opening_mark_set_for_a_closing_one_closes() -> None:
    assert quoted("It was “mostly false.“ He left.") == ["“mostly false.“"]


def test_a_nested_quotation_runs_on_with_its_outer_one() -> None:
    text = "“He said: ‘We came.\n\n“‘We won.’ That is all.”"
    assert quoted(text) == ["“He said: ‘We came.|“‘We won.’ That is all.”", ">‘We came.|‘We won.’"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quoted('He said: "We came.\n\nThen he left.') == ['~"We came.']


def test_a_mark_that_was_forgotten_does_not_turn_the_rest_inside_out() -> None:
    assert quoted('It was "a triumph, and "the end," he said.') == ['~"a triumph, and', '"the end,"']
    assert quoted('We came," he said. "We saw," he added.') == ['"We saw,"']


def test_an_apostrophe_inside_is_not_the_end() -> None:
    assert quoted("‘We don’t know,’ she said.") == ["‘We don’t know,’"]
    assert quoted("‘They gave ’em all we’ve got,’ she said.") == ["‘They gave ’em all we’ve got,’"]


MARKS = st.text(alphabet="\"“”„«»‹›‘’‚'`as .,—(\n", max_size=80)


@settings(max_examples=400, deadline=None)
@given(MARKS)
def test_quotations_lie_within_paragraphs_in_order_and_nested(text: str) -> None:
    paragraphs = paragraphs_of(text)
    found = find_quotations(text, paragraphs)
    assert [q.start for q in found] == sorted(q.start for q in found)
    open_ones: list[Span] = []
    for q in found:
        assert list(q.spans) == sorted(q.spans)
        for s in q.spans:
            assert s.start < s.end
            assert any(p.holds(s) for p in paragraphs)
        whole = Span(q.start, q.end)
        open_ones = [o for o in open_ones if o.end > whole.start]
        assert all(o.holds(whole) for o in open_ones)
        assert len(open_ones) == q.depth
        open_ones.append(whole)


@pytest.mark.parametrize("unit", ['"', "'", "“", "‘a", "a’ ", "' a", "``", '"a "', "‘“"])
def test_time_is_linear(unit: str) -> None:
    text = unit * 100_000
    begin = time.perf_counter()
    find_quotations(text, [Span(0, len(text))])
    assert time.perf_counter() - begin < 5
