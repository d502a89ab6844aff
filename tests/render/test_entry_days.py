"""Where an entry stands: the right day, in its zone, and no more precise than the source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from calendars import built, content_lines, entry_of, properties
from icalendar import Calendar

from timeline.model import Event, When
from timeline.render.ical import render, uid
from timeline.render.policy import Coarse, Policy
from timeline.render.slots import slot

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_hike_stands_on_its_saturday(hike: Event) -> None:
    entry = entry_of(hike)
    octets = built([hike])
    assert properties(octets, "DTSTART") == ["DTSTART;VALUE=DATE:20250426"]
    assert properties(octets, "DTEND") == ["DTEND;VALUE=DATE:20250427"]
    assert (entry.start, entry.end) == (date(2025, 4, 26), date(2025, 4, 27))
    assert entry["SUMMARY"] == "“青山碧海”亲子登高活动（上午）"
    assert entry["UID"] == uid(hike.id) and entry["UID"].startswith(hike.id)
    assert entry["LOCATION"] == "城西镇青山风景区"
    assert entry["STATUS"] == "CONFIRMED" and entry["TRANSP"] == "OPAQUE"
    assert [str(category) for category in entry.categories] == ["文旅活动"]
    assert entry["URL"] == "https://xn--fsqu00a.example/%E6%8A%A5%E5%90%8D?a=1"
    told = entry["DESCRIPTION"].split("\n")
    assert told[0] == "时间：2025年4月26日（周六）上午"
    assert "地点：城西镇青山风景区" in told and "报名：扫描二维码报名" in told
    assert "原文：“本周六，这场活动将拉开大幕。”" in told
    assert "出处：《本周末去登高》，pages/one.txt，发布于2025年4月21日—25日" in told
    assert "把握：“本周六”按发布日期推算为2025年4月26日（周六）" in told
    assert not properties(octets, "BEGIN:VTIMEZONE")


def test_clock_times_are_in_their_zone(make_event: Callable[..., Event]) -> None:
    lamps = make_event("灯会", "2014-02-14T18:30/2014-02-15T00:00", kind="activity")
    octets = built([lamps])
    assert properties(octets, "DTSTART")[-1] == "DTSTART;TZID=Asia/Shanghai:20140214T183000"
    assert properties(octets, "DTEND") == ["DTEND;TZID=Asia/Shanghai:20140215T000000"]
    assert "TZID:Asia/Shanghai" in content_lines(octets)
    assert entry_of(lamps).start == datetime(2014, 2, 14, 18, 30, tzinfo=SHANGHAI)


def test_a_moment_has_no_invented_end(make_event: Callable[..., Event]) -> None:
    entry = entry_of(make_event("开幕", "2026-12-01T19:30", kind="activity"))
    assert "DTEND" not in entry and "DURATION" not in entry
    assert "没有说明结束时间" in entry["DESCRIPTION"]


COARSE = [
    ("1996", None, date(1996, 1, 1), "1996年（具体日期不详）"),
    ("2026", "end", date(2026, 12, 1), "2026年底（日期未定）"),
    ("2026-05", None, date(2026, 5, 1), "2026年5月（具体日期不详）"),
    ("2025-33", None, date(2025, 1, 1), "2025年一季度（具体日期不详）"),
    ("199X", None, date(1990, 1, 1), "1990年代（具体日期不详）"),
    ("2022-07/2025-06", None, date(2022, 7, 1), "2022年7月—2025年6月（具体日期不详）"),
    ("2016-07/..", None, date(2016, 7, 1), "2016年7月起（具体日期不详）"),
    ("../2019", None, date(2019, 12, 31), "截至2019年（具体日期不详）"),
]


@pytest.mark.parametrize(("text", "part", "day", "words"), COARSE)
def test_what_has_no_day_is_a_transparent_marker_that_says_so(
    make_event: Callable[..., Event], text: str, part: str | None, day: date, words: str
) -> None:
    modality = "planned" if "未定" in words else "reported"
    entry = entry_of(make_event("某事", text, part, modality=modality))
    assert (entry.start, entry.end) == (day, day + timedelta(1))
    assert entry["TRANSP"] == "TRANSPARENT"
    assert entry["SUMMARY"] == f"某事 · {words}"
    assert f"时间：{words}" in entry["DESCRIPTION"]
    assert entry["X-TIMELINE-EDTF"] == text


def test_the_coarse_can_span_or_be_left_out(make_event: Callable[..., Event]) -> None:
    may = make_event("某事", "2026-05")
    entry = entry_of(may, coarse="span")
    assert (entry.start, entry.end, entry["TRANSP"]) == (date(2026, 5, 1), date(2026, 6, 1), "TRANSPARENT")
    assert not Calendar.from_ical(built([may], coarse="skip")).events
    kept: list[Coarse] = ["marker", "span", "skip"]
    for policy in kept:
        place = slot(make_event("某日", "2026-05-04"), Policy(policy))
        assert place is not None and not place.coarse


def test_a_day_that_opens_something_is_known(make_event: Callable[..., Event]) -> None:
    entry = entry_of(make_event("《办法》施行", "2025-07-09/.."))
    assert (entry.start, entry.end) == (date(2025, 7, 9), date(2025, 7, 10))
    assert entry["SUMMARY"] == "《办法》施行（当日起）" and entry["TRANSP"] == "TRANSPARENT"
    assert entry["STATUS"] == "CONFIRMED"
    assert Calendar.from_ical(built([make_event("《办法》施行", "2025-07-09/..")], coarse="skip")).events
    last = entry_of(make_event("报名", "../2025-06-30"))
    assert (last.start, last["SUMMARY"]) == (date(2025, 6, 30), "报名（截至2025年6月30日）")


@pytest.mark.parametrize("coarse", ["marker", "span", "skip"])
@pytest.mark.parametrize("value", ["9999-12-31", "9999-12-31T23:30", "2026-01-01/9999-12-31", "9999", "0001-01-01"])
def test_the_last_day_that_there_is_takes_no_feed_down(
    make_event: Callable[..., Event], value: str, coarse: Coarse
) -> None:
    octets = built([make_event("长期有效", value), make_event("登山节", "2026-05-01")], coarse=coarse)
    entries = Calendar.from_ical(octets).events
    assert "登山节" in [str(one["SUMMARY"]) for one in entries]
    assert len(entries) == 2 or (coarse == "skip" and value == "9999")
    held = octets.decode()
    assert "DTSTART;VALUE=DATE:99991231\r\nSUMMARY" in held or value != "9999-12-31"  # a day without an end is one day


def test_several_days_span_and_months_do_not_occupy(make_event: Callable[..., Event]) -> None:
    fair = entry_of(make_event("大会", "2024-10-15/2024-10-16", kind="activity"))
    assert (fair.start, fair.end, fair["TRANSP"]) == (date(2024, 10, 15), date(2024, 10, 17), "OPAQUE")
    show = entry_of(make_event("书画展", "2025-09-01/2025-11-30", kind="activity"))
    assert (show.start, show.end, show["TRANSP"]) == (date(2025, 9, 1), date(2025, 12, 1), "TRANSPARENT")


def test_one_of_several_days_does_not_claim_them_all(
    make_event: Callable[..., Event], make_when: Callable[..., When]
) -> None:
    sometime = replace(make_when("2025-04-20/2025-04-24"), uncertain=True)
    entry = entry_of(make_event("昨日的事", "2025-04-20/2025-04-24", kind="activity", when=sometime))
    assert (entry.start, entry.end, entry["TRANSP"]) == (date(2025, 4, 20), date(2025, 4, 21), "TRANSPARENT")
    assert entry["STATUS"] == "TENTATIVE" and "2025年4月20日—24日" in entry["SUMMARY"]
    assert "是其中一天" in entry["DESCRIPTION"]


def test_what_has_no_place_on_the_calendar_is_left_out(make_event: Callable[..., Event]) -> None:
    assert render(make_event("三月三", "XXXX-03-03")) is None
