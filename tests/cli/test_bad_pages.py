"""Pages that are damaged, hostile or no pages at all: each a line that says why, soon, in little memory, harming no other.

Time is the processor's, memory the largest that the process had; both bounds are several times what was measured.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from console import COMMAND, environment, run

sys.path.append(str(Path(__file__).parents[1] / "read"))
from drawing import PAGES, draw

GOOD = "2025年5月10日，书市在西山开幕。"
SECONDS, MEGABYTES = 30, 400


@dataclass(frozen=True)
class Measured:
    """How a command ended: exit code, both outputs, processor seconds, peak memory in megabytes."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


#: A process counts what its parent had in memory as its own: the command is started by a small one.
LAUNCHER = """
import json, os, subprocess, sys
child = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(child.pid, 0)
figures = os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss
open(sys.argv[1], "w").write(json.dumps(figures))
"""


def measured(*arguments: str, cwd: Path) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder, "figures")
        command = [sys.executable, "-S", "-c", LAUNCHER, str(figures), *COMMAND, *arguments]
        ended = subprocess.run(command, capture_output=True, cwd=cwd, env=environment(), timeout=300)
        code, seconds, peak = json.loads(figures.read_text())
    megabytes = peak / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Measured(code, ended.stdout.decode(), ended.stderr.decode(), seconds, megabytes)


