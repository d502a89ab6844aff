"""A person's decisions about events, applied on top of what was merged, so that they outlive any re-extraction.

>>> checked("date", "2026-12")
'2026-12'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from timeline import edtf
from timeline.model import KINDS, Event
from timeline.store import codec
from timeline.store.columns import CORRECTION, select_all
from timeline.store.values import Correction
from timeline.store.when import when_text


class CorrectionError(ValueError):
    """A correction that can't be made; the message says what can."""


def _title(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise CorrectionError("a title has at least one character")
    return value.strip()


def _date(value: Any) -> str:
    try:
        return edtf.parse(str(value)).text
    except edtf.EdtfError as error:
        raise CorrectionError(str(error)) from error


def _kind(value: Any) -> str:
    if value not in KINDS:
        raise CorrectionError(f"{value!r} is not a kind; choose {', '.join(KINDS)}")
    return str(value)


def _topics(value: Any) -> list[str]:
    from timeline.events import topics

    table = topics.load()
    slugs = []
    for name in [value] if isinstance(value, str) else value:
        slug = topics.resolve(name, table)
        if slug is None:
            raise CorrectionError(f"{name!r} is not a topic; choose from {', '.join(table)}")
        slugs.append(slug)
    return list(dict.fromkeys(slugs))


def _place(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


#: The fields that a person can decide, and how a value for each is checked.
FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "rejected": bool,
    "title": _title,
    "date": _date,
    "kind": _kind,
    "topics": _topics,
    "place": _place,
}


def checked(field: str, value: Any) -> Any:
    """``value`` as it is stored for ``field``; raises CorrectionError."""
    if field not in FIELDS:
        raise CorrectionError(f"{field!r} can't be corrected; choose {', '.join(FIELDS)}")
    return FIELDS[field](value)


def corrected(event: Event, corrections: Iterable[Correction]) -> Event:
    """The event with a person's values in place of those that were read; later corrections win."""
    for each in corrections:
        match each.field:
            case "date":
                event = replace(event, when=when_text(each.value))
            case "topics":
                event = replace(event, topics=tuple(each.value))
            case "title" | "kind" | "place":
                event = replace(event, **{each.field: each.value})
    return event


def rejected(corrections: Iterable[Correction]) -> bool:
    """Whether the last word on an event is that it is none."""
    return ([False] + [bool(each.value) for each in corrections if each.field == "rejected"])[-1]


def record(connection: Connection, event: str, field: str, value: Any, *, who: str, why: str, now: str) -> int:
    """Writes a correction down; gives its number."""
    number = (connection.scalar(select(func.max(CORRECTION.c.id))) or 0) + 1
    row = {"id": number, "event_id": event, "field": field, "value": codec.dumps(checked(field, value))}
    connection.execute(insert(CORRECTION).values(**row, who=who, why=why, made_at=now))
    return number


def undo(connection: Connection, number: int, now: str) -> bool:
    """Marks a correction as undone; False when there is none of that number, or it is undone already."""
    standing = (CORRECTION.c.id == number) & CORRECTION.c.undone_at.is_(None)
    return connection.execute(update(CORRECTION).where(standing).values(undone_at=now)).rowcount == 1


def corrections(connection: Connection, *, standing: bool = False) -> list[Correction]:
    """All corrections in the order in which they were made, without the undone ones when ``standing``."""
    asked = select_all(CORRECTION).order_by(CORRECTION.c.id)
    if standing:
        asked = asked.where(CORRECTION.c.undone_at.is_(None))
    return [
        Correction(row.id, row.event_id, row.field, json.loads(row.value), row.who, row.why, row.made_at, row.undone_at)
        for row in connection.execute(asked)
    ]
