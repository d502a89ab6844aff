"""A review driven by real keys on a pseudo-terminal: every decision is stored at once, and it goes on where it stopped."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import write_papers
from console import cells, run
from keyboard import Keyboard
from typer.testing import CliRunner

from timeline.cli import app
from timeline.store import Addition, Store

#: What stands at the end of the list of keys, when the next one is waited for.
READY = {"zh": "? 说明", "en": "? help"}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two pages and a store that holds them, to be copied."""
    folder = tmp_path_factory.mktemp("read")
    write_papers(folder)
    assert run("ingest", "papers", "--published", "2025-04-22", "--db", "t.db", cwd=folder).code == 0
    return folder


@pytest.fixture
def env(read: Path, tmp_path: Path) -> dict[str, str]:
    shutil.copytree(read, tmp_path, dirs_exist_ok=True)
    return {"TIMELINE_DB": str(tmp_path / "t.db"), "TIMELINE_AS_OF": "2025-04-22", "TIMELINE_BY": "王编辑"}


def queue(env: dict[str, str], *arguments: str) -> list[str]:
    """The titles in the queue, in order."""
    ended = CliRunner().invoke(app, ["review", "--list", *arguments], env=env)
    assert ended.exit_code == 0, ended.output
    return [line.split("\t")[3].partition("（")[0] for line in ended.stdout.splitlines()]


def made(env: dict[str, str]) -> list[dict[str, object]]:
    with Store.open(env["TIMELINE_DB"]) as store:
        return [each.fields for each in store.decisions()]


def test_a_whole_review(env: dict[str, str]) -> None:
    first = queue(env)
    with Keyboard("review", **env) as keys:
        keys.until(READY["zh"])
        keys.press("?")
        keys.until("每个决定当场已存")
        keys.press("t")
        keys.until("标题：")
        keys.line("改过的标题")
        keys.until("→ 改过的标题")
        keys.until(READY["zh"])
        keys.press("d")
        keys.until("放弃）：")
        keys.line("胡说")
        keys.until("is not a date")
        keys.until("放弃）：")
        keys.line("2024年3月9日上午")
        keys.until("→ 2024年3月9日（周六）上午")
        keys.until(READY["zh"])
        keys.press("y4")
        keys.until("→ 动态")
        keys.until(READY["zh"])
        keys.press("o")
        keys.until("表示无）：")
        keys.line("1 知识产权")
        keys.until("→ 质量标准、知识产权")
        keys.until(READY["zh"])
        keys.press("p")
        keys.until("表示无）：")
        keys.line("石桥镇")
        keys.until("→ 石桥镇")
        keys.until(READY["zh"])
        keys.press("kxsb")  # keep, reject the second, skip the third, back to the second
        keys.until("已撤销")
        keys.until(f"2/{len(first)}")
        keys.until(READY["zh"])
        keys.press("q")
        keys.until("均已保存")
        assert keys.ended() == 0
    with Store.open(env["TIMELINE_DB"]) as store:
        (event,) = [each for each in store.events() if each.title == "改过的标题"]
        assert (event.when.edtf, event.when.part, event.kind) == ("2024-03-09", "morning", "incident")
        assert (event.topics, event.place) == (("quality", "ip"), "石桥镇")
        assert store.gone() == []
        assert {each.who for each in store.decisions()} == {"王编辑"}
    assert queue(env) == first[1:]  # what was decided is not asked again, what was skipped or taken back is


def test_events_are_merged_by_number_or_id_and_split(env: dict[str, str]) -> None:
    with Store.open(env["TIMELINE_DB"]) as store:
        shown = [each for each in store.events() if each.title in queue(env)]
        other = shown[-1].id
        count = len(store.events())
    with Keyboard("review", "--text", shown[0].title, **env) as keys:
        keys.until(READY["zh"])
        keys.press("m")
        keys.until("另一条的 id：")
        keys.line("ffff")
        keys.until("no event 'ffff'")
        keys.press("m")
        keys.until("另一条的 id：")
        keys.line(other)
        keys.until("合并")
        keys.until(READY["zh"])
        with Store.open(env["TIMELINE_DB"]) as store:
            assert len(store.events()) == count - 1
        keys.press("u")
        keys.until("放弃）：")
        keys.line("2")
        keys.until("拆开")
        keys.until(READY["zh"])
        with Store.open(env["TIMELINE_DB"]) as store:
            assert len(store.events()) == count
        keys.press("q")
        assert keys.ended() == 0


