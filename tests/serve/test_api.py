"""The API: the chronology page by page and in every form, texts read at once, true to what its OpenAPI says."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from timeline.render.export import CSV_COLUMNS
from timeline.serve import create_app
from timeline.serve.metrics import ROUTES
from timeline.serve.schemas import SCHEMAS

HIKE, QUALITY = "a1b2c3d4e5f60718", "b1b2c3d4e5f60718"


def test_it_answers_as_the_export_does(client: TestClient) -> None:
    whole = client.get("/api/events").json()
    assert (whole["schema"], whole["as_of"], whole["next"]) == ("timeline/1", "2025-04-22", None)
    for query, ids in (
        ("", [QUALITY, HIKE]),
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
        ("topic=&year=&text=", [QUALITY, HIKE]),
    ):
        assert [event["id"] for event in client.get(f"/api/events?{query}").json()["events"]] == ids, query


def test_a_cursor_leads_through_all_of_it_once(client: TestClient) -> None:
    found, path = [], "/api/events?limit=1&all=1"
    while path:
        answer = client.get(path)
        page = answer.json()
        found += [event["id"] for event in page["events"]]
        link = answer.headers.get("link", "")
        assert bool(link) == bool(page["next"]) and (not link or page["next"] in link)
        path = "/api/" + link.partition(">")[0].lstrip("<") if link else ""
    assert found == [QUALITY, HIKE]


def test_the_form_is_what_accept_likes_best(client: TestClient) -> None:
    table = client.get("/api/events", headers={"Accept": "text/csv, application/json;q=0.5"})
    assert table.headers["content-type"].startswith("text/csv; charset=utf-8")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert list(rows[0]) == list(CSV_COLUMNS) and [row["id"] for row in rows] == [QUALITY, HIKE]
    assert 'filename="events.csv"' in table.headers["content-disposition"]
    lines = client.get("/api/events", headers={"Accept": "application/x-ndjson"})
    assert [json.loads(line)["id"] for line in lines.text.splitlines()] == [QUALITY, HIKE]
    assert client.get("/api/events?format=csv").content == table.content
    for anything in ("", "*/*", "application/*", "text/html, */*;q=0.1"):
        assert client.get("/api/events", headers={"Accept": anything}).headers["content-type"] == "application/json"
    refused = client.get("/api/events", headers={"Accept": "image/png"})
    assert refused.status_code == 406 and "text/csv" in refused.json()["detail"]
    assert "Accept" in table.headers["vary"]


def test_one_event_has_its_history(client: TestClient) -> None:
    event = client.get(f"/api/events/{HIKE}").json()
    assert event["title"] == "<b>登高</b>活动"
    assert event["history"] == [{"number": 1, "when": "2026-11-20T08:00:00Z", "changes": {}}]
    assert client.get("/api/events/a1b2c3").url.path == f"/api/events/{HIKE}"


def test_documents_topics_and_feeds(client: TestClient) -> None:
    (document,) = client.get("/api/documents").json()["documents"]
    assert (document["path"], document["events"], document["articles"][0]["key"]) == ("pages/hike.txt", 2, "a1")
    assert client.get("/api/documents/pages/hike.txt").json() == document
    assert {topic["slug"] for topic in client.get("/api/topics").json()["topics"]} >= {"culture", "quality"}
    for feed in client.get("/api/feeds").json()["feeds"]:
        for file in feed["files"]:
            assert client.get(f"/{file}").status_code == 200, file


def test_time_expressions_of_a_text(client: TestClient) -> None:
    words = "展览持续至下周日"
    (plain,) = client.post("/api/timex?ref=2025-04-22", content=words, headers={"Content-Type": "text/plain"}).json()[
        "found"
    ]
    assert (plain["text"], plain["edtf"]) == ("下周日", "2025-05-04")
    case = client.post("/api/timex", json={"id": 7, "text": words, "ref": "2025-04-22"}).json()
    assert case == {"id": 7, "found": [plain]}
    body = "\n".join([json.dumps({"id": 1, "text": words, "ref": "2025-04-22"}), "oops", json.dumps({"id": 3})])
    answer = client.post("/api/timex", content=body, headers={"Content-Type": "application/x-ndjson"})
    first, second, third = map(json.loads, answer.text.splitlines())
    assert first == {"id": 1, "found": [plain]} and "not JSON" in second["error"] and third["id"] == 3
    assert answer.headers["cache-control"] == "no-store"


def test_events_of_a_text(client: TestClient) -> None:
    text = "西山公园音乐节4月26日开幕。"
    record = client.post("/api/extract", json={"id": "x", "text": text, "published": "2025-04-22"}).json()
    assert [event["title"] for event in record["events"]] == ["西山公园音乐节开幕"]
    assert record["published"]["edtf"] == "2025-04-22" and record["timexes"]
    plain = client.post(
        "/api/extract?published=2025-04-22",
        content=text.encode(),
        headers={"Content-Type": "text/plain; charset=utf-8"},
    )
    assert [event["id"] for event in plain.json()["events"]] == [event["id"] for event in record["events"]]
    assert client.get("/api/events").json()["events"][1]["id"] == HIKE  # nothing was stored


@pytest.mark.parametrize("path", ["/api/timex", "/api/extract"])
def test_a_text_that_can_not_be_read(client: TestClient, path: str) -> None:
    def status(**given: Any) -> int:
        return client.post(path, **given).status_code

    assert status(content="a", headers={"Content-Type": "image/png"}) == 415
    assert status(content="a") == 415
    assert status(content="{", headers={"Content-Type": "application/json"}) == 400
    assert status(content="[" * 100_000, headers={"Content-Type": "application/json"}) == 400
    assert status(json=["text"]) == 400
    assert status(json={"text": 5}) == 400
    assert status(json={"text": "今天", "ref" if "timex" in path else "published": "nonsense"}) == 400
    assert status(content="今" * 400_000, headers={"Content-Type": "text/plain"}) == 413
    assert status(content=iter([b"x" * 600_000] * 2), headers={"Content-Type": "text/plain"}) == 413
    assert status(content=b"\xff\xfe\x00 5", headers={"Content-Type": "text/plain"}) == 200
    assert (
        status(
            content=json.dumps({"text": "\ud800 2025年5月1日，新桥通车。"}),
            headers={"Content-Type": "application/json"},
        )
        == 200
    )


def described(client: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def test_the_openapi_is_true_to_the_routes(client: TestClient) -> None:
    document = described(client)
    assert document["openapi"] == "3.1.0"
    for path, methods in document["paths"].items():
        if "get" in methods and "{" not in path:
            answer = client.get(path)
            stated = methods["get"]["responses"][str(answer.status_code)]["content"]
            assert answer.headers["content-type"] in stated, path
        for method in {"GET", "POST"} - {name.upper() for name in methods}:
            assert client.request(method, path.replace("{ref}", HIKE).replace("{file}", "all.ics")).status_code == 405
    ids = [each["operationId"] for methods in document["paths"].values() for each in methods.values()]
    assert len(ids) == len(set(ids))
    assert {each for each in ids if not each.endswith("_head")} <= set(ROUTES)


def test_every_parameter_of_the_openapi_is_taken(client: TestClient) -> None:
    operation = described(client)["paths"]["/api/events"]["get"]
    assert operation["parameters"]
    for parameter in operation["parameters"]:
        if "example" in parameter:
            value = parameter["example"][0] if isinstance(parameter["example"], list) else parameter["example"]
            assert client.get("/api/events", params={parameter["name"]: value}).status_code == 200, parameter["name"]


def matches(value: Any, schema: dict[str, Any], where: str = "") -> None:
    """Asserts that a value has the fields, and the types, that a schema states; and no others."""
    if "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rpartition("/")[2]]
    if "properties" in schema:
        assert set(schema["required"]) <= set(value) <= set(schema["properties"]), where
        for name, own in value.items():
            matches(own, schema["properties"][name], f"{where}.{name}")
    elif schema.get("type") == "array":
        for each in value:
            matches(each, schema["items"], where)
    elif "type" in schema:
        kinds = {
            "string": str,
            "integer": int,
            "number": (int, float),
            "boolean": bool,
            "null": type(None),
            "object": dict,
        }
        wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        assert any(isinstance(value, kinds[kind]) for kind in wanted), f"{where}: {value!r}"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "name"),
    [("/api/events", "Events"), (f"/api/events/{HIKE}", "EventWithHistory"), ("/api/documents", "Documents"),
     ("/api/documents/pages/hike.txt", "Document"), ("/api/topics", "Topics"), ("/api/feeds", "Feeds"),
     ("/healthz", "Health"), ("/api/events/none", "Problem")],
)  # fmt: skip
def test_answers_have_the_fields_that_are_documented(client: TestClient, path: str, name: str) -> None:
    matches(client.get(path).json(), SCHEMAS[name], name)


def test_extractions_have_the_fields_that_are_documented(client: TestClient) -> None:
    text = "西山公园音乐节4月26日开幕，每周六举行一场。"
    for published in ("2025-04-22", None):
        matches(client.post("/api/extract", json={"text": text, "published": published}).json(), SCHEMAS["Extraction"])
    matches(client.post("/api/timex", json={"text": text}).json(), SCHEMAS["Found"])


def test_every_field_says_what_it_is() -> None:
    for name, schema in SCHEMAS.items():
        for field, own in schema["properties"].items():
            assert own.get("description"), f"{name}.{field}"


def test_people_can_read_it_too(client: TestClient) -> None:
    text = client.get("/api").text
    assert "GET /api/events" in text and "POST /api/timex" in text and "corrections" not in text
    assert "salience" in text


def test_a_known_address_is_the_server_of_the_openapi(where: str) -> None:
    with TestClient(create_app(where, lambda: date(2025, 4, 22), base_url="https://news.example/t")) as client:
        assert client.get("/openapi.json").json()["servers"] == [{"url": "https://news.example/t"}]
