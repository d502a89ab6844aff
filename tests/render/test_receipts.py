"""Publishing again: nothing is made when nothing changed, and everything is right again whatever did."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli import app

PAGE = "河湾日报 2027年4月20日\n\n2027年5月10日，第三届合唱节在河湾剧院举行。\n"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    place = tmp_path / "timeline.db"
    assert CliRunner().invoke(app, ["ingest", str(tmp_path / "page.txt"), "--db", str(place)]).exit_code == 0
    return place


def _publish(db: Path, *words: str, as_of: str = "2027-04-20") -> str:
    to = str(db.parent / "feeds")
    run = CliRunner().invoke(app, ["publish", "--to", to, "--as-of", as_of, "--db", str(db), *words])
    assert run.exit_code == 0, run.output
    return run.stdout.partition(": ")[2].strip()


def test_nothing_is_made_when_nothing_changed(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _publish(db)
    count = first.split()[2]
    stamps = {path: path.stat().st_mtime_ns for path in (db.parent / "feeds").iterdir()}

    def never(*_: object, **__: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr("timeline.render.feeds.publish", never)
    assert _publish(db) == f"1 events, 0 files written, {count} unchanged"
    assert {path: path.stat().st_mtime_ns for path in (db.parent / "feeds").iterdir()} == stamps


@pytest.mark.parametrize("spoil", ["remove", "overwrite", "receipt"])
def test_what_was_spoilt_is_mended(db: Path, spoil: str) -> None:
    _publish(db)
    feed = db.parent / "feeds" / "all.ics"
    whole = feed.read_bytes()
    if spoil == "remove":
        feed.unlink()
    elif spoil == "overwrite":
        feed.write_bytes(whole.replace("合唱".encode(), "独唱".encode()))
        os.utime(feed, ns=(1, 1))
    else:
        (db.parent / "feeds" / ".published.json").write_text("{}")
    written = _publish(db).split(", ")[1]
    assert written == ("0 files written" if spoil == "receipt" else "1 files written")
    assert feed.read_bytes() == whole


@pytest.mark.parametrize(
    ("words", "as_of"), [(("--coarse", "span"), "2027-04-20"), (("--base-url", "https://news.example/"), "2027-04-20"),
                         (("--alarm", "P1D"), "2027-04-20"), ((), "2027-05-11"), (("--topic", "quality"), "2027-04-20")]
)  # fmt: skip
def test_another_wish_or_day_is_made(db: Path, words: tuple[str, ...], as_of: str) -> None:
    _publish(db)
    here, there = db.parent / "feeds", db.parent / "fresh"
    _publish(db, *words, as_of=as_of)
    CliRunner().invoke(app, ["publish", "--to", str(there), "--as-of", as_of, "--db", str(db), *words])
    assert (there / "all.ics").read_bytes() == (here / "all.ics").read_bytes()
    assert (there / "upcoming.ics").read_bytes() == (here / "upcoming.ics").read_bytes()
    assert (there / "index.html").read_bytes() != b""


def test_a_changed_event_and_a_new_saved_feed_are_published(db: Path) -> None:
    _publish(db)
    run = CliRunner().invoke(app, ["feed", "add", "choirs", "--text", "合唱", "--db", str(db)])
    assert (
        run.exit_code == 0 and ", 0 files written" not in _publish(db) and (db.parent / "feeds" / "choirs.ics").exists()
    )
    (db.parent / "page.txt").write_text(PAGE.replace("5月10日", "5月11日"), encoding="utf-8")
    assert CliRunner().invoke(app, ["ingest", str(db.parent / "page.txt"), "--db", str(db)]).exit_code == 0
    assert ", 0 files written" not in _publish(db)
    assert b"20270511" in (db.parent / "feeds" / "choirs.ics").read_bytes()
