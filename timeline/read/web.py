"""One web page at a time: over HTTP, conditionally, within limits of time and size, from the public internet only.

>>> is_address("https://paper.example.cn/html/2025-04/23/content_1.htm"), is_address("pages/a.txt")
(True, False)

Written on the standard library: what matters here, which address is connected to and when to give up, is done beneath
any client (``timeline.read.dialling``); redirects and unpacking are bounded here. See RFC 9110 for the terms.
"""

from __future__ import annotations

import http.client
import os
import socket
import ssl
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from timeline import regex as re
from timeline.read.dialling import Deadline, Limits, PrivateAddressError, dial
from timeline.read.errors import ReadError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; timeline)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.8",
    "Accept-Language": "zh-CN, zh;q=0.9, *;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CHUNK = 64 * 1024
_LATER = "try again later"
#: What to do about an answer that is no page, by its status.
_ADVICE = {
    401: "log in with a browser, and save the page", 403: "open it in a browser, and save the page",
    404: "check the address", 410: "the page is gone; check the address", 429: _LATER, 451: "look for it elsewhere",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page so that it can be asked later whether the page has changed (RFC 9110, 8.8)."""

    url: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its bytes, unpacked; the address where it was found in the end; its Content-Type and validators."""

    raw: bytes
    url: str
    content_type: str
    validators: Validators


def is_address(name: str) -> bool:
    """Whether a name on the command line is a web address (of whatever scheme), not a file."""
    return _ADDRESS.match(name) is not None


def fetch(
    address: str, *, known: Validators | None = None, limits: Limits | None = None, allow_private: bool = False
) -> Fetched | None:
    """The page at ``address``; None when it has not changed since the server gave the validators ``known``.

    Raises ReadError for an address that is none or not public, and for an answer that is no page, comes too late, is
    too large, breaks off, or leads to too many other addresses.
    """
    limits = limits or Limits()
    deadline = Deadline(limits)
    place = urldefrag(address).url
    for _ in range(limits.redirects + 1):
        parts = _parted(address, place)
        connection = _connected(address, parts, deadline, limits, allow_private)
        try:
            response = _answer(connection, parts, known if known and known.url == place else None)
            if response.status == _NOT_MODIFIED and known:
                return None
            target = response.headers.get("Location", "") if response.status in _REDIRECTS else ""
            if not target:
                return _page(address, place, response, limits)
            place = urldefrag(urljoin(place, target)).url
        except (OSError, http.client.HTTPException, zlib.error) as error:
            raise _failure(address, place, error, limits) from error
        finally:
            connection.close()
    raise ReadError(address, f"more than {limits.redirects} redirects, the last to {place}", "check the address")


def _parted(address: str, place: str) -> SplitResult:
    """The parts of an address in ASCII, as HTTP wants them; ``address`` is what the user named."""
    where = "" if place == urldefrag(address).url else f"it leads to {place}: "
    try:
        parts = urlsplit(place)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:  # a UnicodeError is one
        raise ReadError(address, f"{where}no web address ({error})", "check the address") from error
    if parts.scheme not in ("http", "https"):
        raise ReadError(address, f"{where}only http and https addresses are read", "download it, and name the file")
    if parts.username is not None or not host:
        reason = "an address with a user's name in it" if host else "an address without a host"
        raise ReadError(address, where + reason, "check the address")
    shown = f"[{host}]" if ":" in host else host
    return SplitResult(
        parts.scheme,
        f"{shown}:{port}" if port else shown,
        quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"),
        quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"),
        "",
    )


def _connected(
    address: str, parts: SplitResult, deadline: Deadline, limits: Limits, allow_private: bool
) -> http.client.HTTPConnection:
    host, secure = parts.hostname or "", parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(host, parts.port)
    try:
        connection.sock = dial(host, connection.port, deadline, limits, secure=secure, allow_private=allow_private)
    except OSError as error:
        raise _failure(address, parts.geturl(), error, limits) from error
    return connection


def _answer(
    connection: http.client.HTTPConnection, parts: SplitResult, known: Validators | None
) -> http.client.HTTPResponse:
    headers = dict(_HEADERS)
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers)
    return connection.getresponse()


