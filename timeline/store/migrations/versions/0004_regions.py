"""What a new statement is compared with is kept, so that only what a change touches is merged anew.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the two tables, empty: the next ingestion fills them."""
    op.create_table(
        "statement_key",
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("token", "day", "document_id", "statement", name="pk_statement_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_key_document", "statement_key", ["document_id"])
    op.create_table(
        "statement_region",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("region", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "statement", name="pk_statement_region"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_region_region", "statement_region", ["region"])


def downgrade() -> None:
    """Drops them."""
    op.drop_table("statement_region")
    op.drop_table("statement_key")
