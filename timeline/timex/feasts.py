"""Festivals, solar terms and the traditional calendar: 春节, 国庆假期首日, 下个中秋节, 正月十五, 初三.

>>> from datetime import date
>>> from timeline.timex.context import Context
>>> civil = CivilDates("元宵节", date(2025, 1, 22), Context("元宵节"))
>>> Feasts(civil).festival({"festival": "lantern"}, 0, None).text
'2025-02-12'
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from timeline.timex import calendars
from timeline.timex.civil import CivilDates
from timeline.timex.resolved import Found, Resolved, nothing, of_day, stretch
from timeline.timex.rules.outlook import GENERALLY, JUST_OVER
from timeline.timex.spec import Spec
from timeline.timex.told import Told

_PASSED: Final = "过去的"  # 刚过去的春节假期
#: 去年是正月初七: what stands between a year and a day of it.
_IS: Final = "是"
#: A year with these is where something begins that still comes round: 2019年起，正月十五办灯会.
_SINCE: Final = frozenset("起以来开至后")
_TERM: Final = "term:"
_HOLIDAYS: Final = frozenset(("holiday", "until_festival"))
#: A feast up to this month is of a winter; so many days behind it the next one is the nearer.
_WINTER, _LONG_OVER = 3, 200
#: A day of the traditional calendar so near is of the anchor's own year.
_FAR: Final = 260
#: Days from a feast to the anchor's day where the next one may be meant as well as the last.
_MIDWAY: Final = range(105, 261)
_YEARS: Final = frozenset(("y", "y_rel", "y_ref", "cycle", "zodiac"))


class Feasts:
    """Resolves named days of the year; years that they leave out are found as for civil dates."""

    def __init__(self, civil: CivilDates) -> None:
        self.civil = civil
        self.text = civil.text
        self.anchor = civil.anchor
        self.context = civil.context
        self.lunar_told: tuple[int, int] | None = None

    def _year(self, spec: Spec, month: int, day: int, start: int) -> tuple[int | None, Found]:
        if not _YEARS.isdisjoint(spec):
            return self.civil.year(spec, month, start, start)
        return self.civil.missing_year(month, day, start, start)

    def festival(self, spec: Spec, start: int, base: Resolved | None, *, said: bool = False) -> Resolved:
        """The day of a festival; one ``said`` at a moment is to come where this year's still is."""
        name = spec["festival"]
        sample = calendars.festival_day(name, self.anchor.year if self.anchor else 2020)
        year, found = self._year(spec, sample.month if sample else 1, sample.day if sample else 1, start)
        if base is not None and base.day and _YEARS.isdisjoint(spec):
            year = base.day.year  # the right side of a range lies behind its left side: 国庆到元旦
            behind = calendars.festival_day(name, year)
            year += behind is not None and behind <= base.day
        if said and self.anchor and year == self.anchor.year - 1 and found.resolution == "relative":
            year += _YEARS.isdisjoint(spec) and not self.context.looks_back(start, start)
        if base is None and sample and self._is_next(sample, year, found, start):
            year, found = sample.year + 1, Found("relative", f"the next one behind {self.anchor}", False)
        toward = -1 if self.text[start - len(_PASSED) : start] == _PASSED else spec.get("toward")
        if not toward and found.resolution == "relative" and _YEARS.isdisjoint(spec) and self._just_over(start):
            toward = -1
        if name.startswith(_TERM) and not toward and _YEARS.isdisjoint(spec) and self._generally(start):
            return nothing()
        if toward and self.anchor:
            year = _year_toward(name, self.anchor, toward)
        day = calendars.festival_day(name, year) if year else None
        if day is None or year is None:
            return nothing()
        step = f"{found.step}; festival {name} of {year}: {day}".lstrip("; ")
        if "near_weekday" in spec:
            day = _weekday_near(day, *spec["near_weekday"])
            return of_day(day, found.resolution, f"{step}; the weekday beside it", found.stated)
        if _HOLIDAYS.isdisjoint(spec):
            value = of_day(day + timedelta(spec.get("shift", 0)), found.resolution, step, found.stated)
            if base is None and not toward and found.resolution == "relative" and _YEARS.isdisjoint(spec):
                value.alternative = self._other_year(name, day, start)
            return value
        first, last = calendars.holiday_span(name, year) or (day, day)
        if "until_festival" in spec:
            end = calendars.festival_day(spec["until_festival"], year)
            last = (calendars.holiday_span(spec["until_festival"], year) or (end, end))[1] or last
        if "of_holiday" in spec:
            skip, until = spec["of_holiday"]
            self.context.stretch, self.context.stretch_end = (first, last), start
            length = (last - first).days + 1
            first, last = first + timedelta(skip % length), first + timedelta(until % length)
        if "workday" in spec:
            step += f"; workday {spec['workday']} after {last}"
            return of_day(calendars.workday_after(last, spec["workday"]), found.resolution, step, found.stated)
        return stretch(first, last, found.resolution, f"{step}; days off {first} to {last}", found.stated)

    def _just_over(self, start: int) -> bool:
        """Whether what was done as soon as a feast was over is told: 春节一过，挖掘机就进了场."""
        over = JUST_OVER.match(self.text, start)
        return over is not None and self.context.looks_back(over.end(), over.end())

    def _is_next(self, day: date, year: int | None, found: Found, start: int) -> bool:
        """Whether a feast of this winter is long over and the next one near: 春节期间加开列车, said in autumn."""
        if self.anchor is None or year != day.year or found.stated or found.resolution != "relative":
            return False
        if day.month > _WINTER or (self.anchor - day).days < _LONG_OVER:
            return False
        return not (self.context.looks_back(start, start) or self.context.tells_figures(start, start))

    def _other_year(self, name: str, day: date, start: int) -> str | None:
        """The feast of the year before or behind where it is as far and no word says which: 除夕, said in June."""
        if self.anchor is None or abs((day - self.anchor).days) not in _MIDWAY:
            return None
        other = calendars.festival_day(name, day.year + (1 if self.anchor > day else -1))
        if other is None or abs((other - self.anchor).days) not in _MIDWAY:
            return None
        said = self.context.looks_ahead(start, start) or self.context.looks_back(start, start)
        return None if said else other.isoformat()

    def _generally(self, start: int) -> bool:
        """Whether what is done by a term is told as done every year: 秋油得赶在霜降前压榨."""
        return GENERALLY.search(self.text, *self.context.clause(start, start)) is not None

    def lunar(self, spec: Spec, start: int, base: Resolved | None) -> Resolved:
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
        if day and self.anchor and day > self.anchor and spec.get("y_rel", 0) < 0:  # 去年腊月廿八, said in January
            day = calendars.lunar_day(year - 1, month, spec["lunar_day"])
        if day is None:
            return nothing()
        self.lunar_told = year, month
        step = f"{found.step}; lunar {year}-{month}-{spec['lunar_day']}: {day}".lstrip("; ")
        return of_day(day, found.resolution, step, found.stated)

    def _lunar_year(self, spec: Spec, month: int, start: int, base: Resolved | None) -> tuple[int | None, Found]:
        """The lunar year: stated, by its name in the cycle, the range's, the text's, or the one nearest to the anchor."""
        if not _YEARS.isdisjoint(spec):
            return self.civil.year(spec, abs(month), start, start)
        of_year = self.context.last
        if of_year and of_year.stated and of_year.month is None and self.text[of_year.end : start] == _IS:
            return of_year.year, Found("inherited", f"year told right before: {of_year.year}")
        if of_year and self._long_ago(of_year, start):
            return of_year.year, Found("inherited", f"year told in the same sentence: {of_year.year}")
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
        elif self.context.tells_figures(start, start):  # 正月初七最多，达9.8万人次
            known = {y: distance for y, distance in known.items() if distance <= 0} or known
        if not known:
            return None, Found("relative", stated=False)
        year = min(known, key=lambda y: (abs(known[y]) if known[y] >= 0 else abs(known[y]) * 2, y))
        own = known.get(near.year, _FAR)
        if base is None and abs(month) < 11 and (-_LONG_OVER if abs(month) <= 2 else -_FAR) < own < _FAR:
            year = near.year
        return year, Found("relative", f"lunar year nearest to {near}: {year}", told is not None and near == told.day)

    def _long_ago(self, told: Told, start: int) -> bool:
        """Whether a year of long ago, and no month of it, is what is told of: 1994年那个冬天，腊月廿三还在出摊."""
        if self.anchor is None or not told.stated or told.month or told.year >= self.anchor.year - 1:
            return False
        return self.text[told.end : told.end + 1] not in _SINCE and self.context.same_sentence(told, start)

    def again(self, spec: Spec, start: int) -> Resolved | None:
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


def _year_toward(name: str, anchor: date, toward: int) -> int:
    """The year of the last festival before the anchor's day (-1), or of the next one behind it (1)."""
    day = calendars.festival_day(name, anchor.year)
    passed = day is not None and (day < anchor if toward < 0 else day <= anchor)
    return anchor.year - (not passed) if toward < 0 else anchor.year + passed


def _weekday_near(day: date, side: int, weekday: int) -> date:
    """The nearest day of that weekday before (-1) or behind (1) a festival."""
    away = (weekday - day.isoweekday()) * side % 7 or 7
    return day + timedelta(side * away)
