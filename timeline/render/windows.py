"""What a feed holds of all its entries: all that is coming, and as much of the past as calendars can take.

>>> windowed([], date(2026, 11, 20)).earlier
0

A big provider refuses calendars above one megabyte, and others take minutes over them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.edtf import add_months
from timeline.render.ical import Rendered
from timeline.render.policy import PolicyError

#: Octets of entries in a feed; what a calendar says of itself comes on top.
ROOM = 980_000
_SPAN = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Window:
    """The entries that a feed holds, how many ``earlier`` and ``later`` ones it leaves out, and where it begins."""

    entries: Sequence[Rendered]
    since: date | None = None
    earlier: int = 0
    later: int = 0


def windowed(listed: Sequence[Rendered], as_of: date, *, since: date | None = None, room: int = ROOM) -> Window:
    """All that is not over on ``as_of``, and the past from ``since`` on, in at most ``room`` octets.

    Where that is too much, whole years of the past are left out, the oldest first, then months of this year; then what
    lies farthest ahead. Boundaries are those of the calendar, so that a feed does not change from day to day.
    """
    coming = [one for one in listed if one.comes_after(as_of)]
    ahead = {id(one) for one in coming}
    past = [one for one in listed if id(one) not in ahead]
    recent = past if since is None else [one for one in past if one.place.over > since]
    left = room - _size(coming)
    cut = since if len(recent) < len(past) else None
    if _size(recent) > left:
        cut = _boundary(recent, left, as_of)
        recent = [one for one in recent if one.place.day >= cut]
    kept = coming if left >= 0 else _nearest(coming, room)
    held = {id(one) for one in (*recent, *kept)}
    shown = [one for one in listed if id(one) in held]
    return Window(shown, cut, len(past) - len(recent), len(coming) - len(kept))


def _size(entries: Sequence[Rendered]) -> int:
    return sum(len(one.octets) for one in entries)


def _boundary(past: Sequence[Rendered], room: int, as_of: date) -> date:
    """The first day from which on the past fits: of a year, or else of a month of this year; tomorrow if none does."""
    years = sorted({one.place.day.year for one in past if one.place.day <= as_of})
    days = [date(year, 1, 1) for year in years] + [date(as_of.year, month, 1) for month in range(2, as_of.month + 1)]
    left = _size(past)
    sizes = sorted((one.place.day, len(one.octets)) for one in past)
    position = 0
    for day in days:
        while position < len(sizes) and sizes[position][0] < day:
            left -= sizes[position][1]
            position += 1
        if left <= room:
            return day
    return as_of + timedelta(1)


def _nearest(coming: Sequence[Rendered], room: int) -> list[Rendered]:
    kept = []
    for one in sorted(coming, key=lambda one: (one.place.day, one.event.id)):
        room -= len(one.octets)
        if room < 0:
            break
        kept.append(one)
    return kept


def span_before(day: date, span: str) -> date:
    """The first day of the month that lies ``span`` (``P2Y``, ``P18M``, ``P1Y6M``) before ``day``; raises PolicyError."""
    found = _SPAN.match(span.strip().upper())
    if not found:
        raise PolicyError(f"{span!r} is no span of years and months; write for example P2Y, P18M or P1Y6M")
    months = 12 * int(found[1] or 0) + int(found[2] or 0)
    if months >= 12 * (day.year - 1):
        return date.min
    year, month = add_months(day.year, day.month, -months)
    return date(year, month, 1)
