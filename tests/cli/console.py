"""The real ``timeline`` command, in a subprocess or on a terminal of a given size.

>>> run("--version").out.startswith("timeline ")
True
"""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import unicodedata
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = Path(sys.executable).with_name("timeline")
COMMAND = [str(_SCRIPT)] if _SCRIPT.exists() else [sys.executable, "-m", "timeline.cli"]
_OWN = ("TIMELINE_DB", "TIMELINE_AS_OF", "TIMELINE_TOPICS", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM")


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, standard output and standard error (one text on a terminal)."""

    code: int
    out: str
    err: str = ""

    @property
    def told(self) -> str:
        """Standard error on one line, without the frame that usage errors come in."""
        return " ".join(self.err.translate(dict.fromkeys(map(ord, "│╭╮╰╯─"), " ")).split())


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without anything that steers the command, and with ``changes``."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    return {**kept, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **changes}


def run(*arguments: str, stdin: str | bytes = "", cwd: Path | None = None, **env: str) -> Ended:
    """Run the command with pipes for all three streams."""
    sent = stdin.encode() if isinstance(stdin, str) else stdin
    ended = subprocess.run(
        [*COMMAND, *arguments], input=sent, capture_output=True, cwd=cwd, env=environment(**env), timeout=120
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def terminal(*arguments: str, columns: int = 80, rows: int = 24, cwd: Path | None = None, **env: str) -> Ended:
    """Run the command on a pseudo-terminal of ``columns`` by ``rows``; what it shows is in ``out``."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    child = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env=environment(**{"TERM": "xterm-256color", **env}),
        start_new_session=True,
    )
    os.close(theirs)
    shown = bytearray()
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:  # Linux says EIO when the last writer has closed the terminal
        pass
    os.close(ours)
    return Ended(child.wait(timeout=120), shown.decode().replace("\r\n", "\n"))


def cells(line: str) -> int:
    """How many terminal columns a line takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line
    )
