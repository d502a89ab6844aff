"""Publishing again: nothing is made when nothing changed, and everything is right again whatever did."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.render import receipts
from timeline.render.policy import Policy
from timeline.render.receipts import Receipt
from timeline.store import Store

PAGE = "河湾日报 2027年4月20日\n\n2027年5月10日，第三届合唱节在河湾剧院举行。\n"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    place = tmp_path / "timeline.db"
    assert CliRunner().invoke(app, ["ingest", str(tmp_path / "page.txt"), "--db", str(place)]).exit_code == 0
    return place


def _publish(db: Path) -> str:
    asked = ["publish", "--to", str(db.parent / "feeds"), "--as-of", "2027-04-20", "--db", str(db)]
    run = CliRunner().invoke(app, asked)
    assert run.exit_code == 0, run.output
    return run.stdout.partition(": ")[2].strip()


def test_nothing_is_made_when_nothing_changed(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = _publish(db).split()[2]
    stamps = {path: path.stat().st_mtime_ns for path in (db.parent / "feeds").iterdir()}

    def never(*_: object, **__: object) -> None:
        raise AssertionError("made again")

    with monkeypatch.context() as patch:
        patch.setattr("timeline.render.feeds.publish", never)
        assert _publish(db) == f"1 events, 0 files written, {count} unchanged"
    assert {path: path.stat().st_mtime_ns for path in (db.parent / "feeds").iterdir()} == stamps
    assert CliRunner().invoke(app, ["feed", "add", "choirs", "--text", "合唱", "--db", str(db)]).exit_code == 0
    assert ", 4 files written" in _publish(db)  # the new feed in its forms, and the page
    assert "合唱".encode() in (db.parent / "feeds" / "choirs.ics").read_bytes()


@pytest.fixture
def published(tmp_path: Path) -> tuple[Path, ...]:
    """Files with a receipt that says they were made from ``x``."""
    files = (tmp_path / "all.ics", tmp_path / "江边.ics")
    for path in files:
        path.write_text("BEGIN")
    receipts.keep(tmp_path, "x", Receipt(7, files))
    return files


def test_a_receipt_is_good_for_what_it_was_given_for(published: tuple[Path, ...]) -> None:
    folder = published[0].parent
    assert receipts.known(folder, "x") == Receipt(7, published)
    assert receipts.known(folder, "y") is None
    assert receipts.known(folder / "none", "x") is None


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"from": "x", "files": 3, "events": 1}', "\x00"])
def test_an_unreadable_receipt_is_none(published: tuple[Path, ...], content: str) -> None:
    (published[0].parent / receipts.FILE).write_text(content)
    assert receipts.known(published[0].parent, "x") is None


def test_a_file_that_was_touched_or_lost_is_noticed(published: tuple[Path, ...]) -> None:
    first, _ = published
    os.utime(first, ns=(1, 1))
    assert receipts.known(first.parent, "x") is None
    receipts.keep(first.parent, "x", Receipt(7, published))
    first.unlink()
    assert receipts.known(first.parent, "x") is None


def test_the_origin_follows_the_store_and_the_wishes(db: Path) -> None:
    with Store.open(str(db)) as store:
        plain = receipts.origin(store, Policy(), "")
        assert plain == receipts.origin(store, Policy(), "")
        seen = {
            plain,
            receipts.origin(store, Policy("span"), ""),
            receipts.origin(store, Policy(), "https://x.example/"),
        }
        (event,) = store.events()
        store.correct(event.id, "title", "第三届合唱大会", who="编辑", now=datetime(2027, 4, 21, tzinfo=UTC))
        seen.add(receipts.origin(store, Policy(), ""))
        store.correct(event.id, "rejected", True, who="编辑", now=datetime(2027, 4, 21, tzinfo=UTC))
        seen.add(receipts.origin(store, Policy(), ""))
    assert len(seen) == 5
