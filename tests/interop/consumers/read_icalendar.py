"""Reads a calendar with icalendar: a JSON object an entry."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from icalendar import Calendar


def stamp(value):
    if value is None:
        return ""
    if isinstance(value.dt, datetime):
        return value.dt.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return value.dt.isoformat()


with Path(sys.argv[1]).open("rb") as file:
    calendar = Calendar.from_ical(file.read())
for entry in calendar.walk("VEVENT"):
    texts = {name: str(entry.get(name.upper(), "")) for name in ("uid", "summary", "description", "location")}
    print(json.dumps({**texts, "start": stamp(entry.get("DTSTART")), "end": stamp(entry.get("DTEND"))}))
