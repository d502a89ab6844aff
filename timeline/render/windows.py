"""What a feed holds of all its entries: all that is coming, and as much of the past as calendars can take.

>>> windowed([], date(2026, 11, 20)).earlier
0

A big provider refuses calendars above one megabyte, and others take minutes over them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline import regex as re
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
    coming = sorted((one for one in listed if one.comes_after(as_of)), key=_by_day)
    ahead = set(map(id, coming))
    past = [one for one in listed if id(one) not in ahead]
    kept, left = _fitting(coming, room)
    recent = past if since is None else [one for one in past if one.place.over > since]
    cut = since if len(recent) < len(past) else None
    backward = sorted(recent, key=_by_day, reverse=True)
    newest, _ = _fitting(backward, left if len(kept) == len(coming) else 0)
    if len(newest) < len(backward):
        cut = _boundary(backward, backward[len(newest)].place.day, as_of)
        recent = [one for one in newest if one.place.day >= cut]
    held = set(map(id, (*recent, *kept)))
    shown = [one for one in listed if id(one) in held]
    return Window(shown, cut, len(past) - len(recent), len(coming) - len(kept))


def _by_day(one: Rendered) -> tuple[date, str]:
    return one.place.day, one.event.id


def _fitting(entries: Sequence[Rendered], room: int) -> tuple[Sequence[Rendered], int]:
    """The first of the entries that fit into so many octets together, and what is left of these; no other is written."""
    for count, one in enumerate(entries):
        if len(one.octets) > room:
            return entries[:count], room
        room -= len(one.octets)
    return entries, room


def _boundary(past: Sequence[Rendered], too_old: date, as_of: date) -> date:
    """The first day behind ``too_old`` that begins a year of the past, or else a month of this year; tomorrow if none."""
    years = sorted({one.place.day.year for one in past if one.place.day <= as_of})
    days = [date(year, 1, 1) for year in years] + [date(as_of.year, month, 1) for month in range(2, as_of.month + 1)]
    return next((day for day in days if day > too_old), as_of + timedelta(1))


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