def test_a_neighbour_is_merged_by_its_number(env: dict[str, str]) -> None:
    with Store.open(env["TIMELINE_DB"]) as store:
        (event,) = [each for each in store.events() if "改造" in each.title]
        told = Addition(f"{event.title}工程", "2023-05", source="滨江晚报", topics=("culture",))
        store.add(told, who="编辑", now=datetime(2025, 4, 22, tzinfo=UTC))
        count = len(store.events())
    with Keyboard("review", "--text", event.title, "--year", "2023", **env) as keys:
        shown = keys.until(READY["zh"])
        assert "可能是同一件事" in shown
        assert f"1  2023年5月  {told.title}" in shown
        keys.press("m1")
        keys.until("合并")
        keys.until(READY["zh"])
        with Store.open(env["TIMELINE_DB"]) as store:
            assert len(store.events()) == count - 1
            assert store.event(event.id) == store.event(told.id)
        keys.press("b")
        keys.until("已撤销")
        keys.until(READY["zh"])
        with Store.open(env["TIMELINE_DB"]) as store:
            assert len(store.events()) == count
        keys.press("q")
        assert keys.ended() == 0


@pytest.mark.parametrize("how", ["ctrl-c", "killed", "closed"])
def test_nothing_is_lost_however_a_review_ends(env: dict[str, str], how: str) -> None:
    first = queue(env)
    with Keyboard("review", **env) as keys:
        keys.until(READY["zh"])
        keys.press("k")
        keys.until("2/")
        keys.until(READY["zh"])
        keys.press("x")
        keys.until("3/")
        if how == "ctrl-c":
            keys.until(READY["zh"])
            keys.press("\x03")
            keys.until("均已保存")
            assert keys.ended() == 130
        elif how == "killed":
            keys.kill()
    assert made(env) == [{"kept": True}, {"rejected": True}]
    assert queue(env) == first[2:]


def test_what_was_kept_is_not_asked_again_unless_it_is_asked_for(env: dict[str, str]) -> None:
    first = queue(env)
    with Keyboard("review", **env) as keys:
        keys.until(READY["zh"])
        keys.press("kq")
        keys.ended()
    assert first[0] not in queue(env)
    assert queue(env, "--again") == first


def test_two_reviewers_at_once_lose_nothing_and_do_not_ask_twice(env: dict[str, str]) -> None:
    first = queue(env)
    with Keyboard("review", **env) as one, Keyboard("review", **{**env, "TIMELINE_BY": "李编辑"}) as other:
        one.until(READY["zh"])
        other.until(READY["zh"])
        one.press("t")
        one.until("标题：")
        one.line("甲的标题")
        one.until(READY["zh"])
        other.press("x")  # about what is no longer what they see
        other.until("was changed meanwhile")
        other.until("甲的标题")
        other.until(READY["zh"])
        one.press("k")
        one.until("2/")
        other.press("s")
        other.until("2/")
        other.until(READY["zh"])
        one.until(READY["zh"])
        one.press("k")
        one.until("3/")
        other.press("s")
        other.until("3/")
        other.until(READY["zh"])
        other.press("kq")
        assert other.ended() == 0
        one.until(READY["zh"])
        one.press("q")
        assert one.ended() == 0
    assert made(env) == [{"title": "甲的标题"}, {"kept": True}, {"kept": True}, {"kept": True}]
    assert queue(env) == first[3:]


def test_a_store_that_stays_locked_is_said_and_the_event_asked_again(env: dict[str, str]) -> None:
    writer = sqlite3.connect(env["TIMELINE_DB"], isolation_level=None, check_same_thread=False)
    with Keyboard("review", "--patience", "0.2", **env) as keys:
        keys.until(READY["zh"])
        writer.execute("BEGIN IMMEDIATE")
        keys.press("k")
        keys.until("locked:")
        writer.execute("ROLLBACK")
        keys.until("1/")
        keys.until(READY["zh"])
        keys.press("k")
        keys.until("2/")
        keys.press("q")
        keys.ended()
    assert made(env) == [{"kept": True}]


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(env: dict[str, str], columns: int, lang: str) -> None:
    with Keyboard("review", "--all", "--lang", lang, columns=columns, **env) as keys:
        keys.until(READY[lang])
        keys.press("?ssss")
        keys.until("5/")
        keys.until(READY[lang])
        keys.press("q")
        assert keys.ended() == 0
    assert max(map(cells, keys.shown.splitlines())) <= columns


def test_the_queue_is_filtered_like_the_chronology_and_says_why(env: dict[str, str]) -> None:
    everything, some = queue(env, "--all"), queue(env, "--year", "1990..2005")
    shown = CliRunner().invoke(app, ["export", "--format", "jsonl", "--year", "1990..2005"], env=env).stdout
    assert sorted(some) == sorted(json.loads(line)["title"].partition("（")[0] for line in shown.splitlines())
    assert set(some) < set(everything)
    assert queue(env, "--limit", "1") == queue(env)[:1]
    listed = CliRunner().invoke(app, ["review", "--list", "--lang", "en"], env=env).stdout
    assert "one mention only 0.10" in listed
