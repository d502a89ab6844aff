"""The SQLite schema that the migrations make, as SQL: what ``db/schema.sql`` holds and a test compares.

>>> snapshot().startswith("CREATE TABLE alembic_version")
True
"""

from __future__ import annotations

import re

from sqlalchemy import column, select, table

from timeline.store.engine import address, connect
from timeline.store.migrate import upgrade


def snapshot() -> str:
    """Every CREATE statement of a new store, tables before indexes, in order of name."""
    engine = connect(address(":memory:"), timeout=1)
    upgrade(engine, "memory")
    master = table("sqlite_master", column("type"), column("name"), column("sql"))
    # FTS5 makes its own tables beside event_grams, and names them after it.
    own = select(master.c.sql).where(master.c.sql.is_not(None), ~master.c.name.like("event_grams\\_%", escape="\\"))
    with engine.connect() as connection:
        statements = connection.scalars(own.order_by(master.c.type.desc(), master.c.name)).all()
    engine.dispose()
    return "".join(f"{_tidy(statement)};\n\n" for statement in statements).rstrip("\n") + "\n"


def _tidy(statement: str) -> str:
    # A table that batch mode made anew has its name in quotes.
    lines = (line.strip() for line in re.sub(r'\ACREATE TABLE "(\w+)"', r"CREATE TABLE \1", statement).splitlines())
    return "\n".join(line if line.startswith(("CREATE", ")", "WITHOUT")) else f"    {line}" for line in lines if line)
