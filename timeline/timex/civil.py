"""Years, months and days of the civil calendar, with what the printed words leave out.

>>> from datetime import date
>>> text = "登山定于4月26日上午举行"
>>> CivilDates(text, date(2025, 4, 22), Context(text)).resolve({"m": 4, "d": 26}, 4, 9).text
'2025-04-26'
"""

from __future__ import annotations

from datetime import date
from typing import Final

from timeline.timex import calendars
from timeline.timex.anchored import distances_from, quarter_from_anchor, season_toward, years_from_anchor
from timeline.timex.compared import last_month_of, same_stretch
from timeline.timex.context import Context
from timeline.timex.governors import Governors
from timeline.timex.months import Months
from timeline.timex.resolved import Found, Resolved, built, nothing, of_day
from timeline.timex.rules.outlook import (
    BESIDE_WHICH,
    COMPARES,
    FIRST_YEAR,
    FIRST_YEAR_LENGTH,
    SESSION,
    USUALLY,
    USUALLY_LENGTH,
)
from timeline.timex.rules.words import valid_day
from timeline.timex.spec import Spec, last_month

_NEAR, _FAR = 90, 180  # days: nearer than the one across New Year, farther than the other in the anchor's own year
_OLD_YEAR, _NEW_YEAR = 11, 3  # from the one month to the other a new year is spoken of
_OF_PART: Final = {"early": 5, "mid": 15, "late": 25, "end": 28}  # the day by which 1月中旬 is near or far
#: So many characters behind an entry of a list the next one stands.
_NEXT_ENTRY: Final = 120
#: A list of days to come turns the year within so many months.
_TURNS_WITHIN: Final = 8
#: So close behind a year 年内 is of it, where no more than 、 parts them.
_SAME_BREATH: Final = 8
#: 我今年68岁。那年…: what begins with this is of no time that is still going on.
_THAT: Final = "那"
_STATED: Final = Found()
_SESSION_SIGN: Final = "年第"
_STATED_FIELDS: Final = frozenset(
    ("y", "m", "d", "part", "approximate", "open_end", "quarter", "half", "season", "season_to", "within")
)


