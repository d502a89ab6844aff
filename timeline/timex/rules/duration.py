"""Lengths and distances: 三天, 两年多, 70年前, 两个月后, 再过三天.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("70年前")]
[{'y_rel': -70}]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.lengths import DECIMAL, REST, distance_of, extended, value
from timeline.timex.rules.words import COUNT, HAN_GUARD, S
from timeline.timex.spec import Spec

#: The units of lengths: what each counts, and its form in ISO 8601.
UNITS = {
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
    "钟": ("hour", "PT{}H"),
    "分钟": ("minute", "PT{}M"),
    "分": ("minute", "PT{}M"),
    "秒": ("second", "PT{}S"),
    "秒钟": ("second", "PT{}S"),
    "载": ("year", "P{}Y"),
    "刻钟": ("quarter of an hour", "PT{}M"),
    "昼夜": ("day", "P{}D"),
    "世纪": ("century", "P{}00Y"),
    "工作日": ("workday", "P{}D"),
    "自然日": ("day", "P{}D"),
    "整天": ("day", "P{}D"),
    "整年": ("year", "P{}Y"),
    "年头": ("year", "P{}Y"),
    "时辰": ("two hours", "PT{}H"),
}
_UNIT = r"(?P<unit>周年|(?<=[俩仨])月(?!饼)|年(?!级|代|版|糕|份|货|薪|生|龄)|个多?月(?![饼球])|个?多?(?:星期|礼拜)(?!(?<=一个..)[一二三四五六日天](?![次天场趟回篇十百千直共个节班均]))|周(?!年|边|岁|[一二三四五六日])|个?季度|天(?!天|津|然|气|空|府|使|桥|文|河|下)|日(?!本|元|均|报|常)|晚(?!会|报|餐|上|间|[一二三四五六七八九十])|个?多?小时|个?多?钟头|个钟(?![头表点楼声摆鼓])|分钟|秒钟?(?!杀)|载(?![货重客人体])|个?昼夜|刻钟|个?多?世纪|个工作日|个?自然日|个?整[天年]|个年头|个?时辰)"
_UNIT_OR_INNER = _UNIT.replace(
    "(?P<unit>",
    r"(?P<unit>(?<=个半)(?:月|小时|钟头|年|天|星期|礼拜)|(?<=数)月(?!饼)|分(?=零?[0-9一二三四五六七八九十]{1,3}秒|半)|(?<=个半)钟(?!头)|(?<=个半)世纪|",
)
_UNIT_OR_HALF = _UNIT.replace(
    "(?P<unit>",
    "(?P<unit>(?<=个半)(?:月|小时|钟头)|(?<=[半数])月|分(?=零?[0-9一二三四五六七八九十]{1,3}秒)|分(?=半钟)|(?<=[0-9])分(?=[之以]?[前后])|(?<=个半)世纪|",
)
_NUMBER = rf"(?P<n>{DECIMAL}|{COUNT}|半|几|数|多|若干)(?P<more>{S}(?:多|余|几|来)?)"


def unit_of(text: str) -> str:
    """The unit without its 个: 个月, 个多月."""
    return text.removeprefix("个").removeprefix("多")


#: 两三, 三五, 七八: a count that is not meant exactly.
TWO_NEIGHBOURS = re.compile("[一二三四五六七八九]?十?[一二两三四五六七八九]{2}十?")
_VAGUE = ("几", "数", "多", "若干")
_HALVES = {
    "year": "P6M",
    "day": "PT12H",
    "month": "P15D",
    "hour": "PT30M",
    "week": "P3D",
    "quarter": "P45D",
    "century": "P50Y",
    "minute": "PT30S",
}
_SMALLER = {"Y": "6M", "M": "15D", "D": "T12H", "H": "30M", "W": "3D"}


#: 一天24小时 says the same twice.
_A_DAY = frozenset(("24小时", "二十四小时", "24个小时", "二十四个小时"))


def _length(match: re.Match[str]) -> Spec | None:
    unit = unit_of(match["unit"])
    count = match["n"]
    if match["near"] is not None:  # 三、四天 is no number; 1、3天内 has a number of a list before it
        if number(count) != number(match["near"]) + 1:
            return None
        return {"vague": True, "duration": UNITS[unit][1].format("X")}
    if count[0] in "几数多上若" or TWO_NEIGHBOURS.fullmatch(count):
        return {"vague": True, "duration": UNITS[unit][1].format("X")}  # 两三天 is no number
    kind, form = UNITS[unit]
    if count == "半":
        return {"duration": _HALVES.get(kind, form.format(1))}
    whole = number(count)
    whole *= {"quarter of an hour": 15, "two hours": 2}.get(kind, 1)
    text = f"P{3 * whole}M" if kind == "quarter" else form.format(whole)
    if kind == "century" and match["inner_half"]:
        text = f"P{100 * whole + 50}Y"
    elif match["half"] or match["inner_half"]:
        text += "30S" if kind == "minute" else _SMALLER.get(text[-1], "")
    elif match["rest"] and not (kind == "day" and match["rest"] in _A_DAY):
        text = extended(text, match["rest"])
    spec: Spec = {"duration": text}
    if match["more"].strip() or match["more_behind"] or "多" in match["unit"]:
        spec["approximate"] = True
    return ranging(match, spec)


def ranging(match: re.Match[str], spec: Spec) -> Spec:
    """The longer one of two lengths (3至5天) is not exact."""
    if match["low"]:
        spec["approximate"] = True
    return spec


#: Units of which a half is a distance that can be counted.
_HALVED = frozenset(("year", "month", "day", "hour"))


def _distance(match: re.Match[str]) -> Spec | None:
    unit = UNITS[unit_of(match["unit"])][0]
    count = match["n"]
    if match["low"] or count in _VAGUE or match["more"].strip() == "几" or TWO_NEIGHBOURS.fullmatch(count):
        return {"vague": True}  # 两三天 is no number, nor is 十几天
    if unit == "century":
        return _centuries(match)
    if match["unit"] == "分" and match.string[match.start() - 1 : match.start()] in _SCORED:
        return None  # 领先20分后
    sign = -1 if match["side"].endswith("前") else 1
    parted = bool(match["rest"] or "." in count or "点" in count)
    if match["today"] and not match["more"].strip() and not parted:
        return _same_day(sign, count, unit)
    if not parted and count != "半" and unit == "year":
        if match["more"].strip() or number(count) >= 1000:
            return {"vague": True}  # 二十多年前
        if sign < 0 and not (match["ref"] or match["more"].strip() or match["over"]):
            return {"y_rel": -number(count)}  # a year that 的春天 or 的今天 may follow
    if match["inner_half"] and unit != "hour":  # 一个半月后
        spec: Spec = {"ago": (sign * (30 * number(count) + 15), "day"), "approximate": True}
    elif parted or count == "半" or match["inner_half"]:
        if count == "半" and unit not in _HALVED:
            return None
        far = distance_of(count, unit, "半" if match["inner_half"] else match["rest"] or "", sign)
        if far is None:
            return None
        spec = far
    else:
        spec = {"ago": (sign * number(count), unit)}
    if match["ref"] or sign > 0:
        spec["ago_ref"] = True
    if match["more"].strip() or match["over"]:
        spec["approximate"] = True
    return spec


#: Behind these so many 分 are points.
_SCORED = frozenset("得拿砍下先后差过了共高低到至贡献输赢")


def _centuries(match: re.Match[str]) -> Spec | None:
    """一个世纪前, 半个世纪前: so many hundred years; a century, and not a year, where it is not exact."""
    count = match["n"]
    if match["more"].strip() or "多" in match["unit"] or match["rest"]:
        return {"vague": True}
    years = 50 if count == "半" else round(100 * value(count)) + (50 if match["inner_half"] else 0)
    return {"y_rel": -years} if match["side"].endswith("前") else {"ago": (years, "year"), "ago_ref": True}


def _same_day(sign: int, count: str, unit: str) -> Spec | None:
    """十年前的今天, 三个月后的今天."""
    months = {"year": 12, "month": 1}.get(unit, 0)
    if not months:
        return {"ago": (sign * number(count), unit)} if count != "半" else None
    return {"ago": (sign * (months // 2 if count == "半" else months * number(count)), "month"), "same_day": True}


def _still_to_go(match: re.Match[str]) -> Spec | None:
    """再过三天: so long from the article's date; 又过了三年 from the last time told."""
    count = match["n"]
    if count in _VAGUE or TWO_NEIGHBOURS.fullmatch(count):
        return {"vague": True}
    if count == "半" or "." in count or "点" in count or match["inner_half"]:
        return distance_of(count, UNITS[unit_of(match["unit"])][0], "半" if match["inner_half"] else "", 1)
    spec: Spec = {"ago": (number(count), UNITS[unit_of(match["unit"])][0])}
    if match["more"].strip():
        spec["approximate"] = True
    if match["told"]:
        spec["ago_ref"] = True
    return spec


