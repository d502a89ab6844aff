"""Clock times with the zone beside them that they are told in: 14:00 UTC, 格林尼治时间20时, 10:00（UTC-5）.

>>> [minutes_to_china(text, start, end) for text, start, end in (("14:00 UTC", 0, 5), ("格林尼治时间20时", 6, 9))]
[480, 480]
"""

from __future__ import annotations

from typing import Final

from timeline import regex as re

#: The clock of the sources is China's: by so many minutes it is ahead of UTC.
CHINA: Final = 8 * 60
_OFFSET: Final = r"(?P<offset>[+＋−-]\s?[01]?[0-9](?:[:：]?[0-5][0-9])?)?"
_BEHIND: Final = re.compile(rf"\s?[（(]?\s?(?:UTC|GMT)\s?{_OFFSET}(?![A-Za-z0-9])")
_AHEAD: Final = re.compile(
    rf"(?:(?<![A-Za-z])(?:UTC|GMT)\s?{_OFFSET}\s?(?:时间)?|格林[尼威]治(?:标准|平均)?时间?|世界时)[\s，,：:]{{0,2}}\Z"
)
_BEGINS: Final = frozenset(" （(UG")
_ENDS: Final = frozenset("间时TC0123456789 ，,：:")
_LONGEST: Final = 14


def minutes_to_china(text: str, start: int, end: int) -> int | None:
    """How many minutes the clock of China is ahead of the zone told beside ``[start, end)``; None where none is."""
    zone = _BEHIND.match(text, end) if text[end : end + 1] in _BEGINS else None
    if zone is None and text[start - 1 : start] in _ENDS:
        zone = _AHEAD.search(text, max(0, start - _LONGEST), start)
    return None if zone is None else CHINA - _minutes(zone.groupdict()["offset"] or "")


def _minutes(offset: str) -> int:
    """The minutes of +8, -05:30; 0 for none.

    >>> _minutes("-05:30"), _minutes("+8"), _minutes("")
    (-330, 480, 0)
    """
    digits = [int(part) for part in re.findall("[0-9]{1,2}", offset)]
    hours, minutes = (*digits, 0, 0)[:2]
    return (60 * hours + minutes) * (1 if offset[:1] in "+＋" else -1)
