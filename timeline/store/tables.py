"""The tables of the store, as SQLModel classes: what Alembic migrates to and the schema snapshot is checked against.

>>> EventRow.__table__.name
'event'

Rows are never pipeline values: the stages hand each other the frozen classes of ``timeline.model``. Running code reads
and writes through ``timeline.store.columns``, which names the same columns without the cost of importing SQLModel.
What is long stands last in its table: SQLite must not walk through it to reach a short column. Timestamps are UTC in
ISO 8601 (``2026-11-20T08:00:00Z``); minutes count from 0001-01-01T00:00 local time.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, LargeBinary, MetaData, Text, text
from sqlmodel import Field, SQLModel

#: Every constraint has a name, so that a later migration can drop it on any database.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

# Most events are live: an index on the state would mislead a planner that knows no figures.
_GONE = text("state <> 'live'")


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


class EventRow(Row, table=True):
    """A merged event, corrections applied.

    ``state`` is ``live``, ``rejected`` (by a person), ``merged`` (into ``successor``) or ``lost`` (nothing states it
    any more); the last two keep their last form, mentions and all, in ``tombstone``. ``begin_minute`` and
    ``until_minute`` bound the narrowed interval, half open, with 0 and the end of the calendar where it is open, NULL
    where the date has no place on the calendar; ``scale`` is the class of its length, so that an index can answer
    which intervals overlap a year; ``at_minute`` and ``grain`` order the chronology. ``digest`` covers all that a
    subscriber can see. ``number`` is what other tables know it by: those of one time are given in order, so that their
    rows lie close together.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_id", "id", unique=True),
        Index("ix_event_interval", "scale", "begin_minute", "until_minute"),
        Index("ix_event_order", "at_minute", "grain", "until_minute", "id"),
        Index("ix_event_gone", "last_changed", sqlite_where=_GONE, postgresql_where=_GONE),
        Index("ix_event_first_seen", "first_seen"),
    )

    number: int = Field(primary_key=True)
    id: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)
    successor: str | None = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    modality: str = Field(sa_type=Text)
    salience: float
    place: str | None = Field(sa_type=Text)
    edtf: str = Field(sa_type=Text)
    granularity: str = Field(sa_type=Text)
    scale: int | None
    begin_minute: int | None = Field(sa_type=BigInteger)
    until_minute: int | None = Field(sa_type=BigInteger)
    at_minute: int = Field(sa_type=BigInteger)
    grain: int
    digest: str = Field(sa_type=Text)
    revision: int
    first_seen: str = Field(sa_type=Text)
    last_changed: str = Field(sa_type=Text)
    payload: str = Field(sa_type=Text)
    tombstone: str | None = Field(sa_type=Text)


class EventTopicRow(Row, table=True):
    """A topic of a live event, beside the interval so that one index answers topic and time together."""

    __tablename__ = "event_topic"
    __table_args__ = (
        Index("ix_event_topic_interval", "topic", "scale", "begin_minute", "until_minute", "event"),
        {"sqlite_with_rowid": False},
    )

    event: int = Field(primary_key=True, foreign_key="event.number")
    topic: str = Field(primary_key=True, sa_type=Text)
    scale: int | None
    begin_minute: int | None = Field(sa_type=BigInteger)
    until_minute: int | None = Field(sa_type=BigInteger)


class EventMentionRow(Row, table=True):
    """Which mentions an event has (live and rejected ones), in their order."""

    __tablename__ = "event_mention"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "statement", "position"],
            ["mention.document_id", "mention.statement", "mention.position"],
        ),
        Index("ix_event_mention_mention", "document_id", "statement", "position"),
        {"sqlite_with_rowid": False},
    )

    event: int = Field(primary_key=True, foreign_key="event.number")
    rank: int = Field(primary_key=True)
    document_id: int
    statement: int
    position: int


class EventAliasRow(Row, table=True):
    """Another id under which an event can be asked for: a statement merged into it, or one that it outlived."""

    __tablename__ = "event_alias"
    __table_args__ = (Index("ix_event_alias_event", "event_id"), {"sqlite_with_rowid": False})

    alias: str = Field(primary_key=True, sa_type=Text)
    event_id: str = Field(foreign_key="event.id", sa_type=Text)


class EventTextRow(Row, table=True):
    """The folded words of a live event that --text searches; its number is its row in the full-text index."""

    __tablename__ = "event_text"

    event: int = Field(primary_key=True, foreign_key="event.number")
    words: str = Field(sa_type=Text)


class RevisionRow(Row, table=True):
    """A recorded change of an event: ``changes`` maps each changed field to its old and new value, as JSON.

    The first revision, the event's discovery, is ``first_seen`` and has no row.
    """

    __tablename__ = "revision"

    event_id: str = Field(primary_key=True, foreign_key="event.id", sa_type=Text)
    number: int = Field(primary_key=True)
    changed_at: str = Field(sa_type=Text)
    changes: str = Field(sa_type=Text)


class CorrectionRow(Row, table=True):
    """One field of a person's decision about an event; rows of one decision share its key, ``decision``.

    ``event_id`` as it was then, ``value`` and what stood there ``before`` as JSON, ``undone_at`` when undone; ``seen``
    digests what the person left the event as, ``basis`` tells by which words it can be known again, as JSON.
    """

    __tablename__ = "correction"
    __table_args__ = (Index("ix_correction_event", "event_id"), Index("ix_correction_decision", "decision"))

    id: int = Field(primary_key=True)
    event_id: str = Field(sa_type=Text)
    field: str = Field(sa_type=Text)
    value: str = Field(sa_type=Text)
    who: str = Field(sa_type=Text)
    why: str = Field(sa_type=Text)
    made_at: str = Field(sa_type=Text)
    undone_at: str | None = Field(sa_type=Text)
    decision: str = Field(sa_type=Text)
    seen: str | None = Field(sa_type=Text)
    before: str | None = Field(sa_type=Text)
    basis: str | None = Field(sa_type=Text)


class DatingRow(Row, table=True):
    """A person's word on when a document was published, or one article of it (``article`` its key then, ``opening`` its
    first words; both "" for the whole document); it holds for all revisions of the path and for the same bytes elsewhere.
    """

    __tablename__ = "dating"
    __table_args__ = (Index("ix_dating_document", "document_key"),)

    id: int = Field(primary_key=True)
    document_key: str = Field(sa_type=Text)
    sha256: str = Field(sa_type=Text)
    article: str = Field(sa_type=Text)
    opening: str = Field(sa_type=Text)
    edtf: str = Field(sa_type=Text)
    who: str = Field(sa_type=Text)
    why: str = Field(sa_type=Text)
    made_at: str = Field(sa_type=Text)
    undone_at: str | None = Field(sa_type=Text)
