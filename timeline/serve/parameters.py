"""What may stand in an address, declared once: the same declaration reads a value and describes it in the OpenAPI.

>>> LIMIT.read("20"), LIMIT.schema
(20, {'type': 'integer', 'minimum': 1, 'maximum': 1000})
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from starlette.datastructures import QueryParams

from timeline.model import KINDS
from timeline.query import Position, Query, QueryError, parse_when, parse_years

#: The longest value of one parameter, in characters.
LONGEST_VALUE = 200
#: How often a parameter that may be repeated may stand in one address.
MOST_VALUES = 20
#: The most events in one answer, and how many there are when nobody says.
MOST_EVENTS, USUAL_EVENTS = 1000, 200
#: SQLite and PostgreSQL count minutes and numbers in 64 bits.
_LARGEST = 2**63 - 1
_YES, _NO = ("1", "true", "yes", ""), ("0", "false", "no")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One name in an address: what it is for, the JSON Schema of a value, and how a value is read.

    ``read`` raises ValueError with what to write in its place. ``many`` says that it may stand there several times.
    """

    name: str
    about: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any] = str
    many: bool = False
    example: Any = None
    where: str = field(default="query")


def _words(name: str, about: str, example: str, *, many: bool = False) -> Parameter:
    return Parameter(name, about, {"type": "string", "maxLength": LONGEST_VALUE}, many=many, example=example)


def _flag(name: str, about: str) -> Parameter:
    def read(text: str) -> bool:
        if text.lower() not in (*_YES, *_NO):
            raise ValueError(f"{name} is 1 or 0, not {text!r}")
        return text.lower() in _YES

    return Parameter(name, about, {"type": "string", "enum": [*_YES, *_NO]}, read, example="1")


def choice(name: str, about: str, choices: Sequence[str], *, many: bool = False) -> Parameter:
    """A parameter that is one of a few words."""

    def read(text: str) -> str:
        if text not in choices:
            raise ValueError(f"{text!r} is not a {name}; choose {', '.join(choices)}")
        return text

    return Parameter(name, about, {"type": "string", "enum": list(choices)}, read, many=many, example=choices[0])


