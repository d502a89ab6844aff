"""Files: what is named, how large it may be, what its address says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import timeline.read
from timeline.read import ReadError, read_path, read_text
from timeline.read.addresses import address_clues, name_clues
from timeline.read.inputs import Inputs


def test_a_file_is_called_as_the_user_named_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    Path("pages/a.md").write_text("# 新桥\n\n昨日合龙。", encoding="utf-8")
    [document] = read_path(Path("pages") / "a.md")
    assert (document.path, document.media_type) == ("pages/a.md", "text/markdown")
    assert read_path(Path("pages/a.md"), name="elsewhere.txt")[0].path == "elsewhere.txt"
    assert document.raw == Path("pages/a.md").read_bytes()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file; check the path"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="a folder, not a file"):
        read_path(tmp_path)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="no regular file"):
        read_path(pipe)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    sparse = tmp_path / "sparse.txt"
    with sparse.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    with pytest.raises(ReadError, match=r"2,147,483,648 bytes, more than 268,435,456"):
        read_path(sparse)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("新桥昨日合龙。", encoding="utf-8")
    failed: list[str] = []
    found = list(Inputs(failed).documents([tmp_path / "a.txt", tmp_path / "none.txt", tmp_path / "b.txt"]))
    assert [document.text for document in found] == ["新桥昨日合龙。"]
    assert len(failed) == 2


def test_a_text_has_the_clues_of_its_address() -> None:
    document = read_text("新桥昨日合龙。", "case", "https://news.example.cn/20250611/1.html")
    assert [(clue.kind, clue.edtf) for clue in document.clues] == [("url", "2025-06-11")]
    with pytest.raises(ReadError, match="there is no text in it"):
        read_text(" \n")


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("/html/2019-10/25/content_1.htm", ["2019-10-25"]),
        ("/202010/t20201029_2271003.htm", ["2020-10-29"]),
        ("/20191018/6b3914a3.html", ["2019-10-18"]),
        ("/content/202208/24/c6823698.html", ["2022-08-24"]),
        ("/2014/1010/2817.html", ["2014-10-10"]),
        ("/n2/2022/0216/c134768-35137155.html", ["2022-02-16"]),
        ("/a/2025-6-1/x.html", ["2025-06-01"]),
        ("/2025年6月11日.html", ["2025-06-11"]),
        ("/txt/2018-12/page.htm", ["2018-12"]),
        ("/archive/201812/page.htm", ["2018-12"]),
        ("/2025-02-30/x.html", []),
        ("/content_8722303.htm", []),
        ("/id/1201910189.html", []),
        ("/post_191645.html", []),
        ("/1849858585809321984.html", []),
        ("", []),
    ],
)
def test_dates_in_addresses(path: str, days: list[str]) -> None:
    assert [clue.edtf for clue in address_clues(f"https://news.example.cn{path}")] == days


def test_the_host_and_the_query_say_nothing() -> None:
    assert address_clues("https://20250611.example.cn/a.html?day=2025-06-11") == ()
    assert address_clues("") == address_clues("http://[") == ()


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("2025-06-11 新桥.txt", ["2025-06-11"]),
        ("pages/2025/06/11/a.txt", ["2025-06-11"]),
        ("pages/20250611.pdf", ["2025-06-11"]),
        ("000_f99e2b816eca3952.txt", []),
        ("2025-06-11/2024-01-02.txt", ["2024-01-02"]),
    ],
)
def test_dates_in_file_names(name: str, days: list[str]) -> None:
    assert [clue.edtf for clue in name_clues(name)] == days


def test_the_limit_is_public() -> None:
    assert timeline.read.MAX_BYTES == 256 * 1024 * 1024
