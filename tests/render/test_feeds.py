"""The calendar feeds, read again by the library and line by line: valid, the right day, no more precise than the source,
the same octets every time, and unbroken by any text."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Entry

from timeline import edtf
from timeline.model import Event, Mention, Timex, When
from timeline.render.addresses import web_address
from timeline.render.catalogue import FORMS, feeds
from timeline.render.colours import css_name
from timeline.render.feeds import build, entries, publish, write_if_changed
from timeline.render.ical import calendar, render, uid
from timeline.render.policy import Coarse, Policy
from timeline.render.slots import slot
from timeline.store import Gone

AS_OF = date(2026, 11, 20)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def _feed(events: Sequence[Event], name: str = "all", gone: Sequence[Gone] = (), **options: str) -> bytes:
    page = options.pop("page", "")
    return build(feeds()[name], entries(events, gone, policy=Policy(**options), page=page), AS_OF)  # type: ignore[arg-type]


def _one(event: Event, **options: str) -> Entry:
    (entry,) = Calendar.from_ical(_feed([event], **options)).events
    return entry


def _lines(octets: bytes) -> list[str]:
    """The content lines as RFC 5545 3.1 unfolds them, with every rule on the raw octets checked."""
    assert not octets.startswith(b"\xef\xbb\xbf")
    assert octets.endswith(b"\r\n")
    rows = octets[:-2].split(b"\r\n")
    unfolded: list[bytes] = []
    for row in rows:
        assert b"\r" not in row and b"\n" not in row
        assert len(row) <= 75
        row.decode("utf-8")  # no character is parted by folding
        if row.startswith(b" "):
            unfolded[-1] += row[1:]
        else:
            unfolded.append(row)
    lines = [line.decode("utf-8") for line in unfolded]
    for line in lines:
        assert re.match(r"[A-Z0-9-]+(?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\",;:]*))*:", line), line
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]", line)
    return lines


def _properties(octets: bytes, name: str) -> list[str]:
    return [line for line in _lines(octets) if re.match(rf"{name}[;:]", line)]


def _balanced(lines: list[str]) -> list[str]:
    """The names of the components in order of their beginning."""
    open_, order = [], []
    for line in lines:
        if line.startswith("BEGIN:"):
            open_.append(line[6:])
            order.append(line[6:])
        elif line.startswith("END:"):
            assert open_.pop() == line[4:]
    assert not open_
    return order


def test_every_feed_is_valid_on_its_lines_and_for_the_library(many: list[Event]) -> None:
    for name in feeds():
        octets = _feed(many, name)
        order = _balanced(_lines(octets))
        assert order[0] == "VCALENDAR" and order.count("VCALENDAR") == 1
        assert len(order) > 1
        if "VTIMEZONE" in order and "VEVENT" in order:
            assert order.index("VTIMEZONE") < order.index("VEVENT")
        parsed = Calendar.from_ical(octets)
        assert not parsed.errors and not any(entry.errors for entry in parsed.events)
        head = _lines(octets)[: _lines(octets).index(f"BEGIN:{order[1]}")]
        assert "VERSION:2.0" in head and "CALSCALE:GREGORIAN" in head
        assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in head and "X-PUBLISHED-TTL:PT12H" in head
        assert "X-WR-TIMEZONE:Asia/Shanghai" in head
        assert not [line for line in head if re.match("METHOD|UID", line)]
        assert [line[5:] for line in head if line.startswith("NAME:")] == [
            line[13:] for line in head if line.startswith("X-WR-CALNAME:")
        ]


def test_every_entry_has_what_the_standard_wants_once(many: list[Event]) -> None:
    for entry in Calendar.from_ical(_feed(many)).events:
        names = [name for name, _ in entry.property_items(recursive=False)]
        for name in (
            "UID",
            "DTSTAMP",
            "DTSTART",
            "SUMMARY",
            "SEQUENCE",
            "STATUS",
            "TRANSP",
            "LAST-MODIFIED",
            "CREATED",
        ):
            assert names.count(name) == 1, name
        assert isinstance(entry["DTSTAMP"].dt, datetime) and entry["DTSTAMP"].to_ical().endswith(b"Z")


def test_the_same_events_give_the_same_octets_in_any_order(many: list[Event]) -> None:
    assert _feed(many) == _feed(list(reversed(many)))
    name = feeds()["all"]
    assert build(name, entries(many, []), AS_OF) == build(name, entries(many, []), AS_OF + timedelta(400))


def test_the_hike_stands_on_its_saturday(hike: Event) -> None:
    entry = _one(hike)
    octets = _feed([hike])
    assert _properties(octets, "DTSTART") == ["DTSTART;VALUE=DATE:20250426"]
    assert _properties(octets, "DTEND") == ["DTEND;VALUE=DATE:20250427"]
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
    assert not _properties(octets, "BEGIN:VTIMEZONE")


def test_clock_times_are_in_their_zone(make_event: Callable[..., Event]) -> None:
    lamps = make_event("灯会", "2014-02-14T18:30/2014-02-15T00:00", kind="activity")
    octets = _feed([lamps])
    assert _properties(octets, "DTSTART")[-1] == "DTSTART;TZID=Asia/Shanghai:20140214T183000"
    assert _properties(octets, "DTEND") == ["DTEND;TZID=Asia/Shanghai:20140215T000000"]
    assert "TZID:Asia/Shanghai" in _lines(octets)
    assert _one(lamps).start == datetime(2014, 2, 14, 18, 30, tzinfo=SHANGHAI)


def test_a_moment_has_no_invented_end(make_event: Callable[..., Event]) -> None:
    entry = _one(make_event("开幕", "2026-12-01T19:30", kind="activity"))
    assert "DTEND" not in entry and "DURATION" not in entry
    assert "没有说明结束时间" in entry["DESCRIPTION"]


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
    told = _one(make_event("登高", day, mentions=mentions))["DESCRIPTION"].split("\n")
    assert [line for line in told if line.startswith(("原文", "出处", "另有", "把握"))] == [
        "原文：“2025年4月26日登高。”",
        "原文：“本周六登高。”",
        "出处：《本周末去登高》，pages/one.txt，发布于2025年4月21日—25日",
        "原文：“周末去登高。”",
        "出处：《周末》，pages/two.txt，发布于2025年4月21日—25日",
        "另有 1 处说法",
        "把握：原文写明“2025年4月26日”；2 个来源互证",
    ]


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
    entry = _one(make_event("某事", text, part, modality=modality))
    assert (entry.start, entry.end) == (day, day + timedelta(1))
    assert entry["TRANSP"] == "TRANSPARENT"
    assert entry["SUMMARY"] == f"某事 · {words}"
    assert f"时间：{words}" in entry["DESCRIPTION"]
    assert entry["X-TIMELINE-EDTF"] == text


def test_the_coarse_can_span_or_be_left_out(make_event: Callable[..., Event]) -> None:
    may = make_event("某事", "2026-05")
    entry = _one(may, coarse="span")
    assert (entry.start, entry.end, entry["TRANSP"]) == (date(2026, 5, 1), date(2026, 6, 1), "TRANSPARENT")
    assert not Calendar.from_ical(_feed([may], coarse="skip")).events
    kept: list[Coarse] = ["marker", "span", "skip"]
    for policy in kept:
        place = slot(make_event("某日", "2026-05-04"), Policy(policy))
        assert place is not None and not place.coarse


def test_a_day_that_opens_something_is_known(make_event: Callable[..., Event]) -> None:
    entry = _one(make_event("《办法》施行", "2025-07-09/.."))
    assert (entry.start, entry.end) == (date(2025, 7, 9), date(2025, 7, 10))
    assert entry["SUMMARY"] == "《办法》施行（当日起）" and entry["TRANSP"] == "TRANSPARENT"
    assert entry["STATUS"] == "CONFIRMED"
    assert Calendar.from_ical(_feed([make_event("《办法》施行", "2025-07-09/..")], coarse="skip")).events
    last = _one(make_event("报名", "../2025-06-30"))
    assert (last.start, last["SUMMARY"]) == (date(2025, 6, 30), "报名（截至2025年6月30日）")


def test_several_days_span_and_months_do_not_occupy(make_event: Callable[..., Event]) -> None:
    fair = _one(make_event("大会", "2024-10-15/2024-10-16", kind="activity"))
    assert (fair.start, fair.end, fair["TRANSP"]) == (date(2024, 10, 15), date(2024, 10, 17), "OPAQUE")
    show = _one(make_event("书画展", "2025-09-01/2025-11-30", kind="activity"))
    assert (show.start, show.end, show["TRANSP"]) == (date(2025, 9, 1), date(2025, 12, 1), "TRANSPARENT")


def test_one_of_several_days_does_not_claim_them_all(
    make_event: Callable[..., Event], make_when: Callable[..., When]
) -> None:
    sometime = replace(make_when("2025-04-20/2025-04-24"), uncertain=True)
    entry = _one(make_event("昨日的事", "2025-04-20/2025-04-24", kind="activity", when=sometime))
    assert (entry.start, entry.end, entry["TRANSP"]) == (date(2025, 4, 20), date(2025, 4, 21), "TRANSPARENT")
    assert entry["STATUS"] == "TENTATIVE" and "2025年4月20日—24日" in entry["SUMMARY"]
    assert "是其中一天" in entry["DESCRIPTION"]


def test_what_has_no_place_on_the_calendar_is_left_out(make_event: Callable[..., Event]) -> None:
    assert render(make_event("三月三", "XXXX-03-03")) is None


def test_standing_shows_in_status_and_title(make_event: Callable[..., Event]) -> None:
    cancelled = _one(make_event("音乐节", "2026-12-01", kind="activity", modality="cancelled"))
    assert (cancelled["STATUS"], cancelled["SUMMARY"]) == ("CANCELLED", "【取消】音乐节")
    postponed = _one(make_event("马拉松", "2026-12-06", kind="activity", modality="postponed"))
    assert (postponed["STATUS"], postponed["SUMMARY"]) == ("TENTATIVE", "【延期】马拉松")
    planned = _one(make_event("投产", "2026", modality="planned"))
    assert planned["STATUS"] == "TENTATIVE" and "状态：计划" in planned["DESCRIPTION"]


def test_revisions_drive_sequence_and_stamps(make_event: Callable[..., Event]) -> None:
    entry = _one(make_event("大会", "2025-09-25", revision=4, last_changed="2026-12-01T16:30:00+08:00"))
    assert entry["SEQUENCE"] == 3
    assert entry["CREATED"].to_ical() == b"20261120T080000Z"
    assert entry["DTSTAMP"].to_ical() == entry["LAST-MODIFIED"].to_ical() == b"20261201T083000Z"
    octets = _feed([make_event("大会", "2025-09-25", last_changed="2026-12-01T16:30:00+08:00")])
    assert _properties(octets, "LAST-MODIFIED")[0] == "LAST-MODIFIED:20261201T083000Z"
    assert (
        _one(make_event("大会", "2025-09-25", first_seen="", last_changed=""))["DTSTAMP"].to_ical()
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
    octets = _feed(
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


def test_what_was_never_shown_is_not_struck(make_event: Callable[..., Event]) -> None:
    hidden = [make_event("合格率", "2026-05", kind="indicator"), make_event("小事", "2026-05-01", salience=0.1)]
    gone = [Gone(event, "lost", None, "2026-11-19T00:00:00Z") for event in hidden]
    assert not Calendar.from_ical(_feed([], gone=gone)).events


def test_feeds_hold_what_their_names_say(many: list[Event]) -> None:
    def titles(name: str) -> set[str]:
        return {re.split("（| · |】", entry["SUMMARY"])[-1 if "】" in entry["SUMMARY"] else 0] for entry in Calendar.from_ical(
            _feed(many, name)).events}  # fmt: skip

    assert titles("upcoming") == {"新区科技产业园建成", "《电梯管理办法》到期", "音乐节", "马拉松"}
    assert titles("activities") == {"“青山碧海”亲子登高活动", "全国质量大会", "海丝书画展", "灯会", "音乐节", "马拉松"}
    assert titles("safety") == {"《电梯管理办法》施行", "《电梯管理办法》到期"}
    on_the_day = build(feeds()["upcoming"], entries([event for event in many if event.place], []), date(2025, 4, 26))
    assert "亲子登高" in Calendar.from_ical(on_the_day).events[0]["SUMMARY"]


def test_an_empty_feed_is_a_calendar_with_a_component() -> None:
    octets = _feed([], "aid")
    assert _balanced(_lines(octets)) == ["VCALENDAR", "VTIMEZONE", *["STANDARD", "DAYLIGHT", "STANDARD"]]
    assert Calendar.from_ical(octets).events == []


HOSTILE = [
    "END:VCALENDAR\r\nBEGIN:VEVENT\nSUMMARY:伪造\rX:1",
    "逗号,分号;反斜杠\\ 冒号:引号\"单引号'",
    "字面 \\n 与 \\N 不是换行\n这才是",
    "控制符\x00\x07\x0b\x0c\x1b\x1e\x7f\x85\u2028\u2029\ufeff结束",
    "孤代理\ud800\udfff与表情👩‍👩‍👧‍👦🏮",
    "长" * 400,
    "e" * 75 + "é" * 75,
    " 前导空格",
    "=1+1;VALUE=DATE:20250101",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_a_feed(make_event: Callable[..., Event], text: str) -> None:
    event = make_event(
        text, "2025-04-26", place=text, actors=(text,), details={"registration": text, "url": text, text: text},
        conflicts=({"claim": text},), topics=("quality", text),
    )  # fmt: skip
    event = replace(
        event, mentions=(replace(event.mentions[0], quote=text, headline=text, source=text, document=text),)
    )
    octets = _feed([event])
    lines = _lines(octets)
    assert _balanced(lines) == ["VCALENDAR", "VEVENT"]
    (entry,) = Calendar.from_ical(octets).events
    kept = " ".join(re.sub("[\ud800-\udfff\ufeff\x00-\x08\x0b-\x1f\x7f]", lambda m: "\n" if m[0] in "\r" else "", re.sub(
        "\r\n|[\x85\u2028\u2029]", "\n", text)).split())  # fmt: skip
    assert entry["SUMMARY"] == kept
    assert entry["LOCATION"] == kept
    assert f"地点：{kept}" in entry["DESCRIPTION"].split("\n")


def test_a_printed_backslash_n_is_not_a_line_break(make_event: Callable[..., Event]) -> None:
    raw = _properties(_feed([make_event("a\\nb\\Nc", "1996-01-01")]), "SUMMARY")
    assert raw == ["SUMMARY:a\\\\nb\\\\Nc"]


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_survives_folding(text: str) -> None:
    value = edtf.parse("2025-04-26")
    event = Event(
        "x", text, "activity", "reported", 1.0, (), When("2025-04-26", value.begin, value.until, "day"), (), text
    )
    one = render(event)
    assert one is not None
    lines = _lines(calendar([one], name=text, description=text))
    assert _balanced(lines) == ["VCALENDAR", "VEVENT"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "https://例子.example/路径 一?查=1#段",
            "https://xn--fsqu00a.example/%E8%B7%AF%E5%BE%84%20%E4%B8%80?%E6%9F%A5=1#%E6%AE%B5",
        ),
        ("HTTP://host:8080/a%20b", "http://host:8080/a%20b"),
        ("javascript:alert(1)", None),
        ("www.example.com", None),
        ("https://ho st/", None),
        ("https://host:99999/", None),
        ("https://[::1", None),
        ("", None),
        ("https://host/\r\nX-EVIL:1", "https://host/X-EVIL:1"),
    ],
)
def test_addresses(text: str, address: str | None) -> None:
    assert web_address(text) == address


def test_provenance_and_topics_are_named_for_machines(make_event: Callable[..., Event], make_mention: Callable[..., Mention],
                                                     make_timex: Callable[..., Timex]) -> None:  # fmt: skip
    said = make_mention("原话。", make_timex("那天", "2025-04-26"), "https://例报.example/版面?日=1")
    octets = _feed([make_event("大会", "2025-04-26", topics=("culture", "题 外"), mentions=(said,))])
    assert _properties(octets, "LINK") == [
        "LINK;LINKREL=via;VALUE=URI:https://xn--fsqp97b.example/%E7%89%88%E9%9D%A2?%E6%97%A5=1"
    ]
    assert _properties(octets, "CONCEPT") == [
        "CONCEPT:tag:timeline.invalid,2026:topic/culture",
        "CONCEPT:tag:timeline.invalid,2026:topic/%E9%A2%98%20%E5%A4%96",
    ]
    (entry,) = Calendar.from_ical(octets).events
    assert str(entry["LINK"]) == "https://xn--fsqp97b.example/%E7%89%88%E9%9D%A2?%E6%97%A5=1"


def test_nothing_is_in_a_feed_that_clients_stumble_over(many: list[Event]) -> None:
    for name in feeds():
        lines = _lines(_feed(many, name))
        assert not [
            line for line in lines if re.match("BEGIN:(PARTICIPANT|VLOCATION|VALARM)|METHOD|ATTENDEE|ORGANIZER", line)
        ]
        assert sum(line.startswith("UID:") for line in lines) == lines.count(
            "BEGIN:VEVENT"
        )  # none of the calendar's own
        clocked = any(";TZID=" in line for line in lines)
        assert ("BEGIN:VTIMEZONE" in lines) is (clocked or "BEGIN:VEVENT" not in lines)
        assert lines.count("BEGIN:VTIMEZONE") <= 1


def test_colours_have_names() -> None:
    assert css_name("#ff6347") == "tomato"
    assert re.fullmatch("[a-z]+", css_name("#475569"))


def test_publishing_writes_only_what_changed(tmp_path: Path, many: list[Event]) -> None:
    folder = tmp_path / "deep" / "feeds"
    first = publish(many, [], folder, AS_OF)
    assert {path.name for path in first.written} == {
        *(feed.file_in(form) for feed in feeds().values() for form in FORMS),
        *(f"archive-{year}.ics" for year in (1990, 1996, 2014, 2019, 2024, 2025, 2026, 2030)),
        "index.html",
    }
    stamps = {path: path.stat().st_mtime_ns for path in first.written}
    again = publish(list(reversed(many)), [], folder, AS_OF)
    assert not again.written and set(again.unchanged) == set(stamps)
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    fewer = publish([event for event in many if event.title != "灯会"], [], folder, AS_OF)
    told = ("all", "activities", "culture", "new")
    assert {path.name for path in fewer.written} == {
        *(f"{name}.{form}" for name in told for form in FORMS),
        "archive-2014.ics",
        "index.html",
    }
    assert not Calendar.from_ical((folder / "archive-2014.ics").read_bytes()).events
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]
    assert (folder / "all.ics").stat().st_mode & 0o777 == 0o644


def test_a_reader_never_sees_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "all.ics"
    assert write_if_changed(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_if_changed(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["all.ics"]


def test_with_an_address_the_feeds_say_where_they_live(tmp_path: Path, hike: Event) -> None:
    publish([hike], [], tmp_path, AS_OF, base_url="https://news.example/时间")
    lines = _lines((tmp_path / "culture.ics").read_bytes())
    assert [line for line in lines if line.startswith("SOURCE")] == [
        "SOURCE;VALUE=URI:https://news.example/%E6%97%B6%E9%97%B4/culture.ics"
    ]
    assert f"详情：https://news.example/%E6%97%B6%E9%97%B4/index.html#e-{hike.id}" in "".join(lines).replace(
        "\\n", "\n"
    )


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'ftp://x/' is no web address"):
        publish([], [], tmp_path, AS_OF, base_url="ftp://x/")


def test_a_full_disk_is_named_with_its_file_and_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.ics"
    write_if_changed(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"all\.ics"):
        write_if_changed(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["all.ics"]
