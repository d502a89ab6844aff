"""Dates that a web address or a file's name states.

>>> [clue.edtf for clue in address_clues("https://example.cn/html/2025-04/23/content_1.htm")]
['2025-04-23']
"""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote, urlsplit

from timeline import regex as re
from timeline.model import Clue

_YEAR = r"(?P<y>(?:19[5-9]|20[0-9])\d)"
_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_DAY = r"(?P<d>0[1-9]|[12]\d|3[01])"
_LOOSE = r"(?P<m>0?[1-9]|1[0-2])[-_/.](?P<d>0?[1-9]|[12]\d|3[01])"
#: From the surest to the least sure; each asks for a border of no digit on both sides.
_DAYS = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (
        rf"{_YEAR}{_MONTH}{_DAY}",
        rf"{_YEAR}[-_/.]?{_MONTH}[-_/.]?{_DAY}",
        rf"{_YEAR}[-_/.]{_LOOSE}",
        rf"{_YEAR}年(?P<m>0?[1-9]|1[0-2])月(?P<d>0?[1-9]|[12]\d|3[01])日?",
    )
)
_MONTHS = tuple(
    re.compile(rf"(?<=[/_t-]){pattern}(?=[/_.]|-\D|\Z)") for pattern in (rf"{_YEAR}[-_/]{_MONTH}", rf"{_YEAR}{_MONTH}")
)
_CHINESE_MONTH = re.compile(rf"(?<!\d){_YEAR}年(?P<m>0?[1-9]|1[0-2])月(?!\d)")


def _day(match: re.Match[str]) -> str | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return None


def stated(words: str) -> list[tuple[str, str]]:
    """The days, or else the months, that an address's words state: pairs of (EDTF, the words)."""
    found: dict[str, str] = {}
    for pattern in _DAYS:
        for match in pattern.finditer(words):
            if day := _day(match):
                found.setdefault(day, match[0])
        if found:
            return list(found.items())
    for pattern in (*_MONTHS, _CHINESE_MONTH):
        for match in pattern.finditer(words):
            found.setdefault(f"{match['y']}-{int(match['m']):02d}", match[0])
        if found:
            return list(found.items())
    return []


def address_clues(url: str) -> tuple[Clue, ...]:
    """Clues of kind ``url`` from a web address's path; its host and query say nothing of a date."""
    if not url:
        return ()
    try:
        path = urlsplit(url).path
    except ValueError:
        path = url
    return tuple(Clue("url", edtf, words) for edtf, words in stated(unquote(path)))


def name_clues(path: str) -> tuple[Clue, ...]:
    """Clues of kind ``filename`` from a file's name, or else from the three folders above it."""
    parts = path.replace("\\", "/").split("/")
    for words in (parts[-1], "/" + "/".join(parts[-4:])):
        if found := stated(words):
            return tuple(Clue("filename", edtf, words) for edtf, words in found)
    return ()
