"""Where an event stands in a calendar: its days or its hours, and what its title must add so as not to claim more.

>>> from timeline.render.slots import slot  # slot(event, Policy(coarse="span"))
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from timeline.edtf import rank
from timeline.model import Event, When
from timeline.query import narrowed
from timeline.render.dates import display
from timeline.render.policy import Policy
from timeline.render.recurring import Repetition, repetition

ZONE = "Asia/Shanghai"
#: A stretch longer than this does not occupy a person.
_LONGEST_STAY = timedelta(days=31)
_DAYPART = {"morning": "上午", "afternoon": "下午", "evening": "晚上"}
#: The hours of a half-day, for those who ask for blocks.
_HOURS = {"morning": (time(9), time(12)), "afternoon": (time(14), time(18)), "evening": (time(19), time(22))}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an entry stands: ``end`` is exclusive, None for a moment whose end nobody stated.

    ``coarse`` marks a date that is no day; ``free`` one that does not occupy a person; ``note`` is what the title must
    add for the entry not to claim more than the source; ``repeats`` the rule by which it comes again.
    """

    start: date
    end: date | None
    coarse: bool
    free: bool
    note: str = ""
    repeats: Repetition | None = None

    @property
    def day(self) -> date:
        """The first day."""
        return _day(self.start)

    @property
    def over(self) -> date:
        """The first day on which it is over, not counting repetitions."""
        if self.end is None:
            return _behind(self.day) or date.max
        last = _day(self.end)
        midnight = not isinstance(self.end, datetime) or self.end.time() == time.min
        return last if midnight else _behind(last) or date.max

    @property
    def clocked(self) -> bool:
        """Whether it names a time of day."""
        return isinstance(self.start, datetime)


def slot(event: Event, policy: Policy = Policy()) -> Slot | None:
    """Where ``event`` stands; None when it has no place on the calendar or the policy leaves it out."""
    repeats = repetition(event.recurrence, event.when) if event.recurrence else None
    if repeats is not None:
        return _repeated(event.when, repeats, policy)
    return _placed(event.when, event.kind != "activity", event.modality in ("planned", "postponed"), policy)


@lru_cache(maxsize=8192)
def _placed(when: When, free: bool, promised: bool, policy: Policy) -> Slot | None:
    begin, until = narrowed(when)
    if begin is None and until is None:
        return None
    if rank(when.granularity) < rank("day") or (when.uncertain and "/" in when.edtf):
        return None if policy.coarse == "skip" else _coarse(when, begin, until, promised, policy.coarse == "span")
    if begin is None:
        assert until is not None
        last = _day(until) - timedelta(0 if isinstance(until, datetime) else 1)
        return Slot(last, last + timedelta(1), False, True, f"（{display(when)}）")
    if isinstance(begin, datetime):
        return _clocked(begin, until, free)
    if until is None:
        return Slot(begin, _behind(begin), False, True, "（当日起）")
    midnight = not isinstance(until, datetime) or until.time() == time.min
    end = _day(until) if midnight else _behind(_day(until)) or date.max
    note = f"（{_DAYPART[when.part]}）" if when.part in _DAYPART else "（约）" if when.approximate else ""
    if policy.halfdays == "blocks" and when.part in _HOURS and end - begin == timedelta(1):
        return _block(begin, when.part or "", free, note)
    return Slot(begin, end, False, free or end - begin > _LONGEST_STAY, note)


def _day(bound: date) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def _behind(day: date) -> date | None:
    """The next day; None behind the last that there is, which papers write for what never ends."""
    return day + timedelta(1) if day < date.max else None


def _coarse(when: When, begin: date | None, until: date | None, promised: bool, span: bool) -> Slot:
    """A transparent marker on the first day of the narrowed interval, or all of it."""
    if begin is None:
        assert until is not None
        first = _day(until) - timedelta(1)
    else:
        first = _day(begin)
    end = _behind(first)
    if span and until is not None and end is not None:
        end = max(end, _day(until))
    unknown = "日期未定" if promised else "具体日期不详"
    return Slot(first, end, True, True, f" · {display(when)}（{unknown}）")


def _clocked(begin: datetime, until: date | None, free: bool) -> Slot:
    zone = ZoneInfo(ZONE)
    start = begin.replace(tzinfo=zone)
    if until is None:
        return Slot(start, None, False, True, "（当时起）")
    end = until if isinstance(until, datetime) else datetime.combine(until, time.min)
    if end - begin <= timedelta(minutes=1):
        return Slot(start, None, False, free)
    return Slot(start, end.replace(tzinfo=zone), False, free or end - begin > _LONGEST_STAY)


def _block(day: date, part: str, free: bool, note: str) -> Slot:
    opens, closes = (datetime.combine(day, hour, ZoneInfo(ZONE)) for hour in _HOURS[part])
    return Slot(opens, closes, False, free, note)


def _repeated(when: When, repeats: Repetition, policy: Policy) -> Slot:
    """The first of the repetitions; a rule names days even where the stretch that it fills is a month or a year."""
    note = f"（{_DAYPART[when.part]}）" if when.part in _DAYPART else ""
    if repeats.clock is not None:
        start = datetime.combine(repeats.first, repeats.clock, ZoneInfo(ZONE))
        end = start + repeats.extent if repeats.extent and repeats.extent > timedelta(minutes=1) else None
        return Slot(start, end, False, False, "", repeats)
    if policy.halfdays == "blocks" and when.part in _HOURS:
        return replace(_block(repeats.first, when.part or "", False, note), repeats=repeats)
    return Slot(repeats.first, repeats.first + (repeats.extent or timedelta(1)), False, True, note, repeats)
