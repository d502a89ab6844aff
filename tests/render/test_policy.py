"""What subscribers may wish: reminders only when asked, and wishes that can't be met are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from icalendar import Event as Entry

from timeline.model import Event
from timeline.render.catalogue import feeds
from timeline.render.feeds import Entries, build, entries
from timeline.render.policy import Policy, PolicyError
from timeline.store import Gone

AS_OF = date(2026, 11, 20)
MakeEvent = Callable[..., Event]


def _entry(event: Event, policy: Policy = Policy()) -> Entry:
    (entry,) = Calendar.from_ical(build(feeds()["all"], entries([event], [], policy=policy), AS_OF)).events
    return entry


def test_nobody_is_reminded_who_did_not_ask(many: list[Event]) -> None:
    assert b"VALARM" not in build(feeds()["all"], entries(many, []), AS_OF)


@pytest.mark.parametrize(("asked", "before"), [("P1D", timedelta(1)), ("-PT2H", timedelta(hours=2)), ("p1dt9h", timedelta(1, 9 * 3600)),
                                               ("P1W", timedelta(7)), (" PT0S ", timedelta(0)), ("PT15M", timedelta(minutes=15))])  # fmt: skip
def test_a_reminder_goes_off_so_long_before(make_event: MakeEvent, asked: str, before: timedelta) -> None:
    entry = _entry(make_event("读书节", "2026-12-01T09:30", kind="activity"), Policy(alarm=asked))
    (alarm,) = entry.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["DESCRIPTION"]) == ("DISPLAY", -before, entry["SUMMARY"])


def test_an_expiring_rule_reminds_and_what_nobody_can_attend_does_not(make_event: MakeEvent) -> None:
    policy = Policy(alarm="P1D")
    expires = make_event("《电梯管理办法》到期", "2030-07-08", modality="planned", links=(("in-force", "x"),))
    assert _entry(expires, policy).walk("VALARM")
    for event in (
        make_event("大会", "2026-12"),  # no day
        make_event("大会", "2026-12-01", kind="activity", modality="cancelled"),
        make_event("大会", "2026-12-01", kind="activity", modality="postponed"),
        make_event("大会", "2026-11-01", kind="activity"),  # over when it was learned of
        make_event("合格率", "2026-12-01", kind="indicator"),
    ):
        assert not _entry(event, policy).walk("VALARM"), event
    gone = Gone(make_event("大会", "2026-12-01"), "lost", None, "2026-11-19T00:00:00Z")
    assert b"VALARM" not in build(feeds()["all"], entries([], [gone], policy=policy), AS_OF)


@pytest.mark.parametrize(
    "alarm", ["soon", "1D", "P", "PT", "P1", "P1DT", "P-1D", "P1Y", "P1D\r\nX-EVIL:1", "P１D", "P1D;X=1", "P9999D"]
)
def test_what_is_no_time_before_an_event(alarm: str) -> None:
    with pytest.raises(PolicyError, match="write for example P1D"):
        Policy(alarm=alarm)


def test_a_policy_that_does_not_exist() -> None:
    with pytest.raises(PolicyError, match="coarse is marker, span, skip, not 'blur'"):
        Policy(coarse="blur")  # type: ignore[arg-type]


def test_an_entry_is_made_anew_only_when_its_event_changed(many: list[Event]) -> None:
    kept = Entries()
    first = {one.event.id: one for one in kept.of(many)}
    changed = [replace(event, title="改了名", revision=2) if event.id == many[0].id else event for event in many]
    second = {one.event.id: one for one in kept.of(changed)}
    assert [key for key in first if first[key] is not second[key]] == [many[0].id]
    assert [one.octets for one in kept.of(many)] == [one.octets for one in Entries().of(many)]
    gone = kept.of(many[1:], [Gone(many[0], "lost", None, "2026-11-19T00:00:00Z")])
    assert [one.withdrawn for one in gone if one.event.id == many[0].id] == ["lost"]
    assert {one.event.id for one in kept.of(many[1:])} == {event.id for event in many[1:]} - {"x"} & first.keys()
    alarmed = kept.of(many, policy=Policy(alarm="P1D"))
    assert any(b"VALARM" in one.octets for one in alarmed) and not any(b"VALARM" in one.octets for one in kept.of(many))
