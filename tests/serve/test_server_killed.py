"""A server killed in the middle of answers: what arrived is whole, or shorter than it said it would be."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED = b"GET /feeds/all.ics HTTP/1.1\r\nHost: x\r\n\r\n"
#: Answers to so many questions are more than what lies between a server and a client that does not read.
MANY = 8000


def _whole_answers(octets: bytes) -> tuple[int, int]:
    """How many answers are whole, and how many octets came behind them; fails for one that only looks whole."""
    whole = at = 0
    while True:
        end = octets.find(b"\r\n\r\n", at)
        length = re.search(rb"content-length: (\d+)", octets[at:end])
        if end < 0 or length is None or len(octets) < end + 4 + int(length[1]):
            return whole, len(octets) - at
        body = octets[end + 4 : end + 4 + int(length[1])]
        assert octets.startswith(b"HTTP/1.1 200 OK\r\n", at)
        assert body.startswith(b"BEGIN:VCALENDAR\r\n") and body.endswith(b"\r\nEND:VCALENDAR\r\n")
        at, whole = end + 4 + len(body), whole + 1


def _everything(line: socket.socket) -> bytes:
    received = b""
    try:
        while octets := line.recv(1 << 20):
            received += octets
    except ConnectionResetError:
        pass
    return received


@pytest.mark.parametrize("read_before", [1, 100_000, 700_000])
def test_a_reader_of_a_killed_server_knows_what_is_missing(where: str, read_before: int) -> None:
    command = [sys.executable, "-m", "timeline.cli", "serve", "--db", where, "--port", "0", "--as-of", "2025-04-22"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert server.stdout is not None
        parts = urlsplit(server.stdout.readline().strip())
        with urllib.request.urlopen(f"{parts.geturl()}feeds/all.ics", timeout=60) as answer:
            size = len(answer.read())
        with socket.create_connection((parts.hostname, parts.port), timeout=60) as line:
            line.sendall(ASKED * MANY)
            received = b""
            while len(received) < read_before:
                received += line.recv(65536)
            os.kill(server.pid, signal.SIGKILL)
            received += _everything(line)
    finally:
        server.kill()
        server.communicate(timeout=60)
    whole, left = _whole_answers(received)
    assert whole < MANY and len(received) < MANY * size and left < size + 2000
