"""The first schema: documents and what they state, events and what became of them, corrections, search.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = (
    *("source", "content", "document", "article", "statement", "mention", "undated"),
    *("event", "event_topic", "event_mention", "event_alias", "event_text", "revision", "correction"),
)


def upgrade() -> None:
    _read()
    _stated()
    _happened()
    _decided()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE event_grams USING fts5(grams, content='', columnsize=0, detail=none, "
            "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Cn'\")"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE event_grams")
    for name in reversed(_TABLES):
        op.drop_table(name)


def _read() -> None:
    op.create_table(
        "source",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_source"),
    )
    op.create_table(
        "content",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_content"),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("encoding_confidence", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("clues", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("last_changed", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.ForeignKeyConstraint(["sha256"], ["content.sha256"], name="fk_document_content"),
        sa.ForeignKeyConstraint(["source"], ["source.name"], name="fk_document_source"),
    )
    op.create_index("ix_document_content", "document", ["sha256", "state"])
    op.create_index("ix_document_key", "document", ["key"])
    op.create_index("ix_document_path", "document", ["path", "revision"])
    op.create_index("ix_document_state", "document", ["state"])
    op.create_table(
        "article",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "key", name="pk_article"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_article_document"),
    )


def _stated() -> None:
    op.create_table(
        "statement",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_statement"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_statement_document"),
    )
    op.create_table(
        "mention",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("timex_start", sa.Integer(), nullable=False),
        sa.Column("timex_end", sa.Integer(), nullable=False),
        sa.Column("timex_text", sa.Text(), nullable=False),
        sa.Column("timex", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("document_id", "statement", "position", name="pk_mention"),
        sa.ForeignKeyConstraint(
            ["document_id", "article"], ["article.document_id", "article.key"], name="fk_mention_article"
        ),
        sa.ForeignKeyConstraint(
            ["document_id", "statement"], ["statement.document_id", "statement.number"], name="fk_mention_statement"
        ),
    )
    op.create_table(
        "undated",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_undated"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_undated_document"),
    )


def _happened() -> None:
    op.create_table(
        "event",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("successor", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("salience", sa.Float(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=False),
        sa.Column("granularity", sa.Text(), nullable=False),
        sa.Column("scale", sa.Integer(), nullable=True),
        sa.Column("begin_minute", sa.BigInteger(), nullable=True),
        sa.Column("until_minute", sa.BigInteger(), nullable=True),
        sa.Column("at_minute", sa.BigInteger(), nullable=False),
        sa.Column("grain", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("last_changed", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("tombstone", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_event"),
    )
    op.create_index("ix_event_first_seen", "event", ["first_seen"])
    gone = sa.text("state <> 'live'")
    op.create_index("ix_event_gone", "event", ["last_changed"], sqlite_where=gone, postgresql_where=gone)
    op.create_index("ix_event_id", "event", ["id"], unique=True)
    op.create_index("ix_event_interval", "event", ["scale", "begin_minute", "until_minute"])
    op.create_index("ix_event_order", "event", ["at_minute", "grain", "until_minute", "id"])
    op.create_table(
        "event_topic",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("scale", sa.Integer(), nullable=True),
        sa.Column("begin_minute", sa.BigInteger(), nullable=True),
        sa.Column("until_minute", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("event", "topic", name="pk_event_topic"),
        sa.ForeignKeyConstraint(["event"], ["event.number"], name="fk_event_topic_event"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_event_topic_interval", "event_topic", ["topic", "scale", "begin_minute", "until_minute", "event"]
    )
    op.create_table(
        "event_mention",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event", "rank", name="pk_event_mention"),
        sa.ForeignKeyConstraint(["event"], ["event.number"], name="fk_event_mention_event"),
        sa.ForeignKeyConstraint(
            ["document_id", "statement", "position"],
            ["mention.document_id", "mention.statement", "mention.position"],
            name="fk_event_mention_mention",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_mention_mention", "event_mention", ["document_id", "statement", "position"])


def _decided() -> None:
    op.create_table(
        "event_alias",
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("alias", name="pk_event_alias"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_alias_event"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_alias_event", "event_alias", ["event_id"])
    op.create_table(
        "event_text",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", name="pk_event_text"),
        sa.ForeignKeyConstraint(["event"], ["event.number"], name="fk_event_text_event"),
    )
    op.create_table(
        "revision",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "number", name="pk_revision"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_revision_event"),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
    )
    op.create_index("ix_correction_event", "correction", ["event_id"])
