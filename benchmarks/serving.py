"""The server under load on loopback: a store of 10,000 events, asked by wrk while an ingest runs.

    python benchmarks/serving.py            # needs wrk: apt-get install wrk
    python benchmarks/serving.py --workers 2 --seconds 10

Budgets: unchanged conditional requests 3,000 a second and full cached answers 1,500 a second with p99 ≤ 50 ms and no
error while an ingest runs; resident memory ≤ 150 MB. wrk runs on the same machine and takes its share of it, and so does
the ingest. On a machine that others use too, look at the last columns: how late a thread comes that only sleeps, which is
nobody's fault here (p99, weighed as wrk weighs answers), and the answers that one processor gives when it has nothing
else to do.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOWNS = ("青溪镇", "柳浦镇", "石门镇", "云岭乡", "白沙镇", "东篱镇", "南坪乡", "北渡镇", "西塘街道", "梅岗街道")
HAPPENINGS = (
    ("登山活动在{town}{place}举行", "公园"),
    ("读书会在{town}{place}举办", "图书馆"),
    ("{town}{place}正式开馆", "展览馆"),
    ("产销对接会在{town}{place}召开", "会议中心"),
    ("{town}{place}竣工通车", "大桥"),
)
PAGE = 20


def page(number: int, today: date) -> str:
    """A page of invented notices, each with a date of its own."""
    lines = [f"青溪日报 {today.year}年{today.month}月{today.day}日", ""]
    for index in range(number * PAGE, (number + 1) * PAGE):
        day = today + timedelta(days=(index * 37) % 3000 - 1500)
        words, kind = HAPPENINGS[index % len(HAPPENINGS)]
        said = words.format(town=TOWNS[index // 7 % len(TOWNS)], place=f"第{index}{kind}")
        lines.append(f"{day.year}年{day.month}月{day.day}日，{said}。")
        lines.append("")
    return "\n".join(lines)


def write_pages(folder: Path, first: int, count: int) -> None:
    """So many pages as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        (folder / f"{number:05d}.txt").write_text(page(number, date(2026, 11, 20)), encoding="utf-8")


def timeline(*arguments: str) -> list[str]:
    """The command line of the checkout."""
    return [sys.executable, "-m", "timeline.cli", *arguments]


def family(pid: int) -> list[int]:
    """A process and those that it started."""
    found = [pid]
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid:
            found += family(int(entry.parent.name))
    return found


def resident(pid: int) -> float:
    """MB that a process and its workers hold, what they share counted once (PSS)."""
    total = 0
    for one in family(pid):
        text = Path(f"/proc/{one}/smaps_rollup").read_text()
        total += int(re.search(r"^Pss:\s+(\d+)", text, re.M)[1])  # type: ignore[index]
    return total / 1024


