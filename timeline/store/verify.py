"""Every link from an event to the bytes it was read from, checked: bytes, text, spans, articles, the search index.

>>> list(spans_at_fault("4月26日登山", []))
[]
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from timeline.layout.flow import unwrap
from timeline.model import Document
from timeline.store import documents, retrieve, search
from timeline.store.columns import ARTICLE, DOCUMENT, EVENT, EVENT_ALIAS, EVENT_MENTION, EVENT_TEXT, MENTION
from timeline.store.corrections.additions import RULES as BY_HAND

#: A store that contradicts itself can't be trusted to mend itself; the documents can always be read anew.
_AGAIN = "restore a copy of the store, or ingest the documents into a new one"
_REBUILD = "run timeline db rebuild"


def problems(connection: Connection) -> Iterator[str]:
    """Each broken link, naming the file, the offset and the next step; nothing when the store is sound."""
    for number in documents.numbers(connection):
        yield from _document(connection, number)
    yield from _events(connection)


def _document(connection: Connection, number: int) -> Iterator[str]:
    path = connection.scalar(select(DOCUMENT.c.path).where(DOCUMENT.c.id == number))
    try:
        document, articles = documents.whole(connection, number)
    except (zlib.error, ValueError) as error:
        yield f"{path}: its stored bytes or text are damaged ({error}): {_AGAIN}"
        return
    if sha256(document.raw).hexdigest() != document.sha256:
        yield f"{path}: its stored bytes don't have its SHA-256: {_AGAIN}"
    yield from _reread(document)
    length = len(document.text)
    for article in articles:
        if not 0 <= article.span.start < article.span.end <= length:
            yield f"{path}: offset {article.span.start}: article {article.key} lies outside the text: {_AGAIN}"
    rows = connection.execute(select(MENTION).where(MENTION.c.document_id == number).order_by(MENTION.c.start))
    for offset, wrong in spans_at_fault(document.text, rows):
        yield f"{path}: offset {offset}: {wrong}: {_AGAIN}"


def _reread(document: Document) -> Iterator[str]:
    from timeline.read import ReadError, read_bytes

    try:
        found = read_bytes(
            document.raw,
            document.path,
            media_type=document.media_type,
            encoding=document.encoding or None,
            url=document.url,
        )
    except ReadError as error:
        yield f"{document.path}: its stored bytes can't be read any more ({error}): {_AGAIN}"
        return
    same = [each for each in found if each.path == document.path] or found
    text = same[0].text if same else ""
    if all(each.text != document.text for each in same):
        at = next(
            (n for n, (a, b) in enumerate(zip(text, document.text, strict=False)) if a != b),
            min(len(text), len(document.text)),
        )
        yield f"{document.path}: offset {at}: its bytes are read as another text than the stored one: {_AGAIN}"


def spans_at_fault(text: str, mentions: Iterable[Any]) -> Iterator[tuple[int, str]]:
    """The offset and the fault of each quote or time expression that isn't what is printed at its span."""
    for row in mentions:
        if not 0 <= row.start < row.end <= len(text):
            yield row.start, f"a quote runs outside the text ({row.start}:{row.end} of {len(text)} characters)"
        elif (printed := unwrap(text[row.start : row.end])) != row.quote:
            yield row.start, f"“{printed}” is printed where “{row.quote}” is quoted"
        if not 0 <= row.timex_start < row.timex_end <= len(text):
            yield row.timex_start, f"a time runs outside the text ({row.timex_start}:{row.timex_end})"
        elif (printed := unwrap(text[row.timex_start : row.timex_end])) != unwrap(row.timex_text):
            yield row.timex_start, f"“{printed}” is printed where the time “{row.timex_text}” was read"


def _events(connection: Connection) -> Iterator[str]:
    told = EVENT.c.state.in_(("live", "rejected"))
    for key in connection.scalars(select(EVENT.c.id).where(told, EVENT.c.number.not_in(select(EVENT_MENTION.c.event)))):
        yield f"event {key}: nothing in any document states it: {_REBUILD}"
    yield from _links(connection)
    dangling = select(EVENT_ALIAS.c.alias).where(EVENT_ALIAS.c.event_id.not_in(select(EVENT.c.id)))
    for alias in connection.scalars(dangling):
        yield f"event {alias}: its other id leads nowhere: {_REBUILD}"
    live = select(EVENT.c.number).where(EVENT.c.state == "live")
    searched = EVENT_TEXT.outerjoin(EVENT, EVENT.c.number == EVENT_TEXT.c.event)
    wordy = select(EVENT_TEXT.c.event, EVENT.c.id).select_from(searched)
    for number, key in connection.execute(wordy.where(EVENT_TEXT.c.event.not_in(live))):
        yield f"event {key or number}: --text would find it though it is gone: {_REBUILD}"
    for number, event in retrieve.numbered(connection):
        if wrong := search.faults(connection, number, event):
            yield f"event {event.id}: {wrong}: {_REBUILD}"


def _links(connection: Connection) -> Iterator[str]:
    # Outer joins, so that a link whose row is missing shows as one and does not vanish from the answer.
    joined = (
        EVENT_MENTION.outerjoin(EVENT, EVENT.c.number == EVENT_MENTION.c.event)
        .outerjoin(DOCUMENT, DOCUMENT.c.id == EVENT_MENTION.c.document_id)
        .outerjoin(
            MENTION,
            (EVENT_MENTION.c.document_id == MENTION.c.document_id)
            & (EVENT_MENTION.c.statement == MENTION.c.statement)
            & (EVENT_MENTION.c.position == MENTION.c.position),
        )
        .outerjoin(ARTICLE, (ARTICLE.c.document_id == MENTION.c.document_id) & (ARTICLE.c.key == MENTION.c.article))
    )
    asked = select(EVENT.c.id, DOCUMENT.c.path).select_from(joined).distinct()
    for key, path in connection.execute(asked.where(DOCUMENT.c.state.is_distinct_from("current"))):
        yield f"{path}: event {key} rests on a document that is not current: {_REBUILD}"
    missing = MENTION.c.document_id.is_(None) | ARTICLE.c.document_id.is_(None)
    for key, path in connection.execute(asked.where(missing)):
        yield f"{path}: a mention of event {key}, or the mention's article, is missing: {_AGAIN}"


def notices(connection: Connection) -> Iterator[str]:
    """Documents whose file on this disk says something else by now, or is no longer there."""
    asked = (
        select(DOCUMENT.c.path, DOCUMENT.c.sha256, DOCUMENT.c.url)
        .where(documents.PRESENT, DOCUMENT.c.rules != BY_HAND)
        .order_by(DOCUMENT.c.path)
    )
    for path, digest, url in connection.execute(asked):
        file = Path(path)
        try:
            if file.is_file():
                if sha256(file.read_bytes()).hexdigest() != digest:
                    yield f"{path}: changed on disk since it was read: run timeline ingest {path}"
            elif not url and file.parent.is_dir() and not Path(path.partition("#")[0]).is_file():
                yield f"{path}: no longer on disk; the store keeps its bytes"
        except OSError as error:
            yield f"{path}: can't be compared with the file on disk ({error.strerror or error})"
