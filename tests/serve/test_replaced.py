"""A file that is put in the place of the store while the server runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("octets", [b"", b"no database"])
def test_a_copy_that_is_not_whole_yet_empties_no_calendar(
    client: TestClient, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, octets: bytes
) -> None:
    monkeypatch.setattr("timeline.serve.watch._PATIENCE", 0.0)
    before, whole = client.get("/feeds/all.ics").content, Path(where).read_bytes()
    half = tmp_path / "half.db"
    half.write_bytes(octets)
    half.replace(where)
    assert client.get("/feeds/all.ics").content == before
    assert client.get("/api/events").status_code == client.get("/healthz").status_code == 503
    assert Path(where).read_bytes() == octets
    half.write_bytes(whole)
    half.replace(where)
    assert client.get("/healthz").json() == {"status": "ok", "events": 2}
