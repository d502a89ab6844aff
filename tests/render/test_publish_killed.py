"""Publishing killed at any moment: a reader never sees half a file, and the next run makes everything right."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

PUBLISH_FOR_EVER = """
import itertools, sys
from datetime import date
from pathlib import Path
from timeline import edtf
from timeline.model import Event, When
from timeline.render.feeds import publish

def event(number, words):
    day = edtf.parse(f"20{number % 80 + 10}-01-01")
    when = When(day.text, day.begin, day.until, day.granularity)
    return Event(f"{number:016x}", words * 20 + str(number), "activity", "planned", 0.8, ("culture",), when, ())

print("ready", flush=True)
for words in itertools.cycle(("登高", "读书节")):
    publish([event(number, words) for number in range(60)], [], Path(sys.argv[1]), date(2026, 11, 20))
"""


def _whole(path: Path) -> bool:
    octets = path.read_bytes()
    if path.suffix == ".ics":
        return octets.startswith(b"BEGIN:VCALENDAR\r\n") and octets.endswith(b"\r\nEND:VCALENDAR\r\n")
    if path.suffix == ".json":
        return bool(json.loads(octets)["version"])
    if path.suffix == ".atom":
        return ElementTree.fromstring(octets).tag.endswith("feed")
    return octets.rstrip().endswith(b"</html>")


def test_no_reader_sees_half_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    looked_at = 0
    for pause in (0.05, 0.3):
        child = subprocess.Popen([sys.executable, "-c", PUBLISH_FOR_EVER, str(folder)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        began = time.monotonic()
        while not (folder / "all.ics").exists() and time.monotonic() - began < 60:
            time.sleep(0.01)
        stop = time.monotonic() + pause
        while time.monotonic() < stop:
            looked_at += sum(map(_whole, _published(folder)))
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert all(map(_whole, _published(folder)))
    assert looked_at


def _published(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def test_the_next_run_mends_and_clears_up(tmp_path: Path) -> None:
    from datetime import date

    from timeline.render.feeds import publish

    clean, torn = tmp_path / "clean", tmp_path / "torn"
    publish([], [], clean, date(2026, 11, 20))
    torn.mkdir()
    (torn / "all.ics").write_bytes(b"BEGIN:VCAL")
    left, fresh = torn / ".all.ics.abc.draft", torn / ".new.ics.xyz.draft"
    for draft in (left, fresh):
        draft.write_bytes(b"BEGIN")
    os.utime(left, (0, 0))
    publish([], [], torn, date(2026, 11, 20))
    fresh.unlink()  # another run may still be writing it
    assert {path.name: path.read_bytes() for path in torn.iterdir()} == {
        path.name: path.read_bytes() for path in clean.iterdir()
    }
