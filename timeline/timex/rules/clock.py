"""Clock times and parts of a day: 9:00, 上午9点半, 晚7时30分, 20时02分, 六点多.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("晚7时30分")]
[{'daypart': '晚', 'hour': 7, 'minute': 30}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import DAYPARTS, HAN_GUARD, HOUR_NUMBER, MINUTE_NUMBER, TO, S
from timeline.timex.spec import Spec

_LONG = sorted((word for word in DAYPARTS if len(word) > 1), key=len, reverse=True)
_DAYPART = rf"(?P<daypart>{'|'.join(_LONG)}|[早晚夜](?=\s{{0,2}}[0-9一二三四五六七八九十]))"
_COLON = r"(?P<hour>2[0-4]|1[0-9]|0?[0-9])\s?[:：∶]\s?(?P<minute>[0-5][0-9])(?:[:：][0-5][0-9])?(?![0-9%.:：])"
# 三点建议 and 五时 of 五时制 are no clock times: without a part of day before it, 点 needs something that only a clock has.
_OCLOCK = (
    rf"(?P<hour>{HOUR_NUMBER}){S}[时点點](?!间|候|代|期|刻(?!钟)|常|尚|评|赞|击|位|建议|意见|要求|名|燃|亮|心|装|髦|[一二三四五六七八九0-9][、，：])"
    rf"(?:{S}(?:(?P<minute>{MINUTE_NUMBER}){S}分(?!别|成|钟[之的]|之|公司|支|布|校|院|行|店|部|层|级|类|流|区)|(?P<half>半)|(?P<quarter>[一三])刻钟?|整|许|钟|(?P<about>多|左右)))?"
)
_CERTAIN = rf"(?:(?<=时)(?=[，。、；,;至到—\-~～起前后左许整开举在召\s）)将])|(?<=[半整钟多许分刻])|(?={TO}{HOUR_NUMBER}[时点]))"


def _clock(match: re.Match[str]) -> Spec | None:
    groups = match.groupdict()
    spec: Spec = {"hour": number(match["hour"])}
    if groups.get("minute"):
        spec["minute"] = number(match["minute"])
    elif groups.get("half"):
        spec["minute"] = 30
    elif groups.get("quarter"):
        spec["minute"] = 15 * number(match["quarter"])
    if groups.get("about"):
        spec["approximate"] = True
    if groups.get("daypart"):
        spec = {"daypart": match["daypart"], **spec}  # type: ignore[typeddict-item]
    return spec if spec["hour"] <= 24 and spec.get("minute", 0) < 60 else None


def _bare_hour(match: re.Match[str]) -> Spec:
    """14—16时: the first number has its unit from the second."""
    return {"hour": number(match["hour"])}


RULES = [
    Rule(
        "clock.part_and_time",
        rf"{_DAYPART}{S}(?:{_COLON}|{_OCLOCK.replace('<hour>', '<hour2>').replace('<minute>', '<minute2>')})",
        lambda m: _two_forms(m),
        level.DAYPART,
        level.CLOCK,
    ),
    Rule(
        "clock.part",
        rf"(?P<daypart>{'|'.join(_LONG)})(?!时光|茶|场|版|市|集|点心|文)|(?P<short>(?<=[日号天])\s?[早晚夜]|(?<=\s)晚)(?![报会餐饭市场稻点高霞风于在])",
        lambda m: {"daypart": m["daypart"] or m["short"].strip()},
        level.DAYPART,
        level.DAYPART,
    ),
    Rule("clock.colon", r"(?<![0-9][:：])(?<!比分)(?<!比例)" + _COLON, _clock, level.CLOCK, level.CLOCK, None),
    Rule("clock.oclock", _OCLOCK + _CERTAIN, _clock, level.CLOCK, level.CLOCK, None, HAN_GUARD),
    Rule(
        "clock.shared_unit",
        rf"(?P<hour>2[0-4]|1[0-9]|0?[0-9])(?={TO}(?:2[0-4]|1[0-9]|0?[0-9])[时点](?!间|候|代|期))",
        _bare_hour,
        level.CLOCK,
        level.CLOCK,
    ),
]


def _two_forms(match: re.Match[str]) -> Spec | None:
    if match["hour"]:
        return _clock(match)
    spec: Spec = {"daypart": match["daypart"], "hour": number(match["hour2"])}
    if match["minute2"]:
        spec["minute"] = number(match["minute2"])
    elif match["half"]:
        spec["minute"] = 30
    elif match["quarter"]:
        spec["minute"] = 15 * number(match["quarter"])
    if match["about"]:
        spec["approximate"] = True
    return spec if spec["hour"] <= 24 and spec.get("minute", 0) < 60 else None