def _page(address: str, place: str, response: http.client.HTTPResponse, limits: Limits) -> Fetched:
    if response.status not in (200, 203):
        advice = _ADVICE.get(response.status, _LATER if response.status >= 500 else "check the address")
        phrase = http.client.responses.get(response.status, "")
        raise ReadError(address, f"the server answers {response.status} {phrase}".rstrip(), advice)
    octets = bytearray()
    for piece in _unpacked(address, response, limits):
        octets += piece
        if len(octets) > limits.octets:
            raise ReadError(address, f"more than {limits.octets:,} bytes", "download it, and name the file")
    headers = response.headers
    validators = Validators(place, headers.get("ETag", ""), headers.get("Last-Modified", ""))
    return Fetched(bytes(octets), place, headers.get("Content-Type", ""), validators)


def _unpacked(address: str, response: http.client.HTTPResponse, limits: Limits) -> Iterator[bytes]:
    """The body in pieces, gzip undone; no piece unpacks to much more than is allowed in all."""
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding in ("", "identity"):
        yield from _received(response)
        return
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise ReadError(address, f"packed as {coding!r}, which was not asked for", "save the page from a browser")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    for piece in _received(response):
        while piece:
            yield unpacker.decompress(piece, limits.octets + 1)
            piece = unpacker.unconsumed_tail
            if unpacker.eof:  # RFC 1952 allows several members one after another
                piece = unpacker.unused_data.lstrip(b"\x00")
                if piece:
                    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    if not unpacker.eof:
        raise http.client.IncompleteRead(b"")


def _received(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """The body as it comes; raises IncompleteRead when it breaks off."""
    expected = response.length
    received = 0
    while piece := response.read1(_CHUNK):
        received += len(piece)
        yield piece
    if expected is not None and received < expected:
        raise http.client.IncompleteRead(b"", expected - received)


def _failure(address: str, place: str, error: Exception, limits: Limits) -> ReadError:
    """Why no page came, in a user's words."""
    host = urlsplit(place).netloc
    advice = _LATER
    match error:
        case PrivateAddressError():
            reason = f"{host} is at {error}, which is no public address"
            advice = "--allow-private reads it all the same"
        case TimeoutError():
            reason = f"{host} did not answer in time (at most {limits.total:g} seconds in all)"
            advice = "try again later, or with a longer --timeout"
        case socket.gaierror():
            reason, advice = f"no host {host} can be found", "check the address and the network"
        case ssl.SSLCertVerificationError():
            reason, advice = f"{host} can't prove who it is ({error.verify_message})", "check the address"
        case ssl.SSLError():
            reason, advice = f"no encrypted connection to {host} ({error.reason or error})", "check the address"
        case http.client.IncompleteRead() | http.client.RemoteDisconnected() | zlib.error():
            reason = f"the answer of {host} broke off"
        case http.client.HTTPException() | ValueError():
            reason, advice = f"the answer of {host} is no HTTP ({type(error).__name__})", "check the address"
        case _:
            strerror = error.strerror if isinstance(error, OSError) else None
            reason, advice = f"no connection to {host} ({strerror or error})", "check the address and the network"
    if unused := _proxy(place) if isinstance(error, OSError) and not isinstance(error, PrivateAddressError) else "":
        reason += f"; the proxy in {unused} is not used, as it would hide which address is asked"
        advice = "download it, and name the file"
    return ReadError(address, reason, advice)


def _proxy(place: str) -> str:
    """The environment variable that names a proxy for an address, "" where there is none."""
    parts = urlsplit(place)
    skipped = [host.strip().lstrip(".") for host in _variable("no_proxy")[1].split(",") if host.strip()]
    if any(host == "*" or f".{parts.hostname}".endswith(f".{host}") for host in skipped):
        return ""
    return next((name for scheme in (parts.scheme, "all") if (name := _variable(f"{scheme}_proxy")[0])), "")


def _variable(name: str) -> tuple[str, str]:
    """The name in use, small or capital, of an environment variable that is set, and its value; else blanks."""
    return next(((each, os.environ[each]) for each in (name, name.upper()) if os.environ.get(each)), ("", ""))
