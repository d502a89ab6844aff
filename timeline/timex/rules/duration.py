"""Lengths, distances and repetitions: 三天, 两年多, 70年前, 两个月后, 每周四晚7点.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("70年前")]
[{'ago': (-70, 'year')}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import COUNT, HAN_GUARD, S
from timeline.timex.spec import Spec

_UNITS = {
    "年": ("year", "P{}Y"),
    "周年": ("year", "P{}Y"),
    "月": ("month", "P{}M"),
    "周": ("week", "P{}W"),
    "星期": ("week", "P{}W"),
    "礼拜": ("week", "P{}W"),
    "季度": ("quarter", "P{}Q"),
    "天": ("day", "P{}D"),
    "日": ("day", "P{}D"),
    "晚": ("day", "P{}D"),
    "小时": ("hour", "PT{}H"),
    "钟头": ("hour", "PT{}H"),
    "分钟": ("minute", "PT{}M"),
    "秒": ("second", "PT{}S"),
    "世纪": ("century", "P{}00Y"),
    "工作日": ("workday", "P{}D"),
}
_UNIT = r"(?P<unit>周年|年(?!级|代|版|糕|份|货|薪|生)|个多?月|个?星期|个?礼拜|周(?!年|边|[一二三四五六日])|个?季度|天(?!津|然|气|空|府|使|桥|文|河|下)|日(?!本|元|均|报|常)|晚(?!会|报|餐|上|间)|个?小时|个?钟头|分钟|秒(?!杀)|个?世纪|个工作日)"
_NUMBER = rf"(?P<n>{COUNT}|半|几|数|多)(?P<more>{S}(?:多|余|几)?)"
_SET_TAIL = r"[0-9〇零一二三四五六七八九十两廿、,，和至到—\-~～:：点时分月日号周星期末初底旬农历年季度夏冬春秋上下午早晚凌晨中夜间天的最后个第半逢\s正腊除夕]"


def _unit(text: str) -> str:
    return text.removeprefix("个多").removeprefix("个")


def _length(match: re.Match[str]) -> Spec | None:
    unit = _unit(match["unit"])
    count = match["n"]
    if count in ("几", "数", "多"):
        return {"vague": True}
    form = _UNITS[unit][1]
    if count == "半":
        return {"duration": {"year": "P6M", "day": "PT12H", "month": "P15D", "hour": "PT30M"}.get(_UNITS[unit][0], form.format(1))}
    spec: Spec = {"duration": form.format(number(count))}
    if match["more"].strip() or unit != match["unit"] and "多" in match["unit"]:
        spec["approximate"] = True
    return spec


def _distance(match: re.Match[str]) -> Spec | None:
    unit = _UNITS[_unit(match["unit"])][0]
    count = match["n"]
    if count in ("几", "数", "多"):
        return {"vague": True}
    sign = -1 if match["side"].endswith("前") else 1
    if count == "半":
        if unit not in ("year", "month", "hour"):
            return None
        spec: Spec = {"ago": (sign * {"year": 6, "month": 15, "hour": 30}[unit], {"year": "month", "month": "day", "hour": "minute"}[unit])}
    else:
        spec = {"ago": (sign * number(count), unit)}
    if match["ref"] or sign > 0:
        spec["ago_ref"] = True
    if match["more"].strip():
        spec["approximate"] = True
    return spec


def _repeat(match: re.Match[str]) -> Spec:
    return {"set_rule": match[0]}


_DISTANCE = rf"(?P<ref>此|其)?{_NUMBER}{_UNIT}{S}(?P<side>之?以?前|之?以?后)(?!期|者|来|面|身|的[0-9])"

RULES = [
    Rule(
        "duration.set",
        rf"(?:每逢?|逢)(?:隔)?(?:[一两二三四五六七八九十0-9]{{0,2}})(?:个工作日|个?(?:年|月|周|天|日|晚|夜|早|晨|星期|礼拜|季度?|半年|小时))(?!均|人|度一)(?:{_SET_TAIL}{{0,30}}(?:[点时分日号月晚午晨夜半末六五四三二一三旬早初底夕]|[0-5][0-9]))?",
        _repeat,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule("duration.distance", "(?<![每近前第])" + _DISTANCE, _distance, level.WHOLE, level.WHOLE, None, HAN_GUARD),
    Rule("duration.length", "(?<![每第])" + _NUMBER + _UNIT, _length, level.WHOLE, level.WHOLE, None, HAN_GUARD),
]
