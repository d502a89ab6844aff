"""What the store holds of the events that a change can touch: their rows, their mentions' rows, their other ids.

>>> stored_events.__name__
'stored_events'
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select

from timeline.model import Event
from timeline.store.columns import EVENT, EVENT_ALIAS, EVENT_MENTION, batches
from timeline.store.retrieve import Ref


def stored_events(
    connection: Connection, owning: Select[Any] | Sequence[int], ids: Iterable[str]
) -> Iterator[tuple[Any, list[Ref]]]:
    """The stored events of those numbers and of those ids, with the rows of their mentions."""
    names = ("number", "id", "state", "payload", "digest", "revision", "first_seen", "last_changed")
    asked = select(*(EVENT.c[name] for name in names))
    found: dict[int, Any] = {}
    if isinstance(owning, Select):
        found = {row.number: row for row in connection.execute(asked)}
    else:
        for some in batches(owning):
            found.update((row.number, row) for row in connection.execute(asked.where(EVENT.c.number.in_(some))))
        for keys in batches(sorted(ids)):
            found.update((row.number, row) for row in connection.execute(asked.where(EVENT.c.id.in_(keys))))
    links: dict[int, list[Ref]] = {}
    columns = (EVENT_MENTION.c[name] for name in ("event", "document_id", "statement", "position"))
    ordered = select(*columns).order_by(EVENT_MENTION.c.event, EVENT_MENTION.c.rank)
    for some in batches(sorted(found)):
        for row in connection.execute(ordered.where(EVENT_MENTION.c.event.in_(some))):
            links.setdefault(row.event, []).append((row.document_id, row.statement, row.position))
    for number in sorted(found):
        yield found[number], links.get(number, [])


def aliases_of(connection: Connection, events: Collection[str], names: Collection[str]) -> dict[str, str]:
    """The other ids of these events, and what these names lead to."""
    columns = select(EVENT_ALIAS.c.alias, EVENT_ALIAS.c.event_id)
    found: dict[str, str] = {}
    for some in batches(sorted(events)):
        found.update((row[0], row[1]) for row in connection.execute(columns.where(EVENT_ALIAS.c.event_id.in_(some))))
    for some in batches(sorted(names)):
        found.update((row[0], row[1]) for row in connection.execute(columns.where(EVENT_ALIAS.c.alias.in_(some))))
    return found


def write_aliases(connection: Connection, before: Mapping[str, str], told: Mapping[str, Event]) -> None:
    """Writes the other ids of ``told``, in place of those that were stored ``before``."""
    wanted = {alias: event.id for event in told.values() for alias in event.aliases if alias not in told}
    stale = [alias for alias, event in before.items() if alias in told or wanted.get(alias, event) != event]
    if stale:
        gone = [{"gone": alias} for alias in stale]
        connection.execute(delete(EVENT_ALIAS).where(EVENT_ALIAS.c.alias == bindparam("gone")), gone)
    left = before.keys() - set(stale)
    if new := [{"alias": alias, "event_id": event} for alias, event in sorted(wanted.items()) if alias not in left]:
        connection.execute(insert(EVENT_ALIAS), new)
