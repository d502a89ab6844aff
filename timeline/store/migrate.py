"""The store's schema versions: brings a database up to the present one, by itself when it is first opened.

>>> HEAD
'0005'
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table

from timeline.store.errors import StoreError, explained

#: The version that this program works with: the newest of ``migrations/versions``.
HEAD = "0005"
_FOLDER = Path(__file__).parent / "migrations"
_VERSION = table("alembic_version", column("version_num"))


def version(connection: Connection, place: str) -> str | None:
    """The schema version of a database, None for an empty one; raises StoreError for another program's database."""
    tables = inspect(connection).get_table_names()
    if _VERSION.name in tables:
        return connection.scalar(select(_VERSION.c.version_num))
    if tables:
        raise StoreError(place, "is a database of another program", "name another file with --db")
    return None


def known() -> set[str]:
    """The versions that this program knows."""
    return {file.name.partition("_")[0] for file in (_FOLDER / "versions").glob("[0-9]*.py")}


def check(found: str | None, place: str) -> bool:
    """Whether a database of version ``found`` must be migrated; raises StoreError when a newer program wrote it."""
    if found == HEAD:
        return False
    if found is not None and found not in known():
        raise StoreError(
            place,
            f"was written by a newer Timeline (schema {found}, this one knows up to {HEAD})",
            "update Timeline, or name another store with --db",
        )
    return True


def upgrade(engine: Engine, place: str, to: str = "head") -> None:
    """Migrates a database up to version ``to``, in one transaction."""
    _migrate(engine, place, "upgrade", to)


def downgrade(engine: Engine, place: str, to: str) -> None:
    """Migrates a database down to version ``to`` (``base`` empties it), in one transaction."""
    _migrate(engine, place, "downgrade", to)


def _migrate(engine: Engine, place: str, direction: str, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    with explained(place), engine.connect() as plain:
        sqlite = plain.dialect.name == "sqlite"
        connection = plain.execution_options(begin="BEGIN IMMEDIATE") if sqlite else plain
        if sqlite:
            _outside(plain, "journal_mode=WAL")  # readers go on while one writes; the file remembers it
            _outside(plain, "foreign_keys=OFF")  # batch mode makes tables anew; checked before the commit
        with connection.begin():
            # Another process may have migrated it while this one waited for the lock.
            if to != "head" or check(version(connection, place), place):
                config.attributes["connection"] = connection
                getattr(command, direction)(config, to)
                if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
                    raise StoreError(place, f"has rows in {broken[0]} that point nowhere", "restore a copy of it")
        if sqlite:
            _outside(plain, "foreign_keys=ON")


def _outside(connection: Connection, pragma: str) -> None:
    # Past SQLAlchemy, which would begin a transaction first: these can't be set inside one.
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute(f"PRAGMA {pragma}")
