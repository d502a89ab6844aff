"""The documents of events told by hand, kept in line with the decisions that stand.

>>> from timeline.store.corrections.additions import FOLDER
>>> FOLDER
'by-hand'
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from timeline.store import ingest
from timeline.store.columns import DOCUMENT
from timeline.store.corrections import log
from timeline.store.corrections.additions import RULES, Addition, extraction
from timeline.store.intake import prepare

_HELD = DOCUMENT.c.state != "superseded"


def present(connection: Connection, told: Addition) -> bool:
    """Whether the event's document is there."""
    asked = select(DOCUMENT.c.id).where(DOCUMENT.c.path == told.path, _HELD)
    return connection.scalar(asked.limit(1)) is not None


def settle(connection: Connection, now: str) -> list[int]:
    """Stores the documents that standing decisions call for, as pending, and withdraws those of undone ones.

    Gives the numbers of the withdrawn: a rebuild takes their events away, ``clear`` then what they state.
    """
    made = [each for each in log.corrections(connection) if each.field == log.ADDED]
    standing = {told.path: (told, each) for each in made if not each.undone for told in [Addition.of(each.value)]}
    asked = select(DOCUMENT.c.id, DOCUMENT.c.path).where(DOCUMENT.c.rules == RULES, _HELD)
    held = {row.path: row.id for row in connection.execute(asked)}
    wanted = [
        prepare(extraction(told, each.who, each.why, each.when), published=None, rules=RULES)
        for path, (told, each) in standing.items()
        if path not in held
    ]
    if wanted:
        ingest.store(connection, wanted, now, ingest.Tally())
    stale = [number for path, number in held.items() if path not in standing]
    if stale:
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.id.in_(stale)).values(state="superseded"))
    return stale


def clear(connection: Connection, stale: Sequence[int]) -> None:
    """Deletes what withdrawn documents stated, once no event hangs on it; their bytes and text are kept."""
    ingest.clear(connection, ingest.Promotion(superseded=tuple(stale)))
