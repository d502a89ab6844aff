"""A person has the last word from the command line, sees what was done, and can take it back."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from conftest import HARBOUR, write_papers
from console import COMMAND, cells, environment, run, terminal
from typer.testing import CliRunner, Result

from timeline.cli import app
from timeline.timex.corpus import parse_corpus

Env = dict[str, str]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two pages and a store that holds them, to be copied."""
    folder = tmp_path_factory.mktemp("read")
    write_papers(folder)
    ended = run("ingest", "papers", "--published", "2025-04-22", "--db", "t.db", cwd=folder)
    assert ended.code == 0, ended.err
    return folder


@pytest.fixture
def env(read: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """A store of one's own that holds the two pages, and a name."""
    shutil.copytree(read, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return {"TIMELINE_DB": "t.db", "TIMELINE_AS_OF": "2025-04-22", "TIMELINE_BY": "王编辑"}


def called(*arguments: str, env: Env, stdin: bytes = b"") -> Result:
    """The command, in this process: a process for each call would take most of the time."""
    return CliRunner().invoke(app, list(arguments), input=stdin, env=env)


def events(env: Env, *arguments: str) -> list[dict[str, object]]:
    ended = called("export", "--all", "--format", "jsonl", *arguments, env=env)
    return [json.loads(line) for line in ended.stdout.splitlines()]


def event(env: Env, words: str) -> dict[str, object]:
    (found,) = [each for each in events(env) if words in str(each["title"])]
    return found


def told(*arguments: str, env: Env, code: int = 0) -> str:
    ended = called(*arguments, env=env)
    assert ended.exit_code == code, ended.output
    return ended.stdout if code == 0 else " ".join(ended.stderr.split())


def test_a_correction_is_echoed_holds_and_is_told(env: Env) -> None:
    key = str(event(env, "合唱节")["id"])
    said = told("fix", key[:6], "--date", "5月11日下午", "--title", "滨江合唱节开幕", "--why", "主办方改期", env=env)
    assert "2025年5月10日（周六）上午 → 2025年5月11日（周日）下午" in said
    Path("papers/harbour.txt").write_text(HARBOUR + "\n市民可乘公交前往。\n", encoding="utf-8")
    told("ingest", "papers", env=env)
    told("db", "rebuild", env=env)
    found = event(env, "滨江合唱节开幕")
    assert (found["id"], found["date"]["edtf"], found["date"]["part"]) == (key, "2025-05-11", "afternoon")  # type: ignore[index]
    history = told("history", key, env=env)
    assert "王编辑（主办方改期）" in history
    assert "原读作：日期 2025年5月10日（周六）上午" in history
    english = told("history", key, "--lang", "en", env=env)
    assert "date: Sat 10 May 2025, morning → Sun 11 May 2025, afternoon" in english
    assert told("verify", env=env).endswith("0 broken links\n")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["fix", "{}", "--date", "胡说"], "is not a date; write for example 2025"),
        (["fix", "{}", "--date", "2025-02-30"], "is not a date"),
        (["fix", "{}", "--date", ""], "is not a date"),
        (["fix", "{}", "--title", " "], "at least one character"),
        (["fix", "{}", "--kind", "party"], "choose activity"),
        (["fix", "{}", "--topic", "没有"], "choose from quality 质量标准"),
        (["fix", "{}", "--modality", "maybe"], "choose reported"),
        (["fix", "{}"], "say what to correct"),
        (["fix", "ffff", "--title", "甲"], "timeline show --all lists them"),
        (["reject", "ffff"], "timeline show --all lists them"),
        (["merge", "{}"], "at least two events"),
        (["merge", "{}", "{}"], "is one event already"),
        (["merge", "{}", "ffff"], "no event 'ffff'"),
        (["unmerge", "{}"], "nothing to part"),
        (["history", "ffff"], "no event 'ffff'"),
        (["undo"], "no decision to take back"),
        (["undo", "7"], "no correction 7"),
        (["undo", "{}"], "to take back"),
        (["corrections", "list", "ffff"], "no event 'ffff'"),
        (["corrections", "import", "."], "is a folder"),
        (["add", "--date", "2025", "--title", "甲", "--source", " "], "--source"),
        (["review"], "--list prints the queue"),
    ],
)
def test_nonsense_is_refused_with_the_way_out_and_changes_nothing(env: Env, arguments: list[str], advice: str) -> None:
    before = events(env)
    key = str(event(env, "合唱节")["id"])
    assert advice in told(*(each.format(key) for each in arguments), env=env, code=2)
    assert events(env) == before


