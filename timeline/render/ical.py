"""Events as iCalendar: RFC 5545 entries and calendars, RFC 7986 calendar properties, RFC 9253 links.

>>> from timeline.render.ical import calendar
>>> calendar([], name="全部", description="").decode().splitlines()[0]
'BEGIN:VCALENDAR'

Nothing here reads the clock: the same events give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, vText
from icalendar import Event as Entry
from icalendar.prop import vUri

from timeline.edtf import rank
from timeline.events.topics import Topic, load
from timeline.model import Event
from timeline.query import narrowed
from timeline.render.chronology import order
from timeline.render.colours import css_name
from timeline.render.dates import display
from timeline.render.telling import describe, standing
from timeline.render.wording import clean, label, one_line, topic_label

Coarse = Literal["marker", "span", "skip"]
ZONE = "Asia/Shanghai"
#: ``.invalid`` never resolves (RFC 2606): a UID is a name, not an address.
UID_SUFFIX = "@timeline.invalid"
_PRODUCT = "-//Timeline//Chronology of local news//ZH"
_REFRESH = timedelta(hours=12)
#: A stretch longer than this does not occupy a person.
_LONGEST_STAY = timedelta(days=31)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_DAYPART = {"morning": "上午", "afternoon": "下午", "evening": "晚上"}


class _Text(vText):
    """TEXT escaped as RFC 5545 3.3.11 says: the library's own turns a printed ``\\N`` into a line break."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        text = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return text.encode("utf-8")


