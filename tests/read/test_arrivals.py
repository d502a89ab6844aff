"""What arrives in a folder: found once, when it is complete, whatever happens to the folder meanwhile."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from timeline.read.arrivals import Arrivals


def names(arrivals: Arrivals, failed: list[str] | None = None) -> list[str]:
    return [path.name for path in arrivals.look([] if failed is None else failed)]


def test_a_file_is_handed_out_once_and_again_when_it_changes(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("一", encoding="utf-8")
    arrivals = Arrivals([tmp_path])
    assert [names(arrivals) for _ in range(4)] == [[], ["a.txt"], [], []]
    page.write_text("一二", encoding="utf-8")
    assert arrivals.look([]) == []
    assert arrivals.pending
    assert [names(arrivals) for _ in range(3)] == [["a.txt"], [], []]
    assert not arrivals.pending


def test_a_file_that_grows_is_waited_for(tmp_path: Path) -> None:
    arrivals = Arrivals([tmp_path])
    page = tmp_path / "a.txt"
    for size in range(1, 5):
        page.write_bytes(b"x" * size)
        assert names(arrivals) == []
    assert names(arrivals) == ["a.txt"]


def test_a_file_that_is_open_for_writing_is_waited_for_though_it_stands_still(tmp_path: Path) -> None:
    arrivals = Arrivals([tmp_path])
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.write(b"first half")
        stream.flush()
        told = sys.platform.startswith("linux")  # other systems don't say who writes
        assert [names(arrivals) for _ in range(4)] == ([[]] * 4 if told else [[], ["a.txt"], [], []])
        assert arrivals.pending == told
        stream.write(b"second half")
    assert [names(arrivals) for _ in range(2)] == [[], ["a.txt"]]
    with (tmp_path / "a.txt").open("rb"):  # who only reads does not matter
        (tmp_path / "b.txt").write_bytes(b"x")
        assert [names(arrivals) for _ in range(2)] == [[], ["b.txt"]]


def test_what_is_written_to_while_it_is_read_comes_again(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_bytes(b"x")
    arrivals = Arrivals([tmp_path])
    assert [names(arrivals) for _ in range(2)] == [[], ["a.txt"]]
    page.write_bytes(b"xy")  # while a.txt is being read
    (tmp_path / "b.txt").write_bytes(b"x")
    assert [names(arrivals) for _ in range(2)] == [[], ["a.txt", "b.txt"]]


def test_a_file_moved_in_over_another_of_the_same_size_and_time(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "in", tmp_path / "b.txt"
    folder.mkdir()
    page = folder / "a.txt"
    for path, octets in ((page, b"x"), (elsewhere, b"y")):
        path.write_bytes(octets)
        os.utime(path, (1_700_000_000, 1_700_000_000))
    arrivals = Arrivals([folder])
    assert [names(arrivals) for _ in range(2)] == [[], ["a.txt"]]
    elsewhere.replace(page)
    assert [names(arrivals) for _ in range(2)] == [[], ["a.txt"]]


def test_files_and_folders_that_vanish_and_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_bytes(b"x")
    (folder / "deep" / "b.txt").write_bytes(b"x")
    arrivals = Arrivals([folder])
    assert [names(arrivals) for _ in range(2)] == [[], ["a.txt", "b.txt"]]
    (folder / "a.txt").unlink()
    assert names(arrivals) == []
    shutil.move(folder, tmp_path / "away")
    failed: list[str] = []
    assert [names(arrivals, failed) for _ in range(3)] == [[], [], []]
    assert len(failed) == 1
    assert failed[0].startswith(f"{folder}: No such file or directory; ")
    shutil.move(tmp_path / "away", folder)
    assert [names(arrivals) for _ in range(2)] == [[], ["b.txt"]]


def test_what_is_hidden_or_unfinished_by_its_name_is_left_alone(tmp_path: Path) -> None:
    for name in (".a.txt.Xy12", "b.pdf.part", "c.html.crdownload", "d.txt~", ".git/e.txt", "f.TMP", "g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    arrivals = Arrivals([tmp_path])
    assert [names(arrivals) for _ in range(2)] == [[], ["g.txt"]]


def test_what_could_not_be_stored_is_handed_out_once_more(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    arrivals = Arrivals([tmp_path])
    assert [names(arrivals) for _ in range(2)] == [[], ["a.txt"]]
    arrivals.again([tmp_path / "a.txt"])
    assert arrivals.pending
    assert [names(arrivals) for _ in range(2)] == [["a.txt"], []]


def test_what_is_no_file_is_named_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    arrivals = Arrivals([tmp_path])
    failed: list[str] = []
    for _ in range(3):
        arrivals.look(failed)
    assert sorted(failed) == [
        f"{tmp_path}/nowhere: No such file or directory; leave it out",
        f"{tmp_path}/pipe: no regular file; leave it out",
    ]
