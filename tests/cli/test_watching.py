"""``timeline watch``: what arrives in a folder is in the store soon after, and nothing ends the watch but a person."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import HARBOUR, STANDARDS
from console import COMMAND, environment, run


class Watch:
    """A running watch, its standard output and error in files beside the folder."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self._out, self._err = folder.parent / "out", folder.parent / "err"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.child = subprocess.Popen(
                [*COMMAND, "watch", folder.name, "--every", "0.1", "--db", "t.db", *options],
                stdout=out,
                stderr=err,
                cwd=folder.parent,
                env=environment(),
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
            )

    @property
    def out(self) -> str:
        return self._out.read_text(encoding="utf-8")

    @property
    def err(self) -> str:
        return self._err.read_text(encoding="utf-8")

    def until(self, met: Callable[[], bool], seconds: float = 60) -> None:
        """Waits until a condition is met, at most so long."""
        end = time.monotonic() + seconds
        while not met():
            assert self.child.poll() is None, (self.child.returncode, self.err)
            assert time.monotonic() < end, (self.out, self.err)
            time.sleep(0.05)


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[Watch]:
    folder.mkdir(exist_ok=True)
    watch = Watch(folder, *options)
    try:
        yield watch
    finally:
        if watch.child.poll() is None:
            watch.child.kill()
            watch.child.wait()


def paths(folder: Path) -> list[str]:
    listed = run("documents", "--db", "t.db", cwd=folder.parent).out.splitlines()
    return sorted(line.split("\t")[-1] for line in listed)


def test_a_day_of_a_watch(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "before.txt").write_text(HARBOUR, encoding="utf-8")
    with watching(folder) as watch:
        watch.until(lambda: "in/before.txt: documents: 1 added" in watch.out)
        (folder / "bad.txt").write_bytes(b"")
        os.mkfifo(folder / "pipe")
        (tmp_path / "moved.txt").write_text(STANDARDS, encoding="utf-8")
        (tmp_path / "moved.txt").rename(folder / "moved.txt")
        watch.until(
            lambda: "1 added" in watch.out.partition("moved.txt: ")[2] and "bad.txt: the file is empty" in watch.err
        )
        folder.rename(tmp_path / "away")
        watch.until(lambda: "in: No such file or directory" in watch.err)
        (tmp_path / "away" / "moved.txt").unlink()
        (tmp_path / "away").rename(folder)
        (folder / "later.txt").write_text(STANDARDS.replace("2003", "2004"), encoding="utf-8")
        watch.until(lambda: "later.txt: documents: 1 added" in watch.out)
        (folder / "later.txt").write_text(STANDARDS.replace("2003", "2005"), encoding="utf-8")
        watch.until(lambda: "in/later.txt: documents: 0 added, 1 revised" in watch.out)
        watch.child.send_signal(signal.SIGINT)
        assert watch.child.wait(timeout=30) == 130
        assert "Traceback" not in watch.err
        assert watch.err.count("in/pipe: no regular file") == 2  # once more after the folder came back
    assert paths(folder) == ["in/before.txt", "in/later.txt", "in/moved.txt"]


def test_a_file_that_is_being_written_is_read_when_it_is_complete(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    with watching(folder) as watch:
        with (folder / "slow.txt").open("w", encoding="utf-8") as stream:
            for line in HARBOUR.splitlines(keepends=True):
                stream.write(line)
                stream.flush()
                time.sleep(0.05)
        watch.until(lambda: "slow.txt" in watch.out)
        assert "in/slow.txt: documents: 1 added" in watch.out
        time.sleep(0.5)
        assert watch.out.count("slow.txt") == 1


def test_many_that_arrive_while_others_are_read_are_all_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    with watching(folder) as watch:
        for number in range(60):
            (folder / f"{number}.txt").write_text(f"书市{number}2025年5月{number % 28 + 1}日开幕。", encoding="utf-8")
            time.sleep(0.01)
        watch.until(lambda: sum(int(line.split(" added")[0].split()[-1]) for line in watch.out.splitlines()) == 60)
        assert watch.err == ""


def test_a_store_that_is_locked_for_a_while_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    run("ingest", "-", "--db", "t.db", stdin=STANDARDS, cwd=tmp_path)
    with watching(folder) as watch:
        time.sleep(1)
        connection = sqlite3.connect(tmp_path / "t.db", isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        (folder / "a.txt").write_text(HARBOUR, encoding="utf-8")
        watch.until(lambda: "is locked" in watch.err and "tried again" in watch.err)
        connection.execute("ROLLBACK")
        connection.close()
        watch.until(lambda: "in/a.txt: documents: 1 added" in watch.out)


def test_once_reads_what_is_there_and_ends(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(HARBOUR, encoding="utf-8")
    done = run("watch", "in", "--once", "--every", "0.1", "--db", "t.db", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("in/a.txt: documents: 1 added")
    (folder / "b.txt").write_bytes(b"")
    again = run("watch", "in", "--once", "--every", "0.1", "--db", "t.db", cwd=tmp_path)
    assert again.code == 1
    assert again.err == "in/b.txt: the file is empty; leave it out\n"
    assert "0 added, 0 revised, 0 read anew, 1 unchanged" in again.out


def test_what_is_no_folder_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")
    for name in ("a.txt", "none"):
        ended = run("watch", name, "--db", "t.db", cwd=tmp_path)
        assert ended.code == 2
        assert f"'{name}'" in ended.told
