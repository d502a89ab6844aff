"""What a rule read, before any date is known: the stated fields of a time, each optional.

>>> merged({"y": 2025}, {"m": 4, "y": 1})["y"]
2025
"""

from __future__ import annotations

from typing import Final, NamedTuple, TypedDict


class Spec(TypedDict, total=False):
    """The fields that an expression states.

    Suffix ``_rel`` counts from the anchor (the article's date), ``_ref`` from the last time told in the text.
    """

    y: int
    y_rel: int
    y_ref: int
    counted: bool  # 第三年 counts from the first year told, and not from the one before it
    turning: bool  # 新的一年: the year that begins about the anchor
    same_stretch: bool  # 去年同期: the stretch told before it, in another year
    prefer_ref: bool  # 上年 counts from a year told in the same sentence before it counts from the anchor
    decade: int
    decade_rel: int  # 上个十年 is -1
    decade_to: int  # the last of two decades: 七八十年代
    century: int
    quarter: int
    quarter_rel: int
    half: int
    season: int
    season_to: int  # the second of two: 春夏; 冬春 ends in the next year
    months: tuple[int, int]  # first and last month of the year: 前三季度 is (1, 9)
    m: int
    until_m: int  # the last month of a stretch that begins with ``m``
    m_rel: int
    m_ref: int
    d: int
    d_rel: int
    d_ref: int
    week_rel: int
    workdays_rel: int  # so many working days from the anchor
    weekday: int  # 1 Monday to 7 Sunday
    weekend: bool
    check_weekday: int  # the weekday printed beside the date
    lunar_month: int  # negative for a leap month
    lunar_day: int
    civil: bool  # 十二月二十四: a day of the civil calendar in what is said at a moment
    festival: str
    holiday: bool  # the public holiday's official days, not the festival's own day
    until_festival: str  # the last festival of a stretch: 元旦春节期间
    shift: int  # days to add at the end: 元旦前一天 is -1
    of_holiday: tuple[int, int]  # first and last day of a part of the holiday, from 0, or from its end (negative)
    zodiac: int  # the animal of the lunar year, from 0 (鼠)
    cycle: str  # the year's name in the sexagenary cycle
    lunar_year: bool  # month and day are of the traditional calendar: 光绪二十四年四月
    workday: int  # the n-th workday after the holiday
    nth: int  # the n-th day, week, weekday or workday of what the other fields name; -1 is the last
    years_of: int  # ``nth`` counts so many years, one or ten
    months_of: int  # ``nth`` counts months, and so many are meant
    weeks: bool  # ``nth`` counts weeks
    quarters: bool  # ``nth`` counts the months of quarters
    within: tuple[int, int]  # first and last day of the month that is meant: 上半月 is (1, 15)
    part: str
    scope: str  # the unit that ``part`` divides when no field says it: year, month
    daypart: str
    hour: int
    minute: int
    second: int
    zone: int  # minutes by which the clock of China is ahead of the one that is told
    ago: tuple[int, str]  # signed count and unit: (-3, "day")
    ago_days: int  # days beside the months of ``ago``: 一个月零五天后
    same_day: bool  # 三个月前的今天: the anchor's day of that month
    ago_ref: bool  # counted from the text, not from the anchor
    moved: tuple[int, str]  # counted from the day that the other fields name: 10月1日三天后
    toward: int  # the last (-1), this (0) or next (1) of its kind: 上个春节, 下个冬天
    near_weekday: tuple[int, int]  # the weekday before (-1) or behind (1) the festival: 春节前的周五
    following: bool  # the stretch behind (此后三年, 未来三天) or before that time, not a point
    years_rel: tuple[int, int]  # first and last year, counted from the anchor: 今明两年
    span_years: tuple[int, int]  # first and last year: 十四五
    from_now: bool
    open_end: bool
    until_now: bool
    approximate: bool
    loose_hour: bool  # 六点多: the part of the day is what is known, and not the minute
    days: int  # how many days from the day counted: 今明两天
    vague: bool
    lately: bool  # 最近三天: a stretch in what is said at a moment, and vague in what is written
    duration: str  # ISO 8601
    set_rule: str
    loose: bool  # a time only in what is said at a moment, and a name as well elsewhere: 我们元旦见面
    same_clock: bool  # 昨天这个时候: the clock time of the anchor
    decoy: bool
    bc: bool


class Atom(NamedTuple):
    """One rule's reading of one stretch of text.

    ``first`` and ``last`` are the coarsest and finest level that it states (YEAR to CLOCK); two adjoining atoms are one
    expression when the second begins finer than the first ends.
    """

    start: int
    end: int
    rule: str
    spec: Spec
    first: int
    last: int


CENTURY, YEAR, MONTH, SEGMENT, DAY, DAYPART, CLOCK = range(7)
WHOLE: Final = 9  # stands alone: durations, sets, vague words
#: Units in which something lies so far from a day that is named beside it; ``days`` and ``months`` are a stretch that
#: ends before it or begins behind it, ``week of``, ``weekend of`` and ``month of`` are those that hold it (the weekend is
#: the nearest one), ``weekday`` and ``weekend`` the next of that number behind it or (negative) before it.
MOVING: Final = frozenset(
    (
        "day",
        "week",
        "month",
        "year",
        "days",
        "months",
        "week of",
        "weekend of",
        "month of",
        "weekday",
        "weekend",
        "workday",
    )
)


def merged(left: Spec, right: Spec) -> Spec:
    """Both specs as one; what the left one states stands."""
    return {**right, **left}


def last_month(spec: Spec) -> int | None:
    """The month with which months, a quarter or a half of the year end; None for anything else."""
    if "months" in spec:
        return spec["months"][1]
    if "until_m" in spec:
        return spec["until_m"]
    return 3 * spec["quarter"] if "quarter" in spec else 6 * spec["half"] if "half" in spec else None
