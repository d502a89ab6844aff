"""The documents of a store: listed, and whole with bytes, text, articles and the evidence of their dates.

>>> columns_listed()[:3]
['id', 'key', 'path']
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from timeline.model import Article, Document, Fact, Source
from timeline.store import codec
from timeline.store.columns import (
    ARTICLE,
    CONTENT,
    DOCUMENT,
    EVENT,
    EVENT_MENTION,
    SOURCE,
    UNDATED,
    batches,
    select_all,
)
from timeline.store.values import ArticleRecord, DocumentRecord, StoredDocument

if TYPE_CHECKING:
    from timeline.events.figures import Told

_HEAVY = ("text", "clues")
#: What is read again by --verify and shown by ``timeline documents``: no former revision, nothing still pending.
PRESENT: ColumnElement[bool] = DOCUMENT.c.state.in_(("current", "copy"))


def columns_listed() -> list[str]:
    """The columns of a document that a list needs."""
    return [column.name for column in DOCUMENT.c if column.name not in _HEAVY]


def records(connection: Connection, *conditions: ColumnElement[bool]) -> list[DocumentRecord]:
    """The documents as they are now, by path; those with the same bytes as another are its ``copies``."""
    listed = (DOCUMENT.c[name] for name in columns_listed())
    asked = select(*listed, CONTENT.c.size).select_from(DOCUMENT.join(CONTENT, CONTENT.c.sha256 == DOCUMENT.c.sha256))
    rows = connection.execute(asked.where(PRESENT, *conditions).order_by(DOCUMENT.c.path)).all()
    copies: dict[tuple[str, str], list[str]] = {}
    for row in _copies(connection, [row.sha256 for row in rows]):
        copies.setdefault((row.sha256, row.text_sha256), []).append(row.path)
    shown = [row for row in rows if row.state == "current" or conditions]
    articles = _articles(connection, [row.id for row in shown])
    events = _events(connection, [row.id for row in shown])
    own = [name for name in columns_listed() if name in DocumentRecord.__dataclass_fields__ and name != "id"]
    return [
        DocumentRecord(
            id=row.key,
            size=row.size,
            copies=tuple(path for path in copies.get((row.sha256, row.text_sha256), ()) if path != row.path),
            articles=tuple(articles.get(row.id, ())),
            events=events.get(row.id, 0),
            **{name: getattr(row, name) for name in own},
        )
        for row in shown
    ]


def _copies(connection: Connection, hashes: Sequence[str]) -> Iterator[Any]:
    for some in batches(sorted(set(hashes))):
        asked = select(DOCUMENT.c.sha256, DOCUMENT.c.text_sha256, DOCUMENT.c.path)
        yield from connection.execute(
            asked.where(DOCUMENT.c.state == "copy", DOCUMENT.c.sha256.in_(some)).order_by(DOCUMENT.c.path)
        )


def _articles(connection: Connection, numbers: Sequence[int]) -> dict[int, list[ArticleRecord]]:
    found: dict[int, list[ArticleRecord]] = {}
    columns = (ARTICLE.c[name] for name in ("document_id", "key", "role", "headline", "published"))
    asked = select(*columns).order_by(ARTICLE.c.document_id, ARTICLE.c.number)
    for some in batches(numbers):
        for row in connection.execute(asked.where(ARTICLE.c.document_id.in_(some))):
            found.setdefault(row.document_id, []).append(ArticleRecord(*row[1:]))
    return found


def _events(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    joined = EVENT_MENTION.join(EVENT, EVENT.c.number == EVENT_MENTION.c.event)
    count = func.count(EVENT.c.number.distinct())
    asked = select(EVENT_MENTION.c.document_id, count).select_from(joined).where(EVENT.c.state == "live")
    for some in batches(numbers):
        rows = connection.execute(
            asked.where(EVENT_MENTION.c.document_id.in_(some)).group_by(EVENT_MENTION.c.document_id)
        )
        found.update((number, events) for number, events in rows)
    return found


def numbers(connection: Connection) -> list[int]:
    """The numbers of all documents that are current or copies, by path."""
    return list(connection.scalars(select(DOCUMENT.c.id).where(PRESENT).order_by(DOCUMENT.c.path)))


def whole(connection: Connection, number: int) -> tuple[Document, tuple[Article, ...]]:
    """A document with bytes and text, and its articles with the evidence of their dates."""
    joined = DOCUMENT.join(CONTENT, CONTENT.c.sha256 == DOCUMENT.c.sha256).join(
        SOURCE, SOURCE.c.name == DOCUMENT.c.source
    )
    row = connection.execute(
        select(*DOCUMENT.c, CONTENT.c.raw, SOURCE.c.home, SOURCE.c.zone)
        .select_from(joined)
        .where(DOCUMENT.c.id == number)
    ).one()
    own = ("path", "sha256", "media_type", "encoding", "url", "title", "encoding_confidence")
    document = Document(
        **{name: getattr(row, name) for name in own},
        text=zlib.decompress(row.text).decode("utf-8"),
        source=Source(row.source, row.home, row.zone),
        clues=codec.clues_of(row.clues),
        raw=zlib.decompress(row.raw),
    )
    rows = connection.execute(select_all(ARTICLE).where(ARTICLE.c.document_id == number).order_by(ARTICLE.c.number))
    return document, tuple(codec.article_of(each.key, each.role, each.payload) for each in rows)


def told(connection: Connection) -> Iterator[Told]:
    """The text of each article of the current documents, with its date and main place."""
    from timeline.events.entities import cast_of
    from timeline.events.figures import Told
    from timeline.layout.flow import flow

    for number in connection.scalars(
        select(DOCUMENT.c.id).where(DOCUMENT.c.state == "current").order_by(DOCUMENT.c.path)
    ):
        document, articles = whole(connection, number)
        place = cast_of(document.text, document.text).place
        for article in articles:
            if article.role not in ("furniture", "weather"):
                published = article.dct.date.text if article.dct.date else None
                yield Told(document.path, published, flow(document, article).text, place)


def undated(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None, offset: int = 0
) -> list[Fact]:
    """The facts without a date that current documents state, in reading order."""
    names = ("article", "start", "end", "quote", "reason")
    asked = select(DOCUMENT.c.path, *(UNDATED.c[name] for name in names)).select_from(
        UNDATED.join(DOCUMENT, DOCUMENT.c.id == UNDATED.c.document_id)
    )
    state = PRESENT if conditions else DOCUMENT.c.state == "current"
    ordered = asked.where(state, *conditions).order_by(DOCUMENT.c.path, UNDATED.c.start, UNDATED.c.end)
    return [Fact(*row) for row in connection.execute(ordered.limit(limit).offset(offset or None))]


def named(connection: Connection, ref: str) -> list[Any]:
    """The present documents that ``ref`` can mean, as rows of number and path: its path first of all, else its id,
    the start of its id or SHA-256, or the end of its path."""
    asked = select(DOCUMENT.c.id, DOCUMENT.c.path).where(PRESENT).order_by(DOCUMENT.c.path)
    ways = [DOCUMENT.c.path == ref, DOCUMENT.c.key == ref]
    if len(ref) >= 4:
        ways.append(
            or_(DOCUMENT.c.key.startswith(ref, autoescape=True), DOCUMENT.c.sha256.startswith(ref, autoescape=True))
        )
    ways.append(DOCUMENT.c.path.endswith("/" + ref, autoescape=True))
    for way in ways:
        if rows := connection.execute(asked.where(way)).all():
            return list(rows)
    return []


def stored(connection: Connection, number: int) -> StoredDocument:
    """A document with all that was read from it and its former revisions."""
    own = DOCUMENT.c.id == number
    record = records(connection, own)[0]
    document, articles = whole(connection, number)
    earlier = connection.execute(
        select(DOCUMENT.c.revision, DOCUMENT.c.sha256, DOCUMENT.c.last_changed)
        .where(DOCUMENT.c.path == record.path, DOCUMENT.c.state == "superseded")
        .order_by(DOCUMENT.c.revision)
    )
    rows = tuple((row.revision, row.sha256, row.last_changed) for row in earlier)
    return StoredDocument(record, document, articles, tuple(undated(connection, own)), rows)
