"""Every format is recognised by its content, and gives the article."""

from dataclasses import replace
from pathlib import Path

import pytest
from ingest_samples import FIRST, FIXTURES, TEXT, page

from reportedly.errors import Misuse
from reportedly.ingest import Options, Source, expand, formats, load
from reportedly.ingest.formats import Format
from reportedly.record import SourceRow

UNRECOGNISED = {"fragment"}
"""Formats that are never guessed, since nothing in the bytes tells them from another."""


def test_every_format_has_a_fixture() -> None:
    assert set(formats.registry()) == set(FIXTURES)


@pytest.mark.parametrize("name", sorted(set(FIXTURES) - UNRECOGNISED))
@pytest.mark.parametrize("suffix", ["", ".bin", ".pdf", ".txt", ".html"])
def test_a_format_is_recognised_by_content_whatever_the_name(name: str, suffix: str) -> None:
    assert formats.recognise(FIXTURES[name], "input" + suffix).name == name


@pytest.mark.parametrize("name", sorted(FIXTURES))
def test_a_format_gives_the_article(name: str, tmp_path: Path) -> None:
    path = tmp_path / "input"
    path.write_bytes(FIXTURES[name])
    options = Options(format=name)
    found = list(expand([str(path)], options))
    article = next(s for s in found if isinstance(s, Source))
    document = load(article, options)
    assert FIRST in document.text
    assert all(isinstance(s, Source) or s.state in {"read", "skipped"} for s in found)


@pytest.mark.parametrize(
    ("head", "name", "format_"),
    [
        (b"a,b\n1,2\n", "x", "text"),
        (b"a,b\n1,2\n", "x.csv", "csv"),
        (b"url\ttext\n", "x", "csv"),
        (b"[Editors' note] The talks went on.", "x", "text"),
        (b"[1, 2", "x.json", "json"),
        (b'{"text": "a"}\n{"text": "b"}\n', "x.txt", "jsonl"),
        (b'{\n  "text": "a"\n}\n', "x.txt", "json"),
        (b"<?xml version='1.0'?><!-- <rss> --><nitf><body><p>a</p></body></nitf>", "x.rss", "html"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'>", "x.html", "feed"),
        (b"<p>The talks</p><p>went on</p>", "x.txt", "html"),
        (b"<3 is a heart, said the mayor", "x.html", "text"),
        ("<rss version='2.0'>".encode("utf-16"), "x", "feed"),
        (b"\n\nWARC/1.0\r\n", "x", "warc"),
        (b"", "x.html", "text"),
    ],
)
def test_ties_between_kinds_of_text_are_broken_by_the_name(head: bytes, name: str, format_: str) -> None:
    assert formats.recognise(head, name).name == format_


def test_a_feed_that_is_html_is_html(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(page())
    (source,) = expand([str(path)])
    assert isinstance(source, Source)
    assert source.format == "html"


def test_a_format_has_one_reader() -> None:
    with pytest.raises(Misuse, match="one reader"):
        Format("odd", "neither", recognise=lambda head, name: True)


def test_an_unknown_format_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no format 'docx'"):
        list(expand([str(tmp_path)], Options(format="docx")))


def test_another_package_adds_a_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def load_secret(data: bytes, source: Source, options: Options) -> object:
        return load(replace(source, data=data[7:], format="text"), options)

    added = Format("secret", "text behind a mark", lambda head, name: head.startswith(b"SECRET:"), load=load_secret)  # type: ignore[arg-type]

    class Point:
        name, value = "secret", "package:added"

        def load(self) -> Format:
            return added

    monkeypatch.setattr(formats, "entry_points", lambda group: [Point()] if group == "reportedly.formats" else [])
    formats.registry.cache_clear()
    try:
        path = tmp_path / "a.txt"
        path.write_bytes(b"SECRET:" + TEXT.encode())
        (source,) = expand([str(path)])
        assert not isinstance(source, SourceRow)
        assert source.format == "secret"
        assert FIRST in load(source).text
    finally:
        formats.registry.cache_clear()
