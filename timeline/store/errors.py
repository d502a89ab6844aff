"""What can be wrong with a store, each with the place and the next step.

>>> str(StoreError("db/timeline.db", "is locked", "try again"))
'db/timeline.db is locked: try again'
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

DatabaseError = (DBAPIError, sqlite3.Error)

_ADVICE = {
    "SQLITE_BUSY": ("is locked", "another program is writing to it; wait until it ends, then run this again"),
    "SQLITE_LOCKED": ("is locked", "another program is writing to it; wait until it ends, then run this again"),
    "SQLITE_READONLY": (
        "is read-only",
        "make the file and its folder writable (chmod u+w), or name another store with --db",
    ),
    "SQLITE_CANTOPEN": (
        "can't be opened",
        "check that its folder exists and that you may read and write there, or name another store with --db",
    ),
    "SQLITE_PERM": ("can't be opened", "check that you may read and write it, or name another store with --db"),
    "SQLITE_FULL": (
        "can't grow",
        "the disk is full; free some space and run this again (what was stored before is kept)",
    ),
    "SQLITE_NOTADB": ("is not a Timeline database", "name another file with --db"),
    "SQLITE_CORRUPT": (
        "is damaged",
        "restore a copy of it, or move it away and ingest the documents again",
    ),
    "SQLITE_INTERRUPT": ("took too long to answer", "ask for less: fewer years, one topic, or a limit"),
    "SQLITE_IOERR": (
        "can't be read or written",
        "see whether the disk that it is on is full or failing, then run this again",
    ),
}


class StoreError(RuntimeError):
    """A store that can't be used; the message names the file or URL, what is wrong and what to do."""

    def __init__(self, place: str, wrong: str, advice: str) -> None:
        super().__init__(f"{place} {wrong}: {advice}")
        self.place = place


def code(error: Exception) -> str:
    """SQLite's primary name of an error (``SQLITE_BUSY``), empty for other databases."""
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", "") or ""
    return "_".join(name.split("_")[:2])


def explain(error: Exception, place: str) -> StoreError:
    """The database's own error in words that say what to do."""
    if found := _ADVICE.get(code(error)):
        return StoreError(place, *found)
    first = str(getattr(error, "orig", error)).strip().partition("\n")[0]
    return StoreError(place, "could not do what was asked", f"the database says “{first}”")


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turns database errors into StoreError."""
    try:
        yield
    except DatabaseError as error:
        raise explain(error, place) from error
