"""One Query value behind the command line, the API, the feeds and the pages.

>>> parse_years("1990..2005"), parse_when("去年3月", date(2026, 11, 20)).text
((1990, 2005), '2025-03')

Filters combine: an event must pass all of them. A time filter asks whether the event's narrowed interval overlaps.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from timeline import edtf
from timeline import regex as re
from timeline.edtf import Edtf, rank, stamp
from timeline.model import KINDS, Event
from timeline.when import END, minute, narrowed, place, when_of

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from timeline.store import Store

__all__ = ["Query", "QueryError", "find", "matches", "narrowed", "parse_when", "parse_years", "phase", "position"]

#: What a reader wants to see first: kinds and salience that are shown without ``all``.
SHOWN_KINDS = ("activity", "milestone")
SHOWN_SALIENCE = 0.3
_DAY = 24 * 60
_RANGE = re.compile(r"(\d{4})?年?\s*(?:\.\.+|…|[-–—~/至到])\s*(\d{4})?年?\Z")
_ONE = re.compile(r"(\d{4})年?\Z")
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


class QueryError(ValueError):
    """A filter that says nothing, with what can be written in its place."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which events: every filter is optional, and they combine.

    ``years`` first and last year, both included; ``since`` not over before it begins; ``until`` begun before it ends;
    ``topics`` slugs or labels, any of them; ``place`` and ``source`` a part of the name, ``text`` words that all occur;
    ``upcoming`` not over on ``as_of``; ``all`` indicators, incidents and what hardly matters too; ``coarse`` also what
    has no day; ``limit`` the first so many of the chronology. Raises QueryError.
    """

    years: tuple[int, int] | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    place: str = ""
    source: str = ""
    text: str = ""
    upcoming: bool = False
    as_of: date | None = None
    all: bool = False
    coarse: bool = True
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.topics:
            object.__setattr__(self, "topics", tuple(dict.fromkeys(map(_topic, self.topics))))
        for kind in self.kinds:
            if kind not in KINDS:
                raise QueryError(f"{kind!r} is not a kind; choose {', '.join(KINDS)}")
        if self.upcoming and self.as_of is None:
            raise QueryError("what is upcoming depends on the day; say which with --as-of 2026-05-01")
        if self.limit is not None and self.limit < 1:
            raise QueryError(f"{self.limit} is not a number of events; write 1 or more")
        if self.years and not 1 <= self.years[0] <= self.years[1] <= 9999:
            raise QueryError(
                f"no year lies in {self.years[0]}..{self.years[1]}; write the earlier one first: 1990..2005"
            )
        if (
            self.since
            and self.until
            and self.since.begin
            and self.until.until
            and stamp(self.since.begin, low=True) >= stamp(self.until.until, low=False)
        ):
            raise QueryError(
                f"nothing lies from {self.since.text} until {self.until.text}; write the earlier one behind --since"
            )
        if self.text.strip() and not any(map(str.isalnum, unicodedata.normalize("NFKC", self.text))):
            raise QueryError(f"{self.text!r} has no letter to look for; write a word, such as 质量")


def _topic(name: str) -> str:
    from timeline.events.topics import load, resolve, unknown

    table = load()
    if slug := resolve(name, table):
        return slug
    raise QueryError(unknown(name, table))


def parse_years(asked: str) -> tuple[int, int]:
    """The first and last year of ``1996``, ``1990..2005``, ``..2005``, ``1990..``; raises QueryError."""
    text = unicodedata.normalize("NFKC", asked).strip()
    if match := _ONE.match(text):
        years = int(match[1]), int(match[1])
    elif (match := _RANGE.match(text)) and any(match.groups()):
        years = int(match[1] or 1), int(match[2] or 9999)
    else:
        raise QueryError(f"{asked!r} is not a year or a range of years; write 1996, 1990..2005 or 1990..")
    if not 1 <= years[0] <= years[1]:
        raise QueryError(f"no year lies in {asked!r}; write the earlier one first: 1990..2005")
    return years


def parse_when(asked: str, as_of: date) -> Edtf:
    """A date that a person typed: EDTF, a Chinese time expression or an English one, from ``as_of``; QueryError."""
    text = unicodedata.normalize("NFKC", asked).strip()
    value = _as_edtf(text) or _as_chinese(text, as_of) or _as_english(text, as_of)
    if value is None or not value.placed:
        raise QueryError(f"{asked!r} is not a date; write for example 2025, 2025-04, 2025-04-26, 去年3月, last March")
    return value


def _as_edtf(text: str) -> Edtf | None:
    try:
        return edtf.parse(text)
    except edtf.EdtfError:
        return None


def _as_chinese(text: str, as_of: date) -> Edtf | None:
    if text.isascii() and not any(map(str.isdigit, text)):
        return None
    from timeline.timex import tag

    found = [timex for timex in tag(text, as_of) if timex.edtf]
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    value = edtf.parse(found[0].edtf or "")
    begin, until = narrowed(when_of(value, found[0].part))
    if (begin, until) == (value.begin, value.until) or until is None or isinstance(until, datetime):
        return value
    return edtf.of_interval(begin, until - timedelta(1))


def _as_english(text: str, as_of: date) -> Edtf | None:
    if not any(map(str.isalpha, text)) and len(re.findall(r"\d+", text)) < 3:
        return None  # dateparser would take 12 for a December, and 2025-13 for the 13th of this month
    from dateparser.date import DateDataParser

    which, _, rest = text.casefold().partition(" ")
    prefer = {"next": "future", "this": "current_period"}.get(which, "past")
    settings = {"RELATIVE_BASE": datetime(as_of.year, as_of.month, as_of.day), "PREFER_DATES_FROM": prefer}
    parser = DateDataParser(languages=["en"], settings=settings)
    for words in (text, rest if which in ("last", "next", "this") else ""):
        found = parser.get_date_data(words) if words else None
        if found and found.date_obj:
            return _of_period(found.date_obj.date(), found.period or "day")
    return None


def _of_period(day: date, period: str) -> Edtf:
    if period == "week":
        monday = day - timedelta(day.weekday())
        return edtf.of_interval(monday, monday + timedelta(6))
    texts = {"year": f"{day:%Y}", "quarter": f"{day:%Y}-{33 + (day.month - 1) // 3}", "month": f"{day:%Y-%m}"}
    return edtf.parse(texts.get(period, day.isoformat()))


def phase(event: Event, as_of: date) -> str:
    """``past``, ``ongoing`` or ``upcoming`` on the day ``as_of``, by the narrowed interval.

    A promise for a month or a year that includes the day is still to come. A date without a place on the calendar is
    upcoming when it is a promise, else past.
    """
    begin, until = narrowed(event.when)
    promised = event.modality in ("planned", "postponed")
    if begin is None and until is None:
        return "upcoming" if promised else "past"
    today = datetime(as_of.year, as_of.month, as_of.day)
    if stamp(until, low=False) <= today:
        return "past"
    coarse = rank(event.when.granularity) < rank("day") and "/" not in event.when.edtf
    if stamp(begin, low=True) >= today + timedelta(1) or (promised and coarse):
        return "upcoming"
    return "ongoing"


#: Where an event stands in the order of the chronology: its minute, how exact its date is, its end, its id.
Position = tuple[int, int, int, str]


def position(event: Event) -> Position:
    """Where the event stands in the order of the chronology: what ``find`` goes on behind."""
    where = place(event.when)
    return where.at, where.grain, where.until or 0, event.id


def find(store: Store, query: Query, after: Position | None = None) -> list[Event]:
    """The events of a store that a query asks for, in the order of the chronology, those behind ``after`` only."""
    from timeline.store.conditions import after as behind
    from timeline.store.retrieve import events

    with store.reading() as connection:
        asked = _conditions(connection, query)
        return events(connection, [*asked, behind(*after)] if after else asked, query.limit)


def matches(event: Event, query: Query) -> bool:
    """Whether a query asks for an event: the same answer as ``find``, for events that are in no store."""
    from timeline.store import search

    low, high = _interval(query)
    where = place(event.when)
    if low is not None or high is not None:
        if where.begin is None or where.until is None:
            return False
        if (low is not None and where.until <= low) or (high is not None and where.begin >= high):
            return False
    return (
        (not query.topics or not set(query.topics).isdisjoint(event.topics))
        and _counts(event, query)
        and (not query.place or _has(event.place or "", query.place) or _has(event.title, query.place))
        and (
            not query.source
            or any(_has(m.source, query.source) or _has(m.document, query.source) for m in event.mentions)
        )
        and (not query.text.strip() or search.found_in(search.words(event), query.text))
        and (not query.upcoming or query.as_of is None or _upcoming(event, minute(query.as_of)))
        and (query.coarse or where.grain >= rank("day"))
    )


def _interval(query: Query) -> tuple[int | None, int | None]:
    """The minutes that an event must share in; sharing in each of several intervals is sharing in what they share."""
    lows, highs = [], []
    if query.years:
        first, last = query.years
        lows.append(minute(date(first, 1, 1)))
        highs.append(minute(date(last + 1, 1, 1)) if last < date.max.year else END)
    if query.since and query.since.begin:
        lows.append(minute(query.since.begin))
    if query.until and query.until.until:
        highs.append(minute(query.until.until))
    if query.upcoming and query.as_of:
        lows.append(minute(query.as_of))
    return max(lows, default=None), min(highs, default=None)


def _counts(event: Event, query: Query) -> bool:
    if query.kinds and event.kind not in query.kinds:
        return False
    if query.all or (query.kinds and event.kind not in SHOWN_KINDS):
        return True
    return event.kind in SHOWN_KINDS and event.salience >= SHOWN_SALIENCE


def _upcoming(event: Event, day: int) -> bool:
    where = place(event.when)
    if where.begin is None or where.until is None or where.until <= day:
        return False
    under_way = event.kind == "activity" and where.until < END
    return where.begin >= day + _DAY or under_way or event.modality in ("planned", "postponed")


def _has(name: str, words: str) -> bool:
    from timeline.store.search import simplified

    if not words.isascii():
        words, name = simplified(words), simplified(name)
    return words.translate(_LOWER) in name.translate(_LOWER)


def _conditions(connection: Connection, query: Query) -> list[ColumnElement[bool]]:
    from sqlalchemy import or_

    from timeline.store import conditions, search
    from timeline.store.columns import EVENT

    low, high = _interval(query)
    found: list[ColumnElement[bool]] = []
    whole = low is None and high is None
    if whole and query.limit and query.topics and conditions.often(connection, query.topics):
        found.append(conditions.of_topics(query.topics))
    elif not whole or query.topics:
        found.append(conditions.overlapping(low, high, query.topics))
    if query.kinds:
        found.append(EVENT.c.kind.in_(query.kinds))
    if not query.all:
        noted = EVENT.c.salience >= SHOWN_SALIENCE
        shown = EVENT.c.kind.in_(SHOWN_KINDS)
        found += [or_(~shown, noted)] if query.kinds else [shown, noted]
    if query.place:
        found.append(conditions.at_place(connection, query.place))
    if query.source:
        found.append(conditions.told_by(connection, query.source))
    if query.text.strip():
        found.append(search.hits(connection, query.text))
    if query.upcoming and query.as_of:
        found.append(conditions.upcoming(minute(query.as_of)))
    if not query.coarse:
        found.append(EVENT.c.grain >= rank("day"))
    return found
