"""Feeds kept ready: built when the store has changed or the day has, else answered from memory.

>>> from timeline.serve.prepared import Prepared  # Prepared(store, date.today).feed("all")
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from timeline.events.topics import Topic, load
from timeline.query import Query, find
from timeline.render.catalogue import feeds
from timeline.render.feeds import build, entries
from timeline.render.ical import Rendered
from timeline.render.policy import Coarse, Policy
from timeline.render.slots import ZONE
from timeline.serve.answers import etag
from timeline.store import Store
from timeline.store.columns import EVENT

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Copy:
    """A feed as it is answered: its octets, their validator, when they last changed."""

    octets: bytes
    tag: str
    modified: datetime


class Prepared:
    """The feeds of a store. Safe to ask from many threads; ``today`` gives the day that counts as today."""

    def __init__(
        self,
        store: Store,
        today: Callable[[], date],
        *,
        topics: Mapping[str, Topic] | None = None,
        coarse: Coarse = "marker",
        base_url: str = "",
    ) -> None:
        self._store, self._today, self._coarse, self._base_url = store, today, coarse, base_url
        self._topics = load() if topics is None else topics
        self._feeds = feeds(self._topics)
        self._lock = threading.Lock()
        self._state: tuple[object, ...] = ()
        self._entries: list[Rendered] = []
        self._copies: dict[str, Copy] = {}

    def feed(self, name: str) -> Copy | None:
        """The feed of that name; None when there is none. Raises StoreError."""
        feed = self._feeds.get(name)
        if feed is None:
            return None
        with self._lock:
            as_of = self._today()
            self._refresh(as_of)
            if name not in self._copies:
                octets = build(feed, self._entries, as_of, base_url=f"{self._base_url}feeds/" if self._base_url else "")
                modified = self._changed()
                if feed.to_come:  # its entries change with the day too
                    modified = max(modified, datetime.combine(as_of, time.min, ZoneInfo(ZONE)))
                self._copies[name] = Copy(octets, etag(octets), modified)
            return self._copies[name]

    def _refresh(self, as_of: date) -> None:
        state = (as_of, *self._mark())
        if state == self._state:
            return
        page = f"{self._base_url}events/{{id}}" if self._base_url else ""
        self._entries = entries(
            find(self._store, Query()),
            self._store.gone(),
            topics=self._topics,
            policy=Policy(coarse=self._coarse),
            page=page,
        )
        self._state, self._copies = state, {}

    def _mark(self) -> tuple[object, ...]:
        """What differs whenever an event was added, changed or withdrawn: each of those adds a revision."""
        asked = select(func.count(), func.sum(EVENT.c.revision), func.max(EVENT.c.last_changed)).select_from(EVENT)
        with self._store.reading() as connection:
            return tuple(connection.execute(asked).one())

    def _changed(self) -> datetime:
        latest = self._state[3] if len(self._state) > 3 else None
        return datetime.fromisoformat(str(latest)) if latest else _EPOCH
