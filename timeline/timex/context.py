"""What the text has told so far, and what it says of past and future round an expression.

>>> Context("论坛将于1月5日举行").looks_ahead(4, 8)
True
"""

from __future__ import annotations

from collections import deque
from datetime import date
from itertools import islice
from typing import Final

from timeline.timex.rules.links import LIST_COMMA
from timeline.timex.rules.outlook import (
    BEGINS,
    BEHIND_CLAUSE,
    CLAUSE_ENDS,
    FIGURES,
    FUTURE,
    HABIT,
    HEAD_SIGN,
    HEADS,
    HEADS_LENGTH,
    INTRODUCES,
    INTRODUCES_LENGTH,
    LABEL_LENGTH,
    LASTS_INTO,
    LISTED,
    OCCASION,
    PAST,
    PROGRAMME_COLON,
    PROGRAMME_STEP,
    SENTENCE,
    TO_LAST_BREAK,
    UNTIL,
    WEATHER,
    announces,
    is_label,
)
from timeline.timex.rules.words import is_later
from timeline.timex.told import Told

#: Characters behind a day in which what happens on it is named.
_SAID_OF_DAY: Final = 24
#: No sentence and no paragraph is followed farther.
_SENTENCE, _PARAGRAPH = 200, 1500
#: So far behind its clause the figures of a time may stand.
_FIGURES_BEHIND: Final = 20
#: Among so many days told last, the one of what is named is looked for.
DAYS_BACK: Final = 200
#: What stands between two days that are told together.
_BESIDE: Final = frozenset("、和及与")
#: So far below a clock time the next one opens its line, and is of the same day.
_NEXT_LINE: Final = 120
#: So many days from the article's date is another time, and so many are its own.
_LONG_OVER, _NOWADAYS = 300, 60
#: The clock times that a part of the day goes on with.
_HOURS_OF: Final = {"上午": range(6, 12), "下午": range(8, 18), "晚上": range(12, 22), "晚": range(12, 22)}
#: So many characters behind one part of a day the next one is still of that day.
_SAME_DAY: Final = 300


