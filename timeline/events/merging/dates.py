"""Whether two dates can be those of one happening: equal, one holding the other, or one of the days that a page leaves open.

>>> from timeline import edtf
>>> agreement(Time(edtf.parse("2025-10"), None), Time(edtf.parse("2025-10-28"), None))
'2025-10 holds 2025-10-28'
>>> agreement(Time(edtf.parse("2025-10-27"), None), Time(edtf.parse("2025-10-28"), None))
''
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline import edtf
from timeline.edtf import Edtf

#: What a coarse date must be to hold a finer one: a unit of the calendar (a decade or a plan's five years say too little).
_HOLDING = ("year", "half", "season", "quarter", "month", "week")
#: Which days of a year or a month its part can mean, from the first, generously: people differ on where 年底 begins.
_PARTS = {
    "year": {"early": (0, 151), "mid": (90, 275), "late": (210, 366), "end": (300, 366)},
    "half": {"early": (0, 92), "mid": (45, 140), "late": (90, 184), "end": (120, 184)},
    "quarter": {"early": (0, 46), "mid": (20, 72), "late": (45, 93), "end": (60, 93)},
    "month": {"early": (0, 12), "mid": (8, 23), "late": (17, 31), "end": (19, 31)},
}
_DAY_PARTS = frozenset(("morning", "noon", "afternoon", "evening", "night"))


@dataclass(frozen=True, slots=True)
class Time:
    """A date as it is compared: its value, its part, and ``doubtful`` for one of the days of a range, not all."""

    value: Edtf
    part: str | None
    doubtful: bool = False

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and last day that it can mean."""
        first, last = edtf.days(self.value)
        bounds = _PARTS.get(self.value.granularity, {}).get(self.part or "")
        if bounds is None or first is None or last is None or "/" in self.value.text:
            return first, last
        return first + timedelta(bounds[0]), min(last, first + timedelta(bounds[1]))

    @property
    def open(self) -> bool:
        """Whether it has a beginning and no end."""
        return self.value.begin is not None and self.value.until is None

    @property
    def ranged(self) -> bool:
        """Whether it runs from one day to another, definitely."""
        return "/" in self.value.text and not self.open and self.value.begin is not None and not self.doubtful


def agreement(one: Time, other: Time) -> str:
    """How two dates agree, in words; "" when they don't."""
    if not (one.value.placed and other.value.placed):
        return ""
    if one.value is other.value and one.part is other.part is None:
        return "the same date"  # most pairs, at once
    if not _parts_agree(one, other):
        return ""
    if one.value.text == other.value.text:
        return "the same date"
    if one.doubtful or other.doubtful:
        return _one_of_days(one, other)
    if edtf.rank(one.value.granularity) > edtf.rank(other.value.granularity):
        one, other = other, one
    if one.value.granularity == other.value.granularity:
        return _beginning(one, other)
    if other.value.granularity == "minute" and one.value.granularity == "day":
        return f"{one.value} holds {other.value}" if _inside(one, other) else ""
    if one.value.granularity in _HOLDING and "/" not in one.value.text and _inside(one, other):
        return f"{one.value} holds {other.value}"
    return ""


def _parts_agree(one: Time, other: Time) -> bool:
    parts = {one.part, other.part} & _DAY_PARTS
    if len(parts) > 1 and not parts <= {"evening", "night"} and not parts <= {"noon", "afternoon"}:
        return False
    if one.value.granularity == other.value.granularity == "minute":
        return one.value.begin == other.value.begin
    hours = [time.value.begin.hour for time in (one, other) if isinstance(time.value.begin, datetime)]
    if hours and parts:
        part = min(filter(None, parts))
        low, high = {"morning": (4, 12), "noon": (11, 14), "afternoon": (12, 19)}.get(part, (17, 24))
        return all(low <= hour < high for hour in hours)
    return True


def _one_of_days(one: Time, other: Time) -> str:
    (first, last), (begin, end) = one.days, other.days
    if first is None or last is None or begin is None or end is None or first > end or begin > last:
        return ""
    return f"{one.value} and {other.value} share a day"


def _beginning(one: Time, other: Time) -> str:
    """A range and its first day; what is in force from a day on and that day."""
    (first, last), (begin, end) = one.days, other.days
    if first is None or first != begin:
        return ""
    if one.open != other.open:
        return f"{one.value} and {other.value} begin together"
    point = first == last or begin == end
    return f"{one.value} and {other.value} begin together" if point and (one.ranged or other.ranged) else ""


def _inside(coarse: Time, fine: Time) -> bool:
    (first, last), (begin, end) = coarse.days, fine.days
    if first is None or last is None or begin is None:
        return False
    if end is None:  # what goes on from then: its beginning counts
        end = begin
    return first <= begin and (end <= last or (fine.ranged and begin <= last))
