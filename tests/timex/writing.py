"""Writes dates as Chinese text prints them, and reads back what is found.

>>> han(26), short_han(26), digits(2025)
('二十六', '廿六', '二〇二五')
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.timex import tag

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
WEEKDAYS = "一二三四五六日"
DIGITS = "〇一二三四五六七八九"


def han(count: int) -> str:
    """1 to 99 as Chinese text counts: 十, 十一, 二十, 三十一."""
    tens, ones = divmod(count, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def short_han(count: int) -> str:
    """The same with 廿 and 卅 for 二十 and 三十 where another digit follows."""
    return han(count).replace("二十", "廿").replace("三十", "卅") if count > 20 and count % 10 else han(count)


def digits(year: int, zero: str = "〇") -> str:
    """A year read digit by digit: 二〇二五."""
    return "".join(DIGITS[int(digit)] for digit in str(year)).replace("〇", zero)


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def read(written: Iterable[tuple[str, str]], anchor: date | None = None) -> list[tuple[str, str | None]]:
    """What is read in a text that holds each of the expressions with its gloss in a sentence of its own."""
    text = "".join(f"论坛在{expression}{gloss}举行。" for expression, gloss in written)
    return [(t.text, t.edtf) for t in tag(text, anchor)]
