"""Reads a calendar with vobject: a JSON object an entry."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import vobject


def stamp(value):
    if value is None:
        return ""
    if isinstance(value.value, datetime):
        return value.value.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return value.value.isoformat()


with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
    calendar = vobject.readOne(file.read())
for entry in calendar.vevent_list:
    texts = {
        name: getattr(entry, name).value if hasattr(entry, name) else ""
        for name in ("uid", "summary", "description", "location")
    }
    start, end = (stamp(getattr(entry, name, None)) for name in ("dtstart", "dtend"))
    print(json.dumps({**texts, "start": start, "end": end}))
