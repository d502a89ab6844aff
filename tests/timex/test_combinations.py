"""What names a day goes on with any clock time, any two times of a kind make a range, any count goes with any unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from opencc import OpenCC

from timeline.timex import tag

ANCHOR = "2026-11-18T15:20"
_TRADITIONAL = OpenCC("s2t")

DAYS = {
    "今天": "2026-11-18",
    "明日": "2026-11-19",
    "大后天": "2026-11-21",
    "前天": "2026-11-16",
    "11月20日": "2026-11-20",
    "十一月二十号": "2026-11-20",
    "二十号": "2026-11-20",
    "20号": "2026-11-20",
    "下周三": "2026-11-25",
    "上个礼拜五": "2026-11-13",
    "这个星期天": "2026-11-22",
    "下个月3号": "2026-12-03",
    "去年5月1日": "2025-05-01",
    "2026年12月1日": "2026-12-01",
    "12月1日星期二": "2026-12-01",
    "三天后": "2026-11-21",
    "两周后的周五": "2026-12-04",
    "下个月第一个周一": "2026-12-07",
    "国庆节": "2026-10-01",
    "春节": "2027-02-06",
}
HOURS = {
    "早上八点": "08:00",
    "上午9点半": "09:30",
    "上午十点一刻": "10:15",
    "中午12点": "12:00",
    "下午3:15": "15:15",
    "下午三点钟": "15:00",
    "傍晚6点": "18:00",
    "晚上7时30分": "19:30",
    "凌晨三点二十": "03:20",
    "20点": "20:00",
    "20:00": "20:00",
    "15时30分20秒": "15:30:20",
}
PAIRS = {
    ("11月20日", "22日"): "2026-11-20/2026-11-22",
    ("20号", "22号"): "2026-11-20/2026-11-22",
    ("11.20", "11.22"): "2026-11-20/2026-11-22",
    ("12月20日", "明年1月3日"): "2026-12-20/2027-01-03",
    ("明天", "后天"): "2026-11-19/2026-11-20",
    ("下周一", "下周五"): "2026-11-23/2026-11-27",
    ("去年3月", "今年5月"): "2025-03/2026-05",
    ("上个月", "下个月"): "2026-10/2026-12",
    ("2014年", "2018年"): "2014/2018",
    ("80年代", "90年代"): "198X/199X",
    ("9点", "11点"): "2026-11-18T09:00/2026-11-18T11:00",
    ("下午2", "5点"): "2026-11-18T14:00/2026-11-18T17:00",
    ("晚上10点", "次日凌晨2点"): "2026-11-18T22:00/2026-11-19T02:00",
    ("11月20日9时", "22日17时"): "2026-11-20T09:00/2026-11-22T17:00",
    ("下周一早上9点", "下周三下午5点"): "2026-11-23T09:00/2026-11-25T17:00",
}
YEARS = {"今年": 2026, "去年的": 2025, "大前年": 2023, "明年": 2027, "二〇二五年": 2025, "2025年的": 2025, "25年": 2025}
MONTHS = {"3月": 3, "三月份": 3, "十月": 10, "十一月": 11, "12月": 12}
MONTH_ENDS = {
    "": "",
    "初": " (early)",
    "中旬": " (mid)",
    "底": " (end)",
    "5号": "-05",
    "二十八日": "-28",
    "的第一天": "-01",
}


def days_and_hours() -> Iterator[tuple[str, str]]:
    for (day, value), (hour, clock), joint in product(DAYS.items(), HOURS.items(), ("", "的", " ")):
        yield f"{day}{joint}{hour}", f"{value}T{clock}"


def ranges() -> Iterator[tuple[str, str]]:
    for ((first, last), value), sign in product(PAIRS.items(), ("到", "至", "—", "～", "-", " - ", "——")):
        yield f"{first}{sign}{last}", value


def months() -> Iterator[tuple[str, str]]:
    for (year, y), (month, m), (end, value) in product(YEARS.items(), MONTHS.items(), MONTH_ENDS.items()):
        yield f"{year}{month}{end}", f"{y}-{m:02d}{value}"


@pytest.mark.parametrize("told", [days_and_hours, ranges, months])
def test_parts_that_fit_make_one_expression(told: Callable[[], Iterator[tuple[str, str]]]) -> None:
    wrong = []
    for simplified, value in told():
        for text in {simplified, _TRADITIONAL.convert(simplified)}:
            found = [(t.text, f"{t.edtf} ({t.part})" if t.part else t.edtf) for t in tag(text, ANCHOR)]
            if found != [(text, value)]:
                wrong.append(f"{text} is {value}, and gives {found}")
    assert not wrong, "\n".join(wrong)
