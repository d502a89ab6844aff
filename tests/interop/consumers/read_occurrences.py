"""Reads a calendar with recurring-ical-events, which asks for what happens between two days: a JSON object an entry."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar


def stamp(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return value.isoformat()


with Path(sys.argv[1]).open("rb") as file:
    calendar = Calendar.from_ical(file.read())
for entry in recurring_ical_events.of(calendar).between((2000, 1, 1), (2050, 1, 1)):
    texts = {name: str(entry.get(name.upper(), "")) for name in ("uid", "summary", "description", "location")}
    start, end = stamp(entry["DTSTART"].dt), stamp(entry["DTEND"].dt)
    print(json.dumps({**texts, "start": start, "end": "" if start == end else end}))
