"""What a rule read, before any date is known: the stated fields of a time, each optional.

>>> merged({"y": 2025}, {"m": 4, "d": 26})
{'y': 2025, 'm': 4, 'd': 26}
"""

from __future__ import annotations

from typing import NamedTuple, TypedDict


class Spec(TypedDict, total=False):
    """The fields that an expression states.

    Suffix ``_rel`` counts from the anchor (the article's date), ``_ref`` from the last time told in the text.
    """

    y: int
    y_rel: int
    y_ref: int
    decade: int
    century: int
    quarter: int
    half: int
    season: int
    months: tuple[int, int]  # first and last month of the year: 前三季度 is (1, 9)
    m: int
    m_rel: int
    m_ref: int
    d: int
    d_rel: int
    d_ref: int
    week_rel: int
    weekday: int  # 1 Monday to 7 Sunday
    weekend: bool
    check_weekday: int  # the weekday printed beside the date
    lunar_month: int  # negative for a leap month
    lunar_day: int
    festival: str
    holiday: bool  # the public holiday's official days, not the festival's own day
    shift: int  # days to add at the end: 元旦前一天 is -1
    workday: int  # the n-th workday after the holiday
    part: str
    scope: str  # the unit that ``part`` divides when no field says it: year, month
    daypart: str
    hour: int
    minute: int
    ago: tuple[int, str]  # signed count and unit: (-3, "day")
    ago_ref: bool  # counted from the text, not from the anchor
    span_years: tuple[int, int]  # first and last year: 十四五
    now: bool
    from_now: bool
    open_end: bool
    until_now: bool
    approximate: bool
    vague: bool
    duration: str  # ISO 8601
    set_rule: str
    edition: bool
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
WHOLE = 9  # stands alone: durations, sets, vague words


def merged(left: Spec, right: Spec) -> Spec:
    """Both specs as one; what the left one states stands."""
    return {**right, **left}
