"""Lengths as speech and programs have them: 45min, 2h后, 整个月, 两个晚上, 上个小时.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("两个晚上")]
[{'duration': 'P2D'}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.words import HAN_GUARD
from timeline.timex.spec import Spec

_UNITS = {"小时": ("hour", "PT{}H"), "钟头": ("hour", "PT{}H"), "天": ("day", "P{}D")}
_WHOLE = {"月": "P1M", "星期": "P1W", "礼拜": "P1W", "季度": "P3M", "世纪": "P100Y"}


def _next(match: re.Match[str]) -> Spec:
    """上个小时, 下个三天: as many units right before or behind the moment."""
    count = number(match["n"]) if match["n"] else 1
    unit, form = _UNITS[match["unit"]]
    sign = -1 if match["side"] == "上" else 1
    return {"ago": (sign * count, unit), "following": True, "duration": form.format(count)}


#: 1h30min, 45mins: units as programs write them.
_LATIN = {"h": ("hour", "H"), "m": ("minute", "M")}


def _latin(match: re.Match[str]) -> Spec:
    """30min, 2h后: a length, or a distance where 前 or 后 stands behind it."""
    unit, form = _LATIN[match["unit"][0]]
    more = int(match["minutes"] or 0)
    if side := match["side"]:
        count = float(match["n"]) * (60 if unit == "hour" else 1) + more
        return {"ago": (round(count) * (-1 if side.endswith("前") else 1), "minute"), "ago_ref": True}
    return {"duration": f"PT{match['n']}{form}{f'{more}M' if more else ''}"}


#: How many of a smaller unit make one of those that are told in fractions: 四分之一世纪 is 25 years.
_PARTED = {"小时": (60, "PT{}M"), "钟头": (60, "PT{}M"), "世纪": (100, "P{}Y"), "年": (12, "P{}M")}


def _fraction(match: re.Match[str]) -> Spec | None:
    """四分之三小时: in whole smaller units, and no time where they don't come out."""
    size, form = _PARTED[match["unit"]]
    count, left = divmod(size * number(match["count"]), number(match["of"]))
    return {"decoy": True} if left else {"duration": form.format(count)}


RULES = [
    Rule(  # 四分之三小时
        "spoken.fraction",
        "(?P<of>[二三四五六七八九十])分之(?P<count>[一二两三四五六七八九])个?(?P<unit>小时|钟头|世纪|年(?![级代]))",
        _fraction,
        level.WHOLE,
        level.WHOLE,
        None,
        "(?<![一二两三四五六七八九十百千万])",
    ),
    Rule(  # 上个小时, 下个三天
        "spoken.next",
        r"(?P<side>[上下])(?:一?个)(?P<n>[0-9]{1,2}|[两三四五六七八九十])?个?(?P<unit>小时|钟头|(?<=[0-9两三四五六七八九十])天(?!气))(?![工后前])",
        _next,
        level.WHOLE,
        level.WHOLE,
        None,
        "(?<![晚早以马街面路线网])",
    ),
    Rule(  # 45min, 2h后
        "spoken.latin",
        r"(?P<n>[0-9]{1,3}(?:\.[0-9])?)\s?(?P<unit>h(?:rs?|ours?)?|min(?:s|utes?)?)(?:(?<=[hrs])\s?(?P<minutes>[0-9]{1,2})\s?min(?:s|utes?)?)?(?![A-Za-z/])(?P<side>[之以]?[前后])?",
        _latin,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 整个月
        "spoken.whole",
        "一?整个(?P<unit>月(?![球亮饼])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|季度|世纪)",
        lambda m: {"duration": _WHOLE[m["unit"]]},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 刚才, 改天: some time about the moment of speech
        "spoken.about_now",
        "刚刚(?!好)|刚才|方才|改[天日](?!期)|[前这那过]阵子|过些(?:天|日子)",
        lambda _: {"vague": True, "loose": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 两个晚上
        "spoken.nights",
        "(?P<n>[0-9]{1,2}|[一两三四五六七八九十])个(?:晚上|夜晚)",
        lambda m: {"duration": f"P{number(m['n'])}D"},
        level.WHOLE,
        level.WHOLE,
        None,
        HAN_GUARD,
    ),
]
