"""What a person calls an event by: its id, an id that it had, or the beginning of one.

>>> from timeline.store import Store
>>> with Store.open(":memory:") as store:
...     store.event("6f2c")
Traceback (most recent call last):
LookupError: no event '6f2c': timeline show --all lists them, timeline export gives their ids
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from timeline.store.columns import EVENT, EVENT_ALIAS

#: The fewest characters of an id that name an event.
_LEAST = 4


def event_id(connection: Connection, ref: str, *, rejected: bool = False, gone: bool = False) -> str:
    """The id of the event that ``ref`` means, through former ids; raises LookupError.

    Only a live event is meant, unless ``rejected`` ones count too; with ``gone`` one that is told no more, by its own id.
    """
    rows = _called(connection, EVENT.c.id == ref, EVENT_ALIAS.c.alias == ref)
    if not rows and len(ref) >= _LEAST:
        rows = _called(
            connection,
            EVENT.c.id.startswith(ref, autoescape=True),
            EVENT_ALIAS.c.alias.startswith(ref, autoescape=True),
        )
    if gone and (own := next((row for row in rows if row.id == ref), None)):
        return str(own.id)
    told = {row.id: row for row in rows if row.state == "live" or (rejected and row.state == "rejected")}
    if len(told) == 1 or (gone and len(rows) == 1):
        return str(next(iter(told or {row.id: row for row in rows})))
    if len(told) > 1:
        raise LookupError(f"{ref!r} can be {', '.join(sorted(told)[:5])}: say more of it")
    if not rows and 0 < len(ref) < _LEAST:
        raise LookupError(f"{ref!r} is too short to name an event: write its id's first {_LEAST} characters or more")
    if not rows:
        raise LookupError(f"no event {ref!r}: timeline show --all lists them, timeline export gives their ids")
    row = rows[0]
    if row.successor:
        return event_id(connection, row.successor, rejected=rejected, gone=gone)
    how = "was rejected" if row.state == "rejected" else "is no longer stated by any document"
    raise LookupError(f"event {row.id} {how} (since {row.last_changed}): timeline history {row.id} tells what happened")


def _called(connection: Connection, own: ColumnElement[bool], other: ColumnElement[bool]) -> list[Any]:
    alias = select(EVENT_ALIAS.c.event_id).where(other)
    asked = select(EVENT.c.id, EVENT.c.state, EVENT.c.successor, EVENT.c.last_changed)
    return list(connection.execute(asked.where(or_(own, EVENT.c.id.in_(alias))).order_by(EVENT.c.id)))