class Context:
    """The expressions told before the one in hand, by scope: sentence, paragraph, heading, list."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last: Told | None = None
        self.governor: Told | None = None  # the last one told that is no aside
        self.last_month: Told | None = None
        self.last_day: Told | None = None
        self.week = (0, -99)  # the week of the last weekday told with its week, and where that ended
        self.weeks = (0, -999)  # the year of the last week told by its number, and where that ended
        self.habit = -1  # where the last thing that comes round ended
        self._counted_from: Told | None = None
        self.counted_from: Told | None = None  # the last year told that was not itself counted from another (次年)
        self.day_heading: Told | None = None  # a day whose line introduces the lines below it
        self.heading: Told | None = None
        self.listed: Told | None = None
        self.days: deque[Told] = deque(maxlen=DAYS_BACK)  # the single days told, in order
        self.stretch: tuple[date, date] | None = None  # first and last day of the last stretch of days told
        self.stretch_end = -1  # where that ended
        self.present = -1  # where the last word that speaks of the present stands: 目前
        self._clause_of = -1, -1  # of what the last clause was asked for: an expression, or a list of dates
        self._clause = 0, 0
        self._in_list = False  # whether that was a list
        # of which clause it is known whether it looks ahead, or back; a compiled tuple is never the same one again
        self._ahead_of: tuple[int, int] | None = None
        self._back_of: tuple[int, int] | None = None
        self._ahead = self._back = False

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause round ``[start, end)``, at most 60 characters to either side.

        The dates of a list share what stands round it.
        """
        first, last = self._clause_of
        if (start == first and end == last) or (self._in_list and first <= start and end <= last):
            return self._clause
        text = self.text
        before = TO_LAST_BREAK.match(text, max(0, start - 30), start)
        last, self._in_list = end, False
        if text[end : end + 1] == LIST_COMMA and (listed := LISTED.match(text, end)):
            last, self._in_list = listed.end(), True
        # the comma right behind a date does not end what is said of it
        behind = BEHIND_CLAUSE.match(text, last)
        self._clause_of = start, last
        self._clause = before.end() if before else max(0, start - 30), behind.end() if behind else last
        return self._clause

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the clause speaks of what is to come."""
        clause = self.clause(start, end)
        if self._ahead_of != clause:
            self._ahead_of, self._ahead = clause, FUTURE.search(self.text, *clause) is not None
        return self._ahead

    def looks_back(self, start: int, end: int) -> bool:
        """Whether the clause speaks of what has happened."""
        clause = self.clause(start, end)
        if self._back_of != clause:
            self._back_of, self._back = clause, PAST.search(self.text, *clause) is not None
        return self._back

    def tells_figures(self, start: int, end: int) -> bool:
        """Whether the clause, or what stands right behind it, tells figures: 1—6月，…增长8.3%."""
        left, right = self.clause(start, end)
        return FIGURES.search(self.text, left, right + _FIGURES_BEHIND) is not None

    def record(self, told: Told) -> None:
        """Remember an expression."""
        self.last = told
        if not told.aside and not self._reports_of_year(told):
            self.governor = told
        if not told.year_shifted:
            self.counted_from = told
        before = told.day is not None and (self.last_month or self.last_day) is not None
        reports = before and announces(self.text, told.end)  # 当天 behind such a day means the day announced
        if (
            told.month
            and not told.aside
            and not (reports and self.last_month and not told.names_month)
            and (told.day or not (self.text[told.end : told.end + 1] in BEGINS or self._ends_there(told)))
        ):
            self.last_month = told
        if told.day and self.last_day and self.last_day.day != told.day:
            gap = told.start - self.last_day.end
            told.one_of = 0 < gap <= 2 and self.text[told.start - gap : told.start].strip() in _BESIDE
        compared = told.aside and told.feast  # 比去年国庆假期增长9%
        if told.day and not compared and not (self.last_day and reports):
            self._counted_from = self.last_day if told.shifted else None
            self.last_day = told
        if told.day and told.single:
            self.days.append(told)
        line_start = self.line_start(told.start)
        near = self.text.find("\n", told.end, told.end + INTRODUCES_LENGTH) >= 0 if told.day and told.single else False
        if near and INTRODUCES.match(self.text, told.end):
            self.day_heading = told
        if line_start is None:
            return  # deep in its line: neither heading nor label
        if (
            told.day is None
            and self.text.find("\n", told.end, told.end + HEADS_LENGTH) >= 0
            and HEADS.match(self.text, told.end)
            and HEAD_SIGN.fullmatch(self.text, line_start, told.start)
        ):
            self.heading = told
        elif is_label(self.text, line_start, told.start):
            self.listed = told

    def _reports_of_year(self, told: Told) -> bool:
        """Whether a day only says when was announced what is of a year told before it: 2025年经济运行情况昨天公布。全年…."""
        year = self.governor
        if not told.day or told.stated or year is None or year.month or not year.printed:
            return False
        return year.year != told.year and self.same_sentence(year, told.start) and announces(self.text, told.end)

    def _ends_there(self, told: Told) -> bool:
        """Whether a month is the one into which something lasts that began on a day told before it."""
        if self.last_month is None or self.last_month.day is None:
            return False
        return LASTS_INTO.search(self.text, max(0, told.start - 4), told.start) is not None

    def go_on(self, told: Told) -> None:
        """Remember a plain day that stands between two commas of a list: it is neither heading nor announcement."""
        told.one_of = True
        self.last = self.governor = self.counted_from = self.last_month = self.last_day = told
        self.days.append(told)
        self._counted_from = None

    def day_meant(self, start: int, *, again: bool) -> Told | None:
        """The day that 当天 or 次日 counts from; a second 次日 in a sentence counts from the same day (``again``)."""
        if again and self._counted_from and self.last_day and self.same_sentence(self.last_day, start):
            return self._counted_from
        last = self.last_day
        if last is None or again:
            return last
        until = UNTIL.match(self.text, last.end) is not None
        if not until and self.text[last.end : last.end + 1] not in BEGINS:
            return last
        if self.same_sentence(last, start):
            return last  # 31日起降温，当天夜里有雪
        # 2月26日开会，政策3月1日起实施。当天……: no day that something begins on
        earlier = islice(reversed(self.days), 2)
        other = None if until else last
        return next((day for day in earlier if day is not last and self.same_paragraph(day, start)), other)

    def day_now(self, told: Told, anchor: date) -> Told:
        """The day that a paragraph means that begins with 当天: of the article's time, whatever was told of years before last."""
        if told.day is None or abs((told.day - anchor).days) < _LONG_OVER:
            return told
        near = (day for day in reversed(self.days) if day.day and abs((day.day - anchor).days) < _NOWADAYS)
        return next(near, told)

    def day_of(self, start: int) -> Told | None:
        """The day that what stands before 当天 was told with: 比赛3月24日开跑。…比赛当天; None where none was."""
        noun = self.text[max(0, start - 2) : start]
        return self.day_with(noun, start) if OCCASION.fullmatch(noun) else None

    def day_with(self, noun: str, until: int) -> Told | None:
        """The single day told last beside ``noun``, which stands with it before ``until``."""
        text = self.text
        return next(
            (
                told
                for told in reversed(self.days)
                if noun in text[max(0, told.start - 6) : told.start]
                or noun in SENTENCE.split(text[told.end : min(told.end + _SAID_OF_DAY, until - 2)], maxsplit=1)[0]
            ),
            None,
        )

    def comes_round(self, told: Told | None, start: int) -> bool:
        """Whether what was told last in a sentence comes round, so that hours in it do: 每晚6时亮灯，周五延长至11时."""
        habit = self.habit
        if habit < 0 or start - habit > _SENTENCE or (told is not None and told.end > habit):
            return False
        return SENTENCE.search(self.text, habit, start) is None

    def line_start(self, start: int) -> int | None:
        """Where the line of an expression near its beginning begins; None for one deep in its line."""
        newline = self.text.rfind("\n", max(0, start - LABEL_LENGTH), start)
        if newline >= 0:
            return newline + 1
        return 0 if start <= LABEL_LENGTH else None

    def same_sentence(self, told: Told, start: int) -> bool:
        """Whether no sentence ends between ``told`` and ``start``."""
        if told.sentence_end < 0:
            found = SENTENCE.search(self.text, told.end, told.end + _SENTENCE)
            told.sentence_end = found.start() if found else told.end + _SENTENCE - 1
        return start <= told.sentence_end

    def same_paragraph(self, told: Told, start: int) -> bool:
        """Whether no line break lies between ``told`` and ``start``."""
        if told.paragraph_end < 0:
            found = self.text.find("\n", told.end, told.end + _PARAGRAPH)
            told.paragraph_end = found if found >= 0 else told.end + _PARAGRAPH - 1
        return start <= told.paragraph_end

    def quoted(self, told: Told, start: int) -> bool:
        """Whether ``told`` stands in a quotation that ends before ``start``."""
        closed = self.text.find("”", told.end, start)
        return closed >= 0 and self.text.find("“", told.end, closed) < 0

    def goes_on_below(self, told: Told, hour: int, start: int) -> bool:
        """Whether an hour opens a line and goes on with the clock time above it: 20日14时开会。⏎15时30分参观."""
        if told.moment is None or start - told.end > _NEXT_LINE or hour < told.moment.hour:
            return False
        line_start = self.line_start(start)
        return line_start is not None and not self.text[line_start:start].strip()

    def programme_day(self, start: int) -> Told | None:
        """The day whose line heads the one that an expression opens."""
        told = self.day_heading
        near = told is not None and told is self.last_day and start - told.end < 1500
        return told if near and self.in_list(start) else None

    def in_list(self, start: int) -> bool:
        """Whether the expression opens its line, or stands there right behind a label."""
        line_start = self.line_start(start)
        return line_start is not None and is_label(self.text, line_start, start)

    def goes_on(self, daypart: str, start: int, end: int) -> bool:
        """Whether a part of the day goes on with what an earlier one began: 26日上午：开幕式；下午：签约; 26日上午开会。下午参观."""
        told = self.last_day
        if told is None or not self.same_paragraph(told, start):
            return False
        if not told.daypart:  # 19日8:30鸣锣，上午赛500米
            if told.single and WEATHER.search(self.text, told.end, start) and self.same_sentence(told, start):
                return True  # 明天多云，傍晚起转阴
            hours = _HOURS_OF.get(daypart, ()) if told.single else ()
            return told.moment is not None and told.moment.hour in hours and self.same_sentence(told, start)
        if self.text[told.end : start] in _BESIDE and start > told.end:
            return True  # 今日下午及晚间
        if self.text[start - 1 : start] in PROGRAMME_STEP and self.text[end : end + 1] in PROGRAMME_COLON:
            return True
        if not told.single or start - told.end > _SAME_DAY or not is_later(daypart, told.daypart):
            return False
        opens = self.text[start - 1 : start] in CLAUSE_ENDS or self.same_sentence(told, start)
        return opens and HABIT.search(self.text, *self.clause(start, end)) is None
