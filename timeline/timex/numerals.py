"""Numbers as Chinese text writes them: digits of either width, 二〇二五, 廿六, 一百二十.

>>> number("廿六"), number("二〇二五"), number("１２")
(26, 2025, 12)
"""

from __future__ import annotations

from functools import lru_cache

DIGITS = {
    "〇": 0,
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "一": 1,
    "元": 1,
    "正": 1,
    "二": 2,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "三": 3,
    "四": 4,
    "五": 5,
}
DIGITS |= {
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000, "万": 10000}


@lru_cache(maxsize=8192)
def number(text: str) -> int:
    """The whole number that ``text`` writes; blanks inside are ignored. Raises ValueError when it is none."""
    text = "".join(text.split())
    if text.isdigit() and text.isdecimal():
        return int(text)
    if text and all(char in DIGITS for char in text):  # 二〇二五: digits read one by one
        return int("".join(str(DIGITS[char]) for char in text))
    total = current = 0
    for char in text:
        if char.isdecimal():
            current = current * 10 + int(char)
        elif char in DIGITS:
            current = DIGITS[char]
        elif char in _TENS:
            total, current = total + _TENS[char], 0
        elif char in _UNITS:
            unit = _UNITS[char]
            if unit == 10000:
                total, current = (total + current) * unit, 0
            else:
                total, current = total + (current or 1) * unit, 0
        else:
            raise ValueError(f"{text!r} is no number")
    if not text:
        raise ValueError("an empty text is no number")
    return total + current
