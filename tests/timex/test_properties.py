"""What holds of every day and range however it is written: it is read back as what was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from writing import FIRST, LAST, WEEKDAYS, digits, han, read, short_han, weekday

from timeline.timex import tag

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
#: Each way to write a day: what the expression is, and what stands behind it as a gloss.
WAYS: dict[str, Callable[[date], tuple[str, str]]] = {
    "plain": lambda d: (f"{d.year}年{d.month}月{d.day}日", ""),
    "padded": lambda d: (f"{d.year}年{d.month:02}月{d.day:02}日", ""),
    "hao": lambda d: (f"{d.year}年{d.month}月{d.day}号", ""),
    "spaced": lambda d: (f"{d.year} 年 {d.month} 月 {d.day} 日", ""),
    "broken": lambda d: (f"{d.year}年{d.month}月\n{d.day}日", ""),
    "broken in its year": lambda d: (f"{d.year}\n年{d.month}月{d.day}日", ""),
    "full width": lambda d: (f"{d.year}年{d.month}月{d.day}日".translate(FULL_WIDTH), ""),
    "weekday behind": lambda d: (f"{d.year}年{d.month}月{d.day}日", f"（星期{weekday(d)}）"),
    "weekday, traditional": lambda d: (f"{d.year}年{d.month}月{d.day}號", f"(週{weekday(d)})"),
    "han": lambda d: (f"{digits(d.year)}年{han(d.month)}月{han(d.day)}日", ""),
    "han with 零": lambda d: (f"{digits(d.year, '零')}年{han(d.month)}月{short_han(d.day)}日", ""),
    "han, 號": lambda d: (f"{digits(d.year)}年{han(d.month)}月{han(d.day)}號", ""),
    "iso": lambda d: (d.isoformat(), ""),
    "slashes": lambda d: (f"{d.year}/{d.month}/{d.day}", ""),
    "dots": lambda d: (f"{d.year}.{d.month}.{d.day}", ""),
    "compact": lambda d: (f"{d:%Y%m%d}", ""),
}


@pytest.mark.parametrize("decade", range(1900, 2101, 10))
def test_every_day_in_every_way(decade: int) -> None:
    for year in range(decade, min(decade + 10, LAST.year + 1)):
        days = [date(year, 1, 1) + timedelta(k) for k in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
        for turn, (name, way) in enumerate(WAYS.items()):
            # Every second day of a year, the others in the next one: each day and month meets each way.
            turned = days[(turn + year) % 2 :: 2]
            written = [way(day) for day in turned]
            wanted = [(text, day.isoformat()) for (text, _), day in zip(written, turned, strict=True)]
            assert read(written) == wanted, f"{year}, {name}"


def test_a_weekday_is_checked_against_the_date() -> None:
    for step in range(0, (LAST - FIRST).days, 97):
        day = FIRST + timedelta(step)
        for printed in range(7):
            (timex,) = tag(f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[printed]}）开馆")
            assert timex.edtf == day.isoformat()
            assert bool(timex.warning) == (printed != day.weekday()), timex


@pytest.mark.parametrize(
    ("written", "shift"),
    [
        ("今天", 0),
        ("今日", 0),
        ("昨天", -1),
        ("昨日", -1),
        ("前天", -2),
        ("大前天", -3),
        ("明天", 1),
        ("明日", 1),
        ("后天", 2),
        ("後天", 2),
        ("大后天", 3),
        ("三天前", -3),
        ("10天后", 10),
        ("两周前", -14),
        ("{0.month}月{0.day}日", 0),
        ("{0.month}月{0.day}号", 0),
        ("今年{0.month}月{0.day}日", 0),
        ("本月{0.day}日", 0),
        ("{0.day}日", 0),
    ],
)
def test_days_counted_from_the_anchor(written: str, shift: int) -> None:
    for step in range(0, (LAST - FIRST).days, 61):
        anchor = FIRST + timedelta(step)
        (timex,) = tag(f"展馆{written.format(anchor)}闭馆", anchor)
        assert timex.edtf == (anchor + timedelta(shift)).isoformat(), (written, anchor)


@pytest.mark.parametrize(
    ("written", "weeks"), [("本周", 0), ("这周", 0), ("上周", -1), ("下周", 1), ("上上周", -2), ("下个星期", 1)]
)
def test_weekdays_counted_from_the_anchor(written: str, weeks: int) -> None:
    for step in range(0, (LAST - FIRST).days, 193):
        anchor = FIRST + timedelta(step)
        monday = anchor - timedelta(anchor.weekday() - 7 * weeks)
        for ordinal, name in enumerate(WEEKDAYS):
            (timex,) = tag(f"展馆{written}{name}闭馆", anchor)
            assert timex.edtf == (monday + timedelta(ordinal)).isoformat(), (written + name, anchor)


@pytest.mark.parametrize("link", ["至", "到", "—", "–", "-", "－", "～", "~", "——", " 至 "])
def test_ranges_of_days(link: str) -> None:
    written, wanted = [], []
    for step in range(0, (LAST - FIRST).days - 400, 331):
        first = FIRST + timedelta(step)
        for length in (1, 9, 45, 370):
            last = first + timedelta(length)
            left = f"{first.year}年{first.month}月{first.day}日"
            whole = f"{last.year}年{last.month}月{last.day}日"
            same_month = (first.year, first.month) == (last.year, last.month)
            short = f"{last.day}日" if same_month else f"{last.month}月{last.day}日" if length < 365 else whole
            for right in {whole, short}:
                written.append((f"{left}{link}{right}", ""))
                wanted.append((f"{left}{link}{right}", f"{first}/{last}"))
    assert read(written) == wanted


@pytest.mark.parametrize(
    "form",
    ["{0}年至{1}年", "{0}—{1}年", "{0}年-{1}年", "{0}－{1}年", "{0}到{1}年", "{0}年～{1}年", "{0}至{1}年"],
)
def test_ranges_of_years(form: str) -> None:
    years = [(first, first + length) for first in range(FIRST.year, LAST.year, 3) for length in (1, 4, 26)]
    written = [(form.format(first, last), "") for first, last in years]
    assert read(written) == [(text, f"{a}/{b}") for (text, _), (a, b) in zip(written, years, strict=True)]


def test_ranges_of_months() -> None:
    written, wanted = [], []
    for year in range(FIRST.year, LAST.year):
        first = year % 11 + 1
        for last in range(first + 1, 13):
            for text in (f"{year}年{first}月至{last}月", f"{year}年{first}至{last}月", f"{year}年{first}—{last}月"):
                written.append((text, ""))
                wanted.append((text, f"{year}-{first:02}/{year}-{last:02}"))
        across = f"{year}年12月至{year + 1}年3月"
        written.append((across, ""))
        wanted.append((across, f"{year}-12/{year + 1}-03"))
    assert read(written) == wanted


def test_years_months_and_their_divisions() -> None:
    written: list[tuple[str, str]] = []
    wanted: list[tuple[str, str | None]] = []
    for year in range(FIRST.year, LAST.year + 1):
        forms = {f"{year}年": f"{year}", f"{digits(year)}年": f"{year}", f"{year}年度": f"{year}"}
        forms |= {f"{year}年{month}月": f"{year}-{month:02}" for month in range(1, 13)}
        forms |= {f"{digits(year)}年{han(month)}月份": f"{year}-{month:02}" for month in range(1, 13)}
        for quarter in range(1, 5):
            names = (f"{han(quarter)}季度", f"第{han(quarter)}季度", f"第{quarter}季度", f"{quarter}季度")
            forms |= {f"{year}年{name}": f"{year}-{32 + quarter}" for name in names}
        forms |= {
            f"{year}年上半年": f"{year}-40",
            f"{year}年下半年": f"{year}-41",
            f"{year}年前三季度": f"{year}-01/{year}-09",
        }
        forms |= {f"{year}年{season}季": f"{year}-{21 + k}" for k, season in enumerate("春夏秋冬")}
        written += [(text, "") for text in forms]
        wanted += forms.items()
    assert read(written) == wanted


def test_decades_and_centuries() -> None:
    for century in range(15, 22):
        for tens in range(0 if century < 20 else 1, 10):
            forms = [f"{century}世纪{tens}0年代", f"{century}世紀{tens}0年代", f"{han(century)}世纪{han(tens)}十年代"]
            for form in forms if tens > 1 else forms[:2] if tens else []:
                assert read([(form, "")]) == [(form, f"{century - 1}{tens}X")]
        for form in (f"{century}世纪", f"{han(century)}世纪"):
            assert read([(form, "")]) == [(form, f"{century - 1}XX")]
    for tens in range(3, 10):
        for form in (
            f"上世纪{tens}0年代",
            f"上个世纪{han(tens)}十年代",
            f"{tens}0年代",
            f"{han(tens)}十年代",
            f"19{tens}0年代",
        ):
            assert read([(form, "")], date(2025, 4, 22)) == [(form, f"19{tens}X")]
