"""Connections to the store's database, SQLite tuned for many readers beside one writer.

>>> address("db/timeline.db").drivername
'sqlite'
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from timeline.store.errors import StoreError, explained

#: Said before the first statement of a transaction that writes: a lock asked for later could not be waited for.
_WRITING = "BEGIN IMMEDIATE"
#: After so many steps of SQLite's machine a statement asks whether to go on; a few milliseconds.
_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Tuning:
    """How much one connection may use: ``cache`` KiB of pages kept; ``weary`` is asked now and then while a statement
    runs, and ends it by saying yes (SQLite only).
    """

    cache: int = 65_536
    weary: Callable[[], bool] | None = None


def address(where: str) -> URL:
    """A path or an SQLAlchemy URL as a URL; raises StoreError for a URL that is none."""
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        return make_url(where)
    except ArgumentError as error:
        raise StoreError(where, "is not a database URL", "write sqlite:///file.db or postgresql://host/name") from error


def file_of(url: URL) -> Path | None:
    """The file that an SQLite URL names, None for a server or a database in memory."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    name = url.database.removeprefix("file:").partition("?")[0]
    return Path(name) if name and name != ":memory:" else None


def named(url: URL) -> str:
    """The store as messages name it: its path, or its URL without the password."""
    file = file_of(url)
    return str(file) if file else url.render_as_string(hide_password=True)


def connect(url: URL, *, timeout: float, tuning: Tuning = Tuning()) -> Engine:
    """An engine for ``url``, which waits ``timeout`` seconds for another writer; raises StoreError."""
    place = named(url)
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, isolation_level="SERIALIZABLE")
        engine = create_engine(url, connect_args={"timeout": timeout})
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(place, f"needs a driver ({error})", "install timeline[postgres], or name a file") from error
    _tune(engine, tuning)
    return engine


def connect_unwritable(url: URL, *, timeout: float, tuning: Tuning = Tuning()) -> Engine:
    """An engine that only reads a file in a folder where SQLite may not put its own files beside it."""
    file = file_of(url)
    assert file is not None
    uri = f"file:{str(file.absolute()).replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?immutable=1"
    # A connection is held for one operation only: SQLite takes an immutable file for one that nobody changes.
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(uri, timeout=timeout, uri=True), poolclass=NullPool
    )
    _tune(engine, tuning)
    return engine


def _simplified(words: str | None) -> str | None:
    """What ``timeline.store.conditions.reads`` asks of a column; None for NULL."""
    from timeline.store.search import simplified

    return simplified(words) if words else words


def _tune(engine: Engine, tuning: Tuning) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions by its own rules
        for pragma in ("foreign_keys=ON", "synchronous=NORMAL", "temp_store=MEMORY", f"cache_size=-{tuning.cache}"):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("simplified", 1, _simplified, deterministic=True)
        if tuning.weary:
            connection.set_progress_handler(tuning.weary, _STEPS)

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def reading(engine: Engine, place: str) -> Iterator[Connection]:
    """A transaction that sees one state of the store, whatever is written meanwhile."""
    with explained(place), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, place: str) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing."""
    with explained(place), engine.connect() as plain:
        connection = plain.execution_options(begin=_WRITING) if engine.dialect.name == "sqlite" else plain
        with connection.begin():
            yield connection
