"""Each command does what its help says, through real pipes and exit codes."""

from __future__ import annotations

import csv
import io
import json
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from conftest import STANDARDS
from console import COMMAND, environment, run

Env = dict[str, str]


def titles(*arguments: str, env: Env) -> list[str]:
    ended = run("export", "--format", "jsonl", *arguments, **env)
    assert ended.code == 0, ended.err
    return [json.loads(line)["title"] for line in ended.out.splitlines()]


def test_ingesting_twice_adds_nothing(papers: Path) -> None:
    env = {"TIMELINE_DB": str(papers.parent / "t.db")}
    first = run("ingest", "papers", cwd=papers.parent, **env)
    assert first.code == 0
    assert first.out.startswith("documents: 2 added, 0 revised, 0 read anew, 0 unchanged, 0 failed\n")
    again = run("ingest", "papers", cwd=papers.parent, **env)
    assert again.out == (
        "documents: 0 added, 0 revised, 0 read anew, 2 unchanged, 0 failed\n"
        "events: 0 added, 0 changed, 0 gone\n"
    )  # fmt: skip


def test_a_changed_file_is_a_new_revision_and_its_events_follow(papers: Path) -> None:
    env = {"TIMELINE_DB": str(papers.parent / "t.db")}
    run("ingest", "papers", cwd=papers.parent, **env)
    changed = STANDARDS.replace("2024年10月15日至16日", "2024年11月5日至6日")
    (papers / "standards.txt").write_text(changed, encoding="utf-8")
    ended = run("ingest", "papers", cwd=papers.parent, **env)
    assert ended.out.startswith("documents: 0 added, 1 revised, 0 read anew, 1 unchanged, 0 failed\n")
    exported = run("export", "--text", "质量大会", **env)
    assert [event["date"]["edtf"] for event in json.loads(exported.out)["events"]] == ["2024-11-05/2024-11-06"]


def test_one_unreadable_file_is_named_and_stops_no_other(papers: Path) -> None:
    (papers / "empty.txt").write_bytes(b"")
    (papers / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    ended = run("ingest", "papers", "papers/missing.txt", "--db", "t.db", cwd=papers.parent)
    assert ended.code == 1
    assert ended.out.startswith("documents: 2 added, 0 revised, 0 read anew, 0 unchanged, 3 failed\n")
    complaints = sorted(line.partition(":")[0] for line in ended.err.splitlines())
    assert complaints == ["papers/empty.txt", "papers/missing.txt", "papers/picture.txt"]


@pytest.mark.parametrize("named", [["papers/*.txt"], ["papers"], ["papers/harbour.txt", "papers/standards.txt"]])
def test_globs_folders_and_files_come_to_the_same(papers: Path, named: list[str]) -> None:
    (papers / ".hidden.txt").write_text("2020年5月1日，隐藏文件。", encoding="utf-8")
    ended = run("ingest", *named, "--db", "t.db", cwd=papers.parent)
    assert ended.code == 0, ended.err
    assert [line.split("\t")[-1] for line in run("documents", "--db", "t.db", cwd=papers.parent).out.splitlines()] == [
        "papers/harbour.txt",
        "papers/standards.txt",
    ]


def test_published_and_source_are_kept(papers: Path) -> None:
    told = ["--published", "2025-04-22", "--source", "滨江日报", "--db", "t.db"]
    run("ingest", "papers", *told, cwd=papers.parent)
    event = json.loads(run("export", "--text", "合唱节", "--db", "t.db", cwd=papers.parent).out)["events"][-1]
    assert {(mention["published"], mention["source"]) for mention in event["mentions"]} == {("2025-04-22", "滨江日报")}
    assert run("show", "--source", "滨江", "--db", "t.db", cwd=papers.parent).out.count("滨江合唱节") >= 1


def test_the_store_is_where_the_project_is_without_being_told(tmp_path: Path) -> None:
    (tmp_path / "timeline").mkdir()
    (tmp_path / "timeline" / "model.py").touch()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "deep").mkdir()
    inside = run("db", "path", cwd=tmp_path / "deep")
    assert inside.out.strip() == str(tmp_path / "db" / "timeline.db")
    outside = run("db", "path", cwd=Path("/"), HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "own"))
    assert Path(outside.out.strip()).name == "timeline.db"
    assert outside.out.startswith(str(tmp_path))
    assert run("db", "path", "--db", "x.db", cwd=tmp_path, TIMELINE_DB="y.db").out == "x.db\n"
    assert run("db", "path", cwd=tmp_path, TIMELINE_DB="y.db").out == "y.db\n"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--year", "1996"], ["示范区"]),
        (["--year", "1990..2005", "--topic", "quality"], ["示范区", "品牌之乡"]),
        (["--year", "1990..2005", "--topic", "质量标准"], ["示范区", "品牌之乡"]),
        (["--since", "2003", "--until", "2019-12"], ["品牌之乡", "剧场建成"]),
        (["--since", "去年10月", "--until", "last October"], ["质量大会"]),
        (["--kind", "activity", "--upcoming"], ["合唱节"]),
        (["--text", "质量大会"], ["质量大会"]),
        (["--limit", "1"], ["示范区"]),
        (["--year", "1890"], []),
    ],
)
def test_filters_combine(reading: Env, filters: list[str], expected: list[str]) -> None:
    found = titles(*filters, env=reading)
    assert len(found) == len(expected)
    assert all(word in title for word, title in zip(expected, found, strict=True))


