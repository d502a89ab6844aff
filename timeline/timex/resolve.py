"""Gives expressions their dates: from themselves, from the article's date, or from what was told before.

>>> from datetime import date
>>> resolver = Resolver("登山定于4月26日上午举行", date(2025, 4, 22))
>>> resolver.civil({"m": 4, "d": 26}, 4, 9).text
'2025-04-26'
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from timeline import edtf
from timeline.timex import calendars
from timeline.timex.compose import Expression
from timeline.timex.context import Context, Told, looks_ahead, looks_back
from timeline.timex.rules.words import DAYPARTS, valid_day
from timeline.timex.spec import Spec

_AFTERNOON = {"下午", "午后", "傍晚", "晚上", "晚间", "晚", "夜间", "夜里", "夜晚", "深夜", "午夜", "入夜", "夜", "晚上"}
_NEAR, _FAR = 90, 180  # days: nearer than the one across New Year, farther than the other in the anchor's own year


@dataclass(slots=True)
class Resolved:
    """The value of an expression: an EDTF text (None for no place on the calendar), and how it was found."""

    text: str | None
    resolution: str = "explicit"
    part: str | None = None
    anchor: str = ""
    steps: tuple[str, ...] = ()
    year: int = 0
    month: int | None = None
    day: date | None = None
    hour: int | None = None
    minute: int = 0
    daypart: str = ""
    stated: bool = False
    type: str = "DATE"
    duration: str = ""
    alternative: str | None = None
    warning: str = ""
    last: date | None = field(default=None)  # of a stretch of days: its last day


_NOTHING = Resolved(None)


class Resolver:
    """Resolves the expressions of one text in order, against one day as its date (None: not dated)."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.anchor = anchor
        self.context = Context(text)

    def resolve(self, expression: Expression) -> Resolved:
        """The value of the next expression of the text."""
        value = self._point(expression, None)
        if expression.right is not None and value.text:
            value = self._ranged(expression, value)
        elif "open_end" in expression.spec and value.text:
            value = replace(value, text=f"{value.text}/..", steps=(*value.steps, "open end"))
        self._remember(expression, value)
        return value

    # -- points ---------------------------------------------------------------------------------------------------

    def _point(self, expression: Expression, base: Resolved | None) -> Resolved:
        spec = expression.spec
        start, end = expression.start, expression.end
        if "vague" in spec or "until_now" in spec:
            return _NOTHING
        if "set_rule" in spec:
            return replace(_NOTHING, type="SET")
        if "duration" in spec:
            return replace(_NOTHING, type="DURATION", duration=spec["duration"])
        if "ago" in spec:
            return self._distance(spec, start)
        day = self._day(spec, start, end, base)
        if day is None:
            if "hour" in spec or "daypart" in spec:
                return self._timed(spec, self._day_told(start, base), start, base)
            return self.civil(spec, start, end, base)
        return self._checked(spec, self._timed(spec, day, start, base))

    def _day(self, spec: Spec, start: int, end: int, base: Resolved | None) -> Resolved | None:
        """A value to the day (or None when the spec is of another sort): each branch knows one way to say a day."""
        if "festival" in spec:
            return self._festival(spec, start)
        if "lunar_month" in spec or "lunar_day" in spec:
            return self._lunar(spec, start, base)
        if "d_ref" in spec:
            told = self.context.day_meant(start, again=spec["d_ref"] > 0)
            if told is None or told.day is None:
                return _NOTHING
            return self._of_day(told.day + timedelta(spec["d_ref"]), "inherited", told.stated, f"{told.day} {spec['d_ref']:+d} days")
        if "d_rel" in spec:
            if self.anchor is None:
                return _NOTHING
            return self._of_day(self.anchor + timedelta(spec["d_rel"]), "relative", False, f"{self.anchor} {spec['d_rel']:+d} days")
        if "week_rel" in spec or "weekday" in spec or "weekend" in spec:
            return self._week(spec, start, end)
        if "d" in spec:
            return self.civil(spec, start, end, base)
        return None

    def _of_day(self, day: date, resolution: str, stated: bool, step: str, **more: str) -> Resolved:
        anchor = "article date" if resolution == "relative" else "text"
        return Resolved(day.isoformat(), resolution, None, anchor, (step,), day.year, day.month, day, stated=stated, **more)  # type: ignore[arg-type]

    def _week(self, spec: Spec, start: int, end: int) -> Resolved:
        if self.anchor is None:
            return _NOTHING
        monday = self.anchor - timedelta(self.anchor.weekday())
        shift = spec.get("week_rel")
        if shift is None:
            # A bare 周六 is a date only where a time of day or a verb of appointment makes it one; opening hours are none.
            dated = "hour" in spec or "daypart" in spec or self.text[max(0, start - 1) : start] in "于在定到至"
            if not dated and not ("weekend" in spec and looks_ahead(self.text, start, end)):
                return replace(_NOTHING, type="SET")
            shift = 0
            if "weekday" in spec and monday + timedelta(spec["weekday"] - 1) < self.anchor and looks_ahead(self.text, start, end):
                shift = 1
        first = monday + timedelta(7 * shift)
        step = f"week of {self.anchor} {shift:+d}"
        if "weekday" in spec:
            return self._of_day(first + timedelta(spec["weekday"] - 1), "relative", False, step)
        if "weekend" in spec:
            return self._stretch(first + timedelta(5), first + timedelta(6), "relative", step)
        return self._stretch(first, first + timedelta(6), "relative", step)

    def _stretch(self, first: date, last: date, resolution: str, step: str, stated: bool = False) -> Resolved:
        text = first.isoformat() if first == last else f"{first}/{last}"
        anchor = "article date" if resolution == "relative" else "text" if resolution == "inherited" else ""
        return Resolved(text, resolution, None, anchor, (step,), first.year, first.month, first, stated=stated, last=last)

    def _checked(self, spec: Spec, value: Resolved) -> Resolved:
        wanted = spec.get("check_weekday") or (spec.get("weekday") if "d" in spec else None)
        if wanted is None or value.day is None or value.day.isoweekday() == wanted:
            return value
        return replace(value, warning=f"the printed weekday is {wanted}, but {value.day} is {value.day.isoweekday()}")

    # -- civil dates ----------------------------------------------------------------------------------------------

    def civil(self, spec: Spec, start: int, end: int, base: Resolved | None = None) -> Resolved:
        """Years, months, days and their parts; what is missing comes from ``base``, the text or the anchor."""
        if "century" in spec:
            return Resolved(f"{spec['century'] - 1:02d}XX", part=spec.get("part"), stated=True)
        if "decade" in spec:
            return Resolved(f"{spec['decade'] // 10:03d}X", part=spec.get("part"), stated=True)
        if "span_years" in spec:
            first, last = spec["span_years"]
            return Resolved(f"{first}/{last}", steps=(f"five-year plan {first} to {last}",), stated=True)
        if "season" in spec and not {"y", "y_rel", "y_ref"} & spec.keys():
            return _NOTHING  # 春季多雨 names no year's spring
        month, month_how = self._month(spec, start, end, base)
        year, how = self._year(spec, month, start, end, base, month_how)
        if year is None:
            if month and "d" in spec and valid_day(month, spec["d"]):
                return Resolved(f"XXXX-{month:02d}-{spec['d']:02d}", "relative")
            return Resolved(f"XXXX-{month:02d}", "relative", spec.get("part")) if month and "d" not in spec else _NOTHING
        return self._built(spec, year, month, how)

    def _built(self, spec: Spec, year: int, month: int | None, how: tuple[str, str, bool]) -> Resolved:
        resolution, step, stated = how
        anchor = {"relative": "article date", "inherited": "text"}.get(resolution, "")
        part = spec.get("part")
        common = {"resolution": resolution, "anchor": anchor, "steps": (step,) if step else (), "year": year, "stated": stated}
        if "bc" in spec:
            return Resolved(f"{year:05d}", steps=("before the common era: year 1 BC is 0000",), stated=True)
        if "d" in spec:
            try:
                day = date(year, month or 0, spec["d"])
            except ValueError:
                return _NOTHING
            return Resolved(day.isoformat(), month=day.month, day=day, part=part, **common)  # type: ignore[arg-type]
        if month:
            return Resolved(f"{year:04d}-{month:02d}", month=month, part=part, **common)  # type: ignore[arg-type]
        for unit, code in (("quarter", 32), ("half", 39), ("season", 0)):
            if unit in spec:
                return Resolved(f"{year:04d}-{code + spec[unit]:02d}", part=part, **common)  # type: ignore[literal-required, arg-type]
        if "months" in spec:
            first, last = spec["months"]
            return Resolved(f"{year:04d}-{first:02d}/{year:04d}-{last:02d}", **common)  # type: ignore[arg-type]
        return Resolved(f"{year:04d}", part=part, **common)  # type: ignore[arg-type]

    def _month(self, spec: Spec, start: int, end: int, base: Resolved | None) -> tuple[int | None, str]:
        if "m" in spec:
            return spec["m"], ""
        if "m_rel" in spec:
            return (edtf.add_months(self.anchor.year, self.anchor.month, spec["m_rel"])[1], "rel") if self.anchor else (None, "")
        told = self.context.last_month
        if "m_ref" in spec:
            return (edtf.add_months(told.year, told.month, spec["m_ref"])[1], "ref") if told and told.month else (None, "")
        if spec.get("scope") == "month":
            if told and told.month and self.context.same_sentence(told, start) and not told.day:
                return told.month, "told"
            return (self.anchor.month, "rel") if self.anchor else (None, "")
        if "d" in spec and "y" not in spec:
            return self._month_of_day(spec["d"], start, end, base)
        return None, ""

    def _month_of_day(self, day: int, start: int, end: int, base: Resolved | None) -> tuple[int | None, str]:
        """The month of a bare 26日: from the other end of a range, from the sentence, or the anchor's."""
        if base is not None and base.month:
            if base.day and day < base.day.day:
                return edtf.add_months(base.year, base.month, 1)[1], "base"
            return base.month, "base"
        told, text = self.context.last_month, self.text
        reporter = text[max(0, start - 2) : start] in ("记者", "网讯") or text[end : end + 1] in ("电", "讯")
        if told and told.month and not reporter and (
            self.context.same_sentence(told, start)
            or (self.context.same_paragraph(told, start) and not looks_back(text, start, end))
        ):
            return told.month, "told"
        if self.anchor is None:
            return (told.month, "told") if told and told.month else (None, "")
        ahead = looks_ahead(text, start, end)
        if day - self.anchor.day > (20 if ahead else 3) and not ahead:
            return edtf.add_months(self.anchor.year, self.anchor.month, -1)[1], "rel"
        if ahead and self.anchor.day - day > 3:
            return edtf.add_months(self.anchor.year, self.anchor.month, 1)[1], "rel"
        return self.anchor.month, "rel"

    # -- the year that nobody wrote ---------------------------------------------------------------------------------

    def _year(
        self, spec: Spec, month: int | None, start: int, end: int, base: Resolved | None, month_how: str
    ) -> tuple[int | None, tuple[str, str, bool]]:
        """The year, and (resolution, step in words, whether the text states it)."""
        if "y" in spec:
            return spec["y"], ("explicit", "", True)
        if "y_rel" in spec:
            if self.anchor is None:
                return None, ("relative", "", False)
            return self.anchor.year + spec["y_rel"], ("relative", f"{self.anchor.year} {spec['y_rel']:+d} years", True)
        told = self.context.last
        if "y_ref" in spec:
            return (told.year + spec["y_ref"], ("inherited", f"{told.year} {spec['y_ref']:+d} years", True)) if told else (None, ("inherited", "", False))
        if base is not None:
            return self._year_after(spec, month, base)
        told = self.context.last_month
        if told and ("m_ref" in spec or month_how in ("told", "ref")) and told.month:
            year = told.year + (1 if "m_ref" in spec and month is not None and told.month + spec["m_ref"] > 12 else 0)
            return year, ("inherited", f"month and year of what was told before: {told.year}-{told.month:02d}", told.stated)
        if month_how == "rel" and self.anchor:
            return self._anchor_month_year(month or 1), ("relative", f"month of {self.anchor}", False)
        return self._year_missing(spec, month, start, end)

    def _anchor_month_year(self, month: int) -> int:
        assert self.anchor is not None
        gap = month - self.anchor.month
        return self.anchor.year + (1 if gap < -6 else -1 if gap > 6 else 0)

    def _year_after(self, spec: Spec, month: int | None, base: Resolved) -> tuple[int | None, tuple[str, str, bool]]:
        """The right side of a range: the left side's year, or the next one when the date would lie before it."""
        year = base.year
        if month and base.month and (month, spec.get("d", 31)) < (base.month, base.day.day if base.day else 1):
            year += 1
        if not year:
            return None, (base.resolution, "", False)
        return year, (base.resolution, f"year of the range's beginning: {base.year}", base.stated)

    def _year_missing(
        self, spec: Spec, month: int | None, start: int, end: int
    ) -> tuple[int | None, tuple[str, str, bool]]:
        context = self.context
        if ahead := self._session_year(end):
            return ahead, ("inherited", f"year of the session named behind it: {ahead}", True)
        for told, why in self._governing(month, start):
            year = told.year
            if told.month and month and month + 12 - told.month <= 4 and month < told.month:
                turned = self._within(date(year + 1, month, min(spec.get("d", 1), 28)), start, end)
                year += turned
            return year, ("inherited", f"{why}: {told.year}", True)
        if self.anchor is None:
            if context.last and context.last.stated and "scope" not in spec:
                return context.last.year, ("inherited", f"last year told: {context.last.year}", True)
            return None, ("relative", "", False)
        year = self._nearest(month, spec.get("d"), start, end)
        return year, ("relative", f"year of the article's date {self.anchor}" + (f" {year - self.anchor.year:+d}" if year != self.anchor.year else ""), False)

    def _within(self, candidate: date, start: int, end: int) -> int:
        """1 when a date of the next year may be meant: it is not after an anchor that lies behind, unless announced."""
        if self.anchor is None or candidate <= self.anchor or looks_ahead(self.text, start, end):
            return 1
        return 1 if (candidate - self.anchor).days < _FAR else 0

    def _session_year(self, end: int) -> int | None:
        """The year in “11月12日在市政府2012年第15次会议上”: a session that is named by its year was held in it."""
        import re

        match = re.compile(r"[^，。；\n]{0,10}?([12][0-9]{3})年第[0-9一二三四五六七八九十]{1,3}[次届]").match(self.text, end)
        return int(match[1]) if match else None

    def _governing(self, month: int | None, start: int) -> list[tuple[Told, str]]:
        """What in the text may govern an expression without a year, nearest first; only the first counts."""
        context, told = self.context, self.context.last
        if told and told.stated and context.same_sentence(told, start):
            return [(told, "year told in the same sentence")]
        if told and self.anchor and told.year != self.anchor.year and context.same_sentence(told, start):
            return [(told, "year of the date before it")]
        if context.heading and context.heading.stated and not (told and told.start > context.heading.end and told.year != context.heading.year and context.same_paragraph(told, start)):
            return [(context.heading, "year of the heading")]
        if told and told.stated:
            if context.same_paragraph(told, start):
                return [(told, "year told in the same paragraph")]
            if month and told.month == month:
                return [(told, "same month told before with its year")]
        return []

    def _nearest(self, month: int | None, day: int | None, start: int, end: int) -> int:
        """The year of a month(-day) by the anchor: its own, unless the text clearly looks across New Year."""
        assert self.anchor is not None
        own = self.anchor.year
        if month is None:
            return own
        distances = {}
        for year in (own - 1, own, own + 1):
            last = min(day or 15, 28 if month == 2 else 30)
            distances[year] = (date(year, month, last) - self.anchor).days
        best = min(distances, key=lambda year: abs(distances[year]))
        ahead = looks_ahead(self.text, start, end)
        listed = self.context.listed
        if listed and listed.month and self.context.in_list(start) and abs(distances[best]) >= _NEAR // 2:
            for year in (own - 1, own, own + 1):
                if (year, month) >= (listed.year, listed.month):
                    return year
        if best != own and abs(distances[best]) < _NEAR and abs(distances[own]) > _FAR and (day or ahead):
            return best
        if ahead and distances[own] < -60:
            return own + 1
        if distances[own] > _FAR + _NEAR and not ahead and looks_back(self.text, start, end):
            return own - 1
        return own

    # -- festivals, lunar days, distances ---------------------------------------------------------------------------

    def _festival_year(self, spec: Spec, month: int, day: int, start: int) -> tuple[int | None, tuple[str, str, bool]]:
        if any(key in spec for key in ("y", "y_rel", "y_ref")):
            return self._year(spec, month, start, start, None, "")
        return self._year_missing({"d": day}, month, start, start)

    def _festival(self, spec: Spec, start: int) -> Resolved:
        name = spec["festival"]
        sample = calendars.festival_day(name, self.anchor.year if self.anchor else 2020)
        year, (resolution, step, stated) = self._festival_year(spec, sample.month if sample else 1, sample.day if sample else 1, start)
        day = calendars.festival_day(name, year) if year else None
        if day is None or year is None:
            return _NOTHING
        step = f"{step}; festival {name} of {year}: {day}".lstrip("; ")
        if "holiday" in spec:
            span = calendars.holiday_span(name, year)
            first, last = span or (day, day)
            if "workday" in spec:
                return self._of_day(calendars.workday_after(last, spec["workday"]), resolution, stated, f"{step}; workday {spec['workday']} after {last}")
            return self._stretch(first, last, resolution, f"{step}; days off {first} to {last}", stated)
        return self._of_day(day + timedelta(spec.get("shift", 0)), resolution, stated, step)

    def _lunar(self, spec: Spec, start: int, base: Resolved | None) -> Resolved:
        month = spec.get("lunar_month")
        if month is None:
            return self._lunar_continued(spec["lunar_day"], start, base)
        year, (resolution, step, stated) = self._festival_year(spec, min(abs(month) + 1, 12), 15, start) if base is None else (base.year, (base.resolution, "", base.stated))
        if year is None:
            return _NOTHING
        lunar_year = year - 1 if abs(month) >= 11 and "y" not in spec and (self.anchor is None or self.anchor.month < 6) else year
        if "lunar_day" not in spec:
            span = calendars.lunar_month(lunar_year, month)
            return self._stretch(*span, resolution, f"{step}; lunar month {month} of {lunar_year}", stated) if span else _NOTHING
        day = calendars.lunar_day(lunar_year, month, spec["lunar_day"])
        if day is None:
            return _NOTHING
        return self._of_day(day, resolution, stated, f"{step}; lunar {lunar_year}-{month}-{spec['lunar_day']}: {day}".lstrip("; "))

    def _lunar_continued(self, lunar_day: int, start: int, base: Resolved | None) -> Resolved:
        """初三 alone: in the lunar month of what stands before it, or of the New Year nearest to the anchor."""
        near = base.day if base else self.context.last_day.day if self.context.last_day else self.anchor
        if near is None:
            return _NOTHING
        for year in (near.year, near.year - 1, near.year + 1):
            first = calendars.lunar_day(year, 1, 1)
            if first and abs((first - near).days) < 45:
                return self._of_day(first + timedelta(lunar_day - 1), "relative", False, f"first lunar month of {year}")
        return _NOTHING

    def _distance(self, spec: Spec, start: int) -> Resolved:
        count, unit = spec["ago"]
        told = self.context.last_day or self.context.last
        from_text = "ago_ref" in spec and told is not None and self.context.same_paragraph(told, start)
        if from_text and told is not None:
            origin, resolution = told.day or date(told.year, told.month or 1, 1), "inherited"
        elif self.anchor is not None:
            origin, resolution = self.anchor, "relative"
        else:
            return _NOTHING
        step = f"{origin} {count:+d} {unit}s"
        try:
            if unit == "year":
                return Resolved(f"{origin.year + count:04d}", resolution, None, "", (step,), origin.year + count, stated=True) if 0 < origin.year + count < 9999 else _NOTHING
            if unit in ("month", "quarter"):
                year, month = edtf.add_months(origin.year, origin.month, count * (3 if unit == "quarter" else 1))
                return Resolved(f"{year:04d}-{month:02d}", resolution, None, "", (step,), year, month)
            if unit in ("day", "week"):
                return self._of_day(origin + timedelta(count * (7 if unit == "week" else 1)), resolution, False, step)
        except (ValueError, OverflowError):
            return _NOTHING
        return replace(_NOTHING, type="TIME")

    # -- clock times ------------------------------------------------------------------------------------------------

    def _day_told(self, start: int, base: Resolved | None) -> Resolved:
        """The day of a clock time that states none: the other end's, or the single day told just before."""
        if base is not None and base.day:
            return replace(base, text=base.day.isoformat(), hour=None, minute=0, part=None)
        told = self.context.last_day
        if told and told.day and told.single and self.context.same_paragraph(told, start):
            return Resolved(told.day.isoformat(), "inherited", None, "text", (f"day told before: {told.day}",), told.year, told.month, told.day, stated=told.stated)
        return _NOTHING

    def _timed(self, spec: Spec, day: Resolved, start: int, base: Resolved | None) -> Resolved:
        daypart = spec.get("daypart", "")
        if "hour" not in spec:
            if not daypart:
                return day
            if day.text is None or (base is None and set(spec) <= {"daypart", "approximate"}):
                return replace(_NOTHING, type="TIME")  # 晚上 alone is no stated day
            return replace(day, part=DAYPARTS[daypart] or None, daypart=daypart, type="TIME")
        if day.day is None or day.last not in (None, day.day):
            return replace(_NOTHING, type="TIME")
        carried = daypart or self._carried(spec["hour"], start, base)
        hour = spec["hour"]
        if (carried in _AFTERNOON and hour < 12) or (carried in ("中午", "午间") and hour < 3):
            hour += 12
        if "approximate" in spec and daypart and "minute" not in spec:  # 早上六点多: the part of the day is what is known
            return replace(day, part=DAYPARTS[daypart] or None, daypart=daypart, type="TIME")
        if carried in ("晚", "晚上", "深夜", "午夜", "夜间") and spec["hour"] == 12:
            hour = 24
        moment = datetime(day.day.year, day.day.month, day.day.day) + timedelta(hours=hour, minutes=spec.get("minute", 0))
        return replace(
            day, text=moment.strftime("%Y-%m-%dT%H:%M"), part=None, hour=hour, minute=spec.get("minute", 0), daypart=carried, type="TIME"
        )

    def _carried(self, hour: int, start: int, base: Resolved | None) -> str:
        """The part of day that 6:40 takes over from 当晚6:30 before it."""
        if base is not None:
            return base.daypart if base.hour is None or hour < 12 and hour + 12 >= base.hour else ""
        told = self.context.last_day
        if told and told.daypart in _AFTERNOON and hour < 12 and self.context.same_sentence(told, start):
            return told.daypart
        return ""

    # -- ranges -----------------------------------------------------------------------------------------------------

    def _ranged(self, expression: Expression, left: Resolved) -> Resolved:
        assert expression.right is not None
        right = self._point(expression.right, left)
        if right.text is None or left.text is None:
            return _NOTHING
        if right.hour is not None and left.hour is not None and right.text <= left.text and right.day == left.day and right.day:
            right = replace(right, text=(datetime.fromisoformat(right.text) + timedelta(1)).strftime("%Y-%m-%dT%H:%M"))
        steps = (*left.steps, *right.steps)
        if left.text == right.text:  # 25日凌晨至上午
            return replace(left, part=left.part if left.part == right.part else None, steps=steps)
        first, last = left.text.split("/")[0], right.text.split("/")[-1]
        kind = "TIME" if "TIME" in (left.type, right.type) and left.hour is not None else "DATE"
        if first.startswith("XXXX") or last.startswith("XXXX"):
            return _NOTHING
        text = f"{first}/{last}"
        try:
            edtf.parse(text)
        except edtf.EdtfError:
            return replace(left, warning=f"{text} ends before it begins", steps=steps)
        return replace(left, text=text, part=None, steps=steps, type=kind, last=right.last or right.day or left.day)

    def _remember(self, expression: Expression, value: Resolved) -> None:
        if value.text is None or not value.year:
            return
        if "festival" in expression.spec and self.text[expression.end : expression.end + 1] in ("过", "后", "前"):
            return  # 春节过后 names no day that 第二天 could count from
        if expression.right is not None and value.day is None and value.month is None:
            return  # 2011—2015年 governs no month-day behind it
        self.context.record(
            Told(
                value.year,
                value.month,
                value.day,
                expression.start,
                expression.end,
                value.stated or value.resolution == "explicit",
                value.last in (None, value.day),
                value.daypart,
                expression.spec.get("d_ref", 0),
            )
        )
