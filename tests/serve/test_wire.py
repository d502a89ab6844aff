"""Answers that are ready, as a connection gives them: each whole, in the order asked, and the same as the slow way's."""

from __future__ import annotations

import gzip
import re
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

from timeline.serve.protocol import Protocol

FEED = "/feeds/all.ics"
_ASKED = "GET {path} HTTP/1.1\r\nHost: x\r\n{more}\r\n"


def _exchange(base: str, octets: bytes) -> bytes:
    """All that comes back until the server closes; the last of ``octets`` must ask it to."""
    parts = urlsplit(base)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as line:
        line.sendall(octets)
        return b"".join(iter(lambda: line.recv(65536), b""))


def _answers(octets: bytes) -> list[tuple[int, dict[str, str], bytes]]:
    """The answers one behind another, each with the body that its Content-Length says."""
    found = []
    while octets:
        head, _, octets = octets.partition(b"\r\n\r\n")
        first, *lines = head.decode("ascii").split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines)
        assert len(headers) == len(lines)
        size = 0 if first.split()[1] == "304" else int(headers["content-length"])
        found.append((int(first.split()[1]), headers, octets[:size]))
        octets = octets[size:]
    return found


def _ask(base: str, *asked: str) -> list[tuple[int, dict[str, str], bytes]]:
    return _answers(_exchange(base, "".join(asked).encode()))


def asking(path: str = FEED, more: str = "", *, last: bool = False) -> str:
    return _ASKED.format(path=path, more=more + ("Connection: close\r\n" if last else ""))


def test_many_questions_on_one_line_are_answered_in_order(base: str) -> None:
    first, again, page, packed, health, known = _ask(
        base, asking(), asking(), asking("/"), asking(more="Accept-Encoding: gzip\r\n"), asking("/healthz"),
        asking(more="If-None-Match: *\r\n", last=True),
    )  # fmt: skip
    assert [one[0] for one in (first, again, page, packed, health, known)] == [200] * 5 + [304]
    assert first[2] == again[2] == gzip.decompress(packed[2]) and first[2].endswith(b"END:VCALENDAR\r\n")
    assert page[2].rstrip().endswith(b"</html>") and health[2].startswith(b"{")
    assert known[1]["etag"] == first[1]["etag"] and known[1]["connection"] == "close"
    named = {"x-request-id", "date"}
    assert {k: v for k, v in first[1].items() if k not in named} == {
        k: v for k, v in again[1].items() if k not in named
    }
    assert len({one[1]["x-request-id"] for one in (first, again, page, packed, health, known)}) == 6


@pytest.mark.parametrize(
    "request_line", [f"GET {FEED} HTTP/1.0", f"GET {FEED} HTTP/1.0\r\nConnection: keep-alive\r\nX-Request-Id: own-1"]
)
def test_an_old_client_is_answered_and_let_go(base: str, request_line: str) -> None:
    for _ in range(2):  # made, and then ready
        ((status, headers, body),) = _answers(_exchange(base, f"{request_line}\r\n\r\n".encode()))
        assert status == 200 and headers["connection"] == "close" and body.endswith(b"END:VCALENDAR\r\n")
        assert (headers["x-request-id"] == "own-1") is ("own-1" in request_line)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (f"HEAD {FEED} HTTP/1.1\r\n", 200),
        (f"POST {FEED} HTTP/1.1\r\nContent-Length: 2\r\n", 405),
        (f"GET {FEED} HTTP/1.1\r\nContent-Length: 2\r\n", 200),
        (f"GET {FEED}#part HTTP/1.1\r\n", 200),
        (f"GET http://other.example{FEED} HTTP/1.1\r\n", 200),
        ("GET /feeds/%61ll.ics HTTP/1.1\r\n", 200),
        ("GET /feeds/%ff.ics HTTP/1.1\r\n", 404),
        (f"GET {FEED}?yeer=1996 HTTP/1.1\r\n", 400),
        (f"GET {FEED} HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n", 200),
    ],
)
def test_questions_out_of_the_ordinary(base: str, asked: str, status: int) -> None:
    _ask(base, asking(last=True))
    body = "{}" if "Content-Length" in asked else ""
    more = "" if "Upgrade" in asked else "Connection: close\r\n"
    octets = _first(base, f"{asked}Host: x\r\n{more}\r\n{body}".encode())
    assert re.match(rb"HTTP/1\.1 (\d+)", octets)[1] == str(status).encode()  # type: ignore[index]
    if asked.startswith("HEAD"):
        assert octets.endswith(b"\r\n\r\n") and b"content-length: " in octets


def _first(base: str, octets: bytes) -> bytes:
    parts = urlsplit(base)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as line:
        line.sendall(octets)
        return line.recv(1_000_000)


def test_a_cut_answer_shows_in_its_length(base: str) -> None:
    """Every answer of several lines says how long it is: a reader that got less knows."""
    for path in (FEED, "/", "/feeds/all.json", "/api/events"):
        for more in ("", "Accept-Encoding: gzip\r\n"):
            ((_, headers, body),) = _ask(base, asking(path, more, last=True))
            assert int(headers["content-length"]) == len(body) and "transfer-encoding" not in headers


LONG = bytes(range(250)) * 64_000


class Long:
    """Answers with more than any buffer takes: what is ready under one address, what is made under the others."""

    def at_once(self, scope: Any) -> tuple[bytes, bytes] | None:
        ready = b"HTTP/1.1 200 OK\r\ncontent-length: 16000000\r\n", LONG
        return ready if scope["path"] == "/ready" else None

    async def __call__(self, _scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"16000000")]})
        await send({"type": "http.response.body", "body": LONG})


@pytest.fixture
def long_answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    """Where a server has long answers, and waits for nobody for long."""
    monkeypatch.setattr("timeline.serve.protocol._TAKING", 1.0)

    server = uvicorn.Server(
        uvicorn.Config(Long(), http=Protocol, lifespan="off", proxy_headers=False, log_level="critical")
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        running = threading.Thread(target=server.run, args=([listening],), daemon=True)
        running.start()
        yield listening.getsockname()
        server.should_exit = True
        running.join(60)


def _taken(address: tuple[str, int], path: str, before: float, between: float) -> bytes:
    """What comes to a client that waits so long before it takes the first octets, and between two helpings."""
    taken = b""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1_000_000)
        line.settimeout(60)
        line.connect(address)
        line.sendall(asking(path).encode())
        time.sleep(before)
        try:
            while len(taken) < len(LONG) and (octets := line.recv(1_000_000)):
                taken += octets
                time.sleep(between)
        except ConnectionResetError:
            pass
    return taken


@pytest.mark.parametrize("path", ["/ready", "/made"])
def test_whoever_takes_nothing_is_let_go_and_whoever_is_slow_is_not(long_answers: tuple[str, int], path: str) -> None:
    whole = _taken(long_answers, path, 0.0, 0.01)
    assert len(whole) >= len(LONG) and LONG.startswith(whole.partition(b"\r\n\r\n")[2])
    assert len(_taken(long_answers, path, 4.0, 0.0)) < len(LONG)