def test_show_and_export_take_the_same_filters(reading: Env) -> None:
    asked = ["--since", "2019", "--upcoming", "--kind", "milestone"]
    shown = run("show", *asked, **reading).out
    assert all(title in shown for title in titles(*asked, env=reading))


def test_indicators_come_with_all_only(reading: Env) -> None:
    assert not any("120万" in title for title in titles(env=reading))
    assert any("120万" in title for title in titles("--all", env=reading))


def test_the_day_that_counts_as_today_decides_what_is_upcoming(reading: Env) -> None:
    assert any("合唱节" in title for title in titles("--upcoming", env=reading))
    assert not any("合唱节" in title for title in titles("--upcoming", "--as-of", "2025-05-11", env=reading))


def test_export_speaks_four_forms(reading: Env) -> None:
    whole = json.loads(run("export", **reading).out)
    assert (whole["schema"], whole["as_of"]) == ("timeline/1", "2025-04-22")
    lines = run("export", "--format", "jsonl", **reading).out.splitlines()
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv", **reading).out)))
    ids = [event["id"] for event in whole["events"]]
    assert ids == [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]
    markdown = run("export", "--format", "md", **reading).out
    assert all(event["title"].replace("_", r"\_") in markdown for event in whole["events"])


def test_why_tells_of_an_event_by_the_beginning_of_its_id(reading: Env) -> None:
    event = json.loads(run("export", "--text", "合唱节", "--upcoming", **reading).out)["events"][0]
    told = run("why", event["id"][:6], **reading)
    assert told.code == 0
    assert event["id"] in told.out
    assert "2025-05-10" in told.out
    assert all(mention["quote"] in told.out for mention in event["mentions"])


def test_why_tells_of_a_document_by_the_end_of_its_path(reading: Env) -> None:
    told = run("why", "harbour.txt", **reading)
    assert told.code == 0
    assert "papers/harbour.txt" in told.out
    assert "2025-04-22" in told.out


def test_verify_finds_a_sound_store_sound(reading: Env) -> None:
    ended = run("verify", **reading)
    assert ended.code == 0
    assert ended.out.startswith("2 documents, ")
    assert ended.out.endswith("0 broken links\n")


def test_verify_names_a_broken_link(papers: Path) -> None:
    import sqlite3

    db = papers.parent / "t.db"
    run("ingest", "papers", "--db", str(db), cwd=papers.parent)
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE mention SET start = start + 1 WHERE rowid IN (SELECT rowid FROM mention LIMIT 1)")
    ended = run("verify", "--db", str(db), cwd=papers.parent)
    assert ended.code == 1
    assert "papers/" in ended.err
    assert "offset" in ended.err


def test_topics_lists_every_slug_with_its_label() -> None:
    listed = [line.split("\t") for line in run("topics").out.splitlines()]
    assert ["quality", "质量标准"] in [row[:2] for row in listed]
    assert len(listed) == 19


def test_undated_lists_what_no_date_could_be_given_to(tmp_path: Path) -> None:
    page = "本报讯（记者 方圆）近年来，全市建成社区书屋三十余家，荣获省级表彰。\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    run("ingest", "page.txt", "--db", "t.db", cwd=tmp_path)
    where, _why, quote = run("undated", "--db", "t.db", cwd=tmp_path).out.splitlines()[0].split("\t")
    assert where.startswith("page.txt:")
    assert "近年来" in quote


def test_publishing_twice_writes_the_same_bytes(reading: Env, tmp_path: Path) -> None:
    assert run("publish", "--to", str(tmp_path / "feeds"), **reading).code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "feeds").iterdir()}
    assert {"all.ics", "upcoming.ics", "activities.ics", "milestones.ics", "quality.ics", "index.html"} <= set(before)
    again = run("publish", "--to", str(tmp_path / "feeds"), **reading)
    assert ", 0 files written," in again.out
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "feeds").iterdir()}


