"""What pages leave open, over HTTP: the same JSON as the commands print, page by page."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from test_api import matches

from timeline.pipeline import process
from timeline.read import read_text
from timeline.serve import create_app
from timeline.serve.schemas import SCHEMAS
from timeline.store import Store

PAGES = {
    "a.txt": "渡口大桥11月12日通车\n\n渡口大桥将于11月12日正式通车。大桥全长1.2公里。不久前，县医院新院区启用。\n",
    "b.txt": "渡口大桥11月18日通车\n\n渡口大桥将于11月18日正式通车。大桥全长1.4公里。前不久，老码头修缮完工。\n",
}


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("doubts") / "timeline.db"
    with Store.open(str(place)) as store:
        read = [process(read_text(text, name=name), "2026-11-02") for name, text in PAGES.items()]
        store.ingest(read, datetime(2026, 11, 20, tzinfo=UTC))
    return str(place)


@pytest.fixture(scope="module")
def client(where: str) -> Iterator[TestClient]:
    with TestClient(create_app(where, lambda: date(2026, 11, 20))) as made:
        yield made


def printed(where: str, *command: str) -> dict[str, object]:
    told = subprocess.run(
        [sys.executable, "-m", "timeline", *command, "--db", where, "--format", "json"], capture_output=True, check=True
    )
    found: dict[str, object] = json.loads(told.stdout)
    return found


@pytest.mark.parametrize(("name", "schema"), [("conflicts", "Conflicts"), ("undated", "Undated")])
def test_it_is_what_the_command_prints(client: TestClient, where: str, name: str, schema: str) -> None:
    answer = client.get(f"/api/{name}").json()
    matches(answer, SCHEMAS[schema], schema)
    assert answer[name] == printed(where, name)[name]
    assert len(answer[name]) > 1 and answer["next"] is None


@pytest.mark.parametrize("name", ["conflicts", "undated"])
def test_pages_lead_through_all_of_it_once(client: TestClient, name: str) -> None:
    whole, found, after = client.get(f"/api/{name}").json()[name], [], ""
    while after is not None:
        page = client.get(f"/api/{name}?limit=1{f'&after={after}' if after else ''}").json()
        assert len(page[name]) == 1
        found += page[name]
        after = page["next"]
    assert found == whole
    assert client.get(f"/api/{name}?after=999").json() == {name: [], "next": None}


@pytest.mark.parametrize("asked", ["after=0", "after=x", "limit=0", "topic=culture"])
def test_what_says_nothing_is_refused(client: TestClient, asked: str) -> None:
    assert client.get(f"/api/conflicts?{asked}").status_code == 400


def test_a_matters_story_is_found_by_a_short_id_too(client: TestClient, where: str) -> None:
    event = client.get("/api/events?all=1").json()["events"][0]["id"]
    whole = client.get(f"/api/events/{event}/thread")
    matches(whole.json(), SCHEMAS["Thread"], "Thread")
    assert whole.json() == printed(where, "thread", event)
    assert client.get(f"/api/events/{event[:8]}/thread").json() == whole.json()
    assert client.get("/api/events/none/thread").status_code == 404


def test_the_openapi_tells_of_them(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/api/conflicts", "/api/undated", "/api/events/{ref}/thread"} <= paths.keys()


def test_places_in_a_list_of_a_store_without_doubts(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "t.db")).close()
    with TestClient(create_app(str(tmp_path / "t.db"), lambda: date(2026, 11, 20))) as empty:
        assert empty.get("/api/conflicts").json() == {"conflicts": [], "next": None}
        assert empty.get("/api/undated").json() == {"undated": [], "next": None}
