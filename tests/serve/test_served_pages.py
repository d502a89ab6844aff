"""Pages: the timeline with its filters, an event with its evidence in place, a document, their safety."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from urllib.parse import quote, urljoin

import pytest
from starlette.testclient import TestClient

from timeline.serve import create_app
from timeline.store import Store

HIKE, QUALITY = "a1b2c3d4e5f60718", "b1b2c3d4e5f60718"


class Links(HTMLParser):
    """The addresses that a page links to, and the tags that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def test_the_front_page_is_the_timeline(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "&lt;b&gt;登高&lt;/b&gt;活动" in answer.text and "<b>登高" not in answer.text
    assert f'href="events/{HIKE}"' in answer.text
    assert 'href="feeds/culture.ics"' in answer.text
    assert 'href="feeds/all.ics"' in answer.text


def test_filters_choose_and_stay_in_the_form(client: TestClient) -> None:
    text = client.get("/?topic=质量标准&year=1990..2005&text=&place=").text
    assert "质量立市" in text and HIKE not in text
    assert '<option value="quality" selected>' in text
    assert 'name="year" value="1990..2005"' in text
    assert 'href="feeds/query.ics?year=1990..2005&amp;topic=%E8%B4%A8%E9%87%8F%E6%A0%87%E5%87%86"' in text
    assert 'href="./?year=1990..2005"' in text  # without the topic
    nothing = client.get("/?text=没有这样的词").text
    assert "没有符合这些条件的事件" in nothing and 'class="event' not in nothing


def test_a_long_chronology_is_read_page_by_page(client: TestClient) -> None:
    first = client.get("/?limit=1&all=1")
    assert QUALITY in first.text and HIKE not in first.text
    (onward,) = [link for link in Links(first.text).links if "after=" in link]
    second = client.get(urljoin("/", onward)).text
    assert HIKE in second and f'href="events/{QUALITY}"' not in second and "从头" in second


def test_a_long_chronology_can_be_entered_at_any_year(client: TestClient) -> None:
    assert 'class="jumps"' not in client.get("/").text  # it fits on one page
    text = client.get("/?limit=1&kind=milestone&kind=activity").text
    jumps = [link for link in Links(text).links if re.search(r"since=\d{4}\Z", link)]
    years = [int(link[-4:]) for link in jumps]
    assert years == [1996, 2000, 2010, *range(2013, 2027)] and all("kind=milestone" in link for link in jumps)
    there = client.get(urljoin("/", jumps[-2])).text
    assert HIKE in there and f'href="events/{QUALITY}"' not in there
    assert re.search(r'href="[^"]*since=2025" aria-current="true"', there) and "since=1996" in there


def test_what_is_not_there_has_a_way_on(client: TestClient) -> None:
    text = client.get("/events/ffffffff").text
    assert "回到时间线" in text and 'href="../"' in text
    assert "改一改再试" in client.get("/?year=abc").text


def test_every_link_within_leads_somewhere(client: TestClient) -> None:
    seen, waiting = set[str](), ["/"]
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            found = {urljoin(path, link).partition("#")[0] for link in Links(answer.text).links}
            waiting += sorted(each for each in found - seen if each.startswith("/"))
            seen |= found
    assert len(seen) > 25


def test_an_event_shows_its_evidence_in_the_article(client: TestClient) -> None:
    text = client.get(f"/events/{HIKE}").text
    assert (
        '<mark class="time">本周六</mark><mark>，&lt;b&gt;登高&lt;/b&gt;活动将在城西青山风景区举行。</mark>1996年，这里'
        in text
    )
    assert "<b>登高" not in text
    assert "发布的那一周的星期六" in text
    assert "这一周的星期六是4月26日" in text
    assert "免费 &amp; 自愿" in text


def test_an_event_shows_what_became_of_it(client: TestClient, where: str) -> None:
    with Store.open(where) as store:
        store.correct(HIKE, "title", "<i>改期</i>的登高", who="编辑", why="", now=datetime(2026, 11, 21, 8, tzinfo=UTC))
    text = client.get(f"/events/{HIKE}").text
    assert "<del>&lt;b&gt;登高&lt;/b&gt;活动</del> → <ins>&lt;i&gt;改期&lt;/i&gt;的登高</ins>" in text
    assert "2026-11-21T08:00:00Z" in text and "初次收录" in text


def test_former_and_short_names_lead_to_the_event(client: TestClient) -> None:
    answer = client.get("/events/a1b2c3", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, HIKE)
    assert client.get("/events/a1b2c3").url.path == f"/events/{HIKE}"
    assert client.get("/documents/pages/hike.txt").url.path.count("/") == 2


def test_a_document_shows_what_it_tells_and_what_dates_it(client: TestClient) -> None:
    link = client.get(f"/events/{HIKE}").text.split('href="../documents/')[1].split("#")[0]
    answer = client.get(f"/documents/{link}")
    assert answer.status_code == 200
    assert "<mark>1996年，这里率先实施“质量立市”</mark>" in answer.text
    assert "发布日期：2025年4月21日—25日" in answer.text
    assert (
        re.sub(r"<[^>]*>", " ", answer.text.partition("</style>")[2].partition("</h1>")[2]).count("pages/hike.txt") <= 1
    )
    assert f'href="../events/{QUALITY}"' in answer.text and f'href="../events/{HIKE}"' in answer.text


def test_a_known_address_makes_every_way_to_subscribe_work_without_script(where: str) -> None:
    with TestClient(create_app(where, lambda: date(2025, 4, 22), base_url="https://news.example/t")) as client:
        text = client.get("/?topic=culture&upcoming=1").text
    webcal = "webcal://news.example/t/feeds/query.ics?topic=culture&upcoming=1"
    https = webcal.replace("webcal", "https", 1)
    links = Links(text).links
    assert webcal in links
    assert f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}" in links
    assert any(
        link.startswith(f"https://outlook.live.com/calendar/0/addfromweb?url={quote(https, safe='')}&name=")
        for link in links
    )
    with pytest.raises(ValueError, match="is no web address"):
        create_app(where, lambda: date(2025, 4, 22), base_url="news")


@pytest.mark.parametrize("path", ["/", f"/events/{HIKE}", "/documents/pages/hike.txt", "/api", "/nothing"])
def test_pages_can_be_used_by_ear_and_keyboard(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert '<html lang="zh-Hans">' in text
    assert text.count("<h1") == 1 and text.count('<main id="main"') == 1
    assert 'href="#main"' in text
    assert len(set(re.findall(r'\bid="([^"]+)"', text))) == len(re.findall(r'\bid="([^"]+)"', text))
    for field in re.findall(r"<(?:input|select)\b.*?>", text):
        assert re.search(rf"<label[^>]*>(?:(?!</label>).)*{re.escape(field)}", text, re.S), field
    assert " style=" not in text and " onclick=" not in text


HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>' ; DROP TABLE event; --\r\nSet-Cookie: a=b"


def test_words_from_an_address_stay_words(client: TestClient) -> None:
    for name in ("text", "place", "source"):
        answer = client.get("/", params={name: HOSTILE})
        assert answer.status_code == 200
        assert Links(answer.text).tags.count("script") == 1 and "img" not in Links(answer.text).tags
        assert "set-cookie" not in answer.headers
    for path in (f"/events/{quote(HOSTILE, safe='')}", f"/documents/{quote(HOSTILE, safe='')}", f"/{quote(HOSTILE)}"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert Links(answer.text).tags.count("script") == 1 and "img" not in Links(answer.text).tags
    assert client.get("/api/events").json()["events"]
