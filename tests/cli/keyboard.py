"""A command on a pseudo-terminal, driven by keys: what a person types, and what they are shown.

>>> with Keyboard("--version") as shown:
...     shown.until("timeline ")
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from types import TracebackType

from console import COMMAND, environment

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Keyboard:
    """The command with ``arguments`` on a terminal of ``columns`` by 40; use it as a context manager."""

    def __init__(self, *arguments: str, columns: int = 80, **env: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.child = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment(**{"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **env}),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self._raw = b""
        self.shown = ""
        self._read = 0

    def __enter__(self) -> Keyboard:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.child.poll() is None:
            self.child.kill()
            self.child.wait()
        os.close(self._ours)

    def until(self, words: str, seconds: float = 30) -> str:
        """What is shown from the last call on until ``words`` are; raises AssertionError when they don't come."""
        end = time.monotonic() + seconds
        while words not in self.shown[self._read :]:
            if not self._more(end - time.monotonic()):
                raise AssertionError(f"{words!r} was not shown, but {self.shown[self._read :]!r}")
        at = self.shown.index(words, self._read) + len(words)
        told, self._read = self.shown[self._read : at], at
        return told

    def _more(self, seconds: float) -> bool:
        if seconds <= 0 or not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._ours, 65536)
        except OSError:  # Linux says EIO when the last writer has closed the terminal
            return False
        self._raw += chunk
        self.shown = _ESCAPE.sub("", self._raw.decode(errors="ignore")).replace("\r\n", "\n")
        return bool(chunk)

    def press(self, keys: str) -> None:
        """Types ``keys``."""
        os.write(self._ours, keys.encode())

    def line(self, words: str) -> None:
        """Types a line in place of what stands there."""
        self.press("\x15")
        self.press(f"{words}\r")

    def ended(self) -> int:
        """Waits until the command ends; its exit code."""
        while self._more(30):
            pass
        return self.child.wait(timeout=60)

    def kill(self) -> None:
        """Ends it as a power cut would."""
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()
