"""On a terminal, in a pipe, interrupted: the command behaves as a user of a shell expects."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from console import COMMAND, cells, environment, run, terminal

Env = dict[str, str]
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.mark.parametrize("columns", [20, 34, 60, 80, 100, 132, 200])
def test_no_line_is_wider_than_the_terminal(reading: Env, columns: int) -> None:
    ended = terminal("show", "--all", "--quotes", columns=columns, **reading)
    assert ended.code == 0
    lines = _ESCAPE.sub("", ended.out).splitlines()
    assert max(map(cells, lines)) <= columns
    assert "滨江合唱节" in "".join(line.strip(" │") for line in lines)


@pytest.mark.parametrize(
    ("closing", "code", "said"),
    [
        ("topics >&-", 0, ""),
        ("--help >&-", 0, ""),
        ("why nothing >&- 2>&-", 2, ""),
        ("extract - <&-", 1, "the file is empty"),
        ("topics >/dev/full", 1, "the output can't be written: No space left on device; free some space"),
        ("--help >/dev/full", 1, "the output can't be written: No space left on device; free some space"),
        ("show >/dev/full", 1, "the output can't be written: No space left on device; free some space"),
    ],
)
def test_a_stream_that_is_closed_or_full_ends_in_no_traceback(reading: Env, closing: str, code: int, said: str) -> None:
    command = f"{shlex.join(COMMAND)} {closing}"
    ended = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, env=environment(**reading), check=False
    )
    assert ended.returncode == code
    assert said in ended.stderr and len(ended.stderr.splitlines()) <= 1


def test_the_package_is_a_command_too() -> None:
    ended = subprocess.run([sys.executable, "-m", "timeline", "--version"], capture_output=True, text=True, check=True)
    assert ended.stdout == run("--version").out


def test_colour_is_for_terminals(reading: Env) -> None:
    assert "\x1b[" in terminal("show", **reading).out
    assert "\x1b[" not in run("show", **reading).out
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7]|38)", terminal("show", NO_COLOR="1", **reading).out)


def test_in_a_pipe_every_event_is_one_line(reading: Env) -> None:
    shown = run("show", "--all", **reading).out
    exported = run("export", "--all", "--format", "jsonl", **reading).out
    assert sum(line.startswith("  ") for line in shown.splitlines()) == len(exported.splitlines())


def test_dates_and_titles_line_up(reading: Env) -> None:
    shown = [line for line in run("show", **reading).out.splitlines() if line.startswith("  ")]
    starts = {cells(re.split("[●○◆◇▪▫▴▵✕]", line)[0]) for line in shown}
    assert len(starts) == 1


def test_a_copy_is_listed_beside_its_document(papers: Path) -> None:
    (papers / "copy.txt").write_bytes((papers / "harbour.txt").read_bytes())
    run("ingest", ".", "--db", "t.db", cwd=papers)
    rows = [line.split("\t") for line in run("documents", "--db", "t.db", cwd=papers).out.splitlines()]
    assert [(row[2] == "copy", row[4]) for row in rows] == [
        (False, "copy.txt"),
        (True, "harbour.txt"),
        (False, "standards.txt"),
    ]


@pytest.mark.parametrize("command", ["documents", "undated", "conflicts", "review --list", "topics"])
@pytest.mark.parametrize("columns", [40, 80])
def test_lists_fit_the_terminal(reading: Env, command: str, columns: int) -> None:
    shown = terminal(*command.split(), columns=columns, **reading).out
    assert max(map(cells, _ESCAPE.sub("", shown).splitlines())) <= columns


@pytest.mark.parametrize("command", ["why", "thread", "history"])
def test_what_is_told_of_an_event_fits_the_terminal_and_is_the_same_in_a_pipe(reading: Env, command: str) -> None:
    [event, *_] = run("export", "--format", "jsonl", "--text", "合唱节", **reading).out.splitlines()
    key = json.loads(event)["id"]
    shown = terminal(command, key, columns=40, **reading).out
    assert max(map(cells, shown.splitlines())) <= 40
    assert "".join(shown.split()) == "".join(run(command, key, **reading).out.split())


def test_that_nothing_matches_is_no_result(reading: Env) -> None:
    ended = run("show", "--year", "1900", **reading)
    assert (ended.code, ended.out, ended.err) == (0, "", "没有符合条件的事件。\n")
    assert "没有符合条件的事件。" in terminal("show", "--year", "1900", **reading).out


def test_english_when_asked(reading: Env) -> None:
    assert "10 May" in run("show", "--lang", "en", "--text", "合唱节", **reading).out


def test_progress_shows_on_a_terminal_and_not_in_a_pipe(papers: Path) -> None:
    shown = terminal("ingest", "papers", "--db", "t.db", cwd=papers.parent)
    assert "100%" in shown.out
    piped = run("ingest", "papers", "--db", "u.db", cwd=papers.parent)
    assert piped.err == ""


def test_tables_fit_the_terminal_and_are_tab_separated_in_a_pipe(reading: Env) -> None:
    shown = terminal("documents", columns=60, **reading).out.splitlines()
    assert shown[0].split()[:2] == ["id", "rev"]
    assert max(map(cells, shown)) <= 60
    assert all(line.count("\t") == 4 for line in run("documents", **reading).out.splitlines())


@pytest.mark.parametrize("command", [["show", "--all"], ["export", "--format", "md"], ["topics"], ["--help"]])
def test_a_pipe_that_closes_early_is_no_error(reading: Env, command: list[str]) -> None:
    child = subprocess.Popen(
        [*COMMAND, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(**reading)
    )
    assert child.stdout
    child.stdout.close()
    assert child.stderr
    told = child.stderr.read().decode()
    assert child.wait(timeout=60) == 0
    assert told == ""


def test_a_reader_that_leaves_a_stream_ends_it() -> None:
    child = subprocess.Popen([*COMMAND, "timex", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=environment())  # fmt: skip
    assert child.stdin
    assert child.stdout
    child.stdin.write('{"id": 1, "text": "1996年"}\n'.encode())
    child.stdin.flush()
    assert child.stdout.readline()
    child.stdout.close()
    _, told = child.communicate('{"id": 2, "text": "1997年"}\n'.encode() * 3, timeout=60)
    assert (child.returncode, told) == (0, b"")


def test_interrupting_is_quiet() -> None:
    child = subprocess.Popen([*COMMAND, "timex", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=environment())  # fmt: skip
    assert child.stdin
    assert child.stdout
    child.stdin.write('{"id": 1, "text": "1996年"}\n'.encode())
    child.stdin.flush()
    assert child.stdout.readline()
    os.kill(child.pid, signal.SIGINT)
    out, told = child.communicate(timeout=60)
    assert (child.returncode, out, told) == (130, b"", b"")


def test_shell_completion_is_there() -> None:
    ended = run("--show-completion", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1", SHELL="/bin/bash")
    assert ended.code in (0, 2)
    assert "completion" in run("--help").out
