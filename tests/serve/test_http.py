"""What every answer keeps to: validators, forms, limits, methods, errors that tell a stranger nothing of the inside."""

from __future__ import annotations

import gzip
import json
import logging
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from timeline.serve import create_app
from timeline.store import Store, StoreError

HIKE, QUALITY = "a1b2c3d4e5f60718", "b1b2c3d4e5f60718"
PATHS = ["/", f"/events/{HIKE}", "/documents/pages/hike.txt", "/feeds/all.ics", "/feeds/query.ics?topic=culture",
         "/feeds/all.atom", "/feeds/all.json", "/api", "/api/events", f"/api/events/{HIKE}", "/api/documents",
         "/api/topics", "/api/feeds", "/healthz", "/metrics", "/openapi.json"]  # fmt: skip
KEPT = [path for path in PATHS if path not in ("/healthz", "/metrics")]


@pytest.mark.parametrize("path", KEPT)
def test_what_the_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"') and tag == client.get(path).headers["etag"]
    for named in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = client.get(path, headers={"If-None-Match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert again.headers["vary"] == first.headers["vary"]
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, whole = client.head(path, follow_redirects=True), client.get(path)
    assert head.status_code == whole.status_code == 200 and head.content == b""
    assert head.headers["content-type"] == whole.headers["content-type"]
    if path in KEPT:
        assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize("path", ["/", "/feeds/all.ics", "/api/events"])
def test_each_encoding_has_a_validator_of_its_own(client: TestClient, path: str) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    packed = client.get(path, headers={"Accept-Encoding": "br;q=1, gzip;q=0.5"})
    assert "content-encoding" not in plain.headers and packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content and packed.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in packed.headers["vary"] and "Accept-Encoding" in plain.headers["vary"]
    assert int(packed.headers["content-length"]) == len(gzip.compress(plain.content, 6, mtime=0)) < len(plain.content)
    for other in (plain, packed):
        again = client.get(path, headers={"If-None-Match": other.headers["etag"], "Accept-Encoding": "gzip"})
        assert again.status_code == 304
    assert "content-encoding" not in client.get(path, headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_the_date_of_a_feed(client: TestClient) -> None:
    whole = client.get("/feeds/all.ics").headers["last-modified"]
    assert whole == "Fri, 20 Nov 2026 08:00:00 GMT"
    assert client.get("/feeds/all.ics", headers={"If-Modified-Since": whole}).status_code == 304
    before = "Fri, 20 Nov 2026 07:59:59 GMT"
    assert client.get("/feeds/all.ics", headers={"If-Modified-Since": before}).status_code == 200
    for nonsense in ("yesterday", "", "Fri, 20 Nov 2026 08:00:00"):
        assert client.get("/feeds/all.ics", headers={"If-Modified-Since": nonsense}).status_code == 200
    mismatch = {"If-Modified-Since": whole, "If-None-Match": '"other"'}
    assert client.get("/feeds/all.ics", headers=mismatch).status_code == 200


def test_feeds_may_be_kept_and_pages_are_asked_about(client: TestClient) -> None:
    assert "max-age=900" in client.get("/feeds/all.ics").headers["cache-control"]
    assert "must-revalidate" in client.get("/").headers["cache-control"]
    assert client.get("/healthz").headers["cache-control"] == "no-store"
    assert client.get("/nothing").headers["cache-control"] == "no-store"


def test_a_change_in_the_store_changes_the_answers(client: TestClient, where: str) -> None:
    paths = ("/feeds/all.ics", "/", f"/events/{HIKE}", "/api/events", "/feeds/query.ics?topic=culture")
    tags = {path: client.get(path).headers["etag"] for path in paths}
    with Store.open(where) as store:
        store.correct(HIKE, "title", "改期后的登高", who="编辑", why="更正", now=datetime(2026, 11, 20, 8, tzinfo=UTC))
    for path in ("/", f"/events/{HIKE}", "/api/events"):
        answer = client.get(path, headers={"If-None-Match": tags[path]})
        assert answer.status_code == 200 and "改期后的登高" in answer.text
    for path in ("/feeds/all.ics", "/feeds/query.ics?topic=culture"):
        answer = client.get(path, headers={"If-None-Match": tags[path]})
        assert answer.status_code == 200
        by_title = {str(entry["SUMMARY"]): entry for entry in Calendar.from_ical(answer.content).events}
        assert by_title["改期后的登高"]["SEQUENCE"] == 1


def test_whoever_notices_a_change_first_all_answers_follow(client: TestClient, where: str) -> None:
    assert "改期后的登高" not in client.get("/").text
    with Store.open(where) as store:
        store.correct(HIKE, "title", "改期后的登高", who="编辑", why="", now=datetime(2026, 11, 20, 8, tzinfo=UTC))
    assert client.get("/healthz").status_code == client.get("/metrics").status_code == 200
    assert "改期后的登高" in client.get("/").text


def test_the_day_changes_what_is_coming(where: str) -> None:
    today = [date(2025, 4, 22)]
    with TestClient(create_app(where, lambda: today[0])) as client:
        first = client.get("/feeds/upcoming.ics")
        assert len(Calendar.from_ical(first.content).events) == 1
        assert client.get("/feeds/upcoming.ics").content == first.content
        today[0] = date(2025, 4, 27)
        later = client.get("/feeds/upcoming.ics", headers={"If-None-Match": first.headers["etag"]})
        assert later.status_code == 200 and Calendar.from_ical(later.content).events == []
        assert HIKE not in client.get("/?upcoming=1").text


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
        ("limit=1&limit=2", "limit stands there twice"),
        ("upcoming=maybe", "upcoming is 1 or 0"),
        ("as_of=tomorrow", "'tomorrow' is not a day"),
        ("as_of=9999-12-31", "write one of the years 2 to 9998"),
        ("as_of=0001-01-01", "write one of the years 2 to 9998"),
        ("text=" + "质" * 201, "text is longer than 200 characters"),
        ("text=a%00b", "NUL"),
        ("after=nonsense", "after is no place to go on from"),
        ("after=W251bGxd", "after is no place to go on from"),
        ("&".join(f"topic={name}" for name in ["culture"] * 21), "more than 20 times"),
    ],
)
def test_a_wrong_question_is_told_what_to_write(client: TestClient, query: str, words: str) -> None:
    answer = client.get(f"/api/events?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    problem = answer.json()
    assert words in problem["detail"]
    assert (problem["type"], problem["title"], problem["status"]) == ("about:blank", "Bad Request", 400)
    assert problem["request"] == answer.headers["x-request-id"]
    page = client.get(f"/?{query}")
    assert page.status_code == 400 and page.headers["content-type"].startswith("text/html")


def test_questions_have_a_longest_size(client: TestClient) -> None:
    assert client.get("/api/events?text=" + "a" * 9000).status_code == 414
    assert client.get("/" + "a" * 9000).status_code == 414
    many = client.get("/api/events", headers={"X-Much": "a" * 20_000})
    assert many.status_code == 431 and many.json()["status"] == 431


@pytest.mark.parametrize(
    "path", ["/nothing", "/events/ffffffff", "/documents/none", "/events/%3Cscript%3E", "/api/nothing", "/feeds/x.ics",
             "/feeds/all.txt", "/feeds/all", "/feeds/..%2F..%2Fetc%2Fpasswd.ics", "/documents/..%2F..%2Fetc%2Fpasswd",
             "/documents/%00", "/events/%00", "/feeds/archive-0000.ics", "/api/events/none", "/api/documents/none"]
)  # fmt: skip
def test_what_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text and "Traceback" not in answer.text and "root:" not in answer.text
    assert "&lt;script&gt;" in answer.text or "%3Cscript" not in path


@pytest.mark.parametrize("path", [*PATHS, "/nothing", "/api/events?year=abc"])
def test_every_answer_carries_the_safety_headers(client: TestClient, path: str) -> None:
    for headers in (client.get(path).headers, client.get(path).headers):  # made, and then ready
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-") and policy.endswith("frame-ancestors 'none'")
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        shared = path.startswith(("/api/", "/feeds/", "/openapi"))
        assert headers.get("access-control-allow-origin") == ("*" if shared else None)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", PATHS)
def test_it_is_read_only(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path, content=b"x" * 100)
    assert answer.status_code == 405
    assert {"GET", "HEAD"} <= set(answer.headers["allow"].replace(" ", "").split(","))


def test_other_sites_may_ask_first(client: TestClient) -> None:
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/timex", headers=asked)
    assert answer.status_code == 204
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in client.options("/").headers


def test_a_request_keeps_a_fit_name_only(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": "proxy-17"}).headers["x-request-id"] == "proxy-17"
    for unfit in ("two words", "a" * 65, "<b>"):
        assert client.get("/healthz", headers={"X-Request-Id": unfit}).headers["x-request-id"] != unfit


def test_a_stranger_sees_no_trace(
    where: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **_options: object) -> None:
        raise RuntimeError("the secret path /var/secret")

    for made in ("views.find", "archive.find", "subscriptions.build"):
        monkeypatch.setattr(f"timeline.serve.{made}", broken)
    with TestClient(create_app(where, lambda: date(2026, 1, 1)), raise_server_exceptions=False) as client:
        for path in ("/", "/api/events", "/feeds/all.ics"):
            caplog.clear()
            answer = client.get(path)
            assert answer.status_code == 500
            assert "secret" not in answer.text and "RuntimeError" not in answer.text
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["x-request-id"] in caplog.text and "the secret path" in caplog.text


def test_a_line_of_the_log_stays_one_line(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "timeline.serve.access"):
        client.get("/api/events?text=a%0D%0Ab")
        client.get("/nothing%0AGET%20/%20200")
    assert [record.getMessage().count("\n") for record in caplog.records] == [0, 0]
    assert caplog.records[0].getMessage().startswith("GET /api/events?text=a%0D%0Ab 200 ")


def test_a_store_that_breaks_is_a_503_and_feeds_go_on(client: TestClient, where: str) -> None:
    before = client.get("/feeds/all.ics").content
    with sqlite3.connect(where) as connection:
        connection.execute("drop table event_mention")
        connection.execute("insert into source (name, home, zone) values ('x', '', 'Asia/Shanghai')")
    answer = client.get("/api/events")
    assert answer.status_code == 503 and answer.headers["retry-after"] == "60"
    assert "event_mention" not in answer.text and where not in answer.text
    assert client.get("/feeds/all.ics").content == before


def test_a_store_of_a_newer_program_is_not_read(client: TestClient, where: str) -> None:
    assert client.get("/healthz").status_code == 200
    with sqlite3.connect(where) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    assert client.get("/healthz").status_code == 503
    assert client.get("/api/events").status_code == 503


def test_a_store_put_in_its_place_is_read(
    client: TestClient, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.serve.watch._PATIENCE", 0.0)
    assert len(client.get("/api/events").json()["events"]) == 2
    other = tmp_path / "other.db"
    Store.open(str(other)).close()
    other.replace(where)
    assert client.get("/api/events").json()["events"] == []
    Path(where).unlink()
    assert client.get("/healthz").status_code == 503


def test_a_search_that_takes_too_long_is_ended(where: str) -> None:
    with TestClient(create_app(where, lambda: date(2025, 4, 22), seconds=-1.0)) as client:
        # So small a store never asks whether to go on; a statement with more steps does.
        answer = client.get("/healthz")
        assert answer.status_code == 200
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("timeline.store.engine._STEPS", 1)
            with TestClient(create_app(where, lambda: date(2025, 4, 22), seconds=-1.0)) as weary:
                slow = weary.get("/api/events")
    assert slow.status_code == 503 and "too long" in slow.json()["detail"]


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "events": 2}


def test_metrics_count_routes_and_nobody(client: TestClient) -> None:
    for _ in range(3):
        client.get(f"/events/{HIKE}")
    client.get("/secret-path")
    client.get("/feeds/all.ics")
    client.get("/feeds/all.ics", headers={"If-None-Match": "*"})
    text = client.get("/metrics").text
    assert 'timeline_requests_total{route="event_page",status="2xx"} 3' in text
    assert 'timeline_requests_total{route="feed",status="3xx"} 1' in text
    assert 'timeline_requests_total{route="other",status="4xx"} 1' in text
    assert 'timeline_request_seconds_count{route="event_page"} 3' in text
    assert 'timeline_request_seconds_bucket{route="feed",le="+Inf"} 2' in text
    assert "\ntimeline_store_events 2\n" in text
    assert "secret" not in text and HIKE not in text and "testclient" not in text


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.db"):
        create_app(str(tmp_path / "none.db"), lambda: date(2026, 1, 1))


def test_json_whatever_the_text(client: TestClient) -> None:
    assert json.loads(client.get("/api/events").content)["events"][1]["title"] == "<b>登高</b>活动"
