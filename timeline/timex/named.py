"""Days that are named rather than numbered: 当天, 昨日, 本周六, 春节, 正月十五, 三天前.

>>> from datetime import date
>>> text = "昨日"
>>> anchor, context = date(2025, 4, 22), Context(text)
>>> NamedDays(CivilDates(text, anchor, context)).resolve({"d_rel": -1}, 0, 2, None).text
'2025-04-21'
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import cast

from timeline import edtf
from timeline.timex import calendars
from timeline.timex.civil import CivilDates
from timeline.timex.context import Context
from timeline.timex.distances import distance, same_day
from timeline.timex.nth import nth_of
from timeline.timex.resolved import Found, Resolved, nothing, of_day, stretch
from timeline.timex.rules.outlook import (
    APPOINTED,
    DOES,
    HABIT,
    OVER,
    REPORTED,
    SPOKEN,
    WEEKDAYS_ALONE,
)
from timeline.timex.rules.words import is_all
from timeline.timex.spec import Spec

__all__ = ["CivilDates", "Context", "NamedDays"]

_SPEAKER = 5  # characters: so near stands who has it in mind
_FEW = 24  # characters: more can't be weekdays alone
_HOLIDAYS = frozenset(("holiday", "until_festival"))
_YEARS = frozenset(("y", "y_rel", "y_ref", "cycle", "zodiac"))
_COUNTED = frozenset(
    ("nth", "weekday", "weekend", "weeks", "months_of", "workday", "daypart", "hour", "minute", "approximate", "days")
)


class NamedDays:
    """Resolves named days; years that they leave out are found as for civil dates."""

    def __init__(self, civil: CivilDates, moment: datetime | None = None) -> None:
        self.civil = civil
        self.moment = moment
        self.text = civil.text
        self.anchor = civil.anchor
        self.context = civil.context
        self.lunar_told: tuple[int, int] | None = None

    def resolve(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved | None:
        """The value of a named day, None when ``spec`` names none."""
        if "ago" in spec:
            return distance(spec, start, self.anchor, self.context, self.moment)
        if "nth" in spec:
            return self._nth(spec, start, end, base)
        if "festival" in spec:
            return self._festival(spec, start, base)
        if "lunar_month" in spec or "lunar_day" in spec:
            return self._lunar(spec, start, base)
        if "d_ref" in spec:
            return self._told_day(spec["d_ref"], start, base)
        if "d_rel" in spec:
            if self.anchor is None:
                return nothing()
            if "y_rel" in spec or "m_rel" in spec:
                return same_day(self.anchor, 12 * spec.get("y_rel", 0) + spec.get("m_rel", 0))
            first = self.anchor + timedelta(spec["d_rel"])
            if "d" in spec:
                first = _nearest_numbered(first, spec["d"])
            return of_day(first, "relative", f"{self.anchor} {spec['d_rel']:+d} days")
        if "workdays_rel" in spec:
            day = calendars.workday_after(self.anchor, spec["workdays_rel"]) if self.anchor else None
            return (
                of_day(day, "relative", f"{self.anchor} {spec['workdays_rel']:+d} working days") if day else nothing()
            )
        if "week_rel" in spec or "weekday" in spec or "weekend" in spec:
            return self._week(spec, start, end, base)
        return None

    def _nth(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved:
        """The n-th day, week or weekday of what the other fields name."""
        whole = cast(Spec, {key: value for key, value in spec.items() if key not in _COUNTED})
        if not whole:
            return nothing()  # 假期最后一天, with no holiday told
        value = self.resolve(whole, start, end, base) or self.civil.resolve(whole, start, end, base)
        first, last = edtf.days(edtf.parse(value.text)) if value.text else (None, None)
        days = nth_of(first, last, spec) if first and last else None
        if days is None or last is None:
            return nothing()
        if "months_of" in spec:
            text = edtf.of_interval(*days).text
            return Resolved(text, value.resolution, None, value.steps, days[0].year, stated=value.stated)
        if "days" in spec:  # 前十天, 最后三天
            days = days[0], min(days[0] + timedelta(spec["days"] - 1), last)
        return stretch(*days, value.resolution, "; ".join((*value.steps, f"number {spec['nth']} of it")), value.stated)

    def _told_day(self, shift: int, start: int, base: Resolved | None) -> Resolved:
        """当天, 次日, 第三天: counted from the day told before, or from the other end of the range."""
        if base is not None:
            return (
                of_day(base.day + timedelta(shift), base.resolution, f"{base.day} {shift:+d} days", base.stated)
                if base.day
                else nothing()
            )
        told = (self.context.day_of(start) if shift == 0 else None) or self.context.day_meant(start, again=shift > 0)
        if told is None or told.day is None:
            return nothing()
        return of_day(told.day + timedelta(shift), "inherited", f"{told.day} {shift:+d} days", told.stated)

    def _week(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved:
        if base is not None and base.day and "week_rel" not in spec and "weekday" in spec:  # 下周一到周五
            day = base.day + timedelta((spec["weekday"] - base.day.isoweekday()) % 7 or 7)
            return of_day(day, base.resolution, f"the weekday behind {base.day}", base.stated)
        if self.anchor is None:
            return nothing()
        monday = self.anchor - timedelta(self.anchor.weekday())
        shift = spec.get("week_rel")
        if shift is None:
            shift = self._bare_weekday(spec, monday, start, end)
            if shift is None:
                return nothing("SET")
        first = monday + timedelta(7 * shift)
        step = f"week of {self.anchor} {shift:+d}"
        if "weekday" in spec:
            value = of_day(first + timedelta(spec["weekday"] - 1), "relative", step)
            self.context.week = shift, end
            return value
        if "weekend" in spec:
            return stretch(first + timedelta(5), first + timedelta(6), "relative", step)
        return stretch(first, first + timedelta(6), "relative", step)

    def _bare_weekday(self, spec: Spec, monday: date, start: int, end: int) -> int | None:
        """Which week a bare 周六 means, counted from the anchor's; None for opening hours and the like.

        It is a date only where a time of day, a verb of appointment or a named week before it makes it one.
        """
        assert self.anchor is not None
        shift, told_until = self.context.week
        if 0 <= start - told_until <= 2:
            return shift
        text = self.text
        if self.moment is not None:
            return self._said(spec, start, end)
        if is_all(text, start, end) or (len(text) < _FEW and WEEKDAYS_ALONE.fullmatch(text)):
            return 0
        reported = REPORTED.search(text, max(0, start - 4), start) is not None and text[end : end + 1] in "，,"
        appointed = (start and text[start - 1 : start] in APPOINTED) or DOES.match(text, end) or reported
        if not (
            "hour" in spec
            or "daypart" in spec
            or appointed
            or SPOKEN.search(text, max(0, start - _SPEAKER), end + _SPEAKER)
            or ("weekend" in spec and self.context.looks_ahead(start, end))
        ):
            return None
        if "weekday" not in spec:
            return 0
        day = monday + timedelta(spec["weekday"] - 1)
        ahead = self.context.looks_ahead(start, end)
        if day > self.anchor and not ahead and (reported or self.context.looks_back(start, end)):
            return -1  # 周日上午，…完成了: told as past, and this week's is still to come
        return 1 if ahead and day < self.anchor else 0

    def _said(self, spec: Spec, start: int, end: int) -> int | None:
        """Which week a weekday means that is named at a moment: the next one to come, or the last in what is over."""
        assert self.anchor is not None
        left, right = self.context.clause(start, end)
        if HABIT.search(self.text, left, right):
            return None
        today, day = self.anchor.isoweekday(), spec.get("weekday", 7)
        if OVER.search(self.text, end, right):
            return -1 if day > today else 0
        return 1 if day < today else 0

    # -- festivals and the traditional calendar -----------------------------------------------------------------------

    def _year(self, spec: Spec, month: int, day: int, start: int) -> tuple[int | None, Found]:
        if _YEARS & spec.keys():
            return self.civil.year(spec, month, start, start)
        return self.civil.missing_year(month, day, start, start)

    def _festival(self, spec: Spec, start: int, base: Resolved | None) -> Resolved:
        name = spec["festival"]
        sample = calendars.festival_day(name, self.anchor.year if self.anchor else 2020)
        year, found = self._year(spec, sample.month if sample else 1, sample.day if sample else 1, start)
        day = calendars.festival_day(name, year) if year else None
        if day and year and base and base.day and day <= base.day and not _YEARS & spec.keys():
            year += 1  # the right side of a range lies behind its left side: 国庆到元旦
            day = calendars.festival_day(name, year)
        if day is None or year is None:
            return nothing()
        step = f"{found.step}; festival {name} of {year}: {day}".lstrip("; ")
        if not _HOLIDAYS & spec.keys():
            return of_day(day + timedelta(spec.get("shift", 0)), found.resolution, step, found.stated)
        first, last = calendars.holiday_span(name, year) or (day, day)
        if "until_festival" in spec:
            end = calendars.festival_day(spec["until_festival"], year)
            last = (calendars.holiday_span(spec["until_festival"], year) or (end, end))[1] or last
        if "of_holiday" in spec:
            skip, until = spec["of_holiday"]
            length = (last - first).days + 1
            first, last = first + timedelta(skip % length), first + timedelta(until % length)
        if "workday" in spec:
            step += f"; workday {spec['workday']} after {last}"
            return of_day(calendars.workday_after(last, spec["workday"]), found.resolution, step, found.stated)
        return stretch(first, last, found.resolution, f"{step}; days off {first} to {last}", found.stated)

    def _lunar(self, spec: Spec, start: int, base: Resolved | None) -> Resolved:
        month = spec.get("lunar_month")
        if month is None:
            return self._lunar_continued(spec["lunar_day"], base)
        year, found = self._lunar_year(spec, month, start, base)
        if year is None:
            return nothing()
        if "lunar_day" not in spec:
            span = calendars.lunar_month(year, month)
            step = f"{found.step}; lunar month {month} of {year}".lstrip("; ")
            return stretch(*span, found.resolution, step, found.stated) if span else nothing()
        day = calendars.lunar_day(year, month, spec["lunar_day"])
        if day is None:
            return nothing()
        self.lunar_told = year, month
        step = f"{found.step}; lunar {year}-{month}-{spec['lunar_day']}: {day}".lstrip("; ")
        return of_day(day, found.resolution, step, found.stated)

    def _lunar_year(self, spec: Spec, month: int, start: int, base: Resolved | None) -> tuple[int | None, Found]:
        """The lunar year: stated, by its name in the cycle, the range's, the text's, or the one nearest to the anchor."""
        if _YEARS & spec.keys():
            return self.civil.year(spec, abs(month), start, start)
        near = base.day if base is not None else None
        told = self.context.last_day
        if near is None and told and told.day and told.stated and self.context.same_sentence(told, start):
            near = told.day
        near = near or self.anchor
        if near is None:
            return None, Found("relative", stated=False)
        first = spec.get("lunar_day", 15)
        days = {y: calendars.lunar_day(y, month, first) for y in (near.year - 1, near.year, near.year + 1)}
        known = {y: (day - near).days for y, day in days.items() if day}
        if base is not None:  # the right side of a range lies behind its left side
            known = {y: distance for y, distance in known.items() if distance > 0} or known
        elif self.context.looks_ahead(start, start):
            known = {y: distance for y, distance in known.items() if distance >= -30} or known
        if not known:
            return None, Found("relative", stated=False)
        year = min(known, key=lambda y: (abs(known[y]) if known[y] >= 0 else abs(known[y]) * 2, y))
        if near.year in known and abs(known[near.year]) < 260 and abs(month) < 11 and base is None:
            year = near.year
        return year, Found("relative", f"lunar year nearest to {near}: {year}", told is not None and near == told.day)

    def lunar_again(self, spec: Spec, start: int) -> Resolved | None:
        """农历四月十五至十八…。十六日下午: a day in Chinese numerals goes on in the traditional month told; else None."""
        if self.lunar_told is None or "d" not in spec or self.text[start] in "0123456789":
            return None
        year, month = self.lunar_told
        if spec.get("m", month) != month or spec.keys() & {"y", "y_rel", "m_rel", "m_ref"}:
            return None
        told = self.context.last_day
        if told is None or not (self.context.same_paragraph(told, start) or "m" in spec):
            return None
        day = calendars.lunar_day(year, month, spec["d"])
        return of_day(day, "inherited", f"lunar month told before: {month}", told.stated) if day else None

    def _lunar_continued(self, lunar_day: int, base: Resolved | None) -> Resolved:
        """初三 alone: in the lunar month told last, or in the first one nearest to what stands before it or the anchor."""
        if self.lunar_told is not None:
            day = calendars.lunar_day(*self.lunar_told, lunar_day)
            return of_day(day, "inherited", f"lunar month told before: {self.lunar_told[1]}") if day else nothing()
        told = self.context.last_day
        near = base.day if base else told.day if told else self.anchor
        if near is None:
            return nothing()
        for year in (near.year, near.year - 1, near.year + 1):
            first = calendars.lunar_day(year, 1, 1)
            if first and abs((first - near).days) < 45:
                return of_day(first + timedelta(lunar_day - 1), "relative", f"first lunar month of {year}")
        return nothing()


def _nearest_numbered(day: date, number: int) -> date:
    """The day of a month with that number nearest to ``day``: what is printed counts before what was reckoned."""
    near = [day + timedelta(shift) for shift in sorted(range(-31, 32), key=abs)]
    return next((each for each in near if each.day == number), day)
