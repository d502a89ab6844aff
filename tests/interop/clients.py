"""Calendar programs that keep a calendar of their own: khal fed by vdirsyncer over HTTP, and Radicale.

>>> KHAL.splitlines()[0]
'[calendars]'
"""

from __future__ import annotations

import json
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from awkward import Reading, awkward_events, readings
from month import FIRST, LAST, days

from timeline.query import Query, find
from timeline.render.feeds import publish
from timeline.store import Store

KHAL = """[calendars]
[[news]]
path = {folder}/calendar/
readonly = True
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = {folder}/khal.db
"""
_VDIRSYNCER = """[general]
status_path = "{folder}/status/"
[pair news]
a = "local"
b = "feed"
collections = null
[storage local]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
[storage feed]
type = "http"
url = "{url}"
"""
_FIELDS = ("title", "description", "location", "start-long-full", "end-long-full", "all-day", "status")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of ``folder`` over HTTP on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class Subscriber:
    """khal with a calendar that vdirsyncer fetches from ``url``; its own files lie in ``folder``."""

    def __init__(self, programs: Path, folder: Path, url: str) -> None:
        self._programs, self._folder = programs, folder
        (folder / "calendar").mkdir()
        (folder / "khal.conf").write_text(KHAL.format(folder=folder))
        (folder / "vdirsyncer.conf").write_text(_VDIRSYNCER.format(folder=folder, url=url))
        self._run("vdirsyncer", "-c", folder / "vdirsyncer.conf", "discover", answer="y\n" * 9)

    def _run(self, program: str, *words: str | Path, answer: str = "") -> str:
        done = subprocess.run([self._programs / program, *words], input=answer, capture_output=True, encoding="utf-8")
        if done.returncode:
            raise RuntimeError(f"{program}: {(done.stderr.strip().splitlines() or [''])[-1]}")
        return done.stdout

    def sync(self) -> None:
        """Fetch the feed."""
        self._run("vdirsyncer", "-c", self._folder / "vdirsyncer.conf", "sync", "--force-delete")

    def listed(self, first: date, last: date, once: str = "--once") -> list[dict[str, str]]:
        """What khal shows between two days, each entry once."""
        asked = [word for field in _FIELDS for word in ("--json", field)]
        span = (first.isoformat(), f"{(last - first).days + 1}d")
        shown = self._run("khal", "-c", self._folder / "khal.conf", "list", *span, once, *asked)
        return [each for line in shown.splitlines() for each in json.loads(line)]


def khal_reads(programs: Path, feed: Path) -> list[Reading]:
    """The feed as khal shows it. It goes by names that vdirsyncer gives, so entries are told apart by their titles."""
    with tempfile.TemporaryDirectory() as folder, _served(feed.parent) as url:
        subscriber = Subscriber(programs, Path(folder), f"{url}{feed.name}")
        subscriber.sync()
        shown = subscriber.listed(date(2023, 12, 25), date(2029, 7, 31))
    names = {one.summary: one.uid for one in readings(awkward_events(len(shown)))}
    return [
        Reading(
            names.get(each["title"], each["title"]), each["title"], each["description"], each["location"], *_times(each)
        )
        for each in shown
    ]


def khal_sees(programs: Path, feed: Path) -> list[dict[str, str]]:
    """Each day on which khal shows an entry of the feed, up to the end of 2028."""
    with tempfile.TemporaryDirectory() as folder, _served(feed.parent) as url:
        subscriber = Subscriber(programs, Path(folder), f"{url}{feed.name}")
        subscriber.sync()
        shown = subscriber.listed(date(2026, 1, 1), date(2028, 12, 31), "--notstarted")
    return [{"title": each["title"], "day": each["start-long-full"][:10]} for each in shown]


def _times(shown: dict[str, str]) -> tuple[str, str]:
    """khal names the last day of whole days, and gives what has no end an hour (nothing in the feed takes just that)."""
    start, end = shown["start-long-full"], shown["end-long-full"]
    if shown["all-day"] == "True":
        return start[:10], (date.fromisoformat(end[:10]) + timedelta(1)).isoformat()
    made_up = datetime.fromisoformat(end) - datetime.fromisoformat(start) == timedelta(hours=1)
    return f"{start}Z", "" if made_up else f"{end}Z"


def month_in_khal(programs: Path) -> Iterator[tuple[date, str]]:
    """Replays the month; for each day of a change, the day and how khal differs from what it should show ("")."""
    with tempfile.TemporaryDirectory() as folder, Store.open(":memory:") as store:
        feeds, own = Path(folder) / "feeds", Path(folder) / "khal"
        feeds.mkdir()
        own.mkdir()
        with _served(feeds) as url:
            subscriber, before = None, 0
            for as_of, shown in days(store):
                publish(find(store, Query()), store.gone(), feeds, as_of)
                subscriber = subscriber or Subscriber(programs, own, f"{url}all.ics")
                plain = len(shown) == before + 1 and as_of not in (FIRST, LAST)
                before = len(shown)
                if plain and as_of.day % 2:  # a day on which only a bus line opened
                    continue
                subscriber.sync()
                seen = {
                    (each["title"], each["start-long-full"][:10], each["end-long-full"][:10], each["status"].strip())
                    for each in subscriber.listed(FIRST - timedelta(7), LAST + timedelta(7))
                }
                wanted = {(one.title, one.first, one.last, one.status) for one in shown.values()}
                differ = [f"shows {each}" for each in seen - wanted] + [f"lacks {each}" for each in wanted - seen]
                yield as_of, "; ".join(map(str, differ))


def radicale_gives_back(programs: Path, feed: Path) -> Path:
    """The feed put into Radicale and fetched again, as a file beside it."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}/reader/news/"
    with tempfile.TemporaryDirectory() as folder:
        options = ["--storage-filesystem-folder", folder, "--auth-type", "none", "--server-hosts", f"127.0.0.1:{port}"]
        server = subprocess.Popen(
            [programs / "python", "-m", "radicale", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _until_answered(f"http://127.0.0.1:{port}/.well-known/caldav")
            as_reader = {"Authorization": f"Basic {b64encode(b'reader:any').decode()}"}
            put = urllib.request.Request(
                url, feed.read_bytes(), {"Content-Type": "text/calendar", **as_reader}, method="PUT"
            )
            urllib.request.urlopen(put, timeout=300).close()
            with urllib.request.urlopen(urllib.request.Request(url, headers=as_reader), timeout=300) as answer:
                back = feed.with_name("back.ics")
                back.write_bytes(answer.read())
                return back
        finally:
            server.terminate()
            server.wait()


def _until_answered(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("Radicale does not answer")
