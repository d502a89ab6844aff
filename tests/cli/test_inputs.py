"""Web addresses and standard input on the command line: into the store and to an answer at once."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import HARBOUR, STANDARDS
from console import run

sys.path.append(str(Path(__file__).parents[1] / "read"))
from drawing import PAGES, draw
from serving import Site, served


@pytest.fixture
def site() -> Iterator[tuple[str, type[Site]]]:
    with served() as running:
        yield running


def test_an_address_is_fetched_once_and_asked_after_from_then_on(site: tuple[str, type[Site]], tmp_path: Path) -> None:
    home, made = site
    env = {"TIMELINE_DB": str(tmp_path / "t.db"), "XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    ask = ("ingest", f"{home}/tagged", f"{home}/none", "--allow-private")
    first = run(*ask, **env)
    assert (first.code, first.err) == (1, f"{home}/none: the server answers 404 Not Found; check the address\n")
    assert first.out.startswith("documents: 1 added")
    assert "1 unchanged" in run(*ask, **env).out
    assert "If-None-Match" in made.asked[2][1]
    made.version = 2
    assert "1 revised" in run(*ask, **env).out
    assert run("documents", **env).out.endswith(f"\t{home}/tagged\n")
    assert run("verify", **env).code == 0
    other = run(*ask, **env | {"TIMELINE_DB": str(tmp_path / "other.db")})
    assert other.out.startswith("documents: 1 added")


def test_an_address_is_answered_at_once(site: tuple[str, type[Site]]) -> None:
    home, _ = site
    ended = run("extract", f"{home}/page", "--allow-private", "--published", "2025-06-11")
    assert ended.code == 0
    assert json.loads(ended.out)["id"] == f"{home}/page"


def test_private_addresses_are_refused_unless_allowed(site: tuple[str, type[Site]]) -> None:
    home, made = site
    ended = run("extract", f"{home}/page")
    assert ended.code == 1
    assert "--allow-private" in ended.err
    assert made.asked == []


def test_a_server_that_hangs_takes_no_longer_than_asked_for_and_stops_no_other(site: tuple[str, type[Site]]) -> None:
    home, _ = site
    ended = run("extract", f"{home}/hang", f"{home}/page", "--allow-private", "--timeout", "1")
    assert ended.code == 1
    assert "did not answer in time (at most 1 seconds in all)" in ended.err
    assert json.loads(ended.out)["id"] == f"{home}/page"


def packed() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("harbour.txt", HARBOUR)
    return stream.getvalue()


def docx() -> bytes:
    from docx import Document

    stream = io.BytesIO()
    made = Document()
    made.add_paragraph(HARBOUR)
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (HARBOUR.encode(), "-"),
        (HARBOUR.encode("gb18030"), "-"),
        (f"<div><p>{HARBOUR}</p></div>".encode("utf-16"), "-"),
        (draw(PAGES["2 columns"]), "-"),
        (docx(), "-"),
        (packed(), "-/harbour.txt"),
        (gzip.compress(HARBOUR.encode()), "-/-"),
    ],
    ids=["text", "gb18030", "html", "pdf", "docx", "zip", "gzip"],
)
def test_standard_input_is_what_its_bytes_say(raw: bytes, path: str) -> None:
    ended = run("extract", "-", stdin=raw)
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["id"] == path
    assert "<" not in ended.out


def test_pages_piped_in_one_after_the_other_stay_apart_unless_named(tmp_path: Path) -> None:
    ask = ("ingest", "-", "--db", "t.db")
    for page in (HARBOUR, STANDARDS):
        assert run(*ask, stdin=page, cwd=tmp_path).out.startswith("documents: 1 added")
    assert "1 unchanged" in run(*ask, stdin=HARBOUR, cwd=tmp_path).out
    named = (*ask, "--name", "滨江日报 2025-04-22.txt")
    assert run(*named, stdin=HARBOUR.replace("剧场", "礼堂"), cwd=tmp_path).out.startswith("documents: 1 added")
    assert "1 revised" in run(*named, stdin=HARBOUR.replace("剧场", "会堂"), cwd=tmp_path).out
    assert "2025-04-22\t滨江日报 2025-04-22.txt" in run("documents", "--db", "t.db", cwd=tmp_path).out


def test_nothing_on_standard_input_is_named(tmp_path: Path) -> None:
    ended = run("ingest", "-", "--db", "t.db", cwd=tmp_path)
    assert ended.code == 1
    assert "the file is empty" in ended.err