class CivilDates:
    """Resolves what a rule read of years, months and days, against one day as the article's date (None: undated)."""

    def __init__(self, text: str, anchor: date | None, context: Context) -> None:
        self.text = text
        self.anchor = anchor
        self.published = str(anchor)
        self.context = context
        self.months = Months(text, anchor, context)
        self.governors = Governors(text, anchor, context)

    def resolve(self, spec: Spec, start: int, end: int, base: Resolved | None = None) -> Resolved:
        """The value of ``spec``; ``base`` is the left side of a range whose right side it is."""
        if "y" in spec and _STATED_FIELDS.issuperset(spec):
            return built(spec, spec["y"], spec.get("m"), _STATED)
        if "century" in spec:
            sign = "-" if "bc" in spec else ""
            return Resolved(f"{sign}{spec['century'] - 1:02d}XX", part=spec.get("part"), stated=True)
        if "decade" in spec:
            first = spec["decade"] // 10
            text = f"{first:03d}X" if "decade_to" not in spec else f"{first:03d}X/{spec['decade_to'] // 10:03d}X"
            return Resolved(text, part=spec.get("part"), stated=True)
        if "decade_rel" in spec:
            if self.anchor is None:
                return nothing()
            return Resolved(f"{self.anchor.year // 10 + spec['decade_rel']:03d}X", "relative")
        if "span_years" in spec:
            first, last = spec["span_years"]
            return Resolved(f"{first:04d}/{last:04d}", steps=(f"the years {first} to {last}",), stated=True)
        if "quarter_rel" in spec:
            return quarter_from_anchor(self.anchor, spec["quarter_rel"], spec.get("part"))
        if "same_stretch" in spec:
            return same_stretch(self.context, self.anchor, spec["y_rel"], start)
        if spec.get("m_rel") == -1 and (month_before := last_month_of(self.context, self.anchor, spec, start, end)):
            return month_before
        if "years_rel" in spec:
            return years_from_anchor(self.anchor, *spec["years_rel"])
        if "toward" in spec and "season" in spec:
            return season_toward(self.anchor, spec["season"], spec["toward"])
        if "season" in spec and base is None and {"y", "y_rel", "y_ref"}.isdisjoint(spec):
            return nothing()  # 春季多雨 names no year's spring
        month, how = self.months.of(spec, start, end, base)
        if "lunar_year" in spec and "m" in spec and "d" in spec:
            day = calendars.lunar_day(spec["y"], spec["m"], spec["d"])
            return (
                of_day(day, "explicit", f"lunar {spec['y']}-{spec['m']}-{spec['d']}: {day}", True) if day else nothing()
            )
        if month is None and ("m_ref" in spec or "m_rel" in spec or "d" in spec):
            return nothing()
        year, found = self.year(spec, month, start, end, base, how)
        if year is None:
            return self._yearless(spec, month)
        return built(spec, year, month, found)

    def _yearless(self, spec: Spec, month: int | None) -> Resolved:
        if month and "d" in spec and valid_day(month, spec["d"]):
            return Resolved(f"XXXX-{month:02d}-{spec['d']:02d}", "relative")
        if month and "d" not in spec and "scope" not in spec:
            return Resolved(f"XXXX-{month:02d}", "relative", spec.get("part"))
        return nothing()

    # -- the year that nobody wrote ---------------------------------------------------------------------------------

    def year(
        self, spec: Spec, month: int | None, start: int, end: int, base: Resolved | None = None, month_from: str = ""
    ) -> tuple[int | None, Found]:
        """The year of ``spec`` and how it was found."""
        if "y" in spec:
            return spec["y"], Found()
        told = self.context.last
        counted = "prefer_ref" in spec or (spec.get("y_rel", 0) < 0 and self.text[start - 1 : start] in COMPARES)
        ahead = told and self.anchor and told.year > self.anchor.year and not told.printed  # 明年3月停热，比去年多供5天
        if counted and told and told.stated and not ahead and self.context.same_sentence(told, start):
            return told.year + spec["y_rel"], Found("inherited", f"{told.year} {spec['y_rel']:+d} years")
        if "zodiac" in spec or "cycle" in spec:
            return self._year_of_cycle(spec)
        if "y_rel" in spec:
            return self._year_from_anchor(spec)
        if "y_ref" in spec:
            if "counted" in spec:
                if FIRST_YEAR.search(self.text, max(0, start - FIRST_YEAR_LENGTH), start):
                    return None, Found("inherited", stated=False)
                told = self.context.counted_from or told
            elif spec["y_ref"] == 0:  # 通车当年
                told = self.context.day_of(start) or self.governors.as_it_came(told, start)
            origin = base.year if base is not None and base.year else told.year if told else None
            if origin is None or (self.anchor and origin == self.anchor.year and self.text[start] == _THAT):
                return None, Found("inherited", stated=False)
            return origin + spec["y_ref"], Found("inherited", f"{origin} {spec['y_ref']:+d} years")
        if base is not None:
            return _year_after(spec, month, base)
        heading = self.context.heading
        if month_from == "heading" and heading:
            return heading.year, Found(
                "inherited", f"month and year of the heading: {heading.year}-{month:02d}", heading.stated
            )
        before = self.context.last_day if month_from == "day" else self.context.last_month
        if before and before.month and month_from in ("told", "ref", "day"):
            turns = month is not None and (before.month + spec.get("m_ref", 0) > 12 or before.month - month > 6)
            year = before.year + turns
            return year, Found(
                "inherited", f"month and year told before: {before.year}-{before.month:02d}", before.stated
            )
        if not {"quarter", "half"}.isdisjoint(spec) and self.anchor and self._past_figures(spec, start, end):
            return self.anchor.year - 1, Found("relative", f"told as past on {self.anchor}", False)
        if (
            "quarter" in spec
            and self.anchor
            and 3 * spec["quarter"] < self.anchor.month
            and self.text[start - 1 : start] not in BESIDE_WHICH
            and self.context.looks_ahead(start, end)
        ):
            return self.anchor.year + 1, Found("relative", f"still to come on {self.anchor}", False)
        if month_from == "rel" and self.anchor:
            gap = (month or 1) - self.anchor.month
            year = self.anchor.year + (1 if gap < -6 else -1 if gap > 6 else 0)
            return year, Found("relative", f"month of {self.anchor}", False)
        day = spec.get("d") or (_OF_PART.get(spec.get("part", "")) if month else None)
        if "scope" in spec and "part" not in spec and self.anchor and told and told.year > self.anchor.year:
            if told.stated and self.text.find("、", told.end, start) >= 0 and told.end + _SAME_BREATH > start:
                return told.year, Found(
                    "inherited", f"year told right before: {told.year}"
                )  # 2025年一季度动工、年内建成
            return self.anchor.year, Found("relative", f"year of the article's date {self.anchor}", False)  # 年内
        return self.missing_year(month, day, start, end, scoped="scope" in spec, until=last_month(spec))

    def _past_figures(self, spec: Spec, start: int, end: int) -> bool:
        """Whether figures of a quarter or half that has not begun this year are told: they are of the year before."""
        assert self.anchor is not None
        first = 3 * spec["quarter"] - 2 if "quarter" in spec else 6 * spec["half"] - 5
        if first <= self.anchor.month or self.context.looks_ahead(start, end):
            return False
        return self.governors.of(None, None, start, end) is None and self.context.tells_figures(start, end)

    def _year_from_anchor(self, spec: Spec) -> tuple[int | None, Found]:
        if self.anchor is None:
            return None, Found("relative", stated=False)
        year = self.anchor.year + spec["y_rel"]
        if "turning" in spec:
            if _NEW_YEAR < self.anchor.month < _OLD_YEAR:
                return None, Found("relative", stated=False)
            year += self.anchor.month >= _OLD_YEAR
        if spec.get("season") == 24 and spec["y_rel"] == 0 and self.anchor.month <= 3:
            year -= 1  # in January 今冬 is the winter that began in December
        return year, Found("relative", f"{self.anchor.year} {spec['y_rel']:+d} years")

    def _year_of_cycle(self, spec: Spec) -> tuple[int | None, Found]:
        """The lunar year of that name in the cycle, or of that animal, nearest to the anchor or to the year told."""
        origin = self.anchor.year if self.anchor else self.context.last.year if self.context.last else None
        if origin is None:
            return None, Found("relative", stated=False)
        year = calendars.cycle_year(spec.get("cycle", ""), spec.get("zodiac"), origin)
        return year, Found("relative", f"the year of that name nearest to {origin}: {year}")

    def missing_year(
        self,
        month: int | None,
        day: int | None,
        start: int,
        end: int,
        *,
        scoped: bool = False,
        until: int | None = None,
    ) -> tuple[int | None, Found]:
        """The year of a month or month-day without one: from a session's name, from the text, from the anchor.

        ``until`` is the last month of a stretch of them: 前10个月.
        """
        if month and USUALLY.search(self.text, max(0, start - USUALLY_LENGTH), start):
            return None, Found("relative", stated=False)
        if _SESSION_SIGN in self.text[end : end + 16] and (session := SESSION.match(self.text, end)):
            return int(session[1]), Found("inherited", f"year of the session named behind it: {session[1]}")
        governing = self.governors.of(month, day, start, end, until)
        if governing:
            told, why = governing
            year = self.governors.year_of(told, month, day, start, end, until)
            return year, Found("inherited", f"{why}: {told.year}")
        if self.anchor is None:
            last = self.context.last
            if last and last.stated and not scoped and self.context.same_paragraph(last, start):
                return last.year, Found("inherited", f"last year told: {last.year}")
            return None, Found("relative", stated=False)
        if month and until and until > self.anchor.month + 1 and self.context.tells_figures(start, end):
            return self.anchor.year - 1, Found("relative", f"told as past on {self.anchor}", False)
        year, other = self._nearest(month, day, start, end)
        turned = f" {year - self.anchor.year:+d}" if year != self.anchor.year else ""
        return year, Found("relative", f"year of the article's date {self.published}{turned}", False, other)

    def _nearest(self, month: int | None, day: int | None, start: int, end: int) -> tuple[int, int | None]:
        """The year of a month(-day) by the anchor, and the other one that stays possible.

        It is the anchor's own, unless the text clearly looks across New Year.
        """
        assert self.anchor is not None
        own = self.anchor.year
        distances = distances_from(self.anchor, month, day) if month is not None else {}
        # a date so near is of this year whatever the words say
        if month is None or (day and abs(distances[own]) < _NEAR // 2 - 3):
            return own, None
        slack = 0 if day else 16  # a month is compared by its middle
        if self.context.looks_ahead(start, end):
            return (own if distances[own] >= -100 - slack else own + 1), None
        listed = self.context.listed
        best = min(distances, key=lambda year: abs(distances[year]))
        in_list = listed is not None and start - listed.end <= _NEXT_ENTRY and self.context.in_list(start)
        in_list = in_list and not self.context.tells_figures(start, end)
        if listed and listed.month and in_list and abs(distances[best]) >= _NEAR // 2:
            for year in (own - 1, own, own + 1):
                if (year, month) >= (listed.year, listed.month):
                    if year > listed.year and month + 12 - listed.month > _TURNS_WITHIN:
                        break  # 8月17日，…贷款。 7月1日，《办法》施行: prose, and no list of days to come
                    return year, None
        if self.context.looks_back(start, end):
            return (own - 1 if distances[own] > _NEAR + slack else own), None
        if best < own and self._goes_on_ahead(month, start):
            return own, None
        if best != own and abs(distances[best]) < _NEAR + slack and abs(distances[own]) > _FAR and (day or best < own):
            return best, own
        other = min((own - 1, own + 1), key=lambda year: abs(distances[year]))
        return own, other if abs(distances[other]) < _FAR + slack else None

    def _goes_on_ahead(self, month: int, start: int) -> bool:
        """Whether a month goes on with what its paragraph tells of this year's months to come: 四是7月起免费；七是10月办节."""
        told, anchor = self.context.governor, self.anchor
        return (
            told is not None
            and anchor is not None
            and told.year == anchor.year
            and (anchor.month < told.month <= month if told.month else not told.printed)
            and self.context.same_paragraph(told, start)
        )


def _year_after(spec: Spec, month: int | None, base: Resolved) -> tuple[int | None, Found]:
    """The right side of a range: the left side's year, or the next one when the date would lie before it."""
    year = base.year
    if month and base.month and (month, spec.get("d", 31)) < (base.month, base.day.day if base.day else 1):
        year += 1
    return year or None, Found(base.resolution, f"year of the range's beginning: {base.year}", base.stated)