def test_who_decides_is_said_or_set_or_the_systems_user(env: Env) -> None:
    key = str(event(env, "合唱节")["id"])
    told("fix", key, "--title", "甲", "--by", "李编辑", env=env)
    told("fix", key, "--title", "乙", env=env)
    told("fix", key, "--title", "丙", env={**env, "TIMELINE_BY": "", "LOGNAME": "chen"})
    listed = told("corrections", "list", env=env)
    assert [line.split("\t")[2] for line in listed.splitlines()] == ["李编辑", "王编辑", "chen"]


def test_rejected_events_are_out_listed_and_come_back(env: Env) -> None:
    key = str(event(env, "合唱节")["id"])
    told("reject", key, "--why", "重复", env=env)
    assert not [each for each in events(env) if each["id"] == key]
    assert "合唱节" in told("show", "--rejected", env=env)
    assert "合唱节" not in told("show", "--rejected", "--year", "1990", env=env)
    assert "不再：撤下" in told("undo", key, env=env)
    assert [each for each in events(env) if each["id"] == key]
    assert told("show", "--rejected", env=env) == ""


def test_some_of_several_rejected_is_done_and_the_others_named(env: Env) -> None:
    key = str(event(env, "合唱节")["id"])
    assert "no event 'ffff'" in told("reject", "ffff", key, env=env, code=1)
    assert not [each for each in events(env) if each["id"] == key]


def test_undo_takes_back_one_after_the_other_and_can_be_undone(env: Env) -> None:
    key, before = str(event(env, "合唱节")["id"]), event(env, "合唱节")["title"]
    told("fix", key, "--title", "甲", env=env)
    told("fix", key, "--title", "乙", env=env)
    told("undo", env=env)
    assert event(env, "甲")["id"] == key
    told("undo", env=env)
    assert event(env, "合唱节")["title"] == before
    told("undo", "#3", env=env)
    assert event(env, "乙")["id"] == key


def test_events_are_merged_and_parted_by_hand(env: Env) -> None:
    one, other = (str(event(env, words)["id"]) for words in ("合唱节", "改造"))
    said = told("merge", one, other, "--why", "同一件事", env=env)
    assert "合并" in said
    assert len(events(env)) == len({each["id"] for each in events(env)})
    (merged,) = [each for each in events(env) if len(each["mentions"]) > 1]  # type: ignore[arg-type]
    told("unmerge", str(merged["id"]), env=env)
    assert not [each for each in events(env) if len(each["mentions"]) > 1]  # type: ignore[arg-type]


def test_an_event_added_by_hand_is_in_everything_that_is_given_on(env: Env, tmp_path: Path) -> None:
    said = told("add", "--date", "5月3日上午", "--title", "滨江剧场戏曲周开幕", "--source", "滨江晚报",
        "--quote", "戏曲周5月3日上午开幕。", "--url", "https://example.org/a", "--topic", "文旅活动", env=env)  # fmt: skip
    assert "2025年5月3日（周六）上午" in said
    found = event(env, "戏曲周")
    assert (found["kind"], found["modality"], found["topics"]) == ("activity", "planned", ["culture"])
    assert "滨江剧场戏曲周开幕" in told("show", "--upcoming", env=env)
    told("publish", "--to", str(tmp_path / "feeds"), env=env)
    assert "滨江剧场戏曲周开幕" in (tmp_path / "feeds" / "upcoming.ics").read_text(encoding="utf-8").replace("\n ", "")
    why = told("why", str(found["id"]), env=env)
    assert "王编辑" in why
    assert "2025-05-03" in why
    assert "it is " in told("add", "--date", "5月3日上午", "--title", "滨江剧场戏曲周开幕", "--source", "滨江晚报",
        "--quote", "戏曲周5月3日上午开幕。", "--url", "https://example.org/a", env=env, code=2)  # fmt: skip
    assert told("verify", env=env).endswith("0 broken links\n")


