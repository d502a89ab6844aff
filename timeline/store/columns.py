"""The store's tables as running code names them: the columns of ``timeline.store.tables``, without its imports.

>>> str(select_all(SOURCE))
'SELECT source.name, source.home, source.zone \\nFROM source'

SQLModel takes longer to import than ``timeline show`` may take to answer; a test holds both lists of columns equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, TableClause, column, select, table

_T = TypeVar("_T")


def _named(name: str, columns: str) -> TableClause:
    return table(name, *(column(each) for each in columns.split()))


SOURCE = _named("source", "name home zone")
CONTENT = _named("content", "sha256 size raw")
DOCUMENT = _named(
    "document",
    "id key path revision state sha256 text_sha256 media_type encoding encoding_confidence source url title clues "
    "published rules digest first_seen last_changed text",
)
ARTICLE = _named("article", "document_id key number role headline published payload")
STATEMENT = _named("statement", "document_id number id payload")
MENTION = _named(
    "mention",
    "document_id statement position article start end quote trigger timex_start timex_end timex_text timex headline "
    "published",
)
STATEMENT_KEY = _named("statement_key", "token day document_id statement size")
STATEMENT_REGION = _named("statement_region", "document_id statement region")
UNDATED = _named("undated", "document_id number article start end quote reason")
EVENT = _named(
    "event",
    "number id state successor title kind modality salience place edtf granularity scale begin_minute until_minute at_minute "
    "grain digest revision first_seen last_changed payload tombstone",
)
EVENT_TOPIC = _named("event_topic", "event topic scale begin_minute until_minute")
EVENT_MENTION = _named("event_mention", "event rank document_id statement position")
EVENT_ALIAS = _named("event_alias", "alias event_id")
EVENT_TEXT = _named("event_text", "event words")
REVISION = _named("revision", "event_id number changed_at changes")
CORRECTION = _named("correction", "id event_id field value who why made_at undone_at decision seen before basis")
DATING = _named("dating", "id document_key sha256 article opening edtf who why made_at undone_at")

TABLES = (
    SOURCE,
    CONTENT,
    DOCUMENT,
    ARTICLE,
    STATEMENT,
    MENTION,
    STATEMENT_KEY,
    STATEMENT_REGION,
    UNDATED,
    EVENT,
    EVENT_TOPIC,
    EVENT_MENTION,
    EVENT_ALIAS,
    EVENT_TEXT,
    REVISION,
    CORRECTION,
    DATING,
)


def select_all(of: TableClause) -> Select[Any]:
    """Every column of a table, in its order."""
    return select(*of.c)


def insert_all(connection: Connection, into: TableClause, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows that all have the columns of the first; in a third of the time that a compiled statement takes."""
    if not rows:
        return
    names = list(rows[0])
    quote = connection.dialect.identifier_preparer.quote
    marks = ", ".join(["?" if connection.dialect.paramstyle == "qmark" else "%s"] * len(names))
    statement = f"INSERT INTO {quote(into.name)} ({', '.join(map(quote, names))}) VALUES ({marks})"
    for some in batches(rows, 5_000):
        connection.exec_driver_sql(statement, [tuple([row[name] for name in names]) for row in some])


def batches(of: Sequence[_T], size: int = 500) -> Iterator[Sequence[_T]]:
    """The values in runs that fit into one statement's parameters."""
    for start in range(0, len(of), size):
        yield of[start : start + size]
