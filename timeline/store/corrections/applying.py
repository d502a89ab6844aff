"""A decision applied to the one event that it is about, without merging all others anew.

>>> from timeline.store.corrections.fields import rejected
>>> rejected([])
False

What comes out is what a rebuild would give: a decision that was just made is the last word on its event.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from timeline.model import Event
from timeline.store.columns import EVENT, EVENT_ALIAS, EVENT_MENTION
from timeline.store.ledger import Ledger, changes, digest


def apply(connection: Connection, found: Event, left: Event, state: str | None, now: str) -> None:
    """Writes an event as decisions left it; ``found`` is what it was, ``state`` what becomes of it (None: no change)."""
    names = ("number", "id", "state", "payload", "digest", "revision", "first_seen", "last_changed")
    stored = connection.execute(select(*(EVENT.c[name] for name in names)).where(EVENT.c.id == found.id)).one()
    columns = (EVENT_MENTION.c[name] for name in ("document_id", "statement", "position"))
    links = connection.execute(
        select(*columns).where(EVENT_MENTION.c.event == stored.number).order_by(EVENT_MENTION.c.rank)
    )
    refs = [(row.document_id, row.statement, row.position) for row in links]
    ledger = Ledger(now, {found.id: stored.number})
    if (state or stored.state) == stored.state and digest(left) == stored.digest:
        ledger.keep(left, refs, stored, refs)
    else:
        ledger.alter(left, refs, state or stored.state, stored, changes(found, left))
    ledger.write(connection)


def names_of(connection: Connection, event: str) -> set[str]:
    """All ids that an event has or had, and those of the events that became part of it."""
    names, fresh = {event}, {event}
    while fresh:
        into = select(EVENT.c.id).where(EVENT.c.successor.in_(fresh))
        former = select(EVENT_ALIAS.c.alias).where(EVENT_ALIAS.c.event_id.in_(fresh))
        fresh = {*connection.scalars(into), *connection.scalars(former)} - names
        names |= fresh
    return names