def count(name: str, about: str, most: int) -> Parameter:
    """A parameter that is a number from 1 to ``most``."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or len(text) > 9 or not 1 <= int(text) <= most:
            raise ValueError(f"{name} is a number from 1 to {most}, not {text!r}")
        return int(text)

    return Parameter(name, about, {"type": "integer", "minimum": 1, "maximum": most}, read, example=20)


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a day; write for example 2026-05-01") from error
    if not date.min.year < found.year < date.max.year:
        raise ValueError(f"{text!r} is not a day that can be today; write one of the years 2 to 9998")
    return found


def _duration(text: str) -> str:
    if not re.fullmatch(r"P(?=.)(?:\d{1,3}W|(?:\d{1,3}D)?(?:T(?=.)(?:\d{1,3}H)?(?:\d{1,4}M)?)?)", text, re.ASCII):
        raise ValueError(f"{text!r} is not a time before the event; write for example P1D, PT2H, PT30M")
    return text


YEAR = _words("year", "In a year or in a range of years: `1996`, `1990..2005`, `..2005`, `1990..`.", "1990..2005")
SINCE = _words("since", "Not over before this day: `2025-04`, `去年3月`, `last March`.", "2025-04")
UNTIL = _words("until", "Begun by this day, written likewise.", "2025-12")
TOPIC = _words("topic", "With this topic, by slug or label (`/api/topics` lists them); repeat for any of several.",
               "culture", many=True)  # fmt: skip
KIND = choice("kind", "Of this kind; repeat for any of several.", KINDS, many=True)
PLACE = _words("place", "At a place with these words in its name.", "公园")
SOURCE = _words("source", "Told by a publication, or in a document, with these words in its name.", "日报")
TEXT = _words("text", "With these words in its title or quotes; all of them must occur.", "登山")
UPCOMING = _flag("upcoming", "Still to come, or going on.")
ALL = _flag("all", "Indicators, incidents and what hardly matters too.")
AS_OF = Parameter("as_of", "The day that counts as today.", {"type": "string", "format": "date"}, _day,
                  example="2026-05-01")  # fmt: skip
LIMIT = count("limit", f"No more than so many; {USUAL_EVENTS} when nobody says.", MOST_EVENTS)
ALARM = Parameter(
    "alarm", "Remind so long before the beginning: an ISO 8601 duration of weeks, or of days, hours and minutes.",
    {"type": "string", "maxLength": 20}, _duration, example="P1D",
)  # fmt: skip
COARSE = choice(
    "coarse",
    "An event without a day: a marker on its first day, spanning its days, or left out.",
    ("marker", "span", "skip"),
)

#: The filters of ``timeline show``, under the same names.
FILTERS = (YEAR, SINCE, UNTIL, TOPIC, KIND, PLACE, SOURCE, TEXT, UPCOMING, ALL, AS_OF)


def cursor(at: Position) -> str:
    """A place in the chronology as it stands in an address; what is in it is nobody's business.

    >>> place(cursor((1051897, 8, 1051900, "a1b2")))
    (1051897, 8, 1051900, 'a1b2')
    """
    return base64.urlsafe_b64encode(json.dumps(at, separators=(",", ":")).encode()).decode().rstrip("=")


def place(text: str) -> Position:
    """The place in the chronology that a cursor means; raises ValueError for what never was one."""
    try:
        at, grain, until, key = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, TypeError, RecursionError):
        at = grain = until = key = None
    if not isinstance(key, str) or len(key) > 64:
        raise ValueError("after is no place to go on from; take it from the answer before, or leave it out")
    numbers = (at, grain, until)
    if not all(type(each) is int and 0 <= each <= _LARGEST for each in numbers):
        raise ValueError("after is no place to go on from; take it from the answer before, or leave it out")
    return at, grain, until, key


AFTER = Parameter("after", "Go on behind this place: `next` of the answer before.",
                  {"type": "string", "maxLength": LONGEST_VALUE}, place)  # fmt: skip


def read(parameters: Sequence[Parameter], given: QueryParams) -> dict[str, Any]:
    """The values of an address by name, lists for those that may repeat; raises QueryError with what to write instead.

    An empty value is none: that is what a form sends for a field that was left empty.
    """
    known = {each.name: each for each in parameters}
    found: dict[str, Any] = {}
    for name, text in given.multi_items():
        parameter = known.get(name)
        if parameter is None:
            raise QueryError(f"{name[:40]!r} is not a filter; choose {', '.join(known)}")
        if len(text) > LONGEST_VALUE:
            raise QueryError(f"{name} is longer than {LONGEST_VALUE} characters")
        if not text and "" not in parameter.schema.get("enum", ()):
            continue
        value = _value(parameter, text)
        if not parameter.many and name in found:
            raise QueryError(f"{name} stands there twice; write it once")
        if parameter.many:
            found.setdefault(name, []).append(value)
            if len(found[name]) > MOST_VALUES:
                raise QueryError(f"{name} stands there more than {MOST_VALUES} times")
        else:
            found[name] = value
    return found


def _value(parameter: Parameter, text: str) -> Any:
    if "\x00" in text:
        raise QueryError(f"{parameter.name} has a NUL character in it; leave it out")
    try:
        return parameter.read(text)
    except QueryError:
        raise
    except ValueError as error:
        raise QueryError(str(error)) from error


def query(values: Mapping[str, Any], today: date, *, most: int | None = USUAL_EVENTS) -> Query:
    """The Query that the values of ``FILTERS`` and ``LIMIT`` spell, of ``most`` events when they do not say.

    Raises QueryError.
    """
    as_of = values.get("as_of", today)
    year, since, until = (values.get(name) for name in ("year", "since", "until"))
    return Query(
        years=parse_years(year) if year else None,
        since=parse_when(since, as_of) if since else None,
        until=parse_when(until, as_of) if until else None,
        topics=tuple(values.get("topic", ())),
        kinds=tuple(values.get("kind", ())),
        place=values.get("place", ""),
        source=values.get("source", ""),
        text=values.get("text", ""),
        upcoming=values.get("upcoming", False),
        all=values.get("all", False),
        limit=values.get("limit", most),
        as_of=as_of,
    )