def test_why_tells_what_a_person_decided(env: Env) -> None:
    key = str(event(env, "合唱节")["id"])
    told("fix", key, "--date", "2025-05-11", "--why", "主办方改期", env=env)
    assert "王编辑（主办方改期）" in told("why", key, env=env)


def test_decisions_go_to_a_fresh_store_as_they_are(env: Env) -> None:
    key = str(event(env, "合唱节")["id"])
    told("fix", key, "--title", "甲", "--date", "2025-05", env=env)
    told("reject", str(event(env, "改造")["id"]), env=env)
    told("add", "--date", "2025-05-03", "--title", "戏曲周开幕", "--source", "滨江晚报", env=env)
    file = Path("decisions.jsonl")
    file.write_text(told("corrections", "export", env=env), encoding="utf-8")
    fresh = {**env, "TIMELINE_DB": "fresh.db"}
    waiting = called("corrections", "import", str(file), env=fresh)
    assert waiting.exit_code == 0
    assert waiting.stdout == "decisions: 3 taken in, 0 known, 2 waiting, 0 left out\n"
    assert f"{file}:1: event {key} “" in waiting.stderr
    told("ingest", "papers", "--published", "2025-04-22", env=fresh)

    def lasting(each: dict[str, object]) -> dict[str, object]:
        return {name: held for name, held in each.items() if name not in ("revision", "first_seen", "last_changed")}

    assert list(map(lasting, events(fresh))) == list(map(lasting, events(env)))
    again = told("corrections", "import", str(file), env=fresh)
    assert again == "decisions: 0 taken in, 3 known, 0 waiting, 0 left out\n"
    bad = called("corrections", "import", "-", stdin=b"{\n" + file.read_bytes(), env=fresh)
    assert bad.exit_code == 1
    assert bad.stderr.startswith("standard input:1: is no JSON")


def test_corrected_dates_become_corpus_lines(env: Env) -> None:
    told("fix", str(event(env, "合唱节")["id"]), "--date", "2025-05-11", env=env)
    written = told("corrections", "corpus", env=env)
    (line,) = parse_corpus(written)
    assert line.anchor == "2025-04-22"
    assert ("2025年5月10日（星期六）上午", "2025-05-11") in line.wanted
    assert line.rule in written


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lists_of_decisions_fit_the_terminal(env: Env, columns: int, lang: str) -> None:
    key = str(event(env, "合唱节")["id"])
    told("fix", key, "--title", "一个" * 30, "--topic", "", "--place", "", "--why", "理由" * 20, env=env)
    shown = terminal("corrections", "list", "--lang", lang, columns=columns, **env)
    assert max(map(cells, shown.out.splitlines())) <= columns
    queue = terminal("review", "--list", "--lang", lang, columns=columns, **env)
    assert queue.code == 0
    assert max(map(cells, queue.out.splitlines())) <= columns


def test_a_store_that_another_program_writes_to_is_waited_for(env: Env) -> None:
    key = str(event(env, "合唱节")["id"])
    writer = sqlite3.connect(env["TIMELINE_DB"], isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    child = subprocess.Popen([*COMMAND, "fix", key, "--title", "甲"], env=environment(**env))
    time.sleep(2)
    assert child.poll() is None
    writer.execute("COMMIT")
    assert child.wait(timeout=60) == 0
    assert event(env, "甲")["id"] == key
