"""No character of an article can do anything on a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.views import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("a\x00b", "a␀b"),
        ("\x9b2J", "[U+009B]2J"),
        ("\x7f", "␡"),
        ("\u202egnp.exe", "[U+202E]gnp.exe"),
        ("\u2066x\u2069", "[U+2066]x[U+2069]"),
        ("\ud800", "\ufffd"),
        ("back\rspace\x08", "back␍space␈"),
        ("two\r\nlines", "two\nlines"),
        ("a\u2028b", "a[U+2028]b"),
    ],
)
def test_what_moves_colours_or_turns_text_is_shown(text, seen):
    assert visible(text) == seen


def test_letters_of_every_script_stay():
    text = "Žofie said “مرحبا” and שלום; naïve\tcafé\n日本 👩‍👧"
    assert visible(text) == text


@given(st.text())
def test_nothing_that_acts_is_left_and_a_second_look_changes_nothing(text):
    seen = visible(text)
    assert not any(ord(c) < 32 and c not in "\t\n" for c in seen)
    assert not any(0x7F <= ord(c) <= 0x9F or 0xD800 <= ord(c) <= 0xDFFF for c in seen)
    assert visible(seen) == seen
