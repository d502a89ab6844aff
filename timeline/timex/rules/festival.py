"""Festivals, the traditional calendar, solar terms and memorial days: 除夕, 正月十五, “五一”假期, 国庆当天, 教师节.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("农历正月十五")]
[{'lunar_month': 1, 'lunar_day': 15}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.calendars import FESTIVALS, SOLAR_TERMS
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import COUNT, S
from timeline.timex.spec import Spec

_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十|十五)"
_LUNAR_MONTH = r"(?:闰?(?:正|[二三四五六七八九十]|十[一二]|冬|腊))"
_FESTIVAL = "|".join(sorted(FESTIVALS, key=len, reverse=True))
_TERM = "|".join(SOLAR_TERMS)
# A festival's name is a date only where nothing else is named after it (元宵灯会, 妇女节音乐会 are names of shows).
_AFTER = (
    r"(?=期间|假期|假日|[小]?长假|当[天日晚夜]|前[夕后]?(?!线)|节?后|过后|之[前后]|以[前后]|到来|[来临]|将至|在即|将近|[，。、；：:,;！？!?）)”」’』\s]|$|[至到—\-~～起]|"
    r"[上下]午|[早晚]上?(?!会)|是|这[一天]|那[一天]|不(?!夜)|都|也|又|一过|刚|去|出|逛|回|放假|的(?!晚会)|与|和|及|我|全|市|共|为|迎|开始|、)"
)
_OPEN, _CLOSE = "[“\"「‘]?", "[”\"」’]?"


def _month_number(text: str) -> int:
    leap = text.startswith("闰")
    text = text.removeprefix("闰")
    month = {"正": 1, "冬": 11, "腊": 12}.get(text) or number(text)
    return -month if leap else month


def _lunar(match: re.Match[str]) -> Spec | None:
    spec: Spec = {}
    if match["month"]:
        spec["lunar_month"] = _month_number(match["month"])
    day = match["day"]
    if day:
        spec["lunar_day"] = number(day.removeprefix("初"))
    return spec


def _festival(match: re.Match[str]) -> Spec:
    spec: Spec = {"festival": FESTIVALS[match["name"]]}
    after = match["after"] or ""
    if "假" in after or after == "期间":
        spec["holiday"] = True
    if match["workday"]:
        spec["holiday"] = True
        spec["workday"] = 1 if match["first"] else number(match["nth"])
    elif match["shift"]:
        count = number(match["count"])
        spec["shift"] = -count if match["side"].endswith("前") else count
    return spec


def _two_festivals(match: re.Match[str]) -> Spec:
    return {"festival": "national", "holiday": True}


def _night(match: re.Match[str]) -> Spec:
    return {"festival": "new_year", "shift": -1, "daypart": "晚上"}


RULES = [
    Rule(
        "festival.two",
        rf"(?:国庆节?{S}[、·]?{S}中秋节?|中秋节?{S}[、·]?{S}国庆节?){_CLOSE}(?:假期|[小]?长假|期间|假日)",
        _two_festivals,
        level.DAY,
        level.DAY,
    ),
    Rule("festival.new_year_night", "跨年夜|跨年(?=当晚)", _night, level.DAY, level.DAYPART),
    Rule(
        "festival.lunar",
        rf"(?:(?:农历|旧历|阴历|夏历)(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?{S}(?P<month>{_LUNAR_MONTH})月{S}(?P<day>{_LUNAR_DAY}|[一二三四五六七八九])?日?"
        rf"|(?P<month2>闰?[正冬腊二三四五六七八九十])月{S}(?P<day2>{_LUNAR_DAY})(?!日|五日|余|多|[个届号])"
        rf"|(?P<month3>[正冬腊])月(?!初五路)|(?P<eve>大?年(?=初))(?P<day3>初[一二三四五六七八九十]))",
        lambda m: _any_lunar(m),
        level.MONTH,
        level.DAY,
        lambda spec: (level.MONTH, level.DAY if "lunar_day" in spec else level.MONTH),
        "(?<![0-9一二三四五六七八九十每])",
    ),
    Rule(
        "festival.lunar_day",
        r"(?P<day>初[一二三四五六七八九十])(?!中|级|期|步|次|[年个])",
        lambda m: {"lunar_day": number(m["day"][1:])},
        level.DAY,
        level.DAY,
        None,
        "(?<![0-9年月当最起])",
    ),
    Rule(
        "festival.name",
        rf"{_OPEN}(?P<name>{_FESTIVAL})(?:国际)?(?P<close>{_CLOSE})"
        rf"(?:(?P<workday>(?:假期|长假|节)?(?:之|以|过)?后?的?(?:第(?P<nth>[一二三四五])|(?P<first>首))个工作日)"
        rf"|(?P<shift>(?P<side>前|后)(?P<count>{COUNT})[天日])|(?P<after>假期|假日|[小]?长假|期间|当[天日](?=[^报])|节假期)|{_AFTER})",
        lambda m: _festival_or_shift(m),
        level.DAY,
        level.DAY,
        None,
        "(?<![0-9一二三四五六七八九十每逢])",
    ),
    Rule(
        "festival.term",
        rf"(?P<name>{_TERM})(?:时节(?P<season>)|节气|当[天日]|(?=[，、。；）)](?!.{{0,3}}茶)))",
        lambda m: {"festival": f"term:{m['name']}"},
        level.DAY,
        level.DAY,
    ),
]


def _any_lunar(match: re.Match[str]) -> Spec | None:
    if match["eve"]:
        return {"lunar_month": 1, "lunar_day": number(match["day3"][1:])}
    month = match["month"] or match["month2"] or match["month3"]
    day = match["day"] or match["day2"]
    spec: Spec = {"lunar_month": _month_number(month)}
    if day:
        spec["lunar_day"] = number(day.removeprefix("初"))
    return spec


def _festival_or_shift(match: re.Match[str]) -> Spec | None:
    name = match["name"]
    if name in ("五一", "十一", "六一", "七一", "八一", "三八", "五四", "八一") and not (match["close"] or match["after"] or match["workday"]):
        return None  # without quotation marks or 假期 these are numbers
    return _festival(match)
