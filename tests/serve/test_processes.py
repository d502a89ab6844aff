"""The server as a process: several workers, an end that lets answers finish, a store that is written meanwhile."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from timeline.store import Store

ROOT = Path(__file__).resolve().parents[2]
PAGE = "{town}日报\n2025年5月{day}日，{town}大桥正式通车。\n"


def timeline(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "timeline.cli", *arguments]


@pytest.fixture
def serve(where: str) -> Iterator[Callable[..., tuple[subprocess.Popen[str], str]]]:
    """Starts servers over the small store; they are ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> tuple[subprocess.Popen[str], str]:
        command = timeline("serve", "--db", where, "--port", "0", "--as-of", "2025-04-22", *options)
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        started.append(server)
        assert server.stdout is not None
        base = server.stdout.readline().strip()
        read(base + "healthz")  # the socket is there before its address is told: this waits for the first worker
        return server, base

    yield start
    for server in started:
        if server.poll() is None:
            server.kill()
        server.communicate(timeout=60)


def until(true: Callable[[], bool]) -> bool:
    """Waits for what comes about by itself, however slow the machine; False when it does not within two minutes."""
    for _ in range(1200):
        if true():
            return True
        time.sleep(0.1)
    return False


def read(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=120) as answer:
        octets: bytes = answer.read()
        return octets


def connected(base: str) -> socket.socket:
    parts = urlsplit(base)
    return socket.create_connection((parts.hostname, parts.port), timeout=120)


def test_it_ends_when_asked_and_lets_an_answer_finish(serve: Callable[..., tuple[subprocess.Popen[str], str]]) -> None:
    server, base = serve()
    body = ("西山公园音乐节4月26日开幕。" * 50).encode()
    with connected(base) as line:
        head = (
            "POST /api/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        line.sendall(head.encode())
        assert line.recv(1000).startswith(b"HTTP/1.1 100 ")  # it is at work
        server.send_signal(signal.SIGTERM)
        assert until(lambda: _refused(base))
        line.sendall(body)
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    length = re.search(rb"content-length: (\d+)", answer)
    assert length is not None and len(answer.partition(b"\r\n\r\n")[2]) == int(length[1])
    assert server.wait(60) in (0, -signal.SIGTERM)


def _refused(base: str) -> bool:
    try:
        connected(base).close()
    except ConnectionRefusedError:
        return True
    return False


def test_a_port_in_use_is_named(base: str, where: str) -> None:
    port = str(urlsplit(base).port)
    run = subprocess.run(timeline("serve", "--db", where, "--port", port), capture_output=True, text=True, cwd=ROOT,
                         timeout=120)  # fmt: skip
    assert run.returncode == 1 and "Traceback" not in run.stderr
    assert port in run.stderr and "in use" in run.stderr


def test_workers_count_together_and_one_that_dies_is_replaced(
    serve: Callable[..., tuple[subprocess.Popen[str], str]],
) -> None:
    server, base = serve("--workers", "2")

    def workers() -> set[int]:
        own = Path("/proc").glob("[0-9]*/stat")
        found = set()
        for entry in own:
            try:
                told = entry.read_text()
            except OSError:
                continue
            if (
                int(told.rpartition(")")[2].split()[1]) == server.pid
                and "resource_tracker" not in (entry.parent / "cmdline").read_text()
            ):
                found.add(int(entry.parent.name))
        return found

    for _ in range(40):
        read(base + "feeds/all.ics")

    def counted() -> int:
        text = read(base + "metrics").decode()
        return int(re.search(r'requests_total\{route="feed",status="2xx"\} (\d+)', text)[1])  # type: ignore[index]

    assert counted() == 40
    before = workers()
    assert len(before) == 2
    os.kill(min(before), signal.SIGKILL)
    assert until(lambda: len(workers()) == 2 and min(before) not in workers())
    assert {read(base + "feeds/all.ics")[:15] for _ in range(10)} == {b"BEGIN:VCALENDAR"}
    assert counted() == 50
    server.send_signal(signal.SIGTERM)
    assert server.wait(60) in (0, -signal.SIGTERM)


def test_reading_goes_on_while_pages_are_read_in(
    serve: Callable[..., tuple[subprocess.Popen[str], str]], tmp_path: Path
) -> None:
    _, base = serve()
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(60):
        words = PAGE.format(town=f"第{number}渡", day=number % 28 + 1)
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")
    done = threading.Event()

    def ingest() -> None:
        command = timeline("ingest", str(folder), "--db", str(tmp_path / "timeline.db"))
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        done.set()

    writer = threading.Thread(target=ingest)
    writer.start()
    asked = 0
    while not done.is_set():
        for path in ("feeds/all.ics", "", "api/events", "healthz"):
            octets = read(base + path)
            assert octets and (path != "feeds/all.ics" or octets.endswith(b"END:VCALENDAR\r\n"))
            asked += 1
    writer.join()
    assert asked
    events = read(base + "api/events?limit=1000").count(b'"salience"')
    assert events > 50
    assert until(lambda: read(base + "feeds/all.ics").count(b"BEGIN:VEVENT") == events)


def test_headers_without_end_are_refused(base: str) -> None:
    with connected(base) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        answer = b""
        try:
            for _ in range(1000):
                line.sendall(b"X-Much: " + b"a" * 1000 + b"\r\n")
        except OSError:
            pass
        line.settimeout(5)
        try:
            answer = line.recv(4096)
        except OSError:
            answer = b""
    assert not answer or answer.startswith(b"HTTP/1.1 431 ")
    assert read(base + "healthz")
    with connected(base) as line:  # one value without end
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Much: " + b"a" * 60_000)
        time.sleep(0.2)
        line.sendall(b"a" * 60_000)
        try:
            answer = line.recv(4096)
        except OSError:
            answer = b""
    assert not answer or answer.startswith(b"HTTP/1.1 431 ")


@pytest.mark.parametrize("octets", [b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"])
def test_what_is_no_http_is_refused(base: str, octets: bytes) -> None:
    with connected(base) as line:
        line.sendall(octets)
        line.shutdown(socket.SHUT_WR)
        answer = line.recv(4096)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400 ")
    assert read(base + "healthz")


def test_a_token_that_is_too_short_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("secret\n")
    command = timeline("serve", "--token-file", str(file), "--db", str(tmp_path / "none.db"))
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert run.returncode == 2 and "16 or more" in run.stderr and "secret" not in run.stderr


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--base-url", "news"), "is no web address"),
        (("--as-of", "soon"), "is not a day"),
        (("--db", "none/none.db"), "is not there yet"),
        (("--token-file", "none/token"), "check the path"),
    ],
)
def test_what_can_not_be_served_is_said_in_a_line(tmp_path: Path, option: tuple[str, str], words: str) -> None:
    Store.open(str(tmp_path / "timeline.db")).close()
    command = timeline("serve", "--db", str(tmp_path / "timeline.db"), "--port", "0", *option)
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert run.returncode in (1, 2) and words in run.stderr
    assert run.stderr.count("\n") == 1 and not run.stdout
