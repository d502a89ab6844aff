"""Which year told before governs a date without one, and which is no more than background to it.

>>> text = "2022年出台的旧办法废止，7月15日起受理"
>>> Governors(text, date(2025, 6, 27), Context(text)).of(7, 15, 12, 17) is None
True
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from timeline.timex.context import Context
from timeline.timex.rules.outlook import (
    DUE,
    FOUNDED,
    NEXT_YEAR,
    OCCASION_ENDS,
    PART_ENDS,
    PLAN_DROPPED,
    PLAN_LENGTH,
    THIS_TIME,
    WILL,
)
from timeline.timex.told import Told

#: Days from the article's date: so near a date is current, so far ahead it is still of this year beside a later one.
_CURRENT, _AHEAD = 45, 90
#: So many days back is still about the article's date, beside what is told of the next year.
_LATELY: Final = 30
#: A year so far back is no background to what is told today, but its subject: 1949年的10月.
_LONG_AGO: Final = 10
#: So many days past is what is told as news of the day.
_JUST_PAST: Final = 15
#: So many days past it is so whatever was told before it.
_THE_OTHER_DAY: Final = 3
#: A month that ended so many months ago is the last one that figures are told of.
_FIGURES_LAG: Final = 2
#: So many days ahead of the anchor no date turns into the next year unannounced.
_FAR: Final = 180
#: With this sign ends a year of business: 下一年度.
_OF_BUSINESS: Final = "度"
#: So far ahead of a date is the next year looked for that its paragraph tells.
_PARAGRAPH_AHEAD: Final = 160
#: Behind this stands the last day that was counted, so many days ago at most where it is of this year.
_COUNTED_UP_TO, _COUNTED = frozenset(("截至", "截止", "至到", "止到")), 120

#: With these goes on what is told of the end of a year: 去年底才动工, 去年底，合同签订.
_GOES_ON: Final = frozenset("才就又刚，,")


class Governors:
    """Asks what was told before a date without a year, against one day as the article's date (None: not dated)."""

    def __init__(self, text: str, anchor: date | None, context: Context) -> None:
        self.text = text
        self.anchor = anchor
        self.context = context

    def of(
        self, month: int | None, day: int | None, start: int, end: int, until: int | None = None
    ) -> tuple[Told, str] | None:
        """What in the text governs a month or month-day at ``[start, end)``, and why; None where nothing does.

        ``until`` is the last month of a stretch of months.
        """
        told = self._before(month, day, start, until)
        if told and told[0] is not self.context.heading and self._over_by_now(told[0], start, end):
            return None
        return told

    def as_it_came(self, told: Told | None, start: int) -> Told | None:
        """What was told before a month planned in another sentence, as that came to nothing: 原定2022年10月通车….当年7月."""
        if told is None or not told.aside or told.day or told.month is None or self.context.same_sentence(told, start):
            return told
        planned = PLAN_DROPPED.search(self.text, max(0, told.start - PLAN_LENGTH), told.start)
        return self.context.governor if planned and self.context.governor else told

    def year_of(self, told: Told, month: int | None, day: int | None, start: int, end: int, until: int | None) -> int:
        """The year of a date that ``told`` governs: its own, or the next one where what is told goes on into that."""
        year = told.year
        if told.quarter and until and self._quarter_behind(told, until):
            year += 1  # 去年四季度增长3%，一季度增长5%
        elif told.month and month and month < told.month and self._due(start, end):
            year += 1  # 去年12月27日批复，须在6月27日前完成
        elif month and told.ends_year and self._behind_its_end(told, month):
            year += 1  # 去年底才追加预算，8月又要求展延
        elif told.month and month and month < told.month and month + 12 - told.month <= 4:
            year += self._turns_year(date(year + 1, month, min(day or 1, 28)), start, end)
        return year

    def _quarter_behind(self, told: Told, until: int) -> bool:
        """Whether a quarter is the first or second behind one of last year's, and has begun."""
        if self.anchor is None or told.year != self.anchor.year - 1 or until % 3:
            return False
        return until // 3 + 4 - told.quarter <= 2 and until - 2 <= self.anchor.month

    def _behind_its_end(self, told: Told, month: int) -> bool:
        """Whether a month up to the anchor's goes on behind the end of last year, and not up to it: 去年底前, 去年末余额."""
        if self.anchor is None or told.year != self.anchor.year - 1 or month > self.anchor.month:
            return False
        return self.text[told.end : told.end + 1] in _GOES_ON

    def _due(self, start: int, end: int) -> bool:
        """Whether the clause tells by when something must be done."""
        return DUE.search(self.text, *self.context.clause(start, end)) is not None

    def _turns_year(self, candidate: date, start: int, end: int) -> int:
        """1 when the next year is meant: not when it would lie ahead of an anchor without being announced."""
        if self.anchor is None or candidate <= self.anchor or self.context.looks_ahead(start, end):
            return 1
        return 1 if (candidate - self.anchor).days < _FAR else 0

    def _over_by_now(self, told: Told, start: int, end: int) -> bool:
        """Whether what is still to come can't be of the year told: 2022年开工…，将于12月底通车 on a page of 2025."""
        if self.anchor is None or told.year >= self.anchor.year:
            return False
        left, right = self.context.clause(start, end)
        if self.text.endswith(OCCASION_ENDS, left, right):
            right = self.context.clause(right + 1, right + 1)[1]
        return WILL.search(self.text, left, right) is not None

    def _before(self, month: int | None, day: int | None, start: int, until: int | None) -> tuple[Told, str] | None:
        """What told before governs, as far as the words round the date itself do not say otherwise."""
        context, told, heading = self.context, self.context.governor, self.context.heading
        if (last := context.last) and last.aside and last.printed and last.day and day:
            behind = last.day + timedelta(1)
            if (behind.month, behind.day) == (month, day):
                return last, "the day behind the one told"
        if (
            told
            and heading
            and heading.end < told.start
            and not told.printed
            and PART_ENDS.search(self.text, told.end, start)
        ):
            return heading, "year of the heading"  # 2025年⏎1月开工，计划明年6月完工；7月通车
        if told and context.same_sentence(told, start):
            if self._before_its_end(told, month, day):
                return None  # 持续至明年1月4日，分三个阶段：12月6日至14日
            if self._of_what_is_named(told, month, day, start):
                return None  # 2026年春运火车票12月4日开售
            if told.stated:
                return told, "year told in the same sentence"
            if self.anchor and told.year != self.anchor.year:
                return told, "year of the date before it"
        if heading and heading.stated:
            later = told is not None and told.start > heading.end and told.year != heading.year
            if not (later and told and context.same_paragraph(told, start)):
                return heading, "year of the heading"
        if told and month and told.season == (month + 60) // 3 and context.same_paragraph(told, start):
            return told, "year of the season told before"  # 最难的是去年夏天。6月到8月
        if told and month and self._goes_on_next_year(told, month, start):
            return told, "year of the date before it"
        if told and told.stated:
            if context.same_paragraph(told, start) and not self._background(told, month, day, start, until):
                return told, "year told in the same paragraph"
            if month and told.month == month and not self._is_current(told, month, day):
                return told, "same month told before with its year"
            if told.month and month and month >= told.month and self._before_the_next(told, start):
                return told, "year told before, and behind it the next one"
        return None

    def _before_the_next(self, told: Told, start: int) -> bool:
        """Whether a paragraph goes on to tell the year behind the one told: 2022年4月动议。⏎9月6日进场。…2023年春节停工."""
        if self.anchor is None or told.year >= self.anchor.year:
            return False
        following = NEXT_YEAR.match(self.text, start, start + _PARAGRAPH_AHEAD)
        return following is not None and int(following[1]) == told.year + 1

    def _before_its_end(self, told: Told, month: int | None, day: int | None) -> bool:
        """Whether a date lies between the anchor and an early day of the next year that was told before it."""
        if self.anchor is None or told.year != self.anchor.year + 1 or not told.month or not month:
            return False
        own = date(self.anchor.year, month, min(day or 28, 28))
        return told.month <= 3 and month - told.month > 6 and (own - self.anchor).days > -_LATELY

    def _of_what_is_named(self, told: Told, month: int | None, day: int | None, start: int) -> bool:
        """Whether a later year only names what is told of on a day about the article's own.

        So does 下一年度 before a day of this year that is to come (下一年度预算编制启动，9月1日前报送), and any before a month
        in which something was done: 2027年预算编制已于9月启动.
        """
        if self.anchor is None or told.month or told.year <= self.anchor.year or not month:
            return False
        if not day:
            return month <= self.anchor.month and self.context.looks_back(start, start)
        ahead = (date(self.anchor.year, month, min(day, 28)) - self.anchor).days
        return -_LATELY <= ahead <= (_FAR if self.text[told.end - 1] == _OF_BUSINESS else _CURRENT)

    def _background(self, told: Told, month: int | None, day: int | None, start: int, until: int | None) -> bool:
        """Whether the year told is no more than background to a date in another sentence.

        So are 明年 before a date of this year, and 2020年迁入新馆 inside a paragraph before a day that is near.
        """
        if self.anchor is None:
            return False
        if told.year == self.anchor.year:  # 2022年预期增长8%。12月用电量
            lately = month is not None and day is None and month - self.anchor.month >= 12 - _FIGURES_LAG
            return lately and self.context.tells_figures(start, start)
        if not told.printed and self.context.quoted(told, start):
            return True  # “去年来晚了。”3月1日一早
        if told.year < self.anchor.year and self._of_now(told, start, month):
            return True
        if told.start < self.context.present and told.year < self.anchor.year:
            return True  # 2010年获批地理标志。目前年产120吨。9月12日
        own = date(self.anchor.year, month or 12, min(day or 28, 28))
        if told.year > self.anchor.year:
            return self._before_what_is_to_come(told, month, own, start, until)
        if self.text[max(0, start - 2) : start] in _COUNTED_UP_TO and 0 <= (self.anchor - own).days <= _COUNTED:
            return True  # 2020年，中心挂牌。截至6月底
        if told.year == self.anchor.year - 1 and self._lately_counted(month, day, start, until):
            return True  # 去年9月获评…。前10个月产值
        turned = bool(told.month and month and month < told.month and told.year == self.anchor.year - 1)
        if turned and self.context.last is told and not self.context.looks_back(start, start):
            return True  # 2020年12月1日以后购买的可补报。…5月底前兑付
        if self._is_founding(told, month, day, start):
            return True  # 老粮仓建于1967年。9月，修缮动工
        if not month or not day:
            return False
        past = (self.anchor - own).days
        if 0 <= past <= _THE_OTHER_DAY:
            return True
        if 0 <= past < _CURRENT and told.day and (month, day) < (told.month, told.day.day):
            return True  # 以2019年10月31日为基准日。5月15日第一次拍卖
        if past > 0:
            own = date(self.anchor.year + 1, month, min(day, 28))
        near = (own - self.anchor).days < _CURRENT
        if told.month:  # 2025年7月1日以后…；2月20日前重新签约; 去年9月封顶。…1月20日通车
            again = own.year > self.anchor.year and not told.printed and not told.day
            return near and (again or (told.day is not None and (month, day) < (told.month, told.day.day)))
        line_start = self.context.line_start(told.start)
        if line_start is not None and not self.text[line_start : told.start].strip():
            return False  # 2020年，…: it opens its paragraph and heads what follows
        return near or 0 < past <= _JUST_PAST  # 2021年产值14.2亿元；截至11月5日

    def _is_founding(self, told: Told, month: int | None, day: int | None, start: int) -> bool:
        """Whether a year is when something was founded, and a month behind it the one that has just been or begun."""
        if self.anchor is None or month is None or day or told.month or not told.printed:
            return False
        if not 0 <= self.anchor.month - month <= _FIGURES_LAG or self._before_the_next(told, start):
            return False
        return told.year < self.anchor.year - 1 and self.text.endswith(FOUNDED, 0, told.start)

    def _of_now(self, told: Told, start: int, month: int | None) -> bool:
        """Whether a date is of the article's year by its clause, 本届报名9月3日截止, or as one speaks of it: “9月才上糖”."""
        if THIS_TIME.search(self.text, self.context.clause(start, start)[0], start):
            return True
        assert self.anchor is not None
        said = month is not None and not told.printed and told.year >= self.anchor.year - _LONG_AGO
        said = said and self.text.find("“", told.end, start) >= 0
        return said and self.text.rfind("“", told.end, start) > self.text.rfind("”", told.end, start)

    def _lately_counted(self, month: int | None, day: int | None, start: int, until: int | None) -> bool:
        """Whether months up to the last ones are told of, or a month with figures: 2023年末…；1至2月，同比增长."""
        assert self.anchor is not None
        if until is None and month and day is None and self.context.tells_figures(start, start):
            until = month
        return until is not None and 0 <= self.anchor.month - until <= _FIGURES_LAG

    def _before_what_is_to_come(self, told: Told, month: int | None, own: date, start: int, until: int | None) -> bool:
        """Whether a date behind one of a later year is of the article's own: 2023年1月1日起实施。…11月16日召开."""
        assert self.anchor is not None
        if not told.printed:  # 部署明年工作。一季度实现开门红
            over = until is not None and self.anchor.month - until >= 12 - 2 * _FIGURES_LAG
            return not over or self.context.looks_back(start, start)
        if month is None and told.month and told.year > self.anchor.year + 1:
            return True  # 计划2027年8月投用。下半年，全县还将
        if month is None:  # 执行至2021年8月31日。银行上半年放贷
            return until is not None and until <= self.anchor.month and not self.context.looks_ahead(start, start)
        distance = (own - self.anchor).days
        if not told.month:  # 预计2018年结果。…清明前后防冻
            return distance > -2 * _CURRENT
        return distance > -_CURRENT and (distance < _AHEAD or told.year > self.anchor.year + 1)

    def _is_current(self, told: Told, month: int, day: int | None) -> bool:
        """Whether a date lies about the article's own, and the year told not so far back that it is what is told of."""
        if self.anchor is None or told.year < self.anchor.year - _LONG_AGO:
            return False
        return abs((date(self.anchor.year, month, min(day or 15, 28)) - self.anchor).days) <= _CURRENT

    def _goes_on_next_year(self, told: Told, month: int, start: int) -> bool:
        """Whether a date goes on from one of next year in its paragraph: 3月5日将摇号，次日选房。3月31日前签约."""
        if self.anchor is None or told.printed or not told.month or told.year != self.anchor.year + 1:
            return False
        if told.stated and (self.anchor.month - month < _FIGURES_LAG or self.context.looks_back(start, start)):
            return False  # of 明年3月 only what is long over this year: 5月 in December
        return 0 <= month - told.month <= 3 and self.context.same_paragraph(told, start)
