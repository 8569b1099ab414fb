"""Addresses to bytes: the only place where this program reaches out, and only to what a person named.

In: an `http` or `https` address. Out: what it gave, where it was found in the end, and the encoding that was told.
The guard sits where connections are made: the name is resolved once, every address that it has must be public, and
the connection goes to the address that was checked, on each redirect anew. So neither a name that changes its answer
nor a number written in another way leads inside. Proxies of the environment are not used, since they would go around
the guard. Bytes, redirects and the time of the whole are bounded.

Refuses, with `InputRefused`: REFUSED_ADDRESS, FETCH_FAILED, TOO_LARGE, TIMEOUT.
"""

import socket
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx

from reportedly import __version__, limits
from reportedly.errors import InputRefused, Reason

_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, the address after redirects, the encoding that the server told."""

    data: bytes
    url: str
    charset: str


def fetch(address: str) -> Fetched:
    """What lies at an address. Raises `InputRefused` as the module says."""
    _refuse_scheme(address)
    seconds = limits.value("fetch_seconds")
    transport = httpx.HTTPTransport(trust_env=False)
    transport._pool._network_backend = Guard(time.monotonic() + seconds)
    headers = {"User-Agent": f"reportedly/{__version__}", "Accept-Encoding": "gzip"}
    redirects = limits.value("fetch_redirects")
    with httpx.Client(
        transport=transport, trust_env=False, timeout=seconds, headers=headers, max_redirects=redirects
    ) as client:
        try:
            with client.stream("GET", address, follow_redirects=True) as response:
                if response.status_code != 200:
                    raise InputRefused(Reason.FETCH_FAILED, address, f"HTTP status {response.status_code}")
                charset = _charset(response.headers.get("content-type", ""))
                return Fetched(_body(response, address), str(response.url), charset)
        except httpx.TimeoutException as error:
            raise InputRefused(Reason.TIMEOUT, address, f"{seconds} seconds") from error
        except httpx.UnsupportedProtocol as error:
            raise InputRefused(Reason.REFUSED_ADDRESS, address, "only http and https are fetched") from error
        except httpx.TooManyRedirects as error:
            raise InputRefused(Reason.FETCH_FAILED, address, f"more than {redirects} redirects") from error
        except (httpx.InvalidURL, UnicodeError) as error:
            raise InputRefused(Reason.REFUSED_ADDRESS, address, "it is no valid address") from error
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise InputRefused(Reason.FETCH_FAILED, address, str(error).lower()) from error
        except InputRefused as refusal:
            raise refusal.named(address) from refusal.__cause__


def _refuse_scheme(address: str) -> None:
    try:
        parts = urlsplit(address)
        known = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        known = False
    if not known:
        raise InputRefused(Reason.REFUSED_ADDRESS, address, "only http and https are fetched")


def _charset(content_type: str) -> str:
    message = Message()
    message["content-type"] = content_type.encode("ascii", "ignore").decode("ascii").replace("\r", "").replace("\n", "")
    return message.get_content_charset() or ""


def _body(response: httpx.Response, address: str) -> bytes:
    """The body, unpacked here and not by httpx, which would unpack a whole chunk however large it becomes."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip"}:
        raise InputRefused(Reason.FETCH_FAILED, address, f"packed as {encoding[:20]}")
    unpack = zlib.decompressobj(31) if "gzip" in encoding else None
    most, parts, size = limits.value("fetch_bytes"), [], 0
    for chunk in response.iter_raw():
        try:
            part = unpack.decompress(chunk, most + 1 - size) if unpack else chunk
        except zlib.error as error:
            raise InputRefused(Reason.FETCH_FAILED, address, f"gzip: {error}") from error
        parts.append(part)
        size += len(part)
        if size > most:
            raise InputRefused(Reason.TOO_LARGE, address, f"more than {most:,} bytes")
    if unpack and size and not unpack.eof:
        raise InputRefused(Reason.TRUNCATED, address, "the compressed data end early")
    return b"".join(parts)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address belongs to the public internet, whatever it is wrapped in.

    Refused are private, loopback, link-local, shared, reserved, multicast and documentation addresses (RFC 6890), also
    where an IPv6 address carries such an IPv4 address (mapped, 6to4, Teredo, NAT64).
    """
    if isinstance(address, IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(address in network for network in _TRANSLATED):
            inner.append(IPv4Address(address.packed[-4:]))
        if any(i is not None and not is_public(i) for i in inner):
            return False
        if address.ipv4_mapped is not None:
            return True
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


class Guard(httpcore.NetworkBackend):
    """Makes connections to public addresses only, each checked before a packet is sent, until `deadline`."""

    def __init__(self, deadline: float) -> None:
        self._inner, self._deadline = httpcore.SyncBackend(), deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a public address of `host`. Raises `InputRefused` with REFUSED_ADDRESS."""
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        addresses = list(dict.fromkeys(str(a[4][0]) for a in answers))
        for text in addresses:
            if not is_public(ip_address(text.partition("%")[0])):
                raise InputRefused(Reason.REFUSED_ADDRESS, detail=f"{host} is at {text}, which is not public")
        for number, text in enumerate(addresses):
            try:
                left = _left(self._deadline)
                stream = self._inner.connect_tcp(text, port, left, local_address, socket_options)
            except httpcore.ConnectError:
                if number == len(addresses) - 1:
                    raise
            else:
                return Timed(stream, self._deadline)
        raise httpcore.ConnectError(f"the name {host} has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: raises `InputRefused`."""
        raise InputRefused(Reason.REFUSED_ADDRESS, path)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ConnectTimeout("out of time")
    return left


class Timed(httpcore.NetworkStream):
    """A connection that ends at a time, however slowly its bytes drip."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes as they come."""
        return self._inner.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._inner.write(buffer, _left(self._deadline))

    def close(self) -> None:
        """End the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        return Timed(self._inner.start_tls(ssl_context, server_hostname, _left(self._deadline)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)
