"""Stated repetitions (ISO-TimeML SET) as recurrence rules, and the days that they fall on.

>>> from itertools import islice
>>> [day.isoformat() for day in islice(occurrences("FREQ=MONTHLY;BYDAY=-1FR", date(2025, 4, 22)), 2)]
['2025-04-25', '2025-05-30']

A rule is an RRULE of RFC 5545; ``RSCALE=CHINESE`` counts months and days in the traditional calendar (RFC 7529), with
``6L`` for a leap month. ``X-FESTIVAL=`` names a yearly day that neither calendar fixes, as the solar terms are; calendar
programs know no such rule and get the days instead. ``EXDATE=`` lists the days that the text leaves out (其中12月12日停办),
which RFC 5545 has in a property of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from timeline.timex import calendars

_LEFT_OUT = "EXDATE"


def parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name. Raises ValueError for a text that is no rule."""
    found = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    if "FREQ" not in found:
        raise ValueError(f"{rule!r} is no recurrence rule: it has no FREQ")
    return found


def left_out(rule: str) -> tuple[date, ...]:
    """The days that the text leaves out of a rule."""
    return tuple(
        date(int(day[:4]), int(day[4:6]), int(day[6:])) for day in parts(rule).get(_LEFT_OUT, "").split(",") if day
    )


def without(rule: str, days: Iterable[date]) -> str:
    """The rule with those days left out.

    >>> without("FREQ=WEEKLY;BYDAY=SA", [date(2026, 12, 12)])
    'FREQ=WEEKLY;BYDAY=SA;EXDATE=20261212'
    """
    listed = ",".join(f"{day:%Y%m%d}" for day in sorted({*left_out(rule), *days}))
    return f"{plain(rule)};{_LEFT_OUT}={listed}" if listed else rule


def plain(rule: str) -> str:
    """The rule alone, without the days that are left out of it."""
    return ";".join(part for part in rule.split(";") if not part.startswith(f"{_LEFT_OUT}="))


def portable(rule: str) -> bool:
    """Whether calendar programs can be given the rule itself (RFC 5545 alone); else they need the days."""
    return not {"RSCALE", "X-FESTIVAL"} & parts(rule).keys()


def occurrences(rule: str, first: date, last: date | None = None) -> Iterator[date]:
    """The days of a rule from ``first`` on, in order, until ``last`` or the end of what can be computed.

    A rule with an interval above 1 counts from ``first``. Raises ValueError for a text that is no rule.
    """
    fields = parts(rule)
    if fields.get("RSCALE") == "CHINESE":
        days = _traditional(fields, first)
    elif "X-FESTIVAL" in fields:
        days = _festival(fields["X-FESTIVAL"], first)
    else:
        days = _civil(rule, first)
    excepted = left_out(rule)
    for day in days:
        if last is not None and day > last:
            return
        if day >= first and day not in excepted:
            yield day


def _civil(rule: str, first: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr

    # hours and minutes say when on the day, not on which
    of_days = ";".join(part for part in plain(rule).split(";") if not part.startswith(("BYHOUR", "BYMINUTE")))
    for moment in rrulestr(of_days, dtstart=datetime(first.year, first.month, first.day)):
        yield moment.date()


def _traditional(fields: dict[str, str], first: date) -> Iterator[date]:
    named = [month for month in fields.get("BYMONTH", "").split(",") if month]
    months = [-int(m[:-1]) if m.endswith("L") else int(m) for m in named] or list(range(1, 13))
    wanted = [int(day) for day in fields["BYMONTHDAY"].split(",")]
    for year in range(max(first.year - 1, calendars.LUNAR_YEARS.start), calendars.LUNAR_YEARS.stop):
        for month in months:
            for number in wanted:
                if day := _lunar_day(year, month, number):
                    yield day


def _lunar_day(year: int, month: int, number: int) -> date | None:
    if number > 0:
        return calendars.lunar_day(year, month, number)
    span = calendars.lunar_month(year, month)
    return span[1] + timedelta(number + 1) if span else None


def _festival(name: str, first: date) -> Iterator[date]:
    for year in range(first.year, calendars.LUNAR_YEARS.stop):
        if day := calendars.festival_day(name, year):
            yield day
