"""Evidence of festivals as seen from the day of publication: today, near, or just over.

>>> _festival("国庆", 2025)
datetime.date(2025, 10, 1)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from timeline import regex as re
from timeline.dating.almanac import eves, lunar_days
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import Days, Stretch, day, stretch, yearly
from timeline.dating.observances import OBSERVANCES
from timeline.dating.solar_terms import solar_term

_FIXED = {
    **{"元旦": (1, 1), "妇女节": (3, 8), "劳动节": (5, 1), "青年节": (5, 4), "儿童节": (6, 1)},
    **{"建军节": (8, 1), "国庆": (10, 1), "圣诞": (12, 25), "读书日": (4, 23)},
    **{"地球日": (4, 22), "环境日": (6, 5), "宪法日": (12, 4)},
    **{"消费者权益日": (3, 15), "情人节": (2, 14), "平安夜": (12, 24), "国际志愿者日": (12, 5), "扶贫日": (10, 17)},
    **{name: (month, of_month) for name, (month, of_month, _) in OBSERVANCES.items() if of_month},
    **{"五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1), "十一": (10, 1), "三八": (3, 8), "五四": (5, 4)},
}
#: By the month and how many Sundays into it.
_SUNDAYS = {"母亲节": (5, 2), "父亲节": (6, 3)}
_MOVING = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
}
_SHORT = "五一|六一|七一|八一|十一|三八|五四"  # streets and squares are called so too
_LONG = "|".join(
    name for name in (*_FIXED, *_SUNDAYS, *_MOVING, "除夕", "清明(?=节|小长假|假期)") if name not in _SHORT.split("|")
)


def _named(group: str) -> str:
    """A festival's name: a short one in quotation marks, or with 节 or 假期 behind it."""
    return (
        rf"(?:[“\"'](?P<{group}q>{_LONG}|{_SHORT})[”\"']|(?P<{group}>{_LONG}|(?:{_SHORT})(?=节|小长假|假期|长假|前夕)))"
    )


_TODAY = re.compile(
    rf"(?P<when>[今昨明](?:[天日]|[（(]\d{{1,2}}[）)]日))(?:就|也|正|又)?(?:是|恰逢|正值|为|迎来|[（(,，])?(?:我国)?(?:第[\d一二三四五六七八九十百]+[个届次])?(?:我国|中国|全国|全民|国际)?(?:传统节日|农历)?"
    rf"{_named('f')}(?!期间|前|后|节?假期|节?长假|路|广场|街|桥|村)"
)
_NEARING = re.compile(
    rf"{_named('f')}(?:节|佳节)?(?:小长假|假期|长假)?(?:临近|将至|将近|即将到来|来临之际|前夕|在即|将临|马上就?到)"
    rf"|(?:临近|即将到来的){_named('g')}"
)
_COMES = re.compile("临近|将至|将近|将临|即将到来|来临|在即|前夕|马上")
_JUST_PAST = re.compile("刚(?:结束|过去|过完|落幕)|才(?:结束|过去|过完|落幕)")
_OVER = re.compile(
    rf"(?:刚刚?|才)(?:结束|过去|过完|落幕)的?{_named('f')}(?:、?(?:国庆|中秋))?节?(?:小长假|假期|长假)?"
    rf"|{_named('g')}节?(?:小长假|假期|长假)刚刚?(?:结束|过去|过完|落幕)"
)
#: … or its last day was yesterday, or is today.
_LAST_DAY = re.compile(
    rf"(?P<when>[今昨][天日])[，,]?(?:是|为)?(?:今年)?(?:[“\"'](?P<fq>{_LONG}|{_SHORT})[”\"']|(?P<f>{_LONG}|{_SHORT}))节?(?:小长假|假期|长假|黄金周)"
    r"(?:正式|圆满)?(?:的?(?:最后一天|末日|收官日)|画上句号|结束|落幕|收官|收尾|落下帷幕)"
)

