"""Decisions: what a person said at once belongs together, and tells what it found and what it left.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NEW = ("decision", "seen", "before", "basis")


def upgrade() -> None:
    with op.batch_alter_table("correction") as batch:
        for name in _NEW:
            batch.add_column(sa.Column(name, sa.Text(), nullable=True))
    table = sa.table(
        "correction", *(sa.column(name) for name in ("id", "event_id", "field", "value", "who", "made_at"))
    )
    bind = op.get_bind()
    for row in bind.execute(sa.select(*table.c)).all():  # until now a decision had one field
        key = sha256("\n".join(map(str, row)).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        bind.execute(sa.text("UPDATE correction SET decision = :key WHERE id = :id"), {"key": key, "id": row.id})
    with op.batch_alter_table("correction") as batch:
        batch.alter_column("decision", existing_type=sa.Text(), nullable=False)
    op.create_index("ix_correction_decision", "correction", ["decision"])


def downgrade() -> None:
    op.drop_index("ix_correction_decision", "correction")
    with op.batch_alter_table("correction") as batch:
        for name in _NEW:
            batch.drop_column(name)
