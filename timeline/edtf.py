"""EDTF values (ISO 8601-2 Extended Date/Time Format): parse, format, bounds, granularity, ordering.

>>> parse("2025-33").begin, parse("2025-33").until, parse("2025-33").granularity
(datetime.date(2025, 1, 1), datetime.date(2025, 4, 1), 'quarter')

The text is the stored truth; ``begin`` and ``until`` are the half-open interval that it covers,
in local time, for sorting and querying only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from timeline import regex as re

Bound = date | datetime

#: From coarse to fine; an open or mixed interval takes the granularity of its finer end.
GRANULARITIES = ("century", "decade", "year", "half", "quarter", "season", "month", "week", "day", "minute")

_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}  # spring, summer, autumn, winter: meteorological
_QUARTER_MONTH = {33: 1, 34: 4, 35: 7, 36: 10}
_HALF_MONTH = {40: 1, 41: 7}

_YEAR = re.compile(r"(-?[0-9]{4})\Z")
_MASKED_YEAR = re.compile(r"(-?[0-9]{2,3})(X{1,2})\Z")
_MONTH = re.compile(r"(-?[0-9]{4})-([0-9]{2})\Z")
_DAY = re.compile(r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_MINUTE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-5][0-9]))?\Z")
_UNKNOWN_YEAR = re.compile(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?\Z")


class EdtfError(ValueError):
    """A text that is no EDTF value; the message names the text and the forms that are taken."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is not an EDTF date; write for example 1996, 2026-05, 2025-06-19, 2024-10-15/2024-10-16, 2016-07/.."
        )


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF value.

    ``begin`` (inclusive) and ``until`` (exclusive) are local dates, or date-times where a clock
    time is known. ``begin`` is None before all time, ``until`` None after all time, and both are
    None for a value without a place on the calendar (``XXXX-04-26``, years before 1).
    """

    text: str
    begin: Bound | None
    until: Bound | None
    granularity: str
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def placed(self) -> bool:
        """Whether the value has a place on the calendar."""
        return self.begin is not None or self.until is not None

    def overlaps(self, other: Edtf) -> bool:
        """Whether the two intervals share an instant; values without a place overlap nothing."""
        if not (self.placed and other.placed):
            return False
        return stamp(self.begin, low=True) < stamp(other.until, low=False) and stamp(other.begin, low=True) < stamp(
            self.until, low=False
        )

    def covers(self, other: Edtf) -> bool:
        """Whether ``other`` lies wholly inside this value."""
        return (
            self.placed
            and other.placed
            and stamp(self.begin, low=True) <= stamp(other.begin, low=True)
            and stamp(other.until, low=False) <= stamp(self.until, low=False)
        )


def stamp(bound: Bound | None, *, low: bool) -> datetime:
    """A bound as a date-time, for comparing; None is before all time (``low``) or after it."""
    if bound is None:
        return datetime.min if low else datetime.max
    return bound if isinstance(bound, datetime) else datetime.combine(bound, time.min)


def rank(granularity: str) -> int:
    """Position in GRANULARITIES: higher is finer."""
    return GRANULARITIES.index(granularity)


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """``year``-``month`` moved by ``months``, as (year, month)."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def _first(year: int, month: int) -> date | None:
    """The first day of a month, None outside the calendar that Python can hold (years 1 to 9999)."""
    return date(year, month, 1) if 1 <= year <= 9999 else None


def _months(text: str, year: int, month: int, months: int, granularity: str) -> Edtf:
    begin = _first(year, month)
    return Edtf(text, begin, _first(*add_months(year, month, months)) if begin else None, granularity)


