"""The parameters of an address as a Query: the filters of ``timeline show`` under the same names.

>>> from datetime import date
>>> from starlette.datastructures import QueryParams
>>> asked(QueryParams("year=1996&topic=quality"), date(2026, 11, 20), most=1000).years
(1996, 1996)
"""

from __future__ import annotations

from datetime import date

from starlette.datastructures import QueryParams

from timeline.query import Query, QueryError, parse_when, parse_years

NAMES = ("year", "since", "until", "topic", "kind", "place", "source", "text", "upcoming", "all", "limit", "as_of")
_USUAL = 200
_LONGEST = 200


def asked(parameters: QueryParams, today: date, *, most: int) -> Query:
    """The Query that the parameters spell, of at most ``most`` events; raises QueryError with what to write instead."""
    for name, value in parameters.multi_items():
        if name not in NAMES:
            raise QueryError(f"{name!r} is not a filter; choose {', '.join(NAMES)}")
        if len(value) > _LONGEST:
            raise QueryError(f"{name} is longer than {_LONGEST} characters")
    as_of = day(parameters.get("as_of"), today)
    year, since, until = (parameters.get(name) for name in ("year", "since", "until"))
    return Query(
        years=parse_years(year) if year else None,
        since=parse_when(since, as_of) if since else None,
        until=parse_when(until, as_of) if until else None,
        topics=tuple(parameters.getlist("topic")),
        kinds=tuple(parameters.getlist("kind")),
        place=parameters.get("place", ""),
        source=parameters.get("source", ""),
        text=parameters.get("text", ""),
        upcoming=_yes(parameters, "upcoming"),
        all=_yes(parameters, "all"),
        limit=_limit(parameters.get("limit"), most),
        as_of=as_of,
    )


def day(text: str | None, today: date) -> date:
    """The day that counts as today; raises QueryError for what is no ISO date."""
    if not text:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"{text!r} is not a day; write for example as_of=2026-05-01") from error


def _yes(parameters: QueryParams, name: str) -> bool:
    value = parameters.get(name, "0").lower()
    if value not in ("1", "true", "yes", "", "0", "false", "no"):
        raise QueryError(f"{name} is 1 or 0, not {value!r}")
    return value in ("1", "true", "yes", "")


def _limit(text: str | None, most: int) -> int:
    if text is None:
        return min(_USUAL, most)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
        raise QueryError(f"limit is a number from 1 to {most}, not {text!r}")
    return int(text)
