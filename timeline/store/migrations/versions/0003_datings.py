"""What people say of the dates of documents and articles.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dating",
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("document_key", "sha256", "article", "opening", "edtf", "who", "why", "made_at")
        ),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_dating"),
    )
    op.create_index("ix_dating_document", "dating", ["document_key"])


def downgrade() -> None:
    op.drop_table("dating")
