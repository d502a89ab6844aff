"""The server: pages with the evidence in place, feeds that cost nothing when unchanged, bounded and safe answers."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from timeline.serve import create_app
from timeline.store import Store, StoreError

HIKE, QUALITY = "a1b2c3d4e5f60718", "b1b2c3d4e5f60718"
PATHS = ["/", f"/events/{HIKE}", "/documents/pages/hike.txt", "/feeds/all.ics", "/api/events", "/healthz"]


def test_the_front_page_is_the_timeline(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "&lt;b&gt;登高&lt;/b&gt;活动" in answer.text and "<b>登高" not in answer.text
    assert f'href="events/{HIKE}"' in answer.text
    assert 'href="feeds/culture.ics"' in answer.text
    only = client.get("/?topic=质量标准").text
    assert "质量立市" in only and "活动" in only and HIKE not in only


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


def test_former_and_short_names_lead_to_the_event(client: TestClient) -> None:
    answer = client.get("/events/a1b2c3", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, f"/events/{HIKE}")


def test_a_document_shows_what_it_tells_and_what_dates_it(client: TestClient) -> None:
    link = client.get(f"/events/{HIKE}").text.split('href="../documents/')[1].split("#")[0]
    answer = client.get(f"/documents/{link}")
    assert answer.status_code == 200
    assert "<mark>1996年，这里率先实施“质量立市”</mark>" in answer.text
    assert "发布日期：2025年4月21日—25日" in answer.text
    assert f'href="../events/{QUALITY}"' in answer.text and f'href="../events/{HIKE}"' in answer.text


def test_feeds_are_calendars(client: TestClient) -> None:
    answer = client.get("/feeds/upcoming.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["content-disposition"] == 'inline; filename="upcoming.ics"'
    (entry,) = Calendar.from_ical(answer.content).events
    assert (entry.start, entry["SUMMARY"]) == (date(2025, 4, 26), "<b>登高</b>活动")
    assert len(Calendar.from_ical(client.get("/feeds/all.ics").content).events) == 2
    assert client.get("/feeds/none.ics").status_code == 404
    assert client.get("/feeds/..%2F..%2Fetc%2Fpasswd.ics").status_code == 404


@pytest.mark.parametrize("path", ["/feeds/all.ics", "/", f"/events/{HIKE}", "/api/events"])
def test_what_the_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"') and tag == client.get(path).headers["etag"]
    for named in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = client.get(path, headers={"If-None-Match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, whole = client.head(path, follow_redirects=True), client.get(path)
    assert head.status_code == whole.status_code == 200
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert head.headers["content-type"] == whole.headers["content-type"]


def test_the_date_of_a_feed(client: TestClient) -> None:
    whole = client.get("/feeds/all.ics").headers["last-modified"]
    assert whole == "Thu, 20 Nov 2025 08:00:00 GMT".replace("Thu, 20 Nov 2025", "Fri, 20 Nov 2026")
    assert client.get("/feeds/all.ics", headers={"If-Modified-Since": whole}).status_code == 304
    before = "Fri, 20 Nov 2026 07:59:59 GMT"
    assert client.get("/feeds/all.ics", headers={"If-Modified-Since": before}).status_code == 200
    for nonsense in ("yesterday", "", "Fri, 20 Nov 2026 08:00:00"):
        assert client.get("/feeds/all.ics", headers={"If-Modified-Since": nonsense}).status_code == 200
    mismatch = {"If-Modified-Since": whole, "If-None-Match": '"other"'}
    assert client.get("/feeds/all.ics", headers=mismatch).status_code == 200


def test_a_change_in_the_store_changes_the_feed(client: TestClient, where: str) -> None:
    tag = client.get("/feeds/all.ics").headers["etag"]
    with Store.open(where) as store:
        store.correct(HIKE, "title", "改期后的登高", who="编辑", why="更正", now=datetime(2026, 11, 20, 8, tzinfo=UTC))
    after = client.get("/feeds/all.ics", headers={"If-None-Match": tag})
    assert after.status_code == 200
    by_title = {str(entry["SUMMARY"]): entry for entry in Calendar.from_ical(after.content).events}
    assert by_title["改期后的登高"]["SEQUENCE"] == 1


def test_the_day_changes_what_is_coming(where: str) -> None:
    days = iter([date(2025, 4, 22), date(2025, 4, 22), date(2025, 4, 27), date(2025, 4, 27), date(2025, 4, 27)])
    with TestClient(create_app(where, lambda: next(days))) as client:
        first = client.get("/feeds/upcoming.ics")
        later = client.get("/feeds/upcoming.ics")
        assert first.content == later.content
        gone = client.get("/feeds/upcoming.ics", headers={"If-None-Match": first.headers["etag"]})
        assert gone.status_code == 200 and Calendar.from_ical(gone.content).events == []


def test_the_api_answers_as_the_export_does(client: TestClient) -> None:
    whole = client.get("/api/events").json()
    assert (whole["schema"], whole["as_of"]) == ("timeline/1", "2025-04-22")
    assert [event["id"] for event in whole["events"]] == [QUALITY, HIKE]
    for query, ids in (
        ("year=1996", [QUALITY]),
        ("topic=culture", [HIKE]),
        ("topic=culture&topic=质量标准", [QUALITY, HIKE]),
        ("kind=milestone", [QUALITY]),
        ("since=2025", [HIKE]),
        ("until=2000", [QUALITY]),
        ("place=青山", [HIKE]),
        ("text=质量立市", [QUALITY]),
        ("upcoming=1", [HIKE]),
        ("upcoming=1&as_of=2026-01-01", []),
        ("limit=1", [QUALITY]),
    ):
        assert [event["id"] for event in client.get(f"/api/events?{query}").json()["events"]] == ids, query


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("yeer=1996", "'yeer' is not a filter"),
        ("year=abc", "'abc' is not a year"),
        ("topic=nonsense", "'nonsense' is not a topic"),
        ("kind=x", "'x' is not a kind"),
        ("limit=0", "limit is a number from 1 to 1000"),
        ("limit=99999999999999999999", "limit is a number from 1 to 1000"),
        ("limit=²", "limit is a number"),
        ("upcoming=maybe", "upcoming is 1 or 0"),
        ("as_of=tomorrow", "'tomorrow' is not a day"),
        ("text=" + "质" * 201, "text is longer than 200 characters"),
    ],
)
def test_a_wrong_question_is_told_what_to_write(client: TestClient, query: str, words: str) -> None:
    answer = client.get(f"/api/events?{query}")
    assert answer.status_code == 400
    assert words in answer.json()["error"]
    assert client.get(f"/?{query}").status_code == 400


def test_questions_have_a_longest_size(client: TestClient) -> None:
    assert client.get("/api/events?text=" + "a" * 3000).status_code == 414
    assert client.get("/" + "a" * 3000).status_code == 414


@pytest.mark.parametrize(
    "path", ["/nothing", "/events/ffffffff", "/documents/none", "/events/%3Cscript%3E", "/api/nothing"]
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text and "Traceback" not in answer.text
    assert "&lt;script&gt;" in answer.text or "%3Cscript" not in path


@pytest.mark.parametrize("path", [*PATHS, "/nothing", "/api/events?year=abc"])
def test_every_answer_carries_the_safety_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["content-security-policy"].endswith("frame-ancestors 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_it_is_read_only(client: TestClient, method: str) -> None:
    for path in PATHS:
        assert client.request(method, path, content=b"x" * 100).status_code == 405


def test_a_stranger_sees_no_trace(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the secret path /var/secret")

    monkeypatch.setattr("timeline.serve.app.find", broken)
    with TestClient(create_app(where, lambda: date(2026, 1, 1)), raise_server_exceptions=False) as client:
        for path in ("/", "/api/events"):
            answer = client.get(path)
            assert answer.status_code == 500
            assert "secret" not in answer.text and "RuntimeError" not in answer.text
            assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_store_that_breaks_is_a_503(client: TestClient, where: str) -> None:
    with sqlite3.connect(where) as connection:
        connection.execute("drop table event_mention")
    answer = client.get("/api/events")
    assert answer.status_code == 503 and answer.headers["retry-after"] == "60"
    assert "event_mention" not in answer.text


def test_health(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert (answer.json(), answer.headers["cache-control"]) == ({"status": "ok"}, "no-store")


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.db"):
        create_app(str(tmp_path / "none.db"), lambda: date(2026, 1, 1))


def test_a_known_address_goes_into_feeds_and_page(where: str) -> None:
    with TestClient(create_app(where, lambda: date(2025, 4, 22), base_url="https://news.example/t")) as client:
        (entry,) = Calendar.from_ical(client.get("/feeds/culture.ics").content).events
        assert entry["URL"] == f"https://news.example/t/events/{HIKE}"
        assert 'href="webcal://news.example/t/feeds/all.ics"' in client.get("/").text
    with pytest.raises(ValueError, match="is no web address"):
        create_app(where, lambda: date(2025, 4, 22), base_url="news")


def test_the_answer_is_json_whatever_the_text(client: TestClient) -> None:
    assert json.loads(client.get("/api/events").content)["events"][1]["title"] == "<b>登高</b>活动"
