"""The days on which recurring-ical-events sees each entry up to the end of 2028: a JSON object a day."""

import json
import sys
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar

with Path(sys.argv[1]).open("rb") as file:
    calendar = Calendar.from_ical(file.read())
for entry in recurring_ical_events.of(calendar).between((2026, 1, 1), (2029, 1, 1)):
    print(json.dumps({"title": str(entry["SUMMARY"]), "day": entry["DTSTART"].dt.isoformat()[:10]}))
