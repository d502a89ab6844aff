"""The tables of the store: what Alembic migrates to and the schema snapshot is checked against; here those of events.

>>> EventRow.__table__.name
'event'
>>> {"document", "event"} <= metadata.tables.keys()
True

What was read is in ``timeline.store.page_tables``, with what holds for all of them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, Text, text
from sqlmodel import Field

from timeline.store.page_tables import Row, metadata

__all__ = ["metadata"]

# Most events are live: an index on the state would mislead a planner that knows no figures.
_GONE = text("state <> 'live'")


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