def test_publish_leaves_out_what_has_no_day_when_asked(reading: Env, tmp_path: Path) -> None:
    from icalendar import Calendar

    def days(coarse: str) -> list[str]:
        run("publish", "--to", str(tmp_path / coarse), "--coarse", coarse, **reading)
        calendar = Calendar.from_ical((tmp_path / coarse / "all.ics").read_bytes())
        return [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]

    assert any("标准化示范区" in title for title in days("marker"))
    assert not any("标准化示范区" in title for title in days("skip"))


def test_extract_answers_as_the_export_does(papers: Path) -> None:
    asked = ["--published", "2025-04-22", "--format", "json"]
    record = json.loads(run("extract", "papers/harbour.txt", *asked, cwd=papers.parent).out)
    run("ingest", "papers/harbour.txt", "--published", "2025-04-22", "--db", "t.db", cwd=papers.parent)
    stored = json.loads(run("export", "--all", "--db", "t.db", cwd=papers.parent).out)["events"]

    def told(events: list[dict[str, object]]) -> list[object]:
        return sorted((e["id"], e["title"], e["date"]["edtf"], len(e["mentions"])) for e in events)  # type: ignore[index,arg-type]

    assert told(record["events"]) == told(stored)
    assert record["published"]["edtf"] == "2025-04-22"


def test_extract_reads_standard_input() -> None:
    ended = run("extract", "-", "--published", "2025-04-22", stdin="诗歌朗诵会4月26日上午在西山书院举行。")
    assert [event["date"]["edtf"] for event in json.loads(ended.out)["events"]] == ["2025-04-26"]


def test_timex_says_where_and_what() -> None:
    ended = run("timex", "登山活动定于4月26日上午举行", "--anchor", "2025-04-22")
    assert [json.loads(line) for line in ended.out.splitlines()] == [
        {
            "start": 6, "end": 13, "text": "4月26日上午", "edtf": "2025-04-26", "begin": "2025-04-26",
            "until": "2025-04-27", "type": "TIME", "resolution": "relative",
        }
    ]  # fmt: skip


def test_timex_explains_itself() -> None:
    ended = run("timex", "昨日上午开工", "--anchor", "2025-04-22", "--explain")
    assert ended.code == 0
    assert "2025-04-21" in ended.out
    assert "rule " in ended.out
    assert "anchor " in ended.out


def test_timex_marks_up_the_text_as_timex3() -> None:
    from xml.etree import ElementTree

    text = "A<B：2025年一季度完成，4月26日上午开会"
    marked = ElementTree.fromstring(f"<t>{run('timex', text, '--anchor', '2025-04-22', '--format', 'timex3').out}</t>")
    assert "".join(marked.itertext()).rstrip("\n") == text
    assert [each.get("value") for each in marked] == ["2025-Q1", "2025-04-26TMO"]


def test_timex_reads_standard_input() -> None:
    assert json.loads(run("timex", stdin="始建于1986年6月").out)["edtf"] == "1986-06"


def test_serve_answers_until_it_is_interrupted(reading: Env) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    child = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port)], stderr=subprocess.PIPE, env=environment(**reading)
    )
    try:
        page, feed = (answer(f"http://127.0.0.1:{port}/{path}") for path in ("", "feeds/all.ics"))
    finally:
        child.send_signal(signal.SIGINT)
        _, told = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"Traceback" not in told
    assert "合唱节" in page
    assert "BEGIN:VCALENDAR" in feed


def answer(address: str) -> str:
    """What the server says at an address, once it is up."""
    for _ in range(300):
        try:
            with urlopen(address, timeout=10) as page:
                return str(page.read().decode())
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address}: no answer")


def test_version_and_help() -> None:
    assert run("--version").out == "timeline 0.1.0\n"
    helped = run("--help")
    assert helped.code == 0
    assert "ingest" in helped.out
    assert run().code in (0, 2)  # no command: the help again


def test_the_schema_is_the_checked_snapshot() -> None:
    snapshot = Path(__file__).parents[2] / "db" / "schema.sql"
    assert run("db", "schema").out == snapshot.read_text(encoding="utf-8")


def test_conflicts_says_when_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("渡口开航\n\n青石日报 2025-04-22\n\n渡口将于4月26日上午开航。", encoding="utf-8")
    run("ingest", "a.txt", "--db", "t.db", cwd=tmp_path)
    ended = run("conflicts", "--db", "t.db", cwd=tmp_path)
    assert (ended.code, ended.out, ended.err) == (0, "", "no page contradicts another\n")
