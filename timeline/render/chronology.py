"""Events in the order in which they are told: by year, then by the narrowed date, coarse before fine.

>>> from timeline.render.chronology import by_year
>>> by_year([])
[]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline.edtf import rank, stamp
from timeline.model import Event
from timeline.query import narrowed
from timeline.render.dates import display_edtf


@dataclass(frozen=True, slots=True)
class Chapter:
    """The events under one heading: a year, or the decade or century of those dated no better.

    ``year`` is the first year that it covers, None for events without a place on the calendar.
    """

    year: int | None
    edtf: str
    events: tuple[Event, ...]

    def heading(self, lang: str = "zh") -> str:
        """The heading in words: ``1996年``, ``1990年代``."""
        if self.year is None:
            return "年份不详" if lang == "zh" else "Year unknown"
        return display_edtf(self.edtf, lang)

    def before(self, day: date) -> bool:
        """Whether its first event lies on or before ``day``."""
        first = first_day(self.events[0])
        return first is not None and first <= day


def first_day(event: Event) -> date | None:
    """The day under which an event is listed: the first of its narrowed interval, or the last where that is open."""
    begin, until = narrowed(event.when)
    if begin is not None:
        return begin.date() if isinstance(begin, datetime) else begin
    if until is None:
        return None
    return (stamp(until, low=False) - timedelta(microseconds=1)).date()


def order(event: Event) -> tuple[datetime, int, datetime, str]:
    """The key that sorts events: narrowed begin, coarse first, longer last, then id."""
    day = first_day(event)
    begin, until = narrowed(event.when)
    start = begin if begin is not None else day
    return stamp(start, low=False), rank(event.when.granularity), stamp(until, low=False), event.id


def by_year(events: Iterable[Event]) -> list[Chapter]:
    """The events as chapters, oldest first; those dated only to a decade or century stand before its first year."""
    groups: dict[tuple[int, int, str], list[Event]] = {}
    for event in sorted(events, key=order):
        day = first_day(event)
        coarse = event.when.granularity in ("decade", "century") and "/" not in event.when.edtf
        if day is None:
            key = (9999, 9, "")
        elif coarse:
            key = (day.year, rank(event.when.granularity), event.when.edtf.rstrip("~?%"))
        else:
            key = (day.year, rank("year"), f"{day.year:04d}")
        groups.setdefault(key, []).append(event)
    return [Chapter(key[0] if key[2] else None, key[2], tuple(groups[key])) for key in sorted(groups)]
