"""Evidence of the twenty-four solar terms: 昨天是立冬, 11月8日（立冬）.

>>> solar_term("立冬", 2023)
datetime.date(2023, 11, 8)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from timeline import regex as re
from timeline.dating.almanac import JULIAN_DAY_OF_ORDINAL_0
from timeline.dating.claims import Claim, Story, at_dates, found_in
from timeline.dating.days import YEARS, Days, Stretch, near, yearly
from timeline.dating.words import MONTH_DAY, YEAR_BEFORE, month_day

#: In the order of the year, from January.
_NAMES = "小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至"
_TERMS = tuple(_NAMES[at : at + 2] for at in range(0, len(_NAMES), 2))
#: Where the library's list for a year has the first of them.
_FIRST = 2
#: Some are weather too, and count only where they are called a term.
_NAME = rf"(?:(?P<term>{'|'.join(term for term in _TERMS if term[1:] != '雪' and term != '雨水')})|(?P<wet>小雪|大雪|雨水)(?=节气|时节))"
_ENDS = r"(?=节气|节|时节|[，。、；！,!（(）)\s”\"]|当[天日]|\Z)"
_TODAY = re.compile(
    r"(?P<when>[今昨明](?:[天日]|[（(]\d{1,2}[）)]日))(?:上午|下午|晚上?|凌晨|清晨)?(?:\d{1,2}[时点:：]\d{1,2}分?)?[，,]?(?:就|便|我们|我国|已|正式|又)?"
    r"(?:是|为|恰逢|正值|适逢|正逢|时值|迎来|进入|迈入|步入)?了?(?:农历)?(?:二十四节气[中里]?的?)?(?:第[一二三四五六七八九十]{1,3}个节气)?"
    rf"[，,—“\"]{{0,2}}{_NAME}{_ENDS}"
)
_BESIDE = re.compile(
    rf"(?P<md>{MONTH_DAY})(?:\s*[（(]\s*|[，,]?\s*)(?:即|恰逢|正值|适逢|是|为|迎来)?(?:农历)?(?:二十四节气[中里]?的?)?{_NAME}{_ENDS}"
)
_HALF_YEAR = 183
_SHIFTS = {"今": 0, "昨": 1, "明": -1}


@lru_cache(maxsize=64)
def _of_year(year: int) -> tuple[date, ...]:
    """The days of a year's solar terms."""
    from lunar_python import LunarYear

    days = LunarYear.fromYear(year).getJieQiJulianDays()[_FIRST : _FIRST + len(_TERMS)]
    return tuple(date.fromordinal(int(day + 0.5) - JULIAN_DAY_OF_ORDINAL_0) for day in days)


def solar_term(name: str, year: int) -> date:
    """The day of a solar term."""
    return _of_year(year)[_TERMS.index(name)]


@lru_cache(maxsize=128)
def _shifted(name: str, days: int) -> Days:
    def of_year(year: int) -> Stretch:
        told = solar_term(name, year) + timedelta(days)
        return told, told

    return yearly(of_year)


def solar_terms(story: Story) -> Iterator[Claim]:
    """昨天是立冬: the day before; 11月8日立冬: the years in which it is, and half a year to either side."""
    text = story.text
    for match in found_in(_TODAY, text):
        name = match["term"] or match["wet"]
        days = _shifted(name, _SHIFTS[match["when"][0]])
        yield story.claim("festival-today", match.start(), match.end(), days, 0.7, name=name)
    for match in at_dates(story, _BESIDE):
        found, name = month_day(match["md"]), match["term"] or match["wet"]
        if not found or YEAR_BEFORE.search(text, max(0, match.start() - 8), match.start()):
            continue
        years = tuple(year for year in YEARS if (solar_term(name, year).month, solar_term(name, year).day) == found)
        if years and len(years) < len(YEARS):
            days = near(*found, _HALF_YEAR, _HALF_YEAR - 1, years)
            yield story.claim("solar-term", match.start(), match.end(), days, 0.5, name=name)
