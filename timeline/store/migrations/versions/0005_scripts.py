"""What --text searches is kept in simplified characters, so that either Chinese script finds the other.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from itertools import pairwise

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_AT_ONCE = 5_000


def upgrade() -> None:
    """Folds the words of each event that has traditional characters, and its pairs of characters in the index."""
    from timeline.timex.orthography import folded

    connection = op.get_bind()
    read = sa.text("SELECT event, words FROM event_text WHERE event > :last ORDER BY event LIMIT :count")
    last = -1
    while rows := connection.execute(read, {"last": last, "count": _AT_ONCE}).all():
        last = rows[-1].event
        for event, words in rows:
            wanted = "\n".join(dict.fromkeys(folded(words).split("\n")))
            if wanted != words:
                _write(connection, event, words, wanted)


def downgrade() -> None:
    """Leaves the words as they are: which script they were in, ``timeline db rebuild`` of that version tells anew."""


def _write(connection: sa.Connection, event: int, before: str, wanted: str) -> None:
    if connection.dialect.name == "sqlite":
        drop = "INSERT INTO event_grams (event_grams, rowid, grams) VALUES ('delete', :event, :grams)"
        connection.execute(sa.text(drop), {"event": event, "grams": _grams(before)})
        add = "INSERT INTO event_grams (rowid, grams) VALUES (:event, :grams)"
        connection.execute(sa.text(add), {"event": event, "grams": _grams(wanted)})
    change = sa.text("UPDATE event_text SET words = :words WHERE event = :event")
    connection.execute(change, {"event": event, "words": wanted})


def _grams(words: str) -> str:
    found: set[str] = set()
    for field in words.split("\n"):
        found.update(field)
        found.update(map("".join, pairwise(field)))
    return " ".join(sorted(found))
