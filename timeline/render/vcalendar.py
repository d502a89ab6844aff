"""Calendars as files: RFC 5545, with the calendar properties of RFC 7986 and those that older clients read.

>>> calendar([], name="全部", description="").decode().splitlines()[0]
'BEGIN:VCALENDAR'

Nothing here reads the clock: the same entries give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from icalendar import Timezone

from timeline.render.colours import css_name
from timeline.render.contentlines import content_line, escaped
from timeline.render.ical import UID_SUFFIX, Rendered, moment, times, zone_of
from timeline.render.slots import ZONE, Slot
from timeline.render.wording import one_line

_PRODUCT = "-//Timeline//Chronology of local news//ZH"
_REFRESH = "PT12H"


@lru_cache(maxsize=8)
def _timezone(name: str) -> bytes:
    return bytes(Timezone.from_tzid(name).to_ical())


def notice(name: str, day: date, title: str, description: str, stamp: str) -> bytes:
    """An entry of the calendar ``name`` about itself, on ``day``; ``stamp`` is when it last changed."""
    return b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            content_line("UID", escaped(f"notice-{name}{UID_SUFFIX}")),
            f"DTSTAMP:{moment(stamp)}\r\n".encode(),
            *times(Slot(day, day + timedelta(1), False, True)),
            content_line("SUMMARY", escaped(one_line(title))),
            content_line("DESCRIPTION", escaped(description)),
            b"TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
        )
    )


def calendar(
    entries: Iterable[Rendered],
    *,
    name: str,
    description: str,
    colour: str = "",
    source: str = "",
    notices: Iterable[bytes] = (),
) -> bytes:
    """A whole calendar as UTF-8 with CRLF; ``source`` is the address that it is served at, ``colour`` ``#rrggbb``.

    ``notices`` are entries about the calendar itself, and come last.
    """
    listed = list(entries)
    zones = sorted({zone_of(one.place.start) for one in listed if isinstance(one.place.start, datetime)})
    # RFC 5545 3.6 asks for one component at least: an empty calendar holds the zone that it would use.
    zones = zones or ([] if listed else [ZONE])
    stamps = [one.changed for one in listed if one.changed]
    parts = [*_head(name, description, colour, source)]
    if stamps:
        parts.append(f"LAST-MODIFIED:{max(map(moment, stamps))}\r\n".encode())
    parts += [_timezone(zone) for zone in zones]
    parts += [one.octets for one in listed]
    return b"".join([*parts, *notices, b"END:VCALENDAR\r\n"])


def _head(name: str, description: str, colour: str, source: str) -> Iterator[bytes]:
    """The calendar's own properties. No METHOD: this is a publication, not an invitation. No UID: clients that split
    feeds by UID would take the whole calendar for one event.
    """
    yield b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    yield content_line("PRODID", _PRODUCT)
    yield b"CALSCALE:GREGORIAN\r\n"
    for key, words in (
        ("NAME", name),
        ("X-WR-CALNAME", name),
        ("DESCRIPTION", description),
        ("X-WR-CALDESC", description),
    ):
        yield content_line(key, escaped(one_line(words)))
    yield content_line("X-WR-TIMEZONE", ZONE)
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}\r\nX-PUBLISHED-TTL:{_REFRESH}\r\n".encode()
    if colour:
        yield content_line("COLOR", css_name(colour))
        yield content_line("X-APPLE-CALENDAR-COLOR", escaped(colour))
    if source:
        yield content_line("SOURCE;VALUE=URI", source)
        yield content_line("URL", source)