_COUNTED = re.compile(r"接待|发送|收入|客流|共|达|同比")
_OF_YEAR = re.compile(rf"(?P<y>20\d\d)年的?{_named('f')}节?(?:假期|小长假|长假|黄金周)")


def _festival(name: str, year: int) -> date | None:
    if name in _FIXED:
        return day(year, *_FIXED[name])
    if name in _SUNDAYS:
        month, count = _SUNDAYS[name]
        return date(year, month, 7 * count - date(year, month, 7).isoweekday() % 7)
    if name == "除夕":
        return eves().get(year)
    if name == "清明":
        return solar_term(name, year)
    return lunar_days(*_MOVING[name]).get(year)


@lru_cache(maxsize=256)
def _spread(name: str, before: int, after: int) -> Days:
    def of_year(year: int) -> Stretch | None:
        festival = _festival(name, year)
        return (festival + timedelta(before), festival + timedelta(after)) if festival else None

    return yearly(of_year)


#: Last days off of the long holidays, counted from the festival: earliest and latest.
_LENGTHS = {"春节": (4, 7), "国庆": (6, 7), "十一": (6, 7), "五一": (2, 4), "劳动节": (2, 4)}


@lru_cache(maxsize=64)
def _just_over(name: str, both: bool) -> Days:
    """From the day after a holiday to the Friday of the week after it."""
    earliest, latest = _LENGTHS.get(name, (0, 2))

    def of_year(year: int) -> Stretch | None:
        if both:
            national, moon = day(year, 10, 1), _festival("中秋", year)
            if not national or not moon or not -2 <= (moon - national).days <= 7:
                return None
            first, last = date(year, 10, 7), date(year, 10, 8)
        else:
            festival = _festival(name, year)
            if festival is None:
                return None
            first, last = festival + timedelta(earliest), festival + timedelta(latest)
        friday = last + timedelta(7 - last.isoweekday() + 5)
        return first + timedelta(1), friday

    return yearly(of_year)


def _name(match: re.Match[str]) -> str:
    """The festival that a pattern found."""
    groups = match.groupdict()
    return next(groups[key] for key in ("f", "fq", "g", "gq") if groups.get(key))


def festivals(story: Story) -> Iterator[Claim]:
    """今天是…, …将至, 刚结束的…: festivals as seen from the day of publication."""
    text = story.text
    for match in found_in(_TODAY, text) if "今" in text or "昨" in text or "明" in text else ():
        shift = {"今": 0, "昨": 1, "明": -1}[match["when"][0]]
        days = _spread(_name(match), shift, shift)
        yield story.claim("festival-today", match.start(), match.end(), days, 0.7, name=_name(match))
    for match in found_in(_LAST_DAY, text) if "假" in text or "黄金周" in text else ():
        earliest, latest = _LENGTHS.get(_name(match), (0, 2))
        shift = 1 if match["when"][0] == "昨" else 0
        days = _spread(_name(match), earliest + shift, latest + shift)
        yield story.claim("festival-over", match.start(), match.end(), days, 0.64, name=_name(match))
    for match in found_in(_NEARING, text) if _COMES.search(text) else ():
        days = _spread(_name(match), -25, 6) if "前夕" in match[0] else _spread(_name(match), -40, 1)
        yield story.claim("festival-near", match.start(), match.end(), days, 0.6, name=_name(match))
    for match in found_in(_OF_YEAR, text) if "假" in text or "黄金周" in text else ():
        festival = _festival(_name(match), int(match["y"]))
        if festival and _COUNTED.search(text, match.end(), match.end() + 40):
            days = stretch(festival - timedelta(3), festival + timedelta(60))
            yield story.claim("festival-figures", match.start(), match.end(), days, 0.42, name=_name(match))
    for match in found_in(_OVER, text) if _JUST_PAST.search(text) else ():
        both = "国庆" in match[0] and "中秋" in match[0]
        days = _just_over(_name(match), both)
        yield story.claim("festival-over", match.start(), match.end(), days, 0.6, name=_name(match))
