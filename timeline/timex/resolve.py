"""Gives expressions their values: from themselves, from the article's date, or from what was told before.

>>> from datetime import date
>>> from timeline.timex.expression import Expression
>>> day = Expression(2, 7, {"m": 4, "d": 26}, 2, 4, ("calendar.month",), 7)
>>> Resolver("定于4月26日举行", date(2025, 4, 22)).resolve(day).text
'2025-04-26'
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final, cast

from timeline import edtf
from timeline.timex.asides import is_aside
from timeline.timex.civil import CivilDates
from timeline.timex.context import Context
from timeline.timex.distances import at_same_clock, moved_from
from timeline.timex.expression import Expression
from timeline.timex.hours import day_above, day_meanwhile, day_named, day_told, of_each_day, part_carried
from timeline.timex.listed import Listing
from timeline.timex.named import NamedDays
from timeline.timex.resolved import Resolved, clock_text, moment_of, nothing, of_day, stretch, weekday_checked
from timeline.timex.rules.links import LIST_COMMA
from timeline.timex.rules.outlook import BEGINS_STRETCH, LOOSE_FESTIVAL
from timeline.timex.rules.vague import PRESENT
from timeline.timex.rules.words import AFTERNOON, DAYPARTS, EVENING, NOON, hour_of, is_all
from timeline.timex.spec import MONTH, Spec
from timeline.timex.told import Told


class Resolver:
    """Resolves the expressions of one text in order, against one day as its date (None: not dated).

    ``moment`` is the clock time of that day where it is known.
    """

    def __init__(self, text: str, anchor: date | None, moment: datetime | None = None) -> None:
        self.text = text
        self.context = Context(text)
        self.civil = CivilDates(text, anchor, self.context)
        self.named = NamedDays(self.civil, moment)
        self.moment = moment
        self._day: Resolved | None = None  # what was told last if it is a day: a list may go on with it
        self._list = Listing(self.context)

    def resolve(self, expression: Expression) -> Resolved:
        """The value of the next expression of the text."""
        start, text, right = expression.start, self.text, expression.right
        day, self._day = self._day, None
        if day is not None:
            listed = None
            if right is None and text[start - 1] == LIST_COMMA:
                listed = self._list.going_on(day, expression.spec, start, expression.end)
            if listed is not None:
                self._day = listed
                if not self._list.goes_on():
                    self._remember(expression, listed)
                return listed
            self._list.ended()
        try:
            if right is not None:
                spec = self.civil.months.range_begins(expression.spec, right.spec, start, expression.end)
                if spec is not expression.spec:  # it may be resolved again against another anchor
                    expression = expression.saying(spec)
            value = self._point(expression, None)
            if right is not None and value.text:
                value = self._ranged(right, value)
            elif "open_end" in expression.spec and value.text:
                value.text = f"{value.text.split('/')[0]}/.."
                value.part, value.steps = None, (*value.steps, "open end")
            if value.text is not None:
                value.placed = edtf.parse(value.text)
        except (OverflowError, ValueError):
            return nothing()  # at the edges of the calendar: the year 0, the day before 0001-01-01
        if value.text is None:
            if text[start : start + 2] in PRESENT:
                self.context.present = start
            elif value.type == "SET":
                self.context.habit = expression.end
        elif value.year:
            self._remember(expression, value)
            if value.day is not None and right is None:
                self._day = value
        return value

    def _point(self, expression: Expression, base: Resolved | None) -> Resolved:
        spec, start = expression.spec, expression.start
        if expression.first > _CLOCK_LEVEL:
            if "duration" in spec and "ago" not in spec:
                return nothing("DURATION", spec["duration"])
            if "set_rule" in spec:
                return nothing("SET", recurrence=spec["set_rule"])
            if "vague" in spec or "until_now" in spec:
                return nothing()
        if "moved" in spec:
            day = cast(Spec, {field: of for field, of in spec.items() if field not in _BEHIND_MOVED})
            moved = moved_from(self._point(expression.saying(day), base), *spec["moved"])
            return moved if _OF_DAY.isdisjoint(spec) else self._timed(spec, moved, start, expression.end, base)
        if self.named.feasts.lunar_told and (again := self.named.feasts.again(spec, start)):
            return again if _OF_DAY.isdisjoint(spec) else self._timed(spec, again, start, expression.end, base)
        if _PLAIN.issuperset(spec):  # most expressions: years, months and days as numbers
            return self.civil.resolve(spec, start, expression.end, base)
        value = self.named.resolve(spec, start, expression.end, base)
        if value is None:
            if "d" not in spec and ("hour" in spec or "daypart" in spec):
                return self._timed(
                    spec, self._night_over(spec, start, expression.end, base), start, expression.end, base
                )
            value = self.civil.resolve(spec, start, expression.end, base)
        if "days" in spec and value.day and value.last is None:  # 今明两天, 明天起三天, 春节前一周
            value = stretch(
                value.day,
                value.day + timedelta(spec["days"] - 1),
                value.resolution,
                "; ".join(value.steps),
                value.stated,
            )
        if "hour" in spec or "daypart" in spec:
            value = self._timed(spec, value, start, expression.end, base)
        elif "same_clock" in spec and self.moment is not None:
            value = at_same_clock(value, self.moment)
        elif "same_clock" in spec and value.day is None:
            return nothing()  # 去年此时 is not the whole year
        return weekday_checked(spec, value)

    # -- clock times ------------------------------------------------------------------------------------------------

    def _night_over(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved:
        """The day of a clock time that states none; the small hours behind an evening are of the next day."""
        hour = hour_of(spec["hour"], spec.get("daypart", "")) if "hour" in spec else -1
        value = self._day_told(hour, start, end, base)
        told = self.context.last_day
        small = spec.get("daypart") in ("凌晨", "拂晓") and value.resolution == "inherited" and base is None
        if told and hour == 0 and base is None:  # 跨年夜，万人倒数；零点钟声
            small = value.resolution == "inherited" and not self.context.same_sentence(told, start)
        if small and value.day and told and told.daypart in EVENING:
            return of_day(value.day + timedelta(1), "inherited", f"the night behind {value.day}", value.stated)
        return value

    def _day_told(self, hour: int, start: int, end: int, base: Resolved | None) -> Resolved:
        """The day of a clock time that states none: the other end's, the single day told just before, or the anchor's.

        ``hour`` is on the 24-hour clock, -1 for a part of the day.
        """
        if base is not None and base.day:
            value = of_day(base.day, base.resolution, "", base.stated)
            value.steps = base.steps
            return value
        if (named := day_named(self.context, start)) and named.day:
            return of_day(named.day, "inherited", f"day of that name: {named.day}", named.stated)
        told = day_told(self.context, start)
        if self.context.comes_round(told, start):
            return nothing("SET")
        if told and told.one_of and self.context.same_paragraph(told, start):
            return nothing()  # 6月18日、19日（9:00—16:00）: the hours of each of them
        if hour >= 0 and of_each_day(self.context, told, start, end):
            return nothing("SET")
        meanwhile, during = day_meanwhile(self.context, told, start)
        if during and during.day:
            return of_day(during.day, "inherited", f"day of what is told: {during.day}", during.stated)
        if meanwhile:
            return nothing("SET")
        if told and told.day and told.single and self.context.same_paragraph(told, start):
            return of_day(told.day, "inherited", f"day told before: {told.day}", told.stated)
        if above := day_above(self.context, told, self.civil.anchor, hour, start, end):
            day, stated = above
            return of_day(day, "inherited", f"day told above: {day}", stated)
        if self.civil.anchor is not None and (self.moment is not None or is_all(self.text, start, end)):
            return of_day(self.civil.anchor, "relative", f"the article's date {self.civil.anchor}")
        return nothing()

    def _timed(self, spec: Spec, day: Resolved, start: int, end: int, base: Resolved | None) -> Resolved:
        daypart = spec.get("daypart", "")
        if "hour" not in spec or ("loose_hour" in spec and daypart and "minute" not in spec):
            # 早上六点多: the part of the day is what is known
            alone = base is None and not spec.keys() - {"daypart", "approximate", "loose_hour"}
            if day.text is None or (alone and self.moment is None and not self.context.goes_on(daypart, start, end)):
                return nothing("TIME")  # 晚上 alone is no stated day
            day.part, day.daypart, day.type = DAYPARTS.get(daypart) or None, daypart, "TIME"
            if daypart == _MIDDAY and day.day and day.last in (None, day.day):
                day.text, day.hour = f"{day.day}T12:00", 12
            return day
        if day.day is None:
            return nothing("SET" if day.type == "SET" else "TIME")
        if day.last not in (None, day.day):  # 今明两天晚上7点: the hour of each of them
            day.steps = (*day.steps, f"at {spec['hour']}:{spec.get('minute', 0):02d} of each day")
            return day
        carried = daypart or (
            part_carried(self.context, spec["hour"], start, base) if _OWN_DAY.isdisjoint(spec) else ""
        )
        moment = datetime(day.day.year, day.day.month, day.day.day)
        moment += timedelta(
            hours=hour_of(spec["hour"], carried),
            minutes=spec.get("minute", 0) + spec.get("zone", 0),
            seconds=spec.get("second", 0),
        )
        day.text, day.part, day.hour = clock_text(moment), None, moment.hour
        day.daypart, day.type = carried, "TIME"
        return day

    # -- ranges -----------------------------------------------------------------------------------------------------

    def _ranged(self, right_side: Expression, left: Resolved) -> Resolved:
        """The stretch from ``left`` to the right side, which takes over what it leaves out."""
        right = self._point(right_side, left)
        if right.text is None or left.text is None:
            return nothing()
        left.steps = (*left.steps, *right.steps)
        _at_noon(left, right)
        _at_noon(right, left)
        if right.text <= left.text and right.day and right.day == left.day and right.hour is not None:
            over_noon = left.hour is not None and left.hour <= 12 and left.hour < right.hour + 12
            over_noon = over_noon and right.daypart in ("", left.daypart) and left.daypart not in AFTERNOON
            later = timedelta(hours=12) if over_noon else timedelta(1)  # 11点到1点
            right.text = clock_text(datetime.fromisoformat(right.text) + later)
        if left.text == right.text:  # 25日凌晨至上午
            left.part = left.part if left.part == right.part else None
            return left
        end = right.text.split("/")[-1]
        if left.day and right.part == "end" and right.month is None:  # 6月20日至年底: to the last day of it
            end = f"{right.year:04d}-12-31"
        text = f"{left.text.split('/')[0]}/{end}"
        if "XXXX" in text:
            return nothing()
        try:
            edtf.parse(text)
        except edtf.EdtfError:
            left.warning = f"{text} ends before it begins"
            return left
        left.part = left.alternative = None
        left.type = "TIME" if left.hour is not None and right.hour is not None else "DATE"
        left.text, left.last = text, right.last or right.day or left.day
        return left

    def _takes_over(self, value: Resolved) -> bool:
        """Whether the year of a value was taken over from one printed before it."""
        before = self.context.governor
        return value.resolution == "inherited" and before is not None and before.printed and before.year == value.year

    def _remember(self, expression: Expression, value: Resolved) -> None:
        spec, text = expression.spec, self.text
        aside = is_aside(text, expression)
        if value.day and value.last and value.last != value.day and not aside:
            self.context.stretch, self.context.stretch_end = (value.day, value.last), expression.end
        if expression.right is not None and value.day is None and value.month is None:
            return  # 2011—2015年 governs no month-day behind it
        told = Told(
            value.year,
            value.month,
            value.day,
            expression.start,
            expression.end,
            value.stated or value.resolution == "explicit",
            "y" in spec or value.resolution == "explicit" or self._takes_over(value),
            value.last in (None, value.day) and text[expression.end : expression.end + 2] not in BEGINS_STRETCH,
            value.daypart,
            spec.get("d_ref", 0),
            spec.get("y_ref", 0),
            aside,
            "m" in spec,
            moment_of(value),
            "festival" in spec,
        )
        if value.day is None and expression.last == MONTH:
            told.months, told.quarter, told.season = value.text or "", spec.get("quarter", 0), spec.get("season", 0)
        told.ends_year = value.month is None and value.part == "end"
        if "festival" in spec and text[expression.end : expression.end + 1] in LOOSE_FESTIVAL:
            # 春节过后 names no day that 第二天 could count from, but a year: 春节前装修，3月底前开馆; 2024年春节前后…；同年8月
            if not aside and self.civil.anchor and value.year > self.civil.anchor.year:
                self.context.governor = told
            if not told.printed:
                return
            told.day = told.month = None
        self.context.record(told)


_OF_DAY: Final = frozenset(("hour", "daypart"))
_BEHIND_MOVED: Final = frozenset(("moved", "hour", "minute", "second", "daypart"))
_OWN_DAY: Final = frozenset(("d", "d_rel", "d_ref", "weekday", "lunar_day"))
_CLOCK_LEVEL: Final = 6
_MIDDAY: Final = "正午"
_PLAIN: Final = frozenset(("y", "m", "d", "part", "approximate", "open_end"))


def _at_noon(end: Resolved, other: Resolved) -> None:
    """中午至15时, 9时至中午: noon is an hour beside an hour."""
    if end.hour is None and other.hour is not None and end.day is not None and end.daypart in NOON:
        end.text, end.hour = f"{end.day}T12:00", 12
