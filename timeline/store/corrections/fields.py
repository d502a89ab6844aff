"""What of an event a person can decide: how a value is checked, applied, and read off an event.

>>> checked("date", "2025-04-26 (morning)"), checked("kind", "milestone")
('2025-04-26 (morning)', 'milestone')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from timeline import edtf
from timeline import regex as re
from timeline.model import KINDS, MODALITIES, Event, When
from timeline.store.values import Correction
from timeline.when import when_of

#: The portions of a value that a date can mean (see timeline.model.Timex).
PARTS = ("morning", "afternoon", "evening", "early", "mid", "late", "end")
_DOUBTS = ("approximate", "uncertain")
_DATED = re.compile(r"(?P<value>[^\s()]+)(?:\s*\((?P<notes>[a-z, ]+)\))?\Z")


class CorrectionError(ValueError):
    """A correction that can't be made; the message says what can."""


def dated(text: str) -> When:
    """The date that an EDTF text stands for, with what is noted behind it: ``2026 (end)``, ``2025-04-20/2025-04-24
    (morning, uncertain)``; raises EdtfError."""
    match = _DATED.match(text.strip())
    if not match:
        raise edtf.EdtfError(text)
    value = edtf.parse(match["value"])
    notes = [note.strip() for note in (match["notes"] or "").split(",") if note.strip()]
    parts = [note for note in notes if note in PARTS]
    if len(parts) > 1 or not {*parts, *_DOUBTS}.issuperset(notes):
        raise edtf.EdtfError(text)
    when = when_of(value, parts[0] if parts else None)
    return replace(
        when,
        approximate=when.approximate or "approximate" in notes,
        uncertain=when.uncertain or "uncertain" in notes,
    )


def date_text(when: When) -> str:
    """A date as ``dated`` reads it.

    >>> date_text(dated("2026 (end)")), date_text(dated("2026?"))
    ('2026 (end)', '2026?')
    """
    value = edtf.parse(when.edtf)
    notes = [when.part] if when.part else []
    notes += [doubt for doubt in _DOUBTS if getattr(when, doubt) and not getattr(value, doubt)]
    return f"{when.edtf} ({', '.join(notes)})" if notes else when.edtf


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
            raise CorrectionError(topics.unknown(str(name), table))
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

#: Those of them that are read from documents.
READ = ("title", "date", "kind", "topics", "place", "modality")


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
    """The event with a person's values in place of those that were read, which it keeps as ``read``."""
    read = {field: value_of(event, field) for field in values if field in READ and field not in event.read}
    return replace(_set(event, values), read={**event.read, **read}) if read else _set(event, values)


def corrected(event: Event, corrections: Iterable[Correction]) -> Event:
    """The event with a person's decisions applied; later ones win."""
    for each in corrections:
        event = overlaid(event, {each.field: each.value})
    return event


def _set(event: Event, values: Mapping[str, Any]) -> Event:
    for field, value in values.items():
        match field:
            case "date":
                event = replace(event, when=dated(value))
            case "topics":
                event = replace(event, topics=tuple(value))
            case "title" | "kind" | "place" | "modality":
                event = replace(event, **{field: value})
    return event


def rejected(corrections: Iterable[Correction]) -> bool:
    """Whether the last word on an event is that it is none."""
    return ([False] + [bool(each.value) for each in corrections if each.field == "rejected"])[-1]
