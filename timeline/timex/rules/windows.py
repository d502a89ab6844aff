"""Stretches before or behind the article's date, or behind what was told: 此后三年, 未来五天, 过去24小时, 最近一周.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec["ago"] for atom in Grammar(RULES).atoms("未来五天")]
[(5, 'day')]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.duration import TWO_NEIGHBOURS, UNITS, ranging, unit_of
from timeline.timex.rules.lengths import REST, distance_of
from timeline.timex.rules.words import is_all
from timeline.timex.spec import Spec

_LENGTHS = {kind: form for kind, form in UNITS.values() if kind != "workday"}
#: Half of a unit in smaller ones.
_HALF_OF = {
    "year": (6, "month"),
    "hour": (30, "minute"),
    "century": (50, "year"),
    "month": (15, "day"),
    "day": (12, "hour"),
}
#: 前221年 is a year and no stretch.
_BEFORE_CHRIST = 100
_BACK = frozenset(("此前", "过去", "往前", "前", "上"))
#: What may stand before 上两周 and is no part of another word (以上两周, 楼上三天): the beginning of a clause, who speaks.
_BEGINS_CLAUSE = frozenset("，。、；：！？ \n我你他她们查看问")

_COUNT = (
    r"(?P<n>[0-9]{1,3}|[一二两三四五六七八九十][零一二三四五六七八九十百]{0,4}|[俩仨]|半(?=年|个?小时|个?世纪|个月|天))"
)
_UNIT = (
    r"(?P<unit>年(?!级|代|的(?:人|孩子))|个?小时|分钟|秒钟?|个月|个?星期|周(?!年|[一二三四五六日])"
    r"|[天日](?!元|气(?![温象])|本(?![市地报县省区周月])|[线均])|个?季度|个?世纪|个?礼拜|个?钟头|刻钟|(?<=[俩仨])月|(?<=个半)(?:月|小时)|(?<=一)整年)"
)
_FOLLOWING = (
    r"(?:(?P<told>[此其之随]后|此前|接着)|(?P<side>过去|未来|今后|接下来|往[前后])|(?P<bare>[前上后下](?=[0-9两二三四五六七八九十]|一(?:小时|分钟)|半个?小时)))"
    rf"的?这?(?:整整)?(?P<low>(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})\s?(?:至|到|[-－–—~～])\s?)?{_COUNT}(?P<inner_half>个半(?=[月小]))?"
    rf"{_UNIT}(?:(?P<half>半(?=[，。、内里间来的]|\n?\Z))|(?P<rest>{REST}))?"
    r"(?!前(?![往来期])|之前|以前|多(?![云雨雷雾阴晴阵])|(?<=半年)[内以])"
)
#: 近两小时 is nearly two hours, 近24小时 the last day.
_LATELY = (
    rf"(?:最近的?这?|近(?!(?:[0-9]|[一二两三四五六七八九十])个?(?:小时|钟头)|[0-9一二两三四五六七八九十]{{1,3}}(?:分钟|秒|刻钟))){_COUNT}(?P<inner_half>个半(?=[月小]))?{_UNIT}"
    r"(?![前后多来之半]|以[来前后])"
)


def _side(match: re.Match[str], groups: dict[str, str | None]) -> str | None:
    """What tells the side of the date; None where 前两周 counts from anything, 前8个月 and 前两个季度 are the year's."""
    bare = groups.get("bare")
    if not bare:
        return groups.get("told") or groups.get("side")
    unit = UNITS[unit_of(match["unit"])][0]
    of_year = unit == "quarter" or (bare == "前" and unit == "month" and number(match["n"]) > 2)
    return None if of_year or (unit == "year" and number(match["n"]) >= _BEFORE_CHRIST) else bare


def _counted(match: re.Match[str], groups: dict[str, str | None]) -> tuple[int, str] | None:
    """How many of which unit; None for what can't be counted."""
    unit = UNITS[unit_of(match["unit"])][0]
    if groups.get("half") or match["inner_half"] or groups.get("rest"):
        parted = distance_of(match["n"], unit, groups.get("rest") or "半", 1)
        return None if parted is None or "ago_days" in parted else parted["ago"]
    return _HALF_OF[unit] if match["n"] == "半" else (number(match["n"]), unit)


def _following(match: re.Match[str]) -> Spec | None:
    if TWO_NEIGHBOURS.fullmatch(match["n"]):
        return {"vague": True}  # 未来两三年
    groups = match.groupdict()
    side, counted = _side(match, groups), _counted(match, groups)
    if side is None or counted is None:
        return None
    spec = _stretch(counted, back=side in _BACK)
    if groups["bare"] and not is_all(match.string, match.start(), match.end()):
        before, behind = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
        said = not before or before in _BEGINS_CLAUSE
        if not said or (side in "前后" and behind != "的"):
            return None  # 前两天，…: a few days ago
        spec["loose"] = True
    if groups["told"]:
        spec["ago_ref"] = True
    return ranging(match, spec)


def _stretch(counted: tuple[int, str], *, back: bool) -> Spec:
    count, unit = counted
    duration = f"P{3 * count}M" if unit == "quarter" else _LENGTHS[unit].format(count)
    return {"ago": (-count if back else count, unit), "following": True, "duration": duration}


def _lately(match: re.Match[str]) -> Spec | None:
    """最近三天: a stretch for who speaks at a moment, and no more than about when in what is written."""
    counted = None if TWO_NEIGHBOURS.fullmatch(match["n"]) else _counted(match, match.groupdict())
    if counted is None:
        return {"vague": True}
    spec = _stretch(counted, back=True)
    if not is_all(match.string, match.start(), match.end()):
        spec["lately"] = True
    return spec


RULES = [
    Rule(  # 从现在起到月底
        "windows.from_now",
        "现在(?=(?:起|开始)?(?:一?直)?[到至][0-9一二三四五六七八九十下本这明后年月周星国春元中端圣除暑寒])",
        lambda _: {"from_now": True, "d_rel": 0},
        level.DAY,
        level.DAY,
        None,
        "(?<=[从自])",
    ),
    Rule("windows.following", _FOLLOWING, _following, level.WHOLE, level.WHOLE, looks_round=True),
    Rule(  # 最近三天
        "windows.lately",
        _LATELY,
        _lately,
        level.WHOLE,
        level.WHOLE,
        None,
        "(?<![将接临附靠0-9一二三四五六七八九十])",
        looks_round=True,
    ),
]
