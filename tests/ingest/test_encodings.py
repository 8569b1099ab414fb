"""Bytes to characters, and which characters a text may hold."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputRefused, Reason
from reportedly.ingest.encodings import clean, decode, peek

SENTENCE = "“We won’t go,” said the mayor of Orlén – the café’s owner agreed. " * 20


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252"]
)
def test_an_undeclared_encoding_is_detected(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)).startswith("“We won’t go,” said the mayor of Orlén – the café’s")


def test_a_page_says_its_encoding() -> None:
    page = '<meta charset="iso-8859-7"><p>Αθήνα</p>'
    assert "Αθήνα" in decode(page.encode("iso-8859-7"))


def test_xml_says_its_encoding() -> None:
    page = '<?xml version="1.0" encoding="windows-1251"?><p>Москва</p>'
    assert "Москва" in decode(page.encode("cp1251"))


def test_a_server_says_the_encoding() -> None:
    assert decode("Αθήνα".encode("iso-8859-7"), "ISO-8859-7") == "Αθήνα"


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(b"\x93No\x94 he said", "iso-8859-1") == "“No” he said"


def test_valid_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decode('<meta charset="iso-8859-1">Orlén’s'.encode()).endswith("Orlén’s")


def test_a_declaration_that_is_no_encoding_is_passed_over() -> None:
    assert decode("Orlén".encode(), "unicode_escape") == "Orlén"
    assert decode("Orlén".encode(), "base64") == "Orlén"
    assert decode("Orlén".encode(), "klingon") == "Orlén"


def test_utf_8_with_stray_bytes_of_windows_1252_is_read_as_both() -> None:
    mixed = "The café in Orlén – said the owner – was “closed”. ".encode() * 10 + b"\x93No\x94, he said."
    assert decode(mixed).endswith("“closed”. “No”, he said.")


def test_pictures_and_programs_are_binary() -> None:
    for data in (b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"\x7fELF\x02", bytes(range(256)) * 10):
        with pytest.raises(InputRefused) as refused:
            decode(data)
        assert refused.value.reason is Reason.BINARY


def test_a_nul_byte_is_taken_out() -> None:
    assert decode(b"The talks\0 went on, " + b"said the minister. " * 20).startswith("The talks went on")


def test_lone_surrogates_and_pairs() -> None:
    assert clean("a\ud800b") == "a\ufffdb"
    assert clean("\ud83d\ude00") == "😀"


def test_unseen_characters_are_taken_out() -> None:
    assert clean("abc\u202ecba\u2066x\u2069 \u200bhid\ufeff\u00adden \U000e0041") == "abccbax hidden "


def test_line_ends_and_blanks_are_of_one_kind() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e\u00a0f\u2009g") == "a\nb\nc\nd\ne f g"


def test_joiners_of_other_scripts_stay() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


@given(st.text(st.characters()))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode("utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    peek(data)
    with suppress(InputRefused):
        decode(data).encode("utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    if text.startswith("\ufeff"):
        return
    if "charset" not in text and "encoding" not in text and not text.encode().startswith((b"BZh", b"Rar!")):
        assert decode(text.encode()) == clean(text)
