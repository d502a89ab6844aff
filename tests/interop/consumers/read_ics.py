"""Reads a calendar with ics.py: a JSON object an entry. It keeps whole days as moments of midnight without a zone."""

import json
import sys
from pathlib import Path

import ics


def stamp(moment, all_day):
    return moment.format("YYYY-MM-DD") if all_day else moment.to("utc").strftime("%Y-%m-%dT%H:%MZ")


with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
    calendar = ics.Calendar(file.read())
for entry in calendar.events:
    texts = {
        "uid": entry.uid,
        "summary": entry.name or "",
        "description": entry.description or "",
        "location": entry.location or "",
    }
    end = stamp(entry.end, entry.all_day) if entry.has_end() else ""
    print(json.dumps({**texts, "start": stamp(entry.begin, entry.all_day), "end": end}))
