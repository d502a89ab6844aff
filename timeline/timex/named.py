"""Days that are named rather than numbered: 当天, 昨日, 本周六, 春节, 正月十五, 三天前.

>>> from datetime import date
>>> text = "昨日"
>>> anchor, context = date(2025, 4, 22), Context(text)
>>> NamedDays(CivilDates(text, anchor, context)).resolve({"d_rel": -1}, 0, 2, None).text
'2025-04-21'
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final, cast

from timeline import edtf
from timeline.timex import calendars
from timeline.timex.civil import CivilDates
from timeline.timex.context import Context
from timeline.timex.distances import distance, same_day
from timeline.timex.feasts import Feasts
from timeline.timex.nth import nth_of
from timeline.timex.resolved import Resolved, nothing, of_day, stretch
from timeline.timex.rules.outlook import CLAUSE_ENDS, SAYS_WHICH, SHOULD_IT_RAIN
from timeline.timex.rules.words import is_later
from timeline.timex.spec import Spec
from timeline.timex.weeks import Weeks

__all__ = ["CivilDates", "Context", "NamedDays"]

_CONDITION: Final = 24  # characters: so far before 次日 stands on what it depends
_STRETCH_NEAR, _STRETCH_FAR = 150, 600  # characters: so far behind a stretch 首日 is of it, and 展会首日
_SEVERAL, _LISTED = 3, 40  # so many days told in so many characters
#: What a year or month that is counted to may be refined by: 两年后的春节, 三个月前的15号.
_OF_YEAR: Final = frozenset(("m", "d", "season", "festival", "holiday", "part", "lunar_month", "lunar_day"))
_COUNTED: Final = frozenset(
    (
        "nth",
        "weekday",
        "weekend",
        "weeks",
        "quarters",
        "months_of",
        "years_of",
        "workday",
        "daypart",
        "hour",
        "minute",
        "second",
        "approximate",
        "days",
    )
)


_YEARS: Final = frozenset(("y", "y_rel", "y_ref"))
_EVERY_OTHER: Final = "隔"
_OF_DAY: Final = frozenset(("daypart", "hour", "minute", "second", "approximate", "loose_hour"))
#: The fields of a lunar date as those of a civil one.
_CIVIL: Final = {"lunar_month": "m", "lunar_day": "d"}


class NamedDays:
    """Resolves named days; years that they leave out are found as for civil dates."""

    def __init__(self, civil: CivilDates, moment: datetime | None = None) -> None:
        self.civil = civil
        self.moment = moment
        self.text = civil.text
        self.anchor = civil.anchor
        self.context = civil.context
        self.feasts = Feasts(civil)
        self.weeks = Weeks(civil, moment)

    def resolve(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved | None:
        """The value of a named day, None when ``spec`` names none."""
        if "nth" in spec:
            return self._nth(spec, start, end, base)
        if "ago" in spec:
            return self._distance(spec, start, end, base)
        if "festival" in spec:
            return self.feasts.festival(spec, start, base, said=self.moment is not None)
        if "civil" in spec and self.moment is not None:
            spec = cast(Spec, {_CIVIL.get(field, field): of for field, of in spec.items()})
            return self.civil.resolve(spec, start, end, base)
        if "lunar_month" in spec or "lunar_day" in spec:
            return self.feasts.lunar(spec, start, base)
        if "d_ref" in spec:
            value = self._told_day(spec["d_ref"], start, base)
            if spec["d_ref"] == 0 and "daypart" in spec and base is None and value.day:
                value = self._behind_midnight(spec["daypart"], value)
            months = 12 * spec.get("y_rel", 0) + spec.get("m_rel", 0)
            return same_day(value.day, months) if months and value.day else value
        if "d_rel" in spec:
            if self.anchor is None:
                return nothing()
            if "y_rel" in spec or "m_rel" in spec:
                return same_day(
                    self.anchor + timedelta(spec["d_rel"]), 12 * spec.get("y_rel", 0) + spec.get("m_rel", 0)
                )
            first = self.anchor + timedelta(spec["d_rel"])
            if "d" in spec:
                first = _nearest_numbered(first, spec["d"])
            return of_day(first, "relative", f"{self.civil.published} {spec['d_rel']:+d} days")
        if "workdays_rel" in spec:
            day = calendars.workday_after(self.anchor, spec["workdays_rel"]) if self.anchor else None
            return (
                of_day(day, "relative", f"{self.anchor} {spec['workdays_rel']:+d} working days") if day else nothing()
            )
        if "week_rel" in spec or "weekday" in spec or "weekend" in spec:
            return self.weeks.of(spec, start, end, base)
        return None

    def _distance(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved:
        """三个月前, 两年后的5月1日: what is named behind a year or month so far away is of that one."""
        value = distance(spec, start, self.anchor, self.context, self.moment)
        inner = cast(Spec, {field: of for field, of in spec.items() if field in _OF_YEAR})
        if not inner or not value.year or value.text is None or value.day is not None:
            return value
        inner["y"] = value.year
        if value.month and "m" not in inner:
            inner["m"] = value.month
        named = self.resolve(inner, start, end, base) or self.civil.resolve(inner, start, end, base)
        named.resolution, named.steps = value.resolution, (*value.steps, *named.steps)
        return named

    def _nth(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved:
        """The n-th day, week or weekday of what the other fields name."""
        whole = cast(Spec, {key: value for key, value in spec.items() if key not in _COUNTED})
        if not whole:
            return self.weeks.numbered(spec, start) if "weeks" in spec else self._of_stretch(spec, start, end)
        value = self.resolve(whole, start, end, base) or self.civil.resolve(whole, start, end, base)
        first, last = edtf.days(edtf.parse(value.text)) if value.text else (None, None)
        if "years_of" in spec and first and last:
            return _years_of(first, last, spec, value)
        days = nth_of(first, last, spec) if first and last else None
        if days is None or last is None:
            return nothing()
        if "weeks" in spec and not _YEARS.isdisjoint(spec):
            self.context.weeks = value.year, end
        if "months_of" in spec:
            text = edtf.of_interval(*days).text
            if "quarters" in spec:
                text = f"{days[0].year:04d}-{33 + (days[0].month - 1) // 3}"
            return Resolved(text, value.resolution, None, value.steps, days[0].year, stated=value.stated)
        if "days" in spec:  # 前十天, 最后三天
            days = days[0], min(days[0] + timedelta(spec["days"] - 1), last)
        return stretch(*days, value.resolution, "; ".join((*value.steps, f"number {spec['nth']} of it")), value.stated)

    def _of_stretch(self, spec: Spec, start: int, end: int) -> Resolved:
        """首日, 最后一天: of the days told last in the paragraph (展会首日: or above it); 假期最后一天 with none told is no day."""
        context, last = self.context, self.context.last_day
        if spec.keys() - _OF_DAY != {"nth"} or SAYS_WHICH.match(self.text, end):
            return nothing()  # 假期最后一天1月3日
        if last and last.day and spec["nth"] == 1 and last.single and context.same_sentence(last, start):
            return of_day(last.day, "inherited", f"first of what begins {last.day}", last.stated)
        far = start - context.stretch_end
        if context.stretch is None or far > _STRETCH_FAR:
            return nothing()
        if self.text[start - 1 : start] in CLAUSE_ENDS and (
            far > _STRETCH_NEAR or "\n" in self.text[start - far : start]
        ):
            return nothing()
        days = nth_of(*context.stretch, spec)
        assert days is not None
        step = f"number {spec['nth']} of {context.stretch[0]} to {context.stretch[1]}"
        return of_day(days[0], "inherited", step)

    def _told_day(self, shift: int, start: int, base: Resolved | None) -> Resolved:
        """当天, 次日, 第三天: counted from the day told before, or from the other end of the range."""
        if base is not None:
            return (
                of_day(base.day + timedelta(shift), base.resolution, f"{base.day} {shift:+d} days", base.stated)
                if base.day
                else nothing()
            )
        if shift == 1 and (self._depends(start) or self.context.comes_round(self.context.last_day, start)):
            return nothing()  # 23日…，24日…，25日…；遇雨改到次日; 每晚10时收车，次日5时发车
        told = (self.context.day_of(start) if shift == 0 else None) or self.context.day_meant(start, again=shift > 0)
        if told and told.day and shift == 0 and self.anchor and self.context.in_list(start):
            told = self.context.day_now(told, self.anchor)
        if told is None or told.day is None:  # 隔天浇水 behind no day is a habit
            return nothing("SET", recurrence="FREQ=DAILY;INTERVAL=2") if self.text[start] == _EVERY_OTHER else nothing()
        return of_day(told.day + timedelta(shift), "inherited", f"{told.day} {shift:+d} days", told.stated)

    def _behind_midnight(self, daypart: str, value: Resolved) -> Resolved:
        """The last day of hours over midnight where a part of the day is over before they begin: 18日晚11时至翌日8时…当日上午."""
        told, days = self.context.last_day, self.context.stretch
        if told is None or days is None or told.day != days[0] or value.day != days[0]:
            return value
        if told.end != self.context.stretch_end or not is_later(told.daypart, daypart):
            return value
        return of_day(days[1], "inherited", f"the hours from {days[0]} to {days[1]}", told.stated)

    def _depends(self, start: int) -> bool:
        """Whether 次日 stands for the day behind any of several that were told."""
        if SHOULD_IT_RAIN.search(self.text, max(0, start - _CONDITION), start) is None:
            return False
        last = list(islice(reversed(self.context.days), _SEVERAL))
        return len(last) == _SEVERAL and start - last[-1].end <= _LISTED


def _years_of(first: date, last: date, spec: Spec, value: Resolved) -> Resolved:
    """80年代的最后一年, 本世纪第一个十年: a year or decade of those from ``first`` to ``last``."""
    length = spec["years_of"]
    year = first.year + length * (spec["nth"] - 1) if spec["nth"] > 0 else last.year + length * spec["nth"] + 1
    if not first.year <= year <= last.year:
        return nothing()
    text = f"{year:04d}" if length == 1 else f"{year // 10:03d}X"
    return Resolved(text, value.resolution, None, value.steps, year, stated=value.stated)


def _nearest_numbered(day: date, number: int) -> date:
    """The day of a month with that number nearest to ``day``: what is printed counts before what was reckoned."""
    near = [day + timedelta(shift) for shift in sorted(range(-31, 32), key=abs)]
    return next((each for each in near if each.day == number), day)
