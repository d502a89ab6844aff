"""Whether the store is still what the prepared answers were made from; asking costs microseconds.

>>> Mark(3, 0, 1, 1, 0, "2026-11-20T08:00:00Z").modified.year
2026

SQLite counts the commits of others (``PRAGMA data_version``); only when that number moves is the store itself asked
what changed. A file that was put in the place of the store is noticed, opened, and the old one closed.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from timeline.store import Store, StoreError
from timeline.store.columns import DOCUMENT, EVENT, REVISION
from timeline.store.engine import address, file_of
from timeline.store.migrate import check, version

#: A file by device, number, time of its last change and size.
Identity = tuple[int, int, int, int]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: How long an answer is taken as known where the store can't be asked cheaply, and how often the file is looked at.
_PATIENCE = 1.0
#: How long the number of commits is taken as known: asking for it lets go of the interpreter, which under load costs
#: more than the question.
_GLANCE = 0.005


@dataclass(frozen=True, slots=True)
class Mark:
    """What the store holds, in numbers of which one moves with every change that a reader could see."""

    events: int
    revisions: int
    documents: int
    last_document: int
    pending: int
    changed: str
    beside: Identity | None = None

    @property
    def modified(self) -> datetime:
        """When an event last changed; long ago for a store without events."""
        return datetime.fromisoformat(self.changed) if self.changed else _EPOCH


def taken(store: Store) -> Mark:
    """The mark of a store as it is now; raises StoreError, also for a store that a newer program has migrated."""
    with store.reading() as connection:
        check(version(connection, store.place), store.place)
        events, seen = connection.execute(select(func.count(), func.max(EVENT.c.first_seen)).select_from(EVENT)).one()
        asked = select(func.count(), func.max(REVISION.c.changed_at)).select_from(REVISION)
        revisions, changed = connection.execute(asked).one()
        documents, last = connection.execute(select(func.count(), func.max(DOCUMENT.c.id)).select_from(DOCUMENT)).one()
        waiting = select(func.count()).select_from(DOCUMENT).where(DOCUMENT.c.state == "pending")
        pending = connection.scalar(waiting) or 0
    return Mark(events, revisions, documents, last or 0, pending, max(seen or "", changed or ""))


class Watch:
    """The store that answers are made from. Safe to ask from many threads; ``opening`` opens it, once and whenever
    another file has taken its place. ``beside`` is a file from which answers are made too."""

    def __init__(self, where: str, opening: Callable[[], Store], beside: Path | None = None) -> None:
        self.where, self._opening, self._beside = where, opening, beside
        self._file = file_of(address(where))
        self._lock = threading.Lock()
        self.store = opening()
        self._mark: Mark | None = None
        self._seen: int | None = None
        self._own: tuple[int, int] | None = None
        self._looked = self._glanced = 0.0
        self._stirred = self._told = 0  # writings of this process, and how many of them the mark is known to hold
        self._probe: sqlite3.Connection | None = None
        self._begin()

    def close(self) -> None:
        """Lets go of the store."""
        if self._probe is not None:
            self._probe.close()
        self.store.close()

    def fresh(self, mark: Mark | None) -> bool:
        """Whether the store is still as it was when ``mark`` was taken; never waits. Yes also when the store can't tell:
        what is at hand is better then than nothing. No once this process has written, until it has looked again."""
        if mark is None or self._mark is None or (mark is not self._mark and mark != self._mark):
            return False
        if self._told != self._stirred:
            return False
        now = time.monotonic()
        if self._probe is None:
            return now - self._looked < _PATIENCE
        if now - self._looked >= _PATIENCE:
            self._looked = now
            if self._identity() not in (self._own, None) or _identity(self._beside) != self._mark.beside:
                return False
        if now - self._glanced < _GLANCE:
            return True
        try:
            fresh = self._commits() == self._seen
        except sqlite3.Error:
            return True
        self._glanced = now if fresh else 0.0
        return fresh

    def stir(self) -> None:
        """Says that this process has written to the store: the next answer looks at once."""
        self._stirred += 1

    def mark(self) -> Mark:
        """The mark of the store as it is now; raises StoreError."""
        with self._lock:
            if self._file is not None and self._identity() != self._own:
                self._reopen()
            if self._mark is None or not self.fresh(self._mark):
                # Counted before the look: a commit in between is then noticed the next time.
                stirred = self._stirred
                try:
                    seen = self._commits() if self._probe else None
                except sqlite3.Error:
                    seen = None
                beside = _identity(self._beside)
                self._mark = replace(taken(self.store), beside=beside)
                self._seen, self._looked, self._told = seen, time.monotonic(), stirred
            return self._mark

    def _reopen(self) -> None:
        if self._identity() is None:
            raise StoreError(self.store.place, "is gone", "put it back, or start the server with another --db")
        old, self.store = self.store, self._opening()
        old.close()
        self._begin()
        self._mark = None

    def _begin(self) -> None:
        self._own, self._looked = self._identity(), time.monotonic()
        if self._probe is not None:
            self._probe.close()
            self._probe = None
        if self._file is None:
            return
        try:
            uri = f"{self._file.absolute().as_uri()}?mode=ro"
            self._probe = sqlite3.connect(uri, uri=True, timeout=0, check_same_thread=False, isolation_level=None)
            self._commits()
        except sqlite3.Error:
            self._probe = None

    def _commits(self) -> int:
        assert self._probe is not None
        return int(self._probe.execute("PRAGMA data_version").fetchone()[0])

    def _identity(self) -> tuple[int, int] | None:
        found = _identity(self._file)
        return found and found[:2]


def _identity(file: Path | None) -> Identity | None:
    try:
        found = file.stat() if file else None
    except OSError:
        return None
    return found and (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
