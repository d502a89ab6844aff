"""Days that no pattern holds: the lunar calendar, solar terms, festivals, the published public holidays.

>>> festival_day("spring", 2025), holiday_span("spring", 2025)
(datetime.date(2025, 1, 29), (datetime.date(2025, 1, 28), datetime.date(2025, 2, 4)))

The lunar calendar and the solar terms come from lunar_python; festivals from ``festivals.toml``, reigns from
``reigns.toml`` and the public holidays from ``holidays.toml``, which state their sources.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline.timex.feast_calendars import hebrew_day, islamic_day

SOLAR_TERMS = [
    "立春",
    "雨水",
    "惊蛰",
    "春分",
    "谷雨",
    "立夏",
    "小满",
    "芒种",
    "夏至",
    "小暑",
    "大暑",
    "立秋",
    "处暑",
    "白露",
    "秋分",
    "寒露",
    "霜降",
    "立冬",
    "小雪",
    "大雪",
    "冬至",
    "小寒",
    "大寒",
]

#: The weekdays of a recurrence rule (RFC 5545), from Monday.
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

#: The years that the lunar calendar is computed for.
LUNAR_YEARS = range(200, 2201)
_FIRST_PRECISE = 1600  # solar terms of the Gregorian calendar before that are not asked for


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _festivals() -> dict[str, dict[str, Any]]:
    return _table("festivals.toml")


@lru_cache(maxsize=1)
def festival_names() -> dict[str, str]:
    """Printed names and the festival that each means."""
    return {name: festival for festival, entry in _festivals().items() for name in entry["names"]}


@lru_cache(maxsize=1)
def reigns() -> dict[str, tuple[int, int]]:
    """The civil year of each reign's first year (元年; -122 is 122 BC), and how many years it lasted."""
    return {name: (first, length) for name, (first, length) in _table("reigns.toml").items()}


def festival_daypart(name: str) -> str:
    """The part of the day that a festival's name says (除夕夜), or ""."""
    return str(_festivals().get(name, {}).get("daypart", ""))


@lru_cache(maxsize=512)
def _lunar_months(year: int) -> dict[int, tuple[int, int]]:
    """The Julian day number of each month's first day and how many days it has; leap months are negative.

    A year takes the library milliseconds, and it keeps one: the years round an article's date are asked for in turn.
    """
    from lunar_python import LunarYear

    months = LunarYear.fromYear(year).getMonths()
    return {
        month.getMonth(): (int(month.getFirstJulianDay()), month.getDayCount())
        for month in months
        if month.getYear() == year
    }


@lru_cache(maxsize=4096)
def lunar_day(year: int, month: int, day: int) -> date | None:
    """The civil day of a lunar one; ``month`` is negative for a leap month. None when the year has no such day."""
    from lunar_python import Solar

    if year not in LUNAR_YEARS:
        return None
    first, days = _lunar_months(year).get(month, (0, 0))
    if not 1 <= day <= days:
        # 腊月三十 is the year's last day, also where the month is short
        return lunar_day(year, 12, 29) if (month, day, days) == (12, 30, 29) else None
    solar = Solar.fromJulianDay(first + day - 1)
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def lunar_month(year: int, month: int) -> tuple[date, date] | None:
    """The first and last civil day of a lunar month."""
    first = lunar_day(year, month, 1)
    last = lunar_day(year, month, 30) or lunar_day(year, month, 29)
    return (first, last) if first and last else None


def solar_term(name: str, year: int) -> date | None:
    """The day of a solar term in a civil year."""
    if year not in LUNAR_YEARS or year < _FIRST_PRECISE:
        return None
    # The table of a lunar year begins with the winter solstice before it; this year's has a key of its own.
    return _solar_terms(year).get("DONG_ZHI" if name == "冬至" else name)


@lru_cache(maxsize=512)
def _solar_terms(year: int) -> dict[str, date]:
    from lunar_python import Solar

    table = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()
    return {name: date(day.getYear(), day.getMonth(), day.getDay()) for name, day in table.items()}


@lru_cache(maxsize=4096)
def festival_day(name: str, year: int) -> date | None:
    """The festival's own day in (or, for lunar ones, of) the civil ``year``; None when it can't be computed."""
    if not 1 <= year <= 9998:
        return None
    if name.startswith("term:"):
        return solar_term(name.removeprefix("term:"), year)
    entry = _festivals()[name]
    if "civil" in entry:
        return date(year, *entry["civil"])
    if "lunar" in entry:
        return lunar_day(year, *entry["lunar"])
    if "lunar_before" in entry:
        return lunar_day(year - 1, *entry["lunar_before"])
    if "term" in entry:
        return solar_term(entry["term"], year)
    if "dog_days" in entry:
        return _dog_days(year, entry["dog_days"])
    if "after" in entry:
        origin = festival_day(entry["after"][0], year)
        return origin + timedelta(entry["after"][1]) if origin else None
    if "easter" in entry:
        from dateutil.easter import easter

        sunday: date = easter(year)
        return sunday + timedelta(entry["easter"])
    if "hebrew" in entry:
        return hebrew_day(year, *entry["hebrew"])
    if "islamic" in entry:
        return islamic_day(year, *entry["islamic"])
    if "moonless" in entry:
        return _moonless(year, *entry["moonless"])
    month, weekday, ordinal = entry["weekday"]
    if ordinal < 0:  # the last of its month
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (ordinal - 1))


