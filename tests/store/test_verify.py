from __future__ import annotations

import shutil
import zlib
from dataclasses import replace

import pytest
from making import BRAND, LATER, MARKET, NOW, page
from sqlalchemy import text

from timeline.store import Store

AGAIN = "restore a copy of the store, or ingest the documents into a new one"


@pytest.fixture
def stored(store):
    store.ingest([page("a.txt", [replace(MARKET, id="aa11")]), page("b.txt", [replace(BRAND, id="bb22")])], NOW)
    assert list(store.verify()) == []
    return store


def broken(store, statement, **values):
    with store._engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            connection.execute(text(statement), values)
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")
    return list(store.verify())


def test_a_span_that_does_not_hold_its_quote(stored):
    assert broken(stored, "UPDATE mention SET start = start + 1 WHERE document_id = 1") == [
        "a.txt: offset 7: “里4月26日在河滨公园办集市。” is printed where “县里4月26日在河滨公园办集市。” is quoted: "
        "restore a copy of the store, or ingest the documents into a new one"
    ]


def test_a_time_that_is_not_printed_where_it_was_read(stored):
    (problem,) = broken(stored, "UPDATE mention SET timex_text = '4月27日' WHERE document_id = 1")
    assert problem.startswith("a.txt: offset 8: “4月26日” is printed where the time “4月27日” was read")


@pytest.mark.parametrize("column", ["end", "timex_end"])
def test_a_span_outside_the_text(stored, column):
    (problem,) = broken(stored, f'UPDATE mention SET "{column}" = 9999 WHERE document_id = 2')
    assert problem.startswith("b.txt: offset 6: a ")
    assert "runs outside the text (6:9999" in problem


def test_bytes_that_are_not_those_that_were_read(stored):
    problems = broken(stored, "UPDATE content SET raw = :raw", raw=zlib.compress("1996年提出质量兴业。".encode()))
    assert f"b.txt: its stored bytes don't have its SHA-256: {AGAIN}" in problems
    assert any(problem.startswith("b.txt: offset 0: its bytes are read as another text") for problem in problems)


def test_bytes_that_cannot_be_unpacked(stored):
    problems = broken(
        stored, "UPDATE content SET raw = x'00ff' WHERE sha256 = (SELECT sha256 FROM document WHERE id = 1)"
    )
    assert len(problems) == 1
    assert problems[0].startswith("a.txt: its stored bytes or text are damaged")


def test_bytes_that_can_no_longer_be_read(stored):
    problems = broken(stored, "UPDATE content SET raw = :raw", raw=zlib.compress(b"\xff" * 64))
    assert sum("its stored bytes can't be read any more" in problem for problem in problems) == 2


def test_a_text_that_was_changed(stored):
    text_of_b = page("b.txt", [BRAND]).document.text
    changed = zlib.compress(text_of_b.replace("1996", "1997").encode())
    problems = broken(stored, "UPDATE document SET text = :text WHERE id = 2", text=changed)
    assert problems[0].startswith("b.txt: offset 9: its bytes are read as another text than the stored one")
    assert any("“1997年” is printed where the time “1996年” was read" in problem for problem in problems)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM event_mention WHERE event = 2", "event aa11: nothing in any document states it"),
        (
            "DELETE FROM mention WHERE document_id = 1",
            "a.txt: a mention of event aa11, or the mention's article, is missing",
        ),
        (
            "DELETE FROM article WHERE document_id = 1",
            "a.txt: a mention of event aa11, or the mention's article, is missing",
        ),
        (
            "UPDATE document SET state = 'copy' WHERE id = 1",
            "a.txt: event aa11 rests on a document that is not current",
        ),
        (
            "UPDATE event_text SET words = 'x' WHERE event = 2",
            "event aa11: its words are not those that --text searches",
        ),
        ("DELETE FROM event_text WHERE event = 1", "event bb22: its words are not those that --text searches"),
        ("INSERT INTO event_grams (event_grams) VALUES ('delete-all')", "event aa11: --text would not find it"),
        (
            "UPDATE event SET state = 'lost', tombstone = '{}' WHERE id = 'aa11'",
            "event aa11: --text would find it though it is gone",
        ),
        ("INSERT INTO event_alias VALUES ('zz99', 'gone')", "event zz99: its other id leads nowhere"),
    ],
)
def test_a_broken_link_is_named_with_the_next_step(stored, statement, problem):
    problems = broken(stored, statement)
    assert any(each.startswith(problem) and each.endswith((": run timeline db rebuild", AGAIN)) for each in problems), (
        problems
    )


def test_an_article_outside_its_text(stored):
    problems = broken(
        stored, "UPDATE article SET payload = replace(payload, '[0,4]', '[0,99999]') WHERE document_id = 1"
    )
    assert problems == ["a.txt: offset 0: article a1 lies outside the text: " + AGAIN]


def test_files_that_changed_or_vanished_are_notices_not_problems(store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("same.txt", "changed.txt", "gone.txt"):
        (tmp_path / name).write_bytes(page(name, [MARKET], headline=name).document.raw)
    store.ingest([page(name, [MARKET], headline=name) for name in ("same.txt", "changed.txt", "gone.txt")], NOW)
    assert list(store.notices()) == []
    (tmp_path / "changed.txt").write_text("改过", encoding="utf-8")
    (tmp_path / "gone.txt").unlink()
    assert list(store.notices()) == [
        "changed.txt: changed on disk since it was read: run timeline ingest changed.txt",
        "gone.txt: no longer on disk; the store keeps its bytes",
    ]
    assert list(store.verify()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event_text SET words = 'x' WHERE event = 2",
        "DELETE FROM event_text WHERE event = 2",
        "INSERT INTO event_text VALUES (99, 'x')",
        "INSERT INTO event_grams (event_grams) VALUES ('delete-all')",
        "DELETE FROM event_mention WHERE event = 2",
        "INSERT INTO event_alias VALUES ('zz99', 'nothing')",
    ],
)
def test_rebuilding_mends_what_it_is_said_to_mend(stored, statement):
    before = stored.events()
    problems = broken(stored, statement)
    assert problems
    assert all(problem.endswith(": run timeline db rebuild") for problem in problems)
    stored.rebuild(LATER)
    assert list(stored.verify()) == []
    assert stored.events() == before


def test_rebuilding_goes_on_where_rows_are_missing(stored):
    assert broken(stored, "DELETE FROM mention WHERE document_id = 1")
    stored.rebuild(LATER)
    assert [event.id for event in stored.events()] == ["bb22"]
    assert list(stored.verify()) == []


def test_a_copied_store_file_is_the_same_store(stored, tmp_path):
    events = stored.events()
    stored.close()
    shutil.copy(tmp_path / "timeline.db", tmp_path / "copy.db")
    with Store.open(str(tmp_path / "copy.db")) as copy:
        assert copy.events() == events
        assert list(copy.verify()) == []
