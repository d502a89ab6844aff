"""What repeats: as a rule where calendars know it, as days where they don't, and ending where the source says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from icalendar import Event as Entry

from timeline.model import Event, Mention, Timex, When
from timeline.render.catalogue import coming, feeds
from timeline.render.feeds import build, entries
from timeline.render.policy import Policy
from timeline.render.recurring import repetition, repetition_words

MakeEvent = Callable[..., Event]
MakeWhen = Callable[..., When]
MakeMention = Callable[..., Mention]
MakeTimex = Callable[..., Timex]


def _entry(event: Event, policy: Policy = Policy()) -> Entry:
    (entry,) = Calendar.from_ical(build(feeds()["all"], entries([event], [], policy=policy), date(2026, 11, 20))).events
    return entry


def _lines(event: Event, *names: str) -> list[str]:
    octets = build(feeds()["all"], entries([event], []), date(2026, 11, 20)).replace(b"\r\n ", b"")
    entry = octets.decode().partition("BEGIN:VEVENT")[2]
    return [line for line in entry.split("\r\n") if line.startswith(names)]


def test_a_weekly_evening_is_a_rule_with_its_hour_in_the_first_day(make_event: MakeEvent) -> None:
    concert = make_event(
        "周五音乐会", "2026-05-06/..", kind="activity", recurrence="FREQ=WEEKLY;BYDAY=FR;BYHOUR=19;BYMINUTE=30"
    )
    assert _lines(concert, "RRULE", "DTSTART") == [
        "DTSTART;TZID=Asia/Shanghai:20260508T193000",
        "RRULE:FREQ=WEEKLY;BYDAY=FR",
    ]
    assert "BEGIN:VTIMEZONE" in build(feeds()["all"], entries([concert], []), date(2026, 5, 1)).decode()


def test_whole_days_that_end_with_the_stretch_they_fill(make_event: MakeEvent) -> None:
    market = make_event("周末集市", "2026-05/2026-06", kind="activity", recurrence="FREQ=WEEKLY;BYDAY=SA,SU")
    assert _lines(market, "DTSTART", "DTEND", "RRULE") == [
        "DTSTART;VALUE=DATE:20260502",
        "DTEND;VALUE=DATE:20260503",
        "RRULE:FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20260630",
    ]
    rule = rrulestr("FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20260630", dtstart=datetime(2026, 5, 2))
    assert (len(list(rule)), list(rule)[-1].date()) == (18, date(2026, 6, 28))


def test_the_end_of_a_rule_with_a_clock_is_in_utc(make_event: MakeEvent) -> None:
    course = make_event("夜校", "2026-05-04/2026-05-29", kind="activity", recurrence="FREQ=DAILY;BYHOUR=19")
    assert _lines(course, "RRULE") == ["RRULE:FREQ=DAILY;UNTIL=20260529T155959Z"]
    until = _entry(course)["RRULE"]["UNTIL"][0]
    assert until.utcoffset() == timedelta(0)


def test_days_that_one_occurrence_takes_are_no_end(make_event: MakeEvent) -> None:
    fair = make_event(
        "年会", "2026-05-15/2026-05-17", kind="activity", recurrence="FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15"
    )
    entry = _entry(fair)
    assert (entry.start, entry.end) == (date(2026, 5, 15), date(2026, 5, 18))
    assert "UNTIL" not in entry["RRULE"]


def test_a_stated_end_and_a_count_stay(make_event: MakeEvent) -> None:
    ends = make_event("讲座", "2026-05-06", recurrence="FREQ=WEEKLY;BYDAY=WE;UNTIL=20260701")
    assert _lines(ends, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260701"]
    counted = make_event("讲座", "2026-05-06", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=4")
    assert _lines(counted, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=4"]
    assert coming(counted, date(2026, 5, 27)) and not coming(counted, date(2026, 5, 28))
    assert coming(ends, date(2026, 7, 1)) and not coming(ends, date(2026, 7, 2))


def test_the_traditional_calendar_is_given_as_days(make_event: MakeEvent) -> None:
    lanterns = make_event(
        "元宵灯会", "2026-03-03", kind="activity", recurrence="FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=1;BYMONTHDAY=15"
    )
    (dates,) = _lines(lanterns, "RDATE")
    assert dates.startswith("RDATE;VALUE=DATE:20260303,20270220,20280209,20290227,")  # the fifteenth of the first month
    assert not _lines(lanterns, "RRULE")
    assert _entry(lanterns).start == date(2026, 3, 3)
    assert coming(lanterns, date(2031, 1, 1))


def test_solar_terms_with_an_hour_are_days_with_that_hour(make_event: MakeEvent) -> None:
    rite = make_event("清明祭", "2026-04-05T09:00", kind="activity", recurrence="FREQ=YEARLY;X-FESTIVAL=term:清明")
    (dates,) = _lines(rite, "RDATE")
    assert dates.startswith("RDATE;TZID=Asia/Shanghai:20260405T090000,20270405T090000,20280404T090000")


@pytest.mark.parametrize("rule", ["", "每周五", "FREQ=", "FREQ=SOMETIMES", "FREQ=WEEKLY;BYDAY=XX", "FREQ=YEARLY;RSCALE=CHINESE",
                                  "FREQ=WEEKLY\r\nX-EVIL:1", "FREQ=YEARLY;X-FESTIVAL=没有的节"])  # fmt: skip
def test_a_rule_that_cannot_be_read_leaves_the_event_on_its_day(make_event: MakeEvent, rule: str) -> None:
    event = make_event("某事", "2026-05-06", recurrence=rule)
    entry = _entry(event)
    assert entry.start == date(2026, 5, 6)
    assert not any(line.startswith("X-EVIL") for line in _lines(event, "X-"))


def test_the_description_has_the_words_that_state_the_rule(
    make_event: MakeEvent, make_mention: MakeMention, make_timex: MakeTimex
) -> None:
    rule = "FREQ=WEEKLY;BYDAY=FR"
    said = make_mention("每周五晚有音乐会。", make_timex("每周五晚", "2026-05-08", recurrence=rule))
    event = make_event("音乐会", "2026-05-08", recurrence=rule, mentions=(said,))
    assert "重复：每周五晚" in _entry(event)["DESCRIPTION"].split("\n")
    assert "重复" not in _entry(make_event("音乐会", "2026-05-08", mentions=(said,)))["DESCRIPTION"]


def test_days_that_the_text_leaves_out_are_told_and_left_out_of_the_calendar(
    make_event: MakeEvent, make_mention: MakeMention, make_timex: MakeTimex
) -> None:
    rule = "FREQ=WEEKLY;BYDAY=SA;UNTIL=20261226;EXDATE=20261212"
    said = make_mention("每周六有市集。", make_timex("每周六", "2026-12-05", recurrence=rule))
    event = make_event("市集", "2026-12-05", recurrence=rule, mentions=(said,))
    assert _lines(event, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20261226"]
    assert _lines(event, "EXDATE") == ["EXDATE;VALUE=DATE:20261212"]
    assert repetition_words(event) == "每周六，至12月26日，12月12日除外"
    assert repetition_words(event, "en") == "每周六, until 26 December, not on 12 December"


def test_a_date_without_a_place_on_the_calendar_repeats_nowhere(make_when: MakeWhen) -> None:
    assert repetition("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", make_when("XXXX-03-03")) is None


def test_half_days_are_titles_unless_blocks_are_wanted(make_event: MakeEvent, hike: Event) -> None:
    assert (_entry(hike).start, _entry(hike)["SUMMARY"]) == (date(2025, 4, 26), "“青山碧海”亲子登高活动（上午）")
    block = _entry(hike, Policy(halfdays="blocks"))
    assert (block.start.replace(tzinfo=None), block.end.time()) == (datetime(2025, 4, 26, 9), time(12))
    assert block["SUMMARY"].endswith("（上午）")
    days = _entry(make_event("展会", "2026-05-01/2026-05-03", "morning", kind="activity"), Policy(halfdays="blocks"))
    assert days.start == date(2026, 5, 1)
