from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from making import BRAND, LATER, MARKET, NOW, page
from sqlalchemy import event

from timeline.store import Store, StoreError

ROOT = Path(__file__).parents[2]


def filled(path: Path) -> Path:
    with Store.open(str(path)) as store:
        store.ingest([page("a.txt")], NOW)
    return path


def without_rights(*files: Path) -> None:
    """Takes the right to write from everybody; the superuser goes on as an ordinary user."""
    for file in files:
        file.chmod(file.stat().st_mode & ~0o222)
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_text_file_is_no_database(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("会议记录" * 1000, encoding="utf-8")
    with pytest.raises(StoreError, match=r"notes\.txt is not a Timeline database: name another file"):
        Store.open(str(file))
    assert file.read_text(encoding="utf-8") == "会议记录" * 1000


def test_another_programs_database_is_left_alone(tmp_path):
    file = tmp_path / "music.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = file.read_bytes()
    with pytest.raises(StoreError, match="is a database of another program"):
        Store.open(str(file))
    assert file.read_bytes() == before


def test_an_empty_file_becomes_a_store(tmp_path):
    file = tmp_path / "empty.db"
    file.touch()
    with Store.open(str(file)) as store:
        assert store.events() == []


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="is a folder: name a file in it"):
        Store.open(str(tmp_path))


def test_a_store_that_must_be_there_is_not_made(tmp_path):
    with pytest.raises(StoreError, match="is not there yet: run timeline ingest"):
        Store.open(str(tmp_path / "none.db"), create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_file_in_place_of_the_folder(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="can't be made"):
        Store.open(str(tmp_path / "file" / "a.db"))


@pytest.mark.parametrize("url", ["mysterydb://host/a", "://", "sqlite+nothing:///a.db"])
def test_a_url_that_names_no_database(url):
    with pytest.raises(StoreError, match=r"database URL|driver"):
        Store.open(url)


def test_a_url_opens_the_same_store_as_its_path(tmp_path):
    filled(tmp_path / "a.db")
    with Store.open(f"sqlite:///{tmp_path / 'a.db'}") as store:
        assert len(store.events()) == 2


def test_a_database_from_a_newer_version_is_refused_untouched(tmp_path):
    file = filled(tmp_path / "a.db")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"a\.db was written by a newer Timeline \(schema 9999.*: update Timeline"):
        Store.open(str(file))
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (2,)


def test_a_locked_database_is_named_and_nothing_is_lost(tmp_path):
    file = filled(tmp_path / "a.db")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(str(file), timeout=0.1) as store:
        assert len(store.events()) == 2  # reading goes on beside a writer
        with pytest.raises(StoreError, match=r"a\.db is locked: another program is writing"):
            store.ingest([page("b.txt", [BRAND])], LATER)
        other.execute("ROLLBACK")
        assert store.ingest([page("b.txt", [BRAND])], LATER).events_added == 1
    other.close()


def test_a_database_locked_for_readers_too(tmp_path):
    file = filled(tmp_path / "a.db")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA journal_mode=DELETE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match=r"a\.db is locked"):
        Store.open(str(file), timeout=0.1)
    other.close()


def test_a_read_only_file_in_a_read_only_folder_is_read_but_not_written(own_folder):
    file = filled(own_folder / "a.db")
    without_rights(file, own_folder)
    with Store.open(str(file)) as store:
        assert [event.title for event in store.events()] == ["新桥通车", "县里办集市"]
        with pytest.raises(StoreError, match=r"a\.db is read-only: make the file and its folder writable"):
            store.ingest([page("b.txt", [BRAND])], LATER)


def test_a_read_only_file_that_must_be_migrated(own_folder):
    file = own_folder / "a.db"
    file.touch()
    without_rights(file, own_folder)
    with pytest.raises(StoreError, match=r"a\.db (is read-only|can't be opened): "):
        Store.open(str(file))


def test_no_store_can_be_made_in_a_read_only_folder(own_folder):
    without_rights(own_folder)
    with pytest.raises(StoreError, match=r"a\.db can't be opened: check that its folder exists"):
        Store.open(str(own_folder / "a.db"))


def test_a_store_opened_read_only_by_url(tmp_path):
    file = filled(tmp_path / "a.db")
    with Store.open(f"sqlite:///file:{file}?mode=ro&uri=true") as store:
        assert len(store.events()) == 2
        with pytest.raises(StoreError, match="is read-only"):
            store.ingest([page("b.txt", [BRAND])], LATER)


def test_a_full_disk_keeps_what_was_stored(tmp_path):
    with Store.open(str(tmp_path / "a.db")) as store:
        store.ingest([page("a.txt")], NOW)

        @event.listens_for(store._engine, "begin")
        def fill(connection):
            connection.exec_driver_sql("PRAGMA max_page_count = 1")

        with pytest.raises(StoreError, match=r"a\.db can't grow: the disk is full; free some space"):
            store.ingest([page(f"{n}.txt", [MARKET, BRAND], undated="长" * 9000) for n in range(50)], LATER)
        assert [record.path for record in store.documents()] == ["a.txt"]
        assert list(store.verify()) == []


def test_a_damaged_file_says_so(tmp_path):
    file = filled(tmp_path / "a.db")
    whole = bytearray(file.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    file.write_bytes(bytes(whole))
    with pytest.raises(StoreError, match=r"a\.db is damaged: restore a copy"), Store.open(str(file)) as store:
        store.events()


def test_readers_in_other_threads_see_whole_states_while_one_writes(tmp_path):
    lines = [replace(BRAND, quote=f"1996年提出第{n}条。", title=f"第{n}条") for n in range(20)]
    seen: list[int] = []
    with Store.open(str(tmp_path / "a.db")) as store:
        done = threading.Event()

        def read() -> None:
            while not done.is_set():
                events = store.events()
                assert all(event.mentions for event in events)
                seen.append(len(events))

        with ThreadPoolExecutor(3) as pool:
            reading = [pool.submit(read) for _ in range(3)]
            for n in range(5):
                store.ingest([page(f"{n}.txt", lines[4 * n : 4 * n + 4])], NOW)
            done.set()
            for each in reading:
                each.result(timeout=30)
        assert set(seen) <= {0, 4, 8, 12, 16, 20}
        assert len(store.events()) == 20


def test_many_processes_may_open_a_new_store_at_once(tmp_path):
    program = f"from timeline.store import Store; s = Store.open({str(tmp_path / 'a.db')!r}); print(len(s.events())); s.close()"
    running = [
        subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    ended = [process.communicate(timeout=60) for process in running]
    assert [out for out, _ in ended] == [b"0\n"] * 4, ended
