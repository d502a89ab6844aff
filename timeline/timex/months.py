"""The month that a date leaves out: from the other end of its range, from the text, a heading, its weekday, the anchor.

>>> text = "26日（星期六）"
>>> Months(text, date(2025, 4, 22), Context(text)).of({"d": 26, "check_weekday": 6}, 0, 3, None)
(4, 'rel')
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Final

from timeline import edtf
from timeline.timex.context import Context
from timeline.timex.resolved import Resolved
from timeline.timex.rules.outlook import ANNOUNCES, BEGINS, BY_THEN, REPORTER, SPOKEN_DAY, WIRE, announces
from timeline.timex.rules.words import is_all
from timeline.timex.spec import Spec
from timeline.timex.told import Told

#: So few days behind the one told a bare day is of the next month.
_ACROSS: Final = 10
_SAYS_WHICH: Final = frozenset(
    ("y", "m", "m_rel", "m_ref", "d_rel", "d_ref", "lunar_month", "lunar_day", "check_weekday")
)

#: So many days back lies what is told as news; so near the anchor a day told in full is the one that its bare day means.
_NEWS, _CURRENT = 3, 45
#: 去年11月间: no day of such a month follows.
_ABOUT_MONTH: Final = ("间",)
#: So many days ahead of the anchor a day told with its month is too far off to be what a bare day near the anchor is near.
_FAR_AHEAD: Final = 90

#: So many days ahead a bare day may lie and still be of this month: in a clause that tells the past, and in any other.
_LATELY, _SOON = 3, 8


class Months:
    """Finds the months of the dates of one text, against one day as its date (None: undated)."""

    def __init__(self, text: str, anchor: date | None, context: Context) -> None:
        self.text = text
        self.anchor = anchor
        self.context = context

    def of(self, spec: Spec, start: int, end: int, base: Resolved | None) -> tuple[int | None, str]:
        """The month and where it was taken from: "", ``rel`` (anchor), ``ref``, ``told`` (the month told last), ``day``
        (the day told last), ``heading``, ``base``."""
        if "m" in spec:
            return spec["m"], ""
        if "m_rel" in spec:
            if self.anchor is None:
                return None, ""
            return edtf.add_months(self.anchor.year, self.anchor.month, spec["m_rel"])[1], "rel"
        told = self.context.last_month
        if "m_ref" in spec:
            if base is None and spec["m_ref"] > 0 and self.context.comes_round(told, start):
                return None, ""  # 每月25日结算，次月5日发放
            if base is not None and base.month:
                return edtf.add_months(base.year, base.month, spec["m_ref"])[1], "base"
            if "y_rel" in spec and self.anchor and not (told and told.month):
                return edtf.add_months(self.anchor.year, self.anchor.month, spec["m_ref"])[1], "rel"  # 去年同月
            return (
                (edtf.add_months(told.year, told.month, spec["m_ref"])[1], "ref") if told and told.month else (None, "")
            )
        if spec.get("scope") == "month" and base is not None and base.month:
            return base.month, "base"
        if spec.get("scope") == "month":
            if told and told.month and (self._told_with(told, start) or self._long_over(told, start)):
                return told.month, "told"
            return (self.anchor.month, "rel") if self.anchor else (None, "")
        if "d" in spec and "y" not in spec:
            return self._month_of_day(spec, start, end, base)
        return None, ""

    def _told_with(self, told: Told, start: int) -> bool:
        """Whether a month, and no day of it, was told in the same sentence: 1949年6月县城解放，月底."""
        return told.day is None and self.context.same_sentence(told, start)

    def _long_over(self, told: Told, start: int) -> bool:
        """Whether what is told of happened years ago: 1949年6月12日，县城解放；月底，学校复课."""
        return self.anchor is not None and told.year < self.anchor.year - 1 and self.context.same_paragraph(told, start)

    def _month_of_day(self, spec: Spec, start: int, end: int, base: Resolved | None) -> tuple[int | None, str]:
        """The month of a bare 26日: from the other end of a range, from the sentence, or the anchor's."""
        day = spec["d"]
        if base is not None and base.month:
            if base.day and day < base.day.day:
                return edtf.add_months(base.year, base.month, 1)[1], "base"
            return base.month, "base"
        told, text = self.context.last_month, self.text
        if told and self._announces_another(told, day, start, end):
            return self.anchor.month if self.anchor else None, "rel"
        if told and told.day and told.feast and self.anchor:
            return self._about(
                told.day, self.anchor, day
            ), "rel"  # “五一”快到了，文旅局28日晒出清单; 元旦照开，31日封路
        apart = told and (text[told.end : told.end + 1] in _ABOUT_MONTH or not self.context.same_sentence(told, start))
        if told and apart and (month := self._anew(told, spec, end)):
            return month, "rel"
        reporter = text[max(0, start - 2) : start] in REPORTER or text[end : end + 1] in WIRE
        if told and (month := self._of_stretch(told, day, start)):
            return month, "told"
        if (
            told
            and told.month
            and not reporter
            and (
                self.context.same_sentence(told, start)
                or (self.context.same_paragraph(told, start) and not self.context.looks_back(start, end))
            )
        ):
            return self._goes_on(told, day, start, end), "told"
        if (last := self.context.last_day) and last.day and not reporter and self._is_near(last.day, day):
            return last.day.month, "day"
        heading = self.context.heading
        if heading and heading.month and self.context.in_list(start):
            return heading.month, "heading"  # 2012年8月, and below it 1日, 24日
        if self.anchor is None:
            return (told.month, "told") if told and told.month else (None, "")
        if (weekday := spec.get("check_weekday")) and (month := self._nearest_month(day, weekday)):
            return month, "rel"
        if is_all(text, start, end):
            return self.anchor.month, "rel"
        ahead = self.context.looks_ahead(start, end)
        spoken = SPOKEN_DAY in text[start:end] and not self.context.looks_back(start, end)
        if spoken and text[end : end + 2].startswith(BY_THEN):
            spoken, ahead = False, True
        if (spoken or text[end : end + 1] in BEGINS) and not ahead and (month := self._nearest_month(day)):
            return month, "rel"
        past = _LATELY if self.context.looks_back(start, end) else _SOON
        if not ahead and day - self.anchor.day > past:
            return edtf.add_months(self.anchor.year, self.anchor.month, -1)[1], "rel"
        if ahead and self.anchor.day - day > 3:
            return edtf.add_months(self.anchor.year, self.anchor.month, 1)[1], "rel"
        return self.anchor.month, "rel"

    def _about(self, feast: date, anchor: date, day: int) -> int:
        """The month whose ``day`` is nearest to a feast told or to the anchor."""
        near = [*self._in_months(feast, day, (0, 1, -1)), *self._in_months(anchor, day, (0, 1, -1))]
        return min(near, key=lambda each: min(abs((each - feast).days), abs((each - anchor).days))).month

    def _anew(self, told: Told, spec: Spec, end: int) -> int | None:
        """The month of a bare day that goes on with nothing told in a sentence before it.

        So does one whose printed weekday fits another month, the day of a report, and a day told in full already, behind
        what is told of another year: 9月12日，老厂开炉。……她2021年1月病逝。12日中午.
        """
        if self.anchor is None or told.month is None:
            return None
        day = spec["d"]
        if weekday := spec.get("check_weekday"):
            fits = any(
                each.isoweekday() == weekday for each in self._in_months(date(told.year, told.month, 1), day, (0,))
            )
            return None if fits else self._nearest_month(day, weekday)
        since = self.anchor.day - day
        if told.start < self.context.present and (told.year, told.month) > (self.anchor.year, self.anchor.month):
            return self.anchor.month if since < _LATELY or self.context.looks_back(end, end) else None
        if 0 <= since <= _NEWS and (announces(self.text, end) or (told.day is None and told.year < self.anchor.year)):
            return self.anchor.month
        if told.year == self.anchor.year:
            return None
        days = (each.day for each in reversed(self.context.days) if each.day and each.day.day == day)
        return next((each.month for each in days if abs((each - self.anchor).days) <= _CURRENT), None)

    def _of_stretch(self, told: Told, day: int, start: int) -> int | None:
        """The month of a day with which a stretch begins or ends that a nearer day was told behind.

        6月8日至10日比赛，报名5月17日截止。10日决赛.
        """
        stretch = self.context.stretch
        if stretch is None or told.day is None or not day < told.day.day or stretch[0] <= told.day:
            return None
        if not self.context.same_paragraph(told, start):
            return None
        return next((each.month for each in stretch if each.day == day), None)

    def _goes_on(self, told: Told, day: int, start: int, end: int) -> int | None:
        """The month of a bare day in a sentence or paragraph that told of a month.

        It is the same one, unless the day goes on across its end: 4月30日…。4日.
        """
        if told.day is None or day >= told.day.day:
            return told.month
        behind = next(iter(self._in_months(told.day, day, (1,))), told.day)
        far = self.anchor is not None and behind > self.anchor and self.context.looks_back(start, end)
        if self.anchor is not None and told.day < behind and 0 <= (self.anchor - behind).days <= _NEWS:
            return behind.month  # 10月25日换完，15日晚压力不足, told on 16 November
        return behind.month if 0 < (behind - told.day).days <= _ACROSS and not far else told.month

    def _announces_another(self, told: Told, day: int, start: int, end: int) -> bool:
        """Whether a day soon after the anchor is announced in another sentence than one of long ago: 5月1日进港。…活动16日举办."""
        if self.anchor is None or told.day is None or (self.anchor - told.day).days <= 14:
            return False
        if not 0 <= day - self.anchor.day <= 21 or self.context.same_sentence(told, start):
            return False
        return ANNOUNCES.search(self.text, *self.context.clause(start, end)) is not None

    def _is_near(self, told: date, day: int) -> bool:
        """Whether that day of the month told stands within a week of it, and of what is not over: 13日至18日…。17日起封路."""
        if self.anchor is None or not 0 <= (told - self.anchor).days <= _FAR_AHEAD or abs(day - told.day) > 7:
            return False
        return (told.year, told.month, day) >= (self.anchor.year, self.anchor.month, self.anchor.day)

    def _nearest_month(self, day: int, weekday: int | None = None) -> int | None:
        """The month whose ``day`` is nearest to the anchor, among the one before, its own and the next.

        With a ``weekday`` it is one in which the day has that weekday; None where no such month is.
        """
        assert self.anchor is not None
        near = self._in_months(self.anchor, day, (0, 1, -1))
        return self._nearest([each for each in near if weekday is None or each.isoweekday() == weekday])

    def _in_months(self, origin: date, day: int, shifts: Iterable[int]) -> list[date]:
        """That day of the month of ``origin`` moved by each of ``shifts``, where the month has such a day."""
        months = [edtf.add_months(origin.year, origin.month, shift) for shift in shifts]
        return [date(year, month, day) for year, month in months if day <= monthrange(year, month)[1]]

    def _nearest(self, days: list[date]) -> int | None:
        """The month of the one of ``days`` that is nearest to the anchor; the first of two as near."""
        anchor = self.anchor
        assert anchor is not None
        return min(days, key=lambda each: abs((each - anchor).days)).month if days else None

    def range_begins(self, left: Spec, right: Spec, start: int, end: int) -> Spec:
        """``left`` with the month that the right side of its range gives it: 30日至5月2日, 29日至1日, 28日至下月3日.

        A month is told by which one it lasts to, as figures of months that are over are of the year before: 1—11月.
        """
        if "m" in right and left.keys() == {"m"} and right.keys() == {"m"}:
            return {**left, "until_m": right["m"]}
        if "d" not in left or "d" not in right:
            return left
        turns = left["d"] > right["d"]
        if "y" in right and "m" in left and "m" in right and "y" not in left:  # 12月3日至2026年1月5日
            return {**left, "y": right["y"] - ((left["m"], left["d"]) > (right["m"], right["d"]))}
        if left.keys() & _SAYS_WHICH:
            return left
        if "m" in right:
            return {**left, "m": (right["m"] - 1 - turns) % 12 + 1}
        if "m_rel" in right:
            return {**left, "m_rel": right["m_rel"] - turns}
        if turns and self.anchor and not self.context.last_month and not right.keys() & _SAYS_WHICH:
            shifts = (-1,) if self.context.looks_back(start, end) else (0, -1)
            if month := self._nearest(self._in_months(self.anchor, left["d"], shifts)):
                return {**left, "m": month}
        return left
