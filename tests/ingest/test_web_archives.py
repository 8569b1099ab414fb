"""WARC files: pages, an account of what is none, and files that end too early."""

import gzip
from pathlib import Path

import pytest
from ingest_samples import FIRST, TEXT, page, record, response

from reportedly.ingest import Source, expand, load
from reportedly.ingest.warc import _guarded
from reportedly.record import SourceRow

ADDRESS = "https://monitor.example/talks"


def found(tmp_path: Path, data: bytes) -> list[Source | SourceRow]:
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    return list(expand([str(path)]))


def states(rows: list[Source | SourceRow]) -> list[str]:
    return [str(r.reason or r.state) if isinstance(r, SourceRow) else "article" for r in rows]


def http(head: str, body: bytes) -> bytes:
    return record("response", ADDRESS, head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body, "application/http")


def test_a_response_is_an_article_whose_address_is_known(tmp_path: Path) -> None:
    source, row = found(tmp_path, response(ADDRESS, page()))
    assert isinstance(source, Source)
    assert source.name == f"{row.name}#{ADDRESS}"
    assert load(source).metadata.url == ADDRESS
    assert FIRST in load(source).text


def test_the_day_of_the_crawl_is_a_bound_and_no_publication(tmp_path: Path) -> None:
    source, _ = found(tmp_path, response(ADDRESS, page()))
    assert isinstance(source, Source)
    assert str(source.not_after) == "2024-10-06"
    assert load(source).metadata.published is None


def test_what_is_no_page_is_skipped_and_the_crawlers_notes_are_no_inputs(tmp_path: Path) -> None:
    data = (
        record("warcinfo", "", b"software: crawler\r\n", "application/warc-fields")
        + record("request", ADDRESS, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
        + response(ADDRESS + ".png", b"\x89PNG", "image/png")
        + response(ADDRESS + "/gone", b"gone", head="404 Not Found")
        + record("revisit", ADDRESS, b"", "application/http")
        + record("conversion", ADDRESS, TEXT.encode(), "text/plain")
        + record("resource", ADDRESS, page(), "text/html")
    )
    assert states(found(tmp_path, data)) == [
        "not_an_article",
        "not_an_article",
        "not_an_article",
        "article",
        "article",
        "read",
    ]


def test_compressed_and_chunked_bodies_are_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(page())
    chunked = b"%x\r\n" % len(packed) + packed + b"\r\n0\r\n\r\n"
    head = "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\nTransfer-Encoding: chunked"
    source, _ = found(tmp_path, http(head, chunked))
    assert isinstance(source, Source)
    assert FIRST in load(source).text


def test_the_server_says_the_encoding(tmp_path: Path) -> None:
    body = page().replace(b'<meta charset="utf-8">', b"").replace(b"Castell", "Ćastell".encode("iso-8859-2"))
    source, _ = found(tmp_path, response(ADDRESS, body, "text/html; charset=ISO-8859-2"))
    assert isinstance(source, Source)
    assert "Noemi Ćastell" in load(source).text


def test_a_body_that_unpacks_to_too_much_is_too_large_and_the_others_go_on(tmp_path: Path) -> None:
    bomb = http("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip", gzip.compress(b"a" * 40_000_000))
    assert states(found(tmp_path, bomb + response(ADDRESS, page()))) == ["too_large", "article", "read"]


def test_a_record_larger_than_a_page_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_MEMBER_BYTES", "2000")
    data = response(ADDRESS, b"a" * 3000) + response(ADDRESS, page())
    assert states(found(tmp_path, data)) == ["too_large", "article", "read"]


def test_a_cut_in_a_record_keeps_the_pages_before(tmp_path: Path) -> None:
    one = response(ADDRESS, page())
    for end in [*range(1, 20), *range(20, len(one) - 10, 23), len(one) - 5]:
        assert states(found(tmp_path, one + one[:end])) == ["article", "truncated"], one[:end][-30:]


def test_a_cut_in_the_compression_keeps_the_pages_before(tmp_path: Path) -> None:
    members = gzip.compress(response(ADDRESS, page())) + gzip.compress(response(ADDRESS, page() * 50))
    assert states(found(tmp_path, members[:-20])) == ["article", "truncated"]


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\nabc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nabc",
        b"WARC/9.9 nonsense",
        record("response", ADDRESS, b"no http at all", "application/http"),
        record("response", ADDRESS, b"", "application/http"),
        response(ADDRESS, page()).replace(b"\r\n", b"\n"),
        response(ADDRESS, page()) + b"\0" * 5000,
        response("\x00\r\n\xff".join("ab"), page()),
    ],
)
def test_nonsense_ends_in_an_outcome(tmp_path: Path, data: bytes) -> None:
    rows = found(tmp_path, data)
    assert rows
    assert all(list(r.problems()) == [] for r in rows if isinstance(r, SourceRow))


def test_two_captures_of_one_address_have_two_names(tmp_path: Path) -> None:
    names = [r.name for r in found(tmp_path, response(ADDRESS, page()) * 2)]
    assert len(set(names)) == 3


def test_an_interruption_is_no_broken_record() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _guarded(interrupt)
