"""Counts and latencies by route for Prometheus, shared by all workers; nothing about who asked.

>>> board = Board(None)
>>> board.count("event", 200, 0.003)
>>> 'timeline_requests_total{route="event",status="2xx"} 1' in board.text()
True

Text format 0.0.4. The numbers lie in a file that every worker maps, each in its own part of it: whichever worker is
asked tells the sums, and a worker that dies takes none with it.
"""

from __future__ import annotations

import mmap
import os
from bisect import bisect_left
from collections.abc import Iterator, Mapping

#: The routes that are counted; anything else is ``other``.
ROUTES = (
    "front", "event_page", "document_page", "feed", "feeds", "events", "event", "documents", "document", "topics",
    "conflicts", "undated", "thread", "timex", "extract", "health", "metrics", "openapi", "api_page", "add_document", "correct_event", "other",
)  # fmt: skip
_CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
#: Upper bounds of the latency classes, in seconds.
BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
#: Of each route: its status classes, its latency classes with the unbounded one, and the sum of its seconds.
_WIDTH = len(_CLASSES) + len(BOUNDS) + 2
_SEAT = _WIDTH * len(ROUTES)
#: How many workers there may be.
SEATS = 64
_NUMBER = {name: number for number, name in enumerate(ROUTES)}

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Board:
    """The numbers, in the file at ``path`` (``SIZE`` octets of zeros at first), or in memory of this process alone."""

    #: The size of the file, in octets.
    SIZE = SEATS * _SEAT * 8

    def __init__(self, path: str | None) -> None:
        if path is None:
            self._file = -1
            self._map = mmap.mmap(-1, self.SIZE)
        else:
            self._file = os.open(path, os.O_RDWR)
            self._map = mmap.mmap(self._file, self.SIZE)
        self._numbers = memoryview(self._map).cast("d")
        self._own = self._seat() * _SEAT

    def _seat(self) -> int:
        """A part of the file that no living worker has: the lock on it ends with its holder."""
        if self._file < 0:
            return 0
        try:
            import fcntl
        except ImportError:  # no such locks on this system
            return os.getpid() % SEATS
        for seat in range(SEATS):
            try:
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, seat)
            except OSError:
                continue
            return seat
        return SEATS - 1

    def count(self, route: str, status: int, seconds: float) -> None:
        """Counts one answer."""
        at = self._own + _NUMBER.get(route, len(ROUTES) - 1) * _WIDTH
        self._numbers[at + status // 100 - 1] += 1
        self._numbers[at + len(_CLASSES) + bisect_left(BOUNDS, seconds)] += 1
        self._numbers[at + _WIDTH - 1] += seconds

    def text(self, gauges: Mapping[str, tuple[str, float]] | None = None) -> str:
        """All of it as Prometheus reads it; ``gauges`` are further numbers by name, with what each says."""
        lines = ["# HELP timeline_requests_total Answers by route and class of status.",
                 "# TYPE timeline_requests_total counter"]  # fmt: skip
        rows = list(self._rows())
        for route, classes, _, _ in rows:
            for name, number in zip(_CLASSES, classes, strict=True):
                if number:
                    lines.append(f'timeline_requests_total{{route="{route}",status="{name}"}} {number:.0f}')
        lines += ["# HELP timeline_request_seconds How long an answer took, in seconds.",
                  "# TYPE timeline_request_seconds histogram"]  # fmt: skip
        for route, _, buckets, seconds in rows:
            below = 0.0
            for bound, number in zip((*BOUNDS, "+Inf"), buckets, strict=True):
                below += number
                lines.append(f'timeline_request_seconds_bucket{{route="{route}",le="{bound}"}} {below:.0f}')
            lines.append(f'timeline_request_seconds_sum{{route="{route}"}} {seconds:.6f}')
            lines.append(f'timeline_request_seconds_count{{route="{route}"}} {below:.0f}')
        for name, (about, value) in (gauges or {}).items():
            lines += [f"# HELP {name} {about}", f"# TYPE {name} gauge", f"{name} {value:.16g}"]
        return "\n".join(lines) + "\n"

    def _rows(self) -> Iterator[tuple[str, list[float], list[float], float]]:
        for number, route in enumerate(ROUTES):
            summed = [0.0] * _WIDTH
            for seat in range(SEATS if self._file >= 0 else 1):
                at = seat * _SEAT + number * _WIDTH
                summed = [one + other for one, other in zip(summed, self._numbers[at : at + _WIDTH], strict=True)]
            if any(summed):
                first = len(_CLASSES)
                yield route, summed[:first], summed[first:-1], summed[-1]
