"""Publishing into a folder: only what changed is written, whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from calendars import AS_OF, content_lines
from icalendar import Calendar

from timeline.model import Event
from timeline.render.catalogue import FORMS, feeds
from timeline.render.feeds import publish, write_if_changed


def test_publishing_writes_only_what_changed(tmp_path: Path, many: list[Event]) -> None:
    folder = tmp_path / "deep" / "feeds"
    first = publish(many, [], folder, AS_OF)
    assert {path.name for path in first.written} == {
        *(feed.file_in(form) for feed in feeds().values() for form in FORMS),
        *(f"archive-{year}.ics" for year in (1990, 1996, 2014, 2019, 2024, 2025, 2026, 2030)),
        "index.html",
    }
    stamps = {path: path.stat().st_mtime_ns for path in first.written}
    again = publish(list(reversed(many)), [], folder, AS_OF)
    assert not again.written and set(again.unchanged) == set(stamps)
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    fewer = publish([event for event in many if event.title != "灯会"], [], folder, AS_OF)
    told = ("all", "activities", "culture", "new")
    assert {path.name for path in fewer.written} == {
        *(f"{name}.{form}" for name in told for form in FORMS),
        "archive-2014.ics",
        "index.html",
    }
    assert not Calendar.from_ical((folder / "archive-2014.ics").read_bytes()).events
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]
    assert (folder / "all.ics").stat().st_mode & 0o777 == 0o644


def test_a_reader_never_sees_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "all.ics"
    assert write_if_changed(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_if_changed(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["all.ics"]


def test_with_an_address_the_feeds_say_where_they_live(tmp_path: Path, hike: Event) -> None:
    publish([hike], [], tmp_path, AS_OF, base_url="https://news.example/时间")
    lines = content_lines((tmp_path / "culture.ics").read_bytes())
    assert [line for line in lines if line.startswith("SOURCE")] == [
        "SOURCE;VALUE=URI:https://news.example/%E6%97%B6%E9%97%B4/culture.ics"
    ]
    assert f"详情：https://news.example/%E6%97%B6%E9%97%B4/index.html#e-{hike.id}" in "".join(lines).replace(
        "\\n", "\n"
    )


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'ftp://x/' is no web address"):
        publish([], [], tmp_path, AS_OF, base_url="ftp://x/")


def test_a_full_disk_is_named_with_its_file_and_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.ics"
    write_if_changed(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"all\.ics"):
        write_if_changed(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["all.ics"]