_LEVELS = {
    "year": (level.YEAR, level.YEAR),
    "month": (level.MONTH, level.MONTH),
    "week": (level.SEGMENT, level.SEGMENT),
    "day": (level.DAY, level.DAY),
}


def _distance_levels(spec: Spec) -> tuple[int, int]:
    """What may follow: 七年前的春天, 两周后的周六, 两天后的上午九点."""
    if "y_rel" in spec:
        return level.YEAR, level.YEAR
    if "same_day" in spec:
        return level.DAY, level.DAY
    unit = spec["ago"][1] if "ago" in spec and "approximate" not in spec else ""
    if "ago_days" in spec:
        return level.WHOLE, level.WHOLE
    return _LEVELS.get(unit, (level.WHOLE, level.WHOLE))


#: No length is far from its unit: asked first, it saves looking for all that may stand before one (99.9%, 300多个国家).
_HAS_UNIT = r"(?=[此其0-9.零一二两三四五六七八九十百千廿卅半几数多余来上俩仨若干个点、至到\-－–—~～\s]{1,24}+[年天周月日晚小钟分秒载昼刻世工自整季星礼时])"
#: The shorter one of two lengths: 3至5天. The longer one is given, as not exact.
_LOW = (
    r"(?P<low>(?:(?:半|[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:个(?:半?(?:小时|钟头|月)|星期|礼拜|工作日)|小时|钟头|天|周|分钟)|半年|[1-9一二两三四五六七八九十]年半?"
    r"|[0-9]{1,2}(?:\.[0-9])?|[一二两三四五六七八九十]{1,3})\s?(?:至|到|[-－–—~～])\s?|(?P<near>(?:(?<=[^\n])|(?=.、.[天周年](?:\n|\Z)))[1-9]|[一二三四五六七八九])、(?=[2-9二三四五六七八九十][天个周年小分]))?"
)

