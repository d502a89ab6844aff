"""What only the bearer of the token may do: add pages, correct events."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from timeline.commands.giving import secret
from timeline.console import UsageError
from timeline.serve.writing import bears

HIKE, TOKEN = "a1b2c3d4e5f60718", "0123456789abcdef0123"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
PAGE = "新桥通车\n2025年5月1日，北渡大桥正式通车。\n".encode()


def test_without_a_token_there_is_nothing_to_write_to(client: TestClient) -> None:
    assert client.post("/api/documents", content=PAGE, headers=BEARER).status_code == 405
    assert client.post(f"/api/events/{HIKE}/corrections", json={}, headers=BEARER).status_code == 404


@pytest.mark.parametrize("shown", [None, "Bearer wrong", "Bearer ", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"])
def test_nobody_else_may_write(desk: TestClient, shown: str | None) -> None:
    headers = {"Authorization": shown.encode()} if shown else {}
    for path in ("/api/documents?name=a.txt", f"/api/events/{HIKE}/corrections"):
        answer = desk.post(path, content=PAGE, headers={"Content-Type": "text/plain", **headers})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith('Bearer realm="timeline"')
        assert ("invalid_token" in answer.headers["www-authenticate"]) == bool(shown)
    assert len(desk.get("/api/documents").json()["documents"]) == 1


def test_a_page_is_read_into_the_store(desk: TestClient) -> None:
    before = desk.get("/feeds/all.ics").headers["etag"]
    headers = {**BEARER, "Content-Type": "text/plain"}
    asked = "/api/documents?name=new/a3.txt&source=滨江日报"
    made = desk.post(asked, content=PAGE, headers=headers)
    assert made.status_code == 201 and made.json()["documents_added"] == 1 and made.json()["events_added"] == 1
    document = desk.get(f"/api/{made.headers['location']}").json()
    assert (document["path"], document["source"]) == ("new/a3.txt", "滨江日报")
    assert any("北渡大桥" in event["title"] for event in desk.get("/api/events").json()["events"])
    again = desk.post(asked, content=PAGE, headers=headers)
    assert again.status_code == 200 and again.json()["documents_unchanged"] == 1
    for _ in range(100):
        if desk.get("/feeds/all.ics").headers["etag"] != before:
            break
    assert "北渡大桥" in desk.get("/feeds/all.ics").text


@pytest.mark.parametrize(
    ("query", "content", "kind", "status"),
    [
        ("", PAGE, "text/plain", 400),
        ("name=a.txt", b"", "text/plain", 400),
        ("name=a.txt&published=nonsense", PAGE, "text/plain", 400),
        ("name=a.zip", PAGE, "application/zip", 415),
        ("name=a.pdf", b"%PDF-1.7 broken", "application/pdf", 400),
        ("name=a.txt", b"x" * 20_000_001, "text/plain", 413),
    ],
)
def test_a_page_that_can_not_be_read(desk: TestClient, query: str, content: bytes, kind: str, status: int) -> None:
    answer = desk.post(f"/api/documents?{query}", content=content, headers={**BEARER, "Content-Type": kind})
    assert answer.status_code == status and answer.json()["detail"]
    assert len(desk.get("/api/documents").json()["documents"]) == 1


def test_the_name_of_a_page_is_a_name_only(desk: TestClient) -> None:
    for name in ("../../etc/passwd", "/etc/passwd", "<script>.txt", "a\r\nX: y.txt"):
        answer = desk.post("/api/documents", params={"name": name}, content=PAGE + name.encode(),
                           headers={**BEARER, "Content-Type": "text/plain"})  # fmt: skip
        assert answer.status_code == 201 and "x" not in answer.headers
        page = desk.get(f"/{answer.headers['location']}")
        assert "<script>.txt" not in page.text and "root:" not in page.text


def test_a_correction_stands(desk: TestClient) -> None:
    path = f"/api/events/{HIKE}/corrections"
    made = desk.post(
        path, json={"field": "date", "value": "2025-04-27", "who": "编辑部", "why": "来电"}, headers=BEARER
    )
    assert made.status_code == 201 and made.json()["event"]["date"]["edtf"] == "2025-04-27"
    event = desk.get(f"/api/events/{HIKE}").json()
    assert event["date"]["edtf"] == "2025-04-27" and event["revision"] == 2 and len(event["history"]) == 2
    gone = desk.post(path, json={"field": "rejected", "value": True, "who": "编辑部"}, headers=BEARER)
    assert gone.status_code == 201 and gone.json()["event"] is None
    assert desk.get(f"/api/events/{HIKE}").status_code == 404


@pytest.mark.parametrize(
    "body",
    ["{", "[]", "5", '{"field": "title"}', '{"field": "colour", "value": 1, "who": "x"}',
     '{"field": "date", "value": "soon", "who": "x"}', '{"field": "title", "value": 7, "who": "x"}',
     '{"field": "topics", "value": 7, "who": "x"}', '{"field": "title", "value": "x", "who": ""}',
     '{"field": "topics", "value": [["culture"]], "who": "x"}', '{"field": "rejected", "value": "no", "who": "x"}',
     '{"field": ["title"], "value": "x", "who": "x"}', '{"field": "title", "value": "x", "who": "x", "why": 5}',
     '{"field": "kind", "value": ["activity"], "who": "x"}'],
)  # fmt: skip
def test_a_correction_that_says_nothing(desk: TestClient, body: str) -> None:
    headers = {**BEARER, "Content-Type": "application/json"}
    answer = desk.post(f"/api/events/{HIKE}/corrections", content=body, headers=headers)
    assert answer.status_code == 400 and answer.json()["detail"]
    assert desk.get(f"/api/events/{HIKE}").json()["revision"] == 1
    assert desk.post("/api/events/none/corrections", content=body, headers=headers).status_code in (400, 404)


def test_writing_is_described_where_it_is_offered(desk: TestClient) -> None:
    document = desk.get("/openapi.json").json()
    assert document["paths"]["/api/documents"]["post"]["security"] == [{"token": []}]
    assert "token" in document["components"]["securitySchemes"]


def test_a_token_must_be_hard_to_guess() -> None:
    assert secret(None, "") == "" and secret(None, TOKEN) == TOKEN
    for weak in ("x", "short", "密码" * 10):
        with pytest.raises(UsageError, match="characters; write 16 or more"):
            secret(None, weak)
    assert not bears("Bearer ", "")
