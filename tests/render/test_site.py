"""The page: every text escaped, nothing from outside, readable without script, subscribable."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from timeline.model import Event
from timeline.render.catalogue import feeds
from timeline.render.site import index

AS_OF = date(2026, 11, 20)
VOID = {"meta", "input", "br", "link", "img", "hr"}


class _Page(HTMLParser):
    """Collects elements and text, and fails on markup that does not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, words: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(words)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_page_shows_the_chronology(many: list[Event]) -> None:
    page = _Page(index(many, AS_OF))
    text = "".join(page.words)
    years = ["1990年代", "1996年", "2014年", "2019年", "2024年", "2025年", "2026年", "2030年", "年份不详"]
    headings = [words for words in page.words if words in years]
    assert [heading for index, heading in enumerate(headings) if heading not in headings[:index]] == years
    for event in many:
        assert event.title in text
    assert "2025年4月26日（周六）上午" in text and "报名" in text and "88元/组" in text
    assert "今天 2026-11-20" in text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '" onmouseover="x',
        "' & </title></style><img src=x>",
        "]]>\x00\x1b[2J",
        "$body ${title}",
    ],
)
def test_no_text_becomes_markup(make_event: Callable[..., Event], text: str) -> None:
    hostile = make_event(
        text, "2025-04-26", id=text, kind="activity", place=text, topics=(text,), actors=(text,), details={text: text, "url": text},
        conflicts=({"claim": text},),
    )  # fmt: skip
    hostile = replace(
        hostile, mentions=(replace(hostile.mentions[0], quote=text, headline=text, source=text, document=text),)
    )
    page = _Page(index([hostile], AS_OF))
    plain = _Page(index([make_event("标题", "2025-04-26", kind="activity", topics=("x",), place="y", details={"z": "z", "url": "u"},
                                    conflicts=({"claim": "c"},))], AS_OF))  # fmt: skip
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert "\x00" not in "".join(page.words) and "\x1b" not in "".join(page.words)
    shown = re.sub("[\x00\x1b]", "", text)
    assert sum(shown in words for words in page.words) >= 6


def test_nothing_is_loaded_from_outside(many: list[Event]) -> None:
    page = _Page(index(many, AS_OF, base_url="https://news.example/t/"))
    assert not page.of("link") and not page.of("img") and not page.of("iframe")
    assert not [attributes for tag in ("script", "style") for attributes in page.of(tag) if attributes]
    assert not re.search(r"url\(|@import", index(many, AS_OF))
    assert not [attributes for _, attributes in page.elements if "style" in attributes]


def test_the_policy_allows_this_style_and_this_script_only(many: list[Event]) -> None:
    page = index(many, AS_OF)
    policy = html.unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_every_feed_can_be_subscribed_to(many: list[Event]) -> None:
    page = _Page(index(many, AS_OF, base_url="https://news.example/t/"))
    links = {attributes["href"] for attributes in page.of("a")}
    for name in ("all", "upcoming", "activities", "milestones", "culture"):
        assert f"webcal://news.example/t/{name}.ics" in links
        assert f"https://news.example/t/{name}.ics" in links
        assert f"https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fnews.example%2Ft%2F{name}.ics" in links
        outlook = (
            f"https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fnews.example%2Ft%2F{name}.ics&name="
        )
        assert any(link and link.startswith(outlook) for link in links)
    alone = index(many, AS_OF)
    links = {attributes["href"] for attributes in _Page(alone).of("a")}
    assert "all.ics" in links and not [link for link in links if link and link.startswith(("webcal", "https:"))]
    assert "把这个文件夹放到任何网站上" in alone


def test_the_filters_name_what_is_there(many: list[Event]) -> None:
    page = _Page(index(many, AS_OF))
    values = [attributes["value"] for attributes in page.of("option")]
    assert set(values) == {
        "",
        "quality",
        "business",
        "industry",
        "culture",
        "government",
        "safety",
        "activity",
        "milestone",
        "indicator",
    }
    (form,) = page.of("form")
    assert "hidden" in form  # it needs the script, which shows it
    rows = {
        attributes["id"]: attributes
        for attributes in page.of("li")
        if "event" in (attributes.get("class") or "").split()
    }
    assert len(rows) == len(many)
    by_title = {event.title: rows[f"e-{event.id}"] for event in many}
    assert by_title["新区科技产业园建成"]["data-coming"] == "1"
    assert by_title["全国质量大会"]["data-coming"] == "0"
    assert by_title["全国质量大会"]["data-topics"] == "government quality"


def test_labels_and_landmarks(many: list[Event]) -> None:
    page = _Page(index(many, AS_OF))
    assert page.of("html") == [{"lang": "zh-Hans"}]
    assert [attributes["id"] for attributes in page.of("main")] == ["main"]
    assert page.of("a")[0] == {"class": "skip", "href": "#main"}
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert any(attributes.get("name") == "viewport" for attributes in page.of("meta"))


def test_today_is_led_to_where_it_has_a_line(make_event: Callable[..., Event]) -> None:
    past, coming = make_event("旧事", "1996"), make_event("将来", "2026-12-01")
    both = index([past, coming], AS_OF)
    assert '<a href="#today"' in both and '<li class="today" id="today">' in both
    assert "#today" not in index([past], AS_OF) + index([coming], AS_OF) + index([], AS_OF)


def test_what_is_printed_in_traditional_characters_is_drawn_so(make_event: Callable[..., Event]) -> None:
    told = make_event("週末講堂在圖書館舉行", "2026-12-05")
    page = index([told], AS_OF)
    assert '<h3 lang="zh-Hant">' in page and f'<p lang="zh-Hant">“{told.mentions[0].quote}”' in page
    assert "zh-Hant" not in index([make_event("周末讲堂在图书馆举行", "2026-12-05")], AS_OF)


def test_an_empty_timeline_is_a_page() -> None:
    page = index([], AS_OF)
    assert "还没有事件" in page and "0 个事件" in page


def test_each_topic_colour_is_in_the_style(many: list[Event]) -> None:
    page = index(many, AS_OF)
    for name, feed in feeds().items():
        assert not feed.colour or f".t-{name}{{--c:{feed.colour}}}" in page
