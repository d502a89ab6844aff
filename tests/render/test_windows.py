"""How much a feed holds: all that is coming, the past as far as a megabyte goes, and the rest in yearly archives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from timeline.model import Event
from timeline.render.catalogue import feeds
from timeline.render.feeds import Past, build, entries, publish
from timeline.render.ical import Rendered
from timeline.render.policy import PolicyError
from timeline.render.windows import span_before, windowed

AS_OF = date(2026, 11, 20)
MakeEvent = Callable[..., Event]
MEGABYTE = 1_000_000


def _rendered(make_event: MakeEvent, days: list[str], **fields: str) -> list[Rendered]:
    return entries([make_event(f"第{number}届读书节", day, **fields) for number, day in enumerate(days)], [])


def _days(first: date, count: int, step: int = 1) -> list[str]:
    return [(first + timedelta(step * number)).isoformat() for number in range(count)]


def test_what_fits_is_held_whole_however_old(make_event: MakeEvent) -> None:
    rendered = _rendered(make_event, ["1906", "1996-05-01", "2026-12-01"])
    window = windowed(rendered, AS_OF)
    assert (list(window.entries), window.since, window.earlier, window.later) == (rendered, None, 0, 0)


def test_the_oldest_years_are_left_out_whole(make_event: MakeEvent) -> None:
    rendered = _rendered(make_event, [*_days(date(2023, 1, 1), 1400), "2027-01-01"])
    size = len(rendered[0].octets)
    window = windowed(rendered, AS_OF, room=700 * (size + 2))
    assert window.since == date(2025, 1, 1)
    assert window.earlier == 365 + 366
    assert {one.place.day.year for one in window.entries} == {2025, 2026, 2027}


def test_then_months_of_this_year(make_event: MakeEvent) -> None:
    rendered = _rendered(make_event, [*_days(date(2026, 1, 1), 300), "2027-01-01"])
    window = windowed(rendered, AS_OF, room=100 * (len(rendered[0].octets) + 2))
    assert window.since == date(2026, 8, 1)
    assert window.entries[0].place.day == date(2026, 8, 1) and window.later == 0


def test_what_is_coming_comes_before_the_past_and_the_nearest_first(make_event: MakeEvent) -> None:
    rendered = _rendered(make_event, _days(date(2026, 11, 1), 400))
    window = windowed(rendered, AS_OF, room=50 * (len(rendered[0].octets) + 2))
    assert window.entries[0].place.day == AS_OF
    assert (window.earlier, window.later) == (19, 400 - 19 - len(window.entries))
    assert [one.place.day for one in window.entries] == [AS_OF + timedelta(n) for n in range(len(window.entries))]


def test_what_lasts_or_comes_again_is_not_past(make_event: MakeEvent) -> None:
    show = make_event("书画展", "2020-01-01/2027-01-01", kind="activity")
    weekly = make_event("周五音乐会", "2019-01-04/..", kind="activity", recurrence="FREQ=WEEKLY;BYDAY=FR")
    old = make_event("旧事", "2021-01-01")
    window = windowed(entries([show, weekly, old], []), AS_OF, since=date(2025, 1, 1))
    assert {one.event.title for one in window.entries} == {"书画展", "周五音乐会"} and window.earlier == 1


def test_no_feed_is_larger_than_a_megabyte_and_each_says_what_it_leaves_out(
    tmp_path: Path, make_event: MakeEvent
) -> None:
    listed = [make_event(f"第{n}届读书节", day, kind="activity") for n, day in enumerate(_days(date(2022, 1, 1), 2000))]
    publish(listed, [], tmp_path, AS_OF, base_url="https://news.example/t/")
    for path in tmp_path.glob("*.ics"):
        assert path.stat().st_size <= MEGABYTE, path
    calendar = Calendar.from_ical((tmp_path / "all.ics").read_bytes())
    kept, notices = (
        [one for one in calendar.events if "notice" not in one["UID"]],
        [one for one in calendar.events if "notice" in one["UID"]],
    )
    since = min(one.start for one in kept)
    left_out = sum(date.fromisoformat(event.when.edtf) < since for event in listed)
    assert len(kept) + left_out == len(listed) and left_out
    (notice,) = notices
    assert (notice["SUMMARY"], notice.start) == (f"更早的 {left_out} 条在存档里", since - timedelta(1))
    assert notice["TRANSP"] == "TRANSPARENT"
    for words in (calendar["DESCRIPTION"], calendar["X-WR-CALDESC"], notice["DESCRIPTION"]):
        assert f"更早的 {left_out} 条" in words and "https://news.example/t/archive-YYYY.ics" in words
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'href="https://news.example/t/archive-2022.ics"' in page


def test_the_archives_together_hold_everything_once(tmp_path: Path, make_event: MakeEvent, many: list[Event]) -> None:
    publish(many, [], tmp_path, AS_OF)
    archived = [
        str(one["UID"])
        for path in tmp_path.glob("archive-*.ics")
        for one in Calendar.from_ical(path.read_bytes()).events
    ]
    whole = [str(one["UID"]) for one in Calendar.from_ical(build(feeds()["all"], entries(many, []), AS_OF)).events]
    assert sorted(archived) == sorted(whole)
    for one in Calendar.from_ical((tmp_path / "archive-2014.ics").read_bytes()).events:
        assert one.start.year == 2014


def test_the_past_can_be_asked_for(make_event: MakeEvent) -> None:
    rendered = _rendered(make_event, ["1996-05-01", "2025-10-31", "2025-11-01", "2026-12-01"])

    def starts(past: Past) -> list[str]:
        events = Calendar.from_ical(build(feeds()["all"], rendered, AS_OF, past=past)).events
        return [str(one.start) for one in events if "notice" not in one["UID"]]

    assert starts(Past(since=span_before(AS_OF, "P1Y"))) == ["2025-11-01", "2026-12-01"]
    assert len(starts(Past())) == len(starts(Past(whole=True))) == 4


@pytest.mark.parametrize(("span", "day"), [("P2Y", date(2024, 11, 1)), ("p18m", date(2025, 5, 1)), ("P1Y6M", date(2025, 5, 1)),
                                           ("P9999Y", date.min), ("P0Y", date(2026, 11, 1))])  # fmt: skip
def test_spans(span: str, day: date) -> None:
    assert span_before(AS_OF, span) == day


@pytest.mark.parametrize("span", ["", "P", "2Y", "P2W", "P-1Y", "P１Y"])
def test_what_is_no_span(span: str) -> None:
    with pytest.raises(PolicyError, match="write for example"):
        span_before(AS_OF, span)
