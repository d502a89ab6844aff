"""Whether calendar programs agree on what our feeds say: each reads the same awkward feed, and two replay a month.

    python tests/interop/agreement.py

Programs from PyPI and npm are installed into .venv/interop. Those of Debian are used where they are there; the table
names the packages of those that are not. Ends with 1 when a program that was asked reads anything else than was written.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from awkward import Reading, awkward_events, octets, readings
from clients import khal_reads, khal_sees, month_in_khal, radicale_gives_back
from repeating import DAYS
from repeating import octets as repeating_octets

HERE = Path(__file__).resolve().parent
CONSUMERS = HERE / "consumers"
HOME = HERE.parents[1] / ".venv" / "interop"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
EVENTS = 2000
PYPI = (
    "icalendar==7.3.0",
    "vobject==0.9.9",
    "ics==0.7.3",
    "recurring-ical-events==3.8.2",
    "khal==0.14.1",
    "vdirsyncer==0.21.0",
    "radicale==3.9.0",
)
NPM = ("ical.js@2", "node-ical")
#: A printed backslash before an n, which these two take for a line break although it is escaped (RFC 5545 3.3.11).
MISREAD_ESCAPES = ("ics.py", "node-ical")


class MissingError(Exception):
    """A program that is not on this machine; the message names the package."""


@dataclass(frozen=True)
class Verdict:
    """How a program read the feed: how many entries, and how many of them with the wrong days or the wrong texts."""

    program: str
    entries: int
    wrong_days: int
    wrong_texts: int
    note: str = ""


def install() -> None:
    """Put the programs of PyPI and npm into ``.venv/interop``; what is there already stays."""
    stamp = HOME / "installed.json"
    wanted = json.dumps([PYPI, NPM])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"installing into {HOME} (two minutes) ...", flush=True)
    venv.create(HOME, with_pip=True)
    subprocess.run([BIN / "python", "-m", "pip", "-qq", "--disable-pip-version-check", "install", *PYPI], check=True)
    if shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "--prefix", HOME, *NPM], check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(wanted)


def _records(command: list[str | Path], feed: Path, **env: str) -> list[dict[str, str]]:
    done = subprocess.run(
        [*command, feed], capture_output=True, encoding="utf-8", env={**os.environ, "TZ": "UTC", **env}
    )
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no word of why"])[-1])
    return [json.loads(line) for line in done.stdout.splitlines()]


def _lines(command: list[str | Path], feed: Path, **env: str) -> list[Reading]:
    return [Reading(**record) for record in _records(command, feed, **env)]


def python(name: str) -> Callable[[Path], list[Reading]]:
    """A reader in Python from PyPI."""
    return lambda feed: _lines([BIN / "python", CONSUMERS / f"read_{name}.py"], feed)


def node(name: str) -> Callable[[Path], list[Reading]]:
    """A reader in JavaScript from npm."""

    def read(feed: Path) -> list[Reading]:
        if not shutil.which("node") or not (HOME / "node_modules").is_dir():
            raise MissingError("needs nodejs and npm")
        return _lines(["node", CONSUMERS / f"read_{name}.js"], feed, NODE_PATH=str(HOME / "node_modules"))

    return read


def libical(feed: Path) -> list[Reading]:
    """libical through GObject, in the system's own Python."""
    probe = "import gi; gi.require_version('ICalGLib', '3.0')"
    system = "/usr/bin/python3"
    if not Path(system).exists() or subprocess.run([system, "-c", probe], capture_output=True).returncode:
        raise MissingError("needs gir1.2-ical-3.0 python3-gi")
    return _lines([system, CONSUMERS / "read_libical.py"], feed)


def _compiled(name: str) -> Path:
    """A program over KDE's calendar core, compiled here."""
    packages = ["KF5CalendarCore", "Qt5Core", "Qt5Gui"]
    if not shutil.which("g++") or subprocess.run(["pkg-config", "--exists", *packages], capture_output=True).returncode:
        raise MissingError("needs libkf5calendarcore-dev qtbase5-dev g++ pkg-config")
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", *packages], capture_output=True, encoding="utf-8", check=True
    )
    program, source = HOME / name, CONSUMERS / f"{name}.cpp"
    subprocess.run(
        ["g++", "-fPIC", "-std=c++17", "-I/usr/include/KF5", "-I/usr/include/KF5/KCalendarCore", source, "-o", program,
         *flags.stdout.split()], check=True, capture_output=True,
    )  # fmt: skip
    return program


PROGRAMS: dict[str, Callable[[Path], list[Reading]]] = {
    "icalendar": python("icalendar"),
    "vobject": python("vobject"),
    "ics.py": python("ics"),
    "recurring-ical-events": python("occurrences"),
    "ical.js": node("icaljs"),
    "node-ical": node("nodeical"),
    "libical": libical,
    "KCalendarCore": lambda feed: _lines([_compiled("read_kcalendarcore")], feed),
    "khal after vdirsyncer": lambda feed: khal_reads(BIN, feed),
    "Radicale, there and back": lambda feed: python("icalendar")(radicale_gives_back(BIN, feed)),
}