def processor(pid: int) -> float:
    """Seconds of processor time that a process and its workers have taken."""
    ticks = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def wrk(url: str, seconds: int, headers: dict[str, str]) -> tuple[float, float, int, float]:
    """Answers a second, p99 in ms, errors, MB a second."""
    told = [each for name, value in headers.items() for each in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", *told, url]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])  # type: ignore[index]
    p99, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()  # type: ignore[union-attr]
    errors = sum(map(int, re.findall(r"(?:connect|read|write|timeout|Non-2xx or 3xx responses:?) (\d+)", text)))
    moved, size = re.search(r"Transfer/sec:\s+([\d.]+)(KB|MB|GB|B)", text).groups()  # type: ignore[union-attr]
    scale = {"B": 1e-6, "KB": 1e-3, "MB": 1.0, "GB": 1e3}[size]
    return rate, float(p99) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[unit], errors, float(moved) * scale


class Sleeping(threading.Thread):
    """Sleeps a millisecond at a time, and notes how late it wakes: so late comes everyone on this machine."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.late: list[float] = []
        self.enough = threading.Event()

    def run(self) -> None:
        due = time.perf_counter()
        while not self.enough.is_set():
            due = max(due + 0.001, time.perf_counter() - 1.0)
            time.sleep(max(0.0, due - time.perf_counter()))
            self.late.append(time.perf_counter() - due)

    def p99(self) -> float:
        """In ms; ends it."""
        self.enough.set()
        self.join()
        return sorted(self.late)[int(len(self.late) * 0.99)] * 1000


class Ingesting(threading.Thread):
    """Reads new pages into the store, one run after another, until it is told to stop."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self.folder, self.env, self.runs, self.enough = folder, env, 0, threading.Event()

    def run(self) -> None:
        while not self.enough.is_set():
            write_pages(self.folder, 10_000 + self.runs * 2, 2)
            command = timeline("ingest", str(self.folder))
            subprocess.run(command, env=self.env, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
            self.runs += 1


def main() -> None:
    """Print a table: what was asked, answers a second, p99, errors, memory."""
    options = argparse.ArgumentParser()
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--seconds", type=int, default=6)
    asked = options.parse_args()
    if not shutil.which("wrk"):
        print("this needs wrk (on Debian: apt-get install wrk)")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "TIMELINE_DB": str(folder / "timeline.db"), "PYTHONPATH": str(ROOT)}
        write_pages(folder / "pages", 0, asked.events // PAGE)
        began = time.perf_counter()
        subprocess.run(timeline("ingest", str(folder / "pages")), env=env, check=True, cwd=ROOT)
        print(f"store made in {time.perf_counter() - began:.1f} s; load average {os.getloadavg()[0]:.1f}")
        command = timeline("serve", "--port", "0", "--workers", str(asked.workers), "--as-of", "2026-11-20")
        began = time.perf_counter()
        server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        try:
            assert server.stdout is not None
            base = server.stdout.readline().strip()
            told = time.perf_counter()
            urllib.request.urlopen(f"{base}feeds/all.ics", timeout=60).close()
            done = time.perf_counter()
            print(f"address told after {told - began:.2f} s, /feeds/all.ics had {done - told:.2f} s later")
            measure(base, server.pid, folder, env, asked.seconds)
        finally:
            server.send_signal(signal.SIGTERM)
            print(f"ended with {server.wait(30)}")


def measure(base: str, pid: int, folder: Path, env: dict[str, str], seconds: int) -> None:
    """The table."""
    cases: list[tuple[str, str, dict[str, str]]] = []
    print(f"{'first answer':<34}{'ms':>10}{'kB':>9}{'gzip kB':>9}")
    for path in ("feeds/all.ics", "feeds/upcoming.ics", "feeds/culture.ics", "", "api/events?limit=100"):
        began = time.perf_counter()
        with urllib.request.urlopen(base + path, timeout=60) as answer:
            size = len(answer.read())
        taken = (time.perf_counter() - began) * 1000
        packed = urllib.request.Request(base + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(packed, timeout=60) as answer:
            small, tag = len(answer.read()), answer.headers["ETag"]
        print(f"/{path:<33}{taken:>10.0f}{size / 1000:>9.0f}{small / 1000:>9.0f}")
        cases.append((f"/{path} 304", base + path, {"If-None-Match": tag, "Accept-Encoding": "gzip"}))
        cases.append((f"/{path} gzip", base + path, {"Accept-Encoding": "gzip"}))
    cases.append(("/feeds/culture.ics whole", f"{base}feeds/culture.ics", {}))
    print(
        f"{'+ while an ingest runs':<34}{'per s':>10}{'p99 ms':>9}{'errors':>9}{'MB/s':>9}{'PSS MB':>9}{'load':>6}{'late ms':>9}{'per cpu s':>11}"
    )
    ingest = Ingesting(folder / "more", env)
    for quiet in (True, False):
        if not quiet:
            ingest.start()
        for shown, url, headers in cases:
            wrk(url, 1, headers)  # what nobody asked for in a while is made anew for the first who asks: see above
            taken, sleeping = processor(pid), Sleeping()
            sleeping.start()
            rate, p99, errors, moved = wrk(url, seconds, headers)
            capacity = rate * seconds / max(processor(pid) - taken, 0.01)
            row = f"{rate:>10,.0f}{p99:>9.1f}{errors:>9}{moved:>9.0f}{resident(pid):>9.0f}{os.getloadavg()[0]:>6.1f}"
            row += f"{sleeping.p99():>9.1f}{capacity:>11,.0f}"
            print(f"{'' if quiet else '+ '}{shown:<{34 if quiet else 32}}{row}", flush=True)
    ingest.enough.set()
    ingest.join()
    print(f"{ingest.runs} ingests meanwhile; the first answer after one more, in ms")
    time.sleep(11)  # no feed is given on for longer
    write_pages(folder / "last", 90_000, 2)
    subprocess.run(timeline("ingest", str(folder / "last")), env=env, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    for path in ("feeds/all.ics", "feeds/culture.ics", ""):
        began = time.perf_counter()
        urllib.request.urlopen(base + path, timeout=60).close()
        print(f"/{path:<33}{(time.perf_counter() - began) * 1000:>10.0f}")


if __name__ == "__main__":
    main()
