"""Full dates in every form in which pages print when they were published.

>>> [str(stated_date(match)) for match in FULL_DATE.finditer("2020-10-16, 二〇二〇年十月十六日, 民国109年10月16日")]
['2020-10-16', '2020-10-16', '2020-10-16']
"""

from __future__ import annotations

from datetime import date

from timeline import regex as re

_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_DIGIT = "[〇○零一二三四五六七八九]"
_SMALL = r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
#: Full-width figures and signs as the half-width ones, brackets of all kinds as round ones; one for one.
_SIGNS = str.maketrans(
    "０１２３４５６７８９：／－．（）\u3000\u00a0\t｜│【】〔〕［］[]《》", "0123456789:/-.()   ||()()()()()"
)
#: 2020-10-16, 2020年/10月/16日, 二〇二〇年十月十六日, 民国109年10月16日; ``short`` is a Republic year that does not say so.
FULL_DATE = re.compile(
    rf"(?:(?P<year>(?<!\d)(?:19|20)\d\d|[一二]{_DIGIT}{{3}})|(?:中华)?民国\s?(?P<republic>\d{{2,3}}|[一二三四五六七八九十百零〇○]{{1,5}})"
    rf"|(?<![\d-])(?P<short>[89]\d|1[0-4]\d))\s?(?:年\s?/?|(?<=\d)[-./])\s?"
    rf"(?P<month>{_SMALL})\s?(?:月\s?/?|(?<=\d)[-./])\s?(?P<day>{_SMALL})(?:\s?[日号]|(?<=\d))(?!\d)"
)


def narrow(line: str) -> str:
    """A line in the signs that FULL_DATE is written in; of the same length."""
    return line.translate(_SIGNS)


def stated_date(match: re.Match[str]) -> date | None:
    """The day that a match of FULL_DATE names; None for one that does not exist."""
    year = _number(match["year"]) if match["year"] else 1911 + _number(match["republic"] or match["short"])
    try:
        return date(year, _number(match["month"]), _number(match["day"]))
    except ValueError:
        return None


def _number(words: str) -> int:
    """A number in digits of either kind, one by one, or with its tens and hundreds."""
    hundreds, hundred, rest = words.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    if not (hundred or ten):
        return int("".join(_DIGITS.get(char, char) for char in words) or "0")
    value = 100 * _number(hundreds or "一") if hundred else 0
    return value + (10 * _number(tens.lstrip("零〇○") or "一") if ten else 0) + _number(ones.lstrip("零〇○") or "零")
