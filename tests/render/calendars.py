"""Feeds made from a few events, read again by the library and line by line.

>>> balanced(["BEGIN:VCALENDAR", "END:VCALENDAR"])
['VCALENDAR']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from icalendar import Calendar
from icalendar import Event as Entry

from timeline.model import Event
from timeline.render.catalogue import feeds
from timeline.render.feeds import build, entries
from timeline.render.policy import Policy
from timeline.store import Gone

AS_OF = date(2026, 11, 20)


def built(events: Sequence[Event], name: str = "all", gone: Sequence[Gone] = (), **options: str) -> bytes:
    page = options.pop("page", "")
    return build(feeds()[name], entries(events, gone, policy=Policy(**options), page=page), AS_OF)  # type: ignore[arg-type]


def entry_of(event: Event, **options: str) -> Entry:
    (entry,) = Calendar.from_ical(built([event], **options)).events
    return entry


def content_lines(octets: bytes) -> list[str]:
    """The content lines as RFC 5545 3.1 unfolds them, with every rule on the raw octets checked."""
    assert not octets.startswith(b"\xef\xbb\xbf")
    assert octets.endswith(b"\r\n")
    rows = octets[:-2].split(b"\r\n")
    unfolded: list[bytes] = []
    for row in rows:
        assert b"\r" not in row and b"\n" not in row
        assert len(row) <= 75
        row.decode("utf-8")  # no character is parted by folding
        if row.startswith(b" "):
            unfolded[-1] += row[1:]
        else:
            unfolded.append(row)
    lines = [line.decode("utf-8") for line in unfolded]
    for line in lines:
        assert re.match(r"[A-Z0-9-]+(?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\",;:]*))*:", line), line
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]", line)
    return lines


def properties(octets: bytes, name: str) -> list[str]:
    return [line for line in content_lines(octets) if re.match(rf"{name}[;:]", line)]


def balanced(lines: list[str]) -> list[str]:
    """The names of the components in order of their beginning."""
    open_, order = [], []
    for line in lines:
        if line.startswith("BEGIN:"):
            open_.append(line[6:])
            order.append(line[6:])
        elif line.startswith("END:"):
            assert open_.pop() == line[4:]
    assert not open_
    return order
