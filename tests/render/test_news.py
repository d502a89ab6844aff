"""Feeds for news readers: read by feedparser, and checked against what RFC 4287 and JSON Feed 1.1 ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from timeline.model import Event
from timeline.render.catalogue import NEWEST, feeds
from timeline.render.feeds import build, entries
from timeline.render.news import MOST
from timeline.store import Gone

AS_OF = date(2026, 11, 20)
BASE = "https://news.example/t/"
PAGE = f"{BASE}index.html#e-{{id}}"
ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
HOSTILE = ["</title><script>alert(1)</script>", "]]>&amp;<!--", "控制\x00\x0b\x1b\ufffe\ufeff\ud800末", "👩‍👩‍👧‍👦\u2028二行", '"\\n']  # fmt: skip
MakeEvent = Callable[..., Event]


def _built(events: list[Event], form: str, name: str = "all", page: str = "", **options: Any) -> bytes:
    return build(feeds()[name], entries(events, [], page=page), AS_OF, form=form, **options)


def _check_atom(octets: bytes) -> ElementTree.Element:
    """RFC 4287 4.1: what a feed and its entries must have, once each."""
    root = ElementTree.fromstring(octets)
    assert root.tag == f"{ATOM}feed"
    for container in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (element,) = container.findall(ATOM + name)
            assert element.text
        assert RFC3339.fullmatch(container.findtext(f"{ATOM}updated", ""))
        links = [link.attrib for link in container.findall(f"{ATOM}link")]
        assert all(link["href"].startswith("http") and link["href"].isascii() for link in links)
        assert len({(link["rel"], link.get("type")) for link in links}) == len(links)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [element.text for element in root.findall(f"{ATOM}entry/{ATOM}id")]
    assert len(set(ids)) == len(ids)
    return root


def _check_json(octets: bytes) -> dict[str, Any]:
    """JSON Feed 1.1: types of all fields, the required ones, no field of its own but ``_timeline``."""
    record: dict[str, Any] = json.loads(octets)
    top = {"version": str, "title": str, "description": str, "language": str, "authors": list, "items": list,
           "home_page_url": str, "feed_url": str}  # fmt: skip
    own = {"id": str, "title": str, "content_html": str, "content_text": str, "date_published": str, "date_modified": str,
           "url": str, "external_url": str, "tags": list, "_timeline": dict}  # fmt: skip
    for each, allowed in ((record, top), *((item, own) for item in record["items"])):
        for name, value in each.items():
            assert isinstance(value, allowed[name]), name
    assert record["version"] == "https://jsonfeed.org/version/1.1" and record["title"]
    for item in record["items"]:
        assert item["id"] and item["content_html"] and item["content_text"]
        for name in ("date_published", "date_modified"):
            datetime.fromisoformat(item[name])
            assert RFC3339.fullmatch(item[name])
    assert len({item["id"] for item in record["items"]}) == len(record["items"])
    return record


@pytest.mark.parametrize("name", list(feeds()))
def test_every_feed_is_valid(many: list[Event], name: str) -> None:
    for options in ({}, {"base_url": BASE, "page": PAGE}):
        _check_atom(_built(many, "atom", name, **options))
        _check_json(_built(many, "json", name, **options))
        assert not feedparser.parse(_built(many, "atom", name, **options)).bozo


def test_a_reader_sees_what_when_and_where_it_stands(hike: Event) -> None:
    read = feedparser.parse(_built([hike], "atom", base_url=BASE, page=PAGE))
    assert (read.version, read.feed.title, read.feed.language) == ("atom10", "时间线", "zh-Hans")
    (entry,) = read.entries
    assert entry.title == "“青山碧海”亲子登高活动 · 2025年4月26日（周六）上午"
    assert entry.link == f"{BASE}index.html#e-{hike.id}"
    assert [tag.label for tag in entry.tags] == ["文旅活动"]
    content = entry.content[0].value
    assert "报名：扫描二维码报名" in content and "原文：“本周六，这场活动将拉开大幕。”" in content
    (item,) = _check_json(_built([hike], "json", base_url=BASE, page=PAGE))["items"]
    assert item["title"] == entry.title and item["url"] == entry.link and item["tags"] == ["文旅活动"]
    assert item["_timeline"] == {
        "event": hike.id, "edtf": "2025-04-26", "begin": "2025-04-26", "until": "2025-04-27", "place": "城西镇青山风景区",
        "kind": "activity", "modality": "planned", "revision": 1,
    }  # fmt: skip


def test_what_was_learned_last_comes_first(make_event: MakeEvent) -> None:
    learned = [make_event(f"事{n}", f"20{30 - n}-01-01", first_seen=f"2026-11-{n:02}T08:00:00Z") for n in range(1, 20)]
    for name in ("all", "new"):
        titles = [item["title"].split(" ")[0] for item in _check_json(_built(learned, "json", name))["items"]]
        assert titles == [f"事{n}" for n in range(19, 0, -1)]
        assert [one.title.split(" ")[0] for one in feedparser.parse(_built(learned, "atom", name)).entries] == titles


def test_newly_learned_is_a_calendar_too_and_holds_the_newest(make_event: MakeEvent) -> None:
    learned = [make_event(f"事{n}", "1996", first_seen=f"2026-01-01T{n // 60:02}:{n % 60:02}:00Z") for n in range(300)]
    octets = _built(learned, "ics", "new")
    assert octets.count(b"BEGIN:VEVENT") == NEWEST
    assert "SUMMARY:事299 ".encode() in octets and "SUMMARY:事199 ".encode() not in octets
    assert len(_check_json(_built(learned, "json"))["items"]) == MOST


def test_the_withdrawn_are_no_news(make_event: MakeEvent) -> None:
    gone = Gone(make_event("旧事", "2026-11-01"), "lost", None, "2026-11-19T00:00:00Z")
    octets = build(feeds()["all"], entries([make_event("新事", "2026-11-02")], [gone]), AS_OF, form="json")
    assert [item["title"].split(" ")[0] for item in json.loads(octets)["items"]] == ["新事"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out(make_event: MakeEvent, text: str) -> None:
    event = make_event(text, "2026-12-01", id=text, place=text, topics=(text,), details={"registration": text})
    event = replace(event, mentions=(replace(event.mentions[0], quote=text, headline=text, document=text),))
    root = _check_atom(_built([event], "atom", base_url=BASE, page=PAGE))
    content = root.findtext(f"{ATOM}entry/{ATOM}content", "")
    assert set(re.findall(r"<(/?\w+)", content)) == {"p", "/p", "br"}
    (item,) = _check_json(_built([event], "json", base_url=BASE, page=PAGE))["items"]
    assert item["content_html"] == content
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\ufeff]", item["content_text"] + item["title"])


def test_the_same_events_give_the_same_octets(many: list[Event]) -> None:
    for form in ("atom", "json"):
        assert _built(many, form) == _built(list(reversed(many)), form)
