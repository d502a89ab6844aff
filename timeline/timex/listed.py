"""The dates of a list behind its first: one that goes on upward is of the year, or the month, of the one before it.

>>> first = Resolved("2025-04-05", "relative", None, (), 2025, 4, date(2025, 4, 5))
>>> context = Context("4月5日、8日、10日")
>>> context.record(told_of(first, 0, 4, printed=False))
>>> going_on(context, first, {"d": 8}, 5, 7).text
'2025-04-08'
"""

from __future__ import annotations

from datetime import date

from timeline.timex.context import Context
from timeline.timex.resolved import Resolved
from timeline.timex.spec import Spec
from timeline.timex.told import Told


def going_on(context: Context, before: Resolved, spec: Spec, start: int, end: int) -> Resolved | None:
    """The value of a date right behind the comma of a list, ``before`` the value of what stands before that.

    None for what is no plain date behind a plain date, and for a date that turns back. Where the list goes on, the
    context has taken note of the value: it is the last one told.
    """
    told = context.last
    if told is None or told.end + 1 != start or told.day is None:
        return None
    if not told.single or told.aside or told.feast or told.daypart or told.shifted or told.day != before.day:
        return None
    value = _value(spec, before, told.day)
    if value is not None and context.listed_behind(end):
        context.go_on(told_of(value, start, end, printed="y" in spec or (value.stated and told.printed)))
    return value


def _value(spec: Spec, before: Resolved, last: date) -> Resolved | None:
    year, month = spec.get("y"), spec.get("m")
    if "d" not in spec or len(spec) != 1 + (year is not None) + (month is not None):
        return None
    try:
        day = date(year or last.year, month or last.month, spec["d"])
    except ValueError:
        return None
    if year is not None:
        return Resolved(day.isoformat(), "explicit", None, (), day.year, day.month, day, stated=True)
    if day < last:
        return None
    value = Resolved(day.isoformat(), "inherited", None, (), day.year, day.month, day, stated=before.stated)
    if month is not None and before.resolution == "relative":  # neither of them is told with a year
        value.resolution, value.steps = "relative", before.steps
        if before.alternative is not None:
            value.alternative = before.alternative[:4] + day.isoformat()[4:]
    else:
        unit = "year" if month is not None else "month and year"
        value.steps = (f"{unit} of the date before it: {last}",)
    return value


def told_of(value: Resolved, start: int, end: int, *, printed: bool) -> Told:
    """A plain day at ``[start, end)`` as later expressions refer to it."""
    return Told(
        value.year,
        value.month,
        value.day,
        start,
        end,
        value.stated or value.resolution == "explicit",
        printed,
        single=True,
        names_month=True,
    )
