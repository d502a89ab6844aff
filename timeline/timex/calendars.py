"""Days that no pattern holds: the lunar calendar, solar terms, festivals, the published public holidays.

>>> festival_day("spring", 2025), holiday_span("spring", 2025)
(datetime.date(2025, 1, 29), (datetime.date(2025, 1, 28), datetime.date(2025, 2, 4)))

The lunar calendar and the solar terms come from lunar_python; the public holidays from ``holidays.toml``, which states
its sources.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

SOLAR_TERMS = (
    "立春 雨水 惊蛰 春分 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒"
).split()

#: Printed names and the festival that each means.
FESTIVALS = {
    "元旦": "new_year",
    "元旦节": "new_year",
    "新年第一天": "new_year",
    "春节": "spring",
    "新春佳节": "spring",
    "农历新年": "spring",
    "大年三十": "eve",
    "年三十": "eve",
    "除夕": "eve",
    "除夕夜": "eve",
    "小年": "little_year",
    "元宵": "lantern",
    "元宵节": "lantern",
    "清明": "qingming",
    "清明节": "qingming",
    "劳动节": "labour",
    "五一劳动节": "labour",
    "国际劳动节": "labour",
    "五一": "labour",
    "五一节": "labour",
    "端午": "dragon_boat",
    "端午节": "dragon_boat",
    "七夕": "qixi",
    "七夕节": "qixi",
    "中元节": "ghost",
    "中秋": "mid_autumn",
    "中秋节": "mid_autumn",
    "重阳": "double_ninth",
    "重阳节": "double_ninth",
    "腊八": "laba",
    "腊八节": "laba",
    "国庆": "national",
    "国庆节": "national",
    "十一": "national",
    "妇女节": "women",
    "三八妇女节": "women",
    "三八": "women",
    "植树节": "arbor",
    "消费者权益日": "consumer",
    "青年节": "youth",
    "五四青年节": "youth",
    "儿童节": "children",
    "六一儿童节": "children",
    "六一": "children",
    "建党节": "party",
    "七一": "party",
    "建军节": "army",
    "八一建军节": "army",
    "八一": "army",
    "教师节": "teachers",
    "记者节": "journalists",
    "国家公祭日": "memorial",
    "情人节": "valentine",
    "平安夜": "christmas_eve",
    "圣诞节": "christmas",
    "双十一": "double_eleven",
    "双11": "double_eleven",
    "双十二": "double_twelve",
    "双12": "double_twelve",
    "母亲节": "mothers",
    "父亲节": "fathers",
    "感恩节": "thanksgiving",
}

_FIXED = {
    "new_year": (1, 1),
    "labour": (5, 1),
    "national": (10, 1),
    "women": (3, 8),
    "arbor": (3, 12),
    "consumer": (3, 15),
    "youth": (5, 4),
    "children": (6, 1),
    "party": (7, 1),
    "army": (8, 1),
    "teachers": (9, 10),
    "journalists": (11, 8),
    "memorial": (12, 13),
    "valentine": (2, 14),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "double_eleven": (11, 11),
    "double_twelve": (12, 12),
}
_LUNAR = {
    "spring": (1, 1),
    "lantern": (1, 15),
    "dragon_boat": (5, 5),
    "qixi": (7, 7),
    "ghost": (7, 15),
    "mid_autumn": (8, 15),
    "double_ninth": (9, 9),
    "laba": (12, 8),
    "little_year": (12, 23),
}
_NTH_WEEKDAY = {"mothers": (5, 6, 2), "fathers": (6, 6, 3), "thanksgiving": (11, 3, 4)}  # month, weekday from 0, ordinal

#: The years that the lunar calendar is computed for.
LUNAR_YEARS = range(1600, 2201)


@lru_cache(maxsize=4096)
def lunar_day(year: int, month: int, day: int) -> date | None:
    """The civil day of a lunar one; ``month`` is negative for a leap month. None when the year has no such day."""
    from lunar_python import Lunar

    if year not in LUNAR_YEARS:
        return None
    try:
        solar = Lunar.fromYmd(year, month, day).getSolar()
    except Exception:  # the library raises plain Exception for a day that the month does not have
        return None
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def lunar_month(year: int, month: int) -> tuple[date, date] | None:
    """The first and last civil day of a lunar month."""
    first = lunar_day(year, month, 1)
    last = lunar_day(year, month, 30) or lunar_day(year, month, 29)
    return (first, last) if first and last else None


@lru_cache(maxsize=4096)
def solar_term(name: str, year: int) -> date | None:
    """The day of a solar term in a civil year."""
    from lunar_python import Solar

    if year not in LUNAR_YEARS:
        return None
    key = {"小寒": "小寒", "大寒": "大寒"}.get(name, name)
    found = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable().get(key)
    return date(found.getYear(), found.getMonth(), found.getDay()) if found else None


@lru_cache(maxsize=4096)
def festival_day(name: str, year: int) -> date | None:
    """The festival's own day in (or, for lunar ones, of) the civil ``year``; None when it can't be computed."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _LUNAR:
        lunar_year = year - 1 if name in ("laba", "little_year") else year
        return lunar_day(lunar_year, *_LUNAR[name])
    if name == "eve":
        spring = festival_day("spring", year)
        return spring - timedelta(1) if spring else None
    if name == "qingming":
        return solar_term("清明", year)
    if name.startswith("term:"):
        return solar_term(name.removeprefix("term:"), year)
    month, weekday, ordinal = _NTH_WEEKDAY[name]
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (ordinal - 1))


@lru_cache(maxsize=1)
def _arrangements() -> dict[int, dict[str, Any]]:
    table = tomllib.loads(Path(__file__).with_name("holidays.toml").read_text(encoding="utf-8"))
    return {int(year): entry for year, entry in table.items()}


def holiday_span(name: str, year: int) -> tuple[date, date] | None:
    """First and last day off of a public holiday as arranged for that year; None when none is published here."""
    entry = _arrangements().get(year, {}).get({"eve": "spring"}.get(name, name))
    return (entry[0], entry[1]) if entry else None


def workday_after(day: date, ordinal: int) -> date:
    """The ``ordinal``-th working day after ``day``, make-up workdays and days off of the arrangements considered."""
    entry = _arrangements().get(day.year, {})
    makeup = set(entry.get("workdays", ()))
    spans = [value for key, value in entry.items() if key not in ("source", "workdays")]
    while ordinal:
        day += timedelta(1)
        off = any(first <= day <= last for first, last in spans)
        if day in makeup or (day.weekday() < 5 and not off):
            ordinal -= 1
    return day
