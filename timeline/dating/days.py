"""Sets of days: sorted, disjoint, inclusive stretches, and what recurs every year.

>>> april = yearly(lambda year: (date(year, 4, 1), date(year, 4, 30)), range(2024, 2027))
>>> str(april.within(stretch(date(2025, 1, 1), date(2025, 12, 31))).hull())
'2025-04'
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from timeline import edtf
from timeline.edtf import Edtf
from timeline.model import filled_directly

Stretch = tuple[date, date]

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)
#: The years for which recurring evidence (a day of the month, a festival) is worked out.
YEARS = range(1990, 2041)


def _end(stretch: Stretch) -> date:
    return stretch[1]


@filled_directly
@dataclass(frozen=True, slots=True)
class Days:
    """A set of days as disjoint inclusive stretches in order."""

    stretches: tuple[Stretch, ...]

    def __bool__(self) -> bool:
        return bool(self.stretches)

    @property
    def first(self) -> date:
        return self.stretches[0][0]

    @property
    def last(self) -> date:
        return self.stretches[-1][1]

    @property
    def width(self) -> int:
        """Days from the first to the last, both counted."""
        return (self.last - self.first).days + 1 if self.stretches else 0

    def within(self, other: Days) -> Days:
        """The days that are in both."""
        few, many = self.stretches, other.stretches
        if len(few) > len(many):
            few, many = many, few
        if not few:
            return Days(())
        common: list[Stretch] = []
        # Evidence that recurs has a stretch a year: what lies before the few is passed over at once.
        theirs = bisect_left(many, few[0][0], key=_end)
        for low, high in few:
            while theirs < len(many) and many[theirs][1] < low:
                theirs += 1
            at = theirs
            while at < len(many) and many[at][0] <= high:
                bottom, top = many[at]
                common.append((low if low > bottom else bottom, high if high < top else top))
                at += 1
        return Days(tuple(common))

    def touching(self, other: Days) -> Days:
        """The stretches, whole, that share a day with ``other``."""
        theirs, kept = other.stretches, []
        at = 0
        first = bisect_left(self.stretches, theirs[0][0], key=_end) if theirs else 0
        for low, high in self.stretches[first:]:
            while at < len(theirs) and theirs[at][1] < low:
                at += 1
            if at == len(theirs):
                break
            if theirs[at][0] <= high:
                kept.append((low, high))
        return Days(tuple(kept))

    def hull(self) -> Edtf:
        """From the first to the last day as one EDTF value, open where the set reaches the ends of the calendar."""
        if not self.stretches or (self.first <= FIRST and self.last >= LAST):
            raise ValueError("no days to name")
        return edtf.of_interval(
            None if self.first <= FIRST else self.first,
            None if self.last >= LAST else self.last,
        )


ALL = Days(((FIRST, LAST),))


def stretch(first: date | None, last: date | None) -> Days:
    """The days from ``first`` to ``last``; None is the end of the calendar. Empty when they are out of order."""
    low, high = max(first or FIRST, FIRST), min(last or LAST, LAST)
    return Days(((low, high),)) if low <= high else Days(())


def joined(stretches: Iterable[Stretch]) -> Days:
    """The union of stretches."""
    union: list[Stretch] = []
    for low, high in sorted(stretches):
        if union and low <= union[-1][1] + timedelta(1):
            union[-1] = (union[-1][0], max(union[-1][1], high))
        elif low <= high:
            union.append((low, high))
    return Days(tuple(union))


def yearly(of_year: Callable[[int], Stretch | None], years: Iterable[int] = YEARS) -> Days:
    """What ``of_year`` allows in each year (None: nothing)."""
    return joined(found for year in years if (found := of_year(year)) is not None)


def of_edtf(value: str) -> Days:
    """The days that an EDTF value covers."""
    first, last = edtf.days(edtf.parse(value))
    return stretch(first, last) if first or last else Days(())


def day(year: int, month: int, day_of_month: int) -> date | None:
    """A day of the calendar that pages are dated in, or None for one that does not exist or lies outside it."""
    try:
        return date(year, month, day_of_month) if FIRST.year <= year <= LAST.year else None
    except ValueError:
        return None


def month_days(year: int, month: int) -> Stretch:
    """The first and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(1)


@lru_cache(maxsize=4096)
def near(month: int, day_of_month: int, before: int, after: int, years: tuple[int, ...] | range = YEARS) -> Days:
    """The days from ``before`` days ahead of a month-day to ``after`` days past it, in each year."""

    def of_year(year: int) -> Stretch | None:
        middle = day(year, month, day_of_month)
        return (middle - timedelta(before), middle + timedelta(after)) if middle else None

    return yearly(of_year, years)


@lru_cache(maxsize=128)
def any_month(day_of_month: int, after: int = 0) -> Days:
    """A day of any month, and some days after it."""
    found = [day(year, month, day_of_month) for year in YEARS for month in range(1, 13)]
    return joined((stated, stated + timedelta(after)) for stated in found if stated)
