"""Single keys from a terminal, none lost that was pressed ahead, and lines in between.

>>> Keys().pressed("\\x1b[A")
''
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

try:
    import termios
    import tty
except ImportError:  # Windows reads keys without them
    termios = None  # type: ignore[assignment]


class Keys:
    """The keys of a terminal; within ``held`` it shows none of them and keeps them until they are asked for.

    Typer's ``getchar`` prepares the terminal for each key anew and throws away what was typed before.
    """

    def __init__(self) -> None:
        self._ahead = ""

    @contextmanager
    def held(self) -> Iterator[None]:
        """The terminal gives single keys, without echo; Ctrl-C interrupts as ever."""
        if termios is None:
            yield
            return
        before = termios.tcgetattr(sys.stdin)
        try:
            tty.setcbreak(sys.stdin, termios.TCSADRAIN)
            yield
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)

    def key(self) -> str:
        """The next key, in lower case; empty for arrows and the like. Raises EOFError when the terminal is gone."""
        if not self._ahead:
            if termios is None:
                self._ahead = typer.getchar()
            elif not (typed := os.read(sys.stdin.fileno(), 64)):
                raise EOFError
            else:
                self._ahead = typed.decode("utf-8", "replace")
        return self.pressed(self._ahead)

    def pressed(self, keys: str) -> str:
        """The first of what was typed; the rest is kept for later, but for the tail of a key that sends several."""
        self._ahead = "" if keys.startswith("\x1b") else keys[1:]
        key = keys[:1].lower()
        if key in ("\x03", "\x04"):
            raise KeyboardInterrupt
        return "" if key == "\x1b" else key

    def line(self, asked: str, before: str = "") -> str:
        """A line that is typed, with ``before`` to start from; empty when the person thinks better of it."""
        try:
            import readline
        except ImportError:  # Windows edits lines by itself
            readline = None  # type: ignore[assignment]
        self._ahead = ""
        if readline:
            readline.set_startup_hook(lambda: readline.insert_text(before))
        try:
            with self._cooked():
                return input(asked).strip()
        except (KeyboardInterrupt, EOFError):
            print()
            return ""
        finally:
            if readline:
                readline.set_startup_hook()

    @contextmanager
    def _cooked(self) -> Iterator[None]:
        if termios is None:
            yield
            return
        before = termios.tcgetattr(sys.stdin)
        lines = [*before]
        lines[3] |= termios.ICANON | termios.ECHO
        try:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, lines)
            yield
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
