"""The events that feeds choose from, kept in memory: when the store changes, only those that changed are read anew.

>>> with Store.open(":memory:") as store:
...     Chronicle().of(store)
([], [])
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from timeline.model import Event
from timeline.query import SHOWN_KINDS, SHOWN_SALIENCE
from timeline.store import Gone, Store
from timeline.store.columns import EVENT, batches

_SHOWN = (EVENT.c.state == "live", EVENT.c.kind.in_(SHOWN_KINDS), EVENT.c.salience >= SHOWN_SALIENCE)
_ORDER = tuple(EVENT.c[name] for name in ("at_minute", "grain", "until_minute", "id"))
_LIVE = select(EVENT.c.id, EVENT.c.digest, EVENT.c.revision).where(*_SHOWN).order_by(*_ORDER)
_GONE = (
    select(*(EVENT.c[name] for name in ("id", "state", "successor", "revision")))
    .where(EVENT.c.state != "live")
    .order_by(EVENT.c.id)
)


class Chronicle:
    """What a query without filters finds, and what is gone. It is asked by one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Any, ...], Event]] = {}
        self._gone: tuple[list[tuple[Any, ...]], list[Gone]] = ([], [])
        #: How many events the last look had to read.
        self.read = 0

    def of(self, store: Store) -> tuple[list[Event], list[Gone]]:
        """The events in the order of the chronology, and those that are gone; raises StoreError."""
        with store.reading() as connection:
            live = [(row[0], tuple(row)) for row in connection.execute(_LIVE).all()]
            gone = [tuple(row) for row in connection.execute(_GONE).all()]
        known = {key: self._known[key] for key, seen in live if key in self._known and self._known[key][0] == seen}
        # Read behind the list of them: one that changed in between is read again the next time, as the list then says.
        new = [(key, seen) for key, seen in live if key not in known]
        self.read = len(new)
        for some in batches(new):
            stamps = dict(some)
            found = store.select([*_SHOWN, EVENT.c.id.in_(stamps)])
            known.update((event.id, (stamps[event.id], event)) for event in found)
        self._known = known
        if self._gone[0] != gone:
            self._gone = (gone, store.gone())
        return [known[key][1] for key, _ in live if key in known], self._gone[1]
