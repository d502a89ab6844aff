"""Feeds: entries are called by themselves, dated by what they say, in the time of the place that they are from."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from timeline.read import ReadError, read_bytes, read_each
from timeline.read import feeds as module
from timeline.read.feeds import day_of


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("Wed, 11 Jun 2025 20:30:00 +0800", date(2025, 6, 11)),
        ("Wed, 11 Jun 2025 20:30:00 GMT", date(2025, 6, 12)),
        ("Wed, 11 Jun 2025 20:30:00", date(2025, 6, 11)),
        ("Wed, 11 Jun 2025 23:30:00 CST", date(2025, 6, 11)),
        ("11 Jun 2025", date(2025, 6, 11)),
        ("2025-06-11T23:30:00+08:00", date(2025, 6, 11)),
        ("2025-06-11T20:30:00Z", date(2025, 6, 12)),
        ("2025-06-11 23:30:00", date(2025, 6, 11)),
        ("2025/06/11 23:30", date(2025, 6, 11)),
        ("2025年6月11日 23:30", date(2025, 6, 11)),
        ("星期三, 11 六月 2025 23:30:00 +0800", date(2025, 6, 11)),
        ("昨天", None),
        ("3小时前", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_as_feeds_write_them(stated: str, day: date | None) -> None:
    assert day_of(stated, ZoneInfo("Asia/Shanghai")) == day


def rss(*items: str) -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    space = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"<rss version='2.0' {space}><channel><title>t</title>{inside}</channel></rss>".encode()


def test_an_entry_keeps_its_name_when_others_come_before_it() -> None:
    old = "<title>新桥合龙</title><guid>n1</guid>"
    [before] = read_bytes(rss(old), "news.xml")
    after = read_bytes(rss("<title>茶馆开张</title><guid>n2</guid>", old), "news.xml")
    assert before.path == after[1].path == "news.xml#n1"


def test_an_entry_without_an_id_is_called_by_its_address_or_its_title_and_day() -> None:
    dated = "<title>天气预报</title><pubDate>Wed, {} Jun 2025 08:00:00 +0800</pubDate>"
    found = read_bytes(
        rss(
            "<title>a</title><link>https://a.example.cn/1</link>", dated.format(11), dated.format(12), dated.format(12)
        ),
        "news.xml",
    )
    assert [each.path for each in found] == [
        "news.xml#https://a.example.cn/1",
        "news.xml#天气预报 2025-06-11",
        "news.xml#天气预报 2025-06-12",
        "news.xml#天气预报 2025-06-12 (2)",
    ]


def test_dublin_core_states_when_it_was_published() -> None:
    [document] = read_bytes(rss("<title>a</title><dc:date>2025-06-11</dc:date>"), "news.xml")
    assert [(clue.kind, clue.edtf) for clue in document.clues] == [("feed", "2025-06-11")]


@pytest.mark.parametrize(
    ("dates", "clues"),
    [
        (
            "<published>2025-06-11</published><updated>2025-06-15</updated>",
            [("feed", "2025-06-11"), ("modified", "2025-06-15")],
        ),
        ("<published>2025-06-11</published><updated>2025-06-11</updated>", [("feed", "2025-06-11")]),
        ("<updated>2025-06-15</updated>", [("feed", "../2025-06-15")]),
    ],
)
def test_when_an_entry_was_revised_is_not_when_it_was_published(dates: str, clues: list[tuple[str, str]]) -> None:
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>新桥合龙</title>{dates}</entry></feed>"
    [document] = read_bytes(feed.encode(), "news.atom")
    assert [(clue.kind, clue.edtf) for clue in document.clues] == clues


def test_what_looks_like_an_address_or_a_file_is_not_opened() -> None:
    with pytest.raises(ReadError, match=r"a feed without entries|no feed"):
        read_bytes(b"<rss>/etc/passwd</rss>", "news.xml")


def test_what_is_left_out_of_an_endless_feed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ENTRIES", 2)
    found = list(read_each(rss(*(f"<title>{n}</title><guid>{n}</guid>" for n in range(3))), "news.xml"))
    assert [each.path for each in found] == ["news.xml#0", "news.xml#1", "news.xml"]
    assert isinstance(found[2], ReadError)
    assert "more than 2 entries" in found[2].reason


def test_an_entry_is_read_again_from_its_own_bytes() -> None:
    [document] = read_bytes(rss("<title>新桥合龙</title><link>https://a.example.cn/1.html</link>"), "news.xml")
    [again] = read_bytes(document.raw, document.path, media_type=document.media_type, encoding="utf-8")
    assert (again.text, again.media_type) == (document.text, document.media_type)