#: How the days of what comes again are asked for.
EXPANDERS: dict[str, Callable[[Path], list[dict[str, str]]]] = {
    "recurring-ical-events": lambda feed: _records([BIN / "python", CONSUMERS / "days_occurrences.py"], feed),
    "ical.js": lambda feed: _records(
        ["node", CONSUMERS / "days_icaljs.js"], feed, NODE_PATH=str(HOME / "node_modules")
    ),
    "KCalendarCore": lambda feed: _records([_compiled("days_kcalendarcore")], feed),
    "khal after vdirsyncer": lambda feed: khal_sees(BIN, feed),
}


def repeating(folder: Path) -> Iterator[tuple[str, str]]:
    """For each program that works out repetitions how its days differ from those they must fall on ("" if they don't)."""
    feed = folder / "repeating.ics"
    feed.write_bytes(repeating_octets())
    for program, expand in EXPANDERS.items():
        try:
            seen = expand(feed)
        except MissingError as missing:
            yield program, f"– {missing}"
            continue
        except (RuntimeError, subprocess.CalledProcessError, OSError) as error:
            yield program, str(error)[:200]
            continue
        days = {title: sorted(one["day"] for one in seen if one["title"] == title) for title in DAYS}
        yield program, "; ".join(f"{title}: {days[title]}" for title in DAYS if days[title] != DAYS[title])


def judge(program: str, read: Iterable[Reading], written: Iterable[Reading]) -> Verdict:
    """What a program read beside what was written."""
    listed = list(read)
    by_uid = {one.uid: one for one in listed}
    pairs = [(one, by_uid.get(one.uid)) for one in written]
    found = [(ours, theirs) for ours, theirs in pairs if theirs is not None]
    days = sum((ours.start, ours.end) != (theirs.start, theirs.end) for ours, theirs in found) + len(pairs) - len(found)
    wrong = [(ours, theirs) for ours, theirs in found if _texts(ours) != _texts(theirs)]
    if program in MISREAD_ESCAPES:
        misread = [pair for pair in wrong if _texts(_misread(pair[0])) == _texts(pair[1])]
        wrong = [pair for pair in wrong if pair not in misread]
        return Verdict(
            program,
            len(listed),
            days,
            len(wrong),
            f"{len(misread)} times a printed \\n for a line break: its own mistake",
        )
    return Verdict(program, len(listed), days, len(wrong))


def _texts(reading: Reading) -> tuple[str, str, str]:
    return reading.summary, reading.description, reading.location


def _misread(ours: Reading) -> Reading:
    """What a program makes of our texts that looks for escaped n without looking for escaped backslashes first."""
    texts = {
        name: getattr(ours, name).replace("\\n", "\\\n").replace("\\N", "\\\n")
        for name in ("summary", "description", "location")
    }
    return Reading(ours.uid, texts["summary"], texts["description"], texts["location"], ours.start, ours.end)


def main() -> None:
    """Print a table; exit 1 when a program disagrees, or fewer than six were there."""
    install()
    events = awkward_events(EVENTS)
    written = readings(events)
    bad, asked = [], 0
    print(f"{'program':<26}{'entries':>9}{'wrong days':>12}{'wrong texts':>13}  note")
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "all.ics"
        feed.write_bytes(octets(events))
        for program, read in PROGRAMS.items():
            try:
                verdict = judge(program, read(feed), written)
            except MissingError as missing:
                print(f"{program:<26}{'–':>9}{'–':>12}{'–':>13}  {missing}")
                continue
            except (RuntimeError, subprocess.CalledProcessError, OSError) as error:
                verdict = Verdict(program, 0, EVENTS, EVENTS, str(error)[:120])
            asked += 1
            wrong = verdict.entries != EVENTS or verdict.wrong_days or verdict.wrong_texts
            bad += [program] if wrong else []
            print(
                f"{program:<26}{verdict.entries:>9}{verdict.wrong_days:>12}{verdict.wrong_texts:>13}  {verdict.note}",
                flush=True,
            )
        print("what comes again, on which days:", flush=True)
        for program, differences in repeating(Path(folder)):
            print(f"  {program:<24}{differences or 'as it should'}", flush=True)
            bad += [f"{program} on repetitions"] if differences and not differences.startswith("–") else []
    print("a month of papers, khal after vdirsyncer, on each day of a change:", flush=True)
    for day, differences in month_in_khal(BIN):
        print(f"  {day}  {differences or 'as it should'}", flush=True)
        bad += [f"khal on {day}"] if differences else []
    if bad or asked < 6:
        sys.exit(f"disagree: {', '.join(bad)}" if bad else f"only {asked} programs were there; six are needed")


if __name__ == "__main__":
    main()