# 一个半月 has its half inside, 一年半 behind; 三天三夜 is three days.
_LENGTH = (
    rf"(?<![每第]){_HAS_UNIT}(?:{_LOW}(?P<n>[几数上][十百千](?=[年天分个小月周秒])|{COUNT}|半|几|数|多|若干)(?P<more>{S}(?:多|余|几|来)?)(?P<inner_half>个半(?=[月小钟年天星礼世]))?{_UNIT_OR_INNER}"
    rf"(?:(?P<half>半(?![岁途径边夜价个])钟?)|(?P<rest>{REST})|(?:[一二两三四五六七八九十几]{{1,3}}|[0-9]{{1,3}})[夜晚]|(?P<more_behind>多|有余)(?![名人个元次家种的年功劳]))?)"
)
_DISTANCE = rf"(?P<ref>此|其)?(?P<low>(?:[0-9]{{1,2}}|[一二两三四五六七八九十])\s?(?:至|到|[-－–—~～])\s?)?{_NUMBER}(?P<inner_half>个半(?=[月小钟世]))?{_UNIT_OR_HALF}(?P<rest>{REST}|半(?=钟?[之以]?[前后]))?(?:(?<=分半)钟)?(?P<over>[多余](?=[之以]?[前后]))?{S}(?P<side>之?以?前(?![往景后沿列三十期瞻辈台夕]|年[均初底度])|之?以?后(?![备续期者身勤援台劲辈]|面(?![试向谈市签临世])|来(?![电访人华函])|天(?!气)))(?P<today>[的嘅]?今[天日](?!报)|的[这同]一天)?"


RULES = [
    Rule(
        "duration.distance",
        "(?<![每前第满])(?<!(?<!将)近)" + _HAS_UNIT + _DISTANCE,
        _distance,
        level.WHOLE,
        level.WHOLE,
        _distance_levels,
        HAN_GUARD,
    ),
    Rule(
        "duration.decimal",
        rf"{_HAS_UNIT}{_LOW}(?P<n>{DECIMAL})个?(?P<unit>年|个月|周|天|个?小时|个?钟头|分钟|秒)(?![级代化])",
        lambda m: ranging(m, {"duration": UNITS[unit_of(m["unit"])][1].format(f"{value(m['n']):g}")}),
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 明天起三天
        "duration.days_from",
        r"(?:(?<=[日天号今明])|(?<=[周期拜][一二三四五六]))(?:起|开始)(?:的?(?:连续|为期|一连)|的)?(?:(?P<n>[2-9]|1[0-9]|[两三四五六七八九十])[天日]|(?P<weeks>[一两三四1-4])(?:周|个?星期|个?礼拜))(?![内后前])",
        lambda m: {"days": number(m["n"]) if m["n"] else 7 * number(m["weeks"])},
        level.DAYPART,
        level.CLOCK,
    ),
    Rule(
        "duration.still_to_go",
        rf"(?:再过|(?P<told>又过了?)|(?<![^，。！？\n])过|(?<=[我你他她您])过(?=[几两二三四五六七八九十0-9]{{1,2}}(?:天|日|个?月|个?小时|个?钟头|分钟|周|个?星期|个?礼拜)[后再就去回来到走找给会要]?)){_NUMBER}(?P<inner_half>个半(?=[月小钟]))?{_UNIT_OR_INNER}(?![以之]?[前后内])",
        _still_to_go,
        level.WHOLE,
        level.WHOLE,
        _distance_levels,
    ),
    Rule("duration.length", _LENGTH, _length, level.WHOLE, level.WHOLE, None, HAN_GUARD),
]
