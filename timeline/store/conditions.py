"""Filters as conditions on the event table, each one answered by an index.

>>> print(overlapping(None, 60, ()).compile(compile_kwargs={"literal_binds": True}))
event.begin_minute < 60

Minutes count from 0001-01-01T00:00 local time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, TableClause, and_, func, or_, select, tuple_, union_all

from timeline.store import search
from timeline.store.columns import DOCUMENT, EVENT, EVENT_MENTION, EVENT_TOPIC
from timeline.when import END, SCALES, longest

Condition = ColumnElement[bool]
_HAN = range(0x4E00, 0xA000)
#: Of so many events of a topic no more than a page is read in order, instead of all and then sorted.
_OFTEN = 20_000


def overlapping(low: int | None, high: int | None, topics: Sequence[str]) -> Condition:
    """Of one of these topics (any, without), and sharing a minute with ``[low, high)``; None is an open end.

    An interval of a class no longer than n minutes that overlaps begins after ``low - n``: so each class is one range
    of the index, however long other intervals are.
    """
    if topics:
        ranges = [
            select(EVENT_TOPIC.c.event).where(EVENT_TOPIC.c.topic == topic, *each)
            for topic in topics
            for each in _ranges(EVENT_TOPIC, low, high)
        ]
        return EVENT.c.number.in_(union_all(*ranges) if len(ranges) > 1 else ranges[0])
    if low is None:  # nothing to gain from the classes: all that has begun
        return EVENT.c.begin_minute < high if high is not None else EVENT.c.begin_minute.is_not(None)
    return EVENT.c.number.in_(union_all(*(select(EVENT.c.number).where(*each) for each in _ranges(EVENT, low, high))))


def often(connection: Connection, topics: Sequence[str]) -> bool:
    """Whether so many events are of one of these topics that a page of them is found by walking the chronology."""
    some = select(EVENT_TOPIC.c.event).where(EVENT_TOPIC.c.topic.in_(topics)).limit(_OFTEN).subquery()
    return connection.scalar(select(func.count()).select_from(some)) == _OFTEN


def of_topics(topics: Sequence[str]) -> Condition:
    """Of one of these topics, asked of each event in turn: for the next page of what is told often."""
    own = select(EVENT_TOPIC.c.topic).where(EVENT_TOPIC.c.event == EVENT.c.number, EVENT_TOPIC.c.topic.in_(topics))
    return own.correlate(EVENT).limit(1).scalar_subquery().is_not(None)


def _ranges(table: TableClause, low: int | None, high: int | None) -> Iterable[list[Condition]]:
    begin, until = table.c.begin_minute, table.c.until_minute
    if low is None:
        yield [begin < high] if high is not None else []
        return
    for scale in range(len(SCALES) + 1):
        conditions = [table.c.scale == scale, until > low]
        if scale < len(SCALES):
            conditions.append(begin > low - longest(scale))
        if high is not None:
            conditions.append(begin < high)
        yield conditions


def upcoming(day: int) -> Condition:
    """Not over on the day that begins at minute ``day``: still to come, an activity under way, or promised for a time
    that includes the day."""
    return and_(
        EVENT.c.until_minute > day,
        or_(
            EVENT.c.begin_minute >= day + 24 * 60,
            and_(EVENT.c.kind == "activity", EVENT.c.until_minute < END),
            EVENT.c.modality.in_(("planned", "postponed")),
        ),
    )


def after(at: int, grain: int, until: int, key: str) -> Condition:
    """Behind that place in the order of the chronology (``retrieve.ORDER``); ``until`` is 0 for a date without a place."""
    day, exactness, end = EVENT.c.at_minute, EVENT.c.grain, func.coalesce(EVENT.c.until_minute, 0)
    beside = and_(day == at, exactness == grain, tuple_(end, EVENT.c.id) > tuple_(until, key))
    return and_(day >= at, or_(tuple_(day, exactness) > tuple_(at, grain), beside))


def reads(connection: Connection, column: ColumnElement[Any], words: str) -> Condition:
    """Whether a column has these words in it, whatever the case of Latin letters and in either Chinese script."""
    if words.isascii():
        return column.icontains(words, autoescape=True)
    if connection.dialect.name == "sqlite":
        in_simplified = func.simplified(column)
    else:
        in_simplified = func.translate(column, *_scripts())
    return in_simplified.icontains(search.simplified(words), autoescape=True)


@lru_cache(maxsize=1)
def _scripts() -> tuple[str, str]:
    """All Chinese characters that are written otherwise in simplified script, and these, in the same order."""
    pairs = [(one, other) for one in map(chr, _HAN) if (other := search.simplified(one)) != one]
    return "".join(one for one, _ in pairs), "".join(other for _, other in pairs)


def at_place(connection: Connection, place: str) -> Condition:
    """Whether an event is at a place, or has a title, with these words in it."""
    named = or_(reads(connection, EVENT.c.place, place), reads(connection, EVENT.c.title, place))
    if not search.terms(place) or search.often(connection, place, _OFTEN):
        return named
    # The index gives the few events whose names are worth reading.
    return EVENT.c.number.in_(select(EVENT.c.number).where(search.hits(connection, place), named))


def told_by(connection: Connection, source: str) -> Condition:
    """Whether a publication, or a document at a path, with these words in its name tells of an event."""
    return _told(or_(reads(connection, DOCUMENT.c.source, source), reads(connection, DOCUMENT.c.path, source)))


def told_in(path: str) -> Condition:
    """Whether the document at ``path`` tells of an event; the one with the same bytes does for a copy."""
    same = select(DOCUMENT.c.sha256).where(DOCUMENT.c.path == path, DOCUMENT.c.state == "copy")
    return _told(or_(DOCUMENT.c.path == path, DOCUMENT.c.sha256.in_(same)))


def _told(document: Condition) -> Condition:
    numbers = select(DOCUMENT.c.id).where(DOCUMENT.c.state == "current", document)
    return EVENT.c.number.in_(select(EVENT_MENTION.c.event).where(EVENT_MENTION.c.document_id.in_(numbers)))
