"""Lunar dates, solar terms, festivals, public holidays and years of reigns are read as the almanac has them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lunar_python import Lunar, LunarYear, Solar
from writing import DIGITS, FIRST, LAST, han, read

from timeline.timex import calendars, tag

LUNAR_MONTHS = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]


def lunar_name(day: int) -> str:
    return f"初{han(day)}" if day <= 10 else "廿" + DIGITS[day % 10] if 20 < day < 30 else han(day)


@pytest.mark.parametrize("first_year", range(FIRST.year, LAST.year, 25))
def test_lunar_days(first_year: int) -> None:
    written, wanted = [], []
    for year in range(first_year, min(first_year + 25, LAST.year)):
        leap = LunarYear.fromYear(year).getLeapMonth()
        for month in [*range(1, 13), *([-leap] if leap else [])]:
            for day in {1 + (year + month) % 14, 15 + (year + month) % 14}:
                name = ("闰" if month < 0 else "") + LUNAR_MONTHS[abs(month) - 1]
                form = ("{0}年农历{1}月{2}", "农历{0}年{1}月{2}", "{0}年農曆{1}月{2}")[(year + day) % 3]
                text = form.format(year, name, lunar_name(day)).replace("闰", "閏" if "農" in form else "闰")
                written.append((text, ""))
                wanted.append((text, Lunar.fromYmd(year, month, day).getSolar().toYmd()))
    assert read(written) == wanted


def test_years_of_the_republic_and_of_reigns() -> None:
    for ordinal in range(2, 39):
        for form in (f"民国{han(ordinal)}年", f"民國{ordinal}年"):
            assert read([(form, "")]) == [(form, f"{1911 + ordinal}")]
        form = f"民国{han(ordinal)}年{han(ordinal % 12 + 1)}月{han(ordinal % 28 + 1)}日"
        assert read([(form, "")]) == [(form, f"{1911 + ordinal}-{ordinal % 12 + 1:02}-{ordinal % 28 + 1:02}")]
    for reign, first, length in (("康熙", 1662, 61), ("乾隆", 1736, 60), ("道光", 1821, 30), ("光绪", 1875, 34)):
        for ordinal in range(1, length + 1):
            form = f"{reign}{'元' if ordinal == 1 else han(ordinal)}年"
            assert read([(form, "")]) == [(form, f"{first + ordinal - 1}")]


TERMS = "小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至"


@pytest.mark.parametrize("year", range(FIRST.year, LAST.year + 1, 10))
def test_solar_terms_are_those_of_the_almanac(year: int) -> None:
    days = []
    for term in TERMS.split():
        (timex,) = tag(f"{year}年{term}当天，园区免费开放")
        day = date.fromisoformat(timex.edtf or "")
        assert Solar.fromYmd(day.year, day.month, day.day).getLunar().getJieQi() == term
        days.append(day)
    assert days == sorted(days) and {day.year for day in days} == {year}


@pytest.mark.parametrize(
    ("name", "month", "day"),
    [
        ("春节", 1, 1),
        ("元宵节", 1, 15),
        ("端午节", 5, 5),
        ("七夕节", 7, 7),
        ("中元节", 7, 15),
        ("中秋节", 8, 15),
        ("重阳节", 9, 9),
    ],
)
def test_festivals_of_the_lunar_calendar(name: str, month: int, day: int) -> None:
    for year in range(FIRST.year, LAST.year + 1, 3):
        wanted = Lunar.fromYmd(year, month, day).getSolar().toYmd()
        assert read([(f"{year}年{name}当天", "")]) == [(f"{year}年{name}当天", wanted)]


HOLIDAYS = {
    "new_year": "元旦",
    "spring": "春节",
    "qingming": "清明节",
    "labour": "“五一”",
    "dragon_boat": "端午节",
    "mid_autumn": "中秋节",
    "national": "国庆",
}
_TABLE = Path(calendars.__file__).with_name("holidays.toml")
ARRANGEMENTS: dict[str, dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("year", ARRANGEMENTS)
def test_public_holidays_as_arranged(year: str) -> None:
    entry = ARRANGEMENTS[year]
    assert {"new_year", "spring", "labour", "national"} <= set(entry) and entry["source"]
    arranged = {name: printed for name, printed in HOLIDAYS.items() if name in entry}
    for name, printed in arranged.items():
        first, last = entry[name]
        wanted = f"{first}" if first == last else f"{first}/{last}"
        for word in ("假期", "期间"):
            text = f"{year}年{printed}{word}"
            assert read([(text, "")]) == [(text, wanted)]
        (named,) = tag(f"{year}年{printed}当天")
        assert f"{first}" <= str(named.edtf) <= f"{last}", "the festival lies in its holiday"
    for workday in entry["workdays"]:
        assert workday.weekday() >= 5, f"{workday} would be a workday without any arrangement"
        assert not any(entry[name][0] <= workday <= entry[name][1] for name in arranged)
