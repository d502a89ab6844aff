"""Reads a calendar with libical (the reader of Evolution and GNOME Calendar) through GObject: a JSON object an entry."""

import json
import sys
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402


def stamp(time):
    if time.is_null_time():
        return ""
    if not time.is_date():
        time = time.convert_to_zone(ICalGLib.Timezone.get_utc_timezone())
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}T{time.get_hour():02}:{time.get_minute():02}Z"
    return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"


def moment(entry, kind, get, calendar):
    found = entry.get_first_property(kind)
    if found is None:
        return ""
    time = get(found)
    parameter = found.get_first_parameter(ICalGLib.ParameterKind.TZID_PARAMETER)
    if parameter is not None:
        time.set_timezone(calendar.get_timezone(parameter.get_tzid()))
    return stamp(time)


with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
    calendar = ICalGLib.Component.new_from_string(file.read())
kind = ICalGLib.ComponentKind.VEVENT_COMPONENT
if calendar is None:
    sys.exit("libical reads no calendar in it")
entry = calendar.get_first_component(kind)
while entry is not None:
    texts = {
        "uid": entry.get_uid(),
        "summary": entry.get_summary() or "",
        "description": entry.get_description() or "",
        "location": entry.get_location() or "",
    }
    start = moment(entry, ICalGLib.PropertyKind.DTSTART_PROPERTY, ICalGLib.Property.get_dtstart, calendar)
    end = moment(entry, ICalGLib.PropertyKind.DTEND_PROPERTY, ICalGLib.Property.get_dtend, calendar)
    print(json.dumps({**texts, "start": start, "end": end}))
    entry = calendar.get_next_component(kind)