def zipped(files: dict[str | zipfile.ZipInfo, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, octets in files.items():
            made.writestr(name, octets, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def tarred(*entries: tarfile.TarInfo, mode: str = "w:gz") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as made:  # type: ignore[call-overload]
        for entry in entries:
            made.addfile(entry)
    return stream.getvalue()


def entry(name: str, kind: bytes = tarfile.REGTYPE, **stated: object) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type = kind
    for key, value in stated.items():
        setattr(made, key, value)
    return made


def nested() -> bytes:
    packed = zipped({f"{number}.txt": b"a" * 30_000_000 for number in range(2)})
    for _ in range(3):
        packed = zipped({f"{number}.zip": packed for number in range(8)})
    return packed


def deep_archive() -> bytes:
    packed = zipped({"a.txt": GOOD.encode()})
    for _ in range(8):
        packed = zipped({"in.zip": packed})
    return packed


def docx_of_a_page() -> bytes:
    import docx

    stream = io.BytesIO()
    made = docx.Document()
    made.add_paragraph(GOOD)
    made.save(stream)
    return stream.getvalue()


def link() -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("link")
    made.external_attr = 0o120777 << 16
    return made


PDF = draw(PAGES["3 columns"])
#: By name: how to make it, and what the line about it says; HEAVY is what would take time or memory.
LIGHT: dict[str, tuple[Callable[[], bytes], str]] = {
    "zero.txt": (lambda: b"", "the file is empty"),
    "zero.pdf": (lambda: b"", "the file is empty"),
    "cut.txt": (lambda: (GOOD * 30).encode()[:-1], "cut short: it ends within a character (utf-8)"),
    "cut-gbk.txt": (lambda: (GOOD * 30).encode("gb18030")[:-1], "cut short: it ends within a character (gb18030)"),
    "cut.html": (lambda: f"<html><body><div>{GOOD * 30}".encode()[:-1], "cut short"),
    "cut.pdf": (lambda: PDF[: len(PDF) // 2], "the PDF is damaged"),
    "cut.docx": (lambda: docx_of_a_page()[:-3000], "the DOCX is damaged"),
    "cut.xml": (lambda: b"<rss version='2.0'><channel><title>", "a feed without entries"),
    "cut.zip": (lambda: zipped({"a.txt": GOOD.encode() * 99})[:-40], "the archive is damaged"),
    "cut.tar.gz": (lambda: tarred(entry("a.txt"))[:-20], "the archive is damaged"),
    "cut.txt.gz": (lambda: gzip.compress(GOOD.encode() * 9)[:-12], "the archive is damaged"),
    "locked.pdf": (lambda: draw(PAGES["3 columns"], password="x"), "the PDF is locked with a password"),
    "up.tar": (lambda: tarred(entry("../up.txt"), mode="w"), "leads out of the archive"),
    "absolute.tar.xz": (lambda: tarred(entry("/etc/up.txt"), mode="w:xz"), "leads out of the archive"),
    "up.zip": (lambda: zipped({"../../up.txt": b"x"}), "leads out of the archive"),
    "link.tar.gz": (lambda: tarred(entry("link", tarfile.SYMTYPE, linkname="/etc/passwd")), "a link or a device"),
    "device.tar.gz": (lambda: tarred(entry("zero", tarfile.CHRTYPE, devmajor=1, devminor=5)), "a link or a device"),
    "link.zip": (lambda: zipped({link(): b"/etc/passwd"}), "a link or a device"),
    "program": (lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 9, "a program"),
}  # fmt: skip
HEAVY: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.zip": (lambda: zipped({f"{n}.txt": b"a" * 30_000_000 for n in range(8)}), "times its size"),
    "nested.zip": (nested, "times its size"),
    "deep.zip": (deep_archive, "archives packed 4 deep"),
    "bomb.txt.gz": (lambda: gzip.compress(b"a" * 70_000_000), "more than 67,108,864 bytes"),
    "bomb.tar.gz": (lambda: tarred(entry("a.txt", pax_headers={"comment": "a" * 70_000_000})), "a member of more than"),
    "many.zip": (lambda: zipped({str(n): b"" for n in range(20_001)}), "more than 20,000 files"),
}  # fmt: skip


@pytest.mark.parametrize("name", HEAVY)
def test_a_bad_page_is_named_soon_and_in_little_memory(name: str, tmp_path: Path) -> None:
    make, reason = HEAVY[name]
    (tmp_path / name).write_bytes(make())
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    ended = measured("extract", name, "good.txt", cwd=tmp_path)
    assert ended.code == 1
    assert reason in ended.err
    assert all(line.startswith(name) and "; " in line for line in ended.err.splitlines())
    assert len(ended.err.splitlines()) <= 6
    assert '"2025-05-10"' in ended.out
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


@pytest.mark.parametrize("tags", [("<div>", "</div>"), ("<b>", ""), ("<table><tr><td>", "")])
def test_html_nested_a_hundred_thousand_levels_deep_ends(tags: tuple[str, str], tmp_path: Path) -> None:
    opening, closing = (tag * 100_000 for tag in tags)
    (tmp_path / "deep.html").write_text(f"<html><body>{opening}{GOOD}{closing}</body></html>", encoding="utf-8")
    ended = measured("extract", "deep.html", cwd=tmp_path)
    assert ended.code in (0, 1)
    assert "Traceback" not in ended.err
    assert (GOOD[:4] in ended.out) if ended.code == 0 else ended.err.startswith("deep.html: ")
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


def test_a_pdf_with_a_broken_cross_reference_is_read_or_named(tmp_path: Path) -> None:
    at = PDF.rindex(b"startxref")
    (tmp_path / "xref.pdf").write_bytes(PDF[:at] + b"startxref\n99999999\n%%EOF")
    ended = measured("extract", "xref.pdf", cwd=tmp_path)
    assert ("xref.pdf" in ended.out) if ended.code == 0 else ended.err.startswith("xref.pdf: the PDF is damaged")
    assert (ended.seconds < SECONDS) and (ended.megabytes < MEGABYTES)


def test_entities_that_stand_for_entities_are_not_written_out(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa">{entities}]>'
    item = f"<item><title>{GOOD}</title><description>&e9;</description></item>"
    (tmp_path / "laughs.xml").write_text(f'{head}<rss version="2.0"><channel>{item}</channel></rss>', encoding="utf-8")
    ended = measured("extract", "laughs.xml", cwd=tmp_path)
    assert (ended.seconds < SECONDS) and (ended.megabytes < MEGABYTES)
    assert len(ended.out) + len(ended.err) < 20_000


def test_a_folder_of_all_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (make, _) in LIGHT.items():
        (folder / name).write_bytes(make())
    with (folder / "sparse.txt").open("wb") as stream:
        stream.truncate(2 * 1024**3)
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere").symlink_to(folder / "none")
    odd = os.fsdecode("书市".encode("gbk"))
    (folder / f"{odd}.txt").write_text(GOOD, encoding="utf-8")
    (folder / "z-good.txt").write_text(GOOD.replace("书市", "花市"), encoding="utf-8")
    with socket.socket(socket.AF_UNIX) as listening:
        os.chdir(folder)  # a socket's path must be short
        listening.bind("socket")
        os.chdir(tmp_path)
        ended = measured("ingest", "in", "--db", "t.db", cwd=tmp_path)
    assert ended.code == 1
    others = {"sparse.txt": "2,147,483,648 bytes", "pipe": "no regular file", "socket": "no regular file"}
    reasons = {name: reason for name, (_, reason) in LIGHT.items()} | others | {"nowhere": "No such file"}
    for name, reason in reasons.items():
        [line] = [line for line in ended.err.splitlines() if line.startswith((f"in/{name}:", f"in/{name}/"))]
        assert reason in line
        assert "; " in line  # and what to do
    assert len(ended.err.splitlines()) == len(reasons)
    assert not list(tmp_path.rglob("up.txt"))
    assert ended.out.startswith("documents: 2 added, ")
    assert "\\xca\\xe9" in run("documents", "--db", "t.db", cwd=tmp_path).out
    assert run("verify", "--db", "t.db", cwd=tmp_path).code == 0
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.read.paths import files

    (tmp_path / "shut").mkdir()
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    looked = os.scandir

    def refuse(path: str) -> object:  # root may look into any folder
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return looked(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found, failed = files([str(tmp_path)])
    assert found == [tmp_path / "good.txt"]
    assert failed == [f"{tmp_path}/shut: Permission denied; check the folder and its permissions"]


def test_a_file_that_vanishes_between_listing_and_reading_is_named(tmp_path: Path) -> None:
    from timeline.read.inputs import Inputs
    from timeline.read.paths import files

    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    found, failed = files([str(tmp_path)])
    (tmp_path / "b.txt").unlink()
    assert len(list(Inputs(failed).documents(found))) == 2
    assert failed == [f"{tmp_path}/b.txt: no such file; check the path"]
