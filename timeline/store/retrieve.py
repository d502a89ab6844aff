"""Rows back to the pipeline's values: events with their mentions, in the order of a chronology.

>>> [column.name for column in ORDER]
['at_minute', 'grain', 'until_minute', 'id']
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, tuple_

from timeline.model import Event, Mention
from timeline.store.codec import event_of, risen, timex_of
from timeline.store.columns import ARTICLE, DOCUMENT, EVENT, EVENT_ALIAS, EVENT_MENTION, MENTION, STATEMENT, batches
from timeline.store.values import Gone

#: Narrowed begin, coarse first, shorter first, then id.
ORDER = tuple(EVENT.c[name] for name in ("at_minute", "grain", "until_minute", "id"))
LIVE: ColumnElement[bool] = EVENT.c.state == "live"
_EVENT = tuple(EVENT.c[name] for name in ("number", "id", "payload", "revision", "first_seen", "last_changed"))

#: Rows are fetched so many at a time, however many there are.
STREAMED = {"yield_per": 1000}

#: Where a mention's row is: its document's number, its statement's, its position there.
Ref = tuple[int, int, int]

_WHOLE = (
    *(MENTION.c[name] for name in ("document_id", "statement", "position", "article", "start", "end", "quote")),
    *(MENTION.c[name] for name in ("trigger", "timex", "headline", "published")),
    *(DOCUMENT.c[name] for name in ("path", "sha256", "source")),
    ARTICLE.c.headline.label("article_headline"),
    ARTICLE.c.published.label("article_published"),
)
_JOINED = MENTION.join(DOCUMENT, DOCUMENT.c.id == MENTION.c.document_id).join(
    ARTICLE, (ARTICLE.c.document_id == MENTION.c.document_id) & (ARTICLE.c.key == MENTION.c.article)
)


def _mention(row: Sequence[Any]) -> Mention:
    """The mention of a row of ``_WHOLE``, taken apart by position: by name it takes twice as long."""
    _, _, _, article, start, end, quote, trigger, timex, headline, published, *stated = row
    path, sha256, source, article_headline, article_published = stated
    return Mention(
        path,
        sha256,
        source,
        article,
        article_headline if headline is None else headline,
        article_published if published is None else published or None,
        start,
        end,
        quote,
        timex_of(json.loads(timex)),
        trigger,
    )


def events(
    connection: Connection, conditions: Sequence[ColumnElement[bool]] = (), limit: int | None = None
) -> list[Event]:
    """The live events that meet all conditions, in the order of a chronology; the first ``limit`` of them."""
    found = connection.execute(select(*_EVENT).where(LIVE, *conditions).order_by(*ORDER).limit(limit)).all()
    return [event for some in batches(found) for _, event in _filled(connection, some)]


def numbered(connection: Connection) -> Iterator[tuple[int, Event]]:
    """All live events with the numbers that the tables know them by."""
    numbers = connection.scalars(select(EVENT.c.number).where(LIVE).order_by(EVENT.c.number)).all()
    for some in batches(numbers):
        yield from _filled(connection, connection.execute(select(*_EVENT).where(EVENT.c.number.in_(some))).all())


def by_id(connection: Connection, ids: Sequence[str], *, live: bool = False) -> dict[str, Event]:
    """Events by id, live or rejected ones, or only ``live`` ones."""
    found: dict[str, Event] = {}
    asked = select(*_EVENT).where(LIVE) if live else select(*_EVENT)
    for some in batches(ids):
        rows = connection.execute(asked.where(EVENT.c.id.in_(some))).all()
        found.update((event.id, event) for _, event in _filled(connection, rows))
    return found


def _filled(connection: Connection, rows: Sequence[Any]) -> Iterator[tuple[int, Event]]:
    mentions = _mentions(connection, [row.number for row in rows])
    aliases = _aliases(connection, [row.id for row in rows])
    for row in rows:
        payload = json.loads(row.payload)
        payload["aliases"] = aliases.get(row.id, ())
        stored = {name: getattr(row, name) for name in ("id", "revision", "first_seen", "last_changed")}
        yield row.number, event_of(payload, mentions=tuple(mentions.get(row.number, ())), **stored)


def _mentions(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Mention]]:
    linked = _JOINED.join(
        EVENT_MENTION,
        (EVENT_MENTION.c.document_id == MENTION.c.document_id)
        & (EVENT_MENTION.c.statement == MENTION.c.statement)
        & (EVENT_MENTION.c.position == MENTION.c.position),
    )
    asked = select(EVENT_MENTION.c.event, *_WHOLE).select_from(linked).where(EVENT_MENTION.c.event.in_(numbers))
    found: dict[int, list[Mention]] = {}
    for event, *row in connection.execute(asked.order_by(EVENT_MENTION.c.event, EVENT_MENTION.c.rank)):
        found.setdefault(event, []).append(_mention(row))
    return found


def _aliases(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    asked = select(EVENT_ALIAS.c.event_id, EVENT_ALIAS.c.alias).where(EVENT_ALIAS.c.event_id.in_(ids))
    rows = connection.execute(asked.order_by(EVENT_ALIAS.c.event_id, EVENT_ALIAS.c.alias))
    return {key: tuple(row.alias for row in some) for key, some in groupby(rows, lambda row: row.event_id)}


def statements_of(connection: Connection, event: str) -> list[Event]:
    """The statements that the event of that id was merged from."""
    own = select(EVENT_MENTION.c.document_id, EVENT_MENTION.c.statement).select_from(
        EVENT_MENTION.join(EVENT, EVENT.c.number == EVENT_MENTION.c.event)
    )
    rows = connection.execute(own.where(EVENT.c.id == event).distinct()).all()
    return [statement for statement, _ in statements(connection, [(row[0], row[1]) for row in rows])]


def statements(
    connection: Connection, only: Sequence[tuple[int, int]] | None = None
) -> Iterator[tuple[Event, list[Ref]]]:
    """What every current document states, each statement as an event with the rows of its mentions.

    ``only`` are the numbers of documents and of statements in them that are asked for, all without.
    """
    if only is not None:
        for some in batches(sorted(only), 200):
            yield from _stated(
                connection,
                tuple_(STATEMENT.c.document_id, STATEMENT.c.number).in_(some),
                tuple_(MENTION.c.document_id, MENTION.c.statement).in_(some),
            )
        return
    current = DOCUMENT.c.state == "current"
    yield from _stated(connection, current, current)


def _stated(
    connection: Connection, saying: ColumnElement[bool], quoting: ColumnElement[bool]
) -> Iterator[tuple[Event, list[Ref]]]:
    said = (
        select(STATEMENT)
        .select_from(STATEMENT.join(DOCUMENT, DOCUMENT.c.id == STATEMENT.c.document_id))
        .where(saying)
        .order_by(STATEMENT.c.document_id, STATEMENT.c.number)
    )
    quoted: Select[Any] = (
        select(*_WHOLE)
        .select_from(_JOINED)
        .where(quoting)
        .order_by(MENTION.c.document_id, MENTION.c.statement, MENTION.c.position)
    )
    payloads = connection.execute(said, execution_options=STREAMED)
    for where, rows in groupby(connection.execute(quoted, execution_options=STREAMED), _stated_in):
        row = next(each for each in payloads if (each.document_id, each.number) == where)
        mentions, refs = [], []
        for each in rows:
            mentions.append(_mention(each))
            refs.append((each.document_id, each.statement, each.position))
        yield event_of(json.loads(row.payload), id=row.id, mentions=tuple(mentions)), refs


def _stated_in(row: Any) -> tuple[int, int]:
    return row.document_id, row.statement


def gone(connection: Connection) -> Iterable[Gone]:
    """The events that are no longer told, as they last were, those that went last first."""
    columns = (
        EVENT.c[name] for name in ("id", "state", "successor", "tombstone", "revision", "first_seen", "last_changed")
    )
    asked = select(*columns).where(EVENT.c.state != "live")
    rows = connection.execute(asked.order_by(EVENT.c.last_changed.desc(), EVENT.c.id)).all()
    into = {row.id: row.successor for row in rows if row.successor}
    for row in rows:
        event = risen(row.tombstone, revision=row.revision, first_seen=row.first_seen, last_changed=row.last_changed)
        successor = row.successor
        while successor in into:
            successor = into[successor]
        yield Gone(event, row.state, successor, row.last_changed)
