"""What repeats by a stated rule, as a calendar program can be told: an RRULE, or the days where it knows no such rule.

>>> from timeline.model import When
>>> weekly = repetition("FREQ=WEEKLY;BYDAY=FR;BYHOUR=19;BYMINUTE=30", When("2025-04-22", date(2025, 4, 22), None, "day"))
>>> weekly.first, weekly.clock, weekly.rule
(datetime.date(2025, 4, 25), datetime.time(19, 30), 'FREQ=WEEKLY;BYDAY=FR')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from timeline import regex as re
from timeline.edtf import rank, stamp
from timeline.model import Event, When
from timeline.query import narrowed
from timeline.render.dates import day_words
from timeline.render.wording import one_line, telling_first
from timeline.timex import recurrence

#: Days given for a rule that calendar programs do not know: all of a yearly one, a dozen years of one twice a month.
_MOST_DAYS = 300
#: More repetitions than these are not looked through for the last one.
_MOST_LOOKED_AT = 20_000
_DAY = timedelta(days=1)
_RULE = re.compile(r"[A-Z0-9=;,+-]+\Z", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Repetition:
    """On which days something repeats.

    ``first`` is the first day; ``clock`` the time of day, None for whole days; ``extent`` how long it takes each time,
    None when nobody stated an end; ``rule`` an RFC 5545 RRULE without its end, empty where ``days`` (those after the
    first) are given instead; ``last`` the last day on which it can fall, None when it has no stated end; ``stated`` the
    rule as it was read, without its end; ``left_out`` the days that the text takes out of it.
    """

    first: date
    clock: time | None
    extent: timedelta | None
    rule: str
    days: tuple[date, ...]
    last: date | None
    stated: str
    left_out: tuple[date, ...] = ()

    def falls_after(self, day: date) -> bool:
        """Whether it falls on ``day`` or later."""
        if self.last is None and "COUNT=" not in self.stated:
            return not self.days or self.days[-1] >= day
        return any(one >= day for one in self._fallen())

    def falls_on(self, day: date) -> bool:
        """Whether it falls on just that ``day``."""
        return next((one for one in self._fallen() if one >= day), None) == day

    def _fallen(self) -> Iterator[date]:
        return islice(recurrence.occurrences(self.stated, self.first, self.last), _MOST_LOOKED_AT)


@lru_cache(maxsize=4096)
def repetition(rule: str, when: When) -> Repetition | None:
    """The days of a rule counted from the first day of ``when``; None for no rule, and where it never falls."""
    begin, _ = narrowed(when)
    if not rule or begin is None:
        return None
    day = begin.date() if isinstance(begin, datetime) else begin
    try:
        return _counted(rule, when, day)
    except (ValueError, KeyError, OverflowError):
        return None  # a rule that can't be read takes no event with it: the event stands on its date


def _counted(rule: str, when: When, day: date) -> Repetition | None:
    fields = recurrence.parts(rule)
    stated = ";".join(f"{name}={value}" for name, value in fields.items() if name != "UNTIL")
    until = _UNTIL.match(fields.get("UNTIL", ""))
    last = date(int(until[1]), int(until[2]), int(until[3])) if until else None
    two = list(islice(recurrence.occurrences(stated, day, last), 2))
    if not two:
        return None
    begin, end = narrowed(when)
    clock = begin.time() if isinstance(begin, datetime) else _clock(fields)
    fills = end is not None and len(two) == 2 and stamp(two[1], low=True) < stamp(end, low=False)
    if fills and end is not None:  # it was said to repeat within that stretch: the stretch is no one occurrence
        closing = end.date() if isinstance(end, datetime) else end - _DAY
        last = min(closing, last or closing)
    extent = None if fills else _extent(when)
    if clock is None and (extent is None or extent < _DAY):
        extent = _DAY
    if recurrence.portable(rule) and _RULE.match(rule):
        return Repetition(two[0], clock, extent, _portable(fields, clock), (), last, stated, recurrence.left_out(rule))
    days = tuple(islice(recurrence.occurrences(stated, two[0] + _DAY, last), _MOST_DAYS))
    return Repetition(two[0], clock, extent, "", days, last, stated)


def _extent(when: When) -> timedelta | None:
    """How long one occurrence takes: the length of a stated interval of days or hours."""
    begin, end = narrowed(when)
    if begin is None or end is None or "/" not in when.edtf or rank(when.granularity) < rank("day"):
        return None
    return stamp(end, low=False) - stamp(begin, low=True)


def _clock(fields: dict[str, str]) -> time | None:
    hour, minute = fields.get("BYHOUR", "").split(",")[0], fields.get("BYMINUTE", "0").split(",")[0]
    return time(int(hour), int(minute)) if hour.isdigit() and minute.isdigit() else None


def _portable(fields: dict[str, str], clock: time | None) -> str:
    """The rule without its end, and without the one hour that its first day states already."""
    several = any("," in fields.get(name, "") for name in ("BYHOUR", "BYMINUTE"))
    ends = {"UNTIL", "EXDATE"}
    told_apart = ends if several and clock is not None else {*ends, "BYHOUR", "BYMINUTE", "BYSECOND"}
    return ";".join(f"{name}={value}" for name, value in fields.items() if name not in told_apart)


def repetition_words(event: Event, lang: str = "zh") -> str:
    """How an event comes again, in the words that state it, with its end and the days that are left out; empty when it
    does not, or by nobody's words."""
    stated = next((one.timex.text for one in telling_first(event) if one.timex.recurrence), "")
    repeats = repetition(event.recurrence, event.when) if stated else None
    if repeats is None:
        return ""
    zh, told, year = lang == "zh", [one_line(stated)], repeats.first.year
    if repeats.last is not None:
        told.append(f"{'至' if zh else 'until '}{day_words(repeats.last, lang, year)}")
    if repeats.left_out:
        days = ("、" if zh else ", ").join(day_words(day, lang, year) for day in repeats.left_out)
        told.append(f"{days}除外" if zh else f"not on {days}")
    return ("，" if zh else ", ").join(told)
