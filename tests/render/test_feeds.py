"""What a feed holds and how an event lives in it: told to people, revised, called off, withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from calendars import AS_OF, built, entry_of, properties
from icalendar import Calendar

from timeline.model import Event, Mention, Timex
from timeline.render.catalogue import feeds
from timeline.render.feeds import build, entries
from timeline.render.ical import uid
from timeline.store import Gone


def test_the_same_events_give_the_same_octets_in_any_order(many: list[Event]) -> None:
    assert built(many) == built(list(reversed(many)))
    name = feeds()["all"]
    assert build(name, entries(many, []), AS_OF) == build(name, entries(many, []), AS_OF + timedelta(400))


def test_the_description_quotes_what_states_the_date_and_each_source_once(
    make_event: Callable[..., Event], make_mention: Callable[..., Mention], make_timex: Callable[..., Timex]
) -> None:
    day = "2025-04-26"
    mentions = (
        make_mention("当天还有礼包。", make_timex("当天", day, "inherited")),
        make_mention("本周六登高。", make_timex("本周六", day, "relative")),
        make_mention("2025年4月26日登高。", make_timex("2025年4月26日", day)),
        make_mention(
            "周末去登高。", make_timex("周末", "2025-04-26/2025-04-27", "relative"), "pages/two.txt", headline="周末"
        ),
    )
    told = entry_of(make_event("登高", day, mentions=mentions))["DESCRIPTION"].split("\n")
    assert [line for line in told if line.startswith(("原文", "出处", "另有", "把握"))] == [
        "原文：“2025年4月26日登高。”",
        "原文：“本周六登高。”",
        "出处：《本周末去登高》，pages/one.txt，发布于2025年4月21日—25日",
        "原文：“周末去登高。”",
        "出处：《周末》，pages/two.txt，发布于2025年4月21日—25日",
        "另有 1 处说法",
        "把握：原文写明“2025年4月26日”；2 个来源互证",
    ]


def test_standing_shows_in_status_and_title(make_event: Callable[..., Event]) -> None:
    cancelled = entry_of(make_event("音乐节", "2026-12-01", kind="activity", modality="cancelled"))
    assert (cancelled["STATUS"], cancelled["SUMMARY"]) == ("CANCELLED", "【取消】音乐节")
    postponed = entry_of(make_event("马拉松", "2026-12-06", kind="activity", modality="postponed"))
    assert (postponed["STATUS"], postponed["SUMMARY"]) == ("TENTATIVE", "【延期】马拉松")
    planned = entry_of(make_event("投产", "2026", modality="planned"))
    assert planned["STATUS"] == "TENTATIVE" and "状态：计划" in planned["DESCRIPTION"]


def test_the_day_that_something_moved_to_is_no_day_put_off(make_event: Callable[..., Event]) -> None:
    old = make_event("马拉松", "2026-12-06", kind="activity", modality="postponed")
    new = make_event(
        "马拉松", "2026-12-13", kind="activity", modality="postponed", details={"superseded": "2026-12-06、2026-12"}
    )
    was, now = (entry_of(each, alarm="P1D") for each in (old, new))
    assert (was["TRANSP"], was["STATUS"], was.walk("VALARM")) == ("TRANSPARENT", "TENTATIVE", [])
    assert (now["TRANSP"], now["STATUS"], now["SUMMARY"]) == ("OPAQUE", "CONFIRMED", "【改期】马拉松")
    assert len(now.walk("VALARM")) == 1
    assert "原定：2026年12月6日（周日）、2026年12月" in now["DESCRIPTION"] and "状态：改期" in now["DESCRIPTION"]
    vague = make_event("通车", "2027", modality="postponed", details={"superseded": "2026"})
    assert entry_of(vague)["STATUS"] == "TENTATIVE"


def test_revisions_drive_sequence_and_stamps(make_event: Callable[..., Event]) -> None:
    entry = entry_of(make_event("大会", "2025-09-25", revision=4, last_changed="2026-12-01T16:30:00+08:00"))
    assert entry["SEQUENCE"] == 3
    assert entry["CREATED"].to_ical() == b"20261120T080000Z"
    assert entry["DTSTAMP"].to_ical() == entry["LAST-MODIFIED"].to_ical() == b"20261201T083000Z"
    octets = built([make_event("大会", "2025-09-25", last_changed="2026-12-01T16:30:00+08:00")])
    assert properties(octets, "LAST-MODIFIED")[0] == "LAST-MODIFIED:20261201T083000Z"
    assert (
        entry_of(make_event("大会", "2025-09-25", first_seen="", last_changed=""))["DTSTAMP"].to_ical()
        == b"19700101T000000Z"
    )


@pytest.mark.parametrize(
    ("reason", "successor", "words"),
    [("merged", "abc", "已并入那一条"), ("rejected", None, "经人工核对"), ("lost", None, "来源已经改动或移除")],
)
def test_what_is_gone_goes_out_as_cancelled(
    make_event: Callable[..., Event], hike: Event, reason: str, successor: str | None, words: str
) -> None:
    gone = make_event("大会", "2025-09-25", revision=2, last_changed="2026-12-01T00:00:00Z")
    back = Gone(hike, "lost", None, "2026-12-01T00:00:00Z")
    octets = built(
        [hike], gone=[Gone(gone, reason, successor, gone.last_changed), back], page="https://x.example/#e-{id}"
    )
    by_uid = {str(entry["UID"]): entry for entry in Calendar.from_ical(octets).events}
    assert len(by_uid) == 2
    entry = by_uid[uid(gone.id)]
    assert entry["STATUS"] == "CANCELLED" and entry["SUMMARY"] == "【撤回】大会"
    assert entry["SEQUENCE"] == 1 and entry["DTSTAMP"].to_ical() == b"20261201T000000Z"
    assert words in entry["DESCRIPTION"]
    assert entry.get("RELATED-TO") == (uid(successor) if successor else None)
    assert ("URL" in entry) is bool(successor)
    assert by_uid[uid(hike.id)]["STATUS"] == "CONFIRMED"


@pytest.mark.parametrize(("went", "struck"), [("2026-11-20", True), ("2026-08-22", True), ("2026-08-21", False)])
def test_what_is_gone_is_struck_for_ninety_days(make_event: Callable[..., Event], went: str, struck: bool) -> None:
    gone = make_event("大会", "2025-09-25", last_changed=f"{went}T08:00:00Z")
    assert (b"STATUS:CANCELLED" in built([], gone=[Gone(gone, "lost", None, gone.last_changed)])) is struck


def test_what_was_never_shown_is_not_struck(make_event: Callable[..., Event]) -> None:
    hidden = [make_event("合格率", "2026-05", kind="indicator"), make_event("小事", "2026-05-01", salience=0.1)]
    gone = [Gone(event, "lost", None, "2026-11-19T00:00:00Z") for event in hidden]
    assert not Calendar.from_ical(built([], gone=gone)).events


def test_feeds_hold_what_their_names_say(many: list[Event]) -> None:
    def titles(name: str) -> set[str]:
        return {re.split("（| · |】", entry["SUMMARY"])[-1 if "】" in entry["SUMMARY"] else 0] for entry in Calendar.from_ical(
            built(many, name)).events}  # fmt: skip

    assert titles("upcoming") == {"新区科技产业园建成", "《电梯管理办法》到期", "音乐节", "马拉松"}
    assert titles("activities") == {"“青山碧海”亲子登高活动", "全国质量大会", "海丝书画展", "灯会", "音乐节", "马拉松"}
    assert titles("safety") == {"《电梯管理办法》施行", "《电梯管理办法》到期"}
    on_the_day = build(feeds()["upcoming"], entries([event for event in many if event.place], []), date(2025, 4, 26))
    assert "亲子登高" in Calendar.from_ical(on_the_day).events[0]["SUMMARY"]
