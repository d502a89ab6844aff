"""A decision applied to the one event that it is about, without merging all others anew.

>>> from timeline.store.corrections.fields import rejected
>>> rejected([])
False

What comes out is what a rebuild would give: a decision that was just made is the last word on its event.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from timeline.model import Event
from timeline.store.columns import EVENT, EVENT_MENTION
from timeline.store.ledger import Ledger, changes, digest


def apply(connection: Connection, found: Event, left: Event, values: Mapping[str, Any], now: str) -> None:
    """Writes the event as a person left it; ``found`` is what it was, ``values`` what they decided."""
    names = ("number", "id", "state", "payload", "digest", "revision", "first_seen", "last_changed")
    stored = connection.execute(select(*(EVENT.c[name] for name in names)).where(EVENT.c.id == found.id)).one()
    columns = (EVENT_MENTION.c[name] for name in ("document_id", "statement", "position"))
    links = connection.execute(
        select(*columns).where(EVENT_MENTION.c.event == stored.number).order_by(EVENT_MENTION.c.rank)
    )
    refs = [(row.document_id, row.statement, row.position) for row in links]
    state = {True: "rejected", False: "live"}.get(values.get("rejected", ""), stored.state)
    ledger = Ledger(now, {found.id: stored.number})
    if state == stored.state and digest(left) == stored.digest:
        return
    ledger.alter(left, refs, state, stored, changes(found, left))
    ledger.write(connection)
