"""The tables of what was read: documents, their articles and statements, as SQLModel classes.

>>> DocumentRow.__table__.name
'document'

Rows are never pipeline values: the stages hand each other the frozen classes of ``timeline.model``. Running code reads
and writes through ``timeline.store.columns``, which names the same columns without the cost of importing SQLModel.
What is long stands last in its table: SQLite must not walk through it to reach a short column. Timestamps are UTC in
ISO 8601 (``2026-11-20T08:00:00Z``); minutes count from 0001-01-01T00:00 local time.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, LargeBinary, MetaData, Text
from sqlmodel import Field, SQLModel

#: Every constraint has a name, so that a later migration can drop it on any database.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


class Row(SQLModel):
    """A row of one of the store's tables."""

    metadata = metadata


class SourceRow(Row, table=True):
    """A publication: its name, its home page, its time zone (IANA name)."""

    __tablename__ = "source"

    name: str = Field(primary_key=True, sa_type=Text)
    home: str = Field(sa_type=Text)
    zone: str = Field(sa_type=Text)


class ContentRow(Row, table=True):
    """Raw bytes, once however many documents have them: zlib-compressed, ``size`` bytes before that."""

    __tablename__ = "content"

    sha256: str = Field(primary_key=True, sa_type=Text)
    size: int
    raw: bytes = Field(sa_type=LargeBinary)


class DocumentRow(Row, table=True):
    """One reading of the bytes found at a path.

    ``state`` is ``pending`` (stored, its events not yet merged), ``current``, ``copy`` (the same bytes and text are
    current under a smaller path; its statements don't count) or ``superseded`` (an earlier revision of the path).
    ``key`` is the document's public id, the same for all revisions of a path; ``text`` the zlib-compressed decoded
    text, ``text_sha256`` its digest; ``published`` what the user said with --published; ``rules`` the version of the
    rules that read it; ``digest`` covers all that they read.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_path", "path", "revision"),
        Index("ix_document_key", "key"),
        Index("ix_document_content", "sha256", "state"),
        Index("ix_document_state", "state"),
    )

    id: int = Field(primary_key=True)
    key: str = Field(sa_type=Text)
    path: str = Field(sa_type=Text)
    revision: int
    state: str = Field(sa_type=Text)
    sha256: str = Field(foreign_key="content.sha256", sa_type=Text)
    text_sha256: str = Field(sa_type=Text)
    media_type: str = Field(sa_type=Text)
    encoding: str = Field(sa_type=Text)
    encoding_confidence: float
    source: str = Field(foreign_key="source.name", sa_type=Text)
    url: str = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    clues: str = Field(sa_type=Text)
    published: str | None = Field(sa_type=Text)
    rules: str = Field(sa_type=Text)
    digest: str = Field(sa_type=Text)
    first_seen: str = Field(sa_type=Text)
    last_changed: str = Field(sa_type=Text)
    text: bytes = Field(sa_type=LargeBinary)


class ArticleRow(Row, table=True):
    """One article of a document; ``published`` is its DCT as EDTF, ``payload`` its spans and the evidence, as JSON."""

    __tablename__ = "article"

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    key: str = Field(primary_key=True, sa_type=Text)
    number: int
    role: str = Field(sa_type=Text)
    headline: str = Field(sa_type=Text)
    published: str | None = Field(sa_type=Text)
    payload: str = Field(sa_type=Text)


class StatementRow(Row, table=True):
    """What one document says of one event: ``id`` is the statement's, ``payload`` the event without its mentions."""

    __tablename__ = "statement"

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    number: int = Field(primary_key=True)
    id: str = Field(sa_type=Text)
    payload: str = Field(sa_type=Text)


class MentionRow(Row, table=True):
    """One mention of a statement; ``start``, ``end`` and the timex's are code points into the document's decoded text.

    ``timex`` is the whole time expression as JSON; ``headline`` and ``published`` are NULL where they are the
    article's.
    """

    __tablename__ = "mention"
    __table_args__ = (
        ForeignKeyConstraint(["document_id", "article"], ["article.document_id", "article.key"]),
        ForeignKeyConstraint(["document_id", "statement"], ["statement.document_id", "statement.number"]),
    )

    document_id: int = Field(primary_key=True)
    statement: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    article: str = Field(sa_type=Text)
    start: int
    end: int
    quote: str = Field(sa_type=Text)
    trigger: str = Field(sa_type=Text)
    timex_start: int
    timex_end: int
    timex_text: str = Field(sa_type=Text)
    timex: str = Field(sa_type=Text)
    headline: str | None = Field(sa_type=Text)
    published: str | None = Field(sa_type=Text)


class StatementKeyRow(Row, table=True):
    """A token of a current statement's title at a time: ``token`` hashes the grain of the time and the token, ``day``
    is the proleptic ordinal of the time's first day, ``size`` how many tokens the title has."""

    __tablename__ = "statement_key"
    __table_args__ = (Index("ix_statement_key_document", "document_id"), {"sqlite_with_rowid": False})

    token: int = Field(primary_key=True, sa_type=BigInteger)
    day: int = Field(primary_key=True)
    document_id: int = Field(primary_key=True)
    statement: int = Field(primary_key=True)
    size: int


class StatementRegionRow(Row, table=True):
    """Which current statements are merged together: no two that are alike have different regions."""

    __tablename__ = "statement_region"
    __table_args__ = (Index("ix_statement_region_region", "region"), {"sqlite_with_rowid": False})

    document_id: int = Field(primary_key=True)
    statement: int = Field(primary_key=True)
    region: int


class UndatedRow(Row, table=True):
    """A fact worth keeping that carries no date."""

    __tablename__ = "undated"

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    number: int = Field(primary_key=True)
    article: str = Field(sa_type=Text)
    start: int
    end: int
    quote: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
