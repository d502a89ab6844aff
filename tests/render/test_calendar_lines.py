"""What clients stumble over, on the octets of a feed: lines, folding, escapes, components, addresses, what stays out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from calendars import balanced, built, content_lines, properties
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from timeline import edtf
from timeline.model import Event, Mention, Timex, When
from timeline.render.addresses import web_address
from timeline.render.catalogue import feeds
from timeline.render.colours import css_name
from timeline.render.ical import render
from timeline.render.vcalendar import calendar


def test_every_feed_is_valid_on_its_lines_and_for_the_library(many: list[Event]) -> None:
    for name in feeds():
        octets = built(many, name)
        order = balanced(content_lines(octets))
        assert order[0] == "VCALENDAR" and order.count("VCALENDAR") == 1
        assert len(order) > 1
        if "VTIMEZONE" in order and "VEVENT" in order:
            assert order.index("VTIMEZONE") < order.index("VEVENT")
        parsed = Calendar.from_ical(octets)
        assert not parsed.errors and not any(entry.errors for entry in parsed.events)
        head = content_lines(octets)[: content_lines(octets).index(f"BEGIN:{order[1]}")]
        assert "VERSION:2.0" in head and "CALSCALE:GREGORIAN" in head
        assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in head and "X-PUBLISHED-TTL:PT12H" in head
        assert "X-WR-TIMEZONE:Asia/Shanghai" in head
        assert not [line for line in head if re.match("METHOD|UID", line)]
        assert [line[5:] for line in head if line.startswith("NAME:")] == [
            line[13:] for line in head if line.startswith("X-WR-CALNAME:")
        ]


def test_every_entry_has_what_the_standard_wants_once(many: list[Event]) -> None:
    for entry in Calendar.from_ical(built(many)).events:
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


def test_an_empty_feed_is_a_calendar_with_a_component() -> None:
    octets = built([], "aid")
    assert balanced(content_lines(octets)) == ["VCALENDAR", "VTIMEZONE", *["STANDARD", "DAYLIGHT", "STANDARD"]]
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
    octets = built([event])
    lines = content_lines(octets)
    assert balanced(lines) == ["VCALENDAR", "VEVENT"]
    (entry,) = Calendar.from_ical(octets).events
    kept = " ".join(re.sub("[\ud800-\udfff\ufeff\x00-\x08\x0b-\x1f\x7f]", lambda m: "\n" if m[0] in "\r" else "", re.sub(
        "\r\n|[\x85\u2028\u2029]", "\n", text)).split())  # fmt: skip
    assert entry["SUMMARY"] == kept
    assert entry["LOCATION"] == kept
    assert f"地点：{kept}" in entry["DESCRIPTION"].split("\n")


def test_a_printed_backslash_n_is_not_a_line_break(make_event: Callable[..., Event]) -> None:
    raw = properties(built([make_event("a\\nb\\Nc", "1996-01-01")]), "SUMMARY")
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
    lines = content_lines(calendar([one], name=text, description=text))
    assert balanced(lines) == ["VCALENDAR", "VEVENT"]


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
    octets = built([make_event("大会", "2025-04-26", topics=("culture", "题 外"), mentions=(said,))])
    assert properties(octets, "LINK") == [
        "LINK;LINKREL=via;VALUE=URI:https://xn--fsqp97b.example/%E7%89%88%E9%9D%A2?%E6%97%A5=1"
    ]
    assert properties(octets, "CONCEPT") == [
        "CONCEPT:tag:timeline.invalid,2026:topic/culture",
        "CONCEPT:tag:timeline.invalid,2026:topic/%E9%A2%98%20%E5%A4%96",
    ]
    (entry,) = Calendar.from_ical(octets).events
    assert str(entry["LINK"]) == "https://xn--fsqp97b.example/%E7%89%88%E9%9D%A2?%E6%97%A5=1"


def test_nothing_is_in_a_feed_that_clients_stumble_over(many: list[Event]) -> None:
    for name in feeds():
        lines = content_lines(built(many, name))
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
