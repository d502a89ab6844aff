r"""Dates of the civil calendar: 2025年4月26日, 4月26日, 26日, 2025-04-26, 10—12月, 2003、2007和2012年.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("2025年4月26日")]
[{'y': 2025, 'm': 4, 'd': 26}]
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.timex import spec as level
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import (
    DASH,
    DAY_NUMBER,
    DAY_NUMBER_ARABIC,
    HAN_GUARD,
    LIST,
    MONTH_NUMBER,
    PARTS,
    SHORT_YEAR,
    TO,
    YEAR,
    S,
    fields,
    valid_day,
)
from timeline.timex.spec import Spec

# 中 and 初 begin other words as well (中国, 初中): they are a part only before these.
_PART = (
    r"(?P<part>初期|末期|前期|后期|[上中下]旬|中期|伊始|初(?![中级步始夏秋冬春])|[末尾](?!班)|底(?![部层气色盘座])"
    r"|中(?=[，。、；,;）)\s]|$|[完前后起以将召举到至投建竣]))"
)
_DAY_SIGN = r"(?:日(?!本|元|均|常|报[^名告]|用品|语|化|益|军|产|式|照市|内|游|龄)|号(?![线楼院馆厅厂机井桥栋文令台风码房店车站库仓]))"
_MONTH_SIGN = r"月(?!亮|球|饼|台[^风]|嫂|刊|报|薪|租|均|供|经|色|光|季花)"
_DAY = rf"(?P<d>{DAY_NUMBER}){S}{_DAY_SIGN}"
_MONTH = rf"(?P<m>{MONTH_NUMBER}){S}{_MONTH_SIGN}(?:份|{S}{_DAY})?(?:(?<=[月份]){S}{_PART})?"
_IN_YEAR = rf"(?:度(?!假)|{S}{_MONTH}|{S}{_PART.replace('<part>', '<year_part>')})?"
_YEAR_SIGN = r"年(?!以[上内]|历史|的历史|多|之久|级)"

_NUMBER = r"(?:[0-9]{1,4}|[〇零一二三四五六七八九十廿]{1,4})"
_AND = rf"(?:{S}{DASH}{S}|{LIST})"
_SHARED = (
    rf"(?:(?P<y>{YEAR}){S}年{S})?(?:(?P<m>{MONTH_NUMBER}){S}月{S})?(?P<n>{_NUMBER})"
    rf"(?=(?:{_AND}{_NUMBER}){{1,15}}{S}(?P<unit>年(?!级|以|来|内|后|间|期|多|左右|的)|月|{_DAY_SIGN}))"
)


def _levels(spec: Spec) -> tuple[int, int]:
    first = level.YEAR if "y" in spec else level.MONTH if "m" in spec else level.DAY
    if "d" in spec:
        return first, level.DAY
    if "part" in spec:
        return first, level.SEGMENT
    return first, level.MONTH if "m" in spec else level.YEAR


def _date(match: re.Match[str]) -> Spec | None:
    groups = match.groupdict()
    spec: Spec = {}
    if year := groups.get("y"):
        spec["y"] = number(year)
    if month := groups.get("m"):
        spec["m"] = number(month)
    if day := groups.get("d"):
        spec["d"] = number(day)
    if part := groups.get("part") or groups.get("year_part"):
        spec["part"] = PARTS[part]
    if "d" in spec and "m" in spec and not valid_day(spec["m"], spec["d"]):
        return None
    return spec if spec.get("m", 1) <= 12 else None


def _short_year(match: re.Match[str]) -> Spec | None:
    spec = _date(match)
    if spec is not None:
        short = number(match["yy"])
        spec["y"] = short + (2000 if short < 50 else 1900)
    return spec


def _shared(match: re.Match[str]) -> Spec | None:
    unit = {"年": "y", "月": "m"}.get(match["unit"][0], "d")
    value = number(match["n"])
    low, high = {"y": (1000, 2999), "m": (1, 12), "d": (1, 31)}[unit]
    # 2025年10—12月 states the year beside the month, 3月14、15日 the month beside the day; nothing else fits.
    if not low <= value <= high or (match["m"] and unit != "d") or (match["y"] and unit == "y"):
        return None
    if match["y"] and unit == "d" and not match["m"]:
        return None
    return {**fields(match, y="y", m="m"), unit: value}  # type: ignore[misc]


def _rule(name: str, pattern: str, read: Callable[[re.Match[str]], Spec | None] | None = None) -> Rule:
    return Rule(f"calendar.{name}", pattern, read or _date, level.YEAR, level.DAY, _levels, HAN_GUARD)


# 一日 and 三日 are lengths as often as dates: one Chinese digit needs a part of the day behind it.
_DAY_ALONE = (
    rf"(?:(?P<d>{DAY_NUMBER_ARABIC}){S}{_DAY_SIGN}"
    r"|(?P<han>三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]|[一二三四五六七八九](?=[日号][上下早晚凌]))日(?!本|常|夜|内|游|子|头))"
)

SHARED = [
    _rule("shared_unit", _SHARED, _shared),
    _rule(
        "shared_day",
        rf"(?P<m>{MONTH_NUMBER}){S}月{S}(?P<d>{DAY_NUMBER})(?={TO}{MONTH_NUMBER}{S}月{S}{DAY_NUMBER}{S}[日号])",
    ),
]

RULES = [
    # a year that is a line of its own heads what follows and is no part of the next line's date
    _rule("heading_year", rf"(?<![^\n])(?P<y>{YEAR})年度?(?=[ \t\u3000]*(?:\n|\Z))"),
    Rule(
        "calendar.years_in_brackets",
        rf"(?<=[（(])(?P<a>[12][0-9]{{3}})年?{S}{DASH}{S}(?P<b>[12][0-9]{{3}})(?=年?[)）])",
        lambda m: {"span_years": (int(m["a"]), int(m["b"]))} if m["a"] < m["b"] else None,
        level.WHOLE,
        level.WHOLE,
    ),
    _rule(
        "numeric_day",
        r"(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P<t>[-/.])(?P<d>[0-9]{1,2})(?![0-9A-Za-z/]|[-.][0-9])",
        lambda m: _date(m) if m["s"] == m["t"] else None,
    ),
    _rule(
        "compact_day",
        r"(?<![\-号码/_#])(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3][0-9])(?![0-9A-Za-z.\-]|[号元万亿个件户人次])",
    ),
    _rule("date", rf"(?P<y>{YEAR}){S}{_YEAR_SIGN}{_IN_YEAR}"),
    _rule("short_year", rf"(?P<yy>{SHORT_YEAR})年{S}{_MONTH}", _short_year),
    _rule("month", _MONTH),
    _rule("day", _DAY_ALONE, lambda m: {"d": number(m["d"] or m["han"])}),
]
