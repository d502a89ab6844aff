"""iCalendar content lines (RFC 5545 3.1): text escaped, lines folded, as octets.

>>> content_line("SUMMARY", escaped("登高，带水; 免费"))
b'SUMMARY:\\xe7\\x99\\xbb\\xe9\\xab\\x98\\xef\\xbc\\x8c\\xe5\\xb8\\xa6\\xe6\\xb0\\xb4\\\\; \\xe5\\x85\\x8d\\xe8\\xb4\\xb9\\r\\n'

The icalendar library reads what is written here; for ten thousand entries it would write too slowly.
"""

from __future__ import annotations

from timeline import regex as re
from timeline.render.wording import clean

#: Octets in a line, without its line break.
_LONGEST = 75
_FOLD = b"\r\n "
_BACKSLASH = 0x5C
_BREAKS = re.compile("[\r\n]+")


def escaped(text: str) -> str:
    """``text`` as a TEXT value (RFC 5545 3.3.11): cleaned, and a printed ``\\n`` kept apart from a new line."""
    return clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def content_line(name: str, value: str) -> bytes:
    """``name:value`` folded, with its line break; ``name`` may have parameters, ``value`` must be escaped already.

    A line break in it can't begin a line of its own: it becomes a blank.
    """
    line = f"{name}:{value}"
    if "\n" in line or "\r" in line:
        line = _BREAKS.sub(" ", line)
    octets = line.encode("utf-8", "replace")
    return (octets if len(octets) <= _LONGEST else _folded(octets)) + b"\r\n"


def _folded(octets: bytes) -> bytes:
    """Folded between characters, and not inside an escape: some readers unescape before they unfold."""
    pieces, start, room, size = [], 0, _LONGEST, len(octets)
    while size - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        if octets[end - 1] == _BACKSLASH and _opens_escape(octets, end - 1):
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LONGEST - 1
    pieces.append(octets[start:])
    return _FOLD.join(pieces)


def _opens_escape(octets: bytes, at: int) -> bool:
    """Whether the backslash at ``at`` belongs to what follows it, and not to a backslash before it."""
    first = at
    while first and octets[first - 1] == _BACKSLASH:
        first -= 1
    return (at - first) % 2 == 0
