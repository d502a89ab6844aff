"""The feed of what is coming: nothing in it lies on a day that is over, and what may still come is held until it can't."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from icalendar import Event as Entry

from timeline.model import Event
from timeline.render.catalogue import feeds
from timeline.render.feeds import build, entries
from timeline.render.policy import Coarse, Policy

AS_OF = date(2026, 11, 20)
MakeEvent = Callable[..., Event]


def _upcoming(event: Event, as_of: date = AS_OF, coarse: Coarse = "marker", name: str = "upcoming") -> list[Entry]:
    octets = build(feeds()[name], entries([event], [], policy=Policy(coarse)), as_of)
    return list(Calendar.from_ical(octets).events)


@pytest.mark.parametrize(
    ("edtf", "part", "last", "words"),
    [
        ("2026", None, date(2026, 12, 31), "2026年（日期未定）"),
        ("2026", "end", date(2026, 12, 31), "2026年底（日期未定）"),
        ("2026-11", None, date(2026, 11, 30), "2026年11月（日期未定）"),
        ("2027-41", None, date(2027, 12, 31), "2027年下半年（日期未定）"),
        ("2026-09/2027-02", None, date(2027, 2, 28), "2026年9月—2027年2月（日期未定）"),
    ],
)
def test_a_promise_without_a_day_stands_on_the_last_day_that_it_may_come_true(
    make_event: MakeEvent, edtf: str, part: str | None, last: date, words: str
) -> None:
    promise = make_event("产业园建成", edtf, part, modality="planned")
    (entry,) = _upcoming(promise)
    assert (entry.start, entry.end) == (last, last + timedelta(1))
    assert entry["SUMMARY"] == f"产业园建成 · {words}" and entry["TRANSP"] == "TRANSPARENT"
    (still,) = _upcoming(promise, last)
    assert still.to_ical() == entry.to_ical()  # it does not move from day to day
    assert not _upcoming(promise, last + timedelta(1))


def test_elsewhere_it_is_marked_on_its_first_day(make_event: MakeEvent) -> None:
    (entry,) = _upcoming(make_event("产业园建成", "2026", modality="planned"), name="milestones")
    assert entry.start == date(2026, 1, 1)


def test_the_other_wishes_for_such_dates_hold_here_too(make_event: MakeEvent) -> None:
    promise = make_event("产业园建成", "2026-11", modality="planned")
    (span,) = _upcoming(promise, coarse="span")
    assert (span.start, span.end) == (date(2026, 11, 1), date(2026, 12, 1))
    assert not _upcoming(promise, coarse="skip")


def test_no_entry_lies_on_a_day_that_is_over(make_event: MakeEvent, many: list[Event]) -> None:
    for event in [
        *many,
        make_event("一年的计划", "2026", modality="planned"),
        make_event("在十一月", "2026-11", kind="activity"),
    ]:
        for entry in _upcoming(event):
            assert entry.end.isoformat() > AS_OF.isoformat(), event.title


def test_what_begins_and_has_no_end_has_come_when_its_day_is_over(make_event: MakeEvent) -> None:
    rule = make_event("《阳台绿化办法》施行", "2026-11-20/..", modality="planned")
    assert [entry["SUMMARY"] for entry in _upcoming(rule)] == ["《阳台绿化办法》施行（当日起）"]
    assert _upcoming(rule, AS_OF - timedelta(100)) and not _upcoming(rule, AS_OF + timedelta(1))
    assert not _upcoming(make_event("新校区动工", "2016-07/..", modality="planned"))
