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
from timeline.timex.rules.outlook import (
    APPOINTED,
    BESIDE_LENGTH,
    BESIDE_WORKDAYS,
    CLAUSE_ENDS,
    DOES,
    HABIT,
    OVER,
    PASSED,
    REGULARLY,
    REPORTED,
    SAYS_WHICH,
    SHOULD_IT_RAIN,
    SPOKEN,
    UP_TO_NOW,
    WEEKDAYS_ALONE,
)
from timeline.timex.rules.words import is_all
from timeline.timex.spec import Spec

__all__ = ["CivilDates", "Context", "NamedDays"]

_SPEAKER: Final = 5  # characters: so near stands who has it in mind
_CONDITION: Final = 24  # characters: so far before 次日 stands on what it depends
_STRETCH_NEAR, _STRETCH_FAR = 150, 600  # characters: so far behind a stretch 首日 is of it, and 展会首日
_SEVERAL, _LISTED = 3, 40  # so many days told in so many characters
_FEW: Final = 24  # characters: more can't be weekdays alone
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
            months = 12 * spec.get("y_rel", 0) + spec.get("m_rel", 0)
            return same_day(value.day, months) if months and value.day else value
        if "d_rel" in spec:
            if self.anchor is None:
                return nothing()
            if "y_rel" in spec or "m_rel" in spec:
                return same_day(self.anchor, 12 * spec.get("y_rel", 0) + spec.get("m_rel", 0))
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
            return self._week(spec, start, end, base)
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
            return self._of_stretch(spec, start, end)
        value = self.resolve(whole, start, end, base) or self.civil.resolve(whole, start, end, base)
        first, last = edtf.days(edtf.parse(value.text)) if value.text else (None, None)
        if "years_of" in spec and first and last:
            return _years_of(first, last, spec, value)
        days = nth_of(first, last, spec) if first and last else None
        if days is None or last is None:
            return nothing()
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
        if shift == 1 and self._depends(start):
            return nothing()  # 23日…，24日…，25日…；遇雨改到次日
        told = (self.context.day_of(start) if shift == 0 else None) or self.context.day_meant(start, again=shift > 0)
        if told and told.day and shift == 0 and self.anchor and self.context.in_list(start):
            told = self.context.day_now(told, self.anchor)
        if told is None or told.day is None:  # 隔天浇水 behind no day is a habit
            return nothing("SET", recurrence="FREQ=DAILY;INTERVAL=2") if self.text[start] == _EVERY_OTHER else nothing()
        return of_day(told.day + timedelta(shift), "inherited", f"{told.day} {shift:+d} days", told.stated)

    def _depends(self, start: int) -> bool:
        """Whether 次日 stands for the day behind any of several that were told."""
        if SHOULD_IT_RAIN.search(self.text, max(0, start - _CONDITION), start) is None:
            return False
        last = list(islice(reversed(self.context.days), _SEVERAL))
        return len(last) == _SEVERAL and start - last[-1].end <= _LISTED

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
        if "toward" in spec:
            told, today = spec.get("weekday", 7), self.anchor.isoweekday()
            return -(told >= today) if spec["toward"] < 0 else int(told <= today)
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
            (("hour" in spec or "daypart" in spec) and not self._regular(start, end))
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

    def _regular(self, start: int, end: int) -> bool:
        """Whether what stands before a weekday makes it one of every week: 办事时间为周六9时至12时; 工作日…，周六上午."""
        if REGULARLY.search(self.text, self.context.clause(start, end)[0], start):
            return True
        return BESIDE_WORKDAYS.search(self.text, max(0, start - BESIDE_LENGTH), start) is not None

    def _said(self, spec: Spec, start: int, end: int) -> int | None:
        """Which week a weekday means that is named at a moment: the next one to come, or the last in what is over."""
        assert self.anchor is not None
        left, right = self.context.clause(start, end)
        if HABIT.search(self.text, left, right):
            return None
        told = self.context.last_day
        if told and told.day and start - told.end <= 2 and spec.get("weekday") == told.day.isoweekday():
            return ((told.day - self.anchor).days + self.anchor.weekday()) // 7  # 昨天是周二
        today, day = self.anchor.isoweekday(), spec.get("weekday", 7)
        passed = self.text[max(0, start - len(PASSED)) : start] == PASSED
        if passed or OVER.search(self.text, end, right) or UP_TO_NOW.search(self.text, start, end + 3):
            return -1 if day > today else 0
        return 1 if day < today else 0


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
