"""The n-th day, week, weekday or workday of a stretch of days.

>>> from datetime import date
>>> nth_of(date(2025, 5, 1), date(2025, 5, 31), {"nth": 2, "weekday": 7})
(datetime.date(2025, 5, 11), datetime.date(2025, 5, 11))
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline.edtf import add_months
from timeline.timex import calendars
from timeline.timex.spec import Spec


def nth_of(first: date, last: date, spec: Spec) -> tuple[date, date] | None:
    """First and last day of what ``spec`` counts from ``first`` to ``last`` (both included); None when it has no such.

    Weeks of a year are those of ISO 8601; those of a month are counted in sevens from its first day, as notices do.
    """
    ordinal = spec["nth"]
    if "weeks" in spec:
        week = _week(first, last, ordinal)
        return _within(*week, _weekday(*week, spec["weekday"], 1), 1) if week and "weekday" in spec else week
    if "weekday" in spec:
        return _within(first, last, _weekday(first, last, spec["weekday"], ordinal), 1)
    if "weekend" in spec:
        return _within(first, last, _weekday(first, last, 6, ordinal), 2)
    if "workday" in spec:
        day = calendars.workday_after(first - timedelta(1), ordinal) if ordinal > 0 else _last_workday(last)
        return _within(first, last, day, 1)
    if "months_of" in spec:
        return _months(first, last, ordinal, spec["months_of"])
    day = first + timedelta(ordinal - 1) if ordinal > 0 else last + timedelta(ordinal + 1)
    return _within(first, last, day, 1)


def _within(first: date, last: date, day: date, days: int) -> tuple[date, date] | None:
    return (day, day + timedelta(days - 1)) if first <= day <= last else None


def _weekday(first: date, last: date, weekday: int, ordinal: int) -> date:
    if ordinal > 0:
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (ordinal - 1))
    return last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-ordinal - 1))


def _last_workday(last: date) -> date:
    day = last - timedelta(14)
    while (after := calendars.workday_after(day, 1)) <= last:
        day = after
    return day


def _months(first: date, last: date, ordinal: int, count: int) -> tuple[date, date] | None:
    """Whole months of a stretch of them: 本季度前两个月, 上半年最后一个月."""
    begin = (
        add_months(first.year, first.month, ordinal - 1)
        if ordinal > 0
        else add_months(last.year, last.month, ordinal + 1)
    )
    behind = date(*add_months(*begin, count), 1)
    begins = date(*begin, 1)
    return (begins, behind - timedelta(1)) if first <= begins and behind - timedelta(1) <= last else None


def _week(first: date, last: date, ordinal: int) -> tuple[date, date] | None:
    if (last - first).days > 31:  # a year, or a quarter of it: weeks of ISO 8601, which hold its first Thursday
        monday = _weekday(first, last, 4, ordinal) - timedelta(3)
        return monday, monday + timedelta(6)
    begin = first + timedelta(7 * (ordinal - 1)) if ordinal > 0 else last - timedelta(7 * -ordinal - 1)
    return (begin, min(begin + timedelta(6), last)) if first <= begin <= last else None
