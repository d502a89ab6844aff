"""An event's date as numbers: the interval narrowed by the part that is meant, in minutes, for indexes and sorting.

>>> from timeline.model import When
>>> narrowed(When("2026", date(2026, 1, 1), date(2027, 1, 1), "year", part="end"))
(datetime.date(2026, 12, 1), datetime.date(2027, 1, 1))

Minutes count from 0001-01-01T00:00 in local time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline.edtf import Bound, Edtf, add_months, parse, rank
from timeline.model import When

_DAY = 24 * 60
#: The end of the calendar: what an open interval runs to.
END = date.max.toordinal() * _DAY

#: Which months of the value a part means, half open, counted from its first.
_MONTHS = {
    "century": {"early": (0, 360), "mid": (480, 720), "late": (840, 1200), "end": (1080, 1200)},
    "decade": {"early": (0, 48), "mid": (48, 84), "late": (84, 120), "end": (84, 120)},
    "year": {"early": (0, 3), "mid": (4, 8), "late": (8, 12), "end": (11, 12)},
    "half": {"early": (0, 2), "mid": (2, 4), "late": (4, 6), "end": (5, 6)},
    "season": {"early": (0, 1), "mid": (1, 2), "late": (2, 3), "end": (2, 3)},
    "quarter": {"early": (0, 1), "mid": (1, 2), "late": (2, 3), "end": (2, 3)},
}
#: Which days of a month; None is its end, and a negative day counts from there.
_DAYS: dict[str, tuple[int, int | None]] = {"early": (0, 10), "mid": (10, 20), "late": (20, None), "end": (-10, None)}

#: Classes of length in days: an interval of class n is no longer than SCALES[n]; the last class has no bound.
SCALES = (1, 31, 366, 3653)


def narrowed(when: When) -> tuple[Bound | None, Bound | None]:
    """The interval narrowed by ``part``: the end of 2026 is December, the end of a month its last ten days.

    Parts of a day leave the day whole; intervals (``2024/2025``) and open ones stay as they are.
    """
    begin, until, part = when.begin, when.until, when.part
    if not part or begin is None or until is None or "/" in when.edtf or isinstance(begin, datetime):
        return begin, until
    if months := _MONTHS.get(when.granularity, {}).get(part):
        first, last = (_months_on(begin, count) for count in months)
        return first, last or until
    if when.granularity == "month" and part in _DAYS:
        low, high = _DAYS[part]
        return (begin if low >= 0 else until) + timedelta(low), until if high is None else begin + timedelta(high)
    return begin, until


def _months_on(day: date, months: int) -> date | None:
    year, month = add_months(day.year, day.month, months)
    return date(year, month, 1) if year <= date.max.year else None


def minute(bound: Bound) -> int:
    """Minutes from 0001-01-01T00:00 to ``bound``."""
    whole = (bound.toordinal() - 1) * _DAY
    return whole + bound.hour * 60 + bound.minute if isinstance(bound, datetime) else whole


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands on the calendar: its narrowed interval, the class of its length, its order in a chronology.

    ``begin``, ``until`` and ``scale`` are None for a date without a place on the calendar; ``at`` is the minute under
    which it is listed: its beginning, or the last day of an interval without one.
    """

    begin: int | None
    until: int | None
    scale: int | None
    at: int
    grain: int


def place(when: When) -> Place:
    """The place of a date on the calendar."""
    begin, until = narrowed(when)
    grain = rank(when.granularity)
    if begin is None and until is None:
        return Place(None, None, None, END, grain)
    low, high = minute(begin) if begin else 0, minute(until) if until else END
    at = low if begin else (high - 1) // _DAY * _DAY
    return Place(low, high, _scale(high - low), at, grain)


def _scale(minutes: int) -> int:
    for scale, days in enumerate(SCALES):
        if minutes <= days * _DAY:
            return scale
    return len(SCALES)


def longest(scale: int) -> int:
    """The length in minutes that no interval of this class exceeds."""
    return SCALES[scale] * _DAY if scale < len(SCALES) else END


def when_of(value: Edtf, part: str | None = None) -> When:
    """An event's date from an EDTF value."""
    return When(value.text, value.begin, value.until, value.granularity, part, value.approximate, value.uncertain)


def when_text(text: str) -> When:
    """An event's date from an EDTF text; raises EdtfError."""
    return when_of(parse(text))