def _parse_point(text: str) -> Edtf:
    if match := _DAY.match(text):
        year, month, day = (int(part) for part in match.groups())
        if year < 1:
            date(2000, month, day)  # raises for a day that no year has
            return Edtf(text, None, None, "day")
        begin = date(year, month, day)
        return Edtf(text, begin, begin + timedelta(1) if begin < date.max else None, "day")
    if match := _MONTH.match(text):
        year, code = int(match[1]), int(match[2])
        if 1 <= code <= 12:
            return _months(text, year, code, 1, "month")
        for table, months, granularity in (
            (_QUARTER_MONTH, 3, "quarter"),
            (_HALF_MONTH, 6, "half"),
            (_SEASON_MONTH, 3, "season"),
        ):
            if code in table:
                return _months(text, year, table[code], months, granularity)
    if match := _YEAR.match(text):
        return _months(text, int(match[1]), 1, 12, "year")
    if match := _MASKED_YEAR.match(text):
        masked = len(match[2])
        if len(match[1].lstrip("-")) + masked == 4:
            years = 10**masked
            begin_year = int(match[1]) * years
            first = _first(max(begin_year, 1), 1) if begin_year >= 0 else None
            unit = "decade" if masked == 1 else "century"
            return Edtf(text, first, _first(begin_year + years, 1) if first else None, unit)
    if match := _MINUTE.match(text):
        hour, minute = int(match[2]), int(match[3])
        moment = datetime.combine(date.fromisoformat(match[1]), time.min) + timedelta(hours=hour, minutes=minute)
        if hour > 24 or minute > 59:
            raise ValueError(text)
        moment += timedelta(seconds=int(match[4] or 0))
        return Edtf(text, moment, moment + timedelta(seconds=1 if moment.second else 60), "minute")
    if match := _UNKNOWN_YEAR.match(text):
        date(2000, int(match[1]), int(match[2] or 1))  # raises for a day that no year has
        return Edtf(text, None, None, "day" if match[2] else "month")
    raise ValueError(text)


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """The value of an EDTF text (levels 0 to 2 as far as Timeline writes them, with ``~ ? %``).

    Raises EdtfError when the text is not one.
    """
    try:
        if "/" in text:
            left, right = text.split("/")
            return _interval(text, left, right)
        bare = text.rstrip("~?%")
        value = _parse_point(bare)
    except (ValueError, OverflowError) as error:
        raise EdtfError(text) from error
    marks = text[len(bare) :]
    if not marks:
        return value
    return Edtf(
        text, value.begin, value.until, value.granularity, "~" in marks or "%" in marks, "?" in marks or "%" in marks
    )


def _interval(text: str, left: str, right: str) -> Edtf:
    ends = [parse(end) if end not in ("", "..") else None for end in (left, right)]
    begin = ends[0].begin if ends[0] else None
    until = ends[1].until if ends[1] else None
    known = [end for end in ends if end]
    if not known:
        raise ValueError(text)
    if begin is not None and until is not None and stamp(begin, low=True) >= stamp(until, low=False):
        raise ValueError(text)
    granularity = max((end.granularity for end in known), key=rank)
    if granularity == "minute" and isinstance(until, datetime):
        until = ends[1].begin if ends[1] else until  # 09:00/17:00 ends at 17:00, not a minute later
        if isinstance(begin, datetime) and isinstance(until, datetime) and begin >= until:
            raise ValueError(text)
    return Edtf(
        text, begin, until, granularity, any(end.approximate for end in known), any(end.uncertain for end in known)
    )


def of_date(value: date) -> Edtf:
    """A day (or, for a date-time, a minute) as an EDTF value."""
    if isinstance(value, datetime):
        return parse(value.strftime("%Y-%m-%dT%H:%M"))
    return parse(value.isoformat())


def of_interval(begin: date | None, last: date | None) -> Edtf:
    """The closed interval of two days as the shortest EDTF value: a day, a month, a year or ``a/b``."""
    if begin is None or last is None:
        return parse(f"{begin.isoformat() if begin else '..'}/{last.isoformat() if last else '..'}")
    if begin == last:
        return of_date(begin)
    until = last + timedelta(1)
    for text in (f"{begin.year:04d}", f"{begin.year:04d}-{begin.month:02d}"):
        whole = parse(text)
        if (whole.begin, whole.until) == (begin, until):
            return whole
    if begin.day == 1 and until.day == 1:
        return parse(f"{begin.year:04d}-{begin.month:02d}/{last.year:04d}-{last.month:02d}")
    return parse(f"{begin.isoformat()}/{last.isoformat()}")


def days(value: Edtf) -> tuple[date | None, date | None]:
    """The first and last day (inclusive) that a value touches; None where it is open."""
    begin = value.begin.date() if isinstance(value.begin, datetime) else value.begin
    if isinstance(value.until, datetime):
        last: date | None = (value.until - timedelta(microseconds=1)).date()
    else:
        last = value.until - timedelta(1) if value.until else None
    return begin, last
