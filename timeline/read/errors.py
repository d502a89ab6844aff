"""Why something could not be read, and what to do about it.

>>> str(ReadError("a.txt", "the file is empty", "remove it or name another"))
'a.txt: the file is empty; remove it or name another'
"""

from __future__ import annotations


class ReadError(Exception):
    """A file, page or archive member that cannot be read: ``path`` as named, ``reason``, and ``advice`` on what next."""

    def __init__(self, path: str, reason: str, advice: str) -> None:
        super().__init__(f"{path}: {reason}; {advice}")
        self.path = path
        self.reason = reason
        self.advice = advice
