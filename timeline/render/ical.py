"""Events as iCalendar entries: RFC 5545, with the links and concepts of RFC 9253.

>>> uid("a1b2")
'a1b2@timeline.invalid'

Nothing here reads the clock: the same events give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from urllib.parse import quote
from zoneinfo import ZoneInfo

from timeline.edtf import stamp
from timeline.events.topics import Topic, load
from timeline.model import Event
from timeline.query import narrowed
from timeline.render.addresses import page_of, web_address
from timeline.render.chronology import order
from timeline.render.colours import css_name
from timeline.render.contentlines import content_line, escaped
from timeline.render.exceptions import Exceptions
from timeline.render.policy import Policy
from timeline.render.recurring import Repetition
from timeline.render.slots import ZONE, Slot, slot
from timeline.render.telling import describe, standing
from timeline.render.wording import label, one_line, stance, topic_label

#: ``.invalid`` never resolves (RFC 2606): a UID is a name, not an address.
UID_SUFFIX = "@timeline.invalid"
#: What a topic is called among machines (a tag URI, RFC 4151): CONCEPT takes no bare word.
CONCEPT = "tag:timeline.invalid,2026:topic/"
#: On its day nothing takes place.
_OFF = ("cancelled", "postponed")
_NEVER = "19700101T000000Z"


@dataclass(frozen=True)
class Rendered:
    """An entry as it goes out, made once for all the calendars that hold it, and when the first one asks for it.

    ``place`` is where it stands, ``position`` sorts it into the chronology; ``withdrawn`` is why subscribers are told to
    strike it, empty for one that stands, and ``successor`` what it was merged into; ``page`` is the address of its page;
    ``without`` is what is left out of what repeats.
    """

    event: Event
    place: Slot
    position: tuple[datetime, int, datetime, str]
    topics: Mapping[str, Topic]
    policy: Policy
    withdrawn: str = ""
    successor: str | None = None
    page: str = ""
    without: Exceptions | None = None

    @property
    def changed(self) -> str:
        """When it last changed, ISO 8601."""
        return max(self.event.last_changed, self.without.changed if self.without else "")

    @cached_property
    def description(self) -> str:
        """What it tells a person."""
        return describe(self.event, withdrawn=self.withdrawn, page=self.page)

    @cached_property
    def octets(self) -> bytes:
        """The VEVENT: most of a long chronology lies before the window of its feed, and is never written."""
        return b"".join(_entry(self))

    def comes_after(self, day: date) -> bool:
        """Whether it is not over on ``day``, or comes again then or later."""
        return self.place.over > day or (self.place.repeats is not None and self.place.repeats.falls_after(day))


def due(one: Rendered) -> Rendered:
    """The entry as a list of what is to come holds it: a date that is no day is marked on the last that it may be.

    Its first day may be over while it is still to come; the last one never is, and does not move from day to day.
    """
    until = narrowed(one.event.when)[1]
    if not one.place.coarse or one.policy.coarse != "marker" or until is None:
        return one
    last = (stamp(until, low=False) - timedelta(microseconds=1)).date()
    return replace(one, place=replace(one.place, start=last, end=last + timedelta(1)))


def uid(event_id: str) -> str:
    """The entry's UID: the event's id, for life."""
    return event_id + UID_SUFFIX


@lru_cache(maxsize=4096)
def moment(stamp: str) -> str:
    """A stored ISO 8601 time as a UTC DATE-TIME; before all others when the store has not set it."""
    if not stamp:
        return _NEVER
    parsed = datetime.fromisoformat(stamp)
    return f"{(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def render(
    event: Event,
    *,
    topics: Mapping[str, Topic] | None = None,
    policy: Policy = Policy(),
    withdrawn: str = "",
    successor: str | None = None,
    page: str = "",
    without: Exceptions | None = None,
) -> Rendered | None:
    """The event as a VEVENT; None when it has no place on the calendar or the policy leaves it out.

    ``withdrawn`` tells subscribers to strike it, and why: ``rejected``, ``merged`` (into ``successor``) or ``lost``.
    ``page`` is the address of an event's page with ``{id}`` where the id goes, empty when the events have no pages;
    ``without`` is what is left out of its repetitions.
    """
    place = slot(event, policy)
    if place is None:
        return None
    topics = load() if topics is None else topics
    page = page_of(successor or event.id, page) if not withdrawn or successor else ""
    return Rendered(event, place, order(event), topics, policy, withdrawn, successor, page, without)


def _entry(one: Rendered) -> Iterator[bytes]:
    event, place, withdrawn = one.event, one.place, one.withdrawn
    title = escaped(standing(event, bool(withdrawn)) + one_line(event.title) + place.note)
    changed, without = moment(one.changed), one.without
    sequence = max(event.revision - 1, 0) + (without.revisions if without else 0)
    yield b"BEGIN:VEVENT\r\n"
    yield content_line("UID", escaped(uid(event.id)))
    yield f"DTSTAMP:{changed}\r\n".encode()
    yield from times(place)
    if place.repeats is not None and (days := _left_out(place.repeats, without)):
        yield _days("EXDATE", place.start, days)
    yield content_line("SUMMARY", title)
    yield (
        f"SEQUENCE:{sequence}\r\nCREATED:{moment(event.first_seen)}\r\n"
        f"LAST-MODIFIED:{changed}\r\nSTATUS:{_status(event, place, withdrawn)}\r\n"
    ).encode()
    free = place.free or withdrawn or stance(event) in _OFF
    yield b"TRANSP:TRANSPARENT\r\n" if free else b"TRANSP:OPAQUE\r\n"
    yield content_line("DESCRIPTION", escaped(one.description))
    yield from _particulars(event, one.topics, one.page)
    if one.successor:
        yield content_line("RELATED-TO;RELTYPE=SIBLING", escaped(uid(one.successor)))
    if one.policy.alarm and not withdrawn and _worth_reminding(event, place):
        yield _alarm(one.policy.alarm, title)
    yield b"END:VEVENT\r\n"


def _left_out(repeats: Repetition, without: Exceptions | None) -> list[date]:
    """The days that the text itself leaves out, and those of which a notice says that nothing takes place."""
    return sorted({*repeats.left_out, *(without.days if without else ())})


def _time(name: str, value: date) -> bytes:
    if isinstance(value, datetime):
        return f"{name};TZID={zone_of(value)}:{_date(value)}T{value:%H%M%S}\r\n".encode()
    return f"{name};VALUE=DATE:{_date(value)}\r\n".encode()


def _date(value: date) -> str:
    """``YYYYMMDD``; %Y would leave out the zeros of an early year on some systems."""
    return value.isoformat()[:10].replace("-", "")


def zone_of(value: datetime) -> str:
    return value.tzinfo.key if isinstance(value.tzinfo, ZoneInfo) else ZONE


def times(place: Slot) -> Iterator[bytes]:
    yield _time("DTSTART", place.start)
    if place.end is not None:
        yield _time("DTEND", place.end)
    if place.repeats is not None:
        yield from _repeats(place.repeats, place.start)


def _repeats(repeats: Repetition, start: date) -> Iterator[bytes]:
    """The rule, its end in the type of the first day (RFC 5545 3.3.10); the days where no calendar knows the rule."""
    if repeats.rule:
        end = ""
        if repeats.last is not None:
            zone = start.tzinfo if isinstance(start, datetime) else None
            closing = datetime.combine(repeats.last, time(23, 59, 59), zone)
            end = f"{closing.astimezone(UTC):%Y%m%dT%H%M%SZ}" if zone else _date(closing)
        yield content_line("RRULE", repeats.rule + (f";UNTIL={end}" if end and "COUNT=" not in repeats.rule else ""))
    elif repeats.days:
        # the first day too, though DTSTART has it: some clients leave it out otherwise, and none shows it twice
        yield _days("RDATE", start, (repeats.first, *repeats.days))


def _days(name: str, start: date, days: Iterable[date]) -> bytes:
    """Days as EXDATE and RDATE tell them: in the type of the first one, at its time of day."""
    clock, kind = (f"T{start:%H%M%S}", f"TZID={zone_of(start)}") if isinstance(start, datetime) else ("", "VALUE=DATE")
    return content_line(f"{name};{kind}", ",".join(_date(day) + clock for day in days))


def _particulars(event: Event, topics: Mapping[str, Topic], page: str) -> Iterator[bytes]:
    """What only some events have: place, topics, addresses."""
    if event.place:
        yield content_line("LOCATION", escaped(one_line(event.place)))
    if event.topics:
        yield content_line(
            "CATEGORIES", ",".join(escaped(one_line(topic_label(slug, topics))) for slug in event.topics)
        )
        yield from map(_concept, event.topics)
        if event.topics[0] in topics:
            yield content_line("COLOR", css_name(topics[event.topics[0]].colour))
    address = web_address(event.details.get("url", "")) or page
    if address:
        yield content_line("URL", address)
    for source in sorted({mention.document for mention in event.mentions if "://" in mention.document}):
        if link := web_address(source):
            yield content_line("LINK;LINKREL=via;VALUE=URI", link)
    yield content_line("X-TIMELINE-EDTF", escaped(one_line(event.when.edtf)))
    yield content_line("X-TIMELINE-KIND", escaped(one_line(label(event.kind, "en"))))


@lru_cache(maxsize=256)
def _concept(slug: str) -> bytes:
    return content_line("CONCEPT", CONCEPT + quote(slug.encode("utf-8", "replace"), safe=""))


def _status(event: Event, place: Slot, withdrawn: str) -> str:
    """RFC 5545 3.8.1.11: an announced activity on a stated day is confirmed, a plan is tentative."""
    if withdrawn or event.modality == "cancelled":
        return "CANCELLED"
    loose = place.coarse or event.when.approximate or event.when.uncertain or bool(event.conflicts)
    stands = stance(event)
    if stands == "postponed" or (stands in ("planned", "moved") and (loose or event.kind != "activity")):
        return "TENTATIVE"
    return "TENTATIVE" if event.when.uncertain or event.conflicts else "CONFIRMED"


def _worth_reminding(event: Event, place: Slot) -> bool:
    """Whether a person can still act on it: on a known day, not called off, not over when it was learned of."""
    learned = event.first_seen[:10]
    return (
        not place.coarse
        and stance(event) not in _OFF
        and event.kind in ("activity", "milestone")
        and (place.repeats is not None or place.day.isoformat() >= learned)
    )


def _alarm(before: str, title: str) -> bytes:
    return b"".join(
        (
            f"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-{before}\r\n".encode(),
            content_line("DESCRIPTION", title),
            b"END:VALARM\r\n",
        )
    )