def _text(words: str) -> _Text:
    return _Text(clean(words))


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an entry stands in a calendar: ``end`` is exclusive, None for a moment whose end nobody stated.

    ``coarse`` marks a date that is no day; ``free`` one that does not occupy a person; ``note`` is what the title must
    add for the entry not to claim more than the source.
    """

    start: date
    end: date | None
    coarse: bool
    free: bool
    note: str = ""


def slot(event: Event, coarse: Coarse = "marker") -> Slot | None:
    """Where ``event`` stands; None when it has no place on the calendar or the policy leaves it out."""
    when = event.when
    begin, until = narrowed(when)
    if begin is None and until is None:
        return None
    words = display(when)
    free = event.kind != "activity"
    if rank(when.granularity) < rank("day") or (when.uncertain and "/" in when.edtf):
        return None if coarse == "skip" else _coarse_slot(event, begin, until, coarse == "span")
    if begin is None:
        last = _day(until) - timedelta(0 if isinstance(until, datetime) else 1)
        return Slot(last, last + timedelta(1), False, True, f"（{words}）")
    if isinstance(begin, datetime):
        return _clock_slot(begin, until, free)
    if until is None:
        return Slot(begin, begin + timedelta(1), False, True, "（当日起）")
    end = _day(until) + timedelta(1 if isinstance(until, datetime) and until.time() != time.min else 0)
    note = f"（{_DAYPART[when.part]}）" if when.part in _DAYPART else "（约）" if when.approximate else ""
    return Slot(begin, end, False, free or end - begin > _LONGEST_STAY, note)


def _day(bound: date | None) -> date:
    assert bound is not None
    return bound.date() if isinstance(bound, datetime) else bound


def _coarse_slot(event: Event, begin: date | None, until: date | None, span: bool) -> Slot:
    """A transparent marker on the first day of the narrowed interval, or all of it."""
    first = _day(begin) if begin is not None else _day(until) - timedelta(1)
    end = _day(until) if span and until is not None else first + timedelta(1)
    unknown = "日期未定" if event.modality in ("planned", "postponed") else "具体日期不详"
    return Slot(first, max(end, first + timedelta(1)), True, True, f" · {display(event.when)}（{unknown}）")


def _clock_slot(begin: datetime, until: date | None, free: bool) -> Slot:
    zone = ZoneInfo(ZONE)
    start = begin.replace(tzinfo=zone)
    if until is None:
        return Slot(start, None, False, True, "（当时起）")
    end = until if isinstance(until, datetime) else datetime.combine(until, time.min)
    if end - begin <= timedelta(minutes=1):
        return Slot(start, None, False, free)
    return Slot(start, end.replace(tzinfo=zone), False, free or end - begin > _LONGEST_STAY)


def uid(event_id: str) -> str:
    """The entry's UID: the event's id, for life."""
    return event_id + UID_SUFFIX


def _moment(stamp: str) -> datetime:
    """A stored ISO 8601 time in UTC; before all others when the store has not set it."""
    if not stamp:
        return _NEVER
    moment = datetime.fromisoformat(stamp)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def web_address(text: str) -> str | None:
    """``text`` as an http(s) URI, everything outside ASCII percent-encoded; None when it is no such address."""
    try:
        parts = urlsplit(clean(text).strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in ("http", "https") or not re.fullmatch(r"[A-Za-z0-9.\-]+", host):
        return None
    safe = "/:@!$&'()*+,;=~-._%"
    path, query, fragment = (quote(part, safe=f"{safe}?") for part in parts[2:])
    return urlunsplit((parts.scheme.lower(), host + port, path, query, fragment))


def entry(
    event: Event,
    *,
    topics: Mapping[str, Topic],
    coarse: Coarse = "marker",
    withdrawn: str = "",
    successor: str | None = None,
    page: str = "",
) -> Entry | None:
    """One VEVENT; None when the event has no place on the calendar or the policy leaves it out.

    ``withdrawn`` tells subscribers to strike it, and why: ``rejected``, ``merged`` (into ``successor``) or ``lost``.
    ``page`` is the address of an event's page with ``{id}`` where the id goes, empty when the events have no pages.
    """
    place = slot(event, coarse)
    if place is None:
        return None
    page = page.replace("{id}", quote(successor or event.id, safe="")) if not withdrawn or successor else ""
    made = Entry()
    made.add("SUMMARY", _text(standing(event, bool(withdrawn)) + one_line(event.title) + place.note))
    made.add("DTSTART", place.start)
    if place.end is not None:
        made.add("DTEND", place.end)
    changed = _moment(event.last_changed)
    made.add("DTSTAMP", changed)
    made.add("UID", _Text(uid(event.id)))
    made.add("SEQUENCE", max(event.revision - 1, 0))
    made.add("CREATED", _moment(event.first_seen))
    made.add("LAST-MODIFIED", changed)
    made.add("STATUS", _Text(_status(event, place, withdrawn)))
    made.add("TRANSP", _Text("TRANSPARENT" if place.free or withdrawn or event.modality == "cancelled" else "OPAQUE"))
    made.add("DESCRIPTION", _text(describe(event, withdrawn=withdrawn, page=page)))
    if successor:
        made.add("RELATED-TO", _Text(uid(successor)), parameters={"RELTYPE": "SIBLING"})
    _add_particulars(made, event, topics, page)
    return made


def _add_particulars(made: Entry, event: Event, topics: Mapping[str, Topic], page: str) -> None:
    """What only some events have: place, topics, addresses."""
    if event.place:
        made.add("LOCATION", _text(one_line(event.place)))
    if event.topics:
        made.add("CATEGORIES", [_text(topic_label(slug, topics)) for slug in event.topics])
        if event.topics[0] in topics:
            made.add("COLOR", _Text(css_name(topics[event.topics[0]].colour)))
    address = web_address(event.details.get("url", "")) or page
    if address:
        made.add("URL", vUri(address))
    sources = {web_address(mention.document): one_line(mention.headline) for mention in event.mentions}
    for source in sorted(filter(None, sources)):
        made.add("LINK", vUri(source), parameters={"VALUE": "URI", "LINKREL": "via"})
    made.add("X-TIMELINE-EDTF", _text(event.when.edtf))
    made.add("X-TIMELINE-KIND", _Text(label(event.kind, "en")))


def _status(event: Event, place: Slot, withdrawn: str) -> str:
    """RFC 5545 3.8.1.11: an announced activity on a stated day is confirmed, a plan is tentative."""
    if withdrawn or event.modality == "cancelled":
        return "CANCELLED"
    loose = place.coarse or event.when.approximate or event.when.uncertain or bool(event.conflicts)
    if event.modality == "postponed" or (event.modality == "planned" and (loose or event.kind != "activity")):
        return "TENTATIVE"
    return "TENTATIVE" if event.when.uncertain or event.conflicts else "CONFIRMED"


@dataclass(frozen=True, slots=True)
class Rendered:
    """An entry as it goes out, made once for all the calendars that hold it; ``clocked`` if it needs the time zone."""

    event: Event
    octets: bytes
    clocked: bool


def render(
    event: Event,
    *,
    topics: Mapping[str, Topic] | None = None,
    coarse: Coarse = "marker",
    withdrawn: str = "",
    successor: str | None = None,
    page: str = "",
) -> Rendered | None:
    """The event as the octets of a VEVENT; None as for ``entry``."""
    topics = load() if topics is None else topics
    made = entry(event, topics=topics, coarse=coarse, withdrawn=withdrawn, successor=successor, page=page)
    return None if made is None else Rendered(event, bytes(made.to_ical()), isinstance(made.start, datetime))


@lru_cache(maxsize=4)
def _timezone(name: str) -> bytes:
    return bytes(Timezone.from_tzid(name).to_ical())


def calendar(entries: Iterable[Rendered], *, name: str, description: str, colour: str = "", source: str = "") -> bytes:
    """A whole calendar as UTF-8 with CRLF; ``source`` is the address that it is served at, ``colour`` ``#rrggbb``."""
    listed = sorted(entries, key=lambda one: order(one.event))
    head = _head(name, description, colour, source)
    stamps = [one.event.last_changed for one in listed if one.event.last_changed]
    if stamps:
        head.add("LAST-MODIFIED", max(map(_moment, stamps)))
    opening, end, _ = head.to_ical().rpartition(b"END:VCALENDAR")
    # RFC 5545 3.6 asks for one component at least: an empty calendar holds the zone that it would use.
    zone = _timezone(ZONE) if not listed or any(one.clocked for one in listed) else b""
    return b"".join([opening, zone, *(one.octets for one in listed), end, b"\r\n"])


def _head(name: str, description: str, colour: str, source: str) -> Calendar:
    """The calendar without entries. No METHOD: this is a publication, not an invitation. No UID: clients that split
    feeds by UID would take the whole calendar for one event.
    """
    made = Calendar()
    made.add("VERSION", _Text("2.0"))
    made.add("PRODID", _Text(_PRODUCT))
    made.add("CALSCALE", _Text("GREGORIAN"))
    for key, words in (
        ("NAME", name),
        ("X-WR-CALNAME", name),
        ("DESCRIPTION", description),
        ("X-WR-CALDESC", description),
    ):
        made.add(key, _text(one_line(words)))
    made.add("X-WR-TIMEZONE", _Text(ZONE))
    made.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", _Text("PT12H"))
    if colour:
        made.add("COLOR", _Text(css_name(colour)))
        made.add("X-APPLE-CALENDAR-COLOR", _Text(colour))
    if source:
        made.add("SOURCE", vUri(source), parameters={"VALUE": "URI"})
        made.add("URL", vUri(source))
    return made
