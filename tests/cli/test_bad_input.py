"""What a user can get wrong ends with a clear line and a next step, never with a traceback."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from console import Ended, run

Env = dict[str, str]


def refused(ended: Ended, code: int, *words: str) -> None:
    assert ended.code == code, ended
    assert "Traceback" not in ended.err
    for word in words:
        assert word in ended.told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "--year", "abc"], ["'abc'", "1990..2005"]),
        (["show", "--year", "2005..1990"], ["2005..1990", "earlier one first"]),
        (["show", "--topic", "贸易"], ["'贸易'", "trade 外贸出海"]),
        (["show", "--kind", "party"], ["'party'", "milestone"]),
        (["show", "--since", "sometime"], ["'sometime'", "last March"]),
        (["show", "--as-of", "2025-13"], ["'2025-13'", "2025-04-22"]),
        (["show", "--as-of", "9999-12-31"], ["'9999-12-31'", "2 to 9998"]),
        (["show", "--since", "2027", "--until", "2026-12"], ["nothing lies from 2027 until 2026-12"]),
        (["why", "0"], ["'0' is too short", "4 characters"]),
        (["show", "--limit", "0"], ["0", "1 or more"]),
        (["show", "--lang", "fr"], ["'fr'", "'zh'"]),
        (["show", "--colour", "red"], ["--colour"]),
        (["export", "--format", "xml"], ["'xml'", "'jsonl'"]),
        (["why", "nothing-like-it"], ["nothing-like-it", "timeline show --all", "timeline documents"]),
        (["thread", "nothing-like-it"], ["nothing-like-it", "timeline show --all"]),
        (["publish", "--coarse", "blur"], ["'blur'", "'marker'"]),
        (["extract"], ["name a page", "-"]),
        (["extract", "--published", "April"], ["'April'", "2025-06-19"]),
        (["timex", "明天", "--anchor", "tomorrow"], ["'tomorrow'", "2025-06-19"]),
        (["ingest"], ["PATH"]),
        (["ingest", "papers", "--published", "2025-02-30"], ["'2025-02-30'"]),
        (["sow"], ["'sow'"]),
    ],
)
def test_wrong_usage_is_code_2(reading: Env, arguments: list[str], words: list[str]) -> None:
    refused(run(*arguments, **reading), 2, *words)


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "blank.txt", "binary.txt", "text.pdf", "long" * 90])
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_an_input_that_fails_is_named_with_code_1(command: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8)
    (tmp_path / "text.pdf").write_text("2025年5月10日，书市开幕。", encoding="utf-8")
    (tmp_path / "good.txt").write_text("2025年5月10日，书市开幕。", encoding="utf-8")
    env = {"TIMELINE_DB": "t.db"}
    ended = run(command, name, "good.txt", cwd=tmp_path, **env)
    refused(ended, 1, f"{name}:")
    assert len(ended.err.splitlines()) == 1
    assert ("1 added" if command == "ingest" else "2025-05-10") in ended.out


def test_an_empty_name_is_not_the_folder_that_one_is_in(papers: Path) -> None:
    ended = run("ingest", "", "harbour.txt", "--db", "t.db", cwd=papers)
    refused(ended, 1, "'': an empty name")
    assert "documents: 1 added" in ended.out


def test_a_pattern_or_folder_without_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    refused(
        run("ingest", "*.txt", "hollow", "--db", "t.db", cwd=tmp_path), 1, "*.txt: matches no file", "hollow: no file"
    )


def test_a_store_that_is_not_there_yet(tmp_path: Path) -> None:
    refused(run("show", "--db", str(tmp_path / "no.db")), 1, "no.db", "timeline ingest")
    assert not (tmp_path / "no.db").exists()


def test_a_store_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database, " * 80, encoding="utf-8")
    refused(run("show", "--db", str(tmp_path / "notes.txt")), 1, "notes.txt", "--db")
    refused(run("show", "--db", str(tmp_path)), 1, "is a folder")
    refused(run("show", "--db", "nosuchdatabase://host/name"), 1, "nosuchdatabase")


def test_a_store_from_a_newer_version(papers: Path) -> None:
    db = papers.parent / "t.db"
    run("ingest", "papers", "--db", str(db), cwd=papers.parent)
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    refused(run("show", "--db", str(db)), 1, "newer Timeline", "update Timeline")


def test_a_locked_store(papers: Path) -> None:
    db = papers.parent / "t.db"
    run("ingest", "papers/harbour.txt", "--db", str(db), cwd=papers.parent)
    connection = sqlite3.connect(db, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    refused(run("ingest", "papers", "--db", str(db), cwd=papers.parent), 1, "t.db", "is locked", "run this again")
    assert run("show", "--db", str(db)).code == 0  # reading goes on
    connection.execute("ROLLBACK")
    connection.close()
    assert run("ingest", "papers", "--db", str(db), cwd=papers.parent).code == 0


def test_a_read_only_store(papers: Path) -> None:
    db = papers.parent / "t.db"
    run("ingest", "papers/harbour.txt", "--db", str(db), cwd=papers.parent)
    where = f"sqlite:///file:{db}?mode=ro&uri=true"
    assert run("show", "--db", where).code == 0
    refused(run("ingest", "papers", "--db", where, cwd=papers.parent), 1, "t.db", "read-only")


def test_feeds_that_cannot_be_written(reading: Env, tmp_path: Path) -> None:
    (tmp_path / "feeds").write_text("a file stands here", encoding="utf-8")
    refused(run("publish", "--to", str(tmp_path / "feeds"), **reading), 1, "feeds", "check the path")


def test_text_in_an_encoding_that_was_not_guessed_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes("2025年5月10日，书市在西山开幕。".encode("gb18030"))
    named = run("extract", "page.txt", "--encoding", "gb18030", cwd=tmp_path)
    assert named.code == 0
    assert "书市" in named.out
    refused(run("extract", "page.txt", "--encoding", "klingon", cwd=tmp_path), 1, "page.txt", "klingon")