def _moonless(year: int, month: int, day: int) -> date | None:
    """The last day before a new moon from a day of the civil year on."""
    earliest = date(year, month, day)
    eves = (first - timedelta(1) for own in _lunar_months(year) if (first := lunar_day(year, own, 1)))
    return min((eve for eve in eves if eve >= earliest), default=None)


#: The ordinal of a day whose stem is 庚: 2025-07-20.
_A_GENG_DAY = date(2025, 7, 20).toordinal()


def _dog_days(year: int, which: int) -> date | None:
    """三伏 are counted in days of the stem 庚: the third from 夏至 on begins them (1), the fourth their middle (2), the first
    from 立秋 on their last part (3), and ten days later they end (4)."""
    origin = solar_term("夏至" if which < 3 else "立秋", year)
    if origin is None:
        return None
    geng = origin + timedelta((_A_GENG_DAY - origin.toordinal()) % 10)
    return geng + timedelta({1: 20, 2: 30, 3: 0, 4: 10}[which])


def recurring(name: str) -> str:
    """The yearly rule of a festival's day (see timeline.timex.recurrence)."""
    entry = {} if name.startswith("term:") else _festivals()[name]
    if "civil" in entry:
        return "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format(*entry["civil"])
    if lunar := entry.get("lunar") or entry.get("lunar_before"):
        return "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format(*lunar)
    if "weekday" in entry:
        month, weekday, ordinal = entry["weekday"]
        return f"FREQ=YEARLY;BYMONTH={month};BYDAY={ordinal}{WEEKDAY_CODES[weekday - 1]}"
    return f"FREQ=YEARLY;X-FESTIVAL={name}"


@lru_cache(maxsize=1)
def _arrangements() -> dict[int, dict[str, Any]]:
    return {int(year): entry for year, entry in _table("holidays.toml").items()}


def holiday_span(name: str, year: int) -> tuple[date, date] | None:
    """First and last day off of a public holiday as arranged for that year; None when none is published here."""
    entry = _arrangements().get(year, {}).get({"eve": "spring", "eve_night": "spring"}.get(name, name))
    return (entry[0], entry[1]) if entry else None


def workday_after(day: date, ordinal: int) -> date:
    """The ``ordinal``-th working day after ``day`` (before it, if negative), make-up workdays and days off of the arrangements considered."""
    step = 1 if ordinal > 0 else -1
    while ordinal:
        day += timedelta(step)
        if _is_workday(day):
            ordinal -= step
    return day


def _is_workday(day: date) -> bool:
    if day.year not in _arrangements():
        return day.weekday() < 5 and not any(_is_off(day, *feast) for feast in _OFF_BY_LAW)
    entry = _arrangements()[day.year]
    if day in entry.get("workdays", ()):
        return True
    spans = (value for key, value in entry.items() if key not in ("source", "workdays"))
    return day.weekday() < 5 and not any(first <= day <= last for first, last in spans)


#: The days off that the law gives in a year of which no arrangement is known: from which feast on, and how many.
_OFF_BY_LAW = (
    ("new_year", 1),
    ("spring", 3),
    ("qingming", 1),
    ("labour", 1),
    ("dragon_boat", 1),
    ("mid_autumn", 1),
    ("national", 3),
)


def _is_off(day: date, feast: str, days: int) -> bool:
    first = festival_day(feast, day.year)
    return first is not None and 0 <= (day - first).days < days


#: The year of the sexagenary cycle: 甲子 is 0.
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"


def sexagenary_year(name: str, first: int, last: int) -> int | None:
    """The only year from ``first`` to ``last`` that 干支 names so; None when there is none or several."""
    years = [y for y in range(first, last + 1) if STEMS[(y - 4) % 10] + BRANCHES[(y - 4) % 12] == name]
    return years[0] if len(years) == 1 else None


def cycle_year(name: str, animal: int | None, near: int) -> int | None:
    """The year nearest to ``near`` that 干支 names so, or, without a name, of that animal (0 is the rat).

    >>> cycle_year("乙巳", None, 2020), cycle_year("", 4, 2025)
    (2025, 2024)
    """
    if animal is None:
        return sexagenary_year(name, near - 30, near + 29)
    return near + (animal - (near - 4) + 5) % 12 - 5
