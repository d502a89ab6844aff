"""Feeds that users save: any filters under a name that is a file's, kept beside the store, published with the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from timeline import edtf
from timeline.cli import app
from timeline.model import Event
from timeline.query import Query
from timeline.render.feeds import publish
from timeline.render.policy import Policy
from timeline.render.saved import FeedError, load, save, saved, shelf, written

AS_OF = date(2026, 11, 20)
MakeEvent = Callable[..., Event]
PAGE = """滨江合唱节下月开唱

本报讯（记者 林晓晓）滨江合唱节将于2027年5月10日上午在滨江剧场举行，市民可免费入场。2019年，滨江剧场建成启用。
"""


def _every_filter() -> Query:
    return Query(
        years=(2020, 2030), since=edtf.parse("2025-03"), until=edtf.parse("2029"), topics=("trade", "文旅活动"),
        kinds=("activity",), place="江\"边\\", source="晨报", text="合唱 节", upcoming=True, as_of=AS_OF, all=True,
        coarse=False, limit=5,
    )  # fmt: skip


def test_every_filter_and_wish_survives_the_file(tmp_path: Path) -> None:
    feed = saved("江边", _every_filter(), Policy("span", "blocks", "PT2H"), "江边 合唱")
    path = tmp_path / "deep" / "feeds.toml"
    save(path, {"江边": feed, "plain": saved("plain", Query())})
    found, problems = load(path)
    assert not problems and found["江边"] == feed and found["plain"].policy is None
    assert found["江边"].to_come and found["江边"].query == Query(
        years=(2020, 2030), since=edtf.parse("2025-03"), until=edtf.parse("2029"), topics=("trade", "culture"),
        kinds=("activity",), place="江\"边\\", source="晨报", text="合唱 节", all=True, coarse=False, limit=5,
    )  # fmt: skip
    assert written(found) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["trade-upcoming", "江边", "a", "2026", "a_b", "é", "x" * 60])
def test_names_that_are_file_names_anywhere(name: str) -> None:
    assert saved(name, Query()).file == f"{name}.ics"


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x", "a/b", "a\\b", "-a", ".a", "a b", "a\n", "a.ics", "A", "con", "nul", "com1", "x" * 61, "a:b",
     "a\x00", "\ud800", "all", "trade", "new", "index", "query", "archive-2024", "ß/ß"],
)  # fmt: skip
def test_names_that_are_not(name: str) -> None:
    with pytest.raises(FeedError):
        saved(name, Query())


def test_a_bad_feed_takes_no_good_one_down(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        '[good]\ntopics = ["trade"]\n[typo]\ntopic = "trade"\n[lost]\ntopics = ["nosuch"]\n[when]\nsince = "soon"\n[all]\n'
        '[odd]\nalarm = "later"\n[kinds]\nkinds = 3\n',
        encoding="utf-8",
    )
    found, problems = load(path)
    assert list(found) == ["good"]
    assert [problem.split("]")[0].partition("[")[2] for problem in problems] == [
        "typo",
        "lost",
        "when",
        "all",
        "odd",
        "kinds",
    ]
    assert "topic is no filter; choose" in problems[0]
    path.write_text("[broken", encoding="utf-8")
    with pytest.raises(FeedError, match=r"feeds\.toml: .*; mend it"):
        load(path)
    assert load(tmp_path / "none.toml") == ({}, [])


def test_it_holds_what_its_query_asks_for(tmp_path: Path, many: list[Event]) -> None:
    feed = saved("later", Query(upcoming=True, as_of=AS_OF, kinds=("activity",)), Policy(alarm="P1D"))
    rest = saved("rest", Query(text="质量", limit=1))
    publish([], [], tmp_path, AS_OF, saved=[(feed, many), (rest, many)])

    def titles(name: str) -> list[str]:
        return [str(one["SUMMARY"]) for one in Calendar.from_ical((tmp_path / name).read_bytes()).events]

    assert titles("later.ics") == ["【取消】音乐节", "【延期】马拉松"]
    assert titles("rest.ics") == ["率先实施“质量立市”战略 · 1996年（具体日期不详）"]
    assert len(json.loads((tmp_path / "later.json").read_text(encoding="utf-8"))["items"]) == 2
    assert "later.ics" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_file_lies_beside_the_store_or_in_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert shelf("/news/db/timeline.db") == Path("/news/db/feeds.toml")
    assert shelf("postgresql://host/news").name == "feeds.toml" != shelf("postgresql://host/news").parent.name


def _run(db: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--db", str(db)], env={"TIMELINE_AS_OF": "2026-11-20"})


def test_from_the_command_line(tmp_path: Path) -> None:
    db, page, feeds = tmp_path / "timeline.db", tmp_path / "page.txt", tmp_path / "feeds"
    page.write_text(PAGE, encoding="utf-8")
    assert _run(db, "ingest", str(page), "--published", "2027-04-20").exit_code == 0
    assert (
        _run(
            db, "feed", "add", "choirs", "--text", "合唱", "--upcoming", "--alarm", "p2d", "--coarse", "skip"
        ).exit_code
        == 0
    )
    listed = _run(db, "feed", "list")
    assert listed.stdout == 'choirs\ttext "合唱"; upcoming true; dates "skip"; alarm "P2D"\n'
    assert _run(db, "publish", "--to", str(feeds)).exit_code == 0
    (entry,) = Calendar.from_ical((feeds / "choirs.ics").read_bytes()).events
    assert (entry.start, [str(alarm["TRIGGER"].to_ical()) for alarm in entry.walk("VALARM")]) == (
        date(2027, 5, 10),
        ["b'-P2D'"],
    )
    assert b"VALARM" not in (feeds / "all.ics").read_bytes()
    assert "changed" in _run(db, "feed", "add", "choirs", "--text", "合唱").stdout
    for words in (["feed", "add", "all"], ["feed", "add", "x", "--alarm", "soon"], ["feed", "add", "x", "--topic", "nosuch"],
                  ["feed", "remove", "x"], ["publish", "--to", str(feeds), "--past", "long"],
                  ["publish", "--to", str(feeds), "--past", "P1Y", "--all-years"]):  # fmt: skip
        assert _run(db, *words).exit_code == 2, words
    assert _run(db, "feed", "remove", "choirs").exit_code == 0
    assert _run(db, "feed", "list").stdout == ""
    with (tmp_path / "feeds.toml").open("a", encoding="utf-8") as file:
        file.write("[bad]\nnosuch = 1\n")
    assert _run(db, "publish", "--to", str(feeds)).exit_code == 1


def test_a_feed_says_what_is_chosen() -> None:
    assert saved("江边", _every_filter()).description == (
        '自选的事件：外贸出海、文旅活动；活动；2020年至2030年；2025年3月起；2029年止；地点含“江"边\\”；来源含“晨报”；'
        "文字含“合唱 节”；将至；含数据与动态；只要有日子的；最多 5 条。"
    )
    assert saved("plain", Query()).description == "自选的事件：全部。"
