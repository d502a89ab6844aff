"""What of an event a person can decide: how a value is checked, applied, and read off an event.

>>> checked("date", "2025-04-26 (morning)"), checked("kind", "milestone")
('2025-04-26 (morning)', 'milestone')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from timeline import edtf
from timeline.model import KINDS, MODALITIES, Event, When
from timeline.store.values import Correction
from timeline.store.when import when_of

#: The portions of a value that a date can mean (see timeline.model.Timex).
PARTS = ("morning", "afternoon", "evening", "early", "mid", "late", "end")
_DATED = re.compile(rf"(?P<value>\S+?)(?:\s*\((?P<part>{'|'.join(PARTS)})\))?\Z")


class CorrectionError(ValueError):
    """A correction that can't be made; the message says what can."""


def dated(text: str) -> When:
    """The date that ``2025-04-26``, ``2026 (end)`` or any other EDTF text stands for; raises EdtfError."""
    match = _DATED.match(text.strip())
    if not match:
        raise edtf.EdtfError(text)
    return when_of(edtf.parse(match["value"]), match["part"])


def date_text(when: When) -> str:
    """A date as ``dated`` reads it; what is approximate or uncertain says so in EDTF.

    >>> date_text(dated("2026 (end)")), date_text(dated("2026?"))
    ('2026 (end)', '2026?')
    """
    text = when.edtf
    if "/" not in text and not text.endswith(("~", "?", "%")):
        text += {(True, True): "%", (True, False): "~", (False, True): "?"}.get((when.approximate, when.uncertain), "")
    return f"{text} ({when.part})" if when.part else text


def _title(value: Any) -> str:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if not words:
        raise CorrectionError("a title has at least one character")
    return words


def _date(value: Any) -> str:
    try:
        when = dated(str(value))
    except edtf.EdtfError as error:
        raise CorrectionError(str(error)) from error
    if when.begin is None and when.until is None:
        raise CorrectionError(f"{value!r} has no place on the calendar; write for example 2025, 2025-04 or 2025-04-26")
    return date_text(when)


def _one_of(what: str, known: tuple[str, ...]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in known:
            raise CorrectionError(f"{value!r} is not a {what}; choose {', '.join(known)}")
        return str(value)

    return check


def _topics(value: Any) -> list[str]:
    from timeline.events import topics

    if not isinstance(value, (str, list, tuple)):
        raise CorrectionError(f"{value!r} is not a list of topics")
    table = topics.load()
    slugs = []
    for name in [value] if isinstance(value, str) else value:
        slug = topics.resolve(name, table) if isinstance(name, str) else None
        if slug is None:
            known = ", ".join(f"{topic.slug} {topic.label}" for topic in table.values())
            raise CorrectionError(f"{name!r} is not a topic; choose from {known}")
        slugs.append(slug)
    return list(dict.fromkeys(slugs))


def _place(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise CorrectionError(f"{value!r} is neither true nor false")
    return value


#: The fields that a person can decide, and how a value for each is checked.
FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "rejected": _flag,
    "kept": _flag,
    "title": _title,
    "date": _date,
    "kind": _one_of("kind", KINDS),
    "topics": _topics,
    "place": _place,
    "modality": _one_of("modality", MODALITIES),
}


def checked(field: str, value: Any) -> Any:
    """``value`` as it is stored for ``field``; raises CorrectionError."""
    if field not in FIELDS:
        raise CorrectionError(f"{field!r} can't be corrected; choose {', '.join(FIELDS)}")
    return FIELDS[field](value)


def value_of(event: Event, field: str) -> Any:
    """What stands in a field of an event, as a correction would write it; None for what is no field of an event."""
    match field:
        case "date":
            return date_text(event.when)
        case "topics":
            return list(event.topics)
        case "title" | "kind" | "place" | "modality":
            return getattr(event, field)
    return None


def overlaid(event: Event, values: Mapping[str, Any]) -> Event:
    """The event with a person's values in place of those that were read."""
    for field, value in values.items():
        match field:
            case "date":
                event = replace(event, when=dated(value))
            case "topics":
                event = replace(event, topics=tuple(value))
            case "title" | "kind" | "place" | "modality":
                event = replace(event, **{field: value})
    return event


def corrected(event: Event, corrections: Iterable[Correction]) -> Event:
    """The event with a person's decisions applied; later ones win."""
    for each in corrections:
        event = overlaid(event, {each.field: each.value})
    return event


def rejected(corrections: Iterable[Correction]) -> bool:
    """Whether the last word on an event is that it is none."""
    return ([False] + [bool(each.value) for each in corrections if each.field == "rejected"])[-1]
