"""The dates of a list behind its first: one that goes on upward is of the year, or the month, of the one before it.

>>> first = Resolved("2025-04-05", "relative", None, (), 2025, 4, date(2025, 4, 5))
>>> context = Context("4月5日、8日、10日")
>>> context.record(told_of(first, 0, 4, printed=False))
>>> Listing(context).going_on(first, {"d": 8}, 5, 7).text
'2025-04-08'
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from timeline import edtf
from timeline.timex.context import DAYS_BACK, Context
from timeline.timex.resolved import Resolved
from timeline.timex.rules.links import LIST_COMMA
from timeline.timex.spec import Spec
from timeline.timex.told import Told

_PLAIN: Final = frozenset(("y", "m", "d"))


class Listing:
    """The list that the expression in hand may go on with.

    A list is told to the context when it ends: nothing in between asks for its dates.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._untold: list[tuple[Resolved, int, int, bool]] = []  # value, span, whether its year is printed
        self._end = -1  # where the last one of them ends
        self._printed = False

    def going_on(self, before: Resolved, spec: Spec, start: int, end: int) -> Resolved | None:
        """The value of a date right behind the comma of a list, ``before`` the value of what stands before that.

        None for what is no plain date behind a plain date, and for a date that turns back. Where no comma follows it
        the list has ended, and whoever asks tells the context of the value.
        """
        if self._end + 1 != start:
            told = self._context.last
            if told is None or told.end + 1 != start or told.day is None:
                return None
            if not told.single or told.aside or told.feast or told.daypart or told.shifted or told.day != before.day:
                return None
            self._printed = told.printed
        value = _value(spec, before)
        if value is None or self._context.text[end : end + 1] != LIST_COMMA:
            self.ended()
        else:
            self._printed = "y" in spec or (value.stated and self._printed)
            self._untold.append((value, start, end, self._printed))
            self._end = end
        return value

    def goes_on(self) -> bool:
        """Whether the comma of a list stands behind the value given last."""
        return self._end >= 0

    def ended(self) -> None:
        """Tells the context of the dates between the first one and the last."""
        if self._end >= 0:
            for value, start, end, printed in self._untold[-DAYS_BACK:]:
                self._context.go_on(told_of(value, start, end, printed=printed))
            self._untold, self._end = [], -1


@lru_cache(maxsize=4096)
def _day(year: int, month: int, day: int) -> tuple[date, edtf.Edtf]:
    """A day and its EDTF; raises ValueError for none."""
    found = date(year, month, day)
    return found, edtf.of_date(found)


def _value(spec: Spec, before: Resolved) -> Resolved | None:
    last = before.day
    if last is None or "d" not in spec or not _PLAIN.issuperset(spec):
        return None
    year, month = spec.get("y"), spec.get("m")
    try:
        day, placed = _day(year or before.year, month or last.month, spec["d"])
    except ValueError:
        return None
    if year is not None:
        value = Resolved(placed.text, "explicit", None, (), year, day.month, day, stated=True)
    elif day < last:
        return None
    elif month is not None and before.resolution == "relative":  # neither of them is told with a year
        value = Resolved(placed.text, "relative", None, before.steps, before.year, month, day, stated=before.stated)
        if before.alternative is not None:
            value.alternative = before.alternative[:4] + placed.text[4:]
    else:
        unit = "year" if month is not None else "month and year"
        steps = (f"{unit} of the date before it: {before.text}",)
        value = Resolved(placed.text, "inherited", None, steps, before.year, day.month, day, stated=before.stated)
    value.placed = placed
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
