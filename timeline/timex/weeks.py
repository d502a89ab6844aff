"""Weeks, weekdays and weekends: 本周, 下周一, 上周末, a bare 周六 or 双休日, 第18周.

>>> text = "下周一"
>>> Weeks(CivilDates(text, date(2025, 4, 22), Context(text))).of({"week_rel": 1, "weekday": 1}, 0, 3, None).text
'2025-04-28'
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from timeline.timex.civil import CivilDates
from timeline.timex.context import Context
from timeline.timex.nth import nth_of
from timeline.timex.resolved import Resolved, nothing, of_day, stretch
from timeline.timex.rules.outlook import (
    APPOINTED,
    BEHIND_OPENING,
    BESIDE_LENGTH,
    BESIDE_WORKDAYS,
    CLAUSE_ENDS,
    DOES,
    FORECAST,
    FORETOLD,
    HABIT,
    OVER,
    PASSED,
    REGULARLY,
    REPORTED,
    SPOKEN,
    UP_TO_NOW,
    WEEKDAYS_ALONE,
)
from timeline.timex.rules.words import is_all
from timeline.timex.spec import Spec

__all__ = ["CivilDates", "Context", "Weeks"]

_SPEAKER: Final = 5  # characters: so near stands who has it in mind
_FEW: Final = 24  # characters: more can't be weekdays alone
_WEEKS_NEAR: Final = 200  # characters: so far behind a week of a year another one is of that year
_FORECAST_NEAR: Final = 240  # characters: so near weather is foretold


class Weeks:
    """Resolves weeks and their days, of one text against one day as the article's date."""

    def __init__(self, civil: CivilDates, moment: datetime | None = None) -> None:
        self.moment = moment
        self.text = civil.text
        self.anchor = civil.anchor
        self.context = civil.context

    def numbered(self, spec: Spec, start: int) -> Resolved:
        """第18周: of the year of which a week was told in the paragraph, or of the moment's; no week of another count."""
        year, told_until = self.context.weeks
        near = 0 <= start - told_until <= _WEEKS_NEAR and "\n" not in self.text[told_until:start]
        if not near:
            if self.moment is None:
                return nothing()
            year = self.moment.year
        monday, sunday = nth_of(date(year, 1, 1), date(year, 12, 31), spec) or (None, None)
        if monday is None or sunday is None:
            return nothing()
        return stretch(monday, sunday, "inherited" if near else "relative", f"week {spec['nth']} of {year}")

    def of(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved:
        """The value of a week, a weekday or a weekend."""
        if base is not None and base.day and "week_rel" not in spec and "weekday" in spec:  # 下周一到周五
            day = base.day + timedelta((spec["weekday"] - base.day.isoweekday()) % 7 or 7)
            return of_day(day, base.resolution, f"the weekday behind {base.day}", base.stated)
        if self.anchor is None:
            return nothing()
        monday = self.anchor - timedelta(self.anchor.weekday())
        shift = spec.get("week_rel")
        if shift is None:
            shift = self._bare(spec, monday, start, end)
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

    def _bare(self, spec: Spec, monday: date, start: int, end: int) -> int | None:
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
        appointed = appointed or text[max(0, start - 2) : start] in FORETOLD
        if not (
            (("hour" in spec or "daypart" in spec) and not self._regular(start, end))
            or appointed
            or SPOKEN.search(text, max(0, start - _SPEAKER), end + _SPEAKER)
            or ("weekend" in spec and (self.context.looks_ahead(start, end) or self._in_forecast(start, end)))
        ):
            return None
        if "weekday" not in spec:
            return 0
        day = monday + timedelta(spec["weekday"] - 1)
        ahead = self.context.looks_ahead(start, end)
        if day > self.anchor and not ahead and (reported or self.context.looks_back(start, end)):
            return -1  # 周日上午，…完成了: told as past, and this week's is still to come
        return 1 if ahead and day < self.anchor else 0

    def _in_forecast(self, start: int, end: int) -> bool:
        """Whether a weekend opens a clause of a forecast: 4日起回暖。……双休日，红叶正当时."""
        text = self.text
        if start and text[start - 1] not in CLAUSE_ENDS and text[start - 1] != "\n":
            return False
        if text[end : end + 1] not in BEHIND_OPENING or self.context.looks_back(start, end):
            return False
        return FORECAST.search(text, max(0, start - _FORECAST_NEAR), start) is not None

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
