"""Evidence of days that are kept each year and counted: 第47个植树节 is that of 2025.

>>> year_of("植树节", 47)
2025
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from timeline import regex as re
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import day, stretch
from timeline.dating.words import number

#: By name: the month, the day of the month (0: a week or month, or a day that moves) and the year of the first one, as
#: their own announcements count them.
OBSERVANCES = {
    "警察节": (1, 10, 2021),
    "学雷锋纪念日": (3, 5, 1964),
    "国际妇女节": (3, 8, 1911),
    "植树节": (3, 12, 1979),
    "世界水日": (3, 22, 1993),
    "防治结核病日": (3, 24, 1996),
    "爱国卫生月": (4, 0, 1989),
    "税收宣传月": (4, 0, 1992),
    "国家安全教育日": (4, 15, 2016),
    "世界地球日": (4, 22, 1970),
    "世界读书日": (4, 23, 1996),
    "中国航天日": (4, 24, 2016),
    "中国品牌日": (5, 10, 2017),
    "防灾减灾日": (5, 12, 2009),
    "护士节": (5, 12, 1912),
    "国际博物馆日": (5, 18, 1977),
    "中国旅游日": (5, 19, 2011),
    "全国助残日": (5, 0, 1991),
    "科技工作者日": (5, 30, 2017),
    "世界无烟日": (5, 31, 1988),
    "安全生产月": (6, 0, 2002),
    "爱眼日": (6, 6, 1996),
    "世界献血者日": (6, 14, 2004),
    "全国土地日": (6, 25, 1991),
    "国际禁毒日": (6, 26, 1988),
    "全民健身日": (8, 8, 2009),
    "中国医师节": (8, 19, 2018),
    "教师节": (9, 10, 1985),
    "推广普通话宣传周": (9, 0, 1998),
    "爱牙日": (9, 20, 1989),
    "农民丰收节": (9, 0, 2018),
    "烈士纪念日": (9, 30, 2014),
    "世界粮食日": (10, 16, 1981),
    "记者节": (11, 8, 2000),
    "消防日": (11, 9, 1992),
    "世界艾滋病日": (12, 1, 1988),
    "全国交通安全日": (12, 2, 2012),
    "国家宪法日": (12, 4, 2014),
    "国家公祭日": (12, 13, 2014),
}
_NAMES = "|".join(sorted(OBSERVANCES, key=len, reverse=True))
_NUMBERED = re.compile(
    rf"第(?P<n>\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})[个届次](?:我国|中国|全国|全民|国际)?[“\"]?(?P<name>{_NAMES})"
)
#: Such a day is spoken of by its number in the weeks before it, and for some weeks after it.
_BEFORE, _AFTER = timedelta(60), timedelta(45)
_OTHER_YEAR = re.compile(r"去年|前年|上年|那年|当年|明年|(?:19|20)\d\d年")


def year_of(name: str, count: int) -> int:
    """The year of the day with that number."""
    return OBSERVANCES[name][2] + count - 1


def observances(story: Story) -> Iterator[Claim]:
    """第40个教师节: told about that day of 2024; of what moves, in about that month."""
    for match in found_in(_NUMBERED, story.text) if "第" in story.text else ():
        left = story.sentence(match.start(), match.end())[0]
        count = number(match["n"])
        year = year_of(match["name"], count)
        if not count or not 1990 <= year <= 2090 or _OTHER_YEAR.search(story.text, left, match.start()):
            continue
        month, of_month, _ = OBSERVANCES[match["name"]]
        kept = day(year, month, of_month or 15)
        if kept:
            loose = timedelta(0 if of_month else 20)
            days = stretch(kept - _BEFORE - loose, kept + _AFTER + loose)
            yield story.claim(
                "observance", match.start(), match.end(), days, 0.56, name=match["name"], count=count, year=year
            )
