"""Addresses: what may be fetched, and what the fetching is bounded by. Nothing here leaves the machine."""

import gzip
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from ipaddress import IPv4Address, ip_address

import pytest
from ingest_samples import FIRST, item, page, rss

from reportedly.errors import InputRefused, Reason
from reportedly.ingest import Options, Source, expand, fetch, load
from reportedly.record import SourceRow


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, data: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        if self.path == "/talks":
            self.answer(page())
        elif self.path == "/gzip":
            self.answer(gzip.compress(page()), Content_Encoding="gzip")
        elif self.path == "/cut":
            self.answer(gzip.compress(page())[:-30], Content_Encoding="gzip")
        elif self.path == "/bomb":
            self.answer(gzip.compress(b"a" * 40_000_000), Content_Encoding="gzip")
        elif self.path == "/brotli":
            self.answer(b"abc", Content_Encoding="br")
        elif self.path == "/feed":
            self.answer(rss(item()))
        elif self.path.startswith("/to?"):
            self.answer(b"", 302, Location=self.path[4:])
        elif self.path == "/loop":
            self.answer(b"", 302, Location="/loop")
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                time.sleep(0.1)
                try:
                    self.wfile.write(b"a")
                except OSError:
                    return
        else:
            self.answer(b"none", 404)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on the loopback address, which alone is let through the guard."""
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    real = fetch.is_public
    monkeypatch.setattr(fetch, "is_public", lambda a: a == IPv4Address("127.0.0.1") or real(a))
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def refusal(address: str) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        fetch.fetch(address)
    assert refused.value.source == address
    return refused.value


def test_an_address_gives_an_article(server: str) -> None:
    (source,) = expand([f"{server}/talks"])
    assert isinstance(source, Source)
    assert FIRST in load(source).text
    assert load(source).metadata.url == f"{server}/talks"


def test_a_redirect_is_followed_and_the_last_address_is_kept(server: str) -> None:
    found = fetch.fetch(f"{server}/to?/gzip")
    assert (found.url, found.data, found.charset) == (f"{server}/gzip", page(), "utf-8")


def test_an_address_may_be_a_feed_whose_links_are_fetched_when_loaded(server: str) -> None:
    first, row = expand([f"{server}/feed"], Options(follow=True))
    assert isinstance(first, Source)
    assert row.format == "feed"
    assert FIRST in load(Source("entry", url=f"{server}/talks")).text
    with pytest.raises(InputRefused) as refused:
        load(Source("entry", url=f"{server}/feed"))
    assert refused.value.reason is Reason.FETCH_FAILED


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", Reason.FETCH_FAILED),
        ("/loop", Reason.FETCH_FAILED),
        ("/brotli", Reason.FETCH_FAILED),
        ("/cut", Reason.TRUNCATED),
        ("/bomb", Reason.TOO_LARGE),
        ("/to?file:///etc/passwd", Reason.REFUSED_ADDRESS),
        ("/to?ftp://monitor.example/", Reason.REFUSED_ADDRESS),
        ("/to?http://10.0.0.1/", Reason.REFUSED_ADDRESS),
        ("/to?http://169.254.169.254/latest/meta-data/", Reason.REFUSED_ADDRESS),
        ("/to?http://[::1]/", Reason.REFUSED_ADDRESS),
        ("/to?http://[::ffff:10.0.0.1]/", Reason.REFUSED_ADDRESS),
        ("/to?http://2130706434/", Reason.REFUSED_ADDRESS),
        ("/to?http://0x7f.2/", Reason.REFUSED_ADDRESS),
        ("/to?http://0/", Reason.REFUSED_ADDRESS),
    ],
)
def test_what_an_address_may_not_do(server: str, path: str, reason: Reason) -> None:
    assert refusal(server + path).reason is reason


def test_a_server_that_drips_is_out_of_time(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LIMIT_FETCH_SECONDS", "1")
    began = time.monotonic()
    assert refusal(f"{server}/drip").reason is Reason.TIMEOUT
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0177.0.0.1/", "http://127.1/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://192.168.1.1/", "http://100.64.0.1/", "http://224.0.0.1/",
        "file:///etc/passwd", "ftp://monitor.example/", "gopher://monitor.example/", "http://", "http://[::1/",
    ],
)  # fmt: skip
def test_addresses_that_lead_inside_are_refused_before_a_packet_is_sent(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*args: object, **options: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "create_connection", connect)
    (row,) = expand([address])
    assert isinstance(row, SourceRow)
    assert row.reason == Reason.REFUSED_ADDRESS


def test_a_name_with_one_inner_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(*args: object, **options: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (a, 80)) for a in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    assert refusal("http://monitor.example/").reason is Reason.REFUSED_ADDRESS


def test_a_name_that_is_not_known_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refusal("http://monitor.example/").reason is Reason.FETCH_FAILED


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("::ffff:93.184.216.34", True),
        ("0.0.0.0", False),
        ("172.16.0.1", False),
        ("192.0.2.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("239.1.1.1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::ffff:169.254.169.254", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert fetch.is_public(ip_address(address)) is public


def test_proxies_of_the_environment_are_not_used(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert fetch.fetch(f"{server}/talks").data == page()
